import {
  type Cluster,
  type ClusterNode,
  clusterValue,
  listClusters,
  listNodes,
  nodesOf,
  nodeValues,
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
  const shown = { token: options.token === true, named: names.length > 0 };
  const values =
    options.output === 'table' ? [] : await Promise.all(clusters.map((one) => clusterValue(engine, one, shown)));
  print(options.output, values, () =>
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

/** `k3d node list` */
export async function nodeList(names: string[], options: ListOptions): Promise<void> {
  const engine = await connectEngine();
  const all = await listNodes(engine);
  const missing = names.find((name) => !all.some((node) => matches(node, name)));
  if (missing !== undefined) throw new UserError(`node "${missing}" does not exist: see "k3d node list"`);
  const nodes = names.length === 0 ? all : all.filter((node) => names.some((name) => matches(node, name)));
  const values = options.output === 'table' ? [] : await nodeValues(engine, nodes);
  print(options.output, values, () =>
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
