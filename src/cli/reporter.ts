import type { Reporter } from '../common/reporter.ts';
import { CLEAR_LINE, shorten, widthOf } from './screen.ts';

/** What the global flags ask for. */
export interface Verbosity {
  verbose: boolean;
  /** Each line begins with the time and its level. */
  timestamps: boolean;
  /** No word of progress. */
  quiet: boolean;
}

type Level = 'INFO' | 'WARN' | 'DEBUG';
/** How a line begins that has no time. */
const SIGNS: Record<Level, string> = { INFO: '', WARN: 'Warning: ', DEBUG: '  ' };

/** What the reporter writes to, of a stream. */
interface Output {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/**
 * Progress on standard error, a line each and the same in a terminal, a pipe and a CI's log, so that standard output holds
 * results only. In a terminal a last line says what is waited for, and is replaced.
 */
export function cliReporter({ verbose, timestamps, quiet }: Verbosity, output: Output = process.stderr): Reporter {
  let shown = '';
  const show = (text: string): void => {
    if (text === shown) return;
    output.write(`${CLEAR_LINE}${text}`);
    shown = text;
  };
  const write = (level: Level, message: string): void => {
    show('');
    const sign = timestamps ? `${new Date().toISOString()} ${level.padEnd(5)} ` : SIGNS[level];
    output.write(`${sign}${message}\n`);
  };
  const progress = !quiet || verbose;
  const canReplace = progress && !timestamps && output.isTTY === true;
  return {
    // A line that is wrapped can't be replaced.
    ...(canReplace && { status: (text) => show(shorten(text, widthOf(output.columns) - 1)) }),
    info: (message) => progress && write('INFO', message),
    warn: (message) => write('WARN', message),
    debug: (message) => verbose && write('DEBUG', message),
    secret: () => undefined, // nothing secret is ever written
    stage: (title, work) => {
      if (progress) write('INFO', title);
      return work();
    },
  };
}
