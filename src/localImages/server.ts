import { readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import lockfile from 'proper-lockfile';
import { messageOf } from '../common/errors.ts';
import type { Engine } from '../docker/engine.ts';
import { fullImageName, repositoryOf } from '../contract/imageName.ts';
import { APP, LABEL } from '../contract/labels.ts';
import { askServer, makeServerFolder, type Serving, type ServingState, socketIn } from './control.ts';
import { EngineImages } from './images.ts';
import { close, listen } from './listening.ts';
import { newServed, registryListener, type Served } from './registry.ts';
import { Spool } from './spool.ts';

/** How often the engine is asked which clusters there are, in milliseconds; its events make it be asked at once. */
const LOOK_MS = 5000;
/** How long a cluster is served whose nodes have not been made yet, or stand still, in milliseconds. */
const PATIENCE_MS = 30_000;
/** How long an engine may be away, in milliseconds. */
const LOST_MS = 10 * 60_000;

/** The label of nodes, and of containers with an engine. */
const OURS = `${LABEL.app}=${APP}`;

interface Listener {
  serving: Serving;
  server: Server;
  served: Served;
  /** When a node of the cluster was last seen to run, or it was asked to be served. */
  alive: number;
  /** Whether its nodes have been seen. */
  seen: boolean;
}

/**
 * The registries of all clusters of an engine that show its images to the nodes, in one process. It ends by itself when
 * none of the clusters is left.
 */
export class LocalImagesServer {
  readonly #engine: Engine;
  readonly #folder: string;
  readonly #spool: Spool;
  readonly #images: EngineImages;
  readonly #listeners = new Map<string, Listener>();
  readonly #started = Date.now();
  /** Whether a cluster has ever been served. */
  #hadAny = false;
  /** Makes it look at once. */
  #wake: () => void = () => undefined;

  /**
   * @param folder of its socket and its log
   * @param spool folder of what is taken from the engine
   * @param limit of the spool in bytes
   */
  constructor(engine: Engine, folder: string, spool: string, limit: number) {
    this.#engine = engine;
    this.#folder = folder;
    this.#spool = new Spool(spool, limit);
    this.#images = new EngineImages(engine, this.#spool);
  }

  /** Serves until no cluster is left. @returns at once when another process serves already */
  async run(): Promise<void> {
    makeServerFolder(this.#folder);
    const control = createServer((request, response) => {
      void this.#control(request).then(
        (answer) => response.end(JSON.stringify(answer)),
        (error: unknown) => response.writeHead(500).end(messageOf(error)),
      );
    });
    const own = join(this.#folder, `control-${process.pid}`);
    rmSync(own, { force: true });
    await listen(control, { path: own });
    try {
      if (!(await claim(this.#folder, own))) return;
      await this.#spool.clear();
      await this.#watch();
    } finally {
      control.close();
      for (const { server } of this.#listeners.values()) close(server);
      removeOwn(this.#folder, own);
    }
  }

  async #control(request: IncomingMessage): Promise<object> {
    if (request.method === 'POST') return { port: await this.#serve(JSON.parse(await text(request)) as Serving) };
    return { clusters: [...this.#listeners.values()].map(stateOf) };
  }

  /** @returns the port */
  async #serve(wish: Serving): Promise<number> {
    const key = `${wish.holder}/${wish.cluster}`;
    const before = this.#listeners.get(key);
    if (before !== undefined) {
      before.alive = Date.now();
      if (before.serving.prefix === wish.prefix && before.serving.address === wish.address) return before.serving.port;
      close(before.server);
    }
    const served = newServed();
    const { prefix, which } = wish;
    const log = (line: string): void =>
      void process.stderr.write(`${new Date().toISOString()} ${wish.cluster}: ${line}\n`);
    const server = createServer(
      registryListener({ prefix, which, images: this.#images, spool: this.#spool, served, log }),
    );
    const port = await listen(server, { host: wish.address, port: wish.port });
    this.#listeners.set(key, { serving: { ...wish, port }, server, served, alive: Date.now(), seen: false });
    this.#wake();
    return port;
  }

  /** Looks after the clusters until none is left. */
  async #watch(): Promise<void> {
    const over = new AbortController();
    const { signal } = over;
    void keepWatching(signal, () =>
      this.#engine.watch([OURS], ({ action }) => /^(create|die|destroy)$/.test(action) && this.#wake(), signal),
    );
    void keepWatching(signal, () => this.#engine.watchTags((name) => this.#expect(name), signal));
    let answered = Date.now();
    for (;;) {
      await this.#look().then(
        () => (answered = Date.now()),
        () => undefined,
      );
      // Without its engine it is of no use.
      if (Date.now() - answered > LOST_MS) break;
      const isIdle = this.#listeners.size === 0 && Date.now() - this.#started > PATIENCE_MS;
      if (isIdle || (this.#listeners.size === 0 && this.#hadAny)) break;
      await this.#pause();
    }
    over.abort();
  }

  /** Waits for the next look. */
  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Takes an image with a new name out of the engine if nodes have had others of its repository: they will ask for it. */
  #expect(name: string): void {
    const full = fullImageName(name);
    const repository = repositoryOf(full);
    const isKnown = ({ served }: Listener): boolean =>
      [...served.images].some((one) => repositoryOf(one) === repository);
    const asked = [...this.#listeners.values()].find(isKnown);
    // If it fails, it is tried again when a node asks.
    if (asked !== undefined) void this.#images.find(full, asked.serving.which).catch(() => undefined);
  }

  async #look(): Promise<void> {
    const containers = await this.#engine.containers.list([OURS]);
    const now = Date.now();
    for (const [key, listener] of this.#listeners) {
      this.#hadAny = true;
      const { holder, cluster } = listener.serving;
      const own = containers.filter(({ name, labels }) =>
        holder === '' ? LABEL.localImages in labels && labels[LABEL.cluster] === cluster : name === holder,
      );
      if (own.some(({ state }) => state === 'running')) listener.alive = now;
      const isGone = listener.seen && own.length === 0;
      listener.seen ||= own.length > 0;
      if (!isGone && now - listener.alive < PATIENCE_MS) continue;
      close(listener.server);
      this.#listeners.delete(key);
    }
  }
}

/** Watches until `signal` is aborted. An engine that is lost is asked again after a while. */
async function keepWatching(signal: AbortSignal, watch: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await watch().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS).unref());
  }
}

const stateOf = ({ serving, served }: Listener): ServingState => ({
  ...serving,
  reached: served.reached,
  images: [...served.images],
  bytes: served.bytes,
  ms: Math.round(served.ms),
});

/** A lock that nobody has touched for so long was left by a process that was killed, in milliseconds. */
const STALE_MS = 5000;

/**
 * Makes a socket the one of a folder, if nobody answers there: of several processes that start at once, one is the server.
 * What a killed one has left is removed under a lock, or each of them would remove the other's.
 * @param own path of the socket, in the folder
 */
async function claim(folder: string, own: string): Promise<boolean> {
  const release = await lockfile.lock(folder, {
    realpath: false,
    lockfilePath: join(folder, 'claim.lock'),
    stale: STALE_MS,
    retries: { retries: 200, minTimeout: 20, maxTimeout: 100 },
  });
  try {
    if (await isServed(folder)) return false;
    rmSync(socketIn(folder), { force: true });
    symlinkSync(basename(own), socketIn(folder));
    return true;
  } finally {
    await release();
  }
}

/** Removes a folder that is served by a socket; away from its place first, where the next server may be coming up. */
function removeOwn(folder: string, own: string): void {
  rmSync(own, { force: true });
  if (readLink(socketIn(folder)) !== basename(own)) return;
  const away = `${folder}.${process.pid}`;
  renameSync(folder, away);
  rmSync(away, { recursive: true, force: true });
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Whether a process answers on the socket of a folder. */
async function isServed(folder: string): Promise<boolean> {
  try {
    await askServer(folder, 'GET', '/');
    return true;
  } catch {
    return false;
  }
}
