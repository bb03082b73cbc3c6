import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeLayers } from '../../../src/config/merge.ts';
import type { ConfigLayer } from '../../../src/config/types.ts';
import type { HostFacts, Surroundings } from '../../../src/diagnostics/host.ts';
import { preflight } from '../../../src/diagnostics/preflight.ts';
import type { EngineSystem } from '../../../src/docker/engine.ts';

const GIB = 1024 ** 3;

const SYSTEM: EngineSystem = {
  id: 'ID',
  operatingSystem: 'Ubuntu 24.04 LTS',
  kernel: '6.8.0',
  cpus: 4,
  memory: 16 * GIB,
  cgroupVersion: 2,
  cgroupDriver: 'systemd',
  storageDriver: 'overlay2',
  dataPath: '/var/lib/docker',
  securityOptions: ['name=apparmor'],
  warnings: [],
};

const HOST: HostFacts = {
  memoryAvailable: 12 * GIB,
  disk: { free: 40 * GIB, total: 80 * GIB },
  inotifyInstances: 512,
  inotifyUsed: 100,
  inotifyWatches: 524_288,
  filesystems: ['ext4', 'overlay'],
  bridgeNetfilter: true,
};

/** What is said that is not well, of a machine that differs in these points from a good one. */
function complaints(
  {
    system = {},
    host = {},
    networks = 4,
  }: { system?: Partial<EngineSystem>; host?: Partial<HostFacts>; networks?: number },
  ...layers: ConfigLayer[]
): string[] {
  const engine = { version: '28.0', apiVersion: '1.48', os: 'linux', arch: 'amd64' };
  const around: Surroundings = { engine, system: { ...SYSTEM, ...system }, host: { ...HOST, ...host } };
  const configs = layers.length > 0 ? layers.map((layer) => mergeLayers(layer)) : [mergeLayers({})];
  return preflight(around, configs, networks)
    .filter(({ level }) => level !== 'ok')
    .map(({ subject, level, text }) => `${level}: ${subject}: ${text}`);
}

test('nothing is said of a machine that is fit', () => {
  assert.deepEqual(complaints({}), []);
});

test('a kubelet that refuses cgroup v1 is an error that names three ways out', () => {
  const old = { system: { cgroupVersion: 1 } };
  assert.deepEqual(complaints(old, { image: 'rancher/k3s:v1.34.3-k3s1' }), []);
  const [said] = complaints(old, { image: 'rancher/k3s:v1.35.0-k3s1' });
  assert.match(said ?? '', /^error: cgroups: rancher\/k3s:v1\.35\.0-k3s1 refuses cgroup v1, .*fail-cgroupv1=false"$/);
  const k3sArgs = [{ value: '--kubelet-arg=fail-cgroupv1=false', nodeFilters: [], where: '' }];
  assert.deepEqual(complaints(old, { image: 'rancher/k3s:v1.35.0-k3s1', k3sArgs }), []);
  // An image of the user's own says nothing of its release.
  assert.deepEqual(complaints(old, { image: 'example.org/k3s:nightly' }), []);
});

test('a k3s from before cgroup v2 is an error there', () => {
  assert.match(
    complaints({}, { image: 'rancher/k3s:v1.19.16-k3s1' })[0] ?? '',
    /^error: cgroups: .*use k3s v1\.20\.4 or newer$/,
  );
  assert.deepEqual(complaints({}, { image: 'rancher/k3s:v1.20.4-k3s1' }), []);
});

test('what may go wrong is a warning with its remedy', () => {
  const cases: [Parameters<typeof complaints>[0], RegExp][] = [
    [
      { host: { memoryAvailable: 0.4 * GIB } },
      /^warning: memory: 0\.4 GiB available, about 0\.6 GiB wanted: .*fewer nodes/,
    ],
    [
      { host: { disk: { free: 3 * GIB, total: 80 * GIB } } },
      /^warning: disk: 3\.0 GiB of 80\.0 GiB free .*all but full.*docker system prune/,
    ],
    [{ host: { disk: { free: GIB, total: 10 * GIB } } }, /^warning: disk: .*take about 2\.0 GiB/],
    [
      { host: { inotifyUsed: 500 } },
      /^warning: inotify: 500 of 512 inotify instances are used.*sysctl -w fs\.inotify\.max_user_instances=1024$/,
    ],
    [{ host: { inotifyInstances: 64 } }, /^warning: inotify: .*sysctl -w fs\.inotify\.max_user_instances=128$/],
    [{ host: { inotifyWatches: 8192 } }, /^warning: inotify: .*sysctl -w fs\.inotify\.max_user_watches=65536$/],
    [{ host: { filesystems: ['ext4'] } }, /^warning: kernel: .*modprobe overlay$/],
    [{ host: { bridgeNetfilter: false } }, /^warning: kernel: .*sysctl -w net\.bridge\.bridge-nf-call-iptables=1$/],
    [{ system: { storageDriver: 'zfs' } }, /^warning: storage: .*zfs/],
    [{ system: { securityOptions: ['name=rootless'] } }, /^warning: storage: the engine runs without root/],
    [{ networks: 31 }, /^warning: address pools: 31 networks: .*docker network prune$/],
  ];
  for (const [machine, message] of cases) {
    const said = complaints(machine);
    assert.equal(said.length, 1, `${said.length} for ${message}`);
    assert.match(said[0] ?? '', message);
  }
});

test('several clusters add up', () => {
  const said = complaints(
    { host: { memoryAvailable: 2 * GIB, inotifyInstances: 128 } },
    { servers: 3 },
    { servers: 3, name: 'b' },
  );
  assert.match(said[0] ?? '', /^warning: memory: 2\.0 GiB available, about 3\.6 GiB wanted/);
  assert.match(said[1] ?? '', /max_user_instances=144$/);
});

test('nothing is claimed of a machine that is not this one', () => {
  const engine = { version: '28.0', apiVersion: '1.48', os: 'linux', arch: 'amd64' };
  const checks = preflight({ engine, system: SYSTEM, host: undefined }, [mergeLayers({})], 1);
  assert.deepEqual(
    checks.map(({ subject }) => subject),
    ['cgroups', 'memory', 'storage', 'address pools'],
  );
});
