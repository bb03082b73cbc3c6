import { NODE_ENTRYPOINT } from './entrypoint.ts';
import { APP, K3D_CONTRACT_VERSION, LABEL } from './labels.ts';
import type { ContainerSpec } from './spec.ts';

/** What is read of the node that is copied. */
export interface ModelNode {
  image: string;
  command: readonly string[];
  env: readonly string[];
  labels: Readonly<Record<string, string>>;
  binds: string[];
  extraHosts: string[];
}

/** What a new agent has of its own; the rest it has from a node of its cluster. */
export interface AddedAgent {
  name: string;
  image: string | undefined;
  k3sArgs: readonly string[];
  nodeLabels: readonly string[];
  runtimeLabels: Readonly<Record<string, string>>;
}

/**
 * The container of an agent that joins an existing cluster: a copy of one of its nodes, as in k3d, without what only
 * servers have and without published ports. Only labels that begin with `k3d` are copied.
 * @param model an agent of the cluster, or a server if it has no agent
 */
export function planAddedAgent(model: ModelNode, agent: AddedAgent): ContainerSpec {
  const isAgent = model.labels[LABEL.role] === 'agent';
  const copied = Object.entries(model.labels).filter(
    ([key]) => key.startsWith('k3d') && !/^k3d\.(server|node)\./.test(key),
  );
  const labels: Record<string, string> = {
    ...agent.runtimeLabels,
    ...Object.fromEntries(copied),
    [LABEL.app]: APP,
    [LABEL.version]: K3D_CONTRACT_VERSION,
    [LABEL.role]: 'agent',
    [LABEL.serverLoadBalancer]: model.labels[LABEL.serverLoadBalancer] ?? '',
  };
  const env = model.env.filter((entry) => !/^K3S_(URL|KUBECONFIG_OUTPUT)=/.test(entry));
  return {
    name: agent.name,
    hostname: agent.name,
    image: agent.image ?? model.image,
    entrypoint: [NODE_ENTRYPOINT],
    command: [
      ...(isAgent ? withoutNodeLabels(model.command) : ['agent']),
      ...agent.k3sArgs,
      ...agent.nodeLabels.flatMap((label) => ['--node-label', label]),
    ],
    env: [...env, `K3S_URL=${model.labels[LABEL.clusterURL] ?? ''}`],
    labels,
    network: model.labels[LABEL.network] ?? '',
    ip: undefined,
    ports: [],
    binds: model.binds,
    tmpfs: ['/run', '/var/run'],
    extraHosts: model.extraHosts,
    ulimits: [],
    memory: undefined,
    hostPid: false,
    privileged: true,
  };
}

/** Labels were given to the one node that is copied, not to all. */
function withoutNodeLabels(command: readonly string[]): string[] {
  return command.filter((word, index) => word !== '--node-label' && command[index - 1] !== '--node-label');
}
