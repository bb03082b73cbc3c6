import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CacheService, PAYLOAD } from '../../../src/cache/service.ts';
import { silentReporter } from '../../../src/common/reporter.ts';
import { type Entry, serve } from '../../cacheServer.ts';

const program = fileURLToPath(new URL('../../../src/cacheService.ts', import.meta.url));

/** A cache server with faults. */
interface Faulty {
  service: CacheService;
  env: NodeJS.ProcessEnv;
  folder: string;
  entries: Map<number, Entry>;
  said: string[];
  masked: string[];
}

async function faulty(
  t: TestContext,
  fault: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<Faulty> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-cache-'));
  const entries = new Map<number, Entry>();
  const server = createServer((request, response) => {
    if (fault(request, response)) return;
    void serve(entries, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, ACTIONS_CACHE_URL: `http://127.0.0.1:${port}/`, ACTIONS_RUNTIME_TOKEN: 'x' };
  const said: string[] = [];
  const masked: string[] = [];
  return {
    service: new CacheService(program, env, {
      debug: (line) => said.push(line),
      secret: (value) => masked.push(value),
    }),
    env,
    folder,
    entries,
    said,
    masked,
  };
}

function payload(folder: string, files: Record<string, string>): void {
  mkdirSync(join(folder, PAYLOAD), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, PAYLOAD, name), content);
}

const BOUND_MS = 30_000;

test('what is saved comes back, and nothing else is left', async (t) => {
  const { service, folder } = await faulty(t);
  const from = join(folder, 'from');
  payload(from, { 'manifest.json': '{}', 'a.tar': 'content' });
  assert.deepEqual(await service.save('k3d-one', from, BOUND_MS), { outcome: 'saved' });
  assert.deepEqual(readdirSync(from), [PAYLOAD]);
  const to = join(folder, 'to');
  assert.deepEqual(await service.restore(['k3d-other'], to, BOUND_MS), { outcome: 'miss' });
  assert.deepEqual(await service.restore(['k3d-o'], to, BOUND_MS), { outcome: 'hit', key: 'k3d-one' });
  assert.deepEqual(readdirSync(to), [PAYLOAD]);
  assert.equal(readFileSync(join(to, PAYLOAD, 'a.tar'), 'utf8'), 'content');
});

test('an entry that would be unpacked elsewhere lands in its folder, and one with a link is refused', async (t) => {
  const { service, folder, entries } = await faulty(t);
  const from = join(folder, 'from');
  payload(from, { 'a.tar': 'content' });
  await service.save('k3d-evil', from, BOUND_MS);
  const outside = join(folder, 'outside');
  writeFileSync(outside, 'evil');
  mkdirSync(join(folder, 'sub'));
  const pack = (...names: string[]): Buffer => {
    const tar = execFileSync('tar', ['-P', '-cf', '-', ...names], { cwd: join(folder, 'sub') });
    return execFileSync('zstd', ['-q', '-c'], { input: tar });
  };
  (entries.get(1) as Entry).body = pack(outside, '../outside');
  rmSync(outside);
  const to = join(folder, 'to');
  assert.equal((await service.restore(['k3d-evil'], to, BOUND_MS)).outcome, 'hit');
  assert.equal(existsSync(outside), false, 'neither an absolute nor a relative path leads out');
  assert.deepEqual(readdirSync(join(to, PAYLOAD)), ['outside']);

  execFileSync('ln', ['-s', '/etc', join(folder, 'sub', 'link')]);
  (entries.get(1) as Entry).body = pack('link');
  const again = await service.restore(['k3d-evil'], join(folder, 'again'), BOUND_MS);
  assert.equal(again.outcome, 'failed');
});

test('a damaged entry, a service that fails, and one that is not there are failures with a reason', async (t) => {
  const { service, folder, entries } = await faulty(t);
  payload(join(folder, 'from'), { 'a.tar': 'content' });
  await service.save('k3d-one', join(folder, 'from'), BOUND_MS);
  const entry = entries.get(1) as Entry;
  entry.body = entry.body.subarray(0, entry.body.length >> 1);
  const damaged = await service.restore(['k3d-one'], join(folder, 'to'), BOUND_MS);
  assert.equal(damaged.outcome, 'failed');
  assert.match(damaged.outcome === 'failed' ? damaged.reason : '', /Failed to restore: .*tar/);

  const down = await faulty(t, (_, response) => (response.writeHead(500).end('{}'), true));
  const failed = await down.service.restore(['k3d-one'], join(folder, 'down'), BOUND_MS);
  assert.match(failed.outcome === 'failed' ? failed.reason : failed.outcome, /Failed to restore: .*50/);

  const nowhere = { ...process.env, ACTIONS_CACHE_URL: 'http://127.0.0.1:1/', ACTIONS_RUNTIME_TOKEN: 'x' };
  const refused = await new CacheService(program, nowhere, silentReporter).restore(['k'], join(folder, 'no'), BOUND_MS);
  assert.match(refused.outcome === 'failed' ? refused.reason : refused.outcome, /ECONNREFUSED/);
  const none = new CacheService(program, { PATH: process.env.PATH }, silentReporter);
  assert.equal(none.isThere, false);
  assert.deepEqual(await none.restore(['k'], join(folder, 'none'), BOUND_MS), { outcome: 'unavailable' });
});

test('a service that does not answer is given up, with all that was started', async (t) => {
  const { service, folder } = await faulty(t, () => true);
  const started = performance.now();
  const slow = await service.restore(['k3d-one'], join(folder, 'slow'), 1500);
  assert.deepEqual(slow, { outcome: 'failed', reason: 'it took longer than 1.5 s' });
  assert.ok(performance.now() - started < BOUND_MS, 'the bound is kept, not the service waited for');
  assert.deepEqual(readdirSync(join(folder, 'slow')), []);
});

test('an entry that may not be saved, is too large, or is being saved by another job', async (t) => {
  const answers: [number, object, object][] = [
    [403, { message: 'cache write denied: read-only token' }, { outcome: 'failed' }],
    [400, { message: 'Cache size of ~11000 MB is over the 10GB limit, not saving cache.' }, { outcome: 'failed' }],
    [409, { message: 'already exists' }, { outcome: 'refused' }],
  ];
  for (const [status, body, wanted] of answers) {
    const refuse = (request: IncomingMessage, response: ServerResponse): boolean => {
      if (request.method !== 'POST') return false;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return true;
    };
    const { service, folder } = await faulty(t, refuse);
    payload(folder, { 'a.tar': 'content' });
    const answer = await service.save('k3d-one', folder, BOUND_MS);
    assert.equal(answer.outcome, (wanted as { outcome: string }).outcome, JSON.stringify([status, answer]));
    if (answer.outcome === 'failed') assert.match(answer.reason, /write denied|10GB limit/);
  }
});

test('a job that is cancelled waits for no cache', async (t) => {
  const cancelled = new AbortController();
  const { env, folder } = await faulty(t, () => true);
  const service = new CacheService(program, env, silentReporter, cancelled.signal);
  setTimeout(() => cancelled.abort(new Error('cancelled')), 300);
  await assert.rejects(service.restore(['k3d-one'], join(folder, 'to'), BOUND_MS), /^Error: cancelled$/m);
});

test('masks of the program are passed on, and addresses lose their signatures', async (t) => {
  const { env, folder } = await faulty(t);
  const speaker = join(folder, 'speaker.mjs');
  writeFileSync(
    speaker,
    `console.log('::add-mask::se%25cret%0Avalue');
console.log('::debug::Blob Url: https://store.example/entry?sig=abc%2F&se=2026');
console.log('::warning title=x::failed at https://store.example/entry?sig=abc');
process.send({ outcome: 'miss' });\n`,
  );
  const said: string[] = [];
  const masked: string[] = [];
  const listener = { debug: (line: string) => said.push(line), secret: (value: string) => masked.push(value) };
  const answer = await new CacheService(speaker, env, listener).restore(['k3d-one'], join(folder, 'to'), BOUND_MS);
  assert.deepEqual(masked, ['se%cret\nvalue']);
  assert.ok(said.includes('Blob Url: https://store.example/entry?***'), said.join('\n'));
  assert.doesNotMatch(JSON.stringify([said, answer]), /sig=/);
});
