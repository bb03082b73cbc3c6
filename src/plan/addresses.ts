/** Arithmetic on IPv4 addresses. */

/** The number behind an address. */
function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function toAddress(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

/** First address of a subnet in CIDR notation, and how many it has. */
function rangeOf(subnet: string): { first: number; size: number } {
  const [address, bits] = subnet.split('/') as [string, string];
  const size = 2 ** (32 - Number(bits));
  return { first: Math.floor(toNumber(address) / size) * size, size };
}

/**
 * The address of a node: the nth after those that k3d keeps free, which are the network's own, the gateway's and `.2`.
 * @returns undefined when the lower half of the subnet has no such address
 */
export function nodeAddress(subnet: string, n: number): string | undefined {
  const { first, size } = rangeOf(subnet);
  return 3 + n < size / 2 ? toAddress(first + 3 + n) : undefined;
}

/** The upper half of a subnet: where the engine gives out addresses itself, so that it never takes a node's. */
export function upperHalf(subnet: string): string {
  const { first, size } = rangeOf(subnet);
  return `${toAddress(first + size / 2)}/${32 - Math.log2(size / 2)}`;
}

/** How many addresses a pool has at most, and which part of its range it takes at most. */
const POOL_SIZE = 50;
const POOL_PART = 4;

/**
 * Addresses that nobody gives out: the last ones of the lower half of a network that was made for nodes, which have the
 * first ones of it, or the last ones of any other, where an engine begins at the first.
 * @param isOwn whether the upper half is the engine's
 * @returns e.g. `172.18.127.205-172.18.127.254`; empty for no subnet
 */
export function addressPool(subnet: string, isOwn: boolean): string {
  if (subnet === '') return '';
  const { first, size } = rangeOf(subnet);
  const range = isOwn ? size / 2 : size;
  const last = first + range - 2;
  const count = Math.max(1, Math.min(POOL_SIZE, Math.floor(range / POOL_PART)));
  return `${toAddress(last - count + 1)}-${toAddress(last)}`;
}

/** The gateway that k3d gives to a subnet: its first address. */
export function gatewayOf(subnet: string): string {
  return toAddress(rangeOf(subnet).first + 1);
}
