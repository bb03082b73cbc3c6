import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { settleAll } from '../../common/settleAll.ts';
import { type ContainerDetails, type Engine, readAll } from '../../docker/engine.ts';
import { unpack } from '../../docker/readFiles.ts';
import { carriedPaths, isCarried } from '../../plan/upgrade.ts';

/**
 * Brings what was put into a container, or came about in it, into the one that follows it: the node's password among it,
 * without which no server takes it for the one that it was. Volumes are not meant.
 */
export async function carryFiles(engine: Engine, from: ContainerDetails, to: string): Promise<void> {
  const { added, changed } = await engine.containers.changes(from.id);
  const mounts = from.mounts.map(({ target }) => target);
  // One after the other: each is a request that writes into the same container.
  for (const path of carriedPaths(added, mounts)) {
    const archive = await engine.containers.getArchive(from.id, path);
    if (archive !== undefined) await engine.containers.putArchive(to, posix.dirname(path), archive);
  }
  await settleAll(
    changed.filter((path) => isCarried(path, mounts)).map((path) => carryFile(engine, from.id, to, path)),
  );
}

/** A folder that was changed holds what its image has there, and stays. */
async function carryFile(engine: Engine, from: string, to: string, path: string): Promise<void> {
  const archive = await engine.containers.getArchive(from, path);
  if (archive === undefined) return;
  for await (const entry of unpack(archive)) {
    if (entry.header.type !== 'file') {
      archive.destroy();
      return;
    }
    const content = await readAll(Readable.from(entry));
    await engine.containers.putFiles(to, [{ path, content, mode: entry.header.mode ?? 0o644 }]);
  }
}
