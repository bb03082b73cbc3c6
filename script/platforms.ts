/*
 * What has been seen to work where: the table in docs/testing.md. script/test asks for the files that it also runs on
 * Docker 29 and on podman: node script/platforms.ts docker29|podman
 */
import { fileURLToPath } from 'node:url';

/** Tests that run on other engines too: what depends on how one keeps images, publishes ports and names things. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  docker29: ['cluster', 'lifecycle', 'snapshot', 'registries', 'loadBalancer', 'imageCache', 'everyday', 'localImages'],
  podman: ['cluster', 'lifecycle', 'reset'],
};
const filesOn = (engine: string): string => `tests: ${FILES[engine]?.join(', ')}`;

const ALL = 'tests: all of `script/test`';
const ON_29 = filesOn('docker29');
const ON_PODMAN = `${filesOn('podman')} (5.4, rootful)`;
const OLD = 'tests: a cluster, a snapshot of another release, upgrades to 1.23';
const NOT_SEEN = 'not seen';

const COLUMNS = [
  ...['Docker 26, classic store, cgroup v1', 'Docker 29, containerd store, cgroup v1'],
  ...['Docker 29, classic store', 'cgroup v2', 'podman'],
];

/** By release of k3s, in the order of the columns; those that are left out have not been seen. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  '1.22': [OLD],
  '1.23': [ALL, ON_29, NOT_SEEN, 'by hand, November 2026: one node (Docker 26, containerd store)', ON_PODMAN],
  '1.33': [
    'by hand, November 2026: the tests cluster, lifecycle, snapshot, registries, loadBalancer, readiness, servers and early; an upgrade to another image',
  ],
  '1.34': ['by hand, November 2026: the tests cluster, early and reset; upgrades from 1.33'],
  '1.36': [
    'by hand, November 2026: the tests cluster, early, lifecycle, loadBalancer, localImages, registries and snapshot',
  ],
};

/** The table, in Markdown. */
export function platformTable(): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['k3s', ...COLUMNS]),
    row(['---', ...COLUMNS.map(() => '---')]),
    ...Object.entries(SEEN).map(([release, cells]) => row([release, ...COLUMNS.map((_, at) => cells[at] ?? NOT_SEEN)])),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${FILES[process.argv[2] ?? '']?.join(' ') ?? ''}\n`);
}
