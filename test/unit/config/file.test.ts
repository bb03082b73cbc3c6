import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { environmentLayer } from '../../../src/config/fields.ts';
import { parseConfig } from '../../../src/config/file.ts';
import { mergeLayers } from '../../../src/config/merge.ts';
import { type ConfigSources, resolveConfigs } from '../../../src/config/resolve.ts';

const head = 'apiVersion: k3d.io/v1alpha5\nkind: Simple\n';
const readFile = (text: string, env: NodeJS.ProcessEnv = {}) =>
  parseConfig(text, { path: '/w/k3d.yaml', env, cwd: '/w' });
/** The layer of a file with one document. */
function read(text: string, env: NodeJS.ProcessEnv = {}) {
  const { layers } = readFile(text, env);
  assert.equal(layers.length, 1);
  return layers[0] as (typeof layers)[number];
}
function resolveConfig(sources: ConfigSources) {
  const [config, ...others] = resolveConfigs(sources).clusters;
  assert.ok(config);
  assert.deepEqual(others, []);
  return config;
}

test('every field of this stage is read', () => {
  const layer = read(`${head}
metadata: { name: demo }
servers: 2
agents: 3
kubeAPI: { host: api.local, hostIP: 127.0.0.2, hostPort: "6550" }
image: rancher/k3s:v1.33.5-k3s1
network: mine
token: secret
volumes: [{ volume: "./data:/data", nodeFilters: ["server:0"] }]
ports: [{ port: "8080:80", nodeFilters: [loadbalancer] }]
env: [{ envVar: A=b, nodeFilters: [all] }]
files: [{ source: "one\\ntwo", destination: k3s-manifests/a.yaml }]
hostAliases: [{ ip: 10.0.0.1, hostnames: [a, b] }]
registries:
  create:
    name: reg
    host: 127.0.0.3
    hostPort: 5005
    image: "registry:3"
    enforcePortMatch: true
    volumes: ["./reg:/var/lib/registry"]
    proxy: { remoteURL: "https://example.org", username: u, password: p }
  use: ["k3d-other:5000"]
  config: "mirrors: {}\\n"
options:
  k3d:
    { wait: false, timeout: 90s, disableLoadbalancer: true, disableImageVolume: true, disableRollback: true,
      loadbalancer: { configOverrides: [settings.workerConnections=9] } }
  k3s:
    extraArgs: [{ arg: --disable=traefik, nodeFilters: ["server:*"] }]
    nodeLabels: [{ label: x=y, nodeFilters: ["agent:1"] }]
  kubeconfig: { updateDefaultKubeconfig: false, switchCurrentContext: false }
  runtime:
    gpuRequest: all
    serversMemory: 1g
    agentsMemory: 512m
    hostPidMode: true
    labels: [{ label: l=m, nodeFilters: [all] }]
    ulimits: [{ name: nofile, soft: 1, hard: 2 }]
`);
  const filtered = (value: string, nodeFilters: string[], line: number, key: string) => ({
    value,
    nodeFilters,
    where: `/w/k3d.yaml:${line}: "${key}"`,
  });
  assert.deepEqual(layer, {
    name: 'demo',
    servers: 2,
    agents: 3,
    apiHost: 'api.local',
    apiHostIP: '127.0.0.2',
    apiPort: 6550,
    image: 'rancher/k3s:v1.33.5-k3s1',
    network: 'mine',
    token: 'secret',
    wait: new Set(),
    timeoutMs: 90_000,
    loadBalancer: 'off',
    imageVolume: false,
    rollback: false,
    updateDefaultKubeconfig: false,
    switchCurrentContext: false,
    serversMemory: 1024 ** 3,
    agentsMemory: 512 * 1024 ** 2,
    hostPidMode: true,
    ports: [filtered('8080:80', ['loadbalancer'], 12, 'ports')],
    volumes: [filtered('/w/data:/data', ['server:0'], 11, 'volumes')],
    env: [filtered('A=b', ['all'], 13, 'env')],
    k3sArgs: [filtered('--disable=traefik', ['server:*'], 32, 'options.k3s.extraArgs')],
    nodeLabels: [filtered('x=y', ['agent:1'], 33, 'options.k3s.nodeLabels')],
    runtimeLabels: [filtered('l=m', ['all'], 40, 'options.runtime.labels')],
    files: [
      { source: 'one\ntwo', destination: 'k3s-manifests/a.yaml', nodeFilters: [], where: '/w/k3d.yaml:14: "files"' },
    ],
    hostAliases: [{ ip: '10.0.0.1', hostnames: ['a', 'b'] }],
    ulimits: [{ name: 'nofile', soft: 1, hard: 2 }],
    gpus: 'all',
    loadBalancerOverrides: [{ key: 'workerConnections', value: 9 }],
    registriesCreate: [
      {
        name: 'reg',
        hostIP: '127.0.0.3',
        hostPort: 5005,
        image: 'registry:3',
        enforcePortMatch: true,
        deleteEnabled: false,
        volumes: ['/w/reg:/var/lib/registry'],
        proxy: { remoteURL: 'https://example.org', username: 'u', password: 'p' },
        where: '/w/k3d.yaml:18: "registries.create"',
      },
    ],
    registriesUse: [{ value: 'k3d-other:5000', where: '/w/k3d.yaml:25: "registries.use.0"' }],
    registriesYaml: 'mirrors: {}\n',
  });
});

