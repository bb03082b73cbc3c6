/**
 * A cluster from a snapshot knows its servers by the addresses that they had, until the new ones are told. Somebody else
 * may have them now, even the cluster that the snapshot was made of, which takes the same certificates. So they are
 * made unreachable, which is noticed at once, where silence would be waited out.
 */
export function staleAddressesScript(addresses: readonly string[]): string {
  return `#!/bin/sh
for address in ${addresses.join(' ')}; do
  ip route add unreachable "$address/32" 2>/dev/null || true # it is there when the node was started before
done
`;
}
