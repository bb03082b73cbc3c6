import type { Readable } from 'node:stream';
import type { ImageInfo, Images, PullProgress } from '../../docker/engine.ts';

/**
 * Images of an engine in a container. One that the engine around it has, in another version or alone, is brought over
 * when it is looked for: what a job has built or restored is there for its clusters.
 */
export class NestedImages implements Images {
  readonly #inner: Images;
  readonly #outer: Images;
  /** What has been brought over, or is on its way, by name and the id that it has outside. */
  readonly #brought = new Map<string, Promise<void>>();

  constructor(inner: Images, outer: Images) {
    this.#inner = inner;
    this.#outer = outer;
  }

  async inspect(reference: string): Promise<ImageInfo | undefined> {
    const [own, around] = await Promise.all([this.#inner.inspect(reference), this.#outer.inspect(reference)]);
    if (around === undefined || around.id === own?.id) return own;
    // Engines that keep images in other ways have other ids for the same image: it is brought once all the same.
    const key = `${reference} ${around.id}`;
    const bringing = this.#brought.get(key) ?? this.#bring(reference);
    this.#brought.set(key, bringing);
    await bringing;
    return this.#inner.inspect(reference);
  }

  async #bring(reference: string): Promise<void> {
    await this.#inner.load(await this.#outer.save([reference]));
  }

  pull(reference: string, onProgress: (progress: PullProgress) => void, signal: AbortSignal): Promise<void> {
    return this.#inner.pull(reference, onProgress, signal);
  }

  remoteDigest(reference: string, signal: AbortSignal): Promise<string> {
    return this.#inner.remoteDigest(reference, signal);
  }

  load(archive: Readable): Promise<void> {
    return this.#inner.load(archive);
  }

  tag(reference: string, name: string): Promise<void> {
    return this.#inner.tag(reference, name);
  }

  save(references: readonly string[]): Promise<Readable> {
    return this.#inner.save(references);
  }
}
