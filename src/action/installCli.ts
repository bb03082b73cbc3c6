import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Core from '@actions/core';

/**
 * Puts our CLI on the PATH of later steps, as `k3d`. It runs on the runner's own Node, since the job may have none.
 * @param bundle folder with cli.js
 * @param folder the job's own folder
 */
export async function installCli(core: typeof Core, bundle: string, folder: string): Promise<void> {
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  const script = `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(join(bundle, 'cli.js'))} "$@"\n`;
  await writeFile(join(bin, 'k3d'), script);
  await chmod(join(bin, 'k3d'), 0o755);
  core.addPath(bin);
}
