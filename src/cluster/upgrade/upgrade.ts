import { messageOf, UserError } from '../../common/errors.ts';
import { poll } from '../../common/poll.ts';
import { settleAll } from '../../common/settleAll.ts';
import { readWait } from '../../config/wait.ts';
import { isSameImage } from '../../contract/imageName.ts';
import { LABEL } from '../../contract/labels.ts';
import { kubernetesOf } from '../../config/version.ts';
import type { KubeClient } from '../../kubernetes/client.ts';
import { emptyNode, setSchedulable } from '../../kubernetes/leave.ts';
import { nodeFor } from '../../kubernetes/nodeNames.ts';
import { allNodes } from '../../kubernetes/nodes.ts';
import type { KubeNode } from '../../kubernetes/types.ts';
import type { ExpectedNode } from '../../plan/expectations.ts';
import { checkStep } from '../../plan/upgrade.ts';
import { type WorkContext, withDeadline } from '../context.ts';
import {
  type Cluster,
  type ClusterNode,
  expectationsFor,
  isK3sNode,
  needCluster,
  nodesOf,
  withKube,
} from '../find/index.ts';
import { ensureImage } from '../images/index.ts';
import { stepAside } from '../balancer/index.ts';
import { bringBack, handOverEtcd, startNodes } from '../start/index.ts';
import { type Replaced, replaceNode } from './replaceNode.ts';

/** How an upgrade is made. */
interface UpgradeWishes {
  /** Whether pods are moved away from a node first, where there is another one to go to. */
  drain: boolean;
  /** Whether a node that does not come up is put back on the image that it had. */
  rollback: boolean;
  /** Bound for each step, in milliseconds. */
  timeoutMs: number;
}

/** A node that is to be upgraded, or was. */
interface UpgradedNode {
  name: string;
  role: 'server' | 'agent';
  /** Its release before: `v1.33.5+k3s1`. */
  from: string;
}

/** Which nodes are upgraded, in their order; those of one step at the same time. */
export interface UpgradePlan {
  cluster: string;
  image: string;
  steps: UpgradedNode[][];
}

/**
 * What it takes to bring a running cluster to another release of k3s: servers one after the other, then agents.
 * @param wanted the image, and how many agents are upgraded at a time
 * @returns no steps when all nodes have that image
 * @throws UserError when there is no such cluster, a node does not run, or the step can't be made
 */
export async function planUpgrade(
  name: string,
  wanted: { image: string; parallel: number },
  { engine }: Pick<WorkContext, 'engine'>,
): Promise<UpgradePlan> {
  const { image, parallel } = wanted;
  await bringBack(engine, name);
  const cluster = await needCluster(engine, name);
  const nodes = cluster.nodes.filter(isK3sNode);
  const down = nodes.find(({ state }) => state !== 'running');
  if (down !== undefined)
    throw new UserError(`node ${down.name} does not run: start the cluster with "k3d cluster start ${name}"`);
  const releases = await releasesOf(cluster, nodes, engine);
  checkStep(name, releases, image);
  const late = nodes
    .filter((node) => !isSameImage(node.image, image))
    .map(({ name: node, role }): UpgradedNode => {
      const from = releases.find((one) => one.name === node)?.release ?? 'unknown';
      return { name: node, role: role as UpgradedNode['role'], from };
    });
  const ofRole = (role: string): UpgradedNode[] => late.filter((node) => node.role === role);
  const agents = ofRole('agent');
  const groups = Array.from({ length: Math.ceil(agents.length / parallel) }, (_, index) =>
    agents.slice(index * parallel, (index + 1) * parallel),
  );
  return { cluster: name, image, steps: [...ofRole('server').map((server) => [server]), ...groups] };
}

async function releasesOf(cluster: Cluster, nodes: readonly ClusterNode[], engine: WorkContext['engine']) {
  const expected = (
    await expectationsFor(
      engine,
      nodes.map(({ name }) => name),
    )
  ).nodes;
  const all = await withKube(engine, cluster, allNodes);
  return expected.map((one) => ({ name: one.container, release: releaseOf(one, all) ?? 'unknown' }));
}

const releaseOf = (one: ExpectedNode, all: readonly KubeNode[]): string | undefined =>
  nodeFor(one, all)?.status?.nodeInfo?.kubeletVersion;

/**
 * Upgrades a cluster as it was planned. Each step has to be ready before the next one begins.
 * @throws UserError naming the node that did not come up; it is back on its image then, unless that was not wanted
 */
export async function upgradeCluster(plan: UpgradePlan, wishes: UpgradeWishes, context: WorkContext): Promise<void> {
  const { engine, reporter, signal } = context;
  await ensureImage(engine, plan.image, reporter, signal);
  for (const nodes of plan.steps) {
    const names = nodes.map(({ name }) => name).join(', ');
    await reporter.stage(`Upgrading ${names} to ${plan.image}`, () => upgradeNodes(plan, nodes, wishes, context));
  }
}

