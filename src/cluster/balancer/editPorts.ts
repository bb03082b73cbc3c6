import { UserError } from '../../common/errors.ts';
import { DEFAULTS } from '../../config/defaults.ts';
import { parsePortSpec } from '../../config/portSpec.ts';
import type { Filtered } from '../../config/types.ts';
import type { PortMapping } from '../../contract/containers.ts';
import type { IpFamily } from '../../contract/ipFamily.ts';
import { LABEL } from '../../contract/labels.ts';
import { API_PORT_KEY, LOOPBACK, loadBalancerName, portKey } from '../../contract/names.ts';
import type { Engine } from '../../docker/engine.ts';
import { familyEnv, hostIPOf } from '../../plan/ipFamily.ts';
import {
  type LoadBalancerValues,
  loadBalancerContainer,
  loadBalancerFiles,
  settingsWith,
} from '../../plan/loadBalancer.ts';
import type { PlannedNode } from '../../plan/nodes.ts';
import { portsOn } from '../../plan/publish.ts';
import { type OpenPorts, type PortPlan, planPorts } from '../../plan/ports.ts';
import { checkPortsFree, createContainer } from '../containers/index.ts';
import type { WorkContext } from '../context.ts';
import { type Cluster, type ClusterNode, familyOf, nodesOf, runningServer } from '../find/index.ts';
import { ensureImage } from '../images/index.ts';
import { balancerOf, readValues } from './balancers.ts';
import { bringUp, replaceBalancer } from './replaceBalancer.ts';

/** Changes to the ports of a cluster, as the flags write them. */
export interface PortChanges {
  add: readonly Filtered[];
  remove: readonly Filtered[];
  /** Image for a load balancer, where the cluster has none yet. */
  image: string;
}

/**
 * Publishes more ports of a cluster, or takes some back. An engine can't change what a container publishes, so the load
 * balancer is replaced, as k3d does: connections through it end. A cluster that has none gets one.
 * @throws UserError for ports that are malformed, taken, or not published
 */
export async function editPorts(cluster: Cluster, changes: PortChanges, context: WorkContext): Promise<void> {
  const { engine } = context;
  const front = await lookAt(engine, cluster);
  const { published = [] } = front ?? {};
  const removed = findRemoved(cluster, published, changes.remove);
  const ipFamily = await familyOf(engine, cluster);
  const asked = portsOn(changes.add, hostIPOf({ ipFamily }, engine.endpoint.publishIP));
  const add = asked.filter((entry) => !isPublished(entry, published));
  const name = loadBalancerName(cluster.name);
  const addition = planAddition(cluster, add, name, ipFamily);
  if (add.length === 0 && removed.length === 0) return;
  const wanted = addition.mappings.flatMap(({ hostIP, hostPort, protocol }) =>
    hostPort ? [{ hostIP, port: hostPort, protocol }] : [],
  );
  const isBeingClosed = ({ port, protocol }: { port: number; protocol: string }): boolean =>
    removed.some((one) => one.hostPort === port && one.protocol === protocol);
  await checkPortsFree(
    engine,
    wanted.filter((port) => !isBeingClosed(port)),
  );
  if (front !== undefined) return change(front, removed, addition, context);
  if (balancerOf(cluster) === undefined) return addBalancer(cluster, addition, changes.image, context);
  throw new UserError(`the load balancer of cluster "${cluster.name}" has never been set up: start the cluster first`);
}

/** A port that the load balancer publishes and passes on. */
interface Published extends PortMapping {
  /** `80.tcp` */
  key: string;
  hostPort: number;
}

/** Ports that the load balancer publishes and passes on, the API's among them. */
export async function publishedPorts(engine: Engine, cluster: Cluster): Promise<Published[]> {
  return (await lookAt(engine, cluster))?.published ?? [];
}

/** A load balancer as it is. */
interface Front {
  balancer: ClusterNode;
  values: LoadBalancerValues;
  published: Published[];
}

/** @returns undefined when there is none, or one that has never been set up */
async function lookAt(engine: Engine, cluster: Cluster): Promise<Front | undefined> {
  const balancer = balancerOf(cluster);
  if (balancer === undefined) return undefined;
  const details = await engine.containers.inspect(balancer.id);
  const values = await readValues(engine, balancer);
  if (details === undefined || values === undefined) return undefined;
  const published = details.portBindings.flatMap((binding) => {
    const key = portKey(binding);
    // One that the engine has chosen stays what it is.
    const hostPort = binding.hostPort ?? details.ports.find((one) => portKey(one) === key)?.hostPort;
    return values.ports.has(key) && hostPort !== undefined ? [{ ...binding, key, hostPort }] : [];
  });
  return { balancer, values, published };
}

/** What is there already needs nothing, as with k3d. */
const isPublished = ({ value, where }: Filtered, published: readonly Published[]): boolean =>
  parsePortSpec(value, LOOPBACK, where).every((mapping) =>
    published.some((one) => one.key === portKey(mapping) && one.hostPort === mapping.hostPort),
  );

