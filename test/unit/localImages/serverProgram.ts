import { join } from 'node:path';
import type { Engine } from '../../../src/docker/engine.ts';
import { LocalImagesServer } from '../../../src/localImages/server.ts';

const folder = process.argv[2] as string;
const never = (): Promise<void> => new Promise(() => undefined);
const engine = { containers: { list: async () => [] }, watch: never, watchTags: never } as unknown as Engine;
await new LocalImagesServer(engine, folder, join(folder, 'spool'), 1e9).run();
process.exit(0);
