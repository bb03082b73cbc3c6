import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { extract, type Header, pack } from 'tar-stream';
import { isPodman, splitArchive, withBase } from '../../../src/docker/podmanArchives.ts';

function archiveOf(...entries: (Partial<Header> & { name: string; content?: string })[]): Readable {
  const archive = pack();
  for (const { content = '', ...header } of entries) archive.entry(header, content);
  archive.finalize();
  return Readable.from(archive);
}

/** What a part holds: `name: content`, `name -> link`. */
async function listOf(part: Readable): Promise<string[]> {
  const list: string[] = [];
  for await (const entry of part.pipe(extract())) {
    const content = await text(entry);
    const { name, linkname, mode, type } = entry.header;
    list.push(type === 'file' ? `${name}: ${content} ${mode?.toString(8)}` : `${name} -> ${linkname ?? type}`);
  }
  return list;
}

test('an archive goes in parts to what is mounted below its folder', async () => {
  const large = 'x'.repeat(300_000);
  const archive = archiveOf(
    { name: 'etc/one', content: '1', mode: 0o600 },
    { name: 'data', type: 'directory' },
    { name: 'data/two', content: large, mode: 0o644 },
    { name: 'data/deep/three', content: '3', mode: 0o644 },
    { name: 'data/hard', type: 'link', linkname: 'data/two' },
    { name: 'data/soft', type: 'symlink', linkname: '../etc/one' },
    { name: 'database/four', content: '4', mode: 0o644 },
    { name: 'file', content: '5', mode: 0o644 },
  );
  const parts = new Map<string, Promise<string[]>>();
  await splitArchive(archive, '/', ['/data', '/data/deep', '/var/log', '/file'], async (folder, part) => {
    const list = listOf(part);
    parts.set(folder, list);
    await list;
  });
  assert.deepEqual(await parts.get('/'), ['etc/one: 1 600', 'database/four: 4 644', 'file: 5 644']);
  assert.deepEqual(await parts.get('/data'), [
    '. -> directory',
    `two: ${large} 644`,
    'hard -> two',
    'soft -> ../etc/one',
  ]);
  assert.deepEqual(await parts.get('/data/deep'), ['three: 3 644']);
  assert.equal(parts.size, 3);
});

test('a folder that is a mount itself is unpacked in it', async () => {
  const archive = archiveOf({ name: 'k3s', type: 'directory' }, { name: 'k3s/a', content: 'a', mode: 0o600 });
  const places: string[] = [];
  await splitArchive(archive, '/var/lib/rancher', ['/var/lib/rancher/k3s'], async (folder, part) => {
    places.push(folder, ...(await listOf(part)));
  });
  assert.deepEqual(places, ['/var/lib/rancher/k3s', '. -> directory', 'a: a 600']);
});

test('a part that is refused and an archive that breaks off end it', async () => {
  const endless = archiveOf({ name: 'data/large', content: 'x'.repeat(3_000_000) });
  await assert.rejects(
    splitArchive(endless, '/', ['/data'], () => Promise.reject(new Error('disk is full'))),
    /disk is full/,
  );
  async function* half(): AsyncGenerator<Buffer> {
    const [first] = (await archiveOf({ name: 'data/a', content: 'x'.repeat(5_000) }).toArray()) as Buffer[];
    yield (first as Buffer).subarray(0, 512);
    throw new Error('connection lost');
  }
  await assert.rejects(
    splitArchive(Readable.from(half()), '/', ['/data'], async (_, part) => void (await text(part))),
    /connection lost/,
  );
});

test('an archive of a volume gets the name of its folder', async () => {
  const files: Parameters<typeof archiveOf> = [
    { name: '/', type: 'directory' },
    { name: '/a', content: 'a', mode: 0o600 },
    { name: '/hard', type: 'link', linkname: '/a' },
    { name: '/soft', type: 'symlink', linkname: '/etc/x' },
  ];
  const named = ['k3s/ -> directory', 'k3s/a: a 600', 'k3s/hard -> k3s/a', 'k3s/soft -> /etc/x'];
  assert.deepEqual(await listOf(withBase(archiveOf(...files), 'k3s')), named);
  const asDocker = archiveOf({ name: 'k3s/a', content: 'a', mode: 0o600 });
  assert.deepEqual(await listOf(withBase(asDocker, 'k3s')), ['k3s/a: a 600']);
});

test('podman is told by what it is made of', () => {
  assert.equal(isPodman({ Components: [{ Name: 'Podman Engine' }, { Name: 'Conmon' }] }), true);
  assert.equal(isPodman({ Components: [{ Name: 'Engine' }, { Name: 'containerd' }] }), false);
  assert.equal(isPodman({}), false);
});
