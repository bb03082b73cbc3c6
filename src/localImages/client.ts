import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../common/errors.ts';
import { sleep } from '../common/poll.ts';
import { askServer, makeServerFolder, serverFolder, type Serving, type ServingState } from './control.ts';
import { ownProgram } from './program.ts';

/** How long a server may take to come up, in milliseconds, and how often it is looked whether it has. */
const START_MS = 10_000;
const LOOK_MS = 20;
/** How old a folder is in which nobody answers until it is what a killed server has left, in milliseconds. */
const REMAINS_MS = 60_000;
/** The command of our own program that serves. */
export const SERVE_COMMAND = 'serve-local-images';

/** Chunks of images are short-lived: a small heap is cleared of them often, and costs no time that can be measured. */
const SMALL_HEAP = ['--max-semi-space-size=1', '--max-old-space-size=64'];

/** What the server needs to know of the environment. */
const NEEDED = /^(PATH|HOME|USER|TMPDIR|NODE_EXTRA_CA_CERTS|K3D_LOCAL_IMAGES_SPOOL|DOCKER_\w+|XDG_\w+)$/;

/**
 * The server's environment. A job's secrets are not its business; and as it may serve another job's clusters too, a runner
 * must not take it for one of the processes that it ends with a job, which it knows by a variable (actions/runner:
 * JobExtension).
 */
const serverEnv = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => NEEDED.test(name))),
  // One pool of memory for all threads, so that it is used again.
  MALLOC_ARENA_MAX: '1',
});

/** The server of an engine's local images, seen from other processes. */
export class LocalImagesClient {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;

  /** @param id of the engine */
  constructor(id: string, env: NodeJS.ProcessEnv) {
    this.#folder = serverFolder(id);
    this.#env = env;
  }

  /** Starts the server unless it runs. @throws UserError when it does not come up */
  async start(): Promise<void> {
    if (await this.#answers()) return;
    const program = ownProgram();
    if (program === undefined) throw new UserError('the k3d program that would serve them is not beside this one');
    makeServerFolder(this.#folder);
    const errors = openSync(join(this.#folder, 'errors'), 'a', 0o600);
    const child = spawn(process.execPath, [...SMALL_HEAP, program, SERVE_COMMAND, this.#folder], {
      // It outlives this process, and whoever waits for the end of this one's output must not wait for it.
      detached: true,
      stdio: ['ignore', errors, errors],
      cwd: '/',
      env: serverEnv(this.#env),
    });
    closeSync(errors);
    let ended = false;
    child.once('exit', () => (ended = true)).once('error', () => (ended = true));
    child.unref();
    const until = Date.now() + START_MS;
    while (!(await this.#answers())) {
      if (ended || Date.now() > until)
        throw new UserError(`the server of local images did not come up, see ${join(this.#folder, 'errors')}`);
      await sleep(LOOK_MS);
    }
  }

  async #answers(): Promise<boolean> {
    return (await this.state()) !== undefined;
  }

  /** Has a cluster served. @returns the port @throws Error when the address can't be listened on */
  async serve(wish: Serving): Promise<number> {
    try {
      return await this.#serve(wish);
    } catch (error) {
      // It has ended since it was looked for: the last cluster is gone.
      if (!/^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await this.start();
      return await this.#serve(wish);
    }
  }

  async #serve(wish: Serving): Promise<number> {
    return (await askServer<{ port: number }>(this.#folder, 'POST', '/', wish)).port;
  }

  /** Removes what a server has left that was killed. One that has just been started may not answer yet. */
  async removeRemains(): Promise<void> {
    const made = statSync(this.#folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made < REMAINS_MS || (await this.#answers())) return;
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** What is served. @returns undefined when there is no server */
  async state(): Promise<ServingState[] | undefined> {
    if (!existsSync(this.#folder)) return undefined;
    try {
      return (await askServer<{ clusters: ServingState[] }>(this.#folder, 'GET', '/')).clusters;
    } catch {
      return undefined;
    }
  }
}
