import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { platformOf } from '../../cache/platform.ts';
import { readManifest } from '../../cache/snapshot/manifest.ts';
import { keptConfig, seedFrom, withRegistryPorts } from '../../cache/snapshot/restore.ts';
import { checkPlace, keepSnapshot, needSnapshot, type Place, storedSnapshots } from '../../cache/snapshot/stored.ts';
import { bytesIn, namesIn, snapshotsFolder, unpackFolder } from '../../cache/store.ts';
import { type Cluster, describeCluster, findCluster, needCluster } from '../../cluster/find/index.ts';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import type { Engine } from '../../docker/engine.ts';
import { formatDuration } from '../../common/duration.ts';
import { UserError } from '../../common/errors.ts';
import { Timeline } from '../../common/timeline.ts';
import { readFilteredText } from '../../config/layers.ts';
import { parseApiPort, parsePortSpec } from '../../config/portSpec.ts';
import { readName, readTimeout } from '../../config/scalars.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { LOOPBACK } from '../../contract/names.ts';
import { table } from '../../common/table.ts';
import { print } from '../output.ts';
import type { ListOptions } from './list.ts';
import { createAndMerge } from '../createAndMerge.ts';
import { reporterOf, interruptible } from '../session.ts';
import { megabytes } from '../../common/size.ts';

/** Flags of `snapshot save`. */
export interface SaveOptions {
  cluster?: string;
  file?: string;
  overwrite: boolean;
}

/** Flags of `snapshot restore`. */
export interface RestoreOptions {
  file?: string;
  cluster?: string;
  apiPort?: string;
  port: string[];
  noPorts?: boolean;
  timeout: string;
}

/** `k3d snapshot save` */
export async function snapshotSave(name: string | undefined, options: SaveOptions, command: Command): Promise<void> {
  const named = options.cluster === undefined ? undefined : readName(options.cluster, 'flag --cluster');
  checkFile(options.file);
  if (name !== undefined && options.file !== undefined) {
    throw new UserError('argument NAME and flag --file contradict each other: a snapshot is kept in one place');
  }
  const wanted = readName(name ?? named ?? DEFAULT_CLUSTER_NAME, 'argument NAME');
  const reporter = reporterOf(command);
  const { file, overwrite } = options;
  const place: Place = file === undefined ? { store: snapshotsFolder(process.env), name: wanted } : { file };
  checkPlace(place, overwrite, '--overwrite');
  await interruptible(async (signal) => {
    const engine = await connectEngine();
    const cluster = await clusterToSave(engine, named, name);
    const config = await describeCluster(engine, cluster);
    const context = { engine, reporter, timeline: new Timeline(), signal };
    const { path, bytes, pausedMs } = await keepSnapshot(config, place, context);
    const size = megabytes(bytes);
    reporter.info(`Kept ${cluster.name} in ${path}: ${size}; its nodes were paused for ${formatDuration(pausedMs)}`);
  });
}

/** The cluster that --cluster names, else the one that is called as the snapshot is to be, else the usual one. */
async function clusterToSave(
  engine: Engine,
  named: string | undefined,
  snapshot: string | undefined,
): Promise<Cluster> {
  const alike = named === undefined && snapshot !== undefined ? await findCluster(engine, snapshot) : undefined;
  return alike ?? (await needCluster(engine, named ?? DEFAULT_CLUSTER_NAME));
}

/** `k3d snapshot restore` */
export async function snapshotRestore(
  name: string | undefined,
  options: RestoreOptions,
  command: Command,
): Promise<void> {
  const changes = readChanges(options);
  checkFile(options.file);
  if ((name === undefined) === (options.file === undefined)) {
    throw new UserError('missing snapshot name: give one, or a file with --file');
  }
  const unpacked = options.file === undefined ? undefined : mkdtempSync(join(tmpdir(), 'k3d-snapshot-'));
  try {
    if (unpacked !== undefined) await unpackFolder(options.file as string, unpacked);
    const folder = unpacked ?? (await needSnapshot(snapshotsFolder(process.env), name as string));
    await interruptible(async (signal) => {
      const engine = await connectEngine();
      const manifest = await readManifest(folder, '', await platformOf(engine));
      const config = await withRegistryPorts(
        { ...keptConfig(manifest), apiHost: undefined, apiPort: undefined, ...changes },
        manifest,
        engine,
      );
      const seeds = [seedFrom(folder, manifest, config)];
      await createAndMerge(engine, [config], reporterOf(command), signal, seeds);
    });
  } finally {
    if (unpacked !== undefined) await rm(unpacked, { recursive: true, force: true });
  }
}

function checkFile(file: string | undefined): void {
  if (file === '') throw new UserError('flag --file: a path must not be empty');
}

/** What the flags say of the cluster that is to be made. */
function readChanges(options: RestoreOptions): Partial<ClusterConfig> {
  const changes: Partial<ClusterConfig> = { timeoutMs: readTimeout(options.timeout, 'flag --timeout') };
  if (options.cluster !== undefined) changes.name = readName(options.cluster, 'flag --cluster');
  const ports = options.port.map((text) => readFilteredText(text, 'flag --port'));
  for (const { value, where } of ports) parsePortSpec(value, LOOPBACK, where);
  if (options.noPorts || ports.length > 0) changes.ports = ports;
  if (options.apiPort === undefined) return changes;
  const { host, hostIP, port } = parseApiPort(options.apiPort, 'flag --api-port');
  return { ...changes, apiHost: host, apiPort: port, ...(hostIP === undefined ? {} : { apiHostIP: hostIP }) };
}

/** `k3d snapshot list` */
export async function snapshotList(options: ListOptions): Promise<void> {
  const store = snapshotsFolder(process.env);
  const platform = await platformOf(await connectEngine());
  const names = await storedSnapshots(store);
  const snapshots = await Promise.all(
    names.map(async (name) => {
      const folder = join(store, name);
      const manifest = await readManifest(folder, '', platform).catch(() => undefined);
      const { cluster = '', image = 'unusable', created = '' } = manifest ?? {};
      return { name, cluster, image, created, bytes: await bytesIn(folder) };
    }),
  );
  print(options.output, snapshots, () =>
    table(
      ['NAME', 'CLUSTER', 'IMAGE', 'SIZE', 'CREATED'],
      snapshots.map(({ name, cluster, image, bytes, created }) => [
        ...[name, cluster, image],
        megabytes(bytes),
        created,
      ]),
      !options.noHeaders,
    ),
  );
}

/** `k3d snapshot delete` */
export async function snapshotDelete(names: string[], options: { all?: boolean }, command: Command): Promise<void> {
  const store = snapshotsFolder(process.env);
  const wanted = options.all ? await namesIn(store) : names;
  if (wanted.length === 0 && !options.all) throw new UserError('missing snapshot names: give some, or --all');
  const folders = await Promise.all(
    wanted.map(async (name) => (options.all ? join(store, name) : await needSnapshot(store, name))),
  );
  for (const folder of folders) {
    await rm(folder, { recursive: true, force: true });
    reporterOf(command).info(`Deleted ${folder}`);
  }
}
