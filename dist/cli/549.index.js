export const id = 549;
export const ids = [549];
export const modules = {

/***/ 1298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ interruptible),
  h: () => (/* binding */ reporterOf)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
;// CONCATENATED MODULE: ./src/cli/reporter.ts
/** How a line begins that has no time. */
const SIGNS = { INFO: '', WARN: 'Warning: ', DEBUG: '  ' };
/**
 * Progress on standard error, a line each and the same in a terminal, a pipe and a CI's log, so that standard output holds
 * results only.
 */
function cliReporter({ verbose, timestamps, quiet }) {
    const write = (level, message) => {
        const sign = timestamps ? `${new Date().toISOString()} ${level.padEnd(5)} ` : SIGNS[level];
        process.stderr.write(`${sign}${message}\n`);
    };
    const progress = !quiet || verbose;
    return {
        info: (message) => progress && write('INFO', message),
        warn: (message) => write('WARN', message),
        debug: (message) => verbose && write('DEBUG', message),
        secret: () => undefined, // nothing secret is ever written
        stage: (title, work) => {
            if (progress)
                write('INFO', title);
            return work();
        },
    };
}

;// CONCATENATED MODULE: ./src/cli/session.ts


/** The reporter that a command's global flags ask for. */
function reporterOf(command) {
    const options = command.optsWithGlobals();
    return cliReporter({
        verbose: options.verbose === true || options.trace === true,
        timestamps: options.timestamps === true,
        quiet: options.quiet === true,
    });
}
/** Runs `work` with a signal that is aborted by Ctrl-C or a polite kill; a second one ends the process at once. */
async function interruptible(work) {
    const interrupted = new AbortController();
    const onSignal = (name) => {
        const reason = new errors/* InterruptedError */.p4(name);
        if (interrupted.signal.aborted)
            process.exit(reason.exitCode);
        interrupted.abort(reason);
    };
    // A failure that nobody waits for ends the work like any other: it is undone, and said in one sentence.
    const onStray = (error) => interrupted.abort(error instanceof Error ? error : new Error(String(error)));
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('unhandledRejection', onStray);
    try {
        await work(interrupted.signal);
    }
    finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('unhandledRejection', onStray);
    }
}


/***/ }),

/***/ 4270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qV: () => (/* reexport */ balancerOf),
  ln: () => (/* reexport */ changeValues),
  z: () => (/* reexport */ editPorts),
  LQ: () => (/* reexport */ publishedPorts),
  ul: () => (/* reexport */ putBehind),
  N$: () => (/* reexport */ readValues),
  MU: () => (/* reexport */ takeFromBehind)
});

// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/plan/loadBalancer.ts
var loadBalancer = __webpack_require__(9477);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 10 modules
var find = __webpack_require__(9645);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/cluster/balancer/balancers.ts





/** The load balancer of a cluster. @returns undefined when it has none */
function balancerOf(cluster) {
    return (0,find/* nodesOf */.Nh)(cluster, 'loadbalancer')[0];
}
/** What a load balancer passes on to whom. @returns undefined when it has no such file: it has never been set up */
async function readValues(engine, balancer) {
    const text = (await (0,readFiles/* readFiles */.U)(engine, balancer.id, loadBalancer/* VALUES_PATH */.bW))?.values().next().value;
    return text === undefined ? undefined : (0,loadBalancer/* parseValues */.Qc)(text);
}
/** Changes what the load balancer of a cluster passes on; it notices by itself, and connections elsewhere stay. */
async function changeValues(engine, cluster, change) {
    const balancer = balancerOf(cluster);
    const values = balancer && (await readValues(engine, balancer));
    if (balancer === undefined || values === undefined)
        return;
    const before = (0,loadBalancer/* valuesFile */.p4)(values).content;
    change(values, balancer);
    const file = (0,loadBalancer/* valuesFile */.p4)(values);
    if (file.content !== before)
        await engine.containers.putFiles(balancer.id, [file]);
}
/** Puts new nodes behind the ports that are open to their role. */
function putBehind(engine, cluster, role, names) {
    return changeValues(engine, cluster, ({ ports }, balancer) => {
        for (const [port, nodes] of ports) {
            if (isOpen(cluster, balancer, port, nodes, role))
                ports.set(port, [...new Set([...nodes, ...names])]);
        }
    });
}
/** Takes nodes from behind all ports. */
function takeFromBehind(engine, cluster, names) {
    return changeValues(engine, cluster, ({ ports }) => {
        for (const [port, nodes] of ports)
            ports.set(port, nodes.filter((node) => !names.includes(node)));
    });
}
/** A load balancer of k3d's does not say which ports are open: those that all nodes of the role are behind. */
function isOpen(cluster, { labels }, port, nodes, role) {
    if (port === names/* API_PORT_KEY */.Vh)
        return role === 'server';
    const label = labels[contract_labels/* LABEL */.d_.openPorts];
    if (label !== undefined)
        return JSON.parse(label)[port]?.includes(role) ?? false;
    const all = role === 'loadbalancer' ? [] : (0,find/* nodesOf */.Nh)(cluster, role);
    return all.length > 0 && all.every(({ name }) => nodes.includes(name));
}

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/config/portSpec.ts
var portSpec = __webpack_require__(8628);
// EXTERNAL MODULE: ./src/plan/ports.ts
var plan_ports = __webpack_require__(3491);
// EXTERNAL MODULE: ./src/cluster/containers/index.ts + 4 modules
var cluster_containers = __webpack_require__(5668);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 6 modules
var cluster_images = __webpack_require__(5982);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/common/poll.ts
var poll = __webpack_require__(5320);
;// CONCATENATED MODULE: ./src/cluster/balancer/replaceBalancer.ts





