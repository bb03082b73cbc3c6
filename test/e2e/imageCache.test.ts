import assert from 'node:assert/strict';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadEngineImages, saveEngineImages } from '../../src/cache/images/engineImages.ts';
import { SeedError } from '../../src/cluster/seed.ts';
import { docker, stage, workload } from './bed.ts';

test('images of the engine come back as what they were, and damaged ones do not come back at all', async (t) => {
  const s = await stage(t);
  const name = 'k3d-e2e/cached:1';
  await docker('tag', workload, name);
  s.defer(async () => void (await docker('rmi', '--force', name)));
  const folder = join(s.folder, 'images');
  const saved = await saveEngineImages(s.engine, [name], folder, 1.5);
  const id = (await s.engine.images.inspect(name))?.id;
  await docker('rmi', name);

  const archive = join(folder, 'engine.tar');
  const whole = readFileSync(archive);
  const damage: [string, () => void][] = [
    ['cut', () => truncateSync(archive, whole.length >> 1)],
    ['changed', () => writeFileSync(archive, whole.fill(0x41, whole.length - 2000, whole.length - 1500))],
  ];
  for (const [what, doIt] of damage) {
    const before = Buffer.from(whole);
    doIt();
    await assert.rejects(loadEngineImages(s.engine, folder), (error: Error) => {
      assert.ok(error instanceof SeedError, `${what}: ${error.message}`);
      assert.match(error.message, /^engine\.tar is damaged: it is not what was kept$/);
      return true;
    });
    before.copy(whole);
    writeFileSync(archive, whole);
  }
  await docker('rmi', name).catch(() => '');
  const { manifest, wrong } = await loadEngineImages(s.engine, folder);
  assert.deepEqual([manifest, wrong], [saved, []]);
  assert.equal((await s.engine.images.inspect(name))?.id, id);
});
