import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { CreatedCluster } from '../../cluster/create.ts';
import { newCreationId } from '../../cluster/owner.ts';
import { createClusters } from '../../cluster/createAll.ts';
import { dryPlan } from '../../cluster/prepare.ts';
import type { Seed } from '../../cluster/seed.ts';
import { formatDuration } from '../../common/duration.ts';
import type { Reporter } from '../../common/reporter.ts';
import { renderTimeline, Timeline } from '../../common/timeline.ts';
import { type ResolvedConfig, resolveConfigs } from '../../config/resolve.ts';
import { readName } from '../../config/scalars.ts';
import type { ClusterConfig, ConfigLayer } from '../../config/types.ts';
import { checkFirst } from '../../diagnostics/checkFirst.ts';
import { connectEngine } from '../../docker/connect.ts';
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
  const { clusters, notices } = readConfigs(name, options.config, [flagsLayer(given, 'flag', process.cwd())]);
  const reporter = reporterOf(command);
  for (const notice of notices) reporter.info(notice);
  await interruptible(async (signal) => {
    const engine = await connectEngine();
    await checkFirst(engine, clusters, reporter);
    await createAndMerge(engine, clusters, reporter, signal);
  });
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
  const config = file === '-' ? `${readFileSync(0, 'utf8')}\n` : file;
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
