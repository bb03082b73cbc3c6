/*
 * k3d's commands and flags (v5), and where ours are different on purpose. The docs' table is made of this and of our own
 * definitions, and a test holds the two together.
 */

/** Each command of k3d with its flags, long names only. */
export const K3D_COMMANDS: Readonly<Record<string, readonly string[]>> = {
  '': ['--verbose', '--trace', '--timestamps', '--version'],
  'cluster create': [
    ...['--config', '--servers', '--agents', '--image', '--api-port', '--port', '--volume', '--env', '--k3s-arg'],
    ...['--k3s-node-label', '--runtime-label', '--runtime-ulimit', '--host-alias', '--network', '--subnet', '--token'],
    ...['--wait', '--timeout', '--kubeconfig-update-default', '--kubeconfig-switch-context', '--no-lb'],
    ...['--no-rollback', '--no-image-volume', '--gpus', '--servers-memory', '--agents-memory', '--host-pid-mode'],
    ...['--registry-create', '--enforce-registry-port-match', '--registry-use', '--registry-config'],
    '--lb-config-override',
  ],
  'cluster start': ['--all', '--wait', '--timeout'],
  'cluster restart': ['--all', '--wait', '--timeout'],
  'cluster stop': ['--all'],
  'cluster delete': ['--all', '--config'],
  'cluster list': ['--no-headers', '--token', '--output'],
  'cluster edit': ['--port-add', '--port-delete'],
  'node create': [
    ...['--replicas', '--role', '--cluster', '--image', '--memory', '--wait', '--timeout', '--runtime-label'],
    ...['--runtime-ulimit', '--k3s-node-label', '--network', '--token', '--k3s-arg'],
  ],
  'node start': [],
  'node stop': [],
  'node delete': ['--all', '--registries'],
  'node list': ['--no-headers', '--output'],
  'node edit': ['--port-add', '--port-delete'],
  'registry create': [
    ...['--image', '--port', '--volume', '--default-network', '--proxy-remote-url', '--proxy-username'],
    ...['--proxy-password', '--no-help', '--delete-enabled', '--enforce-port-match'],
  ],
  'registry delete': ['--all'],
  'registry list': ['--no-headers', '--output'],
  'image import': ['--cluster', '--keep-tarball', '--keep-tools', '--mode'],
  'kubeconfig get': ['--all'],
  'kubeconfig merge': [
    ...['--all', '--output', '--kubeconfig-merge-default', '--update', '--kubeconfig-switch-context', '--overwrite'],
  ],
  'config init': ['--output', '--force'],
  'config migrate': [],
  version: ['--output'],
  'version list': ['--format', '--include', '--exclude', '--limit', '--sort'],
  completion: [],
};

/** k3d's other names for its commands. */
export const K3D_ALIASES: Readonly<Record<string, readonly string[]>> = {
  'cluster list': ['ls', 'get'],
  'cluster delete': ['del', 'rm'],
  'cluster edit': ['update'],
  'node list': ['ls', 'get'],
  'node delete': ['del', 'rm'],
  'node edit': ['update'],
  'registry list': ['ls', 'get'],
  'registry delete': ['del', 'rm'],
  registry: ['registries', 'reg'],
  image: ['images'],
  'image import': ['load'],
  'kubeconfig merge': ['write'],
  'kubeconfig get': ['print', 'show'],
};

/** The paths of k3d's config file (k3d.io/v1alpha5), lists by the paths of what is in them. */
export const K3D_FIELDS: readonly string[] = [
  ...['apiVersion', 'kind', 'metadata.name', 'servers', 'agents', 'kubeAPI.host', 'kubeAPI.hostIP', 'kubeAPI.hostPort'],
  ...[
    'image',
    'network',
    'subnet',
    'token',
    'volumes.volume',
    'volumes.nodeFilters',
    'ports.port',
    'ports.nodeFilters',
  ],
  ...['env.envVar', 'env.nodeFilters', 'files.source', 'files.destination', 'files.description', 'files.nodeFilters'],
  ...['hostAliases.ip', 'hostAliases.hostnames', 'registries.create.name', 'registries.create.host'],
  ...['registries.create.hostPort', 'registries.create.image', 'registries.create.proxy.remoteURL'],
  ...['registries.create.proxy.username', 'registries.create.proxy.password', 'registries.create.volumes'],
  ...['registries.create.enforcePortMatch', 'registries.use', 'registries.config', 'options.k3d.wait'],
  ...['options.k3d.timeout', 'options.k3d.disableLoadbalancer', 'options.k3d.disableImageVolume'],
  ...['options.k3d.disableRollback', 'options.k3d.loadbalancer.configOverrides', 'options.k3s.extraArgs.arg'],
  ...['options.k3s.extraArgs.nodeFilters', 'options.k3s.nodeLabels.label', 'options.k3s.nodeLabels.nodeFilters'],
  ...['options.kubeconfig.updateDefaultKubeconfig', 'options.kubeconfig.switchCurrentContext'],
  ...['options.runtime.gpuRequest', 'options.runtime.serversMemory', 'options.runtime.agentsMemory'],
  ...['options.runtime.hostPidMode', 'options.runtime.labels.label', 'options.runtime.labels.nodeFilters'],
  ...['options.runtime.ulimits.name', 'options.runtime.ulimits.soft', 'options.runtime.ulimits.hard'],
];

/** What is different here, by command and flag or by the config file's path. */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  'cluster create --api-port': 'published on 127.0.0.1 unless an address is given; k3d: on all addresses',
  'cluster create --port': 'published on 127.0.0.1 unless an address is given; k3d: on all addresses',
  'cluster create --timeout': '5m by default; k3d waits for ever',
  'cluster create --wait':
    'until all nodes are Ready, the default ServiceAccount is there and DNS answers; k3d returns sooner. Knows levels and layers too',
  'cluster start --wait': 'knows levels and layers too',
  'cluster restart --wait': 'knows levels and layers too',
  'cluster create --registry-create': 'may be repeated; published on 127.0.0.1 unless an address is given',
  'cluster create --config': 'several documents make several clusters',
  'cluster start --timeout': '5m by default; k3d waits for ever',
  'cluster restart --timeout': '5m by default; k3d waits for ever',
  'cluster edit --port-add': 'in a cluster without a load balancer it makes one; k3d ends with a stack trace',
  'node create --wait': 'until they are Ready',
  'node create --timeout': '5m by default',
  'node delete': 'drains the node, takes it out of Kubernetes and etcd; refuses what would break the quorum',
  'image import':
    'skips what a node has, and sends only the layers that it lacks; checked in containerd afterwards; archives and standard input; no helper container',
  'image import --mode': 'accepted, no effect',
  'image import --keep-tarball': 'accepted, no effect',
  'image import --keep-tools': 'accepted, no effect',
  'version list': 'any image with its registry besides the names that k3d knows',
  'kubeAPI.hostIP': '127.0.0.1 by default; k3d: 0.0.0.0',
  'options.k3d.timeout': '5m by default; k3d waits for ever',
  'registries.create': 'may be a list',
  'registries.create.host': '127.0.0.1 by default; k3d: 0.0.0.0',
};
