import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../common/errors.ts';
import { isMapping } from '../../common/mapping.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { SeedError } from '../../cluster/seed.ts';
import { isContainerName } from '../../contract/names.ts';
import type { PodRef } from '../../kubernetes/pods.ts';
import { isPlainName } from '../images/manifest.ts';

/** Changes whenever an older snapshot can't be used any more. Part of every key. */
export const SNAPSHOT_FORMAT = 2;

export const MANIFEST_NAME = 'manifest.json';

/** A tar of a part of a node. */
export interface SnapshotFile {
  /** In the snapshot's folder. */
  name: string;
  /** The folder of the node that it is unpacked in. */
  target: string;
  /** The named volume that it is the content of. */
  volume?: string | undefined;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** A node, with its name in Kubernetes, which it keeps. */
interface SnapshotNode {
  role: 'server' | 'agent' | 'registry';
  /** Position among the nodes of its role. */
  index: number;
  nodeName: string;
  /** The name of its container; snapshots of before do not have it. */
  container?: string | undefined;
  /** The address that it had. */
  ip: string | undefined;
  /** Host port of a registry. */
  port: number | undefined;
  files: SnapshotFile[];
}

/** What a snapshot says of itself. It holds the cluster's token: the folder is for its owner alone. */
export interface SnapshotManifest {
  format: typeof SNAPSHOT_FORMAT;
  /** `linux/amd64` */
  platform: string;
  /** When it was made, in ISO 8601. */
  created: string;
  cluster: string;
  /** Image of the nodes, and its id or digest. */
  image: string;
  imageId: string;
  token: string;
  subnet: string;
  needsSubnet: boolean;
  nodes: SnapshotNode[];
  pods: PodRef[];
  /** From which the cluster is made anew; what to wait for is said by whoever does. */
  config: Omit<ClusterConfig, 'wait' | 'waitFor'>;
  /** Seconds that it took to get as far without a snapshot. */
  coldSeconds: number;
}

/**
 * Reads and checks a snapshot's manifest. The files that it names are checked when they are used.
 * @param prefix what the names of its files begin with
 * @param platform the engine's, which has to be the snapshot's
 * @throws SeedError when there is none, or none that can be used here
 */
export async function readManifest(folder: string, prefix: string, platform: string): Promise<SnapshotManifest> {
  let text: string;
  try {
    text = await readFile(join(folder, prefix + MANIFEST_NAME), 'utf8');
  } catch (error) {
    throw new SeedError(`the snapshot has no manifest: ${messageOf(error)}`);
  }
  const manifest = parse(text);
  if (manifest.format !== SNAPSHOT_FORMAT) {
    throw new SeedError(`the snapshot has format ${String(manifest.format)}, not ${SNAPSHOT_FORMAT}`);
  }
  if (manifest.platform !== platform) {
    throw new SeedError(`the snapshot is for ${String(manifest.platform)}, not ${platform}`);
  }
  const problem = problemOf(manifest);
  if (problem !== undefined) throw new SeedError(`the snapshot's manifest is damaged: ${problem}`);
  return manifest as SnapshotManifest;
}

function parse(text: string): Partial<SnapshotManifest> {
  try {
    const value: unknown = JSON.parse(text);
    if (isMapping(value)) return value;
  } catch {
    // said below
  }
  throw new SeedError("the snapshot's manifest is damaged: it is no JSON object");
}

function problemOf({ token, nodes, config, image, subnet }: Partial<SnapshotManifest>): string | undefined {
  for (const [name, value] of Object.entries({ token, image, subnet }))
    if (typeof value !== 'string') return `no ${name}`;
  if (!isMapping(config) || typeof config.name !== 'string') return 'no config';
  if (!Array.isArray(nodes) || !nodes.every(isMapping)) return 'no nodes';
  if (!nodes.some(({ role }) => role === 'server')) return 'no server';
  for (const { nodeName, container, files } of nodes) {
    if (typeof nodeName !== 'string' || !Array.isArray(files)) return 'a node without name or files';
    if (!isNameOrNone(container)) return `a node's container ${JSON.stringify(container)}`;
    // A name that leads out of the folder is nothing that we wrote.
    const isOurs = (file: unknown): boolean =>
      isMapping(file) && isPlainName(file.name) && typeof file.target === 'string' && file.target.startsWith('/');
    const odd: unknown = files.find((file) => !isOurs(file));
    if (odd !== undefined) return `file ${isMapping(odd) ? String(odd.name) : 'without a name'}`;
  }
  return undefined;
}

const isNameOrNone = (container: unknown): boolean =>
  container === undefined || (typeof container === 'string' && isContainerName(container));
