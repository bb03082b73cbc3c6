import type * as Core from '@actions/core';
import { DIND_VARIABLE, startDind, type StartedDind } from '../cluster/dind/index.ts';
import type { WorkContext } from '../cluster/context.ts';
import type { ActionInputs } from './inputs/inputs.ts';
import type { ActionState, ClusterState } from './state.ts';

/**
 * The job's engine, or, with `dind`, one in a container that is started now. Later steps find that by `K3D_DIND`.
 * @throws UserError when the container can't be started; it is gone then
 */
export async function chooseEngine(
  core: typeof Core,
  inputs: ActionInputs,
  state: ActionState,
  context: WorkContext,
): Promise<StartedDind> {
  const { engine, reporter } = context;
  const { dindImage: image, clusters: configs } = inputs;
  const { dind: name } = state;
  const nothing = (): Promise<void> => Promise.resolve();
  if (image === undefined || name === undefined) return { engine, configs, finish: nothing, giveUp: nothing };
  const { creation } = state.clusters[0] as ClusterState;
  const started = await reporter.stage(`Starting container ${name} with an engine of its own`, () =>
    startDind({ name, image, creation }, configs, context),
  );
  core.exportVariable(DIND_VARIABLE, name);
  return started;
}
