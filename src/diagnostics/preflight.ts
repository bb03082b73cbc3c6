import type { ClusterConfig } from '../config/types.ts';
import { kubernetesOf } from '../config/version.ts';
import type { Surroundings } from './host.ts';

/** What a look at the machine says of one thing. */
export interface Check {
  /** What was looked at: `memory`. */
  subject: string;
  level: 'ok' | 'warning' | 'error';
  /** A sentence: what was found and, unless all is well, what would help. */
  text: string;
}

const GIB = 1024 ** 3;

/** What a node takes at rest with its system pods, in bytes (measured: 0.55 and 0.25 GiB). */
const SERVER_MEMORY = 0.6 * GIB;
const AGENT_MEMORY = 0.3 * GIB;

/** Below this share of a disk it is taken for full: a job soon is. */
const FULL = 0.05;
/** What images and state of a small cluster take, in bytes. */
const LEAST_DISK = 2 * GIB;

/** Each node takes about two instances and several hundred watches, and so do other programs of the same user. */
const INSTANCES_A_NODE = 24;
const LEAST_INSTANCES = 128;
const LEAST_WATCHES = 65_536;

/** First release of Kubernetes whose kubelet refuses cgroup v1, and of k3s that knows v2, as [major, minor, patch]. */
const REFUSES_V1 = [1, 35, 0] as const;
const KNOWS_V2 = [1, 20, 4] as const;

/** Networks that an engine with its default address pools can have (moby: 15 of /16, 16 of /20). */
const MOST_NETWORKS = 31;

type Version = readonly [number, number, number];

/** The release of k3s that an image's tag names. @returns undefined when it names none */
function releaseOf(image: string): Version | undefined {
  return kubernetesOf(image)?.split('.').map(Number) as [number, number, number] | undefined;
}

const isBefore = (one: Version, other: Version): boolean => {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at !== -1 && (one[at] as number) < (other[at] as number);
};

/**
 * What is to be said of a machine before clusters are made on it. Only what can't work is an error.
 * @param networks how many networks the engine has
 */
export function preflight(around: Surroundings, configs: readonly ClusterConfig[], networks: number): Check[] {
  return [
    ...cgroups(around, configs),
    memory(around, configs),
    ...disk(around),
    ...inotify(around, configs),
    ...kernel(around),
    storage(around),
    addressPools(configs, networks),
    ...around.system.warnings.map((text): Check => ({ subject: 'engine', level: 'ok', text: `it says: ${text}` })),
  ];
}

const ok = (subject: string, text: string): Check => ({ subject, level: 'ok', text });
const warning = (subject: string, text: string): Check => ({ subject, level: 'warning', text });

function cgroups({ system }: Surroundings, configs: readonly ClusterConfig[]): Check[] {
  const { cgroupVersion: version } = system;
  const bad = configs.flatMap(({ image, k3sArgs }): Check[] => {
    const release = releaseOf(image);
    if (release === undefined) return [];
    const allowed = k3sArgs.some(({ value }) => /fail-cgroupv1=false/i.test(value));
    if (version === 1 && !isBefore(release, REFUSES_V1) && !allowed) {
      const text = `${image} refuses cgroup v1, which this machine has: boot it with cgroup v2, use k3s v1.34 or older, or give k3s "--kubelet-arg=fail-cgroupv1=false"`;
      return [{ subject: 'cgroups', level: 'error', text }];
    }
    if (version === 2 && isBefore(release, KNOWS_V2)) {
      const text = `${image} does not know cgroup v2, which this machine has: use k3s v1.20.4 or newer`;
      return [{ subject: 'cgroups', level: 'error', text }];
    }
    return [];
  });
  return bad.length > 0 ? bad : [ok('cgroups', `v${version}`)];
}

const gib = (bytes: number): string => `${(bytes / GIB).toFixed(1)} GiB`;

function memory({ system, host }: Surroundings, configs: readonly ClusterConfig[]): Check {
  const wanted = configs.reduce((sum, { servers, agents }) => sum + servers * SERVER_MEMORY + agents * AGENT_MEMORY, 0);
  // An engine in a machine of its own (Docker Desktop, Colima) has less than this one.
  const available = Math.min(host?.memoryAvailable ?? Infinity, system.memory);
  const text = `${gib(available)} available, about ${gib(wanted)} wanted`;
  if (available >= wanted) return ok('memory', text);
  return warning('memory', `${text}: nodes may be killed; use fewer nodes or a larger machine`);
}

