import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { messageOf, UserError } from '../../common/errors.ts';
import { readAll } from '../../docker/engine.ts';
import { fullImageName } from '../../contract/imageName.ts';
import { openArchive } from './openArchive.ts';

/** Key under which an OCI index names its images (containerd and Docker write it). */
const NAME_ANNOTATION = 'io.containerd.image.name';
const REF_ANNOTATION = 'org.opencontainers.image.ref.name';

/**
 * The names of the images in an archive, as `docker save` or an OCI tool wrote it, compressed or not. All of it is read: one
 * that was cut is found before anybody gets a part of it.
 * @throws UserError when the file can't be read or is no such archive
 */
export async function imagesInArchive(path: string): Promise<string[]> {
  let source: Readable | undefined;
  try {
    source = await openArchive(path);
    let manifest: string | undefined;
    let index: string | undefined;
    const unpacked = extract();
    pipeline(source, unpacked).catch((error: Error) => unpacked.destroy(error));
    for await (const entry of unpacked) {
      const name = entry.header.name.replace(/^\.\//, '');
      if (name === 'manifest.json') manifest = (await readAll(Readable.from(entry))).toString('utf8');
      else if (name === 'index.json') index = (await readAll(Readable.from(entry))).toString('utf8');
      else entry.resume();
    }
    if (manifest === undefined && index === undefined) {
      throw new UserError(`${path} is no image archive: it has neither manifest.json nor index.json`);
    }
    return [...new Set([...namesInManifest(manifest), ...namesInIndex(index)].map(fullImageName))];
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path} can't be read as an image archive: ${messageOf(error)}`, { cause: error });
  } finally {
    source?.destroy();
  }
}

/** Names in the `manifest.json` of `docker save`. */
export function namesInManifest(text: string | undefined): string[] {
  if (text === undefined) return [];
  const entries = JSON.parse(text) as { RepoTags?: string[] | null }[];
  return entries.flatMap((entry) => entry.RepoTags ?? []);
}

/** Names in the `index.json` of an OCI layout. A bare tag is no name: nobody could ask for it. */
export function namesInIndex(text: string | undefined): string[] {
  if (text === undefined) return [];
  const { manifests = [] } = JSON.parse(text) as { manifests?: { annotations?: Record<string, string> }[] };
  return manifests.flatMap(({ annotations = {} }) => {
    const name = annotations[NAME_ANNOTATION] ?? annotations[REF_ANNOTATION];
    return name !== undefined && /[/:]/.test(name) ? [name] : [];
  });
}
