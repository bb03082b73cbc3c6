import type Docker from 'dockerode';
import type { ContainerSpec } from '../contract/containers.ts';

/** What a container is, in the words of Docker's API. */
export function createOptions(spec: ContainerSpec): Docker.ContainerCreateOptions {
  const portKey = (port: { containerPort: number; protocol: string }): string =>
    `${port.containerPort}/${port.protocol}`;
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const port of spec.ports) {
    bindings[portKey(port)] ??= [];
    bindings[portKey(port)]?.push({
      HostIp: port.hostIP,
      HostPort: port.hostPort === undefined ? '' : String(port.hostPort),
    });
  }
  const address = spec.ip === undefined ? {} : { IPAMConfig: { IPv4Address: spec.ip } };
  return {
    name: spec.name,
    Hostname: spec.hostname,
    Image: spec.image,
    ...(spec.entrypoint === undefined && spec.command.length === 0 ? {} : { Cmd: spec.command }),
    Env: spec.env,
    Labels: spec.labels,
    ExposedPorts: Object.fromEntries(Object.keys(bindings).map((key) => [key, {}])),
    ...(spec.entrypoint === undefined ? {} : { Entrypoint: spec.entrypoint }),
    HostConfig: {
      NetworkMode: spec.network,
      PortBindings: bindings,
      Binds: spec.binds,
      Mounts: spec.emptyVolumes.map((path) => ({
        Type: 'volume' as const,
        Source: '',
        Target: path,
        VolumeOptions: { NoCopy: true, Labels: {}, DriverConfig: { Name: '', Options: {} } },
      })),
      Tmpfs: Object.fromEntries(spec.tmpfs.map((path) => [path, ''])),
      ExtraHosts: spec.extraHosts,
      Privileged: spec.privileged,
      UsernsMode: 'host',
      Init: true,
      RestartPolicy: { Name: 'unless-stopped' },
      Ulimits: spec.ulimits.map((limit) => ({ Name: limit.name, Soft: limit.soft, Hard: limit.hard })),
      ...(spec.memory === undefined ? {} : { Memory: spec.memory }),
      ...(spec.hostPid ? { PidMode: 'host' } : {}),
      ...(spec.gpus === undefined ? {} : { DeviceRequests: [gpuRequest(spec.gpus)] }),
    },
    // The host's network has no endpoints.
    ...(spec.network === 'host' ? {} : { NetworkingConfig: { EndpointsConfig: { [spec.network]: address } } }),
  };
}

/** What `docker run --gpus` makes of its value: `all`, a number, or `device=ID,ID` (docker CLI: opts/gpus.go). */
export function gpuRequest(text: string): object {
  const ids = /^device=(.+)$/.exec(text)?.[1]?.split(',');
  const count = text === 'all' ? -1 : Number(text);
  return { Driver: '', Capabilities: [['gpu']], ...(ids === undefined ? { Count: count } : { DeviceIDs: ids }) };
}
