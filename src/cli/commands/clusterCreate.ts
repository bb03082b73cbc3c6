import type { Command } from 'commander';
import { newCreationId } from '../../cluster/find/index.ts';
import type { Reporter } from '../../common/reporter.ts';
import { Timeline } from '../../common/timeline.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { resolveAndCheck } from '../../diagnostics/checkFirst.ts';
import { connectEngine, DIND_VARIABLE, startDind } from '../../cluster/dind/index.ts';
import { dindImage } from '../../config/fields.ts';
import { connectEngine as connectOuter } from '../../docker/connect.ts';
import { checkContainerName } from '../../contract/names.ts';
import { type CreateFlags, flagsLayer } from '../flags/createFlags.ts';
import { createAndMerge } from '../createAndMerge.ts';
import { readConfigs } from '../readConfigs.ts';
import { reporterOf, interruptible } from '../session.ts';

/** `k3d cluster create` */
export async function clusterCreate(
  name: string | undefined,
  options: { config?: string },
  given: CreateFlags,
  command: Command,
): Promise<void> {
  const { clusters: wanted, notices } = readConfigs(name, options.config, [flagsLayer(given, 'flag', process.cwd())]);
  const reporter = reporterOf(command);
  for (const notice of notices) reporter.info(notice);
  await interruptible(async (signal) => {
    const dind = process.env[DIND_VARIABLE];
    if (dind) return createInDind(dind, wanted, reporter, signal);
    const engine = await connectEngine();
    await createAndMerge(engine, await resolveAndCheck(engine, wanted, reporter), reporter, signal);
  });
}

/** Creates clusters on an engine in a container that is made for them, and that goes again when that fails. */
async function createInDind(
  name: string,
  wanted: readonly ClusterConfig[],
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  const outer = await connectOuter();
  const clusters = await resolveAndCheck(outer, wanted, reporter);
  const creation = newCreationId();
  const wish = { name: checkContainerName(name, 'flag --dind'), image: dindImage('', process.env, ''), creation };
  const context = { engine: outer, reporter, timeline: new Timeline(), signal };
  const { engine, configs, finish, giveUp } = await startDind(wish, clusters, context);
  try {
    await createAndMerge(engine, configs, reporter, signal);
    await finish();
  } catch (error) {
    await giveUp(error);
    throw error;
  }
}
