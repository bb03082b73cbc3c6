import { ADDRESS_POOL } from '../config/manifests.ts';
import { matchFilters } from '../config/nodeFilter.ts';
import type { ClusterConfig } from '../config/types.ts';
import { expandDestination, isMounted, PATH_SHORTCUTS } from '../config/volumeSpec.ts';
import type { PlannedNode } from './nodes.ts';
import type { Allocated } from './allocated.ts';
import { localImagesFiles } from './localImages.ts';
import { hostingManifest, registriesYaml, type RegistryFacts } from './registry.ts';
import type { FileSpec } from '../contract/containers.ts';

/** Where k3s reads its registry settings from. */
export const REGISTRIES_PATH = PATH_SHORTCUTS['k3s-registry-config'] as string;

/**
 * The user's files, and registries.yaml, for each node. By now a file's source is its content: reading is done before.
 * @param addresses a range that the network leaves free
 * @param mounts of each node: settings of registries that are mounted are known to the node alone
 * @throws UserError for malformed filters
 */
export function planFiles(
  config: ClusterConfig,
  nodes: readonly PlannedNode[],
  { registries, localImagesURL }: Pick<Allocated, 'registries' | 'localImagesURL'>,
  addresses = '',
  mounts: ReadonlyMap<string, readonly string[]> = new Map(),
): Map<string, FileSpec[]> {
  const perNode = new Map<string, FileSpec[]>(nodes.map((node) => [node.name, []]));
  for (const file of config.files) {
    const matched = file.nodeFilters.length === 0 ? nodes : matchFilters(file.nodeFilters, nodes, file.where);
    for (const node of matched) {
      perNode.get(node.name)?.push({
        path: expandDestination(file.destination),
        content: file.source.replaceAll(ADDRESS_POOL, addresses),
        mode: 0o644,
      });
    }
  }
  const settings = registriesYaml(registries, config.registriesYaml);
  for (const node of nodes) {
    if (settings !== undefined) perNode.get(node.name)?.push(registriesFile(settings));
    if (node.role === 'server' && node.index === 0) perNode.get(node.name)?.push(...hostingManifest(registries));
  }
  if (localImagesURL !== undefined) addLocalImages(perNode, localImagesURL, registries, mounts);
  return perNode;
}

function addLocalImages(
  perNode: ReadonlyMap<string, FileSpec[]>,
  url: string,
  registries: readonly RegistryFacts[],
  mounts: ReadonlyMap<string, readonly string[]>,
): void {
  const names = registries.map(({ name }) => name);
  for (const [node, files] of perNode) {
    if (isMounted(REGISTRIES_PATH, mounts.get(node) ?? [])) continue;
    // The last one is what the node has in the end: a file of the user's may have that path too.
    const own = files.findLast(({ path }) => path === REGISTRIES_PATH);
    files.push(...localImagesFiles(own && String(own.content), url, names));
  }
}

/** k3s's registry settings as a file of a node. It may hold passwords. */
export function registriesFile(content: string): FileSpec {
  return { path: REGISTRIES_PATH, content, mode: 0o600 };
}
