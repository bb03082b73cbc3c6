import type { Engine } from '../docker/engine.ts';

/** What an engine's images and clusters are made for, e.g. `linux/amd64`. */
export async function platformOf(engine: Engine): Promise<string> {
  const { os, arch } = await engine.info();
  return `${os}/${arch}`;
}
