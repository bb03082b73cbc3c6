import { setTimeout as delay } from 'node:timers/promises';

/**
 * Calls `probe` until it gives something other than undefined.
 * @param intervalMs pause between two calls
 * @throws the signal's reason once it is aborted; whatever `probe` throws
 */
export async function poll<T>(
  probe: () => Promise<T | undefined>,
  intervalMs: number,
  signal: AbortSignal,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const value = await unlessAborted(probe(), signal);
    if (value !== undefined) return value;
    await sleep(intervalMs, signal);
  }
}

/** The outcome of `work`, or the signal's reason once it is aborted; `work` is left to itself then. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', onAbort, { once: true });
  // It may fail when nobody waits for it any more.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Waits `ms` milliseconds. @throws the signal's reason once it is aborted */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
