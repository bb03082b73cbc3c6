import { readFileSync } from 'node:fs';

/** Our own version, from package.json, which lies one folder above both src/cli's parent and dist. */
export const VERSION: string = readVersion();

function readVersion(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const found = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { version?: string };
      if (found.version !== undefined) return found.version;
    } catch {
      // Not there: the other one is.
    }
  }
  return 'unknown';
}
