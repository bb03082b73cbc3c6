export const id = 684;
export const ids = [684];
export const modules = {

/***/ 6684:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterCreate: () => (/* binding */ clusterCreate)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/kubernetes/kubeconfig.ts
var kubeconfig = __webpack_require__(9741);
// EXTERNAL MODULE: ./src/cluster/bringUp.ts
var bringUp = __webpack_require__(3427);
// EXTERNAL MODULE: ./src/cluster/context.ts
var cluster_context = __webpack_require__(5961);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
;// CONCATENATED MODULE: ./src/plan/addresses.ts
/** Arithmetic on IPv4 addresses. */
/** The number behind an address. */
function toNumber(address) {
    return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
function toAddress(value) {
    return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
/** First address of a subnet in CIDR notation, and how many it has. */
function rangeOf(subnet) {
    const [address, bits] = subnet.split('/');
    const size = 2 ** (32 - Number(bits));
    return { first: Math.floor(toNumber(address) / size) * size, size };
}
/**
 * The address of a node: the nth after those that k3d keeps free, which are the network's own, the gateway's and `.2`.
 * @returns undefined when the lower half of the subnet has no such address
 */
function nodeAddress(subnet, n) {
    const { first, size } = rangeOf(subnet);
    return 3 + n < size / 2 ? toAddress(first + 3 + n) : undefined;
}
/** The upper half of a subnet: where the engine gives out addresses itself, so that it never takes a node's. */
function upperHalf(subnet) {
    const { first, size } = rangeOf(subnet);
    return `${toAddress(first + size / 2)}/${32 - Math.log2(size / 2)}`;
}
/** The gateway that k3d gives to a subnet: its first address. */
function gatewayOf(subnet) {
    return toAddress(rangeOf(subnet).first + 1);
}

// EXTERNAL MODULE: ./src/plan/labels.ts
var plan_labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/config/nodeFilter.ts
var nodeFilter = __webpack_require__(7002);
;// CONCATENATED MODULE: ./src/plan/nodes.ts



/** Whether the cluster has a load balancer: `auto` means one in front of several servers. */
function hasLoadBalancer(config) {
    return config.loadBalancer === 'auto' ? config.servers > 1 : config.loadBalancer === 'on';
}
/** Whether a server is the one that begins an etcd cluster. */
function isInitServer(config, node) {
    return node.role === 'server' && node.index === 0 && config.servers > 1;
}
/** The nodes of a cluster: servers, agents, then the load balancer. */
function plannedNodes(config) {
    const nodes = [];
    for (let index = 0; index < config.servers; index++) {
        nodes.push({ role: 'server', index, name: (0,names/* serverName */.L5)(config.name, index) });
    }
    for (let index = 0; index < config.agents; index++) {
        nodes.push({ role: 'agent', index, name: (0,names/* agentName */.Lp)(config.name, index) });
    }
    if (hasLoadBalancer(config))
        nodes.push({ role: 'loadbalancer', index: 0, name: (0,names/* loadBalancerName */.MH)(config.name) });
    return nodes;
}
/**
 * Spreads filtered values over the nodes they mean.
 * @param nodes the nodes that values of this kind can be for
 * @param emptyMeansAll an empty filter means every node (volumes, files); otherwise it is an error when there is more
 *   than one, as in k3d, where an env or argument that reaches the wrong nodes does harm
 * @throws UserError for a filter that is malformed, missing, or names no node
 */
function spread(values, nodes, emptyMeansAll) {
    const perNode = new Map(nodes.map((node) => [node.name, []]));
    for (const entry of values) {
        if (entry.nodeFilters.length === 0 && !emptyMeansAll && nodes.length > 1) {
            throw new errors/* UserError */.yo(`${entry.where}: "${entry.value}" needs a node filter since the cluster has ${nodes.length} nodes, e.g. ${entry.value}@server:0 or @all`);
        }
        const matched = entry.nodeFilters.length === 0 ? nodes : (0,nodeFilter/* matchFilters */.XN)(entry.nodeFilters, nodes, entry.where);
        for (const node of matched)
            perNode.get(node.name)?.push(entry.value);
    }
    return perNode;
}

;// CONCATENATED MODULE: ./src/plan/containerLabels.ts




/** The labels that make a container a node of a cluster, as k3d has them. @param ip its fixed address, if it has one */
function containerLabels(config, facts, node, ip) {
    const labels = {
        [plan_labels/* LABEL */.d_.app]: plan_labels/* APP */.uq,
        [plan_labels/* LABEL */.d_.version]: plan_labels/* K3D_CONTRACT_VERSION */.Pm,
        [plan_labels/* LABEL */.d_.role]: node.role,
        [plan_labels/* LABEL */.d_.cluster]: config.name,
        [plan_labels/* LABEL */.d_.clusterURL]: (0,names/* clusterURL */.K9)(config.name),
        [plan_labels/* LABEL */.d_.clusterToken]: facts.token,
        [plan_labels/* LABEL */.d_.imageVolume]: config.imageVolume ? (0,names/* imageVolumeName */.rw)(config.name) : '',
        [plan_labels/* LABEL */.d_.network]: facts.network.name,
        [plan_labels/* LABEL */.d_.networkId]: facts.network.id,
        [plan_labels/* LABEL */.d_.networkIPRange]: facts.network.subnet,
        [plan_labels/* LABEL */.d_.networkExternal]: String(facts.network.external),
        [plan_labels/* LABEL */.d_.serverLoadBalancer]: hasLoadBalancer(config) ? (0,names/* loadBalancerName */.MH)(config.name) : '',
        [plan_labels/* LABEL */.d_.creation]: facts.creation,
    };
    if (config.hostAliases.length > 0)
        labels[plan_labels/* LABEL */.d_.hostAliases] = JSON.stringify(config.hostAliases);
    if (node.role !== 'server')
        return labels;
    labels[plan_labels/* LABEL */.d_.apiHost] = facts.apiHost;
    labels[plan_labels/* LABEL */.d_.apiHostIP] = config.apiHostIP;
    labels[plan_labels/* LABEL */.d_.apiPort] = String(facts.apiPort);
    if (ip !== undefined)
        labels[plan_labels/* LABEL */.d_.staticIP] = ip;
    if (isInitServer(config, node))
        labels[plan_labels/* LABEL */.d_.serverInit] = 'true';
    return labels;
}
/** The user's labels of a container, from `KEY=VALUE` texts. */
function userLabels(texts) {
    return Object.fromEntries(texts.map((text) => {
        const at = text.indexOf('=');
        return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
    }));
}
/** @throws UserError when a user's label is one that clusters are found by */
function checkRuntimeLabels(labels) {
    for (const { value, where } of labels) {
        const key = value.split('=')[0];
        if ((0,plan_labels/* isReservedLabel */.JA)(key)) {
            throw new errors/* UserError */.yo(`${where}: label "${key}" is reserved: app, k3d.* and k3s.* are what clusters are found by`);
        }
    }
}

// EXTERNAL MODULE: ./src/plan/entrypoint.ts
var entrypoint = __webpack_require__(407);
;// CONCATENATED MODULE: ./src/plan/files.ts


/**
 * The user's files, and registries.yaml, for each node. By now a file's source is its content: reading is done before.
 * @throws UserError for malformed filters
 */
function planFiles(config, nodes) {
    const perNode = new Map(nodes.map((node) => [node.name, []]));
    for (const file of config.files) {
        const matched = file.nodeFilters.length === 0 ? nodes : (0,nodeFilter/* matchFilters */.XN)(file.nodeFilters, nodes, file.where);
        for (const node of matched) {
            perNode.get(node.name)?.push({ path: (0,volumeSpec/* expandDestination */.ZT)(file.destination), content: file.source, mode: 0o644 });
        }
    }
    if (config.registriesYaml !== undefined) {
        // It may hold passwords.
        const path = volumeSpec/* PATH_SHORTCUTS */.OZ['k3s-registry-config'];
        for (const files of perNode.values())
            files.push({ path, content: config.registriesYaml, mode: 0o600 });
    }
    return perNode;
}

;// CONCATENATED MODULE: ./src/plan/loadBalancer.ts
/** The file that says what is passed on to whom, by k3d's name and in k3d's format, so that k3d can drive it too. */
const VALUES_PATH = '/etc/confd/values.yaml';
const LOAD_BALANCER_ENTRYPOINT = '/bin/k3d-loadbalancer.sh';
/** The text of values.yaml. */
function loadBalancerValues(ports) {
    const lines = [...ports].flatMap(([port, nodes]) => [`  ${port}:`, ...nodes.map((node) => `    - ${node}`)]);
    return ['ports:', ...lines, 'settings:', '  workerConnections: 1024', '  defaultProxyTimeout: 600', ''].join('\n');
}
/**
 * Turns values.yaml into nginx's configuration, now and whenever that file or a node's address changes. Names are
 * resolved here and not by nginx, which would refuse to start for a node that does not run, and keep an address for
 * ever. nginx says "start worker processes" when it starts and reloads, which k3d waits for.
 */
const ENTRYPOINT = `#!/bin/sh
set -u
values=\${VALUES:-${VALUES_PATH}}
conf=\${CONF:-/etc/nginx/nginx.conf}
work=\${WORK:-/tmp}

# One line a node that has an address: NAME ADDRESS.
addresses() {
  sed -n 's/^ *- *"\\{0,1\\}\\([A-Za-z0-9._-]*\\)"\\{0,1\\} *$/\\1/p' "$values" | sort -u | while read -r name; do
    address=$(getent hosts "$name" | awk '$1 ~ /^[0-9.]+$/ { print $1; exit }')
    [ -z "$address" ] || echo "$name $address"
  done
}

render() {
  for module in /usr/lib/nginx/modules/ngx_stream_module.so; do [ ! -e "$module" ] || echo "load_module $module;"; done
  addresses >"$work/addresses"
  awk '
    FILENAME != ARGV[2] { address[$1] = $2; next }
    /^ *workerConnections:/ { connections = $2; next }
    /^ *defaultProxyTimeout:/ { timeout = $2; next }
    match($0, /[0-9]+\\.(tcp|udp)/) { port = substr($0, RSTART, RLENGTH); order[++count] = port; next }
    /^ *- / { name = $2; gsub(/"/, "", name); if (name in address) nodes[port] = nodes[port] " " name }
    END {
      print "worker_processes auto;\\nerror_log /dev/stderr notice;\\npid /tmp/nginx.pid;"
      print "events { worker_connections " (connections ? connections : 1024) "; }\\nstream {"
      for (i = 1; i <= count; i++) {
        if (nodes[order[i]] == "") continue
        split(order[i], part, ".")
        print "  upstream " part[1] "_" part[2] " {"
        n = split(nodes[order[i]], list, " ")
        for (j = 1; j <= n; j++)
          print "    server " address[list[j]] ":" part[1] " max_fails=1 fail_timeout=10s; # " list[j]
        print "  }"
        print "  server {\\n    listen " part[1] (part[2] == "udp" ? " udp" : "") ";"
        print "    proxy_pass " part[1] "_" part[2] ";\\n    proxy_timeout " (timeout ? timeout : 600) ";"
        print "    proxy_connect_timeout 2s;\\n  }"
      }
      print "}"
    }' "$work/addresses" "$values"
}

render >"$conf"
[ -z "\${RENDER_ONLY:-}" ] || exit 0
nginx -c "$conf" -g 'daemon off;' &
nginx=$!
trap 'kill -QUIT $nginx' TERM INT QUIT
while kill -0 $nginx 2>/dev/null; do
  sleep 0.4
  render >"$work/next"
  cmp -s "$work/next" "$conf" && continue
  nginx -t -q -c "$work/next" || continue
  cat "$work/next" >"$conf"
  nginx -c "$conf" -s reload
done
wait $nginx
`;
/** The files of a load balancer. */
function loadBalancerFiles(ports) {
    return [
        { path: VALUES_PATH, content: loadBalancerValues(ports), mode: 0o644 },
        { path: LOAD_BALANCER_ENTRYPOINT, content: ENTRYPOINT, mode: 0o755 },
    ];
}

;// CONCATENATED MODULE: ./src/plan/mounts.ts



/** Where the volume for imported images is mounted in every node. */
const IMAGE_VOLUME_PATH = '/k3d/images';
/**
 * The mounts of all nodes. A named volume that does not exist yet is made with k3d's prefix and is ours to remove.
 * @param existing names of the engine's volumes
 * @throws UserError for malformed volumes or filters
 */
function planMounts(config, nodes, existing) {
    const volumes = new Set();
    const resolved = config.volumes.map((entry) => {
        const mount = (0,volumeSpec/* parseVolumeSpec */.v5)(entry.value, entry.where);
        if (mount.source === undefined)
            return { ...entry, value: mount.destination };
        let source = mount.source;
        if (!mount.isPath && !existing.has(source)) {
            source = (0,names/* prefixedVolumeName */.Tn)(source);
            volumes.add(source);
        }
        return {
            ...entry,
            value: [source, mount.destination, mount.options].filter((part) => part !== undefined).join(':'),
        };
    });
    const perNode = spread(resolved, nodes, true);
    if (config.imageVolume) {
        const name = (0,names/* imageVolumeName */.rw)(config.name);
        volumes.add(name);
        for (const binds of perNode.values())
            binds.push(`${name}:${IMAGE_VOLUME_PATH}`);
    }
    return { volumes: [...volumes], perNode };
}

// EXTERNAL MODULE: ./src/config/portSpec.ts
var portSpec = __webpack_require__(8628);
;// CONCATENATED MODULE: ./src/plan/ports.ts




/** Address on which ports are published unless the user names one: CI machines have no reason to listen to the net. */
const DEFAULT_PORT_HOST_IP = '127.0.0.1';
/**
 * Where the configured ports go. Through the load balancer they reach servers and agents; without one they are
 * published on the first node that the filter means, and servicelb or a NodePort takes it from there.
 * @throws UserError for malformed ports and filters, `@all`, or a proxied port when the load balancer was switched off
 */
function planPorts(config, nodes) {
    const plan = { published: new Map(), proxied: new Map() };
    for (const entry of config.ports) {
        const mappings = (0,portSpec/* parsePortSpec */.q)(entry.value, DEFAULT_PORT_HOST_IP, entry.where);
        for (const target of portTargets(entry, config, nodes)) {
            if (target.proxied)
                proxy(plan, mappings, target.nodes, nodes);
            else
                publish(plan, mappings, target.nodes[0].name);
        }
    }
    checkCollisions(plan, config.ports);
    return plan;
}
function portTargets(entry, config, nodes) {
    const k3sNodes = nodes.filter((node) => node.role !== 'loadbalancer');
    const filters = entry.nodeFilters.length === 0 ? ['loadbalancer'] : entry.nodeFilters;
    return filters.map((filter) => {
        const { nodes: matched, suffix } = (0,nodeFilter/* matchFilter */.eA)(filter, nodes, entry.where);
        const role = filter.split(':')[0];
        if (role === 'all') {
            throw new errors/* UserError */.yo(`${entry.where}: port "${entry.value}" can't be published on all nodes: name one, or the loadbalancer`);
        }
        const targets = role === 'loadbalancer' ? k3sNodes : matched;
        if (targets.length === 0) {
            throw new errors/* UserError */.yo(`${entry.where}: node filter "${filter}" of port "${entry.value}" matches no node of this cluster`);
        }
        if (suffix === 'direct') {
            if (role === 'loadbalancer' || targets.length !== 1) {
                throw new errors/* UserError */.yo(`${entry.where}: "${filter}" of port "${entry.value}" must mean exactly one server or agent`);
            }
            return { proxied: false, nodes: targets };
        }
        if (hasLoadBalancer(config))
            return { proxied: true, nodes: targets };
        if (config.loadBalancer === 'off') {
            throw new errors/* UserError */.yo(`${entry.where}: port "${entry.value}" goes through the load balancer, which is switched off: name one node and direct, e.g. ${entry.value}@server:0:direct`);
        }
        return { proxied: false, nodes: targets };
    });
}
function publish(plan, mappings, node) {
    plan.published.set(node, [...(plan.published.get(node) ?? []), ...mappings]);
}
function proxy(plan, mappings, targets, nodes) {
    const balancer = nodes.find((node) => node.role === 'loadbalancer');
    publish(plan, mappings, balancer.name);
    for (const { containerPort, protocol } of mappings) {
        const key = `${containerPort}.${protocol}`;
        const names = new Set([...(plan.proxied.get(key) ?? []), ...targets.map((node) => node.name)]);
        plan.proxied.set(key, [...names]);
    }
}
function checkCollisions(plan, entries) {
    const seen = new Set();
    for (const mapping of [...plan.published.values()].flat()) {
        if (mapping.hostPort === undefined)
            continue;
        const key = `${mapping.hostIP}:${mapping.hostPort}/${mapping.protocol}`;
        if (seen.has(key)) {
            throw new errors/* UserError */.yo(`${entries[0]?.where ?? 'ports'}: host port ${key} is asked for twice; each can be published once`);
        }
        seen.add(key);
    }
}

;// CONCATENATED MODULE: ./src/plan/cluster.ts










/** Where servers write their kubeconfig, in k3d's clusters and ours. */
const KUBECONFIG_PATH = '/output/kubeconfig.yaml';
/**
 * The network that the cluster should have; only used when the configuration names no existing one.
 * @param subnet in CIDR notation; undefined: the engine's choice
 */
function planNetwork(config, creation, subnet) {
    return {
        name: config.network ?? (0,names/* networkName */.uv)(config.name),
        labels: { [plan_labels/* LABEL */.d_.app]: plan_labels/* APP */.uq, [plan_labels/* LABEL */.d_.creation]: creation },
        ipam: subnet === undefined ? undefined : { subnet, gateway: gatewayOf(subnet), range: upperHalf(subnet) },
    };
}
/**
 * The containers, volumes and files that make up a cluster. Pure: the same arguments give the same plan.
 * @throws UserError for anything in the configuration that can't be planned, naming where it was written
 */
function planCluster(config, facts) {
    checkRuntimeLabels(config.runtimeLabels);
    const nodes = plannedNodes(config);
    const k3sNodes = nodes.filter((node) => node.role !== 'loadbalancer');
    const ports = planPorts(config, nodes);
    const mounts = planMounts(config, nodes, facts.existingVolumes);
    const parts = {
        ports,
        mounts: mounts.perNode,
        files: planFiles(config, k3sNodes),
        env: spread(config.env, nodes, false),
        args: spread(config.k3sArgs, k3sNodes, false),
        nodeLabels: spread(config.nodeLabels, k3sNodes, false),
        runtimeLabels: spread(config.runtimeLabels, nodes, false),
    };
    const objectLabels = { [plan_labels/* LABEL */.d_.app]: plan_labels/* APP */.uq, [plan_labels/* LABEL */.d_.version]: plan_labels/* K3D_CONTRACT_VERSION */.Pm, [plan_labels/* LABEL */.d_.cluster]: config.name };
    return {
        volumes: mounts.volumes.map((name) => ({ name, labels: { ...objectLabels, [plan_labels/* LABEL */.d_.creation]: facts.creation } })),
        nodes: nodes.map((node, position) => node.role === 'loadbalancer'
            ? planLoadBalancer(config, facts, node, position, parts)
            : planK3sNode(config, facts, node, position, parts)),
    };
}
function planK3sNode(config, facts, node, position, parts) {
    const isServer = node.role === 'server';
    const ip = addressOf(facts, position);
    const published = [...(parts.ports.published.get(node.name) ?? [])];
    if (isServer && node.index === 0 && !hasLoadBalancer(config)) {
        published.unshift(apiMapping(config, facts));
    }
    return {
        ...node,
        container: {
            name: node.name,
            hostname: node.name,
            image: config.image,
            entrypoint: [entrypoint/* NODE_ENTRYPOINT */.Q],
            command: nodeCommand(config, facts, node, parts),
            env: nodeEnv(config, facts, node, parts.env.get(node.name) ?? []),
            labels: { ...userLabels(parts.runtimeLabels.get(node.name) ?? []), ...containerLabels(config, facts, node, ip) },
            network: facts.network.name,
            ip,
            ports: published,
            binds: parts.mounts.get(node.name) ?? [],
            tmpfs: ['/run', '/var/run'],
            extraHosts: extraHosts(config, facts),
            ulimits: config.ulimits,
            memory: isServer ? config.serversMemory : config.agentsMemory,
            hostPid: config.hostPidMode,
            privileged: true,
        },
        files: [...(0,entrypoint/* entrypointFiles */.E)(), ...(parts.files.get(node.name) ?? [])],
    };
}
/** The load balancer publishes the API and passes it on to all servers, beside the ports that the user asked for. */
function planLoadBalancer(config, facts, node, position, parts) {
    const ip = addressOf(facts, position);
    const servers = Array.from({ length: config.servers }, (_, index) => (0,names/* serverName */.L5)(config.name, index));
    const proxied = new Map([[`${names/* API_PORT */.lL}.tcp`, servers], ...parts.ports.proxied]);
    return {
        ...node,
        container: {
            name: node.name,
            hostname: node.name,
            image: config.loadBalancerImage,
            entrypoint: [LOAD_BALANCER_ENTRYPOINT],
            command: [],
            env: parts.env.get(node.name) ?? [],
            labels: { ...userLabels(parts.runtimeLabels.get(node.name) ?? []), ...containerLabels(config, facts, node, ip) },
            network: facts.network.name,
            ip,
            ports: [apiMapping(config, facts), ...(parts.ports.published.get(node.name) ?? [])],
            binds: parts.mounts.get(node.name) ?? [],
            tmpfs: [],
            extraHosts: extraHosts(config, facts),
            ulimits: [],
            memory: undefined,
            hostPid: false,
            privileged: false,
        },
        files: loadBalancerFiles(proxied),
    };
}
function apiMapping(config, facts) {
    return { hostIP: config.apiHostIP, hostPort: facts.apiPort, containerPort: names/* API_PORT */.lL, protocol: 'tcp' };
}
function addressOf({ network }, position) {
    return network.fixedAddresses ? nodeAddress(network.subnet, position) : undefined;
}
function nodeCommand(config, facts, node, parts) {
    const command = [node.role, ...(parts.args.get(node.name) ?? [])];
    if (isInitServer(config, node))
        command.push('--cluster-init');
    for (const label of parts.nodeLabels.get(node.name) ?? [])
        command.push('--node-label', label);
    if (node.role === 'server') {
        command.push('--tls-san', facts.apiHost);
        if (config.apiHostIP !== facts.apiHost)
            command.push('--tls-san', config.apiHostIP);
        command.push('--tls-san', (0,names/* loadBalancerName */.MH)(config.name));
    }
    return command;
}
function nodeEnv(config, facts, node, user) {
    const env = [...user, `K3S_TOKEN=${facts.token}`];
    if (node.role === 'agent' || node.index > 0)
        env.push(`K3S_URL=${(0,names/* clusterURL */.K9)(config.name)}`);
    if (node.role === 'server')
        env.push(`K3S_KUBECONFIG_OUTPUT=${KUBECONFIG_PATH}`);
    return env;
}
/** Entries of /etc/hosts that Docker keeps over restarts: the host itself, and the user's aliases. */
function extraHosts(config, facts) {
    const aliases = config.hostAliases.flatMap((alias) => alias.hostnames.map((name) => `${name}:${alias.ip}`));
    return facts.network.gateway === '' ? aliases : [`host.k3d.internal:${facts.network.gateway}`, ...aliases];
}

// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/createContainer.ts
var createContainer = __webpack_require__(5842);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./src/cluster/hostPorts.ts


/** Finds a free TCP port on an address of this machine and holds it. */
async function reservePort(hostIP) {
    const server = (0,external_node_net_.createServer)();
    try {
        await listen(server, hostIP, 0);
    }
    catch {
        // The address is the engine's, not this machine's: any free port here is as good a guess.
        await listen(server, '0.0.0.0', 0);
    }
    const { port } = server.address();
    return { port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}
/**
 * Checks that the wanted ports are free, before anything is made.
 * @throws UserError naming the port and, where it is known, who has it
 */
async function checkPortsFree(engine, wanted) {
    if (wanted.length === 0)
        return;
    const containers = await engine.containers.list([]);
    for (const { hostIP, port, protocol } of wanted) {
        const holder = containers.find((container) => container.ports.some((taken) => taken.hostPort === port && taken.protocol === protocol && overlap(taken.ip, hostIP)));
        if (holder !== undefined) {
            throw new errors/* UserError */.yo(`port ${port}/${protocol} on ${hostIP} is taken by container ${holder.name}: choose another or remove it`);
        }
        if (protocol === 'tcp' && engine.endpoint.host === undefined && (await isTaken(hostIP, port))) {
            throw new errors/* UserError */.yo(`port ${port}/tcp on ${hostIP} is taken by a process of this machine: choose another or stop it`);
        }
    }
}
const WILDCARDS = ['', '0.0.0.0', '::'];
function overlap(a, b) {
    return a === b || WILDCARDS.includes(a) || WILDCARDS.includes(b);
}
async function isTaken(hostIP, port) {
    const server = (0,external_node_net_.createServer)();
    try {
        await listen(server, hostIP, port);
        await new Promise((resolve) => server.close(() => resolve()));
        return false;
    }
    catch (error) {
        // Other errors (a port below 1024 without the right, an address that is not here) are not ours to judge.
        return error.code === 'EADDRINUSE';
    }
}
function listen(server, host, port) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ host, port, exclusive: true }, resolve);
    });
}

