import { parseDuration } from '../common/duration.ts';
import type { KubeClient } from './client.ts';
import type { List, Pod } from './types.ts';

interface PodWithImages extends Pod {
  status?: Pod['status'] & {
    initContainerStatuses?: { image: string; imageID: string }[];
    containerStatuses?: { image: string; imageID: string }[];
  };
}

interface KubeEvent {
  message?: string;
}

const SYSTEM = '/api/v1/namespaces/kube-system';

/**
 * The images of the cluster's own workloads, by every name that the API has for them, and the seconds that the kubelets
 * took to pull them.
 */
export async function systemImages(kube: KubeClient): Promise<{ references: Set<string>; pullSeconds: number }> {
  const pods = (await kube.get<List<PodWithImages>>(`${SYSTEM}/pods`))?.items ?? [];
  const statuses = pods.flatMap(({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ]);
  const references = new Set(statuses.flatMap(({ image, imageID }) => [image, imageID]).filter((name) => name !== ''));
  const events = (await kube.get<List<KubeEvent>>(`${SYSTEM}/events?fieldSelector=reason%3DPulled`))?.items ?? [];
  const pulls = events.map(({ message = '' }) => /^Successfully pulled image .* in ([\d.hmsµ]+)/.exec(message)?.[1]);
  const ms = pulls.map((text) => (text === undefined ? 0 : (parseDuration(text) ?? 0)));
  return { references, pullSeconds: ms.reduce((sum, one) => sum + one, 0) / 1000 };
}
