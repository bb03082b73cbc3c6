import { type Command, InvalidArgumentError, Option } from 'commander';
import { readGoBoolean } from '../../config/scalars.ts';
import { OUTPUT_FORMATS } from '../output.ts';

/** Written behind a boolean's name for commander, and left out of help texts. */
const BOOLEAN_VALUE = ' [bool]';

/**
 * A flag that is true or false. Go's flags, and so k3d's, take `--flag` and `--flag=false` but never the word after
 * the flag; commander needs an optional value for the second and would take the next word for it, so `normalizeBooleans`
 * writes the first as `--flag=true`.
 */
export class BooleanOption extends Option {
  /** What it takes behind the equals sign besides true and false, for the help. */
  readonly word: string | undefined;

  constructor(flags: string, description: string, byDefault?: boolean, word?: string) {
    super(`${flags}${BOOLEAN_VALUE}`, description);
    this.word = word;
    // commander would take `--no-x` for the negation of `--x`; here it is a flag of its own, as in k3d.
    this.negate = false;
    if (byDefault !== undefined) this.defaultValue = byDefault;
    this.argParser((text: string) => {
      try {
        return readGoBoolean(text, '');
      } catch {
        throw new InvalidArgumentError('Expected true or false.');
      }
    });
  }
}

/** What `--wait` takes, wherever it is. */
export const WAIT_WORDS =
  'what to wait for: none (false), nodes, system (true), all, or a comma-separated list of layers';

/** What stands for those words in the help. */
export const WAIT_VALUE = '<layers>';

/** A boolean that knows further words: `--flag`, `--flag=false`, `--flag=word`. Its value is the text. */
export class WordOption extends BooleanOption {
  constructor(flags: string, description: string, byDefault: string) {
    super(flags, description, undefined, WAIT_VALUE);
    this.default(byDefault, byDefault);
    this.argParser((text: string) => text);
  }
}

/** `--flag [bool]` without what is only for commander. */
export function optionTerm(option: Option): string {
  const word = option instanceof BooleanOption && option.word !== undefined ? `[=${option.word}]` : '';
  return option.flags.replace(BOOLEAN_VALUE, word);
}

/** Collects the values of a flag that may be repeated. */
export function append(value: string, before: string[]): string[] {
  return [...before, value];
}

/** Collects the values of a flag that takes several with commas between them, as pflag's StringSlice does. */
export function appendAll(value: string, before: string[]): string[] {
  return [...before, ...value.split(',').filter((one) => one !== '')];
}

export const outputOption = (): Option =>
  new Option('-o, --output <format>', 'print json or yaml instead of a table').choices(OUTPUT_FORMATS).default('table');

export const noHeadersOption = (): Option => new BooleanOption('--no-headers', 'omit the header line', false);

/** The subcommand of that name or alias. */
export function childOf(command: Command, word: string): Command | undefined {
  return command.commands.find((one) => one.name() === word || one.aliases().includes(word));
}

/** The commands that the words name, from the outermost in; flags are passed over. */
export function commandsNamed(program: Command, words: readonly string[]): Command[] {
  const found = [program];
  for (const word of words.filter((one) => !one.startsWith('-'))) {
    const child = childOf(found.at(-1) as Command, word);
    if (child === undefined) break;
    found.push(child);
  }
  return found;
}

/** Writes each boolean flag of the command that `args` name as `--flag=true`. */
export function normalizeBooleans(program: Command, args: readonly string[]): string[] {
  const options = commandsNamed(program, args).flatMap((command) => command.options);
  const booleans = options.filter((option) => option.flags.endsWith(BOOLEAN_VALUE));
  const longOf = (name: string): string | undefined =>
    booleans.find((option) => option.long === name || option.short === name)?.long;
  const end = args.indexOf('--');
  return args.flatMap((word, index) => {
    if (!word.startsWith('-') || (end !== -1 && index >= end)) return [word];
    const short = /^(-[a-zA-Z])=(.*)$/.exec(word);
    if (short !== null) return [withEqualsSign(short[1] as string, short[2] as string, longOf, options) ?? word];
    const given = longOf(word);
    if (given !== undefined) return [`${given}=true`];
    // Several short ones in one word.
    const letters = /^-[a-zA-Z]{2,}$/.test(word) ? [...word.slice(1)].map((letter) => longOf(`-${letter}`)) : [];
    return letters.length > 0 && letters.every((long) => long !== undefined)
      ? letters.map((long) => `${long}=true`)
      : [word];
  });
}

/** `-x=value`, which pflag takes for every flag, as `--long=value`. */
function withEqualsSign(
  name: string,
  value: string,
  longOf: (name: string) => string | undefined,
  options: readonly Option[],
): string | undefined {
  const long = longOf(name) ?? options.find(({ short }) => short === name)?.long;
  return long ? `${long}=${value}` : undefined;
}

/** Flags of `cluster edit` and `node edit`. */
export const PORT_ADD = '--port-add <[ip:][hostport:]port[/protocol][@nodefilter]>';
export const PORT_DELETE = '--port-delete <[ip:][hostport:]port[/protocol]>';
