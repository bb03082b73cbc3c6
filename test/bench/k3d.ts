import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForCluster } from '../../src/cluster/start/index.ts';
import { poll } from '../../src/common/poll.ts';
import { readWait } from '../../src/config/wait.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { run } from '../run.ts';
import { compareTimes } from './figures.ts';
import { ARGS, CLUSTER, contextOf, image, withCluster } from './ours.ts';

/** Milliseconds from the beginning. */
type Times = Record<'nodes' | 'usable', number>;

/**
 * A cluster as actions make it that install k3d: `k3d cluster create`, and then what their users or they themselves
 * wait for.
 * @returns milliseconds until all nodes are Ready, and until a test can begin: the default ServiceAccount is there and
 *   the DNS answers
 */
async function byK3d(engine: Engine, servers: number, agents: number): Promise<Times> {
  const k3d = process.env.K3D_TEST_K3D;
  if (!k3d) throw new Error('K3D_TEST_K3D is not set: run script/bench');
  const folder = mkdtempSync(join(tmpdir(), 'k3d-bench-'));
  const env = { KUBECONFIG: join(folder, 'kubeconfig') };
  const ok = async (program: string, args: string[]): Promise<void> => {
    const ran = await run(program, args, env);
    if (ran.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${ran.stderr}`);
  };
  try {
    const started = performance.now();
    const flags = ['--no-lb', '--image', image, '--servers', String(servers), '--agents', String(agents)];
    await ok(k3d, ['cluster', 'create', CLUSTER, ...flags, '--k3s-arg', `${ARGS[0]}@server:*`]);
    // It returns before there is a node to wait for.
    const wait = ['wait', '--for=condition=Ready', 'nodes', '--all', '--timeout=120s'];
    const names = ['get', 'nodes', '--output', 'name'];
    const late = AbortSignal.timeout(120_000);
    await poll(
      async () => (await run('kubectl', names, env)).stdout.split('\n').length > servers + agents || undefined,
      200,
      late,
    );
    await ok('kubectl', wait);
    const nodes = performance.now() - started;
    const wishes = { layers: readWait('system', 'bench'), targets: [], timeoutMs: 120_000 };
    await waitForCluster(CLUSTER, wishes, contextOf(engine));
    return { nodes, usable: performance.now() - started };
  } finally {
    await run(k3d, ['cluster', 'delete', CLUSTER], env);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sizes that are compared, with the most that ours may need of what k3d needs until all is usable. */
const SIZES = [
  ['one server', 1, 0, 0.4],
  ['one server, two agents', 1, 2, 0.6],
  ['three servers', 3, 0, 0.55],
] as const;

/** Clusters of several sizes, against k3d. */
export async function againstK3d(engine: Engine, rounds: number): Promise<boolean> {
  let met = true;
  for (const [name, servers, agents, usable] of SIZES) {
    const ours = () => withCluster(engine, { servers, agents }, async (times) => times);
    const theirs = () => byK3d(engine, servers, agents);
    met = (await compareTimes(name, rounds, ['ours', ours], ['k3d', theirs], { nodes: 1, usable })) && met;
  }
  return met;
}
