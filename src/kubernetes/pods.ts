import { formatDuration } from '../common/duration.ts';
import { sleep } from '../common/poll.ts';
import type { KubeClient } from './client.ts';
import { isTrue } from './conditions.ts';
import { describePods } from './podState.ts';
import { ask, LOOK_EVERY_MS, runsSinceStart, type WaitContext } from './ready.ts';
import type { List, Pod } from './types.ts';

/** A pod that is meant, and no other that gets its name later. */
export interface PodRef {
  namespace: string;
  name: string;
  uid: string;
}

const ALL_PODS = '/api/v1/pods';

/** How long pods that were ready may take to be so again, in milliseconds. */
const PODS_MS = 60_000;

/** The pods that are ready now. @throws KubeError; the network's error when there is no answer */
export async function readyPods(kube: KubeClient): Promise<PodRef[]> {
  const pods = (await kube.get<List<Pod>>(ALL_PODS))?.items ?? [];
  return pods
    .filter((pod) => isTrue(pod, 'Ready') && pod.metadata.deletionTimestamp === undefined)
    .map(({ metadata: { namespace = '', name, uid = '' } }) => ({ namespace, name, uid }));
}

/**
 * Waits until pods of a cluster that has been started again are ready again. One that is gone has been replaced, and is
 * not waited for; one that does not become ready within a minute is only warned of: the cluster itself can be used.
 */
export async function waitForPods(context: WaitContext, wanted: readonly PodRef[]): Promise<void> {
  const until = performance.now() + PODS_MS;
  const uids = new Set(wanted.map(({ uid }) => uid));
  for (;;) {
    context.signal.throwIfAborted();
    const all = await ask(() => context.kube.get<List<Pod>>(ALL_PODS));
    const late = all?.items.filter((pod) => uids.has(pod.metadata.uid ?? '') && !isBack(context, pod));
    if (late?.length === 0) return;
    if (late !== undefined) context.blocker(`pods to become ready again${describePods(late)}`, late);
    if (performance.now() > until) {
      context.reporter.warn(
        `Pods are still not ready ${formatDuration(PODS_MS)} after the restore${describePods(late ?? [])}`,
      );
      return;
    }
    await sleep(LOOK_EVERY_MS, context.signal);
  }
}

function isBack(context: WaitContext, pod: Pod): boolean {
  return pod.metadata.deletionTimestamp !== undefined || (isTrue(pod, 'Ready') && runsSinceStart(context, pod));
}
