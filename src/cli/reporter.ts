import type { Reporter } from '../common/reporter.ts';

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

/**
 * Progress on standard error, a line each and the same in a terminal, a pipe and a CI's log, so that standard output holds
 * results only.
 */
export function cliReporter({ verbose, timestamps, quiet }: Verbosity): Reporter {
  const write = (level: Level, message: string): void => {
    const sign = timestamps ? `${new Date().toISOString()} ${level.padEnd(5)} ` : SIGNS[level];
    process.stderr.write(`${sign}${message}\n`);
  };
  const progress = !quiet || verbose;
  return {
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