function disk({ host, system }: Surroundings): Check[] {
  if (host?.disk === undefined) return [];
  const { free, total } = host.disk;
  const text = `${gib(free)} of ${gib(total)} free at ${system.dataPath}`;
  const remedy = 'free some, e.g. with "docker system prune"';
  if (free < total * FULL) {
    return [warning('disk', `${text}: it is all but full, and nodes that can't write end; ${remedy}`)];
  }
  if (free < LEAST_DISK)
    return [warning('disk', `${text}: images and state of a cluster take about ${gib(LEAST_DISK)}; ${remedy}`)];
  return [ok('disk', text)];
}

function inotify({ host }: Surroundings, configs: readonly ClusterConfig[]): Check[] {
  if (host?.inotifyInstances === undefined || host.inotifyWatches === undefined) return [];
  const nodes = configs.reduce((sum, { servers, agents }) => sum + servers + agents, 0);
  const instances = Math.max(LEAST_INSTANCES, nodes * INSTANCES_A_NODE);
  const checks: Check[] = [];
  const low = (name: string, is: number, least: number): void => {
    if (is >= least) return;
    const text = `${name} is ${is}: pods may fail with "too many open files"; set it to ${least} or more: sysctl -w ${name}=${least}`;
    checks.push(warning('inotify', text));
  };
  low('fs.inotify.max_user_instances', host.inotifyInstances, instances);
  low('fs.inotify.max_user_watches', host.inotifyWatches, LEAST_WATCHES);
  const { inotifyUsed: used } = host;
  const wanted = Math.max(1, nodes) * INSTANCES_A_NODE;
  if (used !== undefined && checks.length === 0 && host.inotifyInstances - used < wanted) {
    const name = 'fs.inotify.max_user_instances';
    const enough = 2 ** Math.ceil(Math.log2(used + wanted));
    const text = `${used} of ${host.inotifyInstances} inotify instances are used, and about ${wanted} are wanted: nodes may end with "too many open files"`;
    checks.push(warning('inotify', `${text}; raise the limit: sysctl -w ${name}=${enough}`));
  }
  const text = `${host.inotifyInstances} instances, ${host.inotifyWatches} watches`;
  return checks.length > 0 ? checks : [ok('inotify', text)];
}

function kernel({ host }: Surroundings): Check[] {
  if (host === undefined) return [];
  const checks: Check[] = [];
  if (host.filesystems !== undefined && !host.filesystems.includes('overlay')) {
    checks.push(
      warning(
        'kernel',
        'the overlay filesystem is not loaded: nodes need it for their images; load it: modprobe overlay',
      ),
    );
  }
  if (host.bridgeNetfilter === false) {
    const text = 'bridge-nf-call-iptables is 0: services may not be reached from pods of the same node';
    checks.push(warning('kernel', `${text}; set it: sysctl -w net.bridge.bridge-nf-call-iptables=1`));
  }
  return checks.length > 0 ? checks : [ok('kernel', 'required features are present')];
}

/** Storage drivers on which containerd's overlay can't be put: inside nodes it has to copy, or fails. */
const POOR_STORAGE = /^(zfs|btrfs|devicemapper|vfs|aufs)$/;

function storage({ system }: Surroundings): Check {
  const { storageDriver: driver, securityOptions } = system;
  if (securityOptions.some((option) => /rootless/.test(option))) {
    return warning(
      'storage',
      'the engine runs without root: nodes need cgroup delegation and may not come up; an engine with root is what is tested',
    );
  }
  if (!POOR_STORAGE.test(driver)) return ok('storage', driver);
  return warning(
    'storage',
    `the engine's storage driver is ${driver}: k3s may fail to start containers on it; overlay2 is what is tested`,
  );
}

function addressPools(configs: readonly ClusterConfig[], networks: number): Check {
  const wanted = configs.filter(({ network, subnet }) => network === undefined && subnet === undefined).length;
  const text = `${networks} networks`;
  if (networks + wanted <= MOST_NETWORKS) return ok('address pools', text);
  return warning(
    'address pools',
    `${text}: by default an engine has subnets for about ${MOST_NETWORKS}; remove some: docker network prune`,
  );
}
