import { UserError } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import type { Engine } from '../../docker/engine.ts';
import { fullImageName, imagesInArchive } from './imageArchive.ts';
import type { ClusterNode } from '../find/index.ts';
import { imagesOfNode } from './nodeImages.ts';
import { openArchive } from './openArchive.ts';
import { sendArchive } from './sendArchive.ts';

/** What is to be imported: images of the engine, or an archive in a file. */
export type ImportSource = { kind: 'images'; names: string[] } | { kind: 'archive'; path: string };

/**
 * Brings images into containerd of all nodes at once.
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
    const archive = source.kind === 'archive' ? await openArchive(source.path) : await engine.images.save(source.names);
    await sendArchive(engine, archive, targets);
    await verify(engine, wanted, targets);
    await Promise.all(targets.map((node) => pin(engine, wanted, node)));
  }
  reporter.info(`${wanted.join(', ')}: imported into ${targets.length} of ${nodes.length} nodes, the others had them`);
}

/** Full name → id of images in the engine. @throws UserError naming the first that is not there */
export async function checkImages(engine: Engine, names: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of names) {
    const image = await engine.images.inspect(name);
    if (image === undefined) throw new UserError(`image ${name} is not in the engine: pull or build it first`);
    if (isIdOf(name, image.id))
      throw new UserError(
        `${name} is the id of an image, and nodes know images by their names: give it one with "docker tag ${name} NAME:TAG", and import that`,
      );
    ids.set(fullImageName(name), image.id);
  }
  return ids;
}

const isIdOf = (text: string, id: string): boolean =>
  /^(sha256:)?[0-9a-f]{4,64}$/.test(text) && id.replace('sha256:', '').startsWith(text.replace('sha256:', ''));

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
  const images = await imagesOfNode(engine, node);
  return new Map(images.flatMap(({ id, repoTags }) => repoTags.map((tag): [string, string] => [tag, id])));
}

/**
 * Keeps the kubelet from deleting images that no pod uses at the moment: nobody could pull them again. Since 1.29 it passes
 * over those that containerd calls pinned (containerd: pkg/cri/labels); for older ones the label says nothing.
 */
async function pin(engine: Engine, names: readonly string[], { id }: ClusterNode): Promise<void> {
  const label = ['ctr', '--namespace', 'k8s.io', 'images', 'label'];
  for (const name of names) await engine.containers.exec(id, [...label, name, 'io.cri-containerd.pinned=pinned']);
}

async function verify(engine: Engine, wanted: readonly string[], nodes: readonly ClusterNode[]): Promise<void> {
  const problems: string[] = [];
  await Promise.all(
    nodes.map(async (node) => {
      const present = await imagesOf(engine, node);
      const missing = wanted.filter((name) => !present.has(name));
      if (missing.length > 0) problems.push(`${node.name} lacks ${missing.join(', ')}`);
    }),
  );
  if (problems.length > 0) throw new UserError(`after the import ${problems.join('; ')}`);
}
