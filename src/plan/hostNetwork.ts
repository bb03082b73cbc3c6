import { UserError } from '../common/errors.ts';
import type { ClusterConfig } from '../config/types.ts';
import { API_PORT, HOST_NETWORK } from '../contract/names.ts';

/** Whether the cluster's nodes are on the host's own network, where nothing has to be published. */
export function isOnHost(config: ClusterConfig): boolean {
  return config.network === HOST_NETWORK;
}

/**
 * On the host's network there is room for one server: a second node would want the same ports (k3d: pkg/config).
 * @throws UserError for a configuration that asks for more
 */
export function checkHostNetwork(config: ClusterConfig): void {
  if (!isOnHost(config)) return;
  const refuse = (what: string): never => {
    throw new UserError(`network "host": ${what}`);
  };
  if (config.servers !== 1 || config.agents !== 0) refuse('there is room for one server and no agents');
  if (config.ports.length > 0) refuse("ports can't be published, and need not be: all are the host's own");
  if (config.apiPort !== undefined && config.apiPort !== API_PORT) refuse(`the API's port is ${API_PORT} there`);
  if (config.registriesCreate.length + config.registriesUse.length > 0) {
    refuse("registries of the cluster can't be reached by name there: name them in registries.yaml by address");
  }
}