// EXTERNAL MODULE: ./src/cluster/images.ts
var cluster_images = __webpack_require__(5942);
// EXTERNAL MODULE: ./src/docker/engine.ts
var docker_engine = __webpack_require__(6556);
;// CONCATENATED MODULE: ./src/cluster/network.ts





/**
 * A network of ours that has no containers after so long, in milliseconds, is what a crash left. A younger one belongs
 * to a creation that is under way: its first container follows within a second.
 */
const ABANDONED_AFTER_MS = 60_000;
/**
 * Makes the cluster's network, or finds the one that the user named.
 * Its name is what two creations of the same cluster compete for: whoever makes it goes on.
 * @throws UserError when another creation has it, or the engine refuses to make it
 */
async function ensureNetwork(config, creation, engine) {
    const name = config.network ?? (0,names/* networkName */.uv)(config.name);
    const existing = await engine.networks.inspect(name);
    if (existing !== undefined) {
        if (config.network !== undefined)
            return { network: existing, external: true, fixedAddresses: false };
        // Without our label it is k3d's, or made by hand for this cluster: k3d would use it, and so do we.
        if (!(plan_labels/* LABEL */.d_.creation in existing.labels)) {
            return { network: existing, external: existing.labels[plan_labels/* LABEL */.d_.app] !== plan_labels/* APP */.uq, fixedAddresses: false };
        }
        await removeAbandoned(engine, existing);
    }
    try {
        const network = await createWithSubnet(config, creation, engine);
        return { network, external: false, fixedAddresses: network.subnet !== '' };
    }
    catch (error) {
        if (!(error instanceof docker_engine/* EngineError */.N))
            throw error;
        if (error.status === 409)
            throw beingCreated(name, error);
        const remedy = /address pool/.test(error.message)
            ? '; remove unused networks ("docker network prune") or give a subnet'
            : '';
        throw new errors/* UserError */.yo(`network ${name} can't be created: ${error.message}${remedy}`, { cause: error });
    }
}
/** How often a network is made anew when somebody else was quicker to take its subnet. */
const SUBNET_TRIES = 5;
/**
 * Makes a network whose subnet is written down in it, since only there an engine gives containers a fixed address.
 * Unless the user has chosen one, the engine does: it is asked for any network, and that is made again with its subnet.
 */
