import { open, readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Descriptor } from './descriptor.ts';
import type { EngineImages } from './images.ts';
import type { ServedImages } from '../contract/localImages.ts';
import { readRange, readRequest } from './request.ts';
import type { Spool } from './spool.ts';

/** How much of a blob is read at a time, in bytes. */
const BUFFER = 1 << 19;

/** What one cluster's nodes have had. */
export interface Served {
  /** Whether a node has ever come. */
  reached: boolean;
  /** Names of images that nodes asked for and got. */
  images: Set<string>;
  bytes: number;
  /** How long requests were under way in all, in milliseconds; what goes on at the same time counts once. */
  ms: number;
  /** Requests that are under way, and since when there have been any. */
  underWay: number;
  since: number;
}

export const newServed = (): Served => ({ reached: false, images: new Set(), bytes: 0, ms: 0, underWay: 0, since: 0 });

/** Counts the time that `work` takes. */
async function timed(served: Served, work: Promise<void>): Promise<void> {
  if (served.underWay++ === 0) served.since = performance.now();
  try {
    await work;
  } finally {
    if (--served.underWay === 0) served.ms += performance.now() - served.since;
  }
}

/** A registry that nodes of one cluster may pull from. */
export interface Registry {
  /** What the path begins with: who does not know it finds nothing. */
  prefix: string;
  which: ServedImages;
  images: EngineImages;
  spool: Spool;
  served: Served;
  log: (line: string) => void;
}

/**
 * Answers requests for what the engine has. All else is "not found", failures included: containerd goes on to the next
 * registry then.
 */
export function registryListener(registry: Registry): RequestListener {
  return (request, response) =>
    void timed(registry.served, answer(registry, request, response)).catch((error: unknown) => {
      registry.log(`${request.method} ${withoutPrefix(registry, request.url ?? '')}: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else refuse(response, 404, 'MANIFEST_UNKNOWN');
    });
}

const withoutPrefix = ({ prefix }: Registry, text: string): string => text.replaceAll(prefix, '');

async function answer(registry: Registry, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://registry');
  if (!pathname.startsWith(`${registry.prefix}/`)) return refuse(response, 404, 'NAME_UNKNOWN');
  registry.served.reached = true;
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'UNSUPPORTED');
  const wanted = readRequest(pathname.slice(registry.prefix.length), searchParams.get('ns'));
  if (wanted === undefined) return refuse(response, 404, 'NAME_UNKNOWN');
  if (wanted.kind === 'version') return void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  if (wanted.kind === 'tag') {
    const image = await registry.images.find(wanted.reference, registry.which);
    if (image === undefined) return refuse(response, 404, 'MANIFEST_UNKNOWN');
    registry.served.images.add(wanted.reference);
    return sendManifest(registry, image.manifest, request, response);
  }
  const blob = registry.spool.blob(wanted.digest);
  if (blob === undefined) return refuse(response, 404, wanted.kind === 'blob' ? 'BLOB_UNKNOWN' : 'MANIFEST_UNKNOWN');
  if (wanted.kind === 'manifest') {
    const mediaType = registry.spool.typeOf(wanted.digest) ?? (await mediaTypeIn(blob.path));
    return sendManifest(registry, { mediaType, digest: wanted.digest, size: blob.size }, request, response);
  }
  await sendBlob(registry, { ...blob, digest: wanted.digest }, request, response);
}

/** A manifest below an index says of itself what it is, if it does not go without saying. */
async function mediaTypeIn(path: string): Promise<string> {
  const { mediaType } = JSON.parse(await readFile(path, 'utf8')) as { mediaType?: string };
  return mediaType ?? 'application/vnd.oci.image.manifest.v1+json';
}

async function sendManifest(
  { spool, served }: Registry,
  { mediaType, digest }: Descriptor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const blob = spool.blob(digest);
  if (blob === undefined) return refuse(response, 404, 'MANIFEST_UNKNOWN');
  const content = await readFile(blob.path);
  response.writeHead(200, {
    'content-type': mediaType,
    'content-length': content.length,
    'docker-content-digest': digest,
  });
  served.bytes += request.method === 'HEAD' ? 0 : content.length;
  response.end(request.method === 'HEAD' ? undefined : content);
}

async function sendBlob(
  { served }: Registry,
  { path, size, digest }: { path: string; size: number; digest: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const range = readRange(request.headers.range, size);
  if (range === 'none') {
    response.setHeader('content-range', `bytes */${size}`);
    return refuse(response, 416, 'SIZE_INVALID');
  }
  response.writeHead(range === undefined ? 200 : 206, {
    'content-type': 'application/octet-stream',
    'content-length': range === undefined ? size : range.end - range.start + 1,
    'docker-content-digest': digest,
    'accept-ranges': 'bytes',
    ...(range === undefined ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
  });
  if (request.method === 'HEAD' || size === 0) return void response.end();
  // A node that goes away in the middle is no failure.
  await sendFile(path, range ?? { start: 0, end: size - 1 }, response, (bytes) => (served.bytes += bytes)).catch(() =>
    response.destroy(),
  );
}

/**
 * Sends a part of a file through one buffer: the chunks of a stream would be hundreds of megabytes of memory until they
 * are collected.
 * @param range in bytes, both ends included
 * @param count told of what was sent
 * @throws Error when the client goes away, or the file ends early
 */
async function sendFile(
  path: string,
  { start, end }: { start: number; end: number },
  response: ServerResponse,
  count: (bytes: number) => void,
): Promise<void> {
  const gone = Promise.withResolvers<never>();
  gone.promise.catch(() => undefined);
  response.once('close', () => gone.reject(new Error('the client has gone')));
  const buffer = Buffer.allocUnsafe(Math.min(BUFFER, end - start + 1));
  const file = await open(path);
  try {
    for (let at = start; at <= end;) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, end - at + 1), at);
      if (bytesRead === 0) throw new Error(`${path} has ended early`);
      // The buffer is free again once the kernel has taken what is in it.
      const written = new Promise<void>((resolve, reject) =>
        response.write(buffer.subarray(0, bytesRead), (error) => (error ? reject(error) : resolve())),
      );
      await Promise.race([written, gone.promise]);
      count(bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
  response.end();
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const body = JSON.stringify({ errors: [{ code, message: code.toLowerCase().replaceAll('_', ' ') }] });
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
