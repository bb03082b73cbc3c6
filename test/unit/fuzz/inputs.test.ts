import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readArgs } from '../../../src/action/inputs/args.ts';
import { readInputs } from '../../../src/action/inputs/inputs.ts';
import { readImagesManifest } from '../../../src/cache/images/manifest.ts';
import { readManifest } from '../../../src/cache/snapshot/manifest.ts';
import { readHostAlias, readUlimit } from '../../../src/config/layers.ts';
import { mergeLayers } from '../../../src/config/merge.ts';
import { matchFilter, splitFiltered } from '../../../src/config/nodeFilter.ts';
import { parseApiPort, parsePortSpec } from '../../../src/config/portSpec.ts';
import { readRegistryCreate, readRegistryUse } from '../../../src/config/registrySpec.ts';
import { resolveConfigs } from '../../../src/config/resolve.ts';
import { readImage, readMemory, readName, readSubnets, readTimeout } from '../../../src/config/scalars.ts';
import { CONFIG_SCHEMA } from '../../../src/config/schema.ts';
import { readTarget } from '../../../src/config/target.ts';
import { parseVolumeSpec } from '../../../src/config/volumeSpec.ts';
import { readWait } from '../../../src/config/wait.ts';
import {
  formatKubeconfig,
  mergeKubeconfig,
  parseKubeconfig,
  withoutCluster,
} from '../../../src/kubernetes/kubeconfig.ts';
import { formatCreation, parseCreation } from '../../../src/plan/creation.ts';
import { parseValues } from '../../../src/plan/loadBalancer.ts';
import { registriesYaml } from '../../../src/plan/registry.ts';
import { crumbs, numRuns, SMALL, survives, valueFor } from './arbitraries.ts';
import { dryPlan } from '../../../src/plan/dryPlan.ts';

const NODES = [
  { role: 'server', index: 0 },
  { role: 'agent', index: 0 },
  { role: 'loadbalancer', index: 0 },
] as const;

const READERS: Record<string, (text: string) => unknown> = {
  'a port': (text) => parsePortSpec(text, '127.0.0.1', 'x'),
  'an API port': (text) => parseApiPort(text, 'x'),
  'a volume': (text) => parseVolumeSpec(text, 'x'),
  'a value with a filter': (text) => splitFiltered(text, 'x'),
  'a node filter': (text) => matchFilter(text, NODES, 'x'),
  'a registry to make': (text) => readRegistryCreate(text, 'x'),
  'a registry to use': (text) => readRegistryUse(text, 'x'),
  'a host alias': (text) => readHostAlias(text, 'x'),
  'a ulimit': (text) => readUlimit(text, 'x'),
  'an image': (text) => readImage(text, 'x'),
  'a name': (text) => readName(text, 'x'),
  'an amount of memory': (text) => readMemory(text, 'x'),
  'a subnet': (text) => readSubnets(text, 'x'),
  'a duration': (text) => readTimeout(text, 'x'),
  'what to wait for': (text) => readWait(text, 'x'),
  'a target': (text) => readTarget(text, 'x'),
  'the input "args"': (text) => readArgs(text, '/work'),
  'a creation': (text) => formatCreation(parseCreation(text)),
};

for (const [what, read] of Object.entries(READERS)) {
  test(`${what} is read, or refused with a sentence, whatever it is`, () => {
    fc.assert(
      fc.property(fc.oneof(SMALL, fc.string({ maxLength: 60 })), (text) => survives(() => read(text))),
      { numRuns },
    );
  });
}

test('a config file is planned, or refused with a sentence, whatever stands in it', () => {
  const documents = valueFor(CONFIG_SCHEMA).map((value) =>
    typeof value === 'object' && value !== null ? { ...value, apiVersion: 'k3d.io/v1alpha5', kind: 'Simple' } : value,
  );
  fc.assert(
    fc.property(documents, (document) => {
      survives(() => {
        const config = `${stringify(document)}\n`;
        for (const cluster of resolveConfigs({ config, env: {}, layers: [], cwd: '/work' }).clusters) dryPlan(cluster);
      });
    }),
    { numRuns: numRuns * 2 },
  );
});

test('a config file is refused with a sentence, however broken its text is', () => {
  const text = crumbs(
    'apiVersion: k3d.io/v1alpha5\n',
    'kind: Simple\n',
    '---\n',
    'ports:\n',
    '  - port: 80:80\n',
    '    nodeFilters: [',
    ']\n',
    '&a ',
    '*a',
    '<<: ',
    '{',
    '}',
    '"',
    "'",
    '\t',
    '!!binary ',
    '|\n',
    '$HOME',
    '${X',
    'servers: 1\n',
    '? ',
  );
  fc.assert(
    fc.property(text, (config) =>
      survives(() => resolveConfigs({ config: `${config}\n`, env: {}, layers: [], cwd: '/work' })),
    ),
    { numRuns },
  );
});

