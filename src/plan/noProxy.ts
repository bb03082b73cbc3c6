import { isExternal } from '../config/datastore.ts';
import { valuesOf } from '../config/k3sArgs.ts';
import type { ClusterConfig } from '../config/types.ts';
import type { Allocated } from './allocated.ts';
import { datastoreName, HOST_NAME, POD_NETWORK } from '../contract/names.ts';
import type { PlannedNode } from './nodes.ts';

/** What k3s takes for pods, services and names of services unless it is told otherwise (docs.k3s.io/cli/server). */
const RANGES: readonly (readonly [flag: string, usual: string])[] = [
  ['--cluster-cidr', POD_NETWORK],
  ['--service-cidr', '10.43.0.0/16'],
];
const DOMAIN_FLAG = '--cluster-domain';
const DOMAIN = 'cluster.local';

/** All that is inside of a cluster or beside it, as NO_PROXY has it: no proxy knows the way there. */
export function noProxyNames(config: ClusterConfig, allocated: Allocated, nodes: readonly PlannedNode[]): string[] {
  const args = config.k3sArgs.map(({ value }) => value);
  return [
    'localhost',
    '127.0.0.0/8',
    allocated.network.subnet,
    ...RANGES.map(([flag, usual]) => valuesOf(args, flag)[0] ?? usual),
    '.svc',
    `.${valuesOf(args, DOMAIN_FLAG)[0] ?? DOMAIN}`,
    HOST_NAME,
    ...nodes.map(({ name }) => name),
    ...allocated.registries.map(({ name }) => name),
    ...(isExternal(config.datastore) ? [datastoreName(config.name)] : []),
  ];
}
