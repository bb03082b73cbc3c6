import { dirname, join } from 'node:path';
import type * as Core from '@actions/core';
import { type CreatedCluster, newCreationId } from '../cluster/create.ts';
import { createClusters } from '../cluster/createAll.ts';
import { checkImages, importImages } from '../cluster/importImages.ts';
import { needCluster } from '../cluster/lifecycle.ts';
import { nodesOf } from '../cluster/model.ts';
import { NodeFailure } from '../cluster/nodeFailure.ts';
import { dryPlan } from '../cluster/prepare.ts';
import { formatDuration } from '../common/duration.ts';
import { describeError, UserError } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import { Timeline } from '../common/timeline.ts';
import type { ClusterConfig } from '../config/types.ts';
import { connectEngine } from '../docker/connect.ts';
import type { Engine } from '../docker/engine.ts';
import { secretsOf } from '../kubernetes/kubeconfig.ts';
import { mergeIntoFile, writeKubeconfig } from '../kubernetes/kubeconfigFile.ts';
import { contextName } from '../plan/names.ts';
import { type ActionInputs, readInputs } from './inputs.ts';
import { installCli } from './installCli.ts';
import { actionReporter } from './reporter.ts';
import { type ActionState, type ClusterState, STATE_KEY } from './state.ts';
import { clusterSummary } from './summary.ts';

/**
 * The action's main step: creates the cluster and exports what later steps need.
 * Never throws: a failure is said to the runner.
 * @param env the process's environment
 * @param bundle folder of the running bundle, which the CLI is in too
 */
export async function runMain(core: typeof Core, env: NodeJS.ProcessEnv, bundle: string): Promise<void> {
  const cancelled = new AbortController();
  // The runner sends SIGINT first and a last SIGTERM 7.5 s later; post removes what is left after that.
  const onSignal = (name: NodeJS.Signals): void => cancelled.abort(new UserError(`cancelled (${name})`));
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    const inputs = readInputs(env, env.GITHUB_WORKSPACE || process.cwd());
    await provide(core, env, bundle, inputs, cancelled.signal);
  } catch (error) {
    reportFailure(core, error);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

async function provide(
  core: typeof Core,
  env: NodeJS.ProcessEnv,
  bundle: string,
  { clusters: configs, notices, images, cleanup }: ActionInputs,
  signal: AbortSignal,
): Promise<void> {
  for (const notice of notices) core.notice(notice);
  for (const config of configs) dryPlan(config);
  const reporter = actionReporter(core, configs.length > 1);
  const engine = await connectEngine(env);
  const state = newState(env, configs, cleanup);
  // Before anything is made: whatever happens from here on, post finds what to remove.
  core.saveState(STATE_KEY, JSON.stringify(state));
  await installCli(core, bundle, dirname(state.jobKubeconfig));
  // A name that is wrong is better known before there is a cluster.
  await checkImages(engine, images);
  const timelines = configs.map(() => new Timeline());
  const creations = configs.map((config, index) => ({
    config,
    creation: (state.clusters[index] as ClusterState).creation,
    context: { engine, reporter, timeline: timelines[index] as Timeline, signal },
  }));
  const clusters = await createClusters(creations);
  // The first one last, so that its context is the current one.
  for (const [index, { kubeconfig }] of [...clusters.entries()].reverse()) {
    for (const secret of secretsOf(kubeconfig)) reporter.secret(secret);
    await writeKubeconfig((state.clusters[index] as ClusterState).kubeconfig, kubeconfig);
    await mergeIntoFile(state.jobKubeconfig, kubeconfig, true);
  }
  await bringImages(engine, configs, images, reporter, timelines[0] as Timeline);
  core.exportVariable('KUBECONFIG', state.jobKubeconfig);
  setOutputs(core, clusters, state);
  for (const [index, cluster] of clusters.entries()) {
    const done = configs[index]?.wait ? `is ready after ${formatDuration(cluster.readyMs)}` : 'is starting';
    core.info(`Cluster ${cluster.name} ${done}: ${cluster.apiURL}, context ${contextName(cluster.name)}`);
    await addSummary(core, env, clusterSummary(cluster, (timelines[index] as Timeline).phases));
  }
}

async function bringImages(
  engine: Engine,
  configs: readonly ClusterConfig[],
  images: string[],
  reporter: Reporter,
  timeline: Timeline,
): Promise<void> {
  if (images.length === 0) return;
  await reporter.stage(`Importing ${images.length} images`, () =>
    timeline.run('import images', async () => {
      const clusters = await Promise.all(configs.map(({ name }) => needCluster(engine, name)));
      const nodes = clusters.flatMap((cluster) => [...nodesOf(cluster, 'server'), ...nodesOf(cluster, 'agent')]);
      await importImages(engine, { kind: 'images', names: images }, nodes, reporter);
    }),
  );
}

function newState(
  env: NodeJS.ProcessEnv,
  configs: readonly ClusterConfig[],
  cleanup: ActionState['cleanup'],
): ActionState {
  const temp = env.RUNNER_TEMP;
  if (!temp) throw new UserError('RUNNER_TEMP is not set: this program is made to be run by a GitHub Actions runner');
  // A folder a job, so that jobs that share a machine's temporary folder don't share a kubeconfig.
  const folder = join(
    temp,
    `k3d-${env.GITHUB_RUN_ID || 'local'}-${env.GITHUB_RUN_ATTEMPT || '1'}-${env.GITHUB_JOB || 'job'}`,
  );
  return {
    version: 2,
    clusters: configs.map(({ name }) => ({
      name,
      creation: newCreationId(),
      kubeconfig: join(folder, `${name}.yaml`),
    })),
    cleanup,
    jobKubeconfig: join(folder, 'kubeconfig'),
  };
}

/** What is said of a cluster, by the names of the outputs. */
function outputsOf(cluster: CreatedCluster, kubeconfig: string): Record<string, string> {
  return {
    name: cluster.name,
    kubeconfig,
    context: contextName(cluster.name),
    'api-url': cluster.apiURL,
    'k3s-version': cluster.k3sVersion ?? '',
    'kubernetes-version': cluster.k3sVersion?.split('+')[0] ?? '',
    network: cluster.network,
    registry: cluster.registries[0] ?? '',
    'ready-seconds': (cluster.readyMs / 1000).toFixed(1),
  };
}

function setOutputs(core: typeof Core, clusters: readonly CreatedCluster[], state: ActionState): void {
  const all = clusters.map((cluster, index) => outputsOf(cluster, (state.clusters[index] as ClusterState).kubeconfig));
  for (const [name, value] of Object.entries(all[0] ?? {})) core.setOutput(name, value);
  core.setOutput('clusters', JSON.stringify(all));
}

async function addSummary(core: typeof Core, env: NodeJS.ProcessEnv, markdown: string): Promise<void> {
  if (!env.GITHUB_STEP_SUMMARY) return;
  try {
    await core.summary.addRaw(markdown).write();
  } catch (error) {
    core.debug(`no job summary: ${String(error)}`);
  }
}

/** Says a failure to the runner: the sentence as the step's error, a failed node's last lines in a group. */
function reportFailure(core: typeof Core, error: unknown): void {
  if (error instanceof NodeFailure && error.log !== '') {
    core.startGroup('Last lines of the node');
    core.info(error.log.trimEnd());
    core.endGroup();
  }
  core.setFailed(describeError(error, core.isDebug() || !(error instanceof UserError)));
}
