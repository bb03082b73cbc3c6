import type { WaitLayers } from '../config/wait.ts';
import type { NodeSettings } from './nodeSettings.ts';

/** A node of k3s with what it was told. */
export interface ToldNode {
  /** Its container. */
  container: string;
  role: 'server' | 'agent';
  /** What it is called in Kubernetes if nothing else was said. */
  usualName: string;
  /** Its addresses on the engine's networks. */
  addresses: readonly string[];
  settings: NodeSettings;
}

/** A node that is to appear in Kubernetes. */
export interface ExpectedNode {
  container: string;
  /** What it is called there; with `hasId` k3s adds a dash and digits of its own. */
  name: string;
  hasId: boolean;
  addresses: readonly string[];
  /** Whether k3s is told its address. */
  choosesAddress: boolean;
  /** Whether it gets the role of a server, by which scripts look for one. */
  getsRole: boolean;
}

/** What will come about in a cluster by itself, as far as its nodes' own settings let it. */
export interface Expectations {
  nodes: ExpectedNode[];
  /** Whether k3s brings the network of pods: without it no node becomes Ready, and no pod runs. */
  hasNetwork: boolean;
  /** Whether pods can run and reach services. */
  hasWorkloads: boolean;
  /** Whether a server is a node itself, without which older releases of k3s schedule nothing. */
  hasServerNode: boolean;
  /** Whether there is somebody who makes ServiceAccounts. */
  hasControllers: boolean;
  /** Arguments of the servers, with what files and variables add to them. */
  serverArgs: string[];
}

/** Taints that the system's pods bear (k3s: manifests/coredns.yaml). */
const BORNE = /^(node-role\.kubernetes\.io\/(control-plane|master)|CriticalAddonsOnly)\b/;

/** What to expect of nodes that were told so. */
export function expectationsOf(nodes: readonly ToldNode[]): Expectations {
  const servers = nodes.filter(({ role }) => role === 'server').map(({ settings }) => settings);
  const withKubelet = nodes.filter(({ role, settings }) => role === 'agent' || !settings.isOn('disable-agent'));
  const isOff = (flag: string): boolean => servers.length > 0 && servers.every((settings) => settings.isOn(flag));
  const hasNetwork = !servers.some((settings) => settings.value('flannel-backend') === 'none');
  const takesPods = withKubelet.some(({ settings }) => !settings.all('node-taint').some(repels));
  return {
    nodes: withKubelet.map(({ container, role, usualName, addresses, settings }) => ({
      container,
      name: settings.value('node-name') ?? usualName,
      hasId: settings.isOn('with-node-id'),
      addresses,
      choosesAddress: settings.value('node-ip') !== undefined,
      getsRole: role === 'server' && !settings.isOn('disable-apiserver'),
    })),
    hasNetwork,
    hasWorkloads: takesPods && !servers.some((one) => one.isOn('disable-kube-proxy')) && !isOff('disable-scheduler'),
    hasServerNode: withKubelet.some(({ role }) => role === 'server'),
    hasControllers: !isOff('disable-controller-manager'),
    serverArgs: servers.flatMap(({ args }) => args),
  };
}

const repels = (taint: string): boolean => /:(NoSchedule|NoExecute)$/.test(taint) && !BORNE.test(taint);

/**
 * First minor release of Kubernetes 1 in which k3s is taken to schedule pods though no server is a node. In 1.23 its
 * scheduler waits for ever for the server's own (seen); in 1.33 it does not.
 */
const SCHEDULES_WITHOUT_NODE = 33;

/**
 * The layers that can come about, of those that are wanted.
 * @param isUp whether nodes are Ready, by whatever network
 * @param minor release of Kubernetes 1
 */
export function possibleLayers(wanted: WaitLayers, expected: Expectations, isUp: boolean, minor: number): WaitLayers {
  const schedules = expected.hasServerNode || minor >= SCHEDULES_WITHOUT_NODE;
  const runs = isUp && schedules && expected.hasWorkloads && expected.hasControllers && expected.nodes.length > 0;
  return new Set(
    [...wanted].filter((layer) => {
      if (layer === 'nodes') return true;
      return layer === 'service-account' ? expected.hasControllers : runs;
    }),
  );
}
