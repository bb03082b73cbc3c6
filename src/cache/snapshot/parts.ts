import { posix } from 'node:path';
import type { ContainerDetails } from '../../docker/engine.ts';
import { K3S_DATA_PATH } from '../../contract/names.ts';
import { bindTarget } from '../../config/volumeSpec.ts';
import { REGISTRY_DATA_PATH } from '../../plan/registry.ts';
import type { TarEntry } from '../tarFilter.ts';

/** A folder or file of a node that goes into a snapshot. */
export interface Part {
  /** In the node. */
  path: string;
  /** What its file is called, after the node's role and position; undefined: by its path. */
  name?: string;
  /** The named volume that it is. */
  volume?: string;
  /** Which entries of its tar stay; their names begin with the folder's own. */
  keep: (entry: TarEntry) => boolean;
}

/** What the kubelet keeps, pods' volumes among it. */
const KUBELET_PATH = '/var/lib/kubelet';
/** Holds a node's password, without which no server takes it for the one that it was (k3s: pkg/nodepassword). */
const SETTINGS_PATH = '/etc/rancher';

/**
 * What a node need not keep: images are in containerd already; the servers' addresses that an agent knows are out of
 * date (k3s: pkg/agent/loadbalancer); logs are of no use.
 */
const DISPENSABLE = [
  /^k3s\/agent\/images\//,
  /^k3s\/agent\/etc\/[^/]*load-balancer[^/]*\.json$/,
  /^k3s\/agent\/containerd\/containerd\.log$/,
  // The rest of the settings is made anew.
  /^rancher\/k3s(\/|$)/,
];

/**
 * The folders that make up a node's state.
 * @param ownVolumes names of the volumes that belong to the cluster and have not been taken by another node
 */
export function partsOfNode(details: ContainerDetails, ownVolumes: ReadonlySet<string>): Part[] {
  const volumes = details.mounts.filter(({ kind, source }) => kind === 'volume' && ownVolumes.has(source));
  const brought = details.mounts.filter(({ kind }) => kind === 'bind').map(({ target }) => target);
  const own = [K3S_DATA_PATH, KUBELET_PATH, SETTINGS_PATH].filter((path) => !brought.includes(path));
  const roots = [...own, ...volumes.map(({ target }) => target)];
  return [
    ...own.map((path) => ({ path, keep: keepBelow(path, details, roots) })),
    ...volumes.map(({ source, target }) => ({ path: target, volume: source, keep: keepBelow(target, details, roots) })),
  ];
}

/** The folders that make up a registry's state, unless the user has brought them. */
export function partsOfRegistry({ binds }: ContainerDetails): Part[] {
  const isBrought = binds.some((bind) => bindTarget(bind) === REGISTRY_DATA_PATH);
  return isBrought ? [] : [{ path: REGISTRY_DATA_PATH, keep: () => true }];
}

/** What is mounted below a folder is a part of its own, or somebody else's. */
function keepBelow(root: string, { mounts }: ContainerDetails, roots: readonly string[]): Part['keep'] {
  const inner = [...mounts.map(({ target }) => target), ...roots]
    .filter((target) => target !== root && target.startsWith(`${root}/`))
    .map((target) => `${nameInTar(target, root)}/`);
  return ({ name }) =>
    !inner.some((prefix) => name.startsWith(prefix)) && !DISPENSABLE.some((pattern) => pattern.test(name));
}

/** Docker's archive of a folder begins with the folder's own name. */
const nameInTar = (path: string, root: string): string => posix.relative(posix.dirname(root), path);
