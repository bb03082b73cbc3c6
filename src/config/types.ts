import type { Ulimit } from '../contract/containers.ts';
import type { IpFamily } from '../contract/ipFamily.ts';
import type { LocalImages } from '../contract/localImages.ts';
import type { Datastore } from './datastore.ts';
import type { Target } from './target.ts';
import type { WaitLayers } from './wait.ts';

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

/** A registry to make. */
export interface RegistrySpec {
  /** Name of its container; undefined: `k3d-<cluster>-registry`. */
  name: string | undefined;
  /** Host address and port on which it is published; port undefined: a free one. */
  hostIP: string;
  hostPort: number | undefined;
  image: string;
  /** The registry that it passes requests on to, keeping what it gets. */
  proxy: RegistryProxy | undefined;
  /** Mounts as Docker's `--volume` writes them. */
  volumes: string[];
  /** Whether it listens on its host port inside the network too, so that one name fits inside and outside. */
  enforcePortMatch: boolean;
  /** Whether images can be deleted from it. */
  deleteEnabled: boolean;
  /** Where it was written, for error messages. */
  where: string;
}

export interface RegistryProxy {
  remoteURL: string;
  username: string;
  password: string;
}

/** A registry that exists, by name. */
export interface RegistryUse {
  /** `name` or `name:port`. */
  value: string;
  where: string;
}

/** A setting of the load balancer's own, by k3d's names. */
export interface LoadBalancerOverride {
  key: 'workerConnections' | 'defaultProxyTimeout';
  value: number;
}

/** What k3d repairs in nodes before k3s starts, by a script. */
export const SCRIPT_FIXES = ['cgroupv2', 'dns', 'mounts'] as const;
export type ScriptFix = (typeof SCRIPT_FIXES)[number];
/** Each can be switched off by `K3D_FIX_<NAME>=0`. `early`: network and DNS of a new cluster are not waited for but brought. */
export const FIXES = [...SCRIPT_FIXES, 'early'] as const;
export type Fix = (typeof FIXES)[number];

/** `auto`: one in front of several servers, none for a single one, whose ports are then published directly. */
type LoadBalancerMode = 'auto' | 'on' | 'off';

/** Everything that defines a cluster: the one value from which its Docker objects are derived. */
export interface ClusterConfig {
  name: string;
  servers: number;
  agents: number;
  /** Image reference of the nodes. */
  image: string;
  /** Whether somebody asked for that image; otherwise it is this program's choice, which depends on the machine. */
  imageChosen: boolean;
  /** Name that the kubeconfig uses for the API; undefined: chosen from `apiHostIP` and the engine's address. */
  apiHost: string | undefined;
  /** Where that name was given, if it has to be one that this machine can resolve. */
  apiHostWhere: string | undefined;
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
  /** Its IPv6 subnet; undefined: a random private one, if it has one at all. */
  subnetV6: string | undefined;
  /** Families of the addresses of nodes, pods and services. */
  ipFamily: IpFamily;
  /** Where servers keep the state; undefined: SQLite for one server, etcd for more. */
  datastore: Datastore | undefined;
  loadBalancer: LoadBalancerMode;
  /** Image of the load balancer. */
  loadBalancerImage: string;
  loadBalancerOverrides: LoadBalancerOverride[];
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
  registriesCreate: RegistrySpec[];
  registriesUse: RegistryUse[];
  /** The user's own `registries.yaml`; undefined: none. */
  registriesYaml: string | undefined;
  /** Which of the engine's images nodes can pull. */
  localImages: LocalImages;
  /** Certificates of authorities that nodes trust besides the usual ones, as PEM; undefined: none. */
  caCertificates: string | undefined;
  /** Memory limits in bytes. */
  serversMemory: number | undefined;
  agentsMemory: number | undefined;
  hostPidMode: boolean;
  /** Whether process 1 of containers is the engine's small init. */
  dockerInit: boolean;
  /** GPUs for the nodes, as Docker's `--gpus` has it (`all`, a number); undefined: none. */
  gpus: string | undefined;
  /** Whether the network of pods is among the manifests, where k3s's own is off. */
  bringsNetwork: boolean;
  disabledFixes: Fix[];
  /** Whether a new registry listens on its host port inside the network too. */
  enforceRegistryPortMatch: boolean;
  /** What create waits for before it returns; empty: nothing. */
  wait: WaitLayers;
  /** The user's own things to wait for after that. */
  waitFor: readonly Target[];
  /** Bound on the whole creation, in milliseconds. */
  timeoutMs: number;
  /** Whether a failed creation is undone. */
  rollback: boolean;
  updateDefaultKubeconfig: boolean;
  switchCurrentContext: boolean;
}

/** What one source (file, environment, flags) says of a cluster. */
export type ConfigLayer = { [K in keyof ClusterConfig]?: ClusterConfig[K] | undefined };
