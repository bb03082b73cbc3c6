import { isIP } from 'node:net';
import { UserError } from '../../common/errors.ts';
import { LABEL } from '../../contract/labels.ts';
import type { Engine } from '../../docker/engine.ts';
import { type Kubeconfig, kubeconfigFor } from '../../kubernetes/kubeconfig.ts';
import { reachableAddress, serverURL } from '../../contract/names.ts';
import { readCredentials } from './credentials.ts';
import { findCluster, nodesOf } from './model.ts';
import { unknownCluster } from './needCluster.ts';

/** URL under which a cluster's API is reached from here. An address that means "all" is reached by the loopback. */
export function apiURL(host: string, port: number): string {
  const reachable = reachableAddress(host);
  return `https://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/**
 * URL under which this process reaches a cluster's API. A name that the kubeconfig has may be known to other machines
 * alone: on this one the address is enough, and the certificate has it too.
 */
export function accessURL(
  { host, hostIP, port }: { host: string; hostIP: string; port: number },
  engine: Engine,
): string {
  const isName = host !== '' && isIP(host) === 0;
  return apiURL(isName && engine.endpoint.host === undefined ? hostIP : host, port);
}

/**
 * The kubeconfig of a cluster that exists, ours or k3d's.
 * @param internal with the address that containers on the cluster's network reach it under
 * @throws UserError when there is no such cluster, or its servers have never run
 */
export async function clusterKubeconfig(engine: Engine, name: string, internal: boolean): Promise<Kubeconfig> {
  const cluster = await findCluster(engine, name);
  if (cluster === undefined) throw await unknownCluster(engine, name);
  const [server] = nodesOf(cluster, 'server');
  if (server === undefined || cluster.api === undefined) {
    throw new UserError(`cluster "${name}" has no server: delete it and create it anew`);
  }
  // One that came later, for ports alone, is not among the names that the servers' certificates are for.
  const [inFront = server] = nodesOf(cluster, 'loadbalancer').filter(
    ({ name: balancer }) => balancer === server.labels[LABEL.serverLoadBalancer],
  );
  const url = internal ? serverURL(inFront.name) : apiURL(cluster.api.host, cluster.api.port);
  const credentials = await readCredentials(engine, server.id, url);
  if (credentials === undefined) {
    throw new UserError(
      `cluster "${name}" has no certificates yet: its server ${server.name} has not come up (${server.state})`,
    );
  }
  return kubeconfigFor(name, credentials);
}
