import { messageOf, UserError } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import { retry } from '../../common/retry.ts';
import { registryOf } from '../../docker/auth.ts';
import { type Engine, EngineError } from '../../docker/engine.ts';

/** Pause between two words on a pull's progress, in milliseconds. */
const PROGRESS_EVERY_MS = 5000;
/** How often a pull is tried, and the pause before the second try in milliseconds; later ones are longer. */
const PULL_TRIES = 4;
/** How often each place is tried where there are several. */
const PULL_TRIES_EACH = 2;
const PULL_PAUSE_MS = 2000;

/**
 * What an engine says when a registry, or the way to it, is not well. Docker Hub's limit is among it: it often is one of
 * many limits, and a moment later there is room again.
 */
const TRANSIENT =
  /toomanyrequests|too many requests|429|\b50[0234]\b|bad gateway|service unavailable|gateway time-?out|internal server error|connection (reset|refused)|EOF|TLS handshake timeout|i\/o timeout|net\/http|request canceled|context deadline exceeded|temporary failure|server misbehaving/i;
/** Refusals that stay refusals, whatever else is said with them. */
const FINAL = /denied|unauthorized|not found|manifest unknown|no basic auth|invalid reference/i;

/** Whether a pull may go well when it is tried again. */
export function isTransientPull(error: unknown): boolean {
  if (!(error instanceof EngineError)) return error instanceof Error && 'code' in error;
  return !FINAL.test(error.message) && TRANSIENT.test(error.message);
}

/**
 * Sees to it that the engine has an image, pulling it if need be: from its registry, again if that is busy, then from
 * the mirrors that `K3D_IMAGE_MIRRORS` names (hosts with commas between; for images of Docker Hub).
 * @param pauseMs before the second try
 * @returns whether it was pulled
 * @throws UserError when it does not exist or can't be pulled
 */
export async function ensureImage(
  engine: Engine,
  reference: string,
  reporter: Reporter,
  signal: AbortSignal,
  { env = process.env, pauseMs = PULL_PAUSE_MS }: { env?: NodeJS.ProcessEnv; pauseMs?: number } = {},
): Promise<boolean> {
  if ((await engine.images.inspect(reference)) !== undefined) {
    reporter.debug(`image ${reference} is there already`);
    return false;
  }
  const mirrors = mirrorsOf(reference, env);
  const failures: string[] = [];
  for (const source of [reference, ...mirrors]) {
    try {
      await pull(engine, source, reporter, signal, {
        pauseMs,
        tries: mirrors.length > 0 ? PULL_TRIES_EACH : PULL_TRIES,
      });
      if (source !== reference) await engine.images.tag(source, reference);
      return true;
    } catch (error) {
      signal.throwIfAborted();
      if (mirrors.length === 0 || !(error instanceof EngineError)) throw explainPullFailure(reference, error);
      failures.push(`${source}: ${error.message}`);
      reporter.warn(`Image ${source} can't be pulled: ${error.message}`);
    }
  }
  throw new UserError(`image ${reference} can't be pulled from its registry or a mirror: ${failures.join('; ')}`);
}

/** Where an image of Docker Hub is to be had besides. */
function mirrorsOf(reference: string, env: NodeJS.ProcessEnv): string[] {
  if (registryOf(reference) !== 'docker.io') return [];
  const hosts = (env.K3D_IMAGE_MIRRORS ?? '').split(/[\s,]+/).filter((host) => host !== '');
  const path = reference.replace(/^docker\.io\//, '');
  return hosts.map((host) => `${host.replace(/\/+$/, '')}/${path.includes('/') ? path : `library/${path}`}`);
}

async function pull(
  engine: Engine,
  reference: string,
  reporter: Reporter,
  signal: AbortSignal,
  often: { tries: number; pauseMs: number },
): Promise<void> {
  reporter.info(`Pulling image ${reference}`);
  let last = performance.now();
  const onRetry = (message: string): void => reporter.warn(message);
  const retries = { ...often, isTransient: isTransientPull, signal, onRetry };
  await retry(`Pulling image ${reference}`, retries, () =>
    engine.images.pull(
      reference,
      ({ current, total }) => {
        if (performance.now() - last < PROGRESS_EVERY_MS) return;
        last = performance.now();
        reporter.info(`Pulling image ${reference}: ${megabytes(current)} of ${megabytes(total)} MB`);
      },
      signal,
    ),
  );
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

function explainPullFailure(reference: string, error: unknown): unknown {
  if (!(error instanceof EngineError)) return error;
  const missing = error.status === 404 && !/denied|unauthorized/i.test(error.message);
  const what = missing ? `image ${reference} does not exist` : `image ${reference} can't be pulled`;
  const times = isTransientPull(error) ? `, tried ${PULL_TRIES} times` : '';
  return new UserError(`${what}${times}: ${messageOf(error)}`, { cause: error });
}
