import { stat } from 'node:fs/promises';
import type * as Core from '@actions/core';
import type { CreatedCluster } from '../../cluster/create/index.ts';
import { K3D_CONTRACT_VERSION } from '../../contract/labels.ts';
import { contextName } from '../../contract/names.ts';
import { fitSummary } from './summary.ts';
import type { ActionState, ClusterState } from '../state.ts';

/** What is said of a cluster, by the names of the outputs. */
function outputsOf(cluster: CreatedCluster, kubeconfig: string): Record<string, string> {
  const kubernetes = cluster.k3sVersion?.split('+')[0] ?? '';
  return {
    name: cluster.name,
    kubeconfig,
    context: contextName(cluster.name),
    'api-url': cluster.apiURL,
    'k3s-version': cluster.k3sVersion ?? '',
    'kubernetes-version': kubernetes,
    network: cluster.network,
    'subnet-CIDR': cluster.subnet,
    // By the names that other actions have for them.
    'k8s-version': kubernetes,
    'k3d-version': K3D_CONTRACT_VERSION,
    registry: cluster.registries[0] ?? '',
    LOCAL_REGISTRY: cluster.registries[0] ?? '',
    'ready-seconds': (cluster.readyMs / 1000).toFixed(1),
  };
}

/** Sets the outputs, those of the first cluster and of all. */
export function setOutputs(core: typeof Core, clusters: readonly CreatedCluster[], state: ActionState): void {
  const all = clusters.map((cluster, index) => outputsOf(cluster, (state.clusters[index] as ClusterState).kubeconfig));
  for (const [name, value] of Object.entries(all[0] ?? {})) core.setOutput(name, value);
  core.setOutput('clusters', JSON.stringify(all));
}

/** Adds to the job summary; a runner without one is no error. */
export async function addSummary(core: typeof Core, env: NodeJS.ProcessEnv, markdown: string): Promise<void> {
  const path = env.GITHUB_STEP_SUMMARY;
  if (!path || markdown === '') return;
  try {
    const used = await stat(path).catch(() => undefined);
    await core.summary.addRaw(fitSummary(markdown, used?.size ?? 0)).write();
  } catch (error) {
    core.debug(`no job summary: ${String(error)}`);
  }
}
