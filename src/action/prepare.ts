import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDuration } from '../common/duration.ts';
import { UserError } from '../common/errors.ts';
import { killGroup } from '../common/processGroup.ts';

/** The user's own script, and where it runs. */
export interface PrepareScript {
  text: string;
  /** Bound in milliseconds. */
  timeoutMs: number;
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** For the file that it is put in. */
  temp: string;
}

/**
 * Runs the user's script as the runner runs one with `shell: bash`, its output in the job's log.
 * @throws UserError when it fails or takes too long; all that it started is ended then
 */
export async function runPrepare(script: PrepareScript, signal: AbortSignal): Promise<void> {
  const folder = await mkdtemp(join(script.temp, 'k3d-prepare-'));
  try {
    const file = join(folder, 'prepare.sh');
    await writeFile(file, `${script.text}\n`, { mode: 0o700 });
    await runBash(file, script, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runBash(file: string, { cwd, env, timeoutMs }: PrepareScript, signal: AbortSignal): Promise<void> {
  // A group of its own, so that what it leaves running can be ended with it.
  const args = ['--noprofile', '--norc', '-e', '-o', 'pipefail', file];
  const child = spawn('bash', args, { cwd, env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
  const end = (): void => killGroup(child);
  const limit = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, limit]);
  either.addEventListener('abort', end, { once: true });
  try {
    const problem = await new Promise<string | undefined>((resolve) => {
      child.on('error', (error) => resolve(`can't be run: ${error.message}`));
      child.on('exit', (code, name) => resolve(code === 0 ? undefined : `ended with ${code ?? name}`));
    });
    signal.throwIfAborted();
    if (limit.aborted) {
      throw new UserError(
        `input "prepare": the script had not ended after ${formatDuration(timeoutMs)}: its output is above; give it longer with "prepare-timeout"`,
      );
    }
    if (problem !== undefined) throw new UserError(`input "prepare": the script ${problem}: its output is above`);
  } finally {
    either.removeEventListener('abort', end);
  }
}
