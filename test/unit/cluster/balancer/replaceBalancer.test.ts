import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { replaceBalancer } from '../../../../src/cluster/balancer/replaceBalancer.ts';
import { findCluster, nodesOf } from '../../../../src/cluster/find/index.ts';
import { silentReporter } from '../../../../src/common/reporter.ts';
import { Timeline } from '../../../../src/common/timeline.ts';
import { addContainer } from '../../../fakeEngine/api.ts';
import { fakeEngine } from '../../../fakeEngine/start.ts';

const NAME = 'k3d-demo-serverlb';
const LABELS = { app: 'k3d', 'k3d.cluster': 'demo', 'k3d.role': 'loadbalancer', mine: 'kept' };
const MADE = {
  Env: ['A=b'],
  StopSignal: 'SIGQUIT',
  MacAddress: '02:42:ac:11:00:02',
  HostConfig: {
    NetworkMode: 'k3d-demo',
    Privileged: true,
    RestartPolicy: { Name: 'unless-stopped' },
    PortBindings: { '6443': [{ HostIp: '0.0.0.0', HostPort: '40000' }] },
  },
  NetworkingConfig: {
    EndpointsConfig: {
      other: { IPAMConfig: null, Aliases: ['front'] },
      'k3d-demo': { IPAMConfig: { IPv4Address: '172.20.0.9' }, Aliases: ['000000000000', 'lb'] },
    },
  },
};
const port = (hostPort: number, containerPort: number) =>
  ({ hostIP: '127.0.0.1', hostPort, containerPort, protocol: 'tcp' }) as const;
const changes = (open?: Map<string, ('server' | 'agent')[]>) => ({
  ports: [port(40000, 6443), port(8080, 80)],
  values: {
    ports: new Map([['80.tcp', ['k3d-demo-server-0']]]),
    settings: { workerConnections: 1, defaultProxyTimeout: 1 },
  },
  open,
});

async function cluster(t: TestContext, more: Parameters<typeof addContainer>[2] = {}) {
  const bed = await fakeEngine(t);
  addContainer(bed.fake.state, 'k3d-demo-server-0', { labels: { ...LABELS, 'k3d.role': 'server' } });
  const old = addContainer(bed.fake.state, NAME, { labels: LABELS, made: MADE, ...more });
  const found = await findCluster(bed.engine, 'demo');
  assert.ok(found);
  const [balancer] = nodesOf(found, 'loadbalancer');
  assert.ok(balancer);
  const context = {
    engine: bed.engine,
    reporter: silentReporter,
    timeline: new Timeline(),
    signal: new AbortController().signal,
  };
  return { ...bed, old, balancer, context };
}

test('the new one has all that was asked for of the old one, and other ports', async (t) => {
  const { fake, balancer, context, old } = await cluster(t);
  fake.before(
    ({ path }) => path.endsWith('/start'),
    () => {
      const now = fake.state.containers.get(NAME);
      if (now) now.log = 'start worker processes\n';
    },
  );
  await replaceBalancer(balancer, changes(), context);
  assert.deepEqual([...fake.state.containers.keys()].sort(), ['k3d-demo-server-0', NAME]);
  const now = fake.state.containers.get(NAME);
  assert.notEqual(now?.id, old.id);
  assert.deepEqual(now?.labels, LABELS);
  assert.equal(now?.running, true);
  const { HostConfig, NetworkingConfig, Env, StopSignal, ...others } = (now?.made ?? {}) as typeof MADE;
  assert.deepEqual([Env, StopSignal], [MADE.Env, 'SIGQUIT']);
  assert.equal(others.MacAddress, undefined); // two containers with one address would fight for it
  assert.deepEqual(HostConfig, {
    ...MADE.HostConfig,
    PortBindings: {
      '6443': [{ HostIp: '127.0.0.1', HostPort: '40000' }],
      '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '8080' }],
    },
  });
  assert.deepEqual(NetworkingConfig.EndpointsConfig, {
    'k3d-demo': { IPAMConfig: { IPv4Address: '172.20.0.9' }, Aliases: ['lb'] },
  });
  assert.deepEqual(fake.state.connections, [{ network: 'other', container: now?.id }]);
  assert.match(String(now?.archives.map(({ bytes }) => bytes.toString('latin1'))), /80\.tcp/);
});

test('one that is stopped stays so', async (t) => {
  const { fake, balancer, context } = await cluster(t, { running: false });
  await replaceBalancer(balancer, changes(new Map()), context);
  const now = fake.state.containers.get(NAME);
  assert.equal(now?.running, false);
  assert.equal(now?.labels['k3d.loadbalancer.open'], '{}');
});

for (const [what, path] of [
  ['made', '/containers/create'],
  ['given its files', '/archive'],
  ['started', '/start'],
] as const)
  test(`the old one is back when the new one can't be ${what}`, async (t) => {
    const { fake, balancer, context, old } = await cluster(t);
    fake.fault((call) => call.path.endsWith(path), { kind: 'refuse', status: 500, message: 'no room' }, 1);
    await assert.rejects(replaceBalancer(balancer, changes(), context), /no room/);
    assert.deepEqual([...fake.state.containers.keys()].sort(), ['k3d-demo-server-0', NAME]);
    assert.equal(fake.state.containers.get(NAME)?.id, old.id);
    assert.equal(old.running, true);
  });
