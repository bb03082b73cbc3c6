import { sleep } from '../common/poll.ts';
import { type KubeClient, KubeError } from './client.ts';
import type { KubeNode, List, ObjectMeta } from './types.ts';

interface EvictablePod {
  metadata: ObjectMeta & { ownerReferences?: { kind: string }[] };
}

/** How long a node's pods may take to go, in milliseconds. */
const DRAIN_MS = 20_000;
const LOOK_EVERY_MS = 300;
/** How long a Node that is deleted may be seen after it, in milliseconds. */
const GONE_MS = 10_000;

/**
 * Removes a Node with the pods that it still had, and its password, with which a node of the same name could not join
 * later (k3s: pkg/nodepassword). Its container has stopped by then, or it would come back. Kubernetes itself leaves the pods
 * where they are for a minute, and services send requests to them (kubernetes: pkg/controller/podgc).
 */
export async function forgetNode(kube: KubeClient, name: string): Promise<void> {
  const path = `/api/v1/nodes/${name}`;
  await kube.delete(path);
  // k3s's controllers have finalizers on Nodes, and take a moment on a busy machine.
  await lookUntil(GONE_MS, async () => (await kube.get(path)) === undefined);
  for (const { metadata } of await podsOn(kube, name))
    await kube.delete(`/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}?gracePeriodSeconds=0`);
  await kube.delete(`/api/v1/namespaces/kube-system/secrets/${name}.node-password.k3s`);
}

/** Takes a node's pods away within a bound, and keeps new ones off it. */
export async function emptyNode(kube: KubeClient, name: string): Promise<void> {
  await setSchedulable(kube, name, false);
  await drain(kube, name);
}

/** Says whether a node takes new pods. */
export function setSchedulable(kube: KubeClient, name: string, takesPods: boolean): Promise<void> {
  return kube.patch(`/api/v1/nodes/${name}`, { spec: { unschedulable: takesPods ? null : true } });
}

/** k3s's annotations for taking a member out of etcd (k3s: pkg/etcd/member_controller.go). */
const REMOVE_MEMBER = 'etcd.k3s.cattle.io/remove';
const REMOVED_MEMBER = 'etcd.k3s.cattle.io/removed-node-name';
/** How long a member may take to leave, in milliseconds. Where k3s doesn't know the annotation, it goes with its Node. */
const LEAVE_ETCD_MS = 20_000;

/** Has k3s take a server out of etcd while it still runs, so that the others never miss it. */
export async function leaveEtcd(kube: KubeClient, name: string): Promise<void> {
  const path = `/api/v1/nodes/${name}`;
  if ((await kube.get(path)) === undefined) return;
  await kube.patch(path, { metadata: { annotations: { [REMOVE_MEMBER]: 'true' } } });
  const hasLeft = async (): Promise<boolean> =>
    Boolean((await kube.get<KubeNode>(path))?.metadata.annotations?.[REMOVED_MEMBER]);
  await lookUntil(LEAVE_ETCD_MS, hasLeft);
}

/** Looks every now and then until something is so, or the time is up, in milliseconds. */
async function lookUntil(withinMs: number, isSo: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + withinMs;
  while (!(await isSo()) && Date.now() < until) await sleep(LOOK_EVERY_MS);
}

async function drain(kube: KubeClient, node: string): Promise<void> {
  const until = Date.now() + DRAIN_MS;
  for (;;) {
    const pods = await podsToMove(kube, node);
    if (pods.length === 0 || Date.now() > until) return;
    for (const { name, namespace } of pods) await evict(kube, name, namespace ?? 'default');
    await sleep(LOOK_EVERY_MS);
  }
}

async function podsOn(kube: KubeClient, node: string): Promise<EvictablePod[]> {
  return (await kube.get<List<EvictablePod>>(`/api/v1/pods?fieldSelector=spec.nodeName%3D${node}`))?.items ?? [];
}

/** Pods of DaemonSets and static pods belong to the node and go with it. */
async function podsToMove(kube: KubeClient, node: string): Promise<ObjectMeta[]> {
  return (await podsOn(kube, node))
    .map(({ metadata }) => metadata)
    .filter(({ ownerReferences, annotations }) => {
      const isStatic = annotations?.['kubernetes.io/config.mirror'] !== undefined;
      return !isStatic && !ownerReferences?.some(({ kind }) => kind === 'DaemonSet');
    });
}

async function evict(kube: KubeClient, name: string, namespace: string): Promise<void> {
  try {
    await kube.post(`/api/v1/namespaces/${namespace}/pods/${name}/eviction`, {
      apiVersion: 'policy/v1',
      kind: 'Eviction',
      metadata: { name, namespace },
    });
  } catch (error) {
    // 429: a disruption budget forbids it for now; 404: it is gone. Anything else is worth knowing.
    if (!(error instanceof KubeError && [404, 429].includes(error.status))) throw error;
  }
}