test('wrong documents are one sentence with file and line', () => {
  const cases: [string, RegExp][] = [
    ['', /^\/w\/k3d\.yaml is empty: expected a k3d\.io\/v1alpha5 document$/],
    [`${head}servers: [1\n`, /^\/w\/k3d\.yaml:\d+:\d+: malformed YAML: /],
    [`${head}servers: 1\nservers: 2\n`, /^\/w\/k3d\.yaml:4:1: malformed YAML: .*unique/],
    [
      'kind: Simple\n',
      /^\/w\/k3d\.yaml: no apiVersion; expected k3d\.io\/v1alpha5, or an older one from k3d\.io\/v1alpha2$/,
    ],
    ['apiVersion: k3d.io/v1alpha9\nkind: Simple\n', /^\/w\/k3d\.yaml:1: apiVersion "k3d\.io\/v1alpha9"; expected/],
    ['apiVersion: k3d.io/v1alpha5\nkind: Cluster\n', /^\/w\/k3d\.yaml:2: kind "Cluster"; expected Simple$/],
    [`${head}agnets: 2\n`, /^\/w\/k3d\.yaml:3: unknown key "agnets"; did you mean "agents"\?$/],
    [
      `${head}options:\n  k3d:\n    wiat: true\n`,
      /^\/w\/k3d\.yaml:5: unknown key "options\.k3d\.wiat"; did you mean "wait"\?$/,
    ],
    [`${head}servers: three\n`, /^\/w\/k3d\.yaml:3: "servers" must be a whole number, not "three"$/],
    [`${head}servers: 0\n`, /^\/w\/k3d\.yaml:3: "servers" must be >= 1, not 0$/],
    [`${head}ports: 8080:80\n`, /^\/w\/k3d\.yaml:3: "ports" must be a list, not "8080:80"$/],
    [`${head}ports:\n  - nodeFilters: [all]\n`, /^\/w\/k3d\.yaml:4: "ports\.0" lacks "port"$/],
    [
      `${head}metadata:\n  name: Bad_Name\n`,
      /^\/w\/k3d\.yaml:4: "metadata\.name": "Bad_Name" can't be a cluster's name/,
    ],
    [`${head}options:\n  k3d:\n    timeout: soon\n`, /^\/w\/k3d\.yaml:5: "options\.k3d\.timeout": expected a duration/],
    [`${head}kubeAPI:\n  hostIP: here\n`, /^\/w\/k3d\.yaml:4: "kubeAPI\.hostIP": "here" is no IP address$/],
    [
      `${head}files:\n  - { source: none.yaml, destination: /x }\n`,
      /^\/w\/k3d\.yaml:4: "files": file "none\.yaml" can't be read/,
    ],
    ['- a\n', /^\/w\/k3d\.yaml: no apiVersion/],
  ];
  for (const [text, message] of cases) assert.throws(() => read(text), { name: 'UserError', message }, text);
});

