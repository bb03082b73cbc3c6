import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cliPath = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));

/** How our CLI ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What it wrote to standard error. */
  said: string;
  /** How long it ran, in milliseconds. */
  ms: number;
}

/** When to end it: at the nth line of progress that it writes, or so many milliseconds after its start. */
export type Moment = { line: number } | { ms: number };

/** Runs our CLI from source with details on, and sends it a signal at a moment, if that comes. */
export async function runAndKill(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  kill?: { signal: NodeJS.Signals; at: Moment },
): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, [cliPath, '--verbose', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  let sent = false;
  const timer =
    kill !== undefined && 'ms' in kill.at ? setTimeout(() => child.kill(kill.signal), kill.at.ms) : undefined;
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
    // Once: a second signal means that there is no time left to undo anything.
    if (sent || kill === undefined || !('line' in kill.at) || linesOf(said).length <= kill.at.line) return;
    sent = child.kill(kill.signal);
  });
  return await new Promise((resolve) =>
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, said, ms: performance.now() - started });
    }),
  );
}

/** The lines of progress. */
export const linesOf = (said: string): string[] => said.split('\n').slice(0, -1);
