import { UserError } from '../common/errors.ts';

export type NodeRole = 'server' | 'agent' | 'loadbalancer';

/** A node as filters see it. */
export interface NodeRef {
  role: NodeRole;
  /** Position among the nodes of its role. */
  index: number;
}

/** How a port filter wants its port published: through the load balancer or on the node itself. */
type PortSuffix = 'proxy' | 'direct';

export interface FilterResult<T extends NodeRef> {
  nodes: T[];
  suffix: PortSuffix | undefined;
}

// The grammar is k3d's (pkg/util/filter.go): role, then an optional subset, then an optional suffix.
const FILTER =
  /^(?<role>server|servers|agent|agents|loadbalancer|all)(?::(?<subset>(?<list>\d+(?:,\d+)*,?)|(?<range>\d*-\d*)|\*))?(?::(?<suffix>[A-Za-z]+))?$/;
const EXPECTED = 'expected e.g. server:0, servers:*, agent:0,1, agents:0-2, loadbalancer or all';

/**
 * The nodes that a node filter means.
 * @param where where the filter was written
 * @throws UserError when the filter is malformed, has an unknown suffix, or names a node that the cluster has not
 */
export function matchFilter<T extends NodeRef>(filter: string, nodes: readonly T[], where: string): FilterResult<T> {
  const groups = FILTER.exec(filter)?.groups;
  if (groups === undefined) throw new UserError(`${where}: malformed node filter "${filter}": ${expectedFor(filter)}`);
  const suffix = groups.suffix;
  if (suffix !== undefined && suffix !== 'proxy' && suffix !== 'direct') {
    throw new UserError(`${where}: unknown suffix "${suffix}" in node filter "${filter}": proxy and direct are known`);
  }
  const role = groups.role as string;
  if (role === 'all') return { nodes: [...nodes], suffix };
  const candidates = nodes.filter((node) => role === node.role || role === `${node.role}s`);
  if (role === 'loadbalancer') return { nodes: candidates, suffix };
  if (groups.subset === undefined) {
    // With one such node there is nothing to choose.
    if (!role.endsWith('s') && candidates.length > 1) {
      throw new UserError(
        `${where}: node filter "${filter}" says which role but not which node: write ${role}:0 or ${role}s:*`,
      );
    }
    return { nodes: candidates, suffix };
  }
  return { nodes: pickSubset(candidates, groups, filter, where), suffix };
}

function pickSubset<T extends NodeRef>(
  candidates: T[],
  groups: Record<string, string | undefined>,
  filter: string,
  where: string,
): T[] {
  if (groups.list !== undefined) {
    const indices = groups.list.split(',').filter((text) => text !== '');
    return indices.map((text) => nodeAt(candidates, Number(text), filter, where));
  }
  if (groups.range !== undefined) {
    const [from, to] = groups.range.split('-');
    const first = from ? Number(from) : 0;
    const last = to ? Number(to) : candidates.length - 1;
    if (first > last && candidates.length > 0) {
      throw new UserError(`${where}: node filter "${filter}" has a range that ends before it begins`);
    }
    const picked: T[] = [];
    for (let index = first; index <= last; index++) picked.push(nodeAt(candidates, index, filter, where));
    return picked;
  }
  return candidates;
}

function nodeAt<T extends NodeRef>(candidates: T[], index: number, filter: string, where: string): T {
  const node = candidates[index];
  if (node === undefined) {
    const many = candidates.length === 0 ? 'no such node' : `only nodes 0 to ${candidates.length - 1} of that role`;
    throw new UserError(`${where}: node filter "${filter}" names node ${index}, but the cluster has ${many}`);
  }
  return node;
}

/** The nodes that any of the filters means, each once, in the order of `nodes`. @throws UserError as `matchFilter` */
export function matchFilters<T extends NodeRef>(filters: readonly string[], nodes: readonly T[], where: string): T[] {
  const wanted = new Set(filters.flatMap((filter) => matchFilter(filter, nodes, where).nodes));
  return nodes.filter((node) => wanted.has(node));
}

/** What would be right; filters of k3d's first versions were written `server[0]`. */
function expectedFor(filter: string): string {
  const old = /^(server|agent)s?\[([^\]]*)\]$/.exec(filter);
  return old === null ? EXPECTED : `since k3d v5 it is written ${old[1]}:${old[2]}`;
}

/**
 * Splits `VALUE@FILTER[;FILTER]` as k3d's flags write it: `\@` stands for an at sign in the value, and two backslashes
 * before the at sign of the filter for one (k3d: cmd/util/filter.go).
 * @throws UserError when a second unescaped `@` or an empty filter is there
 */
export function splitFiltered(text: string, where: string): { value: string; nodeFilters: string[] } {
  const pieces = text.split('@');
  const parts: string[] = [];
  let kept = '';
  for (const [index, piece] of pieces.entries()) {
    const isEscape = piece.endsWith('\\') && index < pieces.length - 1;
    if (isEscape && !piece.endsWith('\\\\')) {
      kept += `${piece.slice(0, -1)}@`;
      continue;
    }
    parts.push(kept + (isEscape ? piece.slice(0, -1) : piece));
    kept = '';
  }
  const [value = '', filters] = parts;
  if (parts.length > 2) {
    throw new UserError(`${where}: "${text}" has more than one unescaped @: write \\@ for an at sign in the value`);
  }
  if (filters === undefined) return { value, nodeFilters: [] };
  const nodeFilters = filters.split(';');
  if (nodeFilters.includes('')) throw new UserError(`${where}: empty node filter in "${text}": ${EXPECTED}`);
  return { value, nodeFilters };
}
