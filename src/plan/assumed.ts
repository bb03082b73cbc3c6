import { UserError } from '../common/errors.ts';
import type { Filtered } from '../config/types.ts';
import { API_PORT, K3S_DATA_PATH } from '../contract/names.ts';
import { type NodeSettings, nodeSettings } from './nodeSettings.ts';

/** An argument of k3s that would change what everything here relies on. */
interface Assumed {
  /** Its names, without dashes. */
  flags: readonly string[];
  /** Whether a value changes nothing. */
  isFine?: (value: string) => boolean;
  /** What it would do, and what to do instead. */
  instead: string;
}

const ENDS = 'k3s would end at once';

/** Arguments that can't be had (docs.k3s.io/cli/server and agent were read whole; any other argument is k3s's own affair). */
export const ASSUMED: readonly Assumed[] = [
  {
    flags: ['https-listen-port'],
    isFine: (value) => value === String(API_PORT),
    instead: `the Kubernetes API is published, and nodes find it, at port ${API_PORT} of the servers; its port on this machine is chosen with --api-port`,
  },
  {
    flags: ['bind-address'],
    isFine: (value) => ['0.0.0.0', '::', ''].includes(value),
    instead:
      'the API would not be reached from outside of the node; its address on this machine is chosen with --api-port HOST:PORT',
  },
  {
    flags: ['data-dir', 'd'],
    isFine: (value) => value === K3S_DATA_PATH,
    instead: `certificates, images and manifests of nodes are at ${K3S_DATA_PATH}; to keep them elsewhere, mount a volume there`,
  },
  { flags: ['token', 't', 'token-file'], instead: 'all nodes have to know the same token: choose it with --token' },
  { flags: ['server', 's'], instead: 'nodes are told their server by themselves' },
  { flags: ['docker', 'rootless'], instead: 'nodes run containerd, as root of their container' },
  { flags: ['cluster-reset', 'cluster-reset-restore-path'], instead: ENDS },
  { flags: ['help', 'h', 'version'], instead: ENDS },
];

/** @throws UserError for an argument that can't be had, naming where it was written */
export function checkArgs(role: string, args: readonly string[], written: readonly Filtered[]): void {
  const settings = nodeSettings({ command: [role, ...args], env: [], files: new Map() });
  checkSettings(settings, (flag) => {
    const entry = written.find(({ value }) => new RegExp(`^--?${flag}(=|$)`).test(value));
    return entry?.where ?? 'arguments of k3s';
  });
}

/**
 * @param whereOf says where a flag was set
 * @throws UserError for a setting that can't be had
 */
export function checkSettings(settings: NodeSettings, whereOf: (flag: string) => string): void {
  for (const { flags, isFine, instead } of ASSUMED) {
    for (const flag of flags) {
      const value = settings.value(flag);
      if (value === undefined || isFine?.(value)) continue;
      const text = `${flag.length === 1 ? '-' : '--'}${flag}`;
      throw new UserError(`${whereOf(flag)}: "${text}" of k3s can't be set here: ${instead}`);
    }
  }
}
