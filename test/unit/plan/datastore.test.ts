import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDatastore } from '../../../src/config/datastore.ts';
import { mergeLayers } from '../../../src/config/merge.ts';
import { planDatastore } from '../../../src/plan/datastore.ts';

test("a database of the cluster's own takes as many connections as several servers open", () => {
  const commandOf = (value: string) =>
    planDatastore(mergeLayers({ datastore: readDatastore(value, 'x') }), {
      network: 'n',
      creation: 'c',
      password: 'p',
    })?.command;
  assert.deepEqual(commandOf('postgres'), ['-c', 'max_connections=1000']);
  assert.deepEqual(commandOf('mysql'), ['--max-connections=1000']);
  assert.deepEqual(commandOf('mariadb:11'), ['--max-connections=1000']);
  assert.equal(commandOf('postgres://h/k3s'), undefined);
});
