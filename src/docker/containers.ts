import { posix } from 'node:path';
import { type Duplex, PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type Docker from 'dockerode';
import { pack } from 'tar-stream';
import type { ContainerSpec, FileSpec } from '../contract/containers.ts';
import { plainName, toDetails } from './containerDetails.ts';
import { createOptions } from './containerOptions.ts';
import { type CopyChanges, copyOptions } from './copyOptions.ts';
import {
  type ContainerDetails,
  type ContainerSummary,
  type Containers,
  type ExecResult,
  type FileChanges,
  type LabelFilter,
  type RunningCommand,
  readAll,
} from './engine.ts';
import { asList, asLost, asText, attempt, filterBy, NO_LIMIT } from './errors.ts';
import { isPodman, splitArchive, withBase } from './podmanArchives.ts';
import { Collector } from './streams.ts';
import { urlName } from './urlName.ts';

/** A path that differs, as Docker's API tells it. */
interface Change {
  Path: string;
  Kind: number;
}
/** Its kinds of difference (Docker: pkg/archive); 2 is what was removed. */
const CHANGED = 0;
const ADDED = 1;

/** Containers over dockerode. */
export class DockerContainers implements Containers {
  readonly #docker: Docker;
  #isPodman: Promise<boolean> | undefined;

  constructor(docker: Docker) {
    this.#docker = docker;
  }

  async create(spec: ContainerSpec): Promise<string> {
    return attempt(async () => asText((await this.#docker.createContainer(createOptions(spec))).id));
  }

  copy(id: string, changes: CopyChanges): Promise<string> {
    return attempt(async () => {
      const { options, others } = copyOptions(await this.#docker.getContainer(urlName(id)).inspect(), changes);
      const made = await this.#docker.createContainer(options);
      for (const [network, endpoint] of others)
        await this.#docker.getNetwork(urlName(network)).connect({ Container: made.id, EndpointConfig: endpoint });
      return asText(made.id);
    });
  }

  rename(id: string, name: string): Promise<void> {
    return attempt(async () => void (await this.#docker.getContainer(urlName(id)).rename({ name })));
  }

  start(id: string): Promise<void> {
    return attempt(async () => void (await this.#docker.getContainer(urlName(id)).start()), { 304: undefined });
  }

  stop(id: string, seconds: number): Promise<void> {
    return attempt(async () => void (await this.#docker.getContainer(urlName(id)).stop({ t: seconds })), {
      304: undefined,
    });
  }

  remove(id: string): Promise<void> {
    const call = async () => void (await this.#docker.getContainer(urlName(id)).remove({ force: true, v: true }));
    // 409: a removal is under way already, by another process of ours or by hand.
    return attempt(call, { 404: undefined, 409: undefined });
  }

  pause(id: string): Promise<void> {
    return attempt(async () => void (await this.#docker.getContainer(urlName(id)).pause()));
  }

  unpause(id: string): Promise<void> {
    // 409 and, from older engines, 500: it is not paused.
    const call = async () => void (await this.#docker.getContainer(urlName(id)).unpause());
    return attempt(call, { 409: undefined, 500: undefined });
  }

  list(labels: LabelFilter): Promise<ContainerSummary[]> {
    return attempt(async () => {
      const found = await this.#docker.listContainers({ all: true, filters: filterBy(labels) });
      return asList(found).map(toSummary);
    });
  }

  inspect(id: string): Promise<ContainerDetails | undefined> {
    return attempt(async () => toDetails(await this.#docker.getContainer(urlName(id)).inspect()), { 404: undefined });
  }

  inspectRaw(id: string): Promise<unknown> {
    return attempt(() => this.#docker.getContainer(urlName(id)).inspect());
  }

  async logs(id: string, tail: number): Promise<string> {
    const options = { stdout: true, stderr: true, follow: true as const, tail };
    // follow gives a stream that ends when the container does; without it dockerode buffers and keeps the frame headers.
    const stream = await attempt(() => this.#docker.getContainer(urlName(id)).logs({ ...options, follow: false }));
    return demuxBuffer(Buffer.isBuffer(stream) ? stream : await readAll(stream));
  }

  async exec(
    id: string,
    command: readonly string[],
    stdin?: Readable | string,
    signal?: AbortSignal,
  ): Promise<ExecResult> {
    signal?.throwIfAborted();
    const input = typeof stdin === 'string' ? Readable.from([stdin]) : stdin;
    // It may break before the command is there to be told.
    input?.on('error', () => undefined);
    const wantsStdin = input !== undefined;
    const exec = await attempt(() =>
      this.#docker
        .getContainer(urlName(id))
        .exec({ Cmd: [...command], AttachStdin: wantsStdin, AttachStdout: true, AttachStderr: true }),
    );
    const stream = await attempt(() => exec.start({ hijack: true, stdin: wantsStdin }));
    const stdout = new Collector();
    const stderr = new Collector();
    this.#docker.modem.demuxStream(stream, stdout, stderr);
    const ended = new Promise<void>((resolve, reject) => {
      stream.on('end', resolve).on('close', resolve).on('error', reject);
    });
    const inputFailed = wantsStdin ? feed(input, stream) : () => false;
    const failure = await failureOf(ended, stream, signal);
    signal?.throwIfAborted();
    if (failure !== undefined && (!wantsStdin || inputFailed())) throw failure;
    const { ExitCode } = await attempt(() => exec.inspect());
    // The connection of a command that has ended breaks while it is still being fed.
    if (failure !== undefined && typeof ExitCode !== 'number') throw asLost(failure);
    return { exitCode: ExitCode ?? -1, stdout: stdout.text(), stderr: stderr.text() };
  }

  async execStream(id: string, command: readonly string[]): Promise<RunningCommand> {
    const options = { Cmd: [...command], AttachStdout: true, AttachStderr: true };
    const exec = await attempt(() => this.#docker.getContainer(urlName(id)).exec(options));
    const stream = await attempt(() => exec.start({ hijack: true, stdin: false }));
    const stdout = new PassThrough();
    const stderr = new Collector();
    this.#docker.modem.demuxStream(stream, stdout, stderr);
    // The demultiplexer does not mind whether anybody reads: what is full has to hold the source up.
    stdout.on('drain', () => stream.resume());
    stream.on('data', () => stdout.writableNeedDrain && stream.pause());
    const ended = new Promise<void>((resolve, reject) => {
      stream.on('end', resolve).on('close', resolve).on('error', reject);
    });
    ended.then(
      () => stdout.end(),
      (error: Error) => stdout.destroy(error),
    );
    const result = ended.then(async () => {
      const { ExitCode } = await attempt(() => exec.inspect());
      return { exitCode: ExitCode ?? -1, stderr: stderr.text() };
    });
    result.catch(() => undefined);
    return { stdout, ended: result };
  }

  async putFiles(id: string, files: readonly FileSpec[]): Promise<void> {
    if (files.length === 0) return;
    const archive = pack();
    for (const file of files) archive.entry({ name: file.path.replace(/^\/+/, ''), mode: file.mode }, file.content);
    archive.finalize();
    await this.putArchive(id, '/', Readable.from(archive));
  }

  async putFile(id: string, file: { path: string; size: number; content: Readable }): Promise<void> {
    const archive = pack();
    const header = { name: file.path.replace(/^\/+/, ''), size: file.size, mode: 0o600 };
    const entry = archive.entry(header, (error) => (error ? archive.destroy(error) : archive.finalize()));
    pipeline(file.content, entry).catch((error: unknown) => archive.destroy(error as Error));
    await this.putArchive(id, '/', Readable.from(archive));
  }

  async changes(id: string): Promise<FileChanges> {
    const all = (await attempt(() => this.#docker.getContainer(urlName(id)).changes())) as Change[] | null;
    const ofKind = (kind: number): string[] => (all ?? []).filter(({ Kind }) => Kind === kind).map(({ Path }) => Path);
    return { added: ofKind(ADDED), changed: ofKind(CHANGED) };
  }

  async putArchive(id: string, path: string, archive: Readable): Promise<void> {
    const put = (folder: string, part: Readable): Promise<void> =>
      attempt(
        async () => void (await this.#docker.getContainer(urlName(id)).putArchive(part, { path: folder })),
        {},
        NO_LIMIT,
      );
    const targets = await this.#toSplitAt(id, path);
    if (targets.length === 0) await put(path, archive);
    else await splitArchive(archive, path, targets, put);
  }

  /** What is mounted below a folder, if the engine is podman. */
  async #toSplitAt(id: string, folder: string): Promise<string[]> {
    if (!(await this.#isOfPodman())) return [];
    const mounts = (await this.inspect(id))?.mounts ?? [];
    return mounts.map(({ target }) => target).filter((target) => target.startsWith(folder.replace(/\/*$/, '/')));
  }

  #isOfPodman(): Promise<boolean> {
    this.#isPodman ??= attempt(async () => isPodman(await this.#docker.version())).catch((error: unknown) => {
      this.#isPodman = undefined; // another try asks anew
      throw error;
    });
    return this.#isPodman;
  }

  async getArchive(id: string, path: string): Promise<Readable | undefined> {
    const archive = await attempt(
      async () => (await this.#docker.getContainer(urlName(id)).getArchive({ path })) as Readable,
      { 404: undefined },
    );
    return archive !== undefined && (await this.#isOfPodman()) ? withBase(archive, posix.basename(path)) : archive;
  }
}

/** Waits for the end of a command's streams, which an aborted signal brings about. @returns what they ended with, if it was a failure */
async function failureOf(ended: Promise<void>, stream: Duplex, signal?: AbortSignal): Promise<Error | undefined> {
  const onAbort = (): void => void stream.destroy(signal?.reason as Error);
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) onAbort();
  try {
    await ended;
    return undefined;
  } catch (error) {
    return error as Error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

/**
 * Feeds a command. One that ends before it has read everything is no failure: its exit code says what it makes of that.
 * @returns whether it was the input that failed
 */
function feed(input: Readable, command: Duplex): () => boolean {
  let failed = input.errored !== null;
  if (input.errored) command.destroy(input.errored);
  input.once('error', (error) => {
    // An input is destroyed with the failure of the command, too.
    failed = !command.destroyed;
    command.destroy(error);
  });
  pipeline(input, command).catch(() => undefined);
  return () => failed;
}

function toSummary(raw: Docker.ContainerInfo): ContainerSummary {
  return {
    id: asText(raw.Id),
    name: plainName(raw.Names[0] ?? ''),
    image: raw.Image,
    state: raw.State,
    labels: raw.Labels ?? {},
    ports: raw.Ports.filter((port) => port.PublicPort !== undefined).map((port) => ({
      ip: port.IP ?? '',
      hostPort: port.PublicPort,
      containerPort: port.PrivatePort,
      protocol: port.Type,
    })),
  };
}

/** Docker frames the outputs of containers without a terminal: eight bytes of header, the last four the length. */
function demuxBuffer(raw: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= raw.length;) {
    const length = raw.readUInt32BE(at + 4);
    parts.push(raw.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  return Buffer.concat(parts).toString('utf8');
}