async function createWithSubnet(config, creation, engine) {
    if (config.subnet !== undefined)
        return engine.networks.create(planNetwork(config, creation, config.subnet));
    for (let left = SUBNET_TRIES;; left--) {
        const any = await engine.networks.create(planNetwork(config, creation, undefined));
        if (any.subnet === '')
            return any;
        await engine.networks.remove(any.id);
        try {
            return await engine.networks.create(planNetwork(config, creation, any.subnet));
        }
        catch (error) {
            if (left === 0 || !(error instanceof docker_engine/* EngineError */.N) || !/overlap/i.test(error.message))
                throw error;
        }
    }
}
async function removeAbandoned(engine, network) {
    const users = await engine.containers.list([`${plan_labels/* LABEL */.d_.creation}=${network.labels[plan_labels/* LABEL */.d_.creation]}`]);
    if (users.length > 0 || Date.now() - network.created < ABANDONED_AFTER_MS)
        throw beingCreated(network.name);
    await engine.networks.remove(network.id);
}
function beingCreated(name, cause) {
    return new errors/* UserError */.yo(`network ${name} exists already: another process is creating this cluster; wait for it or choose another name`, { cause });
}

// EXTERNAL MODULE: ./src/cluster/kubeconfig.ts
var cluster_kubeconfig = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
;// CONCATENATED MODULE: ./src/cluster/prepare.ts











