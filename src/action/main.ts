import { dirname, join } from 'node:path';
import type * as Core from '@actions/core';
import { type CreatedCluster, createCluster, newCreationId } from '../cluster/create.ts';
import { checkImages, importImages } from '../cluster/importImages.ts';
import { needCluster } from '../cluster/lifecycle.ts';
import { NodeFailure } from '../cluster/nodeFailure.ts';
import { formatDuration } from '../common/duration.ts';
import { describeError, UserError } from '../common/errors.ts';
import { Timeline } from '../common/timeline.ts';
import { connectEngine } from '../docker/connect.ts';
import { secretsOf } from '../kubernetes/kubeconfig.ts';
import { mergeIntoFile, writeKubeconfig } from '../kubernetes/kubeconfigFile.ts';
import { contextName } from '../plan/names.ts';
import { type ActionInputs, readInputs } from './inputs.ts';
import { installCli } from './installCli.ts';
import { actionReporter } from './reporter.ts';
import { type ActionState, STATE_KEY } from './state.ts';
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
  { cluster: config, images, cleanup }: ActionInputs,
  signal: AbortSignal,
): Promise<void> {
  const timeline = new Timeline();
  const reporter = actionReporter(core);
  const engine = await connectEngine(env);
  const creation = newCreationId();
  const state = newState(env, config.name, creation, cleanup);
  // Before anything is made: whatever happens from here on, post finds what to remove.
  core.saveState(STATE_KEY, JSON.stringify(state));
  await installCli(core, bundle, dirname(state.jobKubeconfig));
  // A name that is wrong is better known before there is a cluster.
  await checkImages(engine, images);
  const cluster = await createCluster(config, creation, { engine, reporter, timeline, signal });
  for (const secret of secretsOf(cluster.kubeconfig)) reporter.secret(secret);
  await writeKubeconfig(state.kubeconfig, cluster.kubeconfig);
  await mergeIntoFile(state.jobKubeconfig, cluster.kubeconfig, true);
  if (images.length > 0) {
    await reporter.stage(`Importing ${images.length} images`, () =>
      timeline.run('import images', async () => {
        const { nodes } = await needCluster(engine, config.name);
        const k3sNodes = nodes.filter(({ role }) => role === 'server' || role === 'agent');
        await importImages(engine, { kind: 'images', names: images }, k3sNodes, reporter);
      }),
    );
  }
  core.exportVariable('KUBECONFIG', state.jobKubeconfig);
  setOutputs(core, cluster, state);
  const done = config.wait ? `is ready after ${formatDuration(cluster.readyMs)}` : 'is starting';
  core.info(`Cluster ${cluster.name} ${done}: ${cluster.apiURL}, context ${contextName(cluster.name)}`);
  await addSummary(core, env, clusterSummary(cluster, timeline.phases));
}

function newState(
  env: NodeJS.ProcessEnv,
  cluster: string,
  creation: string,
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
    version: 1,
    cluster,
    creation,
    cleanup,
    kubeconfig: join(folder, `${cluster}.yaml`),
    jobKubeconfig: join(folder, 'kubeconfig'),
  };
}

function setOutputs(core: typeof Core, cluster: CreatedCluster, state: ActionState): void {
  const outputs = {
    name: cluster.name,
    kubeconfig: state.kubeconfig,
    context: contextName(cluster.name),
    'api-url': cluster.apiURL,
    'k3s-version': cluster.k3sVersion ?? '',
    'kubernetes-version': cluster.k3sVersion?.split('+')[0] ?? '',
    network: cluster.network,
    'ready-seconds': (cluster.readyMs / 1000).toFixed(1),
  };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
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
