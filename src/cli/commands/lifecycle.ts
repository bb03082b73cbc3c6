import type { Command } from 'commander';
import { startCluster, stopCluster } from '../../cluster/lifecycle.ts';
import { listClusters } from '../../cluster/model.ts';
import { formatDuration } from '../../common/duration.ts';
import { renderTimeline, Timeline } from '../../common/timeline.ts';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { readTimeout } from '../../config/scalars.ts';
import { connectEngine } from '../../docker/connect.ts';
import type { Engine } from '../../docker/engine.ts';
import { interruptible, reporterOf } from '../run.ts';

/** Flags of `cluster start` and `cluster restart`. */
export interface StartOptions {
  all?: boolean;
  wait: boolean;
  timeout: string;
}

/** `k3d cluster start` and `restart` */
export async function clusterStart(
  names: string[],
  options: StartOptions & { stopFirst: boolean },
  command: Command,
): Promise<void> {
  const timeoutMs = readTimeout(options.timeout, 'flag --timeout');
  const reporter = reporterOf(command);
  await interruptible(async (signal) => {
    const engine = await connectEngine();
    for (const name of await targets(engine, names, options.all)) {
      if (options.stopFirst) await stopCluster(engine, name);
      const timeline = new Timeline();
      await startCluster(name, { engine, reporter, timeline, signal }, { wait: options.wait, timeoutMs });
      reporter.debug(`where the time went:\n${renderTimeline(timeline.phases)}`);
      reporter.info(
        `Cluster ${name} ${options.wait ? `is ready after ${formatDuration(timeline.now())}` : 'is starting'}`,
      );
    }
  });
}

/** `k3d cluster stop` */
export async function clusterStop(names: string[], options: { all?: boolean }, command: Command): Promise<void> {
  const engine = await connectEngine();
  for (const name of await targets(engine, names, options.all)) {
    await stopCluster(engine, name);
    reporterOf(command).info(`Cluster ${name} is stopped`);
  }
}

async function targets(engine: Engine, names: string[], all: boolean | undefined): Promise<string[]> {
  if (all) return (await listClusters(engine)).map((cluster) => cluster.name);
  return names.length === 0 ? [DEFAULT_CLUSTER_NAME] : names;
}
