import type { Filtered } from '../../config/types.ts';
import type { NodePlan } from '../../plan/cluster.ts';
import { formatPort } from '../../plan/publish.ts';
import { withoutTwins } from '../../plan/ipFamily.ts';
import { parseValues, VALUES_PATH, type LoadBalancerValues } from '../../plan/loadBalancer.ts';
import { API_PORT_KEY, portKey } from '../../contract/names.ts';
import { balancerOf, changeValues, editPorts, publishedPorts, readValues } from '../balancer/index.ts';
import type { WorkContext } from '../context.ts';
import { type Cluster, needCluster, nodesOf } from '../find/index.ts';
import type { Desired } from './desired.ts';
import type { PortMapping } from '../../contract/containers.ts';
import type { Change } from './change.ts';

/** What the load balancer has to do differently. */
export async function portChanges(desired: Desired, cluster: Cluster, context: WorkContext): Promise<Change[]> {
  const balancer = desired.plan.nodes.find(({ role }) => role === 'loadbalancer');
  if (balancer === undefined) return [];
  const values = plannedValues(balancer);
  return [
    ...(await publishing(balancer, values, desired, cluster, context)),
    ...(await targets(values, desired, cluster, context)),
    ...(await settings(values, cluster, context)),
  ];
}

function plannedValues(balancer: NodePlan): LoadBalancerValues {
  return parseValues(String(balancer.files.find(({ path }) => path === VALUES_PATH)?.content ?? ''));
}

async function publishing(
  balancer: NodePlan,
  values: LoadBalancerValues,
  desired: Desired,
  cluster: Cluster,
  context: WorkContext,
): Promise<Change[]> {
  const present = (await publishedPorts(context.engine, cluster)).filter(({ key }) => key !== API_PORT_KEY);
  const wanted = balancer.container.ports.filter((port) => portKey(port) !== API_PORT_KEY);
  const matches = (port: PortMapping, one: (typeof present)[number]): boolean =>
    one.key === portKey(port) && (port.hostPort === undefined || one.hostPort === port.hostPort);
  const add = withoutTwins(
    desired.config,
    wanted.filter((port) => !present.some((one) => matches(port, one))),
  );
  const remove = present.filter((one) => !wanted.some((port) => matches(port, one)));
  if (add.length + remove.length === 0) return [];
  const removed = remove.map(({ key, hostPort }) => `${hostPort}:${key.replace('.', '/')}`);
  const added = add.map(formatPort);
  const entry = (value: string, nodeFilters: string[]): Filtered => ({ value, nodeFilters, where: 'config' });
  return [
    {
      text: [...removed.map((port) => `- port ${port}`), ...added.map((port) => `+ port ${port}`)].join('\n'),
      run: async () => {
        // Looked up again: nodes may have come since.
        const now = await needCluster(context.engine, cluster.name);
        const filters = (port: PortMapping) => filtersFor(now, values.ports.get(portKey(port)) ?? []);
        await editPorts(
          now,
          {
            remove: removed.map((value) => entry(value, [])),
            add: add.map((port) => entry(formatPort(port), filters(port))),
            image: desired.config.loadBalancerImage,
          },
          context,
        );
      },
    },
  ];
}

/** Node filters that mean these nodes of a cluster. */
function filtersFor(cluster: Cluster, names: readonly string[]): string[] {
  return (['server', 'agent'] as const).flatMap((role) => {
    const all = nodesOf(cluster, role);
    const indexes = all.flatMap(({ name }, index) => (names.includes(name) ? [index] : []));
    if (indexes.length === 0) return [];
    return indexes.length === all.length ? [`${role}s:*`] : [`${role}:${indexes.join(',')}`];
  });
}

/** Ports that lead to other nodes than they should, new and leaving nodes left aside: those are seen to as they come and go. */
async function targets(
  values: LoadBalancerValues,
  desired: Desired,
  cluster: Cluster,
  { engine }: WorkContext,
): Promise<Change[]> {
  const there = new Set(cluster.nodes.map(({ name }) => name));
  const staying = new Set(desired.plan.nodes.map(({ name }) => name));
  const wrong = new Map<string, string[]>();
  const balancer = balancerOf(cluster);
  const present = balancer && (await readValues(engine, balancer));
  for (const [key, nodes] of present?.ports ?? []) {
    const wanted = values.ports.get(key);
    if (wanted === undefined) continue;
    const before = nodes.filter((node) => staying.has(node)).sort();
    const after = wanted.filter((node) => there.has(node)).sort();
    if (before.join() !== after.join()) wrong.set(key, wanted);
  }
  if (wrong.size === 0) return [];
  return [
    {
      text: [...wrong].map(([key, nodes]) => `~ port ${key.replace('.', '/')} to ${nodes.join(', ')}`).join('\n'),
      run: async () =>
        changeValues(engine, await needCluster(engine, cluster.name), ({ ports }) => {
          for (const [key, nodes] of wrong) if (ports.has(key)) ports.set(key, nodes);
        }),
    },
  ];
}

/** The load balancer's own settings. */
async function settings(values: LoadBalancerValues, cluster: Cluster, { engine }: WorkContext): Promise<Change[]> {
  const balancer = balancerOf(cluster);
  const present = balancer && (await readValues(engine, balancer))?.settings;
  const wanted = values.settings;
  if (present === undefined) return [];
  const keys = (['workerConnections', 'defaultProxyTimeout'] as const).filter((key) => present[key] !== wanted[key]);
  if (keys.length === 0) return [];
  return [
    {
      text: keys.map((key) => `~ load balancer ${key}=${wanted[key]}`).join('\n'),
      run: async () =>
        changeValues(engine, await needCluster(engine, cluster.name), (now) => {
          now.settings = wanted;
        }),
    },
  ];
}