function findRemoved(cluster: Cluster, published: readonly Published[], remove: readonly Filtered[]): Published[] {
  const wanted = remove.flatMap(({ value, where }) =>
    parsePortSpec(value, LOOPBACK, where).map((mapping) => ({ ...mapping, value, where })),
  );
  return wanted.flatMap(({ hostPort, containerPort, protocol, value, where }) => {
    const key = portKey({ containerPort, protocol });
    if (key === API_PORT_KEY) throw new UserError(`${where}: the port of the Kubernetes API can't be closed`);
    const found = published.find((one) => one.key === key && (hostPort === undefined || one.hostPort === hostPort));
    // On each address that it is published on.
    if (found !== undefined) return published.filter((one) => isSame(one, found));
    const open = published.map((one) => `${one.hostPort}:${one.key.replace('.', '/')}`);
    throw new UserError(
      `${where}: port "${value}" is not published by a load balancer of cluster "${cluster.name}"; published are ${open.join(', ') || 'none'}`,
    );
  });
}

/** Ports to come: what is published, and who is behind it. */
interface Addition {
  mappings: PortMapping[];
  ports: PortPlan;
  ipFamily: IpFamily;
}

function planAddition(cluster: Cluster, add: readonly Filtered[], name: string, ipFamily: IpFamily): Addition {
  const nodes: PlannedNode[] = [...plannedLike(cluster), { role: 'loadbalancer', index: 0, name }];
  const ports = planPorts({ ...DEFAULTS, ipFamily, loadBalancer: 'on', ports: [...add] }, nodes);
  const direct = [...ports.published.keys()].find((node) => node !== name);
  if (direct !== undefined) {
    throw new UserError(
      `${add[0]?.where}: node ${direct} runs, and a container that runs can't publish more ports: leave "direct" out, then a load balancer passes them on`,
    );
  }
  return { mappings: ports.published.get(name) ?? [], ports, ipFamily };
}

/** The nodes of a cluster that exists, as filters see them. */
function plannedLike(cluster: Cluster): PlannedNode[] {
  return (['server', 'agent'] as const).flatMap((role) =>
    nodesOf(cluster, role).map(({ name }, index) => ({ role, index, name })),
  );
}

/** Puts a load balancer in the place of the one that is there, or takes it away when nothing is left to publish. */
async function change(
  { balancer, values, published }: Front,
  removed: readonly Published[],
  { mappings, ports }: Addition,
  context: WorkContext,
): Promise<void> {
  const staying = published.filter((one) => !removed.includes(one));
  const all = [...staying, ...mappings.filter((port) => !staying.some((one) => isSame(one, port)))];
  if (all.length === 0) return context.engine.containers.remove(balancer.id);
  const keys = new Set([API_PORT_KEY, ...all.map(portKey)]);
  const keep = <T>(before: Map<string, T>, added: Map<string, T>): Map<string, T> =>
    new Map([...before, ...added].filter(([key]) => keys.has(key)));
  const open = balancer.labels[LABEL.openPorts];
  await replaceBalancer(
    balancer,
    {
      ports: all,
      values: { ...values, ports: keep(values.ports, ports.proxied) },
      // k3d's own have no such label.
      open: open === undefined ? undefined : keep(parseOpen(open), ports.open),
    },
    context,
  );
}

const isSame = (a: PortMapping, b: PortMapping): boolean => portKey(a) === portKey(b) && a.hostPort === b.hostPort;

const parseOpen = (label: string): OpenPorts =>
  new Map(Object.entries(JSON.parse(label) as Record<string, ('server' | 'agent')[]>));

/** A load balancer for a cluster that has none. It does not publish the API, which the first server does. */
async function addBalancer(
  cluster: Cluster,
  { mappings, ports, ipFamily }: Addition,
  image: string,
  context: WorkContext,
): Promise<void> {
  const { engine, reporter, signal } = context;
  await ensureImage(engine, image, reporter, signal);
  const kept = Object.entries(runningServer(cluster).labels).filter(
    ([key]) => key === LABEL.app || (key.startsWith('k3d.') && !/^k3d\.(server|node|loadbalancer)\./.test(key)),
  );
  const servers = nodesOf(cluster, 'server').map(({ name }) => name);
  const container = loadBalancerContainer({
    name: loadBalancerName(cluster.name),
    image,
    env: familyEnv({ ipFamily }),
    labels: { ...Object.fromEntries(kept), [LABEL.role]: 'loadbalancer' },
    network: cluster.network.name,
    ip: undefined,
    ports: mappings,
    binds: [],
    extraHosts: [],
    open: new Map([[API_PORT_KEY, ['server']], ...ports.open]),
  });
  const values: LoadBalancerValues = {
    ports: new Map([[API_PORT_KEY, servers], ...ports.proxied]),
    settings: settingsWith([]),
  };
  // One of that name may be somebody else's: only what was made here is removed again, by its id.
  const id = await createContainer(engine, container);
  try {
    await bringUp(id, loadBalancerFiles(values), context);
  } catch (error) {
    await engine.containers.remove(id);
    throw error;
  }
  reporter.info(`Load balancer ${container.name} publishes the new ports`);
}
