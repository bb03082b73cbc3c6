import type { Command } from 'commander';
import { findLeftovers, reasonOf, removeLeftover } from '../../cluster/remove/index.ts';
import { UserError } from '../../common/errors.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { reporterOf } from '../session.ts';

/** `k3d prune` */
export async function prune(options: { dryRun?: boolean }, command: Command): Promise<void> {
  const reporter = reporterOf(command);
  const engine = await connectEngine();
  const problems: string[] = [];
  const leftovers = await findLeftovers(engine);
  // What a dry run finds is its result, and nothing is a result too.
  if (leftovers.length === 0) {
    if (options.dryRun === true) console.log('Nothing to remove');
    else reporter.info('Nothing to remove');
  }
  for (const leftover of leftovers) {
    const what = leftover.cluster === '' ? 'something unfinished' : `cluster ${leftover.cluster}`;
    console.log(`${what}: ${reasonOf(leftover)}: ${leftover.objects.join(', ')}`);
    if (options.dryRun === true) continue;
    problems.push(...(await removeLeftover(engine, leftover)).problems);
  }
  if (problems.length > 0) throw new UserError(`not all could be removed: ${problems.join('; ')}`);
}
