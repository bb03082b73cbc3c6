import semver from 'semver';
import { UserError } from '../common/errors.ts';
import { kubernetesOf } from '../config/version.ts';

/** A node and the release of k3s that it runs: `v1.33.5+k3s1`. */
interface NodeRelease {
  name: string;
  release: string;
}

/**
 * Whether a cluster can go from what its nodes run to an image, as Kubernetes has it: one minor release at a time, and
 * never back (kubernetes.io: version skew policy).
 * @param image one whose tag names no release is taken at its word
 * @throws UserError naming the step that can't be made
 */
export function checkStep(cluster: string, nodes: readonly NodeRelease[], image: string): void {
  const to = kubernetesOf(image);
  if (to === undefined) return;
  for (const { name, release } of nodes) {
    const from = semver.coerce(release)?.version;
    if (from === undefined) continue;
    if (semver.lt(to, from)) {
      throw new UserError(
        `cluster "${cluster}" can't go back: node ${name} runs ${release}, and ${image} is older; create a cluster of that release instead`,
      );
    }
    const [major, minor] = [semver.major(from), semver.minor(from)];
    if (semver.major(to) > major || semver.minor(to) > minor + 1) {
      throw new UserError(
        `cluster "${cluster}" can't skip a minor release: node ${name} runs ${release}; go to a release of v${major}.${minor + 1} before ${image}`,
      );
    }
  }
}

/** What of a container the engine makes anew, or what is gone when it stops. */
const NOT_CARRIED = [
  ...['/dev', '/proc', '/sys', '/run', '/var/run', '/tmp', '/var/log', '/.dockerenv'],
  ...['/etc/hosts', '/etc/hostname', '/etc/resolv.conf', '/sbin/docker-init', '/usr/sbin/docker-init'],
];

const isBelow = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

/** Whether what was put into a container is taken along into the one that follows it: not what is mounted there. */
export function isCarried(path: string, mounts: readonly string[]): boolean {
  return ![...NOT_CARRIED, ...mounts].some((root) => isBelow(path, root));
}

/**
 * The fewest paths that hold all that is taken along of what was added to a container.
 * @param mounts where volumes and others are mounted
 */
export function carriedPaths(added: readonly string[], mounts: readonly string[]): string[] {
  const whole = added.filter((path) => isCarried(path, mounts) && !mounts.some((mount) => isBelow(mount, path)));
  return whole.filter((path) => !whole.some((other) => other !== path && isBelow(path, other)));
}
