import { silentReporter } from '../../common/reporter.ts';
import { Timeline } from '../../common/timeline.ts';
import { type Target, targetText } from '../../config/target.ts';
import type { WaitLayers } from '../../config/wait.ts';
import type { Engine } from '../../docker/engine.ts';
import { COMPONENTS, isEnabled, waitForComponent, waitForTarget } from '../../kubernetes/components.ts';
import { clusterDomain, type Lookup, waitForDns, waitForLookup } from '../../kubernetes/dns.ts';
import { PodCidrGiver } from '../../kubernetes/podCidr.ts';
import {
  type Announcer,
  step,
  type WaitContext,
  waitForApi,
  waitForNodes,
  waitForServiceAccount,
} from '../../kubernetes/ready.ts';
import { lookAt } from '../../kubernetes/targetState.ts';
import { possibleLayers } from '../../plan/expectations.ts';
import { type Cluster, expectationsFor, isK3sNode, needCluster, withKube } from '../find/index.ts';
import { type WorkContext, withDeadline } from '../context.ts';
import { lookupIn } from './lookup.ts';
import type { Progress } from '../progress.ts';

/** The layers above the nodes and the ServiceAccount, in their order; what the servers' arguments disable is passed over. */
export async function waitForLayers(
  wait: WaitContext,
  layers: WaitLayers,
  k3sArgs: readonly string[],
  lookup: Lookup,
): Promise<void> {
  if (layers.has('coredns') && isEnabled('coredns', k3sArgs)) {
    await step(wait, 'CoreDNS', waitForDns);
    // Ready endpoints are no answer yet: that takes the nodes' rules for the service's address too.
    await step(wait, 'DNS lookup', (one) => waitForLookup(one, clusterDomain(k3sArgs), lookup));
  }
  for (const name of COMPONENTS) {
    if (!layers.has(name) || !isEnabled(name, k3sArgs)) continue;
    await step(wait, name, (one) => waitForComponent(one, name));
  }
}

/** How a wait says what it waits for. */
export function announcer({ reporter }: Pick<WorkContext, 'reporter'>, progress: Progress): Announcer {
  return {
    blocker: (text, pods, name) => {
      if (!progress.waitingFor.includes(text)) reporter.debug(`waiting for ${text}`);
      progress.set(text, pods, name);
    },
    done: (name) => progress.clear(name),
  };
}

/** What is waited for in a cluster that runs. */
export interface WaitRequest {
  layers: WaitLayers;
  targets: readonly Target[];
  /** Bound in milliseconds. */
  timeoutMs: number;
  /** What of it had passed before, in milliseconds. */
  spentMs?: number;
}

/**
 * Waits until layers of a running cluster, and things of the user's own, are ready.
 * @throws UserError when there is no such cluster, the time is up, or a target can't become ready any more
 */
export async function waitForCluster(name: string, wishes: WaitRequest, context: WorkContext): Promise<void> {
  const cluster = await needCluster(context.engine, name);
  const work = async (inner: WorkContext, progress: Progress): Promise<void> => {
    const announce = announcer(context, progress);
    try {
      await waitIn(cluster, { ...wishes, isPatient: true }, inner, announce, progress);
    } catch (error) {
      if (inner.signal.aborted && !context.signal.aborted) {
        const seen = { ...context, ...announce, startedAt: undefined };
        await progress.lookCloser((kube, signal) => lookOnceMore({ ...seen, kube, signal }, wishes.targets, progress));
      }
      throw error;
    }
  };
  await withDeadline(context, wishes.timeoutMs, `cluster "${name}" was`, work, wishes.spentMs);
}

/** What targets lack when the time is up: where the API is slow, what was seen of them last is old. */
export async function lookOnceMore(wait: WaitContext, targets: readonly Target[], progress: Progress): Promise<void> {
  for (const target of targets) {
    const name = targetText(target);
    const unready = progress.isWaitingFor(name) ? await lookAt(wait, target) : undefined;
    if (unready !== undefined) wait.blocker(`${name} (${unready.why})`, unready.pods, name);
  }
}

async function waitIn(
  cluster: Cluster,
  { layers, targets, isPatient }: Pick<WaitRequest, 'layers' | 'targets'> & { isPatient: boolean },
  { engine, reporter, timeline, signal }: WorkContext,
  announce: Announcer,
  progress?: Progress,
): Promise<void> {
  const expected = await expectationsFor(
    engine,
    cluster.nodes.filter(isK3sNode).map(({ name }) => name),
  );
  const args = expected.serverArgs;
  const places = expected.nodes.map(({ container }) => container);
  await withKube(engine, cluster, async (kube, credentials) => {
    if (progress !== undefined) progress.credentials = credentials;
    const wait: WaitContext = { kube, reporter, timeline, signal, startedAt: undefined, ...announce };
    const { minor } = await step(wait, 'API answers', waitForApi);
    // Whoever asks for layers has installed what they need: only what never comes about is passed over.
    const isUp = isPatient || expected.hasNetwork;
    const possible = possibleLayers(layers, expected, isUp, Number.parseInt(minor, 10));
    if (possible.has('nodes')) {
      const podCidr = new PodCidrGiver(kube, 0, args);
      await step(wait, 'nodes', (one) =>
        waitForNodes(one, expected.nodes, podCidr, () => undefined, isUp ? 'Ready' : 'registered'),
      );
    }
    if (possible.has('service-account')) await step(wait, 'default ServiceAccount', waitForServiceAccount);
    await waitForLayers(wait, possible, args, lookupIn(engine, places, wait.signal));
    for (const target of targets) await step(wait, targetText(target), (one) => waitForTarget(one, target));
  });
}

/** Layers that somebody who has worked on a cluster may have shaken. */
const SHAKEN: WaitLayers = new Set(['nodes', 'coredns']);

/**
 * Waits until all nodes of a running cluster are Ready and its DNS answers, as they may not be after somebody has worked
 * on it.
 * @throws the signal's reason when it is aborted
 */
export async function waitUntilSettled(engine: Engine, name: string, signal: AbortSignal): Promise<void> {
  const quiet = { engine, reporter: silentReporter, timeline: new Timeline(), signal };
  await waitIn(await needCluster(engine, name), { layers: SHAKEN, targets: [], isPatient: false }, quiet, {
    blocker: () => undefined,
    done: () => undefined,
  });
}
