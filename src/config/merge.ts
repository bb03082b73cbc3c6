import { DEFAULTS } from './defaults.ts';
import type { ClusterConfig, ConfigLayer } from './types.ts';

/**
 * One configuration from several layers, the later ones winning: defaults < file < environment < inputs or flags.
 * Single values replace each other; lists grow, as k3d's flags add to what the file has.
 */
export function mergeLayers(...layers: ConfigLayer[]): ClusterConfig {
  const merged: Record<string, unknown> = { ...DEFAULTS };
  for (const layer of layers) {
    for (const [key, value] of Object.entries(layer)) {
      if (value === undefined) continue;
      const before = merged[key];
      merged[key] =
        Array.isArray(before) && Array.isArray(value) ? [...(before as unknown[]), ...(value as unknown[])] : value;
    }
  }
  // A flag that says where the API is takes the name of the file back.
  if (merged.apiHost === '') merged.apiHost = undefined;
  merged.imageChosen = layers.some(({ image }) => image !== undefined);
  return merged as unknown as ClusterConfig;
}
