import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, afterEach, before, test } from 'node:test';
import { createCluster } from 'k3d-action';

let cluster;
const kubectl = (...args) => execFileSync('kubectl', ['--kubeconfig', 'kubeconfig', ...args], { encoding: 'utf8' });

before(async () => {
  cluster = await createCluster({ k3sArgs: ['--disable=traefik,servicelb,metrics-server,local-storage'] });
  await cluster.writeKubeconfig('kubeconfig');
  kubectl('create', 'configmap', 'settings', '--from-literal=mode=test');
  await cluster.save();
});
afterEach(() => cluster.reset());
after(() => cluster?.delete());

test('a test may do to the cluster what it likes', () => {
  kubectl('delete', 'configmap', 'settings');
});

test('the next one sees nothing of it', () => {
  assert.equal(kubectl('get', 'configmap', 'settings', '--output=jsonpath={.data.mode}'), 'test');
});
