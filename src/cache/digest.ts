import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Transform, type TransformCallback } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Passes bytes on, counting them and taking their digest. */
export class Meter extends Transform {
  size = 0;
  readonly #hash = createHash('sha256');

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    this.#hash.update(chunk);
    done(null, chunk);
  }

  /** SHA-256 of all that has passed, in hexadecimal. To be asked once, at the end. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}

/** Bytes that are read at once: small pieces cost more than they hold. */
export const CHUNK_BYTES = 1024 * 1024;

/** Size in bytes and SHA-256 of a file. @throws the file system's error when it can't be read */
export async function measureFile(path: string): Promise<{ size: number; sha256: string }> {
  const meter = new Meter();
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  source.on('error', (error) => meter.destroy(error));
  source.pipe(meter).resume();
  await finished(meter);
  return { size: meter.size, sha256: meter.digest() };
}
