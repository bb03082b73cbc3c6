import { poll } from '../common/poll.ts';
import { isTrue } from './conditions.ts';
import { ask, LOOK_EVERY_MS, type WaitContext } from './ready.ts';
import { lacksAddress, lookAt, type Unready } from './targetState.ts';
import { disabledIn, wordsOf } from '../config/k3sArgs.ts';
import { type Target, type TargetKind, targetText } from '../config/target.ts';
import type { Conditioned, List, Service } from './types.ts';

/** Components of k3s beside CoreDNS, by the names that `--disable` has for them. */
export const COMPONENTS = ['traefik', 'servicelb', 'metrics-server', 'local-storage'] as const;
export type Component = (typeof COMPONENTS)[number];

const inSystem = (kind: TargetKind, name: string): Target => ({ kind, name, namespace: 'kube-system' });

/** What makes up a component, in the order in which it comes about (k3s: manifests/). */
const PARTS: Readonly<Record<Component, readonly (Target | ((context: WaitContext) => Promise<Unready>))[]>> = {
  traefik: [
    inSystem('job', 'helm-install-traefik-crd'),
    crdsOfTraefik,
    inSystem('job', 'helm-install-traefik'),
    inSystem('deployment', 'traefik'),
  ],
  servicelb: [loadBalancers],
  'metrics-server': [inSystem('deployment', 'metrics-server'), inSystem('apiservice', 'v1beta1.metrics.k8s.io')],
  'local-storage': [inSystem('deployment', 'local-path-provisioner'), inSystem('storageclass', 'local-path')],
};

/**
 * Whether the servers were asked to have a component.
 * @param k3sArgs arguments of the servers, as they are written
 */
export function isEnabled(component: Component | 'coredns', k3sArgs: readonly string[]): boolean {
  const words = wordsOf(k3sArgs);
  if (component === 'traefik' && words.includes('--disable-helm-controller')) return false;
  if (component === 'servicelb' && words.includes('--disable-cloud-controller')) return false;
  return !disabledIn(k3sArgs).includes(component);
}

/** Waits until a component is ready, naming the part that is not. */
export async function waitForComponent(context: WaitContext, component: Component): Promise<void> {
  for (const part of PARTS[component]) {
    const what = typeof part === 'function' ? component : `${component}'s ${targetText(part)}`;
    await waitUntilReady(context, what, () => (typeof part === 'function' ? part(context) : lookAt(context, part)));
  }
}

/** Waits for something of the user's own. @throws UserError when it can't become ready any more */
export function waitForTarget(context: WaitContext, target: Target): Promise<void> {
  return waitUntilReady(context, targetText(target), () => lookAt(context, target));
}

async function waitUntilReady(context: WaitContext, what: string, look: () => Promise<Unready>): Promise<void> {
  await poll(
    async () => {
      const unready = await look();
      if (unready === undefined) return true;
      context.blocker(`${what} (${unready.why})`, unready.pods);
      return undefined;
    },
    LOOK_EVERY_MS,
    context.signal,
  );
}

/** Its chart brings kinds of its own; until all are known, manifests that use them are refused. */
async function crdsOfTraefik({ kube }: WaitContext): Promise<Unready> {
  const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  const all = (await ask(() => kube.get<List<Conditioned>>(path)))?.items ?? [];
  const own = all.filter(({ metadata }) => /\.traefik\.(io|containo\.us)$/.test(metadata.name));
  if (own.length === 0) return { why: 'its kinds are not defined yet', pods: [] };
  const late = own.find((crd) => !isTrue(crd, 'Established'));
  return late && { why: `its kind ${late.metadata.name} is not established yet`, pods: [] };
}

/** The controller runs inside k3s: what shows that it works is that services of its type have addresses. */
async function loadBalancers({ kube }: WaitContext): Promise<Unready> {
  const services = await ask(() => kube.get<List<Service>>('/api/v1/services'));
  if (services === undefined) return { why: 'the API does not list services', pods: [] };
  const late = services.items.find(lacksAddress);
  if (late === undefined) return undefined;
  const { namespace = '', name } = late.metadata;
  return { why: `service ${namespace}/${name} has no address yet`, pods: [] };
}
