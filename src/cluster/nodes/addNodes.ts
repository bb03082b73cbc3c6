import { UserError } from '../../common/errors.ts';
import type { Fix } from '../../config/types.ts';
import type { Engine } from '../../docker/engine.ts';
import { PodCidrGiver } from '../../kubernetes/podCidr.ts';
import type { KubeClient } from '../../kubernetes/client.ts';
import { isTrue } from '../../kubernetes/conditions.ts';
import { nodeFor, type SoughtNode } from '../../kubernetes/nodeNames.ts';
import { waitForApi, waitForNodes, type WantedNode } from '../../kubernetes/ready.ts';
import { allNodes } from '../../kubernetes/nodes.ts';
import { type AddedNode, hasEndpoint, planAddedNode } from '../../plan/clone.ts';
import { CA_PATH, caFiles } from '../../plan/caCertificates.ts';
import { KUBECONFIG_PATH } from '../../plan/cluster.ts';
import { nodeFiles } from '../../plan/nodeFiles.ts';
import { REGISTRIES_PATH, registriesFile } from '../../plan/files.ts';
import { LOCAL_IMAGES_PATH, localImagesFilesLike } from '../../plan/localImages.ts';
import { serverURL } from '../../contract/names.ts';
import type { ContainerSpec, FileSpec } from '../../contract/containers.ts';
import {
  type Cluster,
  clusterFilter,
  expectationsFor,
  needCluster,
  nodesOf,
  runningServer,
  withKube,
} from '../find/index.ts';
import { settleAll } from '../../common/settleAll.ts';
import { putBehind } from '../balancer/index.ts';
import { type WorkContext, withDeadline } from '../context.ts';
import { createContainer, failOnNodeExit, startNode } from '../containers/index.ts';
import { isEtcdMember } from './etcd.ts';
import type { Progress } from '../progress.ts';
import { failOnRefusal, promoteLearners } from '../start/index.ts';
import { ensureImage } from '../images/index.ts';
import { readFile } from '../../docker/readFiles.ts';

/** Nodes that are to be added. */
export interface AddNodes extends Omit<AddedNode, 'name' | 'url'> {
  /** Names of their containers. */
  names: readonly string[];
  /** Docker networks that they are put on besides the cluster's. */
  networks: readonly string[];
  disabledFixes: readonly Fix[];
  wait: boolean;
  /** Bound in milliseconds. */
  timeoutMs: number;
}

/**
 * Adds nodes to a running cluster and waits until they are Ready. If one fails, all that were added are removed again.
 * @throws UserError when the cluster does not exist, does not run or can't have more servers, a name is taken, or the
 *   time is up
 */
export async function addNodes(clusterName: string, request: AddNodes, context: WorkContext): Promise<void> {
  const { engine, reporter, signal } = context;
  const cluster = await needCluster(engine, clusterName);
  if (request.image !== undefined) await ensureImage(engine, request.image, reporter, signal);
  const candidates = [...nodesOf(cluster, request.role), ...nodesOf(cluster, 'server')];
  const model = candidates[0] && (await engine.containers.inspect(candidates[0].id));
  if (model === undefined) throw new UserError(`cluster "${cluster.name}" has no node that could be copied`);
  const files = await filesLike(engine, model.id);
  const url = serverURL(runningServer(cluster).name);
  await joinNodes(cluster, request, context, (name) => {
    const container = planAddedNode(model, { ...request, name, url }, KUBECONFIG_PATH);
    return {
      container,
      files: [
        ...nodeFiles(request.role, container.image, request.disabledFixes, container.memory, container.binds),
        ...files,
      ],
    };
  });
}

/** The files that all nodes of a cluster have, as one of them has them. */
async function filesLike(engine: Engine, id: string): Promise<FileSpec[]> {
  const [settings, local, authorities] = await Promise.all(
    [REGISTRIES_PATH, LOCAL_IMAGES_PATH, CA_PATH].map((path) => readFile(engine, id, path)),
  );
  return [
    ...(settings === undefined ? [] : [registriesFile(settings)]),
    ...(local === undefined ? [] : localImagesFilesLike(local)),
    ...caFiles(authorities),
  ];
}

/** A container and the files that go into it before it starts. */
interface NewNode {
  container: ContainerSpec;
  files: readonly FileSpec[];
}

/**
 * Has nodes join a running cluster and waits until they are Ready; if one fails, all of them are removed again.
 * @param plan gives the container of each
 * @throws UserError as `addNodes` does
 */
