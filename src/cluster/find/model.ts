import type { ContainerSummary, Engine, LabelFilter } from '../../docker/engine.ts';
import { DIND_ROLE } from '../../plan/dind.ts';
import { APP, LABEL } from '../../contract/labels.ts';
import { agentName, isAside, networkName, serverName } from '../../contract/names.ts';

export type ClusterRole = 'server' | 'agent' | 'loadbalancer' | 'registry' | 'noRole';

/** A node as the engine's labels tell it. */
export interface ClusterNode extends ContainerSummary {
  role: ClusterRole;
  cluster: string;
}

/** A cluster as the engine's labels tell it: there is no other record of it. */
export interface Cluster {
  name: string;
  nodes: ClusterNode[];
  network: { name: string; external: boolean };
  token: string;
  api: { host: string; hostIP: string; port: number } | undefined;
}

/** Filter for all that is k3d's and belongs to a cluster. */
export function clusterFilter(name: string): LabelFilter {
  return [`${LABEL.app}=${APP}`, `${LABEL.cluster}=${name}`];
}

/** All nodes on the engine, registries and load balancers included, by name. */
export async function listNodes(engine: Engine, filter: LabelFilter = [`${LABEL.app}=${APP}`]): Promise<ClusterNode[]> {
  const containers = await engine.containers.list(filter);
  return (
    containers
      // A container that holds an engine is no node.
      .filter(({ labels }) => LABEL.role in labels && labels[LABEL.role] !== DIND_ROLE)
      .filter(({ name }) => !isAside(name))
      .map((container) => ({
        ...container,
        role: container.labels[LABEL.role] as ClusterRole,
        cluster: container.labels[LABEL.cluster] ?? '',
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  );
}

/** All clusters on the engine, ours and k3d's, by name. */
export async function listClusters(engine: Engine): Promise<Cluster[]> {
  const byName = new Map<string, ClusterNode[]>();
  for (const node of await listNodes(engine)) {
    if (node.cluster === '') continue;
    byName.set(node.cluster, [...(byName.get(node.cluster) ?? []), node]);
  }
  return [...byName]
    .filter(([, nodes]) => nodes.some(({ role }) => role !== 'registry'))
    .map(([name, nodes]) => toCluster(name, nodes))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** @returns undefined when no container is labelled as that cluster's; a registry that outlived it makes none */
export async function findCluster(engine: Engine, name: string): Promise<Cluster | undefined> {
  const nodes = await listNodes(engine, clusterFilter(name));
  return nodes.every(({ role }) => role === 'registry') ? undefined : toCluster(name, nodes);
}

/** Whether a node has the name that k3d gives by role and position, and not one of its own. */
function isNamedByPosition({ name, role }: ClusterNode, cluster: string): boolean {
  const position = Number(/\d+$/.exec(name)?.[0]);
  return name === (role === 'server' ? serverName : agentName)(cluster, position);
}

/** @param found by name. Those that were added come last: the first server is the one at which others look for it. */
function toCluster(name: string, found: ClusterNode[]): Cluster {
  const isAdded = (node: ClusterNode): number => Number(isK3sNode(node) && !isNamedByPosition(node, name));
  const nodes = [...found].sort((a, b) => isAdded(a) - isAdded(b));
  const label = (key: string): string | undefined => nodes.map((node) => node.labels[key]).find((value) => value);
  const port = label(LABEL.apiPort);
  return {
    name,
    nodes,
    network: { name: label(LABEL.network) ?? networkName(name), external: label(LABEL.networkExternal) === 'true' },
    token: label(LABEL.clusterToken) ?? '',
    api:
      port === undefined
        ? undefined
        : { host: label(LABEL.apiHost) ?? '', hostIP: label(LABEL.apiHostIP) ?? '', port: Number(port) },
  };
}

/** Whether a node runs k3s, and is not one of what stands beside. */
export function isK3sNode({ role }: { role: string }): boolean {
  return role === 'server' || role === 'agent';
}

/** The nodes of a role. */
export function nodesOf(cluster: Cluster, role: ClusterRole): ClusterNode[] {
  return cluster.nodes.filter((node) => node.role === role);
}