/** What nginx says when it serves; k3d waits for the same. */
const READY_LINE = 'start worker processes';
const LOG_LINES = 100;
const LOOK_EVERY_MS = 100;
const UP_WITHIN_MS = 20_000;
/** Time that one has to end its connections before it is ended, in seconds. */
const STOP_WITHIN_S = 1;
/**
 * Puts a container that publishes other ports in the place of a load balancer, ours or k3d's. The old one steps aside
 * under another name until the new one serves; when that fails, it is back as it was (k3d: NodeReplace).
 */
async function replaceBalancer(balancer, { ports, values, open }, context) {
    const { containers } = context.engine;
    const { id: old, name } = balancer;
    const wasRunning = balancer.state === 'running';
    // k3d's own has its script in its image.
    const files = open === undefined ? [(0,loadBalancer/* valuesFile */.p4)(values)] : (0,loadBalancer/* loadBalancerFiles */.S9)(values);
    const labels = {
        ...balancer.labels,
        ...(open === undefined ? {} : { [contract_labels/* LABEL */.d_.openPorts]: JSON.stringify(Object.fromEntries(open)) }),
    };
    let made;
    await containers.rename(old, `${name}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`);
    try {
        made = await containers.copy(old, { name, labels, ports });
        await containers.stop(old, STOP_WITHIN_S); // it has the host ports
        if (wasRunning)
            await bringUp(made, files, context);
        else
            await containers.putFiles(made, files);
    }
    catch (error) {
        if (made !== undefined)
            await containers.remove(made);
        await containers.rename(old, name);
        if (wasRunning)
            await (0,cluster_containers/* startNode */.LK)(context.engine, old);
        throw error;
    }
    await containers.remove(old);
    context.reporter.info(`Load balancer ${name} publishes ${ports.length} ports`);
}
/** Gives a load balancer that was just made its files, starts it and waits until it serves: the engine takes connections before. */
async function bringUp(id, files, { engine, signal }) {
    await engine.containers.putFiles(id, files);
    await (0,cluster_containers/* startNode */.LK)(engine, id);
    const isUp = async () => (await engine.containers.logs(id, LOG_LINES)).includes(READY_LINE) ? true : undefined;
    await (0,poll/* poll */.w)(isUp, LOOK_EVERY_MS, AbortSignal.any([signal, AbortSignal.timeout(UP_WITHIN_MS)]));
}

;// CONCATENATED MODULE: ./src/cluster/balancer/editPorts.ts












/**
 * Publishes more ports of a cluster, or takes some back. An engine can't change what a container publishes, so the load
 * balancer is replaced, as k3d does: connections through it end. A cluster that has none gets one.
 * @throws UserError for ports that are malformed, taken, or not published
 */
