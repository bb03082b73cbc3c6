import { posix } from 'node:path';

const BLOCK = 512;
const textIn = (header: Buffer, from: number, to: number): string =>
  header.toString('latin1', from, to).replace(/\0[^]*$/, '');

/**
 * The tar of one file that is in other tars, as an engine hands it out: by its last name alone.
 * @param archives what was unpacked, in its order, with where
 * @returns undefined when none has it
 */
export function fileOf(archives: readonly { path: string; bytes: Buffer }[], path: string): Buffer | undefined {
  for (const { path: folder, bytes } of [...archives].reverse()) {
    for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
      const header = Buffer.from(bytes.subarray(at, at + BLOCK));
      const size = Math.ceil(Number.parseInt(textIn(header, 124, 136), 8) / BLOCK) * BLOCK;
      const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
      if (posix.join('/', folder, textIn(header, 345, 500), textIn(header, 0, 100)) === path)
        return Buffer.concat([named(header, posix.basename(path)), content, Buffer.alloc(2 * BLOCK)]);
      at += BLOCK + size;
    }
  }
  return undefined;
}

/** A header with another name, and the sum that belongs to it. */
function named(header: Buffer, name: string): Buffer {
  header.fill(0, 0, 100).fill(0, 345, 500).fill(' ', 148, 156);
  header.write(name, 0, 'latin1');
  const sum = header.reduce((all, one) => all + one, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}
