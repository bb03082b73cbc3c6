import { dirname } from 'node:path';
import type * as Core from '@actions/core';
import { digestsOfFiles } from '../cache/files.ts';
import { cacheSummary, verdict } from '../cache/report.ts';
import { withRelease, withUsualImage } from '../cluster/create/index.ts';
import { formatDuration } from '../common/duration.ts';
import { describeError, LoggedError, messageOf, UserError } from '../common/errors.ts';
import { addCertificateAuthorities } from '../common/certificateAuthorities.ts';
import { Timeline } from '../common/timeline.ts';
import { uniqueTargets } from '../config/target.ts';
import { kubernetesOf } from '../config/version.ts';
import { connectEngine } from '../docker/connect.ts';
import { checkFirst } from '../diagnostics/checkFirst.ts';
import { secretsOf } from '../kubernetes/kubeconfig.ts';
import { chooseEngine } from './dind.ts';
import { mergeIntoFile, writeKubeconfig } from '../kubernetes/kubeconfigFile.ts';
import { contextName } from '../contract/names.ts';
import { addAddons } from './inputs/addons.ts';
import { bringImages, keepForReset, setUp, waitForTargets } from './afterCreate.ts';
import { DEFAULT_INPUTS } from './inputs/inputNames.ts';
import { type ActionInputs, readInputs } from './inputs/inputs.ts';
import { diagnosticsFolder, tellDiagnosis } from './report/diagnostics.ts';
import { cacheProgram, type Job } from './job.ts';
import { installCli, installOnly } from './tools/installCli.ts';
import { bringCaches, checkOwnImages, makeClusters } from './makeClusters.ts';
import { addSummary, setOutputs } from './report/outputs.ts';
import { actionReporter } from './report/reporter.ts';
import { CACHE_STATE_KEY, type ClusterState, newState, STATE_KEY } from './state.ts';
import { sweep } from './sweep.ts';
import { clusterSummary, warningsSummary } from './report/summary.ts';
import { chooseTool } from './tools/choose.ts';
import { provideTools } from './tools/provide.ts';
import { readStage, tellVersions } from './tools/versions.ts';
import { translateInputs } from './peers/translate.ts';
import { dryPlan } from '../plan/dryPlan.ts';

/**
 * The action's main step: creates the cluster and exports what later steps need.
 * Never throws: a failure is said to the runner.
 * @param given the process's environment
 * @param bundle folder of the running bundle, which the CLI is in too
 */
export async function runMain(core: typeof Core, given: NodeJS.ProcessEnv, bundle: string): Promise<void> {
  const cancelled = new AbortController();
  // The runner sends SIGINT first and a last SIGTERM 7.5 s later; post removes what is left after that.
  const onSignal = (name: NodeJS.Signals): void => cancelled.abort(new UserError(`cancelled (${name})`));
  // A failure that nobody waits for ends the work like any other: it is undone, and said in one sentence.
  const onStray = (error: unknown): void => cancelled.abort(error instanceof Error ? error : new Error(String(error)));
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('unhandledRejection', onStray);
  try {
    const cwd = given.GITHUB_WORKSPACE || process.cwd();
    const { env, notices } = translateInputs(given, cwd, DEFAULT_INPUTS);
    for (const notice of notices) core.notice(notice);
    const stage = readStage(env);
    if (stage.name === 'versions') return await tellVersions(core, env, stage.choice);
    if (stage.name === 'install') return await installOnly(core, env, bundle);
    await provide(core, env, bundle, readInputs(env, cwd), cancelled.signal);
  } catch (error) {
    reportFailure(core, error);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('unhandledRejection', onStray);
  }
}

