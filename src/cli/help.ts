import { type Command, Help, type Option } from 'commander';
import { optionTerm } from './flags/options.ts';
import { asOneSentence } from './flags/wrongFlag.ts';

/** Columns of a flag's name and value; what is longer has a line of its own. */
const WIDEST_TERM = 30;

/** Help that fits into 80 columns, and gives a default once and only when it says something. */
class NarrowHelp extends Help {
  override showGlobalOptions = true;

  override optionTerm(option: Option): string {
    return optionTerm(option);
  }

  override padWidth(command: Command, helper: Help): number {
    return Math.min(WIDEST_TERM, super.padWidth(command, helper));
  }

  override formatItem(term: string, termWidth: number, description: string, helper: Help): string {
    if (term.length <= termWidth || description === '') return super.formatItem(term, termWidth, description, helper);
    return `  ${term}\n${super.formatItem('', termWidth, description, helper)}`;
  }

  override optionDescription(option: Option): string {
    const value: unknown = option.defaultValue;
    const isNothing = value === false || (Array.isArray(value) && value.length === 0);
    return super.optionDescription(
      isNothing ? Object.assign(Object.create(option) as Option, { defaultValue: undefined }) : option,
    );
  }
}

/** Gives a command and those below it our help, and our words for flags and arguments that commander refuses. */
export function configureHelp(command: Command): void {
  command.createHelp = () => new NarrowHelp();
  command.configureOutput({
    outputError: (text, write) => write(`Error: ${asOneSentence(text.replace(/^error: /, ''), pathOf(command))}\n`),
  });
  for (const child of command.commands) configureHelp(child);
}

/** The words that name the command, e.g. "k3d node create". */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
