import { formatDuration } from '../common/duration.ts';
import { poll } from '../common/poll.ts';
import type { Reporter } from '../common/reporter.ts';
import type { Timeline } from '../common/timeline.ts';
import { type KubeClient, KubeError } from './client.ts';
import { conditionOf } from './conditions.ts';
import { nodeFor, type SoughtNode } from './nodeNames.ts';
import { allNodes } from './nodes.ts';
import type { PodCidrGiver } from './podCidr.ts';
import type { KubeNode, List, Pod, VersionInfo } from './types.ts';

/** Pause between two looks at the API, in milliseconds. */
export const LOOK_EVERY_MS = 150;

/** Told what is being waited for, so that whoever ends the wait can name the blocker. */
export interface Announcer {
  /** @param pods those that it comes down to @param name of the wait, where several are under way */
  blocker(text: string, pods?: readonly Pod[], name?: string): void;
  /** A wait is over. */
  done(name: string): void;
}

/** What a wait knows about itself while it runs. */
export interface WaitContext extends Announcer {
  kube: KubeClient;
  signal: AbortSignal;
  reporter: Reporter;
  timeline: Timeline;
  /**
   * When each node was started, in milliseconds since 1970, for a cluster that has run before: what the API says of a
   * node or pod from before that is out of date. Undefined for a new cluster, where everything is news.
   */
  startedAt: ReadonlyMap<string, number> | undefined;
}

/**
 * Runs one of several waits, which may be under way side by side, as a phase of the timeline.
 * @param name of the phase
 */
export function step<T>(context: WaitContext, name: string, wait: (context: WaitContext) => Promise<T>): Promise<T> {
  const own: WaitContext = { ...context, blocker: (text, pods) => context.blocker(text, pods, name) };
  return context.timeline.run(name, async () => {
    const found = await wait(own);
    // One that has failed stays, as what was waited for.
    context.done(name);
    return found;
  });
}

/**
 * Runs a question to the API that may not answer yet: while it comes up, failures only mean "not yet".
 * @param onFailure told why there was no answer
 */
export async function ask<T>(
  question: () => Promise<T | undefined>,
  onFailure?: (error: Error) => void,
): Promise<T | undefined> {
  try {
    return await question();
  } catch (error) {
    // A refused certificate or right does not heal by waiting, but right after boot RBAC is still being set up.
    if (!(error instanceof KubeError || isNetworkError(error))) throw error;
    onFailure?.(error as Error);
    return undefined;
  }
}

function isNetworkError(error: unknown): boolean {
  return error instanceof Error && ('code' in error || /no answer|socket hang up/.test(error.message));
}

/** Does something through the API, again and again until it is taken. */
export async function insist(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const once = async (): Promise<true> => {
    await work();
    return true;
  };
  await poll(() => ask(once), LOOK_EVERY_MS, signal);
}

/** Waits until the API answers at all. @returns the release it runs */
export function waitForApi(context: WaitContext): Promise<VersionInfo> {
  context.blocker('the Kubernetes API to answer');
  return poll(() => ask(() => context.kube.get<VersionInfo>('/version')), LOOK_EVERY_MS, context.signal);
}

/**
 * Waits until a server is about to give agents their configuration. An agent that asks sooner sleeps for 5 to 10 s inside
 * k3s, so agents are started at this moment and not before. k3s registers its Addon kind just before it begins to
 * answer agents, at most a second (measured), and an agent takes longer than that from its start to its first question.
 * @param supervisor client with the cluster's token
 * @param restarted whether the cluster has run before: then the Addon kind has been there all along and says nothing
 */
export async function waitForSupervisor(
  context: WaitContext,
  supervisor: KubeClient,
  restarted: boolean,
): Promise<void> {
  context.blocker('the first server to accept agents');
  await poll(
    async () => {
      const accepts = ask(() => supervisor.get('/v1-k3s/readyz'));
      const registered = restarted ? undefined : ask(() => context.kube.get('/apis/k3s.cattle.io/v1/addons'));
      return (await registered) ?? (await accepts);
    },
    LOOK_EVERY_MS,
    context.signal,
  );
}

/** A node that is waited for. */
export interface WantedNode extends SoughtNode {
  container: string;
  /** Whether it gets the role of a server. */
  getsRole?: boolean;
}

/** The role of servers, with the name that it had before Kubernetes 1.20 (k3s: pkg/server). */
const SERVER_ROLES = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'];

/**
 * How long a node that is Ready is waited for to get its role, in milliseconds. Nothing depends on it, and of two servers
 * of k3s 1.23 that share a database now and then one does not get it.
 */
const ROLE_MS = 15_000;

/** Until when nodes are waited for: `registered` where nobody brings a network, without which none becomes Ready. */
export type NodeState = 'Ready' | 'registered';

/**
 * Waits until all nodes are Ready, helping them to a pod range, and for a while until servers have their role, which k3s
 * gives them later. Where it is enough that they have registered, one that was Ready when it was first seen, before its
 * cluster was started again, has to be so once more: somebody has brought it a network.
 * @param onRegistered called for each node that Kubernetes knows, by its container's name and its own, more than once
 */
