import { UserError } from '../../common/errors.ts';
import type { ClusterConfig } from '../../config/types.ts';
import type { Engine } from '../../docker/engine.ts';
import { type ClusterPlan, planCluster } from '../../plan/cluster.ts';
import { kubernetesName, LABEL } from '../../contract/labels.ts';
import { publishedOn } from '../../plan/publish.ts';
import { nameOfRegistry, type RegistryFacts, registryFacts } from '../../plan/registry.ts';
import { type Cluster, nodesOf } from '../find/index.ts';
import { factsOf, findRegistry, placeable, type PlaceableRegistry, registrySpecs } from '../registries/index.ts';
import type { WorkContext } from '../context.ts';

/** What a cluster should be, with what it has already where the config leaves it open. */
export interface Desired {
  config: ClusterConfig;
  plan: ClusterPlan;
  registries: RegistryFacts[];
  /** Registries that have to be made. */
  missing: PlaceableRegistry[];
}

/**
 * The plan that a config makes of a cluster that exists: token, API port, network and registries' ports are the
 * cluster's own unless the config says otherwise.
 * @throws UserError for a config that can't be planned, or a registry that is not there
 */
export async function desiredState(config: ClusterConfig, cluster: Cluster, context: WorkContext): Promise<Desired> {
  const { engine } = context;
  const network = await engine.networks.inspect(cluster.network.name);
  const [server] = nodesOf(cluster, 'server');
  if (network === undefined || server === undefined || cluster.api === undefined) {
    throw new UserError(`cluster "${cluster.name}" is incomplete: delete it and create it anew`);
  }
  const filled: ClusterConfig = {
    ...publishedOn(config, engine.endpoint.publishIP),
    token: config.token ?? cluster.token,
    network: config.network ?? (cluster.network.external ? cluster.network.name : undefined),
    apiPort: config.apiPort ?? cluster.api.port,
  };
  const { facts: registries, missing } = await registriesOf(filled, cluster, context);
  const plan = planCluster(filled, {
    creation: server.labels[LABEL.creation] ?? '',
    token: filled.token as string,
    apiHost: config.apiHost ?? cluster.api.host,
    apiPort: filled.apiPort as number,
    network: {
      name: network.name,
      id: network.id,
      subnet: network.subnet,
      gateway: network.gateway,
      subnetV6: network.subnetV6,
      external: cluster.network.external,
      // Positions have shifted since the addresses were given out: new nodes get theirs from the engine.
      fixedAddresses: false,
    },
    registries,
    restored: new Map(
      cluster.nodes
        .filter(({ labels }) => LABEL.nodeName in labels)
        .map((node) => [node.name, { nodeName: kubernetesName(node), ip: undefined }]),
    ),
    existingVolumes: await existingVolumes(engine, cluster),
  });
  return { config: filled, plan, registries, missing };
}

async function existingVolumes(engine: Engine, cluster: Cluster): Promise<Set<string>> {
  const own = await engine.volumes.list([`${LABEL.cluster}=${cluster.name}`]);
  const ours = new Set(own.map(({ name }) => name));
  const all = await engine.volumes.list([]);
  return new Set(all.map(({ name }) => name).filter((name) => !ours.has(name)));
}

async function registriesOf(
  config: ClusterConfig,
  cluster: Cluster,
  context: WorkContext,
): Promise<{ facts: RegistryFacts[]; missing: Desired['missing'] }> {
  // Those that are used come first, as at the creation.
  const facts = await Promise.all(config.registriesUse.map((use) => findRegistry(context.engine, use)));
  const missing: Desired['missing'] = [];
  for (const spec of registrySpecs(config)) {
    const name = nameOfRegistry(spec, config.name);
    const existing = cluster.nodes.find((node) => node.role === 'registry' && node.name === name);
    if (existing !== undefined) {
      facts.push(await factsOf(context.engine, existing));
      continue;
    }
    const placed = await placeable(spec, config.name, context.engine);
    missing.push(placed);
    facts.push(registryFacts(placed, config.name, placed.hostPort));
  }
  return { facts, missing };
}
