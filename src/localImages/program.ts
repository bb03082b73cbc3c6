import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path of the command line program that belongs to the running one: in a bundle it is beside it or above. */
export function ownProgram(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return ['cli.js', '../cli.js', '../cli.ts'].map((name) => join(here, name)).find((path) => existsSync(path));
}
