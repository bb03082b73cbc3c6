import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { mergeLayers } from '../../../src/config/merge.ts';
import type { ConfigLayer, Filtered } from '../../../src/config/types.ts';
import { gatewayOf, nodeAddress, upperHalf } from '../../../src/plan/addresses.ts';
import { planCluster, planNetwork } from '../../../src/plan/cluster.ts';
import type { Allocated } from '../../../src/plan/allocated.ts';
import { kubernetesName } from '../../../src/contract/labels.ts';

const facts: Allocated = {
  creation: 'id-1',
  token: 'secret',
  apiHost: '127.0.0.1',
  apiPort: 6550,
  network: {
    name: 'k3d-c',
    id: 'net1',
    subnet: '172.20.0.0/16',
    gateway: '172.20.0.1',
    external: false,
    fixedAddresses: true,
  },
  registries: [],
  existingVolumes: new Set(['k3d-shared']),
};

const entry = (value: string, ...nodeFilters: string[]): Filtered => ({ value, nodeFilters, where: 'here' });
const plan = (layer: ConfigLayer) => planCluster(mergeLayers({ name: 'c', image: 'rancher/k3s:x' }, layer), facts);
const nodeOf = (layer: ConfigLayer, name: string) => {
  const node = plan(layer).nodes.find((candidate) => candidate.name === name);
  assert.ok(node, name);
  return node;
};

test('a node from a snapshot is called in Kubernetes what it was, and does not go where it was', () => {
  const restored = new Map([['k3d-c-server-0', { nodeName: 'k3d-old-server-0', ip: '172.20.0.9' }]]);
  const config = mergeLayers({ name: 'c', image: 'rancher/k3s:x' });
  const [node] = planCluster(config, { ...facts, restored, staleAddresses: ['10.0.0.2'] }).nodes;
  assert.ok(node);
  const { name, hostname, ip, labels, command, emptyVolumes } = node.container;
  assert.deepEqual([name, hostname, ip], ['k3d-c-server-0', 'k3d-old-server-0', '172.20.0.9']);
  assert.equal(kubernetesName({ name, labels }), 'k3d-old-server-0');
  assert.equal(kubernetesName({ name: 'k3d-c-agent-0', labels }), 'k3d-c-agent-0', 'a label that k3d has copied');
  assert.deepEqual(command.slice(-2), ['--tls-san', 'k3d-c-server-0']);
  assert.deepEqual(emptyVolumes, ['/var/lib/rancher/k3s']);
  const script = node.files.find(({ path }) => path.endsWith('-addresses.sh'));
  assert.match(String(script?.content), /for address in 10\.0\.0\.2; do\n {2}ip route add unreachable/);
  const brought = planCluster({ ...config, volumes: [entry('/mine:/var/lib/rancher/k3s')] }, { ...facts, restored })
    .nodes[0];
  assert.deepEqual(brought?.container.emptyVolumes, []);
});

test('a server has the name, labels, env, args and mounts that k3d gives it', () => {
  const { container } = nodeOf({}, 'k3d-c-server-0');
  assert.deepEqual(container, {
    name: 'k3d-c-server-0',
    hostname: 'k3d-c-server-0',
    image: 'rancher/k3s:x',
    entrypoint: ['/bin/k3d-entrypoint.sh'],
    command: ['server', '--tls-san', '127.0.0.1', '--tls-san', 'k3d-c-serverlb'],
    env: ['K3S_TOKEN=secret', 'K3S_KUBECONFIG_OUTPUT=/output/kubeconfig.yaml'],
    labels: {
      app: 'k3d',
      'k3d.version': 'v5.9.0',
      'k3d.role': 'server',
      'k3d.cluster': 'c',
      'k3d.cluster.url': 'https://k3d-c-server-0:6443',
      'k3d.cluster.token': 'secret',
      'k3d.cluster.imageVolume': 'k3d-c-images',
      'k3d.cluster.network': 'k3d-c',
      'k3d.cluster.network.id': 'net1',
      'k3d.cluster.network.iprange': '172.20.0.0/16',
      'k3d.cluster.network.external': 'false',
      'k3d.server.loadbalancer': '',
      'k3d.server.api.host': '127.0.0.1',
      'k3d.server.api.hostIP': '127.0.0.1',
      'k3d.server.api.port': '6550',
      'k3d.node.staticIP': '172.20.0.3',
      'k3d.creation.id': 'id-1',
    },
    network: 'k3d-c',
    ip: '172.20.0.3',
    ipV6: undefined,
    ports: [{ hostIP: '127.0.0.1', hostPort: 6550, containerPort: 6443, protocol: 'tcp' }],
    binds: ['k3d-c-images:/k3d/images'],
    tmpfs: ['/run', '/var/run'],
    emptyVolumes: [],
    extraHosts: ['host.k3d.internal:172.20.0.1'],
    ulimits: [],
    memory: undefined,
    hostPid: false,
    gpus: undefined,
    privileged: true,
    init: true,
  });
});

