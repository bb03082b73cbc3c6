import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { UserError } from '../../common/errors.ts';
import { LOOPBACK } from '../../contract/names.ts';
import { apiURL } from '../find/index.ts';
import { isExternal } from '../../config/datastore.ts';
import type { ClusterConfig } from '../../config/types.ts';
import type { Engine } from '../../docker/engine.ts';
import { EngineLostError } from '../../docker/errors.ts';
import { type Kubeconfig, kubeconfigFor } from '../../kubernetes/kubeconfig.ts';
import { publishedOn } from '../../plan/publish.ts';
import { registryAddress } from '../../plan/registry.ts';
import { bringUp, type BringUpPlan, hostEntries, startDatastore } from '../start/index.ts';
import { type WorkContext, withDeadline } from '../context.ts';
import type { Progress } from '../progress.ts';
import { type ClusterObjects, makeObjects, type Prepared, prepare } from './prepare.ts';
import { tellOutcome } from '../localImages/index.ts';
import { markComplete, undoCreation } from '../remove/index.ts';
import type { FormerCluster, Seed } from '../seed.ts';

/** A cluster that was made just now. */
export interface CreatedCluster {
  name: string;
  kubeconfig: Kubeconfig;
  /** e.g. `https://127.0.0.1:6550` */
  apiURL: string;
  network: string;
  /** Its subnet in CIDR notation; empty: it has none. */
  subnet: string;
  /** Where the registries that were made with it are reached from the host. */
  registries: string[];
  /** `v1.31.5+k3s1`; undefined when nobody waited for the API. */
  k3sVersion: string | undefined;
  nodes: { name: string; role: string; ready: boolean }[];
  /** From the beginning to usable, in milliseconds. */
  readyMs: number;
}

/** A cluster token: 128 random bits. */
function newToken(): string {
  return randomBytes(16).toString('hex');
}

/**
 * Creates a cluster and waits until it can be used.
 * @param config whose image is a reference, as `resolveAndCheck` makes it
 * @param creation from `newCreationId`, kept by the caller so that a later process can clean up too
 * @param seed what its nodes are given before they start
 * @throws UserError naming what is wrong; by then everything that was made is gone, unless `rollback` is off
 */
export async function createCluster(
  config: ClusterConfig,
  creation: string,
  context: WorkContext,
  seed?: Seed,
): Promise<CreatedCluster> {
  const started = performance.now();
  const here = publishedOn(await atItsName(config), context.engine.endpoint.publishIP);
  return createResolved(here, creation, context, started, seed);
}

/**
 * A name for the API that was given on the command line has to be one of this machine's, and its address is where the
 * API is published (k3d: cmd/util/ports.go).
 * @throws UserError when it is not known
 */
async function atItsName(config: ClusterConfig): Promise<ClusterConfig> {
  const { apiHost, apiHostWhere, apiHostIP } = config;
  if (apiHost === undefined || apiHostWhere === undefined || isIP(apiHost) !== 0 || apiHostIP !== LOOPBACK)
    return config;
  try {
    const { address } = await lookup(apiHost, { family: 4 });
    return { ...config, apiHostIP: address };
  } catch (error) {
    throw new UserError(
      `${apiHostWhere}: this machine does not know the host "${apiHost}"; a name for the kubeconfig alone is set by kubeAPI.host in a config file`,
      { cause: error },
    );
  }
}

async function createResolved(
  config: ClusterConfig,
  creation: string,
  context: WorkContext,
  started: number,
  seed: Seed | undefined,
): Promise<CreatedCluster> {
  const subject = `cluster "${config.name}" was`;
  return await withDeadline(context, config.timeoutMs, subject, async (inner, progress) => {
    try {
      return await make(config, creation, inner, progress, started, seed);
    } catch (error) {
      // What there is to be learnt is learnt while the cluster is still there.
      if (!context.signal.aborted && !(error instanceof EngineLostError)) {
        const late = inner.signal.aborted;
        if (late) await progress.lookCloser();
        await context.autopsy?.(late ? progress.timedOut(subject, config.timeoutMs) : error);
      }
      await rollBack(config, creation, inner, error);
      throw error;
    }
  });
}

