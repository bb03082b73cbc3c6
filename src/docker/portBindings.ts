import type { PortMapping } from '../contract/containers.ts';
import { API_PORT } from '../contract/names.ts';

/** Published ports as Docker's API has them: `80/tcp` → where on the host. */
export type PortBindings = Record<string, { HostIp: string; HostPort: string }[]>;

/** The API's port is written as k3d does, by which scripts ask for it. */
const keyOf = ({ containerPort, protocol }: PortMapping): string =>
  containerPort === API_PORT && protocol === 'tcp' ? String(API_PORT) : `${containerPort}/${protocol}`;

/** What publishes these ports. */
export function bindingsOf(ports: readonly PortMapping[]): PortBindings {
  const bindings: PortBindings = {};
  for (const port of ports) {
    (bindings[keyOf(port)] ??= []).push({
      HostIp: port.hostIP,
      HostPort: [port.hostPort ?? '', ...(port.hostPortEnd === undefined ? [] : [port.hostPortEnd])].join('-'),
    });
  }
  return bindings;
}

/** What is published has to be exposed as well. */
export const exposed = (bindings: PortBindings): Record<string, object> =>
  Object.fromEntries(Object.keys(bindings).map((key) => [key, {}]));
