import { LoggedError } from '../../common/errors.ts';
import { sleep } from '../../common/poll.ts';
import { redact } from '../../common/redact.ts';
import { type Engine, EngineError, type LabelFilter } from '../../docker/engine.ts';
import { livesOf } from './lives.ts';

/** Lines of a failed node's log that are shown, and that are searched: a usage error is followed by a long help. */
const SHOWN_LINES = 30;
const SEARCHED_LINES = 500;
/** The engine tells of a container's end a moment before its last lines are in the log, in milliseconds. */
const LOG_LAG_MS = 300;

/**
 * What a node says that ends and comes up when the engine starts it again, as it does with every node:
 * - a server that wanted to join etcd when another one was joining (newer releases of k3s try again by themselves);
 * - a server whose first check of the addresses of services another server of the same database got in the way of
 *   (kubernetes before 1.27: pkg/controlplane/controller.go);
 * - an agent whose first question to the API is cut off, because k3s's own balancer has just learned the server's address
 *   and closes what went by its name (seen with k3s 1.33).
 */
const COMES_AGAIN =
  /join failed: etcdserver: (unhealthy cluster|too many learner)|initial (IP allocation|service nodePort) check: .*duplicate key|Failed to start networking: .*: ((unexpected )?EOF|connection reset by peer)$/i;

/**
 * What a node says that has been somewhere else before, and was quicker than whoever brings its address up to date
 * (k3s ≥ 1.30: pkg/agent/netpol); when it comes again, that is done.
 */
const MOVED = /failed to find interface with specified node ip$/;

/** A node ended while its cluster was coming up. `log` holds its last lines. */
export class NodeFailure extends LoggedError {
  override name = 'NodeFailure';

  constructor(message: string, log: string) {
    super(message, 'the node', log);
  }
}

/**
 * Watches the nodes of a cluster that is coming up.
 * @param restarted whether they have run before, and may have had other addresses
 * @returns a signal that is aborted, with a `NodeFailure` as reason, as soon as one of them ends
 */
export async function failOnNodeExit(
  engine: Engine,
  filter: LabelFilter,
  until: AbortSignal,
  restarted = false,
): Promise<AbortSignal> {
  const failure = new AbortController();
  let subscribed: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    subscribed = resolve;
  });
  const starved = new Set<string>();
  const watching = livesOf(engine, filter).then((lives) => {
    const fail = async (name: string, exitCode: number | undefined): Promise<void> => {
      if (!(await lives.isOver(name))) return;
      const reason = await describeExit(engine, name, exitCode, starved.has(name));
      const comesAgain = COMES_AGAIN.test(reason.message) || (restarted && MOVED.test(reason.message));
      if (!comesAgain) failure.abort(reason);
    };
    const stream = engine.watch(
      filter,
      (event) => {
        if (event.action === 'start') lives.started(event.name);
        if (event.action === 'oom') starved.add(event.name);
        if (event.action !== 'die' || failure.signal.aborted || until.aborted) return;
        void fail(event.name, event.exitCode);
      },
      until,
    );
    subscribed();
    return stream;
  });
  // Without events a node's end is noticed late, by the deadline; that is no reason to fail.
  watching.catch(() => subscribed());
  await ready;
  return failure.signal;
}

/** @param starved whether the kernel has ended a process of it for want of memory */
async function describeExit(
  engine: Engine,
  name: string,
  exitCode: number | undefined,
  starved: boolean,
): Promise<NodeFailure> {
  const read = () => engine.containers.logs(name, SEARCHED_LINES).catch(() => '');
  let log = await read();
  if (reasonIn(log) === undefined) {
    await sleep(LOG_LAG_MS);
    log = await read();
  }
  const deleted = await deletionOf(engine, name);
  if (deleted !== undefined) return deleted;
  const reason = starved ? await describeHunger(engine, name) : reasonIn(log);
  const shown = log.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
  const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
  return new NodeFailure(
    `node ${name} ended${code} while the cluster was coming up${reason === undefined ? '' : `: ${reason}`}`,
    shown,
  );
}

/** How often an engine that refuses to say what has become of a container is asked again, and how long apart, in milliseconds. */
const ASK_TRIES = 5;
const ASK_EVERY_MS = 200;

/**
 * The failure of a node that somebody deletes while it comes up. In the middle of that an engine may answer with an error of
 * its own ("RWLayer of container … is unexpectedly nil", Docker 29).
 * @returns undefined when it is there, or the engine does not say
 */
