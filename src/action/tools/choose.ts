import semver from 'semver';
import { UserError } from '../../common/errors.ts';
import { suggestion } from '../../common/nearest.ts';
import { TOOL_NAMES, type ToolName, TOOLS } from './table.ts';

/** A tool that is wanted. */
export interface ToolWish {
  name: ToolName;
  /** `1.31.4`, or of kubectl also a minor, `1.31`; undefined: what fits. */
  version: string | undefined;
  /** Where it was written, for messages. */
  where: string;
}

/** What comes of a wish. */
export interface ToolChoice extends ToolWish {
  /** Versions that will do, as semver has ranges; what is there already or in the tool cache is used if it is one. */
  fits: string;
  /** The version to get if there is none; undefined: the newest of the minor that was asked for. */
  exact: string | undefined;
}

/**
 * Reads `kubectl`, `kubectl@v1.31`, `helm@v3.18.6`.
 * @param entries texts, of which each may hold several with commas or blanks between
 * @throws UserError naming the entry that is no tool or version
 */
export function readTools(entries: readonly { value: string; where: string }[]): ToolWish[] {
  const wishes = entries.flatMap(({ value, where }) =>
    value
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map((word) => readTool(word, where)),
  );
  const twice = wishes.find(({ name }, index) => wishes.findIndex((other) => other.name === name) !== index);
  if (twice !== undefined) throw new UserError(`${twice.where}: ${twice.name} is there twice: name each tool once`);
  return wishes;
}

function readTool(text: string, where: string): ToolWish {
  const [word = '', ...rest] = text.split('@');
  const name = TOOL_NAMES.find((known) => known === word);
  if (name === undefined)
    throw new UserError(`${where}: "${word}" is no tool that is known here${suggestion(word, TOOL_NAMES)}`);
  if (rest.length === 0) return { name, version: undefined, where };
  const version = rest.join('@').replace(/^v/, '');
  const isMinor = name === 'kubectl' && /^\d+\.\d+$/.test(version);
  if (isMinor || semver.valid(version) === version) return { name, version, where };
  const example = name === 'kubectl' ? 'kubectl@v1.31 or kubectl@v1.31.4' : `${name}@${TOOLS[name].release}`;
  throw new UserError(`${where}: "${text}" has no version of ${name}: expected e.g. ${example}`);
}

/**
 * Which versions of a tool will do.
 * @param releases of Kubernetes in the clusters, `1.31.4`; undefined: an image does not say it
 */
export function chooseTool(wish: ToolWish, releases: readonly (string | undefined)[]): ToolChoice {
  const { name, version } = wish;
  if (version !== undefined) {
    const isExact = semver.valid(version) !== null;
    return { ...wish, fits: isExact ? version : `~${version}.0`, exact: isExact ? version : undefined };
  }
  if (name === 'kubectl') return kubectlFor(wish, releases);
  return { ...wish, fits: '*', exact: TOOLS[name].release?.slice(1) };
}

/** kubectl speaks with servers that are at most one minor older or newer (kubernetes.io: version skew policy). */
function kubectlFor(wish: ToolWish, releases: readonly (string | undefined)[]): ToolChoice {
  const known = releases.filter((release) => release !== undefined).sort(semver.compare);
  const [oldest, newest] = [known[0], known.at(-1)];
  if (oldest === undefined || newest === undefined || known.length < releases.length)
    throw new UserError(
      `${wish.where}: the image of the cluster does not say its release, so no kubectl can be chosen for it: give a version, e.g. kubectl@v1.31`,
    );
  const [low, high] = [semver.minor(newest) - 1, semver.minor(oldest) + 1];
  const major = semver.major(newest);
  // Of clusters that lie too far apart the first one decides.
  if (low > high) return kubectlFor(wish, releases.slice(0, 1));
  const range = `>=${major}.${low}.0 <${major}.${high + 1}.0`;
  const exact = semver.satisfies(newest, range) ? newest : known.find((release) => semver.satisfies(release, range));
  return { ...wish, fits: range, exact: exact ?? `${major}.${low}.0` };
}
