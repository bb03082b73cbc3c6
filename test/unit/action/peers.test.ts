import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { DEFAULT_INPUTS } from '../../../src/action/inputs/inputNames.ts';
import { readInputs } from '../../../src/action/inputs/inputs.ts';
import { PEER_INPUTS } from '../../../src/action/peers/inputs.ts';
import { expandArgs } from '../../../src/action/peers/expandArgs.ts';
import { fromKindConfig } from '../../../src/action/peers/kindConfig.ts';
import { modernArgs, quoteArgs } from '../../../src/action/peers/oldArgs.ts';
import { translateInputs, variableOf } from '../../../src/action/peers/translate.ts';
import { readStage } from '../../../src/action/tools/versions.ts';

/** The environment that inputs of a workflow make, our defaults included. */
const envOf = (inputs: Record<string, string>): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries({ ...DEFAULT_INPUTS, ...inputs }).map(([name, text]) => [variableOf(name), text]));
const translate = (inputs: Record<string, string>) => translateInputs(envOf(inputs), '/work', DEFAULT_INPUTS);
const read = (inputs: Record<string, string>) => {
  const { clusters } = readInputs(translate(inputs).env, '/work');
  assert.equal(clusters.length, 1);
  return clusters[0] as (typeof clusters)[number];
};

test('our own inputs are left as they are, without a word', () => {
  const env = envOf({ name: 'a', version: 'latest', wait: 'all', args: '--agents 1' });
  assert.deepEqual(translateInputs(env, '/work', DEFAULT_INPUTS), { env, notices: [] });
});

test('inputs of AbsaOSS/k3d-action, flags of k3d 4 included', () => {
  const cluster = read({
    'cluster-name': 'test-cluster-1',
    args: '-p "8083:80@agent[0]" --agents 3 --no-lb --k3s-server-arg "--no-deploy=traefik,servicelb"',
    network: 'nw01',
    'subnet-CIDR': '172.20.0.0/24',
    'use-default-registry': 'true',
    'registry-port': '5001',
    'k3d-version': 'v5.4.1',
  });
  assert.equal(cluster.name, 'test-cluster-1');
  assert.deepEqual([cluster.agents, cluster.network, cluster.subnet], [3, 'nw01', '172.20.0.0/24']);
  assert.deepEqual(
    cluster.ports.map(({ value, nodeFilters }) => [value, nodeFilters]),
    [['8083:80', ['agent:0:direct']]],
  );
  assert.deepEqual(
    cluster.k3sArgs.map(({ value, nodeFilters }) => [value, nodeFilters]),
    [['--disable=traefik,servicelb', ['server:*']]],
  );
  assert.deepEqual(
    cluster.registriesCreate.map(({ name, hostPort }) => [name, hostPort]),
    [['registry.localhost', 5001]],
  );
});

test('flags that are not old stay as they were quoted', () => {
  assert.equal(modernArgs(`--env 'A=b c@agent:*' -p "80:80@loadbalancer"`), undefined);
  const args = ['a', 'b c', `d'e`, 'f"g h'];
  const { env } = translate({ 'cluster-name': 'x', args: quoteArgs(['--k3s-agent-arg=--v=2', ...args]) });
  assert.equal(env.INPUT_ARGS, quoteArgs(['--k3s-arg', '--v=2@agent:*', ...args]));
});

test('inputs of nolar/setup-k3d-k3s', () => {
  const cluster = read({ version: 'latest', channel: 'v1.31', 'k3d-name': '1-31', 'k3d-args': '--agents 2 --no-lb' });
  assert.deepEqual([cluster.name, cluster.agents, cluster.image], ['1-31', 2, '+v1.31']);
  assert.equal(read({ version: 'v1' }).image, '+1.x');
  assert.deepEqual([...read({ 'skip-readiness': 'true' }).wait], ['nodes']);
  assert.deepEqual(readStage(translate({ 'skip-creation': 'true' }).env), { name: 'install' });
});

test('the kubectl of helm/kind-action is a tool', () => {
  const { tools } = readInputs(translate({ kubectl_version: 'v1.31.0' }).env, '/work');
  assert.deepEqual(
    tools.map(({ name, version }) => [name, version]),
    [['kubectl', '1.31.0']],
  );
});

