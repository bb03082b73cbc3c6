import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { Spool } from '../../../src/localImages/spool.ts';
import { sha256, testImage } from './images.ts';

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-spool-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'spool');
}

const contentOf = (spool: Spool, digest: string): string => readFileSync(spool.blob(digest)?.path ?? '', 'utf8');

for (const kind of ['oci', 'old'] as const)
  test(`an archive of the kind "${kind}" becomes an image that a registry can serve`, async (t) => {
    const spool = new Spool(folderOf(t), 1e9);
    const image = testImage('first layer', 'second layer');
    const { manifest, digests } = await spool.image(image.id, async () => image.archive(kind));
    assert.equal(manifest.mediaType, 'application/vnd.oci.image.manifest.v1+json');
    assert.equal(spool.typeOf(manifest.digest), manifest.mediaType);
    const text = contentOf(spool, manifest.digest);
    assert.equal(`sha256:${sha256(text)}`, manifest.digest);
    assert.equal(manifest.size, Buffer.byteLength(text));
    const { config, layers } = JSON.parse(text) as {
      config: { digest: string };
      layers: { digest: string; size: number }[];
    };
    assert.equal(config.digest, image.id);
    assert.deepEqual(
      layers.map(({ digest, size }) => [contentOf(spool, digest), size]),
      image.layers.map((one) => [one, one.length]),
    );
    for (const one of [manifest.digest, config.digest, ...layers.map(({ digest }) => digest)])
      assert.ok(digests.includes(one), one);
  });

test('who asks for an image that is on its way waits for the same export', async (t) => {
  const spool = new Spool(folderOf(t), 1e9);
  const image = testImage('layer');
  let exports = 0;
  const open = async (): Promise<Readable> => {
    exports++;
    return image.archive('oci');
  };
  const found = await Promise.all(Array.from({ length: 20 }, () => spool.image(image.id, open)));
  assert.equal(exports, 1);
  assert.equal(new Set(found.map(({ manifest }) => manifest.digest)).size, 1);
  await spool.image(image.id, open);
  assert.equal(exports, 1);
});

test('beyond its bound the least recently used images go, but for what others have too', async (t) => {
  const folder = folderOf(t);
  const spool = new Spool(folder, 30_000);
  const shared = 's'.repeat(5000);
  const images = ['a', 'b', 'c'].map((letter) => testImage(shared, letter.repeat(10_000)));
  const [a, b, c] = images as [(typeof images)[0], (typeof images)[0], (typeof images)[0]];
  const digest = (content: string): string => `sha256:${sha256(content)}`;
  for (const image of [a, b]) await spool.image(image.id, async () => image.archive('oci'));
  // Used again, so that "b" is the older one.
  assert.ok(spool.blob(digest(a.layers[1] as string)));
  await spool.image(c.id, async () => c.archive('oci'));
  assert.equal(spool.blob(digest(b.layers[1] as string)), undefined);
  for (const content of [shared, a.layers[1], c.layers[1]]) assert.ok(spool.blob(digest(content as string)));
  // One that is larger than the bound is served all the same.
  const large = testImage('l'.repeat(40_000));
  await spool.image(large.id, async () => large.archive('oci'));
  assert.ok(spool.blob(digest(large.layers[0] as string)));
  assert.equal(spool.blob(digest(shared)), undefined);
  await spool.clear();
  assert.throws(() => readdirSync(folder), /ENOENT/);
});

test('an archive that ends early is no image, leaves nothing half, and is asked for again', async (t) => {
  const folder = folderOf(t);
  const spool = new Spool(folder, 1e9);
  const image = testImage('x'.repeat(100_000));
  const whole = Buffer.concat(await image.archive('oci').toArray());
  for (const end of [700, 60_000, 101_000])
    await assert.rejects(
      spool.image(image.id, async () => Readable.from([whole.subarray(0, end)])),
      `${end}`,
    );
  await assert.rejects(spool.image(image.id, async () => Readable.from([Buffer.from('no tar')])));
  for (const name of readdirSync(folder)) {
    const content = readFileSync(join(folder, name));
    assert.equal(name, `sha256-${sha256(content)}`);
  }
  const { manifest } = await spool.image(image.id, async () => image.archive('oci'));
  assert.ok(spool.blob(manifest.digest));
});
