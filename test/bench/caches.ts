import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEngineImages, saveEngineImages } from '../../src/cache/images/engineImages.ts';
import { platformOf } from '../../src/cache/platform.ts';
import { CacheService, PAYLOAD } from '../../src/cache/service.ts';
import { readManifest } from '../../src/cache/snapshot/manifest.ts';
import { seedFrom } from '../../src/cache/snapshot/restore.ts';
import { saveSnapshot } from '../../src/cache/snapshot/save.ts';
import { createCluster } from '../../src/cluster/create/create.ts';
import { newCreationId } from '../../src/cluster/find/creationOwner.ts';
import { deleteCluster } from '../../src/cluster/remove/remove.ts';
import { sleep } from '../../src/common/poll.ts';
import { silentReporter } from '../../src/common/reporter.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { type Entry, serve } from '../cacheServer.ts';
import { docker, run } from '../run.ts';
import { compare, median, seconds } from './figures.ts';
import { ARGS, CLUSTER, configOf, contextOf, endOf, image, withCluster } from './ours.ts';
import { plainCluster } from './plain.ts';

/** What `prepare` is taken to last, in milliseconds. */
const PREPARE_MS = 20_000;
/** How long taking a snapshot may hold a job up, in milliseconds. */
const PAUSE_BAR_MS = 3000;

interface Hit {
  nodes: number;
  usable: number;
}

/** Snapshots of one node, and of one server with two agents, against clusters that are made by hand and anew. */
export async function snapshots(engine: Engine, rounds: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-bench-'));
  try {
    const pauses: number[] = [];
    const one = join(folder, 'one');
    for (let round = 0; round < rounds; round++) {
      rmSync(one, { recursive: true, force: true });
      pauses.push(await take(engine, 0, one));
    }
    const three = join(folder, 'three');
    await take(engine, 2, three);
    const plain = (agents: number) => () => plainCluster(engine, image, 1, agents, ARGS);
    const cold = async (): Promise<number> => withCluster(engine, {}, async ({ usable }) => usable);
    const prepared = (): Promise<number> =>
      withCluster(engine, {}, async ({ usable }) => {
        await sleep(PREPARE_MS);
        return usable + PREPARE_MS;
      });
    const nodes = (from: string, agents: number) => async () => (await hit(engine, from, agents)).nodes;
    const usable = async (): Promise<number> => (await hit(engine, one, 0)).usable;
    const met = [
      await compare('snapshot of one node, nodes Ready', rounds, ['hit', nodes(one, 0)], ['docker run', plain(0)], 0.5),
      await compare('snapshot of one node, usable', rounds, ['hit', usable], ['create', cold], 1),
      await compare('snapshot after 20 s of prepare, usable', rounds, ['hit', usable], ['create', prepared], 0.3),
      await compare('snapshot of 1 + 2, nodes Ready', rounds, ['hit', nodes(three, 2)], ['docker run', plain(2)], 0.7),
    ];
    console.log(`a snapshot of one node holds the job up for ${seconds(median(pauses))} (bar 3.0 s)`);
    return met.every(Boolean) && median(pauses) <= PAUSE_BAR_MS;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Takes a snapshot of a new cluster. @returns milliseconds that its nodes stood still */
async function take(engine: Engine, agents: number, folder: string): Promise<number> {
  return await withCluster(engine, { agents }, async () => {
    const request = { folder, prefix: '', config: configOf({ agents }), coldSeconds: 0 };
    const started = performance.now();
    const { bytes } = await saveSnapshot(request, contextOf(engine));
    const took = performance.now() - started;
    console.log(`snapshot of 1 + ${agents}: ${(bytes / 1e6).toFixed(0)} MB, taken in ${seconds(took)}`);
    return took;
  });
}

async function hit(engine: Engine, folder: string, agents: number): Promise<Hit> {
  const context = contextOf(engine);
  const config = configOf({ agents });
  try {
    const manifest = await readManifest(folder, '', await platformOf(engine));
    const made = await createCluster(config, newCreationId(), context, seedFrom(folder, manifest, config));
    return { nodes: endOf(context.timeline, 'nodes Ready'), usable: made.readyMs };
  } finally {
    await deleteCluster(engine, CLUSTER);
  }
}

const program = fileURLToPath(new URL('../../dist/cache.js', import.meta.url));
const REGISTRY = 'bench-registry';

/** The node image from the cache service, unpacked and loaded, against its pull from a registry of this machine. */
export async function imageCache(engine: Engine, rounds: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-bench-'));
  const entries = new Map<number, Entry>();
  const server = createServer((request, response) => void serve(entries, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, ACTIONS_CACHE_URL: `http://127.0.0.1:${port}/`, ACTIONS_RUNTIME_TOKEN: 'x' };
  const service = new CacheService(program, env, silentReporter);
  const name = await pushedImage(folder);
  try {
    const { files } = await saveEngineImages(engine, [name], join(folder, 'save', PAYLOAD), 0);
    const saved = await service.save('k3d-bench', join(folder, 'save'), 120_000);
    if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved));
    const [before, after] = [files[0]?.size ?? 0, entries.get(1)?.body.length ?? 0].map((size) =>
      (size / 1e6).toFixed(0),
    );
    console.log(`image cache: ${before} MB, compressed ${after} MB`);
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      await docker('rmi', name);
      const started = performance.now();
      await work();
      return performance.now() - started;
    };
    const restore = () =>
      timed(async () => {
        const to = mkdtempSync(join(folder, 'to-'));
        const answer = await service.restore(['k3d-bench'], to, 120_000);
        if (answer.outcome !== 'hit') throw new Error(JSON.stringify(answer));
        await loadEngineImages(engine, join(to, PAYLOAD));
        rmSync(to, { recursive: true });
      });
    const pull = () => timed(() => docker('pull', '--quiet', name));
    return await compare('image cache, the node image', rounds, ['restore', restore], ['pull', pull], 1);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
    await run('docker', ['rm', '--force', '--volumes', REGISTRY]);
    await run('docker', ['rmi', name]);
  }
}

/** The node image with layers of its own, in a registry. @returns its name */
async function pushedImage(folder: string): Promise<string> {
  await docker('run', '--detach', '--name', REGISTRY, '--publish', '127.0.0.1::5000', 'registry:2');
  const port = (await docker('port', REGISTRY, '5000/tcp')).split(':').pop();
  const name = `localhost:${port}/k3s:bench`;
  writeFileSync(join(folder, 'Dockerfile'), `FROM ${image} AS full\nFROM scratch\nCOPY --from=full / /\n`);
  const build = spawn('docker', ['build', '--quiet', '--tag', name, folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
  });
  await once(build, 'close');
  await docker('push', '--quiet', name);
  return name;
}
