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
    const value = await probe();
    if (value !== undefined) return value;
    await sleep(intervalMs, signal);
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
