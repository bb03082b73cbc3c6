import { UserError } from '../common/errors.ts';
import type { ClusterConfig } from '../config/types.ts';
import { IP_FAMILIES, type IpFamily } from '../contract/ipFamily.ts';
import { isRelease, kubernetesOf } from '../config/version.ts';
import { LOOPBACK, LOOPBACK_V6, POD_NETWORK, portKey, SERVICE_NETWORK } from '../contract/names.ts';
import type { PortMapping } from '../contract/containers.ts';
import { isOnHost } from './hostNetwork.ts';

/** The variable by which a container of the cluster knows the family of its addresses. */
export const FAMILY_VARIABLE = 'K3D_IP_FAMILY';

/** What pods and services get of IPv6: private ranges, in the sizes that k3s's documentation uses (docs.k3s.io/networking). */
const POD_NETWORK_V6 = 'fd00:42::/56';
const SERVICE_NETWORK_V6 = 'fd00:43::/112';

/** Releases of k3s whose network policies refuse to start with IPv6 (seen: v1.23.1). */
const WITHOUT_POLICIES = '<1.24';
/** Releases of k3s that end where pods have no IPv4 (seen: v1.23.1). */
const WITHOUT_SIX_ALONE = '<1.24';
/** Releases of k3s that know `--flannel-ipv6-masq` (k3s: release notes of v1.23.4 and v1.24). */
const WITH_MASQUERADE = '>=1.24';

/** Whether the cluster has addresses of IPv6. */
export const hasIPv6 = ({ ipFamily }: Pick<ClusterConfig, 'ipFamily'>): boolean => ipFamily !== 'ipv4';

/** The ranges of pods and of services unless somebody chooses others. */
export function rangesOf({ ipFamily }: Pick<ClusterConfig, 'ipFamily'>): { pods: string; services: string } {
  const pick = (four: string, six: string): string => ({ ipv4: four, dual: `${four},${six}`, ipv6: six })[ipFamily];
  return { pods: pick(POD_NETWORK, POD_NETWORK_V6), services: pick(SERVICE_NETWORK, SERVICE_NETWORK_V6) };
}

/**
 * What servers of k3s are told for the sake of IPv6; ranges that the user chooses are left to him.
 * @param args the user's own arguments of the server
 */
export function familyArgs(config: ClusterConfig, args: readonly string[]): string[] {
  if (!hasIPv6(config)) return [];
  const { pods, services } = rangesOf(config);
  const isSaid = (flag: string): boolean => args.some((arg) => arg === flag || arg.startsWith(`${flag}=`));
  const flags: [flag: string, value: string | undefined, wanted: boolean][] = [
    ['--cluster-cidr', pods, true],
    ['--service-cidr', services, true],
    // Pods leave the cluster by their node's address, as with IPv4.
    ['--flannel-ipv6-masq', undefined, isRelease(config.image, WITH_MASQUERADE)],
    ['--disable-network-policy', undefined, isRelease(config.image, WITHOUT_POLICIES)],
  ];
  return flags
    .filter(([flag, , wanted]) => wanted && !isSaid(flag))
    .map(([flag, value]) => (value === undefined ? flag : `${flag}=${value}`));
}

/** By what the containers of a cluster know its family. */
export const familyEnv = (config: Pick<ClusterConfig, 'ipFamily'>): string[] =>
  hasIPv6(config) ? [`${FAMILY_VARIABLE}=${config.ipFamily}`] : [];

/** The family of a cluster that exists, by the variables of one of its containers. */
export const familyIn = (env: readonly string[]): IpFamily =>
  IP_FAMILIES.find((family) => env.includes(`${FAMILY_VARIABLE}=${family}`)) ?? 'ipv4';

/** Where ports are published that nobody wants elsewhere. @param publishIP where the engine does that for IPv4 */
export const hostIPOf = ({ ipFamily }: Pick<ClusterConfig, 'ipFamily'>, publishIP: string): string =>
  ipFamily === 'ipv6' && publishIP === LOOPBACK ? LOOPBACK_V6 : publishIP;

/** A port on the machine's own address, there for both families where the cluster has both. */
export function inFamilies(config: Pick<ClusterConfig, 'ipFamily'>, mapping: PortMapping): PortMapping[] {
  const isTwofold =
    config.ipFamily === 'dual' && mapping.hostIP === LOOPBACK && mapping.hostPort && mapping.hostPortEnd === undefined;
  return isTwofold ? [mapping, { ...mapping, hostIP: LOOPBACK_V6 }] : [mapping];
}

/** Ports without those that come with another of them by `inFamilies`. */
export function withoutTwins(config: Pick<ClusterConfig, 'ipFamily'>, ports: readonly PortMapping[]): PortMapping[] {
  const twins = ports.flatMap((port) => inFamilies(config, port).slice(1));
  return ports.filter(
    (port) =>
      !twins.some(
        (twin) => twin.hostIP === port.hostIP && twin.hostPort === port.hostPort && portKey(twin) === portKey(port),
      ),
  );
}

/** @throws UserError for what can't go with IPv6, or can't go without */
export function checkFamily(config: ClusterConfig): void {
  if (!hasIPv6(config)) {
    if (config.subnetV6 === undefined) return;
    throw new UserError(`subnet "${config.subnetV6}": an IPv6 subnet needs the IP family dual or ipv6`);
  }
  const what = `IP family "${config.ipFamily}"`;
  if (isOnHost(config)) throw new UserError(`${what}: nodes on the network "host" have the host's own addresses`);
  if (config.ipFamily === 'ipv6' && isRelease(config.image, WITHOUT_SIX_ALONE)) {
    const release = kubernetesOf(config.image);
    throw new UserError(`${what}: k3s ${release} can't do without IPv4; choose dual, or k3s 1.24 or later`);
  }
}
