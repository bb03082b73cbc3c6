import { poll } from '../../common/poll.ts';
import type { Engine } from '../../docker/engine.ts';
import type { KubeCredentials } from '../../kubernetes/client.ts';
import { lastErrorIn, NodeFailure } from '../containers/index.ts';
import { readCredentials } from '../find/index.ts';
import type { Progress } from '../progress.ts';

/** How often a server is asked for its certificates, and its log for what is wrong, in milliseconds. */
const ASK_EVERY_MS = 200;
const LOOK_EVERY_MS = 2000;
/** How long a reason that does not get better by itself is borne, in milliseconds: a database may still be starting. */
const HOPELESS_MS = 60_000;
const LINES = 200;

/** What waiting does not mend: nobody is there, nobody of that name, or the password is wrong. */
const HOPELESS =
  /connection refused|no such host|password authentication failed|access denied for user|database "[^"]*" does not exist|unknown database|certificate (signed by unknown authority|has expired)/i;

/**
 * Waits until a server has the certificates by which its API is used. Releases of k3s since 1.30 go on for ever where older
 * ones end, e.g. without their database, so that its log has to tell what is wrong.
 * @param times how often the log is looked at and how long a hopeless reason is borne, in milliseconds
 * @throws NodeFailure when the server says for a minute what does not get better
 */
export async function waitForCredentials(
  engine: Engine,
  server: string,
  url: string,
  progress: Progress,
  signal: AbortSignal,
  { lookEveryMs = LOOK_EVERY_MS, hopelessMs = HOPELESS_MS } = {},
): Promise<KubeCredentials> {
  let lookedAt = performance.now();
  let hopelessSince: number | undefined;
  progress.set(`the certificates of ${server}`);
  return await poll(
    async () => {
      const credentials = await readCredentials(engine, server, url);
      const now = performance.now();
      if (credentials !== undefined || now - lookedAt < lookEveryMs) return credentials;
      lookedAt = now;
      const said = lastErrorIn(await engine.containers.logs(server, LINES).catch(() => ''));
      if (said !== undefined) progress.set(`the certificates of ${server} (it says: ${said})`);
      hopelessSince = said !== undefined && HOPELESS.test(said) ? (hopelessSince ?? now) : undefined;
      if (hopelessSince !== undefined && now - hopelessSince >= hopelessMs)
        throw new NodeFailure(`node ${server} can't start: ${said}`, '');
      return undefined;
    },
    ASK_EVERY_MS,
    signal,
  );
}
