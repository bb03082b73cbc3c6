import semver from 'semver';
import { UserError } from '../common/errors.ts';
import { nearest } from '../common/nearest.ts';

/** Which release each channel of k3s is at: `stable`, `latest`, `testing`, and one for each minor, `v1.33`. */
export type Channels = ReadonlyMap<string, string>;

/** When the table below was brought up to date. */
export const RELEASES_OF = '2026-09-27';

/** The newest release of each minor; asked only where k3s's own server can't be reached. */
const RELEASES = [
  'v1.37.0+k3s1',
  'v1.36.4+k3s1',
  'v1.35.8+k3s1',
  'v1.34.11+k3s1',
  'v1.33.13+k3s2',
  'v1.32.13+k3s1',
  'v1.31.14+k3s1',
  'v1.30.14+k3s2',
  'v1.29.15+k3s1',
  'v1.28.15+k3s1',
] as const;

const MINOR = /^v1\.\d+$/;
/** How many minors Kubernetes supports at a time (kubernetes.io: version skew policy). */
const SUPPORTED_MINORS = 3;

const minorOf = (release: string): string => release.split('.').slice(0, 2).join('.');

/**
 * The channels as far as this version of the program knows them. What k3s takes for stable is not known to it: a minor
 * before the newest one is a good guess.
 */
export const KNOWN_CHANNELS: Channels = new Map([
  ['stable', RELEASES[1]],
  ['latest', RELEASES[0]],
  ['testing', RELEASES[0]],
  ...RELEASES.map((release): [string, string] => [minorOf(release), release]),
]);

/** The newest release of each minor, newest first. */
function newestOfMinors(channels: Channels): string[] {
  const found = [...channels].flatMap(([name, release]) => (MINOR.test(name) ? [release] : []));
  return found.sort((a, b) => semver.compareBuild(b, a));
}

/**
 * The release that a channel, a minor (`v1.33`, `1.33`) or a range (`>=1.31 <1.34`, `1.32.x`) means: of a range the
 * newest one among the newest releases of each minor.
 * @throws UserError naming what is nearest when there is none
 */
export function releaseFor(wish: string, channels: Channels): string {
  const name = /^1\.\d+$/.test(wish) ? `v${wish}` : wish;
  const release = channels.get(name);
  if (release !== undefined) return release;
  const minors = newestOfMinors(channels);
  if (MINOR.test(name) || semver.validRange(wish) === null) {
    const close = nearest(name, [...channels.keys()]);
    const hint = close === undefined ? `; the newest is ${minorOf(minors[0] ?? 'none')}` : `: did you mean "${close}"?`;
    throw new UserError(`k3s has no channel "${name}"${hint}`);
  }
  const found = semver.maxSatisfying(minors, wish);
  if (found !== null) return found;
  throw new UserError(
    `no release of k3s is in the range "${wish}": the newest of each minor are ${minors.slice(0, 5).join(', ')}, …`,
  );
}

/** Which releases a matrix is to have. */
export interface ReleaseChoice {
  /** How many minors at most; undefined: all. */
  last: number | undefined;
  /** Only those that Kubernetes supports. */
  supported: boolean;
  /** The oldest minor, `v1.28`; undefined: any. */
  minimum: string | undefined;
}

/** The newest release of each minor that is chosen, newest first. */
export function chooseReleases(channels: Channels, { last, supported, minimum }: ReleaseChoice): string[] {
  const oldest = minimum === undefined ? undefined : semver.coerce(minimum);
  const minors = newestOfMinors(channels).slice(0, supported ? SUPPORTED_MINORS : undefined);
  return minors.filter((release) => !oldest || semver.compare(release, oldest) >= 0).slice(0, last);
}
