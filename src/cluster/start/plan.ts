import type { Target } from '../../config/target.ts';
import type { WaitLayers } from '../../config/wait.ts';
import type { KubeCredentials } from '../../kubernetes/client.ts';
import type { PodRef } from '../../kubernetes/pods.ts';

/** A cluster whose containers exist and are to be started. */
export interface BringUpPlan {
  cluster: string;
  /** Names of the servers, the one that began the cluster first. */
  servers: readonly string[];
  agents: readonly string[];
  /** In front of the servers: the API is reached through them, so they are started with the first. */
  loadBalancers: readonly string[];
  /** URL under which the API is reached from here. */
  apiURL: string;
  token: string;
  /** Whether the network of pods is among what the cluster is started with, where k3s itself brings none. */
  bringsNetwork?: boolean;
  /** Whether new servers share a database, and can all be started at once; if not, they join etcd in turn. */
  sharesDatabase?: boolean;
  /** Whether the cluster has run before: its nodes and ranges are known to it then. */
  restarted: boolean;
  /** Whether what k3s brings a new cluster late, for its network and DNS, is brought to it before that. */
  early?: boolean;
  /** Pods that were ready and have to be so again before the cluster is. */
  pods?: readonly PodRef[];
  /** Names for the cluster's DNS; asked for when all that is in front of the nodes runs. */
  hostEntries: () => Promise<ReadonlyMap<string, string>>;
  /** Whether names are brought into the cluster's DNS though nobody waits for anything. */
  namesAnyway?: boolean;
  /** What to wait for; nothing: only until the nodes' containers run. */
  wait: WaitLayers;
  /** The user's own things to wait for after that. */
  targets?: readonly Target[];
  /** What can be done while the first server comes up and must be done before the other nodes are started. */
  meanwhile?: () => Promise<void>;
}

/** A cluster whose nodes run. */
export interface RunningCluster {
  credentials: KubeCredentials;
  /** `v1.31.5+k3s1`; undefined when nobody waited for the API. */
  version: string | undefined;
}
