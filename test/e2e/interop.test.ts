import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, image, LEAN, needed, run, type Stage, stage } from './bed.ts';

/** k3d itself. */
async function k3d(s: Stage, ...args: string[]): Promise<string> {
  // It begins its tables with an empty line now and then.
  const ran = await run(needed('K3D_TEST_K3D'), args, { KUBECONFIG: s.kubeconfig });
  if (ran.status !== 0) throw new Error(`k3d ${args.join(' ')} ended with ${ran.status}:\n${ran.stderr}${ran.stdout}`);
  return ran.stdout.trimStart();
}

const nodesOf = (s: Stage) => s.kubectl('get', 'nodes', '-o', 'jsonpath={.items[*].metadata.name}');

test('k3d manages a cluster of ours', async (t) => {
  const s = await stage(t);
  await s.k3dOk([
    'cluster',
    'create',
    'ours',
    '--image',
    image,
    '--agents',
    '1',
    '--registry-create',
    'ours-registry',
    ...LEAN,
  ]);

  await t.test('it lists what is there', async () => {
    assert.match(await k3d(s, 'cluster', 'list', '--no-headers'), /^ours +1\/1 +1\/1 +true\s*$/m);
    const all = JSON.parse(await k3d(s, 'node', 'list', '-o', 'json')) as { name: string; role: string }[];
    const nodes = all.filter(({ name }) => name.includes('ours'));
    assert.deepEqual(nodes.map(({ name, role }) => `${name} ${role}`).sort(), [
      'k3d-ours-agent-0 agent',
      'k3d-ours-server-0 server',
      'k3d-ours-serverlb loadbalancer',
      'ours-registry registry',
    ]);
    assert.match(await k3d(s, 'registry', 'list', '--no-headers'), /^ours-registry +registry +ours +running/m);
  });

  await t.test('its kubeconfig is the one that we wrote', async () => {
    const before = await s.kubectl('config', 'view', '--raw', '-o', 'json');
    await k3d(s, 'kubeconfig', 'merge', 'ours', '--kubeconfig-merge-default');
    assert.deepEqual(JSON.parse(await s.kubectl('config', 'view', '--raw', '-o', 'json')), JSON.parse(before));
  });

  await t.test('it stops and starts it, with a port that came later', async () => {
    await s.k3dOk(['cluster', 'edit', 'ours', '--port-add', '10250@agent:0']);
    await k3d(s, 'cluster', 'stop', 'ours');
    assert.match(await s.k3dOk(['cluster', 'list', 'ours', '--no-headers']), /^ours +0\/1 +0\/1 +true$/m);
    await k3d(s, 'cluster', 'start', 'ours', '--timeout', '120s');
    assert.match(await s.k3dOk(['cluster', 'list', 'ours', '--no-headers']), /^ours +1\/1 +1\/1 +true$/m);
    assert.match(await eventually(() => nodesOf(s)), /k3d-ours-agent-0/);
    const { ports } = (await s.engine.containers.inspect('k3d-ours-serverlb')) ?? {};
    assert.ok(ports?.some(({ containerPort }) => containerPort === 10250));
  });

  await t.test('it adds a node, which we take away', async () => {
    await k3d(s, 'node', 'create', 'from-k3d', '--cluster', 'ours', '--timeout', '120s');
    await eventually(() => s.kubectl('wait', '--for=condition=Ready', 'node/k3d-from-k3d-0', '--timeout=1s'));
    await s.k3dOk(['node', 'delete', 'from-k3d-0']);
    assert.doesNotMatch(await nodesOf(s), /from-k3d/);
  });

  await t.test('it deletes all of it', async () => {
    await k3d(s, 'cluster', 'delete', 'ours');
  });
});

test("we manage a cluster of k3d's", async (t) => {
  const s = await stage(t);
  s.owns('theirs');
  await k3d(
    s,
    'cluster',
    'create',
    'theirs',
    '--image',
    image,
    '--no-lb',
    '--agents',
    '1',
    '--timeout',
    '180s',
    ...LEAN,
  );

  await t.test('it is listed, and its kubeconfig is the one that k3d wrote', async () => {
    assert.match(await s.k3dOk(['cluster', 'list', 'theirs', '--no-headers']), /^theirs +1\/1 +1\/1 +false$/m);
    const before = await s.kubectl('config', 'view', '--raw', '-o', 'json');
    await s.k3dOk(['kubeconfig', 'merge', 'theirs', '--kubeconfig-merge-default']);
    const after = JSON.parse(await s.kubectl('config', 'view', '--raw', '-o', 'json')) as { contexts: unknown };
    assert.deepEqual(after.contexts, (JSON.parse(before) as typeof after).contexts);
    assert.match(await eventually(() => nodesOf(s)), /k3d-theirs-server-0/);
  });

  await t.test('it is stopped and started, and grows and shrinks', async () => {
    await s.k3dOk(['cluster', 'restart', 'theirs']);
    await s.k3dOk(['node', 'create', 'from-us', '--cluster', 'theirs']);
    assert.match(
      await k3d(s, 'node', 'list', 'k3d-from-us-0', '--no-headers'),
      /^k3d-from-us-0 +agent +theirs +running/,
    );
    assert.match(await nodesOf(s), /k3d-from-us-0/);
    await s.k3dOk(['node', 'delete', 'from-us-0']);
    assert.doesNotMatch(await nodesOf(s), /from-us/);
  });

  await t.test('a port is published before it', async () => {
    await s.k3dOk(['cluster', 'edit', 'theirs', '--port-add', '10250@server:0']);
    assert.match(await k3d(s, 'cluster', 'list', '--no-headers'), /^theirs +1\/1 +1\/1/m);
    const { ports = [] } = (await s.engine.containers.inspect('k3d-theirs-serverlb')) ?? {};
    assert.ok(ports.some(({ containerPort }) => containerPort === 10250));
  });

  await s.k3dOk(['cluster', 'delete', 'theirs']);
  assert.doesNotMatch(await k3d(s, 'cluster', 'list', '--no-headers'), /theirs/);
});
