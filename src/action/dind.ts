import type * as Core from '@actions/core';
import { DIND_VARIABLE } from '../cluster/dind/connect.ts';
import { startDind } from '../cluster/dind/start.ts';
import type { WorkContext } from '../cluster/context.ts';
import { listClusters } from '../cluster/model.ts';
import { undoCreation } from '../cluster/remove.ts';
import { markComplete } from '../cluster/sweep.ts';
import type { Engine } from '../docker/engine.ts';
import type { ActionInputs } from './inputs.ts';
import type { ActionState, ClusterState } from './state.ts';

/** The engine that the clusters are made on, and the inputs as they are for it. */
export interface Placed {
  engine: Engine;
  inputs: ActionInputs;
  /** To be called when the clusters are there. */
  finish(): Promise<void>;
  /** To be called when they could not be made. */
  giveUp(error: unknown): Promise<void>;
}

/**
 * The job's engine, or, with `dind`, one in a container that is started now. Later steps find that by `K3D_DIND`.
 * @throws UserError when the container can't be started; it is gone then
 */
export async function chooseEngine(
  core: typeof Core,
  inputs: ActionInputs,
  state: ActionState,
  context: WorkContext,
): Promise<Placed> {
  const { engine: outer, reporter } = context;
  const { dindImage: image } = inputs;
  const { dind: name } = state;
  const nothing = (): Promise<void> => Promise.resolve();
  if (image === undefined || name === undefined) return { engine: outer, inputs, finish: nothing, giveUp: nothing };
  const { creation } = state.clusters[0] as ClusterState;
  const { engine, configs } = await reporter.stage(`Starting container ${name} with an engine of its own`, () =>
    startDind({ name, image, creation }, inputs.clusters, context),
  );
  core.exportVariable(DIND_VARIABLE, name);
  return {
    engine,
    inputs: { ...inputs, clusters: configs },
    finish: () => markComplete(outer, creation),
    giveUp: async (error) => {
      // Clusters that stay, for whoever looks into them, are left to post.
      const left = await listClusters(engine).catch(() => []);
      if (left.length === 0) await undoCreation(outer, creation, error);
    },
  };
}
