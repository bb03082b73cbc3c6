import { parsePortSpec } from '../config/portSpec.ts';
import type { ClusterConfig, Filtered } from '../config/types.ts';
import type { PortMapping } from '../contract/containers.ts';
import { ANY_ADDRESS, API_PORT, LOOPBACK } from '../contract/names.ts';
import { hostIPOf } from './ipFamily.ts';
import { REGISTRY_PORT } from './registry.ts';

/** A mapping as Docker's `--publish` writes it. */
export function formatPort({ hostIP, hostPort, hostPortEnd, containerPort, protocol }: PortMapping): string {
  const ip = hostIP.includes(':') ? `[${hostIP}]:` : hostIP && `${hostIP}:`;
  const range = hostPortEnd === undefined ? '' : `-${hostPortEnd}`;
  return `${ip}${hostPort ?? ''}${range}:${containerPort}/${protocol}`;
}

/** A port entry as one entry a port, changed by `change`. */
function eachPort(entry: Filtered, hostIP: string, change: (mapping: PortMapping) => PortMapping): Filtered[] {
  return parsePortSpec(entry.value, hostIP, entry.where).map((mapping) => ({
    ...entry,
    value: formatPort(change(mapping)),
  }));
}

const isUnsaid = (config: ClusterConfig): boolean => config.apiHost === undefined && config.apiHostIP === LOOPBACK;

/** Ports, each on an address: `hostIP` where the user names none. */
export function portsOn(entries: readonly Filtered[], hostIP: string): Filtered[] {
  return entries.flatMap((entry) => eachPort(entry, hostIP, (mapping) => mapping));
}

/** The same cluster, with all ports that nobody wants elsewhere published where an engine does that, `publishIP`. */
export function publishedOn(config: ClusterConfig, publishIP: string): ClusterConfig {
  const hostIP = hostIPOf(config, publishIP);
  if (hostIP === LOOPBACK) return config;
  return {
    ...config,
    apiHostIP: isUnsaid(config) ? hostIP : config.apiHostIP,
    ports: portsOn(config.ports, hostIP),
    registriesCreate: config.registriesCreate.map((spec) => (spec.hostIP === LOOPBACK ? { ...spec, hostIP } : spec)),
  };
}

/** A cluster for an engine that is itself in a container, and what that container has to publish for it. */
export interface NestedCluster {
  config: ClusterConfig;
  published: PortMapping[];
}

/**
 * The same cluster for an engine inside a container: each port has the same number in the container as outside of it,
 * so that an address means the same in both places.
 * @param hostIP where the container's ports are published unless the user names an address
 * @param reachedAt where they are reached
 * @param freePort gives a free port for each that nobody has chosen
 */
export function nestCluster(
  config: ClusterConfig,
  hostIP: string,
  reachedAt: string,
  freePort: () => number,
): NestedCluster {
  const published: PortMapping[] = [];
  const publish = (mapping: PortMapping): number => {
    // Of several host ports the first: inside and outside have to agree on one.
    const port = mapping.hostPort || freePort();
    published.push({ ...mapping, hostPort: port, hostPortEnd: undefined, containerPort: port });
    return port;
  };
  const inside = (mapping: PortMapping): PortMapping => ({
    ...mapping,
    hostIP: ANY_ADDRESS,
    hostPort: publish(mapping),
    hostPortEnd: undefined,
  });
  const tcp = (ip: string, hostPort: number | undefined, containerPort: number): PortMapping => ({
    hostIP: ip,
    hostPort,
    containerPort,
    protocol: 'tcp',
  });
  const ports = config.ports.flatMap((entry) => eachPort(entry, hostIP, inside));
  const apiIP = isUnsaid(config) ? hostIP : config.apiHostIP;
  const apiPort = publish(tcp(apiIP, config.apiPort, API_PORT));
  const registriesCreate = config.registriesCreate.map((spec) => {
    const ip = spec.hostIP === LOOPBACK ? hostIP : spec.hostIP;
    return { ...spec, hostIP: ANY_ADDRESS, hostPort: publish(tcp(ip, spec.hostPort, REGISTRY_PORT)) };
  });
  const apiHost = config.apiHost ?? reachedAt;
  return { config: { ...config, ports, apiHost, apiHostIP: ANY_ADDRESS, apiPort, registriesCreate }, published };
}
