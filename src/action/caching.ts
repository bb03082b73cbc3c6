import { digestsOf, engineImagesKey, nodeImagesKey, snapshotKey } from '../cache/keys.ts';
import { platformOf } from '../cache/platform.ts';
import type { CacheRow } from '../cache/report.ts';
import type { CacheService } from '../cache/service.ts';
import { dryPlan } from '../cluster/prepare.ts';
import type { Seed } from '../cluster/seed.ts';
import { parseDuration } from '../common/duration.ts';
import type { Reporter } from '../common/reporter.ts';
import type { ClusterConfig } from '../config/types.ts';
import type { Engine } from '../docker/engine.ts';
import { restoreEngineImages, restoreNodeImages, restoreSnapshot } from './cacheEntries.ts';

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
