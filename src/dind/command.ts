import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import { UserError } from '../common/errors.ts';

/** Runs a program to its end. @returns its output @throws UserError with its last words when it fails */
export async function run(program: string, args: readonly string[], env = process.env): Promise<string> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [code, stdout, stderr] = await Promise.all([ended(child), text(child.stdout), text(child.stderr)]);
  if (code === 0) return stdout;
  const last = stderr.trim().split('\n').at(-1) ?? '';
  throw new UserError(`${program} ${args[0] ?? ''} failed (${code})${last === '' ? '' : `: ${last}`}`);
}

/** The exit code of a program as a shell has it: 128 and more for one that a signal ended, 127 for one that is not there. */
export async function ended(child: ChildProcess): Promise<number> {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return code ?? 128 + (constants.signals[signal as NodeJS.Signals] ?? 0);
  } catch {
    return 127;
  }
}
