import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { saveEngineImages } from '../../cache/images/engineImages.ts';
import { bytesOf } from '../../cache/images/manifest.ts';
import { saveNodeImages } from '../../cache/images/nodeImages.ts';
import { type CacheService, PAYLOAD } from '../../cache/service.ts';
import { formatDuration } from '../../common/duration.ts';
import { messageOf } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import type { Engine } from '../../docker/engine.ts';
import type { PendingSave } from './types.ts';
import { megabytes } from '../../common/size.ts';

const NAMES = { engine: 'images of the engine', nodes: 'images of the cluster', snapshot: 'snapshot' } as const;

/** Saves what main has left to be saved. Whatever goes wrong is a warning; nothing is left on the disk. */
export async function saveCaches(
  saves: readonly PendingSave[],
  service: CacheService,
  engine: Engine,
  reporter: Reporter,
  timeoutMs: number,
): Promise<string[]> {
  const done: string[] = [];
  for (const save of saves) {
    try {
      const line = await saveOne(save, service, engine, timeoutMs);
      reporter.info(line);
      done.push(line);
    } catch (error) {
      reporter.warn(`The ${NAMES[save.kind]} could not be cached: ${messageOf(error)}`);
    } finally {
      await rm(save.folder, { recursive: true, force: true });
    }
  }
  return done;
}

/** @returns what was done, as a sentence @throws when it could not be done */
async function saveOne(save: PendingSave, service: CacheService, engine: Engine, timeoutMs: number): Promise<string> {
  const started = performance.now();
  const name = NAMES[save.kind];
  const bytes = await collect(save, engine);
  if (bytes === undefined) return `Cache of ${name}: there is nothing to keep`;
  const answer = await service.save(save.key, save.folder, timeoutMs);
  if (answer.outcome === 'failed') throw new Error(answer.reason);
  if (answer.outcome === 'refused') {
    // The service reserves a key before its upload, and does not tell one that is under way from one that broke off.
    return `Cache of ${name}: not saved: another job has saved ${save.key}, is saving it, or was stopped while it did`;
  }
  if (answer.outcome !== 'saved') return `Cache of ${name}: not saved: this job has no cache service`;
  const took = formatDuration(performance.now() - started);
  return `Cache of ${name}: saved ${megabytes(bytes)} (before compression) in ${took}`;
}

/** Puts what is to be saved into its folder. @returns bytes; undefined when there is nothing */
async function collect(save: PendingSave, engine: Engine): Promise<number | undefined> {
  if (save.kind === 'snapshot') return save.bytes;
  const payload = join(save.folder, PAYLOAD);
  await mkdir(payload, { recursive: true, mode: 0o700 });
  if (save.kind === 'engine') {
    return bytesOf(await saveEngineImages(engine, save.references, payload, save.pullSeconds));
  }
  const manifest = await saveNodeImages(engine, save.clusters, payload);
  return manifest && bytesOf(manifest);
}
