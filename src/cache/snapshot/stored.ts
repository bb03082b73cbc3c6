import { existsSync, mkdtempSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkContext } from '../../cluster/context.ts';
import { UserError } from '../../common/errors.ts';
import { suggestion } from '../../common/nearest.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { namesIn, packFolder } from '../store.ts';
import { saveSnapshot } from './save.ts';

/** Where a snapshot is kept: under a name in a folder of snapshots, or in a file. */
export type Place = { store: string; name: string } | { file: string };

export const pathOf = (place: Place): string => ('file' in place ? place.file : join(place.store, place.name));

/** Names of the snapshots in a folder of them. */
export async function storedSnapshots(store: string): Promise<string[]> {
  // One that is being saved has a name that begins with a dot.
  return (await namesIn(store)).filter((name) => !name.startsWith('.')).sort();
}

/** The folder of a snapshot that was kept under a name. @throws UserError when there is none, naming the nearest */
export async function needSnapshot(store: string, name: string): Promise<string> {
  const known = await storedSnapshots(store);
  if (known.includes(name)) return join(store, name);
  const hint = known.length === 0 ? '; there are none' : suggestion(name, known);
  throw new UserError(`snapshot "${name}" does not exist${hint}`);
}

/**
 * @param how what replaces a snapshot that is there
 * @throws UserError when there is something already that must not be replaced
 */
export function checkPlace(place: Place, overwrite: boolean, how: string): void {
  if (existsSync(pathOf(place)) && !overwrite)
    throw new UserError(`snapshot ${pathOf(place)} exists already: choose another name, or replace it with ${how}`);
}

/** What was kept. */
export interface Kept {
  path: string;
  /** Size in bytes. */
  bytes: number;
  /** How long the nodes stood still, in milliseconds. */
  pausedMs: number;
}

/**
 * Keeps a running cluster as it is.
 * @param config what the cluster was made from
 * @throws UserError when it can't be kept; what was there before still is
 */
export async function keepSnapshot(config: ClusterConfig, place: Place, context: WorkContext): Promise<Kept> {
  const path = pathOf(place);
  // In the folder where it will be, so that it appears there whole or not at all.
  const beside = 'file' in place ? tmpdir() : place.store;
  await mkdir(beside, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(beside, '.saving-'));
  try {
    const { bytes, pausedMs } = await saveSnapshot({ folder, prefix: '', config, coldSeconds: 0 }, context);
    if ('file' in place) await packFolder(folder, place.file);
    else {
      await rm(path, { recursive: true, force: true });
      await rename(folder, path);
    }
    return { path, bytes, pausedMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
