import { messageOf, UserError } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import type { Engine } from '../../docker/engine.ts';
import type { KubeClient } from '../../kubernetes/client.ts';
import { leaveEtcd, leaveKubernetes } from '../../kubernetes/leave.ts';
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
import { checkServerCanGo } from './etcd.ts';
import { STOP_SECONDS } from '../start/index.ts';

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

/** Takes a node out of Kubernetes. If the cluster can't be asked, the node goes all the same, with a warning. */
async function leave(engine: Engine, cluster: Cluster, node: ClusterNode, reporter: Reporter): Promise<void> {
  // A cluster that does not run is not told: it will see that the node is gone.
  if (!nodesOf(cluster, 'server').some(({ state }) => state === 'running')) return;
  const isUp = node.state === 'running';
  const stop = isUp ? () => engine.containers.stop(node.id, STOP_SECONDS) : undefined;
  try {
    await withKube(engine, cluster, async (kube) => {
      const name = await nameIn(engine, kube, node);
      if (node.role === 'server' && name !== undefined) await leaveEtcd(kube, name);
      await leaveKubernetes(kube, name ?? kubernetesName(node), stop);
    });
  } catch (error) {
    reporter.warn(`Node ${node.name} could not be taken out of Kubernetes: ${messageOf(error)}`);
  }
}
