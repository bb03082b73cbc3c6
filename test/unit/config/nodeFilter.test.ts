import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchFilter, matchFilters, type NodeRef, splitFiltered } from '../../../src/config/nodeFilter.ts';

const nodes: NodeRef[] = [
  { role: 'server', index: 0 },
  { role: 'server', index: 1 },
  { role: 'agent', index: 0 },
  { role: 'agent', index: 1 },
  { role: 'agent', index: 2 },
  { role: 'loadbalancer', index: 0 },
];

const names = (found: NodeRef[]): string[] => found.map(({ role, index }) => `${role[0]}${index}`);

test('filters mean the nodes that k3d takes them for', () => {
  const cases: [string, string[]][] = [
    ['server:0', ['s0']],
    ['servers:0', ['s0']],
    ['servers', ['s0', 's1']],
    ['agents', ['a0', 'a1', 'a2']],
    ['agents:*', ['a0', 'a1', 'a2']],
    ['agent:*', ['a0', 'a1', 'a2']],
    ['agent:0,2', ['a0', 'a2']],
    ['agents:1-2', ['a1', 'a2']],
    ['agents:1-', ['a1', 'a2']],
    ['agents:-1', ['a0', 'a1']],
    ['agents:-', ['a0', 'a1', 'a2']],
    ['loadbalancer', ['l0']],
    ['all', ['s0', 's1', 'a0', 'a1', 'a2', 'l0']],
  ];
  for (const [filter, expected] of cases) {
    assert.deepEqual(names(matchFilter(filter, nodes, 'here').nodes), expected, filter);
  }
});

test('suffixes are told apart', () => {
  assert.equal(matchFilter('server:0:direct', nodes, 'here').suffix, 'direct');
  assert.equal(matchFilter('agents:*:proxy', nodes, 'here').suffix, 'proxy');
  assert.equal(matchFilter('server:0', nodes, 'here').suffix, undefined);
});

test('wrong filters say what is wrong and where', () => {
  const cases: [string, RegExp][] = [
    ['server', /^here: node filter "server" says which role but not which node: write server:0 or servers:\*$/],
    ['server:7', /names node 7, but the cluster has only nodes 0 to 1 of that role/],
    ['agents:2-1', /ends before it begins/],
    ['server[0]', /malformed node filter "server\[0\]"/],
    ['master:0', /malformed node filter/],
    ['server:0:sideways', /unknown suffix "sideways" .* proxy and direct are known/],
    ['', /malformed node filter ""/],
  ];
  for (const [filter, message] of cases) {
    assert.throws(() => matchFilter(filter, nodes, 'here'), { name: 'UserError', message }, filter);
  }
});

test('several filters give each node once, in the order of the cluster', () => {
  assert.deepEqual(names(matchFilters(['agent:1', 'servers', 'agents'], nodes, 'here')), [
    's0',
    's1',
    'a0',
    'a1',
    'a2',
  ]);
});

test('values are split from their filters at the at sign', () => {
  assert.deepEqual(splitFiltered('80:80@server:0;agents:*', 'x'), {
    value: '80:80',
    nodeFilters: ['server:0', 'agents:*'],
  });
  assert.deepEqual(splitFiltered('user\\@host=1@all', 'x'), { value: 'user@host=1', nodeFilters: ['all'] });
  assert.deepEqual(splitFiltered('plain', 'x'), { value: 'plain', nodeFilters: [] });
  assert.throws(
    () => splitFiltered('a@b@c', 'flag --env'),
    /^UserError: flag --env: "a@b@c" has more than one unescaped @/,
  );
  assert.throws(() => splitFiltered('a@', 'flag --env'), /empty node filter/);
});
