import type { IpFamily } from '../../contract/ipFamily.ts';
import type { Engine } from '../../docker/engine.ts';
import { familyIn } from '../../plan/ipFamily.ts';
import { type Cluster, nodesOf } from './model.ts';

/** The families of addresses that a cluster has. */
export async function familyOf(engine: Engine, cluster: Cluster): Promise<IpFamily> {
  const [server] = nodesOf(cluster, 'server');
  const details = server && (await engine.containers.inspect(server.id));
  return familyIn(details?.env ?? []);
}
