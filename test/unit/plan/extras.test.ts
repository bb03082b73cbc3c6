import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from '../../../src/cluster/apply/compare.ts';
import { labelChange, labelsInCommand } from '../../../src/cluster/apply/nodeLabels.ts';
import { sortTags } from '../../../src/cli/commands/version.ts';
import { gpuRequest } from '../../../src/docker/containerOptions.ts';
import { planAddedNode } from '../../../src/plan/clone.ts';
import { nodeFiles } from '../../../src/plan/nodeFiles.ts';

const added = {
  name: 'k3d-new-0',
  url: 'https://k3d-c-server-1:6443',
  image: undefined,
  token: undefined,
  memory: undefined,
  ulimits: [],
  k3sArgs: ['--v=2'],
  nodeLabels: ['a=b'],
  runtimeLabels: { team: 'x' },
};
const server = {
  image: 'k3s',
  command: ['server', '--cluster-init', '--node-label', 'old=1', '--tls-san', 'x'],
  env: ['A=b', 'K3S_TOKEN=t', 'K3S_KUBECONFIG_OUTPUT=/old'],
  labels: {
    app: 'k3d',
    'k3d.role': 'server',
    'k3d.cluster': 'c',
    'k3d.cluster.token': 't',
    'k3d.cluster.network': 'k3d-c',
    'k3d.server.init': 'true',
    'k3d.server.api.port': '6550',
    'k3d.node.staticIP': '10.0.0.3',
    other: 'label',
  },
  binds: ['v:/v'],
  extraHosts: ['h:1.2.3.4'],
  ulimits: [],
  memory: 1024,
  hostPid: false,
  gpus: '2',
};

test('a server that joins is a copy of another, without what began the cluster', () => {
  const node = planAddedNode(server, { ...added, role: 'server' }, '/output/kubeconfig.yaml');
  assert.deepEqual(node.command, ['server', '--node-label', 'old=1', '--tls-san', 'x', '--v=2', '--node-label', 'a=b']);
  assert.deepEqual(node.env, [
    'A=b',
    'K3S_TOKEN=t',
    `K3S_URL=${added.url}`,
    'K3S_KUBECONFIG_OUTPUT=/output/kubeconfig.yaml',
  ]);
  assert.equal(node.labels['k3d.server.init'], 'false');
  assert.equal(node.labels['k3d.node.staticIP'], undefined);
  assert.equal(node.labels['k3d.server.api.port'], '6550');
  assert.deepEqual([node.labels.other, node.labels.team, node.memory, node.gpus], [undefined, 'x', 1024, '2']);
});

test("a cluster's first agent takes from a server what servers don't keep to themselves", () => {
  const withDatabase = { ...server, env: [...server.env, 'K3S_DATASTORE_ENDPOINT=postgres://u:secret@db/k3s'] };
  const node = planAddedNode(withDatabase, { ...added, role: 'agent' }, '/output/kubeconfig.yaml');
  assert.deepEqual(node.command, ['agent', '--v=2', '--node-label', 'a=b']);
  assert.deepEqual(node.env, ['A=b', 'K3S_TOKEN=t', `K3S_URL=${added.url}`]);
  assert.equal(node.labels['k3d.server.api.port'], undefined);
  assert.equal(node.memory, undefined);
});

test('settings of the kubelet are not written into a folder of the user', () => {
  const has = (binds: string[]) =>
    nodeFiles('agent', 'rancher/k3s:v1.33.5-k3s1', [], undefined, binds).some(({ path }) =>
      path.endsWith('00-k3d.yaml'),
    );
  assert.equal(has(['/a:/b', 'v:/etc/other']), true);
  assert.equal(has(['/mine:/etc/rancher/k3s']), false);
  assert.equal(has(['/mine:/etc/rancher/k3s/config.yaml.d:ro']), false);
});

test('GPUs are asked for as docker does', () => {
  assert.deepEqual(gpuRequest('all'), { Driver: '', Capabilities: [['gpu']], Count: -1 });
  assert.deepEqual(gpuRequest('2'), { Driver: '', Capabilities: [['gpu']], Count: 2 });
  assert.deepEqual(gpuRequest('device=0,GPU-1'), { Driver: '', Capabilities: [['gpu']], DeviceIDs: ['0', 'GPU-1'] });
});

test('tags are sorted by release, and other tags come after the newest first', () => {
  const tags = ['v1.9.0-k3s1', 'latest', 'v1.33.5-k3s1', 'v1.33.5-k3s2', 'v1.10.0-k3s1'];
  assert.deepEqual(sortTags(tags, 'desc'), ['v1.33.5-k3s2', 'v1.33.5-k3s1', 'v1.10.0-k3s1', 'v1.9.0-k3s1', 'latest']);
  assert.deepEqual(sortTags(tags, 'off'), tags);
});

test('labels of a node are given and taken back, and those of others stay', () => {
  assert.deepEqual(labelsInCommand(['agent', '--node-label', 'a=b=c', '--node-label', 'd=']), { a: 'b=c', d: '' });
  const node = { metadata: { name: 'n', labels: { a: '1', b: '2', theirs: '3' } }, spec: {} };
  assert.deepEqual(labelChange(node, { a: '1', b: '2' }, { b: '9', c: '4' }), { a: null, b: '9', c: '4' });
  const recorded = { ...node, metadata: { ...node.metadata, annotations: { 'k3d.io/node-labels': '{"b":"2"}' } } };
  assert.deepEqual(labelChange(recorded, { a: '1' }, {}), { b: null });
});

test('a container that is as it should be has no differences, whatever its image sets', () => {
  const wanted = planAddedNode(server, { ...added, role: 'server' }, '/k');
  const actual = {
    ...wanted,
    env: [...wanted.env, 'PATH=/bin'],
    portBindings: [],
    memory: wanted.memory ?? 0,
    labels: { ...wanted.labels, 'from.image': 'x' },
  } as unknown as Parameters<typeof differences>[0];
  assert.deepEqual(differences(actual, wanted, ['PATH=/bin']), []);
  const proxied = { ...actual, env: [...actual.env, 'HTTP_PROXY=http://p', 'no_proxy=a'] };
  assert.deepEqual(differences(proxied, wanted, ['PATH=/bin']), []);
  assert.deepEqual(differences({ ...actual, image: 'old' }, wanted, ['PATH=/bin']), [
    'image old would have to become k3s',
  ]);
  const limits = [
    { name: 'RLIMIT_NOFILE', soft: 1, hard: 2 },
    { name: 'RLIMIT_NPROC', soft: 3, hard: 3 },
  ];
  const nofile = { name: 'nofile', soft: 1, hard: 2 };
  assert.deepEqual(differences({ ...actual, ulimits: limits }, wanted, ['PATH=/bin']), [], 'those of podman itself');
  assert.deepEqual(
    differences({ ...actual, ulimits: limits }, { ...wanted, ulimits: [nofile] }, ['PATH=/bin']),
    [],
    'one that was asked for, under podman’s name',
  );
  assert.deepEqual(
    differences({ ...actual, ulimits: [nofile] }, wanted, ['PATH=/bin']),
    ['ulimits nofile=1:2 would have to become nothing'],
    'with Docker each was asked for',
  );
});
