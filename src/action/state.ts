import { dirname, join } from 'node:path';
import { DIND_VARIABLE } from '../cluster/dind/index.ts';
import { newCreationId } from '../cluster/find/index.ts';
import { UserError } from '../common/errors.ts';
import { DEFAULT_CLUSTER_NAME } from '../config/defaults.ts';
import { dindName } from '../contract/names.ts';
import type { ActionInputs, Cleanup, DiagnosticsMode } from './inputs/inputs.ts';
import type { PendingSave } from './cache/types.ts';

/** A cluster that main makes. */
export interface ClusterState {
  name: string;
  /** Id of the creation: what post may remove. */
  creation: string;
  /** The cluster's own kubeconfig. */
  kubeconfig: string;
}

/** What main leaves for post. Post reads nothing else: neither inputs nor files of the workspace. */
export interface ActionState {
  version: 3;
  /** Name of the container that holds the clusters; undefined: none does. */
  dind: string | undefined;
  clusters: ClusterState[];
  cleanup: Cleanup;
  diagnostics: DiagnosticsMode;
  /** The kubeconfig that all clusters of the job share, which KUBECONFIG points to. */
  jobKubeconfig: string;
  /** Another file that has their contexts; undefined: none. */
  userKubeconfig: string | undefined;
}

/** The environment in which a cluster's engine is found, whatever another step of the job has set. */
export const clusterEnv = ({ dind = '' }: ActionState, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  [DIND_VARIABLE]: dind,
});

/** What main leaves for post to save. */
export interface CacheState {
  saves: PendingSave[];
  /** Path of the program that speaks with the cache service. */
  program: string;
}

/** Name under which the runner keeps it. */
export const CACHE_STATE_KEY = 'k3d-caches';

/** @returns undefined when there is none */
export function parseCacheState(text: string): CacheState | undefined {
  return text === '' ? undefined : (JSON.parse(text) as CacheState);
}

/** Folder of a job for what is restored and saved. */
export const cacheFolder = ({ jobKubeconfig }: Pick<ActionState, 'jobKubeconfig'>): string =>
  join(dirname(jobKubeconfig), 'cache');

/** Folder of a job for what `reset: true` keeps of its clusters. */
export const resetFolder = ({ jobKubeconfig }: Pick<ActionState, 'jobKubeconfig'>): string =>
  join(dirname(jobKubeconfig), 'snapshots');

/** Name under which the runner keeps it. */
export const STATE_KEY = 'k3d';

/** @returns undefined when there is none, or none that this version understands: main did not get that far */
export function parseState(text: string): ActionState | undefined {
  if (text === '') return undefined;
  try {
    const state = JSON.parse(text) as ActionState;
    return state.version === 3 ? state : undefined;
  } catch {
    return undefined;
  }
}

/** A folder a job, so that jobs that share a machine's temporary folder don't share a kubeconfig. @throws UserError where there is no runner */
export function jobFolder(env: NodeJS.ProcessEnv): string {
  const temp = env.RUNNER_TEMP;
  if (!temp) throw new UserError('RUNNER_TEMP is not set: this program is made to be run by a GitHub Actions runner');
  return join(temp, `k3d-${env.GITHUB_RUN_ID || 'local'}-${env.GITHUB_RUN_ATTEMPT || '1'}-${env.GITHUB_JOB || 'job'}`);
}

/** What is kept of a job that begins. @throws UserError where there is no runner */
export function newState(
  env: NodeJS.ProcessEnv,
  { clusters, cleanup, diagnostics, dindImage, kubeconfig }: ActionInputs,
): ActionState {
  const folder = jobFolder(env);
  return {
    version: 3,
    dind: dindImage === undefined ? undefined : dindName(clusters[0]?.name ?? DEFAULT_CLUSTER_NAME),
    clusters: clusters.map(({ name }) => ({
      name,
      // What is to stay is not made for the job alone.
      creation: newCreationId(cleanup === 'always' ? 'job' : 'create', env),
      kubeconfig: join(folder, `${name}.yaml`),
    })),
    cleanup,
    diagnostics,
    jobKubeconfig: join(folder, 'kubeconfig'),
    userKubeconfig: kubeconfig,
  };
}
