import { UserError } from '../../common/errors.ts';
import { poll } from '../../common/poll.ts';
import { DEFAULTS } from '../../config/defaults.ts';
import { parsePortSpec } from '../../config/portSpec.ts';
import type { Filtered } from '../../config/types.ts';
import type { Engine } from '../../docker/engine.ts';
import { LABEL } from '../../contract/labels.ts';
import { loadBalancerContainer, loadBalancerFiles, settingsWith } from '../../plan/loadBalancer.ts';
import { API_PORT_KEY, extraLoadBalancerName, LOOPBACK, portKey } from '../../contract/names.ts';
import type { PlannedNode } from '../../plan/nodes.ts';
import { type PortPlan, planPorts } from '../../plan/ports.ts';
import { type Cluster, type ClusterNode, nodesOf, runningServer } from '../find/index.ts';
import { balancersOf, changeValues, isExtra, readValues } from './balancers.ts';
import type { WorkContext } from '../context.ts';
import { checkPortsFree, createContainer, startNode } from '../containers/index.ts';
import { ensureImage } from '../images/index.ts';
import type { PortMapping } from '../../contract/containers.ts';

/** Changes to the ports of a cluster, as the flags write them. */
export interface PortChanges {
  add: readonly Filtered[];
  remove: readonly Filtered[];
  /** Image for a load balancer, where the cluster has none yet. */
  image: string;
}

/**
 * Publishes more ports of a cluster, or takes some back. An engine can't publish more ports of a container that runs,
 * and one that is replaced drops its connections, so new ports get a load balancer of their own beside the main one.
 * @throws UserError for ports that are malformed, taken, or not published
 */
export async function editPorts(cluster: Cluster, changes: PortChanges, context: WorkContext): Promise<void> {
  const { engine } = context;
  const removals = await planRemovals(engine, cluster, changes.remove);
  const add = await notThereYet(engine, cluster, changes.add);
  const addition = add.length === 0 ? undefined : planAddition(cluster, add);
  if (addition !== undefined) {
    const wanted = addition.mappings.flatMap(({ hostIP, hostPort, protocol }) =>
      hostPort ? [{ hostIP, port: hostPort, protocol }] : [],
    );
    await checkPortsFree(
      engine,
      wanted.filter((port) => !isBeingClosed(port.port, port.protocol, removals)),
    );
  }
  await removePorts(cluster, removals, context);
  if (addition !== undefined) await addBalancer(cluster, addition, changes.image, context);
}

/** A published port, and the load balancer that has it. */
interface Published {
  balancer: ClusterNode;
  /** `80.tcp` */
  key: string;
  hostPort: number;
  protocol: string;
}

/** Mappings that are not published yet: what is there already needs nothing, as with k3d. */
async function notThereYet(engine: Engine, cluster: Cluster, add: readonly Filtered[]): Promise<Filtered[]> {
  const published = await publishedPorts(engine, cluster);
  return add.filter(({ value, where }) =>
    parsePortSpec(value, LOOPBACK, where).some(
      (mapping) => !published.some((one) => one.key === portKey(mapping) && one.hostPort === mapping.hostPort),
    ),
  );
}

const isBeingClosed = (port: number, protocol: string, removals: readonly Published[]): boolean =>
  removals.some((one) => one.hostPort === port && one.protocol === protocol && isExtra(one.balancer));

/** Ports that load balancers have published and pass on. */
export async function publishedPorts(engine: Engine, cluster: Cluster): Promise<Published[]> {
  const lists = await Promise.all(
    balancersOf(cluster).map(async (balancer) => {
      const values = await readValues(engine, balancer);
      return balancer.ports.flatMap((port) => {
        const { hostPort, protocol } = port;
        const key = portKey(port);
        return values?.ports.has(key) ? [{ balancer, key, hostPort, protocol }] : [];
      });
    }),
  );
  return lists.flat();
}

async function planRemovals(engine: Engine, cluster: Cluster, remove: readonly Filtered[]): Promise<Published[]> {
  const published = await publishedPorts(engine, cluster);
  const wanted = remove.flatMap(({ value, where }) =>
    parsePortSpec(value, LOOPBACK, where).map((mapping) => ({ ...mapping, value, where })),
  );
  const removals = wanted.map(({ hostPort, containerPort, protocol, value, where }) => {
    const key = portKey({ containerPort, protocol });
    if (key === API_PORT_KEY) throw new UserError(`${where}: the port of the Kubernetes API can't be closed`);
    const found = published.find((one) => one.key === key && (hostPort === undefined || one.hostPort === hostPort));
    if (found !== undefined) return found;
    const open = published.map((one) => `${one.hostPort}:${one.key.replace('.', '/')}`);
    throw new UserError(
      `${where}: port "${value}" is not published by a load balancer of cluster "${cluster.name}"; published are ${open.join(', ') || 'none'}`,
    );
  });
  for (const { balancer, key, hostPort } of removals) {
    const twin = published.find(
      (one) => one.balancer.id === balancer.id && one.key === key && one.hostPort !== hostPort,
    );
    if (twin !== undefined && !removals.includes(twin)) {
      throw new UserError(
        `port ${hostPort} can't be closed alone: ${twin.hostPort} leads to the same port ${key.replace('.', '/')} of ${balancer.name}; close both`,
      );
    }
  }
  return removals;
}

