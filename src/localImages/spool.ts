import { existsSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { blobPath, takeApart } from './archive.ts';
import type { ServedImage } from './descriptor.ts';

/** An image in the spool. */
interface Kept extends ServedImage {
  /** When something of it was last asked for, by a counter. */
  used: number;
}

/** Images that were taken from the engine, as blobs in a folder. Beyond its bound the least recently used go. */
export class Spool {
  readonly #folder: string;
  readonly #limit: number;
  readonly #images = new Map<string, Kept>();
  readonly #exports = new Map<string, Promise<ServedImage>>();
  #clock = 0;

  /** @param limit of all blobs in bytes; a single image may be larger */
  constructor(folder: string, limit: number) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /**
   * An image by its id in the engine. Whoever asks for one that is on its way waits for the same.
   * @param open gives its archive if it is not there
   */
  async image(id: string, open: () => Promise<Readable>): Promise<ServedImage> {
    const kept = this.#images.get(id);
    if (kept !== undefined) {
      kept.used = ++this.#clock;
      return kept;
    }
    const running = this.#exports.get(id) ?? this.#take(id, open);
    this.#exports.set(id, running);
    try {
      return await running;
    } finally {
      this.#exports.delete(id);
    }
  }

  async #take(id: string, open: () => Promise<Readable>): Promise<ServedImage> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const image = await takeApart(await open(), this.#folder);
    this.#images.set(id, { ...image, used: ++this.#clock });
    await this.#shrink(id);
    return image;
  }

  /** The file of a blob, and its size in bytes. @returns undefined when it is not there */
  blob(digest: string): { path: string; size: number } | undefined {
    const path = blobPath(this.#folder, digest);
    if (!existsSync(path)) return undefined;
    const now = ++this.#clock;
    for (const image of this.#images.values()) if (image.digests.includes(digest)) image.used = now;
    return { path, size: statSync(path).size };
  }

  /** The media type of a manifest; undefined: no image was asked for that has it on top. */
  typeOf(digest: string): string | undefined {
    return [...this.#images.values()].find(({ manifest }) => manifest.digest === digest)?.manifest.mediaType;
  }

  /** @param newest stays, whatever its size */
  async #shrink(newest: string): Promise<void> {
    const oldestFirst = [...this.#images].sort(([, a], [, b]) => a.used - b.used).map(([id]) => id);
    for (const id of oldestFirst) {
      if (id === newest || this.#bytes() <= this.#limit) return;
      const digests = this.#images.get(id)?.digests ?? [];
      this.#images.delete(id);
      const others = new Set([...this.#images.values()].flatMap((image) => image.digests));
      // Whoever is reading one reads it to its end.
      for (const digest of digests) if (!others.has(digest)) await rm(blobPath(this.#folder, digest), { force: true });
    }
  }

  #bytes(): number {
    const digests = new Set([...this.#images.values()].flatMap((image) => image.digests));
    const sizes = [...digests].map(
      (digest) => statSync(blobPath(this.#folder, digest), { throwIfNoEntry: false })?.size,
    );
    return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  }

  /** Removes all of it. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
