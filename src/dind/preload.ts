import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../common/errors.ts';
import { run } from './command.ts';
import { PATHS } from './paths.ts';

/** Names of the archives that the engine's data holds already, a line each. */
const MARK = join(PATHS.dataRoot, 'k3d-preloaded');
/** What an engine has made of archives (dind/bake): it can be begun with, which takes less time than loading them. */
const ENGINE_DATA = join(PATHS.images, 'engine.tar');
/** Folders in which engines keep images. */
const IMAGE_FOLDERS = ['image', 'containerd', 'overlay2'];

/** Where data are unpacked: a container that is killed meanwhile does not take half of them for all. */
const PART = join(PATHS.dataRoot, 'k3d-part');
/** Layers of images, as the engine of dind/bake had them; those data lack them. */
const LAYERS = join(PATHS.layers, 'overlay2');
/** Says of data that their layers are those of the container's own image. */
const IN_PLACE = 'k3d-layers-in-place';

/**
 * Gives an engine that has never run the data that is baked in.
 * @param inPlace whether data and container go together: large layers are then used where they are, in the
 * container's own image, instead of being copied
 * @throws UserError when the data need layers that this image does not have
 */
export async function preloadData(inPlace: boolean): Promise<void> {
  rmSync(PART, { recursive: true, force: true });
  const isNew = IMAGE_FOLDERS.every((name) => !existsSync(join(PATHS.dataRoot, name)));
  if (isNew && existsSync(ENGINE_DATA)) {
    mkdirSync(PART);
    const whole = ['--xattrs', '--xattrs-include=*', '--numeric-owner'];
    await run('tar', ['--extract', '--directory', PART, ...whole, '--file', ENGINE_DATA]);
    if (inPlace && (await canStack())) writeFileSync(join(PART, IN_PLACE), bakedLayers().join('\n'));
    else
      for (const id of bakedLayers()) await run('cp', ['-a', diffOf(LAYERS, id), diffOf(join(PART, 'overlay2'), id)]);
    for (const name of readdirSync(PART)) renameSync(join(PART, name), join(PATHS.dataRoot, name));
    rmSync(PART, { recursive: true });
  }
  await useLayersInPlace();
}

const diffOf = (folder: string, id: string): string => join(folder, id, 'diff');

const bakedLayers = (): string[] => (existsSync(LAYERS) ? readdirSync(LAYERS) : []);

/** Mounts of an earlier start are gone with it. */
async function useLayersInPlace(): Promise<void> {
  const list = join(PATHS.dataRoot, IN_PLACE);
  if (!existsSync(list)) return;
  for (const id of readFileSync(list, 'utf8').split('\n').filter(Boolean)) {
    const target = diffOf(join(PATHS.dataRoot, 'overlay2'), id);
    // Its image may have been removed since.
    if (!existsSync(dirname(target))) continue;
    if (!existsSync(diffOf(LAYERS, id)))
      throw new UserError(
        `the data in ${PATHS.dataRoot} were begun by another version of this image, with K3D_LAYERS_IN_PLACE: use that version, or new data`,
      );
    mkdirSync(target, { recursive: true });
    await run('mount', ['--bind', diffOf(LAYERS, id), target]);
  }
}

/**
 * Whether a mount of overlayfs may have our own file system below it: two upon each other are as many as Linux allows,
 * which a container in a container may have reached.
 */
async function canStack(): Promise<boolean> {
  const [id] = bakedLayers();
  if (id === undefined) return false;
  const folder = join(PART, 'stack');
  const [upper, work, merged] = ['upper', 'work', 'merged'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [upper, work, merged]) mkdirSync(path, { recursive: true });
  const options = `lowerdir=${diffOf(LAYERS, id)},upperdir=${upper},workdir=${work}`;
  try {
    await run('mount', ['-t', 'overlay', '-o', options, 'overlay', merged]);
    await run('umount', [merged]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Gives the engine the images that are baked in as archives. Those that its data holds already, from an earlier start,
 * are left.
 * @returns how many archives were loaded
 */
export async function preloadImages(env: NodeJS.ProcessEnv): Promise<number> {
  if (!existsSync(PATHS.images)) return 0;
  const archives = readdirSync(PATHS.images).filter((name) => /\.tar(\.gz|\.zst)?$/.test(name));
  const there = existsSync(MARK) ? readFileSync(MARK, 'utf8').split('\n') : [];
  const missing = archives.filter((name) => !there.includes(name) && join(PATHS.images, name) !== ENGINE_DATA);
  if (missing.length === 0) return 0;
  await Promise.all(
    missing.map((name) => run('docker', ['load', '--quiet', '--input', join(PATHS.images, name)], env)),
  );
  writeFileSync(MARK, `${archives.join('\n')}\n`);
  return missing.length;
}
