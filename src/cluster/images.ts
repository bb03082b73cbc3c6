import { messageOf, UserError } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import { type Engine, EngineError } from '../docker/engine.ts';

/** Pause between two words on a pull's progress, in milliseconds. */
const PROGRESS_EVERY_MS = 5000;

/**
 * Sees to it that the engine has an image, pulling it if need be.
 * @returns whether it was pulled
 * @throws UserError when it does not exist or can't be pulled
 */
export async function ensureImage(
  engine: Engine,
  reference: string,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<boolean> {
  if ((await engine.images.inspect(reference)) !== undefined) {
    reporter.debug(`image ${reference} is there already`);
    return false;
  }
  reporter.info(`Pulling image ${reference}`);
  let last = performance.now();
  try {
    await engine.images.pull(
      reference,
      ({ current, total }) => {
        if (performance.now() - last < PROGRESS_EVERY_MS) return;
        last = performance.now();
        reporter.info(`Pulling image ${reference}: ${megabytes(current)} of ${megabytes(total)} MB`);
      },
      signal,
    );
  } catch (error) {
    signal.throwIfAborted();
    throw explainPullFailure(reference, error);
  }
  return true;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

function explainPullFailure(reference: string, error: unknown): unknown {
  if (!(error instanceof EngineError)) return error;
  const missing = error.status === 404 && !/denied|unauthorized/i.test(error.message);
  const what = missing ? `image ${reference} does not exist` : `image ${reference} can't be pulled`;
  return new UserError(`${what}: ${messageOf(error)}`, { cause: error });
}
