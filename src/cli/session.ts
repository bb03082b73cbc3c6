import type { Command } from 'commander';
import { InterruptedError } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import { cliReporter } from './reporter.ts';

/** The reporter that a command's global flags ask for. */
export function reporterOf(command: Command): Reporter {
  const options = command.optsWithGlobals<Partial<Record<'verbose' | 'trace' | 'timestamps' | 'quiet', boolean>>>();
  return cliReporter({
    verbose: options.verbose === true || options.trace === true,
    timestamps: options.timestamps === true,
    quiet: options.quiet === true,
  });
}

/** Runs `work` with a signal that is aborted by Ctrl-C or a polite kill; a second one ends the process at once. */
export async function interruptible(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interrupted = new AbortController();
  const onSignal = (name: 'SIGINT' | 'SIGTERM'): void => {
    const reason = new InterruptedError(name);
    if (interrupted.signal.aborted) process.exit(reason.exitCode);
    interrupted.abort(reason);
  };
  // A failure that nobody waits for ends the work like any other: it is undone, and said in one sentence.
  const onStray = (error: unknown): void =>
    interrupted.abort(error instanceof Error ? error : new Error(String(error)));
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('unhandledRejection', onStray);
  try {
    await work(interrupted.signal);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('unhandledRejection', onStray);
  }
}
