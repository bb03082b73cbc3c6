import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { environmentLayer } from '../../src/config/fields.ts';
import { FIXES } from '../../src/config/types.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/environment.md'), 'utf8');

/** Names in the source that are no variable of the user's: a label's value, a placeholder of manifests, nodes' own. */
const INNER = ['K3D_CONTRACT_VERSION', 'K3D_ADDRESS_POOL', 'K3D_IP_FAMILY'];

test('every variable that the program reads is on the page of variables, and no other', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.ts$/.test(name),
  );
  const texts = files.map((name) =>
    readFileSync(join(root, 'src', name), 'utf8').replaceAll(/^\s*(\/?\*|\/\/).*$/gm, ''),
  );
  const read = texts.flatMap((text) => text.match(/\bK3D_[A-Z0-9]+(?:[_-][A-Z0-9]+)*\b(?!_)/g) ?? []);
  const fixes = FIXES.map((fix) => `K3D_FIX_${fix.toUpperCase()}`);
  const wanted = new Set([...read, ...fixes].filter((name) => !INNER.includes(name)));
  const named = new Set(page.match(/\bK3D_[A-Z0-9]+(?:[_-][A-Z0-9]+)*\b/g));
  // Those of fields, of which there is one for each.
  for (const name of ['K3D_AGENTS', 'K3D_IMAGE', 'K3D_OPTIONS_K3D_TIMEOUT']) assert.ok(named.delete(name), name);
  assert.deepEqual([...named].sort(), [...wanted].sort());
});

test('the examples on the page of variables are read', () => {
  const rows = [...page.matchAll(/^\| `(K3D_\S+)` \| (?:spaces|commas) \| `(.+)` \|$/gm)];
  assert.equal(rows.length, 8);
  for (const [, name = '', example = ''] of rows) {
    const layer = environmentLayer({ [name]: example });
    assert.equal(Object.keys(layer).filter((key) => layer[key as keyof typeof layer] !== undefined).length, 1, name);
  }
});
