import { sleep } from '../../common/poll.ts';
import type { Engine } from '../../docker/engine.ts';
import { NodeFailure } from '../containers/index.ts';

/** How often the logs of nodes that have not registered are looked at, in milliseconds. */
const LOOK_EVERY_MS = 2000;
/** Lines of a log that are looked at: a kubelet tries, and complains, several times a second. */
const LINES = 400;

/** What a node says that will never be let in; the part in brackets is why (kubelet: kubelet_node_status.go; k3s: pkg/agent). */
const REFUSALS: readonly RegExp[] = [
  /Unable to register node with API server.*?(Node \S+ is invalid: .*)$/,
  /(Node password rejected, duplicate hostname.*?)"?$/,
];

/** Why a node will never register, if its log says so. */
export function refusalIn(log: string): string | undefined {
  for (const line of log.split('\n').reverse()) {
    const why = REFUSALS.map((one) => one.exec(line.trim())?.[1]).find(Boolean);
    if (why !== undefined) return why.replaceAll(/\\+"/g, '"').replace(/" node=.*$|"$/, '');
  }
  return undefined;
}

/**
 * Watches nodes that are to register, until all have or `until` is aborted.
 * @param waiting names of containers; whoever has registered is taken out of it
 * @throws NodeFailure when one of them is refused for good
 */
export async function failOnRefusal(engine: Engine, waiting: ReadonlySet<string>, until: AbortSignal): Promise<void> {
  while (waiting.size > 0) {
    try {
      await sleep(LOOK_EVERY_MS, until);
    } catch {
      return;
    }
    for (const name of waiting) {
      // One that has not been started yet has no log.
      const log = await engine.containers.logs(name, LINES).catch(() => '');
      const why = refusalIn(log);
      if (why !== undefined) throw new NodeFailure(`node ${name} can't register with Kubernetes: ${why}`, '');
    }
  }
}