async function removePorts(cluster: Cluster, removals: readonly Published[], context: WorkContext): Promise<void> {
  const { engine, reporter } = context;
  if (removals.length === 0) return;
  await changeValues(engine, cluster, ({ ports }, balancer) => {
    for (const removal of removals) if (removal.balancer.id === balancer.id) ports.delete(removal.key);
  });
  for (const balancer of new Set(removals.map((removal) => removal.balancer))) {
    const values = await readValues(engine, balancer);
    if (isExtra(balancer) && values?.ports.size === 0) await engine.containers.remove(balancer.id);
    else {
      reporter.info(
        `Nothing is passed on any more; the engine gives the host ports free when cluster ${cluster.name} is next started`,
      );
    }
  }
}

/** What nginx says when it serves; k3d waits for the same. */
const READY_LINE = 'start worker processes';
const LOG_LINES = 100;
const LOOK_EVERY_MS = 100;
const UP_WITHIN_MS = 20_000;

interface Addition {
  name: string;
  mappings: PortMapping[];
  ports: PortPlan;
}

function planAddition(cluster: Cluster, add: readonly Filtered[]): Addition {
  const taken = new Set(cluster.nodes.map(({ name }) => name));
  let index = 1;
  while (taken.has(extraLoadBalancerName(cluster.name, index))) index++;
  const name = extraLoadBalancerName(cluster.name, index);
  const nodes: PlannedNode[] = [...plannedLike(cluster), { role: 'loadbalancer', index: 0, name }];
  const ports = planPorts({ ...DEFAULTS, loadBalancer: 'on', ports: [...add] }, nodes);
  const direct = [...ports.published.keys()].find((node) => node !== name);
  if (direct !== undefined) {
    throw new UserError(
      `${add[0]?.where}: node ${direct} runs, and a container that runs can't publish more ports: leave "direct" out, then a load balancer passes them on`,
    );
  }
  return { name, mappings: ports.published.get(name) ?? [], ports };
}

/** The nodes of a cluster that exists, as filters see them. */
function plannedLike(cluster: Cluster): PlannedNode[] {
  return (['server', 'agent'] as const).flatMap((role) =>
    nodesOf(cluster, role).map(({ name }, index) => ({ role, index, name })),
  );
}

async function addBalancer(
  cluster: Cluster,
  { name, mappings, ports }: Addition,
  image: string,
  { engine, reporter, signal }: WorkContext,
): Promise<void> {
  const [main] = nodesOf(cluster, 'loadbalancer');
  const labels = (main ?? runningServer(cluster)).labels;
  // k3d's own image sets itself up in other ways; ours is stock nginx.
  const ownImage = main !== undefined && LABEL.creation in main.labels ? main.image : image;
  await ensureImage(engine, ownImage, reporter, signal);
  const kept = Object.entries(labels).filter(
    ([key]) => key === LABEL.app || (key.startsWith('k3d.') && !/^k3d\.(server|node|loadbalancer)\./.test(key)),
  );
  const container = loadBalancerContainer({
    name,
    image: ownImage,
    env: [],
    labels: { ...Object.fromEntries(kept), [LABEL.role]: 'noRole', [LABEL.extraLoadBalancer]: 'true' },
    network: cluster.network.name,
    ip: undefined,
    ports: mappings,
    binds: [],
    extraHosts: [],
    open: ports.open,
  });
  // One of that name may be somebody else's: only what was made here is removed again, by its id.
  const id = await createContainer(engine, container);
  try {
    await engine.containers.putFiles(name, loadBalancerFiles({ ports: ports.proxied, settings: settingsWith([]) }));
    await startNode(engine, name);
    // The engine takes connections before anybody is there to answer them.
    const isUp = async () => ((await engine.containers.logs(name, LOG_LINES)).includes(READY_LINE) ? true : undefined);
    await poll(isUp, LOOK_EVERY_MS, AbortSignal.any([signal, AbortSignal.timeout(UP_WITHIN_MS)]));
  } catch (error) {
    await engine.containers.remove(id);
    throw error;
  }
  reporter.info(`Load balancer ${name} publishes the new ports`);
}
