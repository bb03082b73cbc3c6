import { poll } from '../common/poll.ts';
import { describePods } from './podState.ts';
import { ask, listPods, LOOK_EVERY_MS, runsSinceStart, type WaitContext } from './ready.ts';
import type { EndpointSlice, List, Service } from './types.ts';

/** Waits until the cluster's DNS has at least one ready endpoint: the Deployment's condition alone does not say so. */
export async function waitForDns(context: WaitContext): Promise<void> {
  const slices =
    '/apis/discovery.k8s.io/v1/namespaces/kube-system/endpointslices?labelSelector=kubernetes.io/service-name=kube-dns';
  const pods = '/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app=kube-dns';
  await poll(
    async () => {
      const found = (await ask(() => context.kube.get<List<EndpointSlice>>(slices)))?.items ?? [];
      const served = found.some((slice) => slice.endpoints?.some((endpoint) => endpoint.conditions?.ready !== false));
      const corednsPods = served && context.startedAt === undefined ? [] : await listPods(context, pods);
      if (served && (context.startedAt === undefined || corednsPods.some((pod) => runsSinceStart(context, pod))))
        return true;
      context.blocker(`CoreDNS${describePods(corednsPods)}`, corednsPods);
      return undefined;
    },
    LOOK_EVERY_MS,
    context.signal,
  );
}

/**
 * Looks a name up inside the cluster.
 * @returns what went wrong; undefined: there was an answer, or this can't be tried
 */
export type Lookup = (name: string, server: string) => Promise<string | undefined>;

/** Waits until a name of the cluster's own is answered from inside. @param domain of the cluster */
export async function waitForLookup(context: WaitContext, domain: string, lookup: Lookup): Promise<void> {
  const name = `kubernetes.default.svc.${domain}`;
  await poll(
    async () => {
      const path = '/api/v1/namespaces/kube-system/services/kube-dns';
      const address = (await ask(() => context.kube.get<Service>(path)))?.spec?.clusterIP;
      const problem = address === undefined ? 'CoreDNS has no address yet' : await lookup(name, address);
      if (problem === undefined) return true;
      context.blocker(`DNS to answer inside the cluster (${name}: ${problem})`);
      return undefined;
    },
    LOOK_EVERY_MS,
    context.signal,
  );
}

/** The cluster's domain, which the servers' arguments may set. */
export function clusterDomain(k3sArgs: readonly string[]): string {
  const words = k3sArgs.flatMap((arg) => arg.split(/[=\s]+/));
  const at = words.indexOf('--cluster-domain');
  return (at === -1 ? undefined : words[at + 1]) ?? 'cluster.local';
}