export async function deletionOf(engine: Engine, name: string): Promise<NodeFailure | undefined> {
  for (let tries = ASK_TRIES; tries > 0; tries--) {
    try {
      const state = (await engine.containers.inspect(name))?.state ?? 'removing';
      if (state !== 'removing' && state !== 'dead') return undefined;
      const who = 'by somebody else, or by hand';
      return new NodeFailure(`node ${name} was deleted while the cluster was coming up: ${who}`, '');
    } catch (error) {
      if (!(error instanceof EngineError)) return undefined;
      await sleep(ASK_EVERY_MS);
    }
  }
  return undefined;
}

async function describeHunger(engine: Engine, name: string): Promise<string> {
  const details = await engine.containers.inspect(name).catch(() => undefined);
  const limit = details?.memory ? `: its limit is ${Math.round(details.memory / 1024 ** 2)} MiB` : '';
  return `it was out of memory${limit}; give it more, or use fewer nodes`;
}

/** Causes that a node tells of in an error line, and goes on for a while, with what helps. */
const KNOWN_CAUSES: readonly (readonly [RegExp, string])[] = [
  [
    /(fsnotify|inotify)[^\n]*(too many open files|no space left)|too many open files[^\n]*(fsnotify|inotify)/i,
    'the machine has no inotify instances or watches left, which other clusters may be using: raise the limits, e.g. "sysctl -w fs.inotify.max_user_instances=1024 fs.inotify.max_user_watches=524288"',
  ],
  [
    /too many open files/i,
    'too many files are open: raise the limit of inotify instances, e.g. "sysctl -w fs.inotify.max_user_instances=1024", or that of open files',
  ],
  [/no space left on device/i, 'a disk is full: free some, e.g. with "docker system prune"'],
];

/** A cause of trouble that is known, with what helps; undefined: the log has none. */
export function knownCause(log: string): string | undefined {
  return KNOWN_CAUSES.find(([sign]) => sign.test(log))?.[1];
}

/** Why a node has ended, as its log tells it: a known cause, or what k3s gave as the reason. */
export function reasonIn(log: string): string | undefined {
  const said = fatalLine(log);
  const cause = failedFix(log) ?? knownCause(log);
  if (cause === undefined) return said;
  return said === undefined ? cause : `${cause}; k3s says: ${said}`;
}

/** What went wrong before k3s was started: what the entrypoint says of a fix that failed, with the fix's own words. */
function failedFix(log: string): string | undefined {
  const [, name, said = ''] = /^k3d: \/bin\/k3d-entrypoint-(\w+)\.sh failed:(.*)$/m.exec(log) ?? [];
  return name === undefined
    ? undefined
    : `the fix "${name}" failed before k3s was started: ${said.trim() || 'it said nothing'}`;
}

/** How k3s begins; a log may have several beginnings. */
const BEGINNING = /msg="Starting k3s /;
/** What only says that something else has ended already. */
const CONSEQUENCE = /context canceled/;

/**
 * Why k3s gave up: the first that it calls fatal, a part of it that ended, a panic or a usage error. The last one is
 * often a consequence: what was under way when all was told to end.
 */
export function fatalLine(log: string): string | undefined {
  const lines = log.split('\n').map((line) => line.trim());
  const reasons = lines
    .slice(
      Math.max(
        0,
        lines.findLastIndex((line) => BEGINNING.test(line)),
      ),
    )
    .flatMap(reasonOf);
  return reasons.find((reason) => !CONSEQUENCE.test(reason)) ?? reasons[0];
}

/** How much of an error stands in a sentence, in characters. */
const SAID_CHARACTERS = 300;

/** The last error that a node tells of while it runs, without secrets. @returns undefined when there is none */
export function lastErrorIn(log: string): string | undefined {
  for (const line of log.trimEnd().split('\n').reverse()) {
    const said =
      /level=(?:error|fatal) msg="((?:[^"\\]|\\.)*)"/.exec(line) ??
      /^[EF]\d{4} [\d:.]+ +\d+ [\w./]+:\d+\] (.*)$/.exec(line.trim());
    if (said !== null) return redact((said[1] as string).replaceAll('\\"', '"'), []).slice(0, SAID_CHARACTERS);
  }
  return undefined;
}

function reasonOf(line: string): string[] {
  const said = /level=(?:fatal msg="((?:[^"\\]|\\.)*)"|error msg="((?:[^"\\]|\\.)*exited: (?:[^"\\]|\\.)*)")/.exec(
    line,
  );
  if (said !== null) return [(said[1] ?? said[2] ?? '').replaceAll('\\"', '"')];
  const klog = /^E\d{4} .*"(?:Failed to run kubelet|command failed)" err="((?:[^"\\]|\\.)*)"/.exec(line);
  if (klog !== null) return [(klog[1] as string).replaceAll('\\"', '"')];
  return /^(panic:|Incorrect Usage|Error:|flag provided but not defined)/.test(line) ? [line] : [];
}
