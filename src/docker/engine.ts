import type { Readable } from 'node:stream';
import type { ContainerSpec, FileSpec, NetworkSpec, Ulimit, PortMapping, VolumeSpec } from '../contract/containers.ts';
import type { CopyChanges } from './copyOptions.ts';

/** Facts about the engine itself. */
export interface EngineInfo {
  version: string;
  apiVersion: string;
  os: string;
  arch: string;
}

/** The engine's machine as `docker info` tells it. */
export interface EngineSystem {
  /** Chosen by the engine when it was installed; empty: it has none. */
  id: string;
  /** `Docker Desktop`, `Ubuntu 24.04 LTS`. */
  operatingSystem: string;
  kernel: string;
  cpus: number;
  /** All memory, in bytes. */
  memory: number;
  /** 1 or 2. */
  cgroupVersion: number;
  cgroupDriver: string;
  storageDriver: string;
  /** Where it keeps images and volumes, a path of its machine. */
  dataPath: string;
  /** e.g. `name=rootless`. */
  securityOptions: string[];
  /** What it warns of itself. */
  warnings: string[];
}

/** How the engine is reached, which decides where its published ports are. */
export interface EngineEndpoint {
  /** As a person would name it, e.g. `unix:///var/run/docker.sock`. */
  description: string;
  /** Name or address of the engine's machine; undefined: this machine. */
  host: string | undefined;
  /** Address of that machine on which ports are published unless the user names one, so that they are reached from here. */
  publishIP: string;
}

export interface ImageInfo {
  /**
   * The digest of its config; in containerd's store (the default since Docker 29) that of its manifest, or of the index of
   * an image for several platforms.
   */
  id: string;
  /** Digests of its unpacked layers: the same in either store. */
  layers: string[];
  repoDigests: string[];
  /** How it came about, where the engine tells: since Docker 29, in containerd's store. */
  identity: { pulledFrom: string[] } | undefined;
  arch: string;
  size: number;
  /** Variables and labels that its containers have. */
  env: string[];
  labels: Record<string, string>;
}

export interface ContainerSummary {
  id: string;
  name: string;
  image: string;
  /** Docker's word: created, running, paused, restarting, exited, dead. */
  state: string;
  labels: Record<string, string>;
  /** Published ports that are in force now; only for running containers. */
  ports: { ip: string; hostPort: number; containerPort: number; protocol: string }[];
}

export interface ContainerDetails extends ContainerSummary {
  running: boolean;
  /** How often the engine has started it again since somebody started it. */
  restarts: number;
  /** When it was last started, in milliseconds since 1970. */
  startedAt: number;
  exitCode: number;
  /** Whether the kernel ended it for want of memory. */
  oomKilled: boolean;
  /** Addresses by name of network. */
  addresses: Record<string, string>;
  env: string[];
  command: string[];
  hostname: string;
  /** Names of the volumes that are mounted, anonymous ones included. */
  volumes: string[];
  /** What is mounted where: a volume's name, or a path of the engine's machine. */
  mounts: { kind: 'volume' | 'bind' | 'other'; source: string; target: string }[];
  /** Mounts as Docker's `--volume` writes them. */
  binds: string[];
  /** Ports that it publishes whenever it runs. */
  portBindings: PortMapping[];
  /** Addresses that were asked for, by name of network. */
  fixedAddresses: Record<string, string>;
  /** Ulimits, memory limit in bytes (0: none) and other settings that a copy needs too. */
  ulimits: Ulimit[];
  memory: number;
  hostPid: boolean;
  /** Whether the engine's own init runs before its program. */
  init: boolean;
  /** GPUs as Docker's `--gpus` has them; undefined: none. */
  gpus: string | undefined;
  /** Entries of the hosts file, `name:address`. */
  extraHosts: string[];
  /** When it was made, as the engine writes it. */
  created: string;
  /** When the engine starts it again by itself: `no`, `always`, `unless-stopped`, `on-failure`. */
  restartPolicy: string;
  /** Ports that were asked for, in the engine's own words. */
  portMappings: Record<string, { HostIp?: string; HostPort?: string }[] | null>;
}

export interface NetworkInfo {
  id: string;
  name: string;
  driver: string;
  subnet: string;
  gateway: string;
  /** The same of IPv6; empty: it has none. */
  subnetV6: string;
  gatewayV6: string;
  labels: Record<string, string>;
  /** When it was made, in milliseconds since 1970. */
  created: number;
  /** The containers on it. */
  containers: { name: string; ip: string; ipV6: string }[];
}

export interface VolumeInfo {
  name: string;
  labels: Record<string, string>;
}

export interface ExecResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface ContainerEvent {
  action: string;
  name: string;
  exitCode: number | undefined;
}

export interface PullProgress {
  /** Bytes so far and in all, as far as the registry has said. */
  current: number;
  total: number;
}

/** `key=value`, or a key alone: what objects are looked up by. */
export type LabelFilter = readonly string[];

