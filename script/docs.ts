/*
 * Writes what the docs say of inputs, outputs and flags from where the program has it. With --check: fails if the docs
 * are not current. Usage: node script/docs.ts [--check]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { buildProgram } from '../src/cli/program.ts';

interface ActionFile {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
}

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const action = parse(readFileSync(path('action.yml'), 'utf8')) as ActionFile;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function inputTable(): string {
  const rows = Object.entries(action.inputs).map(
    ([name, { description, default: value }]) =>
      `| \`${name}\` | ${cell(description)} | ${value === undefined ? '' : `\`${value}\``} |`,
  );
  return ['| Input | What it says | Default |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputTable(): string {
  const rows = Object.entries(action.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return ['| Output | What it holds |', '| --- | --- |', ...rows].join('\n');
}

function commandReference(): string {
  const parts: string[] = [];
  const visit = (command: ReturnType<typeof buildProgram>, words: string[]): void => {
    const children = command.commands.filter((child) => child.name() !== 'help');
    if (children.length === 0)
      parts.push(`### \`${words.join(' ')}\`\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\``);
    for (const child of children) visit(child, [...words, child.name()]);
  };
  visit(buildProgram(), ['k3d']);
  return parts.join('\n\n');
}

/** Which generated parts stand in which file, between `<!-- begin NAME -->` and `<!-- end NAME -->`. */
const PARTS: [file: string, name: string, text: () => string][] = [
  ['README.md', 'inputs', inputTable],
  ['README.md', 'outputs', outputTable],
  ['docs/cli.md', 'commands', commandReference],
];

let stale = 0;
for (const [file, name, text] of PARTS) {
  const before = readFileSync(path(file), 'utf8');
  const marker = new RegExp(`(<!-- begin ${name} -->\n)[^]*?(<!-- end ${name} -->)`);
  if (!marker.test(before)) throw new Error(`${file} has no place for "${name}"`);
  const after = before.replace(marker, (_all, begin: string, end: string) => `${begin}${text()}\n${end}`);
  if (after === before) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${file}: the part "${name}" is not current: run node script/docs.ts\n`);
    stale++;
  } else writeFileSync(path(file), after);
}
process.exitCode = stale === 0 ? 0 : 1;
