import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Docker from 'dockerode';
import { messageOf, UserError } from '../common/errors.ts';
import { ANY_ADDRESS, LOOPBACK } from '../contract/names.ts';
import { type EngineAddress, resolveEngineAddress } from './context.ts';
import { DockerodeEngine } from './dockerode.ts';
import type { Engine, EngineEndpoint } from './engine.ts';
import { EngineLostError } from './errors.ts';
import { CommandAgent, sshCommand } from './ssh.ts';
import { insistOnJson } from './strictJson.ts';
import { gatewayFromHere } from './ownContainer.ts';
import { engineAgent, watchRequests } from './requests.ts';

/** Oldest API that we speak: Docker 20.10, the first with cgroup v2 and host-gateway. */
export const OLDEST_API = '1.41';

/** What it takes to speak with an engine over TLS: its address, and keys and certificates as PEM texts. */
export interface TlsAddress {
  host: string;
  port: number;
  ca: string;
  cert: string;
  key: string;
}

/** An engine that is reached over TLS. Nothing is asked of it yet. */
export function tlsEngine(address: TlsAddress, endpoint: EngineEndpoint): Engine {
  const options = { ...address, protocol: 'https', socketPath: undefined } as Docker.DockerOptions;
  return new DockerodeEngine(newDocker(options), endpoint, process.env);
}

/**
 * Connects to the engine that the docker CLI would use and checks that it answers.
 * @throws UserError when there is none, it may not be used, or it is too old
 */
export async function connectEngine(env: NodeJS.ProcessEnv = process.env): Promise<Engine> {
  const address = resolveEngineAddress(env);
  const endpoint = endpointOf(address);
  const engine = new DockerodeEngine(newDocker(clientOptions(address)), endpoint, env);
  let apiVersion: string;
  let os: string;
  try {
    ({ apiVersion, os } = await engine.info());
  } catch (error) {
    const cause = error instanceof EngineLostError ? (error.cause ?? error) : error;
    throw new UserError(explainNoEngine(address, cause), { cause });
  }
  if (os === 'windows')
    throw new UserError(
      `the Docker engine at ${address.url} runs Windows containers, and k3s needs Linux: ${remedyFor('win32')}`,
    );
  if (isOlder(apiVersion, OLDEST_API)) {
    throw new UserError(
      `the Docker engine at ${address.url} is too old: it speaks API ${apiVersion}, ${OLDEST_API} (Docker 20.10) or newer is needed`,
    );
  }
  if (endpoint.host === undefined) endpoint.publishIP = (await gatewayFromHere(engine)) ?? LOOPBACK;
  return engine;
}

/** A client of dockerode. docker-modem reads DOCKER_HOST even if it is told all that stands there: it is hidden meanwhile. */
function newDocker(options: Docker.DockerOptions): Docker {
  const { DOCKER_HOST: host } = process.env;
  delete process.env.DOCKER_HOST;
  try {
    const agent = engineAgent(options.protocol === 'https');
    return insistOnJson(dialQuietly(new Docker({ agent, ...options } as Docker.DockerOptions)));
  } finally {
    if (host !== undefined) process.env.DOCKER_HOST = host;
  }
}

/**
 * Keeps a warning off standard error that no user can do anything about: docker-modem takes addresses apart with
 * `url.parse`, of which Node warns (DEP0169) wherever the caller is not in node_modules, as in a bundle.
 */
function dialQuietly(docker: Docker): Docker {
  const modem = docker.modem as { dial: (...args: unknown[]) => unknown };
  const dial = modem.dial.bind(modem);
  modem.dial = (...args) => {
    const { noDeprecation = false } = process;
    process.noDeprecation = true;
    try {
      return dial(...args);
    } finally {
      process.noDeprecation = noDeprecation;
    }
  };
  return docker;
}

function isOlder(version: string, minimum: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [minMajor = 0, minMinor = 0] = minimum.split('.').map(Number);
  return major < minMajor || (major === minMajor && minor < minMinor);
}

