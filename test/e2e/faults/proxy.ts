import { createServer, connect, type Server, type Socket } from 'node:net';
import { resolveEngineAddress } from '../../../src/docker/context.ts';

/** What the proxy does to connections, each with a chance from 0 to 1. */
export interface Mischief {
  /** Ends the connection after some bytes of the answer. */
  cut: number;
  /** Ends it after the request went through, before any answer. */
  swallow: number;
  /** Changes bytes of the answer's first piece. */
  corrupt: number;
  /** Holds each piece of the answer up. */
  delay: number;
}

/** How long a piece is held up at most, in milliseconds. */
const LONGEST_DELAY_MS = 400;

/** A socket in front of the engine's that is up to mischief with the answers that pass. Seeded, so that a run can be repeated. */
export class BadProxy {
  readonly path: string;
  /** What it did, for messages. */
  readonly done: string[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(path: string, random: () => number, mischief: Mischief) {
    this.path = path;
    const target = new URL(resolveEngineAddress(process.env).url).pathname;
    this.#server = createServer((client) => this.#pass(client, connect(target), random, mischief));
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(this.path, resolve));
  }

  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((resolve) => void this.#server.close(() => resolve()));
  }

  #pass(client: Socket, engine: Socket, random: () => number, mischief: Mischief): void {
    const chosen = (Object.keys(mischief) as (keyof Mischief)[]).filter((kind) => random() < mischief[kind]);
    const share = random();
    for (const socket of [client, engine]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
    }
    const end = (): void => void (client.destroy(), engine.destroy());
    client.on('data', (chunk) => engine.write(chunk)).on('close', end);
    this.done.push(...chosen);
    let first = true;
    // What is held up has to arrive first.
    engine.on('close', () => setTimeout(() => client.end(), 2 * LONGEST_DELAY_MS));
    engine.on('data', (chunk) => {
      if (chosen.includes('swallow')) return end();
      const bytes = Buffer.from(chunk);
      if (first && chosen.includes('corrupt')) bytes[Math.floor(share * bytes.length)] = Math.floor(share * 256);
      first = false;
      if (chosen.includes('cut')) {
        client.write(bytes.subarray(0, Math.floor(share * bytes.length)), end);
        return;
      }
      if (chosen.includes('delay')) setTimeout(() => client.write(bytes), share * LONGEST_DELAY_MS);
      else client.write(bytes);
    });
  }
}
