import { isIP } from 'node:net';
import { UserError } from '../common/errors.ts';
import type { PortMapping } from '../contract/containers.ts';

const SPEC =
  /^(?:(?<ip>\[[0-9a-fA-F:.]+\]|[^:[\]]*):)??(?:(?<host>\d*(?:-\d+)?):)?(?<container>\d+(?:-\d+)?)(?:\/(?<protocol>[a-zA-Z]+))?$/;
const EXPECTED =
  'expected [HOST_IP:][HOST_PORT:]CONTAINER_PORT[/tcp|udp], e.g. 8080:80 or 127.0.0.1:9000-9002:9000-9002/tcp';

/**
 * The mappings of a port as Docker's `--publish` writes it, ranges spread out.
 * @param defaultHostIP address to publish on when the text names none
 * @throws UserError when the text is malformed, a port is out of range or two ranges differ in length
 */
export function parsePortSpec(text: string, defaultHostIP: string, where: string): PortMapping[] {
  const groups = SPEC.exec(text)?.groups;
  if (groups === undefined) throw new UserError(`${where}: malformed port "${text}": ${EXPECTED}`);
  const protocol = (groups.protocol ?? 'tcp').toLowerCase();
  if (protocol !== 'tcp' && protocol !== 'udp' && protocol !== 'sctp') {
    throw new UserError(
      `${where}: unknown protocol "${groups.protocol}" in port "${text}": tcp, udp and sctp are known`,
    );
  }
  const containerPorts = portRange(groups.container as string, text, where);
  // Port 0 is a free one, as it is for an operating system.
  const hostPorts =
    groups.host === '0'
      ? containerPorts.map(() => 0)
      : groups.host
        ? portRange(groups.host, text, where)
        : containerPorts.map(() => undefined);
  const [containerPort] = containerPorts as [number];
  if (containerPorts.length === 1 && hostPorts.length > 1) {
    // Several host ports for one: the engine takes one of them (go-connections: nat.ParsePortSpec).
    const hostIP = parseHostIP(groups.ip, text, where) ?? defaultHostIP;
    return [{ hostIP, hostPort: hostPorts[0], hostPortEnd: hostPorts.at(-1), containerPort, protocol }];
  }
  if (hostPorts.length !== containerPorts.length) {
    throw new UserError(`${where}: the ranges in port "${text}" differ in length`);
  }
  const hostIP = parseHostIP(groups.ip, text, where) ?? defaultHostIP;
  return containerPorts.map((containerPort, index) => ({
    hostIP,
    hostPort: hostPorts[index],
    containerPort,
    protocol,
  }));
}

function parseHostIP(raw: string | undefined, text: string, where: string): string | undefined {
  if (raw === undefined || raw === '') return undefined;
  const ip = raw === 'localhost' ? '127.0.0.1' : raw.replace(/^\[|\]$/g, '');
  if (isIP(ip) === 0) throw new UserError(`${where}: "${raw}" in port "${text}" is no IP address: ${EXPECTED}`);
  return ip;
}

function portRange(range: string, text: string, where: string): number[] {
  const [first, last = first] = range.split('-') as [string, string?];
  const from = readPort(first, text, where);
  const to = readPort(last, text, where);
  if (to < from) throw new UserError(`${where}: the range ${range} in port "${text}" ends before it begins`);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A port's number. @param text what it is part of, for the message @throws UserError when it is none */
export function readPort(digits: string, text: string, where: string): number {
  const port = Number(digits);
  if (!/^\d+$/.test(digits) || port < 1 || port > 65535) {
    throw new UserError(
      `${where}: "${digits}" in port "${text}" is not a valid port: expected a number from 1 to 65535`,
    );
  }
  return port;
}

/**
 * The API port as `--api-port [HOST:]PORT|random` and the input `api-port` write it.
 * A host that is an IP address is also the address to publish on, as in k3d; a name only goes into the kubeconfig.
 * @throws UserError when it is malformed
 */
export function parseApiPort(
  text: string,
  where: string,
): { host: string | undefined; hostIP: string | undefined; port: number | undefined } {
  const match = /^(?:(?<host>\[[^\]]+\]|[^:]*):)?(?<port>\d+|random)$/.exec(text);
  if (match?.groups === undefined) {
    throw new UserError(
      `${where}: malformed API port "${text}": expected [HOST:]PORT or random, e.g. 6550 or 127.0.0.1:6550`,
    );
  }
  const host = match.groups.host?.replace(/^\[|\]$/g, '') || undefined;
  const port = match.groups.port === 'random' ? undefined : readPort(match.groups.port as string, text, where);
  return { host, hostIP: host !== undefined && isIP(host) !== 0 ? host : undefined, port };
}
