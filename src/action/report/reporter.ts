import type * as Core from '@actions/core';
import type { Reporter } from '../../common/reporter.ts';

/** Progress as a job log shows it, which keeps what it has warned of. */
export interface ActionReporter extends Reporter {
  warnings: string[];
}

/**
 * Progress as a job log shows it: stages are groups, secrets are masked.
 * @param several whether several things are done at once: groups can't overlap
 */
export function actionReporter(core: typeof Core, several: boolean): ActionReporter {
  const warnings: string[] = [];
  return {
    warnings,
    info: (message) => core.info(message),
    warn: (message) => {
      warnings.push(message);
      core.warning(message);
    },
    debug: (message) => core.debug(message),
    // The runner masks whole values and each of their lines.
    secret: (value) => core.setSecret(value),
    stage: (title, work) => {
      if (!several) return core.group(title, work);
      core.info(title);
      return work();
    },
  };
}
