import { sleep } from '../../common/poll.ts';
import type { Engine } from '../../docker/engine.ts';
import { EtcdClient } from '../../etcd/client.ts';
import { nodeOfMember, readEtcdCredentials } from './etcdAccess.ts';

const LOOK_EVERY_MS = 250;
/**
 * etcd takes no further member until all that vote have been connected for 5 s (etcd: server/etcdserver, HealthInterval);
 * k3s gives up when it is refused. Some more, since the connection is made a moment after the member is listed.
 */
const HEALTHY_AFTER_MS = 6000;

/**
 * Gives servers that join etcd their vote as soon as etcd allows it. k3s itself looks every 15 s only, and until then
 * neither the server goes on nor the next one can join: etcd has one learner at a time. etcd is asked on the server's
 * own address, which can be reached where the engine runs on this machine; elsewhere this ends at once and k3s does it.
 * @param server name of a server that is a member
 * @param joining names of those that join
 * @param onMember told each that has its vote, when the next one may join
 */
export async function promoteLearners(
  engine: Engine,
  server: string,
  joining: readonly string[],
  onMember: (name: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const credentials = await readEtcdCredentials(engine, server);
  const waiting = new Set(joining);
  const since = new Map<string, number>();
  let reachable = credentials !== undefined;
  let answered = false;
  while (credentials !== undefined && reachable && waiting.size > 0 && !signal.aborted) {
    const client = new EtcdClient(credentials);
    try {
      for (const node of await votersAmong(client)) {
        if (!since.has(node)) since.set(node, performance.now());
        const isHealthy = performance.now() - (since.get(node) as number) >= HEALTHY_AFTER_MS;
        if (isHealthy && waiting.delete(node)) onMember(node);
      }
      answered = true;
    } catch {
      // Never reached from here: k3s's own pace is as good as it gets. Otherwise it is only gone for a moment.
      reachable = answered;
    } finally {
      client.close();
    }
    await sleep(LOOK_EVERY_MS, signal).catch(() => undefined);
  }
}

/** The nodes whose members have a vote, once each learner that can has been given its own. */
async function votersAmong(client: EtcdClient): Promise<string[]> {
  const nodes: string[] = [];
  for (const { id, name, isLearner } of await client.members()) {
    // One that has not started has no name yet.
    if (name !== '' && (!isLearner || (await tryPromote(client, id)))) nodes.push(nodeOfMember(name));
  }
  return nodes;
}

async function tryPromote(client: EtcdClient, id: bigint): Promise<boolean> {
  try {
    await client.promote(id);
    return true;
  } catch {
    return false; // it does not follow closely enough yet
  }
}
