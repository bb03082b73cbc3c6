import { messageOf } from '../../common/errors.ts';
import { isEnabled } from '../../kubernetes/components.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { nameOfRegistry } from '../../plan/registry.ts';
import { type CreatedCluster, createCluster } from './create.ts';
import type { WorkContext } from '../context.ts';
import { refreshHostEntries } from '../start/index.ts';
import { undoCreation } from '../remove/index.ts';
import type { Seed } from '../seed.ts';

/** A cluster that is to be made, under an id of its own. */
export interface Creation {
  config: ClusterConfig;
  creation: string;
  context: WorkContext;
  /** What its nodes are given before they start. */
  seed?: Seed | undefined;
}

/**
 * Creates several clusters at once. One that uses a registry or a network which another one brings begins when those are
 * there.
 * If one fails, the others are given up too, and what was made of them is removed unless their rollback is off.
 * @throws the first failure
 */
export async function createClusters(creations: readonly Creation[]): Promise<CreatedCluster[]> {
  const failed = new AbortController();
  const done: Promise<CreatedCluster>[] = [];
  const placed = creations.map(() => Promise.withResolvers<void>());
  for (const [index, { config, creation, context, seed }] of creations.entries()) {
    const before = creations.flatMap((other, at) =>
      at < index && needs(config, other.config) ? [Promise.race([placed[at]?.promise, done[at]])] : [],
    );
    const signal = AbortSignal.any([context.signal, failed.signal]);
    const onPlaced = (): void => placed[index]?.resolve();
    done.push(Promise.all(before).then(() => createCluster(config, creation, { ...context, signal, onPlaced }, seed)));
  }
  for (const one of done) one.catch((error: unknown) => failed.abort(error));
  const results = await Promise.allSettled(done);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure === undefined) {
    await Promise.all(sharers(creations).map(nameNewcomers));
    return Promise.all(done);
  }
  // Of several also those that failed and have undone what they could: others were on their network then.
  const made = creations.length === 1 ? [] : creations.filter(({ config }) => config.rollback);
  // Twice: a registry that several of them used is nobody's any more once all are gone.
  for (const { creation, context } of [...made, ...made]) await undoCreation(context.engine, creation, failure.reason);
  throw failed.signal.reason;
}

/** How long it may take to tell a cluster's DNS of the others, in milliseconds. */
const NAMES_MS = 15_000;

/** Tells the DNS of a cluster of those that have come onto its network. Never throws: the clusters can be used. */
async function nameNewcomers({ config: { name }, context }: Creation): Promise<void> {
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(NAMES_MS)]);
  try {
    await refreshHostEntries(name, { ...context, signal });
  } catch (error) {
    context.reporter.warn(`The DNS of cluster ${name} does not know the clusters beside it: ${messageOf(error)}`);
  }
}

/** Clusters whose DNS is to know what has come onto their network after them. */
function sharers(creations: readonly Creation[]): Creation[] {
  return creations.filter(({ config: { network, wait, k3sArgs } }, index) => {
    const args = k3sArgs.map(({ value }) => value);
    const later = creations.slice(index + 1);
    const isShared = network !== undefined && later.some(({ config }) => config.network === network);
    return isShared && wait.has('nodes') && isEnabled('coredns', args);
  });
}

/** Whether a cluster can't be made before another one is there. */
function needs(config: ClusterConfig, other: ClusterConfig): boolean {
  if (config.network !== undefined && config.network === other.network) return true;
  const brought = other.registriesCreate.map((spec) => nameOfRegistry(spec, other.name));
  return config.registriesUse.some(({ value }) => brought.includes(value.split(':')[0] as string));
}
