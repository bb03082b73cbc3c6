import { type Command, CommanderError } from 'commander';
import { describeError, InterruptedError, LoggedError } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import { complete } from './complete.ts';
import { COMPLETE_WORD } from './commands/completion.ts';
import { childOf, normalizeBooleans } from './options.ts';
import { findPlugin, runPlugin } from './plugin.ts';
import { buildProgram } from './program.ts';
import { cliReporter } from './reporter.ts';

/** The reporter that a command's global flags ask for. */
export function reporterOf(command: Command): Reporter {
  const options = command.optsWithGlobals<{ verbose?: boolean; trace?: boolean; timestamps?: boolean }>();
  return cliReporter({
    verbose: options.verbose === true || options.trace === true,
    timestamps: options.timestamps === true,
    terminal: process.stderr.isTTY === true,
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

/**
 * Runs the CLI.
 * @param args the words after the program's name
 * @returns the exit code: 0, 130 or 143 after a signal, or 1 for every failure, as k3d has it
 */
export async function runCli(args: readonly string[]): Promise<number> {
  const program = buildProgram();
  throwInsteadOfExit(program);
  const [word = ''] = args;
  if (word === COMPLETE_WORD) {
    console.log((await complete(program, args.slice(1))).join('\n'));
    return 0;
  }
  const plugin = childOf(program, word) !== undefined ? undefined : findPlugin(word, process.env);
  if (plugin !== undefined) return runPlugin(plugin, args.slice(1));
  const debug = args.includes('--trace') || Boolean(process.env.K3D_DEBUG);
  try {
    process.exitCode = 0;
    await program.parseAsync(normalizeBooleans(program, args), { from: 'user' });
    return Number(process.exitCode);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1; // it has printed its own words
    process.stderr.write(`Error: ${describeError(error, debug || !(error instanceof Error))}\n`);
    if (error instanceof LoggedError && error.log !== '') {
      const whose = `${error.of.charAt(0).toUpperCase()}${error.of.slice(1)}`;
      process.stderr.write(`${whose}'s last lines were:\n${error.log.trimEnd().replace(/^/gm, '  ')}\n`);
    }
    return error instanceof InterruptedError ? error.exitCode : 1;
  }
}

/** commander ends the process on its own unless each command is told not to. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) throwInsteadOfExit(child);
}
