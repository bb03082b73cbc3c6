import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEngineImages } from '../cache/images/engineImages.ts';
import { bytesOf } from '../cache/images/manifest.ts';
import { seedOfImages } from '../cache/images/nodeImages.ts';
import { type CacheKey, digestsOf, engineImagesKey, nodeImagesKey, repairKey, snapshotKey } from '../cache/keys.ts';
import { platformOf } from '../cache/platform.ts';
import type { CacheRow } from '../cache/report.ts';
import { type CacheAnswer, type CacheService, PAYLOAD } from '../cache/service.ts';
import { readManifest, type SnapshotManifest } from '../cache/snapshot/manifest.ts';
import { seedFrom, withRegistryPorts } from '../cache/snapshot/restore.ts';
import { dryPlan } from '../cluster/prepare.ts';
import type { Seed } from '../cluster/seed.ts';
import { formatDuration, parseDuration } from '../common/duration.ts';
import { messageOf } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import type { ClusterConfig } from '../config/types.ts';
import type { Engine } from '../docker/engine.ts';

/** How long the cache service may take, in milliseconds: to bring an entry, and to take one. */
const RESTORE_MS = 120_000;
const SAVE_MS = 300_000;

/** Bounds on the cache service, which `K3D_CACHE_TIMEOUT` replaces. */
export function cacheBounds(env: NodeJS.ProcessEnv): { restoreMs: number; saveMs: number } {
  const own = parseDuration(env.K3D_CACHE_TIMEOUT ?? '');
  return { restoreMs: own ?? RESTORE_MS, saveMs: own ?? SAVE_MS };
}

/** What a step wants of caches. */
export interface CacheWishes {
  cache: 'images' | 'all' | 'off';
  snapshot: boolean;
  /** The script that the snapshot holds the work of, and digests of what it uses. */
  prepare: string;
  files: ReadonlyMap<string, string>;
  salt: string;
  /** Images of the job's own, which `all` keeps too. */
  images: readonly string[];
}

/** Something for post to save: it still has to be collected, or lies in its folder already. */
export type PendingSave =
  | { kind: 'engine'; key: string; folder: string; references: string[]; pullSeconds: number }
  | { kind: 'nodes'; key: string; folder: string; clusters: string[] }
  | { kind: 'snapshot'; key: string; folder: string; bytes: number };

/** What the caches of a job brought. */
export interface Restored {
  rows: CacheRow[];
  saves: PendingSave[];
  /** What each cluster is given, by position. */
  seeds: (Seed | undefined)[];
  /** The configs, with what the snapshot settles of them. */
  configs: ClusterConfig[];
  /** The snapshot that the seeds are from, if they are. */
  snapshot: { folder: string; coldSeconds: number; row: CacheRow; repairKey: string } | undefined;
  /** The images that the seeds are, if they are; how long importing them takes is known later. */
  nodeImages: { row: CacheRow; pullSeconds: number } | undefined;
  /** Key under which a snapshot is to be saved, if one is wanted and was not there. */
  snapshotKey: string | undefined;
  /** References of images that the engine lacks now. */
  lacking: string[];
}

/** What restoring works with. */
export interface CacheContext {
  engine: Engine;
  service: CacheService;
  reporter: Reporter;
  /** Folder for what is restored. */
  folder: string;
  restoreMs: number;
  signal: AbortSignal;
  /** Makes the key of an entry that replaces a damaged one. */
  runId: string;
}

/**
 * Brings what the cache service has for these clusters. Caches only help: whatever goes wrong is a warning, and the
 * cluster is made without.
 */
export async function restoreCaches(
  configs: readonly ClusterConfig[],
  wishes: CacheWishes,
  context: CacheContext,
): Promise<Restored> {
  const { engine, service, reporter } = context;
  const nothing = configs.map(() => undefined);
  const restored: Restored = {
    rows: [],
    saves: [],
    seeds: nothing,
    configs: [...configs],
    snapshot: undefined,
    nodeImages: undefined,
    snapshotKey: undefined,
    lacking: [],
  };
  if (wishes.cache === 'off' && !wishes.snapshot) return restored;
  const references = imagesNeeded(configs, wishes);
  restored.lacking = await lackingImages(engine, references);
  if (!service.isThere) {
    reporter.info('This runner has no cache service: nothing is cached');
    return restored;
  }
  const digests = await digestsOf(engine, references);
  const platform = await platformOf(engine);
  const tasks: Promise<void>[] = [];
  if (wishes.cache !== 'off' && restored.lacking.length > 0) {
    tasks.push(restoreEngineImages(engineImagesKey(platform, digests), references, restored, context));
  }
  if (wishes.snapshot) {
    const key = snapshotKey(configs, { ...wishes, platform, digests });
    tasks.push(restoreSnapshot(key, platform, restored, context));
  } else if (wishes.cache !== 'off') {
    tasks.push(restoreNodeImages(nodeImagesKey(platform, configs, digests), restored, context));
  }
  await Promise.all(tasks);
  return restored;
}

function imagesNeeded(configs: readonly ClusterConfig[], { cache, images }: CacheWishes): string[] {
  const own = configs.flatMap((config) => [
    ...dryPlan(config).nodes.map(({ container }) => container.image),
    ...config.registriesCreate.map(({ image }) => image),
  ]);
  return [...new Set([...own, ...(cache === 'all' ? images : [])])];
}

async function lackingImages(engine: Engine, references: readonly string[]): Promise<string[]> {
  const found = await Promise.all(references.map((name) => engine.images.inspect(name)));
  return references.filter((_, index) => found[index] === undefined);
}

async function restoreEngineImages(
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
      if (wrong.length > 0) throw new Error(`${wrong.join(', ')} came out as other images`);
      await rm(folder, { recursive: true, force: true });
      restored.lacking = [];
      return { bytes: bytesOf(manifest), without: manifest.pullSeconds };
    },
    onMiss: (saveKey) => restored.saves.push({ kind: 'engine', key: saveKey, folder, references, pullSeconds: 0 }),
  });
}

async function restoreNodeImages(key: CacheKey, restored: Restored, context: CacheContext): Promise<void> {
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

async function restoreSnapshot(
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
      row.outcome = 'of no use';
      reporter.warn(`The cached ${what} can't be used, and the job goes on without: ${messageOf(error)}`);
      onMiss(repairKey(key.save, runId));
    }
  } else if (answer.outcome === 'failed') {
    row.outcome = 'cache service failed';
    reporter.warn(`The cache of ${what} can't be read, and the job goes on without: ${answer.reason}`);
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
