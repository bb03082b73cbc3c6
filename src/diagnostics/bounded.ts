import { messageOf } from '../common/errors.ts';
import { within } from '../common/within.ts';
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
        await bounded(item.collect(), signal);
      } catch (error) {
        folder.problems.push(folder.clean(`${item.name}: ${messageOf(error)}`));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The outcome of `work`, or an error when it takes longer than an item may or `signal` is aborted. */
export function bounded<T>(work: Promise<T>, signal: AbortSignal, ms = ITEM_MS): Promise<T> {
  const late = (): Error => new Error(`no answer within ${ms / 1000} s`);
  return within(work, { ms, late, signal, aborted: () => new Error('there was no time left') });
}
