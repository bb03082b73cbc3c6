import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveNodes } from '../../../src/kubernetes/nodeAddresses.ts';
import type { KubeClient } from '../../../src/kubernetes/client.ts';
import { fakeKube } from './fakeApi.ts';

const node = (name: string, addresses: [type: string, address: string][], annotations = {}) => ({
  metadata: { name, annotations },
  spec: {},
  status: { addresses: addresses.map(([type, address]) => ({ type, address })) },
});

function bed(items: object[]): { kube: KubeClient; patches: [string, unknown][] } {
  const patches: [string, unknown][] = [];
  const patch = async (path: string, body: unknown): Promise<void> => void patches.push([path, body]);
  return { kube: Object.assign(fakeKube({ '/api/v1/nodes': { items } }), { patch }), patches };
}

test('a Node that is known by an address of before gets the one that its container has', async () => {
  const { kube, patches } = bed([
    node(
      'agent',
      [
        ['InternalIP', '172.20.0.3'],
        ['InternalIP', 'fd00::3'],
        ['Hostname', 'agent'],
      ],
      {
        'k3s.io/internal-ip': '172.20.0.3,fd00::3',
        'flannel.alpha.coreos.com/public-ip': '172.20.0.3',
        mine: '172.20.0.3',
      },
    ),
  ]);
  await moveNodes(kube, [{ name: 'agent', addresses: ['172.30.0.3'] }]);
  assert.deepEqual(patches, [
    [
      '/api/v1/nodes/agent',
      {
        metadata: {
          annotations: {
            'k3s.io/internal-ip': '172.30.0.3,fd00::3',
            'flannel.alpha.coreos.com/public-ip': '172.30.0.3',
          },
        },
      },
    ],
    [
      '/api/v1/nodes/agent/status',
      {
        status: {
          addresses: [
            { $patch: 'replace' },
            { type: 'InternalIP', address: '172.30.0.3' },
            { type: 'InternalIP', address: 'fd00::3' },
            { type: 'Hostname', address: 'agent' },
          ],
        },
      },
    ],
  ]);
});

test('Nodes that are where they were, are new, or have an address of the user’s are left alone', async () => {
  const { kube, patches } = bed([
    node('same', [['InternalIP', '172.20.0.3']]),
    node('chosen', [['InternalIP', '10.0.0.1']]),
    node('young', [['Hostname', 'young']]),
  ]);
  await moveNodes(kube, [
    { name: 'same', addresses: ['172.21.0.9', '172.20.0.3'] },
    { name: 'chosen', addresses: ['172.20.0.4'], choosesAddress: true },
    { name: 'young', addresses: ['172.20.0.5'] },
    { name: 'missing', addresses: ['172.20.0.6'] },
    { name: 'same', addresses: [] },
  ]);
  assert.deepEqual(patches, []);
});
