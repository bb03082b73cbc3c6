import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { SeedError } from '../cluster/seed.ts';
import { measureFile, Meter } from './digest.ts';

/** Bytes that are read at once: small pieces cost more than they hold. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * Sends a kept file somewhere, and takes its digest on the way.
 * @param send takes the file's bytes
 * @throws SeedError when the file is not what was kept; else what `send` throws
 */
export async function sendChecked(
  folder: string,
  file: { name: string; size: number; sha256: string },
  send: (bytes: Readable) => Promise<void>,
): Promise<void> {
  const path = join(folder, file.name);
  const meter = new Meter();
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  source.on('error', (error) => meter.destroy(error));
  const isWhole = ({ size, sha256 }: { size: number; sha256: string }): boolean =>
    size === file.size && sha256 === file.sha256;
  const damaged = new SeedError(`${file.name} is damaged: it is not what was kept`);
  try {
    await send(source.pipe(meter));
    await finished(meter.resume(), { writable: false });
  } catch (error) {
    // Whoever was sent a damaged file may well have refused it; then the damage is what there is to say.
    const found = await measureFile(path).catch(() => undefined);
    throw found !== undefined && isWhole(found) ? error : damaged;
  }
  if (!isWhole({ size: meter.size, sha256: meter.digest() })) throw damaged;
}
