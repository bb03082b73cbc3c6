/** A bound on how long something may take. */
export interface Bound {
  ms: number;
  /** What is thrown when it is over. */
  late: () => Error;
  /** Ends the wait early. */
  signal?: AbortSignal;
  /** What is thrown then. */
  aborted?: () => Error;
}

/** The outcome of `work`, or an error when it takes too long; `work` itself can't be stopped and is left to itself. */
export async function within<T>(work: Promise<T>, { ms, late, signal, aborted = late }: Bound): Promise<T> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => over.reject(late()), ms);
  const onAbort = (): void => over.reject(aborted());
  signal?.addEventListener('abort', onAbort, { once: true });
  // It may fail when nobody waits for it any more.
  work.catch(() => undefined);
  try {
    if (signal?.aborted) onAbort();
    return await Promise.race([work, over.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
