import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDuration, parseDuration } from '../../../src/common/duration.ts';
import { describeError, UserError } from '../../../src/common/errors.ts';
import { nearest, suggestion } from '../../../src/common/nearest.ts';
import { poll, sleep } from '../../../src/common/poll.ts';
import { renderTimeline, Timeline } from '../../../src/common/timeline.ts';

test('durations are read as Go writes them, or as seconds', () => {
  const cases: [string, number | undefined][] = [
    ['90s', 90_000],
    ['2m30s', 150_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
    ['45', 45_000],
    [' 5m ', 300_000],
    ['', undefined],
    ['5 minutes', undefined],
    ['-5s', undefined],
    ['s', undefined],
  ];
  for (const [text, expected] of cases) assert.equal(parseDuration(text), expected, text);
});

test('durations are written for people', () => {
  assert.equal(formatDuration(850), '850 ms');
  assert.equal(formatDuration(7_940), '7.9 s');
  assert.equal(formatDuration(150_000), '2 m 30 s');
});

test('a typing error finds the word that was meant, and nothing finds nothing', () => {
  assert.equal(nearest('agnets', ['servers', 'agents', 'image']), 'agents');
  assert.equal(nearest('hostip', ['hostIP', 'hostPort']), 'hostIP');
  assert.equal(nearest('completely-else', ['servers', 'agents']), undefined);
  assert.equal(nearest('x', []), undefined);
  assert.equal(suggestion('agnets', ['agents']), '; did you mean "agents"?');
  assert.equal(suggestion('zzzzzz', ['a1', 'b2']), '; known are a1, b2');
});

test('errors show their sentence, and stack and cause only for debugging', () => {
  const error = new UserError('port 80 is taken', { cause: new Error('EADDRINUSE') });
  assert.equal(describeError(error, false), 'port 80 is taken');
  assert.match(describeError(error, true), /UserError: port 80 is taken\n\s+at [^]*Caused by: Error: EADDRINUSE/);
  assert.equal(describeError('text', true), 'text');
});

test('polling goes on until there is a value', async () => {
  let calls = 0;
  const value = await poll(async () => (++calls < 3 ? undefined : calls), 1, new AbortController().signal);
  assert.equal(value, 3);
});

test('polling and sleeping end with the reason of the signal', async () => {
  const signal = AbortSignal.abort(new UserError('enough'));
  await assert.rejects(
    poll(async () => undefined, 1, signal),
    /enough/,
  );
  const later = new AbortController();
  const waiting = sleep(10_000, later.signal);
  later.abort(new UserError('enough'));
  await assert.rejects(waiting, { name: 'UserError', message: 'enough' });
});

test('the timeline keeps overlapping phases and failures', async () => {
  const timeline = new Timeline();
  await Promise.allSettled([
    timeline.run('first', () => sleep(5)),
    timeline.run('second', () => Promise.reject(new Error('no'))),
  ]);
  assert.deepEqual(
    timeline.phases.map(({ name, failed, end }) => [name, failed, end >= 0]),
    [
      ['first', false, true],
      ['second', true, true],
    ],
  );
});

test('the timeline is drawn to scale', () => {
  const drawn = renderTimeline(
    [
      { name: 'image', start: 0, end: 5000, failed: false },
      { name: 'ready', start: 5000, end: 10_000, failed: true },
    ],
    10,
  );
  assert.equal(drawn, 'image    5.0 s  █████\nready    5.0 s       █████ failed');
});