/**
 * Checks all that can be checked beforehand and gets what the cluster is made from. Makes nothing.
 * @throws UserError when the name or a port is taken, the configuration can't be planned or an image is missing
 */
async function prepare(config, ids, context, progress) {
    const { engine, reporter, timeline, signal } = context;
    // A dry plan finds every mistake in the configuration while nothing has been made.
    const dry = planCluster(config, {
        ...ids,
        apiHost: config.apiHostIP,
        apiPort: config.apiPort ?? 0,
        network: { name: '', id: '', subnet: '', gateway: '', external: false, fixedAddresses: false },
        existingVolumes: new Set(),
    });
    checkVolumeSources(config, engine);
    await checkNameFree(engine, config.name);
    await checkPortsFree(engine, wantedPorts(dry));
    const images = [...new Set(dry.nodes.map((node) => node.container.image))];
    progress.waitingFor = images.map((name) => `image ${name}`).join(', ');
    await timeline.run('image', () => (0,allSettled/* allSettled */.v)(images.map((name) => (0,cluster_images/* ensureImage */.Y)(engine, name, reporter, signal))));
    const volumes = config.volumes.length > 0 ? await engine.volumes.list([]) : [];
    return {
        ...ids,
        apiHost: config.apiHost ?? reachableHost(config, engine),
        apiPort: config.apiPort === undefined
            ? await reservePort(config.apiHostIP)
            : { port: config.apiPort, release: async () => undefined },
        existingVolumes: new Set(volumes.map((volume) => volume.name)),
    };
}
/** Where ports that the engine publishes on `apiHostIP` are reached from here. */
function reachableHost(config, engine) {
    return engine.endpoint.host ?? config.apiHostIP;
}
/** Docker would make an empty folder for a path that is not there, and a typing error would go unnoticed. */
function checkVolumeSources(config, engine) {
    if (engine.endpoint.host !== undefined)
        return; // the paths are those of the engine's machine
    for (const { value, where } of config.volumes) {
        const { source, isPath } = (0,volumeSpec/* parseVolumeSpec */.v5)(value, where);
        if (isPath && source !== undefined && !(0,external_node_fs_.existsSync)(source))
            throw new errors/* UserError */.yo(`${where}: ${source} does not exist`);
    }
}
async function checkNameFree(engine, name) {
    const nodes = await engine.containers.list((0,model/* clusterFilter */.tp)(name));
    if (nodes.length === 0)
        return;
    throw new errors/* UserError */.yo(`cluster "${name}" exists already (${nodes.map((node) => node.name).join(', ')}): delete it or choose another name`);
}
/** The host ports of a plan, the API's among them; 0 and none stand for a port that is chosen later. */
function wantedPorts(plan) {
    const ports = plan.nodes.flatMap((node) => node.container.ports);
    return ports.flatMap(({ hostIP, hostPort, protocol }) => (hostPort ? [{ hostIP, port: hostPort, protocol }] : []));
}
/** Makes network, volumes and the containers that are started first. */
async function makeObjects(config, prepared, { engine, reporter, timeline, signal }) {
    const { creation, token, apiHost, existingVolumes } = prepared;
    const apiPort = prepared.apiPort.port;
    const { network, external, fixedAddresses } = await timeline.run('network', () => ensureNetwork(config, creation, engine));
    signal.throwIfAborted();
    const { id, name, subnet, gateway } = network;
    const facts = { name, id, subnet, gateway, external, fixedAddresses };
    const plan = planCluster(config, { creation, token, apiHost, apiPort, network: facts, existingVolumes });
    const make = async (node) => {
        signal.throwIfAborted();
        await (0,createContainer/* createContainer */.g)(engine, node.container);
        await engine.containers.putFiles(node.name, node.files);
        reporter.debug(`created ${node.name}`);
    };
    const isEarly = ({ role, index }) => role === 'loadbalancer' || (role === 'server' && index === 0);
    await timeline.run('first containers', async () => {
        await (0,allSettled/* allSettled */.v)(plan.volumes.map((volume) => engine.volumes.create(volume)));
        await (0,allSettled/* allSettled */.v)(plan.nodes.filter(isEarly).map(make));
    });
    return {
        plan,
        network,
        apiURL: (0,cluster_kubeconfig/* apiURL */.Sw)(apiHost, apiPort),
        makeOthers: () => timeline.run('other containers', () => (0,allSettled/* allSettled */.v)(plan.nodes.filter((node) => !isEarly(node)).map(make))),
    };
}

