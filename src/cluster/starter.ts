import { EngineError, type Engine } from '../docker/engine.ts';
import { allSettled } from './allSettled.ts';
import type { BringUpPlan } from './bringUp.ts';
import { NodeFailure } from './nodeFailure.ts';

/** Starts containers and, for a cluster that has run before, keeps when that was. */
export class Starter {
  readonly startedAt: Map<string, number> | undefined;
  readonly #engine: Engine;
  readonly #nodeName: (container: string) => string;

  constructor(engine: Engine, { restarted, nodeName }: BringUpPlan) {
    this.#engine = engine;
    this.#nodeName = nodeName;
    this.startedAt = restarted ? new Map() : undefined;
  }

  start(names: readonly string[]): Promise<void> {
    return allSettled(
      names.map(async (name) => {
        await startNode(this.#engine, name);
        if (this.startedAt === undefined) return;
        const details = await this.#engine.containers.inspect(name);
        if (details !== undefined) this.startedAt.set(this.#nodeName(name), details.startedAt);
      }),
    );
  }
}

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
