import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  type Cluster,
  clusterFilter,
  type ClusterNode,
  needCluster,
  nodesOf,
  withKube,
} from '../../cluster/find/index.ts';
import { settleAll } from '../../common/settleAll.ts';
import type { WorkContext } from '../../cluster/context.ts';
import { UserError } from '../../common/errors.ts';
import type { ClusterConfig } from '../../config/types.ts';
import type { ContainerDetails, Engine } from '../../docker/engine.ts';
import { readyPods } from '../../kubernetes/pods.ts';
import { kubernetesName, LABEL } from '../../contract/labels.ts';
import { nameOfRegistry } from '../../plan/registry.ts';
import { Meter } from '../digest.ts';
import { platformOf } from '../platform.ts';
import { TarFilter } from '../tarFilter.ts';
import { MANIFEST_NAME, SNAPSHOT_FORMAT, type SnapshotFile, type SnapshotManifest } from './manifest.ts';
import { opaqueFolders } from './opaque.ts';
import { ownFilesOf } from './ownFiles.ts';
import { type Part, partsOfNode, partsOfRegistry } from './parts.ts';
import { pauseNode } from './pause.ts';

/** What is to be kept, and where. */
export interface SaveRequest {
  /** It may hold snapshots of other clusters, under other prefixes. */
  folder: string;
  /** What the names of its files begin with. */
  prefix: string;
  /** What the cluster would be made from without the snapshot. */
  config: ClusterConfig;
  /** Seconds that it took to get the cluster as far as it is. */
  coldSeconds: number;
}

/** A node that is copied. */
interface Source {
  node: ClusterNode;
  role: 'server' | 'agent' | 'registry';
  index: number;
  details: ContainerDetails;
  parts: Part[];
  opaque: ReadonlySet<string>;
}

/**
 * Keeps the state of a running cluster in a folder. Its nodes stand still while they are copied, and go on then; what
 * is kept is what a power cut would have left, which databases and containerd are made to survive.
 * @returns what was kept, and how long the nodes stood still
 * @throws UserError when the cluster can't be kept; the folder is gone then, and the cluster goes on
 */
