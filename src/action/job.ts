import { join } from 'node:path';
import type * as Core from '@actions/core';
import type { Engine } from '../docker/engine.ts';
import type { Timeline } from '../common/timeline.ts';
import type { ActionInputs } from './inputs/inputs.ts';
import type { ActionReporter } from './report/reporter.ts';
import type { ActionState } from './state.ts';

/** All that the step works with. */
export interface Job {
  core: typeof Core;
  env: NodeJS.ProcessEnv;
  cwd: string;
  bundle: string;
  /** With the clusters as they are to be made, which those in a container are not quite as the user wrote them. */
  inputs: ActionInputs;
  /** Digests of the files that `prepare` uses, by path. */
  files: ReadonlyMap<string, string>;
  state: ActionState;
  engine: Engine;
  /** Where the time went before there was that engine. */
  timeline: Timeline;
  reporter: ActionReporter;
  signal: AbortSignal;
}

/** The program that speaks with the cache service. @param bundle folder of the running bundle */
export const cacheProgram = (bundle: string): string => join(bundle, 'cache.js');
