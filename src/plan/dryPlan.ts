import { UserError } from '../common/errors.ts';
import { targetText } from '../config/target.ts';
import type { ClusterConfig } from '../config/types.ts';
import { type ClusterPlan, planCluster } from './cluster.ts';
import { endpointOf } from './datastore.ts';

/**
 * The plan of a cluster as far as it is known without an engine: it finds every mistake in the configuration while
 * nothing has been made.
 * @throws UserError for anything that can't be planned, naming where it was written
 */
export function dryPlan(config: ClusterConfig): ClusterPlan {
  if (config.waitFor.length > 0 && !config.wait.has('nodes')) {
    const what = config.waitFor.map(targetText).join(', ');
    throw new UserError(`${what} is to be waited for, and nodes are not ("wait" is none): leave "wait" at system`);
  }
  return planCluster(config, {
    creation: '',
    token: '',
    apiHost: config.apiHostIP,
    apiPort: config.apiPort ?? 0,
    network: { name: '', id: '', subnet: '', gateway: '', external: false, fixedAddresses: false },
    registries: [],
    datastoreEndpoint: endpointOf(config, ''),
    existingVolumes: new Set(),
  });
}
