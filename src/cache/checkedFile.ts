import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { SeedError } from '../cluster/seed.ts';
import { CHUNK_BYTES, measureFile, Meter } from './digest.ts';

/** A file as a manifest has it. */
interface KeptFile {
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** @throws SeedError when a file is not what was kept */
export async function checkFile(folder: string, file: KeptFile): Promise<void> {
  const found = await measureFile(join(folder, file.name)).catch(() => undefined);
  if (found?.size !== file.size || found.sha256 !== file.sha256) throw damaged(file);
}

const damaged = ({ name }: KeptFile): SeedError => new SeedError(`${name} is damaged: it is not what was kept`);

/**
 * Sends a kept file somewhere, and takes its digest on the way.
 * @param send takes the file's bytes
 * @throws SeedError when the file is not what was kept; else what `send` throws
 */
export async function sendChecked(
  folder: string,
  file: KeptFile,
  send: (bytes: Readable) => Promise<void>,
): Promise<void> {
  const path = join(folder, file.name);
  const meter = new Meter();
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  source.on('error', (error) => meter.destroy(error));
  try {
    await send(source.pipe(meter));
    await finished(meter.resume(), { writable: false });
  } catch (error) {
    // Whoever was sent a damaged file may well have refused it; then the damage is what there is to say.
    await checkFile(folder, file);
    throw error;
  }
  if (meter.size !== file.size || meter.digest() !== file.sha256) throw damaged(file);
}
