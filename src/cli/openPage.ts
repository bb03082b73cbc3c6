import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { UserError } from '../common/errors.ts';

/** What opens a file with the program that the user has for it, by platform. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};
const ELSEWHERE = ['xdg-open'];

/**
 * Opens a page in the user's browser. A variable `BROWSER` names another program than the system's.
 * @throws UserError when there is nothing to open it with
 */
export async function openPage(path: string): Promise<void> {
  const own = process.env.BROWSER;
  const [program = '', ...words] = own ? [own] : (OPENERS[process.platform] ?? ELSEWHERE);
  const child = spawn(program, [...words, path], { stdio: 'ignore', detached: true });
  try {
    await once(child, 'spawn');
  } catch (error) {
    throw new UserError(`flag --open: ${program} can't be run: open ${path} by hand`, { cause: error });
  }
  child.unref();
}
