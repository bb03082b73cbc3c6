import { rm } from 'node:fs/promises';
import type * as Core from '@actions/core';
import { CacheService } from '../cache/service.ts';
import { whatIsServed } from '../cluster/localImages/index.ts';
import { foundNothing, removeCreation, removeMade } from '../cluster/remove/index.ts';
import { formatDuration } from '../common/duration.ts';
import { messageOf } from '../common/errors.ts';
import { within } from '../common/within.ts';
import { connectEngine as connectClusters } from '../cluster/dind/index.ts';
import { connectEngine } from '../docker/connect.ts';
import type { Engine } from '../docker/engine.ts';
import { removeFromFile } from '../kubernetes/kubeconfigFile.ts';
import { diagnosticsFolder, tellDiagnosis } from './report/diagnostics.ts';
import { cacheBounds } from './cache/caching.ts';
import { addSummary } from './report/outputs.ts';
import { actionReporter } from './report/reporter.ts';
import { saveCaches } from './cache/saveCaches.ts';
import {
  type ActionState,
  clusterEnv,
  CACHE_STATE_KEY,
  cacheFolder,
  type ClusterState,
  parseCacheState,
  parseState,
  resetFolder,
  STATE_KEY,
} from './state.ts';
import { megabytes } from '../common/size.ts';

/**
 * The action's post step: removes what main made. Failing to clean up is a warning with what is left, never an error:
 * it must not turn a green job red.
 */
export async function runPost(core: typeof Core, env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const state = parseState(core.getState(STATE_KEY));
    if (state === undefined) {
      core.info('There is nothing to clean up');
      return;
    }
    // The one thing that main can't have known: the runner evaluates this input's default anew for post.
    const succeeded = env['INPUT_JOB-STATUS'] === 'success';
    if (isWanted(state, env['INPUT_JOB-STATUS'])) await diagnoseAll(core, env, state);
    await saveAll(core, env, state);
    if (state.cleanup === 'never' || (state.cleanup === 'on-success' && !succeeded)) {
      const names = state.clusters.map(({ name }) => name).join(' ');
      core.info(`Left as they are (cleanup: ${state.cleanup}); remove them with: k3d cluster delete ${names}`);
      return;
    }
    await removeAll(core, env, state);
  } catch (error) {
    core.warning(`Cleaning up failed: ${messageOf(error)}`);
  }
}

/** Whether to look into the clusters while they are still there; a job that was cancelled has no time left. */
function isWanted({ diagnostics }: ActionState, status: string | undefined): boolean {
  return diagnostics === 'always' || (diagnostics === 'on-failure' && status === 'failure');
}

/** Looks into the clusters. Never throws. */
async function diagnoseAll(core: typeof Core, env: NodeJS.ProcessEnv, state: ActionState): Promise<void> {
  try {
    const engine = await connectClusters(clusterEnv(state, env));
    for (const own of state.clusters) await tellDiagnosis(core, { env, engine }, own, diagnosticsFolder(state));
  } catch (error) {
    core.warning(`Could not collect diagnostics: ${messageOf(error)}`);
  }
}

/** Saves what main has left for it, while the clusters are still there. Never throws: a cache only helps. */
async function saveAll(core: typeof Core, env: NodeJS.ProcessEnv, state: ActionState): Promise<void> {
  const folder = cacheFolder(state);
  try {
    const caches = parseCacheState(core.getState(CACHE_STATE_KEY));
    const status = env['INPUT_JOB-STATUS'];
    // A snapshot was taken before the job's own work, so it is good however that went.
    const saves = caches?.saves.filter(({ kind }) =>
      kind === 'snapshot' ? status !== 'cancelled' : status === 'success',
    );
    if (caches === undefined || saves === undefined || saves.length === 0) return;
    const reporter = actionReporter(core, false);
    const service = new CacheService(caches.program, env, {
      debug: (line) => core.debug(line),
      secret: (value) => core.setSecret(value),
    });
    const said = await core.group('Saving caches', async () =>
      saveCaches(saves, service, await connectClusters(clusterEnv(state, env)), reporter, cacheBounds(env).saveMs),
    );
    await addSummary(core, env, said.map((line) => `${line}\n\n`).join(''));
  } catch (error) {
    core.warning(`Saving caches failed: ${messageOf(error)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long removing may take, in milliseconds: the runner gives a cancelled job little time. */
const REMOVE_MS = 60_000;

/** @throws when it takes too long */
async function removeAll(core: typeof Core, env: NodeJS.ProcessEnv, state: ActionState): Promise<void> {
  const { clusters, jobKubeconfig, userKubeconfig } = state;
  const kubeconfigs = [jobKubeconfig, ...(userKubeconfig === undefined ? [] : [userKubeconfig])];
  const work = async (): Promise<void> => {
    const engine = await connectEngine(env);
    // The last one first: others may be on the network of the first, which goes when nobody is on it.
    for (const cluster of clusters.toReversed()) {
      await core.group(`Removing cluster ${cluster.name}`, () =>
        cleanUp(core, env, engine, cluster, kubeconfigs).catch((error: unknown) =>
          core.warning(`Cluster ${cluster.name} could not be removed: ${messageOf(error)}`),
        ),
      );
    }
    // A registry that several of them used is nobody's any more.
    if (clusters.length > 1) for (const { creation } of clusters) await removeCreation(engine, creation);
    await rm(resetFolder(state), { recursive: true, force: true });
  };
  const names = clusters.map(({ name }) => name).join(' ');
  const late = new Error(
    `not done within ${REMOVE_MS / 1000} s; remove what is left with: k3d cluster delete ${names}`,
  );
  await within(work(), { ms: REMOVE_MS, late: () => late });
}

/** Says what nodes have pulled of the engine's images, which nobody has imported. */
async function tellLocalImages(core: typeof Core, env: NodeJS.ProcessEnv, engine: Engine, name: string): Promise<void> {
  const state = await whatIsServed(engine, name).catch(() => undefined);
  if (state === undefined || state.images.length === 0) return;
  const size = [megabytes(state.bytes, 1), ...(state.ms === undefined ? [] : [formatDuration(state.ms)])].join(' in ');
  core.info(`Nodes pulled ${state.images.join(', ')} from this machine's engine (${size})`);
  const said = `Nodes of \`${name}\` pulled ${state.images.length} images from this machine's engine (${size})`;
  await addSummary(core, env, `${said}\n\n`);
}

async function cleanUp(
  core: typeof Core,
  env: NodeJS.ProcessEnv,
  engine: Engine,
  cluster: ClusterState,
  kubeconfigs: readonly string[],
): Promise<void> {
  await tellLocalImages(core, env, engine, cluster.name);
  const removal = await removeMade(engine, cluster.name, cluster.creation);
  if (foundNothing(removal)) core.info('Already removed');
  else
    core.info(
      `Removed ${removal.containers.length} containers, ${removal.networks.length} networks, ${removal.volumes.length} volumes`,
    );
  for (const problem of removal.problems) core.warning(`Could not remove ${problem}`);
  // A kubeconfig of the user's may be anything by now, and is no reason to leave something else as it is.
  for (const work of [
    () => rm(cluster.kubeconfig, { force: true }),
    ...kubeconfigs.map((path) => () => removeFromFile(path, cluster.name)),
  ])
    await work().catch((error: unknown) =>
      core.warning(`Cluster ${cluster.name} is removed, its kubeconfig is not: ${messageOf(error)}`),
    );
}
