import { poll } from '../common/poll.ts';
import type { ClusterConfig } from '../config/types.ts';
import { type Engine, EngineError, type LabelFilter } from '../docker/engine.ts';
import { KubeClient, type KubeCredentials, type SupervisorCredentials } from '../kubernetes/client.ts';
import { PodCidrGiver } from '../kubernetes/podCidr.ts';
import {
  type WaitContext,
  waitForApi,
  waitForDns,
  waitForNodes,
  waitForServiceAccount,
  waitForSupervisor,
} from '../kubernetes/ready.ts';
import type { NodePlan } from '../plan/cluster.ts';
import type { CreateContext } from './create.ts';
import { readCredentials } from './credentials.ts';
import { failOnNodeExit, NodeFailure } from './nodeFailure.ts';
import { allSettled, type ClusterObjects } from './prepare.ts';

/** How often a server is asked for its certificates, in milliseconds. */
const CREDENTIALS_EVERY_MS = 200;

/** A cluster whose nodes run. */
export interface RunningCluster {
  credentials: KubeCredentials;
  version: string | undefined;
  nodes: { name: string; role: string; ready: boolean }[];
}

/**
 * Starts the nodes in the order in which they can use each other and waits until the cluster is usable.
 * @throws NodeFailure when a node ends meanwhile; the signal's reason when it is aborted
 */
export async function bringUp(
  config: ClusterConfig,
  objects: ClusterObjects,
  filter: LabelFilter,
  context: CreateContext,
  progress: { waitingFor: string },
): Promise<RunningCluster> {
  const { engine } = context;
  const over = new AbortController();
  try {
    const failure = await failOnNodeExit(engine, filter, over.signal);
    const signal = AbortSignal.any([context.signal, failure]);
    return await startAndWait(config, objects, { ...context, signal }, progress);
  } finally {
    over.abort();
  }
}

async function startAndWait(
  config: ClusterConfig,
  objects: ClusterObjects,
  context: CreateContext,
  progress: { waitingFor: string },
): Promise<RunningCluster> {
  const { engine, reporter, timeline, signal } = context;
  const servers = objects.plan.nodes.filter((node) => node.role === 'server');
  const agents = objects.plan.nodes.filter((node) => node.role === 'agent');
  const [first, ...joining] = servers as [NodePlan, ...NodePlan[]];
  const start = (nodes: NodePlan[]) => allSettled(nodes.map((node) => startNode(engine, node.name)));

  await objects.releasePort();
  await timeline.run('start server', () => start([first]));
  await objects.makeOthers();
  if (!config.wait) await start([...joining, ...agents]);
  progress.waitingFor = `the certificates of ${first.name}`;
  const credentials = await timeline.run('certificates', () =>
    poll(() => readCredentials(engine, first.name, objects.apiURL), CREDENTIALS_EVERY_MS, signal),
  );
  reporter.secret(credentials.key);
  const describe = (ready: boolean) => objects.plan.nodes.map(({ name, role }) => ({ name, role, ready }));
  if (!config.wait) return { credentials, version: undefined, nodes: describe(false) };

  const kube = new KubeClient(credentials);
  const announce = (text: string): void => {
    if (text !== progress.waitingFor) reporter.debug(`waiting for ${text}`);
    progress.waitingFor = text;
  };
  const wait: WaitContext = { kube, signal, reporter, timeline, blocker: announce };
  try {
    const version = await timeline.run('API answers', () => waitForApi(wait));
    reporter.info(`The API answers at ${credentials.server} (${version.gitVersion})`);
    const allArgs = config.k3sArgs.map((arg) => arg.value);
    const podCidr = new PodCidrGiver(kube, Number.parseInt(version.minor, 10), allArgs);
    const turns = new Turns(servers.map((node) => node.name));
    const names = objects.plan.nodes.map((node) => node.name);
    await allSettled([
      timeline.run('nodes Ready', () => waitForNodes(wait, names, podCidr, (node) => turns.ready(node))),
      startAgents(agents, wait, { ...credentials, token: objects.token }, engine),
      startInTurn(joining, turns, engine, signal),
      timeline.run('default ServiceAccount', () => waitForServiceAccount(wait)),
    ]);
    if (hasDns(allArgs)) await timeline.run('CoreDNS', () => waitForDns(wait));
    return { credentials, version: version.gitVersion, nodes: describe(true) };
  } finally {
    kube.close();
  }
}

async function startAgents(
  agents: readonly NodePlan[],
  wait: WaitContext,
  access: SupervisorCredentials,
  engine: Engine,
): Promise<void> {
  if (agents.length === 0) return;
  const supervisor = new KubeClient({ server: access.server, ca: access.ca, token: access.token });
  try {
    await wait.timeline.run('server accepts agents', () => waitForSupervisor(wait, supervisor));
    await wait.timeline.run('start agents', () => allSettled(agents.map((node) => startNode(engine, node.name))));
  } finally {
    supervisor.close();
  }
}

/** Servers join etcd one after the other: a member is admitted only once the one before it is no learner any more. */
class Turns {
  readonly #ready = new Map<string, PromiseWithResolvers<void>>();

  constructor(names: readonly string[]) {
    for (const name of names) this.#ready.set(name, Promise.withResolvers());
  }

  ready(name: string): void {
    this.#ready.get(name)?.resolve();
  }

  async whenReady(name: string, signal: AbortSignal): Promise<void> {
    const aborted = Promise.withResolvers<never>();
    const onAbort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      signal.throwIfAborted();
      await Promise.race([this.#ready.get(name)?.promise, aborted.promise]);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }
}

async function startInTurn(
  joining: readonly NodePlan[],
  turns: Turns,
  engine: Engine,
  signal: AbortSignal,
): Promise<void> {
  for (const node of joining) {
    const previous = node.name.replace(/\d+$/, String(node.index - 1));
    await turns.whenReady(previous, signal);
    await startNode(engine, node.name);
  }
}

/** Starts a container; the engine's refusals become sentences. */
export async function startNode(engine: Engine, name: string): Promise<void> {
  try {
    await engine.containers.start(name);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new NodeFailure(`node ${name} can't be started: ${error.message}`, '');
  }
}

/** Whether the cluster was asked to have CoreDNS. */
export function hasDns(k3sArgs: readonly string[]): boolean {
  const words = k3sArgs.join(',').split(/[=,\s]/);
  const disabled = k3sArgs.some((arg) => arg.startsWith('--disable'));
  return !(disabled && words.includes('coredns'));
}
