import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../common/errors.ts';
import type { ServedImages } from '../contract/localImages.ts';

/** What a server is asked to do for a cluster. */
export interface Serving {
  cluster: string;
  /** The container of this engine with another one in it that the cluster is on; empty: its nodes are this engine's. */
  holder: string;
  /** Address of this machine that nodes reach. */
  address: string;
  /** 0: a free one. */
  port: number;
  /** What the path begins with, e.g. `/k3d-…`. */
  prefix: string;
  which: ServedImages;
}

/** What a server says of a cluster. */
export interface ServingState extends Serving {
  /** Whether a node has ever come. */
  reached: boolean;
  /** Names of images that nodes have asked for and got. */
  images: string[];
  bytes: number;
  /** How long they were being served, in milliseconds; a server that an older release has started does not say. */
  ms?: number;
}

/** How long a server may take to answer, in milliseconds: it answers at once, or it is none. */
const ANSWER_MS = 3000;

/** Path of the socket on which a server is spoken with, in its folder. */
export const socketIn = (folder: string): string => join(folder, 'control');

/**
 * The folder of the server of an engine: there is one for each engine and user.
 * @param id of the engine
 */
export function serverFolder(id: string): string {
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 12);
  // Short: the path of a socket has 107 bytes at most.
  return join(tmpdir(), `k3d-local-images-${process.getuid?.() ?? 0}-${hash}`);
}

/** Makes a server's folder, which nobody else may look into. @throws UserError when somebody else has made it */
export function makeServerFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  checkOwner(folder);
}

/** Whoever makes that folder first would be told passwords, and nodes would pull from him: it has to be this user. */
function checkOwner(folder: string): void {
  const found = lstatSync(folder);
  const { uid, mode } = found;
  if (!found.isDirectory() || uid !== (process.getuid?.() ?? uid) || (mode & 0o077) !== 0)
    throw new UserError(`${folder} belongs to somebody else: remove it, or set TMPDIR`);
}

/**
 * Asks the server of a folder.
 * @returns what it says, read as JSON
 * @throws Error when there is none, it refuses, or the folder is not this user's alone
 */
export async function askServer<T>(folder: string, method: string, path: string, body?: object): Promise<T> {
  checkOwner(folder);
  return await new Promise<T>((resolve, reject) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const asked = request(
      {
        socketPath: socketIn(folder),
        method,
        path,
        timeout: ANSWER_MS,
        headers: { 'content-length': Buffer.byteLength(text) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const said = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200) resolve(JSON.parse(said) as T);
          else reject(new Error(said));
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('the server of local images does not answer')));
    asked.on('error', reject);
    asked.end(text);
  });
}
