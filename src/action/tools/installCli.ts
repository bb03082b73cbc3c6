import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Core from '@actions/core';
import { DEFAULTS } from '../../config/defaults.ts';
import { kubernetesOf } from '../../config/version.ts';
import { plainLinesOf } from '../inputs/inputLayer.ts';
import { inputReader } from '../inputs/inputNames.ts';
import { jobFolder } from '../state.ts';
import { chooseTool, readTools } from './choose.ts';
import { provideTools } from './provide.ts';

/**
 * Puts our CLI on the PATH of later steps, as `k3d`. It runs on the runner's own Node, since the job may have none.
 * On Windows its own shells take the second file, bash the first.
 * @param bundle folder with cli.js
 * @param folder the job's own folder
 */
export async function installCli(core: typeof Core, bundle: string, folder: string): Promise<void> {
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'k3d.cmd'), `@"${process.execPath}" "${join(bundle, 'cli.js')}" %*\r\n`);
  const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  const script = `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(join(bundle, 'cli.js'))} "$@"\n`;
  await writeFile(join(bin, 'k3d'), script);
  await chmod(join(bin, 'k3d'), 0o755);
  core.addPath(bin);
}

/**
 * Puts our CLI and tools on the PATH, for a job that makes its clusters itself. What fits is what fits the release that
 * it would get.
 * @throws UserError when the input `tools` is wrong, or one can't be had
 */
export async function installOnly(core: typeof Core, env: NodeJS.ProcessEnv, bundle: string): Promise<void> {
  const wishes = readTools(plainLinesOf(inputReader(env)('tools'), 'tools'));
  await installCli(core, bundle, jobFolder(env));
  const release = kubernetesOf(DEFAULTS.image);
  await provideTools(
    core,
    env,
    wishes.map((wish) => chooseTool(wish, [release])),
  );
}
