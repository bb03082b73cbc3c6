import type { GivenNames } from './nodes.ts';
import type { RegistryFacts } from './registry.ts';

/** What the configuration alone does not say, but Docker and chance do. */
export interface Allocated {
  /** Id of this creation, the value of the label `k3d.creation.id`. */
  creation: string;
  token: string;
  /** Host name or address under which the kubeconfig reaches the API. */
  apiHost: string;
  apiPort: number;
  network: {
    name: string;
    id: string;
    subnet: string;
    /** Its IPv6 subnet; empty: it has none. */
    subnetV6?: string | undefined;
    gateway: string;
    external: boolean;
    /** Whether nodes get addresses of their own, which they keep when they are started again. */
    fixedAddresses: boolean;
  };
  /** Where servers find an external datastore; undefined: they have their own. */
  datastoreEndpoint?: string | undefined;
  /** The registries that nodes pull from. */
  registries: readonly RegistryFacts[];
  /** URL under which nodes find the engine's images, without `/v2`; undefined: they don't. */
  localImagesURL?: string | undefined;
  /** What nodes are started from, by names of containers; undefined: nothing, they are new. */
  restored?: ReadonlyMap<string, RestoredNode> | undefined;
  /** Names that their containers had; undefined: k3d's. */
  names?: GivenNames | undefined;
  /** Addresses that they had and that are not theirs any more. */
  staleAddresses?: readonly string[] | undefined;
  /** Names of the volumes that exist already and are used as they are. */
  existingVolumes: ReadonlySet<string>;
}

/** What a node from a snapshot keeps. */
export interface RestoredNode {
  /** Its name in Kubernetes, whatever the cluster is called now. */
  nodeName: string;
  /** The address that it had, if the network is the same. */
  ip: string | undefined;
}
