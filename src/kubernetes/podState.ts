import { conditionOf, isTrue } from './conditions.ts';
import type { ContainerStatus, Pod } from './types.ts';
import { pullMessage } from './pullMessage.ts';

/** Whether a pod has become what it is to be: ready, or ended well. */
export function isSettled(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp !== undefined || isTrue(pod, 'Ready') || pod.status?.phase === 'Succeeded';
}

/** All containers of a pod, those that run first being the first. */
export function containersOf({ status }: Pod): ContainerStatus[] {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}

/** How often containers of a pod have been started again, those that run first included: a pod may not get past them. */
export const restartsOf = (pod: Pod): number =>
  containersOf(pod).reduce((sum, { restartCount = 0 }) => sum + restartCount, 0);

/**
 * Why a pod is not ready, in the words of whoever knows best: kubelet of its containers, the scheduler of a pod without
 * a node.
 */
export function whyNotReady(pod: Pod): string {
  const { status } = pod;
  const reasons = containersOf(pod).flatMap((container) => {
    const why = whyContainer(container);
    return why === undefined ? [] : [why];
  });
  if (reasons.length > 0) return reasons.join('; ');
  const unscheduled = conditionOf(pod, 'PodScheduled');
  if (unscheduled?.status === 'False' && unscheduled.message !== undefined)
    return `not scheduled: ${unscheduled.message}`;
  if (status?.message !== undefined) return `${status.reason ?? status.phase}: ${status.message}`;
  if (status?.phase === 'Running') return 'running, not ready: its readiness probe has not passed yet';
  return status?.phase ?? 'unknown';
}

/**
 * Why a pod is not ready, in a word or two for a column, with the container that it is about: `ImagePullBackOff (web)`,
 * `exit code 3 (web)`, `not scheduled`.
 */
export function reasonOf(pod: Pod): string {
  const { status } = pod;
  const container = containersOf(pod).find((one) => whyContainer(one) !== undefined);
  if (container !== undefined) return `${reasonOfContainer(container)} (${container.name})`;
  if (conditionOf(pod, 'PodScheduled')?.status === 'False') return 'not scheduled';
  if (status?.phase === 'Running') return 'not ready';
  return status?.reason ?? status?.phase ?? 'unknown';
}

function reasonOfContainer({ state, lastState }: ContainerStatus): string {
  const waiting = state?.waiting?.reason;
  if (waiting !== undefined && !UNDER_WAY.test(waiting)) return waiting;
  const ended = state?.terminated ?? lastState?.terminated;
  if (ended?.reason === 'OOMKilled') return ended.reason;
  return ended === undefined ? 'waiting' : `exit code ${ended.exitCode}`;
}

/** Words that say what is going on, and not what is wrong. */
const UNDER_WAY = /^(ContainerCreating|PodInitializing)$/;

function whyContainer({ name, image, ready, state, lastState }: ContainerStatus): string | undefined {
  const ended = state?.terminated ?? lastState?.terminated;
  const how = ended === undefined ? undefined : describeEnd(ended);
  if (state?.waiting !== undefined) return whyWaiting(name, image, state.waiting, how);
  if (ended === undefined || ended.exitCode === 0 || ready) return undefined;
  // Between two ends it runs, which says nothing.
  return `container ${name} ${how}${state?.running === undefined ? '' : ', and has been started again'}`;
}

/** @param how its last run ended, if there was one */
function whyWaiting(
  name: string,
  image: string | undefined,
  { reason = 'waiting', message }: { reason?: string; message?: string },
  how: string | undefined,
): string | undefined {
  if (UNDER_WAY.test(reason) && message === undefined) return how && `container ${name} ${how}`;
  const short = message === undefined ? undefined : pullMessage(message);
  const named = image === undefined || short?.includes(image) === true;
  const of = /Image/.test(reason) && !named ? ` of image ${image}` : '';
  const said = short === undefined ? '' : `: ${short}`;
  return `container ${name}: ${reason}${of}${said}${how === undefined ? '' : ` (it ${how})`}`;
}

function describeEnd({ exitCode, reason, message }: { exitCode: number; reason?: string; message?: string }): string {
  const why = reason === undefined || reason === 'Error' ? '' : `, ${reason}`;
  return `ended with exit code ${exitCode}${why}${message === undefined ? '' : `: ${message.trim()}`}`;
}

/** Whether a container of the pod keeps ending, so that its log says why. */
export function crashing(pod: Pod): ContainerStatus | undefined {
  return containersOf(pod).find(({ ready, state, lastState }) => {
    if (ready && state?.running !== undefined) return false;
    return (state?.terminated?.exitCode ?? lastState?.terminated?.exitCode ?? 0) !== 0;
  });
}

/** Whether a container of the pod is beyond its creation: then the pod has its node, its sandbox and its volumes. */
export function isPastCreation(pod: Pod): boolean {
  return containersOf(pod).some(({ state, lastState }) => {
    if ((state?.running ?? state?.terminated ?? lastState?.terminated) !== undefined) return true;
    const reason = state?.waiting?.reason;
    return reason !== undefined && !UNDER_WAY.test(reason);
  });
}

/** The pods, each with what it waits for, in brackets behind a subject. */
export function describePods(pods: readonly Pod[]): string {
  if (pods.length === 0) return ' (it has no pod yet)';
  return ` (${pods.map((pod) => `pod ${pod.metadata.name}: ${whyNotReady(pod)}`).join('; ')})`;
}