export async function saveSnapshot(
  { folder, prefix, config, coldSeconds }: SaveRequest,
  context: WorkContext,
): Promise<{ manifest: SnapshotManifest; bytes: number; pausedMs: number }> {
  const { engine, timeline } = context;
  const cluster = await needCluster(engine, config.name);
  const sources = await timeline.run('examine nodes', () => sourcesOf(engine, cluster, config));
  const pods = await withKube(engine, cluster, readyPods);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const started = performance.now();
    const files = await timeline.run('copy volumes', () => copyPaused(sources, `${folder}/${prefix}`, context));
    const pausedMs = performance.now() - started;
    const manifest = await describe(engine, cluster, config, sources, files);
    Object.assign(manifest, { pods, coldSeconds });
    await writeFile(join(folder, prefix + MANIFEST_NAME), JSON.stringify(manifest), { mode: 0o600 });
    const bytes = manifest.nodes.flatMap((node) => node.files).reduce((sum, { size }) => sum + size, 0);
    return { manifest, bytes, pausedMs };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function sourcesOf(engine: Engine, cluster: Cluster, config: ClusterConfig): Promise<Source[]> {
  const registryNames = config.registriesCreate.map((spec) => nameOfRegistry(spec, cluster.name));
  const volumes = await engine.volumes.list(clusterFilter(cluster.name));
  const images = cluster.nodes.map(({ labels }) => labels[LABEL.imageVolume]);
  const free = new Set(volumes.map(({ name }) => name).filter((name) => !images.includes(name)));
  const sources: Source[] = [];
  for (const role of ['server', 'agent', 'registry'] as const) {
    for (const [position, node] of nodesOf(cluster, role).entries()) {
      const index = role === 'registry' ? registryNames.indexOf(node.name) : position;
      if (index === -1) continue;
      const details = await engine.containers.inspect(node.id);
      if (details === undefined || !details.running)
        throw new UserError(`node ${node.name} does not run: start cluster "${cluster.name}" first`);
      const parts =
        role === 'registry'
          ? partsOfRegistry(details)
          : [...partsOfNode(details, free), ...(await ownParts(engine, details))];
      for (const { source } of details.mounts) free.delete(source);
      sources.push({ node, role, index, details, parts, opaque: new Set() });
    }
  }
  checkDatastore(cluster, sources);
  await settleAll(
    sources
      .filter(({ role }) => role !== 'registry')
      .map(async (source) => void (source.opaque = await opaqueFolders(engine, source.node.id))),
  );
  return sources;
}

/** What somebody has put into a node. Its paths would not always make different names of files. */
async function ownParts(engine: Engine, details: ContainerDetails): Promise<Part[]> {
  const paths = await ownFilesOf(engine, details);
  return paths.map((path, at) => ({ path, name: `-file-${at}`, keep: () => true }));
}

/** @throws UserError when the cluster's state is not in its nodes */
function checkDatastore({ name }: Cluster, sources: readonly Source[]): void {
  const words = sources.flatMap(({ details }) => [...details.command, ...details.env]);
  const external = words.find((word) => /^(--datastore-endpoint|K3S_DATASTORE_ENDPOINT=)/.test(word));
  if (external === undefined) return;
  throw new UserError(`cluster "${name}" keeps its state in a database outside, which is in no snapshot`);
}

/** @param path folder of the files, and what their names begin with */
async function copyPaused(
  sources: readonly Source[],
  path: string,
  { engine, signal }: WorkContext,
): Promise<Map<Source, SnapshotFile[]>> {
  const files = new Map<Source, SnapshotFile[]>();
  try {
    await settleAll(sources.map(({ node }) => pauseNode(engine, node.id, signal)));
    await settleAll(
      sources.map(async (source) => {
        const copies: SnapshotFile[] = [];
        for (const part of source.parts) {
          const copy = await copyPart(source, part, path, engine, signal);
          if (copy !== undefined) copies.push(copy);
        }
        files.set(source, copies);
      }),
    );
  } finally {
    await settleAll(sources.map(({ node }) => engine.containers.unpause(node.id)));
  }
  return files;
}

async function copyPart(
  { node, role, index, opaque }: Source,
  { path, name = path.replaceAll('/', '-'), volume, keep }: Part,
  to: string,
  engine: Engine,
  signal: AbortSignal,
): Promise<SnapshotFile | undefined> {
  const archive = await engine.containers.getArchive(node.id, path);
  if (archive === undefined) return undefined;
  const file = `${to}${role}-${index}${name}.tar`;
  const attributes = (entry: { name: string }): string[] =>
    opaque.has(entry.name) ? ['trusted.overlay.opaque=y'] : [];
  const meter = new Meter();
  const output = createWriteStream(file, { mode: 0o600 });
  await pipeline(archive, new TarFilter({ keep, attributes }), meter, output, { signal });
  return { name: basename(file), target: posix.dirname(path), volume, size: meter.size, sha256: meter.digest() };
}

async function describe(
  engine: Engine,
  cluster: Cluster,
  config: ClusterConfig,
  sources: readonly Source[],
  files: ReadonlyMap<Source, SnapshotFile[]>,
): Promise<SnapshotManifest> {
  const network = await engine.networks.inspect(cluster.network.name);
  const [first] = sources as [Source];
  const image = await engine.images.inspect(first.details.image);
  return {
    format: SNAPSHOT_FORMAT,
    platform: await platformOf(engine),
    created: new Date().toISOString(),
    cluster: cluster.name,
    image: first.details.image,
    imageId: image?.id ?? '',
    token: cluster.token,
    subnet: network?.subnet ?? '',
    needsSubnet: nodesOf(cluster, 'server').length > 1,
    nodes: sources.map((source) => ({
      role: source.role,
      index: source.index,
      nodeName: kubernetesName(source.node),
      container: source.node.name,
      ip: source.details.addresses[cluster.network.name],
      port: source.role === 'registry' ? Number(source.node.labels[LABEL.registryPortExternal]) : undefined,
      files: files.get(source) ?? [],
    })),
    pods: [],
    config: withoutWaits(config),
    coldSeconds: 0,
  };
}

/** A config as it is kept. */
function withoutWaits(config: ClusterConfig): SnapshotManifest['config'] {
  const kept: Partial<ClusterConfig> = { ...config };
  delete kept.wait;
  delete kept.waitFor;
  return kept as SnapshotManifest['config'];
}
