import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandExamples } from '../workflows/examples.ts';
import { docker, eventually, image, k3sVersionOf, LEAN, needed, oldImage, run, stage } from './bed.ts';

/** The commands of docs/datastores.md; a test replaces the database in them. */
const [create = [], stop = [], start = [], add = [], remove = []] = commandExamples('docs/datastores.md');

for (const [datastore, release] of [
  ['postgres', image],
  ['mariadb', oldImage],
] as const) {
  test(`two servers keep their state in ${datastore}, over a restart and with a third`, async (t) => {
    const s = await stage(t);
    const { status, stdout, stderr } = await s.k3d([
      ...create.map((word) => (word === 'postgres' ? datastore : word)),
      ...['--image', release, '--verbose', ...LEAN, '--wait=nodes'],
    ]);
    assert.equal(status, 0, stderr);
    await s.kubectl('create', 'configmap', 'kept', '--from-literal=a=b');
    const env = JSON.parse(await docker('inspect', '--format', '{{json .Config.Env}}', 'k3d-db-datastore')) as string[];
    const password = env.map((entry) => /PASSWORD=(.{32})$/.exec(entry)?.[1]).find(Boolean) as string;
    assert.ok(password, 'it has a password');
    assert.ok(!`${stdout}${stderr}`.includes(password), 'nobody says it');
    assert.equal(await docker('inspect', '--format', '{{json .HostConfig.PortBindings}}', 'k3d-db-datastore'), '{}');

    await s.k3dOk(stop);
    assert.equal(await docker('inspect', '--format', '{{.State.Running}}', 'k3d-db-datastore'), 'false');
    await s.k3dOk([...start, '--wait=nodes']);
    assert.equal(await s.kubectl('get', 'configmap', 'kept', '--output', 'jsonpath={.data.a}'), 'b');

    // The state is in no server: another one has all of it, and the first is not needed for that.
    await s.k3dOk(add);
    await eventually(
      async () => assert.match(await s.kubectl('get', 'nodes'), /k3d-third-0 +Ready +control-plane/) ?? true,
    );
    await docker('stop', 'k3d-db-server-0');
    assert.equal(await s.kubectl('get', 'configmap', 'kept', '--output', 'jsonpath={.data.a}'), 'b');

    if (datastore === 'postgres') return void (await s.k3dOk(remove));
    // k3d knows of no datastore, and removes it with the cluster all the same.
    const removed = await run(needed('K3D_TEST_K3D'), ['cluster', 'delete', 'db'], { KUBECONFIG: s.kubeconfig });
    assert.equal(removed.status, 0, removed.stderr);
    assert.equal(await docker('ps', '--all', '--quiet', '--filter', 'label=k3d.cluster=db'), '');
  });
}

for (const [datastore, release, role] of [
  ['sqlite', oldImage, /control-plane(,master)?/],
  ['etcd', oldImage, /control-plane,etcd(,master)?/],
  ['etcd', image, /control-plane,etcd(,master)?/],
] as const) {
  test(`one server keeps its state in ${datastore} of ${k3sVersionOf(release)} over a restart`, async (t) => {
    const s = await stage(t);
    const flags = ['--image', release, ...LEAN, '--wait=nodes'];
    await s.k3dOk(['cluster', 'create', 'one', '--datastore', datastore, ...flags]);
    // A controller of k3s gives a node its role, a moment after it has registered.
    await eventually(async () => assert.match(await s.kubectl('get', 'nodes'), role) ?? true);
    await s.kubectl('create', 'configmap', 'kept', '--from-literal=a=b');
    await s.k3dOk(['cluster', 'stop', 'one']);
    await s.k3dOk(['cluster', 'start', 'one', '--wait=nodes']);
    assert.equal(await s.kubectl('get', 'configmap', 'kept', '--output', 'jsonpath={.data.a}'), 'b');
    await s.k3dOk(['cluster', 'delete', 'one']);
  });
}

test('a database that nobody answers for fails without its password', async (t) => {
  const s = await stage(t);
  const url = 'postgres://user:hunter2@127.0.0.1:1/k3s';
  const failed = await s.k3d(['cluster', 'create', 'none', '--datastore', url, '--image', image, ...LEAN]);
  assert.equal(failed.status, 1);
  assert.match(failed.stderr, /k3d-none-server-0.*connection refused/s);
  assert.doesNotMatch(failed.stdout + failed.stderr, /hunter2/);
});

test('a database whose container ends is said so, and everything is gone', async (t) => {
  const s = await stage(t);
  // An image that is no database at all.
  await docker('tag', needed('K3D_TEST_WORKLOAD'), 'postgres:none');
  s.defer(async () => void (await run('docker', ['rmi', 'postgres:none'])));
  const failed = await s.k3d(['cluster', 'create', 'db', '--datastore', 'postgres:none', '--image', image, ...LEAN]);
  assert.equal(failed.status, 1);
  assert.match(failed.stderr, /Error: the datastore k3d-db-datastore has ended: /);
});