// EXTERNAL MODULE: ./src/cluster/remove.ts
var remove = __webpack_require__(1672);
;// CONCATENATED MODULE: ./src/cluster/create.ts








/** An id for one creation: what it makes is labelled with it, so that it can be undone without touching anything else. */
function newCreationId() {
    return (0,external_node_crypto_.randomUUID)();
}
/** A cluster token: 128 random bits. */
function newToken() {
    return (0,external_node_crypto_.randomBytes)(16).toString('hex');
}
/**
 * Creates a cluster and waits until it can be used.
 * @param creation from `newCreationId`, kept by the caller so that a later process can clean up too
 * @throws UserError naming what is wrong; by then everything that was made is gone, unless `rollback` is off
 */
async function createCluster(config, creation, context) {
    const started = performance.now();
    const progress = { waitingFor: 'the Docker engine' };
    const explain = () => new errors/* UserError */.yo(`cluster "${config.name}" was not ready within ${(0,duration/* formatDuration */.a)(config.timeoutMs)}: still waiting for ${progress.waitingFor}`);
    return await (0,cluster_context/* withDeadline */.N)(context, config.timeoutMs, explain, async (inner) => {
        try {
            return await make(config, creation, inner, progress, started);
        }
        catch (error) {
            await rollBack(config, creation, inner);
            throw error;
        }
    });
}
async function make(config, creation, context, progress, started) {
    const { reporter } = context;
    const token = config.token ?? newToken();
    reporter.secret(token);
    const prepared = await reporter.stage(`Preparing cluster ${config.name}`, () => prepare(config, { creation, token }, context, progress));
    try {
        const objects = await reporter.stage('Creating containers', () => makeObjects(config, prepared, context));
        const up = await reporter.stage('Starting nodes and waiting until the cluster is ready', async () => {
            await prepared.apiPort.release();
            return (0,bringUp/* bringUp */.qh)(startPlan(config, prepared, objects), context, progress);
        });
        return {
            name: config.name,
            kubeconfig: (0,kubeconfig/* kubeconfigFor */.jf)(config.name, up.credentials),
            apiURL: up.credentials.server,
            network: objects.network.name,
            k3sVersion: up.version,
            nodes: objects.plan.nodes.map(({ name, role }) => ({ name, role, ready: config.wait })),
            readyMs: performance.now() - started,
        };
    }
    finally {
        await prepared.apiPort.release();
    }
}
function startPlan(config, prepared, objects) {
    const named = (role) => objects.plan.nodes.filter((node) => node.role === role).map((node) => node.name);
    return {
        cluster: config.name,
        servers: named('server'),
        agents: named('agent'),
        loadBalancers: named('loadbalancer'),
        apiURL: objects.apiURL,
        token: prepared.token,
        k3sArgs: config.k3sArgs.map((arg) => arg.value),
        restarted: false,
        wait: config.wait,
        meanwhile: objects.makeOthers,
    };
}
async function rollBack(config, creation, { engine, reporter }) {
    if (!config.rollback) {
        reporter.warn(`Cluster ${config.name} is left as it is, since rollback is off`);
        return;
    }
    const removal = await (0,remove/* removeCreation */.Os)(engine, creation);
    if (removal.containers.length > 0)
        reporter.info(`Removed what had been made of cluster ${config.name}`);
    for (const problem of removal.problems)
        reporter.warn(`Could not remove ${problem}`);
}

