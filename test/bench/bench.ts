import { connectEngine } from '../../src/docker/connect.ts';
import { imageCache, snapshots } from './caches.ts';
import { dind } from './dind.ts';
import { compare, median } from './figures.ts';
import { againstK3d } from './k3d.ts';
import { actionMemory, actionOverhead, bundleSize, cliStart } from './footprint.ts';
import { localImages } from './localImages.ts';
import { imports } from './imports.ts';
import { listing, restart } from './operations.ts';
import { ARGS, image, withCluster } from './ours.ts';
import { plainCluster } from './plain.ts';

/*
 * Usage: node test/bench/bench.ts [ROUNDS [CASE...]], CASE one of: create servers restart import list snapshot images dind footprint local k3d
 */
const rounds = Number(process.argv[2] ?? 5);
const wanted = process.argv.slice(3);
const engine = await connectEngine();
if ((await engine.images.inspect(image)) === undefined)
  throw new Error(`image ${image} is not there: run script/bench`);

const ours = (servers: number, agents: number) => () =>
  withCluster(engine, { servers, agents }, async ({ nodes }) => nodes);
const plain = (servers: number, agents: number) => () => plainCluster(engine, image, servers, agents, ARGS);

async function create(): Promise<boolean> {
  const one = await compare('one server', rounds, ['ours', ours(1, 0)], ['plain docker run', plain(1, 0)], 0.55);
  const three = [
    'one server, two agents',
    rounds,
    ['ours', ours(1, 2)],
    ['plain docker run', plain(1, 2)],
    0.8,
  ] as const;
  return (await compare(three[0], three[1], [...three[2]], [...three[3]], three[4])) && one;
}

async function footprint(): Promise<boolean> {
  const overhead: number[] = [];
  for (let round = 0; round < rounds; round++) overhead.push(await actionOverhead());
  const starts: number[] = [];
  for (let round = 0; round < rounds; round++) starts.push(await cliStart());
  console.log(`k3d --help: ${median(starts).toFixed(0)} ms (bar 150)`);
  const memory = await actionMemory(image, ARGS.join(' '));
  console.log(
    `the action's process: first engine call after ${median(overhead).toFixed(0)} ms (bar 500), at most ${(memory / 1e6).toFixed(0)} MB of memory (bar 150)`,
  );
  console.log(`bundles of main and post: ${(bundleSize() / 1e6).toFixed(2)} MB (bar 3)`);
  return median(starts) <= 150 && median(overhead) <= 500 && memory <= 150e6 && bundleSize() <= 3e6;
}

const CASES: Record<string, () => Promise<boolean>> = {
  create,
  servers: () => compare('three servers', rounds, ['ours', ours(3, 0)], ['one after the other', plain(3, 0)], 0.7),
  restart: () => restart(engine, rounds),
  import: () => imports(engine, rounds),
  list: () => listing(engine, rounds),
  snapshot: () => snapshots(engine, rounds),
  images: () => imageCache(engine, rounds),
  dind: () => dind(engine, rounds),
  footprint,
  local: () => localImages(engine, rounds),
  k3d: () => againstK3d(engine, rounds),
};
let missed = 0;
for (const [name, run] of Object.entries(CASES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!(await run())) missed++;
}
console.log(missed === 0 ? 'all bars met' : `${missed} of the cases missed a bar`);
