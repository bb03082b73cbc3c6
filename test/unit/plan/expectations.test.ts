import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SYSTEM_LAYERS } from '../../../src/config/wait.ts';
import { expectationsOf, possibleLayers, type ToldNode } from '../../../src/plan/expectations.ts';
import { nodeSettings, type SettingSources } from '../../../src/plan/nodeSettings.ts';

const CONFIG = '/etc/rancher/k3s/config.yaml';
const told = (
  given: Partial<SettingSources>,
  role: ToldNode['role'] = 'server',
  container = 'k3d-c-server-0',
): ToldNode => ({
  container,
  role,
  usualName: container,
  addresses: ['172.18.0.2'],
  settings: nodeSettings({ command: [role], env: [], files: new Map(), ...given }),
});

/** One setting in each of the ways in which k3s can be told. */
const ways = (flag: string, value: string): [string, Partial<SettingSources>][] => [
  ['--flag=value', { command: ['server', `--${flag}=${value}`] }],
  ['a config file', { files: new Map([[CONFIG, `${flag}: ${value}\n`]]) }],
  ['a drop-in', { files: new Map([[`${CONFIG}.d/10-mine.yaml`, `${flag}: ${value}\n`]]) }],
  [
    'a file of another name',
    { command: ['server', '--config', '/x.yaml'], files: new Map([['/x.yaml', `${flag}: ${value}\n`]]) },
  ],
  [
    'a file that a variable names',
    { env: ['K3S_CONFIG_FILE=/x.yaml'], files: new Map([['/x.yaml', `${flag}: ${value}\n`]]) },
  ],
];

test('a setting is found wherever it is made', () => {
  for (const [way, given] of ways('flannel-backend', 'none')) {
    const expected = expectationsOf([told(given)]);
    assert.equal(expected.hasNetwork, false, way);
    assert.deepEqual([...possibleLayers(SYSTEM_LAYERS, expected, false, 33)], ['nodes', 'service-account'], way);
    // Somebody has brought a network.
    assert.deepEqual(possibleLayers(SYSTEM_LAYERS, expected, true, 33), SYSTEM_LAYERS, way);
  }
  for (const [way, given] of ways('disable-kube-proxy', 'true')) {
    const expected = expectationsOf([told(given)]);
    assert.deepEqual([expected.hasNetwork, expected.hasWorkloads], [true, false], way);
    assert.deepEqual([...possibleLayers(SYSTEM_LAYERS, expected, true, 33)], ['nodes', 'service-account'], way);
  }
  for (const [way, given] of ways('disable-agent', 'true')) {
    const expected = expectationsOf([told(given), told({}, 'agent', 'k3d-c-agent-0')]);
    assert.deepEqual(
      expected.nodes.map(({ container }) => container),
      ['k3d-c-agent-0'],
      way,
    );
    assert.deepEqual(possibleLayers(SYSTEM_LAYERS, expected, true, 33), SYSTEM_LAYERS, way);
    assert.deepEqual(
      [...possibleLayers(SYSTEM_LAYERS, expectationsOf([told(given)]), true, 33)],
      ['nodes', 'service-account'],
      way,
    );
  }
  for (const [way, given] of [
    ...ways('node-name', 'main'),
    ['K3S_NODE_NAME', { env: ['K3S_NODE_NAME=main'] }] as const,
  ])
    assert.deepEqual(expectationsOf([told(given)]).nodes[0]?.name, 'main', way);
});

test('nothing is taken away where nothing was said, and a switch that is off is off', () => {
  for (const given of [
    {},
    { command: ['server', '--disable-agent=false', '--flannel-backend', 'host-gw', '--disable', 'traefik'] },
  ]) {
    const expected = expectationsOf([told(given)]);
    assert.deepEqual([expected.nodes.length, expected.hasNetwork, expected.hasWorkloads], [1, true, true]);
    assert.deepEqual(possibleLayers(SYSTEM_LAYERS, expected, true, 33), SYSTEM_LAYERS);
  }
});

test('the command line counts more than a file, a file more than a variable, and drop-ins add where they say so', () => {
  const settings = nodeSettings({
    command: ['server', '--node-name=third', '--disable=a'],
    env: ['K3S_NODE_NAME=first'],
    files: new Map([
      [CONFIG, 'node-name: second\ndisable: [b]\nkubelet-arg: [x=1]\n'],
      [`${CONFIG}.d/00-k3d.yaml`, 'kubelet-arg+:\n  - y=2\n'],
      [`${CONFIG}.d/broken.yaml`, '{ no yaml'],
    ]),
  });
  assert.equal(settings.value('node-name'), 'third');
  assert.deepEqual(settings.all('disable'), ['b', 'a']);
  assert.deepEqual(settings.all('kubelet-arg'), ['x=1', 'y=2']);
  assert.ok(settings.args.includes('--disable=a'));
});

test('pods can’t run where no node takes them', () => {
  const tainted = (taint: string) =>
    expectationsOf([told({ command: ['server', '--node-taint', taint] })]).hasWorkloads;
  assert.equal(tainted('dedicated=ci:NoSchedule'), false);
  assert.equal(tainted('dedicated=ci:PreferNoSchedule'), true);
  // CoreDNS bears this one.
  assert.equal(tainted('CriticalAddonsOnly=true:NoExecute'), true);
  const beside = [told({ command: ['server', '--node-taint=a:NoExecute'] }), told({}, 'agent', 'k3d-c-agent-0')];
  assert.equal(expectationsOf(beside).hasWorkloads, true);
  const [off] = [told({ command: ['server', '--disable-controller-manager', '--disable-scheduler'] })];
  const expected = expectationsOf([off]);
  assert.deepEqual([expected.hasControllers, expected.hasWorkloads], [false, false]);
  assert.deepEqual([...possibleLayers(SYSTEM_LAYERS, expected, true, 33)], ['nodes']);
});

test('where no server is a node, older releases of k3s schedule nothing', () => {
  const nodes = [told({ command: ['server', '--disable-agent'] }), told({}, 'agent', 'k3d-c-agent-0')];
  assert.deepEqual([...possibleLayers(SYSTEM_LAYERS, expectationsOf(nodes), true, 23)], ['nodes', 'service-account']);
});
