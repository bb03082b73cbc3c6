import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What a cache server keeps. */
export interface Entry {
  key: string;
  body: Buffer;
}

/** Answers as a cache server does: the first version of the protocol, as far as one job needs it. */
export async function serve(
  entries: Map<number, Entry>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '', `http://${request.headers.host}`);
  const body = await buffer(request);
  const json = (status: number, value: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  const id = Number(/\d+$/.exec(url.pathname)?.[0]);
  if (url.pathname.endsWith('/cache')) {
    const keys = (url.searchParams.get('keys') ?? '').split(',');
    const found = [...entries].find(([, { key }]) => keys.some((wanted) => key.startsWith(wanted)));
    if (found === undefined) response.writeHead(204).end();
    else json(200, { cacheKey: found[1].key, archiveLocation: `${url.origin}/get/${found[0]}` });
  } else if (request.method === 'POST' && url.pathname.endsWith('/caches')) {
    const next = entries.size + 1;
    entries.set(next, { key: (JSON.parse(body.toString()) as { key: string }).key, body: Buffer.alloc(0) });
    json(201, { cacheId: next });
  } else if (request.method === 'PATCH') {
    // Parts come several at once, each with its place.
    const entry = entries.get(id) as Entry;
    const start = Number(/bytes (\d+)-/.exec(request.headers['content-range'] ?? '')?.[1] ?? 0);
    const grown = Buffer.alloc(Math.max(entry.body.length, start + body.length));
    entry.body.copy(grown);
    body.copy(grown, start);
    entry.body = grown;
    response.writeHead(204).end();
  } else if (request.method === 'POST') response.writeHead(204).end();
  else response.writeHead(200).end(entries.get(id)?.body);
}
