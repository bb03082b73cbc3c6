import { Command, CommanderError } from 'commander';
import { parseArgsStringToArgv } from 'string-argv';
import { type CreateFlags, declareCreateFlags, flagsLayer } from '../../cli/flags/createFlags.ts';
import { normalizeBooleans } from '../../cli/flags/options.ts';
import { asOneSentence } from '../../cli/flags/wrongFlag.ts';
import { UserError } from '../../common/errors.ts';
import { readName } from '../../config/scalars.ts';
import type { ConfigLayer } from '../../config/types.ts';

/** What the input `args` says. */
export interface ReadArgs {
  layer: ConfigLayer;
  /** Value of `--config`. */
  config: string | undefined;
}

/**
 * Reads flags of `k3d cluster create`, quoted as in a shell but without being given to one.
 * @throws UserError naming the flag that is wrong
 */
export function readArgs(text: string, cwd: string): ReadArgs {
  const command = new Command('args').argument('[name]').option('-c, --config <file>').helpOption(false).exitOverride();
  command.configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  const given: CreateFlags = declareCreateFlags(command);
  try {
    command.parse(normalizeBooleans(command, parseArgsStringToArgv(text.replaceAll('\\\n', ' '))), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new UserError(`input "args": ${asOneSentence(error.message.replace(/^error: /, ''))}`, { cause: error });
  }
  const [name] = command.args;
  return {
    layer: {
      ...flagsLayer(given, 'input "args":', cwd),
      ...(name === undefined ? {} : { name: readName(name, 'input "args": name') }),
    },
    config: command.opts<{ config?: string }>().config,
  };
}
