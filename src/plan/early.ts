import { POD_PREFIX } from '../contract/names.ts';
import { type Expectations } from './expectations.ts';

/**
 * The controller manager starts its thirty controllers one after the other through a client that is held back, so that
 * the deployments' may come seconds late.
 */
export const CONTROLLER_MANAGER_SETTINGS = ['kube-api-qps=100', 'kube-api-burst=200'];

/** The first range that a node gets for its pods, and the node's own address in it. */
export const FIRST_POD_CIDR = `${POD_PREFIX}.0.0/24`;
export const FIRST_POD_GATEWAY = `${POD_PREFIX}.0.1/24`;

/**
 * First minor release of Kubernetes 1 in which the rights of k3s's controllers are known to have the names that they
 * have today.
 */
const FIRST_KNOWN_MINOR = 22;

/** Settings that make the network, or the DNS, another than k3s's usual one. */
const CHANGES =
  /^--(flannel-[a-z0-9-]+|(cluster|service)-cidr|cluster-dns|node-(external-)?ip|vpn-auth(-file)?|data-dir|disable-(agent|apiserver|controller-manager|scheduler|kube-proxy|etcd)|kube-(cloud-)?controller-manager-arg)=/;

const OURS: ReadonlySet<string> = new Set([
  '--flannel-backend=vxlan',
  ...CONTROLLER_MANAGER_SETTINGS.map((setting) => `--kube-controller-manager-arg=${setting}`),
]);

/**
 * Whether the network and DNS of a new cluster can be brought to it before k3s does: its servers were not told anything
 * that touches them.
 * @param minor release of Kubernetes 1
 */
export function canBeEarly(
  { serverArgs, hasNetwork, hasWorkloads, hasServerNode }: Expectations,
  minor: number,
): boolean {
  const isUsual = serverArgs.every((arg) => !CHANGES.test(arg) || OURS.has(arg));
  return minor >= FIRST_KNOWN_MINOR && isUsual && hasNetwork && hasWorkloads && hasServerNode;
}
