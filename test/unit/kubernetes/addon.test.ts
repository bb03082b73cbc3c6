import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addonObjects, pathOf } from '../../../src/kubernetes/addon.ts';
import { CLOUD_RIGHTS, NETWORK_RIGHTS } from '../../../src/kubernetes/earlyRights.ts';

const MANIFEST = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: coredns
  namespace: kube-system
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: coredns
  namespace: kube-system
  labels:
    k8s-app: kube-dns
---
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: system:coredns
`;

test('objects of an addon bear the marks by which k3s knows its own', () => {
  const objects = addonObjects(MANIFEST, 'coredns');
  assert.deepEqual(
    objects?.map((object) => pathOf(object)),
    [
      '/api/v1/namespaces/kube-system/serviceaccounts',
      '/apis/apps/v1/namespaces/kube-system/deployments',
      '/apis/rbac.authorization.k8s.io/v1/clusterroles',
    ],
  );
  assert.deepEqual(objects?.[1]?.metadata, {
    name: 'coredns',
    namespace: 'kube-system',
    // What every cluster of k3s has for this addon.
    labels: { 'k8s-app': 'kube-dns', 'objectset.rio.cattle.io/hash': 'bce283298811743a0386ab510f2f67ef74240c57' },
    annotations: {
      'objectset.rio.cattle.io/id': '',
      'objectset.rio.cattle.io/owner-gvk': 'k3s.cattle.io/v1, Kind=Addon',
      'objectset.rio.cattle.io/owner-name': 'coredns',
      'objectset.rio.cattle.io/owner-namespace': 'kube-system',
    },
  });
});

test('a manifest that is not whole, or has what is not known here, is left to k3s', () => {
  for (const text of [
    'a: [',
    'kind: Service\n',
    'apiVersion: v1\nkind: Service\nmetadata: {}\n',
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: x}\n',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x}\n',
  ]) {
    assert.equal(addonObjects(text, 'coredns'), undefined, text);
  }
});

test('rights are given where k3s gives them', () => {
  const paths = [...NETWORK_RIGHTS, ...CLOUD_RIGHTS].map((object) => pathOf(object).split('/').slice(4).join('/'));
  assert.deepEqual(
    new Set(paths),
    new Set(['clusterroles', 'clusterrolebindings', 'namespaces/kube-system/rolebindings']),
  );
});