async function editPorts(cluster, changes, context) {
    const { engine } = context;
    const front = await lookAt(engine, cluster);
    const { published = [] } = front ?? {};
    const removed = findRemoved(cluster, published, changes.remove);
    const add = changes.add.filter((entry) => !isPublished(entry, published));
    const name = (0,names/* loadBalancerName */.MH)(cluster.name);
    const addition = planAddition(cluster, add, name);
    if (add.length === 0 && removed.length === 0)
        return;
    const wanted = addition.mappings.flatMap(({ hostIP, hostPort, protocol }) => hostPort ? [{ hostIP, port: hostPort, protocol }] : []);
    const isBeingClosed = ({ port, protocol }) => removed.some((one) => one.hostPort === port && one.protocol === protocol);
    await (0,cluster_containers/* checkPortsFree */.fG)(engine, wanted.filter((port) => !isBeingClosed(port)));
    if (front !== undefined)
        return change(front, removed, addition, context);
    if (balancerOf(cluster) === undefined)
        return addBalancer(cluster, addition, changes.image, context);
    throw new errors/* UserError */.yo(`the load balancer of cluster "${cluster.name}" has never been set up: start the cluster first`);
}
/** Ports that the load balancer publishes and passes on, the API's among them. */
async function publishedPorts(engine, cluster) {
    return (await lookAt(engine, cluster))?.published ?? [];
}
/** @returns undefined when there is none, or one that has never been set up */
async function lookAt(engine, cluster) {
    const balancer = balancerOf(cluster);
    if (balancer === undefined)
        return undefined;
    const details = await engine.containers.inspect(balancer.id);
    const values = await readValues(engine, balancer);
    if (details === undefined || values === undefined)
        return undefined;
    const published = details.portBindings.flatMap((binding) => {
        const key = (0,names/* portKey */.ls)(binding);
        // One that the engine has chosen stays what it is.
        const hostPort = binding.hostPort ?? details.ports.find((one) => (0,names/* portKey */.ls)(one) === key)?.hostPort;
        return values.ports.has(key) && hostPort !== undefined ? [{ ...binding, key, hostPort }] : [];
    });
    return { balancer, values, published };
}
/** What is there already needs nothing, as with k3d. */
const isPublished = ({ value, where }, published) => (0,portSpec/* parsePortSpec */.qy)(value, names/* LOOPBACK */.Ws, where).every((mapping) => published.some((one) => one.key === (0,names/* portKey */.ls)(mapping) && one.hostPort === mapping.hostPort));
function findRemoved(cluster, published, remove) {
    const wanted = remove.flatMap(({ value, where }) => (0,portSpec/* parsePortSpec */.qy)(value, names/* LOOPBACK */.Ws, where).map((mapping) => ({ ...mapping, value, where })));
    return wanted.map(({ hostPort, containerPort, protocol, value, where }) => {
        const key = (0,names/* portKey */.ls)({ containerPort, protocol });
        if (key === names/* API_PORT_KEY */.Vh)
            throw new errors/* UserError */.yo(`${where}: the port of the Kubernetes API can't be closed`);
        const found = published.find((one) => one.key === key && (hostPort === undefined || one.hostPort === hostPort));
        if (found !== undefined)
            return found;
        const open = published.map((one) => `${one.hostPort}:${one.key.replace('.', '/')}`);
        throw new errors/* UserError */.yo(`${where}: port "${value}" is not published by a load balancer of cluster "${cluster.name}"; published are ${open.join(', ') || 'none'}`);
    });
}
function planAddition(cluster, add, name) {
    const nodes = [...plannedLike(cluster), { role: 'loadbalancer', index: 0, name }];
    const ports = (0,plan_ports/* planPorts */.E)({ ...defaults/* DEFAULTS */.zY, loadBalancer: 'on', ports: [...add] }, nodes);
    const direct = [...ports.published.keys()].find((node) => node !== name);
    if (direct !== undefined) {
        throw new errors/* UserError */.yo(`${add[0]?.where}: node ${direct} runs, and a container that runs can't publish more ports: leave "direct" out, then a load balancer passes them on`);
    }
    return { mappings: ports.published.get(name) ?? [], ports };
}
/** The nodes of a cluster that exists, as filters see them. */
function plannedLike(cluster) {
    return ['server', 'agent'].flatMap((role) => (0,find/* nodesOf */.Nh)(cluster, role).map(({ name }, index) => ({ role, index, name })));
}
/** Puts a load balancer in the place of the one that is there, or takes it away when nothing is left to publish. */
async function change({ balancer, values, published }, removed, { mappings, ports }, context) {
    const staying = published.filter((one) => !removed.includes(one));
    const all = [...staying, ...mappings.filter((port) => !staying.some((one) => isSame(one, port)))];
    if (all.length === 0)
        return context.engine.containers.remove(balancer.id);
    const keys = new Set([names/* API_PORT_KEY */.Vh, ...all.map(names/* portKey */.ls)]);
    const keep = (before, added) => new Map([...before, ...added].filter(([key]) => keys.has(key)));
    const open = balancer.labels[contract_labels/* LABEL */.d_.openPorts];
    await replaceBalancer(balancer, {
        ports: all,
        values: { ...values, ports: keep(values.ports, ports.proxied) },
        // k3d's own have no such label.
        open: open === undefined ? undefined : keep(parseOpen(open), ports.open),
    }, context);
}
const isSame = (a, b) => (0,names/* portKey */.ls)(a) === (0,names/* portKey */.ls)(b) && a.hostPort === b.hostPort;
const parseOpen = (label) => new Map(Object.entries(JSON.parse(label)));
/** A load balancer for a cluster that has none. It does not publish the API, which the first server does. */
async function addBalancer(cluster, { mappings, ports }, image, context) {
    const { engine, reporter, signal } = context;
    await (0,cluster_images/* ensureImage */.Yt)(engine, image, reporter, signal);
    const kept = Object.entries((0,find/* runningServer */.TW)(cluster).labels).filter(([key]) => key === contract_labels/* LABEL */.d_.app || (key.startsWith('k3d.') && !/^k3d\.(server|node|loadbalancer)\./.test(key)));
    const servers = (0,find/* nodesOf */.Nh)(cluster, 'server').map(({ name }) => name);
    const container = (0,loadBalancer/* loadBalancerContainer */.As)({
        name: (0,names/* loadBalancerName */.MH)(cluster.name),
        image,
        env: [],
        labels: { ...Object.fromEntries(kept), [contract_labels/* LABEL */.d_.role]: 'loadbalancer' },
        network: cluster.network.name,
        ip: undefined,
        ports: mappings,
        binds: [],
        extraHosts: [],
        open: new Map([[names/* API_PORT_KEY */.Vh, ['server']], ...ports.open]),
    });
    const values = {
        ports: new Map([[names/* API_PORT_KEY */.Vh, servers], ...ports.proxied]),
        settings: (0,loadBalancer/* settingsWith */.WG)([]),
    };
    // One of that name may be somebody else's: only what was made here is removed again, by its id.
    const id = await (0,cluster_containers/* createContainer */.g$)(engine, container);
    try {
        await bringUp(id, (0,loadBalancer/* loadBalancerFiles */.S9)(values), context);
    }
    catch (error) {
        await engine.containers.remove(id);
        throw error;
    }
    reporter.info(`Load balancer ${container.name} publishes the new ports`);
}

