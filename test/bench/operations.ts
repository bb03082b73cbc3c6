import { SYSTEM_LAYERS } from '../../src/config/wait.ts';
import { Progress } from '../../src/cluster/progress.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { settleAll } from '../../src/common/settleAll.ts';
import { startCluster, stopCluster } from '../../src/cluster/start/lifecycle.ts';
import { makeObjects, prepare } from '../../src/cluster/create/prepare.ts';
import { deleteCluster } from '../../src/cluster/remove/remove.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { compare, median } from './figures.ts';
import { configOf, contextOf, endOf, withCluster } from './ours.ts';

/** Stopping is not counted: it is the same for everybody. */
export async function restart(engine: Engine, rounds: number): Promise<boolean> {
  return await withCluster(engine, { agents: 2 }, async () => {
    const start = async (): Promise<number> => {
      await stopCluster(engine, 'bench');
      const context = contextOf(engine);
      await startCluster('bench', context, { wait: SYSTEM_LAYERS, timeoutMs: 180_000 });
      return endOf(context.timeline, 'nodes Ready');
    };
    const create = () => withCluster(engine, { agents: 2, name: 'bench-new' }, async ({ nodes }) => nodes);
    return await compare('one server, two agents: start again', rounds, ['start', start], ['create', create], 0.8);
  });
}

const CLUSTERS = 10;
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The containers of ten clusters as a creation makes them, not started. */
export async function listing(engine: Engine, rounds: number): Promise<boolean> {
  const names = Array.from({ length: CLUSTERS }, (_, index) => `bench-${index}`);
  try {
    for (const name of names) {
      const context = contextOf(engine);
      const config = configOf({ name, agents: 1, loadBalancer: 'on' });
      const prepared = await prepare(config, { creation: name, token: 't' }, context, new Progress());
      const { makeOthers } = await makeObjects(config, prepared, context);
      await makeOthers();
      await prepared.release();
    }
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      const child = spawn(process.execPath, [cli, 'cluster', 'list'], { stdio: 'ignore' });
      await once(child, 'close');
      times.push(performance.now() - started);
    }
    console.log(`cluster list with ${CLUSTERS} clusters: ${median(times).toFixed(0)} ms (bar 300)`);
    return median(times) <= 300;
  } finally {
    await settleAll(names.map(async (name) => void (await deleteCluster(engine, name))));
  }
}
