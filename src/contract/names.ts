import { UserError } from '../common/errors.ts';

/** Prefix of all names. */
const PREFIX = 'k3d';

/** Longest cluster name: node names become hostnames, which hold 63 characters (k3d: pkg/types). */
export const MAX_CLUSTER_NAME = 32;

/** @throws UserError when `name` can't be a cluster's name: a host name of at most 32 characters, as k3d has it */
export function checkClusterName(name: string, where: string): void {
  if (name.length > MAX_CLUSTER_NAME) {
    throw new UserError(
      `${where}: cluster name "${name}" has ${name.length} characters; at most ${MAX_CLUSTER_NAME} are possible`,
    );
  }
  if (!/^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*$/.test(name)) {
    throw new UserError(
      `${where}: "${name}" can't be a cluster's name: use letters, digits, "-" and ".", with a letter or digit at both ends`,
    );
  }
}

/** Address on which ports are published unless the user names one: CI machines have no reason to listen to the net. */
export const LOOPBACK = '127.0.0.1';
export const LOOPBACK_V6 = '::1';
/** An address that means all of a machine's, or of a container's. */
export const ANY_ADDRESS = '0.0.0.0';
/** The address by which this machine reaches what is published on an address. */
export const reachableAddress = (hostIP: string): string =>
  ['', ANY_ADDRESS, '::'].includes(hostIP) ? LOOPBACK : hostIP;

/** Whether a name can be a container's, which also is a host name on its network. */
export const isContainerName = (name: string): boolean =>
  name.length <= 63 && /^[a-zA-Z0-9][a-zA-Z0-9_.-]*[a-zA-Z0-9]$/.test(name);

/** @returns `name` @throws UserError when it can't be a container's name */
export function checkContainerName(name: string, where: string): string {
  if (!isContainerName(name)) {
    throw new UserError(
      `${where}: "${name}" can't be the name of a container: use at most 63 letters, digits, "-", "_" and "."`,
    );
  }
  return name;
}

export const networkName = (cluster: string): string => `${PREFIX}-${cluster}`;
export const imageVolumeName = (cluster: string): string => `${PREFIX}-${cluster}-images`;
export const serverName = (cluster: string, index: number): string => `${PREFIX}-${cluster}-server-${index}`;
export const agentName = (cluster: string, index: number): string => `${PREFIX}-${cluster}-agent-${index}`;
export const loadBalancerName = (cluster: string): string => `${PREFIX}-${cluster}-serverlb`;
/** A registry that is made with a cluster and has no name of its own. */
export const clusterRegistryName = (cluster: string): string => `${PREFIX}-${cluster}-registry`;
/** A registry that is made alone. */
export const registryName = (name: string): string => `${PREFIX}-${name}`;
/** A container that holds the engine of clusters. */
export const dindName = (cluster: string): string => `${PREFIX}-${cluster}-dind`;
/** Container of a cluster's own database. */
export const datastoreName = (cluster: string): string => `${PREFIX}-${cluster}-datastore`;
/** Docker's names of networks: the one that containers are on unless they ask for another, and the machine's own. */
export const DEFAULT_NETWORK = 'bridge';
export const HOST_NETWORK = 'host';
/** Where k3s keeps all that a node is. */
export const K3S_DATA_PATH = '/var/lib/rancher/k3s';
/** Where a server lays out what it is about to apply, and takes what others want applied (k3s: pkg/deploy). */
export const MANIFESTS_PATH = `${K3S_DATA_PATH}/server/manifests`;
/** How addresses of pods begin, and the network that they are of, unless it is chosen (docs.k3s.io/cli/server). */
export const POD_PREFIX = '10.42';
export const POD_NETWORK = `${POD_PREFIX}.0.0/16`;
/** What k3s takes for services unless it is told otherwise (docs.k3s.io/cli/server). */
export const SERVICE_NETWORK = '10.43.0.0/16';
/** Port of API and supervisor inside a server. */
export const API_PORT = 6443;
/** A port as a load balancer's file has it: `80.tcp`. */
export const portKey = ({ containerPort, protocol }: { containerPort: number; protocol: string }): string =>
  `${containerPort}.${protocol}`;
/** The API's port as a load balancer's file has it. */
export const API_PORT_KEY = portKey({ containerPort: API_PORT, protocol: 'tcp' });
/** Where a server is reached inside the cluster's network. */
export const serverURL = (server: string): string => `https://${server}:${API_PORT}`;
/** Where the first server is reached inside the cluster's network. */
export const clusterURL = (cluster: string): string => serverURL(serverName(cluster, 0));
/** Name of a node that is added to a cluster later. */
export const addedNodeName = (name: string, index: number): string => `${PREFIX}-${name}-${index}`;
/** Kubeconfig names of cluster and context. */
export const contextName = (cluster: string): string => `${PREFIX}-${cluster}`;
export const userName = (cluster: string): string => `admin@${PREFIX}-${cluster}`;
/** Whether a volume that does not exist yet is made as one of the cluster's, and goes with it; any other is the user's. */
export const isClusterVolume = (name: string): boolean => name.startsWith(`${PREFIX}-`);

/** The host's name inside the cluster, as k3d has it. */
export const HOST_NAME = 'host.k3d.internal';

const ASIDE = /\.aside-[0-9a-f]{8}$/;

/** What a node's container is called while another one is tried in its place. @param id eight hexadecimal digits */
export const asideName = (name: string, id: string): string => `${name}.aside-${id}`;

/** Whether a container has stepped aside, and is no node meanwhile: it has the volumes of the one in its place. */
export const isAside = (name: string): boolean => ASIDE.test(name);

/** What it was called before. */
export const nameBeforeAside = (name: string): string => name.replace(ASIDE, '');
