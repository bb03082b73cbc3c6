import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { INPUT_NAMES } from '../../../../src/action/inputs/inputNames.ts';
import { readInputs } from '../../../../src/action/inputs/inputs.ts';
import { DIND_IMAGE } from '../../../../src/config/defaults.ts';
import { PEER_INPUTS } from '../../../../src/action/peers/inputs.ts';
import { readStage } from '../../../../src/action/tools/versions.ts';
import { type ActionState, clusterEnv, parseState } from '../../../../src/action/state.ts';

interface ActionFile {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
}
const actionFile = parse(readFileSync(new URL('../../../../action.yml', import.meta.url), 'utf8')) as ActionFile;

/** The environment that the runner makes of inputs, defaults of action.yml included. */
function envOf(inputs: Record<string, string>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const name of INPUT_NAMES) {
    const value = actionFile.inputs[name]?.default;
    env[`INPUT_${name.toUpperCase()}`] = value ?? '';
  }
  for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name.toUpperCase()}`] = value;
  return env;
}
const readAll = (inputs: Record<string, string>, env: NodeJS.ProcessEnv = {}) =>
  readInputs({ ...envOf(inputs), ...env }, '/work');
/** As `readAll`, for inputs that mean one cluster. */
function read(inputs: Record<string, string>, env: NodeJS.ProcessEnv = {}) {
  const { clusters, ...rest } = readAll(inputs, env);
  assert.equal(clusters.length, 1);
  return { cluster: clusters[0] as (typeof clusters)[number], ...rest };
}

test('action.yml and the code know the same inputs', () => {
  assert.deepEqual(Object.keys(actionFile.inputs), [...INPUT_NAMES, ...Object.keys(PEER_INPUTS)]);
});

test('the dind image is the one of the release of the action, also of a fork', () => {
  const image = (env: NodeJS.ProcessEnv, inputs: Record<string, string> = {}) =>
    readAll({ dind: 'true', ...inputs }, env).dindImage;
  const of = (GITHUB_ACTION_REPOSITORY: string, GITHUB_ACTION_REF: string) => ({
    GITHUB_ACTION_REPOSITORY,
    GITHUB_ACTION_REF,
  });
  assert.equal(image({}), DIND_IMAGE);
  assert.equal(image(of('', '')), DIND_IMAGE);
  assert.equal(image(of('Acme/k3d-action', 'v2')), 'ghcr.io/acme/k3d-dind:v2');
  assert.equal(image(of('Acme/k3d-action', 'v1.2.3')), 'ghcr.io/acme/k3d-dind:v1.2.3');
  for (const ref of ['main', 'v1-beta', '0123456789012345678901234567890123456789'])
    assert.equal(image(of('Acme/k3d-action', ref)), 'ghcr.io/acme/k3d-dind:v1');
  assert.equal(image({ ...of('Acme/k3d-action', 'v2'), K3D_IMAGE_DIND: 'own:1' }), 'own:1');
  assert.equal(image(of('Acme/k3d-action', 'v2'), { 'dind-image': 'mine:1' }), 'mine:1');
});

test('without inputs there is one server and the default image', () => {
  const { cluster, cleanup } = read({});
  assert.deepEqual(
    [cluster.name, cluster.servers, cluster.agents, cluster.timeoutMs, [...cluster.wait], cleanup],
    ['k3s-default', 1, 0, 300_000, ['nodes', 'service-account', 'coredns'], 'always'],
  );
  assert.match(cluster.image, /^rancher\/k3s:v1\.\d+\.\d+-k3s\d$/);
});

test('all inputs are read', () => {
  const { cluster } = read({
    name: 'demo',
    version: 'v1.31.5',
    servers: '1',
    agents: '2',
    args: `--env 'A=b c@agent:*' --runtime-label x=y@all`,
    'k3s-args': '--disable=traefik --tls-san example.org\n# a comment\n\n--v=2@agent:1',
    ports: '8080:80@loadbalancer\n8081:81@agent:0',
    volumes: './charts:/charts@server:0',
    env: 'HTTP_PROXY=http://p:1@all',
    'node-labels': 'tier=db@agent:0',
    token: 'tok',
    network: 'net',
    'api-port': '6550',
    timeout: '90s',
    wait: 'false',
    cleanup: 'never',
  });
  assert.equal(cluster.image, 'rancher/k3s:v1.31.5-k3s1');
  assert.deepEqual(
    cluster.k3sArgs.map(({ value, nodeFilters }) => [value, ...nodeFilters]),
    [
      ['--disable=traefik', 'server:*'],
      ['--tls-san', 'server:*'],
      ['example.org', 'server:*'],
      ['--v=2', 'agent:1'],
    ],
  );
  assert.deepEqual(
    cluster.ports.map(({ where }) => where),
    ['input "ports", line 1', 'input "ports", line 2'],
  );
  assert.equal(cluster.volumes[0]?.value, '/work/charts:/charts');
  assert.deepEqual(
    cluster.env.map(({ value }) => value),
    ['HTTP_PROXY=http://p:1', 'A=b c'],
  );
  assert.deepEqual(
    [cluster.token, cluster.network, cluster.apiPort, cluster.timeoutMs, cluster.wait.size],
    ['tok', 'net', 6550, 90_000, 0],
  );
});

test('a config file wins over the defaults of inputs, and inputs that were set win over the file', () => {
  const config =
    'apiVersion: k3d.io/v1alpha5\nkind: Simple\nmetadata: {name: file}\nagents: 2\noptions: {k3d: {timeout: 1m}}\n';
  const fromFile = read({ config }).cluster;
  assert.deepEqual([fromFile.name, fromFile.agents, fromFile.timeoutMs], ['file', 2, 60_000]);
  assert.equal(read({ config, agents: '3' }).cluster.agents, 3);
});

test('args may name the cluster and a config file', () => {
  assert.equal(read({ args: 'demo --agents 1' }).cluster.name, 'demo');
  assert.throws(() => read({ args: '--config=x.yaml' }), /^UserError: config file x\.yaml does not exist$/);
});

test('caches are on for images, and a script has its files and its bound', () => {
  const { cache, snapshot, prepare } = read({});
  assert.deepEqual([cache, snapshot, prepare], ['images', false, undefined]);
  const set = read({
    cache: 'off',
    snapshot: 'true',
    'snapshot-key': '2',
    prepare: 'a\nb',
    'prepare-files': '# all\nx/*',
  });
  assert.deepEqual([set.cache, set.snapshot, set.snapshotKey], ['off', true, '2']);
  const files = [{ value: 'x/*', where: 'input "prepare-files", line 2' }];
  assert.deepEqual(set.prepare, { script: 'a\nb', files, timeoutMs: 600_000 });
});

test('every wrong input is one sentence that names it', () => {
  const cases: [Record<string, string>, RegExp][] = [
    [{ name: 'Bad_Name' }, /^input "name": "Bad_Name" can't be a cluster's name/],
    [{ servers: 'two' }, /^input "servers": expected a whole number from 1 to 100, not "two"$/],
    [{ servers: '0' }, /^input "servers": .*, not "0"$/],
    [{ agents: '-1' }, /^input "agents": .*, not "-1"$/],
    [{ version: 'v1.y' }, /^input "version": "v1\.y" is no release of k3s/],
    [{ version: 'v1.31.5', image: 'a/b' }, /^inputs "version" and "image" contradict each other/],
    [{ image: 'A B' }, /^input "image": "A B" is no image reference/],
    [{ args: '--agnets 1' }, /^input "args": unknown option '--agnets'; did you mean "--agents"\?$/],
    [{ args: '--servers' }, /^input "args": option '-s, --servers <n>' argument missing$/],
    [{ args: '--servers x' }, /^input "args": --servers: expected a whole number/],
    [{ args: 'a b' }, /^input "args": too many arguments/],
    [{ args: '--config=a', config: 'b' }, /^input "args" has --config and input "config" is set too/],
    [{ ports: '80:80@a@b' }, /^input "ports", line 1: .* more than one unescaped @/],
    [{ volumes: '/a:b' }, /^input "volumes", line 1: the destination/],
    [{ images: 'a b' }, /^input "images", line 1: "a b" is no image reference/],
    [{ images: 'a', wait: 'false' }, /^input "images" needs nodes that are ready/],
    [{ token: 'a b' }, /^input "token": a cluster token/],
    [{ 'api-port': 'x' }, /^input "api-port": malformed API port "x"/],
    [{ timeout: 'long' }, /^input "timeout": expected a duration/],
    [{ wait: 'maybe' }, /^input "wait": expected none, nodes, system, all, or some of .*, not "maybe"$/],
    [{ cleanup: 'allways' }, /^input "cleanup": "allways" is unknown; did you mean "always"\?$/],
    [{ cache: 'image' }, /^input "cache": "image" is unknown; did you mean "images"\?$/],
    [{ snapshot: 'yes' }, /^input "snapshot": expected true or false, not "yes"$/],
    [{ reset: 'maybe' }, /^input "reset": expected true or false, not "maybe"$/],
    [{ reset: 'true', datastore: 'postgres' }, /^inputs "reset" and "datastore" contradict each other: the state is/],
    [{ reset: 'true', wait: 'none' }, /^input "reset" needs nodes that are ready/],
    [{ 'wait-for': 'thing/x' }, /^input "wait-for", line 1: "thing" is no kind that can be waited for/],
    [{ 'wait-for': 'pod/x', wait: 'none' }, /^input "wait-for" needs nodes that are ready/],
    [{ snapshot: 'true', wait: 'false' }, /^input "snapshot" needs nodes that are ready/],
    [{ prepare: 'true', wait: 'false' }, /^input "prepare" needs nodes that are ready/],
    [{ 'prepare-files': 'charts/**' }, /^input "prepare-files" names what "prepare" uses: give a script there$/],
    [{ prepare: 'true', 'prepare-timeout': 'long' }, /^input "prepare-timeout": expected a duration/],
    [{ agent: '1' }, /^input "agent" is unknown; did you mean "agents"\?$/],
    [{ config: 'apiVersion: k3d.io/v1alpha5\nkind: Simple\nagnets: 1\n' }, /^inline config:3: unknown key "agnets"/],
  ];
  for (const [inputs, message] of cases) {
    assert.throws(() => read(inputs), { name: 'UserError', message }, JSON.stringify(inputs));
  }
});

test('environment variables of k3d stand between file and inputs', () => {
  assert.equal(read({}, { K3D_AGENTS: '2' }).cluster.agents, 2);
  assert.equal(read({ agents: '3' }, { K3D_AGENTS: '2' }).cluster.agents, 3);
});

test('a step can be for versions alone', () => {
  const choice = (inputs: Record<string, string>) =>
    readStage(Object.fromEntries(Object.entries(inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])));
  assert.deepEqual(choice({ stage: 'cluster' }), { name: 'cluster' });
  assert.deepEqual(choice({ stage: 'versions', last: '4', minimum: 'v1.28' }), {
    name: 'versions',
    choice: { last: 4, supported: false, minimum: 'v1.28' },
  });
  assert.throws(() => choice({ stage: 'version' }), /input "stage": "version" is unknown; did you mean "versions"\?/);
  assert.throws(() => choice({ last: '4' }), /input "last" is for "stage: versions"/);
  assert.throws(() => choice({ stage: 'versions', last: 'x' }), /input "last": expected a number of minors, not "x"/);
  assert.throws(() => choice({ stage: 'versions', minimum: '2' }), /input "minimum": expected a minor/);
});

test('the engine of a step’s clusters is its own, whatever a later step has chosen', () => {
  const state = { dind: undefined } as ActionState;
  assert.equal(clusterEnv(state, { K3D_DIND: 'other' }).K3D_DIND, '');
  assert.equal(clusterEnv({ ...state, dind: 'own' }, { K3D_DIND: 'other' }).K3D_DIND, 'own');
});

test('state that is missing, broken or of another version is no state', () => {
  assert.equal(parseState(''), undefined);
  assert.equal(parseState('{'), undefined);
  assert.equal(parseState('{"version":2}'), undefined);
  assert.deepEqual(parseState('{"version":3,"clusters":[]}')?.clusters, []);
});
