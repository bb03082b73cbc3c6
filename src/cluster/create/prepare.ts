import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { UserError } from '../../common/errors.ts';
import { passwordIn } from '../../config/datastore.ts';
import { proxiesIn } from '../../config/proxy.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { parseVolumeSpec } from '../../config/volumeSpec.ts';
import type { Engine, NetworkInfo } from '../../docker/engine.ts';
import { type ClusterPlan, type NodePlan, planCluster } from '../../plan/cluster.ts';
import { endpointOf, planDatastore } from '../../plan/datastore.ts';
import type { Allocated } from '../../plan/allocated.ts';
import { isOnHost } from '../../plan/hostNetwork.ts';
import { API_PORT, LOOPBACK } from '../../contract/names.ts';
import { settleAll } from '../../common/settleAll.ts';
import type { Reporter } from '../../common/reporter.ts';
import type { WorkContext } from '../context.ts';
import {
  checkPortsFree,
  createContainer,
  type ReservedPort,
  reservePort,
  type WantedPort,
} from '../containers/index.ts';
import { ensureImage } from '../images/index.ts';
import type { LocalImagesClient } from '../../localImages/client.ts';
import { beginLocalImages, serveNewCluster } from '../localImages/index.ts';
import { ensureNetwork } from './network.ts';
import { accessURL, clusterFilter, isK3sNode } from '../find/index.ts';
import type { Progress } from '../progress.ts';
import type { FormerCluster, Seed } from '../seed.ts';
import { checkRegistries, placeRegistries, type PreparedRegistries, reserveRegistries } from '../registries/index.ts';
import { dryPlan } from '../../plan/dryPlan.ts';

/** What makes one creation this one. */
export interface CreationIds {
  /** Value of the label that all its objects get. */
  creation: string;
  token: string;
}

/** What is known before anything has been made. */
export interface Prepared extends CreationIds {
  /** Name or address under which the API will be reached. */
  apiHost: string;
  /** Held until `release`, which may be called more than once. */
  apiPort: ReservedPort;
  registries: PreparedRegistries;
  /** Password of the cluster's own database. */
  datastorePassword: string;
  existingVolumes: Set<string>;
  /** The server that shows the engine's images to nodes; undefined: nobody wants it, or it did not come up. */
  localImages: Promise<LocalImagesClient | undefined>;
  /** Lets go of all ports that are still held. */
  release: () => Promise<void>;
}

/** Network, volumes and the containers that come first: the first server and the load balancer before it. */
export interface ClusterObjects {
  /** Name of the container of its own database. */
  datastore: string | undefined;
  /** Where its nodes ask for the engine's images; undefined: they don't. */
  localImagesURL: string | undefined;
  plan: ClusterPlan;
  network: NetworkInfo;
  /** URL under which this process reaches the API. */
  accessURL: string;
  /** Makes the other containers, which can be done while the first server starts. */
  makeOthers: () => Promise<void>;
}

/**
 * Checks all that can be checked beforehand and gets what the cluster is made from. Makes nothing.
 * @throws UserError when the name or a port is taken, the configuration can't be planned or an image is missing
 */
export async function prepare(
  config: ClusterConfig,
  ids: CreationIds,
  context: WorkContext,
  progress: Progress,
): Promise<Prepared> {
  const { engine, reporter, timeline, signal } = context;
  const password = passwordIn(config.datastore);
  if (password !== undefined) reporter.secret(password);
  const dry = dryPlan(config);
  warnOfVolumeSources(config, engine, reporter);
  await checkNameFree(engine, config.name);
  const onHost = isOnHost(config) ? [{ hostIP: '0.0.0.0', port: API_PORT, protocol: 'tcp' }] : [];
  await checkPortsFree(engine, [...wantedPorts(dry), ...onHost]);
  const checked = await checkRegistries(config, engine);
  // It comes up beside what follows.
  const localImages = beginLocalImages(config, context);
  const images = [
    ...new Set([
      ...dry.nodes.map(({ container }) => container.image),
      ...checked.specs.map(({ image }) => image),
      ...databaseImages(config),
    ]),
  ];
  progress.set(images.map((name) => `image ${name}`).join(', '));
  await timeline.run('image', () => settleAll(images.map((name) => ensureImage(engine, name, reporter, signal))));
  const datastorePassword = randomBytes(16).toString('hex');
  reporter.secret(datastorePassword);
  const volumes = config.volumes.length > 0 ? await engine.volumes.list([]) : [];
  const apiPort = await apiPortFor(config);
  const registries = await reserveRegistries(checked, config.name);
  const held = [apiPort, ...registries.created.map(({ port }) => port)];
  return {
    ...ids,
    apiHost: config.apiHost ?? reachableHost(config, engine),
    apiPort,
    registries,
    datastorePassword,
    localImages,
    release: () => settleAll(held.map((port) => port.release())),
    existingVolumes: new Set(volumes.map((volume) => volume.name)),
  };
}

const databaseImages = ({ datastore }: ClusterConfig): string[] =>
  datastore !== undefined && 'image' in datastore ? [datastore.image] : [];

