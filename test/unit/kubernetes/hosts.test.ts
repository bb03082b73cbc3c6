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