// EXTERNAL MODULE: ./src/common/timeline.ts
var common_timeline = __webpack_require__(5750);
// EXTERNAL MODULE: ./src/config/resolve.ts + 5 modules
var resolve = __webpack_require__(7219);
// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
// EXTERNAL MODULE: ./src/docker/connect.ts + 8 modules
var connect = __webpack_require__(79);
// EXTERNAL MODULE: ./src/kubernetes/kubeconfigFile.ts
var kubeconfigFile = __webpack_require__(4451);
// EXTERNAL MODULE: ./src/cli/createFlags.ts
var createFlags = __webpack_require__(3169);
// EXTERNAL MODULE: ./src/cli/run.ts + 12 modules
var run = __webpack_require__(7253);
;// CONCATENATED MODULE: ./src/cli/commands/clusterCreate.ts










/** `k3d cluster create` */
async function clusterCreate(name, options, given, command) {
    const config = readSources(name, options.config, given);
    const reporter = (0,run/* reporterOf */.hw)(command);
    const timeline = new common_timeline/* Timeline */.K();
    await (0,run/* interruptible */.In)(async (signal) => {
        const engine = await (0,connect/* connectEngine */.x)();
        const cluster = await createCluster(config, newCreationId(), { engine, reporter, timeline, signal });
        if (config.updateDefaultKubeconfig) {
            await (0,kubeconfigFile/* mergeIntoFile */.nQ)((0,kubeconfigFile/* defaultKubeconfigPath */.St)(process.env), cluster.kubeconfig, config.switchCurrentContext);
        }
        reporter.debug(`where the time went:\n${(0,common_timeline/* renderTimeline */.s)(timeline.phases)}`);
        const state = config.wait ? `is ready after ${(0,duration/* formatDuration */.a)(cluster.readyMs)}` : 'is starting';
        reporter.info(`Cluster ${config.name} ${state}: ${cluster.apiURL}`);
        if (!config.updateDefaultKubeconfig)
            reporter.info(`Get its kubeconfig with: k3d kubeconfig get ${config.name}`);
    });
}
function readSources(name, file, given) {
    const cwd = process.cwd();
    // `-` is standard input; a line break at its end makes even one line an inline document.
    const config = file === '-' ? `${(0,external_node_fs_.readFileSync)(0, 'utf8')}\n` : file;
    const named = name === undefined ? {} : { name: (0,scalars/* readName */.MQ)(name, 'argument NAME') };
    // k3d has a load balancer unless it is told otherwise.
    const defaults = { loadBalancer: 'on' };
    return (0,resolve/* resolveConfig */.p)({ config, env: process.env, layers: [(0,createFlags/* flagsLayer */.xg)(given, 'flag', cwd), named], cwd, defaults });
}


