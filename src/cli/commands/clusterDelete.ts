import { rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { listClusters } from '../../cluster/find/index.ts';
import { deleteCluster, foundNothing } from '../../cluster/remove/index.ts';
import { UserError } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { connectEngine, removeEmptyDind } from '../../cluster/dind/index.ts';
import type { Engine } from '../../docker/engine.ts';
import { kubeconfigPaths, ownKubeconfigPath, removeFromFile } from '../../kubernetes/kubeconfigFile.ts';
import { readConfigs } from '../readConfigs.ts';
import { reporterOf } from '../session.ts';

/** Flags of `cluster delete`. */
export interface DeleteOptions {
  all?: boolean;
  config?: string;
}

/** `k3d cluster delete` */
export async function clusterDelete(names: string[], options: DeleteOptions, command: Command): Promise<void> {
  const reporter = reporterOf(command);
  const config = options.config || process.env.K3D_CONFIG;
  const wanted = [...names.filter((name) => name !== ''), ...(config ? namesInFile(config) : [])];
  const engine = await connectEngine();
  const clusters = options.all ? (await listClusters(engine)).map((cluster) => cluster.name) : wanted;
  if (options.all && clusters.length === 0) reporter.info('There are no clusters');
  const targets = options.all || clusters.length > 0 ? clusters : [DEFAULT_CLUSTER_NAME];
  // One after the other for the sake of the output; within a cluster all goes at once.
  for (const name of targets) await deleteOne(engine, name, reporter);
  const dind = await removeEmptyDind(engine, process.env);
  if (dind !== undefined) reporter.info(`Container ${dind}, which held the engine, is removed too`);
}

function namesInFile(config: string): string[] {
  return readConfigs(undefined, config, []).clusters.map(({ name }) => name);
}

async function deleteOne(engine: Engine, name: string, reporter: Reporter): Promise<void> {
  const removal = await deleteCluster(engine, name);
  for (const path of kubeconfigPaths(process.env)) await removeFromFile(path, name);
  await rm(ownKubeconfigPath(name, process.env), { force: true });
  // Scripts delete before they create: what is not there is no failure.
  if (foundNothing(removal)) return reporter.info(`There is no cluster "${name}": nothing to delete`);
  if (removal.problems.length > 0) {
    throw new UserError(`cluster "${name}" could not be deleted completely: ${removal.problems.join('; ')}`);
  }
  reporter.info(`Deleted cluster ${name} (${removal.containers.length} nodes)`);
}
