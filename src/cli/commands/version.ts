import semver from 'semver';
import { UserError } from '../../common/errors.ts';
import { DEFAULT_K3S_VERSION, K3S_IMAGE_REPOSITORY, k3sTag } from '../../config/defaults.ts';
import { readImage, readInteger } from '../../config/scalars.ts';
import { listTags } from '../../docker/registryApi.ts';
import { K3D_CONTRACT_VERSION } from '../../contract/labels.ts';
import { type OutputFormat, print } from '../output.ts';
import { VERSION } from '../version.ts';

/** `k3d version` */
export function version(options: { output: OutputFormat }): void {
  const k3s = k3sTag(DEFAULT_K3S_VERSION);
  const value = { 'k3d-action': VERSION, k3d: K3D_CONTRACT_VERSION, k3s };
  print(options.output, value, () =>
    [
      // As k3d begins: ctlptl and scripts read it.
      `k3d version ${K3D_CONTRACT_VERSION}`,
      `k3s version ${k3s} (default)`,
      `k3d-action ${VERSION}`,
    ].join('\n'),
  );
}

/** Flags of `version list`. */
export interface VersionListOptions {
  format: 'raw' | 'repo';
  include: string;
  exclude: string;
  limit: string;
  sort: 'asc' | 'desc' | 'off';
}

/** Repositories of what k3d knows by name. */
const COMPONENTS: Readonly<Record<string, string>> = {
  k3s: K3S_IMAGE_REPOSITORY,
  k3d: 'ghcr.io/k3d-io/k3d',
  'k3d-proxy': 'ghcr.io/k3d-io/k3d-proxy',
  'k3d-tools': 'ghcr.io/k3d-io/k3d-tools',
};

/** `k3d version list` */
export async function versionList(component: string, options: VersionListOptions): Promise<void> {
  const repository = COMPONENTS[component] ?? component;
  if (!repository.includes('/')) {
    throw new UserError(
      `argument COMPONENT: "${component}" is unknown: give ${Object.keys(COMPONENTS).join(', ')}, or an image with its registry`,
    );
  }
  readImage(repository, 'argument COMPONENT');
  const include = readPattern(options.include, 'flag --include');
  const exclude = readPattern(options.exclude, 'flag --exclude');
  const limit = readInteger(0, 100_000)(options.limit, 'flag --limit');
  const tags = (await listTags(repository, process.env)).filter((tag) => include.test(tag) && !exclude.test(tag));
  const sorted = sortTags(tags, options.sort);
  const shown = limit === 0 ? sorted : sorted.slice(0, limit);
  for (const tag of shown) console.log(options.format === 'repo' ? `${repository}:${tag}` : tag);
}

function readPattern(text: string, where: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new UserError(`${where}: "${text}" is no regular expression`, { cause: error });
  }
}

/** Releases by their version, other tags by their name before them. */
export function sortTags(tags: readonly string[], order: 'asc' | 'desc' | 'off'): string[] {
  if (order === 'off') return [...tags];
  const ascending = [...tags].sort((a, b) => {
    const [left, right] = [semver.parse(a, { loose: true }), semver.parse(b, { loose: true })];
    if (left === null || right === null) return Number(left !== null) - Number(right !== null) || a.localeCompare(b);
    return left.compare(right) || left.compareBuild(right);
  });
  return order === 'asc' ? ascending : ascending.reverse();
}
