import type * as Core from '@actions/core';
import { readChannels } from '../cluster/k3sChannel.ts';
import { UserError } from '../common/errors.ts';
import { chooseReleases, type ReleaseChoice } from '../config/releases.ts';
import { readBoolean } from '../config/scalars.ts';
import { inputReader, oneOf } from './inputs.ts';

/** What the step is to do. */
const STAGES = ['cluster', 'versions'] as const;

/**
 * The releases that the output `versions` is to have, if that is what the step is for.
 * @returns undefined when it is to make clusters
 * @throws UserError naming the input that is wrong
 */
export function readReleaseChoice(env: NodeJS.ProcessEnv): ReleaseChoice | undefined {
  const text = inputReader(env);
  if (oneOf('stage', text('stage') || 'cluster', STAGES) !== 'versions') {
    const other = (['last', 'minimum'] as const).find((name) => text(name) !== '');
    if (other !== undefined) throw new UserError(`input "${other}" is for "stage: versions", which is not set`);
    return undefined;
  }
  const [last, minimum] = [text('last'), text('minimum')];
  if (!/^([1-9]\d*)?$/.test(last)) throw new UserError(`input "last": expected a number of minors, not "${last}"`);
  if (!/^(v?1\.\d+)?$/.test(minimum))
    throw new UserError(`input "minimum": expected a minor such as v1.28, not "${minimum}"`);
  return {
    last: last === '' ? undefined : Number(last),
    supported: readBoolean(text('supported') || 'false', 'input "supported"'),
    minimum: minimum === '' ? undefined : minimum,
  };
}

/** Says which releases there are, for a matrix. @throws UserError when there is none */
export async function tellVersions(core: typeof Core, env: NodeJS.ProcessEnv, choice: ReleaseChoice): Promise<void> {
  const releases = chooseReleases(await readChannels(env, (message) => core.warning(message)), choice);
  if (releases.length === 0) throw new UserError('no release of k3s is as new as the input "minimum" wants it');
  core.info(`Releases: ${releases.join(', ')}`);
  core.setOutput('versions', JSON.stringify(releases));
}
