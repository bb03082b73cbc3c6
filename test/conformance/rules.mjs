// Where the rewrite means to be different, and why. A rule is for a place (and, where given, for what each side says there).

const text = (value) => JSON.stringify(value) ?? '';
/** The same but for the address on which k3d publishes what nobody gave an address for. */
const loopback = ({ k3d, ours }) =>
  text(k3d).replaceAll('0.0.0.0', '127.0.0.1').replaceAll('""', '"127.0.0.1"') === text(ours);
const without = (list, pattern) => (Array.isArray(list) ? list.filter((one) => !pattern.test(one)) : list);
const same =
  (pattern) =>
  ({ k3d, ours }) =>
    text(without(k3d, pattern)) === text(without(ours, pattern));
const bothFail = (one) => one.k3d.form.exit.at(-1) === 'an error' && one.ours.form.exit.at(-1) === 'an error';
const ONE = '(?!k3d-[a-z0-9-]+-(server|agent)-\\d)[^/]+';

/** Cases in which k3d fails or refuses, and ours does what was meant: what differs then is the outcome. */
const BETTER = {
  'basic-volume-relative': 'a relative path is one of the working directory',
  'basic-config-v4': 'k3d does not understand a token in its own older file',
};

export const ALLOW = [
  {
    reason: 'ports are published on 127.0.0.1 unless you name an address; k3d publishes on all of them',
    path: /\/ports\/|\/labels\/k3d\.(server\.api\.host|registry\.host)|\/clusters\[\d+\]\/cluster\/server$|^\/stdout|\/command$|^\/hosting/,
    when: loopback,
  },
  {
    reason: 'every object carries the id of its creation, so that a failed creation can be undone',
    path: /\/labels\/k3d\.creation\.id$/,
  },
  {
    reason:
      'nodes get a few files of our own: settings of k3s and the kubelet, a marker, and the memory figure that k3d mounts from the host',
    path: /\/files\/(\/etc\/(k3d-created|k3d-meminfo|rancher\/k3s\/config\.yaml\.d\/00-k3d\.yaml)|\/var\/lib\/rancher\/k3s\/agent\/etc\/kubelet\.conf\.d\/50-k3d\.conf)$/,
    k3d: /^undefined$/,
  },
  {
    reason: 'a memory limit is shown to a node by files inside it, not by files on the host',
    path: /\/mounts\/\/(proc\/meminfo|sys\/devices\/system\/edac)$|^\/made\/~\/\.config\/k3d\/\.k3d-/,
    ours: /^undefined$/,
  },
  {
    reason: 'a memory limit keeps its value when a node is copied; k3d takes 10^9 for 2^30',
    path: /\/memory$/,
    when: ({ k3d, ours }) => Math.abs(k3d / ours - 1.0737) < 0.003,
  },
  {
    reason: 'load balancers and registries run without privileges, tmpfs, ulimits and the variables of k3s',
    path: new RegExp(`^/containers/${ONE}/(env$|privileged$|tmpfs/|ulimits/|healthcheck)`),
  },
  {
    reason: 'the load balancer is plain nginx with a script',
    path: /-serverlb\/(image$|hosts$|files\/(?!\/etc\/confd)|labels\/k3d\.loadbalancer\.open$)/,
  },
  {
    reason: 'arguments with the filter all do not go to the load balancer',
    path: /-serverlb\/command$/,
    ours: /^\[\]$/,
  },
  {
    reason: 'the load balancer gets its usual number of connections, where k3d counts the ports',
    path: /values\.yaml\/settings\/(defaultProxyTimeout|workerConnections)$/,
    when: ({ k3d, ours }) => (k3d === undefined && ours === 600) || (ours === 1024 && k3d > 1024 && k3d < 1100),
  },
  {
    reason: 'nodes keep their addresses when they restart (k3d issue 1637)',
    path: /\/networks\/[^/]+\/ip$|\/labels\/k3d\.node\.staticIP$/,
    k3d: /^undefined$/,
  },
  {
    reason: 'a new node does not inherit the fixed address of the node that it is copied from',
    path: /\/labels\/k3d\.node\.staticIP$/,
    ours: /^undefined$/,
  },
  {
    reason: 'the network has a subnet that we choose, so that nodes can keep their addresses',
    path: /^\/networks\/[^/]+\/ipam$/,
    k3d: /^\[\]$/,
  },
  {
    reason: '`host.k3d.internal` is in the hosts file of every container from the start',
    path: /\/hosts$/,
    when: same(/ host\.k3d\.internal$/),
  },
  {
    reason: 'the cluster DNS gets no entries for nodes, which k3s adds by itself',
    path: /^\/dns\//,
    when: same(/-(server|agent)-\d+$|-tools$|^k3d-[a-z]+-\d+$/),
  },
  {
    reason: 'only servers are told where to write a kubeconfig',
    path: /-\d+\/env$/,
    when: same(/^K3S_KUBECONFIG_OUTPUT=/),
  },
  {
    reason: 'with a proxy, nodes get a NO_PROXY that covers everything inside the cluster',
    path: /-\d+\/env$/,
    when: ({ k3d, ours }) =>
      /\bHTTPS?_PROXY=\S/.test(text(ours)) &&
      text(without(k3d, /^(NO_PROXY|K3S_KUBECONFIG_OUTPUT)=/)) ===
        text(without(ours, /^(NO_PROXY|K3S_KUBECONFIG_OUTPUT)=/)),
  },
  {
    reason: 'the API certificate has more names',
    path: /\/command$/,
    when: ({ k3d, ours }) =>
      Array.isArray(k3d) &&
      Array.isArray(ours) &&
      k3d.every((one) => ours.includes(one.replace('--tls-san 0.0.0.0', '--tls-san 127.0.0.1'))) &&
      ours.every((one) => k3d.includes(one) || /^--tls-san (127\.0\.0\.1|k3d-.*-serverlb)$/.test(one)),
  },
  {
    reason: 'nodes know a registry by localhost:PORT too',
    path: /registries\.yaml\/mirrors\/localhost:[^/]*$/,
    k3d: /^undefined$/,
  },
  {
    reason: 'a pull-through cache stands in for the registry that it caches, and is not offered for pushes',
    path: /registries\.yaml\/mirrors\/(registry\.upstream\.example|https:\/\/)|^\/hosting\/[^/]+$/,
    when: (_difference, { name }) => /^config-(full|registry-proxy)$/.test(name),
  },
  {
    reason: 'tools are told localhost instead of 127.0.0.1, and get a shorter link',
    path: /^\/hosting\/[^/]+\/(host|help)$/,
    when: ({ path, k3d, ours }) => path.endsWith('help') || k3d?.replace('127.0.0.1:', 'localhost:') === ours,
  },
  {
    reason: "a registry made with a cluster is on the cluster's network only",
    path: new RegExp(`^/containers/${ONE}/networks/bridge$`),
    ours: /^undefined$/,
  },
  { reason: 'added nodes refer to their image by name, not by id', path: /\/image$/, k3d: /^"sha256:/ },
  {
    reason: 'an added agent does not get the labels of a server',
    path: /\/labels\/k3d\.server\.api\.\w+$/,
    ours: /^undefined$/,
  },
  {
    reason: "the label for the network's range is left out where k3d writes an error into it",
    path: /\/labels\/k3d\.cluster\.network\.iprange$/,
    k3d: /invalid Prefix/,
  },
  {
    reason: "on the host's network no port is published",
    path: /\/ports\/6443\/tcp$/,
    ours: /^undefined$/,
    when: (_difference, { name }) => /host/.test(name),
  },
  { reason: 'a deleted node is drained and removed from Kubernetes', path: /^\/kube(\/|$)/ },
  {
    reason: 'no helper container is used, and no tarball is left',
    path: /^\/left|-tools$/,
    ours: /^undefined$/,
  },
  {
    reason: 'a failed creation leaves nothing behind; k3d leaves some of it',
    path: /^\/(containers|networks|volumes|dns)\//,
    ours: /^undefined$/,
    when: (_difference, one) => bothFail(one),
  },
  {
    reason: 'files are readable by their owner only, and not executable',
    path: /^\/made\/.*\/mode$/,
    ours: /600|644/,
  },
  {
    reason: 'a migrated file leaves out values that are the defaults',
    path: /^\/made\/\.\/out\.yaml\/value\/(options(\/|$)|registries\/create\/proxy)/,
    when: ({ k3d, ours }) => ours === undefined || (k3d === 60000000000 && ours === '60s'),
  },
  {
    reason: 'lists of registries have an address column',
    path: /^\/stdout\[0\]$/,
    when: ({ k3d, ours }) =>
      Array.isArray(k3d) &&
      Array.isArray(ours) &&
      text(k3d) === text(ours.map((line) => line.replace(/ \| [^|]*$/, ''))),
  },
  { reason: 'an empty list is [], not null', path: /^\/stdout\[0\]\/value$/, k3d: /^null$/, ours: /^\[\]$/ },
  {
    reason: 'a kubeconfig leaves out fields that are empty',
    path: /provideClusterInfo$/,
    k3d: /^false$/,
    ours: /^undefined$/,
  },
  {
    reason: 'the version command also prints our own version',
    path: /^\/stdout\[0\]\/k3d-action$/,
    k3d: /^undefined$/,
  },
  {
    reason: 'a relative path for a volume works, and so does a token in a v1alpha4 file',
    path: /./,
    when: (_difference, one) => one.name in BETTER,
  },
  {
    reason: 'a migrated file keeps the key token; k3d writes clusterToken, which it does not read',
    path: /out\.yaml\/value\/(clusterT|t)oken$/,
  },
  {
    reason:
      'a port added by node edit leads to all nodes, and the others lead where they led; k3d leaves the servers alone behind each',
    path: /-serverlb\/files\/\/etc\/confd\/values\.yaml\/ports\//,
    when: (_difference, one) => one.name.startsWith('basic-node-edit-port'),
  },
  {
    reason:
      '`server:0` of a cluster that exists is its server 0; k3d counts in the order in which the engine lists them',
    path: /-serverlb\/files\/\/etc\/confd\/values\.yaml\/ports\//,
    when: (_difference, one) => one.name === 'basic-edit-port-of-ours',
  },
];
