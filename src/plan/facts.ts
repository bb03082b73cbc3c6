import type { RegistryFacts } from './registry.ts';

/** What the configuration alone does not say, but Docker and chance do. */
export interface PlanFacts {
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
    gateway: string;
    external: boolean;
    /** Whether nodes get addresses of their own, which they keep when they are started again. */
    fixedAddresses: boolean;
  };
  /** The registries that nodes pull from. */
  registries: readonly RegistryFacts[];
  /** Names of the volumes that exist already and are used as they are. */
  existingVolumes: ReadonlySet<string>;
}
