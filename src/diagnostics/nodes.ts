import type { ContainerDetails, Engine } from '../docker/engine.ts';
import { knownCause, reasonIn } from '../cluster/containers/index.ts';
import { addressesOf, type ClusterNode, isK3sNode } from '../cluster/find/index.ts';
import { nodeFor } from '../kubernetes/nodeNames.ts';
import type { KubeNode } from '../kubernetes/types.ts';
import { kubernetesName } from '../contract/labels.ts';
import { readFiles } from '../docker/readFiles.ts';
import { K3S_DATA_PATH } from '../contract/names.ts';
import type { Item } from './bounded.ts';
import type { Folder } from './folder.ts';
import { pullErrors } from './pullErrors.ts';

/** Lines of a node's log that are kept. */
const LOG_LINES = 5000;
/** Where containerd writes its log in a node. */
const CONTAINERD_FOLDER = `${K3S_DATA_PATH}/agent/containerd`;

/** What is asked of a node that runs, by file; a command that the image lacks is passed over. */
const COMMANDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'system.txt': [
    ['df', '-h'],
    ['df', '-i'],
    ['free', '-m'],
    ['cat', '/proc/loadavg'],
    ['cat', '/proc/self/cgroup'],
    ['cat', '/proc/self/limits'],
    ['cat', '/proc/sys/fs/inotify/max_user_instances', '/proc/sys/fs/inotify/max_user_watches'],
    ['cat', '/proc/sys/fs/file-nr'],
    ['cat', '/proc/pressure/cpu', '/proc/pressure/memory', '/proc/pressure/io'],
    ['ip', 'addr'],
    ['ip', 'route'],
    ['cat', '/etc/resolv.conf'],
    ['ps', 'aux'],
  ],
  'containers.txt': [
    ['crictl', 'ps', '-a'],
    ['crictl', 'images'],
  ],
};

/** A node as it was found. */
export interface NodeState {
  node: ClusterNode;
  details: ContainerDetails | undefined;
  /** What k3s said before it gave up, of a node that does not run, or a known cause of trouble in one that does. */
  lastWords: string | undefined;
}

/** The Node of a container, as Kubernetes has it. */
export function kubeNodeOf(
  { node, details }: Pick<NodeState, 'node' | 'details'>,
  nodes: readonly KubeNode[],
): KubeNode | undefined {
  return nodeFor({ name: kubernetesName(node), addresses: details === undefined ? [] : addressesOf(details) }, nodes);
}

/**
 * What to collect of a node's container: settings, logs, and how its system is doing.
 * @param pulls is given why images could not be pulled
 */
export function nodeItems(
  engine: Engine,
  node: ClusterNode,
  folder: Folder,
  states: NodeState[],
  pulls: Map<string, string>,
): Item[] {
  const at = `nodes/${node.name}`;
  const own: Item[] = [
    {
      name: `settings of ${node.name}`,
      collect: async () =>
        folder.write(`${at}/inspect.json`, JSON.stringify(await engine.containers.inspectRaw(node.id), null, 2)),
    },
    {
      name: `log of ${node.name}`,
      collect: async () => {
        const details = await engine.containers.inspect(node.id);
        const log = await engine.containers.logs(node.id, LOG_LINES);
        await folder.write(`${at}/${isK3sNode(node) ? 'k3s' : 'container'}.log`, log);
        const lastWords = details?.running ? knownCause(log) : reasonIn(log);
        states.push({ node, details, lastWords });
      },
    },
  ];
  if (!isK3sNode(node)) return own;
  own.push({
    name: `containerd's log of ${node.name}`,
    collect: async () => {
      const log = (await readFiles(engine, node.id, CONTAINERD_FOLDER))?.get('containerd.log');
      if (log === undefined) return;
      for (const [image, error] of pullErrors(log)) pulls.set(image, error);
      await folder.write(`${at}/containerd.log`, log);
    },
  });
  if (node.state !== 'running') return own;
  for (const [file, commands] of Object.entries(COMMANDS)) {
    own.push({
      name: `${file} of ${node.name}`,
      collect: async () => folder.write(`${at}/${file}`, await runAll(engine, node.id, commands)),
    });
  }
  return own;
}

async function runAll(engine: Engine, id: string, commands: readonly (readonly string[])[]): Promise<string> {
  const parts = await Promise.all(
    commands.map(async (command) => {
      const { stdout, stderr } = await engine.containers.exec(id, command);
      return `$ ${command.join(' ')}\n${stdout}${stderr}`;
    }),
  );
  return parts.join('\n');
}
