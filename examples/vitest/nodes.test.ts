import { execFileSync } from 'node:child_process';
import { expect, inject, test } from 'vitest';

const kubectl = (...args: string[]): string =>
  execFileSync('kubectl', ['--kubeconfig', inject('kubeconfig'), ...args], { encoding: 'utf8' });

test('both nodes are ready', () => {
  const ready = kubectl('get', 'nodes', '--output=jsonpath={.items[*].status.conditions[?(@.type=="Ready")].status}');
  expect(ready).toBe('True True');
});

test('pods can be made', () => {
  kubectl('create', 'deployment', 'web', '--image=busybox:1.36', '--', 'httpd', '-f');
  expect(kubectl('rollout', 'status', 'deployment/web', '--timeout=60s')).toContain('successfully rolled out');
});
