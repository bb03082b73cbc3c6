import { UserError } from '../common/errors.ts';
import { environmentLayer } from './fields.ts';
import { type ConfigFile, parseConfig, readConfigFile } from './file.ts';
import { mergeLayers } from './merge.ts';
import type { ClusterConfig, ConfigLayer } from './types.ts';

/** Where the configuration of one or several clusters comes from. */
export interface ConfigSources {
  /** Path of a config file, or an inline document: anything with a line break in it. */
  config: string | undefined;
  env: NodeJS.ProcessEnv;
  /** What flags or inputs say; they win over everything else. */
  layers: readonly ConfigLayer[];
  /** Name of the one cluster that is meant; in a file with several documents it picks one. */
  name?: string | undefined;
  cwd: string;
  /** What is different from our defaults where this is used; any source wins over it. */
  defaults?: ConfigLayer;
}

export interface ResolvedConfig {
  clusters: ClusterConfig[];
  /** What the user should know of the file. */
  notices: string[];
}

/**
 * Reads and merges all sources: defaults < file < environment < flags or inputs.
 * @throws UserError for any mistake in one, and when two documents name the same cluster
 */
export function resolveConfigs({ config, env, layers, name, cwd, defaults = {} }: ConfigSources): ResolvedConfig {
  const file: ConfigFile = config === undefined ? { layers: [{}], notices: [] } : readFile(config, env, cwd);
  const merged = file.layers.map((layer) => mergeLayers(defaults, layer, environmentLayer(env), ...layers));
  return { clusters: pick(merged, name), notices: file.notices };
}

function pick(clusters: ClusterConfig[], name: string | undefined): ClusterConfig[] {
  if (clusters.length === 1) return clusters.map((one) => (name === undefined ? one : { ...one, name }));
  const names = clusters.map((one) => one.name);
  const twice = names.find((one, index) => names.indexOf(one) !== index);
  if (twice !== undefined) {
    throw new UserError(
      `the config has ${clusters.length} documents, and two of them make cluster "${twice}": give each a metadata.name of its own`,
    );
  }
  if (name === undefined) return clusters;
  const picked = clusters.filter((one) => one.name === name);
  if (picked.length > 0) return picked;
  throw new UserError(`the config has no cluster "${name}"; it has ${names.join(', ')}`);
}

function readFile(config: string, env: NodeJS.ProcessEnv, cwd: string): ConfigFile {
  return config.includes('\n') ? parseConfig(config, { path: undefined, env, cwd }) : readConfigFile(config, env, cwd);
}
