import type Docker from 'dockerode';
import type { PortMapping } from '../contract/containers.ts';
import { bindingsOf, exposed, type PortBindings } from './portBindings.ts';

/** What is different in a copy of a container. */
export interface CopyChanges {
  name: string;
  labels?: Record<string, string>;
  ports?: readonly PortMapping[];
  image?: string;
  env?: readonly string[];
  /** Whether it has the very volumes of the one that is copied, those without a name too. */
  sharesVolumes?: boolean;
}

/** How to make a copy. */
export interface CopyOptions {
  options: Docker.ContainerCreateOptions;
  /** Further networks, by name: engines before 25 take only one when a container is made. */
  others: [string, Docker.EndpointSettings][];
}

/**
 * A container like one that exists, in the words of Docker's API: all that was asked for when it was made, whoever made it,
 * and nothing that the engine has added by itself.
 */
export function copyOptions(raw: Docker.ContainerInspectInfo, changes: CopyChanges): CopyOptions {
  const { Hostname, Domainname, User, Env, Cmd, Entrypoint, Image, WorkingDir, StopSignal, Healthcheck } =
    raw.Config as Docker.ContainerInspectInfo['Config'] & Pick<Docker.ContainerCreateOptions, 'StopSignal'>;
  const { ports, image = Image, env = Env, labels = raw.Config.Labels, sharesVolumes = false } = changes;
  const bindings =
    ports === undefined ? ((raw.HostConfig.PortBindings as PortBindings | null) ?? {}) : bindingsOf(ports);
  const endpoints = endpointsOf(raw);
  return {
    options: {
      name: changes.name,
      ...{ Hostname, Domainname, User, Cmd, Entrypoint, WorkingDir, StopSignal, Healthcheck },
      Image: image,
      // The engine has none, and not an empty list, for a container that was given none.
      Env: [...((env as readonly string[] | null) ?? [])],
      Labels: labels,
      ExposedPorts: exposed(bindings),
      HostConfig: {
        ...raw.HostConfig,
        PortBindings: bindings,
        ...(sharesVolumes ? volumesOf(raw) : { VolumesFrom: undefined }),
      },
      NetworkingConfig: { EndpointsConfig: Object.fromEntries(endpoints.slice(0, 1)) },
    },
    others: endpoints.slice(1),
  };
}

/**
 * The very volumes of a container. One without a name that was asked for as a mount, such as that of a node from a
 * snapshot, is not asked for again: the engine would make a new one, and pass over the one that is shared.
 */
function volumesOf({ Id, HostConfig }: Docker.ContainerInspectInfo): Pick<Docker.HostConfig, 'VolumesFrom' | 'Mounts'> {
  const mounts = HostConfig.Mounts?.filter(({ Type, Source }) => Type !== 'volume' || Boolean(Source));
  return { VolumesFrom: [Id], Mounts: mounts };
}

/** The networks that a container is on, with what was asked for on each; the one that it was made on is first. */
function endpointsOf(raw: Docker.ContainerInspectInfo): [string, Docker.EndpointSettings][] {
  const isMain = (name: string, id: string): boolean => [name, id].includes(raw.HostConfig.NetworkMode ?? '');
  return Object.entries(raw.NetworkSettings.Networks)
    .sort(([a, one], [b, other]) => Number(isMain(b, other.NetworkID)) - Number(isMain(a, one.NetworkID)))
    .map(([name, endpoint]) => {
      const { IPAMConfig, Aliases, Links } = endpoint as AskedFor;
      // Engines before 25 list a container's short id among its aliases.
      return [name, { IPAMConfig, Links, Aliases: Aliases?.filter((alias) => !raw.Id.startsWith(alias)) }];
    });
}

/** What was asked for on a network, of all that the engine tells of it. */
interface AskedFor {
  IPAMConfig?: Docker.EndpointSettings['IPAMConfig'];
  Links?: string[];
  Aliases?: string[] | null;
}
