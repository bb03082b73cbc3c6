import { caCertificatesOf } from './caCertificates.ts';
import { DIND_IMAGE } from './defaults.ts';
import { messageOf, UserError } from '../common/errors.ts';
import { readText } from '../common/text.ts';
import { readFilteredText, readHostAlias, readUlimit } from './layers.ts';
import { readLoadBalancerOverride, readRegistryUse } from './registrySpec.ts';
import { parseApiPort } from './portSpec.ts';
import { proxyEntries } from './proxy.ts';
import {
  readAgents,
  readBoolean,
  readGoBoolean,
  readGpus,
  readImage,
  readIpFamily,
  readK3sImage,
  readLocalImages,
  readMemory,
  readName,
  readNetwork,
  readServers,
  readSubnets,
  readTimeout,
  readToken,
} from './scalars.ts';
import { type ConfigLayer, type Filtered, type Fix, FIXES } from './types.ts';
import { readWait } from './wait.ts';

/** A single value of the config file: its path, and how its text becomes part of a layer. */
export interface Field {
  path: string;
  read(text: string, where: string): ConfigLayer;
}

const not = (layer: (value: boolean) => ConfigLayer) => (text: string, where: string) =>
  layer(!readBoolean(text, where));

/** All single values of a config file. The same paths, with `_` for `.` and in capitals, are k3d's environment variables. */
export const FIELDS: readonly Field[] = [
  { path: 'metadata.name', read: (text, where) => ({ name: readName(text, where) }) },
  { path: 'servers', read: (text, where) => ({ servers: readServers(text, where) }) },
  { path: 'agents', read: (text, where) => ({ agents: readAgents(text, where) }) },
  { path: 'image', read: (text, where) => ({ image: readK3sImage(text, where) }) },
  { path: 'network', read: (text, where) => ({ network: readNetwork(text, where) }) },
  { path: 'subnet', read: (text, where) => readSubnets(text, where) },
  { path: 'token', read: (text, where) => ({ token: readToken(text, where) }) },
  { path: 'kubeAPI.host', read: (text) => ({ apiHost: text }) },
  { path: 'kubeAPI.hostIP', read: readHostIP },
  { path: 'kubeAPI.hostPort', read: (text, where) => ({ apiPort: parseApiPort(text, where).port }) },
  { path: 'options.k3d.wait', read: (text, where) => ({ wait: readWait(text, where) }) },
  { path: 'options.k3d.timeout', read: (text, where) => ({ timeoutMs: readTimeout(text, where) }) },
  {
    path: 'options.k3d.disableLoadbalancer',
    read: (text, where) => ({ loadBalancer: readBoolean(text, where) ? 'off' : 'on' }),
  },
  { path: 'options.k3d.disableImageVolume', read: not((imageVolume) => ({ imageVolume })) },
  {
    path: 'options.k3d.localImages',
    read: (text, where) => ({ localImages: readLocalImages(text, where) }),
  },
  { path: 'options.k3d.ipFamily', read: (text, where) => ({ ipFamily: readIpFamily(text, where) }) },
  { path: 'options.k3d.disableRollback', read: not((rollback) => ({ rollback })) },
  {
    path: 'options.kubeconfig.updateDefaultKubeconfig',
    read: (text, where) => ({ updateDefaultKubeconfig: readBoolean(text, where) }),
  },
  {
    path: 'options.kubeconfig.switchCurrentContext',
    read: (text, where) => ({ switchCurrentContext: readBoolean(text, where) }),
  },
  { path: 'options.runtime.gpuRequest', read: (text, where) => ({ gpus: readGpus(text, where) }) },
  { path: 'options.runtime.serversMemory', read: (text, where) => ({ serversMemory: readMemory(text, where) }) },
  { path: 'options.runtime.agentsMemory', read: (text, where) => ({ agentsMemory: readMemory(text, where) }) },
  { path: 'options.runtime.hostPidMode', read: (text, where) => ({ hostPidMode: readBoolean(text, where) }) },
];

function readHostIP(text: string, where: string): ConfigLayer {
  const { hostIP } = parseApiPort(`${text.includes(':') ? `[${text}]` : text}:random`, where);
  if (hostIP === undefined) throw new UserError(`${where}: "${text}" is no IP address`);
  return { apiHostIP: hostIP };
}

/** The environment variable that overrides a field: `options.k3d.wait` → `K3D_OPTIONS_K3D_WAIT`. */
function envName(path: string): string {
  return `K3D_${path.replaceAll('.', '_').toUpperCase()}`;
}

