import { glob, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UserError } from '../common/errors.ts';
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
  for (const { value, where } of patterns) {
    const before = digests.size;
    let known = false;
    for await (const match of glob(value, { cwd })) {
      const path = join(cwd, match);
      if (!(await stat(path)).isFile()) continue;
      const name = relative(cwd, path);
      known ||= digests.has(name);
      digests.set(name, (await measureFile(path)).sha256);
    }
    if (digests.size === before && !known) throw new UserError(`${where}: "${value}" names no file`);
  }
  return digests;
}
