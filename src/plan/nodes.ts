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

/** Names of containers that are not k3d's for their role and position, by these two: nodes that were added have them. */
export type GivenNames = ReadonlyMap<string, string>;

/** The key of a node's name. */
export const roleAndPosition = ({ role, index }: { role: string; index: number }): string => `${role} ${index}`;

/** The nodes of a cluster: servers, agents, then the load balancer. */
export function plannedNodes(config: ClusterConfig, names: GivenNames = new Map()): PlannedNode[] {
  const planned = (role: 'server' | 'agent', usual: typeof serverName) => (_: unknown, index: number) => {
    const name = names.get(roleAndPosition({ role, index })) ?? usual(config.name, index);
    return { role, index, name };
  };
  const nodes: PlannedNode[] = [
    ...Array.from({ length: config.servers }, planned('server', serverName)),
    ...Array.from({ length: config.agents }, planned('agent', agentName)),
  ];
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
