import { messageOf, UserError } from '../../common/errors.ts';
import { poll } from '../../common/poll.ts';
import { proxiesIn } from '../../config/proxy.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { parseVolumeSpec } from '../../config/volumeSpec.ts';
import type { Engine } from '../../docker/engine.ts';
import { caFiles } from '../../plan/caCertificates.ts';
import { DIND_PORT, DIND_STATE, planDind } from '../../plan/dind.ts';
import { nestCluster } from '../../plan/publish.ts';
import type { ContainerSpec, FileSpec, PortMapping } from '../../contract/containers.ts';
import type { WorkContext } from '../context.ts';
import { checkPortsFree, createContainer, type ReservedPort, reservePort } from '../containers/index.ts';
import { ensureImage } from '../images/index.ts';
import { warnOfVolumeSources } from '../create/index.ts';
import { listClusters } from '../find/index.ts';
import { markComplete, undoCreation } from '../remove/index.ts';
import { connectDind, findDind } from './connect.ts';

/** How often it is looked whether the engine is ready, and for how long, in milliseconds. */
const LOOK_EVERY_MS = 100;
const READY_MS = 120_000;

/** Which container is to hold the clusters. */
export interface DindWish {
  name: string;
  image: string;
  creation: string;
}

/** An engine in a container, and the clusters as they are to be made in it. */
export interface StartedDind {
  engine: Engine;
  configs: ClusterConfig[];
  /** To be called when the clusters are there: what is broken off before that is a leftover. */
  finish: () => Promise<void>;
  /** To be called when they could not be made: the container goes, unless clusters stay for whoever looks into them. */
  giveUp: (error: unknown) => Promise<void>;
}

/**
 * Starts a container with an engine of its own, which publishes all that the clusters publish.
 * @throws UserError when it can't be started; by then it is gone
 */
export async function startDind(
  wish: DindWish,
  clusters: readonly ClusterConfig[],
  context: WorkContext,
): Promise<StartedDind> {
  const { engine: outer, reporter, timeline, signal } = context;
  if ((await findDind(outer, wish.name)) !== undefined)
    throw new UserError(
      `container "${wish.name}" with an engine in it exists already: remove it or choose another name`,
    );
  for (const config of clusters) warnOfVolumeSources(config, outer, context.reporter);
  const ports = new FreePorts(outer.endpoint.publishIP);
  try {
    await ports.reserve(clusters);
    const reachedAt = outer.endpoint.host ?? outer.endpoint.publishIP;
    const nested = clusters.map((config) => nestCluster(config, outer.endpoint.publishIP, reachedAt, ports.next));
    const published = [...nested.flatMap((one) => one.published), enginePort(outer, ports.next())];
    await checkPortsFree(
      outer,
      published
        .filter(({ hostPort }) => !ports.has(hostPort))
        .map((port) => ({ ...port, port: port.hostPort as number })),
    );
    await timeline.run('dind image', () => ensureImage(outer, wish.image, reporter, signal));
    const spec = planDind({
      ...wish,
      published,
      names: certificateNames(reachedAt),
      paths: pathsOf(clusters),
      proxies: proxiesOf(clusters),
    });
    await ports.release();
    const files = caFiles(certificatesOf(clusters));
    const engine = await timeline.run('dind engine', () => startContainer(spec, files, context));
    return {
      engine,
      configs: nested.map(({ config }) => config),
      finish: () => markComplete(outer, wish.creation),
      giveUp: async (error) => {
        const left = await listClusters(engine).catch(() => []);
        if (left.length === 0) await undoCreation(outer, wish.creation, error);
      },
    };
  } catch (error) {
    await undoCreation(outer, wish.creation, error);
    throw error;
  } finally {
    await ports.release();
  }
}

const enginePort = (outer: Engine, hostPort: number): PortMapping => ({
  hostIP: outer.endpoint.publishIP,
  hostPort,
  containerPort: DIND_PORT,
  protocol: 'tcp',
});

const certificateNames = (host: string): string[] => [/^[\d.]+$|:/.test(host) ? `IP:${host}` : `DNS:${host}`];

/** The engine pulls for all of the clusters. */
const proxiesOf = (clusters: readonly ClusterConfig[]): string[] =>
  proxiesIn(clusters.flatMap(({ env }) => env.map(({ value }) => value)));

const certificatesOf = (clusters: readonly ClusterConfig[]): string | undefined =>
  [...new Set(clusters.flatMap(({ caCertificates }) => caCertificates ?? []))].join('') || undefined;

/** Paths of the host that nodes mount. */
function pathsOf(clusters: readonly ClusterConfig[]): string[] {
  const mounts = clusters.flatMap(({ volumes }) => volumes.map(({ value, where }) => parseVolumeSpec(value, where)));
  return [...new Set(mounts.flatMap(({ source, isPath }) => (isPath && source !== undefined ? [source] : [])))];
}

async function startContainer(spec: ContainerSpec, files: FileSpec[], context: WorkContext): Promise<Engine> {
  const { engine: outer, signal } = context;
  await createContainer(outer, spec);
  await outer.containers.putFiles(spec.name, files);
  await outer.containers.start(spec.name);
  const patience = AbortSignal.any([signal, AbortSignal.timeout(READY_MS)]);
  try {
    await poll(() => isReady(outer, spec.name), LOOK_EVERY_MS, patience);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UserError) throw error;
    throw new UserError(
      `the engine in container ${spec.name} is not ready after ${READY_MS / 1000} s: ${messageOf(error)}`,
    );
  }
  const container = await findDind(outer, spec.name);
  if (container === undefined) throw new UserError(`container ${spec.name} is gone: somebody has removed it`);
  return connectDind(outer, container);
}

/** @throws UserError when it never will be */
async function isReady(outer: Engine, name: string): Promise<true | undefined> {
  const state = await outer.containers.exec(name, ['cat', DIND_STATE]).catch(() => undefined);
  if (state?.stdout.startsWith('ready\n')) return true;
  if (state?.exitCode === 0 && !state.stdout.startsWith('failed\n')) return undefined;
  const container = await outer.containers.inspect(name);
  if (container?.running && !state?.stdout.startsWith('failed\n')) return undefined;
  const lines = (await outer.containers.logs(name, 50)).trim().split('\n');
  const why = lines.findLast((line) => line.startsWith('Error: '))?.slice('Error: '.length) ?? lines.at(-1);
  throw new UserError(`the engine in container ${name} did not start: ${why || 'it said nothing'}`);
}

/** Free ports of the engine's machine that are held until the container takes them. */
class FreePorts {
  readonly #hostIP: string;
  #held: ReservedPort[] = [];
  #given = 0;

  constructor(hostIP: string) {
    this.#hostIP = hostIP;
  }

  /** As many as the clusters could want, and one for the engine. */
  async reserve(clusters: readonly ClusterConfig[]): Promise<void> {
    const count = clusters.reduce(
      (sum, { ports, registriesCreate }) => sum + ports.length + registriesCreate.length + 1,
      1,
    );
    this.#held = await Promise.all(Array.from({ length: count }, () => reservePort(this.#hostIP)));
  }

  readonly next = (): number => {
    const found = this.#held[this.#given];
    if (found === undefined) throw new UserError('ranges of ports need host ports of their own in a dind container');
    this.#given += 1;
    return found.port;
  };

  has(port: number | undefined): boolean {
    return this.#held.some((one) => one.port === port);
  }

  async release(): Promise<void> {
    await Promise.all(this.#held.map((one) => one.release()));
  }
}
