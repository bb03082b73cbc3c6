import { UserError } from '../../common/errors.ts';
import type { Engine } from '../../docker/engine.ts';
import { KubeClient, type KubeCredentials } from '../../kubernetes/client.ts';
import { readCredentials } from './credentials.ts';
import { accessURL } from './kubeconfig.ts';
import { type Cluster, type ClusterNode, nodesOf } from './model.ts';

/** A server that is spoken with may be the one that is leaving: then another answers. */
const RETRIES = 20;

/** A server of the cluster that runs. @throws UserError when there is none */
export function runningServer(cluster: Cluster): ClusterNode {
  const server = nodesOf(cluster, 'server').find(({ state }) => state === 'running');
  if (server !== undefined) return server;
  throw new UserError(`cluster "${cluster.name}" does not run: start it with "k3d cluster start ${cluster.name}"`);
}

/**
 * Runs `work` with a client for the API of a cluster that exists, as its administrator.
 * @throws UserError when the cluster does not run; what `work` throws
 */
export async function withKube<T>(
  engine: Engine,
  cluster: Cluster,
  work: (kube: KubeClient, credentials: KubeCredentials) => Promise<T>,
): Promise<T> {
  const server = runningServer(cluster);
  const url = accessURL(cluster.api ?? { host: '', hostIP: '', port: 0 }, engine);
  const credentials = await readCredentials(engine, server.id, url);
  if (credentials === undefined)
    throw new UserError(`cluster "${cluster.name}" has no certificates: it has not come up`);
  const kube = new KubeClient(credentials, RETRIES);
  try {
    return await work(kube, credentials);
  } finally {
    kube.close();
  }
}
