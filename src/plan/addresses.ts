import { createHash } from 'node:crypto';

/** Arithmetic on addresses, of IPv4 unless they are said to be others. */

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

/** A private IPv6 subnet (RFC 4193) that nobody else is likely to have. @param seed the same one gives the same subnet */
export function privateSubnet(seed: string): string {
  const digits = createHash('sha256').update(seed).digest('hex');
  return `fd${digits.slice(0, 2)}:${digits.slice(2, 6)}:${digits.slice(6, 10)}::/64`;
}

/** The groups of an IPv6 subnet of the usual form, such as `fd00:28::/64`; undefined: it is of another. */
function groupsOf(subnet: string): string[] | undefined {
  const [, groups] = /^((?:[0-9a-f]{1,4}:){1,4}):\/64$/i.exec(subnet) ?? [];
  return groups?.split(':').filter((group) => group !== '');
}

/**
 * What a network is told of an IPv6 subnet: the engine gives out addresses behind those of nodes. Half of the subnet would
 * be more than its arithmetic can count (moby: libnetwork/bitmap).
 */
export function ipamOfSix(subnet: string): { subnet: string; gateway?: string; range?: string } {
  const groups = groupsOf(subnet);
  if (groups === undefined) return { subnet };
  const prefix = groups.join(':');
  return { subnet, gateway: `${prefix}::1`, range: `${prefix}::1:0/112` };
}

/** The IPv6 address of a node, with the number that it has in IPv4; undefined: the engine's choice. */
export function nodeAddressV6(subnet: string, n: number): string | undefined {
  return groupsOf(subnet) && `${subnet.split('/')[0]}${(3 + n).toString(16)}`;
}
