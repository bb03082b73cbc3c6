import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEngineImages } from '../../cache/images/engineImages.ts';
import { bytesOf } from '../../cache/images/manifest.ts';
import { seedOfImages } from '../../cache/images/nodeImages.ts';
import { type CacheKey, repairKey } from '../../cache/keys.ts';
import type { CacheRow } from '../../cache/report.ts';
import { type CacheAnswer, PAYLOAD } from '../../cache/service.ts';
import { readManifest, type SnapshotManifest } from '../../cache/snapshot/manifest.ts';
import { seedFrom, withRegistryPorts } from '../../cache/snapshot/restore.ts';
import { formatDuration } from '../../common/duration.ts';
import { messageOf } from '../../common/errors.ts';
import type { Restored, CacheContext } from './types.ts';

/** Gives the engine the images that it lacks, or has post save them. */
export async function restoreEngineImages(
  key: CacheKey,
  references: string[],
  restored: Restored,
  context: CacheContext,
): Promise<void> {
  const what = 'images of the engine';
  const folder = join(context.folder, 'engine');
  await restoreEntry(what, key, folder, restored, context, {
    onHit: async (payload) => {
      const { manifest, wrong } = await loadEngineImages(context.engine, payload);
      if (wrong.length > 0) throw new Error(`${wrong.join(', ')} are not the images that were saved`);
      await rm(folder, { recursive: true, force: true });
      restored.lacking = [];
      return { bytes: bytesOf(manifest), without: manifest.pullSeconds };
    },
    onMiss: (saveKey) => restored.saves.push({ kind: 'engine', key: saveKey, folder, references, pullSeconds: 0 }),
  });
}

/** Finds the images that the nodes of new clusters are given, or has post save them. */
export async function restoreNodeImages(key: CacheKey, restored: Restored, context: CacheContext): Promise<void> {
  const folder = join(context.folder, 'nodes');
  await restoreEntry('images of the cluster', key, folder, restored, context, {
    onHit: async (payload, row) => {
      const { manifest, seed } = await seedOfImages(context.engine, payload);
      restored.seeds = restored.configs.map(() => seed);
      restored.nodeImages = { row, pullSeconds: manifest.pullSeconds };
      return { bytes: bytesOf(manifest) };
    },
    onMiss: (saveKey) => {
      const clusters = restored.configs.map(({ name }) => name);
      restored.saves.push({ kind: 'nodes', key: saveKey, folder, clusters });
    },
  });
}

/** Finds the snapshot that the clusters go on from, or has one taken. */
export async function restoreSnapshot(
  key: CacheKey,
  platform: string,
  restored: Restored,
  context: CacheContext,
): Promise<void> {
  const folder = join(context.folder, 'snapshot');
  await restoreEntry('snapshot', key, folder, restored, context, {
    onHit: async (payload, row) => {
      const manifests: SnapshotManifest[] = [];
      for (const index of restored.configs.keys()) {
        manifests.push(await readManifest(payload, snapshotPrefix(index), platform));
      }
      const configs = await Promise.all(
        restored.configs.map((config, at) =>
          withRegistryPorts(config, manifests[at] as SnapshotManifest, context.engine),
        ),
      );
      restored.seeds = configs.map((config, at) => seedFrom(payload, manifests[at] as SnapshotManifest, config));
      restored.configs = configs;
      const coldSeconds = Math.max(...manifests.map((manifest) => manifest.coldSeconds));
      restored.snapshot = { folder, coldSeconds, row, repairKey: repairKey(key.save, context.runId) };
      const files = manifests.flatMap(({ nodes }) => nodes.flatMap((node) => node.files));
      return { bytes: bytesOf({ files }) };
    },
    onMiss: (saveKey) => {
      restored.snapshotKey = saveKey;
    },
  });
}

/** What the names of a cluster's files begin with in the snapshot of several. */
export const snapshotPrefix = (index: number): string => (index === 0 ? '' : `${index}-`);

interface EntryHandlers {
  /** Uses the entry's files. Whatever it throws means that the entry is of no use. */
  onHit: (payload: string, row: CacheRow) => Promise<Pick<CacheRow, 'bytes' | 'without'>>;
  /** Told the key under which to save a new entry. */
  onMiss: (saveKey: string) => void;
}

async function restoreEntry(
  what: CacheRow['what'],
  key: CacheKey,
  folder: string,
  restored: Restored,
  { service, reporter, restoreMs, runId, signal }: CacheContext,
  { onHit, onMiss }: EntryHandlers,
): Promise<void> {
  const started = performance.now();
  const row: CacheRow = { what, outcome: 'not there yet' };
  restored.rows.push(row);
  const answer = await service.restore(key.restore, folder, restoreMs).catch((error: unknown) => {
    signal.throwIfAborted();
    return failed(error);
  });
  if (answer.outcome === 'hit') {
    try {
      Object.assign(row, await onHit(join(folder, PAYLOAD), row));
      row.outcome = 'restored';
      row.seconds = (performance.now() - started) / 1000;
      reporter.info(`Cache of ${what}: restored in ${formatDuration(row.seconds * 1000)}`);
      return;
    } catch (error) {
      row.outcome = 'unusable';
      reporter.warn(`The cached ${what} can't be used: ${messageOf(error)}; continuing without it`);
      onMiss(repairKey(key.save, runId));
    }
  } else if (answer.outcome === 'failed') {
    row.outcome = 'cache service failed';
    reporter.warn(`The cache of ${what} can't be read: ${answer.reason}; continuing without it`);
    // The entry itself may be what is wrong.
    onMiss(repairKey(key.save, runId));
  } else {
    reporter.info(`Cache of ${what}: nothing there for ${key.save}`);
    onMiss(key.save);
  }
  await rm(folder, { recursive: true, force: true });
}

function failed(error: unknown): CacheAnswer {
  return { outcome: 'failed', reason: messageOf(error) };
}
