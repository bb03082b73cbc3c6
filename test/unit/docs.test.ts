import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { DIFFERENCES, K3D_ALIASES, K3D_COMMANDS, K3D_FIELDS } from '../../script/compatibility.ts';
import { action, configFields, INPUT_GROUPS, ownCommands, ownInputs } from '../../script/docs.ts';
import { parseConfig } from '../../src/config/file.ts';
import { configInit } from '../../src/cli/commands/config.ts';
import { DEFAULTS, usualImage } from '../../src/config/defaults.ts';
import { kubernetesOf } from '../../src/config/version.ts';
import { DOCS, yamlExamples } from '../workflows/examples.ts';

test('each input stands in one group on the page of inputs, which has no other', () => {
  assert.deepEqual(Object.values(INPUT_GROUPS).flat().sort(), ownInputs().sort());
  const { description } = action.inputs.image ?? {};
  assert.match(description ?? '', new RegExp(`Default: \`${DEFAULTS.image}\`; .*cgroup v1, \`${usualImage(1)}\`\\.$`));
});

test("every command, flag and field of k3d's is here", () => {
  const own = new Map(ownCommands().map((command) => [command.name, command]));
  for (const [name, flags] of Object.entries(K3D_COMMANDS)) {
    const command = own.get(name);
    assert.ok(command, name);
    for (const flag of flags) assert.ok(command.flags.includes(flag), `${name} ${flag}`);
  }
  for (const [name, aliases] of Object.entries(K3D_ALIASES)) {
    for (const alias of aliases) assert.ok(own.get(name)?.aliases.includes(alias), `${name}: ${alias}`);
  }
  const fields = configFields().map(({ path }) => path);
  for (const path of K3D_FIELDS) assert.ok(fields.includes(path), path);
});

test('every difference that the docs name is about something that is there', () => {
  const commands = ownCommands();
  const keys = [
    ...commands.flatMap(({ name, flags }) => [name, ...flags.map((flag) => `${name} ${flag}`)]),
    ...configFields().map(({ path }) => path),
    'registries.create',
  ];
  for (const key of Object.keys(DIFFERENCES)) assert.ok(keys.includes(key), key);
});

test('every YAML in the docs is a workflow, a step or a manifest, which are tested elsewhere, or a config file that is understood', () => {
  for (const file of DOCS) {
    for (const example of yamlExamples(file)) {
      const { on, apiVersion } = parse(example.split('\n---\n')[0] as string) as { on?: string; apiVersion?: string };
      if (on !== undefined) continue;
      // Steps, which a test of that page compares.
      if (file === 'docs/migrate.md') continue;
      // A workflow applies it.
      if (file === 'docs/components.md' && apiVersion === 'apps/v1') continue;
      assert.ok(apiVersion, `${file}: ${example}`);
      assert.ok(parseConfig(example, { path: undefined, env: {}, cwd: '/' }).layers.length > 0);
    }
  }
});

test('the file that config init writes is understood, without a notice', (t) => {
  let text = '';
  t.mock.method(process.stdout, 'write', (part: string) => ((text += part), true));
  configInit({ output: '-' });
  t.mock.restoreAll();
  const { layers, notices } = parseConfig(text, { path: undefined, env: {}, cwd: '/' });
  assert.equal(layers[0]?.name, 'k3s-default');
  assert.deepEqual(notices, []);
});

test('the schema file is JSON Schema that names every field', () => {
  const schema = readFileSync(new URL('../../schema/config.json', import.meta.url), 'utf8');
  assert.match(schema, /"\$schema": "http:\/\/json-schema\.org\/draft-07\/schema#"/);
  for (const { path, description } of configFields()) {
    assert.notEqual(description, '', path);
    assert.ok(schema.includes(JSON.stringify(description)), path);
  }
});

test('the README names the release that is installed by default', () => {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  assert.deepEqual(
    [...(/you get v([\d.]+), or v([\d.]+) on/.exec(text) ?? [])].slice(1),
    [1, 2].map((version) => kubernetesOf(usualImage(version))).reverse(),
  );
});
