import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { messageOf, UserError } from '../common/errors.ts';

/** Data of programs is where XDG has it (Base Directory Specification). */
const dataFolder = (env: NodeJS.ProcessEnv): string =>
  join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'k3d');

/** Says where snapshots are, in place of the user's folder: those of a job go with the job. */
export const SNAPSHOTS_VARIABLE = 'K3D_SNAPSHOTS';

/** The folder of this user's snapshots, or of this job's. */
export function snapshotsFolder(env: NodeJS.ProcessEnv): string {
  return env[SNAPSHOTS_VARIABLE] || join(dataFolder(env), 'snapshots');
}

/** The folder of this user's cached images. */
export function imagesFolder(env: NodeJS.ProcessEnv): string {
  return join(dataFolder(env), 'images');
}

/** The names of the folders in a folder. */
export async function namesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Bytes of the files directly in a folder. */
export async function bytesIn(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Writes the files of a folder as one file, compressed as its name says: `.zst`, `.gz`, or not at all. It is for its
 * owner alone. What was begun is removed when it fails.
 */
export async function packFolder(folder: string, path: string): Promise<void> {
  const archive = pack();
  const feeding = (async () => {
    for (const name of (await readdir(folder)).sort()) {
      const file = join(folder, name);
      const entry = archive.entry({ name, size: (await stat(file)).size, mode: 0o600 });
      await pipeline(createReadStream(file), entry);
    }
    archive.finalize();
  })();
  feeding.catch((error: Error) => archive.destroy(error));
  const output = createWriteStream(path, { mode: 0o600 });
  try {
    if (path.endsWith('.zst')) await pipeline(Readable.from(archive), createZstdCompress(), output);
    else if (/\.t?gz$/.test(path)) await pipeline(Readable.from(archive), createGzip(), output);
    else await pipeline(Readable.from(archive), output);
    await feeding;
  } catch (error) {
    await rm(path, { force: true });
    throw new UserError(`${path} can't be written: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * Unpacks what `packFolder` wrote. Only plain files, under their last names: nothing lands outside of the folder.
 * @throws UserError when it can't be read
 */
export async function unpackFolder(path: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unpacked = extract();
  const source = createReadStream(path);
  const reading = path.endsWith('.zst')
    ? pipeline(source, createZstdDecompress(), unpacked)
    : /\.t?gz$/.test(path)
      ? pipeline(source, createGunzip(), unpacked)
      : pipeline(source, unpacked);
  reading.catch(() => undefined);
  try {
    for await (const entry of unpacked) {
      const name = basename(entry.header.name);
      if (entry.header.type === 'file' && name !== '' && !name.startsWith('.')) {
        await pipeline(Readable.from(entry), createWriteStream(join(folder, name), { mode: 0o600 }));
      } else entry.resume();
    }
    await reading;
  } catch (error) {
    throw new UserError(`${path} can't be read: ${messageOf(error)}`, { cause: error });
  }
}
