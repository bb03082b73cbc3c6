import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @returns the port, if there is one @throws Error when it can't listen there */
export async function listen(
  server: Server,
  where: { path: string } | { host: string; port: number },
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Ends a server with all its connections. */
export function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}
