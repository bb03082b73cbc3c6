import { UserError } from '../../common/errors.ts';
import type { Engine } from '../../docker/engine.ts';
import { LABEL } from '../../contract/labels.ts';
import { type Cluster, type ClusterNode, findCluster, nodesOf } from '../find/index.ts';

/** Whether a server belongs to a cluster that was begun with etcd: k3d marks the one that began it, and the others. */
export function isEtcdMember(server: ClusterNode): boolean {
  return LABEL.serverInit in server.labels;
}

/** Whether a server is the one that its cluster began with. */
const beganCluster = (server: ClusterNode): boolean => server.labels[LABEL.serverInit] === 'true';

/**
 * Checks that a cluster can do without one of its servers.
 * @throws UserError when it is the only one, the one that the others join through, or the rest would have no quorum
 */
export async function checkServerCanGo(engine: Engine, node: ClusterNode): Promise<void> {
  const cluster = await findCluster(engine, node.cluster);
  const servers = cluster === undefined ? [] : nodesOf(cluster, 'server');
  if (servers.length <= 1) {
    throw new UserError(
      `node ${node.name} is the only server of cluster "${node.cluster}": delete the cluster instead`,
    );
  }
  if (beganCluster(node) || joinedThrough(cluster as Cluster) === node.name) {
    throw new UserError(
      `node ${node.name} is the server that cluster "${node.cluster}" began with and that all other nodes join through: delete another server`,
    );
  }
  const others = servers.filter(({ id }) => id !== node.id);
  const running = others.filter(({ state }) => state === 'running').length;
  const needed = Math.floor(others.length / 2) + 1;
  if (running < needed) {
    throw new UserError(
      `without ${node.name}, ${running} of ${others.length} servers of cluster "${node.cluster}" would run, and etcd needs ${needed}: start the others first`,
    );
  }
  // To let a member go, the members as they are have to agree.
  const now = servers.filter(({ state }) => state === 'running').length;
  if (now < Math.floor(servers.length / 2) + 1) {
    throw new UserError(
      `only ${now} of ${servers.length} servers of cluster "${node.cluster}" run, too few for etcd to decide anything: start the others first`,
    );
  }
}

/** The server that the nodes' URL names. */
function joinedThrough({ nodes }: Cluster): string | undefined {
  const url = nodes.map(({ labels }) => labels[LABEL.clusterURL]).find(Boolean);
  return url === undefined ? undefined : new URL(url).hostname;
}
