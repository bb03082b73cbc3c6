import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadEngineImages, saveEngineImages } from '../../src/cache/images/engineImages.ts';
import { CacheService, PAYLOAD } from '../../src/cache/service.ts';
import { silentReporter } from '../../src/common/reporter.ts';
import { SeedError } from '../../src/cluster/seed.ts';
import { type Entry, serve } from '../cacheServer.ts';
import { docker, run, stage, workload } from './bed.ts';

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

test('a disk that is full while an entry is brought is a failure with a reason', async (t) => {
  const s = await stage(t);
  const entries = new Map<number, Entry>();
  const server = createServer((request, response) => void serve(entries, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  s.defer(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, ACTIONS_CACHE_URL: `http://127.0.0.1:${port}/`, ACTIONS_RUNTIME_TOKEN: 'x' };
  const program = fileURLToPath(new URL('../../dist/cache.js', import.meta.url));
  const service = new CacheService(program, env, silentReporter);
  const from = join(s.folder, 'from');
  mkdirSync(join(from, PAYLOAD), { recursive: true });
  writeFileSync(join(from, PAYLOAD, 'a.tar'), randomBytes(8_000_000));
  assert.deepEqual(await service.save('k3d-one', from, 30_000), { outcome: 'saved' });

  const small = join(s.folder, 'small');
  mkdirSync(small);
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'none', small]);
  assert.equal(mounted.status, 0, mounted.stderr);
  s.defer(async () => void (await run('umount', [small])));
  const to = join(small, 'to');
  const answer = await service.restore(['k3d-one'], to, 30_000);
  assert.equal(answer.outcome, 'failed');
  assert.match(answer.outcome === 'failed' ? answer.reason : '', /Failed to restore: .*(tar|ENOSPC|space)/);
  // What had been brought goes with the folder, which the caller removes; no temporary file is left beside.
  assert.deepEqual(readdirSync(to), [PAYLOAD]);
});
