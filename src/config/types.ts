/** A value that concerns some nodes only. `where` says where it was written, for error messages. */
export interface Filtered {
  value: string;
  /** k3d's node filters (`server:0`, `agents:*`); empty means "as the kind of value has it". */
  nodeFilters: string[];
  where: string;
}

export interface FileEntry {
  source: string;
  destination: string;
  nodeFilters: string[];
  where: string;
}

export interface HostAlias {
  ip: string;
  hostnames: string[];
}

export interface Ulimit {
  name: string;
  soft: number;
  hard: number;
}

/** `auto`: one in front of several servers, none for a single one, whose ports are then published directly. */
export type LoadBalancerMode = 'auto' | 'on' | 'off';

/** Everything that defines a cluster: the one value from which its Docker objects are derived. */
export interface ClusterConfig {
  name: string;
  servers: number;
  agents: number;
  /** Image reference of the nodes. */
  image: string;
  /** Name that the kubeconfig uses for the API; undefined: chosen from `apiHostIP` and the engine's address. */
  apiHost: string | undefined;
  /** Host address on which the API port is published. */
  apiHostIP: string;
  /** Host port of the API; undefined: a free one. */
  apiPort: number | undefined;
  /** Cluster token; undefined: a random one. */
  token: string | undefined;
  /** Docker network to join; undefined: one of its own. */
  network: string | undefined;
  /** Subnet of the own network in CIDR notation; undefined: Docker's choice. */
  subnet: string | undefined;
  loadBalancer: LoadBalancerMode;
  /** Image of the load balancer. */
  loadBalancerImage: string;
  /** Whether the volume for imported images is made. */
  imageVolume: boolean;
  ports: Filtered[];
  volumes: Filtered[];
  env: Filtered[];
  k3sArgs: Filtered[];
  nodeLabels: Filtered[];
  runtimeLabels: Filtered[];
  files: FileEntry[];
  hostAliases: HostAlias[];
  ulimits: Ulimit[];
  /** Contents of `registries.yaml`; undefined: none. */
  registriesYaml: string | undefined;
  /** Memory limits in bytes. */
  serversMemory: number | undefined;
  agentsMemory: number | undefined;
  hostPidMode: boolean;
  /** Whether create returns only when the cluster is usable. */
  wait: boolean;
  /** Bound on the whole creation, in milliseconds. */
  timeoutMs: number;
  /** Whether a failed creation is undone. */
  rollback: boolean;
  updateDefaultKubeconfig: boolean;
  switchCurrentContext: boolean;
}

/** What one source (file, environment, flags) says of a cluster. */
export type ConfigLayer = { [K in keyof ClusterConfig]?: ClusterConfig[K] | undefined };
