import { environmentLayer } from './fields.ts';
import { parseConfig, readConfigFile } from './file.ts';
import { mergeLayers } from './merge.ts';
import type { ClusterConfig, ConfigLayer } from './types.ts';

/** Where a cluster's configuration comes from. */
export interface ConfigSources {
  /** Path of a config file, or an inline document: anything with a line break in it. */
  config: string | undefined;
  env: NodeJS.ProcessEnv;
  /** What flags or inputs say; they win over everything else. */
  layers: readonly ConfigLayer[];
  cwd: string;
  /** What is different from our defaults where this is used; any source wins over it. */
  defaults?: ConfigLayer;
}

/** Reads and merges all sources: defaults < file < environment < flags or inputs. @throws UserError for any mistake in one */
export function resolveConfig({ config, env, layers, cwd, defaults = {} }: ConfigSources): ClusterConfig {
  return mergeLayers(
    defaults,
    config === undefined ? {} : readLayer(config, env, cwd),
    environmentLayer(env),
    ...layers,
  );
}

function readLayer(config: string, env: NodeJS.ProcessEnv, cwd: string): ConfigLayer {
  return config.includes('\n') ? parseConfig(config, { path: undefined, env, cwd }) : readConfigFile(config, env, cwd);
}
