import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LABEL } from '../../../src/contract/labels.ts';
import type { ContainerEvent, Engine } from '../../../src/docker/engine.ts';
import { askServer, makeServerFolder, type Serving, type ServingState } from '../../../src/localImages/control.ts';
import { LocalImagesServer } from '../../../src/localImages/server.ts';
import { sha256, testImage } from './images.ts';

let image = testImage('base', 'x'.repeat(1000));
/** A server in a process of its own, for an engine that has nothing. */
const program = fileURLToPath(new URL('serverProgram.ts', import.meta.url));
const PASSWORD = '/k3d-0123';

/** An engine with one image, and nodes of clusters. */
function engineWith(images: Record<string, string[]>) {
  const nodes = new Map<string, string>();
  let tell: (event: ContainerEvent) => void = () => undefined;
  let tag: (name: string) => void = () => undefined;
  let saves = 0;
  const engine = {
    info: async () => ({ apiVersion: '1.45' }),
    images: {
      inspect: async (name: string) => {
        if (name.includes('hangs')) await delay(60_000, undefined, { ref: false });
        if (name.includes('fails')) throw new Error('the engine is ill');
        const repoDigests = images[name];
        return (
          repoDigests && { id: image.id, repoDigests, layers: [], arch: '', size: 1, env: [], identity: undefined }
        );
      },
      save: async () => {
        saves++;
        return image.archive('oci');
      },
    },
    containers: {
      list: async () =>
        [...nodes].map(([cluster, state]) => ({
          name: cluster,
          state,
          labels: { [LABEL.cluster]: cluster, [LABEL.localImages]: 'built' },
        })),
    },
    watch: async (_: unknown, onEvent: typeof tell, signal: AbortSignal) => {
      tell = onEvent;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
    watchTags: async (onTag: typeof tag, signal: AbortSignal) => {
      tag = onTag;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  } as unknown as Engine;
  const gone = (cluster: string): void => {
    nodes.delete(cluster);
    tell({ action: 'destroy', name: '', exitCode: undefined });
  };
  return { engine, nodes, gone, saves: () => saves, tagged: (name: string) => tag(name) };
}

async function serverOf(t: TestContext, engine: Engine): Promise<{ folder: string; ended: Promise<void> }> {
  const parent = mkdtempSync(join(tmpdir(), 'k3d-li-'));
  const folder = join(parent, 'server');
  t.after(() => rmSync(parent, { recursive: true, force: true }));
  const ended = new LocalImagesServer(engine, folder, join(folder, 'spool'), 1e9).run();
  for (let tries = 0; tries < 200 && !existsSync(join(folder, 'control')); tries++) await delay(10);
  return { folder, ended };
}

/** Waits until nobody listens there any more: a server is ended a moment after it is told of. */
async function closed(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      await (await fetch(url)).arrayBuffer();
    } catch {
      return;
    }
    await delay(10);
  }
  assert.fail(`${url} still answers`);
}

async function serve(folder: string, cluster: string, more: Partial<Serving> = {}): Promise<string> {
  const wish: Serving = {
    cluster,
    holder: '',
    address: '127.0.0.1',
    port: 0,
    prefix: PASSWORD,
    which: 'built',
    ...more,
  };
  const { port } = await askServer<{ port: number }>(folder, 'POST', '/', wish);
  return `http://127.0.0.1:${port}${wish.prefix}`;
}

