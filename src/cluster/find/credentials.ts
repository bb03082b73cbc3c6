import type { Engine } from '../../docker/engine.ts';
import type { KubeCredentials } from '../../kubernetes/client.ts';
import { K3S_DATA_PATH } from '../../contract/names.ts';
import { readFiles } from '../../docker/readFiles.ts';

/** Where k3s keeps certificates on a server. */
const TLS_FOLDER = `${K3S_DATA_PATH}/server/tls`;

/**
 * The administrator's credentials, read from a server's own files. They are there before the API answers, and also
 * while the server is stopped.
 * @param server URL under which the API is reached from here
 * @returns undefined as long as k3s has not written them
 */
export async function readCredentials(
  engine: Engine,
  container: string,
  server: string,
): Promise<KubeCredentials | undefined> {
  const files = await readFiles(engine, container, TLS_FOLDER);
  const pem = (name: string): string | undefined => {
    const text = files?.get(name);
    return text !== undefined && /-----END [A-Z ]+-----\s*$/.test(text) ? text : undefined; // else still being written
  };
  const [ca, cert, key] = [pem('server-ca.crt'), pem('client-admin.crt'), pem('client-admin.key')];
  return ca === undefined || cert === undefined || key === undefined ? undefined : { server, ca, cert, key };
}