function parseAddress(address: EngineAddress): URL {
  try {
    return new URL(address.url);
  } catch {
    throw new UserError(
      `${address.source}: "${address.url}" is no engine address: expected e.g. unix:///var/run/docker.sock or tcp://host:2376`,
    );
  }
}

function endpointOf(address: EngineAddress): EngineEndpoint {
  const url = parseAddress(address);
  const local = url.protocol === 'unix:' || url.protocol === 'npipe:';
  const host = local ? undefined : url.hostname.replace(/^\[|\]$/g, '');
  // From another machine a port on the loopback address can't be reached.
  return { description: address.url, host, publishIP: local ? LOOPBACK : ANY_ADDRESS };
}

/** dockerode's options. Each is given, even if undefined, since dockerode fills gaps from DOCKER_HOST. */
function clientOptions(address: EngineAddress): Docker.DockerOptions {
  const url = parseAddress(address);
  const none = {
    host: undefined,
    port: undefined,
    socketPath: undefined,
    ca: undefined,
    cert: undefined,
    key: undefined,
  };
  switch (url.protocol) {
    case 'unix:':
      return { ...none, protocol: 'http', socketPath: decodeURIComponent(url.pathname) };
    case 'npipe:':
      return { ...none, protocol: 'http', socketPath: address.url.slice('npipe:'.length) };
    case 'ssh:':
      return {
        ...none,
        protocol: 'http',
        host: 'docker',
        port: 80,
        agent: watchRequests(new CommandAgent(sshCommand(url))),
      } as Docker.DockerOptions;
    case 'tcp:':
    case 'http:':
    case 'https:':
      return { ...none, host: url.hostname, ...tcpOptions(address, url) };
    default:
      throw new UserError(
        `${address.source}: "${address.url}" is no engine address: unix, tcp, ssh and npipe are known`,
      );
  }
}

function tcpOptions(address: EngineAddress, url: URL): Docker.DockerOptions {
  const secure = address.certs !== undefined || url.protocol === 'https:';
  const port = Number(url.port) || (secure ? 2376 : 2375);
  if (!secure) return { protocol: 'http', port };
  return { protocol: 'https', port, ...readCerts(address) };
}

function readCerts(address: EngineAddress): Record<string, unknown> {
  const folder = address.certs;
  if (folder === undefined) return {};
  try {
    const read = (name: string): Buffer => readFileSync(join(folder, name));
    const identity = { cert: read('cert.pem'), key: read('key.pem') };
    // Without verification the docker CLI still encrypts; so do we, but only when it was asked for.
    return address.verify ? { ...identity, ca: read('ca.pem') } : { ...identity, rejectUnauthorized: false };
  } catch (error) {
    throw new UserError(`the TLS files for ${address.url} can't be read (${address.source}): ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** How to come to an engine that can run k3s. @param platform as Node names it */
export function remedyFor(platform: NodeJS.Platform): string {
  if (platform === 'darwin')
    return 'start Docker Desktop, Colima or OrbStack, or set DOCKER_HOST; runners that GitHub hosts with macOS have no engine: use runs-on: ubuntu-latest';
  if (platform === 'win32')
    return 'switch Docker Desktop to Linux containers, or set DOCKER_HOST; runners that GitHub hosts with Windows have no engine for Linux: use runs-on: ubuntu-latest';
  return 'start Docker or set DOCKER_HOST';
}

function explainNoEngine(address: EngineAddress, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const at = `the Docker engine at ${address.url} (${address.source})`;
  if (code === 'EACCES' || code === 'EPERM') {
    return `no permission to use ${at}: run as root or as a member of the group that owns the socket (usually docker)`;
  }
  if (code === 'ENOENT')
    return `cannot connect to Docker: there is no socket at ${address.url} (${address.source}); ${remedyFor(process.platform)}`;
  if (code === 'ECONNREFUSED') return `${at} does not answer: ${remedyFor(process.platform)}`;
  if (code === 'ENOTFOUND') return `${at} can't be reached: its host name is unknown`;
  return `${at} can't be reached: ${messageOf(error)}`;
}
