import { withRelease, withUsualImage } from '../cluster/create/index.ts';
import { UserError } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import type { ClusterConfig } from '../config/types.ts';
import type { Engine } from '../docker/engine.ts';
import { lookAround } from './host.ts';
import { type Check, preflight } from './preflight.ts';

/** Looks at the machine that clusters are to be made on. @throws when the engine does not answer */
export async function checkMachine(engine: Engine, configs: readonly ClusterConfig[]): Promise<Check[]> {
  const [around, networks] = await Promise.all([lookAround(engine), engine.networks.countBridges()]);
  return preflight(around, configs, networks);
}

/**
 * Says what may go wrong on this machine before clusters are made.
 * @throws UserError for what can't work
 */
export async function checkFirst(engine: Engine, configs: readonly ClusterConfig[], reporter: Reporter): Promise<void> {
  const checks = await checkMachine(engine, configs);
  for (const { subject, text } of checks.filter(({ level }) => level === 'warning'))
    reporter.warn(`${subject}: ${text}`);
  const error = checks.find(({ level }) => level === 'error');
  if (error !== undefined) throw new UserError(`${error.subject}: ${error.text}`);
}

/**
 * Clusters as they are to be made on an engine: with the release of k3s that their channel means or that suits the machine,
 * after a look at that machine.
 * @throws UserError for what can't work
 */
export async function resolveAndCheck(
  engine: Engine,
  wanted: readonly ClusterConfig[],
  reporter: Reporter,
): Promise<ClusterConfig[]> {
  const configs = await Promise.all(
    wanted.map(async (config) => withUsualImage(await withRelease(config, process.env, reporter), engine, reporter)),
  );
  await checkFirst(engine, configs, reporter);
  return configs;
}
