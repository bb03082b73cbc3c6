import { UserError } from '../../common/errors.ts';
import { connectEngine as connectOuter, tlsEngine } from '../../docker/connect.ts';
import type { ContainerSummary, Engine } from '../../docker/engine.ts';
import { CLIENT_CERTIFICATES, DIND_PORT, DIND_ROLE } from '../../plan/dind.ts';
import { APP, LABEL } from '../../contract/labels.ts';
import { ANY_ADDRESS } from '../../contract/names.ts';
import { listClusters } from '../find/index.ts';
import { reviveLocalImages } from '../localImages/index.ts';
import { readFiles } from '../../docker/readFiles.ts';
import { NestedImages } from './images.ts';

/** Names the container whose engine is meant. */
export const DIND_VARIABLE = 'K3D_DIND';

/**
 * Connects to the engine that is meant: the one that the docker CLI would use, or, if `K3D_DIND` names a container of
 * that one, the engine in it.
 * @throws UserError when there is none
 */
export async function connectEngine(env: NodeJS.ProcessEnv = process.env): Promise<Engine> {
  const outer = await connectOuter(env);
  const name = env[DIND_VARIABLE];
  const engine = name ? await connectInner(outer, name) : outer;
  await reviveLocalImages(engine).catch(() => undefined);
  return engine;
}

async function connectInner(outer: Engine, name: string): Promise<Engine> {
  const container = await findDind(outer, name);
  if (container === undefined) {
    throw new UserError(
      `there is no container "${name}" with an engine in it: make it with a cluster, k3d --dind=${name} cluster create`,
    );
  }
  return connectDind(outer, container);
}

/** The containers that hold an engine. */
export async function findDind(outer: Engine, name: string): Promise<ContainerSummary | undefined> {
  const found = await outer.containers.list([`${LABEL.app}=${APP}`, `${LABEL.role}=${DIND_ROLE}`]);
  return found.find((container) => container.name === name);
}

/**
 * Removes the container whose engine is meant once there is no cluster in it any more.
 * @param inner its engine
 * @returns its name, if it was removed
 */
export async function removeEmptyDind(inner: Engine, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const name = env[DIND_VARIABLE];
  if (!name || (await listClusters(inner)).length > 0) return undefined;
  const outer = await connectOuter(env);
  const container = await findDind(outer, name);
  if (container !== undefined) await outer.containers.remove(container.id);
  return container?.name;
}

/** Connects to the engine in a container. @throws UserError when the container does not run or is not ready yet */
export async function connectDind(outer: Engine, container: ContainerSummary): Promise<Engine> {
  const { id, name, state, ports } = container;
  const port = ports.find(({ containerPort }) => containerPort === DIND_PORT);
  if (state !== 'running' || port === undefined)
    throw new UserError(`container "${name}" with the engine in it does not run: start it with "docker start ${name}"`);
  const files = await readFiles(outer, id, CLIENT_CERTIFICATES);
  const file = (part: string): string => files?.get(part) ?? '';
  const host = outer.endpoint.host ?? port.ip;
  const inner = tlsEngine(
    { host, port: port.hostPort, ca: file('ca.pem'), cert: file('cert.pem'), key: file('key.pem') },
    // Nothing but its ports is reached from outside, and those are those of the container.
    { description: `the container ${name}`, host, publishIP: ANY_ADDRESS },
  );
  const images = new NestedImages(inner.images, outer.images);
  return Object.assign(inner, { images, outer: { engine: outer, container: name } });
}
