import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readImagesManifest } from '../../../src/cache/images/manifest.ts';
import { cacheSummary, verdict } from '../../../src/cache/report.ts';
import { readManifest } from '../../../src/cache/snapshot/manifest.ts';
import { SeedError } from '../../../src/cluster/seed.ts';

test('a manifest that is not what we write is refused with what is wrong with it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-manifest-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const good = {
    format: 2,
    platform: 'linux/amd64',
    token: 't',
    image: 'i',
    subnet: '',
    config: { name: 'a' },
    nodes: [{ role: 'server', nodeName: 'n', files: [{ name: 'a.tar', target: '/var' }] }],
  };
  const read = (value: unknown) => {
    writeFileSync(join(folder, 'manifest.json'), typeof value === 'string' ? value : JSON.stringify(value));
    return readManifest(folder, '', 'linux/amd64');
  };
  assert.equal((await read(good)).token, 't');
  const file = (name: string, target: string) => ({
    ...good,
    nodes: [{ ...good.nodes[0], files: [{ name, target }] }],
  });
  const bad: [unknown, RegExp][] = [
    ['{', /damaged: it is no JSON object/],
    ['null', /damaged: it is no JSON object/],
    [{ ...good, format: 1 }, /has format 1, not 2/],
    [{ ...good, platform: 'linux/arm64' }, /is for linux\/arm64, not linux\/amd64/],
    [{ ...good, token: undefined }, /damaged: no token/],
    [{ ...good, config: {} }, /damaged: no config/],
    [{ ...good, nodes: [] }, /damaged: no server/],
    [{ ...good, nodes: [{ ...good.nodes[0], container: '--rm' }] }, /damaged: a node's container "--rm"/],
    [file('../../etc/passwd', '/var'), /damaged: file \.\.\/\.\.\/etc\/passwd/],
    [file('a.tar', 'relative'), /damaged: file a\.tar/],
  ];
  for (const [value, message] of bad) {
    await assert.rejects(read(value), (error: Error) => error instanceof SeedError && message.test(error.message));
  }
  rmSync(join(folder, 'manifest.json'));
  await assert.rejects(readManifest(folder, '', 'linux/amd64'), /the snapshot has no manifest/);

  const images = { format: 1, kind: 'nodes', platform: 'linux/amd64', images: [], files: [{ name: '../x' }] };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(images));
  const wanted = { kind: 'nodes', platform: 'linux/amd64' } as const;
  await assert.rejects(readImagesManifest(folder, wanted), /manifest is damaged/);
  await assert.rejects(readImagesManifest(folder, { ...wanted, platform: 'linux/arm64' }), /are for linux\/amd64/);
});

test('the summary says what a cache saved, or that it cost more', () => {
  const saved = { what: 'snapshot', outcome: 'restored', bytes: 161e6, seconds: 12, without: 40 } as const;
  const cost = { what: 'images of the engine', outcome: 'restored', bytes: 1e6, seconds: 9, without: 4.5 } as const;
  assert.equal(verdict(saved), 'The snapshot saved 28.0 s.');
  assert.equal(
    verdict(cost),
    'The cache of images of the engine cost 4.5 s more than it saved: `cache: off` is quicker here.',
  );
  const text = cacheSummary([saved, cost, { what: 'images of the cluster', outcome: 'not there yet' }]);
  assert.match(text, /\| snapshot \| restored \| 161 MB \| 12\.0 s \| 40\.0 s \|\n/);
  assert.match(text, /\| images of the cluster \| not there yet \| {2}\| {2}\| {2}\|\n/);
  assert.equal(cacheSummary([]), '');
});
