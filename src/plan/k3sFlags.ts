import { isRelease } from '../config/version.ts';

/** A word that k3s has another one for since a release, or until then. */
interface Renamed {
  old: RegExp;
  to: string;
  /** The releases in which `to` is the word. */
  in: string;
}

/** k3s: release notes of v1.26 and v1.27, and the usage of `k3s server` in v1.22 and v1.23. */
const RENAMED: readonly Renamed[] = [
  { old: /^--no-deploy(?==|$)/, to: '--disable', in: '>=1.17' },
  { old: /^(--flannel-backend=)?wireguard$/, to: '$1wireguard-native', in: '>=1.26' },
  { old: /^(--flannel-backend=)?wireguard-native$/, to: '$1wireguard', in: '<1.24' },
];

/**
 * Arguments of k3s as the release of an image knows them.
 * @returns the same ones where its tag names no release
 */
export function fittingArgs(args: readonly string[], image: string): string[] {
  const renames = RENAMED.filter((one) => isRelease(image, one.in));
  return args.map((arg) => renames.reduce((word, { old, to }) => word.replace(old, to), arg));
}
