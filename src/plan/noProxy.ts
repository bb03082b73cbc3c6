import { isExternal } from '../config/datastore.ts';
import { valuesOf } from '../config/k3sArgs.ts';
import type { ClusterConfig } from '../config/types.ts';
import type { Allocated } from './allocated.ts';
import { datastoreName, HOST_NAME } from '../contract/names.ts';
import { rangesOf } from './ipFamily.ts';
import type { PlannedNode } from './nodes.ts';

const DOMAIN_FLAG = '--cluster-domain';
const DOMAIN = 'cluster.local';

/** All that is inside of a cluster or beside it, as NO_PROXY has it: no proxy knows the way there. */
export function noProxyNames(config: ClusterConfig, allocated: Allocated, nodes: readonly PlannedNode[]): string[] {
  const args = config.k3sArgs.map(({ value }) => value);
  const { pods, services } = rangesOf(config);
  const { subnet, subnetV6 = '' } = allocated.network;
  return [
    'localhost',
    '127.0.0.0/8',
    subnet,
    ...(subnetV6 === '' ? [] : [subnetV6]),
    valuesOf(args, '--cluster-cidr')[0] ?? pods,
    valuesOf(args, '--service-cidr')[0] ?? services,
    '.svc',
    `.${valuesOf(args, DOMAIN_FLAG)[0] ?? DOMAIN}`,
    HOST_NAME,
    ...nodes.map(({ name }) => name),
    ...allocated.registries.map(({ name }) => name),
    ...(isExternal(config.datastore) ? [datastoreName(config.name)] : []),
  ];
}
