import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { listRegistries, makeRegistry, needRegistry, prepareRegistry } from '../../cluster/registries/index.ts';
import { UserError } from '../../common/errors.ts';
import { Timeline } from '../../common/timeline.ts';
import { caCertificatesOf } from '../../config/caCertificates.ts';
import { resolveVolume } from '../../config/layers.ts';
import { proxiesIn, proxyEntries } from '../../config/proxy.ts';
import { defaultRegistry, readProxy, readRegistryPort } from '../../config/registrySpec.ts';
import { readImage, readNetwork } from '../../config/scalars.ts';
import type { RegistrySpec } from '../../config/types.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { nodeValues } from '../../cluster/find/index.ts';
import { LABEL } from '../../contract/labels.ts';
import { checkContainerName, LOOPBACK, registryName } from '../../contract/names.ts';
import { registryAddress } from '../../plan/registry.ts';
import { table } from '../../common/table.ts';
import { print } from '../output.ts';
import type { ListOptions } from './list.ts';
import { reporterOf, interruptible } from '../session.ts';

/** Flags of `registry create`. */
export interface RegistryCreateOptions {
  image: string;
  port: string;
  volume: string[];
  defaultNetwork: string;
  proxyRemoteUrl?: string;
  proxyUsername?: string;
  proxyPassword?: string;
  noHelp?: boolean;
  deleteEnabled?: boolean;
  enforcePortMatch?: boolean;
}

/** `k3d registry create` */
export async function registryCreate(name: string, options: RegistryCreateOptions, command: Command): Promise<void> {
  const spec = readSpec(name, options);
  const network = readNetwork(options.defaultNetwork, 'flag --default-network');
  const reporter = reporterOf(command);
  await interruptible(async (signal) => {
    const engine = await connectEngine();
    if ((await engine.networks.inspect(network)) === undefined) {
      throw new UserError(`flag --default-network: network "${network}" does not exist`);
    }
    const context = { engine, reporter, timeline: new Timeline(), signal };
    const { publishIP } = engine.endpoint;
    const placed = spec.hostIP === LOOPBACK ? { ...spec, hostIP: publishIP } : spec;
    const prepared = await prepareRegistry(placed, '', context);
    const creation = randomUUID();
    try {
      const proxies = proxiesIn(proxyEntries(process.env).map(({ value }) => value));
      const placement = {
        cluster: '',
        network,
        creation,
        proxies,
        caCertificates: caCertificatesOf(process.env),
      };
      const container = await makeRegistry(prepared, placement, engine);
      reporter.info(`Registry ${container} is running`);
      if (!options.noHelp) console.log(helpText(container, placed, prepared.port.port));
    } catch (error) {
      // By its label: a container of that name may be another process's, which was faster.
      const made = await engine.containers.list([`${LABEL.creation}=${creation}`]);
      for (const { id } of made) await engine.containers.remove(id);
      throw error;
    } finally {
      await prepared.port.release();
    }
  });
}

function readSpec(name: string, options: RegistryCreateOptions): RegistrySpec {
  const volume = (value: string) =>
    resolveVolume({ value, nodeFilters: [], where: 'flag --volume' }, process.cwd()).value;
  const { proxyRemoteUrl = '', proxyUsername = '', proxyPassword = '' } = options;
  return {
    ...defaultRegistry('registry create'),
    ...readRegistryPort(options.port, 'flag --port'),
    name: checkContainerName(registryName(name), 'argument NAME'),
    image: readImage(options.image, 'flag --image'),
    proxy: readProxy(proxyRemoteUrl, proxyUsername, proxyPassword, 'flag --proxy-remote-url'),
    volumes: options.volume.map(volume),
    enforcePortMatch: options.enforcePortMatch === true,
    deleteEnabled: options.deleteEnabled === true,
  };
}

function helpText(container: string, { hostIP, proxy }: RegistrySpec, port: number): string {
  const address = registryAddress(hostIP, port);
  if (proxy !== undefined) {
    return `Use it as a cache of ${proxy.remoteURL}: k3d cluster create --registry-use ${container}:${port}`;
  }
  return [
    `Push to it:            docker push ${address}/app:1`,
    `Use it in a cluster:   k3d cluster create --registry-use ${container}:${port}`,
    `Name it there as:      ${container}:${port}/app:1 or localhost:${port}/app:1`,
  ].join('\n');
}

/** `k3d registry delete` */
export async function registryDelete(names: string[], options: { all?: boolean }, command: Command): Promise<void> {
  const engine = await connectEngine();
  const wanted = names.length === 0 ? ['registry'] : names;
  const nodes = options.all
    ? await listRegistries(engine)
    : await Promise.all(wanted.map((name) => needRegistry(engine, name, 'registry delete')));
  for (const node of nodes) {
    await engine.containers.remove(node.id);
    reporterOf(command).info(`Registry ${node.name} is deleted`);
  }
}

/** `k3d registry list` */
export async function registryList(names: string[], options: ListOptions): Promise<void> {
  const engine = await connectEngine();
  const nodes =
    names.length === 0
      ? await listRegistries(engine)
      : await Promise.all(names.map((name) => needRegistry(engine, name, 'registry list')));
  const values = options.output === 'table' ? [] : await nodeValues(engine, nodes);
  print(options.output, values, () =>
    table(
      ['NAME', 'ROLE', 'CLUSTER', 'STATUS', 'ADDRESS'],
      nodes.map(({ name, role, cluster, state, labels }) => [
        ...[name, role, cluster, state],
        registryAddress(labels[LABEL.registryHostIP] ?? '', Number(labels[LABEL.registryPortExternal])),
      ]),
      !options.noHeaders,
    ),
  );
}
