import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { type Extract, extract } from 'tar-stream';
import { type Engine, readAll } from './engine.ts';

/** The entries of a tar, which end with an error where the tar does. */
export function unpack(archive: Readable): Extract {
  const unpacked = archive.pipe(extract());
  archive.on('error', (error) => unpacked.destroy(error));
  return unpacked;
}

/** Reads one file of a container, which need not run. @returns undefined when it is not there */
export async function readFile(engine: Engine, container: string, path: string): Promise<string | undefined> {
  return (await readFiles(engine, container, path))?.get(posix.basename(path));
}

/**
 * Reads a file, or the files directly in a folder, of a container, which need not run.
 * @returns their texts by file name; undefined when there is no such path
 */
export async function readFiles(
  engine: Engine,
  container: string,
  path: string,
): Promise<Map<string, string> | undefined> {
  const archive = await engine.containers.getArchive(container, path);
  if (archive === undefined) return undefined;
  const files = new Map<string, string>();
  for await (const entry of unpack(archive)) {
    const parts = entry.header.name.split('/');
    const wanted = entry.header.type === 'file' && parts.length <= 2;
    const content = wanted ? await readAll(Readable.from(entry)) : void entry.resume();
    if (content !== undefined) files.set(parts.at(-1) as string, content.toString('utf8'));
  }
  return files;
}
