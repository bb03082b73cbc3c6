import { messageOf, UserError } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import type { Engine } from '../docker/engine.ts';
import { leaveKubernetes } from '../kubernetes/leave.ts';
import { withKube } from './access.ts';
import { STOP_SECONDS } from './lifecycle.ts';
import { type ClusterNode, findCluster, listNodes, nodesOf } from './model.ts';

/** Finds a node by its name, with or without k3d's prefix. @throws UserError when there is none */
export async function needNode(engine: Engine, name: string): Promise<ClusterNode> {
  const found = (await listNodes(engine)).find((node) => node.name === name || node.name === `k3d-${name}`);
  if (found === undefined) throw new UserError(`node "${name}" does not exist: see "k3d node list"`);
  return found;
}

/**
 * Deletes a node: it is emptied and leaves Kubernetes, and its container is removed.
 * @throws UserError when that would leave the cluster without its only server, or an etcd cluster a member short
 */
export async function deleteNode(engine: Engine, node: ClusterNode, reporter: Reporter): Promise<void> {
  if (node.role === 'server') await checkServerCanGo(engine, node);
  if (node.role === 'agent' && node.cluster !== '') await leave(engine, node, reporter);
  await engine.containers.remove(node.id);
}

async function checkServerCanGo(engine: Engine, node: ClusterNode): Promise<void> {
  const cluster = await findCluster(engine, node.cluster);
  const servers = cluster === undefined ? [] : nodesOf(cluster, 'server');
  if (servers.length <= 1) {
    throw new UserError(
      `node ${node.name} is the only server of cluster "${node.cluster}": delete the cluster instead`,
    );
  }
  throw new UserError(`node ${node.name} is a member of an etcd cluster; deleting servers is not supported yet`);
}

/** Takes a node out of Kubernetes. If the cluster can't be asked, the node goes all the same, with a warning. */
async function leave(engine: Engine, node: ClusterNode, reporter: Reporter): Promise<void> {
  const cluster = await findCluster(engine, node.cluster);
  // A cluster that does not run is not told: it will see that the node is gone.
  if (cluster === undefined || !nodesOf(cluster, 'server').some(({ state }) => state === 'running')) return;
  const stop = () => engine.containers.stop(node.id, STOP_SECONDS);
  try {
    await withKube(engine, cluster, (kube) => leaveKubernetes(kube, node.name, stop));
  } catch (error) {
    reporter.warn(`Node ${node.name} could not be taken out of Kubernetes: ${messageOf(error)}`);
  }
}
