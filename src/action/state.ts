import type { Cleanup } from './inputs.ts';

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
  version: 2;
  clusters: ClusterState[];
  cleanup: Cleanup;
  /** The kubeconfig that all clusters of the job share, which KUBECONFIG points to. */
  jobKubeconfig: string;
}

/** Name under which the runner keeps it. */
export const STATE_KEY = 'k3d';

/** @returns undefined when there is none, or none that this version understands: main did not get that far */
export function parseState(text: string): ActionState | undefined {
  if (text === '') return undefined;
  try {
    const state = JSON.parse(text) as ActionState;
    return state.version === 2 ? state : undefined;
  } catch {
    return undefined;
  }
}
