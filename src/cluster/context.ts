import type { Reporter } from '../common/reporter.ts';
import type { Timeline } from '../common/timeline.ts';
import type { Engine } from '../docker/engine.ts';

/** What work on a cluster needs besides the cluster. */
export interface WorkContext {
  engine: Engine;
  reporter: Reporter;
  timeline: Timeline;
  /** Aborted when the user or the runner wants the work to end. */
  signal: AbortSignal;
}

/**
 * Runs `work` within a time limit and under the context's own signal.
 * @param timeoutMs bound in milliseconds
 * @param explain the error for a work that took too long
 * @throws what `work` throws; the reason of the context's signal when that was aborted
 */
export async function withDeadline<T>(
  context: WorkContext,
  timeoutMs: number,
  explain: () => Error,
  work: (context: WorkContext) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  try {
    return await work({ ...context, signal: AbortSignal.any([context.signal, deadline.signal]) });
  } catch (error) {
    context.signal.throwIfAborted();
    if (deadline.signal.aborted) throw explain();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
