import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carriedPaths, checkStep, isCarried } from '../../../src/plan/upgrade.ts';

const step = (image: string, ...releases: string[]) => {
  const nodes = releases.map((release, index) => ({ name: `n${index}`, release }));
  return () => checkStep('c', nodes, image);
};

test('a cluster goes one minor release at a time, and never back', () => {
  step('rancher/k3s:v1.34.1-k3s1', 'v1.33.5+k3s1')();
  step('rancher/k3s:v1.33.5-k3s2', 'v1.33.5+k3s1')();
  // A cluster that was left between two releases goes on.
  step('rancher/k3s:v1.34.1-k3s1', 'v1.34.1+k3s1', 'v1.33.5+k3s1')();
  assert.throws(step('rancher/k3s:v1.35.0-k3s1', 'v1.34.1+k3s1', 'v1.33.5+k3s1'), {
    name: 'UserError',
    message:
      'cluster "c" can\'t skip a minor release: node n1 runs v1.33.5+k3s1; go to a release of v1.34 before rancher/k3s:v1.35.0-k3s1',
  });
  assert.throws(step('rancher/k3s:v1.33.4-k3s1', 'v1.33.5+k3s1'), {
    message:
      'cluster "c" can\'t go back: node n0 runs v1.33.5+k3s1, and rancher/k3s:v1.33.4-k3s1 is older; create a cluster of that release instead',
  });
  // What can't be known is not judged.
  step('example.org/own:dev', 'v1.33.5+k3s1')();
  step('rancher/k3s:v1.35.0-k3s1', 'unknown')();
});

test('what was put into a node is taken along, and what the engine makes or is mounted is not', () => {
  const mounts = ['/etc/rancher/k3s/config.yaml', '/var/lib/kubelet', '/k3d/images'];
  const added = [
    ...['/bin/k3d-entrypoint.sh', '/etc/k3d-meminfo', '/opt/own', '/opt/own/file', '/running'],
    // Something is mounted below: what is beside it is taken by itself.
    ...['/etc/rancher', '/etc/rancher/k3s', '/etc/rancher/k3s/k3s.yaml', '/etc/rancher/k3s/config.yaml'],
    ...['/etc/rancher/node', '/etc/rancher/node/password', '/k3d', '/k3d/images'],
    ...['/run/flannel', '/etc/hosts', '/.dockerenv', '/tmp/x', '/var/lib/kubelet', '/sbin/docker-init'],
  ];
  assert.deepEqual(carriedPaths(added, mounts), [
    ...['/bin/k3d-entrypoint.sh', '/etc/k3d-meminfo', '/opt/own', '/running'],
    ...['/etc/rancher/k3s/k3s.yaml', '/etc/rancher/node'],
  ]);
  assert.equal(isCarried('/var/lib/kubelet/pods', mounts), false);
  assert.equal(isCarried('/etc/ssl/certs/ca-certificates.crt', mounts), true);
});
