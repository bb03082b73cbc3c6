import { Transform, type TransformCallback } from 'node:stream';

const BLOCK = 512;

/** An entry of a tar, as far as deciding on it needs. */
export interface TarEntry {
  /** Without a slash at its end. */
  name: string;
  isFolder: boolean;
  /** Bytes. */
  size: number;
}

export interface TarFilterOptions {
  /** Whether an entry stays. Asked once for each, in the archive's order. */
  keep: (entry: TarEntry) => boolean;
  /** Extended attributes to add to an entry, as `name=value`. */
  attributes?: (entry: TarEntry) => readonly string[];
}

/**
 * Passes a tar on without some of its entries, and with extended attributes added to others. What stays is passed on
 * byte by byte: tar libraries read the extended headers as text, which destroys attributes such as capabilities.
 * Format: POSIX pax, with GNU's long names (IEEE 1003.1, pax; GNU tar manual, "Basic Tar Format").
 */
export class TarFilter extends Transform {
  readonly #options: TarFilterOptions;
  /** Bytes of an incomplete block, or of an extended header. */
  #held: Buffer[] = [];
  #heldBytes = 0;
  /** Bytes that are needed before the next decision. */
  #wanted = BLOCK;
  /** Extended headers that belong to the next entry, header blocks and contents. */
  #extensions: { type: string; header: Buffer; content: Buffer }[] = [];
  #extensionHeader: Buffer | undefined;
  /** Bytes of the current entry's content that have not passed yet, padding included. */
  #remaining = 0;
  #keeping = true;

  constructor(options: TarFilterOptions) {
    super();
    this.#options = options;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      let rest = chunk;
      while (rest.length > 0) rest = this.#remaining > 0 ? this.#passContent(rest) : this.#collect(rest);
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    const cut = this.#remaining > 0 || this.#heldBytes > 0 || this.#extensions.length > 0;
    done(cut ? new Error('the archive ends in the middle of an entry') : null);
  }

  #passContent(chunk: Buffer): Buffer {
    const part = chunk.subarray(0, this.#remaining);
    this.#remaining -= part.length;
    if (this.#keeping) this.push(part);
    return chunk.subarray(part.length);
  }

  /** Gathers the bytes that the next decision needs. @returns what is left of the chunk */
  #collect(chunk: Buffer): Buffer {
    const part = chunk.subarray(0, this.#wanted - this.#heldBytes);
    this.#held.push(part);
    this.#heldBytes += part.length;
    if (this.#heldBytes === this.#wanted) {
      const block = Buffer.concat(this.#held);
      this.#held = [];
      this.#heldBytes = 0;
      this.#wanted = BLOCK;
      if (this.#extensionHeader === undefined) this.#header(block);
      else this.#extension(this.#extensionHeader, block);
    }
    return chunk.subarray(part.length);
  }

  #header(block: Buffer): void {
    if (block.every((byte) => byte === 0)) {
      this.push(block); // the end of the archive
      return;
    }
    if (checksumOf(block) !== octal(block, 148, 8)) throw new Error('a header of the archive is damaged');
    const type = String.fromCharCode(block[156] as number);
    if ('xgLK'.includes(type)) {
      this.#extensionHeader = block;
      this.#wanted = padded(sizeOf(block));
      if (this.#wanted === 0) this.#extension(block, Buffer.alloc(0));
      return;
    }
    this.#entry(block, type);
  }

  #extension(header: Buffer, content: Buffer): void {
    this.#extensionHeader = undefined;
    this.#wanted = BLOCK;
    this.#extensions.push({ type: String.fromCharCode(header[156] as number), header, content });
  }

  #entry(header: Buffer, type: string): void {
    const pax = this.#extensions.find((extension) => extension.type === 'x');
    const records = pax === undefined ? new Map<string, string>() : paxRecords(pax.content, sizeOf(pax.header));
    const longName = this.#extensions.find((extension) => extension.type === 'L')?.content;
    const name = records.get('path') ?? (longName === undefined ? plainName(header) : text(longName));
    const hasContent = type === '0' || type === '\0' || type === '7';
    const size = hasContent ? Number(records.get('size') ?? sizeOf(header)) : 0;
    const entry = { name: name.replace(/\/+$/, ''), isFolder: type === '5', size };
    this.#remaining = padded(size);
    this.#keeping = this.#options.keep(entry);
    if (this.#keeping) {
      this.#addAttributes(this.#options.attributes?.(entry) ?? []);
      for (const extension of this.#extensions) this.push(Buffer.concat([extension.header, extension.content]));
      this.push(header);
    }
    this.#extensions = [];
  }

  #addAttributes(attributes: readonly string[]): void {
    if (attributes.length === 0) return;
    const pax = this.#extensions.find((extension) => extension.type === 'x');
    const before = pax === undefined ? Buffer.alloc(0) : pax.content.subarray(0, sizeOf(pax.header));
    const added = attributes.map((attribute) => paxRecord(`SCHILY.xattr.${attribute}`));
    const content = Buffer.concat([before, ...added]);
    const header = extensionHeader(content.length);
    const extension = { type: 'x', header, content: Buffer.concat([content], padded(content.length)) };
    this.#extensions = [...this.#extensions.filter((other) => other !== pax), extension];
  }
}

const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

/** A field's text: up to the first zero byte. */
function text(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? field.length : end);
}

function octal(block: Buffer, at: number, length: number): number {
  return Number.parseInt(text(block.subarray(at, at + length)).trim() || '0', 8);
}

/** The size field; sizes over 8 GiB are binary, marked by the highest bit. */
function sizeOf(block: Buffer): number {
  return (block[124] as number) & 0x80 ? Number(block.readBigUInt64BE(128)) : octal(block, 124, 12);
}

function plainName(block: Buffer): string {
  const prefix = block.toString('latin1', 257, 262) === 'ustar' ? text(block.subarray(345, 500)) : '';
  const name = text(block.subarray(0, 100));
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** The sum of a header's bytes, with its own field taken as spaces. */
function checksumOf(block: Buffer): number {
  let sum = 8 * 0x20;
  for (const [index, byte] of block.entries()) if (index < 148 || index >= 156) sum += byte;
  return sum;
}

/** `LENGTH KEY=VALUE\n`, where the length counts itself. */
function paxRecord(record: string): Buffer {
  const rest = Buffer.byteLength(record) + 2;
  let length = rest + String(rest).length;
  if (rest + String(length).length !== length) length += 1;
  return Buffer.from(`${length} ${record}\n`);
}

function paxRecords(content: Buffer, size: number): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < size;) {
    const space = content.indexOf(0x20, at);
    const length = Number.parseInt(content.toString('latin1', at, space), 10);
    if (!(length > 0)) throw new Error('an extended header of the archive is damaged');
    const record = content.toString('utf8', space + 1, at + length - 1);
    const equals = record.indexOf('=');
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}

function extensionHeader(size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write('PaxHeaders/k3d', 0);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('x', 156);
  block.write('ustar\x0000', 257, 'latin1');
  block.write(`${checksumOf(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
