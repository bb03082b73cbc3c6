import type { NodeRole } from '../../config/nodeFilter.ts';
import { sleep } from '../../common/poll.ts';
import type { Engine } from '../../docker/engine.ts';
import { LABEL } from '../../contract/labels.ts';
import { type LoadBalancerValues, parseValues, VALUES_PATH, valuesFile } from '../../plan/loadBalancer.ts';
import { API_PORT_KEY } from '../../contract/names.ts';
import { type Cluster, type ClusterNode, nodesOf } from '../find/index.ts';
import { readFiles } from '../../docker/readFiles.ts';

/** How long a load balancer takes at most to notice a change, in milliseconds: it looks every 0.4 s. */
const NOTICED_MS = 1000;

/** The load balancer of a cluster. @returns undefined when it has none */
export function balancerOf(cluster: Cluster): ClusterNode | undefined {
  return nodesOf(cluster, 'loadbalancer')[0];
}

/** What a load balancer passes on to whom. @returns undefined when it has no such file: it has never been set up */
export async function readValues(engine: Engine, balancer: ClusterNode): Promise<LoadBalancerValues | undefined> {
  const text = (await readFiles(engine, balancer.id, VALUES_PATH))?.values().next().value;
  return text === undefined ? undefined : parseValues(text);
}

/** Changes what the load balancer of a cluster passes on; it notices by itself, and connections elsewhere stay. */
export async function changeValues(
  engine: Engine,
  cluster: Cluster,
  change: (values: LoadBalancerValues, balancer: ClusterNode) => void,
): Promise<void> {
  const balancer = balancerOf(cluster);
  const values = balancer && (await readValues(engine, balancer));
  if (balancer === undefined || values === undefined) return;
  const before = valuesFile(values).content;
  change(values, balancer);
  const file = valuesFile(values);
  if (file.content !== before) await engine.containers.putFiles(balancer.id, [file]);
}

/** Puts new nodes behind the ports that are open to their role. */
export function putBehind(engine: Engine, cluster: Cluster, role: NodeRole, names: readonly string[]): Promise<void> {
  return changeValues(engine, cluster, ({ ports }, balancer) => {
    for (const [port, nodes] of ports) {
      if (isOpen(cluster, balancer, port, nodes, role)) ports.set(port, [...new Set([...nodes, ...names])]);
    }
  });
}

/**
 * Takes nodes from behind the ports that others are behind too, until they come back.
 * @returns puts them where they were
 */
export async function stepAside(
  engine: Engine,
  cluster: Cluster,
  names: readonly string[],
): Promise<() => Promise<void>> {
  const former = new Map<string, readonly string[]>();
  await changeValues(engine, cluster, ({ ports }) => {
    for (const [port, nodes] of ports) {
      const others = nodes.filter((node) => !names.includes(node));
      if (others.length === 0 || others.length === nodes.length) continue;
      former.set(port, nodes);
      ports.set(port, others);
    }
  });
  if (former.size === 0) return async () => undefined;
  await sleep(NOTICED_MS);
  return () =>
    changeValues(engine, cluster, ({ ports }) => {
      for (const [port, nodes] of former) ports.set(port, [...new Set([...nodes, ...(ports.get(port) ?? [])])]);
    });
}

/** Takes nodes from behind all ports. */
export function takeFromBehind(engine: Engine, cluster: Cluster, names: readonly string[]): Promise<void> {
  return changeValues(engine, cluster, ({ ports }) => {
    for (const [port, nodes] of ports)
      ports.set(
        port,
        nodes.filter((node) => !names.includes(node)),
      );
  });
}

/** A load balancer of k3d's does not say which ports are open: those that all nodes of the role are behind. */
function isOpen(
  cluster: Cluster,
  { labels }: ClusterNode,
  port: string,
  nodes: readonly string[],
  role: NodeRole,
): boolean {
  if (port === API_PORT_KEY) return role === 'server';
  const label = labels[LABEL.openPorts];
  if (label !== undefined) return (JSON.parse(label) as Record<string, NodeRole[]>)[port]?.includes(role) ?? false;
  const all = role === 'loadbalancer' ? [] : nodesOf(cluster, role);
  return all.length > 0 && all.every(({ name }) => nodes.includes(name));
}
