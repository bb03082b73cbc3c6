import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../common/errors.ts';
import { ended, run } from './command.ts';
import { PATHS } from './paths.ts';

/** Says in the engine's data that the clusters which were asked for have been made. */
const MADE = join(PATHS.dataRoot, 'k3d-made');

/** Runs `k3d` with the container's own output. */
export type RunK3d = (args: readonly string[]) => Promise<number>;

/** A `k3d` that is told to stop when `signal` is aborted, and then undoes what it has done. */
export function k3dWith(env: NodeJS.ProcessEnv, signal: AbortSignal): RunK3d {
  return async (args) => {
    signal.throwIfAborted();
    const child = spawn('k3d', args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    const onAbort = (): void => void child.kill('SIGTERM');
    signal.addEventListener('abort', onAbort, { once: true });
    const code = await ended(child);
    signal.removeEventListener('abort', onAbort);
    signal.throwIfAborted();
    return code;
  };
}

/**
 * Brings the clusters that are wanted: makes them, or, when the engine's data holds clusters from an earlier start, waits
 * until those work again.
 * @throws UserError when that fails; why has been said by then
 */
export async function bringClusters(create: readonly string[], k3d: RunK3d, env: NodeJS.ProcessEnv): Promise<void> {
  const work = async (what: string, ...args: string[]): Promise<void> => {
    const code = await k3d(['cluster', ...args]);
    if (code !== 0) throw new UserError(`the cluster could not be ${what} (k3d cluster ${args[0]} ended with ${code})`);
  };
  const there = await clusterNames(env);
  if (existsSync(MADE) && there.length > 0) return work('started again', 'start', ...there, '--wait');
  // Nobody but us was at work here: it was killed in the middle of a creation.
  if (there.length > 0) await work('removed', 'delete', ...there);
  await work('created', 'create', ...create);
  writeFileSync(MADE, '');
}

/** Names of the clusters that the engine has. */
async function clusterNames(env: NodeJS.ProcessEnv): Promise<string[]> {
  const clusters = JSON.parse(await run('k3d', ['cluster', 'list', '--output', 'json'], env)) as { name: string }[];
  return clusters.map(({ name }) => name);
}