;// CONCATENATED MODULE: ./src/cluster/balancer/index.ts
// Load balancers: what they pass on, and ports that come and go.




/***/ }),

/***/ 4907:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lW: () => (/* reexport */ addNodes),
  s7: () => (/* reexport */ addRemoteAgents),
  wv: () => (/* reexport */ checkServerCanGo),
  cg: () => (/* reexport */ checkServersPossible),
  AC: () => (/* reexport */ deleteNode),
  Eo: () => (/* reexport */ joinNodes),
  jb: () => (/* reexport */ needNode)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/kubernetes/podCidr.ts
var kubernetes_podCidr = __webpack_require__(1097);
// EXTERNAL MODULE: ./src/kubernetes/conditions.ts
var conditions = __webpack_require__(7344);
// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/kubernetes/ready.ts
var ready = __webpack_require__(3487);
// EXTERNAL MODULE: ./src/config/nodeLabels.ts
var nodeLabels = __webpack_require__(7479);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
// EXTERNAL MODULE: ./src/plan/datastore.ts
var datastore = __webpack_require__(458);
// EXTERNAL MODULE: ./src/plan/entrypoint.ts
var entrypoint = __webpack_require__(8026);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/contract/containers.ts
var containers = __webpack_require__(2032);
;// CONCATENATED MODULE: ./src/plan/clone.ts






/** Labels that belong to the one server that is copied. */
const OWN_LABELS = [contract_labels/* LABEL */.d_.serverInit, contract_labels/* LABEL */.d_.staticIP, contract_labels/* LABEL */.d_.nodeName];
/** Where k3d mounts what shows a node its own memory limit. */
const OWN_MOUNTS = ['/proc/meminfo', '/sys/devices/system/edac'];
/** Variables that a node has of its own. */
const OWN_VARIABLES = /^K3S_(URL|KUBECONFIG_OUTPUT|TOKEN)=/;
/** What a server knows and an agent has no use for: the password of its database. */
const isEndpoint = (entry) => entry.startsWith(`${datastore/* ENDPOINT_VARIABLE */.nb}=`);
/**
 * The container of a node that joins an existing cluster: a copy of one of its nodes, as in k3d, without published
 * ports and without what began the cluster. Only labels that begin with `k3d` are copied.
 * @param model a node of the same role, or for a cluster's first agent a server
 * @param kubeconfigPath where a server writes its kubeconfig
 */
function planAddedNode(model, node, kubeconfigPath) {
    const sameRole = model.labels[contract_labels/* LABEL */.d_.role] === node.role;
    const isServer = node.role === 'server';
    const copied = Object.entries(model.labels).filter(([key]) => key.startsWith('k3d') && !OWN_LABELS.includes(key) && (isServer || !key.startsWith('k3d.server.')));
    const token = node.token ?? model.labels[contract_labels/* LABEL */.d_.clusterToken] ?? '';
    return {
        ...emptyNode(node),
        image: node.image ?? model.image,
        command: [...(sameRole ? commandOf(model) : [node.role]), ...ownArgs(node)],
        env: envOf(model, node, token, kubeconfigPath),
        labels: {
            ...node.runtimeLabels,
            ...Object.fromEntries(copied),
            [contract_labels/* LABEL */.d_.app]: contract_labels/* APP */.uq,
            [contract_labels/* LABEL */.d_.version]: contract_labels/* K3D_CONTRACT_VERSION */.Pm,
            [contract_labels/* LABEL */.d_.role]: node.role,
            [contract_labels/* LABEL */.d_.serverLoadBalancer]: model.labels[contract_labels/* LABEL */.d_.serverLoadBalancer] ?? '',
            [contract_labels/* LABEL */.d_.clusterToken]: token,
            // It joins what another one has begun.
            ...(isServer && contract_labels/* LABEL */.d_.serverInit in model.labels ? { [contract_labels/* LABEL */.d_.serverInit]: 'false' } : {}),
        },
        network: model.labels[contract_labels/* LABEL */.d_.network] ?? '',
        // k3d shows a node its memory limit by files of that one node's; a new node gets its own.
        binds: model.binds.filter((bind) => !OWN_MOUNTS.includes((0,volumeSpec/* bindTarget */.PE)(bind))),
        extraHosts: model.extraHosts,
        ulimits: node.ulimits.length > 0 ? [...node.ulimits] : model.ulimits,
        memory: node.memory ?? (sameRole && model.memory > 0 ? model.memory : undefined),
        hostPid: model.hostPid,
    };
}
function envOf(model, node, token, kubeconfigPath) {
    const isServer = node.role === 'server';
    return [
        ...model.env.filter((entry) => !OWN_VARIABLES.test(entry) && (isServer || !isEndpoint(entry))),
        `K3S_TOKEN=${token}`,
        ...(isServer && hasEndpoint(model.env) ? [] : [`K3S_URL=${node.url}`]),
        ...(isServer ? [`K3S_KUBECONFIG_OUTPUT=${kubeconfigPath}`] : []),
    ];
}
/** Whether a server's state is in a database: others join by that alone. */
const hasEndpoint = (env) => env.some(isEndpoint);
/** The container of an agent that joins a cluster which is somewhere else. */
function planRemoteAgent(node, network) {
    return {
        ...emptyNode(node),
        image: node.image,
        command: ['agent', ...ownArgs(node)],
        env: [`K3S_TOKEN=${node.token}`, `K3S_URL=${node.url}`],
        labels: {
            ...node.runtimeLabels,
            [contract_labels/* LABEL */.d_.app]: contract_labels/* APP */.uq,
            [contract_labels/* LABEL */.d_.version]: contract_labels/* K3D_CONTRACT_VERSION */.Pm,
            [contract_labels/* LABEL */.d_.role]: node.role,
            [contract_labels/* LABEL */.d_.cluster]: '',
            [contract_labels/* LABEL */.d_.clusterURL]: node.url,
        },
        network,
        ulimits: [...node.ulimits],
        memory: node.memory,
    };
}
/** What all nodes of k3s have in common. */
const emptyNode = ({ name }) => (0,containers/* plainContainer */.M)({ name, image: '', entrypoint: [entrypoint/* NODE_ENTRYPOINT */.Qj], tmpfs: ['/run', '/var/run'], privileged: true });
const ownArgs = (node) => [
    ...node.k3sArgs,
    ...node.nodeLabels.flatMap((label) => ['--node-label', (0,nodeLabels/* labelWithValue */.a)(label)]),
];
/** Only one server begins a cluster; the rest is copied, labels among it, as k3d does. */
const commandOf = ({ command }) => command.filter((word) => word !== '--cluster-init');

