import { messageOf } from '../../common/errors.ts';
import { sleep } from '../../common/poll.ts';
import { retry } from '../../common/retry.ts';
import type { Engine, LabelFilter, NetworkInfo } from '../../docker/engine.ts';
import { EngineLostError } from '../../docker/errors.ts';
import { APP, LABEL } from '../../contract/labels.ts';
import { networkName } from '../../contract/names.ts';
import { clusterFilter, findCluster } from '../find/index.ts';

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
  const network = cluster?.network.name ?? networkName(name);
  const shared = await sharedRegistries(engine, name, network);
  for (const id of shared) await engine.networks.disconnect(network, id);
  const removal = await removeLabelled(engine, clusterFilter(name), shared);
  const found = await engine.networks.inspect(network);
  if (found?.labels[LABEL.app] !== APP) return removal;
  // A network that was there before this cluster stays, unless another cluster of ours brought it and is gone.
  const isOurs = LABEL.creation in found.labels;
  if (cluster?.network.external && !(isOurs && (await onlyRegistriesOn(engine, found)))) return removal;
  await removeNetwork(engine, found.id, removal);
  return removal;
}

/** Undoes one creation: removes what carries its id and nothing else. A registry that others use by now stays. */
export async function removeCreation(engine: Engine, creation: string): Promise<Removal> {
  const filter = [`${LABEL.app}=${APP}`, `${LABEL.creation}=${creation}`];
  const networks = await engine.networks.list(filter);
  const own = networks.map(({ name }) => name);
  const shared = own.length === 0 ? [] : await registriesElsewhere(engine, filter, own);
  const removal = await removeLabelled(engine, filter, shared);
  for (const network of networks) await removeNetwork(engine, network.id, removal);
  return removal;
}

/** How often a removal is tried when the engine does not answer or refuses, and the first pause in milliseconds. */
const UNDO_TRIES = 8;
const UNDO_PAUSE_MS = 250;
/** What an engine was asked for when it was lost, it may still do: after so long it is looked again, in milliseconds. */
const SECOND_LOOK_MS = 1000;

/**
 * Undoes one creation even while the engine is not well: again and again, until nothing is left or it has been tried too
 * often. Never throws: what is still there is among the problems.
 * @param cause why it is undone
 */
export async function undoCreation(engine: Engine, creation: string, cause: unknown): Promise<Removal> {
  const total: Removal = { containers: [], networks: [], volumes: [], problems: [] };
  const once = async (): Promise<void> => {
    const removal = await removeCreation(engine, creation);
    total.containers.push(...removal.containers);
    total.networks.push(...removal.networks);
    total.volumes.push(...removal.volumes);
    if (removal.problems.length > 0) throw new Error(removal.problems.join('; '));
  };
  const signal = new AbortController().signal;
  const retries = {
    tries: UNDO_TRIES,
    pauseMs: UNDO_PAUSE_MS,
    isTransient: () => true,
    signal,
    onRetry: () => undefined,
  };
  try {
    await retry('undoing', retries, once);
    if (cause instanceof EngineLostError) {
      await sleep(SECOND_LOOK_MS);
      await retry('undoing', retries, once);
    }
  } catch (error) {
    total.problems.push(messageOf(error));
  }
  return total;
}

/**
 * Removes a cluster if it is the one that a creation made, with nodes that were added to it since; otherwise, when the
 * creation was stopped half-way or the name belongs to somebody else, just what carries the creation's id.
 */
export async function removeMade(engine: Engine, name: string, creation: string): Promise<Removal> {
  const filter = [...clusterFilter(name), `${LABEL.creation}=${creation}`];
  const own = name === '' ? [] : await engine.containers.list(filter);
  const rest = own.length === 0 ? undefined : await deleteCluster(engine, name);
  const made = await removeCreation(engine, creation);
  if (rest === undefined) return made;
  return {
    containers: [...rest.containers, ...made.containers],
    networks: [...rest.networks, ...made.networks],
    volumes: [...rest.volumes, ...made.volumes],
    problems: [...rest.problems, ...made.problems],
  };
}

/** Registries of the cluster that others use too: they are on another network besides. They stay. */
async function sharedRegistries(engine: Engine, cluster: string, network: string): Promise<string[]> {
  return registriesElsewhere(engine, clusterFilter(cluster), [network]);
}

/** Ids of registries that are on other networks than these too. */
async function registriesElsewhere(
  engine: Engine,
  filter: LabelFilter,
  networks: readonly string[],
): Promise<string[]> {
  const registries = await engine.containers.list([...filter, `${LABEL.role}=registry`]);
  const details = await Promise.all(registries.map(({ id }) => engine.containers.inspect(id)));
  return details.flatMap((one) =>
    one !== undefined && Object.keys(one.addresses).some((name) => !networks.includes(name)) ? [one.id] : [],
  );
}

/** @param kept ids of containers that stay */
async function removeLabelled(engine: Engine, filter: LabelFilter, kept: readonly string[] = []): Promise<Removal> {
  const removal: Removal = { containers: [], networks: [], volumes: [], problems: [] };
  const containers = (await engine.containers.list(filter)).filter(({ id }) => !kept.includes(id));
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
    // Registries that were there before, or are used elsewhere, only leave.
    for (const name of await registriesOn(engine, network)) await engine.networks.disconnect(network.name, name);
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

async function onlyRegistriesOn(engine: Engine, { id }: NetworkInfo): Promise<boolean> {
  const network = await engine.networks.inspect(id);
  return network !== undefined && network.containers.length === (await registriesOn(engine, network)).length;
}

async function registriesOn(engine: Engine, network: NetworkInfo): Promise<string[]> {
  if (network.containers.length === 0) return [];
  const registries = await engine.containers.list([`${LABEL.app}=${APP}`, `${LABEL.role}=registry`]);
  const names = new Set(network.containers.map(({ name }) => name));
  return registries.map(({ name }) => name).filter((name) => names.has(name));
}
