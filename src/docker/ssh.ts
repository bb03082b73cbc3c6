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
    return connectTo(this.#command);
  }
}

function connectTo([program, ...args]: string[]): Duplex {
  const child = spawn(program as string, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  const connection = new Duplex({
    read: () => void child.stdout.resume(),
    write: (chunk, _encoding, done) => void child.stdin.write(chunk, done),
    final: (done) => void child.stdin.end(done),
    destroy: (error, done) => {
      child.kill();
      done(error);
    },
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString('utf8')}`.slice(-2000);
  });
  child.stdin.on('error', () => undefined); // the command's end says more
  child.stdout.on('data', (chunk: Buffer) => {
    if (!connection.push(chunk)) child.stdout.pause();
  });
  child.on('error', (error) => connection.destroy(error));
  // Not at the end of its output: only with the exit code is it known whether that end was a failure.
  child.on('close', (code) => {
    if (code) connection.destroy(new Error(`${program} ended with ${code}: ${complaint.trim()}`));
    else connection.push(null);
  });
  // http expects a socket and calls these on it.
  const same = (): Duplex => connection;
  return Object.assign(connection, { setTimeout: same, setNoDelay: same, setKeepAlive: same, ref: same, unref: same });
}
