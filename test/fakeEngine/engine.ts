import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { connectEngine } from '../../src/docker/connect.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { type Answer, answerOf, type Call, newState, type State } from './api.ts';
import { frame } from './frames.ts';

/** What goes wrong with a call. */
export type Fault =
  /** It is refused. */
  | { kind: 'refuse'; status: number; message: string }
  /** It is never answered. */
  | { kind: 'hang' }
  /** It is answered late, in milliseconds. */
  | { kind: 'late'; ms: number }
  /** The connection is cut after so many bytes of the answer. */
  | { kind: 'cut'; bytes: number };

/** What a command in a container does: its outputs and exit code, given all of its input. */
export type Command = (
  words: readonly string[],
  input: Buffer,
) => { stdout?: string; stderr?: string; exitCode?: number };

/**
 * A Docker engine that exists in memory only, and speaks the API over a socket as far as it is used here. For faults that
 * a real one can't be brought to have, and for what would take a cluster to see.
 */
export class FakeEngine {
  readonly state: State = newState();
  /** All calls: `POST /containers/create`, without version and query. */
  readonly calls: string[] = [];
  /** What commands in containers do, by name of the container. */
  readonly commands = new Map<string, Command>();
  /** Containers whose commands end without reading their input. */
  readonly early = new Set<string>();
  /** Containers whose commands never end. */
  readonly hanging = new Set<string>();
  readonly #before: { matches: (call: Call) => boolean; happens: () => void }[] = [];
  readonly #faults: { matches: (call: Call) => boolean; fault: Fault; times: number }[] = [];
  readonly #server: Server;
  readonly #socket: string;

  constructor(socket: string) {
    this.#socket = socket;
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) =>
      this.#run(request, stream, head),
    );
  }

  /** Has calls go wrong. @param times how often; after that all is well again */
  fault(matches: (call: Call) => boolean, fault: Fault, times = Infinity): void {
    this.#faults.push({ matches, fault, times });
  }

  /** Has something happen just before calls are served: somebody else was faster. */
  before(matches: (call: Call) => boolean, happens: () => void): void {
    this.#before.push({ matches, happens });
  }

  /** Starts it, and connects to it as the product does. */
  async connect(): Promise<Engine> {
    await new Promise<void>((resolve) => this.#server.listen(this.#socket, resolve));
    return connectEngine({ DOCKER_HOST: `unix://${this.#socket}` });
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #faultFor(call: Call): Fault | undefined {
    const found = this.#faults.find(({ matches, times }) => times > 0 && matches(call));
    if (found !== undefined) found.times--;
    return found?.fault;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    this.calls.push(`${call.method} ${call.path}`);
    for (const { matches, happens } of this.#before) if (matches(call)) happens();
    const fault = this.#faultFor(call);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'late') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const refused: Answer | undefined =
      fault?.kind === 'refuse' ? { status: fault.status, json: { message: fault.message } } : undefined;
    send(response, refused ?? answerOf(this.state, call), fault?.kind === 'cut' ? fault.bytes : undefined);
  }

  /** The streams of a command: what comes in until the other side has no more, then what it says. */
  #run(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const id = /\/exec\/([^/]+)\/start/.exec(request.url ?? '')?.[1] ?? '';
    const exec = this.state.execs.get(id);
    stream.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    const parts: Buffer[] = [];
    let length = Number(request.headers['content-length'] ?? 0);
    const take = (chunk: Buffer): void => {
      // The first bytes are the call's own.
      const own = Math.min(length, chunk.length);
      length -= own;
      parts.push(chunk.subarray(own));
    };
    const end = (): void => {
      if (exec === undefined || exec.exitCode !== undefined || this.hanging.has(exec.container)) return;
      const command: Command = this.commands.get(exec.container) ?? (() => ({}));
      const { stdout = '', stderr = '', exitCode = 0 } = command(exec.words, Buffer.concat(parts));
      exec.exitCode = exitCode;
      if (stdout !== '') stream.write(frame(1, stdout));
      if (stderr !== '') stream.write(frame(2, stderr));
      stream.end(() => this.early.has(exec.container) && stream.destroy());
    };
    if (head.length > 0) take(head);
    stream
      .on('data', take)
      .on('end', end)
      .on('error', () => undefined);
    if (exec !== undefined && (!exec.wantsInput || this.early.has(exec.container))) setTimeout(end, 5);
  }
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const url = new URL(request.url ?? '/', 'http://engine');
  const path = url.pathname.replace(/^\/v[\d.]+(?=\/)/, '');
  return {
    method: request.method ?? 'GET',
    path,
    raw: request.url ?? '',
    query: url.searchParams,
    body: Buffer.concat(parts),
  };
}

function send(
  response: ServerResponse,
  { status = 200, json, bytes, lines }: Answer,
  cutAfter: number | undefined,
): void {
  const text = lines?.map((line) => `${JSON.stringify(line)}\n`).join('');
  const body = bytes ?? Buffer.from(text ?? (json === undefined ? '' : JSON.stringify(json)));
  const type = bytes === undefined ? 'application/json' : 'application/x-tar';
  if (cutAfter === undefined) {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
    return;
  }
  response.writeHead(status, { 'content-type': type, 'content-length': body.length });
  response.write(body.subarray(0, cutAfter), () => response.socket?.destroy());
}
