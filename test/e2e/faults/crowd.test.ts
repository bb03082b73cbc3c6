import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCluster } from '../../../src/cluster/create/create.ts';
import { newCreationId } from '../../../src/cluster/find/creationOwner.ts';
import { deleteCluster } from '../../../src/cluster/remove/remove.ts';
import { silentReporter } from '../../../src/common/reporter.ts';
import { Timeline } from '../../../src/common/timeline.ts';
import { mergeLayers } from '../../../src/config/merge.ts';
import { NO_LAYERS } from '../../../src/config/wait.ts';
import { image } from '../bed.ts';
import { isLong, often, withFault } from './table.ts';

test('eight creations at once do not get into each other’s way', async (t) => {
  await withFault(t, 'eight creations at once', 1, async (s) => {
    const names = Array.from({ length: 8 }, (_, index) => `crowd-${index}`);
    s.owns(...names);
    const wait = isLong ? '--wait=nodes' : '--wait=none';
    const all = await Promise.all(
      names.map((name) => s.k3d(['cluster', 'create', name, '--image', image, wait, '--timeout', '8m'])),
    );
    for (const { status, stderr } of all) assert.equal(status, 0, stderr);
    const listed = JSON.parse(await s.k3dOk(['cluster', 'list', '-o', 'json'])) as { name: string }[];
    assert.deepEqual(
      listed.map(({ name }) => name).filter((name) => name.startsWith('crowd-')),
      names,
    );
    await s.k3dOk(['cluster', 'delete', ...names]);
    return 'all ready';
  });
});

/** What might grow from round to round. */
function census(): { mounts: number; files: number; descriptors: number } {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').trim().split('\n').length;
  return { mounts, files: readdirSync(tmpdir()).length, descriptors: readdirSync('/proc/self/fd').length };
}

test('rounds of create and delete leave no trace, in the engine, the system or this process', async (t) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Of this process alone: others of the machine make files of their own meanwhile.
  const { TMPDIR } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'k3d-rounds-'));
  process.env.TMPDIR = folder;
  t.after(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(folder, { recursive: true });
  });
  await withFault(t, 'create and delete, again and again', 1, async (s) => {
    const round = async (): Promise<void> => {
      const context = {
        engine: s.engine,
        reporter: silentReporter,
        timeline: new Timeline(),
        signal: new AbortController().signal,
      };
      await createCluster(mergeLayers({ name: 'round', image, agents: 1, wait: NO_LAYERS }), newCreationId(), context);
      await deleteCluster(s.engine, 'round');
    };
    // What is loaded and kept once is no growth.
    await round();
    collect();
    const before = { ...census(), heap: process.memoryUsage().heapUsed };
    const rounds = often(3, 10);
    for (let count = 0; count < rounds; count++) await round();
    collect();
    const after = { ...census(), heap: process.memoryUsage().heapUsed };
    assert.ok(after.heap - before.heap < rounds * 500_000, `heap: ${before.heap} to ${after.heap}`);
    for (const kind of ['mounts', 'files', 'descriptors'] as const) {
      assert.ok(after[kind] <= before[kind] + 2, `${kind}: ${before[kind]} to ${after[kind]}`);
    }
    return 'no growth';
  });
});