// EXTERNAL MODULE: ./src/plan/caCertificates.ts
var caCertificates = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/plan/cluster.ts + 5 modules
var plan_cluster = __webpack_require__(3819);
// EXTERNAL MODULE: ./src/plan/nodeFiles.ts
var nodeFiles = __webpack_require__(1784);
// EXTERNAL MODULE: ./src/plan/files.ts + 2 modules
var files = __webpack_require__(9031);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 10 modules
var find = __webpack_require__(9645);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: ./src/cluster/balancer/index.ts + 3 modules
var balancer = __webpack_require__(4270);
// EXTERNAL MODULE: ./src/cluster/context.ts + 1 modules
var cluster_context = __webpack_require__(296);
// EXTERNAL MODULE: ./src/cluster/containers/index.ts + 4 modules
var cluster_containers = __webpack_require__(5668);
;// CONCATENATED MODULE: ./src/cluster/nodes/etcd.ts



/** Whether a server belongs to a cluster that was begun with etcd: k3d marks the one that began it, and the others. */
function isEtcdMember(server) {
    return contract_labels/* LABEL */.d_.serverInit in server.labels;
}
/** Whether a server is the one that its cluster began with. */
const beganCluster = (server) => server.labels[contract_labels/* LABEL */.d_.serverInit] === 'true';
/**
 * Checks that a cluster can do without one of its servers.
 * @throws UserError when it is the only one, the one that the others join through, or the rest would have no quorum
 */
async function checkServerCanGo(engine, node) {
    const cluster = await (0,find/* findCluster */.KG)(engine, node.cluster);
    const servers = cluster === undefined ? [] : (0,find/* nodesOf */.Nh)(cluster, 'server');
    if (servers.length <= 1) {
        throw new errors/* UserError */.yo(`node ${node.name} is the only server of cluster "${node.cluster}": delete the cluster instead`);
    }
    if (beganCluster(node) || joinedThrough(cluster) === node.name) {
        throw new errors/* UserError */.yo(`node ${node.name} is the server that cluster "${node.cluster}" began with and that all other nodes join through: delete another server`);
    }
    const others = servers.filter(({ id }) => id !== node.id);
    const running = others.filter(({ state }) => state === 'running').length;
    const needed = Math.floor(others.length / 2) + 1;
    if (running < needed) {
        throw new errors/* UserError */.yo(`without ${node.name}, ${running} of ${others.length} servers of cluster "${node.cluster}" would run, and etcd needs ${needed}: start the others first`);
    }
    // To let a member go, the members as they are have to agree.
    const now = servers.filter(({ state }) => state === 'running').length;
    if (now < Math.floor(servers.length / 2) + 1) {
        throw new errors/* UserError */.yo(`only ${now} of ${servers.length} servers of cluster "${node.cluster}" run, too few for etcd to decide anything: start the others first`);
    }
}
/** The server that the nodes' URL names. */
function joinedThrough({ nodes }) {
    const url = nodes.map(({ labels }) => labels[contract_labels/* LABEL */.d_.clusterURL]).find(Boolean);
    return url === undefined ? undefined : new URL(url).hostname;
}

// EXTERNAL MODULE: ./src/cluster/start/index.ts + 17 modules
var start = __webpack_require__(9597);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 6 modules
var cluster_images = __webpack_require__(5982);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/cluster/nodes/addNodes.ts





















/**
 * Adds nodes to a running cluster and waits until they are Ready. If one fails, all that were added are removed again.
 * @throws UserError when the cluster does not exist, does not run or can't have more servers, a name is taken, or the
 *   time is up
 */
