import { join } from 'node:path';
import { parseMemory } from '../../config/quantity.ts';
import { readMemory } from '../../config/scalars.ts';
import { connectEngine } from '../../docker/connect.ts';
import { LocalImagesServer } from '../../localImages/server.ts';

/** Bounds what is kept of the engine's images at the same time. */
const SPOOL_VARIABLE = 'K3D_LOCAL_IMAGES_SPOOL';
const SPOOL_DEFAULT = '4g';

/** `k3d serve-local-images`, in a process of its own that ends by itself. */
export async function serveLocalImages(folder: string): Promise<void> {
  const text = process.env[SPOOL_VARIABLE];
  const limit = text
    ? readMemory(text, `environment variable ${SPOOL_VARIABLE}`)
    : (parseMemory(SPOOL_DEFAULT) as number);
  const engine = await connectEngine();
  await new LocalImagesServer(engine, folder, join(folder, 'spool'), limit).run();
  // Connections to the engine that are still open are nobody's any more.
  process.exit(0);
}
