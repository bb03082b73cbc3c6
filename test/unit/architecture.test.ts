import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** What each folder may import from, besides itself. Entries at the top may import anything. */
const MAY_IMPORT: Record<string, string[]> = {
  common: [],
  contract: ['common'],
  config: ['common', 'contract'],
  plan: ['common', 'contract', 'config'],
  docker: ['common', 'contract', 'config'],
  dind: ['common', 'plan/dind'],
  kubernetes: ['common', 'contract', 'config', 'plan'],
  etcd: [],
  localImages: ['common', 'contract', 'config', 'docker'],
  cluster: ['common', 'contract', 'config', 'plan', 'docker', 'etcd', 'kubernetes', 'localImages'],
  cache: ['common', 'contract', 'config', 'plan', 'docker', 'kubernetes', 'cluster'],
  diagnostics: ['common', 'contract', 'config', 'plan', 'docker', 'kubernetes', 'cluster'],
  api: ['common', 'contract', 'config', 'plan', 'docker', 'kubernetes', 'cluster', 'cache', 'diagnostics'],
  cli: [
    ...['common', 'contract', 'config', 'plan', 'docker', 'kubernetes', 'cluster', 'cache', 'diagnostics'],
    'localImages',
  ],
  action: [
    ...['common', 'contract', 'config', 'plan', 'docker', 'kubernetes', 'cluster', 'cache', 'diagnostics'],
    ...['cli/flags/createFlags', 'cli/flags/options', 'cli/flags/wrongFlag'],
  ],
};

/** Entries parse, call one function and report. */
const ENTRY_LINES = 50;

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import\() ?'([^']+)'/g)].map((match) => match[1] as string);
}

/** The files of ours that a file imports, by their paths in `src`. */
function ownImportsOf(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((target) => relative(src, resolve(join(src, dirname(file)), target)));
}

/** The wing of `cluster/` that a file is in. */
const wingOf = (file: string): string | undefined => /^cluster\/([^/]+)\//.exec(file)?.[1];

test('imports point one way', () => {
  const wrong: string[] = [];
  for (const file of files) {
    const room = file.includes('/') ? (file.split('/')[0] as string) : undefined;
    if (room === undefined) continue;
    assert.ok(room in MAY_IMPORT, `nothing says what ${room}/ may import`);
    for (const target of ownImportsOf(file)) {
      const path = target.replace(/\.ts$/, '');
      const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
      if (!allowed.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)))
        wrong.push(`${file} imports ${path}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('no files import each other in a circle', () => {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    assert.equal(at, -1, `a circle: ${[...path.slice(at), file].join(' → ')}`);
    if (done.has(file)) return;
    for (const target of ownImportsOf(file)) if (files.includes(target)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

test('a wing of cluster/ is entered by its front', () => {
  const wrong = files.flatMap((file) =>
    ownImportsOf(file)
      .filter((target) => wingOf(target) !== undefined && wingOf(target) !== wingOf(file))
      .filter((target) => !target.endsWith('/index.ts'))
      .map((target) => `${file} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

test('no command of the CLI imports another', () => {
  const wrong = files
    .filter((file) => file.startsWith('cli/commands/'))
    .flatMap((file) =>
      ownImportsOf(file)
        .filter((target) => target.startsWith('cli/commands/') && !isTypeOnly(file, target))
        .map((target) => `${file} imports ${target}`),
    );
  assert.deepEqual(wrong, []);
});

/** Whether a file imports only types of another. */
function isTypeOnly(file: string, target: string): boolean {
  const text = readFileSync(join(src, file), 'utf8');
  const from = text.split('\n').filter((line) => line.includes(`/${target.split('/').at(-1)}'`));
  return from.every((line) => line.startsWith('import type'));
}

test('entries are short', () => {
  const long = files
    .filter((file) => !file.includes('/'))
    .map((file) => [file, readFileSync(join(src, file), 'utf8').split('\n').length] as const)
    .filter(([, lines]) => lines > ENTRY_LINES);
  assert.deepEqual(long, []);
});

test('libraries stay in their rooms', () => {
  const rooms: Record<string, RegExp> = {
    dockerode: /^docker\//,
    '@actions/core': /^(action\/|main\.ts|post\.ts)/,
    '@actions/exec': /^action\//,
    '@actions/tool-cache': /^action\//,
    '@actions/cache': /^cacheService\.ts/,
    commander: /^(cli|action)\//,
  };
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name in rooms && !rooms[name]?.test(file))
      .map((name) => `${file} imports ${name}`),
  );
  assert.deepEqual(wrong, []);
});

test('no file runs a shell', () => {
  const wrong = files.filter((file) =>
    /\bexec(Sync)?\(|shell: true/.test(readFileSync(join(src, file), 'utf8').replace(/\.exec\(/g, '')),
  );
  // `exec(` is also a method of our engine's containers, where it is declared and implemented.
  assert.deepEqual(
    wrong.filter((file) => !/^docker\/(engine|containers)\.ts$/.test(file)),
    [],
  );
});

test('files that the tour of the house names exist', () => {
  const page = readFileSync(join(src, '../docs/architecture.md'), 'utf8');
  const named = [...page.matchAll(/`src\/([\w/.-]+\.ts)`/g)].map((match) => match[1] as string);
  assert.ok(named.length > 10);
  assert.deepEqual(
    named.filter((name) => !files.includes(name)),
    [],
  );
  const table = page.slice(page.indexOf('Other folders import'), page.indexOf('## Two examples'));
  const wings = [...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] as string);
  const there = new Set(files.flatMap((file) => wingOf(file) ?? []));
  assert.deepEqual(wings.sort(), [...there].sort());
});
