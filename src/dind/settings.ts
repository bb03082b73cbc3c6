import { existsSync, statSync } from 'node:fs';
import { parseArgsStringToArgv } from 'string-argv';
import { UserError } from '../common/errors.ts';
import { LAYERS_IN_PLACE } from '../plan/dind.ts';
import { PATHS } from './paths.ts';

/** What the container is to do. */
export interface DindSettings {
  /** Flags for dockerd besides ours. */
  engineArgs: string[];
  /** What to run once everything is ready; empty: wait until the container is stopped. */
  command: string[];
  /** Where certificates for TCP are, and the names they are for besides the usual ones; undefined: no TCP. */
  tls: { folder: string; names: string[] } | undefined;
  /** Words after `k3d cluster create`; undefined: no cluster is wanted. */
  cluster: string[] | undefined;
  /** Whether baked-in layers may be used where they are: the engine's data are removed with the container then. */
  layersInPlace: boolean;
}

/** Where the API of a cluster that nothing else is said of is published in the container. */
const API_PORT = ['--api-port', '0.0.0.0:6443'];

/**
 * Reads what the container is to do from its arguments and its environment.
 *
 * As in docker:dind, arguments that begin with a dash, or follow `dockerd`, are for the engine, and `DOCKER_TLS_CERTDIR`
 * asks for TLS. Anything else is a command. `K3D_CONFIG`, `K3D_ARGS` or a mounted config file ask for a cluster.
 * @throws UserError naming the variable that is wrong
 */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): DindSettings {
  const [first = ''] = args;
  const forEngine = first === 'dockerd' || first.startsWith('-');
  const folder = env.DOCKER_TLS_CERTDIR ?? '';
  return {
    engineArgs: forEngine ? args.slice(first === 'dockerd' ? 1 : 0) : [],
    command: forEngine ? [] : [...args],
    tls: folder === '' ? undefined : { folder, names: subjectNames(env.DOCKER_TLS_SAN ?? '') },
    cluster: clusterArgs(env),
    layersInPlace: readSwitch(LAYERS_IN_PLACE, env[LAYERS_IN_PLACE] ?? ''),
  };
}

/** `DNS:a,IP:10.0.0.1`, as docker:dind takes them. */
function subjectNames(text: string): string[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  const wrong = names.find((name) => !/^(DNS|IP):[\w.:*-]+$/.test(name));
  if (wrong === undefined) return names;
  throw new UserError(
    `DOCKER_TLS_SAN: "${wrong}" is no name for a certificate: expected e.g. DNS:docker or IP:10.0.0.5`,
  );
}

function readSwitch(name: string, value: string): boolean {
  if (value === 'true') return true;
  if (value === '' || value === 'false') return false;
  throw new UserError(`${name}: "${value}" is neither "true" nor "false"`);
}

function clusterArgs(env: NodeJS.ProcessEnv): string[] | undefined {
  const args = parseArgsStringToArgv(env.K3D_ARGS ?? '');
  const config = env.K3D_CONFIG ?? '';
  if (config !== '') {
    if (!existsSync(config) || !statSync(config).isFile())
      throw new UserError(`K3D_CONFIG: there is no file ${config} in the container: mount it`);
    return ['--config', config, ...args];
  }
  if (existsSync(PATHS.config)) return ['--config', PATHS.config, ...args];
  if (args.length === 0) return undefined;
  const hasPort = args.some((arg) => arg === '--config' || arg === '-c' || arg.startsWith('--api-port'));
  return hasPort ? args : [...args, ...API_PORT];
}
