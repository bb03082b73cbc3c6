import { type KubeObject } from './addon.ts';

const RBAC = 'rbac.authorization.k8s.io';

const READ = ['get', 'list', 'watch'];
const CLOUD = 'k3s-cloud-controller-manager';

/** A rule on resources of one API group; the core's is the empty one. */
const rule = (apiGroup: string, resources: string[], verbs: string[]): object => ({
  apiGroups: [apiGroup],
  resources,
  verbs,
});

const clusterRole = (name: string, rules: object[]): KubeObject => ({
  apiVersion: `${RBAC}/v1`,
  kind: 'ClusterRole',
  metadata: { name },
  rules,
});

const binding = (name: string, role: string, user: string, namespace?: string): KubeObject => ({
  apiVersion: `${RBAC}/v1`,
  kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
  metadata: namespace === undefined ? { name } : { name, namespace },
  roleRef: { apiGroup: RBAC, kind: namespace === undefined ? 'ClusterRole' : 'Role', name: role },
  subjects: [{ apiGroup: RBAC, kind: 'User', name: user }],
});

/**
 * What the network of pods needs: flannel reads nodes as this user. The names, and what is allowed, are those that k3s
 * grants seconds later, and then makes its own (k3s: manifests/rolebindings.yaml).
 */
export const NETWORK_RIGHTS: readonly KubeObject[] = [
  clusterRole('system:k3s-controller', [
    rule('', ['nodes', 'endpoints', 'pods', 'namespaces'], READ),
    rule('', ['nodes/status'], ['patch']),
    rule('networking.k8s.io', ['networkpolicies'], READ),
    rule('discovery.k8s.io', ['endpointslices'], READ),
  ]),
  binding('system:k3s-controller', 'system:k3s-controller', 'system:k3s-controller'),
];

/** What takes the taint of a node away that no pod bears (k3s: manifests/ccm.yaml). */
export const CLOUD_RIGHTS: readonly KubeObject[] = [
  clusterRole(CLOUD, [
    rule('coordination.k8s.io', ['leases'], ['get', 'create', 'update']),
    rule('', ['events'], ['create', 'patch', 'update']),
    rule('', ['nodes'], ['*']),
    rule('', ['nodes/status', 'services/status'], ['patch']),
    rule('', ['services'], [...READ, 'patch', 'update']),
    rule('', ['pods'], READ),
    rule('', ['serviceaccounts', 'namespaces'], ['create', 'get']),
    rule('', ['persistentvolumes'], [...READ, 'update']),
    rule('', ['endpoints'], [...READ, 'create', 'update']),
    rule('apps', ['daemonsets'], ['*']),
    rule('discovery.k8s.io', ['endpointslices'], READ),
  ]),
  binding(CLOUD, CLOUD, CLOUD),
  binding(`${CLOUD}-auth-delegator`, 'system:auth-delegator', CLOUD),
  binding(`${CLOUD}-authentication-reader`, 'extension-apiserver-authentication-reader', CLOUD, 'kube-system'),
];
