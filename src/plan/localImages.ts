import type { FileSpec } from '../contract/containers.ts';
import { entrypointScript } from './entrypoint.ts';
import { PATH_SHORTCUTS } from '../config/volumeSpec.ts';
import { withFirstEndpoint } from './registry.ts';

/** Settings of registries with the engine's images in front, in nodes. Its first line is a comment: the URL. */
export const LOCAL_IMAGES_PATH = '/etc/k3d-local-images.yaml';

/** What the path of a registry of local images begins with; the rest is a password. */
const PREFIX = '/k3d-';

/** @param password hex digits */
export const localImagesPrefix = (password: string): string => `${PREFIX}${password}`;

/** A function for scripts in nodes: whether the registry at a URL is reached, on the node's own network. */
export const REGISTRY_REACHED = `unset http_proxy HTTP_PROXY # it is on the node's own network
if command -v wget >/dev/null 2>&1; then fetch=wget; else fetch="busybox wget"; fi
registry_reached() { timeout 3 $fetch -q -T 2 -O /dev/null "$1"; }`;

/**
 * Puts the settings over the usual ones, if the registry is reached: a node that has to wait for an address that does not
 * answer would be slower than one without. They are mounted and not written, so that what the user has said stays as it is,
 * and so that nothing is left of it when the node is started without.
 */
const SCRIPT_NAME = '-local-images';
const SCRIPT = `#!/bin/sh
set -eu
settings=${LOCAL_IMAGES_PATH}
target=${PATH_SHORTCUTS['k3s-registry-config']}
[ -f "$settings" ] || exit 0
url=$(sed -n '1s/^# //p' "$settings")
${REGISTRY_REACHED}
if ! registry_reached "$url/v2/" 2>/dev/null; then
  echo "the registry of local images is not reached: images have to be imported"
  exit 0
fi
mkdir -p "\${target%/*}"
[ -e "$target" ] || : >"$target"
mount --bind "$settings" "$target"
`;

/**
 * The files that make a node ask for images at a registry first.
 * @param own the node's other settings of registries
 * @param url of that registry, without `/v2`
 * @param untouched names of registries that are left alone
 */
export function localImagesFiles(own: string | undefined, url: string, untouched: readonly string[]): FileSpec[] {
  return localImagesFilesLike(`# ${url}\n${withFirstEndpoint(own, `${url}/v2`, untouched)}`);
}

/** The same files for a node that is like another one. @param settings text of that one's settings */
export function localImagesFilesLike(settings: string): FileSpec[] {
  return [{ path: LOCAL_IMAGES_PATH, content: settings, mode: 0o600 }, entrypointScript(SCRIPT_NAME, SCRIPT)];
}

/** The URL at which a node asks, without `/v2`, from the text of its settings. */
export const localImagesURL = (settings: string): string | undefined => /^# (http:\/\/\S+)$/m.exec(settings)?.[1];
