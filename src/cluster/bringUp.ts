import { poll } from '../common/poll.ts';
import { type Target, targetText } from '../config/target.ts';
import type { WaitLayers } from '../config/wait.ts';
import { KubeClient, type KubeCredentials } from '../kubernetes/client.ts';
import { isEnabled, waitForTarget } from '../kubernetes/components.ts';
import { addHostEntries } from '../kubernetes/hosts.ts';
import { PodCidrGiver } from '../kubernetes/podCidr.ts';
import { type PodRef, waitForPods } from '../kubernetes/pods.ts';
import {
  step,
  type WaitContext,
  waitForApi,
  waitForNodes,
  waitForServiceAccount,
  waitForSupervisor,
} from '../kubernetes/ready.ts';
import { allSettled } from './allSettled.ts';
import type { WorkContext } from './context.ts';
import { readCredentials } from './credentials.ts';
import { clusterFilter } from './model.ts';
import { lookupIn } from './lookup.ts';
import { startServers, Turns } from './joinInTurn.ts';
import type { Progress } from './progress.ts';
import { announcer, waitForLayers } from './readiness.ts';
import { failOnNodeExit } from './nodeFailure.ts';
import { Starter } from './starter.ts';

/** How often a server is asked for its certificates, in milliseconds. */
const CREDENTIALS_EVERY_MS = 200;

/** A cluster whose containers exist and are to be started. */
export interface BringUpPlan {
  cluster: string;
  /** Names of the servers, the one that began the cluster first. */
  servers: readonly string[];
  agents: readonly string[];
  /** In front of the servers: the API is reached through them, so they are started with the first. */
  loadBalancers: readonly string[];
  /** URL under which the API is reached from here. */
  apiURL: string;
  token: string;
  k3sArgs: readonly string[];
  /** What a node is called in Kubernetes, by its container's name. */
  nodeName: (container: string) => string;
  /** Whether new servers share a database, and can all be started at once; if not, they join etcd in turn. */
  sharesDatabase?: boolean;
  /** Whether the cluster has run before: its nodes and ranges are known to it then. */
  restarted: boolean;
  /** Pods that were ready and have to be so again before the cluster is. */
  pods?: readonly PodRef[];
  /** Names for the cluster's DNS; asked for when all that is in front of the nodes runs. */
  hostEntries: () => Promise<ReadonlyMap<string, string>>;
  /** What to wait for; nothing: only until the nodes' containers run. */
  wait: WaitLayers;
  /** The user's own things to wait for after that. */
  targets?: readonly Target[];
  /** What can be done while the first server comes up and must be done before the other nodes are started. */
  meanwhile?: () => Promise<void>;
}

/** A cluster whose nodes run. */
export interface RunningCluster {
  credentials: KubeCredentials;
  /** `v1.31.5+k3s1`; undefined when nobody waited for the API. */
  version: string | undefined;
}

/**
 * Starts the nodes in the order in which they can use each other and waits until the cluster is usable.
 * @param progress told what is being waited for, so that whoever ends the wait can name it
 * @throws NodeFailure when a node ends meanwhile; the signal's reason when it is aborted
 */
export async function bringUp(plan: BringUpPlan, context: WorkContext, progress: Progress): Promise<RunningCluster> {
  const over = new AbortController();
  try {
    const failure = await failOnNodeExit(context.engine, clusterFilter(plan.cluster), over.signal);
    const signal = AbortSignal.any([context.signal, failure]);
    return await startAndWait(plan, { ...context, signal }, progress);
  } finally {
    over.abort();
  }
}

async function startAndWait(plan: BringUpPlan, context: WorkContext, progress: Progress): Promise<RunningCluster> {
  const { engine, reporter, timeline, signal } = context;
  const [first, ...joining] = plan.servers as [string, ...string[]];
  const starter = new Starter(engine, plan);
  // Members of an etcd cluster that has run before need each other to answer; new ones have to join in turn.
  await timeline.run('start server', () =>
    starter.start([...(plan.restarted ? plan.servers : [first]), ...plan.loadBalancers]),
  );
  await plan.meanwhile?.();
  const waits = plan.wait.size > 0;
  if (!waits) await starter.start([...joining, ...plan.agents]);
  progress.set(`the certificates of ${first}`);
  const credentials = await timeline.run('certificates', () =>
    poll(() => readCredentials(engine, first, plan.apiURL), CREDENTIALS_EVERY_MS, signal),
  );
  reporter.secret(credentials.key);
  if (!waits) return { credentials, version: undefined };
  progress.clear();
  progress.credentials = credentials;
  const kube = new KubeClient(credentials);
  const announce = announcer(context, progress);
  try {
    const wait: WaitContext = { kube, signal, reporter, timeline, startedAt: starter.startedAt, ...announce };
    return { credentials, version: await becomeReady(plan, context, wait, credentials, starter) };
  } finally {
    kube.close();
  }
}

/** Waits for all layers of readiness, starting the other nodes as soon as they can join. @returns the release of k3s */
async function becomeReady(
  plan: BringUpPlan,
  context: WorkContext,
  wait: WaitContext,
  credentials: KubeCredentials,
  starter: Starter,
): Promise<string> {
  const { kube, reporter, signal } = wait;
  const version = await step(wait, 'API answers', waitForApi);
  reporter.info(`The API answers at ${credentials.server} (${version.gitVersion})`);
  const podCidr = new PodCidrGiver(kube, Number.parseInt(version.minor, 10), plan.k3sArgs);
  const turns = new Turns(plan.servers);
  const names = [...plan.servers, ...plan.agents].map(plan.nodeName);
  const dns = isEnabled('coredns', plan.k3sArgs);
  await allSettled([
    ...(dns ? [step(wait, 'host entries', async (one) => addHostEntries(one, await plan.hostEntries()))] : []),
    step(wait, 'nodes Ready', (one) => waitForNodes(one, names, podCidr, (node) => turns.joined(node))),
    startAgents(plan, wait, credentials, starter),
    startServers(plan, turns, starter, { ...context, signal }),
    ...(plan.wait.has('service-account') ? [step(wait, 'default ServiceAccount', waitForServiceAccount)] : []),
  ]);
  await waitForLayers(wait, plan.wait, plan.k3sArgs, lookupIn(context.engine, plan.servers[0] as string));
  for (const target of plan.targets ?? []) await step(wait, targetText(target), (one) => waitForTarget(one, target));
  const { pods = [] } = plan;
  if (pods.length > 0) await step(wait, 'pods', (one) => waitForPods(one, pods));
  return version.gitVersion;
}

async function startAgents(
  plan: BringUpPlan,
  wait: WaitContext,
  { server, ca }: KubeCredentials,
  starter: Starter,
): Promise<void> {
  if (plan.agents.length === 0) return;
  const supervisor = new KubeClient({ server, ca, token: plan.token });
  try {
    await step(wait, 'server accepts agents', (one) => waitForSupervisor(one, supervisor, plan.restarted));
    await wait.timeline.run('start agents', () => starter.start(plan.agents));
  } finally {
    supervisor.close();
  }
}
