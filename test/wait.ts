import { reservePort } from '../src/cluster/containers/hostPorts.ts';
import { poll } from '../src/common/poll.ts';

/** A port of this machine that nobody has. */
export async function freePort(): Promise<number> {
  const reserved = await reservePort('127.0.0.1');
  await reserved.release();
  return reserved.port;
}

/** How long one try of `eventually` may wait for an answer, in milliseconds. */
const ANSWER_MS = 5_000;

/**
 * What `probe` gives once it does not fail any more and that is something; after half a minute its last failure.
 * A probe that asks over a network passes `signal` on. kube-proxy before Kubernetes 1.24 opens a node port a moment
 * before it forwards it, and never accepts what connects in between: such a connection stays silent for ever.
 */
export async function eventually<T extends NonNullable<unknown> | undefined>(
  probe: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  let last: unknown = new Error('the first try has not ended');
  try {
    return await poll(
      async () => probe(AbortSignal.timeout(ANSWER_MS)).catch((error: unknown) => void (last = error)),
      300,
      AbortSignal.timeout(30_000),
    );
  } catch {
    throw last;
  }
}
