import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { workflowStage } from './act.ts';

/** What a workflow's step printed after a word. */
function printed(output: string, word: string): string | undefined {
  return new RegExp(`\\| ${word} (.*)`).exec(output)?.[1];
}

test('the second run begins with what prepare did in the first, data included', async (t) => {
  const stage = await workflowStage(t);
  stage.cacheFolder = join(stage.folder, 'cache');
  const first = await stage.run('snapshot.yml', { CLUSTER: 'first', CONTENT: 'one' });
  assert.equal(first.status, 0, first.output);
  assert.match(first.output, /\| PREPARING k3d-first/);
  assert.equal(printed(first.output, 'HIT'), 'false k3d-first');
  assert.match(first.output, /Snapshot of first: \d+ MB; its nodes stood still for [\d.]+ m?s/);
  assert.match(first.output, /Cache of snapshot: saved \d+ MB \(before compression\) in [\d.]+ m?s/);

  const second = await stage.run('snapshot.yml', { CLUSTER: 'second', CONTENT: 'one' });
  assert.equal(second.status, 0, second.output);
  assert.doesNotMatch(second.output, /PREPARING|Cache of snapshot: saved|::warning/);
  assert.equal(printed(second.output, 'HIT'), 'true k3d-second');
  assert.match(second.output, /\| store +1\/1 +1 +1 /);
  assert.ok(printed(first.output, 'BORN'));
  assert.equal(printed(second.output, 'BORN'), printed(first.output, 'BORN'));
  assert.match(second.output, /\| snapshot \| restored \| \d+ MB \| [\d.]+ s \| [\d.]+ s \|/);
  assert.match(second.output, /The snapshot (saved|cost) /);

  const changed = await stage.run('snapshot.yml', { CLUSTER: 'third', CONTENT: 'two' });
  assert.equal(changed.status, 0, changed.output);
  assert.equal(printed(changed.output, 'HIT'), 'false k3d-third', 'a file of prepare has changed');
  assert.equal(printed(changed.output, 'CONTENT'), 'two');
});