/**
 * The image of a container that holds an engine.
 * @param chosen by the user; empty: that of the environment, or `usual`
 */
export function dindImage(chosen: string, env: NodeJS.ProcessEnv, where: string, usual = DIND_IMAGE): string {
  if (chosen !== '') return readImage(chosen, where);
  return env.K3D_IMAGE_DIND ? readImage(env.K3D_IMAGE_DIND, 'environment variable K3D_IMAGE_DIND') : usual;
}

/** What the environment says of a cluster. @throws UserError naming the variable whose value is wrong */
export function environmentLayer(env: NodeJS.ProcessEnv): ConfigLayer {
  const layer: ConfigLayer = {};
  for (const field of FIELDS) {
    const name = envName(field.path);
    const text = env[name];
    if (text !== undefined && text !== '') Object.assign(layer, field.read(text, `environment variable ${name}`));
  }
  // k3d's own name, which is no path of the file.
  if (env.K3D_IMAGE_LOADBALANCER) {
    layer.loadBalancerImage = readImage(env.K3D_IMAGE_LOADBALANCER, 'environment variable K3D_IMAGE_LOADBALANCER');
  }
  for (const [key, value] of Object.entries(listsOf(env)))
    if (value !== undefined) Object.assign(layer, { [key]: value });
  if (
    env.K3D_DEBUG_DISABLE_DOCKER_INIT &&
    readGoBoolean(env.K3D_DEBUG_DISABLE_DOCKER_INIT, 'environment variable K3D_DEBUG_DISABLE_DOCKER_INIT')
  )
    layer.dockerInit = false;
  const caCertificates = caCertificatesOf(env);
  if (caCertificates !== undefined) layer.caCertificates = caCertificates;
  const own = entriesOfCli(env);
  const proxies = proxyEntries(env);
  if (proxies.length + own.length > 0) layer.env = [...proxies, ...own];
  const disabled = disabledFixes(env);
  if (disabled.length > 0) layer.disabledFixes = disabled;
  return layer;
}

/** Variables of nodes that `K3D_CLI_ENV` names. */
const entriesOfCli = (env: NodeJS.ProcessEnv): Filtered[] =>
  (env.K3D_CLI_ENV ?? '')
    .split(/\s+/)
    .filter((text) => text !== '')
    .map((text) => readFilteredText(text, 'environment variable K3D_CLI_ENV'));

/**
 * Lists that the environment may bring, as k3d's reader has them: those of the file with commas between their entries,
 * those of flags with spaces (k3d: cmd/cluster/clusterCreate.go; spf13/viper).
 */
function listsOf(env: NodeJS.ProcessEnv): ConfigLayer {
  const layer: ConfigLayer = {};
  const entries = <T>(name: string, separator: RegExp, read: (text: string, where: string) => T): T[] | undefined => {
    const texts = (env[name] ?? '').split(separator).filter((text) => text !== '');
    return texts.length === 0 ? undefined : texts.map((text) => read(text, `environment variable ${name}`));
  };
  layer.registriesUse = entries('K3D_REGISTRIES_USE', /,/, readRegistryUse);
  layer.loadBalancerOverrides = entries('K3D_OPTIONS_K3D_LOADBALANCER_CONFIGOVERRIDES', /,/, readLoadBalancerOverride);
  layer.hostAliases = entries('K3D_HOSTALIASES', /\s+/, readHostAlias);
  layer.ports = entries('K3D_CLI_PORTS', /\s+/, readFilteredText);
  layer.volumes = entries('K3D_CLI_VOLUMES', /\s+/, readFilteredText);
  layer.k3sArgs = entries('K3D_CLI_K3SARGS', /\s+/, readFilteredText);
  layer.ulimits = entries('K3D_CLI_RUNTIME-ULIMITS', /\s+/, readUlimit);
  const [config] = entries('K3D_REGISTRIES_CONFIG', /$^/, readTextOf) ?? [];
  if (config !== undefined) layer.registriesYaml = config;
  return layer;
}

function readTextOf(path: string, where: string): string {
  try {
    return readText(path);
  } catch (error) {
    throw new UserError(`${where}: ${path} can't be read: ${messageOf(error)}`, { cause: error });
  }
}

/** The fixes that the environment switches off. @throws UserError naming a variable that is neither true nor false */
export function disabledFixes(env: NodeJS.ProcessEnv): Fix[] {
  return FIXES.filter((fix) => {
    const name = `K3D_FIX_${fix.toUpperCase()}`;
    const text = env[name];
    if (!text) return false;
    return !readGoBoolean(text, `environment variable ${name}`);
  });
}
