import { pullMessage } from '../kubernetes/pullMessage.ts';

/** What containerd 2 logs of the last registry that it asked for an image (containerd: core/remotes/docker/resolver.go). */
const FETCH_FAILED =
  /msg="fetch failed" error="((?:[^"\\]|\\.)*)".* url="https?:\/\/([^/"]+)\/v2\/([^"?]+)\/manifests\/([^"?]+)/g;
const UNRESOLVED = /(\S+): not found\b/;

/**
 * Why images could not be had from their registries, from containerd's log. A registry that is asked first, as that of
 * local images is, and does not have an image makes containerd say "not found", whatever the next one has said.
 * @returns errors by full names of images; the last one counts
 */
export function pullErrors(log: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, error = '', host = '', name = '', tag = ''] of log.matchAll(FETCH_FAILED)) {
    const registry = host === 'registry-1.docker.io' ? 'docker.io' : host;
    const separator = tag.startsWith('sha256:') ? '@' : ':';
    found.set(`${registry}/${name}${separator}${tag}`, pullMessage(error.replaceAll('\\"', '"')));
  }
  return found;
}

/** What the registry itself said of the image that a text says was not found. @returns undefined when nothing is known */
export function ownWords(text: string, errors: ReadonlyMap<string, string>): string | undefined {
  const [, image = ''] = UNRESOLVED.exec(text) ?? [];
  const error = errors.get(image);
  return error && `its registry: ${error}`;
}