test("the load balancer has k3d's name, labels and mounts, and passes the API on to all servers", () => {
  const layer: ConfigLayer = { servers: 2, agents: 1, ports: [entry('8080:80'), entry('53:53/udp', 'agent:0')] };
  const { container, files } = nodeOf(layer, 'k3d-c-serverlb');
  const { labels, ...rest } = container;
  assert.deepEqual(rest, {
    name: 'k3d-c-serverlb',
    hostname: 'k3d-c-serverlb',
    image: 'nginx:1.30-alpine',
    entrypoint: ['/bin/k3d-loadbalancer.sh'],
    command: [],
    env: [],
    network: 'k3d-c',
    ip: '172.20.0.6',
    ipV6: undefined,
    ports: [
      { hostIP: '127.0.0.1', hostPort: 6550, containerPort: 6443, protocol: 'tcp' },
      { hostIP: '127.0.0.1', hostPort: 8080, containerPort: 80, protocol: 'tcp' },
      { hostIP: '127.0.0.1', hostPort: 53, containerPort: 53, protocol: 'udp' },
    ],
    binds: ['k3d-c-images:/k3d/images'],
    tmpfs: [],
    emptyVolumes: [],
    extraHosts: ['host.k3d.internal:172.20.0.1'],
    ulimits: [],
    memory: undefined,
    hostPid: false,
    gpus: undefined,
    privileged: false,
    init: true,
  });
  assert.equal(labels['k3d.role'], 'loadbalancer');
  assert.equal(labels['k3d.server.loadbalancer'], 'k3d-c-serverlb');
  assert.deepEqual(JSON.parse(labels['k3d.loadbalancer.open'] ?? ''), {
    '6443.tcp': ['server'],
    '80.tcp': ['server', 'agent'],
    '53.udp': [],
  });
  const values = files.find(({ path }) => path === '/etc/confd/values.yaml');
  assert.deepEqual(parse(String(values?.content)), {
    ports: {
      '6443.tcp': ['k3d-c-server-0', 'k3d-c-server-1'],
      '80.tcp': ['k3d-c-server-0', 'k3d-c-server-1', 'k3d-c-agent-0'],
      '53.udp': ['k3d-c-agent-0'],
    },
    settings: { workerConnections: 1024, defaultProxyTimeout: 600 },
  });
});

