import type { Cluster } from './model.ts';
import { UserError } from '../../common/errors.ts';
import type { Engine } from '../../docker/engine.ts';
import { findCluster, listClusters } from './model.ts';

/** The cluster of that name. @throws UserError naming those that exist when it does not */
export async function needCluster(engine: Engine, name: string): Promise<Cluster> {
  return (await findCluster(engine, name)) ?? Promise.reject(await unknownCluster(engine, name));
}

/** The error for a name that no cluster has, naming those that exist. */
export async function unknownCluster(engine: Engine, name: string): Promise<UserError> {
  const names = (await listClusters(engine)).map((cluster) => cluster.name);
  const known = names.length === 0 ? 'there are none' : `there are ${names.join(', ')}`;
  return new UserError(`cluster "${name}" does not exist; ${known}`);
}
