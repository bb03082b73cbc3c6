import { createCluster } from '../../src/cluster/create/create.ts';
import { newCreationId } from '../../src/cluster/find/creationOwner.ts';
import { deleteCluster } from '../../src/cluster/remove/remove.ts';
import { silentReporter } from '../../src/common/reporter.ts';
import { Timeline } from '../../src/common/timeline.ts';
import { mergeLayers } from '../../src/config/merge.ts';
import type { ClusterConfig, ConfigLayer } from '../../src/config/types.ts';
import type { Engine } from '../../src/docker/engine.ts';

export const image = process.env.K3D_BENCH_IMAGE ?? 'rancher/k3s:v1.23.1-k3s1';
export const ARGS = ['--disable=traefik,metrics-server,servicelb,local-storage'];
/** What a release needs on this machine in every cluster, e.g. `--kubelet-arg=fail-cgroupv1=false`. */
const EVERYWHERE = (process.env.K3D_TEST_K3S_ARGS ?? '').split(' ').filter(Boolean);
export const CLUSTER = 'bench';

/** The configuration of a cluster of this size. */
export function configOf(layer: ConfigLayer): ClusterConfig {
  const k3sArgs = [
    ...ARGS.map((value) => ({ value, nodeFilters: ['server:*'], where: 'bench' })),
    ...EVERYWHERE.map((value) => ({ value, nodeFilters: ['all'], where: 'bench' })),
  ];
  return mergeLayers({ name: CLUSTER, image, k3sArgs }, layer);
}

/** What work on a cluster needs, with a timeline of its own. */
export function contextOf(engine: Engine) {
  return { engine, timeline: new Timeline(), reporter: silentReporter, signal: new AbortController().signal };
}

/** When a phase ended, in milliseconds from the beginning. */
export function endOf(timeline: Timeline, name: string): number {
  return timeline.phases.find((phase) => phase.name === name)?.end ?? Number.NaN;
}

/** Makes a cluster, and has it removed when `use` is done. Times in milliseconds, to all nodes Ready and to usable. */
export async function withCluster<T>(
  engine: Engine,
  layer: ConfigLayer,
  use: (times: { nodes: number; usable: number }) => Promise<T>,
): Promise<T> {
  const context = contextOf(engine);
  try {
    const { readyMs } = await createCluster(configOf(layer), newCreationId(), context);
    return await use({ nodes: endOf(context.timeline, 'nodes Ready'), usable: readyMs });
  } finally {
    await deleteCluster(engine, layer.name ?? CLUSTER);
  }
}
