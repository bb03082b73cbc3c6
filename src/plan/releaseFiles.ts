import { isRelease } from '../config/version.ts';
import { isMounted } from '../config/volumeSpec.ts';
import type { FileSpec } from '../contract/containers.ts';
import { K3S_DATA_PATH } from '../contract/names.ts';

/**
 * Kubelets of these releases keep a record of each image that they have pulled, and pull it again for a pod that has another
 * name for it, though the image is there under that name, imported or preloaded (KEP-2535). A cluster for tests has no
 * secrets between its pods that this would protect. Kubelets without the record refuse the setting, and its switch can't
 * be off while the setting has its default.
 */
const RECORDS_PULLS = '>=1.35';
/** k3s has the kubelet read this folder, which is in a volume (k3s: pkg/agent/config). */
const FOLDER = `${K3S_DATA_PATH}/agent/etc/kubelet.conf.d`;

const recordsPulls = (image: string): boolean => isRelease(image, RECORDS_PULLS);

const settings = (...lines: string[]): FileSpec => ({
  path: `${FOLDER}/50-k3d.conf`,
  content: ['apiVersion: kubelet.config.k8s.io/v1beta1', 'kind: KubeletConfiguration', ...lines, ''].join('\n'),
  mode: 0o644,
});
const WITHOUT_RECORD = settings('imagePullCredentialsVerificationPolicy: NeverVerify');

/**
 * The files that nodes of a release of k3s need of us, beside those that all need.
 * @param image whose tag names the release; without one there are none
 * @param binds the node's mounts: nothing is written into a folder of the user's
 */
export function releaseFiles(image: string, binds: readonly string[]): FileSpec[] {
  return recordsPulls(image) && !isMounted(FOLDER, binds) ? [WITHOUT_RECORD] : [];
}

/** Those of a node that goes from one release to another, and keeps its volumes. */
export function changedReleaseFiles(from: string, to: string, binds: readonly string[]): FileSpec[] {
  if (recordsPulls(from) === recordsPulls(to) || isMounted(FOLDER, binds)) return [];
  return [recordsPulls(to) ? WITHOUT_RECORD : settings()];
}
