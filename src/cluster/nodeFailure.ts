import { LoggedError } from '../common/errors.ts';
import { sleep } from '../common/poll.ts';
import type { Engine, LabelFilter } from '../docker/engine.ts';

/** Lines of a failed node's log that are shown, and that are searched: a usage error is followed by a long help. */
const SHOWN_LINES = 30;
const SEARCHED_LINES = 500;
/** The engine tells of a container's end a moment before its last lines are in the log, in milliseconds. */
const LOG_LAG_MS = 300;

/**
 * What a server says that wanted to join etcd when another one was joining. The engine starts it again, as it does with
 * every node, and then it is let in; newer releases of k3s try again by themselves.
 */
const COMES_AGAIN = /join failed: etcdserver: (unhealthy cluster|too many learner)/i;

/** A node ended while its cluster was coming up. `log` holds its last lines. */
export class NodeFailure extends LoggedError {
  override name = 'NodeFailure';

  constructor(message: string, log: string) {
    super(message, 'the node', log);
  }
}

/**
 * Watches the nodes of a cluster that is coming up.
 * @returns a signal that is aborted, with a `NodeFailure` as reason, as soon as one of them ends
 */
export async function failOnNodeExit(engine: Engine, filter: LabelFilter, until: AbortSignal): Promise<AbortSignal> {
  const failure = new AbortController();
  let subscribed: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    subscribed = resolve;
  });
  const starved = new Set<string>();
  const watching = engine.containers.list(filter).then(() => {
    const stream = engine.watch(
      filter,
      (event) => {
        if (event.action === 'oom') starved.add(event.name);
        if (event.action !== 'die' || failure.signal.aborted || until.aborted) return;
        void describeExit(engine, event.name, event.exitCode, starved.has(event.name)).then((reason) => {
          if (!COMES_AGAIN.test(reason.message)) failure.abort(reason);
        });
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
  if (fatalLine(log) === undefined) {
    await sleep(LOG_LAG_MS);
    log = await read();
  }
  const reason = starved ? await describeHunger(engine, name) : fatalLine(log);
  const shown = log.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
  const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
  return new NodeFailure(
    `node ${name} ended${code} while the cluster was coming up${reason === undefined ? '' : `: ${reason}`}`,
    shown,
  );
}

async function describeHunger(engine: Engine, name: string): Promise<string> {
  const details = await engine.containers.inspect(name).catch(() => undefined);
  const limit = details?.memory ? `: its limit is ${Math.round(details.memory / 1024 ** 2)} MiB` : '';
  return `it was out of memory${limit}; give it more, or use fewer nodes`;
}

/** What k3s said last before it gave up: its fatal message, a panic, or a usage error. */
export function fatalLine(log: string): string | undefined {
  const lines = log.split('\n').map((line) => line.trim());
  for (const line of lines.reverse()) {
    const fatal = /level=fatal msg="((?:[^"\\]|\\.)*)"/.exec(line);
    if (fatal !== null) return (fatal[1] as string).replaceAll('\\"', '"');
    if (/^(panic:|Incorrect Usage|Error:|flag provided but not defined)/.test(line)) return line;
  }
  return undefined;
}
