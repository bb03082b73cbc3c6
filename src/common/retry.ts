import { formatDuration } from './duration.ts';
import { fetchFailure, messageOf } from './errors.ts';
import { sleep } from './poll.ts';

/** How a piece of work is tried again. */
export interface Retries {
  /** Times in all. */
  tries: number;
  /** Pause before the second try, in milliseconds; it doubles from try to try. */
  pauseMs: number;
  /** Whether the world is to blame, and may do better next time. */
  isTransient: (error: unknown) => boolean;
  signal: AbortSignal;
  /** Told before each pause. */
  onRetry: (message: string) => void;
}

/** Longest pause between two tries, in milliseconds, also when a server asks for more. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Runs `work` until it succeeds, fails for good, or has failed as often as it may.
 * @param what is tried, for messages
 * @throws what the last try threw; the signal's reason once it is aborted
 */
export async function retry<T>(what: string, retries: Retries, work: (attempt: number) => Promise<T>): Promise<T> {
  const { tries, pauseMs, isTransient, signal, onRetry } = retries;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      signal.throwIfAborted();
      if (attempt >= tries || !isTransient(error)) throw error;
      // A little chance, so that jobs of a matrix do not come back all at once.
      const own = pauseMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
      const pause = Math.min(
        LONGEST_PAUSE_MS,
        Math.max(own, error instanceof BusyError ? (error.retryAfterMs ?? 0) : 0),
      );
      onRetry(`${what}: try ${attempt} of ${tries} failed: ${messageOf(error)}; again in ${formatDuration(pause)}`);
      await sleep(pause, signal);
    }
  }
}

/** A server that can't answer now. */
class BusyError extends Error {
  override name = 'BusyError';
  /** What it asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs: number | undefined) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** How often a server is asked, and the pause before it is asked again, in milliseconds. */
const FETCH_TRIES = 4;
const FETCH_PAUSE_MS = 1000;
/** How long one answer may take, in milliseconds. */
const FETCH_TIMEOUT_MS = 15_000;

/**
 * Asks a URL, again after a pause if the server is busy (429, with its Retry-After), broken (5xx) or the connection
 * fails. Other refusals are returned for the caller to judge.
 * @throws Error naming the reason, and how often it was tried if more than once
 */
export async function fetchWithRetries(
  url: string,
  init: RequestInit = {},
  { pauseMs = FETCH_PAUSE_MS, onRetry = () => undefined }: Partial<Pick<Retries, 'pauseMs' | 'onRetry'>> = {},
): Promise<Response> {
  const signal = new AbortController().signal;
  const retries = { tries: FETCH_TRIES, pauseMs, signal, onRetry, isTransient: () => true };
  let attempts = 0;
  try {
    return await retry(url, retries, async (attempt) => {
      attempts = attempt;
      const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
      if (answer.status !== 429 && answer.status < 500) return answer;
      await answer.body?.cancel();
      throw new BusyError(`it answered ${answer.status}`, retryAfter(answer.headers.get('retry-after')));
    });
  } catch (error) {
    const times = attempts > 1 ? ` (tried ${attempts} times)` : '';
    throw new Error(`${fetchFailure(error)}${times}`, { cause: error });
  }
}

/** Milliseconds of a Retry-After header: seconds, or a date (RFC 9110). */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}
