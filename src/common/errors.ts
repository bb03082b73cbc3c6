/**
 * An error whose message is written for the person who runs the tool: one sentence that says what is
 * wrong, where, and what would be right. It is shown without a stack trace unless debug is on.
 * Every other error is a bug or a fault of the world that nobody foresaw.
 */
export class UserError extends Error {
  override name = 'UserError';
}

/** Somebody has ended the work by a signal. */
export class InterruptedError extends UserError {
  override name = 'InterruptedError';
  /** What a shell takes for the exit code of a program that the signal has ended. */
  readonly exitCode: number;

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`interrupted by ${signal}`);
    this.exitCode = signal === 'SIGINT' ? 130 : 143;
  }
}

/** One that comes with the last words of what failed. */
export class LoggedError extends UserError {
  override name = 'LoggedError';
  /** Whose words: `the node`, `pod default/web`. */
  readonly of: string;
  /** Lines of a log; may be empty. */
  readonly log: string;

  constructor(message: string, of: string, log: string) {
    super(message);
    this.of = of;
    this.log = log;
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The reason why a `fetch` failed: its own message is the same for all failures. */
export function fetchFailure(error: unknown): string {
  return error instanceof TypeError && error.cause !== undefined ? messageOf(error.cause) : messageOf(error);
}

/** The text to show for a thrown value: the sentence alone, or with its stack and causes when debug is on. */
export function describeError(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (!debug) return error.message;
  const stack = error.stack ?? error.message;
  return error.cause === undefined ? stack : `${stack}\nCaused by: ${describeError(error.cause, true)}`;
}
