import { UserError } from '../../common/errors.ts';
import { type Engine, EngineError } from '../../docker/engine.ts';
import type { ContainerSpec } from '../../contract/containers.ts';

/** Makes a container. @returns its id @throws UserError when its name is taken or the engine refuses it */
export async function createContainer(engine: Engine, spec: ContainerSpec): Promise<string> {
  try {
    return await engine.containers.create(spec);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.status === 409) {
      throw new UserError(
        `container ${spec.name} exists already: another process is creating this cluster, or it is left from an older one`,
        { cause: error },
      );
    }
    throw new UserError(`container ${spec.name} can't be created on ${engine.endpoint.description}: ${error.message}`, {
      cause: error,
    });
  }
}
