import type { ClusterConfig } from '../config/types.ts';
import { isExternal } from '../config/datastore.ts';
import { checkNodeLabel, labelWithValue } from '../config/nodeLabels.ts';
import { withProxy } from '../config/proxy.ts';
import {
  addressPool,
  gatewayOf,
  ipamOfSix,
  nodeAddress,
  nodeAddressV6,
  privateSubnet,
  upperHalf,
} from './addresses.ts';
import { checkArgs } from './assumed.ts';
import { checkDatastore, ENDPOINT_VARIABLE } from './datastore.ts';
import { checkRuntimeLabels, containerLabels, userLabels } from './containerLabels.ts';
import { entrypointScript, NODE_ENTRYPOINT } from './entrypoint.ts';
import { caFiles } from './caCertificates.ts';
import { planFiles } from './files.ts';
import type { Allocated, RestoredNode } from './allocated.ts';
import { APP, K3D_CONTRACT_VERSION, LABEL } from '../contract/labels.ts';
import { loadBalancerContainer, loadBalancerFiles, settingsWith } from './loadBalancer.ts';
import { bindTarget } from '../config/volumeSpec.ts';
import { planMounts } from './mounts.ts';
import {
  API_PORT,
  API_PORT_KEY,
  clusterURL,
  HOST_NAME,
  loadBalancerName,
  networkName,
  K3S_DATA_PATH,
} from '../contract/names.ts';
import { checkHostNetwork, isOnHost } from './hostNetwork.ts';
import { checkFamily, familyArgs, familyEnv, hasIPv6, inFamilies } from './ipFamily.ts';
import { fittingArgs } from './k3sFlags.ts';
import { nodeFiles } from './nodeFiles.ts';
import { hasLoadBalancer, isInitServer, type PlannedNode, plannedNodes, spread } from './nodes.ts';
import { type PortPlan, planPorts } from './ports.ts';
import { noProxyNames } from './noProxy.ts';
import type { ContainerSpec, FileSpec, NetworkSpec, PortMapping, VolumeSpec } from '../contract/containers.ts';
import { staleAddressesScript } from './staleAddresses.ts';

/** Where servers write their kubeconfig, in k3d's clusters and ours. */
export const KUBECONFIG_PATH = '/output/kubeconfig.yaml';

/** A container that should exist, with the files that go into it before it starts. */
export interface NodePlan extends PlannedNode {
  container: ContainerSpec;
  files: FileSpec[];
}

export interface ClusterPlan {
  volumes: VolumeSpec[];
  nodes: NodePlan[];
  /** What the user should know of the configuration, though it can be planned. */
  warnings: string[];
}

/**
 * The network that the cluster should have; only used when the configuration names no existing one.
 * @param subnet in CIDR notation; undefined: the engine's choice
 */
export function planNetwork(config: ClusterConfig, creation: string, subnet: string | undefined): NetworkSpec {
  return {
    name: config.network ?? networkName(config.name),
    labels: { [LABEL.app]: APP, [LABEL.creation]: creation },
    ipam: subnet === undefined ? undefined : { subnet, gateway: gatewayOf(subnet), range: upperHalf(subnet) },
    ipamV6: hasIPv6(config) ? ipamOfSix(config.subnetV6 ?? privateSubnet(config.name)) : undefined,
  };
}

/**
 * The containers, volumes and files that make up a cluster. Pure: the same arguments give the same plan.
 * @throws UserError for anything in the configuration that can't be planned, naming where it was written
 */
