import { LOOPBACK } from '../contract/names.ts';
import type { Engine, NetworkInfo } from '../docker/engine.ts';
import { ownAddresses } from '../docker/ownContainer.ts';

/** Addresses that may be reached from a container, and from whatever is behind it: see below. */
export async function addressesForContainer(engine: Engine, name: string): Promise<string[]> {
  const networks = Object.keys((await engine.containers.inspect(name))?.addresses ?? {});
  const found = await Promise.all(
    networks.map(async (network) => {
      const info = await engine.networks.inspect(network);
      return info === undefined ? [] : addressesForNodes(engine, info, false);
    }),
  );
  return found.flat();
}

/**
 * Addresses that nodes on a network may reach this process at and the world does not: the network's gateway, which is this
 * machine's when the engine is on it; this container's own when it is on the network; the loopback address for nodes on the
 * host's own network. Whether an address is this process's, an attempt to listen on it tells: an interface that nobody is
 * on yet is not among those that the system lists.
 */
export async function addressesForNodes(
  engine: Engine,
  { name, gateway }: Pick<NetworkInfo, 'name' | 'gateway'>,
  isOnHost: boolean,
): Promise<string[]> {
  const candidates: (string | undefined)[] = isOnHost ? [LOOPBACK] : [gateway, (await ownAddresses(engine))[name]];
  return candidates.filter((address): address is string => Boolean(address));
}
