import semver from 'semver';
import { kubernetesOf } from '../config/version.ts';
import type { FileSpec } from '../contract/containers.ts';
import { CONFIG_FOLDER, isMounted } from './nodeFiles.ts';

/**
 * Kubelets of these releases keep a record of each image that they have pulled, and pull it again for a pod that has another
 * name for it, though the image is there under that name, imported or preloaded (KEP-2535). A cluster for tests has no
 * secrets between its pods that this would protect. Later releases may not know the switch any more.
 */
const RECORDS_PULLS = '>=1.35 <1.37';
const PATH = `${CONFIG_FOLDER}/01-k3d-release.yaml`;

const recordsPulls = (image: string): boolean => {
  const release = kubernetesOf(image);
  return release !== undefined && semver.satisfies(release, RECORDS_PULLS);
};

const file = (content: string): FileSpec => ({ path: PATH, content, mode: 0o644 });
const WITHOUT_RECORD = file('kubelet-arg+:\n  - feature-gates=KubeletEnsureSecretPulledImages=false\n');

/**
 * The files that nodes of a release of k3s need of us, beside those that all need.
 * @param image whose tag names the release; without one there are none
 * @param binds the node's mounts: nothing is written into a folder of the user's
 */
export function releaseFiles(image: string, binds: readonly string[]): FileSpec[] {
  return recordsPulls(image) && !isMounted(binds) ? [WITHOUT_RECORD] : [];
}

/** Those of a node that goes from one release to another and has the files of the first. */
export function changedReleaseFiles(from: string, to: string, binds: readonly string[]): FileSpec[] {
  if (recordsPulls(from) === recordsPulls(to) || isMounted(binds)) return [];
  return [recordsPulls(to) ? WITHOUT_RECORD : file('')];
}
