import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { poll } from '../../../src/common/poll.ts';
import { image, LEAN, needed, type Stage } from '../bed.ts';
import { run } from '../../run.ts';
import { linesOf, runAndKill } from './kill.ts';
import { isLong, often, withFault } from './table.ts';

const script = fileURLToPath(new URL('../../bed/worker', import.meta.url));

/** Restarts the engine, which is this file's alone: the runner gives it one of the test bed. */
async function restartEngine(): Promise<void> {
  const { status, stderr } = await run(script, [needed('K3D_BED_WORKER'), 'restart']);
  assert.equal(status, 0, stderr);
}

/** Takes as long as all of the others together: only where there is time. */
async function under(t: TestContext): Promise<void> {
  await withFault(t, 'the engine restarts under a cluster', 1, async (s) => {
    await s.k3dOk(['cluster', 'create', 'under', '--image', image, '--agents', '1', ...LEAN]);
    await restartEngine();
    await s.k3dOk(['cluster', 'start', 'under', '--timeout', '4m']);
    const nodes = await s.kubectl('get', 'nodes', '--no-headers');
    assert.equal(nodes.match(/ Ready /g)?.length, 2, nodes);
    await s.k3dOk(['cluster', 'delete', 'under']);
    return 'works on';
  });
}
if (isLong) test('a cluster comes back when the engine is restarted under it and the cluster is started', under);

/** Restarts the engine once a creation has got so far that it has a server. */
async function restartWhileCreating(s: Stage, pauseMs: number): Promise<string> {
  s.owns('amid');
  const creating = runAndKill(
    ['cluster', 'create', 'amid', '--image', image, '--agents', '1', ...LEAN, '--timeout', '90s'],
    { KUBECONFIG: s.kubeconfig },
  );
  const isThere = async () => (await s.engine.containers.inspect('k3d-amid-server-0'))?.running || undefined;
  await poll(isThere, 50, AbortSignal.timeout(60_000));
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  await restartEngine();
  const { code, said } = await creating;
  if (code === 0) {
    await s.k3dOk(['cluster', 'delete', 'amid']);
    return 'ready';
  }
  assert.equal(code, 1, said);
  const errors = linesOf(said).filter((line) => line.startsWith('Error: '));
  assert.equal(errors.length, 1, said);
  assert.match(
    errors[0] ?? '',
    /the Docker engine does not answer|ended .*while the cluster was coming up|not ready within/,
    said,
  );
  return 'clear error';
}

test('an engine that restarts in the middle of a creation: ready, or one clear error and nothing left', async (t) => {
  await withFault(t, 'the engine restarts while creating', often(1, 5), (s, time) =>
    restartWhileCreating(s, 1500 * time),
  );
});
