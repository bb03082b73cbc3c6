import type { Command } from 'commander';
import { needSnapshot } from '../../cache/snapshot/stored.ts';
import { snapshotsFolder } from '../../cache/store.ts';
import { planReset, resetCluster, type ResetPlan } from '../../cache/snapshot/reset.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { isK3sNode } from '../../cluster/find/index.ts';
import { formatDuration } from '../../common/duration.ts';
import { renderTimeline, Timeline } from '../../common/timeline.ts';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { readName, readTimeout } from '../../config/scalars.ts';
import { type OutputFormat, print } from '../output.ts';
import { interruptible, reporterOf } from '../session.ts';

/** Flags of `cluster reset`. */
export interface ResetOptions {
  to?: string;
  timeout: string;
  dryRun?: boolean;
  output: OutputFormat;
}

/** `k3d cluster reset` */
export async function clusterReset(given: string | undefined, options: ResetOptions, command: Command): Promise<void> {
  const name = readName(given ?? DEFAULT_CLUSTER_NAME, 'argument NAME');
  const snapshot = options.to === undefined ? name : readName(options.to, 'flag --to');
  const timeoutMs = readTimeout(options.timeout, 'flag --timeout');
  const reporter = reporterOf(command);
  const folder = await needSnapshot(snapshotsFolder(process.env), snapshot);
  await interruptible(async (signal) => {
    const timeline = new Timeline();
    const engine = await connectEngine();
    const plan = await planReset(name, folder, timeoutMs, engine);
    if (options.dryRun !== true) {
      await resetCluster(plan, { engine, reporter, timeline, signal });
      reporter.debug(`where the time went:\n${renderTimeline(timeline.phases)}`);
      reporter.info(`Cluster ${name} is as it was after ${formatDuration(timeline.now())}`);
    }
    const verb = options.dryRun === true ? 'would go' : 'is';
    print(options.output, summaryOf(plan, snapshot), () => asText(plan, snapshot, verb));
  });
}

/** What is done, for programs. */
const summaryOf = ({ cluster, manifest }: ResetPlan, snapshot: string) => ({
  cluster: cluster.name,
  snapshot,
  created: manifest.created,
  removes: cluster.nodes.filter(isK3sNode).map(({ name }) => name),
  nodes: manifest.nodes.filter(({ role }) => role !== 'registry').length,
});

const asText = ({ cluster, manifest }: ResetPlan, snapshot: string, verb: string): string =>
  `cluster ${cluster.name} ${verb} back to snapshot ${snapshot} of ${manifest.created}`;
