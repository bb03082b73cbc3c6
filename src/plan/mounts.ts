import type { ClusterConfig } from '../config/types.ts';
import { parseVolumeSpec } from '../config/volumeSpec.ts';
import { imageVolumeName, isClusterVolume } from '../contract/names.ts';
import { type PlannedNode, spread } from './nodes.ts';

/** Where the volume for imported images is mounted in every node. */
export const IMAGE_VOLUME_PATH = '/k3d/images';

export interface MountPlan {
  /** Names of the volumes to make. */
  volumes: string[];
  /** Binds of each node, as Docker's `--volume` writes them. */
  perNode: Map<string, string[]>;
}

/**
 * The mounts of all nodes. A named volume is the user's: the engine makes it if need be, and it outlives the cluster. Only
 * one that begins with k3d's prefix and does not exist yet is made with labels, and goes with the cluster (k3d:
 * pkg/client/cluster.go).
 * @param existing names of the engine's volumes
 * @throws UserError for malformed volumes or filters
 */
export function planMounts(
  config: ClusterConfig,
  nodes: readonly PlannedNode[],
  existing: ReadonlySet<string>,
): MountPlan {
  const volumes = new Set<string>();
  const resolved = config.volumes.map((entry) => {
    const mount = parseVolumeSpec(entry.value, entry.where);
    const { source, destination, options } = mount;
    if (source === undefined) return { ...entry, value: destination };
    if (!mount.isPath && isClusterVolume(source) && !existing.has(source)) volumes.add(source);
    return { ...entry, value: [source, destination, options].filter((part) => part !== undefined).join(':') };
  });
  const perNode = spread(resolved, nodes, true);
  if (config.imageVolume) {
    const name = imageVolumeName(config.name);
    volumes.add(name);
    for (const binds of perNode.values()) binds.push(`${name}:${IMAGE_VOLUME_PATH}`);
  }
  return { volumes: [...volumes], perNode };
}
