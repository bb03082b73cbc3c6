import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { ClusterNode } from '../../../../src/cluster/find/model.ts';
import { pullFromEngine } from '../../../../src/cluster/images/pullFromEngine.ts';
import { type Reporter, silentReporter } from '../../../../src/common/reporter.ts';
import type { Engine } from '../../../../src/docker/engine.ts';
import { testImage } from '../../localImages/images.ts';

const APP = 'docker.io/library/app:1';
const image = testImage('base', 'x'.repeat(1000));

const nodes = ['one', 'two'].map((name): ClusterNode => ({ id: name, name }) as ClusterNode);

/** What a node does with the images that it is to pull from a registry. */
type Node = (url: string, images: string[], signal: AbortSignal | undefined) => Promise<number>;

/** A node as it is: it asks for manifest, config and layers. */
const pulls: Node = async (url, images) => {
  for (const name of images) {
    const [, repository, tag] = /^docker\.io\/(.*):(.*)$/.exec(name) ?? [];
    const get = async (what: string) => (await fetch(`${url}/${repository}/${what}?ns=docker.io`)).text();
    const { config, layers } = JSON.parse(await get(`manifests/${tag}`)) as Record<string, never> & {
      config: { digest: string };
      layers: { digest: string }[];
    };
    for (const { digest } of [config, ...layers]) await get(`blobs/${digest}`);
  }
  return 0;
};

/** An engine with one image and these nodes, whose network has a gateway. */
function engineWith(behaviour: Record<string, Node>, gateway = '127.0.0.1') {
  const ran: string[] = [];
  const engine = {
    endpoint: {},
    info: async () => ({ apiVersion: '1.45' }),
    images: {
      inspect: async () => ({ id: image.id, repoDigests: [], identity: undefined }),
      save: async () => image.archive('oci'),
    },
    networks: { inspect: async (name: string) => ({ name, gateway }) },
    containers: {
      inspect: async () => ({ addresses: { net: '127.0.0.2' } }),
      exec: async (id: string, words: string[], settings: string, signal?: AbortSignal) => {
        ran.push(id);
        assert.ok(!words.join(' ').includes('/k3d-'), 'the password is no argument: everybody sees those');
        const url = /^server = "(.*)"$/m.exec(settings)?.[1] ?? '';
        const exitCode = (await behaviour[id]?.(url, words.slice(4), signal)) ?? 1;
        return { exitCode, stdout: '', stderr: exitCode === 0 ? '' : 'ctr: it failed\n' };
      },
    },
  } as unknown as Engine;
  return { engine, ran };
}

/** A folder for temporary files, which has to be empty in the end. */
function temporary(t: TestContext): void {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'k3d-test-'));
  process.env.TMPDIR = folder;
  t.after(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    const left = readdirSync(folder);
    rmSync(folder, { recursive: true });
    assert.deepEqual(left, []);
  });
}

test('nodes pull what the engine has', async (t) => {
  temporary(t);
  const { engine } = engineWith({ one: pulls, two: pulls });
  const pulled = await pullFromEngine(engine, [APP], nodes, silentReporter);
  assert.deepEqual(
    pulled.nodes.map(({ name }) => name),
    ['one', 'two'],
  );
  assert.ok(pulled.bytes > 2 * 1000, `${pulled.bytes}`);
});

test('a node that does not reach the registry, or fails, is left out with the reason', async (t) => {
  temporary(t);
  const said: string[] = [];
  const reporter: Reporter = { ...silentReporter, debug: (text) => void said.push(text) };
  const { engine, ran } = engineWith({ one: pulls, two: async () => 1 });
  const pulled = await pullFromEngine(engine, [APP], nodes, reporter);
  assert.deepEqual(
    pulled.nodes.map(({ name }) => name),
    ['one'],
  );
  assert.deepEqual(said, ["two can't pull: ctr: it failed"]);
  // One that can't reach it is not asked to pull.
  assert.deepEqual(ran, ['one', 'two', 'one']);
});

test('an image that a node has had from elsewhere does not count', async (t) => {
  temporary(t);
  const { engine } = engineWith({ one: async () => 0, two: async () => 0 });
  assert.deepEqual((await pullFromEngine(engine, [APP], nodes, silentReporter)).nodes, []);
});

test('an engine with no address of this machine, one that is elsewhere, and names by digest get archives', async (t) => {
  temporary(t);
  const { engine, ran } = engineWith({ one: pulls, two: pulls }, '192.0.2.1');
  assert.deepEqual((await pullFromEngine(engine, [APP], nodes, silentReporter)).nodes, []);
  const { engine: near } = engineWith({ one: pulls, two: pulls });
  const far = { ...near, endpoint: { host: '10.0.0.1' } } as unknown as Engine;
  assert.deepEqual((await pullFromEngine(far, [APP], nodes, silentReporter)).nodes, []);
  const digest = `docker.io/library/app@${image.id}`;
  assert.deepEqual((await pullFromEngine(near, [digest], nodes, silentReporter)).nodes, []);
  assert.deepEqual(ran, []);
});

test('an image that goes away in the middle makes an archive be tried', async (t) => {
  temporary(t);
  const { engine } = engineWith({ one: pulls, two: pulls });
  engine.images.inspect = async () => undefined;
  assert.deepEqual((await pullFromEngine(engine, [APP], nodes, silentReporter)).nodes, []);
});

test('work that is interrupted ends with the reason', async (t) => {
  temporary(t);
  const interrupted = new AbortController();
  const hang: Node = async (_, images, signal) => {
    if (images.length === 0) return 0;
    setTimeout(() => interrupted.abort(new Error('Ctrl-C')), 10);
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
  };
  const { engine } = engineWith({ one: pulls, two: hang });
  await assert.rejects(pullFromEngine(engine, [APP], nodes, silentReporter, interrupted.signal), /Ctrl-C/);
});
