import type Docker from 'dockerode';
import { DockerContainers } from './containers.ts';
import type {
  ContainerEvent,
  Engine,
  EngineEndpoint,
  EngineInfo,
  EngineSystem,
  LabelFilter,
  NetworkInfo,
  Networks,
  VolumeInfo,
  Volumes,
} from './engine.ts';
import { asList, asText, attempt, filterBy } from './errors.ts';
import { DockerImages } from './images.ts';
import { jsonLines } from './streams.ts';
import { urlName } from './urlName.ts';

/** The parts of `/info` that are read here. */
interface RawInfo {
  ID?: string;
  OperatingSystem?: string;
  KernelVersion?: string;
  NCPU?: number;
  MemTotal?: number;
  CgroupVersion?: string;
  CgroupDriver?: string;
  Driver?: string;
  DockerRootDir?: string;
  SecurityOptions?: string[] | null;
  Warnings?: string[] | null;
}

/** The engine over dockerode. Nothing outside this folder knows dockerode. */
export class DockerodeEngine implements Engine {
  readonly endpoint: EngineEndpoint;
  readonly images: DockerImages;
  readonly containers: DockerContainers;
  readonly networks: Networks;
  readonly volumes: Volumes;
  readonly #docker: Docker;

  constructor(docker: Docker, endpoint: EngineEndpoint, env: NodeJS.ProcessEnv) {
    this.#docker = docker;
    this.endpoint = endpoint;
    this.images = new DockerImages(docker, env);
    this.containers = new DockerContainers(docker);
    this.networks = dockerNetworks(docker);
    this.volumes = dockerVolumes(docker);
  }

  async info(): Promise<EngineInfo> {
    return attempt(async () => {
      const { Version: version, ApiVersion: apiVersion, Os: os, Arch: arch } = await this.#docker.version();
      if (![version, apiVersion, os, arch].every((part) => typeof part === 'string')) throw new TypeError('no version');
      return { version, apiVersion, os, arch };
    });
  }

  async system(): Promise<EngineSystem> {
    const raw = (await attempt(() => this.#docker.info())) as RawInfo;
    return {
      id: raw.ID ?? '',
      operatingSystem: raw.OperatingSystem ?? '',
      kernel: raw.KernelVersion ?? '',
      cpus: raw.NCPU ?? 0,
      memory: raw.MemTotal ?? 0,
      // Engines that know one kind only say nothing: it is the first.
      cgroupVersion: Number(raw.CgroupVersion ?? 1),
      cgroupDriver: raw.CgroupDriver ?? '',
      storageDriver: raw.Driver ?? '',
      dataPath: raw.DockerRootDir ?? '',
      securityOptions: raw.SecurityOptions ?? [],
      warnings: raw.Warnings ?? [],
    };
  }

  async watch(labels: LabelFilter, onEvent: (event: ContainerEvent) => void, signal: AbortSignal): Promise<void> {
    await this.#events({ label: [...labels], type: ['container'] }, signal, (action, attributes) => {
      const exitCode = attributes.exitCode === undefined ? undefined : Number(attributes.exitCode);
      onEvent({ action, name: attributes.name ?? '', exitCode });
    });
  }

  async watchTags(onTag: (name: string) => void, signal: AbortSignal): Promise<void> {
    const filters = { type: ['image'], event: ['tag'] };
    await this.#events(filters, signal, (_, { name }) => name !== undefined && onTag(name));
  }

