import { UserError } from '../common/errors.ts';

/** Prefix of all names. */
const PREFIX = 'k3d';

/** Longest cluster name: node names become hostnames, which hold 63 characters (k3d: pkg/types). */
export const MAX_CLUSTER_NAME = 32;

/** @throws UserError when `name` can't be a cluster's name: RFC 1123, at most 32 characters */
export function checkClusterName(name: string, where: string): void {
  if (name.length > MAX_CLUSTER_NAME) {
    throw new UserError(
      `${where}: cluster name "${name}" has ${name.length} characters; at most ${MAX_CLUSTER_NAME} are possible`,
    );
  }
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name)) {
    throw new UserError(
      `${where}: "${name}" can't be a cluster's name: use lower-case letters, digits and "-", with a letter or digit at both ends`,
    );
  }
}

export const networkName = (cluster: string): string => `${PREFIX}-${cluster}`;
export const imageVolumeName = (cluster: string): string => `${PREFIX}-${cluster}-images`;
export const serverName = (cluster: string, index: number): string => `${PREFIX}-${cluster}-server-${index}`;
export const agentName = (cluster: string, index: number): string => `${PREFIX}-${cluster}-agent-${index}`;
export const loadBalancerName = (cluster: string): string => `${PREFIX}-${cluster}-serverlb`;
/** Port of API and supervisor inside a server. */
export const API_PORT = 6443;
/** Address of the first server inside the cluster's network. */
export const clusterURL = (cluster: string): string => `https://${serverName(cluster, 0)}:${API_PORT}`;
/** Name of a node that is added to a cluster later. */
export const addedNodeName = (name: string, index: number): string => `${PREFIX}-${name}-${index}`;
/** Kubeconfig names of cluster and context. */
export const contextName = (cluster: string): string => `${PREFIX}-${cluster}`;
export const userName = (cluster: string): string => `admin@${PREFIX}-${cluster}`;
/** A user's named volume that did not exist before gets the prefix too. */
export const prefixedVolumeName = (name: string): string =>
  name.startsWith(`${PREFIX}-`) ? name : `${PREFIX}-${name}`;
