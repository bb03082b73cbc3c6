import { isIP } from 'node:net';
import { UserError } from '../common/errors.ts';
import { checkContainerName, LOOPBACK } from '../contract/names.ts';
import { REGISTRY_IMAGE } from './defaults.ts';
import { readPort } from './portSpec.ts';
import type { LoadBalancerOverride, RegistryProxy, RegistrySpec, RegistryUse } from './types.ts';

/** A registry about which nothing has been said. @param where where it was asked for, for error messages */
export function defaultRegistry(where: string): RegistrySpec {
  return {
    name: undefined,
    hostIP: LOOPBACK,
    hostPort: undefined,
    image: REGISTRY_IMAGE,
    proxy: undefined,
    volumes: [],
    enforcePortMatch: false,
    deleteEnabled: false,
    where,
  };
}

const EXPECTED = 'expected NAME[:HOST_IP][:PORT], e.g. registry.localhost:5000 or registry.localhost:0.0.0.0:5000';

/** `NAME[:HOST_IP][:PORT]`, as `--registry-create` has it. @throws UserError if malformed */
export function readRegistryCreate(text: string, where: string): RegistrySpec {
  const [name, ...rest] = text.split(':') as [string, ...string[]];
  if (rest.length > 2 || name === '') throw new UserError(`${where}: malformed registry "${text}": ${EXPECTED}`);
  const spec = { ...defaultRegistry(where), name: checkContainerName(name, where) };
  const [first = '', second] = rest;
  if (second !== undefined || isIP(first) !== 0 || first === 'localhost') {
    return { ...spec, hostIP: readHostIP(first, where), hostPort: readHostPort(second ?? '', where) };
  }
  return { ...spec, hostPort: readHostPort(first, where) };
}

/** An address to publish on. @throws UserError when it is none */
export function readHostIP(text: string, where: string): string {
  const ip = text === 'localhost' ? LOOPBACK : text;
  if (isIP(ip) === 0) throw new UserError(`${where}: "${text}" is no IP address to publish on: ${EXPECTED}`);
  return ip;
}

/** A port, or nothing or `random` for a free one. @throws UserError when it is neither */
export function readHostPort(text: string, where: string): number | undefined {
  return text === '' || text === 'random' ? undefined : readPort(text, text, where);
}

/** `[HOST_IP:]PORT`, as `registry create --port` has it. @throws UserError if malformed */
export function readRegistryPort(text: string, where: string): Pick<RegistrySpec, 'hostIP' | 'hostPort'> {
  const colon = text.lastIndexOf(':');
  const hostIP = colon === -1 ? LOOPBACK : readHostIP(text.slice(0, colon).replace(/^\[|\]$/g, ''), where);
  return { hostIP, hostPort: readHostPort(text.slice(colon + 1), where) };
}

/** `NAME[:PORT]` of a registry that exists. @throws UserError if malformed */
export function readRegistryUse(text: string, where: string): RegistryUse {
  const [name, port, ...rest] = text.split(':') as [string, ...string[]];
  if (rest.length > 0) throw new UserError(`${where}: malformed registry "${text}": expected NAME[:PORT]`);
  checkContainerName(name, where);
  if (port !== undefined) readPort(port, text, where);
  return { value: text, where };
}

/** A remote registry to keep copies of. @throws UserError when the URL is none, or only half of the login is there */
export function readProxy(url: string, username: string, password: string, where: string): RegistryProxy | undefined {
  if (url === '') {
    if (username === '' && password === '') return undefined;
    throw new UserError(`${where}: a proxy's user and password need the URL of the registry that they are for`);
  }
  // `*` is k3d's word for whatever is asked for.
  if (url !== '*' && (!/^https?:\/\/[^\s/]+/.test(url) || !URL.canParse(url))) {
    throw new UserError(`${where}: "${url}" is no URL of a registry: expected e.g. https://registry-1.docker.io`);
  }
  if ((username === '') !== (password === '')) {
    throw new UserError(`${where}: a proxy's login needs both a user and a password`);
  }
  return { remoteURL: url, username, password };
}

const OVERRIDE = /^settings\.(workerConnections|defaultProxyTimeout)=(\d+)$/;

/** `settings.KEY=NUMBER`, as `--lb-config-override` has it. @throws UserError for other settings and values */
export function readLoadBalancerOverride(text: string, where: string): LoadBalancerOverride {
  const match = OVERRIDE.exec(text);
  if (match === null || Number(match[2]) === 0) {
    throw new UserError(
      `${where}: "${text}" is no setting of the load balancer: expected settings.workerConnections=NUMBER or settings.defaultProxyTimeout=SECONDS`,
    );
  }
  return { key: match[1] as LoadBalancerOverride['key'], value: Number(match[2]) };
}