test('the environment is expanded in the raw text', () => {
  assert.equal(
    read(`${head}image: "$REPO/k3s:\${TAG}"\n`, { REPO: 'example.org/x', TAG: 'v1' }).image,
    'example.org/x/k3s:v1',
  );
});

test("environment variables override a file by k3d's names", () => {
  assert.deepEqual(environmentLayer({ K3D_SERVERS: '3', K3D_OPTIONS_K3D_WAIT: 'false', K3D_METADATA_NAME: '' }), {
    servers: 3,
    wait: new Set(),
  });
  assert.throws(
    () => environmentLayer({ K3D_AGENTS: 'x' }),
    /^UserError: environment variable K3D_AGENTS: expected a whole number/,
  );
});

test('later layers win, and lists grow', () => {
  const port = (value: string) => ({ value, nodeFilters: [], where: 'x' });
  const merged = mergeLayers(
    { servers: 3, ports: [port('1')], image: 'a' },
    { servers: undefined, ports: [port('2')] },
    { image: 'b' },
  );
  assert.equal(merged.servers, 3);
  assert.equal(merged.image, 'b');
  assert.deepEqual(
    merged.ports.map((one) => one.value),
    ['1', '2'],
  );
  assert.equal(merged.agents, 0);
});

test('defaults < file < environment < flags', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'k3d.yaml'), `${head}servers: 2\nagents: 2\ntoken: file\n`);
  const config = resolveConfig({
    config: 'k3d.yaml',
    env: { K3D_AGENTS: '3', K3D_TOKEN: 'env' },
    layers: [{ token: 'flag' }],
    cwd: folder,
  });
  assert.deepEqual([config.servers, config.agents, config.token, config.wait.size], [2, 3, 'flag', 3]);
  assert.throws(
    () => resolveConfig({ config: 'none.yaml', env: {}, layers: [], cwd: folder }),
    /config file none\.yaml does not exist/,
  );
});

test('an inline document is told from a path by its line break', () => {
  assert.equal(resolveConfig({ config: `${head}agents: 4\n`, env: {}, layers: [], cwd: '/' }).agents, 4);
  assert.throws(
    () => resolveConfig({ config: `${head}agents: x\n`, env: {}, layers: [], cwd: '/' }),
    /^UserError: inline config:3: "agents" must be a whole number/,
  );
});

test('several documents make several clusters, and a name picks one', () => {
  const text = `${head}metadata: { name: a }\n---\n${head}metadata: { name: b }\nagents: 1\n`;
  const resolve = (name?: string) => resolveConfigs({ config: text, env: {}, layers: [], name, cwd: '/' }).clusters;
  assert.deepEqual(
    resolve().map(({ name, agents }) => [name, agents]),
    [
      ['a', 0],
      ['b', 1],
    ],
  );
  assert.deepEqual(
    resolve('b').map(({ name }) => name),
    ['b'],
  );
  assert.throws(() => resolve('c'), /^UserError: the config has no cluster "c"; it has a, b$/);
  const twice = { config: `${head}---\n${head}`, env: {}, layers: [], cwd: '/' };
  assert.throws(() => resolveConfigs(twice), /^UserError: the config has 2 documents, and two of them make cluster/);
  // The second document's mistakes have its own lines.
  assert.throws(() => readFile(`${head}---\n${head}agnets: 1\n`), /^UserError: \/w\/k3d\.yaml:6: unknown key "agnets"/);
});

test('registries may be a list', () => {
  const layer = read(
    `${head}registries:\n  create:\n    - { name: one }\n    - { name: two, proxy: { remoteURL: "http://x" } }\n`,
  );
  assert.deepEqual(
    layer.registriesCreate?.map(({ name, proxy }) => [name, proxy?.remoteURL]),
    [
      ['one', undefined],
      ['two', 'http://x'],
    ],
  );
});
