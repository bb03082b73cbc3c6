import { keepSnapshot } from '../cache/snapshot/stored.ts';
import { SNAPSHOTS_VARIABLE } from '../cache/store.ts';
import { settleAll } from '../common/settleAll.ts';
import type { CreatedCluster, Creation } from '../cluster/create/index.ts';
import { importImages } from '../cluster/images/index.ts';
import { needCluster, nodesOf } from '../cluster/find/index.ts';
import { waitForCluster } from '../cluster/start/index.ts';
import { formatDuration } from '../common/duration.ts';
import type { Timeline } from '../common/timeline.ts';
import { targetText } from '../config/target.ts';
import type { ClusterConfig } from '../config/types.ts';
import { NO_LAYERS } from '../config/wait.ts';
import type { Job } from './job.ts';
import { runPrepare } from './prepare.ts';
import { settle, takeSnapshot } from './cache/snapshot.ts';
import { cacheFolder, resetFolder } from './state.ts';
import type { Restored } from './cache/types.ts';
import { megabytes } from '../common/size.ts';

/** Runs the user's script and takes the snapshot, unless the clusters come from one, which holds the script's work. */
export async function setUp(job: Job, restored: Restored, creations: readonly Creation[]): Promise<void> {
  const { env, cwd, inputs, state, reporter, signal } = job;
  if (restored.snapshot !== undefined) return;
  if (inputs.prepare !== undefined) {
    const { script: text, timeoutMs } = inputs.prepare;
    const temp = env.RUNNER_TEMP as string;
    const script = { text, timeoutMs, cwd, temp, env: { ...stepEnv(process.env), KUBECONFIG: state.jobKubeconfig } };
    const [{ context }] = creations as [Creation];
    await reporter.stage('Running prepare', () => context.timeline.run('prepare', () => runPrepare(script, signal)));
  }
  const coldSeconds = Math.max(...creations.map(({ context }) => context.timeline.now())) / 1000;
  await takeSnapshot(restored, creations, cacheFolder(state), coldSeconds, reporter);
}

/** What the runner gives the steps of a job, and not what it gives an action. */
function stepEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(INPUT|STATE|ACTIONS)_/.test(name)));
}

/** Brings the images of the job's own into all nodes. */
export async function bringImages({ engine, inputs, reporter, signal }: Job, timeline: Timeline): Promise<void> {
  const { images } = inputs;
  if (images.length === 0) return;
  await reporter.stage(`Importing ${images.length} images`, () =>
    timeline.run('import images', async () => {
      const clusters = await Promise.all(inputs.clusters.map(({ name }) => needCluster(engine, name)));
      const nodes = clusters.flatMap((cluster) => [...nodesOf(cluster, 'server'), ...nodesOf(cluster, 'agent')]);
      await importImages(engine, { kind: 'images', names: images }, nodes, reporter, signal);
    }),
  );
}

/** Waits for what the user wants last, in the time that creation has left. */
export async function waitForTargets(
  { inputs, engine, reporter, signal }: Job,
  clusters: readonly CreatedCluster[],
  timelines: readonly Timeline[],
): Promise<void> {
  const { waitFor: targets } = inputs;
  if (targets.length === 0) return;
  const list = targets.map(targetText).join(', ');
  await reporter.stage(`Waiting for ${list}`, () =>
    settleAll(
      clusters.map(({ name, readyMs }, index) => {
        const timeline = timelines[index] as Timeline;
        const { timeoutMs } = inputs.clusters[index] as ClusterConfig;
        const wishes = { layers: NO_LAYERS, targets, timeoutMs, spentMs: readyMs };
        return timeline.run('wait-for', () => waitForCluster(name, wishes, { engine, reporter, timeline, signal }));
      }),
    ),
  );
}

/**
 * Keeps the clusters as they are, where `k3d cluster reset` in a later step finds them.
 * @throws UserError when one can't be kept: later steps rely on it
 */
export async function keepForReset(job: Job, creations: readonly Creation[]): Promise<void> {
  const { core, inputs, state, reporter } = job;
  if (!inputs.reset) return;
  const store = resetFolder(state);
  for (const { config, context } of creations) {
    const { bytes, pausedMs } = await context.timeline.run('keep for reset', async () => {
      await settle(config.name, context);
      return await keepSnapshot(config, { store, name: config.name }, context);
    });
    const size = megabytes(bytes);
    reporter.info(
      `Kept ${config.name} for "k3d cluster reset": ${size}; its nodes were paused for ${formatDuration(pausedMs)}`,
    );
  }
  core.exportVariable(SNAPSHOTS_VARIABLE, store);
}
