import type { Reporter } from '../common/reporter.ts';

/** What the global flags ask for. */
export interface Verbosity {
  verbose: boolean;
  timestamps: boolean;
  /** Whether somebody is looking: progress goes to a terminal, not into pipes. */
  terminal: boolean;
}

/** Progress on standard error, so that standard output holds results only. */
export function cliReporter({ verbose, timestamps, terminal }: Verbosity): Reporter {
  const write = (level: string, message: string): void => {
    const time = timestamps ? `${new Date().toISOString()} ` : '';
    process.stderr.write(`${time}${level}${message}\n`);
  };
  const progress = terminal || verbose;
  return {
    info: (message) => progress && write('', message),
    warn: (message) => write('Warning: ', message),
    debug: (message) => verbose && write('  ', message),
    secret: () => undefined, // nothing secret is ever written
    stage: (title, work) => {
      if (progress) write('', title);
      return work();
    },
  };
}
