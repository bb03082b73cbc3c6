import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import lockfile from 'proper-lockfile';
import { messageOf, UserError } from '../common/errors.ts';
import {
  conflictingEntry,
  emptyKubeconfig,
  formatKubeconfig,
  type Kubeconfig,
  mergeKubeconfig,
  parseKubeconfig,
  withoutCluster,
} from './kubeconfig.ts';

/** The file that kubectl writes to by default: the first of KUBECONFIG, else ~/.kube/config. */
export function defaultKubeconfigPath(env: NodeJS.ProcessEnv, home = homedir()): string {
  const first = (env.KUBECONFIG ?? '').split(delimiter).find((path) => path !== '');
  return first ?? join(home, '.kube', 'config');
}

/** All files that kubectl reads by default. */
export function kubeconfigPaths(env: NodeJS.ProcessEnv, home = homedir()): string[] {
  const listed = (env.KUBECONFIG ?? '').split(delimiter).filter((path) => path !== '');
  return listed.length > 0 ? listed : [join(home, '.kube', 'config')];
}

/**
 * Merges a cluster's entries into a kubeconfig file, which is made if need be.
 * @param replace whether entries of the same name that differ are replaced
 * @throws UserError if that can't be done, or an entry differs that is not to be replaced
 */
export function mergeIntoFile(path: string, added: Kubeconfig, switchContext: boolean, replace = true): Promise<void> {
  return updateFile(path, (config) => {
    const conflict = replace ? undefined : conflictingEntry(config, added);
    if (conflict !== undefined) {
      throw new UserError(`${path} has another ${conflict} already: leave --update=false out to replace it`);
    }
    return mergeKubeconfig(config, added, switchContext);
  });
}

/** Takes a cluster's entries out of a kubeconfig file. A file that is not there needs no change. */
export async function removeFromFile(path: string, cluster: string): Promise<void> {
  if (!existsSync(path)) return;
  await updateFile(path, (config) => withoutCluster(config, cluster));
}

/** Writes a kubeconfig file anew, readable by its owner only. */
export async function writeKubeconfig(path: string, config: Kubeconfig): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, formatKubeconfig(config));
}

/**
 * Reads, changes and replaces a kubeconfig under a lock of our own, so that two of us can't lose each other's
 * entries. The file is replaced by a rename: whoever reads it sees the old or the new one, never half of it.
 */
async function updateFile(path: string, change: (config: Kubeconfig) => Kubeconfig): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    // Through a link, so that the link stays one.
    const target = existsSync(path) ? realpathSync(path) : path;
    const release = await lockfile.lock(target, {
      realpath: false,
      lockfilePath: `${target}.k3d-lock`,
      stale: 10_000,
      retries: { retries: 60, minTimeout: 50, maxTimeout: 500 },
    });
    try {
      const config = existsSync(target) ? parseKubeconfig(await readFile(target, 'utf8'), target) : emptyKubeconfig();
      await replaceFile(target, formatKubeconfig(change(config)));
    } finally {
      await release();
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`the kubeconfig ${path} can't be changed: ${messageOf(error)}`, { cause: error });
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    await chmod(path, 0o600);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
