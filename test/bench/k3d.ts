import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poll } from '../../src/common/poll.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { run } from '../run.ts';
import { compare } from './figures.ts';
import { ARGS, CLUSTER, image, withCluster } from './ours.ts';

/**
 * A cluster as actions make it that install k3d: `k3d cluster create`, and then what their users or they themselves
 * wait for.
 * @returns milliseconds until all nodes are Ready
 */
async function byK3d(agents: number): Promise<number> {
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
    const flags = ['--no-lb', '--image', image, '--agents', String(agents)];
    await ok(k3d, ['cluster', 'create', CLUSTER, ...flags, '--k3s-arg', `${ARGS[0]}@server:*`]);
    // It returns before there is a node to wait for.
    const wait = ['wait', '--for=condition=Ready', 'nodes', '--all', '--timeout=120s'];
    const names = ['get', 'nodes', '--output', 'name'];
    const late = AbortSignal.timeout(120_000);
    await poll(
      async () => (await run('kubectl', names, env)).stdout.split('\n').length > agents + 1 || undefined,
      200,
      late,
    );
    await ok('kubectl', wait);
    return performance.now() - started;
  } finally {
    await run(k3d, ['cluster', 'delete', CLUSTER], env);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One server, and one with two agents, against k3d. */
export async function againstK3d(engine: Engine, rounds: number): Promise<boolean> {
  const ours = (agents: number) => () => withCluster(engine, { servers: 1, agents }, async ({ nodes }) => nodes);
  const one = await compare('one server', rounds, ['ours', ours(0)], ['k3d', () => byK3d(0)], 1);
  const three = await compare('one server, two agents', rounds, ['ours', ours(2)], ['k3d', () => byK3d(2)], 1);
  return one && three;
}
