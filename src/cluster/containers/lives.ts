import type { Engine, LabelFilter } from '../../docker/engine.ts';

/** The ends of containers that count, and those of a life before. */
export interface Lives {
  /** An engine has said that a container was started. */
  started(name: string): void;
  /** Whether an end that an engine tells of is not that of a life before this. */
  isOver(name: string): Promise<boolean>;
}

/**
 * Tells the ends of containers from those that they had before: the engine may tell of an end a moment after it has said
 * that a container is stopped, when that has been started again.
 * @param filter of the containers, of which those count that do not run now
 */
export async function livesOf(engine: Engine, filter: LabelFilter): Promise<Lives> {
  const down = (await engine.containers.list(filter)).filter(({ state }) => state === 'exited');
  const before = new Map(
    await Promise.all(
      down.map(async ({ id, name }) => [name, (await engine.containers.inspect(id))?.startedAt] as const),
    ),
  );
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
