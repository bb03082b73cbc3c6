import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withEntries } from '../../../src/kubernetes/hosts.ts';

test("entries are added to k3s's own, once, and those that are not wanted any more go", () => {
  const own = '10.0.0.3 k3d-c-server-0\n';
  const first = withEntries(
    own,
    new Map([
      ['host.k3d.internal', '10.0.0.1'],
      ['reg', '10.0.0.9'],
    ]),
    [],
  );
  assert.equal(first, '10.0.0.3 k3d-c-server-0\n10.0.0.1 host.k3d.internal\n10.0.0.9 reg\n');
  assert.equal(
    withEntries(first, new Map([['host.k3d.internal', '10.0.0.2']]), ['host.k3d.internal', 'reg']),
    '10.0.0.3 k3d-c-server-0\n10.0.0.2 host.k3d.internal\n',
  );
});

/** What k3s makes of the list when a node's address changes: before 1.24, and since. */
const REWRITES: ((hosts: string) => string)[] = [
  (hosts) =>
    [
      ...new Map(
        hosts.split('\n').flatMap((line) => {
          const fields = line.split(' ');
          return fields.length === 2 ? [[fields[1], fields[0]] as const] : [];
        }),
      ),
    ]
      .map(([name, address]) => `${address} ${name}\n`)
      .join(''),
  (hosts) =>
    [
      ...new Map(
        hosts.split('\n').flatMap((line) => {
          const [address, ...names] = line.split(' ');
          return names.length > 0 ? [[address, names.join(' ')] as const] : [];
        }),
      ),
    ]
      .map(([address, names]) => `${address} ${names}\n`)
      .join(''),
];

test('every name of an address outlives a list that k3s writes anew, in either of its ways', () => {
  const entries = new Map([
    ['host.k3d.internal', '10.0.0.1'],
    ['gateway.example', '10.0.0.1'],
    ['a.example', '10.9.8.7'],
    ['b.example', '10.9.8.7'],
  ]);
  const list = withEntries('10.0.0.3 k3d-c-server-0\n', entries, []);
  for (const rewrite of REWRITES) {
    const after = rewrite(list);
    for (const [name, address] of entries)
      assert.ok(
        after.split('\n').some((line) => line.startsWith(`${address} `) && line.split(' ').includes(name)),
        `${name} in ${after}`,
      );
    assert.match(after, /^10\.0\.0\.3 k3d-c-server-0$/m);
    // What is added again is there once, and what is not wanted any more is gone from lines of either form.
    assert.equal(withEntries(after, entries, [...entries.keys()]), list);
    assert.equal(withEntries(after, new Map(), [...entries.keys()]), '10.0.0.3 k3d-c-server-0\n');
  }
  const mixed = '10.0.0.9 mine a.example\n';
  assert.equal(withEntries(mixed, new Map([['a.example', '10.0.0.8']]), []), '10.0.0.9 mine\n10.0.0.8 a.example\n');
});
