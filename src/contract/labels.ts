/**
 * Names of the labels on Docker objects. They are the only state there is, and they are k3d's own, so that either
 * tool manages the other's clusters (k3d: pkg/types/types.go).
 */
export const LABEL = {
  app: 'app',
  version: 'k3d.version',
  role: 'k3d.role',
  cluster: 'k3d.cluster',
  clusterURL: 'k3d.cluster.url',
  clusterToken: 'k3d.cluster.token',
  imageVolume: 'k3d.cluster.imageVolume',
  network: 'k3d.cluster.network',
  networkId: 'k3d.cluster.network.id',
  networkIPRange: 'k3d.cluster.network.iprange',
  networkExternal: 'k3d.cluster.network.external',
  hostAliases: 'k3d.cluster.start.hostaliases',
  serverLoadBalancer: 'k3d.server.loadbalancer',
  apiHost: 'k3d.server.api.host',
  apiHostIP: 'k3d.server.api.hostIP',
  apiPort: 'k3d.server.api.port',
  serverInit: 'k3d.server.init',
  staticIP: 'k3d.node.staticIP',
  /**
   * Ours: `CONTAINER=NODE`, the node's name in Kubernetes when it is not the container's: a cluster from a snapshot keeps
   * its own. It names the container because k3d copies labels to nodes that it adds.
   */
  nodeName: 'k3d.node.name',
  registryHost: 'k3d.registry.host',
  registryHostIP: 'k3d.registry.hostIP',
  registryPortExternal: 'k3s.registry.port.external',
  registryPortInternal: 'k3s.registry.port.internal',
  /**
   * Ours, on load balancers: JSON of which roles each port is open to, `{"80.tcp": ["server", "agent"]}`. A node that is
   * added later is put behind the ports that are open to its role, and behind no other.
   */
  openPorts: 'k3d.loadbalancer.open',
  /** Ours, on the container of a cluster's database: `postgres` or `mysql`. For k3d it has no role. */
  datastore: 'k3d.datastore',
  /** Ours, on nodes that can pull the engine's images: which, `built` or `all`. */
  localImages: 'k3d.localimages',
  /**
   * Ours: which creation made the object. A creation that fails removes what carries its own id and nothing else,
   * so that two creations of the same name can't harm each other. k3d keeps it, as it keeps all `k3d` labels.
   */
  creation: 'k3d.creation.id',
} as const;

/** Value of the `app` label on everything that is k3d's. */
export const APP = 'k3d';

/** The release of k3d whose objects ours are equal to. */
export const K3D_CONTRACT_VERSION = 'v5.9.0';

/** Label keys that users can't set. */
export function isReservedLabel(key: string): boolean {
  return key === LABEL.app || key.startsWith('k3d.') || key.startsWith('k3s.');
}

/** A node's name in Kubernetes: its host name, in small letters (kubelet: pkg/util/node). */
export function kubernetesName({ name, labels }: { name: string; labels: Readonly<Record<string, string>> }): string {
  const [container, node] = (labels[LABEL.nodeName] ?? '').split('=');
  return (container === name && node !== undefined ? node : name).toLowerCase();
}
