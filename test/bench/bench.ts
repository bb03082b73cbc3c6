import { createCluster, newCreationId } from '../../src/cluster/create.ts';
import { deleteCluster } from '../../src/cluster/remove.ts';
import { silentReporter } from '../../src/common/reporter.ts';
import { Timeline } from '../../src/common/timeline.ts';
import { mergeLayers } from '../../src/config/merge.ts';
import { connectEngine } from '../../src/docker/connect.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { actionMemory, actionOverhead, bundleSize } from './footprint.ts';
import { plainCluster } from './plain.ts';

const image = process.env.K3D_BENCH_IMAGE ?? 'rancher/k3s:v1.23.1-k3s1';
const rounds = Number(process.argv[2] ?? 5);
const cases = [
  { name: 'one server', agents: 0, bar: 0.55 },
  { name: 'one server, two agents', agents: 2, bar: 0.8 },
];
const ARGS = ['--disable=traefik,metrics-server,servicelb,local-storage'];

/** Times of one of our creations in milliseconds: until all nodes are Ready, and until the cluster is usable. */
async function ourCluster(engine: Engine, agents: number): Promise<{ nodes: number; usable: number }> {
  const timeline = new Timeline();
  const config = mergeLayers({
    name: 'bench',
    agents,
    image,
    k3sArgs: ARGS.map((value) => ({ value, nodeFilters: ['server:*'], where: 'bench' })),
  });
  try {
    const created = await createCluster(config, newCreationId(), {
      engine,
      timeline,
      reporter: silentReporter,
      signal: new AbortController().signal,
    });
    const nodes = timeline.phases.find((phase) => phase.name === 'nodes Ready')?.end ?? Number.NaN;
    return { nodes, usable: created.readyMs };
  } finally {
    await deleteCluster(engine, 'bench');
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const engine = await connectEngine();
if ((await engine.images.inspect(image)) === undefined)
  throw new Error(`image ${image} is not there: run script/bench`);
let missed = 0;
for (const { name, agents, bar } of cases) {
  const ours: { nodes: number; usable: number }[] = [];
  const plain: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    ours.push(await ourCluster(engine, agents));
    plain.push(await plainCluster(engine, image, agents, ARGS));
    const last = ours.at(-1) as { nodes: number; usable: number };
    console.log(
      `${name}, round ${round}: ours ${seconds(last.nodes)} (usable ${seconds(last.usable)}), plain ${seconds(plain.at(-1) as number)}`,
    );
  }
  const ratio = median(ours.map(({ nodes }) => nodes)) / median(plain);
  if (ratio > bar) missed++;
  console.log(
    `${name}: median to all nodes Ready: ours ${seconds(median(ours.map(({ nodes }) => nodes)))}, plain docker run ${seconds(median(plain))}, ` +
      `ratio ${ratio.toFixed(2)} (bar ${bar}); ours to usable ${seconds(median(ours.map(({ usable }) => usable)))}`,
  );
}
const overhead: number[] = [];
for (let round = 0; round < rounds; round++) overhead.push(await actionOverhead());
const memory = await actionMemory(image, ARGS.join(' '));
console.log(
  `the action's process: first engine call after ${median(overhead).toFixed(0)} ms (bar 500), at most ${(memory / 1e6).toFixed(0)} MB of memory (bar 150)`,
);
console.log(`bundles of main and post: ${(bundleSize() / 1e6).toFixed(2)} MB (bar 3)`);
if (median(overhead) > 500) missed++;
if (memory > 150e6) missed++;
if (bundleSize() > 3e6) missed++;
console.log(missed === 0 ? 'all bars met' : `${missed} bars missed`);
