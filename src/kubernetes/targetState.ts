import { fetchFailure, UserError } from '../common/errors.ts';
import { conditionOf, isTrue } from './conditions.ts';
import { describePods } from './podState.ts';
import { ask, listPods, runsSinceStart, type WaitContext } from './ready.ts';
import { type Target, TARGET_KINDS, type TargetKind, targetText } from '../config/target.ts';
import type { Conditioned, Pod, Service, Workload } from './types.ts';

/** Why something is not ready, and the pods that it comes down to; undefined: it is ready. */
export type Unready = { why: string; pods: readonly Pod[] } | undefined;

/** How long a URL may take to answer once, in milliseconds. */
const URL_MS = 5000;

const lacks = (why: string, pods: readonly Pod[] = []): Unready => ({ why, pods });

/**
 * Looks whether a target is ready.
 * @throws UserError when it can't become so any more: a failed job
 */
export async function lookAt(context: WaitContext, target: Target): Promise<Unready> {
  if (target.kind === 'url') return lookAtURL(target.url, context.signal);
  const { api, plural, namespaced, state } = TARGET_KINDS[target.kind];
  const place = namespaced ? `${api}/namespaces/${target.namespace}` : api;
  const path = `${place}/${plural}/${target.name}`;
  const found = await ask(() => context.kube.get<object>(path));
  if (found === undefined) return lacks('it does not exist yet');
  switch (state) {
    case 'exists':
      return undefined;
    case 'workload':
      return lookAtWorkload(context, target.kind, found as Workload, target.namespace);
    case 'pod': {
      const pod = found as Pod;
      const ready = isTrue(pod, 'Ready') && runsSinceStart(context, pod);
      return ready ? undefined : lacks(describePods([pod]).slice(2, -1), [pod]);
    }
    case 'service':
      return lookAtService(found as Service);
    case 'phase': {
      const { phase } = (found as Conditioned).status ?? {};
      return phase === 'Bound' ? undefined : lacks(phase ?? 'no state yet');
    }
    default:
      return lookAtCondition(context, target, found as Conditioned, state.slice('condition:'.length));
  }
}

async function lookAtURL(url: string, signal: AbortSignal): Promise<Unready> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(URL_MS)]);
    const answer = await fetch(url, { signal: limit, redirect: 'follow' });
    await answer.body?.cancel();
    return answer.ok ? undefined : lacks(`it answers ${answer.status}`);
  } catch (error) {
    signal.throwIfAborted();
    return lacks(fetchFailure(error));
  }
}

async function lookAtCondition(
  context: WaitContext,
  target: Exclude<Target, { kind: 'url' }>,
  found: Conditioned,
  type: string,
): Promise<Unready> {
  const condition = conditionOf(found, type);
  if (condition?.status === 'True') return undefined;
  if (target.kind !== 'job') {
    return lacks(condition?.message || condition?.reason || `it is not ${TARGET_KINDS[target.kind].ready} yet`);
  }
  const failed = conditionOf(found, 'Failed');
  if (failed?.status === 'True') {
    const why = [failed.reason, failed.message].filter(Boolean).join(': ');
    throw new UserError(`${targetText(target)} has failed: ${why || 'its pods did'}`);
  }
  const pods = await podsOf(context, target.namespace, { 'job-name': target.name });
  return lacks(describePods(pods).slice(2, -1), pods);
}

function lookAtService(service: Service): Unready {
  return lacksAddress(service) ? lacks('its load balancer has no address yet') : undefined;
}

/** Whether a service is a load balancer that nobody has given an address. */
export function lacksAddress({ spec, status }: Service): boolean {
  return spec?.type === 'LoadBalancer' && (status?.loadBalancer?.ingress ?? []).length === 0;
}

/** How far a rollout is. */
interface Rollout {
  wanted: number;
  available: number;
  /** All that `kubectl rollout status` waits for. */
  done: boolean;
}

function rolloutOf(kind: TargetKind, { metadata, spec, status = {} }: Workload): Rollout {
  const observed = (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  const [wanted, updated, available, surplus] = kind === 'daemonset' ? countDaemons(status) : count(kind, spec, status);
  return { wanted, available, done: observed && updated >= wanted && available >= wanted && surplus <= 0 };
}

/** Pods that are wanted, of the current version, available, and those of the version before that are still there. */
type Counts = [number, number, number, number];

function countDaemons(status: NonNullable<Workload['status']>): Counts {
  const { desiredNumberScheduled = 0, updatedNumberScheduled = 0, numberAvailable = 0 } = status;
  return [desiredNumberScheduled, updatedNumberScheduled, numberAvailable, 0];
}

function count(kind: TargetKind, spec: Workload['spec'], status: NonNullable<Workload['status']>): Counts {
  const { replicas = 0, updatedReplicas = 0, readyReplicas = 0 } = status;
  const wanted = spec?.replicas ?? 1;
  // StatefulSets have had availableReplicas only since Kubernetes 1.22.
  const { availableReplicas = kind === 'statefulset' ? readyReplicas : 0 } = status;
  return [wanted, updatedReplicas, availableReplicas, replicas - wanted];
}

async function lookAtWorkload(
  context: WaitContext,
  kind: TargetKind,
  workload: Workload,
  namespace: string,
): Promise<Unready> {
  const { wanted, available, done } = rolloutOf(kind, workload);
  if (done && context.startedAt === undefined) return undefined;
  const pods = await podsOf(context, namespace, workload.spec?.selector?.matchLabels ?? {});
  const late = pods.filter((pod) => !runsSinceStart(context, pod));
  if (done && late.length === 0) return undefined;
  const failure = conditionOf(workload, 'ReplicaFailure');
  const said = failure?.status === 'True' ? `; ${failure.message ?? failure.reason}` : '';
  return lacks(`${available} of ${wanted} ready${late.length === 0 ? '' : describePods(late)}${said}`, late);
}

function podsOf(context: WaitContext, namespace: string, labels: Readonly<Record<string, string>>): Promise<Pod[]> {
  const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  if (selector.length === 0) return Promise.resolve([]);
  return listPods(
    context,
    `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(selector.join(','))}`,
  );
}
