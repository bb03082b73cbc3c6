import { readdir, readFile, readlink, stat, statfs } from 'node:fs/promises';
import type { Engine, EngineInfo, EngineSystem } from '../docker/engine.ts';

/** What is known of the machine beneath, as far as it is this one; undefined where it can't be told. */
export interface HostFacts {
  /** Bytes. */
  memoryAvailable: number | undefined;
  /** Bytes, where the engine keeps images and volumes. */
  disk: { free: number; total: number } | undefined;
  inotifyInstances: number | undefined;
  /** Instances that root, who runs nodes, has already. */
  inotifyUsed: number | undefined;
  inotifyWatches: number | undefined;
  /** Names of filesystems that the kernel knows. */
  filesystems: readonly string[] | undefined;
  /** Whether packets on bridges go through iptables, which services need. */
  bridgeNetfilter: boolean | undefined;
}

/** An engine and its machine. */
export interface Surroundings {
  engine: EngineInfo;
  system: EngineSystem;
  /** Nothing is known of another machine than this one. */
  host: HostFacts | undefined;
}

/** Looks at an engine and, if it is on this machine, at the machine. @throws when the engine does not answer */
export async function lookAround(engine: Engine): Promise<Surroundings> {
  const [info, system] = await Promise.all([engine.info(), engine.system()]);
  const isHere = engine.endpoint.host === undefined && process.platform === 'linux';
  return { engine: info, system, host: isHere ? await hostFacts(system) : undefined };
}

async function hostFacts({ dataPath }: EngineSystem): Promise<HostFacts> {
  const text = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);
  const number = async (path: string): Promise<number | undefined> => {
    const found = Number.parseInt((await text(path)) ?? '', 10);
    return Number.isNaN(found) ? undefined : found;
  };
  const meminfo = await text('/proc/meminfo');
  const available = /^MemAvailable:\s+(\d+) kB$/m.exec(meminfo ?? '')?.[1];
  const filesystems = await text('/proc/filesystems');
  const bridge = await text('/proc/sys/net/bridge/bridge-nf-call-iptables');
  return {
    memoryAvailable: available === undefined ? undefined : Number(available) * 1024,
    disk: await diskAt(dataPath),
    inotifyInstances: await number('/proc/sys/fs/inotify/max_user_instances'),
    inotifyUsed: await inotifyUsed(),
    inotifyWatches: await number('/proc/sys/fs/inotify/max_user_watches'),
    filesystems: filesystems?.split('\n').map((line) => line.split('\t').at(-1) ?? ''),
    bridgeNetfilter: bridge === undefined ? undefined : bridge.trim() === '1',
  };
}

/** The inotify instances of root's processes; undefined where only one's own can be seen. */
async function inotifyUsed(): Promise<number | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const counts = await Promise.all(
    processes.map(async (id) => {
      try {
        const folder = `/proc/${id}/fd`;
        if ((await stat(folder)).uid !== 0) return 0;
        const targets = await Promise.all(
          (await readdir(folder)).map((fd) => readlink(`${folder}/${fd}`).catch(() => '')),
        );
        return targets.filter((target) => target === 'anon_inode:inotify').length;
      } catch {
        return 0; // it has ended
      }
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The engine may run in a machine of its own on this one: then the path is not here. */
async function diskAt(path: string): Promise<HostFacts['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(path);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return undefined;
  }
}

const gigabytes = (bytes: number | undefined): string =>
  bytes === undefined ? 'unknown' : `${(bytes / 1024 ** 3).toFixed(1)} GiB`;

/** Surroundings as rows of a table. */
export function surroundingsRows({ engine, system, host }: Surroundings): [string, string][] {
  return [
    ['engine', `${engine.version}, API ${engine.apiVersion}, ${engine.os}/${engine.arch}`],
    ['machine', `${system.operatingSystem}, kernel ${system.kernel}, ${system.cpus} CPUs`],
    ['memory', `${gigabytes(system.memory)}, available ${gigabytes(host?.memoryAvailable)}`],
    [
      'disk',
      host?.disk === undefined ? 'unknown' : `${gigabytes(host.disk.free)} of ${gigabytes(host.disk.total)} free`,
    ],
    ['cgroups', `v${system.cgroupVersion}, ${system.cgroupDriver}`],
    ['storage driver', system.storageDriver],
    [
      'inotify',
      `${host?.inotifyInstances ?? 'unknown'} instances${host?.inotifyUsed === undefined ? '' : `, ${host.inotifyUsed} of them used`}, ${host?.inotifyWatches ?? 'unknown'} watches a user`,
    ],
  ];
}