/***/ }),

/***/ 5842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createContainer)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6556);


/** Makes a node's container. @throws UserError when its name is taken or the engine refuses it */
async function createContainer(engine, spec) {
    try {
        await engine.containers.create(spec);
    }
    catch (error) {
        if (!(error instanceof _docker_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .N))
            throw error;
        if (error.status === 409) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`container ${spec.name} exists already: another process is creating this cluster, or it is left from an older one`, { cause: error });
        }
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`container ${spec.name} can't be created on ${engine.endpoint.description}: ${error.message}`, {
            cause: error,
        });
    }
}


/***/ }),

/***/ 5942:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ ensureImage)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6556);


/** Pause between two words on a pull's progress, in milliseconds. */
const PROGRESS_EVERY_MS = 5000;
/**
 * Sees to it that the engine has an image, pulling it if need be.
 * @returns whether it was pulled
 * @throws UserError when it does not exist or can't be pulled
 */
async function ensureImage(engine, reference, reporter, signal) {
    if ((await engine.images.inspect(reference)) !== undefined) {
        reporter.debug(`image ${reference} is there already`);
        return false;
    }
    reporter.info(`Pulling image ${reference}`);
    let last = performance.now();
    try {
        await engine.images.pull(reference, ({ current, total }) => {
            if (performance.now() - last < PROGRESS_EVERY_MS)
                return;
            last = performance.now();
            reporter.info(`Pulling image ${reference}: ${megabytes(current)} of ${megabytes(total)} MB`);
        }, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        throw explainPullFailure(reference, error);
    }
    return true;
}
const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
function explainPullFailure(reference, error) {
    if (!(error instanceof _docker_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .N))
        return error;
    const missing = error.status === 404 && !/denied|unauthorized/i.test(error.message);
    const what = missing ? `image ${reference} does not exist` : `image ${reference} can't be pulled`;
    return new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, { cause: error });
}


