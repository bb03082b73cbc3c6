import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import { UserError } from '../common/errors.ts';
import { poll } from '../common/poll.ts';
import { DIND_PORT } from '../plan/dind.ts';
import { ended, run } from './command.ts';
import { PATHS, SOCKET_URL } from './paths.ts';
import type { DindSettings } from './settings.ts';

/** How long the engine may take to answer, in milliseconds. */
const START_MS = 60_000;
const PROBE_EVERY_MS = 50;
/** How long it may take to stop its containers and itself, in milliseconds. */
const STOP_MS = 60_000;

/** An engine that runs in this container. */
export interface RunningEngine {
  /** Its exit code, once it has ended. */
  ended: Promise<number>;
  /** Stops the containers, which start again with the next engine, and the engine. */
  stop(): Promise<void>;
}

/**
 * Starts dockerd and waits until it answers.
 * @throws UserError with the engine's own reason when it does not come up
 */
export async function startEngine(
  { engineArgs, tls }: DindSettings,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<RunningEngine> {
  for (const path of [...PATHS.pidFiles, PATHS.socket]) rmSync(path, { force: true });
  mkdirSync(dirname(PATHS.engineLog), { recursive: true });
  const log = openSync(PATHS.engineLog, 'w', 0o640);
  const args = [`--host=${SOCKET_URL}`, ...tlsArgs(tls), ...engineArgs];
  // In a group of its own: Ctrl-C is for us, and we stop it.
  const child = spawn('dockerd', args, { env: await withIptables(env), stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const end = ended(child);
  let code: number | undefined;
  void end.then((value) => (code = value));
  const patience = AbortSignal.any([signal, AbortSignal.timeout(START_MS)]);
  try {
    await poll(
      async () => (code === undefined ? ((await answers()) ? true : undefined) : true),
      PROBE_EVERY_MS,
      patience,
    );
  } catch (error) {
    await stop(child, end);
    signal.throwIfAborted();
    throw new UserError(`the Docker engine does not answer after ${START_MS / 1000} s: ${lastWords()}`, {
      cause: error,
    });
  }
  if (code !== undefined) throw new UserError(`the Docker engine did not start: ${lastWords()}`);
  return { ended: end, stop: () => stop(child, end) };
}

function tlsArgs(tls: DindSettings['tls']): string[] {
  if (tls === undefined) return [];
  const file = (name: string): string => join(tls.folder, 'server', name);
  const files = [`--tlscacert=${file('ca.pem')}`, `--tlscert=${file('cert.pem')}`, `--tlskey=${file('key.pem')}`];
  return [`--host=tcp://0.0.0.0:${DIND_PORT}`, '--tlsverify', ...files];
}

function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ socketPath: PATHS.socket, path: '/_ping', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('error', () => resolve(false));
  });
}

async function stop(child: ChildProcess, end: Promise<number>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await end;
  clearTimeout(timer);
}

/** Why the engine ended, as it says it itself. */
function lastWords(): string {
  const lines = readFileSync(PATHS.engineLog, 'utf8').trim().split('\n');
  return reasonIn(lines);
}

/** The reason in the log of an engine that has ended, or its last line. */
export function reasonIn(lines: readonly string[]): string {
  const last = lines.filter((line) => line.trim() !== '').at(-1) ?? 'it said nothing';
  const failure = lines.findLast((line) =>
    /failed to start daemon|level=fatal|unknown flag|unable to configure/i.test(line),
  );
  const found = failure ?? last;
  return (/msg="((?:[^"\\]|\\.)*)"/.exec(found)?.[1]?.replaceAll('\\"', '"') ?? found)
    .replace(/^(failed to start daemon|Status): /, '')
    .trim();
}

/**
 * The environment with an iptables that works with this kernel: hosts without nf_tables need the older interface, which
 * Docker's image has in a folder of its own.
 * @throws UserError when none works
 */
async function withIptables(env: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const list = ['-t', 'nat', '-nL', 'PREROUTING'];
  const legacy = { ...env, PATH: `${PATHS.legacyIptables}:${env.PATH ?? ''}` };
  const problems: string[] = [];
  for (const choice of existsSync(PATHS.legacyIptables) ? [env, legacy] : [env]) {
    try {
      await run('iptables', list, choice);
      return choice;
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new UserError(
    `iptables does not work in this container (${problems.join('; ')}): load the kernel module ip_tables or nf_tables on the host`,
  );
}
