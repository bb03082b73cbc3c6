import type { ContainerDetails, Engine } from '../../docker/engine.ts';
import { carriedPaths } from '../../plan/upgrade.ts';

/** What every node of ours is given when it is made, and what is in the snapshot anyway. */
const MADE_ANEW = /^\/((usr\/)?bin\/k3d-|etc\/(rancher|k3d-[^/]*|cni)(\/|$)|(output|root|lib|usr\/libexec)(\/|$))/;

/** Paths of what somebody has put into a node, e.g. by `files` of a config file: it is in no volume. */
export async function ownFilesOf(engine: Engine, { id, mounts }: ContainerDetails): Promise<string[]> {
  const { added } = await engine.containers.changes(id);
  return carriedPaths(
    added.filter((path) => !MADE_ANEW.test(path)),
    mounts.map(({ target }) => target),
  );
}
