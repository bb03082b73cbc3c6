import { messageOf } from '../../common/errors.ts';
import { sleep } from '../../common/poll.ts';
import type { Engine } from '../../docker/engine.ts';

/** What runc says that has given up freezing a container, which runs on then: on a busy machine it may (runc: cgroups/fs). */
const GAVE_UP = /unable to freeze/;
const TRIES = 5;
const PAUSE_MS = 500;

/** Lets a node stand still. @throws what the engine says, which has tried it five times if it was only slow */
export async function pauseNode(
  { containers }: Pick<Engine, 'containers'>,
  id: string,
  betweenMs = PAUSE_MS,
): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      return await containers.pause(id);
    } catch (error) {
      if (left === 1 || !GAVE_UP.test(messageOf(error))) throw error;
      await sleep(betweenMs);
    }
  }
}
