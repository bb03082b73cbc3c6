/** Where progress goes: folded groups of a job log, a terminal, or nowhere. */
export interface Reporter {
  /** A sentence on what is being done or was done. */
  info(message: string): void;
  /** Something the user should know and nothing failed by. */
  warn(message: string): void;
  /** A detail that is of interest only when something is being looked into. */
  debug(message: string): void;
  /** Shows what is under way, in a line that the next one replaces; empty: nothing. Not there: such a line can't be shown. */
  status?(text: string): void;
  /** Values that must never appear in any output. */
  secret(value: string): void;
  /** Runs `work` under a heading. Stages follow each other, they don't overlap or nest. */
  stage<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** A reporter that says nothing. */
export const silentReporter: Reporter = {
  info: () => undefined,
  warn: () => undefined,
  debug: () => undefined,
  secret: () => undefined,
  stage: (_title, work) => work(),
};
