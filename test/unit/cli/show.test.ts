import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenOf } from '../../../src/cli/commands/show.ts';
import { fitTable, widthOf } from '../../../src/cli/screen.ts';
import type { ClusterView } from '../../../src/cluster/find/show.ts';

const LONG = 'a-name-that-is-much-longer-than-any-column-of-a-screen-could-be';
const WHY = `container main: CrashLoopBackOff: back-off 5m0s restarting failed container=main pod=${LONG}${LONG} (it ended with exit code 3)`;

const view: ClusterView = {
  name: 'demo',
  network: 'k3d-demo',
  apiURL: 'https://127.0.0.1:6550',
  k3sVersion: 'v1.33.5+k3s1',
  problem: undefined,
  nodes: [
    { name: 'k3d-demo-server-0', role: 'server', state: 'Ready', address: '172.18.0.3', version: 'v1.33.5+k3s1' },
    { name: 'k3d-demo-agent-0', role: 'agent', state: 'exited', address: '', version: 'v1.33.5+k3s1' },
    { name: 'k3d-demo-serverlb', role: 'loadbalancer', state: 'running', address: '172.18.0.5', version: '' },
  ],
  ports: [{ host: '127.0.0.1:6550', node: 'k3d-demo-serverlb', port: '6443/tcp' }],
  registries: [{ name: 'registry.localhost', state: 'running', host: '127.0.0.1:5000' }],
  images: Array.from({ length: 10 }, (_, index) => ({ name: `${LONG}:${index}`, bytes: 1e6 * index, nodes: 1 })),
  localImages: undefined,
  pods: [
    { namespace: 'default', name: 'fine', node: 'n', state: 'ready', restarts: 0 },
    { namespace: 'default', name: LONG, node: 'n', state: 'CrashLoopBackOff (main)', why: WHY, restarts: 7 },
  ],
};

test('a screen has what there is in 80 columns, what is wrong first', () => {
  const lines = screenOf(view, 80).split('\n');
  for (const line of lines) assert.ok(line.length <= 80, line);
  assert.deepEqual(lines.slice(0, 2), [
    'Cluster demo, k3s v1.33.5+k3s1: 1/2 nodes ready, network k3d-demo',
    'API https://127.0.0.1:6550',
  ]);
  assert.ok(lines.includes('127.0.0.1:6550   k3d-demo-serverlb:6443/tcp (API)'));
  const pods = lines.slice(lines.findIndex((line) => line.startsWith('NAMESPACE')));
  assert.match(pods[1] ?? '', /^default +a-name-.*… +7 +CrashLoopBackOff \(main\)$/);
  // Why, in full, below it.
  const why = pods.filter((line) => line.startsWith('  '));
  assert.equal(why.join('').replaceAll(' ', ''), WHY.replaceAll(' ', ''));
  assert.match(pods[2 + why.length] ?? '', /^default +fine +0 +ready$/);
  assert.ok(lines.includes('… and 2 more images'));
});

test('a cluster that says nothing is shown as far as the engine knows it', () => {
  const problem = 'cluster "demo" does not run: start it with "k3d cluster start demo"';
  const silent = { ...view, k3sVersion: undefined, problem, images: [], pods: [], registries: [], ports: [] };
  const screen = screenOf(silent, 80);
  assert.match(screen, /^Cluster demo: 1\/2 nodes ready/);
  assert.match(screen, /The Kubernetes API does not respond: cluster "demo" does not run: start it/);
  assert.doesNotMatch(screen, /IMAGE|NAMESPACE|REGISTRY|HOST PORT/);
});

test('a terminal that says nothing of its width, or nonsense, has 80 columns', () => {
  assert.deepEqual([undefined, 0, 20, 40, 132].map(widthOf), [80, 80, 80, 40, 132]);
});

test('columns give way from the widest on, and never below what can be read', () => {
  assert.equal(fitTable(['A', 'B'], [['aaaaaaaaaaaaaaaaaaaa', 'bb']], 16), 'A             B\naaaaaaaaaa…   bb');
  assert.equal(fitTable(['A', 'B'], [['aaaaaaaaaaaa', 'bbbbbbbbbbbb']], 5).split('\n')[1], 'aaaaaaa…   bbbbbbb…');
});