/***/ }),

/***/ 5750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ Timeline),
/* harmony export */   s: () => (/* binding */ renderTimeline)
/* harmony export */ });
/** Records where the time goes. Phases may overlap, since much of the work runs side by side. */
class Timeline {
    phases = [];
    #origin = performance.now();
    /** Milliseconds since the timeline was made. */
    now() {
        return performance.now() - this.#origin;
    }
    /** Runs `work` as a phase called `name`; a rejection is recorded and passed on. */
    async run(name, work) {
        const phase = { name, start: this.now(), end: Number.NaN, failed: false };
        this.phases.push(phase);
        try {
            return await work();
        }
        catch (error) {
            phase.failed = true;
            throw error;
        }
        finally {
            phase.end = this.now();
        }
    }
    /** Records a phase that began at `start` and ends now. */
    add(name, start) {
        this.phases.push({ name, start, end: this.now(), failed: false });
    }
}
/** The phases as text, one a line, with a bar that shows when each ran. `width` is the bar's width in characters. */
function renderTimeline(phases, width = 40) {
    const total = Math.max(1, ...phases.map((phase) => phase.end || 0));
    const nameWidth = Math.max(0, ...phases.map((phase) => phase.name.length));
    return phases
        .map((phase) => {
        const end = Number.isNaN(phase.end) ? total : phase.end;
        const from = Math.min(width - 1, Math.floor((phase.start / total) * width));
        const length = Math.max(1, Math.round(((end - phase.start) / total) * width));
        const bar = `${' '.repeat(from)}${'█'.repeat(Math.min(length, width - from))}`.padEnd(width);
        const seconds = ((end - phase.start) / 1000).toFixed(1).padStart(6);
        return `${phase.name.padEnd(nameWidth)} ${seconds} s  ${bar}${phase.failed ? ' failed' : ''}`.trimEnd();
    })
        .join('\n');
}


/***/ }),

/***/ 407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ entrypointFiles),
/* harmony export */   Q: () => (/* binding */ NODE_ENTRYPOINT)
/* harmony export */ });
/**
 * What runs in a node before k3s, as k3d has it: a wrapper that runs each fix and then becomes k3s.
 * Unlike k3d's, it does not drain the node when it is stopped: a stopped CI node is not coming back for its pods,
 * and a node that is started again finds them where they were.
 */
const WRAPPER = `#!/bin/sh
# Runs the fixes beside this file, then k3s in place of itself, so that signals reach k3s.
set -eu
for fix in /bin/k3d-entrypoint-*.sh; do
  [ -e "$fix" ] || continue
  sh "$fix" >>/var/log/k3d-entrypoints.log 2>&1 || echo "k3d: $fix failed, see /var/log/k3d-entrypoints.log" >&2
done
exec /bin/k3s "$@"
`;
/** cgroup v2 allows no processes in a group that has children with controllers, so the root's move to a leaf. */
const CGROUP_V2 = `#!/bin/sh
set -eu
root=\${CGROUP_ROOT:-/sys/fs/cgroup}
[ -f "$root/cgroup.controllers" ] || exit 0
mkdir -p "$root/init"
while read -r pid; do
  echo "$pid" >"$root/init/cgroup.procs" || true # it may have ended since
done <"$root/cgroup.procs"
enable=
for controller in $(cat "$root/cgroup.controllers"); do enable="$enable +$controller"; done
echo "\${enable# }" >"$root/cgroup.subtree_control"
`;
/** Kubernetes needs mounts that propagate into pods. */
const MOUNTS = `#!/bin/sh
set -eu
mount --make-rshared /
`;
/**
 * Docker's name server answers on 127.0.0.11, an address that means nothing inside a pod. Its NAT rules are written
 * again for the gateway's address and for forwarded packets, and resolv.conf, which CoreDNS forwards to, names that.
 */
const DNS = `#!/bin/sh
set -eu
docker_dns=127.0.0.11
resolv=\${RESOLV_CONF:-/etc/resolv.conf}
grep -q "$docker_dns" "$resolv" || exit 0
gateway=$(ip -4 route show default | sed -n 's/.* via \\([0-9.]*\\).*/\\1/p' | head -n 1)
[ -n "$gateway" ] || { echo "no default gateway: pods can't use Docker's DNS"; exit 0; }
# Docker writes its rules with the host's kind of iptables; take whichever kind here shows them.
for kind in iptables iptables-nft iptables-legacy; do
  command -v "$kind-save" >/dev/null 2>&1 || continue
  rules=$("$kind-save" -t nat 2>/dev/null) || continue
  case $rules in *"$docker_dns"*) ;; *) continue ;; esac
  printf '%s\\n' "$rules" | sed \\
    -e "s/-d $docker_dns/-d $gateway/g" \\
    -e 's/^-A OUTPUT \\(.*\\) -j DOCKER_OUTPUT$/&\\n-A PREROUTING \\1 -j DOCKER_OUTPUT/' \\
    -e "s/--to-source :53/--to-source $gateway:53/g" | "$kind-restore"
  sed "s/$docker_dns/$gateway/g" "$resolv" >/tmp/resolv.conf
  cat /tmp/resolv.conf >"$resolv" # in place: Docker mounts the file
  rm -f /tmp/resolv.conf
  exit 0
done
echo "no NAT rules for $docker_dns found: pods can't use Docker's DNS"
`;
/** The command that containers of nodes run. */
const NODE_ENTRYPOINT = '/bin/k3d-entrypoint.sh';
/** The files of the fixes, by k3d's names, so that k3d replaces them by its own when it starts a node of ours. */
function entrypointFiles() {
    const script = (name, content) => ({
        path: `/bin/k3d-entrypoint${name}.sh`,
        content,
        mode: 0o744,
    });
    return [script('', WRAPPER), script('-cgroupv2', CGROUP_V2), script('-dns', DNS), script('-mounts', MOUNTS)];
}


/***/ })

};
