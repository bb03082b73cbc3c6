/*
 * Writes what the docs say of inputs, outputs and flags from where the program has it. With --check: fails if the docs
 * are not current. Usage: node script/docs.ts [--check]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { PEER_INPUTS } from '../src/action/peers/inputs.ts';
import { buildProgram } from '../src/cli/program.ts';
import { commandsOf } from '../src/cli/commandsOf.ts';
import { EXAMPLES } from '../src/cli/examples.ts';
import { optionTerm } from '../src/cli/flags/options.ts';
import { CONFIG_SCHEMA } from '../src/config/schema.ts';
import { apiReference } from './apiReference.ts';
import { sizeTable } from './sizes.ts';
import { ALLOW } from '../test/conformance/rules.mjs';
import { DIFFERENCES, K3D_COMMANDS, K3D_FIELDS } from './compatibility.ts';
import { platformTable } from './platforms.ts';

interface ActionFile {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
}

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
export const action = parse(readFileSync(path('action.yml'), 'utf8')) as ActionFile;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Inputs by what one sets with them, in the order in which one needs them. The runner's own is not among them. */
export const INPUT_GROUPS: Readonly<Record<string, readonly string[]>> = {
  Cluster: ['name', 'clusters', 'version', 'image', 'servers', 'agents', 'config', 'args', 'k3s-args', 'datastore'],
  'Ports and network': ['ports', 'api-port', 'network', 'ip-family', 'ca-certificates'],
  Nodes: ['volumes', 'env', 'node-labels', 'token'],
  'Images and registries': ['local-images', 'images', 'registry', 'registries', 'registry-mirror'],
  'Components and workloads': ['ingress', 'cni', 'loadbalancer-class', 'storage', 'metrics', 'manifests', 'charts'],
  Readiness: ['wait', 'wait-for', 'timeout'],
  'Caching and snapshots': [
    'cache',
    'snapshot',
    'snapshot-key',
    'prepare',
    'prepare-files',
    'prepare-timeout',
    'reset',
  ],
  'Diagnostics and cleanup': ['diagnostics', 'cleanup'],
  'What the step does': ['stage', 'last', 'supported', 'minimum', 'tools', 'kubeconfig', 'dind', 'dind-image'],
};
/** Set by the runner. */
const RUNNERS = ['job-status'];

/** Inputs of this action's own, without those of other actions. */
export const ownInputs = (): string[] =>
  Object.keys(action.inputs).filter((name) => !(name in PEER_INPUTS) && !RUNNERS.includes(name));

function inputTables(): string {
  const row = (name: string): string => {
    const { description = '', default: value } = action.inputs[name] ?? {};
    return `| \`${name}\` | ${cell(description)} | ${value === undefined ? '' : `\`${value}\``} |`;
  };
  return Object.entries(INPUT_GROUPS)
    .map(([group, names]) =>
      [`### ${group}`, '', '| Input | Description | Default |', '| --- | --- | --- |', ...names.map(row)].join('\n'),
    )
    .join('\n\n');
}

