import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookupIn } from '../../../../src/cluster/start/lookup.ts';
import { EngineLostError } from '../../../../src/docker/errors.ts';
import { type Engine, EngineError, type ExecResult } from '../../../../src/docker/engine.ts';

const FOUND = { exitCode: 0, stdout: 'Name: x\nAddress: 10.43.0.1\n', stderr: '' };
const UNKNOWN = { exitCode: 1, stdout: "** server can't find x: NXDOMAIN\n", stderr: '' };
const SILENT = { exitCode: 1, stdout: ';; connection timed out; no servers could be reached\n', stderr: '' };
const NO_PROGRAM = { exitCode: 127, stdout: '', stderr: 'not found' };

/** What is said of a name that each node answers so. */
function said(...answers: (ExecResult | Error | 'never')[]): Promise<string | undefined> {
  const exec = async (node: string): Promise<ExecResult> => {
    const answer = answers[Number(node)] as (typeof answers)[number];
    if (answer instanceof Error) throw answer;
    return answer === 'never' ? new Promise(() => undefined) : answer;
  };
  const engine = { containers: { exec } } as unknown as Engine;
  const nodes = answers.map((_, index) => String(index));
  return lookupIn(engine, nodes, new AbortController().signal)('x', '10.43.0.10');
}

test('a name has to be answered from every node that can ask', async () => {
  assert.equal(await said(FOUND, FOUND), undefined);
  assert.equal(await said(FOUND, SILENT), 'from 1: ;; connection timed out; no servers could be reached');
  assert.equal(await said(SILENT), ';; connection timed out; no servers could be reached');
  assert.equal(await said(FOUND, NO_PROGRAM), undefined);
});

test('what one node finds, another one may not take for unknown: somebody else has answered it', async () => {
  assert.equal(await said(FOUND, UNKNOWN), 'from 1: NXDOMAIN');
  // The domain is another one.
  assert.equal(await said(UNKNOWN, UNKNOWN), undefined);
  assert.equal(await said(UNKNOWN), undefined);
});

test('a lookup that is not answered is made anew', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const asked = said(FOUND, 'never');
  await new Promise(setImmediate); // the other node's answer is there
  t.mock.timers.tick(3000);
  assert.equal(await asked, 'from 1: no answer within 3 s');
});

test('a node in which nothing can be run is asked again, and an engine that is lost ends it', async () => {
  const restarting = new EngineError(409, 'container 1 is restarting');
  assert.equal(await said(FOUND, restarting), 'from 1: container 1 is restarting');
  await assert.rejects(said(FOUND, new EngineLostError('gone')), /gone/);
});

test('a wait that ends, ends its lookups', async () => {
  const over = new AbortController();
  const engine = { containers: { exec: () => new Promise(() => undefined) } } as unknown as Engine;
  const asked = lookupIn(engine, ['0'], over.signal)('x', '10.43.0.10');
  over.abort(new Error('cancelled'));
  await assert.rejects(asked, /cancelled/);
});
