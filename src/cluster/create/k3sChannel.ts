import { messageOf } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import { fetchWithRetries } from '../../common/retry.ts';
import { k3sImage } from '../../config/defaults.ts';
import { type Channels, KNOWN_CHANNELS, releaseFor, RELEASES_OF } from '../../config/releases.ts';
import { IMAGE_SHORTCUT } from '../../config/scalars.ts';
import type { ClusterConfig } from '../../config/types.ts';

/** Where k3s says which release each of its channels is at. It asks for no token and has no limit of requests. */
const CHANNELS_URL = 'https://update.k3s.io/v1-release/channels';

/**
 * The image of the release that a channel of k3s is at, or the newest one of a range.
 * @param image a reference, which is returned as it is, or `latest`, `stable`, `testing`, `+CHANNEL` or `+RANGE`
 * @param env `K3D_CHANNELS_URL` names another server than k3s's own
 * @param warn told when the server can't be asked, and the table of this program is used instead
 * @throws UserError when there is no such channel, or no release in the range
 */
export async function resolveImage(
  image: string,
  env: NodeJS.ProcessEnv,
  warn: (message: string) => void = () => undefined,
): Promise<string> {
  if (!IMAGE_SHORTCUT.test(image)) return image;
  return k3sImage(releaseFor(image.replace(/^\+/, ''), await readChannels(env, warn)));
}

/** The same cluster with the release that its image means. @throws as `resolveImage` */
export async function withRelease(
  config: ClusterConfig,
  env: NodeJS.ProcessEnv,
  reporter: Pick<Reporter, 'warn'>,
): Promise<ClusterConfig> {
  return { ...config, image: await resolveImage(config.image, env, (message) => reporter.warn(message)) };
}

/** The channels of k3s, from its server, or as this program knows them. */
export async function readChannels(env: NodeJS.ProcessEnv, warn: (message: string) => void): Promise<Channels> {
  const url = env.K3D_CHANNELS_URL || CHANNELS_URL;
  try {
    const answer = await fetchWithRetries(url);
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    const { data } = (await answer.json()) as { data: { name: string; latest: string }[] };
    return new Map(data.map(({ name, latest }) => [name, latest]));
  } catch (error) {
    warn(
      `The channels of k3s can't be read from ${url}: ${messageOf(error)}; the releases of ${RELEASES_OF} are used instead`,
    );
    return KNOWN_CHANNELS;
  }
}
