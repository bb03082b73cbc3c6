import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordIn, readDatastore } from '../../../src/config/datastore.ts';
import { DEFAULTS } from '../../../src/config/defaults.ts';
import { dryPlan } from '../../../src/plan/dryPlan.ts';

const read = (text: string) => readDatastore(text, 'flag --datastore');

test('datastores by word, version and URL', () => {
  assert.deepEqual(read('etcd'), { kind: 'etcd' });
  assert.deepEqual(read('postgres:16'), { kind: 'postgres', image: 'postgres:16' });
  assert.deepEqual(read('mariadb'), { kind: 'mysql', image: 'mariadb:11.8' });
  for (const url of [
    'postgres://u:p@db:5432/k3s',
    'mysql://u:p@tcp(db:3306)/k3s',
    'u:p@tcp(db:3306)/k3s',
    'http://etcd:2379',
  ])
    assert.deepEqual(read(url), { kind: 'url', url });
});

test('what is none is said without a password', () => {
  assert.throws(() => read('mongodb'), /flag --datastore: "mongodb" is no datastore: expected sqlite, etcd, postgres/);
  assert.throws(
    () => read('mongodb://u:secret@db'),
    (error: Error) => /this URL is no datastore/.test(error.message) && !error.message.includes('secret'),
  );
});

test('the password of an endpoint, whatever is in it', () => {
  const cases: [string, string | undefined][] = [
    ['postgres://u:p/w@x@db:5432/k3s', 'p/w@x'],
    ['u:p@ss@tcp(db:3306)/k3s', 'p@ss'],
    ['http://etcd:2379', undefined],
    ['postgres://u@db:5432/k3s', undefined],
    ['sqlite', undefined],
  ];
  for (const [text, password] of cases) assert.equal(passwordIn(read(text)), password, text);
});

const planned = (text: string, servers = 2) =>
  dryPlan({ ...DEFAULTS, servers, datastore: read(text) }).nodes.map(({ container: { command, env } }) => [
    ...command,
    ...env,
  ]);

test('servers that share a database join by it alone; agents and members of etcd by a server', () => {
  for (const words of planned('mysql').slice(0, 2)) {
    assert.ok(words.some((word) => word.startsWith('K3S_DATASTORE_ENDPOINT=mysql://k3s:')));
    assert.ok(!words.some((word) => word.startsWith('K3S_URL=') || word === '--cluster-init'));
  }
  const [first = [], second = []] = planned('etcd');
  assert.ok(first.includes('--cluster-init'));
  assert.ok(second.some((word) => word.startsWith('K3S_URL=')));
  assert.ok(planned('etcd', 1)[0]?.includes('--cluster-init'));
  assert.ok(!planned('sqlite', 1)[0]?.includes('--cluster-init'));
});

test('datastores that don’t fit the cluster', () => {
  assert.throws(() => planned('sqlite'), /datastore sqlite is for one server alone, and 2 are asked for/);
  const onHost = { ...DEFAULTS, network: 'host', datastore: read('postgres') };
  assert.throws(() => dryPlan(onHost), /datastore postgres is reached by its name.*"network" is host/);
});
