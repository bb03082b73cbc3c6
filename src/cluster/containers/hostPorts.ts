import { createServer, type Server } from 'node:net';
import { UserError } from '../../common/errors.ts';
import type { Engine } from '../../docker/engine.ts';

/** A free port that stays taken until `release`, so that nobody else is given it in the meantime. */
export interface ReservedPort {
  port: number;
  release(): Promise<void>;
}

/** Finds a free TCP port on an address of this machine and holds it. */
export async function reservePort(hostIP: string): Promise<ReservedPort> {
  const server = createServer();
  try {
    await listen(server, hostIP, 0);
  } catch {
    // The address is the engine's, not this machine's: any free port here is as good a guess.
    await listen(server, '0.0.0.0', 0);
  }
  // It must not keep the process alive when the work ends early.
  server.unref();
  const { port } = server.address() as { port: number };
  return { port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A host port that the configuration asks for. */
export interface WantedPort {
  hostIP: string;
  port: number;
  protocol: string;
}

/**
 * Checks that the wanted ports are free, before anything is made.
 * @throws UserError naming the port and, where it is known, who has it
 */
export async function checkPortsFree(engine: Engine, wanted: readonly WantedPort[]): Promise<void> {
  if (wanted.length === 0) return;
  const containers = await engine.containers.list([]);
  for (const { hostIP, port, protocol } of wanted) {
    const holder = containers.find((container) =>
      container.ports.some(
        (taken) => taken.hostPort === port && taken.protocol === protocol && overlap(taken.ip, hostIP),
      ),
    );
    if (holder !== undefined) {
      throw new UserError(
        `port ${port}/${protocol} on ${hostIP} is taken by container ${holder.name}: choose another or remove it`,
      );
    }
    if (protocol === 'tcp' && engine.endpoint.host === undefined && (await isTaken(hostIP, port))) {
      throw new UserError(
        `port ${port}/tcp on ${hostIP} is taken by a process of this machine: choose another or stop it`,
      );
    }
  }
}

const WILDCARDS = ['', '0.0.0.0', '::'];

function overlap(a: string, b: string): boolean {
  return a === b || WILDCARDS.includes(a) || WILDCARDS.includes(b);
}

async function isTaken(hostIP: string, port: number): Promise<boolean> {
  const server = createServer();
  try {
    await listen(server, hostIP, port);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    return false;
  } catch (error) {
    // Other errors (a port below 1024 without the right, an address that is not here) are not ours to judge.
    return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, resolve);
  });
}
