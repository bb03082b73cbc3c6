import type { WorkContext } from '../context.ts';
import { promoteLearners } from './etcdJoin.ts';
import type { NodeStarter } from './nodeStarter.ts';
import type { BringUpPlan } from './plan.ts';

/** Lets each server know when the one before it has joined. */
export class Turns {
  readonly #joined = new Map<string, PromiseWithResolvers<void>>();

  constructor(names: readonly string[]) {
    for (const name of names) this.#joined.set(name, Promise.withResolvers());
  }

  joined(name: string): void {
    this.#joined.get(name)?.resolve();
  }

  async whenJoined(name: string, signal: AbortSignal): Promise<void> {
    const aborted = Promise.withResolvers<never>();
    const onAbort = () => aborted.reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      signal.throwIfAborted();
      await Promise.race([this.#joined.get(name)?.promise, aborted.promise]);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }
}

/**
 * Starts the servers that join, one after the other. Of those that come up at the same time in a new database one may end,
 * or go on without being told of changes. etcd admits a member only when the one before it has its vote: each is started
 * at that moment, and comes up while the next one joins.
 */
export async function startServers(
  plan: BringUpPlan & { nodeNames: ReadonlyMap<string, string> },
  turns: Turns,
  starter: NodeStarter,
  { engine, signal }: WorkContext,
): Promise<void> {
  const [first, ...joining] = plan.servers as [string, ...string[]];
  if (plan.restarted || joining.length === 0) return;
  const inTurn = async (): Promise<void> => {
    for (const name of joining) {
      await starter.start([name]);
      await turns.whenJoined(name, signal);
    }
  };
  if (plan.sharesDatabase) {
    await turns.whenJoined(first, signal);
    return await inTurn();
  }
  const over = new AbortController();
  const until = AbortSignal.any([signal, over.signal]);
  const containers = new Map(joining.map((name) => [plan.nodeNames.get(name) ?? name, name]));
  const onMember = (node: string): void => turns.joined(containers.get(node) ?? node);
  const promoting = promoteLearners(engine, first, [...containers.keys()], onMember, until);
  try {
    await inTurn();
  } finally {
    over.abort();
    await promoting;
  }
}
