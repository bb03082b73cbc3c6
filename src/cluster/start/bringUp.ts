import { messageOf } from '../../common/errors.ts';
import { targetText } from '../../config/target.ts';
import { KubeClient, type KubeCredentials } from '../../kubernetes/client.ts';
import { isEnabled, waitForTarget } from '../../kubernetes/components.ts';
import { isTrue } from '../../kubernetes/conditions.ts';
import { addHostEntries } from '../../kubernetes/hosts.ts';
import { moveNodes } from '../../kubernetes/nodeAddresses.ts';
import { PodCidrGiver } from '../../kubernetes/podCidr.ts';
import { waitForPods } from '../../kubernetes/pods.ts';
import {
  insist,
  step,
  type WaitContext,
  waitForApi,
  waitForNodes,
  waitForServiceAccount,
  waitForSupervisor,
} from '../../kubernetes/ready.ts';
import type { KubeNode } from '../../kubernetes/types.ts';
import { canBeEarly } from '../../plan/early.ts';
import { type ExpectedNode, type Expectations, possibleLayers } from '../../plan/expectations.ts';
import { settleAll } from '../../common/settleAll.ts';
import type { WorkContext } from '../context.ts';
import { clusterFilter, expectationsFor } from '../find/index.ts';
import { waitForCredentials } from './credentials.ts';
import { bringEarly, isUntouched } from './early.ts';
import { lookupIn } from './lookup.ts';
import { startServers, Turns } from './joinInTurn.ts';
import type { Progress } from '../progress.ts';
import { announcer, waitForLayers } from './readiness.ts';
import { EngineError } from '../../docker/engine.ts';
import { deletionOf, failOnNodeExit } from '../containers/index.ts';
import { failOnRefusal } from './refusals.ts';
import { NodeStarter } from './nodeStarter.ts';
import type { BringUpPlan, RunningCluster } from './plan.ts';

/**
 * Starts the nodes in the order in which they can use each other and waits until the cluster is usable.
 * @param progress told what is being waited for, so that whoever ends the wait can name it
 * @throws NodeFailure when a node ends meanwhile; the signal's reason when it is aborted
 */
export async function bringUp(plan: BringUpPlan, context: WorkContext, progress: Progress): Promise<RunningCluster> {
  const over = new AbortController();
  try {
    const filter = clusterFilter(plan.cluster);
    const failure = await failOnNodeExit(context.engine, filter, over.signal, plan.restarted);
    const signal = AbortSignal.any([context.signal, failure]);
    return await startAndWait(plan, { ...context, signal }, progress);
  } catch (error) {
    // The engine's refusal may come before its word of what has happened.
    const [first = ''] = plan.servers;
    throw (error instanceof EngineError ? await deletionOf(context.engine, first) : undefined) ?? error;
  } finally {
    over.abort();
  }
}

async function startAndWait(plan: BringUpPlan, context: WorkContext, progress: Progress): Promise<RunningCluster> {
  const { engine, reporter, timeline, signal } = context;
  const [first, ...joining] = plan.servers as [string, ...string[]];
  const starter = new NodeStarter(engine, plan);
  // Members of an etcd cluster that has run before need each other to answer; new ones have to join in turn.
  await timeline.run('start server', () =>
    starter.start([...(plan.restarted ? plan.servers : [first]), ...plan.loadBalancers]),
  );
  await plan.meanwhile?.();
  const waits = plan.wait.size > 0;
  if (!waits) await starter.start([...joining, ...plan.agents]);
  const credentials = await timeline.run('certificates', () =>
    waitForCredentials(engine, first, plan.apiURL, progress, signal),
  );
  reporter.secret(credentials.key);
  if (!waits) {
    if (plan.namesAnyway) await nameQuietly(plan, context, credentials);
    return { credentials, version: undefined };
  }
  progress.clear();
  progress.credentials = credentials;
  const kube = new KubeClient(credentials);
  const announce = announcer(context, progress);
  const expected = await expectationsFor(engine, [...plan.servers, ...plan.agents]);
  try {
    const wait: WaitContext = { kube, signal, reporter, timeline, startedAt: starter.startedAt, ...announce };
    return { credentials, version: await becomeReady({ plan, expected, starter }, context, wait, credentials) };
  } finally {
    kube.close();
  }
}

