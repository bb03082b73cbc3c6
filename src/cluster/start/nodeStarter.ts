import { type Engine } from '../../docker/engine.ts';
import { settleAll } from '../../common/settleAll.ts';
import { startNode } from '../containers/index.ts';
import type { BringUpPlan } from './plan.ts';

/** Starts containers and, for a cluster that has run before, keeps when that was. */
export class NodeStarter {
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
    return settleAll(
      names.map(async (name) => {
        await startNode(this.#engine, name);
        if (this.startedAt === undefined) return;
        const details = await this.#engine.containers.inspect(name);
        if (details !== undefined) this.#containers.set(name, details.startedAt);
      }),
    );
  }
}
