import { planFiles } from '../../plan/files.ts';
import { settleAll } from '../../common/settleAll.ts';
import type { WorkContext } from '../context.ts';
import type { Cluster } from '../find/index.ts';
import { readFile } from '../../docker/readFiles.ts';
import type { Desired } from './desired.ts';
import type { Change } from './change.ts';

/** The user's files that nodes have in another state. They are only replaced: what k3s makes of it is its own affair. */
export async function fileChanges(
  { config, plan }: Desired,
  cluster: Cluster,
  { engine }: WorkContext,
): Promise<Change[]> {
  const k3sNodes = plan.nodes.filter(({ role }) => role !== 'loadbalancer');
  const isThere = (name: string): boolean => cluster.nodes.some((node) => node.name === name);
  const perNode = planFiles({ ...config, registriesYaml: undefined }, k3sNodes, { registries: [] });
  const changes: Change[] = [];
  for (const [name, files] of perNode) {
    // Nodes that are to come bring theirs.
    for (const file of isThere(name) ? files : []) {
      if ((await readFile(engine, name, file.path)) === String(file.content)) continue;
      changes.push({
        text: `~ file ${file.path} of ${name}`,
        run: () => settleAll([engine.containers.putFiles(name, [file])]),
      });
    }
  }
  return changes;
}
