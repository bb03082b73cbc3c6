import { messageOf, UserError } from '../common/errors.ts';
import { fetchWithRetries } from '../common/retry.ts';
import { nearest } from '../common/nearest.ts';
import { k3sImage } from '../config/defaults.ts';
import { IMAGE_SHORTCUT } from '../config/scalars.ts';

/** Where k3s says which release each of its channels is at. */
const CHANNELS_URL = 'https://update.k3s.io/v1-release/channels';

/**
 * The image of the release that a channel of k3s is at.
 * @param image a reference, which is returned as it is, or `latest`, `stable` or `+CHANNEL`
 * @param env `K3D_CHANNELS_URL` names another server than k3s's own
 * @throws UserError when the server can't be asked or has no such channel
 */
export async function resolveImage(image: string, env: NodeJS.ProcessEnv): Promise<string> {
  if (!IMAGE_SHORTCUT.test(image)) return image;
  const channel = image.replace(/^\+/, '');
  const releases = await readChannels(env.K3D_CHANNELS_URL || CHANNELS_URL);
  const release = releases.get(channel);
  if (release !== undefined) return k3sImage(release);
  const close = nearest(channel, [...releases.keys()]);
  throw new UserError(`k3s has no channel "${channel}"${close === undefined ? '' : `: did you mean "${close}"?`}`);
}

async function readChannels(url: string): Promise<Map<string, string>> {
  try {
    const answer = await fetchWithRetries(url);
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    const { data } = (await answer.json()) as { data: { name: string; latest: string }[] };
    return new Map(data.map(({ name, latest }) => [name, latest]));
  } catch (error) {
    throw new UserError(
      `the channels of k3s can't be read from ${url}: ${messageOf(error)}; name a release instead, e.g. rancher/k3s:v1.33.5-k3s1`,
      { cause: error },
    );
  }
}
