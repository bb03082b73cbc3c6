import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { createCluster, newCreationId } from '../../cluster/create.ts';
import { formatDuration } from '../../common/duration.ts';
import { renderTimeline, Timeline } from '../../common/timeline.ts';
import { resolveConfig } from '../../config/resolve.ts';
import { readName } from '../../config/scalars.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { connectEngine } from '../../docker/connect.ts';
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
  const config = readSources(name, options.config, given);
  const reporter = reporterOf(command);
  const timeline = new Timeline();
  await interruptible(async (signal) => {
    const engine = await connectEngine();
    const cluster = await createCluster(config, newCreationId(), { engine, reporter, timeline, signal });
    if (config.updateDefaultKubeconfig) {
      await mergeIntoFile(defaultKubeconfigPath(process.env), cluster.kubeconfig, config.switchCurrentContext);
    }
    reporter.debug(`where the time went:\n${renderTimeline(timeline.phases)}`);
    const state = config.wait ? `is ready after ${formatDuration(cluster.readyMs)}` : 'is starting';
    reporter.info(`Cluster ${config.name} ${state}: ${cluster.apiURL}`);
    if (!config.updateDefaultKubeconfig) reporter.info(`Get its kubeconfig with: k3d kubeconfig get ${config.name}`);
  });
}

function readSources(name: string | undefined, file: string | undefined, given: CreateFlags): ClusterConfig {
  const cwd = process.cwd();
  // `-` is standard input; a line break at its end makes even one line an inline document.
  const config = file === '-' ? `${readFileSync(0, 'utf8')}\n` : file;
  const named = name === undefined ? {} : { name: readName(name, 'argument NAME') };
  // k3d has a load balancer unless it is told otherwise.
  const defaults = { loadBalancer: 'on' } as const;
  return resolveConfig({ config, env: process.env, layers: [flagsLayer(given, 'flag', cwd), named], cwd, defaults });
}
