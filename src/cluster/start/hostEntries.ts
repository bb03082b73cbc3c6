import type { Engine } from '../../docker/engine.ts';
import { HOST_NAME } from '../../contract/names.ts';
import { kubernetesName, LABEL } from '../../contract/labels.ts';
import { addHostEntries } from '../../kubernetes/hosts.ts';
import { familyOf, findCluster, isK3sNode, withKube } from '../find/index.ts';
import type { WorkContext } from '../context.ts';

/**
 * Names that pods should be able to look up besides Kubernetes' own: the host, the user's aliases, and what else is on
 * the cluster's network. Nodes are left out, k3s names them itself.
 * @returns addresses by name
 */
export async function hostEntries(engine: Engine, clusterName: string): Promise<Map<string, string>> {
  const entries = new Map<string, string>();
  const cluster = await findCluster(engine, clusterName);
  const network = cluster && (await engine.networks.inspect(cluster.network.name));
  if (cluster === undefined || network === undefined) return entries;
  const nodes = new Set(cluster.nodes.filter(isK3sNode).map(kubernetesName));
  // Pods without IPv4 reach nothing by it.
  const isSix = network.subnetV6 !== '' && (await familyOf(engine, cluster)) === 'ipv6';
  for (const { name, ip, ipV6 } of network.containers) {
    const address = isSix ? ipV6 : ip;
    if (address !== '' && !nodes.has(name)) entries.set(name, address);
  }
  const gateway = isSix ? network.gatewayV6 : network.gateway;
  if (gateway !== '') entries.set(HOST_NAME, gateway);
  const aliases = cluster.nodes.map(({ labels }) => labels[LABEL.hostAliases]).find(Boolean);
  for (const { ip, hostnames } of JSON.parse(aliases ?? '[]') as { ip: string; hostnames: string[] }[]) {
    for (const name of hostnames) entries.set(name, ip);
  }
  return entries;
}

/** Brings the names of a cluster that runs up to date. CoreDNS looks at them once a minute or so. */
export async function refreshHostEntries(clusterName: string, context: WorkContext): Promise<void> {
  const { engine } = context;
  const cluster = await findCluster(engine, clusterName);
  if (cluster === undefined) return;
  const entries = await hostEntries(engine, clusterName);
  await withKube(engine, cluster, (kube) =>
    addHostEntries(
      { ...context, kube, startedAt: undefined, blocker: () => undefined, done: () => undefined },
      entries,
    ),
  );
}
