import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { toDetails } from '../../../src/docker/containerDetails.ts';
import { readAll } from '../../../src/docker/engine.ts';
import { plainContainer } from '../../../src/contract/containers.ts';
import { addContainer } from '../../fakeEngine/api.ts';
import { fakeEngine } from '../../fakeEngine/start.ts';

test('names of the user’s stay names in the engine’s URLs, whatever is in them', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  for (const name of ['.', '..', '', 'a?b#c', 'a b', '../x', '%2e%2e', 'ü'])
    for (const look of [
      () => engine.containers.inspect(name),
      () => engine.images.inspect(name),
      () => engine.networks.inspect(name),
      () => engine.volumes.remove(name),
      () => engine.containers.remove(name),
    ])
      assert.equal(await look(), undefined, name);
  // None was taken for a step or for a query.
  assert.ok(
    fake.calls.every((call) =>
      /^GET \/(version|info)$|^(GET|DELETE) \/(containers|images|networks|volumes)\/[^/].*$/.test(call),
    ),
    fake.calls.join('\n'),
  );
  fake.state.images.set('ghcr.io/me/app:1', `sha256:${'b'.repeat(64)}`);
  assert.equal((await engine.images.inspect('ghcr.io/me/app:1'))?.id, `sha256:${'b'.repeat(64)}`);
});

test('commands get their input, and both outputs and the exit code come back', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  addContainer(fake.state, 'node');
  fake.commands.set('node', (words, input) => ({
    stdout: `${words.join(' ')}: ${input.toString()}`,
    stderr: 'oops',
    exitCode: 3,
  }));
  const big = 'x'.repeat(200_000);
  const ran = await engine.containers.exec('node', ['cat', '-'], Readable.from([Buffer.from(big)]));
  assert.deepEqual(ran, { exitCode: 3, stdout: `cat -: ${big}`, stderr: 'oops' });
  assert.equal((await engine.containers.exec('node', ['true'])).stdout, 'true: ');
  await assert.rejects(engine.containers.exec('nobody', ['true']), { name: 'EngineError', status: 404 });
});

test('what is so already is no error, and what is refused is said in the engine’s words', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  const { containers } = engine;
  await containers.create(plainContainer({ name: 'one', image: 'image:1' }));
  await assert.rejects(
    containers.create(plainContainer({ name: 'one', image: 'image:1' })),
    /"\/one" is already in use/,
  );
  await containers.start('one');
  await containers.start('one');
  await containers.stop('one', 1);
  await containers.stop('one', 1);
  fake.fault(
    ({ method }) => method === 'DELETE',
    { kind: 'refuse', status: 409, message: 'removal is in progress' },
    1,
  );
  await containers.remove('one');
  await containers.remove('one');
  await containers.remove('one');
  assert.deepEqual(await containers.list([]), []);
  fake.fault(({ path }) => path === '/containers/create', { kind: 'refuse', status: 500, message: 'no space left' });
  await assert.rejects(containers.create(plainContainer({ name: 'two', image: 'image:1' })), {
    name: 'EngineError',
    status: 500,
    message: 'no space left',
  });
});

test('a stream that is cut in the middle is no short one, and an answer that is late is one', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  addContainer(fake.state, 'node');
  fake.fault(({ path }) => path === '/images/get', { kind: 'cut', bytes: 7 }, 1);
  await assert.rejects(readAll(await engine.images.save(['a:1', 'b:2'])), /aborted/);
  fake.fault(({ path }) => path === '/containers/json', { kind: 'late', ms: 50 }, 1);
  assert.equal((await engine.containers.list([])).length, 1);
});

test('a pull tells how far it is, and a refusal that comes in the middle of it is one', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  const seen: number[] = [];
  const { signal } = new AbortController();
  await engine.images.pull('me/app', ({ current }) => void seen.push(current), signal);
  assert.deepEqual(seen, [50]);
  // Without a tag the engine would pull all of them.
  assert.ok(fake.state.images.has('me/app:latest'));
  assert.equal((await readAll(await engine.images.save(['a:1', 'b:2']))).toString(), 'archive of a:1, b:2');
  fake.fault(({ path }) => path === '/images/create', { kind: 'refuse', status: 404, message: 'manifest unknown' }, 1);
  await assert.rejects(
    engine.images.pull('me/none:1', () => undefined, signal),
    { name: 'EngineError', status: 404 },
  );
});

test('what podman tells of a container by itself is nothing that the user asked for', () => {
  const raw = {
    Id: 'x',
    Name: '/k3d-c-server-0',
    Config: {
      Image: 'i',
      Hostname: 'k3d-c-server-0',
      Env: ['container=podman', 'HOME=/root', 'HOSTNAME=k3d-c-server-0', 'K3S_TOKEN=x', 'MINE=1'],
    },
    State: { Status: 'running', StartedAt: '' },
    NetworkSettings: {},
    HostConfig: {
      Binds: [
        `${'a'.repeat(64)}:/var/lib/rancher/k3s:rprivate`,
        'mine:/mine:rw,rprivate,nosuid,nodev,rbind',
        '/host:/host:ro,rprivate,rbind',
      ],
    },
    Mounts: [],
  } as unknown as Parameters<typeof toDetails>[0];
  const { env, binds } = toDetails(raw);
  assert.deepEqual(env, ['K3S_TOKEN=x', 'MINE=1']);
  assert.deepEqual(binds, ['mine:/mine', '/host:/host:ro']);
  raw.Config.Env = ['HOME=/mine', 'HOSTNAME=x'];
  assert.deepEqual(toDetails(raw).env, ['HOME=/mine', 'HOSTNAME=x'], 'with Docker these are the user’s');
});
