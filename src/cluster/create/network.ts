import { UserError } from '../../common/errors.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { type Engine, EngineError, type NetworkInfo } from '../../docker/engine.ts';
import { planNetwork } from '../../plan/cluster.ts';
import { hasIPv6 } from '../../plan/ipFamily.ts';
import { APP, LABEL } from '../../contract/labels.ts';
import { networkName } from '../../contract/names.ts';
import { type FormerCluster, SeedError } from '../seed.ts';

/** The network of a cluster, and whether it was there before: then it is not ours to remove. */
export interface ClusterNetwork {
  network: NetworkInfo;
  external: boolean;
  /** Whether it was made with a range of its own for nodes. */
  fixedAddresses: boolean;
}

/**
 * A network of ours that has no containers after so long, in milliseconds, is what a crash left. A younger one belongs
 * to a creation that is under way: its first container follows within a second.
 */
const ABANDONED_AFTER_MS = 60_000;

/**
 * Makes the cluster's network, or finds the one that the user named.
 * Its name is what two creations of the same cluster compete for: whoever makes it goes on.
 * @param past the cluster that goes on in it; it gets its old subnet if it can be had
 * @throws SeedError when it can't, and the cluster can't do without
 * @throws UserError when another creation has it, or the engine refuses to make it
 */
export async function ensureNetwork(
  config: ClusterConfig,
  creation: string,
  engine: Engine,
  past?: FormerCluster,
): Promise<ClusterNetwork> {
  const name = config.network ?? networkName(config.name);
  const existing = await engine.networks.inspect(name);
  if (existing !== undefined) {
    if (hasIPv6(config) && existing.subnetV6 === '') throw hasNoIPv6(config, name);
    if (past?.needsSubnet) throw needsAddresses(past, `network ${name} exists already`);
    if (config.network !== undefined) return { network: existing, external: true, fixedAddresses: false };
    // Without our label it is k3d's, or made by hand for this cluster: k3d would use it, and so do we.
    if (!(LABEL.creation in existing.labels)) {
      return { network: existing, external: existing.labels[LABEL.app] !== APP, fixedAddresses: false };
    }
    await removeAbandoned(engine, existing);
  }
  try {
    const network =
      (past && (await createAgain(config, creation, engine, past))) ??
      (await createWithSubnet(config, creation, engine));
    return { network, external: false, fixedAddresses: network.subnet !== '' };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.status === 409) throw beingCreated(name, error);
    const remedy = /address pool/.test(error.message)
      ? '; remove unused networks ("docker network prune") or give a subnet'
      : '';
    throw new UserError(`network ${name} can't be created: ${error.message}${remedy}`, { cause: error });
  }
}

/** Makes the network as it was. @returns undefined when that is not possible and need not be */
async function createAgain(
  config: ClusterConfig,
  creation: string,
  engine: Engine,
  past: FormerCluster,
): Promise<NetworkInfo | undefined> {
  if (config.subnet !== undefined || past.subnet === '') return undefined;
  try {
    return await engine.networks.create(planNetwork(config, creation, past.subnet));
  } catch (error) {
    if (!(error instanceof EngineError) || error.status === 409) throw error;
    if (past.needsSubnet) throw needsAddresses(past, error.message);
    return undefined;
  }
}

function needsAddresses({ subnet }: FormerCluster, why: string): SeedError {
  return new SeedError(`the members of its etcd know each other by their addresses in ${subnet}: ${why}`);
}

/** How often a network is made anew when somebody else was quicker to take its subnet. */
const SUBNET_TRIES = 5;

/**
 * Makes a network whose subnet is written down in it, since only there an engine gives containers a fixed address.
 * Unless the user has chosen one, the engine does: it is asked for any network, and that is made again with its subnet.
 */
async function createWithSubnet(config: ClusterConfig, creation: string, engine: Engine): Promise<NetworkInfo> {
  if (config.subnet !== undefined) return engine.networks.create(planNetwork(config, creation, config.subnet));
  for (let left = SUBNET_TRIES; ; left--) {
    const any = await engine.networks.create(planNetwork(config, creation, undefined));
    if (any.subnet === '') return any;
    await engine.networks.remove(any.id);
    try {
      return await engine.networks.create(planNetwork(config, creation, any.subnet));
    } catch (error) {
      if (left === 0 || !(error instanceof EngineError) || !/overlap/i.test(error.message)) throw error;
    }
  }
}

async function removeAbandoned(engine: Engine, network: NetworkInfo): Promise<void> {
  const users = await engine.containers.list([`${LABEL.creation}=${network.labels[LABEL.creation]}`]);
  if (users.length > 0 || Date.now() - network.created < ABANDONED_AFTER_MS) throw beingCreated(network.name);
  await engine.networks.remove(network.id);
}

function beingCreated(name: string, cause?: unknown): UserError {
  return new UserError(
    `network ${name} exists already: another process is creating this cluster; wait for it or choose another name`,
    { cause },
  );
}

const hasNoIPv6 = ({ ipFamily }: ClusterConfig, network: string): UserError =>
  new UserError(
    `network ${network} has no IPv6 subnet, which the IP family "${ipFamily}" needs: create it with "docker network create --ipv6", or leave the network to k3d`,
  );