test('inputs of the action are read, or refused with a sentence that names one', () => {
  const names = [
    'name',
    'servers',
    'args',
    'k3s-args',
    'ports',
    'volumes',
    'env',
    'images',
    'registry',
    'wait',
    'wait-for',
    'version',
    'timeout',
    'cache',
  ];
  const some = fc.record(Object.fromEntries(names.map((name) => [`INPUT_${name.toUpperCase()}`, SMALL])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(some, (env) => survives(() => readInputs(env, '/work'))),
    { numRuns },
  );
});

const json = fc.jsonValue({ maxDepth: 4 });

test('a kubeconfig is merged into, or refused with a sentence, whatever stands in it', () => {
  const entry = fc.oneof(
    json,
    fc.record({ name: fc.constantFrom('k3d-a', 'b'), cluster: json, context: json, user: json }),
  );
  const list = fc.oneof({ weight: 5, arbitrary: fc.array(entry, { maxLength: 3 }) }, { weight: 1, arbitrary: json });
  const file = fc.record(
    { clusters: list, contexts: list, users: list, 'current-context': json },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(file, json), (value) => {
      survives(() => {
        const config = parseKubeconfig(stringify(value), 'x');
        const merged = mergeKubeconfig(config, parseKubeconfig(formatKubeconfig(config), 'y'), true);
        formatKubeconfig(withoutCluster(merged, 'a'));
      });
    }),
    { numRuns },
  );
});

test('registries.yaml and the values of a load balancer are read, or refused with a sentence', () => {
  const facts = { name: 'k3d-reg', internalPort: 5000, externalPort: 5000, hostIP: '127.0.0.1', proxyURL: undefined };
  const file = fc.oneof(fc.record({ mirrors: json, configs: json }, { requiredKeys: [] }), json);
  fc.assert(
    fc.property(file, (value) => {
      survives(() => registriesYaml([facts], stringify(value)));
      survives(() => parseValues(stringify(value)));
    }),
    { numRuns },
  );
  fc.assert(
    fc.property(crumbs('mirrors:', ' {', '}', '\n', '- ', '"', '*x', ': '), (text) =>
      survives(() => registriesYaml([facts], text)),
    ),
    { numRuns },
  );
});

test('manifests of caches are used, or refused, whatever was put in their place', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-fuzz-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = fc.oneof(
    json,
    fc.record({ name: SMALL, target: SMALL, size: fc.integer(), sha256: SMALL }, { requiredKeys: [] }),
  );
  const node = fc.oneof(
    json,
    fc.record(
      {
        role: fc.constantFrom('server', 'agent'),
        index: json,
        nodeName: json,
        files: fc.array(file, { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
  );
  const manifest = fc.record(
    {
      format: fc.constant(1),
      kind: fc.constantFrom('engine', 'nodes'),
      platform: fc.constant('linux/amd64'),
      token: fc.constant('t'),
      image: fc.constant('i'),
      subnet: fc.constant(''),
      config: fc.oneof(fc.constant({ name: 'c' }), json),
      nodes: fc.oneof(fc.array(node, { maxLength: 3 }), json),
      images: fc.oneof(fc.array(json), json),
      files: fc.oneof(fc.array(file, { maxLength: 2 }), json),
    },
    { requiredKeys: ['format', 'platform'] },
  );
  const reads = async (read: Promise<unknown>): Promise<void> => {
    const outcome = await read.then(
      () => undefined,
      (error: unknown) => error,
    );
    survives(() => {
      if (outcome !== undefined) throw outcome as Error;
    });
  };
  await fc.assert(
    fc.asyncProperty(fc.oneof(manifest, json), async (value) => {
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify(value));
      await reads(readManifest(folder, '', 'linux/amd64'));
      await reads(readImagesManifest(folder, { kind: 'nodes', platform: 'linux/amd64' }));
    }),
    { numRuns },
  );
});

test('no wait for a config: even long, nested and repeated texts are read in no time', () => {
  const hostile = [
    `a: &a [x]\n${Array.from({ length: 40 }, (_, i) => `b${i}: [*a, *a, *a]`).join('\n')}\n`,
    `${'['.repeat(2000)}\n`,
    `${'- '.repeat(2000)}x\n`,
    `name: ${'a'.repeat(1_000_000)}\n`,
    `ports:\n${'  - port: 80:80\n'.repeat(5000)}`,
  ];
  for (const config of hostile) {
    survives(() =>
      resolveConfigs({
        config: `apiVersion: k3d.io/v1alpha5\nkind: Simple\n${config}`,
        env: {},
        layers: [],
        cwd: '/work',
      }),
    );
  }
  for (const text of ['1'.repeat(50_000), ':'.repeat(50_000), '@'.repeat(50_000), `${'a-'.repeat(25_000)}!`]) {
    for (const read of Object.values(READERS)) survives(() => read(text));
  }
  assert.ok(mergeLayers({}));
});
