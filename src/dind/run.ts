import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { messageOf, UserError } from '../common/errors.ts';
import { formatDuration } from '../common/duration.ts';
import { DIND_PORT } from '../plan/dind.ts';
import { makeCertificates } from './certificates.ts';
import { nestCgroups } from './cgroups.ts';
import { checkContainer, containerFacts } from './checks.ts';
import { bringClusters, k3dWith } from './clusters.ts';
import { ended, run } from './command.ts';
import { type RunningEngine, startEngine } from './engine.ts';
import { PATHS, SOCKET_URL } from './paths.ts';
import { preloadData, preloadImages } from './preload.ts';
import { type DindSettings, readSettings } from './settings.ts';
import { tell } from './state.ts';

/** A polite request to end, by signal. */
class Stopped extends Error {
  readonly code: number;
  constructor(name: NodeJS.Signals) {
    super(`stopped by ${name}`);
    this.code = 128 + constants.signals[name];
  }
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP'];

/**
 * Runs the container: a Docker engine, then the clusters that are asked for, then the command that is given, or nothing
 * until the container is stopped. At the end the engine is shut down and, with it, what runs in it.
 * @returns the exit code: the command's; 0 when it was asked to stop; 1 for a failure, which has been said by then
 */
export async function runDind(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const stop = new AbortController();
  for (const name of SIGNALS) process.on(name, () => stop.abort(new Stopped(name)));
  let engine: RunningEngine | undefined;
  try {
    tell('starting', 'Starting the Docker engine');
    const settings = readSettings(args, env);
    await prepareContainer(settings);
    const began = performance.now();
    engine = await startEngine(settings, env, stop.signal);
    const where =
      settings.tls === undefined
        ? ''
        : `, tcp on port ${DIND_PORT} with TLS (files for clients: ${settings.tls.folder}/client)`;
    tell(
      'starting',
      `The Docker engine is ready after ${formatDuration(performance.now() - began)}: ${SOCKET_URL}${where}`,
    );
    return await Promise.race([serve(settings, ownEnvironment(env), stop.signal), whenGone(engine)]);
  } catch (error) {
    if (error instanceof Stopped) return error.code;
    tell('failed', messageOf(error));
    return 1;
  } finally {
    await engine?.stop();
  }
}

async function prepareContainer({ tls, layersInPlace }: DindSettings): Promise<void> {
  const warning = checkContainer(await containerFacts());
  if (warning !== undefined) process.stderr.write(`Warning: ${warning}\n`);
  nestCgroups(PATHS.cgroups);
  await preloadData(layersInPlace);
  // Nodes share mounts with their pods, which begins here.
  await run('mount', ['--make-rshared', '/']);
  if (tls !== undefined) await makeCertificates(tls.folder, tls.names);
}

/** The environment for what runs in here: whatever engine the outside speaks of, ours is meant. */
function ownEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const others = ['DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH', 'DOCKER_CONTEXT'];
  const rest = Object.fromEntries(Object.entries(env).filter(([name]) => !others.includes(name)));
  return { ...rest, DOCKER_HOST: SOCKET_URL };
}

/** @returns the exit code */
async function serve(settings: DindSettings, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  const loaded = await preloadImages(env);
  if (loaded > 0) tell('starting', `Loaded ${loaded} ${loaded === 1 ? 'archive' : 'archives'} of images`);
  if (settings.cluster !== undefined) {
    tell('starting', 'Bringing the cluster');
    await bringClusters(settings.cluster, k3dWith(env, signal), env);
  }
  signal.throwIfAborted();
  tell(
    'ready',
    settings.cluster === undefined ? 'The Docker engine is ready' : 'The Docker engine and the cluster are ready',
  );
  if (settings.command.length > 0) return runCommand(settings.command, env, signal);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  return 0;
}

/** Runs the user's command with the container's own input and output; it gets the signals that we get. */
async function runCommand(
  [program = '', ...args]: string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<number> {
  const child = spawn(program, args, { env, stdio: 'inherit' });
  const forward = (name: NodeJS.Signals) => () => void child.kill(name);
  for (const name of SIGNALS) process.on(name, forward(name));
  if (signal.aborted) child.kill('SIGTERM');
  const code = await ended(child);
  if (code === 127) throw new UserError(`the command "${program}" is not in this image or can't be run`);
  return code;
}

/** Fails when the engine ends by itself. */
async function whenGone(engine: RunningEngine): Promise<never> {
  const code = await engine.ended;
  throw new UserError(`the Docker engine has ended (${code}): its log is ${PATHS.engineLog}`);
}