/** Inputs of other actions. */
function peerTable(): string {
  const rows = Object.entries(PEER_INPUTS).map(
    ([name, { of, native, unused }]) =>
      `| ${of} | \`${name}\` | ${unused === undefined ? `\`${native}\`` : `not used: ${cell(unused)}`} |`,
  );
  return ['| Of | Input | Here |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputTable(): string {
  const rows = Object.entries(action.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return ['| Output | Description |', '| --- | --- |', ...rows].join('\n');
}

type Command = ReturnType<typeof buildProgram>;

/** A section for each group of commands, in it one for each command. */
function commandReference(): string {
  const parts = [...commandsOf(buildProgram())].flatMap(([words, command]) => {
    const line = ['k3d', ...words];
    const heading = `${'#'.repeat(Math.min(line.length, 3))} \`${line.join(' ')}\``;
    if (command.commands.length === 0) return [`${heading}\n\n${describeCommand(command, line)}`];
    return words.length > 0 ? [`${heading}\n\n${sentence(command.description())}`] : [];
  });
  return parts.join('\n\n');
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** What the help of a command says, for a page: how it is called, its arguments and its flags. */
function describeCommand(command: Command, words: readonly string[]): string {
  const help = command.createHelp();
  const usage = [...words, ...command.usage().replace('[options] ', '').split(' '), '[options]']
    .filter(Boolean)
    .join(' ');
  const aliases = command.aliases().map((alias) => `\`${[...words.slice(0, -1), alias].join(' ')}\``);
  const examples = EXAMPLES[words.slice(1).join(' ')] ?? [];
  const rows = [
    ...help.visibleArguments(command).map((one) => [help.argumentTerm(one), help.argumentDescription(one)] as const),
    ...help
      .visibleOptions(command)
      .filter(({ long }) => long !== '--help')
      .map((one) => [optionTerm(one), help.optionDescription(one)] as const),
  ];
  return [
    `${sentence(command.description())}${aliases.length === 0 ? '' : ` Also: ${aliases.join(', ')}.`}`,
    `\`\`\`text\n${[usage, ...(examples.length === 0 ? [] : ['', 'Examples:', ...examples])].join('\n')}\n\`\`\``,
    ...(rows.length === 0
      ? []
      : [
          ['| Argument or flag | Description |', '| --- | --- |']
            .concat(rows.map(([term, text]) => `| \`${cell(term)}\` | ${cell(markdown(text))} |`))
            .join('\n'),
        ]),
  ].join('\n\n');
}

/** A text of the help in Markdown, where what is in angle brackets would be a tag. */
const markdown = (text: string): string => text.replace(/[<>*_]/g, (sign) => `\\${sign}`);

interface SchemaNode {
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  then?: SchemaNode;
  description?: string;
  type?: string | string[];
}

/** The fields of the config file, by path, those of lists by the path of what is in them. */
export function configFields(
  node: SchemaNode = CONFIG_SCHEMA,
  path = '',
): { path: string; kind: string; description: string }[] {
  const inner = node.then ?? node;
  const { properties } = inner.items ?? inner;
  if (properties === undefined) {
    const kind = [node.type ?? 'string'].flat().join(' or ');
    return [{ path, kind: kind.replace('array', 'list'), description: node.description ?? '' }];
  }
  return Object.entries(properties).flatMap(([key, child]) =>
    configFields(child, path === '' ? key : `${path}.${key}`),
  );
}

