import { digestsOf, engineImagesKey, nodeImagesKey, snapshotKey } from '../../cache/keys.ts';
import { platformOf } from '../../cache/platform.ts';
import { parseDuration } from '../../common/duration.ts';
import type { ClusterConfig } from '../../config/types.ts';
import type { Engine } from '../../docker/engine.ts';
import { dryPlan } from '../../plan/dryPlan.ts';
import { restoreEngineImages, restoreNodeImages, restoreSnapshot } from './cacheEntries.ts';
import type { CacheContext, CacheSettings, Restored } from './types.ts';

/** How long the cache service may take, in milliseconds: to bring an entry, and to take one. */
const RESTORE_MS = 120_000;
const SAVE_MS = 300_000;

/** Bounds on the cache service, which `K3D_CACHE_TIMEOUT` replaces. */
export function cacheBounds(env: NodeJS.ProcessEnv): { restoreMs: number; saveMs: number } {
  const own = parseDuration(env.K3D_CACHE_TIMEOUT ?? '');
  return { restoreMs: own ?? RESTORE_MS, saveMs: own ?? SAVE_MS };
}

/**
 * Brings what the cache service has for these clusters. Caches only help: whatever goes wrong is a warning, and the
 * cluster is made without.
 */
export async function restoreCaches(
  configs: readonly ClusterConfig[],
  wishes: CacheSettings,
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

function imagesNeeded(configs: readonly ClusterConfig[], { cache, images }: CacheSettings): string[] {
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
