import assert from 'node:assert/strict';
import { test } from 'node:test';
import { poll } from '../../src/common/poll.ts';
import { descendants } from '../processes.ts';
import { workflowStage } from './act.ts';

test('with dind: true a job’s cluster is in one container, and goes with it', async (t) => {
  const stage = await workflowStage(t);
  const { status, output } = await stage.run('dind.yml');
  assert.equal(status, 0, output);
  assert.match(output, /\| OUTSIDE k3d-nested-dind \n/);
  assert.match(output, /\| INSIDE nested 1\/1 0\/0 false\n/);
  assert.match(output, /\| it works\n/);
  assert.match(output, /Removed 1 containers, 0 networks, 0 volumes/);
});

test('a job that is cancelled while its container starts, or its cluster in there, leaves nothing', async (t) => {
  for (const phase of ['Starting container k3d-nested-dind', 'Starting nodes and waiting']) {
    await t.test(phase, async (inner) => {
      const stage = await workflowStage(inner);
      const act = await stage.start('dind.yml');
      await poll(async () => act.output().includes(phase) || undefined, 50, AbortSignal.timeout(60_000));
      const step = (await descendants(act.pid)).find(({ command }) => command.includes('dist/main.js'));
      assert.ok(step, 'the main process of the step is found');
      process.kill(step.pid, 'SIGINT');
      const { status, output } = await act.ended;
      assert.equal(status, 1, output);
      assert.match(output, /cancelled \(SIGINT\)/);
    });
  }
});

test('nodes pull images of Docker Hub from the mirror that a job names', async (t) => {
  const stage = await workflowStage(t);
  const { status, output } = await stage.run('mirror.yml');
  assert.equal(status, 0, output);
  assert.match(output, /pod\/pulled condition met/);
});
