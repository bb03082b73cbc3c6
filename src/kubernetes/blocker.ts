import type { KubeClient } from './client.ts';
import { crashing, isPastCreation, whyNotReady } from './podState.ts';
import { allNodes } from './nodes.ts';
import { pullMessage } from './pullMessage.ts';
import type { KubeEvent, KubeNode, List, Pod } from './types.ts';

/** What stands behind a blocker. */
export interface BlockerDetails {
  /** Sentences on what the pods do not say themselves: nodes that are short of something, volumes that are not there. */
  reasons: string[];
  /** The last lines of a container that keeps ending. */
  log: { of: string; text: string } | undefined;
}

/** Lines of a crashing container that are shown. */
const LINES = 10;

/** Conditions of a node that keep pods away from it. */
const PRESSURE = /^(Memory|Disk|PID)Pressure$|^NetworkUnavailable$/;

/** Sentences on nodes that are short of memory, disk or process ids. */
export function pressureOf(nodes: readonly KubeNode[]): string[] {
  return nodes.flatMap(({ metadata, status }) =>
    (status?.conditions ?? [])
      .filter(({ type, status: is }) => PRESSURE.test(type) && is === 'True')
      .map(({ type, message }) => `node ${metadata.name} has ${type}${message === undefined ? '' : `: ${message}`}`),
  );
}

/** Finds out why pods are not ready, beyond what they say themselves. @throws when the API does not answer */
export async function detailsOf(kube: KubeClient, pods: readonly Pod[], signal: AbortSignal): Promise<BlockerDetails> {
  const nodes = await allNodes(kube);
  const events = pods.length === 0 ? [] : ((await kube.get<List<KubeEvent>>('/api/v1/events'))?.items ?? []);
  const reasons = [...pressureOf(nodes), ...pods.flatMap((pod) => lastWarning(pod, events))];
  for (const pod of pods) {
    signal.throwIfAborted();
    const container = crashing(pod);
    if (container === undefined) continue;
    const text = await podLog(kube, pod, container.name, LINES);
    const { namespace = 'default', name } = pod.metadata;
    if (text.trim() !== '') return { reasons, log: { of: `pod ${namespace}/${name}`, text } };
  }
  return { reasons, log: undefined };
}

const timeOf = ({ lastTimestamp, eventTime, metadata }: KubeEvent): string =>
  lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '';

/** Events that warn, the last ones first. */
export function warnings(events: readonly KubeEvent[]): KubeEvent[] {
  return events.filter(({ type }) => type === 'Warning').sort((a, b) => timeOf(b).localeCompare(timeOf(a)));
}

/** Reasons of events that only repeat the state of the pod's containers. */
const STATED = /^(BackOff|Failed)$/;
/** Reasons of events that are over when a container is beyond its creation. */
const BEFORE_START = /^Failed(Mount|AttachVolume|Scheduling|CreatePodSandBox)$/;

/** A pause between pulls as kubelets before 1.32 tell of it: without the reason. */
const PAUSE = /Back-off pulling image "([^"]+)"(?=;|$)/;
const PULL_FAILED = /^Failed to pull image "([^"]+)": (.*)$/s;

/** Why the pull failed that a pod pauses after, from the event of that pull. */
function whyPaused(why: string, warned: readonly KubeEvent[]): string[] {
  const image = PAUSE.exec(why)?.[1];
  if (image === undefined) return [];
  const causes = warned.flatMap(({ message = '' }) => {
    const [, of, cause] = PULL_FAILED.exec(message) ?? [];
    return of === image && cause !== undefined ? [pullMessage(cause)] : [];
  });
  return causes.slice(0, 1);
}

/** What was warned of last about a pod, unless it says so itself: kubelet tells of volumes and probes in events only. */
export function lastWarning(pod: Pod, events: readonly KubeEvent[]): string[] {
  const { name, namespace } = pod.metadata;
  const why = whyNotReady(pod);
  const isPast = isPastCreation(pod);
  const warned = warnings(events).filter(
    ({ involvedObject: object }) => object.kind === 'Pod' && object.name === name && object.namespace === namespace,
  );
  const event = warned.find(
    ({ reason = '', message = '' }) =>
      !STATED.test(reason) && !(isPast && BEFORE_START.test(reason)) && !why.includes(message),
  );
  return [...whyPaused(why, warned), ...(event === undefined ? [] : [`${event.reason}: ${event.message?.trim()}`])];
}

/**
 * The last lines of a container, of its last run if it is not running now.
 * @returns empty when there are none
 */
export async function podLog(kube: KubeClient, pod: Pod, container: string, lines: number): Promise<string> {
  const { namespace = 'default', name } = pod.metadata;
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/log?container=${container}&tailLines=${lines}`;
  for (const query of [path, `${path}&previous=true`]) {
    const text = await kube.getText(query).catch(() => '');
    if (text.trim() !== '') return text;
  }
  return '';
}
