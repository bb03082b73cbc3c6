import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterKubeconfig } from '../../src/cluster/find/kubeconfig.ts';
import { needCluster } from '../../src/cluster/find/needCluster.ts';
import { importImages } from '../../src/cluster/images/importImages.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { formatKubeconfig } from '../../src/kubernetes/kubeconfig.ts';
import { docker, run } from '../run.ts';
import { compareTimes } from './figures.ts';
import { CLUSTER, contextOf, withCluster } from './ours.ts';

const MEGABYTES = 200;
/** After how many seconds an import by k3d counts as hanging. */
const HANGS_S = 60;

/** Milliseconds that an import took: of an image of which nodes have nothing, and of one that ends otherwise. */
type Times = Record<'first' | 'last layer changed', number>;

/** An image that was built, imported into three nodes by k3d and by us. */
export async function imports(engine: Engine, rounds: number): Promise<boolean> {
  const k3d = process.env.K3D_TEST_K3D;
  if (!k3d) throw new Error('K3D_TEST_K3D is not set: run script/bench');
  return await withCluster(engine, { agents: 2 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'k3d-bench-'));
    const env = { KUBECONFIG: join(folder, 'kubeconfig') };
    try {
      writeFileSync(env.KUBECONFIG, formatKubeconfig(await clusterKubeconfig(engine, CLUSTER, false)));
      const { nodes } = await needCluster(engine, CLUSTER);
      const ours = () =>
        measure(engine, folder, (image) =>
          importImages(engine, { kind: 'images', names: [image] }, nodes, contextOf(engine).reporter),
        );
      const byK3d = async (image: string): Promise<void> => {
        const words = [k3d, 'image', 'import', image, '--cluster', CLUSTER, '--mode', 'direct'];
        const ran = await run('timeout', [`${HANGS_S}`, ...words], env);
        if (ran.status !== 0) throw new Error(`k3d image import: ${ran.stderr}`);
      };
      // k3d's import hangs now and then: such a round says nothing.
      const theirs = async (): Promise<Times> => {
        for (;;) {
          try {
            return await measure(engine, folder, byK3d);
          } catch (error) {
            console.log(String(error));
          }
        }
      };
      const bars = { first: 0.4, 'last layer changed': 0.25 };
      const name = `import of ${MEGABYTES} MB into three nodes`;
      return await compareTimes(name, rounds, ['ours', ours], ['k3d image import', theirs], bars);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function measure(engine: Engine, folder: string, bring: (image: string) => Promise<void>): Promise<Times> {
  const name = `bench-import:${randomUUID().slice(0, 8)}`;
  writeFileSync(join(folder, 'blob'), randomBytes(MEGABYTES * 1e6));
  const images: string[] = [];
  const timed = async (last: string): Promise<number> => {
    const image = `${name}-${last}`;
    writeFileSync(join(folder, 'Dockerfile'), `FROM busybox:1.36\nCOPY blob /blob\nRUN echo ${last} >/last\n`);
    await docker('build', '--quiet', '--tag', image, folder);
    images.push(image);
    const began = performance.now();
    await bring(image);
    const took = performance.now() - began;
    for (const node of (await needCluster(engine, CLUSTER)).nodes)
      if ((await inNode(node.name, 'ls', `name==docker.io/library/${image}`)).split('\n').length < 2)
        throw new Error(`${node.name} has not got ${image}`);
    return took;
  };
  try {
    return { first: await timed('one'), 'last layer changed': await timed('two') };
  } finally {
    // The content stays in containerd until it is collected: only then a node begins anew.
    for (const node of (await needCluster(engine, CLUSTER)).nodes)
      for (const image of images) await inNode(node.name, 'rm', '--sync', `docker.io/library/${image}`);
    for (const image of images) await run('docker', ['rmi', '--force', image]);
  }
}

const inNode = (node: string, ...words: string[]): Promise<string> =>
  docker('exec', node, 'ctr', '--namespace', 'k8s.io', 'images', ...words);
