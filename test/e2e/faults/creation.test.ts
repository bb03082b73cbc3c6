import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { poll } from '../../../src/common/poll.ts';
import { image, LEAN, objectsOf, stage } from '../bed.ts';

const cliPath = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));

test('wrong input creates nothing and says what is wrong', async (t) => {
  const s = await stage(t);
  const before = await objectsOf(s.engine);
  const busy = createServer().listen(0, '127.0.0.1');
  t.after(() => busy.close());
  await new Promise((resolve) => busy.once('listening', resolve));
  const { port } = busy.address() as { port: number };
  const cases: [string[], RegExp][] = [
    [
      ['--image', 'rancher/k3s:v1.29.99-k3s1'],
      /^Error: image rancher\/k3s:v1\.29\.99-k3s1 (does not exist|can't be pulled): /m,
    ],
    [
      ['--image', image, '--port', `${port}:80`],
      new RegExp(`^Error: port ${port}/tcp on 127\\.0\\.0\\.1 is taken by a process of this machine`, 'm'),
    ],
    [
      ['--image', image, '--api-port', String(port)],
      new RegExp(`^Error: port ${port}/tcp on 127\\.0\\.0\\.1 is taken by a process`, 'm'),
    ],
    [['--image', image, '--port', 'eighty'], /^Error: flag --port: malformed port "eighty"/m],
    [
      ['--image', image, '--k3s-arg', '--x@agent:0'],
      /^Error: flag --k3s-arg: node filter "agent:0" names node 0, but the cluster has no such node/m,
    ],
  ];
  for (const [flags, message] of cases) {
    const { status, stderr, stdout } = await s.k3d(['cluster', 'create', 'wrong', ...flags]);
    assert.match(stderr, message);
    // One sentence, and it is the last.
    assert.match(stderr.split('\n').at(-2) ?? '', /^Error: /);
    assert.deepEqual([status, stdout], [1, '']);
    assert.deepEqual(await objectsOf(s.engine), before);
  }
});

test('a node that ends at once ends the wait, with its own words, and nothing is left', async (t) => {
  const s = await stage(t);
  const before = await objectsOf(s.engine);
  const started = performance.now();
  const { status, stderr } = await s.k3d([
    'cluster',
    'create',
    'broken',
    '--image',
    image,
    '--k3s-arg',
    '--no-such-flag@server:0',
  ]);
  assert.equal(status, 1);
  assert.match(
    stderr,
    /^Error: node k3d-broken-server-0 ended with exit code 1 while the cluster was coming up: .*no-such-flag/m,
  );
  assert.match(stderr, /The node's last lines were:\n {2}/);
  // The timeout is five minutes: this ended because the node did.
  assert.ok(performance.now() - started < 60_000);
  assert.deepEqual(await objectsOf(s.engine), before);
});

test('a timeout names what was waited for, and nothing is left', async (t) => {
  const s = await stage(t);
  const before = await objectsOf(s.engine);
  const { status, stderr } = await s.k3d(['cluster', 'create', 'slow', '--image', image, ...LEAN, '--timeout', '3s']);
  assert.equal(status, 1);
  assert.match(stderr, /^Error: cluster "slow" was not ready within 3\.0 s: still waiting for \S/m);
  assert.deepEqual(await objectsOf(s.engine), before);
});

test('with rollback off a failed creation stays, and can be deleted', async (t) => {
  const s = await stage(t);
  const { status, stderr } = await s.k3d([
    'cluster',
    'create',
    'kept',
    '--image',
    image,
    '--no-rollback',
    '--timeout',
    '2s',
  ]);
  assert.equal(status, 1);
  assert.match(stderr, /Warning: Cluster kept was not rolled back/);
  assert.match(await s.k3dOk(['cluster', 'list', 'kept', '--no-headers']), /^kept +1\/1/);
  await s.k3dOk(['cluster', 'delete', 'kept']);
});

// The exit code of a process that a signal ended, as a shell counts it: 128 + the signal's number.
for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} in the middle of a creation undoes it`, async (t) => {
    const s = await stage(t);
    const before = await objectsOf(s.engine);
    const child = spawn(process.execPath, [cliPath, 'cluster', 'create', 'stopped', '--image', image], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await poll(
      async () => (await s.engine.containers.inspect('k3d-stopped-server-0'))?.running || undefined,
      50,
      AbortSignal.timeout(30_000),
    );
    child.kill(signal);
    assert.equal(await ended, exitCode);
    assert.ok(stderr.endsWith(`\nError: interrupted by ${signal}\n`), stderr);
    assert.deepEqual(await objectsOf(s.engine), before);
  });
}

test('a creation that was killed outright is listed and can be deleted', async (t) => {
  const s = await stage(t);
  const child = spawn(process.execPath, [cliPath, 'cluster', 'create', 'killed', '--image', image, '--agents', '1'], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await poll(async () => await s.engine.containers.inspect('k3d-killed-server-0'), 20, AbortSignal.timeout(30_000));
  child.kill('SIGKILL');
  await ended;
  assert.match(await s.k3dOk(['cluster', 'list', 'killed', '--no-headers']), /^killed /);
  await s.k3dOk(['cluster', 'delete', 'killed']);
});

test('two creations of the same name: one wins, the other says so and harms nothing', async (t) => {
  const s = await stage(t);
  const create = () => s.k3d(['cluster', 'create', 'twice', '--image', image, '--wait=false']);
  const [first, second] = await Promise.all([create(), create()]);
  assert.deepEqual([first.status, second.status].sort(), [0, 1], `${first.stderr}${second.stderr}`);
  const loser = first.status === 1 ? first : second;
  assert.match(
    loser.stderr,
    /^Error: ((?:container k3d-twice-server-0|network k3d-twice) exists already: another process|cluster "twice" exists already)/m,
  );
  assert.match(await s.k3dOk(['cluster', 'list', 'twice', '--no-headers']), /^twice +1\/1/);
  await s.k3dOk(['cluster', 'delete', 'twice']);
});

test('what belongs to others stays: an external network, a user volume, a container of the same prefix', async (t) => {
  const s = await stage(t);
  const { engine } = s;
  const network = await engine.networks.create({
    name: 'others-net',
    labels: {},
    ipam: undefined,
    ipamV6: undefined,
  });
  await engine.volumes.create({ name: 'others-data', labels: {} });
  s.defer(async () => {
    await engine.networks.remove(network.id);
    await engine.volumes.remove('others-data');
    await engine.volumes.remove('named');
  });
  await s.k3dOk([
    'cluster',
    'create',
    'guest',
    '--image',
    image,
    '--network',
    'others-net',
    '--volume',
    'others-data:/data@all',
    '--volume',
    'named:/named@all',
    '--wait=false',
  ]);
  const server = await engine.containers.inspect('k3d-guest-server-0');
  assert.equal(server?.labels['k3d.cluster.network.external'], 'true');
  assert.deepEqual(server?.volumes.filter((name) => name.length < 20).sort(), [
    'k3d-guest-images',
    'named',
    'others-data',
  ]);
  await s.k3dOk(['cluster', 'delete', 'guest']);
  const left = await objectsOf(engine);
  assert.ok(left.includes('network others-net') && left.includes('volume others-data'));
  // A volume that the user named is the user's, also when the creation made it.
  assert.ok(left.includes('volume named') && !left.includes('volume k3d-guest-images'));
});
