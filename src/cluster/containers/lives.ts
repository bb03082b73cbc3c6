import type { Engine, LabelFilter } from '../../docker/engine.ts';

/** The ends of containers that count, and those of a life before. */
export interface Lives {
  /** An engine has said that a container was started. */
  started(name: string): void;
  /** Whether an end that an engine tells of is not that of a life before this. */
  isOver(name: string): Promise<boolean>;
}

/**
 * Tells the ends of containers from those that they had before: the engine says that a container is stopped a moment before
 * it tells of its end, and lists it as running until then (moby: daemon/monitor.go). To inspect it waits for both.
 * @param filter of the containers, of which those that are stopped now have ended before
 */
export async function livesOf(engine: Engine, filter: LabelFilter): Promise<Lives> {
  const listed = await engine.containers.list(filter);
  const all = await Promise.all(listed.map(({ id }) => engine.containers.inspect(id)));
  const before = new Map(all.flatMap((one) => (one?.state === 'exited' ? [[one.name, one.startedAt]] : [])));
  return {
    started: (name) => void before.delete(name),
    isOver: async (name) => {
      if (!before.has(name)) return true;
      // Its start may have come before the engine told of anything.
      const now = await engine.containers.inspect(name).catch(() => undefined);
      return now === undefined || (!now.running && now.startedAt !== before.get(name));
    },
  };
}