function fieldTable(): string {
  const rows = configFields().map(({ path, kind, description }) => `| \`${path}\` | ${kind} | ${cell(description)} |`);
  return ['| Field | Kind | What it says |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Our commands with their flags, long names only. */
export function ownCommands(): { name: string; aliases: string[]; flags: string[] }[] {
  return [...commandsOf(buildProgram())].map(([words, command]) => ({
    name: words.join(' '),
    aliases: command.aliases(),
    flags: command.options.map(({ long }) => long ?? ''),
  }));
}

function stateOf(key: string, isK3ds: boolean): string {
  if (!isK3ds) return 'only here';
  return DIFFERENCES[key] === undefined ? 'as in k3d' : `different: ${DIFFERENCES[key]}`;
}

/** What the comparison with k3d lets differ, and why. */
function differencesList(): string {
  return ALLOW.map(
    ({ reason }) => `- ${/^[a-z]+ /.test(reason) ? reason.charAt(0).toUpperCase() + reason.slice(1) : reason}.`,
  ).join('\n');
}

function compatibilityTable(): string {
  const rows: string[] = [];
  for (const { name, flags } of ownCommands()) {
    const k3ds = K3D_COMMANDS[name];
    const isGroup = k3ds === undefined && flags.length === 0;
    if (name !== '' && !isGroup) rows.push(`| \`${name}\` | | ${cell(stateOf(name, k3ds !== undefined))} |`);
    for (const flag of flags) {
      rows.push(
        `| \`${name || 'k3d'}\` | \`${flag}\` | ${cell(stateOf(`${name} ${flag}`, k3ds?.includes(flag) ?? false))} |`,
      );
    }
  }
  const fields = configFields().map(
    ({ path }) => `| config file | \`${path}\` | ${cell(stateOf(path, K3D_FIELDS.includes(path)))} |`,
  );
  const all = [...rows, ...fields];
  const tableOf = (some: readonly string[]): string =>
    ['| Command | Flag or field | State here |', '| --- | --- | --- |', ...some].join('\n');
  const isSame = (row: string): boolean => row.endsWith('| as in k3d |');
  const same = all.filter(isSame);
  // What is the same is long, and of interest to few.
  return [
    tableOf(all.filter((row) => !isSame(row))),
    `<details>\n<summary>${same.length} commands, flags and fields are as in k3d</summary>`,
    tableOf(same),
    '</details>',
  ].join('\n\n');
}

const LANGUAGES: Record<string, string> = { '.ts': 'ts', '.mjs': 'js', '.go': 'go', '.py': 'python' };
/** A file as a block of code. */
const example = (file: string): string =>
  `\`\`\`${LANGUAGES[extname(file)]}\n${readFileSync(path(file), 'utf8').trimEnd()}\n\`\`\``;

/** Which generated parts stand in which file, between `<!-- begin NAME -->` and `<!-- end NAME -->`. */
const PARTS: [file: string, name: string, text: () => string | Promise<string>][] = [
  ['docs/inputs.md', 'inputs', inputTables],
  ['docs/inputs.md', 'outputs', outputTable],
  ['docs/api.md', 'example-setup', () => example('examples/vitest/cluster.ts')],
  ['docs/api.md', 'example-test', () => example('examples/vitest/nodes.test.ts')],
  ['docs/upgrades.md', 'example-vitest', () => example('examples/vitest/reset.test.ts')],
  ['docs/upgrades.md', 'example-node', () => example('examples/node/reset.test.mjs')],
  ['docs/upgrades.md', 'example-pytest', () => example('examples/pytest/conftest.py')],
  ['docs/upgrades.md', 'example-go', () => example('examples/go/reset_test.go')],
  ['docs/api.md', 'api', apiReference],
  ['docs/architecture.md', 'sizes', sizeTable],
  ['docs/migrate.md', 'peers', peerTable],
  ['docs/cli.md', 'commands', commandReference],
  ['docs/config.md', 'fields', fieldTable],
  ['docs/compatibility.md', 'differences', differencesList],
  ['docs/compatibility.md', 'states', compatibilityTable],
  ['docs/testing.md', 'platforms', platformTable],
];

/** Brings all generated parts up to date. @returns those that were not current */
async function generate(check: boolean): Promise<string[]> {
  const stale: string[] = [];
  const put = (file: string, name: string, before: string, after: string): void => {
    if (after === before) return;
    stale.push(`${file}: the part "${name}" is not current: run node script/docs.ts`);
    if (!check) writeFileSync(path(file), after);
  };
  for (const [file, name, text] of PARTS) {
    const before = readFileSync(path(file), 'utf8');
    const marker = new RegExp(`(<!-- begin ${name} -->\n)[^]*?(<!-- end ${name} -->)`);
    if (!marker.test(before)) throw new Error(`${file} has no place for "${name}"`);
    const part = await text();
    put(
      file,
      name,
      before,
      before.replace(marker, (_all, begin: string, end: string) => `${begin}${part}\n${end}`),
    );
  }
  const schema = 'schema/config.json';
  const present = existsSync(path(schema)) ? readFileSync(path(schema), 'utf8') : '';
  put(schema, 'schema', present, `${JSON.stringify(CONFIG_SCHEMA, null, 2)}\n`);
  return stale;
}

if (import.meta.main) {
  const check = process.argv.includes('--check');
  const stale = await generate(check);
  if (check) for (const line of stale) process.stderr.write(`${line}\n`);
  process.exitCode = check && stale.length > 0 ? 1 : 0;
}
