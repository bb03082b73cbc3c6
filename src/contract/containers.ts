/** A file to put into a container before it starts. */
export interface FileSpec {
  path: string;
  content: string | Buffer;
  mode: number;
}

/** A container that should exist, in words that no engine's API leaks into. */
export interface ContainerSpec {
  name: string;
  hostname: string;
  image: string;
  entrypoint: string[] | undefined;
  /** With no entrypoint either, an empty one means the image's own. */
  command: string[];
  env: string[];
  labels: Record<string, string>;
  network: string;
  /** Fixed address on the network; undefined: the engine's choice. */
  ip: string | undefined;
  /** The same of IPv6. */
  ipV6?: string | undefined;
  ports: PortMapping[];
  /** Mounts as Docker's `--volume` writes them. */
  binds: string[];
  tmpfs: string[];
  /** Paths that get a volume which begins empty, whatever the image has there. */
  emptyVolumes: string[];
  extraHosts: string[];
  ulimits: Ulimit[];
  memory: number | undefined;
  hostPid: boolean;
  /** GPUs as Docker's `--gpus` has it. */
  gpus: string | undefined;
  privileged: boolean;
  /** Whether the engine's small init is process 1. */
  init: boolean;
}

/** A container that needs nothing special but what is given; its host name is its own. */
export const plainContainer = (own: Pick<ContainerSpec, 'name' | 'image'> & Partial<ContainerSpec>): ContainerSpec => ({
  hostname: own.name,
  entrypoint: undefined,
  command: [],
  env: [],
  labels: {},
  network: '',
  ip: undefined,
  ports: [],
  binds: [],
  tmpfs: [],
  emptyVolumes: [],
  extraHosts: [],
  ulimits: [],
  memory: undefined,
  hostPid: false,
  gpus: undefined,
  privileged: false,
  init: true,
  ...own,
});

export interface NetworkSpec {
  name: string;
  labels: Record<string, string>;
  /** Subnet, gateway and the part of it from which the engine gives out addresses; undefined: all its own choice. */
  ipam: { subnet: string; gateway: string; range: string } | undefined;
  /** The same of IPv6, where only the subnet is needed; undefined: IPv4 only. */
  ipamV6: { subnet: string; gateway?: string; range?: string } | undefined;
}

export interface VolumeSpec {
  name: string;
  labels: Record<string, string>;
}

/** One published port. */
export interface PortMapping {
  hostIP: string;
  /** undefined or 0: the engine picks one. */
  hostPort: number | undefined;
  /** The last one of the host ports from which the engine picks, if it is to pick one. */
  hostPortEnd?: number | undefined;
  containerPort: number;
  protocol: 'tcp' | 'udp' | 'sctp';
}

export interface Ulimit {
  name: string;
  soft: number;
  hard: number;
}
