import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { image } from '../bed.ts';
import { BadProxy, type Mischief } from './proxy.ts';
import { often, seeded, withFault } from './table.ts';

/** Hardly anything goes through, so that most creations fail, in ever other places. */
const BAD: Mischief = { cut: 0.06, swallow: 0.03, corrupt: 0.08, delay: 0.2 };
/** Slow and jumpy, but all arrives: creations have to succeed. */
const SLOW: Mischief = { cut: 0, swallow: 0, corrupt: 0, delay: 0.7 };

const SEED = Number(process.env.K3D_FAULTS_SEED ?? 20_261);

test('an engine whose answers are cut, swallowed and corrupted at random: ready or one clear error, nothing left', async (t) => {
  await withFault(t, 'engine answers garbage', often(2, 100), async (s, time) => {
    const random = seeded(SEED + time);
    const proxy = new BadProxy(join(s.folder, 'engine.sock'), random, BAD);
    await proxy.listen();
    s.defer(() => proxy.close());
    const args = ['cluster', 'create', 'garbage', '--image', image, '--no-lb', '--wait=nodes', '--timeout', '60s'];
    const { status, stderr } = await s.k3d(args, { DOCKER_HOST: `unix://${proxy.path}` });
    const about = `seed ${SEED + time} (${proxy.done.join(', ')}): ${stderr}`;
    if (status === 0) {
      await s.k3dOk(['cluster', 'delete', 'garbage']);
      return 'ready';
    }
    assert.equal(status, 1, about);
    const errors = stderr.split('\n').filter((line) => line.startsWith('Error: '));
    assert.equal(errors.length, 1, about);
    // No words of a program that stumbled.
    assert.doesNotMatch(stderr, /undefined|null|\[object|TypeError|\n {4}at /, about);
    return 'clear error';
  });
});

test('an engine that is slow to answer is no fault', async (t) => {
  await withFault(t, 'engine answers slowly', often(1, 5), async (s, time) => {
    const proxy = new BadProxy(join(s.folder, 'engine.sock'), seeded(SEED - time), SLOW);
    await proxy.listen();
    s.defer(() => proxy.close());
    const env = { DOCKER_HOST: `unix://${proxy.path}` };
    await s.k3dOk(['cluster', 'create', 'slow', '--image', image, '--wait=nodes'], env);
    await s.k3dOk(['cluster', 'delete', 'slow'], env);
    return 'ready';
  });
});