export function planCluster(config: ClusterConfig, allocated: Allocated): ClusterPlan {
  checkRuntimeLabels(config.runtimeLabels);
  checkHostNetwork(config);
  checkFamily(config);
  checkDatastore(config);
  for (const { value, where } of config.nodeLabels) checkNodeLabel(value, where);
  const nodes = plannedNodes(config, allocated.names);
  const k3sNodes = nodes.filter((node) => node.role !== 'loadbalancer');
  const ports = planPorts(config, nodes);
  const mounts = planMounts(config, nodes, allocated.existingVolumes);
  const parts: NodeParts = {
    servers: nodes.filter(({ role }) => role === 'server').map(({ name }) => name),
    ports,
    mounts: mounts.perNode,
    files: planFiles(
      config,
      k3sNodes,
      allocated,
      addressPool(allocated.network.subnet, allocated.network.fixedAddresses),
      mounts.perNode,
    ),
    env: spread(config.env, nodes, false),
    inside: noProxyNames(config, allocated, nodes),
    args: spread(config.k3sArgs, k3sNodes, false),
    nodeLabels: spread(config.nodeLabels, k3sNodes, false),
    runtimeLabels: spread(config.runtimeLabels, nodes, false),
  };
  for (const { name, role } of k3sNodes) checkArgs(role, parts.args.get(name) ?? [], config.k3sArgs);
  const objectLabels = { [LABEL.app]: APP, [LABEL.version]: K3D_CONTRACT_VERSION, [LABEL.cluster]: config.name };
  return {
    warnings: ports.warnings,
    volumes: mounts.volumes.map((name) => ({
      name,
      labels: { ...objectLabels, [LABEL.creation]: allocated.creation },
    })),
    nodes: nodes.map((node, position) =>
      node.role === 'loadbalancer'
        ? planLoadBalancer(config, allocated, node, position, parts)
        : planK3sNode(config, allocated, node, position, parts),
    ),
  };
}

interface NodeParts {
  /** Names of all servers. */
  servers: string[];
  ports: PortPlan;
  mounts: Map<string, string[]>;
  files: Map<string, FileSpec[]>;
  env: Map<string, string[]>;
  /** What nodes reach without a proxy. */
  inside: string[];
  args: Map<string, string[]>;
  nodeLabels: Map<string, string[]>;
  runtimeLabels: Map<string, string[]>;
}

function planK3sNode(
  config: ClusterConfig,
  allocated: Allocated,
  node: PlannedNode,
  position: number,
  parts: NodeParts,
): NodePlan {
  const isServer = node.role === 'server';
  const { nodeName = node.name, ip = addressOf(allocated, position) }: Partial<RestoredNode> =
    allocated.restored?.get(node.name) ?? {};
  const memory = isServer ? config.serversMemory : config.agentsMemory;
  const binds = parts.mounts.get(node.name) ?? [];
  return {
    ...node,
    container: {
      name: node.name,
      hostname: nodeName,
      image: config.image,
      entrypoint: [NODE_ENTRYPOINT],
      command: nodeCommand(config, allocated, node, parts),
      env: nodeEnv(config, allocated, node, withProxy(parts.env.get(node.name) ?? [], parts.inside)),
      labels: {
        ...userLabels(parts.runtimeLabels.get(node.name) ?? []),
        ...containerLabels(config, allocated, node, ip),
      },
      network: allocated.network.name,
      ip,
      ipV6: addressV6Of(allocated, position),
      ports: publishedPorts(config, allocated, node, parts),
      binds,
      tmpfs: ['/run', '/var/run'],
      // What the image has there is in the snapshot, as far as it was used.
      emptyVolumes: allocated.restored?.has(node.name) ? freePaths([K3S_DATA_PATH], binds) : [],
      extraHosts: extraHosts(config, allocated),
      ulimits: config.ulimits,
      memory,
      hostPid: config.hostPidMode,
      gpus: config.gpus,
      privileged: true,
      init: config.dockerInit,
    },
    files: [
      ...nodeFiles(isServer ? 'server' : 'agent', config.image, config.disabledFixes, memory, binds),
      ...staleAddressFiles(allocated.staleAddresses ?? []),
      ...caFiles(config.caCertificates),
      ...(parts.files.get(node.name) ?? []),
    ],
  };
}

const staleAddressFiles = (addresses: readonly string[]): FileSpec[] =>
  addresses.length === 0 ? [] : [entrypointScript('-addresses', staleAddressesScript(addresses))];

/** Without a load balancer the first server publishes the API itself. */
function publishedPorts(
  config: ClusterConfig,
  allocated: Allocated,
  node: PlannedNode,
  parts: NodeParts,
): PortMapping[] {
  const own = parts.ports.published.get(node.name) ?? [];
  const hasApi = node.role === 'server' && node.index === 0 && !hasLoadBalancer(config) && !isOnHost(config);
  return hasApi ? [...apiMappings(config, allocated), ...own] : [...own];
}

