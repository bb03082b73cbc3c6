import type Docker from 'dockerode';
import { parseGpus } from '../config/gpus.ts';
import type { ContainerSpec } from '../contract/containers.ts';
import { DEFAULT_NETWORK, HOST_NETWORK } from '../contract/names.ts';
import { bindingsOf, exposed } from './portBindings.ts';

/** What a container is, in the words of Docker's API. */
export function createOptions(spec: ContainerSpec): Docker.ContainerCreateOptions {
  const bindings = bindingsOf(spec.ports);
  const fixed = {
    ...(spec.ip === undefined ? {} : { IPv4Address: spec.ip }),
    ...(spec.ipV6 === undefined ? {} : { IPv6Address: spec.ipV6 }),
  };
  const address = Object.keys(fixed).length === 0 ? {} : { IPAMConfig: fixed };
  return {
    name: spec.name,
    Hostname: spec.hostname,
    Image: spec.image,
    // Empty, and without an entrypoint, it is the image's own.
    Cmd: spec.command,
    Env: spec.env,
    Labels: spec.labels,
    ExposedPorts: exposed(bindings),
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
      Init: spec.init,
      RestartPolicy: { Name: 'unless-stopped' },
      Ulimits: spec.ulimits.map((limit) => ({ Name: limit.name, Soft: limit.soft, Hard: limit.hard })),
      ...(spec.memory === undefined ? {} : { Memory: spec.memory }),
      ...(spec.hostPid ? { PidMode: 'host' } : {}),
      ...(spec.gpus === undefined ? {} : { DeviceRequests: [gpuRequest(spec.gpus)] }),
    },
    // The host's network has no endpoints, and podman's default one has another name than Docker's.
    ...([HOST_NETWORK, DEFAULT_NETWORK].includes(spec.network)
      ? {}
      : { NetworkingConfig: { EndpointsConfig: { [spec.network]: address } } }),
  };
}

/** What `docker run --gpus` makes of its value. */
export function gpuRequest(text: string): object {
  const { driver, count, ids, capabilities, options } = parseGpus(text, 'GPUs');
  return {
    Driver: driver,
    Capabilities: [capabilities],
    ...(ids.length === 0 ? { Count: count } : { DeviceIDs: ids }),
    ...(Object.keys(options).length === 0 ? {} : { Options: options }),
  };
}
