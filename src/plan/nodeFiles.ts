import type { Fix } from '../config/types.ts';
import { CONTROLLER_MANAGER_SETTINGS } from './early.ts';
import { entrypointFiles } from './entrypoint.ts';
import { isMounted } from '../config/volumeSpec.ts';
import { CONFIG_FOLDER } from './nodeSettings.ts';
import { releaseFiles } from './releaseFiles.ts';
import type { FileSpec } from '../contract/containers.ts';

/**
 * What the kubelet of a node in a container needs otherwise. The `+` adds to what a user's own file has, and the command
 * line wins.
 * - How often it looks at its node's state. It tells of a change only, but it looks every 10 s: a node that was not ready
 *   at the first look would be 10 s late.
 * - The disk is the machine's, and what fills it is seldom the cluster. Above 85 % the kubelet would delete images that no
 *   pod uses at the moment, imported ones too, which nobody can pull again; below 5 % it would evict pods. kind sets the
 *   same (kind: pkg/cluster/internal/kubeadm/config.go).
 */
const KUBELET_SETTINGS = [
  'node-status-update-frequency=1s',
  'image-gc-high-threshold=100',
  'eviction-hard=imagefs.available<0%,nodefs.available<0%,nodefs.inodesFree<0%',
];

/**
 * The files that every node of k3s needs of us.
 * @param role what it says of the controller manager is for servers
 * @param image whose tag names the release, for which there may be more
 * @param disabled fixes that are not wanted
 * @param memory the node's limit in bytes, if it has one
 * @param binds the node's mounts: nothing is written into a folder of the user's
 */
export function nodeFiles(
  role: 'server' | 'agent',
  image: string,
  disabled: readonly Fix[],
  memory: number | undefined,
  binds: readonly string[],
): FileSpec[] {
  const settings = {
    path: `${CONFIG_FOLDER}/00-k3d.yaml`,
    content: [
      ...added('kubelet-arg', KUBELET_SETTINGS),
      ...(role === 'server' && !disabled.includes('early')
        ? added('kube-controller-manager-arg', CONTROLLER_MANAGER_SETTINGS)
        : []),
    ].join(''),
    mode: 0o644,
  };
  return [
    ...entrypointFiles(disabled, memory),
    ...(isMounted(CONFIG_FOLDER, binds) ? [] : [settings]),
    ...releaseFiles(image, binds),
  ];
}

const added = (flag: string, settings: readonly string[]): string[] => [
  `${flag}+:\n`,
  ...settings.map((setting) => `  - ${setting}\n`),
];
