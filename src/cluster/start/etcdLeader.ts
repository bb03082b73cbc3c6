import { kubernetesName } from '../../contract/labels.ts';
import type { Engine } from '../../docker/engine.ts';
import { askEtcd, nodeOfMember } from './etcdAccess.ts';

/**
 * Has another server lead etcd before one is stopped: without it, the others miss their leader for some seconds before
 * they choose a new one. Where that can't be done, they do just that.
 */
export async function handOverEtcd(engine: Engine, server: string): Promise<void> {
  const details = await engine.containers.inspect(server);
  if (details === undefined) return;
  const own = kubernetesName(details);
  // It may not lead, or not be well: then the others see to it.
  await askEtcd(engine, server, async (etcd) => {
    const members = await etcd.members();
    const next = members.find(({ name, isLearner }) => name !== '' && !isLearner && nodeOfMember(name) !== own);
    if (next !== undefined) await etcd.moveLeader(next.id);
  });
}
