import { findLeftovers, reasonOf, removeLeftover } from '../cluster/remove/index.ts';
import { messageOf } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import type { Engine } from '../docker/engine.ts';

/** Removes what dead jobs have left on a machine that others use too. Never throws: it is not this job's fault. */
export async function sweep(env: NodeJS.ProcessEnv, engine: Engine, reporter: Reporter): Promise<void> {
  if (env.RUNNER_ENVIRONMENT === 'github-hosted') return;
  try {
    for (const leftover of await findLeftovers(engine)) {
      reporter.info(`Removing ${leftover.objects.join(', ')}: ${reasonOf(leftover)}`);
      for (const problem of (await removeLeftover(engine, leftover)).problems) reporter.warn(`Still there: ${problem}`);
    }
  } catch (error) {
    reporter.warn(`Leftovers of other jobs could not be removed: ${messageOf(error)}`);
  }
}
