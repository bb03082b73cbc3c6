import { UserError } from '../../common/errors.ts';
import type { ClusterConfig, RegistrySpec, RegistryUse } from '../../config/types.ts';
import type { Engine } from '../../docker/engine.ts';
import { caFiles } from '../../plan/caCertificates.ts';
import { LABEL } from '../../contract/labels.ts';
import { LOOPBACK, registryName } from '../../contract/names.ts';
import {
  nameOfRegistry,
  planRegistry,
  PROXY_URL_VARIABLE,
  REGISTRY_PORT,
  registryFacts,
  type RegistryFacts,
  type RegistryPlacement,
} from '../../plan/registry.ts';
import { settleAll } from '../../common/settleAll.ts';
import type { WorkContext } from '../context.ts';
import { untilItAnswers } from './answers.ts';
import { checkPortsFree, createContainer, type ReservedPort, reservePort, startNode } from '../containers/index.ts';
import { ensureImage } from '../images/index.ts';
import { type ClusterNode, listNodes } from '../find/index.ts';
import type { Seed } from '../seed.ts';

/** A registry that is to be made, with the host port that is held for it. */
interface PreparedRegistry {
  spec: RegistrySpec;
  port: ReservedPort;
}

/** The registries of a cluster that is about to be made. */
export interface PreparedRegistries {
  created: PreparedRegistry[];
  /** Names of the containers of those that exist. */
  used: string[];
  facts: RegistryFacts[];
}

/** All registries on the engine. */
export async function listRegistries(engine: Engine): Promise<ClusterNode[]> {
  return (await listNodes(engine)).filter(({ role }) => role === 'registry');
}

/** The registries that a config asks for, checked but not there yet. */
export interface CheckedRegistries {
  specs: RegistrySpec[];
  found: RegistryFacts[];
}

/**
 * Checks the registries of a config and finds those that exist. Makes nothing.
 * @throws UserError when a name or port is taken, or a registry that is to be used is not there
 */
export async function checkRegistries(config: ClusterConfig, engine: Engine): Promise<CheckedRegistries> {
  const used = new Set(config.registriesUse.map(({ value }) => value.split(':')[0]));
  const there = new Set((await listRegistries(engine)).map(({ name }) => name));
  // One that is to be used, and is there, needs not be made.
  const specs = registrySpecs(config).filter((spec) => {
    const name = nameOfRegistry(spec, config.name);
    return !(used.has(name) && there.has(name));
  });
  for (const spec of specs) await checkRegistry(spec, config.name, engine);
  return { specs, found: await Promise.all(config.registriesUse.map((use) => findRegistry(engine, use))) };
}

/** The registries that a config has made, with its defaults. @throws UserError for two of one name */
export function registrySpecs(config: ClusterConfig): RegistrySpec[] {
  const specs = config.registriesCreate.map((spec) => ({
    ...spec,
    enforcePortMatch: spec.enforcePortMatch || config.enforceRegistryPortMatch,
  }));
  const names = specs.map((spec) => nameOfRegistry(spec, config.name));
  const twice = specs.find((_, index) => names.indexOf(names[index] as string) !== index);
  if (twice !== undefined) {
    const name = nameOfRegistry(twice, config.name);
    throw new UserError(`${twice.where}: two registries would be called ${name}: give each a name`);
  }
  return specs;
}

async function checkRegistry(spec: RegistrySpec, cluster: string, engine: Engine): Promise<void> {
  const name = nameOfRegistry(spec, cluster);
  if ((await engine.containers.inspect(name)) !== undefined) {
    throw new UserError(
      `${spec.where}: container ${name} exists already: choose another name, or use it if it is a registry`,
    );
  }
  const { hostIP, hostPort } = spec;
  if (hostPort !== undefined) await checkPortsFree(engine, [{ hostIP, port: hostPort, protocol: 'tcp' }]);
}

/** Holds the ports of checked registries. Makes nothing. */
export async function reserveRegistries(
  { specs, found }: CheckedRegistries,
  cluster: string,
): Promise<PreparedRegistries> {
  const created = await Promise.all(specs.map(async (spec) => ({ spec, port: await portFor(spec) })));
  return {
    created,
    used: found.map(({ name }) => name),
    // Those that are there first: tools are told of one, and it is known already.
    facts: [...found, ...created.map(({ spec, port }) => registryFacts(spec, cluster, port.port))],
  };
}

function portFor({ hostIP, hostPort }: RegistrySpec): Promise<ReservedPort> | ReservedPort {
  return hostPort === undefined ? reservePort(hostIP) : { port: hostPort, release: async () => undefined };
}

/**
 * Checks and gets what one registry needs. Makes nothing.
 * @param cluster empty: a registry of its own
 */
