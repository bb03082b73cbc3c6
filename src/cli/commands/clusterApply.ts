import type { Command } from 'commander';
import { planChanges } from '../../cluster/apply/index.ts';
import { findCluster } from '../../cluster/find/index.ts';
import { resolveAndCheck } from '../../diagnostics/checkFirst.ts';
import { Timeline } from '../../common/timeline.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { createAndMerge } from '../createAndMerge.ts';
import { readConfigs } from '../readConfigs.ts';
import { reporterOf, interruptible } from '../session.ts';

/** Flags of `cluster apply`. */
export interface ApplyOptions {
  config: string;
  dryRun?: boolean;
}

/** `k3d cluster apply`: says each change on standard output, and makes it unless it is only to be said. */
export async function clusterApply(name: string | undefined, options: ApplyOptions, command: Command): Promise<void> {
  const { clusters, notices } = readConfigs(name, options.config, []);
  const reporter = reporterOf(command);
  for (const notice of notices) reporter.info(notice);
  const dryRun = options.dryRun === true;
  await interruptible(async (signal) => {
    const engine = await connectEngine();
    const present = await Promise.all(clusters.map((config) => findCluster(engine, config.name)));
    const absent = clusters.filter((_, index) => present[index] === undefined);
    const missing = absent.length > 0 ? await resolveAndCheck(engine, absent, reporter) : [];
    const context = { engine, reporter, timeline: new Timeline(), signal };
    // All is planned before anything is changed, so that a refusal leaves all as it was.
    const plans = [];
    for (const config of clusters.filter((one) => !absent.includes(one))) {
      plans.push({ config, changes: await planChanges(config, context) });
    }
    for (const config of missing) console.log(`+ cluster ${config.name}`);
    if (!dryRun && missing.length > 0) await createAndMerge(engine, missing, reporter, signal);
    for (const { config, changes } of plans) {
      if (changes.length === 0) console.log(`cluster ${config.name} is as the config has it`);
      for (const change of changes) {
        console.log(change.text);
        if (!dryRun) await change.run();
      }
    }
  });
}
