import { type Command, CommanderError } from 'commander';
import { describeError, InterruptedError, LoggedError } from '../common/errors.ts';
import { complete } from './complete.ts';
import { COMPLETE_WORD } from './commands/completion.ts';
import { childOf, commandsNamed, normalizeBooleans } from './flags/options.ts';
import { findPlugin, runPlugin } from './plugin.ts';
import { buildProgram } from './program.ts';

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
  const help = helpOfGroup(program, args);
  if (help !== undefined) {
    process.stdout.write(help);
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

/** What a group alone says, which is no failure (spf13/cobra). @returns undefined when more was given, or it does something */
function helpOfGroup(program: Command, args: readonly string[]): string | undefined {
  const named = commandsNamed(program, args);
  const last = named.at(-1) as Command;
  const isBare = args.length === named.length - 1 && last.commands.length > 0 && last.name() !== 'version';
  return isBare ? last.helpInformation() : undefined;
}

/** commander ends the process on its own unless each command is told not to. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) throwInsteadOfExit(child);
}
