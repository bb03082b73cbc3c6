import { UserError } from '../../common/errors.ts';
import type { Engine } from '../../docker/engine.ts';
import type { ClusterNode } from '../find/index.ts';
import { lastLine } from './sendArchive.ts';

/**
 * The label of images that the kubelet is not to delete when no pod uses them at the moment: nobody could pull them again.
 * Since 1.29 it passes over those that containerd calls pinned (containerd: pkg/cri/labels); for older ones it says nothing.
 */
export const PINNED = 'io.cri-containerd.pinned=pinned';

/** An image in a node's containerd. */
export interface NodeImage {
  /** The digest of its config. */
  id: string;
  /** Full names with tags, and with digests. */
  repoTags: string[];
  repoDigests: string[];
}

/** The images in a node's containerd. @throws UserError when it can't be asked */
export async function imagesOfNode(engine: Engine, node: ClusterNode): Promise<NodeImage[]> {
  const { exitCode, stdout, stderr } = await engine.containers.exec(node.id, ['crictl', 'images', '-o', 'json']);
  if (exitCode !== 0) throw new UserError(`node ${node.name} can't list its images: ${lastLine(stderr)}`);
  const { images = [] } = JSON.parse(stdout) as { images?: (Partial<NodeImage> & { id: string })[] };
  return images.map(({ id, repoTags = [], repoDigests = [] }) => ({ id, repoTags, repoDigests }));
}

/** What each name of an image stands for in a node: the digests of its config and of its manifest or index. */
export async function digestsOfNode(engine: Engine, node: ClusterNode): Promise<Map<string, string[]>> {
  const [images, targets] = await Promise.all([
    imagesOfNode(engine, node),
    engine.containers.exec(node.id, ['ctr', '--namespace', 'k8s.io', 'images', 'list']),
  ]);
  const targetOf = new Map(readTargets(targets.stdout));
  return new Map(
    images.flatMap(({ id, repoTags }) =>
      repoTags.map((name): [string, string[]] => [name, [id, targetOf.get(name)].filter((one) => one !== undefined)]),
    ),
  );
}

/** Names and targets of containerd's own list: REF, TYPE, DIGEST and more. crictl knows nothing of them. */
export function readTargets(list: string): [string, string][] {
  return list.split('\n').flatMap((line): [string, string][] => {
    const [name, , digest] = line.split(/\s+/);
    return name !== undefined && digest?.startsWith('sha256:') ? [[name, digest]] : [];
  });
}
