import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needCluster } from '../../src/cluster/find/needCluster.ts';
import { clusterKubeconfig } from '../../src/cluster/find/kubeconfig.ts';
import { formatKubeconfig } from '../../src/kubernetes/kubeconfig.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { docker, run } from '../run.ts';
import { compareTimes } from './figures.ts';
import { CLUSTER, withCluster } from './ours.ts';

const MEGABYTES = 200;

/** Milliseconds from a build's end until the image runs on all nodes. */
type Times = Record<'first' | 'last layer changed', number>;

/** The same kubectl and the same pods, with the images brought by k3d's import or pulled from the engine. */
export async function localImages(engine: Engine, rounds: number): Promise<boolean> {
  const k3d = process.env.K3D_TEST_K3D;
  if (!k3d) throw new Error('K3D_TEST_K3D is not set: run script/bench');
  return await withCluster(engine, { agents: 2, localImages: 'built' }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'k3d-bench-'));
    const env = { KUBECONFIG: join(folder, 'kubeconfig') };
    try {
      writeFileSync(env.KUBECONFIG, formatKubeconfig(await clusterKubeconfig(engine, CLUSTER, false)));
      const byImport = (image: string): Promise<void> =>
        ok(k3d, ['image', 'import', image, '--cluster', CLUSTER, '--mode', 'direct'], env);
      const nothing = (): Promise<void> => Promise.resolve();
      const ours = (): Promise<Times> => measure(engine, folder, env, nothing);
      const theirs = (): Promise<Times> => measure(engine, folder, env, byImport);
      const bars = { first: 0.25, 'last layer changed': 0.3 };
      const name = `an image of ${MEGABYTES} MB that was built, on three nodes`;
      return await compareTimes(name, rounds, ['local images', ours], ['k3d image import', theirs], bars);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function ok(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const ran = await run(program, args, env);
  if (ran.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${ran.stderr}${ran.stdout}`);
}

async function measure(
  engine: Engine,
  folder: string,
  env: NodeJS.ProcessEnv,
  bring: (image: string) => Promise<void>,
): Promise<Times> {
  const name = `bench-local:${randomUUID().slice(0, 8)}`;
  const kubectl = (...args: string[]): Promise<void> => ok('kubectl', args, env);
  writeFileSync(join(folder, 'blob'), randomBytes(MEGABYTES * 1e6));
  const images: string[] = [];
  const build = async (last: string): Promise<string> => {
    const image = `${name}-${last}`;
    const steps = ['FROM busybox:1.36', 'COPY blob /blob', `RUN echo ${last} >/last`, 'CMD ["sleep", "3600"]'];
    writeFileSync(join(folder, 'Dockerfile'), `${steps.join('\n')}\n`);
    await docker('build', '--quiet', '--tag', image, folder);
    images.push(image);
    return image;
  };
  const timed = async (work: () => Promise<void>): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const running = ['rollout', 'status', 'daemonset/bench', '--timeout=120s'];
  try {
    const one = await build('one');
    const first = await timed(async () => {
      await bring(one);
      const pod = { terminationGracePeriodSeconds: 0, containers: [{ name: 'bench', image: one }] };
      const labels = { app: 'bench' };
      const set = {
        ...{ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'bench' } },
        spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: pod } },
      };
      writeFileSync(join(folder, 'set.json'), JSON.stringify(set));
      await kubectl('apply', '--filename', join(folder, 'set.json'));
      await kubectl(...running);
    });
    const two = await build('two');
    const changed = await timed(async () => {
      await bring(two);
      await kubectl('set', 'image', 'daemonset/bench', `bench=${two}`);
      await kubectl(...running);
    });
    return { first, 'last layer changed': changed };
  } finally {
    await run('kubectl', ['delete', 'daemonset', 'bench', '--wait=true'], env);
    for (const node of (await needCluster(engine, CLUSTER)).nodes)
      for (const image of images)
        await run('docker', [
          'exec',
          node.name,
          'ctr',
          '-n',
          'k8s.io',
          'images',
          'rm',
          '--sync',
          `docker.io/library/${image}`,
        ]);
    for (const image of images) await run('docker', ['rmi', '--force', image]);
  }
}
