import type { Engine } from '../../docker/engine.ts';
import { UserError } from '../../common/errors.ts';
import { K3S_DATA_PATH } from '../../contract/names.ts';

/** Where containerd's overlay snapshotter keeps the layers of images. */
const SNAPSHOTS_PATH = `${K3S_DATA_PATH}/agent/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots`;

/**
 * Lists the folders of image layers that hide what lower layers have in them ("opaque" ones). They are marked by an
 * attribute that Docker's archives leave out and that no program in a k3s image can read. So overlayfs itself is asked:
 * below each layer goes a tree of the same folders, each with a mark in it, and where the mark can't be seen, the
 * folder is opaque. Layers that a container writes to are left out: no container outlives its node's end.
 */
const PROBE = `
cd "$0" 2>/dev/null || exit 0
work=$(mktemp -d /run/k3d-probe-XXXXXX) || exit 1
for layer in */fs; do
  [ -d "$layer" ] || continue
  grep -q "upperdir=$0/$layer," /proc/mounts && continue
  (cd "$layer" && find . -mindepth 1 -type d) >"$work/folders"
  [ -s "$work/folders" ] || continue
  mkdir "$work/below" "$work/view" || exit 1
  tr '\\n' '\\0' <"$work/folders" | (cd "$work/below" && xargs -0 mkdir -p) || exit 1
  sed 's,$,/.k3d-mark,' "$work/folders" | tr '\\n' '\\0' | (cd "$work/below" && xargs -0 touch) || exit 1
  mount -t overlay k3d-probe -o "ro,lowerdir=$0/$layer:$work/below" "$work/view" || exit 1
  while IFS= read -r folder; do
    [ -e "$work/view/$folder/.k3d-mark" ] || echo "$layer/\${folder#./}"
  done <"$work/folders"
  umount "$work/view" && rm -rf "$work/below" "$work/view" || exit 1
done
rm -rf "$work"
`;

/**
 * The folders of a node's image layers that are opaque, as paths below `/var/lib/rancher`.
 * @throws UserError when it can't be found out
 */
export async function opaqueFolders(engine: Engine, node: string): Promise<Set<string>> {
  const { exitCode, stdout, stderr } = await engine.containers.exec(node, ['sh', '-c', PROBE, SNAPSHOTS_PATH]);
  if (exitCode !== 0) throw new UserError(`the image layers of ${node} can't be examined: ${stderr.trim()}`);
  const prefix = SNAPSHOTS_PATH.slice('/var/lib/rancher/'.length);
  return new Set(
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `${prefix}/${line}`),
  );
}
