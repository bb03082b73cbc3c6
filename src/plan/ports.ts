import { UserError } from '../common/errors.ts';
import { matchFilter, type NodeRole } from '../config/nodeFilter.ts';
import { parsePortSpec } from '../config/portSpec.ts';
import type { ClusterConfig, Filtered } from '../config/types.ts';
import type { PortMapping } from '../contract/containers.ts';
import { LOOPBACK, portKey } from '../contract/names.ts';
import { inFamilies } from './ipFamily.ts';
import { hasLoadBalancer, type PlannedNode } from './nodes.ts';

/** Which ports each node publishes, and which the load balancer passes on to whom. */
export interface PortPlan {
  /** What the user should know of ports that are on no node. */
  warnings: string[];
  published: Map<string, PortMapping[]>;
  /** `<port>.<protocol>` of the load balancer → names of the nodes behind it. */
  proxied: Map<string, string[]>;
  /** `<port>.<protocol>` of the load balancer → roles of which every node is behind it, later ones too. */
  open: OpenPorts;
}

export type OpenPorts = Map<string, NodeRole[]>;

/**
 * Where the configured ports go. Through the load balancer they reach servers and agents; without one they are
 * published on the first node that the filter means, and servicelb or a NodePort takes it from there.
 * @throws UserError for malformed ports and filters, `@all`, or a proxied port when the load balancer was switched off
 */
export function planPorts(config: ClusterConfig, nodes: readonly PlannedNode[]): PortPlan {
  const plan: PortPlan = { warnings: [], published: new Map(), proxied: new Map(), open: new Map() };
  for (const entry of config.ports) {
    const asked = parsePortSpec(entry.value, LOOPBACK, entry.where);
    const mappings = asked.flatMap((mapping) => inFamilies(config, mapping));
    const targets = portTargets(entry, config, nodes, plan.warnings);
    const balancer = nodes.find((node) => node.role === 'loadbalancer');
    // Once, however many filters say who is behind it.
    if (balancer !== undefined && targets.some(({ proxied }) => proxied)) publish(plan, mappings, balancer.name);
    for (const target of targets) {
      if (target.proxied) proxy(plan, mappings, target);
      else publish(plan, mappings, (target.nodes[0] as PlannedNode).name);
    }
  }
  checkCollisions(plan, config.ports);
  return plan;
}

interface PortTarget {
  proxied: boolean;
  nodes: PlannedNode[];
  /** Roles of which the filter means every node. */
  open: NodeRole[];
}

/** `servers:*` means all servers, and no subset at all does too. */
function openRoles(filter: string): NodeRole[] {
  const [role, subset = '*'] = filter.split(':') as [string, string?];
  if (role === 'loadbalancer') return ['server', 'agent'];
  if (!['*', 'proxy'].includes(subset)) return [];
  return [role.startsWith('server') ? 'server' : 'agent'];
}

function portTargets(
  entry: Filtered,
  config: ClusterConfig,
  nodes: readonly PlannedNode[],
  warnings: string[],
): PortTarget[] {
  const k3sNodes = nodes.filter((node) => node.role !== 'loadbalancer');
  const filters = entry.nodeFilters.length === 0 ? ['loadbalancer'] : entry.nodeFilters;
  return filters.flatMap((filter): PortTarget[] => {
    const { nodes: matched, suffix } = matchFilter(filter, nodes, entry.where);
    const role = filter.split(':')[0];
    if (role === 'all') {
      throw new UserError(
        `${entry.where}: port "${entry.value}" can't be published on all nodes: name one, or the loadbalancer`,
      );
    }
    const targets = role === 'loadbalancer' ? k3sNodes : matched;
    if (targets.length === 0) {
      warnings.push(`${entry.where}: node filter "${filter}" of port "${entry.value}" matches no node of this cluster`);
      return [];
    }
    // Directly on the load balancer is what it is anyway.
    if (suffix === 'direct' && role !== 'loadbalancer') {
      if (targets.length !== 1) {
        throw new UserError(
          `${entry.where}: "${filter}" of port "${entry.value}" must mean exactly one server or agent`,
        );
      }
      return [{ proxied: false, nodes: targets, open: [] }];
    }
    if (hasLoadBalancer(config)) return [{ proxied: true, nodes: targets, open: openRoles(filter) }];
    if (config.loadBalancer === 'off') {
      throw new UserError(
        `${entry.where}: port "${entry.value}" needs the load balancer, which is disabled: publish it on one node instead, e.g. ${entry.value}@server:0:direct`,
      );
    }
    return [{ proxied: false, nodes: targets, open: [] }];
  });
}

function publish(plan: PortPlan, mappings: PortMapping[], node: string): void {
  plan.published.set(node, [...(plan.published.get(node) ?? []), ...mappings]);
}

function proxy(plan: PortPlan, mappings: PortMapping[], target: PortTarget): void {
  for (const mapping of mappings) {
    const key = portKey(mapping);
    const names = new Set([...(plan.proxied.get(key) ?? []), ...target.nodes.map((node) => node.name)]);
    plan.proxied.set(key, [...names]);
    plan.open.set(key, [...new Set([...(plan.open.get(key) ?? []), ...target.open])]);
  }
}

function checkCollisions(plan: PortPlan, entries: readonly Filtered[]): void {
  const seen = new Set<string>();
  for (const mapping of [...plan.published.values()].flat()) {
    if (!mapping.hostPort || mapping.hostPortEnd !== undefined) continue;
    const key = `${mapping.hostIP}:${mapping.hostPort}/${mapping.protocol}`;
    if (seen.has(key)) {
      throw new UserError(
        `${entries[0]?.where ?? 'ports'}: host port ${key} is asked for twice; each can be published once`,
      );
    }
    seen.add(key);
  }
}
