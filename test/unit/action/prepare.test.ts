import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runPrepare } from '../../../src/action/prepare.ts';
import { sleep } from '../../../src/common/poll.ts';

function place(t: TestContext) {
  const cwd = mkdtempSync(join(tmpdir(), 'k3d-prepare-test-'));
  t.after(() => rmSync(cwd, { recursive: true }));
  const run = (text: string, timeoutMs = 20_000, signal = new AbortController().signal) =>
    runPrepare({ text, timeoutMs, cwd, temp: cwd, env: { PATH: process.env.PATH, WORD: 'given' } }, signal);
  return { cwd, run };
}

test('prepare runs in bash, in the workspace, with what it is given, and leaves no file', async (t) => {
  const { cwd, run } = place(t);
  await run('words=(a b); echo "${words[1]} $WORD" >out');
  assert.equal(readFileSync(join(cwd, 'out'), 'utf8'), 'b given\n');
  assert.deepEqual(readdirSync(cwd), ['out']);
});

test('the first command that fails ends prepare, in a pipe too', async (t) => {
  const { cwd, run } = place(t);
  await assert.rejects(run('exit 7'), /^UserError: input "prepare": the script ended with 7: its output is above$/);
  await assert.rejects(run('false | cat; touch later'), /the script ended with 1/);
  assert.equal(existsSync(join(cwd, 'later')), false);
});

test('a prepare that hangs, or is not wanted any more, is ended with all that it started', async (t) => {
  const { cwd, run } = place(t);
  const hanging = '(sleep 1; touch late) & sleep 1000';
  await assert.rejects(run(hanging, 300), /had not ended after 300 ms: .* give it longer with "prepare-timeout"$/);
  const cancelled = new AbortController();
  setTimeout(() => cancelled.abort(new Error('cancelled')), 200);
  await assert.rejects(run(hanging, 20_000, cancelled.signal), /^Error: cancelled$/m);
  await sleep(1500);
  assert.equal(existsSync(join(cwd, 'late')), false);
});
