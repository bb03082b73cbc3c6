import type { KubeClient } from './client.ts';
import { nodeFor, type SoughtNode } from './nodeNames.ts';
import { allNodes } from './nodes.ts';

/** Annotations that carry a node's address: of k3s, of flannel and of the kubelet. */
const CARRIERS = ['k3s.io/internal-ip', 'flannel.alpha.coreos.com/public-ip', 'alpha.kubernetes.io/provided-node-ip'];

/** A node whose address is the engine's choice. */
export interface PlacedNode extends SoughtNode {
  /** Whether the user has told k3s the address. */
  choosesAddress?: boolean;
}

/**
 * Gives Nodes that are known from before the addresses that their containers have now. k3s ≥ 1.30 ends an agent whose Node
 * has an address that none of its interfaces has (pkg/agent/netpol), where older releases put it right by themselves.
 * @throws KubeError; the network's error when there is no answer
 */
export async function moveNodes(kube: KubeClient, placed: readonly PlacedNode[]): Promise<void> {
  const items = await allNodes(kube);
  for (const one of placed) {
    const node = nodeFor(one, items);
    const current = one.addresses.find(isIPv4);
    if (node === undefined || current === undefined || one.choosesAddress) continue;
    const addresses = node.status?.addresses ?? [];
    const former = addresses.find(({ type, address }) => type === 'InternalIP' && isIPv4(address))?.address;
    if (former === undefined || one.addresses.includes(former)) continue;
    const moved = (text: string): string =>
      text
        .split(',')
        .map((part) => (part === former ? current : part))
        .join(',');
    const annotations = Object.entries(node.metadata.annotations ?? {}).filter(([key]) => CARRIERS.includes(key));
    const path = `/api/v1/nodes/${node.metadata.name}`;
    await kube.patch(path, {
      metadata: { annotations: Object.fromEntries(annotations.map(([key, value]) => [key, moved(value)])) },
    });
    // Addresses are merged by their type, of which there may be several: the whole list is replaced.
    const list = addresses.map(({ type, address }) => ({ type, address: moved(address) }));
    await kube.patch(`${path}/status`, { status: { addresses: [{ $patch: 'replace' }, ...list] } });
  }
}

const isIPv4 = (address: string): boolean => /^\d+(\.\d+){3}$/.test(address);
