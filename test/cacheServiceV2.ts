import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

/*
 * The cache service as github.com has it: calls over twirp (Create…, Finalize…, Get…), contents by signed addresses of a
 * blob store. The store answers to a name of Azure's over TLS, so that the client takes the very path that it takes there.
 */

const HOST = 'k3dtest.blob.core.windows.net';
const SERVICE = '/twirp/github.actions.results.api.v1.CacheService/';

/** An entry that is kept, once it is finalized. */
export interface BlobEntry {
  key: string;
  version: string;
  body: Buffer;
  isFinal: boolean;
}

/** Looks at a call first. @returns whether it has been answered */
export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface CacheServiceV2 {
  entries: BlobEntry[];
  /** Calls of both, e.g. `PUT /cache/1`. */
  calls: string[];
  /** What a client needs to be led here. */
  env: Record<string, string>;
}

/** Starts one for a test. */
export async function cacheServiceV2(t: TestContext, fault: Fault = () => false): Promise<CacheServiceV2> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-blob-'));
  const { key, cert } = makeCertificate(folder);
  const entries: BlobEntry[] = [];
  const calls: string[] = [];
  const seen =
    (serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>) =>
    (request: IncomingMessage, response: ServerResponse): void => {
      calls.push(`${request.method} ${request.url?.split('?')[0]}`);
      if (!fault(request, response)) void serve(request, response);
    };
  const store = createTlsServer(
    { key, cert },
    seen((...call) => serveBlob(entries, ...call)),
  );
  const storePort = await listen(store);
  const twirp = createServer(seen((...call) => serveTwirp(entries, `https://${HOST}:${storePort}`, ...call)));
  const port = await listen(twirp);
  t.after(() => {
    for (const server of [store, twirp] as Server[]) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true });
  });
  const hook = join(folder, 'names.cjs');
  writeFileSync(hook, NAMES_HOOK);
  const env = {
    ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`,
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RUNTIME_TOKEN: 'x',
    NODE_OPTIONS: `--require=${hook}`,
    NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem'),
  };
  return { entries, calls, env };
}

/** Leads the store's name to this machine. */
const NAMES_HOOK = `const dns = require('node:dns');
const { lookup } = dns;
dns.lookup = (name, options, done = options) =>
  lookup(name === '${HOST}' ? '127.0.0.1' : name, typeof options === 'function' ? {} : options, done);
`;

function makeCertificate(folder: string): { key: Buffer; cert: Buffer } {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const args = [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${HOST}`],
    ...['-addext', `subjectAltName=DNS:${HOST}`, '-keyout', key, '-out', cert],
  ];
  execFileSync('openssl', args, { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function serveTwirp(
  entries: BlobEntry[],
  store: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = JSON.parse((await buffer(request)).toString()) as Record<string, string> & { restore_keys?: string[] };
  const answer = (value: object): void =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  const { key = '', version = '', restore_keys: others = [] } = asked;
  const method = request.url?.startsWith(SERVICE) ? request.url.slice(SERVICE.length) : '';
  const address = (entry: BlobEntry): string => `${store}/cache/${entries.indexOf(entry)}?sig=secret`;
  if (method === 'CreateCacheEntry') {
    if (entries.some((one) => one.key === key && one.version === version)) {
      response.writeHead(409, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 'already_exists', msg: 'cache entry with the same key already exists' }));
      return;
    }
    const entry = { key, version, body: Buffer.alloc(0), isFinal: false };
    entries.push(entry);
    answer({ ok: true, signed_upload_url: address(entry) });
  } else if (method === 'FinalizeCacheEntryUpload') {
    const entry = entries.find((one) => one.key === key && one.version === version);
    if (entry) entry.isFinal = entry.body.length === Number(asked.size_bytes);
    answer({ ok: entry?.isFinal ?? false, entry_id: '1' });
  } else if (method === 'GetCacheEntryDownloadURL') {
    const fits = (one: BlobEntry): boolean => one.isFinal && one.version === version;
    const found =
      entries.find((one) => fits(one) && one.key === key) ??
      entries.findLast((one) => fits(one) && [key, ...others].some((wanted) => one.key.startsWith(wanted)));
    answer(
      found === undefined ? { ok: false } : { ok: true, signed_download_url: address(found), matched_key: found.key },
    );
  } else response.writeHead(404).end('{}');
}

/** A block blob: put whole or in blocks, asked for whole or in ranges. */
async function serveBlob(entries: BlobEntry[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '', `https://${HOST}`);
  const entry = entries[Number(url.pathname.split('/').at(-1))];
  if (entry === undefined || url.searchParams.get('sig') !== 'secret') response.writeHead(403).end();
  else if (request.method === 'PUT') {
    keep(entry, url.searchParams, await buffer(request));
    response.writeHead(201, BLOB_HEADERS).end();
  } else give(entry, request, response);
}

const BLOB_HEADERS = {
  etag: '"1"',
  'last-modified': new Date(0).toUTCString(),
  'x-ms-request-id': '1',
  'x-ms-version': '2025-01-05',
  'x-ms-blob-type': 'BlockBlob',
};

function keep(entry: BlobEntry, query: URLSearchParams, body: Buffer): void {
  const what = query.get('comp');
  if (what === 'blocklist') entry.body = blocksOf(entry, body.toString());
  else if (what === 'block') keepBlock(entry, query.get('blockid') ?? '', body);
  else entry.body = body;
}

function give(entry: BlobEntry, { method, headers }: IncomingMessage, response: ServerResponse): void {
  const range = String(headers['x-ms-range'] ?? headers.range ?? '');
  const [, first = '0', last = ''] = /bytes=(\d+)-(\d*)/.exec(range) ?? [];
  const part = entry.body.subarray(Number(first), last === '' ? undefined : Number(last) + 1);
  const end = Number(first) + part.length - 1;
  const isPart = part.length < entry.body.length;
  response.writeHead(isPart ? 206 : 200, {
    ...BLOB_HEADERS,
    'content-length': part.length,
    ...(isPart ? { 'content-range': `bytes ${first}-${end}/${entry.body.length}` } : {}),
  });
  response.end(method === 'HEAD' ? undefined : part);
}

const blocks = new WeakMap<BlobEntry, Map<string, Buffer>>();
function keepBlock(entry: BlobEntry, id: string, body: Buffer): void {
  blocks.set(entry, (blocks.get(entry) ?? new Map<string, Buffer>()).set(id, body));
}
const blocksOf = (entry: BlobEntry, list: string): Buffer =>
  Buffer.concat(
    [...list.matchAll(/<Latest>(.*?)<\/Latest>/g)].map(([, id = '']) => blocks.get(entry)?.get(id) ?? Buffer.alloc(0)),
  );
