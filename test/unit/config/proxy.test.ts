import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeLayers } from '../../../src/config/merge.ts';
import { proxyEntries, withProxy } from '../../../src/config/proxy.ts';
import { planCluster } from '../../../src/plan/cluster.ts';

const values = (env: NodeJS.ProcessEnv) => proxyEntries(env).map(({ value }) => value);

test('proxies of the environment are for nodes, but for those that only this machine reaches', () => {
  assert.deepEqual(values({}), []);
  assert.deepEqual(values({ NO_PROXY: 'a' }), []);
  assert.deepEqual(values({ https_proxy: 'http://p:3128', NO_PROXY: 'a' }), [
    'HTTPS_PROXY=http://p:3128',
    'NO_PROXY=a',
  ]);
  for (const here of ['http://localhost:3128', '127.0.0.1:1', 'http://u:p@127.1.2.3', 'http://[::1]:1/'])
    assert.deepEqual(values({ HTTP_PROXY: here }), [], here);
  assert.deepEqual(values({ HTTP_PROXY: 'http://localhost.example:1' }), ['HTTP_PROXY=http://localhost.example:1']);
});

test('the last word counts, and an empty one means no proxy', () => {
  const env = ['HTTP_PROXY=http://a', 'X=1', 'http_proxy=http://b', 'NO_PROXY=x,y', 'no_proxy=y,z'];
  assert.deepEqual(withProxy(env, ['z', '.svc']), ['X=1', 'HTTP_PROXY=http://b', 'NO_PROXY=y,z,.svc']);
  assert.deepEqual(withProxy(['HTTP_PROXY=http://a', 'HTTP_PROXY=', 'NO_PROXY=x', 'X=1'], ['z']), [
    'X=1',
    'NO_PROXY=x',
  ]);
  // As k3d hands on what a user names in small letters.
  assert.deepEqual(withProxy(['http_proxy=http://a', 'X=1'], ['z']), ['X=1', 'http_proxy=http://a']);
  assert.deepEqual(withProxy(['https_proxy=http://a'], ['z']), ['HTTPS_PROXY=http://a', 'NO_PROXY=z']);
});

test('nodes reach what is inside of the cluster without a proxy', () => {
  const entry = (value: string, ...nodeFilters: string[]) => ({ value, nodeFilters, where: 'here' });
  const config = mergeLayers({
    name: 'c',
    servers: 2,
    agents: 1,
    env: [...proxyEntries({ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'mine' }), entry('HTTPS_PROXY=', 'agent:0')],
    k3sArgs: [entry('--cluster-cidr=10.9.0.0/16', 'server:*')],
  });
  const network = { name: 'n', id: 'i', subnet: '172.20.0.0/16', gateway: '', external: false, fixedAddresses: false };
  const registry = { name: 'k3d-r', internalPort: 5000, externalPort: 5000, hostIP: '127.0.0.1', proxyURL: undefined };
  const facts = { creation: '', token: '', apiHost: '', apiPort: 1, network, registries: [registry] };
  const { nodes } = planCluster(config, { ...facts, existingVolumes: new Set<string>() });
  const proxies = nodes.map(({ name, container }) => [name, container.env.filter((text) => /PROXY/.test(text))]);
  const without =
    'NO_PROXY=mine,localhost,127.0.0.0/8,172.20.0.0/16,10.9.0.0/16,10.43.0.0/16,.svc,.cluster.local,host.k3d.internal,k3d-c-server-0,k3d-c-server-1,k3d-c-agent-0,k3d-c-serverlb,k3d-r';
  assert.deepEqual(proxies, [
    ['k3d-c-server-0', ['HTTPS_PROXY=http://p:1', without]],
    ['k3d-c-server-1', ['HTTPS_PROXY=http://p:1', without]],
    ['k3d-c-agent-0', ['NO_PROXY=mine']],
    ['k3d-c-serverlb', []],
  ]);
});
