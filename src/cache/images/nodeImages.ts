import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ClusterNode, isK3sNode, needCluster, withKube } from '../../cluster/find/index.ts';
import { imagesOfNode } from '../../cluster/images/index.ts';
import { fullImageName } from '../../contract/imageName.ts';
import { readFiles } from '../../docker/readFiles.ts';
import type { Seed } from '../../cluster/seed.ts';
import { parseDuration } from '../../common/duration.ts';
import { UserError } from '../../common/errors.ts';
import type { Engine } from '../../docker/engine.ts';
import { systemImages } from '../../kubernetes/images.ts';
import { K3S_DATA_PATH } from '../../contract/names.ts';
import { sendChecked } from '../checkedFile.ts';
import { Meter } from '../digest.ts';
import { platformOf } from '../platform.ts';
import { TarFilter } from '../tarFilter.ts';
import { IMAGES_FORMAT, type ImagesManifest, readImagesManifest, writeImagesManifest } from './manifest.ts';

/** What k3s imports before the kubelet starts is in here (k3s: pkg/agent/containerd). */
const PRELOAD_PATH = `${K3S_DATA_PATH}/agent/images`;
const CONTAINERD_CONFIG_PATH = `${K3S_DATA_PATH}/agent/etc/containerd`;

/**
 * Keeps the images of clusters' own workloads, those of kube-system and the pause image, in a folder. What the job
 * runs in the cluster is the job's own.
 * @returns undefined when the nodes have pulled none of them: they came with the nodes' image
 * @throws UserError when the cluster does not run or a node can't give its images
 */
export async function saveNodeImages(
  engine: Engine,
  clusterNames: readonly string[],
  folder: string,
): Promise<ImagesManifest | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const manifest: ImagesManifest = {
    format: IMAGES_FORMAT,
    kind: 'nodes',
    platform: await platformOf(engine),
    images: [],
    files: [],
    pullSeconds: 0,
  };
  const blobs = new Set<string>();
  for (const name of clusterNames) await addImagesOf(engine, name, folder, manifest, blobs);
  if (manifest.files.length === 0) await rm(folder, { recursive: true });
  else await writeImagesManifest(folder, manifest);
  return manifest.files.length === 0 ? undefined : manifest;
}

async function addImagesOf(
  engine: Engine,
  clusterName: string,
  folder: string,
  manifest: ImagesManifest,
  blobs: Set<string>,
): Promise<void> {
  const cluster = await needCluster(engine, clusterName);
  const { references, pullSeconds } = await withKube(engine, cluster, systemImages);
  if (pullSeconds === 0) return;
  manifest.pullSeconds += pullSeconds;
  for (const node of cluster.nodes.filter(isK3sNode)) {
    const wanted = await imagesToKeep(engine, node, references);
    const names = [...wanted.keys()].filter((name) => !manifest.images.some((image) => image.name === name));
    if (names.length === 0) continue;
    const file = `k3d-cache-${manifest.files.length}.tar`;
    manifest.files.push(await exportImages(engine, node, names, join(folder, file), blobs));
    for (const name of names) manifest.images.push({ name, id: wanted.get(name) ?? '' });
  }
}

/** Name → id of those images of a node that are wanted. */
async function imagesToKeep(
  engine: Engine,
  node: ClusterNode,
  references: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const config = await readFiles(engine, node.id, CONTAINERD_CONFIG_PATH);
  const pause = /\bsandbox(?:_image)?\s*=\s*["']([^"']+)["']/.exec(config?.get('config.toml') ?? '')?.[1];
  const kept = new Map<string, string>();
  for (const { id, repoTags, repoDigests } of await imagesOfNode(engine, node)) {
    const names = [...repoTags, ...repoDigests];
    const isWanted =
      references.has(id) ||
      names.some((name) => references.has(name) || (pause !== undefined && name === fullImageName(pause)));
    if (isWanted) for (const name of names) kept.set(name, id);
  }
  return kept;
}

/** @param blobs digests of what earlier archives hold, which is not kept again */
async function exportImages(
  engine: Engine,
  node: ClusterNode,
  names: readonly string[],
  path: string,
  blobs: Set<string>,
): Promise<ImagesManifest['files'][number]> {
  const command = ['ctr', '--namespace', 'k8s.io', 'images', 'export', '-', ...names];
  const { stdout, ended } = await engine.containers.execStream(node.id, command);
  const keep = ({ name }: { name: string }): boolean => {
    if (!/^blobs\/sha256\/[0-9a-f]{64}$/.test(name)) return true;
    return !blobs.has(name) && blobs.add(name) !== undefined;
  };
  const meter = new Meter();
  await pipeline(stdout, new TarFilter({ keep }), meter, createWriteStream(path));
  const { exitCode, stderr } = await ended;
  if (exitCode !== 0) throw new UserError(`node ${node.name} can't export its images: ${stderr.trim()}`);
  return { name: path.slice(path.lastIndexOf('/') + 1), size: meter.size, sha256: meter.digest() };
}

/** Lines of a node's log that are searched for what it says of its start. */
const LOG_LINES = 5000;

/** Seconds that a node took to import the images that it was given, as its log has it (k3s: pkg/agent/containerd). */
export async function importSeconds(engine: Engine, node: string): Promise<number> {
  const log = await engine.containers.logs(node, LOG_LINES);
  const times = log.matchAll(/Imported images from \S*\/k3d-cache-\d+\.tar in ([\d.hmsµ]+)/g);
  return [...times].reduce((sum, [, text]) => sum + (parseDuration(text as string) ?? 0), 0) / 1000;
}

/**
 * The images of a folder as what new nodes are given: k3s imports them before the kubelet starts.
 * @throws SeedError when the folder is damaged or for another platform
 */
export async function seedOfImages(engine: Engine, folder: string): Promise<{ manifest: ImagesManifest; seed: Seed }> {
  const manifest = await readImagesManifest(folder, { kind: 'nodes', platform: await platformOf(engine) });
  const fill: Seed['fill'] = async (node, target) => {
    if (node.role === 'registry') return;
    for (const file of manifest.files) {
      await sendChecked(folder, file, (bytes) =>
        target.containers.putFile(node.name, { path: `${PRELOAD_PATH}/${file.name}`, size: file.size, content: bytes }),
      );
    }
  };
  return { manifest, seed: { fill } };
}
