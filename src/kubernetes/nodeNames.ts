import type { KubeNode } from './types.ts';

/** What a Node is known by. */
export interface SoughtNode {
  /** Its name in Kubernetes, if nobody chose another one. */
  name: string;
  /** Whether k3s adds digits of its own to the name (`--with-node-id`). */
  hasId?: boolean;
  /** Addresses of its container. */
  addresses: readonly string[];
}

/**
 * The Node of a container: the one of its name, else the one that has its address. Of several, the one that came last:
 * the others are left from containers that are gone.
 */
export function nodeFor(
  { name, hasId = false, addresses }: SoughtNode,
  nodes: readonly KubeNode[],
): KubeNode | undefined {
  const named = nodes.filter(({ metadata }) => isCalled(metadata.name, name, hasId));
  if (named.length > 0) return latest(named);
  const ofAddress = nodes.filter(({ status }) =>
    status?.addresses?.some(({ type, address }) => type === 'InternalIP' && addresses.includes(address)),
  );
  return latest(ofAddress);
}

/** Whether a Node bears a name, or the name with k3s's digits (k3s: pkg/agent/config/config.go). */
function isCalled(actual: string, name: string, hasId: boolean): boolean {
  if (!hasId) return actual === name;
  return actual.startsWith(`${name}-`) && /^[0-9a-f]{8}$/.test(actual.slice(name.length + 1));
}

const latest = (nodes: readonly KubeNode[]): KubeNode | undefined => [...nodes].sort((a, b) => born(b) - born(a))[0];
const born = ({ metadata }: KubeNode): number => Date.parse(metadata.creationTimestamp ?? '') || 0;
