import { messageOf } from '../../common/errors.ts';
import { isTrue } from '../../kubernetes/conditions.ts';
import type { KubeClient } from '../../kubernetes/client.ts';
import { nodeFor, type SoughtNode } from '../../kubernetes/nodeNames.ts';
import { isSettled, reasonOf, restartsOf, whyNotReady } from '../../kubernetes/podState.ts';
import type { KubeNode, List, Pod } from '../../kubernetes/types.ts';
import { kubernetesName } from '../../contract/labels.ts';
import type { Engine } from '../../docker/engine.ts';
import { withKube } from './access.ts';
import { whatIsServed } from '../localImages/index.ts';
import { apiURL } from './kubeconfig.ts';
import { type Cluster, type ClusterNode, isK3sNode } from './model.ts';

/** What one screen has to say of a cluster. */
export interface ClusterView {
  name: string;
  network: string;
  /** Of the API; undefined: no server publishes one. */
  apiURL: string | undefined;
  /** `v1.33.5+k3s1`; undefined: the API does not answer. */
  k3sVersion: string | undefined;
  /** Why nothing is known from Kubernetes; undefined: it answers. */
  problem: string | undefined;
  nodes: NodeView[];
  ports: { host: string; node: string; port: string }[];
  registries: { name: string; state: string; host: string }[];
  images: { name: string; bytes: number; nodes: number }[];
  pods: PodView[];
  /** What nodes have pulled of the engine's images; undefined: they can't. */
  localImages: { address: string; which: string; images: string[]; bytes: number } | undefined;
}

interface NodeView {
  name: string;
  role: string;
  /** `Ready`, `NotReady`, or what the engine says of a container that does not run. */
  state: string;
  address: string;
  version: string;
}

interface PodView {
  namespace: string;
  name: string;
  node: string;
  /** `ready`, or why it is not, in a word or two. */
  state: string;
  /** Why it is not ready, in full. */
  why?: string;
  restarts: number;
}

interface NodeWithImages extends KubeNode {
  status?: KubeNode['status'] & { images?: { names?: string[] | null; sizeBytes?: number }[] };
}

/** How long the API may take, in milliseconds: a screen is no place to wait. */
const PATIENCE_MS = 4000;

/** Looks at a cluster, ours or k3d's, as it is now. What Kubernetes does not say is left out, with the reason. */
export async function viewCluster(engine: Engine, cluster: Cluster): Promise<ClusterView> {
  const network = await engine.networks.inspect(cluster.network.name);
  const addresses = new Map(network?.containers.map(({ name, ip }) => [name, ip]));
  const known = await askKubernetes(engine, cluster);
  const soughtNode = (node: ClusterNode): SoughtNode => ({
    name: kubernetesName(node),
    addresses: [addresses.get(node.name) ?? ''],
  });
  const { api, nodes } = cluster;
  return {
    name: cluster.name,
    network: cluster.network.name,
    apiURL: api === undefined ? undefined : apiURL(api.host, api.port),
    k3sVersion: known.nodes[0]?.status?.nodeInfo?.kubeletVersion,
    problem: known.problem,
    nodes: nodes
      .filter(({ role }) => role !== 'registry')
      .map((node) => {
        const inKubernetes = isK3sNode(node) ? nodeFor(soughtNode(node), known.nodes) : undefined;
        const isReady = inKubernetes && (isTrue(inKubernetes, 'Ready') ? 'Ready' : 'NotReady');
        return {
          name: node.name,
          role: node.role,
          state: node.state === 'running' && isK3sNode(node) ? (isReady ?? 'running') : node.state,
          address: addresses.get(node.name) ?? '',
          version: inKubernetes?.status?.nodeInfo?.kubeletVersion ?? '',
        };
      }),
    ports: nodes.filter(({ role }) => role !== 'registry').flatMap(portsOf),
    registries: nodes
      .filter(({ role }) => role === 'registry')
      .map((node) => ({ name: node.name, state: node.state, host: portsOf(node)[0]?.host ?? '' })),
    images: imagesOf(known.nodes),
    pods: known.pods.map(viewPod),
    localImages: await viewLocalImages(engine, cluster.name),
  };
}

async function viewLocalImages(engine: Engine, name: string): Promise<ClusterView['localImages']> {
  const state = await whatIsServed(engine, name);
  if (state === undefined) return undefined;
  const { address, port, which, images, bytes } = state;
  return { address: `${address}:${port}`, which, images, bytes };
}

/** Published ports, once where they are so for IPv4 and IPv6. */
function portsOf({ name, ports }: Cluster['nodes'][number]): ClusterView['ports'] {
  const found = new Map<string, ClusterView['ports'][number]>();
  for (const { ip, hostPort, containerPort, protocol } of ports) {
    const port = `${containerPort}/${protocol}`;
    const key = `${hostPort} ${port}`;
    if (!found.has(key)) found.set(key, { host: `${ip.includes(':') ? `[${ip}]` : ip}:${hostPort}`, node: name, port });
  }
  return [...found.values()];
}

interface Known {
  nodes: NodeWithImages[];
  pods: Pod[];
  problem: string | undefined;
}

async function askKubernetes(engine: Engine, cluster: Cluster): Promise<Known> {
  const read = async (kube: KubeClient): Promise<Known> => {
    const [nodes, pods] = await Promise.all([
      kube.get<List<NodeWithImages>>('/api/v1/nodes'),
      kube.get<List<Pod>>('/api/v1/pods'),
    ]);
    return { nodes: nodes?.items ?? [], pods: pods?.items ?? [], problem: undefined };
  };
  try {
    const late = AbortSignal.timeout(PATIENCE_MS);
    const tooLate = new Promise<never>((_, reject) =>
      late.addEventListener('abort', () => reject(new Error(`it does not answer within ${PATIENCE_MS / 1000} s`))),
    );
    return await Promise.race([withKube(engine, cluster, read), tooLate]);
  } catch (error) {
    return { nodes: [], pods: [], problem: messageOf(error) };
  }
}

/**
 * Images of all nodes, the largest first, each by its shortest name with a tag. One whose names went to others has null
 * there, and is passed over.
 */
export function imagesOf(nodes: readonly NodeWithImages[]): ClusterView['images'] {
  const found = new Map<string, ClusterView['images'][number]>();
  for (const { names, sizeBytes = 0 } of nodes.flatMap(({ status }) => status?.images ?? [])) {
    if (!names?.length) continue;
    const tagged = names.filter((one) => !one.includes('@')).sort((a, b) => a.length - b.length);
    const name = (tagged[0] ?? names[0] ?? '').replace(/^docker\.io\/(library\/)?/, '');
    const before = found.get(name);
    found.set(name, { name, bytes: sizeBytes, nodes: (before?.nodes ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.bytes - a.bytes);
}

function viewPod(pod: Pod): PodView {
  const { metadata, spec } = pod;
  return {
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    node: spec?.nodeName ?? '',
    ...stateOf(pod),
    restarts: restartsOf(pod),
  };
}

function stateOf(pod: Pod): Pick<PodView, 'state' | 'why'> {
  if (pod.metadata.deletionTimestamp !== undefined) return { state: 'terminating' };
  if (!isSettled(pod)) return { state: reasonOf(pod), why: whyNotReady(pod) };
  return { state: pod.status?.phase === 'Succeeded' ? 'done' : 'ready' };
}
