import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../docker/engine.ts';
import { EngineImages } from './images.ts';
import { close, listen } from './listening.ts';
import { newServed, registryListener, type Served } from './registry.ts';
import { Spool } from './spool.ts';

/** A registry that this process is for a while. */
export interface TemporaryRegistry {
  /** Without `/v2`. */
  url: string;
  served: Readonly<Served>;
  /**
   * Takes an image from the engine, so that whoever asks for it need not wait. What was taken before goes.
   * @param name full name with its tag
   * @throws Error when the engine does not have it, or its archive breaks
   */
  take(name: string): Promise<void>;
}

/**
 * Runs `use` with a registry of all of an engine's images.
 * @param addresses to listen at, the first that is this machine's
 * @param prefix what the registry's path begins with: who does not know it finds nothing
 * @returns undefined when none of the addresses is this machine's
 */
export async function whileServing<T>(
  engine: Engine,
  { addresses, prefix, log }: { addresses: readonly string[]; prefix: string; log: (line: string) => void },
  use: (registry: TemporaryRegistry) => Promise<T>,
): Promise<T | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'k3d-images-'));
  const served = newServed();
  // One image at a time.
  const spool = new Spool(folder, 0);
  const images = new EngineImages(engine, spool);
  const server = createServer(registryListener({ prefix, which: 'all', images, spool, served, log }));
  try {
    const place = await listenAtFirst(server, addresses);
    if (place === undefined) return undefined;
    const take = async (name: string): Promise<void> => {
      if ((await images.find(name, 'all')) === undefined) throw new Error(`${name} is not in the engine any more`);
    };
    return await use({ url: `http://${place}${prefix}`, served, take });
  } finally {
    close(server);
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns address and port; undefined: none of the addresses is this machine's */
async function listenAtFirst(server: Server, addresses: readonly string[]): Promise<string | undefined> {
  for (const host of addresses) {
    const port = await listen(server, { host, port: 0 }).catch(() => undefined);
    if (port !== undefined) return `${host.includes(':') ? `[${host}]` : host}:${port}`;
  }
  return undefined;
}
