import { fullImageName, repositoryOf } from '../contract/imageName.ts';
import type { ImageInfo } from '../docker/engine.ts';

/** The repository that a reference names, in full. */
const repositoryIn = (reference: string): string => repositoryOf(fullImageName(reference));

/** How containerd writes where content comes from: it leaves ports out (containerd: core/remotes/docker/handler.go). */
const withoutPort = (reference: string): string => reference.replace(/^([^/]+):\d+\//, '$1/');

/** The first API with which engines with containerd's store say how an image came about: that of Docker 29. */
const TELLS_SINCE_MINOR = 53;

/**
 * Whether an image came about on this engine: it was built or loaded, and is not what somebody has once pulled under that
 * name. The registry's is newer then.
 *
 * In the classic store an image has a digest in each repository that it was pulled from or pushed to. In containerd's store
 * each image has its own digest in every repository that it has a name in; since Docker 29 the engine says there what was
 * pulled. Older ones say nothing: all counts as pulled, since a stale image that wins over a registry's would be worse than
 * one that has to be imported.
 * @param apiVersion of the engine, e.g. `1.54`
 */
export function isBuilt({ id, repoDigests, identity }: ImageInfo, reference: string, apiVersion: string): boolean {
  const repository = repositoryIn(reference);
  if (identity !== undefined)
    return !identity.pulledFrom.some((name) => repositoryIn(name) === repositoryIn(withoutPort(reference)));
  const inContainerdStore = repoDigests.some((digest) => digest.endsWith(`@${id}`));
  if (inContainerdStore && Number(apiVersion.split('.')[1]) >= TELLS_SINCE_MINOR) return true;
  return !repoDigests.some((digest) => repositoryIn(digest) === repository);
}
