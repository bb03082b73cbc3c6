import { UserError } from '../../common/errors.ts';
import { poll } from '../../common/poll.ts';
import { databaseKind, READY_COMMANDS } from '../../plan/datastore.ts';
import { startNode } from '../containers/index.ts';
import type { WorkContext } from '../context.ts';
import type { Cluster, ClusterNode } from '../find/index.ts';

const LOOK_EVERY_MS = 200;
/** How long a database may take, in milliseconds: an image that begins makes its files first. */
const READY_MS = 120_000;

/** The databases of a cluster. */
export const datastoresOf = ({ nodes }: Cluster): ClusterNode[] =>
  nodes.filter(({ labels }) => databaseKind(labels) !== undefined);

/**
 * Starts a cluster's database and waits until it can be used, before any server looks for it.
 * @throws UserError with its last words when it ends or does not get ready
 */
export async function startDatastore(name: string, { engine, timeline, signal }: WorkContext): Promise<void> {
  await timeline.run('datastore', async () => {
    await startNode(engine, name);
    const patience = AbortSignal.any([signal, AbortSignal.timeout(READY_MS)]);
    try {
      await poll(async () => isReady(name, { engine }), LOOK_EVERY_MS, patience);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof UserError) throw error;
      throw new UserError(
        `the datastore ${name} is not ready after ${READY_MS / 1000} s: ${await lastWords(name, { engine })}`,
      );
    }
  });
}

/** @throws UserError when it never will be */
async function isReady(name: string, { engine }: Pick<WorkContext, 'engine'>): Promise<true | undefined> {
  const details = await engine.containers.inspect(name);
  const kind = databaseKind(details?.labels ?? {});
  if (details === undefined || kind === undefined || !details.running || details.restarts > 0)
    throw new UserError(`the datastore ${name} has ended: ${await lastWords(name, { engine })}`);
  const answer = await engine.containers.exec(name, READY_COMMANDS[kind]).catch(() => undefined);
  return answer?.exitCode === 0 ? true : undefined;
}

async function lastWords(name: string, { engine }: Pick<WorkContext, 'engine'>): Promise<string> {
  const log = await engine.containers.logs(name, 20).catch(() => '');
  return log.trim().split('\n').at(-1) || 'it said nothing';
}
