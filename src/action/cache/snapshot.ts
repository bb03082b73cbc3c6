import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { importSeconds } from '../../cache/images/nodeImages.ts';
import { PAYLOAD } from '../../cache/service.ts';
import { saveSnapshot } from '../../cache/snapshot/save.ts';
import { createClusters, type CreatedCluster, type Creation } from '../../cluster/create/index.ts';
import type { WorkContext } from '../../cluster/context.ts';
import { SeedError } from '../../cluster/seed.ts';
import { waitUntilSettled } from '../../cluster/start/index.ts';
import { formatDuration } from '../../common/duration.ts';
import { messageOf, UserError } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { serverName } from '../../contract/names.ts';
import { snapshotPrefix } from './cacheEntries.ts';
import type { Restored } from './types.ts';
import { megabytes } from '../../common/size.ts';

/** A snapshot that is not ready in this time, in milliseconds, is given up, and the cluster is made anew. */
const SNAPSHOT_MS = 120_000;
/** How long a cluster may take to be ready again after `prepare`, in milliseconds. */
const SETTLE_MS = 60_000;

/**
 * Creates the clusters from what the caches brought, or without it if that fails.
 * @param creationFor makes the creation of a cluster by position; asked anew for a second attempt
 */
export async function createFromCaches(
  restored: Restored,
  creationFor: (index: number, config: ClusterConfig) => Creation,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<CreatedCluster[]> {
  const { configs, seeds, snapshot } = restored;
  if (seeds.every((seed) => seed === undefined))
    return createClusters(configs.map((config, at) => creationFor(at, config)));
  try {
    const started = performance.now();
    const creations = configs.map((config, at) => {
      const timeoutMs = snapshot === undefined ? config.timeoutMs : Math.min(config.timeoutMs, SNAPSHOT_MS);
      const creation = creationFor(at, { ...config, timeoutMs, rollback: true });
      // If it fails the cluster is made anew, and that is the one to look into.
      return { ...creation, context: { ...creation.context, autopsy: undefined }, seed: seeds[at] };
    });
    const clusters = await createClusters(creations);
    await countImport(restored, creations[0] as Creation);
    if (snapshot !== undefined) {
      snapshot.row.seconds = (snapshot.row.seconds ?? 0) + (performance.now() - started) / 1000;
      snapshot.row.without = snapshot.coldSeconds;
    }
    return clusters;
  } catch (error) {
    signal.throwIfAborted();
    // Without a snapshot, a failure that is not the seed's own would only come again.
    if (snapshot === undefined && !(error instanceof SeedError)) throw error;
    reporter.warn(`The cluster can't be made from what was cached, and is made anew: ${messageOf(error)}`);
    if (snapshot !== undefined) {
      snapshot.row.outcome = 'unusable';
      restored.snapshotKey = snapshot.repairKey;
      restored.snapshot = undefined;
    }
    return await createClusters(configs.map((config, at) => creationFor(at, config)));
  } finally {
    if (snapshot !== undefined) await rm(snapshot.folder, { recursive: true, force: true });
  }
}

/** What the images of a cluster cost is known only when its nodes have imported them. */
async function countImport({ nodeImages }: Restored, { config, context }: Creation): Promise<void> {
  if (nodeImages === undefined) return;
  const { row, pullSeconds } = nodeImages;
  const node = serverName(config.name, 0);
  const filling = context.timeline.phases.find(({ name }) => name === `fill ${node}`);
  const filled = filling === undefined ? 0 : (filling.end - filling.start) / 1000;
  row.seconds = (row.seconds ?? 0) + filled + (await importSeconds(context.engine, node));
  row.without = pullSeconds;
}

/**
 * Waits until a cluster is ready again that somebody may have worked on.
 * @throws Error when it takes too long; the signal's reason once it is aborted
 */
export async function settle(name: string, { engine, signal }: Pick<WorkContext, 'engine' | 'signal'>): Promise<void> {
  const bound = AbortSignal.timeout(SETTLE_MS);
  try {
    await waitUntilSettled(engine, name, AbortSignal.any([signal, bound]));
  } catch (error) {
    signal.throwIfAborted();
    if (!bound.aborted) throw error;
    throw new UserError(
      `cluster "${name}" can't be kept: its nodes and DNS were not ready within ${formatDuration(SETTLE_MS)}`,
    );
  }
}

/**
 * Keeps the clusters as they are, for post to save. If that fails the job goes on without.
 * @param coldSeconds what it took to get them so far
 */
export async function takeSnapshot(
  restored: Restored,
  creations: readonly Creation[],
  folder: string,
  coldSeconds: number,
  reporter: Reporter,
): Promise<void> {
  const { snapshotKey: key } = restored;
  if (key === undefined) return;
  const payload = join(folder, 'snapshot', PAYLOAD);
  const row = restored.rows.find(({ what }) => what === 'snapshot');
  try {
    let bytes = 0;
    for (const [index, { config, context }] of creations.entries()) {
      await settle(config.name, context);
      const request = { folder: payload, prefix: snapshotPrefix(index), config, coldSeconds };
      const kept = await saveSnapshot(request, context);
      reporter.info(
        `Snapshot of ${config.name}: ${megabytes(kept.bytes)}; its nodes were paused for ${formatDuration(kept.pausedMs)}`,
      );
      bytes += kept.bytes;
    }
    restored.saves.push({ kind: 'snapshot', key, folder: join(folder, 'snapshot'), bytes });
    if (row !== undefined) Object.assign(row, { outcome: `${row.outcome}, kept for the next run`, bytes });
  } catch (error) {
    for (const { context } of creations) context.signal.throwIfAborted();
    await rm(join(folder, 'snapshot'), { recursive: true, force: true });
    reporter.warn(`No snapshot could be taken: ${messageOf(error)}; continuing without one`);
  }
}
