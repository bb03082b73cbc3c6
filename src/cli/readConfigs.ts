import { readText } from '../common/text.ts';
import { type ResolvedConfig, resolveConfigs } from '../config/resolve.ts';
import { readName } from '../config/scalars.ts';
import type { ConfigLayer } from '../config/types.ts';
import { dryPlan } from '../plan/dryPlan.ts';

/**
 * The clusters that a config file, the environment and flags describe.
 * @param name the argument NAME
 * @param file the value of `--config`
 * @throws UserError for every mistake in them
 */
export function readConfigs(
  name: string | undefined,
  file: string | undefined,
  layers: readonly ConfigLayer[],
): ResolvedConfig {
  // `-` is standard input; a line break at its end makes even one line an inline document.
  const path = file || process.env.K3D_CONFIG || undefined;
  const config = path === '-' ? `${readText(0)}\n` : path;
  const resolved = resolveConfigs({
    config,
    env: process.env,
    layers,
    name: name ? readName(name, 'argument NAME') : undefined,
    cwd: process.cwd(),
    // k3d has a load balancer unless it is told otherwise.
    defaults: { loadBalancer: 'on' },
  });
  const warnings = new Set(resolved.clusters.flatMap((cluster) => dryPlan(cluster).warnings));
  return { ...resolved, notices: [...resolved.notices, ...warnings] };
}
