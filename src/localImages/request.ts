/** What a node asks for. */
export type RegistryRequest =
  | { kind: 'version' }
  /** An image by the name and tag that the engine knows it by. */
  | { kind: 'tag'; reference: string }
  | { kind: 'manifest' | 'blob'; digest: string };

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const PATH = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/;

/**
 * Reads a request of the distribution API (opencontainers/distribution-spec: spec.md, "Pull"), as containerd sends it to a
 * mirror: the registry that is meant is in the query (containerd: core/remotes/docker/resolver.go).
 * @param path of the URL, from `/v2` on
 * @param namespace value of `ns`; null: Docker Hub
 * @returns undefined for what this registry does not have
 */
export function readRequest(path: string, namespace: string | null): RegistryRequest | undefined {
  if (path === '/v2' || path === '/v2/') return { kind: 'version' };
  const [, name, what, last] = PATH.exec(path) ?? [];
  if (name === undefined || last === undefined) return undefined;
  if (DIGEST.test(last)) return { kind: what === 'blobs' ? 'blob' : 'manifest', digest: last };
  if (what === 'blobs' || last.includes(':')) return undefined;
  return { kind: 'tag', reference: `${namespace ?? 'docker.io'}/${name}:${last}` };
}

/** The bytes that a request wants of content. */
export interface ByteRange {
  /** First and last, counted from 0. */
  start: number;
  end: number;
}

/**
 * Reads a Range header (RFC 9110, 14.1.2). What is no single range of bytes is passed over, as the RFC allows.
 * @param size of the content in bytes
 * @returns undefined: all of it; `none`: there are no such bytes
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  return start > end ? 'none' : { start, end };
}
