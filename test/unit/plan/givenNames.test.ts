import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { mergeLayers } from '../../../src/config/merge.ts';
import type { Allocated } from '../../../src/plan/allocated.ts';
import { planCluster } from '../../../src/plan/cluster.ts';

const network = { name: 'k3d-c', id: 'n', subnet: '172.20.0.0/16', gateway: '172.20.0.1', external: false };
const facts: Allocated = {
  creation: 'id-1',
  token: 'secret',
  apiHost: '127.0.0.1',
  apiPort: 6550,
  network: { ...network, fixedAddresses: true },
  registries: [],
  existingVolumes: new Set(),
};

test('nodes that had names of their own have them again, and the load balancer knows them', () => {
  const config = mergeLayers({ name: 'c', image: 'rancher/k3s:x', servers: 3, agents: 2 });
  const names = new Map([
    ['server 2', 'k3d-more-0'],
    ['agent 1', 'k3d-extra-0'],
  ]);
  const { nodes } = planCluster(config, { ...facts, names });
  assert.deepEqual(
    nodes.map(({ role, index, name, container }) => [role, index, name, container.name, container.hostname]),
    [
      ['server', 0, ...Array<string>(3).fill('k3d-c-server-0')],
      ['server', 1, ...Array<string>(3).fill('k3d-c-server-1')],
      ['server', 2, ...Array<string>(3).fill('k3d-more-0')],
      ['agent', 0, ...Array<string>(3).fill('k3d-c-agent-0')],
      ['agent', 1, ...Array<string>(3).fill('k3d-extra-0')],
      ['loadbalancer', 0, ...Array<string>(3).fill('k3d-c-serverlb')],
    ],
  );
  const values = nodes.at(-1)?.files.find(({ path }) => path === '/etc/confd/values.yaml');
  const { ports } = parse(String(values?.content)) as { ports: Record<string, string[]> };
  assert.deepEqual(ports['6443.tcp'], ['k3d-c-server-0', 'k3d-c-server-1', 'k3d-more-0']);
});