test('inputs of helm/kind-action', () => {
  const cluster = read({
    version: 'v0.24.0',
    cluster_name: 'chart-testing',
    node_image: 'kindest/node:v1.31.4@sha256:0123',
    wait: '600s',
    registry: 'true',
    registry_port: '5005',
  });
  assert.deepEqual([cluster.name, cluster.image], ['chart-testing', 'rancher/k3s:v1.31.4-k3s1']);
  assert.deepEqual([cluster.timeoutMs, cluster.wait.has('coredns')], [600_000, true]);
  assert.deepEqual(
    cluster.registriesCreate.map(({ name, hostPort }) => [name, hostPort]),
    [['kind-registry', 5005]],
  );
  assert.equal(read({ wait: '0s' }).wait.size, 0);
  assert.deepEqual(readStage(translate({ install_only: 'true' }).env), { name: 'install' });
});

test('one notice says the native names, and what has no effect', () => {
  const { notices } = translate({ 'cluster-name': 'a', 'github-token': 'x' });
  assert.deepEqual(notices, [
    'Inputs that other actions have: "cluster-name" (of AbsaOSS/k3d-action) is here "name"; ' +
      `"github-token" (of nolar/setup-k3d-k3s) is not used, since releases are not looked up over GitHub's API`,
  ]);
});

test('what contradicts is an error', () => {
  const cases: [Record<string, string>, RegExp][] = [
    [
      { name: 'a', 'cluster-name': 'b' },
      /inputs "name" and "cluster-name" contradict each other \("a" and "b"\): give "name" only/,
    ],
    [{ cluster_name: 'a', 'k3d-name': 'b' }, /inputs "k3d-name" and "cluster_name" contradict/],
    [{ version: 'v1.30', channel: 'v1.31' }, /inputs "version" and "channel" contradict/],
    [{ install_only: 'maybe' }, /input "install_only" \(of helm\/kind-action\): "maybe" is neither "true" nor "false"/],
  ];
  for (const [inputs, expected] of cases) assert.throws(() => translate(inputs), expected);
});

test('no input of ours has the name of another action’s, and none is forgotten in the translated environment', () => {
  const all = Object.fromEntries(Object.keys(PEER_INPUTS).map((name) => [name, '']));
  const names = Object.keys(translate(all).env).filter((name) => name.startsWith('INPUT_'));
  assert.deepEqual(names.sort(), Object.keys(DEFAULT_INPUTS).map(variableOf).sort());
});

test('a config of kind becomes one of k3d', () => {
  const text = `kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
name: app
featureGates: { InPlace: true }
networking: { podSubnet: 10.9.0.0/16, disableDefaultCNI: true, ipFamily: ipv4, apiServerPort: 6445 }
nodes:
  - role: control-plane
    image: kindest/node:v1.31.4
    kubeadmConfigPatches: ["x"]
    extraPortMappings:
      - { containerPort: 80, hostPort: 8080, listenAddress: 127.0.0.1, protocol: TCP }
  - role: worker
    labels: { tier: db }
    extraMounts: [{ hostPath: /tmp, containerPath: /data, readOnly: true }]
  - role: worker
`;
  const { unused } = fromKindConfig(text, 'kind.yaml');
  assert.deepEqual(unused, ['nodes.kubeadmConfigPatches', 'networking.ipFamily']);
  const cluster = read({ config: text });
  assert.deepEqual(
    [cluster.name, cluster.servers, cluster.agents, cluster.image, cluster.apiPort],
    ['app', 1, 2, 'rancher/k3s:v1.31.4-k3s1', 6445],
  );
  const plain = (list: { value: string; nodeFilters: string[] }[]) =>
    list.map(({ value, nodeFilters }) => `${value}@${nodeFilters.join(';')}`);
  assert.deepEqual(plain(cluster.ports), ['127.0.0.1:8080:80/tcp@server:0:direct']);
  assert.deepEqual(plain(cluster.volumes), ['/tmp:/data:ro@agent:0']);
  assert.deepEqual(plain(cluster.nodeLabels), ['tier=db@agent:0']);
  assert.ok(plain(cluster.k3sArgs).includes('--flannel-backend=none@server:*'));
  assert.ok(plain(cluster.k3sArgs).includes('--kube-apiserver-arg=feature-gates=InPlace=true@server:*'));
  assert.match(translate({ config: text }).notices.join(), /the config is one of kind.*without nodes\.kubeadm/);
});

