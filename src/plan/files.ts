import { matchFilters } from '../config/nodeFilter.ts';
import type { ClusterConfig } from '../config/types.ts';
import { expandDestination, PATH_SHORTCUTS } from '../config/volumeSpec.ts';
import type { PlannedNode } from './nodes.ts';
import type { FileSpec } from './spec.ts';

/**
 * The user's files, and registries.yaml, for each node. By now a file's source is its content: reading is done before.
 * @throws UserError for malformed filters
 */
export function planFiles(config: ClusterConfig, nodes: readonly PlannedNode[]): Map<string, FileSpec[]> {
  const perNode = new Map<string, FileSpec[]>(nodes.map((node) => [node.name, []]));
  for (const file of config.files) {
    const matched = file.nodeFilters.length === 0 ? nodes : matchFilters(file.nodeFilters, nodes, file.where);
    for (const node of matched) {
      perNode.get(node.name)?.push({ path: expandDestination(file.destination), content: file.source, mode: 0o644 });
    }
  }
  if (config.registriesYaml !== undefined) {
    // It may hold passwords.
    const path = PATH_SHORTCUTS['k3s-registry-config'] as string;
    for (const files of perNode.values()) files.push({ path, content: config.registriesYaml, mode: 0o600 });
  }
  return perNode;
}
