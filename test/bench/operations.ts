import { SYSTEM_LAYERS } from '../../src/config/wait.ts';
import { Progress } from '../../src/cluster/progress.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { settleAll } from '../../src/common/settleAll.ts';
import { importImages } from '../../src/cluster/images/importImages.ts';
import { startCluster, stopCluster } from '../../src/cluster/start/lifecycle.ts';
import { makeObjects, prepare } from '../../src/cluster/create/prepare.ts';
import { deleteCluster } from '../../src/cluster/remove/remove.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { docker } from '../run.ts';
import { compare, median } from './figures.ts';
import { configOf, contextOf, endOf, withCluster } from './ours.ts';
import { needCluster } from '../../src/cluster/find/needCluster.ts';

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

const IMAGE = 'bench/large:1';
const MEGABYTES = 100;

/** An image of 100 MB that can't be compressed, new each time so that no node has it. */
async function makeImage(): Promise<void> {
  const container = await docker('create', 'busybox:1.36', 'true');
  const child = spawn('sh', [
    '-c',
    `head -c ${MEGABYTES}M /dev/urandom >/tmp/large && tar -C /tmp -c large && rm /tmp/large`,
  ]);
  const copy = spawn('docker', ['cp', '-', `${container}:/`], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdout.pipe(copy.stdin);
  await once(copy, 'close');
  await docker('commit', container, IMAGE);
  await docker('rm', container);
}

/** `docker save | ctr import` into one node, as one would by hand. */
async function importByHand(node: string): Promise<number> {
  const started = performance.now();
  const save = spawn('docker', ['save', IMAGE], { stdio: ['ignore', 'pipe', 'inherit'] });
  const load = spawn('docker', ['exec', '-i', node, 'ctr', '-n', 'k8s.io', 'images', 'import', '-'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  save.stdout.pipe(load.stdin);
  await once(load, 'close');
  return performance.now() - started;
}

export async function imports(engine: Engine, rounds: number): Promise<boolean> {
  return await withCluster(engine, { agents: 2 }, async () => {
    const { nodes } = await needCluster(engine, 'bench');
    const forget = async (): Promise<void> => {
      const name = `docker.io/${IMAGE}`;
      // The content stays in containerd until it is collected: only then a node begins anew.
      for (const node of nodes)
        await engine.containers.exec(node.name, ['ctr', '-n', 'k8s.io', 'images', 'rm', '--sync', name]);
    };
    const fresh = async (work: () => Promise<number>): Promise<number> => {
      await makeImage();
      try {
        return await work();
      } finally {
        await forget();
        await docker('rmi', IMAGE);
      }
    };
    const ours = () =>
      fresh(async () => {
        const started = performance.now();
        await importImages(engine, { kind: 'images', names: [IMAGE] }, nodes, contextOf(engine).reporter);
        return performance.now() - started;
      });
    const byHand = () => fresh(() => importByHand('k3d-bench-server-0'));
    const name = `import of ${MEGABYTES} MB into three nodes`;
    return await compare(name, rounds, ['ours', ours], ['docker save | ctr import into one', byHand], 1.3);
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