/** Makes the clusters. */
async function provide(
  core: typeof Core,
  env: NodeJS.ProcessEnv,
  bundle: string,
  wanted: ActionInputs,
  cancelled: AbortSignal,
): Promise<void> {
  for (const notice of wanted.notices) core.notice(notice);
  const reporter = actionReporter(core, wanted.clusters.length > 1);
  for (const { caCertificates } of wanted.clusters)
    if (caCertificates !== undefined) addCertificateAuthorities(caCertificates);
  const { clusters: whole, targets } = await addAddons(wanted.clusters, wanted.addons, reporter);
  const released = await Promise.all(whole.map((config) => withRelease(config, env, reporter)));
  for (const config of released) for (const text of dryPlan(config).warnings) reporter.warn(text);
  const outer = await connectEngine(env);
  const clusters = await Promise.all(released.map((config) => withUsualImage(config, outer, reporter)));
  const inputs = { ...wanted, clusters, waitFor: uniqueTargets([...targets, ...wanted.waitFor]) };
  const tools = inputs.tools.map((wish) =>
    chooseTool(
      wish,
      clusters.map(({ image }) => kubernetesOf(image)),
    ),
  );
  const cwd = env.GITHUB_WORKSPACE || process.cwd();
  const files = await digestsOfFiles(inputs.prepare?.files ?? [], cwd);
  await sweep(env, outer, reporter);
  await checkFirst(outer, inputs.clusters, reporter);
  const state = newState(env, inputs);
  // Before anything is made: whatever happens from here on, post finds what to remove.
  core.saveState(STATE_KEY, JSON.stringify(state));
  await installCli(core, bundle, dirname(state.jobKubeconfig));
  core.setOutput('diagnostics', diagnosticsFolder(state));
  const broken = new AbortController();
  const signal = AbortSignal.any([cancelled, broken.signal]);
  const timeline = new Timeline();
  const placed = await chooseEngine(core, inputs, state, { engine: outer, reporter, timeline, signal });
  const { engine, configs } = placed;
  const own = { ...inputs, clusters: configs };
  const job: Job = { core, env, cwd, bundle, inputs: own, files, state, engine, timeline, reporter, signal };
  try {
    // Beside the creation, which one that can't be had ends at once.
    const provided = provideTools(core, env, tools);
    provided.catch((error: unknown) => broken.abort(error));
    await work(job, provided);
    await placed.finish();
  } catch (error) {
    await addSummary(core, env, warningsSummary(reporter.warnings));
    if (inputs.diagnostics !== 'never' && !signal.aborted) {
      for (const own of state.clusters) {
        await tellDiagnosis(core, job, own, diagnosticsFolder(state), { error: messageOf(error) });
      }
    }
    await placed.giveUp(error);
    throw error;
  }
}

/** @param tools resolves when they can be used */
async function work(job: Job, tools: Promise<void>): Promise<void> {
  const { core, env, bundle, inputs, state, reporter } = job;
  const restored = await bringCaches(job);
  await checkOwnImages(job, restored);
  const { clusters, creations } = await makeClusters(job, restored);
  // The first one last, so that its context is the current one.
  for (const [index, { kubeconfig }] of [...clusters.entries()].reverse()) {
    for (const secret of secretsOf(kubeconfig)) reporter.secret(secret);
    await writeKubeconfig((state.clusters[index] as ClusterState).kubeconfig, kubeconfig);
    await mergeIntoFile(state.jobKubeconfig, kubeconfig, true);
    if (state.userKubeconfig !== undefined) await mergeIntoFile(state.userKubeconfig, kubeconfig, true);
  }
  await tools;
  await setUp(job, restored, creations);
  const timelines = creations.map(({ context }) => context.timeline);
  await bringImages(job, timelines[0] as Timeline);
  await waitForTargets(job, clusters, timelines);
  await keepForReset(job, creations);
  core.exportVariable('KUBECONFIG', state.jobKubeconfig);
  setOutputs(core, clusters, state);
  const registry = clusters[0]?.registries[0];
  // Where helm/kind-action says it.
  if (registry !== undefined) core.exportVariable('LOCAL_REGISTRY', registry);
  core.setOutput('snapshot-hit', String(restored.snapshot !== undefined));
  core.saveState(CACHE_STATE_KEY, JSON.stringify({ saves: restored.saves, program: cacheProgram(bundle) }));
  for (const [index, cluster] of clusters.entries()) {
    const done = inputs.clusters[index]?.wait.size
      ? `is ready after ${formatDuration(cluster.readyMs)}`
      : 'is starting';
    core.info(`Cluster ${cluster.name} ${done}: ${cluster.apiURL}, context ${contextName(cluster.name)}`);
    await addSummary(core, env, clusterSummary(cluster, (timelines[index] as Timeline).phases));
  }
  for (const text of restored.rows.map(verdict)) if (text !== undefined) core.info(text);
  await addSummary(core, env, cacheSummary(restored.rows));
  await addSummary(core, env, warningsSummary(reporter.warnings));
}

/** Says a failure to the runner: the sentence as the step's error, a failed node's last lines in a group. */
function reportFailure(core: typeof Core, error: unknown): void {
  if (error instanceof LoggedError && error.log !== '') {
    core.startGroup(`Last lines of ${error.of}`);
    core.info(error.log.trimEnd());
    core.endGroup();
  }
  core.setFailed(describeError(error, core.isDebug() || !(error instanceof UserError)));
}