async function make(
  config: ClusterConfig,
  creation: string,
  context: WorkContext,
  progress: Progress,
  started: number,
  seed: Seed | undefined,
): Promise<CreatedCluster> {
  const { reporter } = context;
  const past = seed?.past;
  const token = past?.token ?? config.token ?? newToken();
  reporter.secret(token);
  const prepared = await reporter.stage(`Preparing cluster ${config.name}`, () =>
    prepare(config, { creation, token }, context, progress),
  );
  try {
    const objects = await reporter.stage('Creating containers', () => makeObjects(config, prepared, context, seed));
    context.onPlaced?.();
    // A cluster that goes on has all its nodes at once.
    if (past !== undefined) await objects.makeOthers();
    const up = await reporter.stage('Starting nodes and waiting until the cluster is ready', async () => {
      if (objects.datastore !== undefined) await startDatastore(objects.datastore, context);
      await prepared.apiPort.release();
      return bringUp(startPlan(config, prepared, objects, context.engine, past), context, progress);
    });
    await markComplete(context.engine, creation);
    // Nodes that nobody has waited for may not have come to it.
    if (config.wait.size > 0)
      await tellOutcome(await prepared.localImages, objects.localImagesURL, config.name, context);
    const server = apiURL(prepared.apiHost, prepared.apiPort.port);
    return {
      name: config.name,
      kubeconfig: kubeconfigFor(config.name, { ...up.credentials, server }),
      apiURL: server,
      network: objects.network.name,
      subnet: objects.network.subnet,
      registries: prepared.registries.created.map(({ spec, port }) =>
        registryAddress(context.engine.endpoint.host ?? spec.hostIP, port.port),
      ),
      k3sVersion: up.version,
      nodes: objects.plan.nodes.map(({ name, role }) => ({ name, role, ready: config.wait.size > 0 })),
      readyMs: performance.now() - started,
    };
  } finally {
    await prepared.release();
  }
}

function startPlan(
  config: ClusterConfig,
  prepared: Prepared,
  objects: ClusterObjects,
  engine: Engine,
  past: FormerCluster | undefined,
): BringUpPlan {
  const named = (role: string) => objects.plan.nodes.filter((node) => node.role === role).map((node) => node.name);
  return {
    cluster: config.name,
    servers: named('server'),
    agents: named('agent'),
    loadBalancers: named('loadbalancer'),
    apiURL: objects.accessURL,
    token: prepared.token,
    bringsNetwork: config.bringsNetwork,
    restarted: past !== undefined,
    early: past === undefined && !config.disabledFixes.includes('early'),
    pods: past?.pods ?? [],
    wait: config.wait,
    // Who has the kubeconfig at once means to use the cluster (k3d waits for the server then).
    namesAnyway: config.updateDefaultKubeconfig,
    targets: config.waitFor,
    hostEntries: () => hostEntries(engine, config.name),
    sharesDatabase: isExternal(config.datastore),
    ...(past === undefined ? { meanwhile: objects.makeOthers } : {}),
  };
}

async function rollBack(
  config: ClusterConfig,
  creation: string,
  { engine, reporter }: WorkContext,
  cause: unknown,
): Promise<void> {
  if (!config.rollback) {
    // What is left on purpose is no leftover.
    await markComplete(engine, creation).catch(() => undefined);
    reporter.warn(`Cluster ${config.name} was not rolled back, since rollback is off`);
    return;
  }
  const removal = await undoCreation(engine, creation, cause);
  if (removal.containers.length > 0) reporter.info(`Removed what had been made of cluster ${config.name}`);
  for (const problem of removal.problems) reporter.warn(`Could not remove ${problem}`);
}
