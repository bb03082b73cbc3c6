import { EngineError, type Engine } from '../docker/engine.ts';
import { allSettled } from './allSettled.ts';
import type { BringUpPlan } from './bringUp.ts';
import { NodeFailure } from './nodeFailure.ts';

/** Starts containers and, for a cluster that has run before, keeps when that was. */
export class Starter {
  /** By names of nodes in Kubernetes. */
  readonly startedAt: Map<string, number> | undefined;
  readonly #engine: Engine;
  readonly #containers = new Map<string, number>();

  constructor(engine: Engine, { restarted }: BringUpPlan) {
    this.#engine = engine;
    this.startedAt = restarted ? new Map() : undefined;
  }

  /** What a container is called in Kubernetes, by which the API's answers are dated. */
  registered(container: string, node: string): void {
    const time = this.#containers.get(container);
    if (time !== undefined) this.startedAt?.set(node, time);
  }

  start(names: readonly string[]): Promise<void> {
    return allSettled(
      names.map(async (name) => {
        await startNode(this.#engine, name);
        if (this.startedAt === undefined) return;
        const details = await this.#engine.containers.inspect(name);
        if (details !== undefined) this.#containers.set(name, details.startedAt);
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
