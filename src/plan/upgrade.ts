import semver from 'semver';
import { UserError } from '../common/errors.ts';
import { kubernetesOf } from '../config/version.ts';
import { bindTarget } from '../config/volumeSpec.ts';

/** A node and the release of k3s that it runs: `v1.33.5+k3s1`. */
export interface NodeRelease {
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
  ...['/etc/hosts', '/etc/hostname', '/etc/resolv.conf'],
];

/** Whether what was put into a container is taken along into the one that follows it: its settings, and the user's files. */
export function isCarried(path: string, binds: readonly string[]): boolean {
  const left = [...NOT_CARRIED, ...binds.map(bindTarget)];
  return !left.some((root) => path === root || path.startsWith(`${root}/`));
}
