import { createClusters, type CreatedCluster } from '../cluster/create/index.ts';
import { newCreationId } from '../cluster/find/index.ts';
import type { Seed } from '../cluster/seed.ts';
import { formatDuration } from '../common/duration.ts';
import type { Reporter } from '../common/reporter.ts';
import { Timeline, renderTimeline } from '../common/timeline.ts';
import type { ClusterConfig } from '../config/types.ts';
import { contextName } from '../contract/names.ts';
import type { Engine } from '../docker/engine.ts';
import { mergeIntoFile, defaultKubeconfigPath } from '../kubernetes/kubeconfigFile.ts';

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
    reporter.info(nextStep(config, index === clusters.length - 1));
  }
}

/** What to type now. @param isLast whether the current context is still this cluster's */
function nextStep({ name, updateDefaultKubeconfig, switchCurrentContext }: ClusterConfig, isLast: boolean): string {
  if (!updateDefaultKubeconfig) return `Get its kubeconfig with: k3d kubeconfig get ${name}`;
  return `Try it: kubectl ${switchCurrentContext && isLast ? '' : `--context ${contextName(name)} `}get nodes`;
}
