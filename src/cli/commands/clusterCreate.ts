import type { Command } from 'commander';
import type { CreatedCluster } from '../../cluster/create.ts';
import { newCreationId } from '../../cluster/owner.ts';
import { createClusters } from '../../cluster/createAll.ts';
import { withRelease } from '../../cluster/k3sChannel.ts';
import { dryPlan } from '../../cluster/prepare.ts';
import type { Seed } from '../../cluster/seed.ts';
import { formatDuration } from '../../common/duration.ts';
import type { Reporter } from '../../common/reporter.ts';
import { readText } from '../../common/text.ts';
import { renderTimeline, Timeline } from '../../common/timeline.ts';
import { type ResolvedConfig, resolveConfigs } from '../../config/resolve.ts';
import { readName } from '../../config/scalars.ts';
import type { ClusterConfig, ConfigLayer } from '../../config/types.ts';
import { checkFirst } from '../../diagnostics/checkFirst.ts';
import { connectEngine, DIND_VARIABLE } from '../../cluster/dind/connect.ts';
import { startDind } from '../../cluster/dind/start.ts';
import { dindImage } from '../../config/fields.ts';
import { connectEngine as connectOuter } from '../../docker/connect.ts';
import { checkContainerName } from '../../plan/names.ts';
import type { Engine } from '../../docker/engine.ts';
import { defaultKubeconfigPath, mergeIntoFile } from '../../kubernetes/kubeconfigFile.ts';
import { type CreateFlags, flagsLayer } from '../createFlags.ts';
import { interruptible, reporterOf } from '../run.ts';

/** `k3d cluster create` */
export async function clusterCreate(
  name: string | undefined,
  options: { config?: string },
  given: CreateFlags,
  command: Command,
): Promise<void> {
  const { clusters: wanted, notices } = readConfigs(name, options.config, [flagsLayer(given, 'flag', process.cwd())]);
  const reporter = reporterOf(command);
  for (const notice of notices) reporter.info(notice);
  await interruptible(async (signal) => {
    const clusters = await Promise.all(wanted.map((config) => withRelease(config, process.env, reporter)));
    const dind = process.env[DIND_VARIABLE];
    if (dind) return createInDind(dind, clusters, reporter, signal);
    const engine = await connectEngine();
    await checkFirst(engine, clusters, reporter);
    await createAndMerge(engine, clusters, reporter, signal);
  });
}

/** Creates clusters on an engine in a container that is made for them, and that goes again when that fails. */
async function createInDind(
  name: string,
  clusters: readonly ClusterConfig[],
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  const outer = await connectOuter();
  await checkFirst(outer, clusters, reporter);
  const creation = newCreationId();
  const wish = { name: checkContainerName(name, 'flag --dind'), image: dindImage('', process.env, ''), creation };
  const context = { engine: outer, reporter, timeline: new Timeline(), signal };
  const { engine, configs, finish, giveUp } = await startDind(wish, clusters, context);
  try {
    await createAndMerge(engine, configs, reporter, signal);
    await finish();
  } catch (error) {
    await giveUp(error);
    throw error;
  }
}

/**
 * Creates clusters and brings them into the default kubeconfig, as each of them has it.
 * @param seeds what each is given, by position
 */
export async function createAndMerge(
  engine: Engine,
  clusters: readonly ClusterConfig[],
  reporter: Reporter,
  signal: AbortSignal,
  seeds: readonly Seed[] = [],
): Promise<void> {
  const timelines = clusters.map(() => new Timeline());
  const creations = clusters.map((config, index) => ({
    config,
    creation: newCreationId(),
    context: { engine, reporter, timeline: timelines[index] as Timeline, signal },
    seed: seeds[index],
  }));
  const created = await createClusters(creations);
  for (const [index, config] of clusters.entries()) {
    const cluster = created[index] as CreatedCluster;
    if (config.updateDefaultKubeconfig) {
      await mergeIntoFile(defaultKubeconfigPath(process.env), cluster.kubeconfig, config.switchCurrentContext);
    }
    reporter.debug(`where the time went:\n${renderTimeline((timelines[index] as Timeline).phases)}`);
    const state = config.wait.size > 0 ? `is ready after ${formatDuration(cluster.readyMs)}` : 'is starting';
    reporter.info(`Cluster ${config.name} ${state}: ${cluster.apiURL}`);
    if (!config.updateDefaultKubeconfig) reporter.info(`Get its kubeconfig with: k3d kubeconfig get ${config.name}`);
  }
}

/**
 * The clusters that a config file, the environment and flags describe.
 * @param name the argument NAME
 * @param file the value of `--config`
 * @throws UserError for every mistake in them
 */
export function readConfigs(
  name: string | undefined,
  file: string | undefined,
  layers: readonly ConfigLayer[],
): ResolvedConfig {
  // `-` is standard input; a line break at its end makes even one line an inline document.
  const config = file === '-' ? `${readText(0)}\n` : file;
  const resolved = resolveConfigs({
    config,
    env: process.env,
    layers,
    name: name === undefined ? undefined : readName(name, 'argument NAME'),
    cwd: process.cwd(),
    // k3d has a load balancer unless it is told otherwise.
    defaults: { loadBalancer: 'on' },
  });
  for (const cluster of resolved.clusters) dryPlan(cluster);
  return resolved;
}
