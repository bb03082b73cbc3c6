import type Docker from 'dockerode';
import { formatGpus } from '../config/gpus.ts';
import type { ContainerDetails } from './engine.ts';
import { asText } from './errors.ts';
import type { PortMapping } from '../contract/containers.ts';

/** Docker writes names of containers with a slash before them. */
export const plainName = (name: string): string => name.replace(/^\//, '');

/** A container as Docker's API describes it, in our words. */
export function toDetails(raw: Docker.ContainerInspectInfo): ContainerDetails {
  const ports = Object.entries(raw.NetworkSettings.Ports ?? {}).flatMap(([key, bindings]) =>
    (bindings ?? []).map((binding) => ({
      ip: binding.HostIp,
      hostPort: Number(binding.HostPort),
      containerPort: Number.parseInt(key, 10),
      protocol: key.split('/')[1] ?? 'tcp',
    })),
  );
  return {
    id: asText(raw.Id),
    name: plainName(raw.Name),
    image: raw.Config.Image,
    state: raw.State.Status,
    labels: raw.Config.Labels ?? {},
    ports,
    running: raw.State.Running,
    restarts: raw.RestartCount,
    startedAt: Date.parse(raw.State.StartedAt),
    exitCode: raw.State.ExitCode,
    oomKilled: raw.State.OOMKilled,
    addresses: Object.fromEntries(
      Object.entries(raw.NetworkSettings.Networks ?? {}).map(([name, network]) => [name, network.IPAddress]),
    ),
    env: envOf(raw),
    command: raw.Config.Cmd ?? [],
    hostname: raw.Config.Hostname,
    binds: bindsOf(raw),
    portBindings: portBindings(raw.HostConfig.PortBindings as PortBindings | null),
    fixedAddresses: fixedAddresses(raw.NetworkSettings.Networks),
    ulimits: (raw.HostConfig.Ulimits ?? []).map((limit) => ({
      name: limit.Name ?? '',
      soft: limit.Soft ?? 0,
      hard: limit.Hard ?? 0,
    })),
    memory: raw.HostConfig.Memory ?? 0,
    hostPid: raw.HostConfig.PidMode === 'host',
    init: raw.HostConfig.Init ?? false,
    gpus: gpusOf(raw.HostConfig.DeviceRequests),
    extraHosts: (raw.HostConfig.ExtraHosts as string[] | null | undefined) ?? [],
    created: raw.Created,
    restartPolicy: raw.HostConfig.RestartPolicy?.Name ?? 'no',
    portMappings: (raw.HostConfig.PortBindings as PortBindings | null) ?? {},
    volumes: raw.Mounts.filter((mount) => mount.Type === 'volume').map((mount) => mount.Name ?? ''),
    mounts: raw.Mounts.map((mount) => ({
      kind: mount.Type === 'volume' || mount.Type === 'bind' ? mount.Type : 'other',
      source: mount.Type === 'volume' ? (mount.Name ?? '') : mount.Source,
      target: mount.Destination,
    })),
  };
}

/** The GPUs that were asked for: other devices have other capabilities. */
function gpusOf(requests: readonly Docker.DeviceRequest[] | null | undefined): string | undefined {
  const request = requests?.find(({ Capabilities }) => Capabilities?.flat().includes('gpu'));
  if (request === undefined) return undefined;
  return formatGpus({
    driver: request.Driver ?? '',
    count: request.Count ?? 0,
    ids: request.DeviceIDs ?? [],
    capabilities: request.Capabilities?.flat() ?? [],
    options: request.Options ?? {},
  });
}

/** An anonymous volume, which podman tells of like a mount that was asked for. */
const ANONYMOUS = /^[0-9a-f]{64}:/;
/** What podman adds to the options of each mount. */
const OPTIONS_OF_PODMAN = ['rw', 'rprivate', 'nosuid', 'nodev', 'rbind'];

/** Whether podman made a container: it says so in its variables. */
const isPodmans = ({ Config: { Env } }: Docker.ContainerInspectInfo): boolean =>
  ((Env as string[] | null) ?? []).some((entry) => /^container=(podman|oci)$/.test(entry));

function bindsOf(raw: Docker.ContainerInspectInfo): string[] {
  const binds = (raw.HostConfig.Binds ?? []).filter((bind) => !ANONYMOUS.test(bind));
  if (!isPodmans(raw)) return binds;
  return binds.map((bind) => {
    const [source, target, options = ''] = bind.split(':');
    const asked = options.split(',').filter((option) => option !== '' && !OPTIONS_OF_PODMAN.includes(option));
    return [source, target, ...(asked.length > 0 ? [asked.join(',')] : [])].join(':');
  });
}

/** Variables that were asked for. podman tells of those too that it sets by itself: `container`, `HOSTNAME` and `HOME`. */
function envOf(raw: Docker.ContainerInspectInfo): string[] {
  const { Env, Hostname } = raw.Config;
  const env = (Env as string[] | null) ?? [];
  if (!isPodmans(raw)) return env;
  return env.filter((entry) => !/^(container|HOME)=/.test(entry) && entry !== `HOSTNAME=${Hostname}`);
}

type PortBindings = Record<string, { HostIp?: string; HostPort?: string }[] | null>;

function portBindings(raw: PortBindings | null): PortMapping[] {
  return Object.entries(raw ?? {}).flatMap(([key, bindings]) =>
    (bindings ?? []).map(({ HostIp, HostPort }) => ({
      hostIP: HostIp ?? '',
      hostPort: HostPort ? Number(HostPort) : undefined,
      containerPort: Number.parseInt(key, 10),
      protocol: (key.split('/')[1] ?? 'tcp') as PortMapping['protocol'],
    })),
  );
}

function fixedAddresses(networks: Docker.ContainerInspectInfo['NetworkSettings']['Networks']): Record<string, string> {
  const entries = Object.entries(networks ?? {}).map(([name, network]) => {
    const config = network.IPAMConfig as { IPv4Address?: string } | null | undefined;
    return [name, config?.IPv4Address ?? ''] as const;
  });
  return Object.fromEntries(entries.filter(([, ip]) => ip !== ''));
}