/** How long names may take to get into the DNS of a cluster that nobody waits for, in milliseconds. */
const NAMES_MS = 60_000;

/** Brings names into the cluster's DNS as soon as that can be done. Only an abort ends it with an error. */
async function nameQuietly(plan: BringUpPlan, context: WorkContext, credentials: KubeCredentials): Promise<void> {
  const { engine, reporter, timeline } = context;
  const expected = await expectationsFor(engine, plan.servers);
  if (!isEnabled('coredns', expected.serverArgs)) return;
  const kube = new KubeClient(credentials);
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(NAMES_MS)]);
  const quiet = { blocker: () => undefined, done: () => undefined };
  try {
    const wait: WaitContext = { kube, signal, reporter, timeline, startedAt: undefined, ...quiet };
    await step(wait, 'host entries', async (one) => addHostEntries(one, await plan.hostEntries()));
  } catch (error) {
    context.signal.throwIfAborted();
    reporter.warn(`The cluster's DNS does not know host.k3d.internal: ${messageOf(error)}`);
  } finally {
    kube.close();
  }
}

/** A cluster on its way up. */
interface Rise {
  plan: BringUpPlan;
  expected: Expectations;
  starter: NodeStarter;
}

/** Waits for all layers of readiness, starting the other nodes as soon as they can join. @returns the release of k3s */
async function becomeReady(
  rise: Rise,
  context: WorkContext,
  wait: WaitContext,
  credentials: KubeCredentials,
): Promise<string> {
  const { plan, expected } = rise;
  const version = await step(wait, 'API answers', waitForApi);
  wait.reporter.info(`The API answers at ${credentials.server} (${version.gitVersion})`);
  const minor = Number.parseInt(version.minor, 10);
  // Before k3s looks for its own address, which it does a moment after this.
  if (plan.restarted) await placeAnew(expected, wait);
  const over = new AbortController();
  const first = await earlyNode(rise, minor, wait);
  const whileRising = { ...wait, signal: AbortSignal.any([wait.signal, over.signal]) };
  const bringing = first && bringEarly(context.engine, plan.servers[0] as string, expected.serverArgs, whileRising);
  try {
    await becomeUsable(rise, minor, context, wait, credentials, first);
  } finally {
    over.abort();
    await bringing;
  }
  return version.gitVersion;
}

/** The first node, where what it needs is brought to it early; undefined: it is not. */
async function earlyNode(
  { plan, expected }: Rise,
  minor: number,
  wait: WaitContext,
): Promise<ExpectedNode | undefined> {
  const [server] = plan.servers;
  const node = expected.nodes.find(({ container }) => container === server);
  // Not tried where several servers share a database.
  const isFirst = plan.servers.length === 1 || !plan.sharesDatabase;
  if (!plan.early || node === undefined || !isFirst || !canBeEarly(expected, minor)) return undefined;
  return (await isUntouched(wait)) ? node : undefined;
}

async function becomeUsable(
  rise: Rise,
  minor: number,
  context: WorkContext,
  wait: WaitContext,
  credentials: KubeCredentials,
  first: ExpectedNode | undefined,
): Promise<void> {
  const { plan, expected } = rise;
  const nodes = await untilFailure(wait.signal, (signal, whole) => {
    const own = { ...wait, signal };
    const podCidr = new PodCidrGiver(own.kube, minor, expected.serverArgs, first);
    return whole(joinNodes(rise, podCidr, { ...context, signal }, own, credentials, whole));
  });
  const isUp = expected.hasNetwork || nodes.some((node) => isTrue(node, 'Ready'));
  const layers = possibleLayers(plan.wait, expected, isUp, minor);
  // Names are looked up where pods could be: a server without a kubelet has no rules for services.
  const places = expected.nodes.map(({ container }) => container);
  await waitForLayers(wait, layers, expected.serverArgs, lookupIn(context.engine, places, wait.signal));
  for (const target of plan.targets ?? []) await step(wait, targetText(target), (one) => waitForTarget(one, target));
  const { pods = [] } = plan;
  if (pods.length > 0) await step(wait, 'pods', (one) => waitForPods(one, pods));
}

