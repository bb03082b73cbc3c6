import { randomBytes } from 'node:crypto';
import type { Reporter } from '../../common/reporter.ts';
import { localImagesPrefix } from '../../plan/localImages.ts';

/** What the path of a new registry begins with: nobody can guess it, and logs don't show it. */
export function newPrefix(reporter: Reporter): string {
  const password = randomBytes(16).toString('hex');
  reporter.secret(password);
  return localImagesPrefix(password);
}
