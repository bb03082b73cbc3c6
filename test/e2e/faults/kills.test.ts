import assert from 'node:assert/strict';
import { test } from 'node:test';
import { image, LEAN, type Stage, workload } from '../bed.ts';
import { type Ended, linesOf, type Moment, runAndKill } from './kill.ts';
import { isLong, often, withFault } from './table.ts';

const SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGKILL'];

/** A cluster with everything that a creation makes: two nodes, a load balancer, a registry. */
const CREATE = [
  '--image',
  image,
  '--agents',
  '1',
  '--registry-create',
  'k3d-kill-registry',
  ...LEAN,
  '--timeout',
  '2m',
];

/** What came of a command that was told to end: it says so and undoes what it did, or had no time to. */
function outcomeOf({ code, signal, said }: Ended, sent: NodeJS.Signals): string {
  if (code === 0) return 'was done already';
  if (sent === 'SIGKILL') {
    assert.equal(signal, 'SIGKILL', said);
    return 'killed';
  }
  assert.equal(code, sent === 'SIGINT' ? 130 : 143, said);
  assert.match(said, new RegExp(`^Error: interrupted by ${sent}$`, 'm'));
  return 'undone';
}

/** Moments at which to end a command that writes these lines: at each line, or early, later or late by the signal. */
function moments(lines: number, signal: NodeJS.Signals): number[] {
  if (isLong) return Array.from({ length: lines }, (_, index) => index);
  return [Math.floor((lines * (SIGNALS.indexOf(signal) + 1)) / (SIGNALS.length + 1))];
}

test('a creation that is ended at any phase leaves nothing, at once or after prune', async (t) => {
  let lines = 0;
  await withFault(t, 'none: create, delete', 1, async (s) => {
    s.owns('kill');
    const whole = await runAndKill(['cluster', 'create', 'kill', ...CREATE], { KUBECONFIG: s.kubeconfig });
    assert.equal(whole.code, 0, whole.said);
    lines = linesOf(whole.said.split('where the time went')[0] as string).length;
    await s.k3dOk(['cluster', 'delete', 'kill']);
    return 'ready';
  });
  assert.ok(lines >= 8, `${lines} lines of progress`);
  for (const signal of SIGNALS) {
    const at = moments(lines, signal);
    await withFault(t, `${signal} while creating`, at.length, async (s, time) => {
      s.owns('kill');
      const kill = { signal, at: { line: at[time] as number } };
      const ended = await runAndKill(['cluster', 'create', 'kill', ...CREATE], { KUBECONFIG: s.kubeconfig }, kill);
      const outcome = outcomeOf(ended, signal);
      if (outcome === 'was done already') await s.k3dOk(['cluster', 'delete', 'kill']);
      else if (signal === 'SIGKILL') await s.k3dOk(['prune']);
      return outcome;
    });
  }
});

/** What is ended on a cluster that stands, how long it takes in all, and how to see that the cluster is well after it. */
const WORK: { name: string; args: (s: Stage) => string[] }[] = [
  { name: 'importing', args: () => ['image', 'import', workload, '--cluster', 'worked'] },
  { name: 'taking a snapshot', args: (s) => ['snapshot', 'save', `${s.folder}/snapshot`, '--cluster', 'worked'] },
  {
    name: 'applying',
    args: (s) => [
      'cluster',
      'apply',
      '--config',
      s.config(
        'grown.yaml',
        `apiVersion: k3d.io/v1alpha5\nkind: Simple\nmetadata: {name: worked}\nimage: ${image}\nagents: 1\n`,
      ),
    ],
  },
];

test('work on a cluster that is ended at any moment leaves a cluster that works', async (t) => {
  await withFault(t, 'work that is killed, as a whole', 1, async (s) => {
    const env = { KUBECONFIG: s.kubeconfig };
    await s.k3dOk(['cluster', 'create', 'worked', '--image', image, '--wait=nodes', ...LEAN]);
    for (const { name, args } of WORK) {
      for (let time = 0; time < often(1, 6); time++) {
        // At its first words, when it is at work; or spread over about the first three seconds.
        const at: Moment = isLong ? { ms: 600 + 500 * time } : { line: 0 };
        const signal = SIGNALS[(time + 2) % SIGNALS.length] as NodeJS.Signals;
        await runAndKill(args(s), env, { signal, at });
        // Whoever was at it may have left nodes frozen, or a node half-way: starting mends it.
        await s.k3dOk(['cluster', 'start', 'worked', '--wait=nodes', '--timeout', '3m']);
        assert.match(await s.kubectl('get', 'nodes', '--no-headers'), /k3d-worked-server-0 +Ready/, name);
      }
    }
    await s.k3dOk(['prune']);
    assert.match(await s.k3dOk(['cluster', 'list', '--no-headers']), /^worked /, 'prune leaves it alone');
    await s.k3dOk(['cluster', 'delete', 'worked']);
    return 'works on';
  });
});

test('a deletion that is killed can be done again', async (t) => {
  await withFault(t, 'SIGKILL while deleting', often(1, 8), async (s, time) => {
    await s.k3dOk(['cluster', 'create', 'gone', '--image', image, '--agents', '1', '--wait=none']);
    const at = { ms: 250 + 60 * time };
    await runAndKill(['cluster', 'delete', 'gone'], { KUBECONFIG: s.kubeconfig }, { signal: 'SIGKILL', at });
    const again = await s.k3d(['cluster', 'delete', 'gone']);
    // What is left when the last node has gone, a network, is no cluster any more.
    if (again.status !== 0) assert.match(again.stderr, /cluster "gone" does not exist/);
    await s.k3dOk(['prune']);
    return 'gone';
  });
});
