import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { digestsOfFiles } from '../../../src/cache/files.ts';
import { packFolder, unpackFolder } from '../../../src/cache/store.ts';

test('globs name files, each once, and a glob that names none is an error', async (t) => {
  const cwd = mkdtempSync(join(tmpdir(), 'k3d-files-'));
  t.after(() => rmSync(cwd, { recursive: true }));
  mkdirSync(join(cwd, 'charts', 'deep'), { recursive: true });
  writeFileSync(join(cwd, 'charts', 'a.yaml'), 'a');
  writeFileSync(join(cwd, 'charts', 'deep', 'b.yaml'), 'b');
  const pattern = (value: string) => ({ value, where: 'here' });
  const found = await digestsOfFiles([pattern('charts/**'), pattern('charts/a.yaml')], cwd);
  assert.deepEqual([...found.keys()].sort(), ['charts/a.yaml', 'charts/deep/b.yaml']);
  assert.equal(found.get('charts/a.yaml'), 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  await assert.rejects(digestsOfFiles([pattern('chart/*')], cwd), /^UserError: here: "chart\/\*" matches no file$/);
});

test('a folder goes into a file and comes back, and a file that is none is refused', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-store-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const from = join(folder, 'from');
  mkdirSync(from);
  writeFileSync(join(from, 'a'), 'content');
  for (const name of ['x.tar', 'x.tar.gz', 'x.tar.zst']) {
    await packFolder(from, join(folder, name));
    const to = join(folder, `to-${name}`);
    await unpackFolder(join(folder, name), to);
    assert.equal(readFileSync(join(to, 'a'), 'utf8'), 'content');
    assert.equal(statSync(join(to, 'a')).mode & 0o777, 0o600);
  }
  await assert.rejects(unpackFolder(join(folder, 'none.tar'), join(folder, 'no')), /none\.tar can't be read: ENOENT/);
  writeFileSync(join(folder, 'bad.tar.zst'), 'no archive');
  await assert.rejects(unpackFolder(join(folder, 'bad.tar.zst'), join(folder, 'bad')), /bad\.tar\.zst can't be read/);
  await assert.rejects(packFolder(from, join(folder, 'no', 'such', 'x.tar')), /x\.tar can't be written: ENOENT/);
});