export async function joinNodes(
  cluster: Cluster,
  request: Pick<AddNodes, 'names' | 'role' | 'networks' | 'wait' | 'timeoutMs'>,
  context: WorkContext,
  plan: (name: string) => NewNode,
): Promise<void> {
  const { engine } = context;
  runningServer(cluster);
  await checkNamesFree(engine, request.names);
  const joinsEtcd = request.role === 'server' && (await checkServersPossible(engine, cluster)).joinEtcd;
  const made: string[] = [];
  const subject = `the new nodes of cluster "${cluster.name}" were`;
  await withDeadline(context, request.timeoutMs, subject, async (inner, progress) => {
    const over = new AbortController();
    try {
      const failure = await failOnNodeExit(engine, clusterFilter(cluster.name), over.signal);
      const watched = { ...inner, signal: AbortSignal.any([inner.signal, failure]) };
      // Servers join etcd one after the other; agents all at once.
      const groups = request.role === 'server' ? request.names.map((name) => [name]) : [request.names];
      for (const names of groups) {
        await settleAll(names.map((name) => startNew(engine, plan(name), request.networks, made)));
        if (joinsEtcd) await joinEtcd(cluster, names, watched, progress);
        else if (request.wait || request.role === 'server') await waitUntilReady(cluster, names, watched, progress);
      }
    } catch (error) {
      await settleAll(made.map((name) => engine.containers.remove(name)));
      throw error;
    } finally {
      over.abort();
    }
  });
  await putBehind(engine, cluster, request.role, request.names);
}

/** @throws UserError naming a container that exists already */
export async function checkNamesFree(engine: Engine, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if ((await engine.containers.inspect(name)) !== undefined) {
      throw new UserError(`container ${name} exists already: choose another name for the new nodes`);
    }
  }
}

/**
 * How servers can be added: they join etcd, or share a database.
 * @throws UserError when the cluster keeps its state where one server alone can use it
 */
export async function checkServersPossible(engine: Engine, cluster: Cluster): Promise<{ joinEtcd: boolean }> {
  const details = await engine.containers.inspect(runningServer(cluster).id);
  const words = [...(details?.command ?? []), ...(details?.env ?? [])].join(' ');
  if (isEtcdMember(runningServer(cluster)) || /--cluster-init|K3S_CLUSTER_INIT=|datastore.endpoint/i.test(words))
    return { joinEtcd: !hasEndpoint(details?.env ?? []) };
  throw new UserError(
    `cluster "${cluster.name}" keeps its state in SQLite, which one server alone can use: create it with several servers, or with --k3s-arg=--cluster-init@server:0, to add servers later`,
  );
}

/** Makes and starts a node. @param made is given its name as soon as there is something to remove again */
export async function startNew(
  engine: Engine,
  { container, files }: NewNode,
  networks: readonly string[],
  made: string[],
): Promise<void> {
  await createContainer(engine, container);
  made.push(container.name);
  for (const network of networks) await engine.networks.connect(network, container.name);
  await engine.containers.putFiles(container.name, files);
  await startNode(engine, container.name);
}

async function joinEtcd(
  cluster: Cluster,
  names: readonly string[],
  context: WorkContext,
  progress: Progress,
): Promise<void> {
  const over = new AbortController();
  const signal = AbortSignal.any([context.signal, over.signal]);
  const promoting = promoteLearners(context.engine, runningServer(cluster).name, names, () => undefined, signal);
  try {
    await waitUntilReady(cluster, names, context, progress);
  } finally {
    over.abort();
    await promoting;
  }
}

/** Whether one of the nodes that there are is Ready. */
async function isReady(kube: KubeClient, nodes: readonly SoughtNode[]): Promise<boolean> {
  const all = await allNodes(kube);
  return nodes.map((node) => nodeFor(node, all)).some((node) => node !== undefined && isTrue(node, 'Ready'));
}

/** Runs a wait for nodes to register, and ends it when one of them is refused for good. */
async function untilRegistered(
  { engine, signal }: WorkContext,
  nodes: readonly WantedNode[],
  wait: (signal: AbortSignal, onRegistered: (container: string) => void) => Promise<unknown>,
): Promise<void> {
  const unregistered = new Set(nodes.map(({ container }) => container));
  const over = new AbortController();
  const until = AbortSignal.any([signal, over.signal]);
  const refused = failOnRefusal(engine, unregistered, until).catch((error: unknown) => over.abort(error));
  try {
    await wait(until, (container) => unregistered.delete(container));
  } finally {
    over.abort();
    await refused;
  }
}

async function waitUntilReady(
  cluster: Cluster,
  names: readonly string[],
  context: WorkContext,
  progress: Progress,
): Promise<void> {
  const blocker = (text: string): void => progress.set(text);
  await withKube(context.engine, cluster, async (kube) => {
    const wait = { ...context, kube, startedAt: undefined, blocker, done: () => undefined };
    const { minor } = await waitForApi(wait);
    const servers = nodesOf(cluster, 'server').map(({ name }) => name);
    const { serverArgs, hasNetwork, nodes } = await expectationsFor(context.engine, [...servers, ...names]);
    const podCidr = new PodCidrGiver(kube, Number.parseInt(minor, 10), serverArgs);
    const own = nodes.filter(({ container }) => names.includes(container));
    // In a cluster whose network somebody has brought, new nodes get it too.
    const until = hasNetwork || (await isReady(kube, nodes)) ? 'Ready' : 'registered';
    await untilRegistered(context, own, (one, registered) =>
      waitForNodes({ ...wait, signal: one }, own, podCidr, registered, until),
    );
  });
}
