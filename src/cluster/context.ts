import type { Reporter } from '../common/reporter.ts';
import type { Timeline } from '../common/timeline.ts';
import type { Engine } from '../docker/engine.ts';
import { Progress } from './progress.ts';

/** What work on a cluster needs besides the cluster. */
export interface WorkContext {
  engine: Engine;
  reporter: Reporter;
  timeline: Timeline;
  /** Aborted when the user or the runner wants the work to end. */
  signal: AbortSignal;
  /** Called when the creation of a cluster has failed and it is about to be removed. Never throws. */
  autopsy?: ((error: unknown) => Promise<void>) | undefined;
  /** Called when network and registries of a cluster are there, which others may use from then on. */
  onPlaced?: (() => void) | undefined;
}

/**
 * Runs `work` within a time limit and under the context's own signal, saying now and then what it waits for.
 * @param timeoutMs bound in milliseconds
 * @param subject what is to become ready, for the error when it takes too long: `cluster "x" was`
 * @param spentMs what of the limit had passed before, in milliseconds
 * @throws what `work` throws; the reason of the context's signal when that was aborted
 */
export async function withDeadline<T>(
  context: WorkContext,
  timeoutMs: number,
  subject: string,
  work: (context: WorkContext, progress: Progress) => Promise<T>,
  spentMs = 0,
): Promise<T> {
  const progress = new Progress();
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), Math.max(1, timeoutMs - spentMs));
  try {
    const inner = { ...context, signal: AbortSignal.any([context.signal, deadline.signal]) };
    return await progress.tell(context.reporter, () => work(inner, progress));
  } catch (error) {
    context.signal.throwIfAborted();
    if (deadline.signal.aborted) throw progress.timedOut(subject, timeoutMs);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
