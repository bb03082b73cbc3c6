import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KubeClient } from '../../../src/kubernetes/client.ts';
import { PodCidrGiver } from '../../../src/kubernetes/podCidr.ts';
import type { KubeNode } from '../../../src/kubernetes/types.ts';

/** Stands in for an API that takes patches. */
function recorder(fail = false) {
  const patches: [string, unknown][] = [];
  const patch = async (path: string, body: unknown): Promise<void> => {
    patches.push([path, body]);
    if (fail) throw new Error('conflict');
  };
  return { patches, kube: { patch } as unknown as KubeClient };
}

const node = (name: string, podCIDR?: string): KubeNode => ({
  metadata: { name },
  spec: podCIDR === undefined ? {} : { podCIDR },
});

test('nodes of old releases get a range from the far end, once', async () => {
  const { patches, kube } = recorder();
  const giver = new PodCidrGiver(kube, 23, []);
  await giver.serve([node('a'), node('b')]);
  assert.deepEqual(patches, [
    ['/api/v1/nodes/a', { spec: { podCIDR: '10.42.255.0/24', podCIDRs: ['10.42.255.0/24'] } }],
    ['/api/v1/nodes/b', { spec: { podCIDR: '10.42.254.0/24', podCIDRs: ['10.42.254.0/24'] } }],
  ]);
  await giver.serve([node('a', '10.42.255.0/24'), node('b', '10.42.254.0/24')]);
  assert.equal(patches.length, 2);
});

test('giving ends for good once the controller has given a range itself', async () => {
  const { patches, kube } = recorder();
  const giver = new PodCidrGiver(kube, 23, []);
  await giver.serve([node('a', '10.42.0.0/24'), node('b')]);
  await giver.serve([node('b')]);
  assert.deepEqual(patches, []);
});

test('newer releases and arranged ranges are left alone', async () => {
  for (const [minor, args] of [
    [27, []],
    [23, ['--cluster-cidr=10.0.0.0/16']],
    [23, ['--kube-controller-manager-arg=allocate-node-cidrs=false']],
  ] as const) {
    const { patches, kube } = recorder();
    const giver = new PodCidrGiver(kube, minor, args);
    await giver.serve([node('a')]);
    assert.deepEqual(patches, []);
  }
});

test('a refused patch is no failure, and the range is not given twice', async () => {
  const { patches, kube } = recorder(true);
  const giver = new PodCidrGiver(kube, 23, []);
  await giver.serve([node('a')]);
  await giver.serve([node('a')]);
  assert.equal(new Set(patches.map(([, body]) => JSON.stringify(body))).size, 2);
});

test('the first node gets what the controller would give it, on every release and until it has it', async () => {
  const first = { name: 'a', addresses: [] };
  const patchOfFirst = ['/api/v1/nodes/a', { spec: { podCIDR: '10.42.0.0/24', podCIDRs: ['10.42.0.0/24'] } }];
  for (const minor of [23, 36]) {
    const { patches, kube } = recorder(true);
    const giver = new PodCidrGiver(kube, minor, [], first);
    await giver.serve([]);
    assert.deepEqual(patches, [], String(minor));
    await giver.serve([node('a')]);
    await giver.serve([node('a')]);
    await giver.serve([node('a', '10.42.0.0/24')]);
    assert.deepEqual(patches, [patchOfFirst, patchOfFirst], String(minor));
  }
});

test('beside the first node, those of old releases get ranges from the far end', async () => {
  const first = { name: 'a', addresses: [] };
  const { patches, kube } = recorder();
  const giver = new PodCidrGiver(kube, 23, [], first);
  await giver.serve([node('a'), node('b')]);
  await giver.serve([node('a', '10.42.0.0/24'), node('b', '10.42.255.0/24')]);
  assert.deepEqual(
    patches.map(([path]) => path),
    ['/api/v1/nodes/a', '/api/v1/nodes/b'],
  );
  assert.deepEqual(patches[1]?.[1], { spec: { podCIDR: '10.42.255.0/24', podCIDRs: ['10.42.255.0/24'] } });
});
