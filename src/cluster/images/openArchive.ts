import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';

/** How compressed files begin (RFC 1952, RFC 8878). */
const KINDS: readonly { magic: Buffer; decompress: () => Transform }[] = [
  { magic: Buffer.from([0x1f, 0x8b]), decompress: createGunzip },
  { magic: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), decompress: createZstdDecompress },
];

/**
 * A file, uncompressed if its first bytes say that it is compressed, whatever its name is.
 * @throws the system's error when it can't be opened
 */
export async function openArchive(path: string): Promise<Readable> {
  const magic = await firstBytes(path, 4);
  const source = createReadStream(path);
  const kind = KINDS.find((one) => magic.subarray(0, one.magic.length).equals(one.magic));
  // What fails comes out at the end that is read.
  return kind === undefined ? source : pipeline(source, kind.decompress(), () => undefined);
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
