import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createCluster } from '../../src/cluster/create/create.ts';
import { newCreationId } from '../../src/cluster/find/creationOwner.ts';
import { deleteCluster } from '../../src/cluster/remove/remove.ts';
import { poll } from '../../src/common/poll.ts';
import { silentReporter } from '../../src/common/reporter.ts';
import { Timeline } from '../../src/common/timeline.ts';
import { mergeLayers } from '../../src/config/merge.ts';
import { NO_LAYERS } from '../../src/config/wait.ts';
import { image, k3sVersionOf, objectsOf, oldImage } from '../e2e/bed.ts';
import { descendants, killTree } from '../processes.ts';
import { workflowStage } from './act.ts';

const kubernetesVersion = k3sVersionOf(image).split('+')[0];

test('a job deploys a workload, reaches it, and leaves nothing behind', async (t) => {
  const stage = await workflowStage(t);
  const { status, output } = await stage.run('deploy.yml');
  assert.equal(status, 0, output);
  assert.match(output, /\| it works\n/);
  assert.ok(output.includes(`| OUTPUTS deploy k3d-deploy k3d-deploy ${kubernetesVersion}\n`), output);
  assert.match(output, /\| READY \d+\.\d\n/);
  for (const node of ['server', 'agent']) assert.ok(output.includes(`| node/k3d-deploy-${node}-0\n`), node);
  assert.match(output, /\| MARK blue\n.*\| \/checkout\/action\.yml\n.*\| node\/k3d-deploy-agent-0\n/);
  assert.match(output, /\| MODE 600\n.*\| MODE 600\n/);
  assert.match(output, /\| deploy +1\/1 +1\/1 +false\n/);
  assert.match(output, /### ✅ Cluster `deploy` is ready: 2 nodes, k3s v1\.[^,]+, [\d.]+ s/);
  assert.match(output, /Removed 2 containers, 1 networks, 1 volumes/);
  assert.equal(stage.userKubeconfig, undefined);
});

test('two clusters in one job are both at hand, and both go', async (t) => {
  const stage = await workflowStage(t);
  const { status, output } = await stage.run('two-clusters.yml');
  assert.equal(status, 0, output);
  assert.match(output, /\| CURRENT k3d-two\n/);
  assert.match(output, /\| node\/k3d-one-server-0\n.*\| node\/k3d-two-server-0\n/);
  assert.ok(output.includes(`| VERSIONS ${kubernetesVersion} ${k3sVersionOf(oldImage).split('+')[0]}\n`), output);
});

test('a failing step leaves nothing', async (t) => {
  const stage = await workflowStage(t);
  const { status, output } = await stage.run('failing-step.yml');
  assert.equal(status, 1, output);
  assert.match(output, /Removed 1 containers, 1 networks, 1 volumes/);
});

test('with cleanup on-success the cluster of a failed job stays, to be looked at', async (t) => {
  const stage = await workflowStage(t);
  const workflow = readFileSync(new URL('failing-step.yml', import.meta.url), 'utf8');
  const { status, output } = await stage.run(
    workflow.replace('wait: false', 'wait: false\n          cleanup: on-success'),
  );
  try {
    assert.equal(status, 1, output);
    assert.match(output, /Left as they are \(cleanup: on-success\); remove them with: k3d cluster delete fails/);
    assert.equal((await stage.engine.containers.inspect('k3d-fails-server-0'))?.running, true);
  } finally {
    await deleteCluster(stage.engine, 'fails');
  }
});

test('a failing creation fails the step with a clear message and leaves nothing', async (t) => {
  const stage = await workflowStage(t);
  const { status, output } = await stage.run('failing-create.yml');
  assert.equal(status, 1, output);
  assert.match(
    output,
    /node k3d-fails-server-0 ended with exit code 1 while the cluster was coming up: .*no-such-flag/,
  );
  assert.doesNotMatch(output, /\| THIS STEP MUST NOT RUN|\n\s+at .*\.js:\d+/);
  assert.match(output, /Success - Post/);
});

test('a job that is cancelled in the middle of a creation leaves nothing after post', async (t) => {
  const stage = await workflowStage(t);
  const act = await stage.start('cancel.yml');
  await poll(
    async () => (await stage.engine.containers.inspect('k3d-cancelled-server-0'))?.running || undefined,
    50,
    AbortSignal.timeout(60_000),
  );
  // The runner sends SIGINT to the step's entry process.
  const step = (await descendants(act.pid)).find(({ command }) => command.includes('dist/main.js'));
  assert.ok(step, 'the main process of the step is found');
  process.kill(step.pid, 'SIGINT');
  const { status, output } = await act.ended;
  assert.equal(status, 1, output);
  assert.match(output, /cancelled \(SIGINT\)/);
  assert.match(output, /Success - Post/);
});

test('a job whose step is killed outright leaves nothing after post', async (t) => {
  const stage = await workflowStage(t);
  const act = await stage.start('cancel.yml');
  await poll(
    async () => await stage.engine.containers.inspect('k3d-cancelled-agent-1'),
    50,
    AbortSignal.timeout(60_000),
  );
  const step = (await descendants(act.pid)).find(({ command }) => command.includes('dist/main.js'));
  assert.ok(step, 'the main process of the step is found');
  process.kill(step.pid, 'SIGKILL');
  const { status, output } = await act.ended;
  assert.equal(status, 1, output);
  assert.match(output, /Removed [23] containers, 1 networks, 1 volumes/);
});

test('a name that somebody else has is refused, and post does not touch theirs', async (t) => {
  const stage = await workflowStage(t);
  const { engine } = stage;
  const context = { engine, reporter: silentReporter, timeline: new Timeline(), signal: AbortSignal.timeout(60_000) };
  await createCluster(mergeLayers({ name: 'taken', image, wait: NO_LAYERS }), newCreationId(), context);
  try {
    const before = await objectsOf(engine);
    const { status, output } = await stage.run('taken.yml');
    assert.doesNotMatch(output, /What was found in cluster/, 'it is not ours to look into');
    assert.equal(status, 1, output);
    assert.match(output, /cluster "taken" exists already \(k3d-taken-server-0\)/);
    assert.deepEqual(await objectsOf(engine), before);
  } finally {
    await deleteCluster(engine, 'taken');
  }
});

test('a broken deployment: its cause stands in the log, more in the folder, and leftovers of a dead job are gone', async (t) => {
  const stage = await workflowStage(t);
  // A job whose runner dies: nobody runs its post step.
  const dead = await workflowStage(t);
  const act = await dead.start('cancel.yml');
  const isThere = async () => (await dead.engine.containers.inspect('k3d-cancelled-server-0'))?.running || undefined;
  await poll(isThere, 50, AbortSignal.timeout(60_000));
  await killTree(act.pid);
  await act.ended;

  const { status, output } = await stage.run('broken.yml');
  assert.equal(status, 1, output);
  assert.match(output, /Removing container k3d-cancelled-.*: the job that it was made for is over/);
  assert.match(
    output,
    /cluster "broken" was not ready within 75\.0 s: still waiting for deployment\/web \(0 of 1 ready .*exit code 2/,
  );
  assert.match(
    output,
    /What was found in cluster broken:\n.*pod default\/web-.*exit code 2.*\n.*\| cannot open \/etc\/web\/settings\.json/,
  );
  assert.match(output, /Pods of cluster broken/);
  assert.match(output, /\| THE PAGE IS THERE\n/);
  assert.doesNotMatch(output, /\| THIS STEP MUST NOT RUN/);
  assert.match(output, /Removed 1 containers, 1 networks, 1 volumes/);
});
