import { randomUUID } from 'node:crypto';
import { newCreationId } from '../../src/cluster/find/creationOwner.ts';
import { createCluster } from '../../src/cluster/create/create.ts';
import { startDind } from '../../src/cluster/dind/start.ts';
import { undoCreation } from '../../src/cluster/remove/remove.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { docker, run } from '../run.ts';
import { compare, median, seconds } from './figures.ts';
import { configOf, contextOf, endOf, withCluster } from './ours.ts';

/** Our dind image, with the node's image baked in and without; set by script/bench. */
const image = process.env.K3D_IMAGE_DIND ?? '';
const plain = process.env.K3D_BENCH_DIND_PLAIN ?? '';
/** How much longer a cluster in a container may take, in milliseconds. */
const MORE = 4000;

/** Milliseconds until the engine in a container answers. @param options of `docker run` */
async function engineAnswers(...options: string[]): Promise<number> {
  const name = `k3d-bench-${randomUUID()}`;
  const started = performance.now();
  await docker('run', '--detach', '--privileged', '--name', name, ...options);
  try {
    while ((await run('docker', ['exec', name, 'docker', 'version'])).status !== 0);
    return performance.now() - started;
  } finally {
    await docker('rm', '--force', '--volumes', name);
  }
}

/** Milliseconds of a cluster in a container: of the container with its engine, and of the cluster in it until Ready. */
async function nested(outer: Engine): Promise<{ engine: number; cluster: number }> {
  const context = contextOf(outer);
  const creation = newCreationId();
  const started = performance.now();
  try {
    const wish = { name: 'k3d-bench-dind', image, creation };
    const { engine, configs } = await startDind(wish, [configOf({})], context);
    const ready = performance.now();
    const [config] = configs;
    if (config === undefined) throw new Error('no cluster was asked for');
    const inner = contextOf(engine);
    await createCluster(config, newCreationId(), inner);
    return { engine: ready - started, cluster: endOf(inner.timeline, 'nodes Ready') };
  } finally {
    await undoCreation(outer, creation, undefined);
  }
}

/** The dind image: its engine against plain dockerd in the same image, and clusters in it against clusters beside it. */
export async function dind(outer: Engine, rounds: number): Promise<boolean> {
  const engine = await compare(
    'an engine in a container answers',
    rounds,
    ['ours', () => engineAnswers(plain)],
    ['dockerd alone', () => engineAnswers('--entrypoint', 'dockerd', plain)],
    1.3,
  );
  const inside: { engine: number; cluster: number }[] = [];
  const cluster = async (): Promise<number> => {
    const one = await nested(outer);
    inside.push(one);
    return one.cluster;
  };
  const beside = (): Promise<number> => withCluster(outer, { servers: 1, agents: 0 }, async ({ nodes }) => nodes);
  const same = await compare('one server in a container', rounds, ['inside', cluster], ['beside', beside], 1.3);
  const more = median(inside.map((one) => one.engine));
  console.log(`the container with its engine and images: ${seconds(more)} before the cluster (bar ${seconds(MORE)})`);
  return engine && same && more <= MORE;
}
