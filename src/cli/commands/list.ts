import {
  type Cluster,
  type ClusterNode,
  listClusters,
  listNodes,
  nodesOf,
  unknownCluster,
} from '../../cluster/find/index.ts';
import { UserError } from '../../common/errors.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { table } from '../../common/table.ts';
import { type OutputFormat, print } from '../output.ts';

/** Flags of the list commands. */
export interface ListOptions {
  noHeaders: boolean;
  output: OutputFormat;
  token?: boolean;
}

/** `k3d cluster list` */
export async function clusterList(names: string[], options: ListOptions): Promise<void> {
  const engine = await connectEngine();
  const all = await listClusters(engine);
  const missing = names.find((name) => !all.some((cluster) => cluster.name === name));
  if (missing !== undefined) throw await unknownCluster(engine, missing);
  const clusters = names.length === 0 ? all : all.filter((cluster) => names.includes(cluster.name));
  const header = ['NAME', 'SERVERS', 'AGENTS', 'LOADBALANCER', ...(options.token ? ['TOKEN'] : [])];
  print(
    options.output,
    clusters.map((cluster) => clusterValue(cluster, options.token === true)),
    () =>
      table(
        header,
        clusters.map((cluster) => clusterRow(cluster, options.token === true)),
        !options.noHeaders,
      ),
  );
}

function running(nodes: ClusterNode[]): string {
  return `${nodes.filter((node) => node.state === 'running').length}/${nodes.length}`;
}

function clusterRow(cluster: Cluster, token: boolean): string[] {
  const hasLoadBalancer = nodesOf(cluster, 'loadbalancer').length > 0;
  const row = [
    cluster.name,
    running(nodesOf(cluster, 'server')),
    running(nodesOf(cluster, 'agent')),
    String(hasLoadBalancer),
  ];
  return token ? [...row, cluster.token] : row;
}

function clusterValue(cluster: Cluster, token: boolean): object {
  const count = (role: 'server' | 'agent') => nodesOf(cluster, role).length;
  const up = (role: 'server' | 'agent') => nodesOf(cluster, role).filter((node) => node.state === 'running').length;
  return {
    name: cluster.name,
    serversRunning: up('server'),
    serversCount: count('server'),
    agentsRunning: up('agent'),
    agentsCount: count('agent'),
    hasLoadbalancer: nodesOf(cluster, 'loadbalancer').length > 0,
    network: cluster.network,
    api: cluster.api,
    ...(token ? { token: cluster.token } : {}),
    nodes: cluster.nodes.map(nodeValue),
  };
}

/** `k3d node list` */
export async function nodeList(names: string[], options: ListOptions): Promise<void> {
  const all = await listNodes(await connectEngine());
  const missing = names.find((name) => !all.some((node) => matches(node, name)));
  if (missing !== undefined) throw new UserError(`node "${missing}" does not exist: see "k3d node list"`);
  const nodes = names.length === 0 ? all : all.filter((node) => names.some((name) => matches(node, name)));
  print(options.output, nodes.map(nodeValue), () =>
    table(
      ['NAME', 'ROLE', 'CLUSTER', 'STATUS'],
      nodes.map(({ name, role, cluster, state }) => [name, role, cluster, state]),
      !options.noHeaders,
    ),
  );
}

/** k3d finds a node by its name with or without the prefix. */
function matches(node: ClusterNode, name: string): boolean {
  return node.name === name || node.name === `k3d-${name}`;
}

function nodeValue({ name, role, cluster, state, image, ports }: ClusterNode): object {
  return { name, role, cluster, state, image, ports };
}
