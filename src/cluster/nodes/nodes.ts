import { messageOf, UserError } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import type { Engine } from '../../docker/engine.ts';
import type { KubeClient } from '../../kubernetes/client.ts';
import { emptyNode, forgetNode, leaveEtcd } from '../../kubernetes/leave.ts';
import { nodeFor } from '../../kubernetes/nodeNames.ts';
import { allNodes } from '../../kubernetes/nodes.ts';
import { kubernetesName } from '../../contract/labels.ts';
import {
  type Cluster,
  type ClusterNode,
  expectationsFor,
  findCluster,
  isK3sNode,
  listNodes,
  nodesOf,
  withKube,
} from '../find/index.ts';
import { takeFromBehind } from '../balancer/index.ts';
import { checkServerCanGo, isEtcdMember } from './etcd.ts';
import { removeMember, STOP_SECONDS } from '../start/index.ts';

/** Finds a node by its name, with or without k3d's prefix. @throws UserError when there is none */
export async function needNode(engine: Engine, name: string): Promise<ClusterNode> {
  const found = (await listNodes(engine)).find((node) => node.name === name || node.name === `k3d-${name}`);
  if (found === undefined) throw new UserError(`node "${name}" does not exist: see "k3d node list"`);
  return found;
}

/**
 * Deletes a node: it is emptied, leaves Kubernetes and, a server, etcd, and its container is removed.
 * @throws UserError when the cluster can't do without it
 */
export async function deleteNode(engine: Engine, node: ClusterNode, reporter: Reporter): Promise<void> {
  if (node.role === 'server') await checkServerCanGo(engine, node);
  const cluster = await findCluster(engine, node.cluster);
  if (cluster !== undefined && isK3sNode(node)) {
    await takeFromBehind(engine, cluster, [node.name]);
    await leave(engine, cluster, node, reporter);
  }
  await engine.containers.remove(node.id);
}

/** What a node is called in Kubernetes; undefined: it is not there. */
async function nameIn(engine: Engine, kube: KubeClient, { name }: ClusterNode): Promise<string | undefined> {
  const [sought] = (await expectationsFor(engine, [name])).nodes;
  const all = await allNodes(kube);
  return sought && nodeFor(sought, all)?.metadata.name;
}

/**
 * Takes a node out of Kubernetes and, a server, out of etcd: its pods are evicted within a bound, its member leaves while
 * it still runs, so that the others never miss it, and its container stops. If the cluster can't be asked, the node goes
 * all the same, with a warning.
 */
async function leave(engine: Engine, cluster: Cluster, node: ClusterNode, reporter: Reporter): Promise<void> {
  // A cluster that does not run is not told: it will see that the node is gone.
  const running = nodesOf(cluster, 'server').filter(({ state }) => state === 'running');
  if (running.length === 0) return;
  const through = running.find(({ id }) => id !== node.id);
  const isUp = node.state === 'running';
  const isMember = isEtcdMember(node) && through !== undefined;
  try {
    await withKube(engine, cluster, async (kube) => {
      const name = await nameIn(engine, kube, node);
      if (isUp && name !== undefined) await emptyNode(kube, name);
      const hasLeft = isMember && (await removeMember(engine, through.name, node));
      if (isMember && !hasLeft && name !== undefined) await leaveEtcd(kube, name);
      if (isUp) await engine.containers.stop(node.id, STOP_SECONDS);
      await forgetNode(kube, name ?? kubernetesName(node));
    });
  } catch (error) {
    reporter.warn(`Node ${node.name} could not be taken out of Kubernetes: ${messageOf(error)}`);
    if (isMember) await removeMember(engine, through.name, node);
  }
}