async function upgradeNodes(
  plan: UpgradePlan,
  nodes: readonly UpgradedNode[],
  wishes: UpgradeWishes,
  context: WorkContext,
): Promise<void> {
  const { engine } = context;
  const cluster = await needCluster(engine, plan.cluster);
  const own = cluster.nodes.filter(({ name }) => nodes.some((node) => node.name === name));
  const names = own.map(({ name }) => name);
  const hasOthers = cluster.nodes.filter(isK3sNode).length > own.length;
  const closed: string[] = [];
  let comeBack = async (): Promise<void> => undefined;
  const replaced: Replaced[] = [];
  try {
    if (wishes.drain && hasOthers) await withKube(engine, cluster, (kube) => closeNodes(kube, names, closed, context));
    comeBack = await stepAside(engine, cluster, names);
    await settleAll(own.filter(({ role }) => role === 'server').map(({ name }) => handOverEtcd(engine, name)));
    context.signal.throwIfAborted();
    // Even if one fails, what the others have become is known.
    await settleAll(own.map(async (node) => void replaced.push(await replaceNode(engine, node, plan.image))));
    await start(plan.cluster, replaced, names, wishes.timeoutMs, context);
    await waitForRelease(plan, names, context);
  } catch (error) {
    const back = wishes.rollback
      ? await putBack(plan.cluster, replaced, names, wishes.timeoutMs, context)
      : 'it is left as it is';
    context.signal.throwIfAborted();
    throw new UserError(`${names.join(', ')} can't be upgraded to ${plan.image}: ${messageOf(error)}; ${back}`, {
      cause: error,
    });
  } finally {
    await comeBack();
    await openNodes(plan.cluster, closed, context);
  }
  await settleAll(replaced.map(({ finish }) => finish()));
}

/** Empties nodes, unless they took no pods before. @param closed is given what they are called in Kubernetes */
async function closeNodes(
  kube: KubeClient,
  names: readonly string[],
  closed: string[],
  { engine }: WorkContext,
): Promise<void> {
  const all = await allNodes(kube);
  const { nodes } = await expectationsFor(engine, names);
  for (const one of nodes) {
    const node = nodeFor(one, all);
    if (node !== undefined && !node.spec.unschedulable) closed.push(node.metadata.name);
  }
  await settleAll(closed.map((name) => emptyNode(kube, name)));
}

async function openNodes(cluster: string, names: readonly string[], { engine, reporter }: WorkContext): Promise<void> {
  if (names.length === 0) return;
  try {
    const found = await needCluster(engine, cluster);
    await withKube(engine, found, (kube) => settleAll(names.map((name) => setSchedulable(kube, name, true))));
  } catch (error) {
    reporter.warn(`${names.join(', ')} may take no new pods ("kubectl uncordon" changes that): ${messageOf(error)}`);
  }
}

/** Layers that a step has to bring back before the next one. */
const WANTED = readWait('system', '');

/** Starts what has been put in the place of nodes, and waits until the cluster is whole again. */
async function start(
  cluster: string,
  replaced: readonly Replaced[],
  names: readonly string[],
  timeoutMs: number,
  context: WorkContext,
): Promise<void> {
  await withDeadline(context, timeoutMs, `${names.join(', ')} was`, async (inner, progress) => {
    const found = await needCluster(context.engine, cluster);
    await startNodes(found, WANTED, inner, progress);
    if (await haveMoved(replaced, inner)) await refreshBalancers(found, inner);
  });
}

/** Whether a node has another address than the one that it had. */
async function haveMoved(replaced: readonly Replaced[], { engine }: WorkContext): Promise<boolean> {
  for (const { name, addresses } of replaced) {
    const now = (await engine.containers.inspect(name))?.addresses ?? {};
    if (Object.entries(addresses).some(([network, address]) => now[network] !== address)) return true;
  }
  return false;
}

/** Ours sees by itself that a node has moved; one of k3d's looks its nodes up when it starts. */
async function refreshBalancers(cluster: Cluster, { engine }: WorkContext): Promise<void> {
  for (const { id, labels } of nodesOf(cluster, 'loadbalancer')) {
    if (LABEL.openPorts in labels) continue;
    await engine.containers.stop(id, 1);
    await engine.containers.start(id);
  }
}

/** @returns how it ended, for the error */
async function putBack(
  cluster: string,
  replaced: readonly Replaced[],
  names: readonly string[],
  timeoutMs: number,
  context: WorkContext,
): Promise<string> {
  // Whoever has cancelled it wants it undone.
  const own = { ...context, signal: new AbortController().signal };
  try {
    await settleAll(replaced.map(({ undo }) => undo()));
    await start(cluster, [], names, timeoutMs, own);
    return 'it is back on the image that it had';
  } catch (error) {
    return `and it could not be put back: ${messageOf(error)}`;
  }
}

/** How long a node may take to tell its new release once it is Ready, in milliseconds. */
const TELL_MS = 30_000;
const LOOK_EVERY_MS = 300;

async function waitForRelease({ cluster, image }: UpgradePlan, names: readonly string[], context: WorkContext) {
  const to = kubernetesOf(image);
  if (to === undefined) return;
  const found = await needCluster(context.engine, cluster);
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(TELL_MS)]);
  const { nodes } = await expectationsFor(context.engine, names);
  await withKube(context.engine, found, (kube) =>
    poll(
      async () => {
        const all = await allNodes(kube);
        return nodes.every((one) => releaseOf(one, all)?.startsWith(`v${to}`)) || undefined;
      },
      LOOK_EVERY_MS,
      signal,
    ),
  );
}