/** What nodes keep on a network. Addresses belong to a subnet: in another one they get new ones. */
function formerIn(
  past: FormerCluster,
  network: NetworkInfo,
  external: boolean,
): Pick<Allocated, 'restored' | 'staleAddresses' | 'names'> {
  const { names } = past;
  if (!external && past.subnet === network.subnet) return { restored: past.nodes, staleAddresses: [], names };
  const restored = new Map([...past.nodes].map(([name, { nodeName }]) => [name, { nodeName, ip: undefined }]));
  return { restored, staleAddresses: staleAddressesOf(past, network), names };
}

/** In its own subnet, which a network of the user's may be, an address is stale only if somebody has it now. */
function staleAddressesOf({ nodes, subnet }: FormerCluster, network: NetworkInfo): string[] {
  const taken = new Set(network.containers.map(({ ip }) => ip));
  const old = [...nodes.values()].flatMap(({ ip }) => ip ?? []);
  return subnet === network.subnet ? old.filter((ip) => taken.has(ip)) : old;
}

async function apiPortFor(config: ClusterConfig): Promise<ReservedPort> {
  const fixed = isOnHost(config) ? API_PORT : config.apiPort;
  return fixed === undefined ? reservePort(config.apiHostIP) : { port: fixed, release: async () => undefined };
}

/** Where ports that the engine publishes on `apiHostIP` are reached from here. */
function reachableHost(config: ClusterConfig, engine: Engine): string {
  return engine.endpoint.host ?? config.apiHostIP;
}

/** Docker makes an empty folder for a path that is not there, and a typing error would go unnoticed. */
export function warnOfVolumeSources(config: ClusterConfig, { endpoint }: Engine, reporter: Reporter): void {
  // Elsewhere the paths are those of the engine's machine.
  if (endpoint.host !== undefined || endpoint.publishIP !== LOOPBACK) return;
  for (const { value, where } of config.volumes) {
    const { source, isPath } = parseVolumeSpec(value, where);
    if (isPath && source !== undefined && !existsSync(source))
      reporter.warn(`${where}: ${source} does not exist: the engine makes an empty folder there`);
  }
}

async function checkNameFree(engine: Engine, name: string): Promise<void> {
  const nodes = await engine.containers.list(clusterFilter(name));
  if (nodes.length === 0) return;
  throw new UserError(
    `cluster "${name}" exists already (${nodes.map((node) => node.name).join(', ')}): delete it or choose another name`,
  );
}

/** The host ports of a plan, the API's among them; 0 and none stand for a port that is chosen later. */
function wantedPorts(plan: ClusterPlan): WantedPort[] {
  const ports = plan.nodes.flatMap((node) => node.container.ports);
  return ports.flatMap(({ hostIP, hostPort, hostPortEnd, protocol }) =>
    hostPort && hostPortEnd === undefined ? [{ hostIP, port: hostPort, protocol }] : [],
  );
}

/** Makes network, volumes and the containers that are started first. */
export async function makeObjects(
  config: ClusterConfig,
  prepared: Prepared,
  context: WorkContext,
  seed?: Seed,
): Promise<ClusterObjects> {
  const { engine, reporter, timeline, signal } = context;
  const { creation, token, apiHost, existingVolumes } = prepared;
  const apiPort = prepared.apiPort.port;
  const { network, external, fixedAddresses } = await timeline.run('network', () =>
    ensureNetwork(config, creation, engine, seed?.past),
  );
  signal.throwIfAborted();
  const registries = prepared.registries.facts;
  const placement = { cluster: config.name, network: network.name, creation };
  const proxies = proxiesIn(config.env.map(({ value }) => value));
  const { id, name, subnet, gateway, subnetV6 } = network;
  const facts = { name, id, subnet, gateway, subnetV6, external, fixedAddresses };
  const localImagesURL = await serveNewCluster(await prepared.localImages, config, network, context);
  const plan = planCluster(config, {
    localImagesURL,
    ...{ creation, token, apiHost, apiPort, registries, existingVolumes },
    ...(seed?.past && formerIn(seed.past, network, external)),
    datastoreEndpoint: endpointOf(config, prepared.datastorePassword),
    network: facts,
  });
  const datastore = planDatastore(config, { ...placement, password: prepared.datastorePassword });
  const make = async (node: NodePlan): Promise<void> => {
    signal.throwIfAborted();
    await createContainer(engine, node.container);
    if (seed !== undefined && isK3sNode(node)) await timeline.run(`fill ${node.name}`, () => seed.fill(node, engine));
    await engine.containers.putFiles(node.name, node.files);
    reporter.debug(`created ${node.name}`);
  };
  const isEarly = ({ role, index }: NodePlan): boolean => role === 'loadbalancer' || (role === 'server' && index === 0);
  await timeline.run('first containers', async () => {
    await settleAll(plan.volumes.map((volume) => engine.volumes.create(volume)));
    await settleAll([
      ...(datastore === undefined ? [] : [createContainer(engine, datastore)]),
      placeRegistries(
        prepared.registries,
        { ...placement, proxies, caCertificates: config.caCertificates },
        engine,
        seed,
      ),
      ...plan.nodes.filter(isEarly).map(make),
    ]);
  });
  return {
    datastore: datastore?.name,
    localImagesURL,
    plan,
    network,
    accessURL: accessURL({ host: apiHost, hostIP: config.apiHostIP, port: apiPort }, engine),
    makeOthers: () =>
      timeline.run('other containers', () => settleAll(plan.nodes.filter((node) => !isEarly(node)).map(make))),
  };
}
