import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { WorkContext } from '../../cluster/context.ts';
import { createCluster, type CreatedCluster } from '../../cluster/create/index.ts';
import { type Cluster, isK3sNode, needCluster, nodesOf } from '../../cluster/find/index.ts';
import { deleteCluster } from '../../cluster/remove/index.ts';
import type { Seed } from '../../cluster/seed.ts';
import { messageOf, UserError } from '../../common/errors.ts';
import type { ClusterConfig, Filtered } from '../../config/types.ts';
import { LABEL } from '../../contract/labels.ts';
import type { ContainerDetails, Engine } from '../../docker/engine.ts';
import { platformOf } from '../platform.ts';
import { readManifest, type SnapshotManifest } from './manifest.ts';
import { ownFilesOf } from './ownFiles.ts';
import { keptConfig, seedFrom, withRegistryPorts } from './restore.ts';

/** A cluster that is to go back to what it was. */
export interface ResetPlan {
  cluster: Cluster;
  folder: string;
  manifest: SnapshotManifest;
  config: ClusterConfig;
  /** Id of the creation that made the cluster, which whoever cleans up goes by. */
  creation: string;
}

/**
 * What it takes to bring a cluster back to a snapshot of it, under the same name, token and ports.
 * @param folder of the snapshot
 * @throws UserError when there is no such cluster; SeedError when the snapshot can't be used or is of another cluster
 */
export async function planReset(name: string, folder: string, timeoutMs: number, engine: Engine): Promise<ResetPlan> {
  const cluster = await needCluster(engine, name);
  const manifest = await readManifest(folder, '', await platformOf(engine));
  if (manifest.token !== cluster.token) {
    throw new UserError(
      `snapshot ${folder} is of another cluster than "${name}", whose clients could not go on: make a new one of it with "k3d snapshot restore"`,
    );
  }
  await checkNamesFree(manifest, cluster, engine);
  const { api } = cluster;
  const kept = { ...keptConfig(manifest), name, timeoutMs, apiHost: api?.host, apiPort: api?.port };
  const ports = await withChosenPorts(kept.ports, cluster, engine);
  const config = { ...kept, ports, ...(api === undefined ? {} : { apiHostIP: api.hostIP }) };
  const creation = nodesOf(cluster, 'server')[0]?.labels[LABEL.creation];
  if (creation === undefined)
    throw new UserError(`cluster "${name}" was made by k3d, and can't be reset by this program`);
  return { cluster, folder, manifest, config, creation };
}

/** @throws UserError when the name of a node that comes back is another container's by now */
async function checkNamesFree({ nodes }: SnapshotManifest, cluster: Cluster, engine: Engine): Promise<void> {
  const own = new Set(cluster.nodes.map(({ name }) => name));
  for (const { container } of nodes) {
    if (container === undefined || own.has(container)) continue;
    if ((await engine.containers.inspect(container)) === undefined) continue;
    throw new UserError(
      `node ${container} of the snapshot can't come back: a container that is not of cluster "${cluster.name}" has its name; remove that one first`,
    );
  }
}

/** Ports that the engine has chosen are the ones that it has chosen. */
async function withChosenPorts(ports: readonly Filtered[], cluster: Cluster, engine: Engine): Promise<Filtered[]> {
  const nodes = await Promise.all(cluster.nodes.map(({ id }) => engine.containers.inspect(id)));
  return ports.map((entry) => {
    const [, ip = '', port = '', protocol] = /^(.*:)?0?:(\d+)\/(\w+)$/.exec(entry.value) ?? [];
    const isPublished = (one: ContainerDetails['ports'][number]): boolean =>
      one.containerPort === Number(port) && one.protocol === protocol;
    const chosen = protocol && nodes.flatMap((node) => node?.ports ?? []).find(isPublished);
    return chosen ? { ...entry, value: `${ip}${chosen.hostPort}:${port}/${protocol}` } : entry;
  });
}

/**
 * Removes the cluster and makes it anew from its snapshot.
 * @throws UserError when it could not be made anew; it is gone then, and the snapshot is still there
 */
export async function resetCluster(plan: ResetPlan, context: WorkContext): Promise<CreatedCluster> {
  const { engine, timeline } = context;
  const { name } = plan.cluster;
  const files = await mkdtemp(join(tmpdir(), 'k3d-reset-'));
  try {
    const carried = await timeline.run('keep files', () => keepFiles(plan.cluster, files, engine));
    context.signal.throwIfAborted();
    const removal = await timeline.run('remove', () => deleteCluster(engine, name));
    if (removal.problems.length > 0) throw new UserError(removal.problems.join('; '));
    const config = await withRegistryPorts(plan.config, plan.manifest, engine);
    const seed = withFiles(seedFrom(plan.folder, plan.manifest, config), carried);
    return await createCluster(config, plan.creation, context, seed);
  } catch (error) {
    context.signal.throwIfAborted();
    throw new UserError(
      `cluster "${name}" can't be made anew: ${messageOf(error)}; its snapshot is still in ${plan.folder}`,
      { cause: error },
    );
  } finally {
    await rm(files, { recursive: true, force: true });
  }
}

/** A file of a node, or a folder, as a tar. */
interface CarriedFile {
  node: string;
  path: string;
  tar: string;
}

/** Keeps what somebody has put into the nodes since the snapshot was taken: it is in no volume. */
async function keepFiles(cluster: Cluster, folder: string, engine: Engine): Promise<CarriedFile[]> {
  const kept: CarriedFile[] = [];
  for (const { id, name } of cluster.nodes.filter(isK3sNode)) {
    const details = await engine.containers.inspect(id);
    for (const path of details === undefined ? [] : await ownFilesOf(engine, details)) {
      const archive = await engine.containers.getArchive(id, path);
      if (archive === undefined) continue;
      const tar = join(folder, String(kept.length));
      await pipeline(archive, createWriteStream(tar, { mode: 0o600 }));
      kept.push({ node: name, path, tar });
    }
  }
  return kept;
}

function withFiles(seed: Seed, files: readonly CarriedFile[]): Seed {
  return {
    ...seed,
    fill: async (node, engine) => {
      await seed.fill(node, engine);
      for (const { path, tar } of files.filter((file) => file.node === node.name))
        await engine.containers.putArchive(node.name, posix.dirname(path), createReadStream(tar));
    },
  };
}