test('a node gets what the engine has built, by name, by digest and in parts', async (t) => {
  const { engine, nodes, gone, saves } = engineWith({ 'docker.io/library/myapp:dev': [] });
  const { folder, ended } = await serverOf(t, engine);
  nodes.set('one', 'running');
  const began = performance.now();
  const url = await serve(folder, 'one');
  assert.equal((await fetch(`${url}/v2/`)).status, 200);
  const name = `${url}/v2/library/myapp`;
  const head = await fetch(`${name}/manifests/dev?ns=docker.io`, { method: 'HEAD' });
  const digest = head.headers.get('docker-content-digest') ?? '';
  assert.equal(head.status, 200);
  assert.equal(head.headers.get('content-type'), 'application/vnd.oci.image.manifest.v1+json');
  const got = await fetch(`${name}/manifests/${digest}?ns=docker.io`);
  const text = await got.text();
  assert.equal(`sha256:${sha256(text)}`, digest);
  assert.equal(head.headers.get('content-length'), `${text.length}`);
  const blob = `${name}/blobs/sha256:${sha256(image.layers[1] as string)}?ns=docker.io`;
  assert.equal(await (await fetch(blob)).text(), image.layers[1]);
  const part = await fetch(blob, { headers: { range: 'bytes=990-' } });
  assert.equal(part.status, 206);
  assert.equal(part.headers.get('content-range'), 'bytes 990-999/1000');
  assert.equal((await part.text()).length, 10);
  assert.equal((await fetch(blob, { headers: { range: 'bytes=1000-' } })).status, 416);
  assert.equal(saves(), 1);
  const { clusters } = await askServer<{ clusters: ServingState[] }>(folder, 'GET', '/');
  const took = clusters[0]?.ms ?? 0;
  assert.ok(took > 0 && took < performance.now() - began, `${took} ms`);
  assert.deepEqual(clusters[0]?.images, ['docker.io/library/myapp:dev']);
  assert.equal(clusters[0]?.reached, true);
  gone('one');
  await ended;
});

test('an image that gets a name in a repository that nodes know is there before they ask', async (t) => {
  const images = { 'docker.io/library/myapp:dev': [] };
  const { engine, nodes, gone, saves, tagged } = engineWith(images);
  const { folder, ended } = await serverOf(t, engine);
  nodes.set('one', 'running');
  const url = await serve(folder, 'one');
  // Nobody has asked for it yet: it may never be of use.
  tagged('myapp:dev');
  await delay(50);
  assert.equal(saves(), 0);
  const spool = join(folder, 'spool');
  await fetch(`${url}/v2/library/myapp/manifests/dev?ns=docker.io`);
  assert.equal(saves(), 1);
  const before = image;
  t.after(() => (image = before));
  image = testImage('base', 'changed');
  Object.assign(images, { 'docker.io/library/myapp:next': [] });
  tagged('other:1');
  tagged('myapp:next');
  for (let tries = 0; tries < 200 && !existsSync(join(spool, `sha256-${sha256('changed')}`)); tries++) await delay(10);
  assert.equal(saves(), 2);
  assert.equal((await fetch(`${url}/v2/library/myapp/manifests/next?ns=docker.io`)).status, 200);
  assert.equal(saves(), 2);
  gone('one');
  await ended;
});

test('all else is not found, so that the real registry is asked; nothing is taken', async (t) => {
  const { engine, nodes, gone } = engineWith({ 'docker.io/library/nginx:1': ['nginx@sha256:1'] });
  const { folder, ended } = await serverOf(t, engine);
  nodes.set('one', 'running');
  const url = await serve(folder, 'one');
  const status = async (path: string, method = 'GET'): Promise<number> => (await fetch(path, { method })).status;
  const started = performance.now();
  for (const path of [
    ...['manifests/none?ns=docker.io', 'tags/list', `blobs/sha256:${'0'.repeat(64)}`, 'referrers/x'].map(
      (one) => `${url}/v2/library/x/${one}`,
    ),
    `${url}/v2/library/nginx/manifests/1?ns=docker.io`,
    `${url}/v2/fails/manifests/1?ns=docker.io`,
    `${url}/v2/hangs/manifests/1?ns=docker.io`,
    url.replace(PASSWORD, '/v2/library/nginx/manifests/1?ns=docker.io'),
    `${url}0/v2/`,
  ])
    assert.equal(await status(path), 404, path);
  assert.ok(performance.now() - started < 30_000);
  for (const method of ['PUT', 'POST', 'DELETE', 'PATCH'])
    assert.equal(await status(`${url}/v2/library/x/blobs/uploads/`, method), 405, method);
  // With "all" what was pulled is there too.
  const all = await serve(folder, 'all', { which: 'all', prefix: '/k3d-all' });
  assert.equal(await status(`${all}/v2/library/nginx/manifests/1?ns=docker.io`), 200);
  nodes.set('all', 'running');
  gone('one');
  await closed(`${url}/v2/`);
  assert.equal(await status(`${all}/v2/`), 200);
  gone('all');
  await ended;
  assert.ok(!existsSync(folder));
});

