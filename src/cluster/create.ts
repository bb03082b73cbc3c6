import { randomBytes, randomUUID } from 'node:crypto';
import { formatDuration } from '../common/duration.ts';
import { UserError } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import type { Timeline } from '../common/timeline.ts';
import type { ClusterConfig } from '../config/types.ts';
import type { Engine } from '../docker/engine.ts';
import { type Kubeconfig, kubeconfigFor } from '../kubernetes/kubeconfig.ts';
import { bringUp } from './bringUp.ts';
import { clusterFilter } from './model.ts';
import { makeObjects, prepare } from './prepare.ts';
import { removeCreation } from './remove.ts';

/** What a creation needs besides its configuration. */
export interface CreateContext {
  engine: Engine;
  reporter: Reporter;
  timeline: Timeline;
  /** Aborted when the user or the runner wants the work to end. */
  signal: AbortSignal;
}

/** A cluster that was made just now. */
export interface CreatedCluster {
  name: string;
  kubeconfig: Kubeconfig;
  /** e.g. `https://127.0.0.1:6550` */
  apiURL: string;
  network: string;
  /** `v1.31.5+k3s1`; undefined when nobody waited for the API. */
  k3sVersion: string | undefined;
  nodes: { name: string; role: string; ready: boolean }[];
  /** From the beginning to usable, in milliseconds. */
  readyMs: number;
}

/** An id for one creation: what it makes is labelled with it, so that it can be undone without touching anything else. */
export function newCreationId(): string {
  return randomUUID();
}

/** A cluster token: 128 random bits. */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}

/**
 * Creates a cluster and waits until it can be used.
 * @param creation from `newCreationId`, kept by the caller so that a later process can clean up too
 * @throws UserError naming what is wrong; by then everything that was made is gone, unless `rollback` is off
 */
export async function createCluster(
  config: ClusterConfig,
  creation: string,
  context: CreateContext,
): Promise<CreatedCluster> {
  const { reporter } = context;
  const started = performance.now();
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), config.timeoutMs);
  const signal = AbortSignal.any([context.signal, deadline.signal]);
  const inner = { ...context, signal };
  const progress = { waitingFor: 'the Docker engine' };
  try {
    const prepared = await reporter.stage(`Preparing cluster ${config.name}`, () =>
      prepare(config, creation, inner, progress),
    );
    try {
      const objects = await reporter.stage('Creating containers', () => makeObjects(config, creation, prepared, inner));
      const up = await reporter.stage('Starting nodes and waiting until the cluster is ready', () =>
        bringUp(config, objects, clusterFilter(config.name), inner, progress),
      );
      return {
        name: config.name,
        kubeconfig: kubeconfigFor(config.name, up.credentials),
        apiURL: up.credentials.server,
        network: objects.network.name,
        k3sVersion: up.version,
        nodes: up.nodes,
        readyMs: performance.now() - started,
      };
    } finally {
      await prepared.apiPort.release();
    }
  } catch (error) {
    await rollBack(config, creation, inner);
    context.signal.throwIfAborted();
    if (deadline.signal.aborted) throw timedOut(config, progress.waitingFor);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function timedOut(config: ClusterConfig, waitingFor: string): UserError {
  return new UserError(
    `cluster "${config.name}" was not ready within ${formatDuration(config.timeoutMs)}: still waiting for ${waitingFor}`,
  );
}

async function rollBack(config: ClusterConfig, creation: string, { engine, reporter }: CreateContext): Promise<void> {
  if (!config.rollback) {
    reporter.warn(`Cluster ${config.name} is left as it is, since rollback is off`);
    return;
  }
  const removal = await removeCreation(engine, creation);
  if (removal.containers.length > 0) reporter.info(`Removed what had been made of cluster ${config.name}`);
  for (const problem of removal.problems) reporter.warn(`Could not remove ${problem}`);
}