/** Those of the paths at which nothing is mounted. */
const freePaths = (paths: readonly string[], binds: readonly string[]): string[] =>
  paths.filter((path) => !binds.some((bind) => bindTarget(bind) === path));

/** The load balancer publishes the API and passes it on to all servers, beside the ports that the user asked for. */
function planLoadBalancer(
  config: ClusterConfig,
  allocated: Allocated,
  node: PlannedNode,
  position: number,
  parts: NodeParts,
): NodePlan {
  const ip = addressOf(allocated, position);
  return {
    ...node,
    container: loadBalancerContainer({
      name: node.name,
      image: config.loadBalancerImage,
      env: [...(parts.env.get(node.name) ?? []), ...familyEnv(config)],
      labels: {
        ...userLabels(parts.runtimeLabels.get(node.name) ?? []),
        ...containerLabels(config, allocated, node, ip),
      },
      network: allocated.network.name,
      ip,
      ipV6: addressV6Of(allocated, position),
      ports: [...apiMappings(config, allocated), ...(parts.ports.published.get(node.name) ?? [])],
      binds: parts.mounts.get(node.name) ?? [],
      extraHosts: extraHosts(config, allocated),
      init: config.dockerInit,
      open: new Map([[API_PORT_KEY, ['server']], ...parts.ports.open]),
    }),
    files: loadBalancerFiles({
      ports: new Map([[API_PORT_KEY, parts.servers], ...parts.ports.proxied]),
      settings: settingsWith(config.loadBalancerOverrides),
    }),
  };
}

function apiMappings(config: ClusterConfig, allocated: Allocated): PortMapping[] {
  return inFamilies(config, {
    ...{ hostIP: config.apiHostIP, hostPort: allocated.apiPort, containerPort: API_PORT, protocol: 'tcp' },
  });
}

function addressOf({ network }: Allocated, position: number): string | undefined {
  return network.fixedAddresses ? nodeAddress(network.subnet, position) : undefined;
}

function addressV6Of({ network }: Allocated, position: number): string | undefined {
  return network.fixedAddresses ? nodeAddressV6(network.subnetV6 ?? '', position) : undefined;
}

function nodeCommand(config: ClusterConfig, allocated: Allocated, node: PlannedNode, parts: NodeParts): string[] {
  const args = fittingArgs(parts.args.get(node.name) ?? [], config.image);
  const command = [node.role, ...args];
  if (isInitServer(config, node)) command.push('--cluster-init');
  for (const label of parts.nodeLabels.get(node.name) ?? []) command.push('--node-label', labelWithValue(label));
  if (node.role === 'server') {
    command.push(...familyArgs(config, args));
    const addresses = apiMappings(config, allocated).map(({ hostIP }) => hostIP);
    for (const name of new Set([allocated.apiHost, ...addresses])) command.push('--tls-san', name);
    command.push('--tls-san', loadBalancerName(config.name));
    // A node that is called otherwise in Kubernetes is still reached by its container's name.
    if ((allocated.restored?.get(node.name)?.nodeName ?? node.name) !== node.name) command.push('--tls-san', node.name);
  }
  return command;
}

function nodeEnv(config: ClusterConfig, allocated: Allocated, node: PlannedNode, user: string[]): string[] {
  const env = [...user, ...familyEnv(config), `K3S_TOKEN=${allocated.token}`];
  const joins = node.role === 'agent' || (node.index > 0 && !isExternal(config.datastore));
  if (joins) env.push(`K3S_URL=${clusterURL(config.name)}`);
  // Servers that share a database find each other there.
  if (node.role === 'server' && allocated.datastoreEndpoint !== undefined)
    env.push(`${ENDPOINT_VARIABLE}=${allocated.datastoreEndpoint}`);
  if (node.role === 'server') env.push(`K3S_KUBECONFIG_OUTPUT=${KUBECONFIG_PATH}`);
  return env;
}

/** Entries of /etc/hosts that Docker keeps over restarts: the host itself, and the user's aliases. */
function extraHosts(config: ClusterConfig, allocated: Allocated): string[] {
  const aliases = config.hostAliases.flatMap((alias) => alias.hostnames.map((name) => `${name}:${alias.ip}`));
  return allocated.network.gateway === '' ? aliases : [`${HOST_NAME}:${allocated.network.gateway}`, ...aliases];
}
