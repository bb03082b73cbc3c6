import { isAside, nameBeforeAside } from '../../contract/names.ts';
import type { Engine } from '../../docker/engine.ts';
import { clusterFilter } from '../find/index.ts';

/**
 * Gives nodes back their places that they left for others, when whoever was about to put those there was killed. One
 * whose place is taken stays aside: the two share their volumes, and only one may run.
 */
export async function bringBack(engine: Engine, cluster: string): Promise<void> {
  const all = await engine.containers.list(clusterFilter(cluster));
  const taken = new Set(all.map(({ name }) => name));
  for (const { id, name } of all.filter((one) => isAside(one.name))) {
    const before = nameBeforeAside(name);
    if (!taken.has(before)) await engine.containers.rename(id, before);
    taken.add(before);
  }
}
