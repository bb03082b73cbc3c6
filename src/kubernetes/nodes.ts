import type { KubeClient } from './client.ts';
import type { KubeNode, List } from './types.ts';

/** All nodes of a cluster. @throws KubeError; the network's error when there is no answer */
export const allNodes = async (kube: Pick<KubeClient, 'get'>): Promise<KubeNode[]> =>
  (await kube.get<List<KubeNode>>('/api/v1/nodes'))?.items ?? [];
