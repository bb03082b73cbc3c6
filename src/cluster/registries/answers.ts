import { get } from 'node:http';
import { poll } from '../../common/poll.ts';
import { reachableAddress } from '../../contract/names.ts';
import type { Engine } from '../../docker/engine.ts';

/** How often a registry is asked, how long one answer may take, and all of it, in milliseconds. */
const ASK_EVERY_MS = 50;
const ANSWER_MS = 1000;
const WITHIN_MS = 5000;

/**
 * Waits until a registry that was just started answers, so that what is pushed next arrives: Docker takes connections to a
 * published port before anybody listens behind it, and ends them. Never throws: whoever can't reach the port from here
 * learns nothing.
 * @param hostIP address on which its port is published
 */
export async function untilItAnswers(engine: Engine, hostIP: string, port: number): Promise<void> {
  if (engine.endpoint.host !== undefined) return;
  const host = reachableAddress(hostIP);
  const probe = async (): Promise<true | undefined> => ((await isCutOff(host, port)) ? undefined : true);
  await poll(probe, ASK_EVERY_MS, AbortSignal.timeout(WITHIN_MS)).catch(() => undefined);
}

/** Whether a connection is taken and ended without an answer. One that is refused is nobody's who will answer soon. */
function isCutOff(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host, port, path: '/v2/', timeout: ANSWER_MS, agent: false }, (response) => {
      response.resume();
      resolve(false);
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'ECONNREFUSED'));
  });
}
