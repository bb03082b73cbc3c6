import { randomBytes } from 'node:crypto';
import { UserError } from '../common/errors.ts';
import { suggestion } from '../common/nearest.ts';
import { readFilteredText, resolveVolume } from '../config/layers.ts';
import { readDatastore } from '../config/datastore.ts';
import { defaultRegistry, readRegistryCreate } from '../config/registrySpec.ts';
import { resolveConfigs } from '../config/resolve.ts';
import {
  readAgents,
  readK3sImage,
  readIpFamily,
  readLocalImages,
  readName,
  readNetwork,
  readServers,
  readTimeout,
  readToken,
} from '../config/scalars.ts';
import type { ClusterConfig, ConfigLayer, Filtered, RegistrySpec } from '../config/types.ts';
import { readVersion } from '../config/version.ts';
import { readWait } from '../config/wait.ts';
import type { ClusterOptions } from './types.ts';

/** Options that are one value, and what reads it. */
const SINGLE = {
  name: ['name', readName],
  version: ['image', readVersion],
  image: ['image', readK3sImage],
  servers: ['servers', readServers],
  agents: ['agents', readAgents],
  datastore: ['datastore', readDatastore],
  network: ['network', readNetwork],
  token: ['token', readToken],
  wait: ['wait', readWait],
  timeout: ['timeoutMs', readTimeout],
  localImages: ['localImages', readLocalImages],
  ipFamily: ['ipFamily', readIpFamily],
} as const satisfies Partial<
  Record<keyof ClusterOptions, readonly [keyof ConfigLayer, (text: string, where: string) => unknown]>
>;

/**
 * The configuration that options describe, over that of their config file and of the environment.
 * @throws UserError naming the option that is wrong
 */
export function readOptions(options: ClusterOptions, env: NodeJS.ProcessEnv, cwd: string): ClusterConfig {
  checkNames(options);
  const layer: ConfigLayer = {};
  for (const [option, [key, read]] of Object.entries(SINGLE)) {
    const value = options[option as keyof typeof SINGLE];
    if (value !== undefined) Object.assign(layer, { [key]: read(String(value), `option "${option}"`) });
  }
  layer.k3sArgs = lines(options, 'k3sArgs').map((one) =>
    one.nodeFilters.length === 0 ? { ...one, nodeFilters: ['server:*'] } : one,
  );
  layer.ports = lines(options, 'ports');
  layer.volumes = lines(options, 'volumes').map((entry) => resolveVolume(entry, cwd));
  layer.env = lines(options, 'env');
  layer.nodeLabels = lines(options, 'nodeLabels');
  layer.registriesCreate = registries(options.registry);
  const { clusters } = resolveConfigs({ config: options.config, env, layers: [layer], cwd });
  if (clusters.length > 1)
    throw new UserError('option "config": it has several documents: create one cluster after the other');
  const [config] = clusters as [ClusterConfig];
  const isNamed = options.name !== undefined || options.config !== undefined;
  return isNamed ? config : { ...config, name: `api-${randomBytes(4).toString('hex')}` };
}

/** The options that are not one value. */
const OTHERS = {
  config: true,
  k3sArgs: true,
  ports: true,
  volumes: true,
  env: true,
  nodeLabels: true,
  registry: true,
  images: true,
  signal: true,
  onMessage: true,
} as const satisfies Record<Exclude<keyof ClusterOptions, keyof typeof SINGLE>, true>;

/** A mistyped option would be a default that nobody has asked for, where no compiler looks. */
function checkNames(options: ClusterOptions): void {
  const known = Object.keys({ ...SINGLE, ...OTHERS });
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UserError(`there is no option "${unknown}"${suggestion(unknown, known)}`);
  if (options.image !== undefined && options.version !== undefined)
    throw new UserError('options "image" and "version": give one of them');
}

const lines = (options: ClusterOptions, name: 'k3sArgs' | 'ports' | 'volumes' | 'env' | 'nodeLabels'): Filtered[] =>
  (options[name] ?? []).map((text, index) => readFilteredText(text, `option "${name}", entry ${index + 1}`));

function registries(registry: ClusterOptions['registry']): RegistrySpec[] {
  const where = 'option "registry"';
  if (registry === undefined || registry === false) return [];
  return [registry === true ? defaultRegistry(where) : readRegistryCreate(registry, where)];
}
