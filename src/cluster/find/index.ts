// What the labels say exists, and how it is reached: clusters, nodes, owners, kubeconfigs, credentials.
export { runningServer, withKube } from './access.ts';
export { isGone, newCreationId } from './creationOwner.ts';
export { readCredentials } from './credentials.ts';
export { describeCluster } from './describe.ts';
export { familyOf } from './family.ts';
export { clusterValue, configOf, nodeValues } from './listed.ts';
export { accessURL, apiURL, clusterKubeconfig } from './kubeconfig.ts';
export {
  type Cluster,
  clusterFilter,
  type ClusterNode,
  findCluster,
  isK3sNode,
  listClusters,
  listNodes,
  nodesOf,
} from './model.ts';
export { needCluster, unknownCluster } from './needCluster.ts';
export { type ClusterView, viewCluster } from './show.ts';
export { addressesOf, expectationsFor } from './toldNodes.ts';
