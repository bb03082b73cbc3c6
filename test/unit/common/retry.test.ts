import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { fetchWithRetries, retry, retryAfter } from '../../../src/common/retry.ts';

/** A server that answers each request with the next of `answers`. @returns its URL and how often it was asked */
async function serverOf(t: TestContext, answers: ((request: IncomingMessage, response: ServerResponse) => void)[]) {
  let asked = 0;
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked: () => asked };
}

const status =
  (code: number, headers = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(code, headers).end('text');

test('busy, broken and cut-off answers are asked for again', async (t) => {
  const cut = (request: IncomingMessage) => void request.socket.destroy();
  const server = await serverOf(t, [status(503), cut, status(429, { 'retry-after': '0' }), status(200)]);
  const said: string[] = [];
  const answer = await fetchWithRetries(server.url, {}, { pauseMs: 1, onRetry: (text) => void said.push(text) });
  assert.deepEqual([answer.status, server.asked(), said.length], [200, 4, 3]);
  assert.ok(said[0]?.startsWith(`${server.url}: try 1 of 4 failed: it answered 503; again in`));
});

test('a refusal is an answer, and is not asked for again', async (t) => {
  const server = await serverOf(t, [status(404)]);
  assert.equal((await fetchWithRetries(server.url)).status, 404);
  assert.equal(server.asked(), 1);
});

test('a server that stays broken is given up, saying how often it was asked', async (t) => {
  const server = await serverOf(t, [status(500)]);
  await assert.rejects(fetchWithRetries(server.url, {}, { pauseMs: 1 }), {
    message: 'it answered 500 (tried 4 times)',
  });
});

test('Retry-After is seconds or a date', () => {
  assert.equal(retryAfter('3'), 3000);
  assert.equal(retryAfter('Mon, 01 Jan 2024 00:00:10 GMT', Date.parse('2024-01-01T00:00:00Z')), 10_000);
  assert.equal(retryAfter('soon'), undefined);
  assert.equal(retryAfter(null), undefined);
});

test('what is no fault of the world is not tried again, and an end of the work ends the pause', async () => {
  const stop = new AbortController();
  let times = 0;
  const work = async (): Promise<void> => {
    times++;
    throw new TypeError('x is undefined');
  };
  const retries = { tries: 5, pauseMs: 60_000, signal: stop.signal, onRetry: () => undefined };
  await assert.rejects(retry('it', { ...retries, isTransient: () => false }, work), TypeError);
  assert.equal(times, 1);
  const waiting = retry('it', { ...retries, isTransient: () => true }, work);
  stop.abort(new Error('cancelled'));
  await assert.rejects(waiting, { message: 'cancelled' });
});
