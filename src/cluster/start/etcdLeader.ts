import { kubernetesName } from '../../contract/labels.ts';
import type { Engine } from '../../docker/engine.ts';
import { EtcdClient } from '../../etcd/client.ts';
import { nodeOfMember, readEtcdCredentials } from './etcdAccess.ts';

/**
 * Has another server lead etcd before one is stopped: without it, the others miss their leader for some seconds before
 * they choose a new one. Where that can't be done, they do just that.
 */
export async function handOverEtcd(engine: Engine, server: string): Promise<void> {
  const details = await engine.containers.inspect(server);
  const credentials = await readEtcdCredentials(engine, server);
  if (details === undefined || credentials === undefined) return;
  const client = new EtcdClient(credentials);
  try {
    const own = kubernetesName(details);
    const members = await client.members();
    const next = members.find(({ name, isLearner }) => name !== '' && !isLearner && nodeOfMember(name) !== own);
    if (next !== undefined) await client.moveLeader(next.id);
  } catch {
    // It does not lead, or it is not well: then the others see to it.
  } finally {
    client.close();
  }
}
