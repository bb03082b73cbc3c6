import { spawn } from 'node:child_process';
import { Agent } from 'node:http';
import { Duplex } from 'node:stream';

/**
 * The command that the docker CLI uses for `ssh://` engines: the user's own ssh, with the user's keys and known
 * hosts, and `docker system dial-stdio` at the other end.
 */
export function sshCommand(address: URL): string[] {
  const args = ['-o', 'ConnectTimeout=30', '-T'];
  if (address.username !== '') args.push('-l', decodeURIComponent(address.username));
  if (address.port !== '') args.push('-p', address.port);
  return ['ssh', ...args, '--', address.hostname, 'docker', 'system', 'dial-stdio'];
}

/** An HTTP agent whose connections are the standard input and output of a command. */
export class CommandAgent extends Agent {
  readonly #command: string[];

  constructor(command: string[]) {
    super({ keepAlive: true });
    this.#command = command;
  }

  override createConnection(): Duplex {
    const [program, ...args] = this.#command as [string, ...string[]];
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(-2000);
    });
    const connection = Duplex.from({ readable: child.stdout, writable: child.stdin });
    child.on('error', (error) => connection.destroy(error));
    child.on('exit', (code) => {
      if (code) connection.destroy(new Error(`${program} ended with ${code}: ${complaint.trim()}`));
    });
    connection.on('close', () => child.kill());
    // http expects a socket and calls these on it.
    return Object.assign(connection, {
      setTimeout: () => connection,
      setNoDelay: () => connection,
      setKeepAlive: () => connection,
      ref: () => connection,
      unref: () => connection,
    });
  }
}
