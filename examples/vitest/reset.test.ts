import { execFileSync } from 'node:child_process';
import { getCluster } from 'k3d-action';
import { afterEach, expect, inject, test } from 'vitest';

const kubectl = (...args: string[]): string =>
  execFileSync('kubectl', ['--kubeconfig', inject('kubeconfig'), ...args], { encoding: 'utf8' });

afterEach(async () => (await getCluster(inject('cluster'))).reset());

test('a test may do to the cluster what it likes', () => {
  kubectl('create', 'namespace', 'shop');
  kubectl('delete', 'serviceaccount', 'default');
});

test('the next one sees nothing of it', () => {
  expect(kubectl('get', 'namespace', 'shop', '--ignore-not-found')).toBe('');
  expect(kubectl('get', 'serviceaccount', 'default', '--output=name')).toBe('serviceaccount/default\n');
});
