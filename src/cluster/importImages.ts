import { createReadStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { messageOf, UserError } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import type { Engine } from '../docker/engine.ts';
import { fullImageName, imagesInArchive } from './imageArchive.ts';
import type { ClusterNode } from './model.ts';

/** What is to be imported: images of the engine, or an archive in a file. */
export type ImportSource = { kind: 'images'; names: string[] } | { kind: 'archive'; path: string };

/**
 * Brings images into containerd of all nodes at once, without a temporary file: one stream, written to every node.
 * Images that a node has already, in the same version, are not sent again; afterwards each node is asked whether it
 * has them all.
 * @throws UserError naming the images that the engine lacks, or the nodes where it failed and why
 */
export async function importImages(
  engine: Engine,
  source: ImportSource,
  nodes: readonly ClusterNode[],
  reporter: Reporter,
): Promise<void> {
  const wanted = source.kind === 'archive' ? await imagesInArchive(source.path) : source.names.map(fullImageName);
  const targets = source.kind === 'archive' ? [...nodes] : await nodesThatLack(engine, source.names, nodes);
  for (const node of nodes) if (!targets.includes(node)) reporter.debug(`${node.name} has them already`);
  if (targets.length > 0) {
    const archive = source.kind === 'archive' ? createReadStream(source.path) : await engine.images.save(source.names);
    await sendTo(engine, archive, targets);
    await verify(engine, wanted, targets);
  }
  reporter.info(`${wanted.join(', ')}: imported into ${targets.length} of ${nodes.length} nodes, the others had them`);
}

/** Full name → id of images in the engine. @throws UserError naming the first that is not there */
export async function checkImages(engine: Engine, names: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of names) {
    const image = await engine.images.inspect(name);
    if (image === undefined) throw new UserError(`image ${name} is not in the engine: pull or build it first`);
    ids.set(fullImageName(name), image.id);
  }
  return ids;
}

async function nodesThatLack(
  engine: Engine,
  names: readonly string[],
  nodes: readonly ClusterNode[],
): Promise<ClusterNode[]> {
  const ids = await checkImages(engine, names);
  const lacks = await Promise.all(
    nodes.map(async (node) => {
      const present = await imagesOf(engine, node);
      return [...ids].some(([name, id]) => present.get(name) !== id);
    }),
  );
  return nodes.filter((_, index) => lacks[index]);
}

/** Name → id of the images in a node's containerd. */
async function imagesOf(engine: Engine, node: ClusterNode): Promise<Map<string, string>> {
  const { exitCode, stdout, stderr } = await engine.containers.exec(node.id, ['crictl', 'images', '-o', 'json']);
  if (exitCode !== 0) throw new UserError(`node ${node.name} can't list its images: ${lastLine(stderr)}`);
  const { images = [] } = JSON.parse(stdout) as { images?: { id: string; repoTags?: string[] }[] };
  return new Map(images.flatMap(({ id, repoTags = [] }) => repoTags.map((tag): [string, string] => [tag, id])));
}

/** Writes one stream to all nodes at the pace of the slowest; a node that fails no longer holds the others up. */
async function sendTo(engine: Engine, archive: Readable, nodes: readonly ClusterNode[]): Promise<void> {
  const failures: string[] = [];
  const receivers = nodes.map((node) => {
    const input = new PassThrough();
    const done = engine.containers
      .exec(node.id, ['ctr', '--namespace', 'k8s.io', 'images', 'import', '-'], input)
      .then(({ exitCode, stderr, stdout }) => {
        if (exitCode !== 0) failures.push(`${node.name}: ${lastLine(stderr || stdout)}`);
      })
      .catch((error: unknown) => void failures.push(`${node.name}: ${messageOf(error)}`))
      .finally(() => input.destroy());
    const gone = finished(input).catch(() => undefined);
    return { input, done, gone };
  });
  try {
    for await (const chunk of archive) {
      await Promise.all(receivers.map(({ input, gone }) => write(input, chunk as Buffer, gone)));
    }
  } finally {
    archive.destroy();
    for (const { input } of receivers) if (!input.destroyed) input.end();
  }
  await Promise.all(receivers.map(({ done }) => done));
  if (failures.length > 0) throw new UserError(`the import failed on ${failures.join('; ')}`);
}

/** Writes and waits until there is room for more, or nobody takes it any more. */
async function write(stream: PassThrough, chunk: Buffer, gone: Promise<void>): Promise<void> {
  if (stream.destroyed || stream.write(chunk)) return;
  await Promise.race([new Promise<void>((resolve) => stream.once('drain', resolve)), gone]);
}

async function verify(engine: Engine, wanted: readonly string[], nodes: readonly ClusterNode[]): Promise<void> {
  const problems: string[] = [];
  for (const node of nodes) {
    const present = await imagesOf(engine, node);
    const missing = wanted.filter((name) => !present.has(name));
    if (missing.length > 0) problems.push(`${node.name} lacks ${missing.join(', ')}`);
  }
  if (problems.length > 0) throw new UserError(`after the import ${problems.join('; ')}`);
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
