import type { Engine } from '../docker/engine.ts';
import type { KubeClient } from '../kubernetes/client.ts';
import { containersOf, isSettled } from '../kubernetes/podState.ts';
import type { KubeEvent, KubeNode, List, Pod } from '../kubernetes/types.ts';
import type { Item } from './bounded.ts';
import type { Folder } from './folder.ts';

/** Bounds of a container's log. */
const LOG_QUERY = 'tailLines=2000&limitBytes=1000000&timestamps=true';
/** Containers whose logs are kept. */
const MOST_LOGS = 200;

/** What kubectl is asked, by file. Secrets are not among it, and neither are contents of ConfigMaps. */
const KUBECTL: Readonly<Record<string, readonly string[]>> = {
  'resources.txt': ['get', 'all,ingress,endpoints,pvc,pv,storageclass,configmap,serviceaccount', '-A', '-o', 'wide'],
  'nodes.txt': ['describe', 'nodes'],
  'pods.txt': ['describe', 'pods', '-A'],
  'events.txt': ['get', 'events', '-A', '--sort-by=.metadata.creationTimestamp'],
  'crds.txt': ['get', 'crd,apiservice'],
  'helmcharts.txt': ['get', 'helmcharts,addons', '-A'],
};

/** What a cluster's API says of it; empty lists where it does not answer. */
export interface KubeState {
  nodes: KubeNode[];
  pods: Pod[];
  events: KubeEvent[];
  /** Whether the API answered. */
  answers: boolean;
}

/** Reads what findings are made from. @throws when the API does not answer */
export async function readState(kube: KubeClient): Promise<KubeState> {
  const list = async <T>(path: string): Promise<T[]> => (await kube.get<List<T>>(path))?.items ?? [];
  const [nodes, pods, events] = await Promise.all([
    list<KubeNode>('/api/v1/nodes'),
    list<Pod>('/api/v1/pods'),
    list<KubeEvent>('/api/v1/events'),
  ]);
  return { nodes, pods, events, answers: true };
}

/** What kubectl prints of the cluster's state, asked inside a server, which needs no port and has kubectl. */
export function kubectlItems(engine: Engine, server: string, folder: Folder): Item[] {
  return Object.entries(KUBECTL).map(([file, args]) => ({
    name: `kubectl ${args.join(' ')}`,
    collect: async () => {
      const { stdout, stderr } = await engine.containers.exec(server, ['kubectl', ...args, '--request-timeout=8s']);
      await folder.write(`kubernetes/${file}`, `$ kubectl ${args.join(' ')}\n${stdout}${stderr}`);
    },
  }));
}

/** The logs of all containers, of those that are in trouble first, with those of their last run. */
export function logItems(kube: KubeClient, pods: readonly Pod[], folder: Folder): Item[] {
  const sorted = [...pods].sort((a, b) => Number(isSettled(a)) - Number(isSettled(b)));
  const items = sorted.flatMap((pod) =>
    containersOf(pod).flatMap((container) => {
      const { namespace = 'default', name } = pod.metadata;
      const path = `/api/v1/namespaces/${namespace}/pods/${name}/log?container=${container.name}&${LOG_QUERY}`;
      const file = `pods/${namespace}/${name}/${container.name}`;
      const read = (query: string, to: string): Item => ({
        name: to,
        collect: async () => {
          const text = await kube.getText(query);
          if (text !== '') await folder.write(to, text);
        },
      });
      const started = container.state?.running !== undefined || container.state?.terminated !== undefined;
      const before = (container.restartCount ?? 0) > 0 ? [read(`${path}&previous=true`, `${file}.previous.log`)] : [];
      return [...(started ? [read(path, `${file}.log`)] : []), ...before];
    }),
  );
  if (items.length > MOST_LOGS) folder.problems.push(`logs of ${items.length - MOST_LOGS} containers are left out`);
  return items.slice(0, MOST_LOGS);
}
