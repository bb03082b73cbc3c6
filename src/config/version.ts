import { UserError } from '../common/errors.ts';

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
