import type { Fix } from '../config/types.ts';
import { entrypointFiles } from './entrypoint.ts';
import { bindTarget } from '../config/volumeSpec.ts';
import type { FileSpec } from './spec.ts';

/** A folder from which k3s reads settings beside its command line (k3s: pkg/configfilearg). */
const CONFIG_FOLDER = '/etc/rancher/k3s/config.yaml.d';

/**
 * How often the kubelet looks at its node's state. It tells of a change only, but it looks every 10 s: a node that was
 * not ready at the first look would be 10 s late. The `+` adds to what a user's own file has, and the command line wins.
 */
const KUBELET_SETTINGS = 'kubelet-arg+:\n  - node-status-update-frequency=1s\n';

/**
 * The files that every node of k3s needs of us.
 * @param disabled fixes that are not wanted
 * @param memory the node's limit in bytes, if it has one
 * @param binds the node's mounts: nothing is written into a folder of the user's
 */
export function nodeFiles(disabled: readonly Fix[], memory: number | undefined, binds: readonly string[]): FileSpec[] {
  const isMounted = binds.some((bind) => CONFIG_FOLDER.startsWith(bindTarget(bind) || ' '));
  const settings = { path: `${CONFIG_FOLDER}/00-k3d.yaml`, content: KUBELET_SETTINGS, mode: 0o644 };
  return [...entrypointFiles(disabled, memory), ...(isMounted ? [] : [settings])];
}
