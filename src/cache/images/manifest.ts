import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { messageOf } from '../../common/errors.ts';
import { isMapping } from '../../common/mapping.ts';
import { SeedError } from '../../cluster/seed.ts';

/** Changes whenever an older entry can't be used any more. Part of every key. */
export const IMAGES_FORMAT = 1;

const MANIFEST_NAME = 'manifest.json';

/** An archive of images. */
interface ImagesFile {
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** What a folder of cached images says of itself. */
export interface ImagesManifest {
  format: typeof IMAGES_FORMAT;
  kind: 'engine' | 'nodes';
  /** `linux/amd64` */
  platform: string;
  /** With the digests of the layers, which are the same in every engine's store. */
  images: { name: string; id: string; layers?: string[] }[];
  files: ImagesFile[];
  /** Seconds that it took to pull them. */
  pullSeconds: number;
}

/** Writes a manifest beside the archives. */
export async function writeImagesManifest(folder: string, manifest: ImagesManifest): Promise<void> {
  await writeFile(join(folder, MANIFEST_NAME), JSON.stringify(manifest));
}

/**
 * Reads and checks the manifest of cached images.
 * @throws SeedError when there is none, or none that can be used here
 */
export async function readImagesManifest(
  folder: string,
  { kind, platform }: Pick<ImagesManifest, 'kind' | 'platform'>,
): Promise<ImagesManifest> {
  let manifest: Partial<ImagesManifest>;
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, MANIFEST_NAME), 'utf8'));
    manifest = isMapping(value) ? value : {};
  } catch (error) {
    throw new SeedError(`the cached images have no manifest: ${messageOf(error)}`);
  }
  const { format, files, images } = manifest;
  if (format !== IMAGES_FORMAT) throw new SeedError(`the cached images have format ${String(format)}`);
  if (manifest.kind !== kind || manifest.platform !== platform) {
    throw new SeedError(`the cached images are for ${String(manifest.platform)}, not ${platform}`);
  }
  const areOurs = isList(images) && isList(files) && (files ?? []).every(({ name }) => isPlainName(name));
  if (!areOurs) throw new SeedError("the cached images' manifest is damaged");
  return manifest as ImagesManifest;
}

const isList = (value: unknown): boolean => Array.isArray(value) && value.every(isMapping);

/** Whether a file's name stays in its folder. */
export const isPlainName = (name: unknown): boolean =>
  typeof name === 'string' && name !== '' && basename(name) === name;

/** Bytes of all archives. */
export const bytesOf = ({ files }: Pick<ImagesManifest, 'files'>): number =>
  files.reduce((sum, { size }) => sum + size, 0);
