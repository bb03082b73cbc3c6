import { UserError } from '../common/errors.ts';
import type { ClusterConfig, Filtered } from '../config/types.ts';
import type { Allocated } from './allocated.ts';
import { APP, isReservedLabel, K3D_CONTRACT_VERSION, LABEL } from '../contract/labels.ts';
import { clusterURL, imageVolumeName, loadBalancerName } from '../contract/names.ts';
import { hasEtcd, hasLoadBalancer, isInitServer, type PlannedNode } from './nodes.ts';

/** The labels that make a container a node of a cluster, as k3d has them. @param ip its fixed address, if it has one */
export function containerLabels(
  config: ClusterConfig,
  allocated: Allocated,
  node: PlannedNode,
  ip: string | undefined,
): Record<string, string> {
  const labels: Record<string, string> = {
    [LABEL.app]: APP,
    [LABEL.version]: K3D_CONTRACT_VERSION,
    [LABEL.role]: node.role,
    [LABEL.cluster]: config.name,
    [LABEL.clusterURL]: clusterURL(config.name),
    [LABEL.clusterToken]: allocated.token,
    [LABEL.imageVolume]: config.imageVolume ? imageVolumeName(config.name) : '',
    [LABEL.network]: allocated.network.name,
    [LABEL.networkId]: allocated.network.id,
    [LABEL.networkIPRange]: allocated.network.subnet,
    [LABEL.networkExternal]: String(allocated.network.external),
    [LABEL.serverLoadBalancer]: hasLoadBalancer(config) ? loadBalancerName(config.name) : '',
    [LABEL.creation]: allocated.creation,
  };
  const nodeName = allocated.restored?.get(node.name)?.nodeName ?? node.name;
  if (nodeName !== node.name) labels[LABEL.nodeName] = `${node.name}=${nodeName}`;
  if (config.localImages !== 'off' && node.role !== 'loadbalancer') labels[LABEL.localImages] = config.localImages;
  if (config.hostAliases.length > 0) labels[LABEL.hostAliases] = JSON.stringify(config.hostAliases);
  if (node.role !== 'server') return labels;
  labels[LABEL.apiHost] = allocated.apiHost;
  labels[LABEL.apiHostIP] = config.apiHostIP;
  labels[LABEL.apiPort] = String(allocated.apiPort);
  if (ip !== undefined) labels[LABEL.staticIP] = ip;
  if (hasEtcd(config)) labels[LABEL.serverInit] = String(isInitServer(config, node));
  return labels;
}

/** The user's labels of a container, from `KEY=VALUE` texts. */
export function userLabels(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=');
      return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

/** @throws UserError when a user's label is one that clusters are found by */
export function checkRuntimeLabels(labels: readonly Filtered[]): void {
  for (const { value, where } of labels) {
    const key = value.split('=')[0] as string;
    if (isReservedLabel(key)) {
      throw new UserError(`${where}: label "${key}" is reserved: app, k3d.* and k3s.* are what clusters are found by`);
    }
  }
}
