import { existsSync } from 'node:fs';
import { measureFile } from '../cache/digest.ts';
import { CacheService } from '../cache/service.ts';
import type { CreatedCluster, Creation } from '../cluster/create/index.ts';
import { checkImages, ensureImage } from '../cluster/images/index.ts';
import { messageOf } from '../common/errors.ts';
import { Timeline } from '../common/timeline.ts';
import type { ClusterConfig } from '../config/types.ts';
import { cacheBounds, restoreCaches } from './cache/caching.ts';
import { diagnosticsFolder, tellDiagnosis } from './report/diagnostics.ts';
import { cacheProgram, type Job } from './job.ts';
import { createFromCaches } from './cache/snapshot.ts';
import { cacheFolder, type ClusterState } from './state.ts';
import type { Restored } from './cache/types.ts';

/** What caches have for the clusters. */
export async function bringCaches({
  env,
  bundle,
  inputs,
  files,
  state,
  engine,
  reporter,
  signal,
}: Job): Promise<Restored> {
  const configs = inputs.clusters;
  const wishes = {
    cache: inputs.cache,
    snapshot: inputs.snapshot,
    prepare: inputs.prepare?.script ?? '',
    files: new Map([...files, ...(await digestsOfNodeFiles(configs))]),
    salt: inputs.snapshotKey,
    images: inputs.images,
  };
  const service = new CacheService(cacheProgram(bundle), env, reporter, signal);
  const runId = `${env.GITHUB_RUN_ID || 'local'}-${env.GITHUB_RUN_ATTEMPT || '1'}`;
  const { restoreMs } = cacheBounds(env);
  const context = { engine, service, reporter, folder: cacheFolder(state), restoreMs, runId, signal };
  return await reporter.stage('Looking into caches', () => restoreCaches(configs, wishes, context));
}

/** A name that is wrong is better known before there is a cluster. */
export async function checkOwnImages({ inputs, engine, reporter, signal }: Job, { lacking }: Restored): Promise<void> {
  if (inputs.cache === 'all') {
    for (const name of inputs.images.filter((image) => lacking.includes(image))) {
      await ensureImage(engine, name, reporter, signal);
    }
  }
  await checkImages(engine, inputs.images);
}

/** Makes the clusters, from what caches have of them. */
export async function makeClusters(
  { core, env, inputs, state, engine, timeline: before, reporter, signal }: Job,
  restored: Restored,
): Promise<{ clusters: CreatedCluster[]; creations: Creation[] }> {
  const creations: Creation[] = [];
  const creationFor = (index: number, config: ClusterConfig): Creation => {
    const own = state.clusters[index] as ClusterState;
    const { creation } = own;
    // What a container took that had to be there first is the first cluster's.
    const timeline = index === 0 && before.phases.length > 0 ? before : new Timeline();
    const autopsy = async (error: unknown): Promise<void> =>
      tellDiagnosis(core, { env, engine }, own, diagnosticsFolder(state), { error: messageOf(error), timeline });
    const context = { engine, reporter, timeline, signal };
    const isWanted = inputs.diagnostics !== 'never';
    creations[index] = { config, creation, context: isWanted ? { ...context, autopsy } : context };
    return creations[index];
  };
  const clusters = await createFromCaches(restored, creationFor, reporter, signal);
  const [first] = creations as [Creation];
  const pulling = first.context.timeline.phases.find(({ name }) => name === 'image');
  for (const save of restored.saves) {
    if (save.kind === 'engine' && pulling !== undefined) save.pullSeconds = (pulling.end - pulling.start) / 1000;
  }
  return { clusters, creations };
}

/** Files that configs bring into nodes, which decide what a cluster is. */
async function digestsOfNodeFiles(configs: readonly ClusterConfig[]): Promise<Map<string, string>> {
  const sources = new Set(configs.flatMap(({ files }) => files.map(({ source }) => source)));
  const found = [...sources].filter((path) => existsSync(path));
  return new Map(await Promise.all(found.map(async (path) => [path, (await measureFile(path)).sha256] as const)));
}
