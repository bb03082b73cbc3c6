import { messageOf } from '../../common/errors.ts';
import { retry } from '../../common/retry.ts';
import type { Engine } from '../../docker/engine.ts';

/** What runc says that has given up freezing a container, which runs on then: on a busy machine it may (runc: cgroups/fs). */
const GAVE_UP = /unable to freeze/;
const TRIES = 5;
/** Before the second try, in milliseconds. */
const PAUSE_MS = 150;

/** Lets a node stand still. @throws what the engine says, which has tried it five times if it was only slow */
export function pauseNode(
  { containers }: Pick<Engine, 'containers'>,
  id: string,
  signal: AbortSignal,
  pauseMs = PAUSE_MS,
): Promise<void> {
  const isTransient = (error: unknown): boolean => GAVE_UP.test(messageOf(error));
  const retries = { tries: TRIES, pauseMs, isTransient, signal, onRetry: () => undefined };
  return retry('pausing', retries, () => containers.pause(id));
}
