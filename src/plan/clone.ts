import { labelWithValue } from '../config/nodeLabels.ts';
import { bindTarget } from '../config/volumeSpec.ts';
import { ENDPOINT_VARIABLE } from './datastore.ts';
import { NODE_ENTRYPOINT } from './entrypoint.ts';
import { APP, K3D_CONTRACT_VERSION, LABEL } from '../contract/labels.ts';
import { type ContainerSpec, plainContainer, type Ulimit } from '../contract/containers.ts';

/** What is read of the node that is copied. */
export interface ModelNode {
  image: string;
  command: readonly string[];
  env: readonly string[];
  labels: Readonly<Record<string, string>>;
  binds: string[];
  extraHosts: string[];
  ulimits: Ulimit[];
  /** Bytes; 0: no limit. */
  memory: number;
  hostPid: boolean;
  /** As Docker's `--gpus` has them; undefined: none. */
  gpus: string | undefined;
}

/** What a new node has of its own; the rest it has from a node of its cluster. */
export interface AddedNode {
  name: string;
  role: 'server' | 'agent';
  /** URL of the server that it joins through. */
  url: string;
  image: string | undefined;
  /** Token to join with, if it is not the model's. */
  token: string | undefined;
  /** Bytes. */
  memory: number | undefined;
  ulimits: readonly Ulimit[];
  k3sArgs: readonly string[];
  nodeLabels: readonly string[];
  runtimeLabels: Readonly<Record<string, string>>;
}

/** Labels that belong to the one server that is copied. */
const OWN_LABELS: readonly string[] = [LABEL.serverInit, LABEL.staticIP, LABEL.nodeName];
/** Where k3d mounts what shows a node its own memory limit. */
const OWN_MOUNTS: readonly string[] = ['/proc/meminfo', '/sys/devices/system/edac'];
/** Whether a bind is of that kind: it is one node's, and made anew for another. */
export const showsMemory = (bind: string): boolean => OWN_MOUNTS.includes(bindTarget(bind));
/** Variables that a node has of its own. */
const OWN_VARIABLES = /^K3S_(URL|KUBECONFIG_OUTPUT|TOKEN)=/;
/** What a server knows and an agent has no use for: the password of its database. */
const isEndpoint = (entry: string): boolean => entry.startsWith(`${ENDPOINT_VARIABLE}=`);

/**
 * The container of a node that joins an existing cluster: a copy of one of its nodes, as in k3d, without published
 * ports and without what began the cluster. Only labels that begin with `k3d` are copied.
 * @param model a node of the same role, or for a cluster's first agent a server
 * @param kubeconfigPath where a server writes its kubeconfig
 */
export function planAddedNode(model: ModelNode, node: AddedNode, kubeconfigPath: string): ContainerSpec {
  const sameRole = model.labels[LABEL.role] === node.role;
  const isServer = node.role === 'server';
  const copied = Object.entries(model.labels).filter(
    ([key]) => key.startsWith('k3d') && !OWN_LABELS.includes(key) && (isServer || !key.startsWith('k3d.server.')),
  );
  const token = node.token ?? model.labels[LABEL.clusterToken] ?? '';
  return {
    ...emptyNode(node),
    image: node.image ?? model.image,
    command: [...(sameRole ? commandOf(model) : [node.role]), ...ownArgs(node)],
    env: envOf(model, node, token, kubeconfigPath),
    labels: {
      ...node.runtimeLabels,
      ...Object.fromEntries(copied),
      [LABEL.app]: APP,
      [LABEL.version]: K3D_CONTRACT_VERSION,
      [LABEL.role]: node.role,
      [LABEL.serverLoadBalancer]: model.labels[LABEL.serverLoadBalancer] ?? '',
      [LABEL.clusterToken]: token,
      // It joins what another one has begun.
      ...(isServer && LABEL.serverInit in model.labels ? { [LABEL.serverInit]: 'false' } : {}),
    },
    network: model.labels[LABEL.network] ?? '',
    // k3d shows a node its memory limit by files of that one node's; a new node gets its own.
    binds: model.binds.filter((bind) => !showsMemory(bind)),
    extraHosts: model.extraHosts,
    ulimits: node.ulimits.length > 0 ? [...node.ulimits] : model.ulimits,
    memory: node.memory ?? (sameRole && model.memory > 0 ? model.memory : undefined),
    hostPid: model.hostPid,
    gpus: model.gpus,
  };
}

function envOf(model: ModelNode, node: AddedNode, token: string, kubeconfigPath: string): string[] {
  const isServer = node.role === 'server';
  return [
    ...model.env.filter((entry) => !OWN_VARIABLES.test(entry) && (isServer || !isEndpoint(entry))),
    `K3S_TOKEN=${token}`,
    ...(isServer && hasEndpoint(model.env) ? [] : [`K3S_URL=${node.url}`]),
    ...(isServer ? [`K3S_KUBECONFIG_OUTPUT=${kubeconfigPath}`] : []),
  ];
}

/** Whether a server's state is in a database: others join by that alone. */
export const hasEndpoint = (env: readonly string[]): boolean => env.some(isEndpoint);

/** The container of an agent that joins a cluster which is somewhere else. */
export function planRemoteAgent(node: AddedNode & { image: string; token: string }, network: string): ContainerSpec {
  return {
    ...emptyNode(node),
    image: node.image,
    command: ['agent', ...ownArgs(node)],
    env: [`K3S_TOKEN=${node.token}`, `K3S_URL=${node.url}`],
    labels: {
      ...node.runtimeLabels,
      [LABEL.app]: APP,
      [LABEL.version]: K3D_CONTRACT_VERSION,
      [LABEL.role]: node.role,
      [LABEL.cluster]: '',
      [LABEL.clusterURL]: node.url,
    },
    network,
    ulimits: [...node.ulimits],
    memory: node.memory,
  };
}

/** What all nodes of k3s have in common. */
const emptyNode = ({ name }: AddedNode): ContainerSpec =>
  plainContainer({ name, image: '', entrypoint: [NODE_ENTRYPOINT], tmpfs: ['/run', '/var/run'], privileged: true });

const ownArgs = (node: AddedNode): string[] => [
  ...node.k3sArgs,
  ...node.nodeLabels.flatMap((label) => ['--node-label', labelWithValue(label)]),
];

/** Only one server begins a cluster; the rest is copied, labels among it, as k3d does. */
const commandOf = ({ command }: ModelNode): string[] => command.filter((word) => word !== '--cluster-init');
