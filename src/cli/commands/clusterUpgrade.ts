import type { Command } from 'commander';
import { planUpgrade, upgradeCluster, type UpgradePlan } from '../../cluster/upgrade/index.ts';
import { resolveImage } from '../../cluster/create/index.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { formatDuration } from '../../common/duration.ts';
import { UserError } from '../../common/errors.ts';
import { table } from '../../common/table.ts';
import { Timeline } from '../../common/timeline.ts';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { readInteger, readK3sImage, readTimeout } from '../../config/scalars.ts';
import { readVersion } from '../../config/version.ts';
import { type OutputFormat, print } from '../output.ts';
import { interruptible, reporterOf } from '../session.ts';

/** Flags of `cluster upgrade`. */
export interface UpgradeOptions {
  image?: string;
  k3sVersion?: string;
  drain: boolean;
  rollback: boolean;
  parallel: string;
  timeout: string;
  dryRun?: boolean;
  output: OutputFormat;
}

/** Agents that may be replaced at a time. */
const MOST_PARALLEL = 100;

/** `k3d cluster upgrade`: progress goes to standard error, and which nodes it was or would be to standard output. */
export async function clusterUpgrade(
  name: string = DEFAULT_CLUSTER_NAME,
  options: UpgradeOptions,
  command: Command,
): Promise<void> {
  const timeoutMs = readTimeout(options.timeout, 'flag --timeout');
  const parallel = readInteger(1, MOST_PARALLEL)(options.parallel, 'flag --parallel');
  const wanted = readWanted(options);
  const reporter = reporterOf(command);
  await interruptible(async (signal) => {
    const timeline = new Timeline();
    const context = { engine: await connectEngine(), reporter, timeline, signal };
    const image = await resolveImage(wanted, process.env, (message) => reporter.warn(message));
    const plan = await planUpgrade(name, { image, parallel }, context);
    if (options.dryRun !== true && plan.steps.length > 0) {
      const { drain, rollback } = options;
      await upgradeCluster(plan, { drain, rollback, timeoutMs }, context);
      reporter.info(`Cluster ${name} runs ${image} after ${formatDuration(timeline.now())}`);
    }
    print(options.output, plan, () => asTable(plan));
  });
}

function readWanted({ image, k3sVersion }: UpgradeOptions): string {
  if (image !== undefined && k3sVersion !== undefined)
    throw new UserError('flags --image and --k3s-version: only one of them can say what nodes are to run');
  if (image !== undefined) return readK3sImage(image, 'flag --image');
  if (k3sVersion !== undefined) return readVersion(k3sVersion, 'flag --k3s-version');
  throw new UserError(
    'flag --image or --k3s-version is missing: it says what nodes are to run, e.g. --k3s-version v1.34',
  );
}

function asTable({ cluster, image, steps }: UpgradePlan): string {
  if (steps.length === 0) return `cluster ${cluster} runs ${image} already`;
  const rows = steps.flatMap((nodes, index) =>
    nodes.map(({ name, role, from }) => [String(index + 1), name, role, from, image]),
  );
  return table(['STEP', 'NODE', 'ROLE', 'FROM', 'TO'], rows);
}
