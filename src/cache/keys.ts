import { createHash } from 'node:crypto';
import type { ClusterConfig } from '../config/types.ts';
import type { Engine } from '../docker/engine.ts';
import { IMAGES_FORMAT } from './images/manifest.ts';
import { SNAPSHOT_FORMAT } from './snapshot/manifest.ts';

/** How long a registry may take to say what a reference is, in milliseconds. */
const DIGEST_MS = 5000;

/** What decides whether a snapshot fits, besides the clusters' configs. */
export interface SnapshotInputs {
  platform: string;
  digests: ImageDigests;
  prepare: string;
  /** Digest by path, of the files that `prepare` uses and of those that the configs bring into nodes. */
  files: ReadonlyMap<string, string>;
  /** Chosen by the user, to begin anew. */
  salt: string;
}

/** Settings that a snapshot fits whatever they are: how the cluster is called and reached, and how it is waited for. */
const FREE: ReadonlySet<string> = new Set<keyof ClusterConfig>([
  'name',
  'apiHost',
  'apiHostIP',
  'apiPort',
  'ports',
  'caCertificates',
  'localImages',
  'loadBalancer',
  'loadBalancerImage',
  'loadBalancerOverrides',
  'wait',
  'waitFor',
  'timeoutMs',
  'rollback',
  'updateDefaultKubeconfig',
  'imageChosen',
  'switchCurrentContext',
]);

/** Under what an entry is kept, and where it is looked for, in this order. */
export interface CacheKey {
  save: string;
  restore: string[];
}

/** Key of the snapshot of clusters that are made together. */
export function snapshotKey(configs: readonly ClusterConfig[], inputs: SnapshotInputs): CacheKey {
  const { platform, prepare, salt, digests } = inputs;
  const settings = configs.map((config) =>
    Object.fromEntries(Object.entries(config).filter(([name]) => !FREE.has(name))),
  );
  const parts = { settings, prepare, files: [...inputs.files].sort(), salt };
  const images = configs.map(({ image }) => digests.get(image));
  return key(`snapshot-v${SNAPSHOT_FORMAT}`, platform, parts, images);
}

/** Key of the images that an engine needs for clusters. */
export function engineImagesKey(platform: string, digests: ImageDigests): CacheKey {
  const names = [...digests.keys()].sort();
  const values = names.map((name) => digests.get(name));
  return key(`engine-images-v${IMAGES_FORMAT}`, platform, names, values);
}

/** Key of the images that clusters' own workloads need: what k3s runs depends on its release and arguments. */
export function nodeImagesKey(platform: string, configs: readonly ClusterConfig[], digests: ImageDigests): CacheKey {
  const parts = configs.map(({ image, k3sArgs, files, env }) => ({
    ...{ image, k3sArgs, env },
    files: files.map(({ destination }) => destination),
  }));
  const images = configs.map(({ image }) => digests.get(image));
  return key(`node-images-v${IMAGES_FORMAT}`, platform, parts, images);
}

/**
 * A key holds what was asked for and, at its end, what the images are. Where a registry can't say that, the newest entry
 * for what was asked for is good enough: pulling would not work either.
 */
function key(kind: string, platform: string, parts: unknown, images: readonly (string | undefined)[]): CacheKey {
  const start = `k3d-${kind}-${platform.replace('/', '-')}-${digestOf(parts)}-`;
  const save = start + digestOf(images);
  // An entry can't be replaced. One that was found damaged is passed over by those that repaired it.
  const exact = [repairKey(save, ''), save];
  return { save, restore: images.includes(undefined) ? [start] : exact };
}

/** Key of an entry that stands in for a damaged one. */
export const repairKey = (save: string, runId: string): string => `${save}-r${runId}`;

const digestOf = (value: unknown): string => createHash('sha256').update(stableJson(value)).digest('hex').slice(0, 32);

/** JSON that is the same for equal values; where something was written makes no difference. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (name, part: unknown) => {
    if (name === 'where') return undefined;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** What image references stand for; undefined: nobody could say. */
export type ImageDigests = ReadonlyMap<string, string | undefined>;

/**
 * What each reference stands for now: the registry's digest as the engine knows it, or asks for it, or the engine's own
 * id for an image that no registry has.
 */
export async function digestsOf(engine: Engine, references: readonly string[]): Promise<ImageDigests> {
  const found = await Promise.all(
    references.map(async (reference): Promise<[string, string | undefined]> => {
      const image = await engine.images.inspect(reference);
      if (image !== undefined) return [reference, image.repoDigests[0]?.split('@')[1] ?? image.id];
      const remote = engine.images.remoteDigest(reference, AbortSignal.timeout(DIGEST_MS));
      return [reference, await remote.catch(() => undefined)];
    }),
  );
  return new Map(found);
}
