import { killGroup } from '../common/processGroup.ts';
import { fork } from 'node:child_process';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What is asked of the process that speaks with the cache service. */
export type CacheRequest = { action: 'restore'; keys: string[] } | { action: 'save'; key: string };

export type CacheAnswer =
  | { outcome: 'hit'; key: string }
  | { outcome: 'miss' | 'saved' | 'refused' | 'unavailable' }
  /** In the service's words. */
  | { outcome: 'failed'; reason: string };

/** The folder that an entry holds, in the folder that it is restored to or saved from. Part of an entry's version. */
export const PAYLOAD = 'k3d-payload';

/**
 * How tar is to unpack an entry: whatever path a member has, it lands in the payload's folder under its last name.
 * The library itself would follow absolute paths.
 */
// tar takes backslashes out of the variable once.
const UNPACK_FLAT = String.raw`--transform=s,^.*/\\(.\\),${PAYLOAD}/\\1, --transform=s,^\\.*$,${PAYLOAD}/dots,`;

/** Who is told what the program says that speaks with the service. */
export interface CacheListener {
  debug(line: string): void;
  /** A value that no log may show. */
  secret(value: string): void;
}

/** The runner's cache service, as the jobs of one repository share it. */
export class CacheService {
  readonly #program: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #listener: CacheListener;
  readonly #signal: AbortSignal | undefined;

  /**
   * @param program path of the bundle that speaks with the service
   * @param listener told what that program says
   * @param signal ends what is under way
   */
  constructor(program: string, env: NodeJS.ProcessEnv, listener: CacheListener, signal?: AbortSignal) {
    this.#signal = signal;
    this.#program = program;
    this.#env = env;
    this.#listener = listener;
  }

  /** Whether the runner has one at all. */
  get isThere(): boolean {
    return Boolean(this.#env.ACTIONS_RESULTS_URL ?? this.#env.ACTIONS_CACHE_URL);
  }

  /**
   * Brings the newest entry of the first key that fits, whole or as a beginning.
   * @param folder is made; the entry's files are in its `PAYLOAD`
   * @param timeoutMs bound in milliseconds
   */
  async restore(keys: readonly string[], folder: string, timeoutMs: number): Promise<CacheAnswer> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const answer = await this.#ask({ action: 'restore', keys: [...keys] }, folder, timeoutMs, UNPACK_FLAT);
    if (answer.outcome !== 'hit') return answer;
    const odd = await oddFile(join(folder, PAYLOAD));
    return odd === undefined ? answer : { outcome: 'failed', reason: `the entry holds ${odd}` };
  }

  /** Saves the `PAYLOAD` of a folder. @param timeoutMs bound in milliseconds */
  save(key: string, folder: string, timeoutMs: number): Promise<CacheAnswer> {
    return this.#ask({ action: 'save', key }, folder, timeoutMs);
  }

  async #ask(request: CacheRequest, folder: string, timeoutMs: number, tarOptions?: string): Promise<CacheAnswer> {
    const temp = join(folder, 'temp');
    await mkdir(temp, { recursive: true });
    const child = fork(this.#program, [JSON.stringify(request)], {
      cwd: folder,
      // A group of its own, so that the tar and zstd that it starts end with it.
      detached: true,
      silent: true,
      env: {
        ...this.#env,
        GITHUB_WORKSPACE: folder,
        RUNNER_TEMP: temp,
        ...(tarOptions === undefined ? {} : { TAR_OPTIONS: tarOptions }),
      },
    });
    const output: string[] = [];
    const listen = (chunk: Buffer): void => void output.push(chunk.toString('utf8'));
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    const end = (): void => killGroup(child);
    const timer = setTimeout(end, timeoutMs);
    this.#signal?.addEventListener('abort', end, { once: true });
    let answer: CacheAnswer | undefined;
    child.on('message', (message) => (answer = message as CacheAnswer));
    const ended = await new Promise<string>((resolve) => {
      child.on('error', (error) => resolve(error.message));
      child.on('close', (code, signal) => resolve(signal === null ? `it ended with ${code}` : ''));
    });
    clearTimeout(timer);
    this.#signal?.removeEventListener('abort', end);
    this.#signal?.throwIfAborted();
    await rm(temp, { recursive: true, force: true });
    const lines = output.join('').split('\n');
    this.#pass(lines);
    if (answer === undefined) {
      return { outcome: 'failed', reason: ended || `it took longer than ${timeoutMs / 1000} s` };
    }
    return withReason(answer, lines);
  }

  /** Masks of the program are masks of this one; its other commands are lines like any other. */
  #pass(lines: readonly string[]): void {
    for (const line of lines) {
      const [, command, value = line] = COMMAND.exec(line) ?? [];
      if (command === 'add-mask') this.#listener.secret(unescaped(value));
      else if (value.trim() !== '') this.#listener.debug(withoutSignatures(value));
    }
  }
}

/** A command of the runner's, as its toolkit writes them (actions/toolkit: packages/core/src/command.ts). */
const COMMAND = /^::([\w-]+)(?: [^:]*)?::(.*)$/;
const unescaped = (value: string): string =>
  value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

/** Addresses of entries are signed: whoever has one can read the entry. What follows the "?" is the signature. */
const withoutSignatures = (text: string): string => text.replace(/(https?:\/\/[^\s"'?]+)\?[^\s"']+/g, '$1?***');

/** The library makes warnings of failures, and calls them misses. */
function withReason(answer: CacheAnswer, lines: readonly string[]): CacheAnswer {
  if (answer.outcome !== 'miss' && answer.outcome !== 'refused') return answer;
  const complaint =
    firstIn(lines, /^::(?:warning|error)::(.*)$/) ??
    (answer.outcome === 'refused' ? reservationFailure(lines) : undefined);
  return complaint === undefined
    ? answer
    : { outcome: 'failed', reason: withoutSignatures(complaint.replace(/%0A.*$/, '')) };
}

/**
 * Why a key could not be reserved, unless it is because there is an entry of that key. The library says "another job may
 * be creating this cache" of every failure and tells the cause in its debug log only (actions/toolkit:
 * packages/cache/src/cache.ts).
 */
function reservationFailure(lines: readonly string[]): string | undefined {
  const cause = firstIn(lines, /^::debug::Failed to reserve cache: (?:\w*Error: )*(.*)$/);
  return cause === undefined || /\(409\)|already.?exists/i.test(cause) ? undefined : cause;
}

/** What the pattern's group is in the first line that has one. */
const firstIn = (lines: readonly string[], pattern: RegExp): string | undefined =>
  lines.map((line) => pattern.exec(line)?.[1]).find(Boolean);

/** Something in a payload that is no plain file. */
async function oddFile(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) return 'no payload';
  for (const name of names) if (!(await lstat(join(folder, name))).isFile()) return `${name}, which is no plain file`;
  return undefined;
}
