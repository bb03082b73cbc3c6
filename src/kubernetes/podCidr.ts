import type { KubeClient } from './client.ts';
import type { KubeNode } from './types.ts';

/** First minor release of Kubernetes 1 whose node IPAM controller hands out ranges without a 10 s sleep first. */
const FIRST_PROMPT_MINOR = 27;

/** k3s's own range for pods, and the /24 that each node gets of it. */
const DEFAULT_CLUSTER_CIDR_PREFIX = '10.42';

/**
 * Gives nodes their pod range as soon as they appear. Before 1.27 Kubernetes' controller sleeps for 10 s before it does,
 * and a node without a range has no network and is not Ready. The ranges are taken from the far end of the cluster's,
 * away from the controller's, and giving stops once the controller itself has been seen at work: a range can be set
 * once and never changed, and two hands must never give out the same one.
 */
export class PodCidrGiver {
  #next = 255;
  #given = new Set<string>();
  #stopped: boolean;
  readonly #kube: KubeClient;

  constructor(kube: KubeClient, minor: number, k3sArgs: readonly string[]) {
    this.#kube = kube;
    this.#stopped = minor >= FIRST_PROMPT_MINOR || changesRanges(k3sArgs);
  }

  /** Looks at the nodes as they are now and gives those a range that have none. */
  async serve(nodes: readonly KubeNode[]): Promise<void> {
    if (this.#stopped) return;
    if (nodes.some((node) => node.spec.podCIDR !== undefined && !this.#given.has(node.spec.podCIDR))) {
      this.#stopped = true;
      return;
    }
    for (const node of nodes) {
      if (node.spec.podCIDR !== undefined) continue;
      const cidr = `${DEFAULT_CLUSTER_CIDR_PREFIX}.${this.#next--}.0/24`;
      this.#given.add(cidr);
      try {
        await this.#kube.patch(`/api/v1/nodes/${node.metadata.name}`, { spec: { podCIDR: cidr, podCIDRs: [cidr] } });
      } catch {
        // The controller was quicker, or the API is not quite up: either way the next look decides.
      }
    }
  }
}

/** Whether the user has arranged ranges or their giving differently; then they are left alone. */
function changesRanges(args: readonly string[]): boolean {
  return args.some((arg) => /cluster-cidr|node-cidr|allocate-node-cidrs|disable-controller-manager/.test(arg));
}
