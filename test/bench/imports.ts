import { needCluster } from '../../src/cluster/find/needCluster.ts';
import { importImages } from '../../src/cluster/images/importImages.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { docker } from '../run.ts';
import { CTR, MEGABYTES, timeBuilds, type Times, withBed } from './builtImages.ts';
import { compareTimes } from './figures.ts';
import { CLUSTER, contextOf } from './ours.ts';

/** After how many seconds an import by k3d counts as hanging. */
const HANGS_S = 60;

/** An image that was built, imported into three nodes by k3d and by us. */
export async function imports(engine: Engine, rounds: number): Promise<boolean> {
  return await withBed(engine, {}, async (bed) => {
    const { nodes } = await needCluster(engine, CLUSTER);
    const check = (image: string): Promise<void> => mustHave(nodes, image);
    const measure = (bring: (image: string) => Promise<void>): Promise<Times> =>
      timeBuilds(engine, bed, { first: bring, changed: bring, check });
    const ours = (): Promise<Times> =>
      measure((image) => importImages(engine, { kind: 'images', names: [image] }, nodes, contextOf(engine).reporter));
    // k3d's import hangs now and then: such a round says nothing.
    const theirs = async (): Promise<Times> => {
      for (;;) {
        try {
          return await measure((image) => bed.importByK3d(image, HANGS_S));
        } catch (error) {
          console.log(String(error));
        }
      }
    };
    const bars = { first: 0.4, 'last layer changed': 0.25 };
    const name = `import of ${MEGABYTES} MB into three nodes`;
    return await compareTimes(name, rounds, ['ours', ours], ['k3d image import', theirs], bars);
  });
}

async function mustHave(nodes: readonly { name: string }[], image: string): Promise<void> {
  for (const { name } of nodes) {
    const list = await docker('exec', name, ...CTR, 'ls', `name==docker.io/library/${image}`);
    if (list.split('\n').length < 2) throw new Error(`${name} has not got ${image}`);
  }
}
