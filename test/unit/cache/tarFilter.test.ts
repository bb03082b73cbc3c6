import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { TarFilter, type TarFilterOptions } from '../../../src/cache/tarFilter.ts';

/** A real tar with a long name, an empty file, a link, a device and an attribute that is no text. */
function sample(t: { after: (undo: () => void) => void }): { archive: Buffer; list: (tar: Buffer) => string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-tar-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const deep = join('k3s', 'x'.repeat(80), 'y'.repeat(80));
  mkdirSync(join(folder, deep), { recursive: true });
  mkdirSync(join(folder, 'k3s', 'agent'));
  writeFileSync(join(folder, deep, 'ü.txt'), 'long');
  writeFileSync(join(folder, 'k3s', 'agent', 'big'), Buffer.alloc(100_000, 7));
  writeFileSync(join(folder, 'k3s', 'empty'), '');
  const archive = execFileSync('tar', ['--format=posix', '--sort=name', '-C', folder, '-cf', '-', 'k3s']);
  const list = (tar: Buffer): string[] =>
    execFileSync('tar', ['-tf', '-'], { input: tar, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } })
      .trim()
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
  return { archive, list };
}

async function filter(archive: Buffer, options: TarFilterOptions, step: number): Promise<Buffer> {
  const chunks = Array.from({ length: Math.ceil(archive.length / step) }, (_, index) =>
    archive.subarray(index * step, (index + 1) * step),
  );
  return buffer(Readable.from(chunks).pipe(new TarFilter(options)));
}

test('what stays is passed on byte by byte, however it is cut', async (t) => {
  const { archive } = sample(t);
  for (const step of [1, 511, 512, 4096, archive.length]) {
    assert.deepEqual(await filter(archive, { keep: () => true }, step), archive, String(step));
  }
});

test('entries are dropped with their contents and extended headers', async (t) => {
  const { archive, list } = sample(t);
  const seen: string[] = [];
  const options = { keep: ({ name }: { name: string }) => (seen.push(name), !/big|ü/.test(name)) };
  const left = await filter(archive, options, 1000);
  assert.deepEqual(seen, list(archive));
  assert.deepEqual(
    list(left),
    list(archive).filter((name) => !/big|ü/.test(name)),
  );
  assert.ok(left.length < archive.length - 100_000);
});

test('attributes are added, also to an entry that has an extended header already', async (t) => {
  const { archive, list } = sample(t);
  const attributes = ({ isFolder }: { isFolder: boolean }) => (isFolder ? ['trusted.overlay.opaque=y'] : []);
  const changed = await filter(archive, { keep: () => true, attributes }, 777);
  assert.deepEqual(list(changed), list(archive));
  const records = changed.toString('latin1').match(/\d+ SCHILY\.xattr\.trusted\.overlay\.opaque=y\n/g) ?? [];
  assert.equal(records.length, 4);
  for (const record of records) assert.equal(record.length, Number.parseInt(record, 10));
});

test('a damaged or cut archive is an error', async (t) => {
  const { archive } = sample(t);
  await assert.rejects(filter(archive.subarray(0, 30_000), { keep: () => true }, 512), /in the middle of an entry/);
  const damaged = Buffer.from(archive);
  damaged[600] = (damaged[600] as number) ^ 0xff;
  damaged[10] = 0x41;
  await assert.rejects(filter(damaged, { keep: () => true }, 512), /damaged/);
});
