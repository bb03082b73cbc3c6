import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { type Engine, readAll } from '../docker/engine.ts';
import type { KubeCredentials } from '../kubernetes/client.ts';

/** Where k3s keeps certificates on a server. */
const TLS_FOLDER = '/var/lib/rancher/k3s/server/tls';
const FILES = { ca: 'server-ca.crt', cert: 'client-admin.crt', key: 'client-admin.key' } as const;

/**
 * The administrator's credentials, read from a server's own files. They are there seconds before k3s writes its
 * kubeconfig, and also while the server is stopped.
 * @param server URL under which the API is reached from here
 * @returns undefined as long as k3s has not written them
 */
export async function readCredentials(
  engine: Engine,
  container: string,
  server: string,
): Promise<KubeCredentials | undefined> {
  const archive = await engine.containers.getArchive(container, TLS_FOLDER);
  if (archive === undefined) return undefined;
  const found = new Map<string, string>();
  const unpacked = archive.pipe(extract());
  archive.on('error', (error) => unpacked.destroy(error));
  for await (const entry of unpacked) {
    const name = entry.header.name.replace(/^tls\//, '');
    if (Object.values<string>(FILES).includes(name))
      found.set(name, (await readAll(Readable.from(entry))).toString('utf8'));
    else entry.resume();
  }
  const pem = (file: string): string | undefined => {
    const text = found.get(file);
    return text !== undefined && /-----END [A-Z ]+-----\s*$/.test(text) ? text : undefined; // else still being written
  };
  const [ca, cert, key] = [pem(FILES.ca), pem(FILES.cert), pem(FILES.key)];
  return ca === undefined || cert === undefined || key === undefined ? undefined : { server, ca, cert, key };
}