  async #events(
    filters: Record<string, string[]>,
    signal: AbortSignal,
    onEvent: (action: string, attributes: Record<string, string>) => void,
  ): Promise<void> {
    const stream = await attempt(() => this.#docker.getEvents({ filters, abortSignal: signal }));
    try {
      for await (const line of jsonLines(stream)) {
        const event = line as { Action: string; Actor?: { Attributes?: Record<string, string> } };
        onEvent(event.Action, event.Actor?.Attributes ?? {});
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}

function dockerNetworks(docker: Docker): Networks {
  const inspect = (name: string) =>
    attempt(async () => toNetworkInfo(await docker.getNetwork(urlName(name)).inspect()), { 404: undefined });
  return {
    inspect,
    async create(spec) {
      const { ipam, ipamV6 } = spec;
      const ranges = [ipam, ipamV6].flatMap((one) =>
        one === undefined ? [] : [{ Subnet: one.subnet, Gateway: one.gateway, IPRange: one.range }],
      );
      const network = await attempt(() =>
        docker.createNetwork({
          Name: spec.name,
          Driver: 'bridge',
          CheckDuplicate: true,
          Options: { 'com.docker.network.bridge.enable_ip_masquerade': 'true' },
          Labels: spec.labels,
          ...(ipamV6 === undefined ? {} : { EnableIPv6: true }),
          ...(ranges.length === 0 ? {} : { IPAM: { Driver: 'default', Config: ranges } }),
        }),
      );
      return attempt(async () => toNetworkInfo(await network.inspect()));
    },
    async list(labels) {
      const ids = await attempt(async () =>
        asList(await docker.listNetworks({ filters: filterBy(labels) })).map((network) => network.Id),
      );
      const infos = await Promise.all(ids.map(inspect));
      return infos.filter((info) => info !== undefined);
    },
    countBridges: () =>
      attempt(async () => asList(await docker.listNetworks({ filters: { driver: ['bridge'] } })).length),
    async connect(network, container) {
      const found = await attempt(() => docker.getContainer(urlName(container)).inspect());
      if (network in found.NetworkSettings.Networks) return;
      await attempt(async () => void (await docker.getNetwork(urlName(network)).connect({ Container: container })));
    },
    async disconnect(network, container) {
      const found = await attempt(() => docker.getContainer(urlName(container)).inspect());
      if (!(network in found.NetworkSettings.Networks)) return;
      await attempt(
        async () => void (await docker.getNetwork(urlName(network)).disconnect({ Container: container, Force: true })),
      );
    },
    remove: (id) => attempt(async () => void (await docker.getNetwork(urlName(id)).remove()), { 404: undefined }),
  };
}

function toNetworkInfo(raw: Docker.NetworkInspectInfo): NetworkInfo {
  // Labels and host entries of a network with both are about the IPv4 one.
  const ipv4 = rangeWith('.', raw);
  const ipv6 = rangeWith(':', raw);
  return {
    id: asText(raw.Id),
    name: asText(raw.Name),
    driver: raw.Driver,
    subnet: ipv4.subnet,
    gateway: ipv4.gateway,
    subnetV6: ipv6.subnet,
    gatewayV6: ipv6.gateway,
    labels: raw.Labels ?? {},
    created: Date.parse(raw.Created),
    containers: Object.values(raw.Containers ?? {}).map((container) => ({
      name: container.Name,
      ip: withoutBits(container.IPv4Address),
      ipV6: withoutBits(container.IPv6Address),
    })),
  };
}

/** The subnet of a network in one family, and its gateway; empty: it has none. @param sign what addresses of that family have */
function rangeWith(sign: '.' | ':', { IPAM }: Docker.NetworkInspectInfo): { subnet: string; gateway: string } {
  const found = IPAM?.Config?.find((config) => config.Subnet?.includes(sign));
  return { subnet: found?.Subnet ?? '', gateway: withoutBits(found?.Gateway) };
}

const withoutBits = (address: string | undefined): string => (address ?? '').split('/')[0] as string;

function dockerVolumes(docker: Docker): Volumes {
  return {
    create: (spec) => attempt(async () => void (await docker.createVolume({ Name: spec.name, Labels: spec.labels }))),
    async list(labels) {
      return attempt(async () => {
        const { Volumes: volumes } = await docker.listVolumes({ filters: filterBy(labels) });
        return (volumes ?? []).map((volume): VolumeInfo => ({ name: volume.Name, labels: volume.Labels ?? {} }));
      });
    },
    remove: (name) => attempt(async () => void (await docker.getVolume(urlName(name)).remove()), { 404: undefined }),
  };
}
