import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeFor } from '../../../src/kubernetes/nodeNames.ts';
import { PodCidrGiver } from '../../../src/kubernetes/podCidr.ts';
import { type KubeClient, KubeError } from '../../../src/kubernetes/client.ts';
import { waitForNodes, type WantedNode } from '../../../src/kubernetes/ready.ts';
import type { KubeNode } from '../../../src/kubernetes/types.ts';
import { fakeKube, fakeWait } from './fakeApi.ts';

const node = (
  name: string,
  { ip = '', ready = true, born = '2026-01-01T00:00:00Z', beat = '2026-01-01T00:00:05Z' } = {},
): KubeNode => ({
  metadata: { name, creationTimestamp: born },
  spec: { podCIDR: '10.42.0.0/24' },
  status: {
    addresses: [{ type: 'InternalIP', address: ip }],
    conditions: [
      {
        type: 'Ready',
        status: ready ? 'True' : 'False',
        message: 'cni plugin not initialized',
        lastHeartbeatTime: beat,
      },
    ],
  },
});

test('a Node is found by its name, by its name with digits, or by its address', () => {
  const nodes = [
    node('k3d-c-server-0', { ip: '172.18.0.2' }),
    node('main-0a1b2c3d', { ip: '172.18.0.3', born: '2026-01-01T00:00:00Z' }),
    node('main-ffffffff', { ip: '172.18.0.3', born: '2026-02-01T00:00:00Z' }),
    node('other', { ip: '172.18.0.4' }),
  ];
  const named = (name: string, address: string, hasId = false) =>
    nodeFor({ name, hasId, addresses: [address] }, nodes)?.metadata.name;
  assert.equal(named('k3d-c-server-0', '172.18.0.9'), 'k3d-c-server-0');
  // The older one is left from a container that is gone.
  assert.equal(named('main', '', true), 'main-ffffffff');
  assert.equal(named('k3d-c-agent-0', '172.18.0.4'), 'other');
  assert.equal(named('main', '172.18.0.9'), undefined);
  assert.equal(named('mai', '', true), undefined);
});

const wanted: WantedNode[] = [{ container: 'k3d-c-server-0', name: 'main', addresses: [] }];

async function wait(
  nodes: KubeNode[],
  until: 'Ready' | 'registered',
  startedAt?: Map<string, number>,
  sought: readonly WantedNode[] = wanted,
) {
  const objects = { '/api/v1/nodes': { items: nodes } };
  const { wait: context, said } = fakeWait(objects);
  const registered: [string, string][] = [];
  const giver = new PodCidrGiver(fakeKube(objects), 30, []);
  const done = waitForNodes({ ...context, startedAt }, sought, giver, (...one) => void registered.push(one), until);
  return {
    found: await done.then(
      () => true,
      () => false,
    ),
    said,
    registered,
  };
}

test('a node without a network is waited for until it has registered, where nobody brings one', async () => {
  const bare = [node('main', { ready: false })];
  const { found, said, registered } = await wait(bare, 'Ready');
  assert.equal(found, false);
  assert.equal(said.at(-1), 'node main to become Ready (cni plugin not initialized)');
  assert.deepEqual(registered[0], ['k3d-c-server-0', 'main']);
  assert.equal((await wait(bare, 'registered')).found, true);
  const none = await wait([], 'registered');
  assert.deepEqual([none.found, none.said.at(-1)], [false, 'node k3d-c-server-0 to register']);
});

test('a server is waited for until it has its role, by either name, and an agent is not', async () => {
  const server = wanted.map((one) => ({ ...one, getsRole: true }));
  const bare = [node('main')];
  const { found, said } = await wait(bare, 'Ready', undefined, server);
  assert.deepEqual([found, said.at(-1)], [false, 'node main to get its role']);
  assert.equal((await wait(bare, 'Ready')).found, true);
  // Without a network it may register only.
  assert.equal((await wait([node('main', { ready: false })], 'registered', undefined, server)).found, true);
  for (const role of ['control-plane', 'master']) {
    const [{ metadata, ...rest }] = [node('main')];
    const labels = { [`node-role.kubernetes.io/${role}`]: 'true' };
    assert.equal(
      (await wait([{ ...rest, metadata: { ...metadata, labels } }], 'Ready', undefined, server)).found,
      true,
    );
  }
});

test('a role that does not come keeps nobody waiting for ever', async (t) => {
  let now = 0;
  t.mock.method(performance, 'now', () => (now += 20_000));
  const server = wanted.map((one) => ({ ...one, getsRole: true }));
  assert.equal((await wait([node('main')], 'Ready', undefined, server)).found, true);
  assert.equal((await wait([node('main', { ready: false })], 'Ready', undefined, server)).found, false);
});

test('after a start, what the API says from before is no answer, and a node that was Ready has to be so again', async () => {
  const started = new Map([['main', Date.parse('2026-01-01T00:00:10Z')]]);
  const old = [node('main', { ready: false })];
  const fresh = { beat: '2026-01-01T00:00:11Z' };
  assert.equal((await wait(old, 'registered', started)).found, false);
  assert.equal((await wait([node('main', { ready: false, ...fresh })], 'registered', started)).found, true);
  // Somebody has brought it a network before it was stopped.
  const again = [node('main')];
  setTimeout(() => again.splice(0, 1, node('main', { ready: false, ...fresh })), 10);
  assert.equal((await wait(again, 'registered', started)).found, false);
  assert.equal((await wait([node('main', fresh)], 'registered', started)).found, true);
});

test('when the API does not tell of nodes, the wait says why', async () => {
  const { wait: context, said } = fakeWait({});
  const kube = { get: () => Promise.reject(new KubeError(503, 'GET /api/v1/nodes: 503 etcd has no leader')) };
  const broken = { ...context, kube: kube as unknown as KubeClient };
  await assert.rejects(waitForNodes(broken, wanted, new PodCidrGiver(fakeKube({}), 30, []), () => undefined));
  assert.equal(
    said[0],
    'node k3d-c-server-0 to register (the API does not tell: GET /api/v1/nodes: 503 etcd has no leader)',
  );
});