export async function waitForNodes(
  context: WaitContext,
  wanted: readonly WantedNode[],
  podCidr: PodCidrGiver,
  onRegistered: (container: string, node: string) => void,
  until: NodeState = 'Ready',
): Promise<KubeNode[]> {
  const done = new Set<string>();
  const wasReady = new Map<string, boolean>();
  const readyAt = new Map<string, number>();
  const isAwaitingRole = (one: WantedNode, node: KubeNode): boolean => {
    const at = readyAt.get(one.container) ?? performance.now();
    readyAt.set(one.container, at);
    return lacksRole(one, node) && performance.now() - at < ROLE_MS;
  };
  return await poll(
    async () => {
      let failure: string | undefined;
      const found = await ask(
        () => allNodes(context.kube),
        (error) => (failure = error.message),
      );
      const nodes = found ?? [];
      await podCidr.serve(nodes);
      for (const one of wanted) {
        const node = nodeFor(one, nodes);
        if (node === undefined) continue;
        const { name } = node.metadata;
        onRegistered(one.container, name);
        if (!wasReady.has(name)) wasReady.set(name, conditionOf(node, 'Ready')?.status === 'True');
        if (done.has(one.container)) continue;
        const isEnough = until === 'registered' && !wasReady.get(name);
        if (isEnough ? !isSeenAnew(context, node) : !isReady(context, node) || isAwaitingRole(one, node)) continue;
        done.add(one.container);
        const how = isEnough ? 'has registered' : 'is Ready';
        context.reporter.info(`Node ${name} ${how} after ${formatDuration(context.timeline.now())}`);
      }
      const missing = wanted.filter(({ container }) => !done.has(container));
      if (missing.length === 0) return nodes;
      context.blocker(describeMissing(missing, nodes, failure));
      return undefined;
    },
    LOOK_EVERY_MS,
    context.signal,
  );
}

const lacksRole = ({ getsRole = false }: WantedNode, { metadata }: KubeNode): boolean =>
  getsRole && !SERVER_ROLES.some((role) => role in (metadata.labels ?? {}));

/** Whether its kubelet has spoken since the node was started, whatever it said. */
function isSeenAnew({ startedAt }: WaitContext, node: KubeNode): boolean {
  return isNews(startedAt, node.metadata.name, conditionOf(node, 'Ready')?.lastHeartbeatTime);
}

function isReady({ startedAt }: WaitContext, node: KubeNode): boolean {
  const condition = conditionOf(node, 'Ready');
  return condition?.status === 'True' && isNews(startedAt, node.metadata.name, condition.lastHeartbeatTime);
}

/** Whether something that the API dates was so after the node's last start. The API counts in whole seconds. */
function isNews(startedAt: ReadonlyMap<string, number> | undefined, node: string, time: string | undefined): boolean {
  if (startedAt === undefined) return true;
  const started = startedAt.get(node);
  return started !== undefined && time !== undefined && Date.parse(time) >= Math.floor(started / 1000) * 1000;
}

/** @param failure why the API did not tell of nodes, if it did not */
function describeMissing(missing: readonly WantedNode[], nodes: readonly KubeNode[], failure?: string): string {
  const unknown = failure === undefined ? '' : ` (the API does not tell: ${failure})`;
  return missing
    .map((one) => {
      const node = nodeFor(one, nodes);
      if (node === undefined) return `node ${one.container} to register${unknown}`;
      const condition = conditionOf(node, 'Ready');
      if (condition?.status === 'True' && lacksRole(one, node)) return `node ${node.metadata.name} to get its role`;
      const reason = condition?.message ?? condition?.reason;
      return `node ${node.metadata.name} to become Ready${reason === undefined ? '' : ` (${reason})`}`;
    })
    .join(', ');
}

/** Waits for the default ServiceAccount, without which no pod can be created. */
export async function waitForServiceAccount(context: WaitContext): Promise<void> {
  context.blocker('the default ServiceAccount');
  const path = '/api/v1/namespaces/default/serviceaccounts/default';
  await poll(() => ask(() => context.kube.get(path)), LOOK_EVERY_MS, context.signal);
}

/** The pods at an API path; none while there is no answer. */
export async function listPods(context: WaitContext, path: string): Promise<Pod[]> {
  return (await ask(() => context.kube.get<List<Pod>>(path)))?.items ?? [];
}

/** Whether all containers of a pod are ready, and have been started since its node was. */
export function runsSinceStart({ startedAt }: WaitContext, { spec, status }: Pod): boolean {
  const containers = status?.containerStatuses ?? [];
  const fresh = ({ ready, state }: (typeof containers)[number]): boolean =>
    ready && isNews(startedAt, spec?.nodeName ?? '', state?.running?.startedAt);
  return containers.length > 0 && containers.every(fresh);
}
