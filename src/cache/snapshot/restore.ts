import { checkPortsFree } from '../../cluster/containers/index.ts';
import { type Seed, SeedError, type SeededNode } from '../../cluster/seed.ts';
import { mergeLayers } from '../../config/merge.ts';
import type { ClusterConfig, RegistrySpec } from '../../config/types.ts';
import type { Engine } from '../../docker/engine.ts';
import { LABEL } from '../../contract/labels.ts';
import { type GivenNames, plannedNodes, roleAndPosition } from '../../plan/nodes.ts';
import { sendChecked } from '../checkedFile.ts';
import type { SnapshotManifest } from './manifest.ts';

/**
 * What a cluster is given to be the one that a snapshot was made of, under its own name and ports.
 * @throws SeedError when the config is for another number of nodes
 */
export function seedFrom(folder: string, manifest: SnapshotManifest, config: ClusterConfig): Seed {
  const names = namesOf(manifest, config);
  const planned = plannedNodes(config, names).filter(({ role }) => role !== 'loadbalancer');
  const kept = manifest.nodes.filter(({ role }) => role !== 'registry');
  if (planned.length !== kept.length) {
    throw new SeedError(`the snapshot has ${kept.length} nodes and the cluster is to have ${planned.length}`);
  }
  const find = ({ role, index }: { role: string; index: number }) =>
    manifest.nodes.find((node) => node.role === role && node.index === index);
  const nodes = new Map(
    planned.map((node) => {
      const { nodeName = node.name, ip } = find(node) ?? {};
      return [node.name, { nodeName, ip }];
    }),
  );
  const { token, subnet, needsSubnet, pods } = manifest;
  return {
    past: { token, subnet, needsSubnet, nodes, names, pods },
    fill: async (node, engine) => {
      const files = find(node)?.files ?? [];
      for (const { volume } of files) if (volume !== undefined) await checkVolumeIsNew(volume, node, engine);
      for (const file of files) {
        await sendChecked(folder, file, (tar) => engine.containers.putArchive(node.name, file.target, tar));
      }
    },
  };
}

/**
 * The names that nodes had, if the cluster has its own again: a copy beside it gets others. The first server has the one
 * at which the others look for it.
 */
function namesOf({ cluster, nodes }: SnapshotManifest, { name }: ClusterConfig): GivenNames {
  const names = new Map<string, string>();
  if (name !== cluster) return names;
  for (const { role, index, container } of nodes)
    if (container !== undefined && !(role === 'server' && index === 0))
      names.set(roleAndPosition({ role, index }), container);
  return names;
}

/** @throws SeedError when a volume is not one that was made with the node's cluster: what is in it is somebody else's */
async function checkVolumeIsNew(volume: string, { name }: SeededNode, engine: Engine): Promise<void> {
  const creation = (await engine.containers.inspect(name))?.labels[LABEL.creation] ?? '';
  const own = await engine.volumes.list([`${LABEL.creation}=${creation}`]);
  if (own.some((one) => one.name === volume)) return;
  throw new SeedError(`volume ${volume} exists already, and what is in it may be somebody else's: remove it first`);
}

/** The config that a snapshot was made from, with the defaults for what it does not say. */
export const keptConfig = ({ config }: SnapshotManifest): ClusterConfig => ({
  ...mergeLayers({}),
  ...config,
  imageChosen: true,
});

/**
 * The config with the ports that the snapshot's registries had: workloads name their images by them. One that somebody
 * else has now is left to be chosen anew.
 */
export async function withRegistryPorts(
  config: ClusterConfig,
  { nodes }: SnapshotManifest,
  engine: Engine,
): Promise<ClusterConfig> {
  const registriesCreate = await Promise.all(
    config.registriesCreate.map(async (spec, index): Promise<RegistrySpec> => {
      const port = nodes.find((node) => node.role === 'registry' && node.index === index)?.port;
      if (spec.hostPort !== undefined || port === undefined) return spec;
      const wanted = { hostIP: spec.hostIP, port, protocol: 'tcp' as const };
      const isFree = await checkPortsFree(engine, [wanted]).then(
        () => true,
        () => false,
      );
      return isFree ? { ...spec, hostPort: port } : spec;
    }),
  );
  return { ...config, registriesCreate };
}
