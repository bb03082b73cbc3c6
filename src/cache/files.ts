import { join, relative } from 'node:path';
import { filesNamed } from '../config/globs.ts';
import { measureFile } from './digest.ts';

/**
 * Digests of the files that patterns name.
 * @param patterns globs relative to `cwd`; each has to name at least one file
 * @returns digest by path relative to `cwd`
 * @throws UserError naming a pattern that names nothing
 */
export async function digestsOfFiles(
  patterns: readonly { value: string; where: string }[],
  cwd: string,
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const path of patterns.flatMap((pattern) => filesNamed(pattern, cwd))) {
    const full = join(cwd, path);
    digests.set(relative(cwd, full), (await measureFile(full)).sha256);
  }
  return digests;
}
