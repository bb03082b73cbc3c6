import { formatDuration } from '../common/duration.ts';
import { UserError } from '../common/errors.ts';
import { PATH_SHORTCUTS } from '../config/volumeSpec.ts';
import { PodCidrGiver } from '../kubernetes/podCidr.ts';
import { waitForApi, waitForNodes } from '../kubernetes/ready.ts';
import { type AddedAgent, planAddedAgent } from '../plan/clone.ts';
import { entrypointFiles } from '../plan/entrypoint.ts';
import { addedNodeName } from '../plan/names.ts';
import { runningServer, withKube } from './access.ts';
import { allSettled } from './allSettled.ts';
import { startNode } from './bringUp.ts';
import { type WorkContext, withDeadline } from './context.ts';
import { createContainer } from './createContainer.ts';
import { ensureImage } from './images.ts';
import { needCluster } from './lifecycle.ts';
import { type Cluster, nodesOf } from './model.ts';
import { readFiles } from './readFiles.ts';

/** Agents that are to join a cluster. */
export interface AddAgents extends Omit<AddedAgent, 'name'> {
  cluster: string;
  /** The agents are called `k3d-<name>-0` and so on. */
  name: string;
  replicas: number;
  wait: boolean;
  /** Bound in milliseconds. */
  timeoutMs: number;
}

/** k3s's registry settings, which a new node needs as well as the others. */
const REGISTRIES_YAML = PATH_SHORTCUTS['k3s-registry-config'] as string;

/**
 * Adds agents to a running cluster and waits until they are Ready. If one fails, all that were added are removed again.
 * @returns the names of the new nodes
 * @throws UserError when the cluster does not exist or does not run, a name is taken, or the time is up
 */
export async function addAgents(request: AddAgents, context: WorkContext): Promise<string[]> {
  const { engine } = context;
  const cluster = await needCluster(engine, request.cluster);
  const names = Array.from({ length: request.replicas }, (_, index) => addedNodeName(request.name, index));
  for (const name of names) {
    if ((await engine.containers.inspect(name)) !== undefined) {
      throw new UserError(`container ${name} exists already: choose another name for the new nodes`);
    }
  }
  const progress = { waitingFor: 'the Docker engine' };
  const explain = () =>
    new UserError(
      `the new nodes of cluster "${cluster.name}" were not ready within ${formatDuration(request.timeoutMs)}: still waiting for ${progress.waitingFor}`,
    );
  const made: string[] = [];
  await withDeadline(context, request.timeoutMs, explain, async (inner) => {
    try {
      await make(cluster, names, request, inner, made);
      if (request.wait) await waitUntilReady(cluster, names, inner, progress);
    } catch (error) {
      await allSettled(made.map((name) => engine.containers.remove(name)));
      throw error;
    }
  });
  return names;
}

async function make(
  cluster: Cluster,
  names: string[],
  request: AddAgents,
  context: WorkContext,
  made: string[],
): Promise<void> {
  const { engine, reporter, signal } = context;
  const [model] = [...nodesOf(cluster, 'agent'), ...nodesOf(cluster, 'server')];
  const details = model && (await engine.containers.inspect(model.id));
  runningServer(cluster);
  if (details === undefined) throw new UserError(`cluster "${cluster.name}" has no node that could be copied`);
  if (request.image !== undefined) await ensureImage(engine, request.image, reporter, signal);
  const settings = (await readFiles(engine, details.id, REGISTRIES_YAML))?.get('registries.yaml');
  const registries = settings === undefined ? [] : [{ path: REGISTRIES_YAML, content: settings, mode: 0o600 }];
  await allSettled(
    names.map(async (name) => {
      await createContainer(engine, planAddedAgent(details, { ...request, name }));
      made.push(name);
      await engine.containers.putFiles(name, [...entrypointFiles(), ...registries]);
      await startNode(engine, name);
    }),
  );
}

async function waitUntilReady(
  cluster: Cluster,
  names: readonly string[],
  context: WorkContext,
  progress: { waitingFor: string },
): Promise<void> {
  const blocker = (text: string): void => {
    progress.waitingFor = text;
  };
  await withKube(context.engine, cluster, async (kube) => {
    const wait = { ...context, kube, startedAt: undefined, blocker };
    const { minor } = await waitForApi(wait);
    const args = (await context.engine.containers.inspect(runningServer(cluster).id))?.command ?? [];
    await waitForNodes(wait, names, new PodCidrGiver(kube, Number.parseInt(minor, 10), args), () => undefined);
  });
}
