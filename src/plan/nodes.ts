import { UserError } from '../common/errors.ts';
import { matchFilters, type NodeRef } from '../config/nodeFilter.ts';
import type { ClusterConfig, Filtered } from '../config/types.ts';
import { isOnHost } from './hostNetwork.ts';
import { agentName, loadBalancerName, serverName } from '../contract/names.ts';

/** A node by role, position and name. */
export interface PlannedNode extends NodeRef {
  name: string;
}

/** Whether the cluster has a load balancer: `auto` means one in front of several servers. */
export function hasLoadBalancer(config: ClusterConfig): boolean {
  if (isOnHost(config)) return false;
  return config.loadBalancer === 'auto' ? config.servers > 1 : config.loadBalancer === 'on';
}

/** Whether servers keep the state in etcd. */
export const hasEtcd = ({ datastore, servers }: ClusterConfig): boolean =>
  datastore === undefined ? servers > 1 : datastore.kind === 'etcd';

/** Whether a server is the one that begins an etcd cluster. */
export function isInitServer(config: ClusterConfig, node: PlannedNode): boolean {
  return node.role === 'server' && node.index === 0 && hasEtcd(config);
}

/** The nodes of a cluster: servers, agents, then the load balancer. */
export function plannedNodes(config: ClusterConfig): PlannedNode[] {
  const nodes: PlannedNode[] = [];
  for (let index = 0; index < config.servers; index++) {
    nodes.push({ role: 'server', index, name: serverName(config.name, index) });
  }
  for (let index = 0; index < config.agents; index++) {
    nodes.push({ role: 'agent', index, name: agentName(config.name, index) });
  }
  if (hasLoadBalancer(config)) nodes.push({ role: 'loadbalancer', index: 0, name: loadBalancerName(config.name) });
  return nodes;
}

/**
 * Spreads filtered values over the nodes they mean.
 * @param nodes the nodes that values of this kind can be for
 * @param emptyMeansAll an empty filter means every node (volumes, files); otherwise it is an error when there is more
 *   than one, as in k3d, where an env or argument that reaches the wrong nodes does harm
 * @throws UserError for a filter that is malformed, missing, or names no node
 */
export function spread(
  values: readonly Filtered[],
  nodes: readonly PlannedNode[],
  emptyMeansAll: boolean,
): Map<string, string[]> {
  const perNode = new Map<string, string[]>(nodes.map((node) => [node.name, []]));
  for (const entry of values) {
    if (entry.nodeFilters.length === 0 && !emptyMeansAll && nodes.length > 1) {
      throw new UserError(
        `${entry.where}: "${entry.value}" needs a node filter since the cluster has ${nodes.length} nodes, e.g. ${entry.value}@server:0 or @all`,
      );
    }
    const matched = entry.nodeFilters.length === 0 ? nodes : matchFilters(entry.nodeFilters, nodes, entry.where);
    for (const node of matched) perNode.get(node.name)?.push(entry.value);
  }
  return perNode;
}
