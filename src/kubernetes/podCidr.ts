import { POD_PREFIX } from '../contract/names.ts';
import { FIRST_POD_CIDR } from '../plan/early.ts';
import type { KubeClient } from './client.ts';
import { nodeFor, type SoughtNode } from './nodeNames.ts';
import type { KubeNode } from './types.ts';

/** First minor release of Kubernetes 1 whose node IPAM controller hands out ranges without a 10 s sleep first. */
const FIRST_PROMPT_MINOR = 27;

/**
 * Gives nodes their pod range as soon as they appear. The first one of a new cluster gets what the controller would give
 * it, so that it does not matter who is quicker. The others get theirs only on old releases: before 1.27 Kubernetes' controller sleeps for 10 s before it does,
 * and a node without a range has no network and is not Ready. These ranges are taken from the far end of the cluster's,
 * away from the controller's, and giving stops once the controller itself has been seen at work: a range can be set
 * once and never changed, and two hands must never give out the same one.
 */
export class PodCidrGiver {
  #next = 255;
  #given = new Set<string>();
  #stopped: boolean;
  readonly #first: SoughtNode | undefined;
  readonly #kube: KubeClient;

  /** @param first the first node, where its range is for us to say */
  constructor(kube: KubeClient, minor: number, k3sArgs: readonly string[], first?: SoughtNode) {
    this.#kube = kube;
    this.#first = first;
    this.#stopped = minor >= FIRST_PROMPT_MINOR || changesRanges(k3sArgs);
  }

  /** Looks at the nodes as they are now and gives those a range that have none. */
  async serve(nodes: readonly KubeNode[]): Promise<void> {
    await this.#serveFirst(nodes);
    if (this.#stopped) return;
    if (nodes.some((node) => node.spec.podCIDR !== undefined && !this.#given.has(node.spec.podCIDR))) {
      this.#stopped = true;
      return;
    }
    for (const node of nodes) {
      if (node.spec.podCIDR !== undefined || this.#isFirst(node, nodes)) continue;
      await this.#give(node, `${POD_PREFIX}.${this.#next--}.0/24`);
    }
  }

  #isFirst(node: KubeNode, nodes: readonly KubeNode[]): boolean {
    return this.#first !== undefined && nodeFor(this.#first, nodes) === node;
  }

  /** Until it has one: a refused patch is tried again. */
  async #serveFirst(nodes: readonly KubeNode[]): Promise<void> {
    const node = this.#first && nodeFor(this.#first, nodes);
    if (node === undefined || node.spec.podCIDR !== undefined) return;
    await this.#give(node, FIRST_POD_CIDR);
  }

  async #give({ metadata }: KubeNode, cidr: string): Promise<void> {
    this.#given.add(cidr);
    try {
      await this.#kube.patch(`/api/v1/nodes/${metadata.name}`, { spec: { podCIDR: cidr, podCIDRs: [cidr] } });
    } catch {
      // The controller was quicker, or the API is not quite up: either way the next look decides.
    }
  }
}

/** Whether the user has arranged ranges or their giving differently; then they are left alone. */
function changesRanges(args: readonly string[]): boolean {
  return args.some((arg) => /cluster-cidr|node-cidr|allocate-node-cidrs|disable-controller-manager/.test(arg));
}
