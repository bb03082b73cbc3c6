import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as Core from '@actions/core';
import { messageOf } from '../../common/errors.ts';
import type { Timeline } from '../../common/timeline.ts';
import { type Diagnosis, diagnose } from '../../diagnostics/diagnose.ts';
import type { JobRun } from '../../diagnostics/report.ts';
import type { Engine } from '../../docker/engine.ts';
import { addSummary } from './outputs.ts';
import type { ActionState, ClusterState } from '../state.ts';
import { findingsSummary } from './summary.ts';

/** Folder of a job for what is known of its clusters; each has a folder of its own in it. */
export const diagnosticsFolder = ({ jobKubeconfig }: Pick<ActionState, 'jobKubeconfig'>): string =>
  join(dirname(jobKubeconfig), 'diagnostics');

/** Whether a cluster has been looked into before: the first look is the one that counts. */
const isDiagnosed = (folder: string, cluster: string): boolean => existsSync(join(folder, cluster, 'index.html'));

/**
 * Looks into a cluster, if it is this job's, and says in the job's log what was found.
 * Never throws: a cluster that can't be looked into is a warning.
 */
export async function tellDiagnosis(
  core: typeof Core,
  { env, engine }: { env: NodeJS.ProcessEnv; engine: Engine },
  { name: cluster, creation }: Pick<ClusterState, 'name' | 'creation'>,
  folder: string,
  circumstances: { error?: string | undefined; timeline?: Timeline | undefined } = {},
): Promise<void> {
  if (isDiagnosed(folder, cluster)) return;
  try {
    const diagnosis = await diagnose(engine, cluster, join(folder, cluster), {
      ...circumstances,
      creation,
      job: jobRun(env),
    });
    if (diagnosis === undefined) return;
    say(core, diagnosis);
    await addSummary(
      core,
      env,
      findingsSummary(
        { ...diagnosis, findings: diagnosis.list, error: circumstances.error },
        env.GITHUB_ACTION_REPOSITORY,
      ),
    );
  } catch (error) {
    core.warning(`Could not collect diagnostics of cluster ${cluster}: ${messageOf(error)}`);
  }
}

/** The run that a job belongs to, as the runner tells it. */
function jobRun(env: NodeJS.ProcessEnv): JobRun | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  if (!server || !repository || !id) return undefined;
  const name = [env.GITHUB_WORKFLOW, env.GITHUB_JOB].filter(Boolean).join(' / ') || repository;
  return { name, url: `${server}/${repository}/actions/runs/${id}` };
}

/** Findings in the open, the state of things in groups below them. */
function say(core: typeof Core, { cluster, findings, sections, index }: Diagnosis): void {
  core.info(`What was found in cluster ${cluster}:\n${findings}`);
  for (const { title, text } of sections) {
    core.startGroup(`${title} of cluster ${cluster}`);
    core.info(text);
    core.endGroup();
  }
  core.info(`Full report: ${index}`);
}
