import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { needCluster } from '../../src/cluster/find/index.ts';
import { commandExamples } from '../workflows/examples.ts';
import { docker, freePort, image, LEAN, objectsOf, stage, workload } from './bed.ts';

/** The commands of docs/upgrades.md that are about it. */
const [save = [], reset = []] = commandExamples('docs/upgrades.md').slice(3);

test('a cluster goes back to its snapshot, and clients go on', async (t) => {
  const s = await stage(t);
  const env = { XDG_DATA_HOME: s.folder };
  const here = (words: readonly string[]): string[] => words.map((word) => (word === 'shop' ? 'again' : word));
  const port = await freePort();
  const published = ['--port', `${port}:30080@agent:0`, '--port', '0:30081@agent:0'];
  const volume = ['--volume', 'k3d-again-data:/data@agent:0'];
  const balancer = ['--lb-config-override', 'settings.workerConnections=2048', '--env', 'FRONT=yes@loadbalancer'];
  const own = [...volume, ...balancer, '--agents-memory', '3g', '--runtime-label', 'team=one@agent:0'];
  await s.k3dOk(['cluster', 'create', 'again', '--agents', '1', '--image', image, ...LEAN, ...published, ...own]);
  await s.engine.containers.putFiles('k3d-again-agent-0', [
    { path: '/opt/own/file', content: 'mine', mode: 0o600 },
    { path: '/data/file', content: 'before', mode: 0o600 },
  ]);
  await s.k3dOk(['node', 'create', 'extra', '--cluster', 'again']);
  await s.engine.containers.putFiles('k3d-extra-0', [{ path: '/opt/own/file', content: 'extra', mode: 0o600 }]);
  await s.kubectl('create', 'configmap', 'kept', '--from-literal=a=b');
  const none = await s.k3d(here(reset), env);
  assert.deepEqual([none.status, none.stderr], [1, 'Error: snapshot "again" does not exist; there are none\n']);
  await s.k3dOk(here(save), env);

  /** What was asked for of each container. */
  const settings = async () => {
    const nodes = await needCluster(s.engine, 'again');
    const all = await Promise.all(nodes.nodes.map(({ id }) => s.engine.containers.inspect(id)));
    return all.map((one) => {
      assert.ok(one);
      const { name, command, env, binds, memory, init, hostPid, extraHosts, ulimits } = one;
      const labels = Object.entries(one.labels).filter(([key]) => !key.endsWith('network.id'));
      return {
        name,
        command,
        env: env.sort(),
        binds,
        memory,
        init,
        hostPid,
        extraHosts,
        ulimits,
        labels: labels.sort(),
      };
    });
  };
  const settingsBefore = await settings();
  const ports = async () => (await s.engine.containers.inspect('k3d-again-serverlb'))?.ports;
  const [objects, portsBefore] = [await objectsOf(s.engine), await ports()];
  const named = objects.filter((object) => !/^volume [0-9a-f]{64}$/.test(object));
  const kubeconfig = readFileSync(s.kubeconfig, 'utf8');

  // What tests do to a cluster.
  await s.kubectl('delete', 'configmap', 'kept');
  await s.kubectl('create', 'namespace', 'left');
  await s.kubectl('label', 'node', 'k3d-again-server-0', 'touched=yes');
  await s.engine.containers.putFiles('k3d-again-agent-0', [{ path: '/data/file', content: 'after', mode: 0o600 }]);
  await s.k3dOk(['node', 'delete', 'k3d-extra-0']);
  await s.k3dOk(['node', 'create', 'late', '--cluster', 'again']);
  await s.k3dOk(['node', 'delete', 'k3d-again-agent-0']);

  await t.test('what would be done is said, and nothing is', async () => {
    const said = await s.k3dOk([...here(reset), '--dry-run', '-o', 'json'], env);
    const { created, ...rest } = JSON.parse(said) as { created: string };
    assert.ok(Date.parse(created) > 0);
    assert.deepEqual(rest, {
      cluster: 'again',
      snapshot: 'again',
      removes: ['k3d-again-server-0', 'k3d-late-0'],
      nodes: 3,
    });
    assert.equal(await s.kubectl('get', 'namespace', 'left', '-o', 'name'), 'namespace/left');
  });

  await t.test('objects, nodes, volumes and ports are as they were, for whoever has the kubeconfig', async () => {
    await s.k3dOk(here(reset), env);
    assert.equal(readFileSync(s.kubeconfig, 'utf8'), kubeconfig);
    assert.equal(await s.kubectl('get', 'configmap', 'kept', '-o', 'jsonpath={.data.a}'), 'b');
    assert.equal(await s.kubectl('get', 'namespace', 'left', '--ignore-not-found'), '');
    assert.equal(await s.kubectl('get', 'nodes', '-l', 'touched', '-o', 'name'), '');
    const nodes = await s.kubectl('get', 'nodes', '-o', 'jsonpath={.items[*].metadata.name}');
    assert.deepEqual(nodes.split(' ').sort(), ['k3d-again-agent-0', 'k3d-again-server-0', 'k3d-extra-0']);
    assert.deepEqual(await ports(), portsBefore);
    const after = (await objectsOf(s.engine)).filter((object) => !/^volume [0-9a-f]{64}$/.test(object));
    assert.deepEqual(after, named);
    const file = await s.engine.containers.exec('k3d-again-agent-0', ['cat', '/data/file']);
    assert.equal(file.stdout, 'before');
    assert.deepEqual(await settings(), settingsBefore);
    assert.equal(await docker('exec', 'k3d-extra-0', 'cat', '/opt/own/file'), 'extra');
    const values = await s.engine.containers.exec('k3d-again-serverlb', ['cat', '/etc/confd/values.yaml']);
    assert.match(values.stdout, /^ *workerConnections: 2048$/m);
  });

  await t.test('files in nodes that were not replaced stay', async () => {
    await s.engine.containers.putFiles('k3d-again-agent-0', [{ path: '/opt/own/file', content: 'mine', mode: 0o600 }]);
    await s.k3dOk(here(reset), env);
    const file = await s.engine.containers.exec('k3d-again-agent-0', ['cat', '/opt/own/file']);
    assert.equal(file.stdout, 'mine');
  });

  await t.test('a node whose name another container has by now is named, and nothing is changed', async () => {
    await s.k3dOk(['node', 'delete', 'k3d-extra-0']);
    await docker('create', '--name', 'k3d-extra-0', workload);
    try {
      const before = await objectsOf(s.engine);
      const { status, stderr } = await s.k3d(here(reset), env);
      assert.equal(status, 1);
      assert.match(stderr, /^Error: node k3d-extra-0 of the snapshot can't come back: a container that is not of/m);
      assert.deepEqual(await objectsOf(s.engine), before);
    } finally {
      await docker('rm', 'k3d-extra-0');
    }
  });

  await t.test('a snapshot of another cluster is refused, and nothing is changed', async () => {
    await s.k3dOk(['cluster', 'create', 'other', '--no-lb', '--image', image, ...LEAN]);
    const before = await objectsOf(s.engine);
    const { status, stderr } = await s.k3d(['cluster', 'reset', 'other', '--to', 'again'], env);
    assert.equal(status, 1);
    assert.match(stderr, /^Error: snapshot \S+ is of another cluster than "other", whose clients could not go on/m);
    assert.deepEqual(await objectsOf(s.engine), before);
  });
});