test('a cluster in a container’s engine is served as long as the container runs', async (t) => {
  const { engine, nodes, gone } = engineWith({});
  const { folder, ended } = await serverOf(t, engine);
  for (const name of ['one', 'holder']) nodes.set(name, 'running');
  const [outside, inside] = [
    await serve(folder, 'one'),
    await serve(folder, 'one', { holder: 'holder', prefix: '/k3d-in' }),
  ];
  assert.notEqual(new URL(outside).port, new URL(inside).port);
  gone('one');
  await closed(`${outside}/v2/`);
  assert.equal((await fetch(`${inside}/v2/`)).status, 200);
  gone('holder');
  await ended;
});

test('of servers that start at once one serves; what a killed one has left is no obstacle', async (t) => {
  const { engine, nodes, gone } = engineWith({});
  nodes.set('one', 'running');
  const parent = mkdtempSync(join(tmpdir(), 'k3d-li-'));
  const folder = join(parent, 'server');
  t.after(() => rmSync(parent, { recursive: true, force: true }));
  mkdirSync(join(folder, 'spool'), { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  symlinkSync('control-0', join(folder, 'control'));
  const programs = Array.from({ length: 4 }, () => fork(program, [folder], { execArgv: [] }));
  for (let tries = 0; tries < 500 && programs.filter(({ exitCode }) => exitCode === null).length > 1; tries++)
    await delay(20);
  const left = programs.filter(({ exitCode }) => exitCode === null);
  assert.equal(left.length, 1);
  assert.equal((await askServer<{ clusters: ServingState[] }>(folder, 'GET', '/')).clusters.length, 0);
  left[0]?.kill('SIGKILL');
  const ended = new LocalImagesServer(engine, folder, join(folder, 'spool'), 1e9).run();
  for (let tries = 0; tries < 200 && readlinkSync(join(folder, 'control')) !== `control-${process.pid}`; tries++)
    await delay(10);
  await serve(folder, 'one');
  gone('one');
  await ended;
  assert.deepEqual(readdirSync(parent), []);
});

test('a folder that others may write into, or have put there, is not spoken with', async (t) => {
  const parent = mkdtempSync(join(tmpdir(), 'k3d-li-'));
  t.after(() => rmSync(parent, { recursive: true, force: true }));
  const open = join(parent, 'open');
  mkdirSync(open);
  chmodSync(open, 0o777);
  const link = join(parent, 'link');
  symlinkSync(parent, link);
  for (const folder of [open, link]) {
    await assert.rejects(askServer(folder, 'GET', '/'), /belongs to somebody else: remove it, or set TMPDIR/);
    assert.throws(() => makeServerFolder(folder), /belongs to somebody else/);
  }
});

test('a cluster keeps its port; an address that is not this machine’s is refused', async (t) => {
  const { engine, nodes, gone } = engineWith({});
  const { folder, ended } = await serverOf(t, engine);
  nodes.set('one', 'exited');
  const url = await serve(folder, 'one');
  assert.equal(await serve(folder, 'one'), url);
  const port = Number(new URL(url).port);
  const other = await serve(folder, 'one', { prefix: '/k3d-new', port });
  assert.equal(other, `http://127.0.0.1:${port}/k3d-new`);
  assert.equal((await fetch(`${url}/v2/`)).status, 404);
  await assert.rejects(serve(folder, 'two', { address: '192.0.2.1' }), /EADDRNOTAVAIL/);
  // A second server for the same engine leaves it to the first.
  await new LocalImagesServer(engine, folder, join(folder, 'spool'), 1e9).run();
  assert.equal((await fetch(`${other}/v2/`)).status, 200);
  gone('one');
  await ended;
});
