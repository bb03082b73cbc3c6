import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { defaultRegistry } from '../../../src/config/registrySpec.ts';
import { hostingManifest, planRegistry, registriesYaml, registryFacts } from '../../../src/plan/registry.ts';

const spec = defaultRegistry('here');
const placement = { cluster: 'c', network: 'k3d-c', creation: 'id-1', hostPort: 5001 };
const facts = (name: string, proxyURL?: string) => ({
  ...{ name, internalPort: 5000, externalPort: 5001, hostIP: '127.0.0.1', proxyURL },
});

test("a registry has k3d's name, labels, network and port", () => {
  const container = planRegistry(spec, placement);
  assert.deepEqual(
    {
      name: container.name,
      labels: container.labels,
      network: container.network,
      ports: container.ports,
      env: container.env,
    },
    {
      name: 'k3d-c-registry',
      labels: {
        app: 'k3d',
        'k3d.version': 'v5.9.0',
        'k3d.role': 'registry',
        'k3d.cluster': 'c',
        'k3d.registry.host': '127.0.0.1',
        'k3d.registry.hostIP': '127.0.0.1',
        'k3s.registry.port.external': '5001',
        'k3s.registry.port.internal': '5000',
        'k3d.creation.id': 'id-1',
      },
      network: 'k3d-c',
      ports: [{ hostIP: '127.0.0.1', hostPort: 5001, containerPort: 5000, protocol: 'tcp' }],
      env: [],
    },
  );
});

test('its settings become variables of the registry', () => {
  const proxy = { remoteURL: 'https://example.org', username: 'u', password: 'p' };
  const { env, ports } = planRegistry({ ...spec, proxy, deleteEnabled: true, enforcePortMatch: true }, placement);
  assert.deepEqual(env, [
    'REGISTRY_HTTP_ADDR=:5001',
    'REGISTRY_STORAGE_DELETE_ENABLED=true',
    'REGISTRY_PROXY_REMOTEURL=https://example.org',
    'REGISTRY_PROXY_USERNAME=u',
    'REGISTRY_PROXY_PASSWORD=p',
  ]);
  assert.equal(ports[0]?.containerPort, 5001);
  assert.equal(registryFacts({ ...spec, enforcePortMatch: true }, 'c', 5001).internalPort, 5001);
});

test('nodes find registries by name, by localhost, and instead of what they are caches of', () => {
  const own = 'mirrors:\n  docker.io:\n    endpoint: [https://mine]\nconfigs:\n  x: {auth: {username: u}}\n';
  const registries = [facts('reg'), facts('cache', 'https://registry-1.docker.io'), facts('other', 'http://ghcr.io')];
  const endpoint = (name: string) => ({ endpoint: [`http://${name}:5000`] });
  const generated = parse(registriesYaml(registries, undefined) ?? '') as { mirrors: Record<string, unknown> };
  assert.deepEqual(generated.mirrors['reg:5001'], endpoint('reg'));
  assert.deepEqual(generated.mirrors['reg:5000'], endpoint('reg'));
  assert.deepEqual(generated.mirrors['docker.io'], endpoint('cache'));
  assert.deepEqual(generated.mirrors['ghcr.io'], endpoint('other'));
  const merged = parse(registriesYaml(registries, own) ?? '') as typeof generated & { configs: unknown };
  assert.deepEqual(merged.mirrors['docker.io'], { endpoint: ['https://mine'] });
  assert.deepEqual(merged.configs, { x: { auth: { username: 'u' } } });
  assert.equal(registriesYaml([], own), own);
  assert.equal(registriesYaml([], undefined), undefined);
});

test("malformed settings of the user's are one sentence", () => {
  const cases: [string, RegExp][] = [
    ['a: [', /^registries\.yaml is malformed: /],
    ['- a', /^registries\.yaml must be a mapping/],
    ['mirrorz: {}', /^registries\.yaml: unknown key "mirrorz"/],
    ['mirrors: [a]', /^registries\.yaml: "mirrors" must be a mapping/],
  ];
  for (const [text, message] of cases) assert.throws(() => registriesYaml([], text), { name: 'UserError', message });
});

test('the document for tools names a registry that takes pushes', () => {
  const [file] = hostingManifest([facts('cache', 'http://x'), facts('reg')]);
  const { data } = parse(String(file?.content)) as { data: Record<string, string> };
  assert.deepEqual(parse(data['localRegistryHosting.v1'] ?? ''), {
    host: 'localhost:5001',
    hostFromClusterNetwork: 'reg:5000',
    hostFromContainerRuntime: 'reg:5000',
    help: 'https://k3d.io/stable/usage/registries/',
  });
  assert.deepEqual(hostingManifest([facts('cache', 'http://x')]), []);
});
