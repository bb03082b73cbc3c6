import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Engine } from '../../docker/engine.ts';
import { checkFile } from '../checkedFile.ts';
import { CHUNK_BYTES, Meter } from '../digest.ts';
import { platformOf } from '../platform.ts';
import { IMAGES_FORMAT, type ImagesManifest, readImagesManifest, writeImagesManifest } from './manifest.ts';

const ARCHIVE = 'engine.tar';

/**
 * Keeps images of the engine in a folder, in one archive, which holds each layer once.
 * @param pullSeconds what it took to pull them
 * @throws EngineError; the file system's error when they can't be written
 */
export async function saveEngineImages(
  engine: Engine,
  references: readonly string[],
  folder: string,
  pullSeconds: number,
): Promise<ImagesManifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const images = await Promise.all(
    references.map(async (name) => {
      const { id = '', layers = [] } = (await engine.images.inspect(name)) ?? {};
      return { name, id, layers };
    }),
  );
  const meter = new Meter();
  await pipeline(await engine.images.save(references), meter, createWriteStream(join(folder, ARCHIVE)));
  const manifest: ImagesManifest = {
    format: IMAGES_FORMAT,
    kind: 'engine',
    platform: await platformOf(engine),
    images,
    files: [{ name: ARCHIVE, size: meter.size, sha256: meter.digest() }],
    pullSeconds,
  };
  await writeImagesManifest(folder, manifest);
  return manifest;
}

/**
 * Gives the engine the images of a folder.
 * @returns what was in it, and the images that are not what they were: they have to be pulled after all
 * @throws SeedError when the folder is damaged or for another platform; EngineError when the engine refuses it
 */
export async function loadEngineImages(
  engine: Engine,
  folder: string,
): Promise<{ manifest: ImagesManifest; wrong: string[] }> {
  const manifest = await readImagesManifest(folder, { kind: 'engine', platform: await platformOf(engine) });
  for (const file of manifest.files) {
    // Beforehand: an engine keeps what it has taken in of an archive that breaks off.
    await checkFile(folder, file);
    await engine.images.load(createReadStream(join(folder, file.name), { highWaterMark: CHUNK_BYTES }));
  }
  const wrong: string[] = [];
  for (const { name, id, layers = [] } of manifest.images) {
    const image = await engine.images.inspect(name);
    // An engine that keeps its images in another kind of store calls the same image by another id.
    if (image?.id !== id && !(layers.length > 0 && image?.layers.join() === layers.join())) wrong.push(name);
  }
  return { manifest, wrong };
}
