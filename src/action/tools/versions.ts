import type * as Core from '@actions/core';
import { readChannels } from '../../cluster/create/index.ts';
import { UserError } from '../../common/errors.ts';
import { chooseReleases, type ReleaseChoice } from '../../config/releases.ts';
import { readBoolean, readOneOf } from '../../config/scalars.ts';
import { inputReader } from '../inputs/inputNames.ts';

/** What the step is to do. */
const STAGES = ['cluster', 'versions', 'install'] as const;

/** What a step does; with `versions`, which releases its output of that name is to have. */
export type Stage = { name: 'cluster' | 'install' } | { name: 'versions'; choice: ReleaseChoice };

/** @throws UserError naming the input that is wrong */
export function readStage(env: NodeJS.ProcessEnv): Stage {
  const text = inputReader(env);
  const name = readOneOf(text('stage') || 'cluster', STAGES, 'input "stage"');
  if (name !== 'versions') {
    const other = (['last', 'minimum'] as const).find((input) => text(input) !== '');
    if (other !== undefined) throw new UserError(`input "${other}" is for "stage: versions", which is not set`);
    return { name };
  }
  const [last, minimum] = [text('last'), text('minimum')];
  if (!/^([1-9]\d*)?$/.test(last)) throw new UserError(`input "last": expected a number of minors, not "${last}"`);
  if (!/^(v?1\.\d+)?$/.test(minimum))
    throw new UserError(`input "minimum": expected a minor such as v1.28, not "${minimum}"`);
  const choice = {
    last: last === '' ? undefined : Number(last),
    supported: readBoolean(text('supported') || 'false', 'input "supported"'),
    minimum: minimum === '' ? undefined : minimum,
  };
  return { name, choice };
}

/** Says which releases there are, for a matrix. @throws UserError when there is none */
export async function tellVersions(core: typeof Core, env: NodeJS.ProcessEnv, choice: ReleaseChoice): Promise<void> {
  const releases = chooseReleases(await readChannels(env, (message) => core.warning(message)), choice);
  if (releases.length === 0) throw new UserError('no release of k3s is as new as the input "minimum" wants it');
  core.info(`Releases: ${releases.join(', ')}`);
  core.setOutput('versions', JSON.stringify(releases));
}
