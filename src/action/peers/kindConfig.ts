import { LineCounter, parseDocument, stringify } from 'yaml';
import { UserError } from '../../common/errors.ts';
import { WITHOUT_CNI } from '../../config/components.ts';
import { k3sImage } from '../../config/defaults.ts';
import { readK3sVersion } from '../../config/version.ts';
import { releaseOfKindNode } from './inputs.ts';

interface KindNode {
  role?: string;
  image?: string;
  labels?: Record<string, string>;
  extraPortMappings?: { containerPort?: number; hostPort?: number; listenAddress?: string; protocol?: string }[];
  extraMounts?: { hostPath?: string; containerPath?: string; readOnly?: boolean }[];
}

interface KindConfig {
  name?: string;
  nodes?: KindNode[];
  featureGates?: Record<string, boolean>;
  runtimeConfig?: Record<string, string>;
  networking?: Record<string, string | number | boolean>;
}

/** What is taken over of a config, by field; the rest is kubeadm's, or containerd's own. */
const KNOWN: Record<'config' | 'node' | 'networking', readonly string[]> = {
  config: ['kind', 'apiVersion', 'name', 'nodes', 'featureGates', 'runtimeConfig', 'networking'],
  node: ['role', 'image', 'labels', 'extraPortMappings', 'extraMounts'],
  networking: [
    ...['apiServerAddress', 'apiServerPort', 'podSubnet', 'serviceSubnet', 'disableDefaultCNI', 'kubeProxyMode'],
  ],
};

/** Whether a text is a config file of kind. */
export const isKindConfig = (text: string): boolean => /^\s*["']?apiVersion["']?:\s*["']?kind\.x-k8s\.io\//m.test(text);

/**
 * A config file of kind (kind.x-k8s.io/v1alpha4) as one of k3d.
 * @param name of the file, for messages
 * @returns the text of k3d's, and the fields that have no counterpart
 * @throws UserError with file and line when it is no YAML or has unknown roles
 */
export function fromKindConfig(text: string, name: string): { config: string; unused: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [problem] = document.errors;
  if (problem !== undefined)
    throw new UserError(`${name}:${problem.linePos?.[0].line ?? 1}: ${problem.message.split('\n')[0] ?? ''}`);
  const kind = document.toJS() as KindConfig;
  const nodes = kind.nodes ?? [{ role: 'control-plane' }];
  const counts = { server: 0, agent: 0 };
  const filters = nodes.map(({ role = 'control-plane' }, index) => {
    if (role !== 'control-plane' && role !== 'worker') {
      const node = document.getIn(['nodes', index], true) as { range?: [number] } | undefined;
      const { line } = lines.linePos(node?.range?.[0] ?? 0);
      throw new UserError(`${name}:${line}: "nodes.role": "${String(role)}" is neither control-plane nor worker`);
    }
    const own = role === 'control-plane' ? 'server' : 'agent';
    return `${own}:${counts[own]++}`;
  });
  const each = <T>(list: (node: KindNode) => T[]) =>
    nodes.flatMap((node, index) => list(node).map((value) => ({ value, nodeFilters: [filters[index] as string] })));
  const { networking = {} } = kind;
  const config = {
    apiVersion: 'k3d.io/v1alpha5',
    kind: 'Simple',
    ...(kind.name === undefined ? {} : { metadata: { name: kind.name } }),
    servers: counts.server,
    agents: counts.agent,
    ...imageOf(nodes),
    kubeAPI: {
      ...(networking.apiServerAddress ? { hostIP: String(networking.apiServerAddress) } : {}),
      ...(networking.apiServerPort ? { hostPort: String(networking.apiServerPort) } : {}),
    },
    ports: each(portsOf).map(({ value, nodeFilters }) => ({
      port: value,
      nodeFilters: nodeFilters.map((filter) => `${filter}:direct`),
    })),
    volumes: each(mountsOf).map(({ value: volume, nodeFilters }) => ({ volume, nodeFilters })),
    options: {
      k3s: {
        extraArgs: k3sArgs(kind).map((arg) => ({ arg, nodeFilters: ['server:*'] })),
        nodeLabels: each(({ labels = {} }) => Object.entries(labels)).map(({ value, nodeFilters }) => ({
          label: value.join('='),
          nodeFilters,
        })),
      },
    },
  };
  return { config: stringify(config), unused: unusedFields(kind, nodes, networking) };
}

function imageOf(nodes: readonly KindNode[]): { image?: string } {
  const image = nodes.find((node) => node.image !== undefined)?.image;
  if (image === undefined) return {};
  const release = releaseOfKindNode(image);
  if (release === image || release === 'latest') return { image: release };
  // A minor is its newest release.
  const isMinor = /^v\d+\.\d+$/.test(release);
  return { image: isMinor ? `+${release}` : k3sImage(readK3sVersion(release, 'the image of a node')) };
}

const portsOf = ({ extraPortMappings = [] }: KindNode): string[] =>
  extraPortMappings.map(({ containerPort = 0, hostPort = 0, listenAddress, protocol = 'TCP' }) => {
    const host = listenAddress === undefined ? '' : `${listenAddress}:`;
    return `${host}${hostPort}:${containerPort}/${protocol.toLowerCase()}`;
  });

const mountsOf = ({ extraMounts = [] }: KindNode): string[] =>
  extraMounts.map(({ hostPath = '', containerPath = '', readOnly = false }) =>
    [hostPath, containerPath, ...(readOnly ? ['ro'] : [])].join(':'),
  );

/** The cluster's own settings, as flags of k3s's server. */
function k3sArgs({ featureGates = {}, runtimeConfig = {}, networking = {} }: KindConfig): string[] {
  const args: string[] = [];
  const gates = Object.entries(featureGates).map(([gate, on]) => `${gate}=${String(on)}`);
  if (gates.length > 0) {
    for (const part of ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet'])
      args.push(`--${part}-arg=feature-gates=${gates.join(',')}`);
  }
  const apis = Object.entries(runtimeConfig).map(([api, value]) => `${api}=${value}`);
  if (apis.length > 0) args.push(`--kube-apiserver-arg=runtime-config=${apis.join(',')}`);
  if (networking.podSubnet) args.push(`--cluster-cidr=${String(networking.podSubnet)}`);
  if (networking.serviceSubnet) args.push(`--service-cidr=${String(networking.serviceSubnet)}`);
  if (networking.disableDefaultCNI === true) args.push(...WITHOUT_CNI);
  if (networking.kubeProxyMode === 'none') args.push('--disable-kube-proxy');
  else if (networking.kubeProxyMode) args.push(`--kube-proxy-arg=proxy-mode=${String(networking.kubeProxyMode)}`);
  return args;
}

function unusedFields(kind: KindConfig, nodes: readonly KindNode[], networking: object): string[] {
  const rest = (value: object, known: readonly string[], prefix: string): string[] =>
    Object.keys(value)
      .filter((key) => !known.includes(key))
      .map((key) => `${prefix}${key}`);
  return [
    ...new Set([
      ...rest(kind, KNOWN.config, ''),
      ...nodes.flatMap((node) => rest(node, KNOWN.node, 'nodes.')),
      ...rest(networking, KNOWN.networking, 'networking.'),
    ]),
  ];
}