export async function prepareRegistry(
  spec: RegistrySpec,
  cluster: string,
  { engine, reporter, signal }: WorkContext,
): Promise<PreparedRegistry> {
  await checkRegistry(spec, cluster, engine);
  await ensureImage(engine, spec.image, reporter, signal);
  return { spec, port: await portFor(spec) };
}

/** A registry whose host port is known. */
export type PlaceableRegistry = RegistrySpec & { hostPort: number };

/** Checks one registry and chooses its port, which is not held: it may be made much later, or never. */
export async function placeable(spec: RegistrySpec, cluster: string, engine: Engine): Promise<PlaceableRegistry> {
  await checkRegistry(spec, cluster, engine);
  const port = await portFor(spec);
  await port.release();
  return { ...spec, hostPort: port.port };
}

/** Where a registry goes, and what it trusts. */
interface Placement extends Omit<RegistryPlacement, 'hostPort'> {
  /** Certificates for a pull-through cache, as PEM. */
  caCertificates?: string | undefined;
}

/** Makes and starts a registry, and waits until it answers. @returns its container's name */
export async function makeRegistry(registry: PreparedRegistry, placement: Placement, engine: Engine): Promise<string> {
  const name = await startRegistry(registry, placement, engine);
  await untilItAnswers(engine, registry.spec.hostIP, registry.port.port);
  return name;
}

/** Makes and starts a registry. @param fill called before it starts @returns its container's name */
async function startRegistry(
  { spec, port }: PreparedRegistry,
  placement: Placement,
  engine: Engine,
  fill?: (name: string) => Promise<void>,
): Promise<string> {
  const container = planRegistry(spec, { ...placement, hostPort: port.port });
  await createContainer(engine, container);
  await engine.containers.putFiles(container.name, caFiles(placement.caCertificates));
  await fill?.(container.name);
  await port.release();
  await startNode(engine, container.name);
  return container.name;
}

/** Makes the registries of a cluster and brings those that exist onto its network. */
export async function placeRegistries(
  { created, used }: PreparedRegistries,
  placement: Placement,
  engine: Engine,
  seed?: Seed,
): Promise<void> {
  await settleAll([
    ...created.map(async (registry, index) => {
      const fill = async (name: string): Promise<void> => seed?.fill({ name, role: 'registry', index }, engine);
      // It answers long before its cluster does.
      await startRegistry(registry, placement, engine, fill);
    }),
    ...used.map((name) => engine.networks.connect(placement.network, name)),
  ]);
}

/** Finds a registry by its name, with or without k3d's prefix. @throws UserError when there is none */
export async function needRegistry(engine: Engine, name: string, where: string): Promise<ClusterNode> {
  const all = await listRegistries(engine);
  const found = all.find((node) => node.name === name) ?? all.find((node) => node.name === registryName(name));
  if (found !== undefined) return found;
  const known = all.length === 0 ? 'there are none' : `there are ${all.map((node) => node.name).join(', ')}`;
  throw new UserError(`${where}: registry "${name}" does not exist; ${known}`);
}

/** The registry that a config uses. @throws UserError when it is not there or has another port */
export async function findRegistry(engine: Engine, { value, where }: RegistryUse): Promise<RegistryFacts> {
  const [name, port] = value.split(':') as [string, string?];
  const facts = await factsOf(engine, await needRegistry(engine, name, where));
  if (port !== undefined && Number(port) !== facts.externalPort && Number(port) !== facts.internalPort) {
    throw new UserError(
      `${where}: registry ${facts.name} has port ${facts.externalPort} outside and ${facts.internalPort} inside, not ${port}`,
    );
  }
  return facts;
}

/** What nodes need to know of a registry that exists, ours or k3d's. */
export async function factsOf(engine: Engine, node: ClusterNode): Promise<RegistryFacts> {
  const details = await engine.containers.inspect(node.id);
  const proxy = details?.env.find((entry) => entry.startsWith(`${PROXY_URL_VARIABLE}=`));
  // One that somebody else has made, ctlptl for one, has k3d's role and no more: what it publishes says the rest.
  const published = details?.portBindings.find(({ protocol }) => protocol === 'tcp');
  return {
    name: node.name,
    internalPort: Number(node.labels[LABEL.registryPortInternal] ?? published?.containerPort ?? REGISTRY_PORT),
    externalPort: Number(node.labels[LABEL.registryPortExternal] ?? published?.hostPort ?? REGISTRY_PORT),
    hostIP: node.labels[LABEL.registryHostIP] || published?.hostIP || LOOPBACK,
    proxyURL: proxy?.slice(PROXY_URL_VARIABLE.length + 1),
  };
}
