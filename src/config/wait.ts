import { UserError } from '../common/errors.ts';
import { nearest } from '../common/nearest.ts';

/** What can be waited for, in the order in which it comes about. Components bear the names that `--disable` has for them. */
export const WAIT_LAYERS = [
  'nodes',
  'service-account',
  'coredns',
  'traefik',
  'servicelb',
  'metrics-server',
  'local-storage',
] as const;
type WaitLayer = (typeof WAIT_LAYERS)[number];
/** Those that are waited for. */
export type WaitLayers = ReadonlySet<WaitLayer>;

/** What a cluster needs before pods can be made in it and find each other. */
export const SYSTEM_LAYERS: WaitLayers = new Set(['nodes', 'service-account', 'coredns']);
export const NO_LAYERS: WaitLayers = new Set();

const LEVELS: Readonly<Record<string, WaitLayers>> = {
  none: NO_LAYERS,
  false: NO_LAYERS,
  nodes: new Set(['nodes']),
  system: SYSTEM_LAYERS,
  true: SYSTEM_LAYERS,
  all: new Set(WAIT_LAYERS),
};

/**
 * What to wait for: `none`, `nodes`, `system`, `all`, or names of these and of layers with commas between them, such as
 * `system, traefik`. `true` and `false`, which is what k3d knows, stand for `system` and `none`.
 * @throws UserError naming the word that is unknown
 */
export function readWait(text: string, where: string): WaitLayers {
  // Go's other words for booleans, which k3d's flag takes.
  const word = /^[tTfF01]$/.test(text) ? String(/[tT1]/.test(text)) : text.trim().toLowerCase();
  const words = word.split(/[\s,]+/).filter((word) => word !== '');
  const known: readonly string[] = [...Object.keys(LEVELS), ...WAIT_LAYERS];
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined || words.length === 0) {
    const close = nearest(unknown ?? '', known);
    throw new UserError(
      `${where}: expected none, nodes, system, all, or some of ${WAIT_LAYERS.join(', ')}, not "${unknown ?? text}"${close === undefined ? '' : `; did you mean "${close}"?`}`,
    );
  }
  const chosen = words.flatMap((word) => [...(LEVELS[word] ?? ['nodes', word])]);
  return new Set(WAIT_LAYERS.filter((layer) => chosen.includes(layer)));
}
