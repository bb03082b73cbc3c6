import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fittingArgs } from '../../../src/plan/k3sFlags.ts';

test('arguments have the names that the release knows', () => {
  const args = ['--no-deploy=traefik', '--flannel-backend=wireguard', '--flannel-backend', 'wireguard-native', '--v=2'];
  const on = (tag: string) => fittingArgs(args, `rancher/k3s:${tag}`).join(' ');
  assert.equal(
    on('v1.33.5-k3s1'),
    '--disable=traefik --flannel-backend=wireguard-native --flannel-backend wireguard-native --v=2',
  );
  assert.equal(on('v1.22.4-k3s1'), '--disable=traefik --flannel-backend=wireguard --flannel-backend wireguard --v=2');
  // Both words are known there.
  assert.equal(
    on('v1.25.3-k3s1'),
    '--disable=traefik --flannel-backend=wireguard --flannel-backend wireguard-native --v=2',
  );
  assert.deepEqual(fittingArgs(args, 'own/k3s:latest'), args);
});
