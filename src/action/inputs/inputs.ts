import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { UserError } from '../../common/errors.ts';
import { isExternal } from '../../config/datastore.ts';
import { dindImage } from '../../config/fields.ts';
import { dindImageOf, MAJOR, REPOSITORY } from '../../config/project.ts';
import { readBoolean, readImage, readOneOf, readTimeout } from '../../config/scalars.ts';
import { readTarget, type Target } from '../../config/target.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { type Addons, readAddons } from './addons.ts';
import { readClusters } from '../clusters.ts';
import { linesOf, plainLinesOf } from './inputLayer.ts';
import { type InputName, inputReader } from './inputNames.ts';
import { readTools, type ToolWish } from '../tools/choose.ts';

/** When the cluster is removed at the end of the job. */
export type Cleanup = 'always' | 'on-success' | 'never';
const CLEANUPS: readonly Cleanup[] = ['always', 'on-success', 'never'];

/** When it is looked into what is wrong with a cluster. */
export type DiagnosticsMode = 'on-failure' | 'always' | 'never';
const DIAGNOSTICS_MODES: readonly DiagnosticsMode[] = ['on-failure', 'always', 'never'];

/** All inputs, read and checked. */
export interface ActionInputs {
  clusters: ClusterConfig[];
  /** What the user should know of the config file. */
  notices: string[];
  /** Names of images of the engine to bring into all nodes. */
  images: string[];
  addons: Addons;
  /** Programs for later steps. */
  tools: ToolWish[];
  /** What to wait for last, in each cluster. */
  waitFor: Target[];
  cleanup: Cleanup;
  diagnostics: DiagnosticsMode;
  cache: CacheMode;
  snapshot: boolean;
  /** Whether later steps can bring the clusters back to what they are at the end of this one. */
  reset: boolean;
  /** Text that a snapshot's key holds too, so that it can be begun anew. */
  snapshotKey: string;
  prepare: PrepareInputs | undefined;
  /** Image of the container that is to hold the clusters; undefined: none is. */
  dindImage: string | undefined;
  /** A file that gets the clusters' contexts too; undefined: none. */
  kubeconfig: string | undefined;
}

/** What is cached across runs. */
type CacheMode = 'images' | 'all' | 'off';
const CACHE_MODES: readonly CacheMode[] = ['images', 'all', 'off'];

/** The user's script that sets clusters up. */
interface PrepareInputs {
  script: string;
  /** Globs of the files that it uses. */
  files: { value: string; where: string }[];
  timeoutMs: number;
}

/**
 * Reads the inputs from the environment and resolves the cluster's configuration.
 * @throws UserError naming the input, or the file and line, that is wrong
 */
export function readInputs(env: NodeJS.ProcessEnv, cwd: string): ActionInputs {
  const text = inputReader(env);
  const cleanup = readOneOf(text('cleanup') || 'always', CLEANUPS, 'input "cleanup"');
  const diagnostics = readOneOf(text('diagnostics') || 'on-failure', DIAGNOSTICS_MODES, 'input "diagnostics"');
  const cache = readOneOf(text('cache') || 'images', CACHE_MODES, 'input "cache"');
  const snapshot = readBoolean(text('snapshot') || 'false', 'input "snapshot"');
  const reset = readBoolean(text('reset') || 'false', 'input "reset"');
  const { clusters, notices } = readClusters(text, env, cwd);
  const waitFor = plainLinesOf(text('wait-for'), 'wait-for').map(({ value, where }) => readTarget(value, where));
  const images = linesOf(text('images'), 'images').map(({ value, where }) => readImage(value, where));
  const addons = readAddons(text, cwd, clusters);
  const prepare = prepareInputs(text);
  if (snapshot) refuseDatabases(clusters, 'snapshot');
  if (reset) refuseDatabases(clusters, 'reset');
  refuseUnready(clusters, [
    images.length > 0 && 'images',
    snapshot && 'snapshot',
    reset && 'reset',
    prepare && 'prepare',
    waitFor.length > 0 && 'wait-for',
  ]);
  return {
    clusters,
    notices: [...notices, ...addons.notices],
    addons,
    tools: readTools(plainLinesOf(text('tools'), 'tools')),
    images,
    waitFor,
    cleanup,
    diagnostics,
    cache,
    snapshot,
    reset,
    snapshotKey: text('snapshot-key'),
    prepare,
    dindImage: dindInputs(text, env),
    kubeconfig: userFile(text('kubeconfig'), cwd),
  };
}

const userFile = (path: string, cwd: string): string | undefined =>
  path === '' ? undefined : resolve(cwd, path.replace(/^~(?=\/)/, homedir()));

/**
 * The image that was released with this version of the action by whoever released it, which may be a fork.
 * Where the runner does not say (an action in the job's own repository), or says a branch or a commit, the project's.
 */
function ownDindImage({
  GITHUB_ACTION_REPOSITORY: repository,
  GITHUB_ACTION_REF: ref = '',
}: NodeJS.ProcessEnv): string {
  return dindImageOf(repository || REPOSITORY, /^v\d+(\.\d+\.\d+)?$/.test(ref) ? ref : MAJOR);
}

function dindInputs(text: (name: InputName) => string, env: NodeJS.ProcessEnv): string | undefined {
  const isWanted = readBoolean(text('dind') || 'false', 'input "dind"');
  if (isWanted) return dindImage(text('dind-image'), env, 'input "dind-image"', ownDindImage(env));
  if (text('dind-image') !== '') throw new UserError('input "dind-image" is for "dind: true", which is not set');
  return undefined;
}

/** @throws UserError when a snapshot of the nodes would not be one of the cluster */
function refuseDatabases(clusters: readonly ClusterConfig[], input: InputName): void {
  if (clusters.some(({ datastore }) => isExternal(datastore)))
    throw new UserError(
      `inputs "${input}" and "datastore" contradict each other: the state is not in the nodes that a snapshot keeps, so leave one of them out`,
    );
}

/** @param wishes inputs that need nodes which are ready, if they are set */
function refuseUnready(clusters: readonly ClusterConfig[], wishes: readonly (InputName | false | undefined)[]): void {
  const needing = wishes.find(Boolean);
  if (needing && !clusters.every(({ wait }) => wait.has('nodes'))) {
    throw new UserError(`input "${needing}" needs nodes that are ready: leave "wait" at system`);
  }
}

function prepareInputs(text: (name: InputName) => string): PrepareInputs | undefined {
  const script = text('prepare');
  const files = plainLinesOf(text('prepare-files'), 'prepare-files');
  if (script === '') {
    if (files.length > 0) throw new UserError('input "prepare-files" names what "prepare" uses: give a script there');
    return undefined;
  }
  const timeoutMs = readTimeout(text('prepare-timeout') || '10m', 'input "prepare-timeout"');
  return { script, files, timeoutMs };
}
