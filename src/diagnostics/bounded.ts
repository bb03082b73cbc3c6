import { messageOf } from '../common/errors.ts';
import type { Folder } from './folder.ts';

/** How long one item may take, in milliseconds. */
const ITEM_MS = 10_000;

/** How many items are collected at once. */
const AT_ONCE = 6;

/** One thing to collect: what it is called where it can't be had, and how it is. */
export interface Item {
  name: string;
  collect(): Promise<void>;
}

/**
 * Collects items, several at once, each within a bound. One that fails or takes too long is a sentence among the
 * folder's problems. Never throws.
 */
export async function collectAll(items: readonly Item[], folder: Folder, signal: AbortSignal): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await within(item.collect(), signal);
      } catch (error) {
        folder.problems.push(folder.clean(`${item.name}: ${messageOf(error)}`));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The outcome of `work`, or an error when it takes too long; `work` itself can't be stopped and is left to itself. */
export async function within<T>(work: Promise<T>, signal: AbortSignal, ms = ITEM_MS): Promise<T> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => over.reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  const onAbort = (): void => over.reject(new Error('there was no time left'));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (signal.aborted) onAbort();
    work.catch(() => undefined);
    return await Promise.race([work, over.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
