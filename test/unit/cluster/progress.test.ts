import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress } from '../../../src/cluster/progress.ts';
import { undoCreation } from '../../../src/cluster/remove/remove.ts';
import { silentReporter } from '../../../src/common/reporter.ts';
import type { Engine } from '../../../src/docker/engine.ts';
import { EngineLostError } from '../../../src/docker/errors.ts';

test('what is waited for side by side is named together, and what has come no more', () => {
  const progress = new Progress();
  assert.equal(
    progress.timedOut('cluster "c" was', 3000).message,
    'cluster "c" was not ready within 3.0 s: still waiting for the Docker engine',
  );
  progress.set('image a');
  progress.set('node n to register', [], 'nodes');
  progress.set('the default ServiceAccount', [], 'account');
  progress.clear();
  assert.equal(progress.waitingFor, 'node n to register, and for the default ServiceAccount');
  progress.clear('nodes');
  assert.equal(progress.waitingFor, 'the default ServiceAccount');
});

test('every ten seconds it is said what is waited for, and since when', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  const said: string[] = [];
  const progress = new Progress();
  const work = Promise.withResolvers<void>();
  const telling = progress.tell({ ...silentReporter, info: (text) => void said.push(text) }, () => work.promise);
  progress.set('node n to become Ready (not yet)');
  now = 10_000;
  // The reason has changed, but it is the same that is waited for.
  progress.set('node n to become Ready (soon)');
  t.mock.timers.tick(10_000);
  progress.set('CoreDNS (it has no pod yet)');
  now = 12_000;
  t.mock.timers.tick(10_000);
  work.resolve();
  await telling;
  assert.deepEqual(said, ['Waiting for node n to become Ready (soon), 10.0 s so far']);
});

test('where a line can be replaced, it says every second what is waited for, and is empty in the end', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const progress = new Progress();
  const work = Promise.withResolvers<void>();
  const telling = progress.tell({ ...silentReporter, info: say, status: say }, () => work.promise);
  progress.set('CoreDNS');
  for (now = 1000; now <= 2000; now += 1000) t.mock.timers.tick(1000);
  progress.clear();
  t.mock.timers.tick(1000);
  work.resolve();
  await telling;
  assert.deepEqual(said, ['Waiting for CoreDNS, 1.0 s so far', 'Waiting for CoreDNS, 2.0 s so far', '', '']);
});

test('undoing goes on while the engine is not well, and looks again for what it may have made since', async () => {
  const failures = [new EngineLostError('gone'), new EngineLostError('gone')];
  let looks = 0;
  const late = [[], [{ id: 'x', name: 'k3d-late', labels: {} }], []];
  const engine = {
    containers: {
      list: async () => {
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        return late[Math.min(looks++, late.length - 1)];
      },
      remove: async () => undefined,
    },
    networks: { list: async () => [] },
    volumes: { list: async () => [] },
  } as unknown as Engine;
  const removal = await undoCreation(engine, 'id', new EngineLostError('cut'));
  assert.deepEqual([removal.containers, removal.problems], [['k3d-late'], []]);
  assert.equal(looks, 2);
});
