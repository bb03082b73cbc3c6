import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { messageOf, UserError } from '../common/errors.ts';

/** Where an engine is and what it takes to speak with it. */
export interface EngineAddress {
  /** `unix:///path`, `npipe:////./pipe/x`, `tcp://host:port` or `ssh://user@host`. */
  url: string;
  /** Folder with ca.pem, cert.pem and key.pem; undefined: no TLS. */
  certs: string | undefined;
  verify: boolean;
  /** Who said so, for error messages. */
  source: string;
}

/**
 * Where the docker CLI would look for its engine: `DOCKER_HOST`, then `DOCKER_CONTEXT`, then the current context of
 * the CLI's config, then the default socket (Docker: "docker context" reference, cli/command/cli.go).
 * @throws UserError when a context is named that does not exist or can't be read
 */
export function resolveEngineAddress(env: NodeJS.ProcessEnv, home = homedir()): EngineAddress {
  const configDir = env.DOCKER_CONFIG || join(home, '.docker');
  if (env.DOCKER_HOST) return fromHost(env, configDir);
  const context = env.DOCKER_CONTEXT || currentContext(configDir);
  if (context !== undefined && context !== 'default') return fromContext(context, configDir);
  return { url: defaultSocket(home), certs: undefined, verify: true, source: 'default socket' };
}

function fromHost(env: NodeJS.ProcessEnv, configDir: string): EngineAddress {
  const raw = env.DOCKER_HOST as string;
  const url = raw.includes('://') ? raw : `tcp://${raw}`;
  const verify = Boolean(env.DOCKER_TLS_VERIFY);
  const tls = url.startsWith('tcp://') && (verify || Boolean(env.DOCKER_TLS) || Boolean(env.DOCKER_CERT_PATH));
  return { url, certs: tls ? env.DOCKER_CERT_PATH || configDir : undefined, verify, source: 'DOCKER_HOST' };
}

function currentContext(configDir: string): string | undefined {
  const path = join(configDir, 'config.json');
  if (!existsSync(path)) return undefined;
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { currentContext?: string }).currentContext || undefined;
  } catch (error) {
    throw new UserError(`${path} can't be read as JSON: ${messageOf(error)}`, { cause: error });
  }
}

interface DockerEndpoint {
  Host?: string;
  SkipTLSVerify?: boolean;
}
interface ContextMeta {
  Endpoints?: { docker?: DockerEndpoint };
}

function fromContext(name: string, configDir: string): EngineAddress {
  // The CLI keeps each context in a folder named by the digest of its name.
  const digest = createHash('sha256').update(name).digest('hex');
  const path = join(configDir, 'contexts', 'meta', digest, 'meta.json');
  if (!existsSync(path)) {
    throw new UserError(`Docker context "${name}" does not exist: see "docker context ls", or set DOCKER_HOST`);
  }
  let endpoint: DockerEndpoint | undefined;
  try {
    endpoint = (JSON.parse(readFileSync(path, 'utf8')) as ContextMeta).Endpoints?.docker;
  } catch (error) {
    throw new UserError(`Docker context "${name}" can't be read: ${path}: ${messageOf(error)}`, { cause: error });
  }
  if (!endpoint?.Host) throw new UserError(`Docker context "${name}" names no Docker endpoint (${path})`);
  const certs = join(configDir, 'contexts', 'tls', digest, 'docker');
  return {
    url: endpoint.Host,
    certs: existsSync(certs) ? certs : undefined,
    verify: endpoint.SkipTLSVerify !== true,
    source: `Docker context "${name}"`,
  };
}

function defaultSocket(home: string): string {
  if (process.platform === 'win32') return 'npipe:////./pipe/docker_engine';
  const system = '/var/run/docker.sock';
  // Docker Desktop puts its socket here when it may not write to /var/run.
  const desktop = join(home, '.docker', 'run', 'docker.sock');
  return `unix://${!existsSync(system) && existsSync(desktop) ? desktop : system}`;
}
