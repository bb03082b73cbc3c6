import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Gives an engine that has never run the data that is baked in. */
export async function preloadData(): Promise<void> {
  rmSync(PART, { recursive: true, force: true });
  const isNew = IMAGE_FOLDERS.every((name) => !existsSync(join(PATHS.dataRoot, name)));
  if (!isNew || !existsSync(ENGINE_DATA)) return;
  mkdirSync(PART);
  const whole = ['--xattrs', '--xattrs-include=*', '--numeric-owner'];
  await run('tar', ['--extract', '--directory', PART, ...whole, '--file', ENGINE_DATA]);
  for (const name of readdirSync(PART)) renameSync(join(PART, name), join(PATHS.dataRoot, name));
  rmSync(PART, { recursive: true });
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
