import { UserError } from '../common/errors.ts';

/** One mount of a node. */
export interface VolumeMount {
  /** Host path or volume name; undefined: an anonymous volume. */
  source: string | undefined;
  /** True when `source` is a path of the host, false when it names a volume. */
  isPath: boolean;
  destination: string;
  /** Docker's mount options (`ro`, `shared`, …). */
  options: string | undefined;
}

/** k3d's short names for paths inside a node. */
export const PATH_SHORTCUTS: Readonly<Record<string, string>> = {
  'k3s-storage': '/var/lib/rancher/k3s/storage',
  'k3s-manifests': '/var/lib/rancher/k3s/server/manifests',
  'k3s-manifests-custom': '/var/lib/rancher/k3s/server/manifests/custom',
  'k3s-containerd': '/var/lib/rancher/k3s/agent/etc/containerd/config.toml',
  'k3s-containerd-tmpl': '/var/lib/rancher/k3s/agent/etc/containerd/config.toml.tmpl',
  'k3s-registry-config': '/etc/rancher/k3s/registries.yaml',
};

/** The path that a destination means: a shortcut, a path below a shortcut, or the path itself. */
export function expandDestination(destination: string): string {
  const [head, ...rest] = destination.split('/');
  const full = PATH_SHORTCUTS[head as string];
  return full === undefined ? destination : [full, ...rest].join('/');
}

const EXPECTED = 'expected [SOURCE:]DESTINATION[:OPTIONS], e.g. ./charts:/charts:ro';

/** A path that begins with a drive, as Windows has it; a volume's name has at least two characters. */
const DRIVE = /^[a-zA-Z]:(?=[\\/])/;

/** The parts of a text that has colons between them, of which the first may begin with a drive. */
function partsOf(text: string): string[] {
  const drive = DRIVE.exec(text)?.[0] ?? '';
  const [first = '', ...rest] = text.slice(drive.length).split(':');
  return [drive + first, ...rest];
}

/** Where a bind, as Docker's `--volume` writes it, is mounted. */
export const bindTarget = (bind: string): string => (partsOf(bind)[1] ?? '').replace(/\/$/, '');

/**
 * A mount as Docker's `--volume` writes it, with k3d's shortcuts expanded.
 * @throws UserError when it is malformed or the destination is no absolute path
 */
export function parseVolumeSpec(text: string, where: string): VolumeMount {
  const parts = partsOf(text);
  if (parts.length > 3 || parts.includes('')) {
    throw new UserError(`${where}: malformed volume "${text}": ${EXPECTED}`);
  }
  const [source, rawDestination, options] = parts.length === 1 ? [undefined, parts[0]] : parts;
  const destination = expandDestination(rawDestination as string);
  if (!destination.startsWith('/')) {
    throw new UserError(`${where}: the destination in volume "${text}" is no absolute path: ${EXPECTED}`);
  }
  const isPath = source !== undefined && (/^[./~]/.test(source) || DRIVE.test(source));
  if (source !== undefined && !isPath && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(source)) {
    throw new UserError(`${where}: "${source}" in volume "${text}" is neither a path nor a valid volume name`);
  }
  return { source, isPath, destination, options };
}

/** Whether one of a container's mounts is at a path or above it. @param binds `SOURCE:TARGET[:OPTIONS]` */
export const isMounted = (path: string, binds: readonly string[]): boolean =>
  binds.some((bind) => path.startsWith(bindTarget(bind) || ' '));
