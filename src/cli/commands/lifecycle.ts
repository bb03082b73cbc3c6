import type { Command } from 'commander';
import { startCluster, stopCluster, waitForCluster } from '../../cluster/start/index.ts';
import { listClusters } from '../../cluster/find/index.ts';
import { formatDuration } from '../../common/duration.ts';
import { renderTimeline, Timeline } from '../../common/timeline.ts';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { readTimeout } from '../../config/scalars.ts';
import { readTarget } from '../../config/target.ts';
import { readWait } from '../../config/wait.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import type { Engine } from '../../docker/engine.ts';
import { reporterOf, interruptible } from '../session.ts';

/** Flags of `cluster start` and `cluster restart`. */
export interface StartOptions {
  all?: boolean;
  wait: string;
  timeout: string;
}

/** `k3d cluster start` and `restart` */
export async function clusterStart(
  names: string[],
  options: StartOptions & { stopFirst: boolean },
  command: Command,
): Promise<void> {
  const timeoutMs = readTimeout(options.timeout, 'flag --timeout');
  const wait = readWait(options.wait, 'flag --wait');
  const reporter = reporterOf(command);
  await interruptible(async (signal) => {
    const engine = await connectEngine();
    for (const name of await targets(engine, names, options.all)) {
      if (options.stopFirst) await stopCluster(engine, name);
      const timeline = new Timeline();
      await startCluster(name, { engine, reporter, timeline, signal }, { wait, timeoutMs });
      reporter.debug(`where the time went:\n${renderTimeline(timeline.phases)}`);
      reporter.info(
        `Cluster ${name} ${wait.size > 0 ? `is ready after ${formatDuration(timeline.now())}` : 'is starting'}`,
      );
    }
  });
}

/** Flags of `cluster wait`. */
export interface WaitOptions {
  wait: string;
  for: string[];
  timeout: string;
}

/** `k3d cluster wait` */
export async function clusterWait(
  name: string = DEFAULT_CLUSTER_NAME,
  options: WaitOptions,
  command: Command,
): Promise<void> {
  const timeoutMs = readTimeout(options.timeout, 'flag --timeout');
  const layers = readWait(options.wait, 'flag --wait');
  const targets = options.for.map((text) => readTarget(text, 'flag --for'));
  const reporter = reporterOf(command);
  await interruptible(async (signal) => {
    const timeline = new Timeline();
    const context = { engine: await connectEngine(), reporter, timeline, signal };
    await waitForCluster(name, { layers, targets, timeoutMs }, context);
    reporter.info(`Ready after ${formatDuration(timeline.now())}`);
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
