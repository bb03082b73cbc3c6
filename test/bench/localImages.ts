import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../src/docker/engine.ts';
import { run } from '../run.ts';
import { type Bed, MEGABYTES, ok, timeBuilds, type Times, withBed } from './builtImages.ts';
import { compareTimes } from './figures.ts';

/** The same kubectl and the same pods, with the images brought by k3d's import or pulled from the engine. */
export async function localImages(engine: Engine, rounds: number): Promise<boolean> {
  return await withBed(engine, { localImages: 'built' }, async (bed) => {
    const nothing = (): Promise<void> => Promise.resolve();
    const ours = (): Promise<Times> => measure(engine, bed, nothing);
    const theirs = (): Promise<Times> => measure(engine, bed, (image) => bed.importByK3d(image));
    const bars = { first: 0.25, 'last layer changed': 0.3 };
    const name = `an image of ${MEGABYTES} MB that was built, on three nodes`;
    return await compareTimes(name, rounds, ['local images', ours], ['k3d image import', theirs], bars);
  });
}

/** From a build's end until the image runs on all nodes. */
async function measure(engine: Engine, bed: Bed, bring: (image: string) => Promise<void>): Promise<Times> {
  const kubectl = (...args: string[]): Promise<void> => ok('kubectl', args, bed.env);
  const running = ['rollout', 'status', 'daemonset/bench', '--timeout=120s'];
  const first = async (image: string): Promise<void> => {
    await bring(image);
    const pod = { terminationGracePeriodSeconds: 0, containers: [{ name: 'bench', image }] };
    const labels = { app: 'bench' };
    const set = {
      ...{ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'bench' } },
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: pod } },
    };
    writeFileSync(join(bed.folder, 'set.json'), JSON.stringify(set));
    await kubectl('apply', '--filename', join(bed.folder, 'set.json'));
    await kubectl(...running);
  };
  const changed = async (image: string): Promise<void> => {
    await bring(image);
    await kubectl('set', 'image', 'daemonset/bench', `bench=${image}`);
    await kubectl(...running);
  };
  const release = () => run('kubectl', ['delete', 'daemonset', 'bench', '--wait=true'], bed.env);
  return await timeBuilds(engine, bed, { first, changed, release });
}
