import { messageOf } from '../common/errors.ts';
import { sleep } from '../common/poll.ts';
import type { Engine, LabelFilter } from '../docker/engine.ts';
import { APP, LABEL } from '../plan/labels.ts';
import { networkName } from '../plan/names.ts';
import { clusterFilter, findCluster } from './model.ts';

/** What a removal did, by name, and what it could not do. */
export interface Removal {
  containers: string[];
  networks: string[];
  volumes: string[];
  /** Things that are still there, with the engine's reason. */
  problems: string[];
}

/** Whether a removal found anything at all. */
export function foundNothing(removal: Removal): boolean {
  const { containers, networks, volumes, problems } = removal;
  return containers.length + networks.length + volumes.length + problems.length === 0;
}

/**
 * Removes a cluster: its containers with their anonymous volumes, its network unless it was there before or others
 * use it, and the volumes labelled as its own. Whatever is gone already is fine, so it can be repeated.
 */
export async function deleteCluster(engine: Engine, name: string): Promise<Removal> {
  const cluster = await findCluster(engine, name);
  const removal = await removeLabelled(engine, clusterFilter(name));
  if (cluster?.network.external) return removal;
  const network = await engine.networks.inspect(cluster?.network.name ?? networkName(name));
  if (network?.labels[LABEL.app] === APP) await removeNetwork(engine, network.id, removal);
  return removal;
}

/** Undoes one creation: removes what carries its id and nothing else. */
export async function removeCreation(engine: Engine, creation: string): Promise<Removal> {
  const filter = [`${LABEL.app}=${APP}`, `${LABEL.creation}=${creation}`];
  const removal = await removeLabelled(engine, filter);
  for (const network of await engine.networks.list(filter)) await removeNetwork(engine, network.id, removal);
  return removal;
}

async function removeLabelled(engine: Engine, filter: LabelFilter): Promise<Removal> {
  const removal: Removal = { containers: [], networks: [], volumes: [], problems: [] };
  const containers = await engine.containers.list(filter);
  await each(containers, removal, removal.containers, 'container', (container) =>
    engine.containers.remove(container.id),
  );
  const volumes = await engine.volumes.list(filter);
  await each(volumes, removal, removal.volumes, 'volume', (volume) => engine.volumes.remove(volume.name));
  return removal;
}

async function each<T extends { name: string }>(
  items: T[],
  removal: Removal,
  done: string[],
  kind: string,
  remove: (item: T) => Promise<void>,
): Promise<void> {
  await Promise.all(
    items.map(async (item) => {
      try {
        await remove(item);
        done.push(item.name);
      } catch (error) {
        removal.problems.push(`${kind} ${item.name}: ${messageOf(error)}`);
      }
    }),
  );
}

/** How often and how long apart a network's removal is tried: endpoints of removed containers take a moment to go. */
const NETWORK_TRIES = 10;
const NETWORK_PAUSE_MS = 200;

async function removeNetwork(engine: Engine, id: string, removal: Removal): Promise<void> {
  for (let left = NETWORK_TRIES; ; left--) {
    const network = await engine.networks.inspect(id);
    if (network === undefined) return;
    // Someone else's container is on it: the network is in use and stays.
    if (network.containers.length > 0 && left === 0) return;
    try {
      await engine.networks.remove(id);
      removal.networks.push(network.name);
      return;
    } catch (error) {
      if (left === 0) {
        removal.problems.push(`network ${network.name}: ${messageOf(error)}`);
        return;
      }
      await sleep(NETWORK_PAUSE_MS);
    }
  }
}