/** What goes on side by side while nodes join. @returns the nodes as Kubernetes has them */
async function joinNodes(
  { plan, expected, starter }: Rise,
  podCidr: PodCidrGiver,
  context: WorkContext,
  wait: WaitContext,
  credentials: KubeCredentials,
  whole: Whole,
): Promise<KubeNode[]> {
  const turns = new Turns(plan.servers);
  const unregistered = new Set(expected.nodes.map(({ container }) => container));
  const registered = (container: string, node: string): void => {
    unregistered.delete(container);
    turns.joined(container);
    starter.registered(container, node);
  };
  const until = expected.hasNetwork || plan.bringsNetwork ? 'Ready' : 'registered';
  let nodes: KubeNode[] = [];
  const ready = async (one: WaitContext): Promise<void> =>
    void (nodes = await waitForNodes(one, expected.nodes, podCidr, registered, until));
  // A server without a kubelet never registers: the next one needs not wait for it.
  for (const name of plan.servers) if (!unregistered.has(name)) turns.joined(name);
  const over = new AbortController();
  const refused = failOnRefusal(context.engine, unregistered, AbortSignal.any([wait.signal, over.signal]));
  const dns = isEnabled('coredns', expected.serverArgs);
  const account = plan.wait.has('service-account') && expected.hasControllers;
  try {
    await settleAll(
      [
        ...(dns ? [step(wait, 'host entries', async (one) => addHostEntries(one, await plan.hostEntries()))] : []),
        step(wait, 'nodes Ready', ready).finally(() => over.abort()),
        refused,
        startAgents({ plan, starter }, wait, credentials),
        startServers({ ...plan, nodeNames: namesOf(expected) }, turns, starter, context),
        ...(account ? [step(wait, 'default ServiceAccount', waitForServiceAccount)] : []),
      ].map(whole),
    );
  } finally {
    over.abort();
  }
  return nodes;
}

/** Names of nodes in Kubernetes by their containers'. */
const namesOf = ({ nodes }: Expectations): ReadonlyMap<string, string> =>
  new Map(nodes.map(({ container, name }) => [container, name]));

/** Makes a piece of work one of a whole: when it fails, all of the whole ends. */
type Whole = <T>(work: Promise<T>) => Promise<T>;

/** Runs what goes on side by side, and ends all of it with the first that fails. */
async function untilFailure<T>(outer: AbortSignal, run: (signal: AbortSignal, whole: Whole) => Promise<T>): Promise<T> {
  const failed = new AbortController();
  const whole: Whole = async (work) => {
    try {
      return await work;
    } catch (error) {
      failed.abort(error);
      throw failed.signal.reason;
    }
  };
  return await run(AbortSignal.any([outer, failed.signal]), whole);
}

/** A cluster that has been somewhere else before knows its nodes by the addresses that they had there. */
async function placeAnew({ nodes }: Expectations, { kube, reporter, signal }: WaitContext): Promise<void> {
  try {
    await insist(() => moveNodes(kube, nodes), signal);
  } catch (error) {
    signal.throwIfAborted();
    reporter.warn(`Addresses of nodes can't be brought up to date: ${messageOf(error)}`);
  }
}

async function startAgents(
  { plan, starter }: Omit<Rise, 'expected'>,
  wait: WaitContext,
  { server, ca }: KubeCredentials,
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
