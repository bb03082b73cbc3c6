import { formatDuration } from '../../common/duration.ts';
import { UserError } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import { sizeText } from '../../common/size.ts';
import type { Engine } from '../../docker/engine.ts';
import { fullImageName } from '../../contract/imageName.ts';
import { imagesInArchive } from './imageArchive.ts';
import type { ClusterNode } from '../find/index.ts';
import { digestsOfNode, PINNED } from './nodeImages.ts';
import { openArchive } from './openArchive.ts';
import { pullFromEngine } from './pullFromEngine.ts';
import { sendArchive } from './sendArchive.ts';

/** What is to be imported: images of the engine, or an archive in a file. */
export type ImportSource = { kind: 'images'; names: string[] } | { kind: 'archive'; path: string };

/**
 * Brings images into containerd of all nodes at once.
 * Images that a node has already, in the same version, are not sent again. Where nodes reach this process they pull what
 * they lack of the others; elsewhere, and from a file, they get an archive, and are asked afterwards whether they have
 * them all.
 * @throws UserError naming the images that the engine lacks, or the nodes where it failed and why; the signal's reason once
 *   it is aborted
 */
export async function importImages(
  engine: Engine,
  source: ImportSource,
  nodes: readonly ClusterNode[],
  reporter: Reporter,
  signal?: AbortSignal,
): Promise<void> {
  const began = performance.now();
  const wanted = await wantedOf(engine, source);
  const names = [...wanted.keys()];
  // What an archive holds under a name is not looked at before it is there.
  const before = source.kind === 'archive' ? new Map<ClusterNode, Present>() : await presentIn(engine, nodes);
  const targets = nodes.filter((node) => [...wanted].some(([name, id]) => !isThere(before.get(node), name, id)));
  for (const node of nodes) if (!targets.includes(node)) reporter.debug(`${node.name} has them already`);
  const pulled = source.kind === 'images' ? await pullFromEngine(engine, names, targets, reporter, signal) : undefined;
  // What was pulled has come by its digest; of an archive containerd takes what it can use.
  const left = targets.filter((node) => !pulled?.nodes.includes(node));
  if (left.length > 0) {
    const archive = source.kind === 'archive' ? await openArchive(source.path) : await engine.images.save(source.names);
    await sendArchive(engine, archive, left, signal);
    await verify(engine, wanted, before, left);
    await Promise.all(left.map((node) => pin(engine, names, node)));
  }
  const sent =
    pulled !== undefined && left.length === 0 && targets.length > 0 ? `, ${sizeText(pulled.bytes)} sent` : '';
  const others = targets.length < nodes.length ? ', already present on the others' : '';
  const took = targets.length > 0 ? ` in ${formatDuration(performance.now() - began)}` : '';
  reporter.info(`${names.join(', ')}: imported into ${targets.length} of ${nodes.length} nodes${took}${sent}${others}`);
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

/** Full names of what is wanted, and the engine's ids; undefined: any image of that name. */
async function wantedOf(engine: Engine, source: ImportSource): Promise<Map<string, string | undefined>> {
  if (source.kind === 'images') return checkImages(engine, source.names);
  return new Map((await imagesInArchive(source.path)).map((name) => [name, undefined]));
}

/** What each name of an image stands for in a node. */
type Present = ReadonlyMap<string, readonly string[]>;

/**
 * Whether a node has an image. The engine's id is the digest of a config or of a manifest, as its store has it: a node that
 * has the same image knows one of both.
 */
const isThere = (present: Present | undefined, name: string, id: string | undefined): boolean =>
  id !== undefined && (present?.get(name)?.includes(id) ?? false);

async function presentIn(engine: Engine, nodes: readonly ClusterNode[]): Promise<Map<ClusterNode, Present>> {
  return new Map(await Promise.all(nodes.map(async (node) => [node, await digestsOfNode(engine, node)] as const)));
}

/** Keeps the kubelet from deleting images. */
async function pin(engine: Engine, names: readonly string[], { id }: ClusterNode): Promise<void> {
  const label = ['ctr', '--namespace', 'k8s.io', 'images', 'label'];
  for (const name of names) await engine.containers.exec(id, [...label, name, PINNED]);
}

/** An image that is still what it was before has not arrived, whatever containerd said of the import. */
async function verify(
  engine: Engine,
  wanted: ReadonlyMap<string, string | undefined>,
  before: ReadonlyMap<ClusterNode, Present>,
  nodes: readonly ClusterNode[],
): Promise<void> {
  const problems: string[] = [];
  for (const [node, present] of await presentIn(engine, nodes)) {
    const missing = [...wanted].flatMap(([name, id]) => {
      const [now, then] = [present.get(name), before.get(node)?.get(name)];
      const isStale =
        id !== undefined && then !== undefined && !isThere(present, name, id) && then.join() === now?.join();
      return now === undefined || isStale ? [name] : [];
    });
    if (missing.length > 0) problems.push(`${node.name} lacks ${missing.join(', ')}`);
  }
  if (problems.length > 0) throw new UserError(`after the import ${problems.join('; ')}`);
}
