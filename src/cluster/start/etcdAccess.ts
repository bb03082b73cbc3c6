import type { Engine } from '../../docker/engine.ts';
import { EtcdClient, type EtcdCredentials } from '../../etcd/client.ts';
import { LABEL } from '../../contract/labels.ts';
import { K3S_DATA_PATH } from '../../contract/names.ts';
import { readFiles } from '../../docker/readFiles.ts';

/** Where k3s keeps the certificates of etcd on a server. */
const ETCD_TLS_FOLDER = `${K3S_DATA_PATH}/server/tls/etcd`;

/** k3s calls a member of etcd after its node and adds a random suffix. */
export const nodeOfMember = (name: string): string => name.replace(/-[0-9a-f]+$/, '');

/** @returns undefined when a server has no etcd, or it can't be reached from here: the engine runs elsewhere */
export async function readEtcdCredentials(engine: Engine, server: string): Promise<EtcdCredentials | undefined> {
  const details = await engine.containers.inspect(server);
  const address = details?.addresses[details.labels[LABEL.network] ?? ''];
  if (!address || engine.endpoint.host !== undefined) return undefined;
  const files = await readFiles(engine, server, ETCD_TLS_FOLDER);
  const [ca, cert, key] = ['server-ca.crt', 'client.crt', 'client.key'].map((name) => files?.get(name));
  return ca && cert && key ? { server: `https://${address}:2379`, ca, cert, key } : undefined;
}

/**
 * Asks the etcd of a server once.
 * @returns undefined when it can't be reached from here, is not well, or refuses
 */
export async function askEtcd<T>(
  engine: Engine,
  server: string,
  ask: (client: EtcdClient) => Promise<T>,
): Promise<T | undefined> {
  const credentials = await readEtcdCredentials(engine, server);
  if (credentials === undefined) return undefined;
  const client = new EtcdClient(credentials);
  try {
    return await ask(client);
  } catch {
    return undefined;
  } finally {
    client.close();
  }
}
