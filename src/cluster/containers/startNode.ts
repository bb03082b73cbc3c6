import { type Engine, EngineError } from '../../docker/engine.ts';
import { NodeFailure } from './nodeFailure.ts';

/** Starts a container, or lets a frozen one run on; a container that runs is no error. @throws NodeFailure with the engine's reason */
export async function startNode(engine: Engine, name: string): Promise<void> {
  try {
    await engine.containers.start(name);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    // Frozen by hand, or by a snapshot that was killed.
    if (/paused/i.test(error.message)) return engine.containers.unpause(name);
    throw new NodeFailure(`node ${name} can't be started: ${error.message}`, '');
  }
}
