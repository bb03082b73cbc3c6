import { UserError } from '../../common/errors.ts';
import type { ServedImages } from '../../contract/localImages.ts';
import type { WaitLayers } from '../../config/wait.ts';
import type { Engine } from '../../docker/engine.ts';
import { LABEL } from '../../contract/labels.ts';
import { settleAll } from '../../common/settleAll.ts';
import { bringBack } from './aside.ts';
import { bringUp } from './bringUp.ts';
import { type WorkContext, withDeadline } from '../context.ts';
import { accessURL, type Cluster, needCluster, nodesOf } from '../find/index.ts';
import { datastoresOf, startDatastore } from './datastore.ts';
import { hostEntries } from './hostEntries.ts';
import { startNode } from '../containers/index.ts';
import { serveAgain } from '../localImages/index.ts';
import type { Progress } from '../progress.ts';
import type { RunningCluster } from './plan.ts';

/** How long a node may take to stop before it is killed, in seconds. */
export const STOP_SECONDS = 10;

/** Stops all nodes of a cluster, whatever state they are in. @throws UserError when there is no such cluster */
export async function stopCluster(engine: Engine, name: string): Promise<void> {
  const cluster = await needCluster(engine, name);
  // What is in front first, so that nobody is sent to nodes that are going.
  await settleAll(nodesOf(cluster, 'loadbalancer').map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
  const databases = datastoresOf(cluster);
  const rest = cluster.nodes.filter((node) => !databases.includes(node));
  await settleAll(rest.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
  // Servers that stop still write.
  await settleAll(databases.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
}

/**
 * Starts all nodes of a cluster, ours or k3d's, and waits until it can be used again.
 * @param timeoutMs bound in milliseconds
 * @throws UserError when there is no such cluster, a node ends, or the time is up
 */
export async function startCluster(
  name: string,
  context: WorkContext,
  { wait, timeoutMs }: { wait: WaitLayers; timeoutMs: number },
): Promise<RunningCluster> {
  await bringBack(context.engine, name);
  const cluster = await needCluster(context.engine, name);
  return await withDeadline(context, timeoutMs, `cluster "${name}" was`, (inner, progress) =>
    context.reporter.stage(`Starting cluster ${name}`, () => startNodes(cluster, wait, inner, progress)),
  );
}

/**
 * Starts those nodes of a cluster that do not run, and waits until all can be used.
 * @param cluster with the nodes that it is to have: others are left alone
 */
export async function startNodes(
  cluster: Cluster,
  wait: WaitLayers,
  context: WorkContext,
  progress: Progress,
): Promise<RunningCluster> {
  const { engine } = context;
  const { name } = cluster;
  const servers = nodesOf(cluster, 'server');
  const [first] = servers.sort((a, b) => initOrder(a.labels) - initOrder(b.labels));
  if (first === undefined || cluster.api === undefined) {
    throw new UserError(`cluster "${name}" has no server: delete it and create it anew`);
  }
  const plan = {
    cluster: name,
    servers: servers.map((node) => node.name),
    agents: nodesOf(cluster, 'agent').map((node) => node.name),
    loadBalancers: nodesOf(cluster, 'loadbalancer').map((node) => node.name),
    apiURL: accessURL(cluster.api, engine),
    token: cluster.token,
    restarted: true,
    hostEntries: () => hostEntries(engine, name),
    wait,
  };
  const which = first.labels[LABEL.localImages];
  if (which !== undefined) await serveAgain(engine, { name, server: first.id, which: which as ServedImages });
  await settleAll(nodesOf(cluster, 'registry').map((node) => startNode(engine, node.name)));
  await settleAll(datastoresOf(cluster).map((node) => startDatastore(node.name, context)));
  return await bringUp(plan, context, progress);
}

/** The server that began the cluster goes first. */
function initOrder(labels: Record<string, string>): number {
  return labels[LABEL.serverInit] === 'true' ? 0 : 1;
}