test('a config of kind that is wrong names file and line', () => {
  const head = 'kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n';
  assert.throws(
    () => fromKindConfig(`${head}nodes:\n  - role: boss\n`, 'kind.yaml'),
    /^UserError: kind\.yaml:4: "nodes\.role": "boss"/,
  );
  assert.throws(() => fromKindConfig(`${head}nodes: [\n`, 'kind.yaml'), /^UserError: kind\.yaml:\d/);
});

test('the steps of docs/migrate.md mean the same before and after', () => {
  const text = readFileSync(new URL('../../../docs/migrate.md', import.meta.url), 'utf8');
  const pairs = [...text.matchAll(/```yaml\n([^]*?)```/g)].map(
    ([, block = '']) => parse(block) as { uses: string; with: Record<string, unknown> }[],
  );
  assert.deepEqual(
    pairs.map(([before]) => before?.uses.split('@')[0]),
    [...new Set(Object.values(PEER_INPUTS).map(({ of }) => of))],
  );
  for (const pair of pairs) {
    const [before, after] = pair.map((step) => {
      const inputs = Object.entries(step.with).map(([name, value]) => [name, String(value).trim()] as const);
      // Where a value was written differs, by nature.
      return JSON.stringify(read(Object.fromEntries<string>(inputs)), (key, value: unknown) =>
        key === 'where' ? undefined : value instanceof Set ? [...value] : value,
      );
    });
    assert.equal(before, after);
  }
});

test('what AbsaOSS’s script evaluates is expanded, and nothing is run', () => {
  const env = { GITHUB_WORKSPACE: '/work', TAG: 'v1' };
  const text =
    '-v $GITHUB_WORKSPACE/a:/a -v "$(pwd)/b:/b" \\\n  -e A=${TAG} -e \'B=$TAG\' -e C=$(date) -e D=\\$TAG -e E=$NONE';
  assert.equal(
    expandArgs(text, env, '/here'),
    `-v /work/a:/a -v "/here/b:/b"    -e A=v1 -e 'B=$TAG' -e C=$(date) -e D=\\$TAG -e E=`,
  );
  const { env: own } = translateInputs(
    { ...envOf({ 'cluster-name': 'x', args: '-a 1 -v $(pwd)/b:/b' }) },
    '/work',
    DEFAULT_INPUTS,
  );
  assert.equal(own.INPUT_ARGS, '-a 1 -v /work/b:/b');
});

test('inputs of kind-action that only it has', () => {
  const long = 'a-name-that-kind-takes-and-k3d-finds-too-long';
  const { env } = translate({ cluster_name: long, cloud_provider: 'true' });
  assert.match(env.INPUT_NAME ?? '', /^a-name-that-kind-takes-[0-9a-f]{8}$/);
  assert.notEqual(translate({ cluster_name: `${long}-2` }).env.INPUT_NAME, env.INPUT_NAME);
  for (const [image, version] of [
    ['kindest/node:v1.29', 'v1.29'],
    ['kindest/node:latest', 'latest'],
    ['mirror.example/kindest/node:v1.30.2', 'v1.30.2'],
  ] as const)
    assert.equal(translate({ node_image: image }).env.INPUT_VERSION, version, image);
  const { config } = fromKindConfig(
    'kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: control-plane\n  image: kindest/node:v1.29\n  extraPortMappings: [{ containerPort: 80 }]\n',
    'kind.yaml',
  );
  assert.deepEqual((parse(config) as { image: string; ports: unknown[] }).image, '+v1.29');
  assert.deepEqual((parse(config) as { ports: { port: string }[] }).ports[0]?.port, '0:80/tcp');
});