/** An engine's refusal: HTTP status and its own words. */
export class EngineError extends Error {
  override name = 'EngineError';
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** A command whose output is read while it runs. */
export interface RunningCommand {
  stdout: Readable;
  /** Settles when the output has been read to its end. */
  ended: Promise<{ exitCode: number; stderr: string }>;
}

export interface Images {
  /** @returns undefined when the engine has no such image */
  inspect(reference: string): Promise<ImageInfo | undefined>;
  /** The digest that a reference has in its registry now; nothing is pulled. @throws EngineError */
  remoteDigest(reference: string, signal: AbortSignal): Promise<string>;
  /** Takes in the images of an archive. @throws EngineError, also for failures in the middle of the stream */
  load(archive: Readable): Promise<void>;
  /** @throws EngineError, also for failures that the engine reports in the middle of the stream */
  pull(reference: string, onProgress: (progress: PullProgress) => void, signal: AbortSignal): Promise<void>;
  /** Gives an image that is there a further name. @throws EngineError */
  tag(reference: string, name: string): Promise<void>;
  /** An uncompressed tar of the images, as `docker save` writes it. */
  save(references: readonly string[]): Promise<Readable>;
}

/** Paths in a container that are not as its image has them. */
export interface FileChanges {
  /** Folders, and all that is in them. */
  added: string[];
  /** Folders are among them that have only got another date. */
  changed: string[];
}

export interface Containers {
  /** @returns the new container's id @throws EngineError 409 when the name is taken */
  create(spec: ContainerSpec): Promise<string>;
  /** Makes a container like another one. @returns the new container's id @throws EngineError 409 when the name is taken */
  copy(id: string, changes: CopyChanges): Promise<string>;
  /** @throws EngineError 409 when the name is taken */
  rename(id: string, name: string): Promise<void>;
  start(id: string): Promise<void>;
  /** Stops within `seconds`, by force after that; a stopped container is no error. */
  stop(id: string, seconds: number): Promise<void>;
  /** Removes by force, with anonymous volumes; a container that is gone is no error. */
  remove(id: string): Promise<void>;
  /** Freezes all its processes. */
  pause(id: string): Promise<void>;
  /** Lets them run on; a container that is not frozen is no error. */
  unpause(id: string): Promise<void>;
  list(labels: LabelFilter): Promise<ContainerSummary[]>;
  /** @returns undefined when there is no such container */
  inspect(id: string): Promise<ContainerDetails | undefined>;
  /** All that the engine knows of it, as it says it. */
  inspectRaw(id: string): Promise<unknown>;
  /** The last `tail` lines of both outputs. */
  logs(id: string, tail: number): Promise<string>;
  /** Runs a command, without a shell. `stdin` is sent to it and closed. */
  exec(id: string, command: readonly string[], stdin?: Readable | string, signal?: AbortSignal): Promise<ExecResult>;
  /** Runs a command, without a shell, and gives its output as it comes. */
  execStream(id: string, command: readonly string[]): Promise<RunningCommand>;
  /** Writes files, with the folders they need. */
  putFiles(id: string, files: readonly FileSpec[]): Promise<void>;
  /** Writes one file, which need not fit into memory, with the folders it needs. @param file size in bytes */
  putFile(id: string, file: { path: string; size: number; content: Readable }): Promise<void>;
  /** Unpacks a tar below `path`. */
  putArchive(id: string, path: string, archive: Readable): Promise<void>;
  /** What is different from its image, where volumes and others are mounted among it, but not what is in them. */
  changes(id: string): Promise<FileChanges>;
  /** A tar of a file or folder. @returns undefined when there is no such path */
  getArchive(id: string, path: string): Promise<Readable | undefined>;
}

export interface Networks {
  create(spec: NetworkSpec): Promise<NetworkInfo>;
  /** By name or id. @returns undefined when there is none */
  inspect(name: string): Promise<NetworkInfo | undefined>;
  list(labels: LabelFilter): Promise<NetworkInfo[]>;
  /** How many networks with a subnet of their own there are, whoever made them. */
  countBridges(): Promise<number>;
  /** A container that is on it already is no error. */
  connect(network: string, container: string): Promise<void>;
  /** A container that is not on it is no error. */
  disconnect(network: string, container: string): Promise<void>;
  /** A network that is gone is no error. */
  remove(id: string): Promise<void>;
}

export interface Volumes {
  create(spec: VolumeSpec): Promise<void>;
  list(labels: LabelFilter): Promise<VolumeInfo[]>;
  /** A volume that is gone is no error. */
  remove(name: string): Promise<void>;
}

/** All that this project asks of a Docker engine. Implemented once, over dockerode; tests pass fakes. */
export interface Engine {
  readonly endpoint: EngineEndpoint;
  readonly images: Images;
  readonly containers: Containers;
  readonly networks: Networks;
  readonly volumes: Volumes;
  /** The engine in a container of which this one runs, when that is known. */
  readonly outer?: { engine: Engine; container: string };
  info(): Promise<EngineInfo>;
  /** The machine that it runs on, and how it is set up. */
  system(): Promise<EngineSystem>;
  /** Calls `onEvent` for what happens to containers that carry the labels, until `signal` is aborted. */
  watch(labels: LabelFilter, onEvent: (event: ContainerEvent) => void, signal: AbortSignal): Promise<void>;
  /** Calls `onTag` for each name that an image is given, by a build or otherwise, until `signal` is aborted. */
  watchTags(onTag: (name: string) => void, signal: AbortSignal): Promise<void>;
}

/** Collects a stream of bytes. */
export async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
