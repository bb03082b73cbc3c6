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
  /** Digest or id by image reference. */
  digests: ReadonlyMap<string, string>;
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
  'loadBalancer',
  'loadBalancerImage',
  'loadBalancerOverrides',
  'wait',
  'timeoutMs',
  'rollback',
  'updateDefaultKubeconfig',
  'switchCurrentContext',
]);

/** Key of the snapshot of clusters that are made together. */
export function snapshotKey(configs: readonly ClusterConfig[], inputs: SnapshotInputs): string {
  const { platform, prepare, salt } = inputs;
  const digests = configs.map(({ image }) => inputs.digests.get(image) ?? image);
  const settings = configs.map((config) =>
    Object.fromEntries(Object.entries(config).filter(([name]) => !FREE.has(name))),
  );
  const parts = { settings, digests, prepare, files: [...inputs.files].sort(), salt };
  return key(`snapshot-v${SNAPSHOT_FORMAT}`, platform, parts);
}

/** Key of the images that an engine needs for clusters. @param digests digest or id by image reference */
export function engineImagesKey(platform: string, digests: ReadonlyMap<string, string>): string {
  return key(`engine-images-v${IMAGES_FORMAT}`, platform, [...digests].sort());
}

/** Key of the images that clusters' own workloads need: what k3s runs depends on its release and arguments. */
export function nodeImagesKey(
  platform: string,
  configs: readonly ClusterConfig[],
  digests: ReadonlyMap<string, string>,
): string {
  const parts = configs.map(({ image, k3sArgs, files, env }) => ({
    ...{ image: digests.get(image) ?? image, k3sArgs, env },
    files: files.map(({ destination }) => destination),
  }));
  return key(`node-images-v${IMAGES_FORMAT}`, platform, parts);
}

function key(kind: string, platform: string, parts: unknown): string {
  const digest = createHash('sha256').update(stableJson(parts)).digest('hex').slice(0, 40);
  return `k3d-${kind}-${platform.replace('/', '-')}-${digest}`;
}

/** JSON that is the same for equal values; where something was written makes no difference. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (name, part: unknown) => {
    if (name === 'where') return undefined;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * What each reference stands for now: the registry's digest as the engine knows it, or asks for it; the engine's own id
 * for an image that no registry has; else the reference itself.
 */
export async function digestsOf(engine: Engine, references: readonly string[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    references.map(async (reference): Promise<[string, string]> => {
      const image = await engine.images.inspect(reference);
      if (image !== undefined) return [reference, image.repoDigests[0]?.split('@')[1] ?? image.id];
      const remote = engine.images.remoteDigest(reference, AbortSignal.timeout(DIGEST_MS));
      return [reference, await remote.catch(() => reference)];
    }),
  );
  return new Map(found);
}
