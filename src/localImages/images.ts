import type { Readable } from 'node:stream';
import { within } from '../common/within.ts';
import type { ServedImages } from '../contract/localImages.ts';
import type { Engine } from '../docker/engine.ts';
import type { ServedImage } from './descriptor.ts';
import { isBuilt } from './origin.ts';
import type { Spool } from './spool.ts';

/** How long an engine may take to say what it knows of an image, and how long an archive may stand still, in milliseconds. */
const INSPECT_MS = 5000;
const STALL_MS = 30_000;

/** The engine's images, as they are taken into the spool when somebody asks for one. */
export class EngineImages {
  readonly #engine: Engine;
  readonly #spool: Spool;
  #apiVersion: string | undefined;

  constructor(engine: Engine, spool: Spool) {
    this.#engine = engine;
    this.#spool = spool;
  }

  /**
   * Finds an image by its full name and tag.
   * @returns undefined when the engine does not have it, or it is not to be served
   * @throws Error when the engine does not answer in time
   */
  async find(reference: string, which: ServedImages): Promise<ServedImage | undefined> {
    const late = (): Error => new Error(`the engine says nothing of ${reference}`);
    const info = await within(this.#engine.images.inspect(reference), { ms: INSPECT_MS, late });
    if (info === undefined) return undefined;
    if (which === 'built' && !isBuilt(info, reference, await this.#version())) return undefined;
    // By its id: the name may be another image's by the time that the archive is written.
    return this.#spool.image(info.id, async () => bounded(await this.#engine.images.save([info.id])));
  }

  /** Of the engine's API, which is asked once. */
  async #version(): Promise<string> {
    this.#apiVersion ??= (await this.#engine.info()).apiVersion;
    return this.#apiVersion;
  }
}

/** A stream that ends with an error when nothing has come for too long. */
function bounded(stream: Readable): Readable {
  const stop = (): void => void stream.destroy(new Error('the engine has stopped in the middle of an image'));
  let timer = setTimeout(stop, STALL_MS);
  stream.on('data', () => {
    clearTimeout(timer);
    timer = setTimeout(stop, STALL_MS);
  });
  stream.pause();
  return stream.once('close', () => clearTimeout(timer));
}
