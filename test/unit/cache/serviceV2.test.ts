import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CacheService, PAYLOAD } from '../../../src/cache/service.ts';
import { silentReporter } from '../../../src/common/reporter.ts';
import { cacheServiceV2, type CacheServiceV2, type Fault } from '../../cacheServiceV2.ts';

const program = fileURLToPath(new URL('../../../src/cacheService.ts', import.meta.url));
const BOUND_MS = 60_000;

interface Bed extends CacheServiceV2 {
  service: CacheService;
  folder: string;
  said: string[];
  masked: string[];
}

async function bed(t: TestContext, fault?: Fault): Promise<Bed> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-cache-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const server = await cacheServiceV2(t, fault);
  const said: string[] = [];
  const masked: string[] = [];
  const listener = { debug: (line: string) => said.push(line), secret: (value: string) => masked.push(value) };
  mkdirSync(join(folder, PAYLOAD));
  writeFileSync(join(folder, PAYLOAD, 'a.tar'), randomBytes(9 << 20)); // more than one range
  return {
    ...server,
    folder,
    said,
    masked,
    service: new CacheService(program, { ...process.env, ...server.env }, listener),
  };
}

const refuse = (response: ServerResponse, status: number, body: object): true => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return true;
};
const isCall = (request: { url?: string | undefined }, method: string): boolean =>
  request.url?.endsWith(method) ?? false;

test('with the second protocol what is missed is saved, and then it is hit, by a beginning of its key too', async (t) => {
  const { service, folder, entries, calls, said } = await bed(t);
  const to = join(folder, 'to');
  assert.deepEqual(await service.restore(['k3d-one'], to, BOUND_MS), { outcome: 'miss' });
  assert.deepEqual(await service.save('k3d-one', folder, BOUND_MS), { outcome: 'saved' }, said.join('\n'));
  assert.equal(entries[0]?.isFinal, true);
  assert.deepEqual(await service.restore(['k3d-other', 'k3d-o'], to, BOUND_MS), { outcome: 'hit', key: 'k3d-one' });
  assert.deepEqual(readFileSync(join(to, PAYLOAD, 'a.tar')), readFileSync(join(folder, PAYLOAD, 'a.tar')));
  assert.ok(calls.includes('PUT /cache/0') && calls.includes('GET /cache/0'), calls.join(', '));
  // Whoever has a signed address can read and write the entry.
  assert.doesNotMatch(said.join('\n'), /sig=secret/);
});

test('somebody else was faster', async (t) => {
  const { service, folder } = await bed(t);
  assert.deepEqual(await service.save('k3d-one', folder, BOUND_MS), { outcome: 'saved' });
  assert.deepEqual(await service.save('k3d-one', folder, BOUND_MS), { outcome: 'refused' });
});

test('a service that can not be reached is not another job', async (t) => {
  const { env, folder } = await bed(t);
  const nowhere = { ...process.env, ...env, ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' };
  const answer = await new CacheService(program, nowhere, silentReporter).save('k3d-one', folder, BOUND_MS);
  assert.match(answer.outcome === 'failed' ? answer.reason : answer.outcome, /ECONNREFUSED/);
});

test('a token that may only read, a quota that is used up, and a rate limit are failures with the reason', async (t) => {
  const cases: [Fault, RegExp][] = [
    [
      (request, response) =>
        isCall(request, 'CreateCacheEntry') &&
        refuse(response, 200, { ok: false, message: 'cache write denied: the token is read-only' }),
      /cache write denied: the token is read-only/,
    ],
    [
      (request, response) =>
        isCall(request, 'FinalizeCacheEntryUpload') &&
        refuse(response, 200, { ok: false, message: 'the quota of the repository is used up' }),
      /the quota of the repository is used up/,
    ],
    [
      (request, response) =>
        isCall(request, 'CreateCacheEntry') && refuse(response, 429, { code: 'resource_exhausted', msg: 'slow down' }),
      /Rate limited: .*\(429\).*slow down/,
    ],
    [
      (request, response) =>
        isCall(request, 'CreateCacheEntry') && refuse(response, 403, { code: 'permission_denied', msg: 'not yours' }),
      /\(403\).*not yours/,
    ],
  ];
  for (const [fault, reason] of cases) {
    const { service, folder, said } = await bed(t, fault);
    const answer = await service.save('k3d-one', folder, BOUND_MS);
    assert.equal(answer.outcome, 'failed', said.join('\n'));
    assert.match(answer.outcome === 'failed' ? answer.reason : '', reason);
  }
});

test('an upload that is refused, and a download that breaks off, are failures, and nothing half is used', async (t) => {
  const up = await bed(t, (request, response) => request.method === 'PUT' && refuse(response, 403, {}));
  const failed = await up.service.save('k3d-one', up.folder, BOUND_MS);
  assert.equal(failed.outcome, 'failed', up.said.join('\n'));
  assert.equal(up.entries[0]?.isFinal, false);

  let isBroken = false;
  const down = await bed(t, (request, response) => {
    if (!isBroken || request.method !== 'GET') return false;
    response.writeHead(206, { 'content-length': 1000 });
    response.write('x');
    response.destroy();
    return true;
  });
  await down.service.save('k3d-one', down.folder, BOUND_MS);
  isBroken = true;
  const answer = await down.service.restore(['k3d-one'], join(down.folder, 'to'), 6000);
  assert.equal(answer.outcome, 'failed', down.said.join('\n'));
});
