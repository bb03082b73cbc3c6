import type { Engine } from '../../docker/engine.ts';
import { type CreationOwner, parseCreation } from '../../plan/creation.ts';
import { APP, LABEL } from '../../contract/labels.ts';
import { settleAll } from '../../common/settleAll.ts';
import { isGone } from '../find/index.ts';
import { type Removal, removeMade } from './remove.ts';

/** A file that says that its creation came to its end. */
const COMPLETE_FILE = '/etc/k3d-created';

/** What is left of a creation whose maker is gone. */
export interface Leftover {
  /** Value of the creation's label. */
  creation: string;
  /** Name of the cluster; empty when nothing tells it. */
  cluster: string;
  owner: CreationOwner;
  /** `container x`, `network y`, `volume z`. */
  objects: string[];
}

/** Why something is a leftover, for people. */
export function reasonOf({ owner }: Leftover): string {
  if (owner.kind === 'create') return 'its creation did not come to its end';
  return `the job that it was made for is over${owner.run === '' ? '' : ` (${owner.run})`}`;
}

/**
 * Finds what dead jobs and broken-off creations have left behind. What was made for others, by k3d or without a known
 * owner is none, and neither is what somebody is still working on.
 */
export async function findLeftovers(engine: Engine): Promise<Leftover[]> {
  const found = new Map<string, Leftover & { containers: string[] }>();
  const filter = [`${LABEL.app}=${APP}`, LABEL.creation];
  const [containers, networks, volumes] = await Promise.all([
    engine.containers.list(filter),
    engine.networks.list(filter),
    engine.volumes.list(filter),
  ]);
  const add = (kind: string, name: string, labels: Readonly<Record<string, string>>): void => {
    const creation = labels[LABEL.creation] ?? '';
    const { owner } = parseCreation(creation);
    if (owner === undefined) return;
    const entry = found.get(creation) ?? { creation, cluster: '', owner, objects: [], containers: [] };
    entry.cluster ||= labels[LABEL.cluster] ?? '';
    if (kind === 'container') entry.containers.push(name);
    entry.objects.push(`${kind} ${name}`);
    found.set(creation, entry);
  };
  for (const { name, labels } of containers) add('container', name, labels);
  for (const network of networks) {
    const own = found.get(network.labels[LABEL.creation] ?? '')?.containers ?? [];
    // Somebody else is on it by now.
    if (network.containers.every(({ name }) => own.includes(name))) add('network', network.name, network.labels);
  }
  for (const { name, labels } of volumes) add('volume', name, labels);
  const left: Leftover[] = [];
  for (const { containers: names, ...entry } of found.values()) {
    if (!isGone(entry.owner)) continue;
    if (entry.owner.kind === 'create' && (await someComplete(engine, names))) continue;
    left.push(entry);
  }
  return left;
}

async function someComplete(engine: Engine, containers: readonly string[]): Promise<boolean> {
  const files = await Promise.all(containers.map((name) => engine.containers.getArchive(name, COMPLETE_FILE)));
  for (const file of files) file?.destroy();
  return files.some((file) => file !== undefined);
}

/** Says in containers that their creation came to its end: in a server, in registries, which may outlive it, and in what holds an engine. */
export async function markComplete(engine: Engine, creation: string): Promise<void> {
  const made = await engine.containers.list([`${LABEL.creation}=${creation}`]);
  const marked = made.filter(({ labels }) => /^(server|registry|dind)$/.test(labels[LABEL.role] ?? ''));
  const file = { path: COMPLETE_FILE, mode: 0o644, content: '' };
  await settleAll(marked.map(({ id }) => engine.containers.putFiles(id, [file])));
}

/** Removes a leftover. */
export function removeLeftover(engine: Engine, { cluster, creation }: Leftover): Promise<Removal> {
  return removeMade(engine, cluster, creation);
}
