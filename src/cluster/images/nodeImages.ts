import { UserError } from '../../common/errors.ts';
import type { Engine } from '../../docker/engine.ts';
import type { ClusterNode } from '../find/index.ts';
import { lastLine } from './sendArchive.ts';

/** An image in a node's containerd. */
export interface NodeImage {
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
