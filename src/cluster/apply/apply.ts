import { UserError } from '../../common/errors.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { nodeFor } from '../../kubernetes/nodeNames.ts';
import { allNodes } from '../../kubernetes/nodes.ts';
import {
  addressesOf,
  type Cluster,
  type ClusterNode,
  isK3sNode,
  needCluster,
  nodesOf,
  runningServer,
  withKube,
} from '../find/index.ts';
import type { NodePlan } from '../../plan/cluster.ts';
import { isSameImage } from '../../contract/imageName.ts';
import { kubernetesName } from '../../contract/labels.ts';
import { checkServerCanGo, checkServersPossible, deleteNode, joinNodes } from '../nodes/index.ts';
import type { WorkContext } from '../context.ts';
import { resolveImage } from '../create/index.ts';
import { differences } from './compare.ts';
import { type Desired, desiredState } from './desired.ts';
import { fileChanges } from './fileChanges.ts';
import { changeLabels, describeChange, labelChange, labelsInCommand } from './nodeLabels.ts';
import { portChanges } from './portChanges.ts';
import { planUpgrade, upgradeCluster } from '../upgrade/index.ts';
import { registryChanges } from './registryChanges.ts';
import type { Change } from './change.ts';

/**
 * What it takes to bring a running cluster to a config, in the order in which it has to be done.
 * @throws UserError naming each part of the config that can't be reached without making the cluster anew
 */
export async function planChanges(config: ClusterConfig, context: WorkContext): Promise<Change[]> {
  const { engine } = context;
  const cluster = await needCluster(engine, config.name);
  const { image: present } = runningServer(cluster);
  // Of a cluster that runs, what nobody asks for stays.
  const image = config.imageChosen ? await resolveImage(config.image, process.env) : present;
  const desired = await desiredState({ ...config, image }, cluster, context);
  await refuseWhatIsFixed(desired, cluster, context);
  if (missingNodes(desired, cluster).some(({ role }) => role === 'server')) await checkServersPossible(engine, cluster);
  const planned = new Set(desired.plan.nodes.map(({ name }) => name));
  const gone = cluster.nodes.filter((node) => isK3sNode(node) && !planned.has(node.name)).reverse();
  for (const node of gone) if (node.role === 'server') await checkServerCanGo(engine, node);
  return [
    ...(await registryChanges(desired, cluster, context)),
    ...gone.map((node) => ({ text: `- node ${node.name}`, run: () => deleteNode(engine, node, context.reporter) })),
    // Before others join: no node may be newer than the servers.
    ...(await imageChanges(desired, cluster, gone, context)),
    ...joinChanges(desired, cluster, context),
    ...(await portChanges(desired, cluster, context)),
    ...(await labelChanges(desired, cluster, context)),
    ...(await fileChanges(desired, cluster, context)),
  ];
}

async function refuseWhatIsFixed(desired: Desired, cluster: Cluster, { engine }: WorkContext): Promise<void> {
  const problems: string[] = [];
  const envOf = async (image: string): Promise<string[]> => (await engine.images.inspect(image))?.env ?? [];
  const newEnv = await envOf(desired.config.image);
  for (const { name, role, container } of desired.plan.nodes) {
    const details = await engine.containers.inspect(name);
    if (role === 'loadbalancer' && details === undefined) problems.push('it has no load balancer');
    if (details === undefined || role === 'loadbalancer') continue;
    const imageEnv = [...newEnv, ...(await envOf(details.image))];
    // Another image is an upgrade.
    const wanted = { ...container, image: details.image };
    problems.push(...differences(details, wanted, imageEnv).map((difference) => `${name}: ${difference}`));
  }
  problems.push(...clusterDifferences(desired, cluster));
  if (problems.length === 0) return;
  throw new UserError(
    `cluster "${cluster.name}" can't be brought to the config while it exists (${problems.join('; ')}): delete it and create it anew`,
  );
}

/** What the nodes' containers don't show. */
function clusterDifferences(desired: Desired, cluster: Cluster): string[] {
  const problems: string[] = [];
  const hasBalancer = desired.plan.nodes.some(({ role }) => role === 'loadbalancer');
  if (!hasBalancer && nodesOf(cluster, 'loadbalancer').length > 0) problems.push('it has a load balancer');
  if (cluster.api?.port !== desired.config.apiPort) problems.push(`its API has port ${cluster.api?.port}`);
  if (cluster.token !== desired.config.token) problems.push('it has another token');
  if (desired.config.network !== undefined && cluster.network.name !== desired.config.network) {
    problems.push(`it is on network ${cluster.network.name}`);
  }
  return problems;
}

function missingNodes({ plan }: Desired, cluster: Cluster): NodePlan[] {
  return plan.nodes.filter((node) => isK3sNode(node) && !cluster.nodes.some(({ name }) => name === node.name));
}

function joinChanges(desired: Desired, cluster: Cluster, context: WorkContext): Change[] {
  const { config } = desired;
  const missing = missingNodes(desired, cluster);
  return (['server', 'agent'] as const).flatMap((role) => {
    const nodes = missing.filter((node) => node.role === role);
    const names = nodes.map(({ name }) => name);
    const request = { names, role, networks: [], wait: config.wait.size > 0, timeoutMs: config.timeoutMs };
    const planOf = (name: string) => nodes.find((node) => node.name === name) as NodePlan;
    const run = async () => joinNodes(await needCluster(context.engine, config.name), request, context, planOf);
    return nodes.length === 0 ? [] : [{ text: names.map((name) => `+ node ${name}`).join('\n'), run }];
  });
}

/** Nodes that have another image than the config's. @throws UserError for a release that they can't go to */
async function imageChanges(
  { config: { name, image, timeoutMs } }: Desired,
  cluster: Cluster,
  gone: readonly ClusterNode[],
  context: WorkContext,
): Promise<Change[]> {
  const stays = cluster.nodes.filter((node) => isK3sNode(node) && !gone.includes(node));
  if (stays.every((node) => isSameImage(node.image, image))) return [];
  const request = { image, parallel: 1 };
  const late = (await planUpgrade(name, request, context)).steps
    .flat()
    .filter((node) => stays.some((one) => one.name === node.name));
  const run = async (): Promise<void> =>
    upgradeCluster(await planUpgrade(name, request, context), { drain: true, rollback: true, timeoutMs }, context);
  return [{ text: late.map((node) => `~ node ${node.name}: ${node.from} becomes ${image}`).join('\n'), run }];
}

/** Labels of Kubernetes nodes that are there already; new ones bring theirs. */
async function labelChanges({ plan }: Desired, cluster: Cluster, { engine }: WorkContext): Promise<Change[]> {
  return await withKube(engine, cluster, async (kube) => {
    const changes: Change[] = [];
    const all = await allNodes(kube);
    for (const { name, container } of plan.nodes.filter(isK3sNode)) {
      const details = await engine.containers.inspect(name);
      const node = details && nodeFor({ name: kubernetesName(details), addresses: addressesOf(details) }, all);
      if (details === undefined || node === undefined) continue;
      const wanted = labelsInCommand(container.command);
      const change = labelChange(node, labelsInCommand(details.command), wanted);
      if (Object.keys(change).length === 0) continue;
      const run = () => withKube(engine, cluster, (client) => changeLabels(client, node.metadata.name, change, wanted));
      changes.push({ text: describeChange(name, change), run });
    }
    return changes;
  });
}
