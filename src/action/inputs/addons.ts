import { createHash } from 'node:crypto';
import { messageOf, UserError } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import { fetchWithRetries } from '../../common/retry.ts';
import { planComponents, refuseContradictions } from '../../config/components.ts';
import {
  chartManifest,
  type Manifest,
  manifestFiles,
  readChart,
  readManifests,
  type RemoteManifest,
  toManifest,
} from '../../config/manifests.ts';
import type { Target } from '../../config/target.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { plainLinesOf } from './inputLayer.ts';
import type { InputName } from './inputNames.ts';

/** What clusters get besides k3s's own: flags for it, and manifests that it applies when it starts. */
export interface Addons {
  k3sArgs: string[];
  manifests: Manifest[];
  remote: RemoteManifest[];
  /** Whether the network of pods is among the manifests. */
  bringsNetwork: boolean;
  /** What the user is to know of them. */
  notices: string[];
}

/**
 * Reads the inputs about components, manifests and charts.
 * @param clusters that get them
 * @throws UserError naming the input or file that is wrong
 */
export function readAddons(text: (name: InputName) => string, cwd: string, clusters: readonly ClusterConfig[]): Addons {
  const read = (path: string): Manifest[] => readManifests([{ value: path, where: 'input "cni"' }], cwd).local;
  const wishes = {
    ingress: text('ingress'),
    cni: text('cni'),
    'loadbalancer-class': text('loadbalancer-class'),
    storage: text('storage'),
    metrics: text('metrics'),
  };
  const { k3sArgs, manifests, bringsNetwork, notices } = planComponents(wishes, read);
  for (const config of clusters) refuseContradictions(wishes, config.k3sArgs);
  if (wishes['loadbalancer-class'] === 'metallb') refuseOnePool(clusters);
  const own = readManifests(plainLinesOf(text('manifests'), 'manifests'), cwd);
  const charts = plainLinesOf(text('charts'), 'charts').map(({ value, where }) =>
    chartManifest(readChart(value, where)),
  );
  return { k3sArgs, manifests: [...manifests, ...own.local, ...charts], remote: own.remote, bringsNetwork, notices };
}

/** A network has room for two ranges of addresses: one beside its own nodes', one where others are. @throws UserError */
function refuseOnePool(clusters: readonly ClusterConfig[]): void {
  const networks = clusters.flatMap(({ network }) => network ?? []);
  const crowded = networks.find((name) => networks.filter((other) => other === name).length > 2);
  if (crowded !== undefined)
    throw new UserError(
      `input "loadbalancer-class": more than two clusters are on network ${crowded}, and metallb would give out the same addresses in them: give each a network`,
    );
}

/** What the clusters are with their addons, and what is to be waited for in them. */
export interface WithAddons {
  clusters: ClusterConfig[];
  targets: Target[];
}

/**
 * Puts flags and manifests into the configurations, fetching what is elsewhere.
 * @throws UserError naming a URL that can't be had, or has changed
 */
export async function addAddons(
  clusters: readonly ClusterConfig[],
  { k3sArgs, manifests, remote, bringsNetwork }: Addons,
  reporter: Reporter,
): Promise<WithAddons> {
  const fetched = await Promise.all(remote.map((one) => fetchManifest(one, reporter)));
  const all = [...manifests, ...fetched];
  const files = manifestFiles(all);
  const args = k3sArgs.map((value) => ({ value, nodeFilters: ['server:*'], where: 'the inputs about components' }));
  const isReady = clusters.every(({ wait }) => wait.has('nodes'));
  return {
    clusters: clusters.map((config) => ({
      ...config,
      bringsNetwork,
      k3sArgs: [...config.k3sArgs, ...args],
      files: [...config.files, ...files],
    })),
    targets: isReady ? all.flatMap((manifest) => manifest.targets) : [],
  };
}

async function fetchManifest({ url, sha256, where }: RemoteManifest, reporter: Reporter): Promise<Manifest> {
  const problem = (why: string): UserError => new UserError(`${where}: ${url} could not be downloaded: ${why}`);
  let content: string;
  try {
    const answer = await fetchWithRetries(url, {}, { onRetry: (message) => reporter.info(message) });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    content = await answer.text();
  } catch (error) {
    throw problem(messageOf(error));
  }
  const digest = createHash('sha256').update(content).digest('hex');
  if (digest !== sha256) throw problem(`its digest is sha256=${digest}, not the one that is given`);
  return toManifest(new URL(url).pathname.split('/').at(-1) || 'manifest.yaml', content, url);
}
