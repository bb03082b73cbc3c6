import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { messageOf, UserError } from '../common/errors.ts';

/** What the engine passes on to a registry. */
export interface RegistryAuth {
  username?: string;
  password?: string;
  identitytoken?: string;
  serveraddress: string;
}

/** Key under which the docker CLI keeps what it knows of Docker Hub. */
const HUB_KEY = 'https://index.docker.io/v1/';
/** How long a credential helper may take, in milliseconds. */
const HELPER_TIMEOUT_MS = 20_000;

/** The registry that an image reference names, `docker.io` when it names none. */
export function registryOf(reference: string): string {
  const [first, ...rest] = reference.split('/') as [string, ...string[]];
  const isHost = rest.length > 0 && (first.includes('.') || first.includes(':') || first === 'localhost');
  return isHost && first !== 'index.docker.io' ? first : 'docker.io';
}

interface DockerConfig {
  auths?: Record<string, { auth?: string; username?: string; password?: string; identitytoken?: string }>;
  credsStore?: string;
  credHelpers?: Record<string, string>;
}

/**
 * The credentials that `docker login` left for an image's registry: from the config file or its credential helper.
 * @returns undefined when nobody has logged in there
 * @throws UserError when the config file is no JSON or the helper can't be run
 */
export async function registryAuth(
  reference: string,
  env: NodeJS.ProcessEnv,
  home = homedir(),
): Promise<RegistryAuth | undefined> {
  const path = join(env.DOCKER_CONFIG || join(home, '.docker'), 'config.json');
  if (!existsSync(path)) return undefined;
  let config: DockerConfig;
  try {
    config = JSON.parse(readFileSync(path, 'utf8')) as DockerConfig;
  } catch (error) {
    throw new UserError(`${path} can't be read as JSON: ${messageOf(error)}`, { cause: error });
  }
  const registry = registryOf(reference);
  const key = registry === 'docker.io' ? HUB_KEY : registry;
  const helper = config.credHelpers?.[key] ?? config.credHelpers?.[registry] ?? config.credsStore;
  if (helper) {
    const found = await askHelper(helper, key);
    if (found !== undefined) return found;
  }
  return fromFile(config, key, registry);
}

function fromFile(config: DockerConfig, key: string, registry: string): RegistryAuth | undefined {
  const entry = config.auths?.[key] ?? config.auths?.[registry] ?? config.auths?.[`https://${registry}`];
  if (entry === undefined) return undefined;
  if (entry.identitytoken) return { identitytoken: entry.identitytoken, serveraddress: key };
  const decoded = entry.auth
    ? Buffer.from(entry.auth, 'base64').toString('utf8')
    : // An empty entry says that the credentials are in a helper, which has none then.
      `${entry.username ?? ''}:${entry.password ?? ''}`;
  const colon = decoded.indexOf(':');
  if (colon <= 0) return undefined;
  return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1), serveraddress: key };
}

/** Asks a credential helper as its protocol has it: the server on standard input, JSON on standard output. */
function askHelper(helper: string, server: string): Promise<RegistryAuth | undefined> {
  const program = `docker-credential-${helper}`;
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['get'], { stdio: ['pipe', 'pipe', 'ignore'], timeout: HELPER_TIMEOUT_MS });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) =>
      reject(new UserError(`the Docker credential helper ${program} can't be run: ${error.message}`, { cause: error })),
    );
    child.on('close', (code) => resolve(code === 0 ? parseHelperAnswer(output, server) : undefined));
    child.stdin.on('error', () => undefined); // it may end without reading
    child.stdin.end(server);
  });
}

function parseHelperAnswer(output: string, server: string): RegistryAuth | undefined {
  try {
    const { Username, Secret } = JSON.parse(output) as { Username: string; Secret: string };
    // `<token>` says that the secret is an identity token (docker-credential-helpers).
    if (Username === '<token>') return { identitytoken: Secret, serveraddress: server };
    return { username: Username, password: Secret, serveraddress: server };
  } catch {
    return undefined;
  }
}