async function addNodes(clusterName, request, context) {
    const { engine, reporter, signal } = context;
    const cluster = await (0,find/* needCluster */.N0)(engine, clusterName);
    if (request.image !== undefined)
        await (0,cluster_images/* ensureImage */.Yt)(engine, request.image, reporter, signal);
    const candidates = [...(0,find/* nodesOf */.Nh)(cluster, request.role), ...(0,find/* nodesOf */.Nh)(cluster, 'server')];
    const model = candidates[0] && (await engine.containers.inspect(candidates[0].id));
    if (model === undefined)
        throw new errors/* UserError */.yo(`cluster "${cluster.name}" has no node that could be copied`);
    const files = await filesLike(engine, model.id);
    const url = (0,names/* serverURL */.Np)((0,find/* runningServer */.TW)(cluster).name);
    await joinNodes(cluster, request, context, (name) => {
        const container = planAddedNode(model, { ...request, name, url }, plan_cluster/* KUBECONFIG_PATH */.SC);
        return {
            container,
            files: [...(0,nodeFiles/* nodeFiles */.k)(request.disabledFixes, container.memory, container.binds), ...files],
        };
    });
}
/** The files that all nodes of a cluster have, as one of them has them. */
async function filesLike(engine, id) {
    const read = async (path) => (await (0,readFiles/* readFiles */.U)(engine, id, path))?.get((0,external_node_path_.basename)(path));
    const settings = await read(files/* REGISTRIES_PATH */.yY);
    return [...(settings === undefined ? [] : [(0,files/* registriesFile */.Wi)(settings)]), ...(0,caCertificates/* caFiles */.e)(await read(caCertificates/* CA_PATH */.r))];
}
/**
 * Has nodes join a running cluster and waits until they are Ready; if one fails, all of them are removed again.
 * @param plan gives the container of each
 * @throws UserError as `addNodes` does
 */
async function joinNodes(cluster, request, context, plan) {
    const { engine } = context;
    (0,find/* runningServer */.TW)(cluster);
    await checkNamesFree(engine, request.names);
    const joinsEtcd = request.role === 'server' && (await checkServersPossible(engine, cluster)).joinEtcd;
    const made = [];
    const subject = `the new nodes of cluster "${cluster.name}" were`;
    await (0,cluster_context/* withDeadline */.N)(context, request.timeoutMs, subject, async (inner, progress) => {
        const over = new AbortController();
        try {
            const failure = await (0,cluster_containers/* failOnNodeExit */.aY)(engine, (0,find/* clusterFilter */.tp)(cluster.name), over.signal);
            const watched = { ...inner, signal: AbortSignal.any([inner.signal, failure]) };
            // Servers join etcd one after the other; agents all at once.
            const groups = request.role === 'server' ? request.names.map((name) => [name]) : [request.names];
            for (const names of groups) {
                await (0,settleAll/* settleAll */.j)(names.map((name) => startNew(engine, plan(name), request.networks, made)));
                if (joinsEtcd)
                    await joinEtcd(cluster, names, watched, progress);
                else if (request.wait || request.role === 'server')
                    await waitUntilReady(cluster, names, watched, progress);
            }
        }
        catch (error) {
            await (0,settleAll/* settleAll */.j)(made.map((name) => engine.containers.remove(name)));
            throw error;
        }
        finally {
            over.abort();
        }
    });
    await (0,balancer/* putBehind */.ul)(engine, cluster, request.role, request.names);
}
/** @throws UserError naming a container that exists already */
async function checkNamesFree(engine, names) {
    for (const name of names) {
        if ((await engine.containers.inspect(name)) !== undefined) {
            throw new errors/* UserError */.yo(`container ${name} exists already: choose another name for the new nodes`);
        }
    }
}
/**
 * How servers can be added: they join etcd, or share a database.
 * @throws UserError when the cluster keeps its state where one server alone can use it
 */
