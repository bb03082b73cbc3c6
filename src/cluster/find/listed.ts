import type { ContainerDetails, Engine } from '../../docker/engine.ts';
import { parseValues, VALUES_PATH } from '../../plan/loadBalancer.ts';
import { readFiles } from '../../docker/readFiles.ts';
import { LABEL } from '../../contract/labels.ts';
import { type Cluster, type ClusterNode, nodesOf } from './model.ts';

/*
 * What `list -o json|yaml` says, in the words and the order of k3d (pkg/types/types.go), which scripts read.
 */

/** Leaves out what Go's `omitempty` does. */
const some = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => {
      if (Array.isArray(value)) return value.length > 0;
      if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
      return value !== '' && value !== false && value !== undefined;
    }),
  );

/** A node, as k3d reads it off its container. */
export function nodeValue(node: ClusterNode, details: ContainerDetails): Record<string, unknown> {
  const { labels } = details;
  const network = labels[LABEL.network] ?? '';
  const own = Object.keys(details.addresses).filter((name) => name.startsWith(`k3d-${node.cluster}`));
  const others = Object.keys(details.addresses).filter((name) => !own.includes(name));
  const address = details.addresses[network] ?? '';
  const isInit = labels[LABEL.serverInit] === 'true' && details.command.includes('--cluster-init');
  return {
    ...some({ name: node.name, role: node.role, image: details.image, volumes: details.binds, env: details.env }),
    Cmd: details.command,
    ...some({
      portMappings: details.portMappings,
      restart: /^(always|unless-stopped)$/.test(details.restartPolicy),
      created: details.created,
      runtimeLabels: Object.fromEntries(Object.entries(labels).filter(([key]) => key.startsWith('k3d'))),
    }),
    Networks: [...own, ...others],
    ExtraHosts: null,
    serverOpts: {
      ...some({ isInitializingServer: isInit }),
      kubeAPI: {
        Port: '',
        Binding: { HostIp: labels[LABEL.apiHostIP] ?? '', HostPort: labels[LABEL.apiPort] ?? '' },
        ...some({ host: labels[LABEL.apiHost] ?? '' }),
      },
    },
    agentOpts: {},
    GPURequest: '',
    Memory: details.memory === 0 ? '' : humanSize(details.memory),
    State: { Running: details.running, Status: details.state, Started: new Date(details.startedAt).toISOString() },
    IP: { IP: address, Static: address !== '' && Boolean(labels[LABEL.staticIP]) },
    K3dEntrypoint: false,
  };
}

/** An amount of bytes as Docker writes it: thousands, four digits (docker/go-units). */
function humanSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${Number(value.toPrecision(4))}${units[unit]}`;
}

/** Nodes, in their order; one that has gone meanwhile is left out. */
export async function nodeValues(engine: Engine, nodes: readonly ClusterNode[]): Promise<Record<string, unknown>[]> {
  const all = await Promise.all(nodes.map((node) => engine.containers.inspect(node.id)));
  return nodes.flatMap((node, index) => {
    const details = all[index];
    return details === undefined ? [] : [nodeValue(node, details)];
  });
}

/** What `cluster list` says of a cluster. */
export interface ListedCluster {
  /** Whether the token is shown. */
  token: boolean;
  /** Whether it was asked for by its name: then k3d looks more closely. */
  named: boolean;
}

/** A cluster, as k3d's list has it. */
export async function clusterValue(
  engine: Engine,
  cluster: Cluster,
  { token, named }: ListedCluster,
): Promise<Record<string, unknown>> {
  const nodes = await nodeValues(engine, cluster.nodes);
  const count = (role: 'server' | 'agent'): number => nodesOf(cluster, role).length;
  const up = (role: 'server' | 'agent'): number =>
    nodesOf(cluster, role).filter(({ state }) => state === 'running').length;
  const [balancer] = nodesOf(cluster, 'loadbalancer');
  const label = (key: string): string => cluster.nodes.map(({ labels }) => labels[key]).find(Boolean) ?? '';
  return {
    name: cluster.name,
    network: {
      ...some({ name: cluster.network.name }),
      id: '',
      ...some({ isExternal: cluster.network.external }),
      ipam: { ipPrefix: '', Managed: false },
      Members: null,
    },
    ...some({ clusterToken: token ? cluster.token : '' }),
    nodes,
    InitNode: null,
    ...(named && balancer !== undefined
      ? {
          serverLoadBalancer: {
            ...nodes.find(({ name }) => name === balancer.name),
            config: await configOf(engine, balancer),
          },
        }
      : {}),
    ...some({ imageVolume: label(LABEL.imageVolume), volumes: named ? await volumesOf(engine, cluster) : [] }),
    serversRunning: up('server'),
    serversCount: count('server'),
    agentsRunning: up('agent'),
    agentsCount: count('agent'),
    ...some({ hasLoadbalancer: balancer !== undefined }),
  };
}

async function volumesOf(engine: Engine, cluster: Cluster): Promise<string[]> {
  return (await engine.volumes.list([`${LABEL.cluster}=${cluster.name}`])).map(({ name }) => name);
}

/** What a load balancer passes on, as its file says it. */
export async function configOf(engine: Engine, balancer: ClusterNode): Promise<Record<string, unknown>> {
  const text = (await readFiles(engine, balancer.id, VALUES_PATH))?.get('values.yaml') ?? '';
  const { ports, settings } = parseValues(text);
  const isGiven = text.includes('defaultProxyTimeout');
  return {
    ports: Object.fromEntries(ports),
    settings: {
      workerConnections: settings.workerConnections,
      ...(isGiven ? { defaultProxyTimeout: settings.defaultProxyTimeout } : {}),
    },
  };
}
