import { dirname, join } from 'node:path';

/** Reads a file of the project by its path from the root; undefined: there is none. */
export type ReadFile = (path: string) => string | undefined;

/** What a file names of the project: what it imports, and what it opens beside itself, such as the program under test. */
export function referencesOf(path: string, text: string): string[] {
  const imported = [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)];
  const opened = [...text.matchAll(/new URL\('(\.[^']+)', import\.meta\.url\)/g)];
  return [...imported, ...opened].map((match) => join(dirname(path), match[1] as string));
}

/**
 * The tests that a change may break: those that reach a changed file over any number of references. Whoever opens a
 * folder reaches all that is in it.
 * @param changed paths from the root
 */
export function affectedBy(changed: readonly string[], tests: readonly string[], read: ReadFile): string[] {
  return tests.filter((test) => reaches(test, new Set(changed), read));
}

function reaches(from: string, changed: ReadonlySet<string>, read: ReadFile): boolean {
  const seen = new Set<string>();
  const queue = [from];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (isChanged(path, changed)) return true;
    const text = /\.[cm]?[jt]s$/.test(path) ? read(path) : undefined;
    if (text !== undefined) queue.push(...referencesOf(path, text));
  }
  return false;
}

/** A path is changed if it is named or is a folder that holds something named; the root itself says nothing. */
function isChanged(path: string, changed: ReadonlySet<string>): boolean {
  const folder = path.replace(/\/$/, '');
  if (folder === '.' || folder === '') return false;
  return changed.has(folder) || [...changed].some((name) => name.startsWith(`${folder}/`));
}
