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
  config: ['common', 'plan/names'],
  plan: ['common', 'config'],
  docker: ['common', 'plan/spec', 'plan/names', 'config'],
  dind: ['common', 'plan/dind'],
  kubernetes: ['common', 'config', 'plan'],
  etcd: [],
  cluster: ['common', 'config', 'plan', 'docker', 'etcd', 'kubernetes'],
  cache: ['common', 'config', 'plan', 'docker', 'kubernetes', 'cluster'],
  diagnostics: ['common', 'config', 'plan', 'docker', 'kubernetes', 'cluster'],
  api: ['common', 'config', 'plan', 'docker', 'kubernetes', 'cluster', 'diagnostics'],
  cli: ['common', 'config', 'plan', 'docker', 'kubernetes', 'cluster', 'cache', 'diagnostics'],
  action: [
    ...['common', 'config', 'plan', 'docker', 'kubernetes', 'cluster', 'cache', 'diagnostics'],
    ...['cli/createFlags', 'cli/options'],
  ],
};

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import\() ?'([^']+)'/g)].map((match) => match[1] as string);
}

test('imports point one way', () => {
  const wrong: string[] = [];
  for (const file of files) {
    const room = file.includes('/') ? (file.split('/')[0] as string) : undefined;
    if (room === undefined) continue;
    for (const target of importsOf(file).filter((name) => name.startsWith('.'))) {
      const path = relative(src, resolve(join(src, dirname(file)), target)).replace(/\.ts$/, '');
      const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
      if (!allowed.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)))
        wrong.push(`${file} imports ${path}`);
    }
  }
  assert.deepEqual(wrong, []);
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
