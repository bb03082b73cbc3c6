import { randomUUID } from 'node:crypto';
import { addAbortSignal, PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { messageOf, UserError } from '../../common/errors.ts';
import type { Engine } from '../../docker/engine.ts';
import { LABEL } from '../../contract/labels.ts';
import { IMAGE_VOLUME_PATH } from '../../plan/mounts.ts';
import type { ClusterNode } from '../find/index.ts';

const IMPORT = ['ctr', '--namespace', 'k8s.io', 'images', 'import'];

/** Nodes that get an archive together: those of a cluster share a volume, where it has to be written only once. */
interface Group {
  nodes: ClusterNode[];
  /** Path of the archive in the shared volume; undefined: it is sent to the one node straight away. */
  path: string | undefined;
}

/**
 * Brings an archive into containerd of all nodes: one stream, read once, written at the pace of the slowest.
 * A node that fails no longer holds the others up.
 * @throws UserError naming the nodes where it failed, and why; the signal's reason once it is aborted
 */
export async function sendArchive(
  engine: Engine,
  archive: Readable,
  nodes: readonly ClusterNode[],
  signal?: AbortSignal,
): Promise<void> {
  if (signal !== undefined) addAbortSignal(signal, archive);
  const groups = groupNodes(nodes);
  const failures: string[] = [];
  const attempt = async (
    node: ClusterNode,
    command: string[],
    until: AbortSignal | undefined,
    input?: PassThrough,
  ): Promise<boolean> => {
    try {
      const { exitCode, stderr, stdout } = await engine.containers.exec(node.id, command, input, until);
      if (exitCode !== 0) failures.push(`${node.name}: ${lastLine(stderr || stdout)}`);
      return exitCode === 0;
    } catch (error) {
      failures.push(`${node.name}: ${messageOf(error)}`);
      return false;
    }
  };
  const receivers = groups.map((group) => {
    const [first] = group.nodes as [ClusterNode];
    const input = new PassThrough();
    const command = group.path === undefined ? [...IMPORT, '-'] : ['sh', '-c', 'cat >"$0"', group.path];
    const done = attempt(first, command, signal, input).finally(() => input.destroy());
    return { group, input, done, gone: finished(input).catch(() => undefined) };
  });
  const broken = await pump(archive, receivers).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  await Promise.all(
    receivers.map(async ({ group: { path, nodes: members }, done }) => {
      const isThere = await done;
      if (path === undefined) return;
      if (isThere && broken === undefined)
        await Promise.all(members.map((node) => attempt(node, [...IMPORT, path], signal)));
      // Also when the import is interrupted.
      await attempt(members[0] as ClusterNode, ['rm', '-f', path], undefined);
    }),
  );
  signal?.throwIfAborted();
  if (broken !== undefined) throw broken.error;
  if (failures.length > 0) throw new UserError(`the import failed on ${failures.join('; ')}`);
}

function groupNodes(nodes: readonly ClusterNode[]): Group[] {
  const name = `${IMAGE_VOLUME_PATH}/k3d-${randomUUID()}.tar`;
  const byVolume = Map.groupBy(nodes, ({ labels }) => labels[LABEL.imageVolume] ?? '');
  return [...byVolume].flatMap(([volume, members]): Group[] =>
    volume === '' || members.length === 1
      ? members.map((node) => ({ nodes: [node], path: undefined }))
      : [{ nodes: members, path: name }],
  );
}

async function pump(
  archive: Readable,
  receivers: readonly { input: PassThrough; gone: Promise<void> }[],
): Promise<void> {
  try {
    for await (const chunk of archive) {
      await Promise.all(receivers.map(({ input, gone }) => write(input, chunk as Buffer, gone)));
    }
  } finally {
    archive.destroy();
    for (const { input } of receivers) if (!input.destroyed) input.end();
  }
}

/** Writes and waits until there is room for more, or nobody takes it any more. */
async function write(stream: PassThrough, chunk: Buffer, gone: Promise<void>): Promise<void> {
  if (stream.destroyed || stream.write(chunk)) return;
  await Promise.race([new Promise<void>((resolve) => stream.once('drain', resolve)), gone]);
}

/** What a program said last, which is what it ended with. */
export const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