async function checkServersPossible(engine, cluster) {
    const details = await engine.containers.inspect((0,find/* runningServer */.TW)(cluster).id);
    const words = [...(details?.command ?? []), ...(details?.env ?? [])].join(' ');
    if (isEtcdMember((0,find/* runningServer */.TW)(cluster)) || /--cluster-init|K3S_CLUSTER_INIT=|datastore.endpoint/i.test(words))
        return { joinEtcd: !hasEndpoint(details?.env ?? []) };
    throw new errors/* UserError */.yo(`cluster "${cluster.name}" keeps its state in SQLite, which one server alone can use: create it with several servers, or with --k3s-arg=--cluster-init@server:0, to add servers later`);
}
/** Makes and starts a node. @param made is given its name as soon as there is something to remove again */
async function startNew(engine, { container, files }, networks, made) {
    await (0,cluster_containers/* createContainer */.g$)(engine, container);
    made.push(container.name);
    for (const network of networks)
        await engine.networks.connect(network, container.name);
    await engine.containers.putFiles(container.name, files);
    await (0,cluster_containers/* startNode */.LK)(engine, container.name);
}
async function joinEtcd(cluster, names, context, progress) {
    const over = new AbortController();
    const signal = AbortSignal.any([context.signal, over.signal]);
    const promoting = (0,start/* promoteLearners */.V0)(context.engine, (0,find/* runningServer */.TW)(cluster).name, names, () => undefined, signal);
    try {
        await waitUntilReady(cluster, names, context, progress);
    }
    finally {
        over.abort();
        await promoting;
    }
}
/** Whether one of the nodes that there are is Ready. */
async function isReady(kube, nodes) {
    const all = (await kube.get('/api/v1/nodes'))?.items ?? [];
    return nodes.map((node) => (0,nodeNames/* nodeFor */.O)(node, all)).some((node) => node !== undefined && (0,conditions/* isTrue */.H)(node, 'Ready'));
}
/** Runs a wait for nodes to register, and ends it when one of them is refused for good. */
async function untilRegistered({ engine, signal }, nodes, wait) {
    const unregistered = new Set(nodes.map(({ container }) => container));
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const refused = (0,start/* failOnRefusal */.cB)(engine, unregistered, until).catch((error) => over.abort(error));
    try {
        await wait(until, (container) => unregistered.delete(container));
    }
    finally {
        over.abort();
        await refused;
    }
}
async function waitUntilReady(cluster, names, context, progress) {
    const blocker = (text) => progress.set(text);
    await (0,find/* withKube */.MT)(context.engine, cluster, async (kube) => {
        const wait = { ...context, kube, startedAt: undefined, blocker, done: () => undefined };
        const { minor } = await (0,ready/* waitForApi */.Pz)(wait);
        const servers = (0,find/* nodesOf */.Nh)(cluster, 'server').map(({ name }) => name);
        const { serverArgs, hasNetwork, nodes } = await (0,find/* expectationsFor */.rJ)(context.engine, [...servers, ...names]);
        const podCidr = new kubernetes_podCidr/* PodCidrGiver */.T(kube, Number.parseInt(minor, 10), serverArgs);
        const own = nodes.filter(({ container }) => names.includes(container));
        // In a cluster whose network somebody has brought, new nodes get it too.
        const until = hasNetwork || (await isReady(kube, nodes)) ? 'Ready' : 'registered';
        await untilRegistered(context, own, (one, registered) => (0,ready/* waitForNodes */.iw)({ ...wait, signal: one }, own, podCidr, registered, until));
    });
}

;// CONCATENATED MODULE: ./src/cluster/nodes/addRemoteAgent.ts






/** Network of agents that join a cluster elsewhere, unless another one is named. */
const DEFAULT_NETWORK = 'bridge';
/**
 * Adds agents to a cluster that is not on this engine. Whether they become Ready can't be seen from here: there are no
 * rights to ask that cluster.
 * @param url of a server, e.g. `https://10.0.0.5:6443`
 * @throws UserError when the token is missing or a name is taken
 */
async function addRemoteAgents(url, request, { engine, reporter, signal }) {
    const { token, networks } = request;
    if (token === undefined)
        throw new errors/* UserError */.yo(`flag --token: the cluster at ${url} asks for its token`);
    if (request.role !== 'agent')
        throw new errors/* UserError */.yo(`flag --role: only agents can join a cluster that is elsewhere`);
    await checkNamesFree(engine, request.names);
    await (0,cluster_images/* ensureImage */.Yt)(engine, request.image, reporter, signal);
    const [network = DEFAULT_NETWORK, ...others] = networks;
    const made = [];
    try {
        for (const name of request.names) {
            const container = planRemoteAgent({ ...request, name, url, token }, network);
            const files = (0,nodeFiles/* nodeFiles */.k)(request.disabledFixes, container.memory, container.binds);
            await startNew(engine, { container, files }, others, made);
        }
    }
    catch (error) {
        await (0,settleAll/* settleAll */.j)(made.map((name) => engine.containers.remove(name)));
        throw error;
    }
}

// EXTERNAL MODULE: ./src/common/poll.ts
var poll = __webpack_require__(5320);
// EXTERNAL MODULE: ./src/kubernetes/client.ts
var client = __webpack_require__(7369);
;// CONCATENATED MODULE: ./src/kubernetes/leave.ts


/** How long a node's pods may take to go, in milliseconds. */
const DRAIN_MS = 20_000;
const LOOK_EVERY_MS = 300;
/** How long a Node that is deleted may be seen after it, in milliseconds. */
const GONE_MS = 10_000;
/**
 * Takes a node out of Kubernetes: no new pods, its pods evicted within a bound, the container stopped, then the Node
 * and its password removed, without which a node of the same name could not join later (k3s: pkg/nodepassword).
 * @param stop stops the node's container; undefined: it does not run, so there is nothing to move away
 */