test("the host's network has room for one server, which publishes nothing", () => {
  const { container } = nodeOf({ network: 'host', loadBalancer: 'on' }, 'k3d-c-server-0');
  assert.deepEqual(container.ports, []);
  assert.equal(plan({ network: 'host', loadBalancer: 'on' }).nodes.length, 1);
  const cases: [ConfigLayer, RegExp][] = [
    [{ servers: 3 }, /^network "host": there is room for one server and no agents$/],
    [{ agents: 1 }, /there is room for one server/],
    [{ ports: [entry('80:80')] }, /ports can't be published/],
    [{ apiPort: 6550 }, /the API's port is 6443 there/],
    [{ registriesUse: [{ value: 'r', where: 'here' }] }, /registries of the cluster can't be reached by name there/],
  ];
  for (const [layer, message] of cases) {
    assert.throws(() => plan({ ...layer, network: 'host' }), { name: 'UserError', message });
  }
});

test('fixes can be left out, and a memory limit is shown to the node', () => {
  const paths = (layer: ConfigLayer) => nodeOf(layer, 'k3d-c-server-0').files.map(({ path }) => path);
  assert.equal(paths({ disabledFixes: ['dns'] }).includes('/bin/k3d-entrypoint-dns.sh'), false);
  assert.ok(paths({}).includes('/bin/k3d-entrypoint-dns.sh'));
  assert.equal(paths({}).includes('/etc/k3d-meminfo'), false);
  const limited = nodeOf({ serversMemory: 2 * 1024 ** 3 }, 'k3d-c-server-0').files;
  const meminfo = limited.find(({ path }) => path === '/etc/k3d-meminfo');
  assert.match(String(meminfo?.content), /^MemTotal: 2097152 kB\n/);
});

test('an agent joins the first server and has no API labels', () => {
  const { container } = nodeOf({ agents: 2 }, 'k3d-c-agent-1');
  assert.deepEqual(container.command, ['agent']);
  assert.deepEqual(container.env, ['K3S_TOKEN=secret', 'K3S_URL=https://k3d-c-server-0:6443']);
  assert.equal(container.labels['k3d.role'], 'agent');
  assert.equal(
    Object.keys(container.labels).some((key) => key.startsWith('k3d.server.api')),
    false,
  );
  assert.deepEqual(container.ports, []);
});

test('the first of several servers begins an etcd cluster, the others join it', () => {
  const layer: ConfigLayer = { servers: 3, loadBalancer: 'off' };
  const first = nodeOf(layer, 'k3d-c-server-0').container;
  assert.ok(first.command.includes('--cluster-init'));
  assert.equal(first.labels['k3d.server.init'], 'true');
  const third = nodeOf(layer, 'k3d-c-server-2').container;
  assert.equal(third.command.includes('--cluster-init'), false);
  assert.equal(third.labels['k3d.server.init'], 'false');
  assert.ok(third.env.includes('K3S_URL=https://k3d-c-server-0:6443'));
});

test('args, labels, env and files reach the nodes that their filters mean', () => {
  const layer: ConfigLayer = {
    agents: 2,
    k3sArgs: [entry('--disable=traefik', 'server:*'), entry('--v=2', 'agent:1')],
    nodeLabels: [entry('tier=db', 'agent:0')],
    runtimeLabels: [entry('team=a', 'all')],
    env: [entry('A=b', 'agents')],
    files: [{ source: 'text', destination: 'k3s-manifests/x.yaml', nodeFilters: ['server:0'], where: 'here' }],
  };
  assert.deepEqual(nodeOf(layer, 'k3d-c-server-0').container.command.slice(0, 2), ['server', '--disable=traefik']);
  assert.deepEqual(nodeOf(layer, 'k3d-c-agent-0').container.command, ['agent', '--node-label', 'tier=db']);
  assert.deepEqual(nodeOf(layer, 'k3d-c-agent-1').container.command, ['agent', '--v=2']);
  assert.equal(nodeOf(layer, 'k3d-c-agent-1').container.labels.team, 'a');
  assert.equal(nodeOf(layer, 'k3d-c-agent-0').container.env[0], 'A=b');
  const paths = (name: string) => nodeOf(layer, name).files.map((file) => file.path);
  assert.ok(paths('k3d-c-server-0').includes('/var/lib/rancher/k3s/server/manifests/x.yaml'));
  assert.equal(
    paths('k3d-c-agent-0').some((path) => path.includes('manifests')),
    false,
  );
});

test("named volumes are the user's, but for new ones with k3d's prefix", () => {
  const { volumes, nodes } = plan({
    volumes: [entry('data:/d'), entry('k3d-own:/o'), entry('k3d-shared:/s'), entry('/host:/h:ro', 'server:0')],
  });
  assert.deepEqual(
    volumes.map(({ name }) => name),
    ['k3d-own', 'k3d-c-images'],
  );
  assert.deepEqual(volumes[0]?.labels, {
    app: 'k3d',
    'k3d.version': 'v5.9.0',
    'k3d.cluster': 'c',
    'k3d.creation.id': 'id-1',
  });
  assert.deepEqual(nodes[0]?.container.binds, [
    'data:/d',
    'k3d-own:/o',
    'k3d-shared:/s',
    '/host:/h:ro',
    'k3d-c-images:/k3d/images',
  ]);
});

test('without an image volume there is none, and its label is empty', () => {
  const { volumes, nodes } = plan({ imageVolume: false });
  assert.deepEqual(volumes, []);
  assert.equal(nodes[0]?.container.labels['k3d.cluster.imageVolume'], '');
});

test('registries.yaml is written where only root reads it', () => {
  const file = nodeOf({ registriesYaml: 'mirrors: {}' }, 'k3d-c-server-0').files.find(
    ({ path }) => path === '/etc/rancher/k3s/registries.yaml',
  );
  assert.equal(file?.mode, 0o600);
});

test('host aliases become entries of the hosts file and a label', () => {
  const { container } = nodeOf({ hostAliases: [{ ip: '10.0.0.5', hostnames: ['db', 'db.local'] }] }, 'k3d-c-server-0');
  assert.deepEqual(container.extraHosts, ['host.k3d.internal:172.20.0.1', 'db:10.0.0.5', 'db.local:10.0.0.5']);
  assert.equal(container.labels['k3d.cluster.start.hostaliases'], '[{"ip":"10.0.0.5","hostnames":["db","db.local"]}]');
});

test('memory limits go to the nodes of their role', () => {
  const layer: ConfigLayer = { agents: 1, serversMemory: 1, agentsMemory: 2 };
  assert.equal(nodeOf(layer, 'k3d-c-server-0').container.memory, 1);
  assert.equal(nodeOf(layer, 'k3d-c-agent-0').container.memory, 2);
});

test('the network is labelled as ours, and leaves its lower half to the nodes', () => {
  const config = mergeLayers({ name: 'c' });
  const labels = { app: 'k3d', 'k3d.creation.id': 'id-1' };
  assert.deepEqual(planNetwork(config, 'id-1', undefined), {
    name: 'k3d-c',
    labels,
    ...{ ipam: undefined, ipamV6: undefined },
  });
  const dual = mergeLayers({ name: 'c', ipFamily: 'dual', subnetV6: 'fd00:28::/64' });
  assert.equal(planNetwork(dual, 'id-1', undefined).ipamV6?.gateway, 'fd00:28::1');
  assert.deepEqual(planNetwork(config, 'id-1', '172.30.0.0/16').ipam, {
    subnet: '172.30.0.0/16',
    gateway: '172.30.0.1',
    range: '172.30.128.0/17',
  });
});

test('nodes get addresses in their order, where there is room', () => {
  const addresses = plan({ agents: 2 }).nodes.map(({ container }) => container.ip);
  assert.deepEqual(addresses, ['172.20.0.3', '172.20.0.4', '172.20.0.5']);
  assert.equal(nodeAddress('192.168.5.16/28', 0), '192.168.5.19');
  assert.equal(nodeAddress('192.168.5.16/28', 5), undefined);
  assert.equal(upperHalf('192.168.5.16/28'), '192.168.5.24/29');
  assert.equal(gatewayOf('10.0.255.0/24'), '10.0.255.1');
});

test('what can not be planned says why and where', () => {
  const cases: [ConfigLayer, RegExp][] = [
    [{ agents: 1, env: [entry('A=b')] }, /^here: "A=b" needs a node filter since the cluster has 2 nodes/],
    [
      { k3sArgs: [entry('--x', 'agent:0')] },
      /^here: node filter "agent:0" names node 0, but the cluster has no such node/,
    ],
    [{ runtimeLabels: [entry('k3d.role=x', 'all')] }, /^here: label "k3d\.role" is reserved/],
    [{ runtimeLabels: [entry('app=x', 'all')] }, /label "app" is reserved/],
    [{ volumes: [entry('/a:b')] }, /^here: the destination in volume/],
  ];
  for (const [layer, message] of cases) assert.throws(() => plan(layer), { name: 'UserError', message });
});
