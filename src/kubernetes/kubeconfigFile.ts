import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readlinkSync, type Stats } from 'node:fs';
import { access, constants, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import lockfile from 'proper-lockfile';
import { messageOf, UserError } from '../common/errors.ts';
import { decodeText } from '../common/text.ts';
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

/** The file of one cluster alone, where k3d writes it. */
export const ownKubeconfigPath = (cluster: string, env: NodeJS.ProcessEnv, home = homedir()): string =>
  join(env.XDG_CONFIG_HOME || join(home, '.config'), 'k3d', `kubeconfig-${cluster}.yaml`);

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

/** Writes a kubeconfig file anew: one that is new is readable by its owner only. */
export async function writeKubeconfig(path: string, config: Kubeconfig): Promise<void> {
  const target = followed(path);
  await mkdir(dirname(target), { recursive: true });
  await replaceFile(target, formatKubeconfig(config));
}

/**
 * Reads, changes and replaces a kubeconfig under a lock, so that two programs can't lose each other's entries. The file is replaced by a rename: whoever reads it sees the old or the new one, never half of it.
 */
async function updateFile(path: string, change: (config: Kubeconfig) => Kubeconfig): Promise<void> {
  try {
    const target = followed(path);
    await mkdir(dirname(target), { recursive: true });
    const release = await lock(target);
    try {
      const config = existsSync(target)
        ? parseKubeconfig(decodeText(await readFile(target)), target)
        : emptyKubeconfig();
      await replaceFile(target, formatKubeconfig(change(config)));
    } finally {
      await release();
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`the kubeconfig ${path} can't be changed: ${messageOf(error)}`, { cause: error });
  }
}

/** Where a link leads, so that it stays one; what it leads to may have to be made yet. */
function followed(path: string): string {
  let target = path;
  for (let links = 0; links < LINKS; links++) {
    try {
      target = resolve(dirname(target), readlinkSync(target));
    } catch {
      return target; // no link, or nothing there
    }
  }
  throw new UserError(`the kubeconfig ${path} can't be changed: it is a link that leads nowhere`);
}

/** How many links lead to a file at most (Linux: ELOOP). */
const LINKS = 40;

/**
 * The lock lies beside the file, where kubectl and every client-go program have theirs (client-go: clientcmd/config.go), or
 * where everybody may write if nobody may there.
 */
async function lock(target: string): Promise<() => Promise<void>> {
  const acquire = (lockfilePath: string): Promise<() => Promise<void>> =>
    lockfile.lock(target, {
      realpath: false,
      lockfilePath,
      stale: STALE_MS,
      retries: { retries: 60, minTimeout: 50, maxTimeout: 500 },
    });
  const path = `${target}.lock`;
  const there = await stat(path).catch(() => undefined);
  // Theirs is a file and ours a folder: one that was left by a program that was killed is not ours to remove.
  if (there?.isFile() && Date.now() - there.mtimeMs > STALE_MS)
    throw new UserError(`the kubeconfig ${target} is locked by ${path}: delete that file if no program is using it`);
  try {
    // Asked first: the library would try again and again.
    await access(dirname(target), constants.W_OK);
    return await acquire(path);
  } catch (error) {
    if (!UNWRITABLE.includes(codeOf(error))) throw error;
    const digest = createHash('sha256').update(target).digest('hex').slice(0, 16);
    return acquire(join(tmpdir(), `k3d-kubeconfig-${digest}.lock`));
  }
}

/** A lock that nobody has touched for so long was left, in milliseconds: changing a kubeconfig takes far less. */
const STALE_MS = 10_000;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** A folder in which nothing can be made. */
const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS'];
/** A file that can't be replaced, but may be written: one in such a folder, or that is mounted. */
const IN_PLACE = [...UNWRITABLE, 'EBUSY', 'EXDEV'];

/** A file of the user's keeps its owner and its mode; a new one is readable by its owner only. */
async function replaceFile(path: string, text: string): Promise<void> {
  const before = await stat(path).catch(() => undefined);
  try {
    await replaceByRename(path, text, before);
  } catch (error) {
    if (before === undefined || !IN_PLACE.includes(codeOf(error))) throw error;
    const file = await open(path, 'r+');
    try {
      await file.truncate(0);
      await file.writeFile(text);
    } finally {
      await file.close();
    }
  }
}

async function replaceByRename(path: string, text: string, before: Stats | undefined): Promise<void> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(text);
      if (before !== undefined) {
        await file.chown(before.uid, before.gid);
        await file.chmod(before.mode & 0o7777);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