async function leaveKubernetes(kube, name, stop) {
    const path = `/api/v1/nodes/${name}`;
    if (stop !== undefined && (await kube.get(path)) !== undefined) {
        await kube.patch(path, { spec: { unschedulable: true } });
        await drain(kube, name);
    }
    await stop?.();
    await kube.delete(path);
    // k3s's controllers have finalizers on Nodes, and take a moment on a busy machine.
    await lookUntil(GONE_MS, async () => (await kube.get(path)) === undefined);
    await kube.delete(`/api/v1/namespaces/kube-system/secrets/${name}.node-password.k3s`);
}
/** k3s's annotations for taking a member out of etcd (k3s: pkg/etcd/member_controller.go). */
const REMOVE_MEMBER = 'etcd.k3s.cattle.io/remove';
const REMOVED_MEMBER = 'etcd.k3s.cattle.io/removed-node-name';
/** How long a member may take to leave, in milliseconds. Where k3s does not know the annotation, it goes with its Node. */
const LEAVE_ETCD_MS = 20_000;
/** Has k3s take a server out of etcd while it still runs, so that the others never miss it. */
async function leaveEtcd(kube, name) {
    const path = `/api/v1/nodes/${name}`;
    const node = await kube.get(path);
    if (node?.metadata.labels?.['node-role.kubernetes.io/etcd'] !== 'true')
        return;
    await kube.patch(path, { metadata: { annotations: { [REMOVE_MEMBER]: 'true' } } });
    const hasLeft = async () => Boolean((await kube.get(path))?.metadata.annotations?.[REMOVED_MEMBER]);
    await lookUntil(LEAVE_ETCD_MS, hasLeft);
}
/** Looks every now and then until something is so, or the time is up, in milliseconds. */
async function lookUntil(withinMs, isSo) {
    const until = Date.now() + withinMs;
    while (!(await isSo()) && Date.now() < until)
        await (0,poll/* sleep */.y)(LOOK_EVERY_MS);
}
async function drain(kube, node) {
    const until = Date.now() + DRAIN_MS;
    for (;;) {
        const pods = await podsToMove(kube, node);
        if (pods.length === 0 || Date.now() > until)
            return;
        for (const { name, namespace } of pods)
            await evict(kube, name, namespace ?? 'default');
        await (0,poll/* sleep */.y)(LOOK_EVERY_MS);
    }
}
/** Pods of DaemonSets and static pods belong to the node and go with it. */
async function podsToMove(kube, node) {
    const list = await kube.get(`/api/v1/pods?fieldSelector=spec.nodeName%3D${node}`);
    return (list?.items ?? [])
        .map(({ metadata }) => metadata)
        .filter(({ ownerReferences, annotations }) => {
        const isStatic = annotations?.['kubernetes.io/config.mirror'] !== undefined;
        return !isStatic && !ownerReferences?.some(({ kind }) => kind === 'DaemonSet');
    });
}
async function evict(kube, name, namespace) {
    try {
        await kube.post(`/api/v1/namespaces/${namespace}/pods/${name}/eviction`, {
            apiVersion: 'policy/v1',
            kind: 'Eviction',
            metadata: { name, namespace },
        });
    }
    catch (error) {
        // 429: a disruption budget forbids it for now; 404: it is gone. Anything else is worth knowing.
        if (!(error instanceof client/* KubeError */.a && [404, 429].includes(error.status)))
            throw error;
    }
}

;// CONCATENATED MODULE: ./src/cluster/nodes/nodes.ts








/** Finds a node by its name, with or without k3d's prefix. @throws UserError when there is none */
async function needNode(engine, name) {
    const found = (await (0,find.listNodes)(engine)).find((node) => node.name === name || node.name === `k3d-${name}`);
    if (found === undefined)
        throw new errors/* UserError */.yo(`node "${name}" does not exist: see "k3d node list"`);
    return found;
}
/**
 * Deletes a node: it is emptied, leaves Kubernetes and, a server, etcd, and its container is removed.
 * @throws UserError when the cluster can't do without it
 */
async function deleteNode(engine, node, reporter) {
    if (node.role === 'server')
        await checkServerCanGo(engine, node);
    const cluster = await (0,find/* findCluster */.KG)(engine, node.cluster);
    if (cluster !== undefined && (0,find/* isK3sNode */.S)(node)) {
        await (0,balancer/* takeFromBehind */.MU)(engine, cluster, [node.name]);
        await leave(engine, cluster, node, reporter);
    }
    await engine.containers.remove(node.id);
}
/** What a node is called in Kubernetes; undefined: it is not there. */
async function nameIn(engine, kube, { name }) {
    const [sought] = (await (0,find/* expectationsFor */.rJ)(engine, [name])).nodes;
    const all = (await kube.get('/api/v1/nodes'))?.items ?? [];
    return sought && (0,nodeNames/* nodeFor */.O)(sought, all)?.metadata.name;
}
/** Takes a node out of Kubernetes. If the cluster can't be asked, the node goes all the same, with a warning. */
async function leave(engine, cluster, node, reporter) {
    // A cluster that does not run is not told: it will see that the node is gone.
    if (!(0,find/* nodesOf */.Nh)(cluster, 'server').some(({ state }) => state === 'running'))
        return;
    const isUp = node.state === 'running';
    const stop = isUp ? () => engine.containers.stop(node.id, start/* STOP_SECONDS */.To) : undefined;
    try {
        await (0,find/* withKube */.MT)(engine, cluster, async (kube) => {
            const name = await nameIn(engine, kube, node);
            if (node.role === 'server' && name !== undefined)
                await leaveEtcd(kube, name);
            await leaveKubernetes(kube, name ?? (0,contract_labels/* kubernetesName */.gg)(node), stop);
        });
    }
    catch (error) {
        reporter.warn(`Node ${node.name} could not be taken out of Kubernetes: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}

;// CONCATENATED MODULE: ./src/cluster/nodes/index.ts
// Adding and removing nodes of a cluster that exists.






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
    /** When it was made, in milliseconds since 1970. */
    begun = Date.now();
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


/***/ })

};
