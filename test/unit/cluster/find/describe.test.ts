import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContainer } from '../../../../src/cluster/containers/createContainer.ts';
import { describeCluster, needCluster, nodesOf } from '../../../../src/cluster/find/index.ts';
import { mergeLayers } from '../../../../src/config/merge.ts';
import type { ConfigLayer, Filtered } from '../../../../src/config/types.ts';
import type { Allocated } from '../../../../src/plan/allocated.ts';
import { planCluster } from '../../../../src/plan/cluster.ts';
import { addContainer } from '../../../fakeEngine/api.ts';
import { fakeEngine } from '../../../fakeEngine/start.ts';

const network = { name: 'k3d-c', id: 'net', subnet: '172.20.0.0/16', gateway: '172.20.0.1', external: false };
const facts: Allocated = {
  creation: 'id-1',
  token: 'secret',
  apiHost: '127.0.0.1',
  apiPort: 6550,
  network: { ...network, fixedAddresses: true },
  registries: [],
  localImagesURL: 'http://172.20.0.1:5000/secret',
  existingVolumes: new Set(),
};
const entry = (value: string, ...nodeFilters: string[]): Filtered => ({ value, nodeFilters, where: 'here' });

/** Settings none of which is the default. */
const EVERYTHING: ConfigLayer = {
  name: 'c',
  image: 'rancher/k3s:v1.23.1-k3s1',
  servers: 3,
  agents: 2,
  loadBalancer: 'on',
  loadBalancerImage: 'nginx:mine',
  loadBalancerOverrides: [{ key: 'workerConnections', value: 2048 }],
  ports: [
    entry('8080:80', 'loadbalancer'),
    entry('8081:81', 'agent:1'),
    entry('8082:82', 'servers:*', 'agent:0'),
    entry('8083:83/udp', 'agents:*'),
    entry('8084:84', 'server:0', 'server:2'),
    entry('9000:9000', 'agent:1:direct'),
  ],
  volumes: [entry('/host:/data', 'agent:0'), entry('k3d-own:/own', 'loadbalancer')],
  env: [entry('A=b', 'server:1'), entry('LB=yes', 'loadbalancer')],
  k3sArgs: [entry('--disable=traefik', 'servers:*'), entry('--node-taint=a=b:NoSchedule', 'agent:1')],
  nodeLabels: [entry('tier=web', 'agent:0')],
  runtimeLabels: [entry('team=one', 'agent:0'), entry('front=yes', 'loadbalancer')],
  hostAliases: [{ ip: '10.0.0.5', hostnames: ['db'] }],
  ulimits: [{ name: 'nofile', soft: 5, hard: 6 }],
  registriesYaml: 'mirrors: {}\n',
  localImages: 'built',
  caCertificates: '-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n',
  serversMemory: 2 ** 31,
  agentsMemory: 2 ** 30,
  hostPidMode: true,
  dockerInit: false,
  gpus: '"device=0,1",driver=nvidia,"capabilities=compute,utility"',
};

const KINDS: Record<string, { layer: ConfigLayer; allocated?: Allocated }> = {
  'with every setting': { layer: EVERYTHING },
  'of one server with etcd, without a load balancer': {
    layer: {
      ...{ name: 'c', image: 'rancher/k3s:v1.23.1-k3s1', servers: 1, agents: 0, loadBalancer: 'off' },
      datastore: { kind: 'etcd' },
      ports: [entry('[::1]:8080:80/udp', 'server:0:direct')],
      imageVolume: false,
    },
    allocated: { ...facts, localImagesURL: undefined },
  },
  'with both families': {
    layer: {
      ...{ name: 'c', image: 'rancher/k3s:v1.23.1-k3s1', servers: 1, agents: 1, loadBalancer: 'on' },
      ipFamily: 'dual',
      ports: [entry('8080:80', 'loadbalancer'), entry('127.0.0.1:9000:9000', 'agent:0:direct')],
    },
    allocated: { ...facts, localImagesURL: undefined, network: { ...facts.network, subnetV6: 'fd00:1::/64' } },
  },
};

for (const [kind, { layer, allocated = facts }] of Object.entries(KINDS)) {
  test(`the config that is read off a cluster ${kind} makes the same containers, with the same files`, async (t) => {
    const { fake, engine } = await fakeEngine(t);
    fake.state.networks.set('k3d-c', { id: 'net', labels: {} });
    const plan = planCluster(mergeLayers(layer), allocated);
    for (const node of plan.nodes) {
      fake.state.images.set(node.container.image, 'sha256:1');
      await createContainer(engine, node.container);
      await engine.containers.putFiles(node.name, node.files);
    }
    const described = await describeCluster(engine, await needCluster(engine, 'c'));
    const again = planCluster(described, allocated);
    const parts = ({ nodes, volumes }: typeof plan) => ({
      containers: nodes.map(({ container }) => container),
      files: nodes.map(({ files }) => files),
      volumes,
    });
    assert.deepEqual(parts(again), parts(plan));
  });
}

test('what k3d mounts to show a node its memory limit is no volume of the user', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  fake.state.networks.set('k3d-c', { id: 'net', labels: {} });
  const [server] = planCluster(mergeLayers({ name: 'c', image: 'k3s', loadBalancer: 'off' }), facts).nodes;
  assert.ok(server);
  const binds = ['/root/.k3d/.fake/meminfo:/proc/meminfo:ro', '/root/.k3d/.fake/edac:/sys/devices/system/edac:ro'];
  await createContainer(engine, { ...server.container, binds: [...binds, '/host:/data'] });
  const { volumes } = await describeCluster(engine, await needCluster(engine, 'c'));
  assert.deepEqual(
    volumes.map(({ value }) => value),
    ['/host:/data'],
  );
});

test('the servers and agents that were added come after those of the creation, whatever they are called', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  const names = ['k3d-a-0', 'k3d-c-server-10', 'k3d-c-server-2', 'k3d-c-server-0', 'k3d-c-server-extra', 'k3d-z-0'];
  for (const name of names)
    addContainer(fake.state, name, { labels: { app: 'k3d', 'k3d.cluster': 'c', 'k3d.role': 'server' } });
  assert.deepEqual(
    nodesOf(await needCluster(engine, 'c'), 'server').map(({ name }) => name),
    ['k3d-c-server-0', 'k3d-c-server-2', 'k3d-c-server-10', 'k3d-a-0', 'k3d-c-server-extra', 'k3d-z-0'],
  );
});
