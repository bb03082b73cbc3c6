import semver from 'semver';
import { UserError } from '../common/errors.ts';
import { k3sImage } from './defaults.ts';
import { readImage } from './scalars.ts';

/**
 * The full release of k3s that a text names: `v1.33.5` and `1.33.5` mean their first k3s build.
 * @returns e.g. `v1.33.5+k3s1`
 * @throws UserError when it is no release
 */
export function readK3sVersion(text: string, where: string): string {
  const match = /^v?(\d+\.\d+\.\d+)(-rc\d+)?(?:[+-](k3s\d+))?$/.exec(text);
  if (match === null) {
    throw new UserError(`${where}: "${text}" is no release of k3s: expected e.g. v1.33.5 or v1.33.5+k3s1`);
  }
  return `v${match[1]}${match[2] ?? ''}+${match[3] ?? 'k3s1'}`;
}

/** The release of Kubernetes that an image's tag names, e.g. `1.33.5`. @returns undefined when it names none */
export const kubernetesOf = (image: string): string | undefined => /:v(\d+\.\d+\.\d+)/.exec(image)?.[1];

/** Whether an image's tag names a release within a range, as semver has them. */
export function isRelease(image: string, range: string): boolean {
  const release = kubernetesOf(image);
  return release !== undefined && semver.satisfies(release, range);
}

/** `stable`, `latest`, `testing`, a minor, or one of k3s's other channels. */
const CHANNEL = /^(stable|latest|testing|v?1\.\d+(-testing)?)$/;

/**
 * The image of the nodes that a text means: a release, a channel (`stable`, `v1.33`), a range (`>=1.31 <1.34`), or an
 * image. Channels and ranges are looked up later: they come as `+` and the text.
 * @throws UserError when it is none of them
 */
export function readVersion(text: string, where: string): string {
  if (/^v?1$/.test(text)) return '+1.x';
  if (CHANNEL.test(text)) return `+${text.replace(/^(?=1)/, 'v')}`;
  if (/^v?\d+\.\d+\.\d+(-rc\d+)?([+-]k3s\d+)?$/.test(text)) return k3sImage(readK3sVersion(text, where));
  if (/[/:]/.test(text)) return readImage(text, where);
  if (/[<>=^~|*x\s]/.test(text) && semver.validRange(text) !== null) return `+${text}`;
  throw new UserError(
    `${where}: "${text}" is no release of k3s, channel, range or image: expected e.g. v1.33.5, v1.33, stable, ">=1.31 <1.34" or rancher/k3s:v1.33.5-k3s1`,
  );
}
