import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterKubeconfig } from '../../src/cluster/find/kubeconfig.ts';
import { needCluster } from '../../src/cluster/find/needCluster.ts';
import type { ConfigLayer } from '../../src/config/types.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { formatKubeconfig } from '../../src/kubernetes/kubeconfig.ts';
import { docker, run } from '../run.ts';
import { CLUSTER, withCluster } from './ours.ts';

/** How large a built image is, in megabytes. */
export const MEGABYTES = 200;

/** Milliseconds until an image is there of which nodes have nothing, and one of which they have all but the last layer. */
export type Times = Record<'first' | 'last layer changed', number>;

/** What the ways of bringing built images into three nodes are measured with. */
export interface Bed {
  /** For files of a way's own. */
  folder: string;
  /** In which kubectl and k3d find the cluster. */
  env: { KUBECONFIG: string };
  /** k3d's `image import`, with a limit on its time in seconds. @throws Error when it fails */
  importByK3d: (image: string, limitS?: number) => Promise<void>;
}

/** A cluster of one server and two agents, and a folder with its kubeconfig; both are gone afterwards. */
export async function withBed<T>(engine: Engine, layer: ConfigLayer, use: (bed: Bed) => Promise<T>): Promise<T> {
  const k3d = process.env.K3D_TEST_K3D;
  if (!k3d) throw new Error('K3D_TEST_K3D is not set: run script/bench');
  return await withCluster(engine, { ...layer, agents: 2 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'k3d-bench-'));
    const env = { KUBECONFIG: join(folder, 'kubeconfig') };
    const importByK3d = (image: string, limitS = 0): Promise<void> =>
      ok('timeout', [`${limitS}`, k3d, 'image', 'import', image, '--cluster', CLUSTER, '--mode', 'direct'], env);
    try {
      writeFileSync(env.KUBECONFIG, formatKubeconfig(await clusterKubeconfig(engine, CLUSTER, false)));
      return await use({ folder, env, importByK3d });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** Runs a program. @throws Error with what it said when it fails */
export async function ok(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const ran = await run(program, args, env);
  if (ran.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${ran.stderr}${ran.stdout}`);
}

/** What is done with a built image. */
export interface Work {
  /** Timed: with one of which nodes have nothing, and with one that differs in its last layer. */
  first: (image: string) => Promise<void>;
  changed: (image: string) => Promise<void>;
  /** Not timed: after each of them, and before the images go. */
  check?: (image: string) => Promise<void>;
  release?: () => Promise<unknown>;
}

/** Builds the images and times what is done with each; neither nodes nor engine have them afterwards. */
export async function timeBuilds(
  engine: Engine,
  { folder }: Bed,
  { first, changed, check, release }: Work,
): Promise<Times> {
  const name = `bench-built:${randomUUID().slice(0, 8)}`;
  writeFileSync(join(folder, 'blob'), randomBytes(MEGABYTES * 1e6));
  const images: string[] = [];
  const timed = async (last: string, work: (image: string) => Promise<void>): Promise<number> => {
    const image = `${name}-${last}`;
    const steps = ['FROM busybox:1.36', 'COPY blob /blob', `RUN echo ${last} >/last`, 'CMD ["sleep", "3600"]'];
    writeFileSync(join(folder, 'Dockerfile'), `${steps.join('\n')}\n`);
    await docker('build', '--quiet', '--tag', image, folder);
    images.push(image);
    const began = performance.now();
    await work(image);
    const took = performance.now() - began;
    await check?.(image);
    return took;
  };
  try {
    return { first: await timed('one', first), 'last layer changed': await timed('two', changed) };
  } finally {
    await release?.();
    // The content stays in containerd until it is collected: only then a node begins anew.
    for (const node of (await needCluster(engine, CLUSTER)).nodes)
      for (const image of images)
        await run('docker', ['exec', node.name, ...CTR, 'rm', '--sync', `docker.io/library/${image}`]);
    for (const image of images) await run('docker', ['rmi', '--force', image]);
  }
}

/** containerd's own command for images, in a node. */
export const CTR = ['ctr', '--namespace', 'k8s.io', 'images'];
