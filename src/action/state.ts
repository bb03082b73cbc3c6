import type { Cleanup } from './inputs.ts';

/** What main leaves for post. Post reads nothing else: neither inputs nor files of the workspace. */
export interface ActionState {
  version: 1;
  cluster: string;
  /** Id of the creation: what post may remove. */
  creation: string;
  cleanup: Cleanup;
  /** The cluster's own kubeconfig. */
  kubeconfig: string;
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
    return state.version === 1 ? state : undefined;
  } catch {
    return undefined;
  }
}
