import { kubernetesName } from '../../contract/labels.ts';
import type { Engine } from '../../docker/engine.ts';
import type { ClusterNode } from '../find/index.ts';
import { askEtcd, nodeOfMember } from './etcdAccess.ts';

/**
 * Takes a server out of etcd, whether it runs or not, by asking etcd itself. k3s does it for a Node that goes, but only
 * if that has its etcd label by then (k3s: pkg/etcd/member_controller.go), which a server that has just joined may lack.
 * A member that stays behind counts for the quorum for ever.
 * @param through a running server that stays
 * @returns whether it is no member now; false: etcd can't be reached from here, or refuses
 */
export async function removeMember(engine: Engine, through: string, server: ClusterNode): Promise<boolean> {
  const own = kubernetesName(server);
  const isOut = await askEtcd(engine, through, async (etcd) => {
    const its = (await etcd.members()).filter(({ name }) => nodeOfMember(name) === own);
    for (const { id } of its) await etcd.remove(id);
    return true;
  });
  return isOut ?? false;
}
