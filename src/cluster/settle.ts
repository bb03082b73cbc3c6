import { silentReporter } from '../common/reporter.ts';
import { Timeline } from '../common/timeline.ts';
import type { Engine } from '../docker/engine.ts';
import { PodCidrGiver } from '../kubernetes/podCidr.ts';
import { waitForDns, waitForNodes } from '../kubernetes/ready.ts';
import { kubernetesName } from '../plan/labels.ts';
import { withKube } from './access.ts';
import { hasDns } from './bringUp.ts';
import { needCluster } from './lifecycle.ts';
import { isK3sNode } from './model.ts';

/**
 * Waits until all nodes of a running cluster are Ready and its DNS answers, as they may not be after somebody has worked
 * on it.
 * @throws the signal's reason when it is aborted
 */
export async function waitUntilSettled(engine: Engine, name: string, signal: AbortSignal): Promise<void> {
  const cluster = await needCluster(engine, name);
  const nodes = cluster.nodes.filter(isK3sNode);
  const details = await Promise.all(nodes.map(({ id }) => engine.containers.inspect(id)));
  const args = details.flatMap((one) => one?.command ?? []);
  await withKube(engine, cluster, async (kube) => {
    const quiet = { reporter: silentReporter, timeline: new Timeline(), blocker: () => undefined };
    const wait = { ...quiet, kube, signal, startedAt: undefined };
    await waitForNodes(wait, nodes.map(kubernetesName), new PodCidrGiver(kube, 0, args), () => undefined);
    if (hasDns(args)) await waitForDns(wait);
  });
}
