import type { KubeClient } from '../../../src/kubernetes/client.ts';
import type { WaitContext } from '../../../src/kubernetes/ready.ts';
import { silentReporter } from '../../../src/common/reporter.ts';
import { Timeline } from '../../../src/common/timeline.ts';

/** Objects of an API by path; what is not there is not found. */
export type Objects = Record<string, unknown>;

/** A client of an API that holds these objects, and texts for logs. */
export function fakeKube(objects: Objects): KubeClient {
  const answer = (path: string): unknown => objects[path] ?? objects[path.split('?')[0] as string];
  const client: Pick<KubeClient, 'get' | 'getText' | 'close'> = {
    get: async <T>(path: string) => answer(path) as T | undefined,
    getText: async (path) => (answer(path) as string | undefined) ?? '',
    close: () => undefined,
  };
  return client as KubeClient;
}

/** A wait on such an API, which is given up after `ms` milliseconds and keeps what it said that it waits for. */
export function fakeWait(objects: Objects, ms = 50): { wait: WaitContext; said: string[] } {
  const said: string[] = [];
  const wait: WaitContext = {
    kube: fakeKube(objects),
    signal: AbortSignal.timeout(ms),
    reporter: silentReporter,
    timeline: new Timeline(),
    startedAt: undefined,
    blocker: (text) => void said.push(text),
    done: () => undefined,
  };
  return { wait, said };
}
