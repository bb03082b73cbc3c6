import type { Engine } from '../docker/engine.ts';

/** What an engine's images and clusters are made for, e.g. `linux/amd64`. */
export function platformOf(engine: Engine): Promise<string> {
  const known = platforms.get(engine) ?? engine.info().then(({ os, arch }) => `${os}/${arch}`);
  platforms.set(engine, known);
  known.catch(() => platforms.delete(engine));
  return known;
}

/** An engine stays what it is: it is asked once. */
const platforms = new WeakMap<Engine, Promise<string>>();
