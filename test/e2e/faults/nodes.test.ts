import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { poll } from '../../../src/common/poll.ts';
import { docker, image, LEAN, type Stage } from '../bed.ts';
import { linesOf, runAndKill } from './kill.ts';
import { isLong, often, withFault } from './table.ts';

/** Does something to a node as soon as it runs, in the middle of a creation. */
async function whileCreating(s: Stage, args: string[], node: string, harm: () => Promise<unknown>) {
  s.owns('harmed');
  const env = { KUBECONFIG: s.kubeconfig };
  const creating = runAndKill(['cluster', 'create', 'harmed', '--image', image, '--no-lb', ...LEAN, ...args], env);
  const isThere = async () => (await s.engine.containers.inspect(node))?.running || undefined;
  await poll(isThere, 50, AbortSignal.timeout(60_000));
  await harm();
  return creating;
}

test('nodes that are killed, frozen or cut off while a cluster comes up end in one clear error', async (t) => {
  const server = 'k3d-harmed-server-0';
  await withFault(t, 'a node is killed while creating', often(1, 4), async (s) => {
    const { code, said } = await whileCreating(s, [], server, () => docker('kill', server));
    assert.equal(code, 1, said);
    assert.match(said, /^Error: node k3d-harmed-server-0 ended with exit code 137 while the cluster was coming up/m);
    return 'clear error';
  });
  await withFault(t, 'a node is frozen while creating', often(1, 3), async (s) => {
    const { code, said } = await whileCreating(s, ['--timeout', '12s'], server, () => docker('pause', server));
    assert.equal(code, 1, said);
    assert.match(said, /^Error: cluster "harmed" was not ready within 12\.0 s: still waiting for \S|is paused/m);
    return 'clear error';
  });
  if (!isLong) return;
  await withFault(t, 'the network is cut while creating', 3, async (s) => {
    const agent = 'k3d-harmed-agent-0';
    const harm = () => docker('network', 'disconnect', '--force', 'k3d-harmed', agent);
    const { code, said } = await whileCreating(s, ['--agents', '1', '--timeout', '30s'], agent, harm);
    assert.equal(code, 1, said);
    assert.match(
      said,
      /^Error: (cluster "harmed" was not ready within 30\.0 s: still waiting for node|node k3d-harmed-agent-0 ended)/m,
    );
    return 'clear error';
  });
});

test('a node without the memory that k3s needs is said to have been killed for want of it', async (t) => {
  await withFault(t, 'a node is out of memory', often(1, 3), async (s) => {
    const args = ['cluster', 'create', 'small', '--image', image, '--no-lb', ...LEAN, '--servers-memory', '120m'];
    const { status, stderr } = await s.k3d([...args, '--timeout', '90s']);
    assert.equal(status, 1, stderr);
    assert.match(stderr, /^Error: node k3d-small-server-0 ended .*out of memory: its limit is 120 MiB/m);
    return 'clear error';
  });
});

test('a full disk is named as the reason', async (t) => {
  await withFault(t, 'the disk of a node is full', often(1, 3), async (s) => {
    // A filesystem of its own for what k3s keeps, too small for it.
    const options = ['type=tmpfs', 'device=tmpfs', 'o=size=12m'].flatMap((option) => ['--opt', option]);
    await docker('volume', 'create', '--driver', 'local', ...options, 'tiny');
    try {
      const volume = ['--volume', 'tiny:/var/lib/rancher/k3s@server:0'];
      const args = ['cluster', 'create', 'full', '--image', image, '--no-lb', ...LEAN, ...volume];
      const { status, stderr } = await s.k3d([...args, '--timeout', '60s']);
      assert.equal(status, 1, stderr);
      assert.match(stderr, /^Error: .*(no space left on device|a disk is full)/im);
    } finally {
      await docker('volume', 'rm', 'tiny');
    }
    return 'clear error';
  });
});

test('a cluster outlives what happens to its nodes', async (t) => {
  await withFault(t, 'nodes of a cluster are killed and frozen', 1, async (s) => {
    s.owns('tough');
    const env = { KUBECONFIG: s.kubeconfig };
    const made = await runAndKill(
      ['cluster', 'create', 'tough', '--image', image, '--agents', '1', '--wait=nodes', ...LEAN],
      env,
    );
    assert.equal(made.code, 0, linesOf(made.said).at(-1));
    const harms = [
      () => docker('kill', 'k3d-tough-agent-0'),
      () => docker('pause', 'k3d-tough-server-0', 'k3d-tough-agent-0'),
      () => docker('kill', 'k3d-tough-server-0', 'k3d-tough-serverlb'),
    ];
    for (const harm of harms.slice(0, often(2, harms.length))) {
      await harm();
      await s.k3dOk(['cluster', 'start', 'tough', '--wait=nodes', '--timeout', '3m']);
      const nodes = await s.kubectl('get', 'nodes', '--no-headers');
      assert.equal(nodes.match(/ Ready /g)?.length, 2, nodes);
    }
    await docker('pause', 'k3d-tough-server-0');
    // Frozen nodes can be looked into, in bounded time, and deleted.
    const said = await s.k3dOk(['cluster', 'diagnose', 'tough', '--output', join(s.folder, 'diagnostics')]);
    assert.match(said, /node k3d-tough-server-0: its container is paused/);
    await s.k3dOk(['cluster', 'delete', 'tough']);
    return 'works on';
  });
});
