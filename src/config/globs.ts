import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../common/errors.ts';

/**
 * The files that a glob names, sorted, as paths below `cwd`.
 * @throws UserError when it names none
 */
export function filesNamed({ value, where }: { value: string; where: string }, cwd: string): string[] {
  const found = globSync(value, { cwd }).filter((path) => statSync(join(cwd, path)).isFile());
  if (found.length === 0) throw new UserError(`${where}: "${value}" matches no file`);
  return found.sort();
}
