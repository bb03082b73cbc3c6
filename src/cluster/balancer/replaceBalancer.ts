import { randomUUID } from 'node:crypto';
import { poll } from '../../common/poll.ts';
import type { FileSpec, PortMapping } from '../../contract/containers.ts';
import { LABEL } from '../../contract/labels.ts';
import { asideName } from '../../contract/names.ts';
import { type LoadBalancerValues, loadBalancerFiles, valuesFile } from '../../plan/loadBalancer.ts';
import type { OpenPorts } from '../../plan/ports.ts';
import { startNode } from '../containers/index.ts';
import type { WorkContext } from '../context.ts';
import type { ClusterNode } from '../find/index.ts';

/** What nginx says when it serves; k3d waits for the same. */
const READY_LINE = 'start worker processes';
const LOG_LINES = 100;
const LOOK_EVERY_MS = 100;
const UP_WITHIN_MS = 20_000;
/** Time that one has to end its connections before it is ended, in seconds. */
const STOP_WITHIN_S = 1;

/** What a load balancer does after it was replaced. */
export interface BalancerChanges {
  ports: readonly PortMapping[];
  values: LoadBalancerValues;
  /** Roles that ports are open to; undefined: it does not say, as k3d's own do not. */
  open: OpenPorts | undefined;
}

/**
 * Puts a container that publishes other ports in the place of a load balancer, ours or k3d's. The old one steps aside
 * under another name until the new one serves; when that fails, it is back as it was (k3d: NodeReplace).
 */
export async function replaceBalancer(
  balancer: ClusterNode,
  { ports, values, open }: BalancerChanges,
  context: WorkContext,
): Promise<void> {
  const { containers } = context.engine;
  const { id: old, name } = balancer;
  const wasRunning = balancer.state === 'running';
  // k3d's own has its script in its image.
  const files = open === undefined ? [valuesFile(values)] : loadBalancerFiles(values);
  const labels = {
    ...balancer.labels,
    ...(open === undefined ? {} : { [LABEL.openPorts]: JSON.stringify(Object.fromEntries(open)) }),
  };
  let made: string | undefined;
  await containers.rename(old, asideName(name, randomUUID().slice(0, 8)));
  try {
    made = await containers.copy(old, { name, labels, ports });
    await containers.stop(old, STOP_WITHIN_S); // it has the host ports
    if (wasRunning) await bringUp(made, files, context);
    else await containers.putFiles(made, files);
  } catch (error) {
    if (made !== undefined) await containers.remove(made);
    await containers.rename(old, name);
    if (wasRunning) await startNode(context.engine, old);
    throw error;
  }
  await containers.remove(old);
  context.reporter.info(`Load balancer ${name} publishes ${ports.length} ports`);
}

/** Gives a load balancer that was just made its files, starts it and waits until it serves: the engine takes connections before. */
export async function bringUp(id: string, files: readonly FileSpec[], { engine, signal }: WorkContext): Promise<void> {
  await engine.containers.putFiles(id, files);
  await startNode(engine, id);
  const isUp = async (): Promise<true | undefined> =>
    (await engine.containers.logs(id, LOG_LINES)).includes(READY_LINE) ? true : undefined;
  await poll(isUp, LOOK_EVERY_MS, AbortSignal.any([signal, AbortSignal.timeout(UP_WITHIN_MS)]));
}
