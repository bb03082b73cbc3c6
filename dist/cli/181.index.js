export const id = 181;
export const ids = [181];
export const modules = {

/***/ 7181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nodeCreate: () => (/* binding */ nodeCreate),
/* harmony export */   nodeDelete: () => (/* binding */ nodeDelete),
/* harmony export */   nodeSwitch: () => (/* binding */ nodeSwitch)
/* harmony export */ });
/* harmony import */ var _cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _cluster_create_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1369);
/* harmony import */ var _cluster_start_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(550);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2004);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(5750);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1954);
/* harmony import */ var _config_fields_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81);
/* harmony import */ var _config_layers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1978);
/* harmony import */ var _config_nodeLabels_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7479);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6167);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(245);
/* harmony import */ var _contract_labels_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(251);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7662);
/* harmony import */ var _cluster_containers_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8091);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1298);
















/** `k3d node create` */
async function nodeCreate(name, options, command) {
    const request = readRequest(name, options);
    const isRemote = options.cluster.includes('://');
    if (isRemote && !(options.cluster.startsWith('https://') && URL.canParse(options.cluster))) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`flag --cluster: "${options.cluster}" is no URL of a server: expected e.g. https://10.0.0.5:6443`);
    }
    if (!isRemote)
        (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readName */ .MQ)(options.cluster, 'flag --cluster');
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_14__/* .reporterOf */ .h)(command);
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_14__/* .interruptible */ .I)(async (signal) => {
        const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_10__.connectEngine)();
        const context = { engine, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_15__/* .Timeline */ .K(), signal };
        const image = request.image === undefined ? undefined : await (0,_cluster_create_index_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveImage */ .AT)(request.image, process.env);
        if (isRemote)
            await (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .addRemoteAgents */ .s7)(options.cluster, { ...request, image: image ?? (0,_config_defaults_js__WEBPACK_IMPORTED_MODULE_5__/* .usualImage */ .Y8)((await engine.system()).cgroupVersion) }, context);
        else
            await (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .addNodes */ .lW)(options.cluster, { ...request, image }, context);
        reporter.info(`${request.names.join(', ')} ${isRemote ? 'is joining' : 'joined'} ${options.cluster}`);
    });
}
function readRole(text) {
    if (text === 'agent' || text === 'server')
        return text;
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`flag --role: expected agent or server, not "${text}"`);
}
function readRequest(name, options) {
    const role = readRole(options.role);
    const base = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readName */ .MQ)(name, 'argument NAME');
    const replicas = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readInteger */ .JI)(1, _config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .MAX_NODES */ .nm)(options.replicas, 'flag --replicas');
    return {
        names: Array.from({ length: replicas }, (_, index) => (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_12__/* .addedNodeName */ .qp)(base, index)),
        role,
        image: options.image === undefined ? undefined : (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readK3sImage */ .Jc)(options.image, 'flag --image'),
        memory: options.memory === undefined ? undefined : (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readMemory */ .S1)(options.memory, 'flag --memory'),
        networks: options.network.map((network) => (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readNetwork */ .Lp)(network, 'flag --network')),
        token: options.token === undefined ? undefined : (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readToken */ .AI)(options.token, 'flag --token'),
        k3sArgs: options.k3sArg.map(readArg),
        nodeLabels: options.k3sNodeLabel.map((label) => readNodeLabel(label)),
        runtimeLabels: Object.fromEntries(options.runtimeLabel.map(readLabel)),
        ulimits: options.runtimeUlimit.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_7__/* .readUlimit */ .TY)(text, 'flag --runtime-ulimit')),
        disabledFixes: (0,_config_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .disabledFixes */ .W_)(process.env),
        wait: options.wait,
        timeoutMs: (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readTimeout */ .OW)(options.timeout, 'flag --timeout'),
    };
}
function readArg(text) {
    if (text === '')
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('flag --k3s-arg: an argument must not be empty');
    return text;
}
function readNodeLabel(text) {
    (0,_config_nodeLabels_js__WEBPACK_IMPORTED_MODULE_8__/* .checkNodeLabel */ .D)(text, 'flag --k3s-node-label');
    return text;
}
function readLabel(text) {
    const [key, ...value] = text.split('=');
    if ((0,_contract_labels_js__WEBPACK_IMPORTED_MODULE_11__/* .isReservedLabel */ .JA)(key))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`flag --runtime-label: label "${key}" is reserved`);
    return [key, value.join('=')];
}
/** `k3d node start` and `stop` */
async function nodeSwitch(names, verb) {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_10__.connectEngine)();
    const nodes = await Promise.all(names.map((name) => (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .needNode */ .jb)(engine, name)));
    for (const node of nodes) {
        if (verb === 'start')
            await (0,_cluster_containers_index_js__WEBPACK_IMPORTED_MODULE_13__/* .startNode */ .LK)(engine, node.name);
        else
            await engine.containers.stop(node.id, _cluster_start_index_js__WEBPACK_IMPORTED_MODULE_2__/* .STOP_SECONDS */ .To);
    }
}
/** `k3d node delete` */
async function nodeDelete(names, options, command) {
    if (names.length === 0 && options.all !== true)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('name the nodes to delete, or give --all');
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_10__.connectEngine)();
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_14__/* .reporterOf */ .h)(command);
    const withRegistries = options.registries === true;
    if (options.all) {
        // All at once: there is no cluster left that anything would have to leave.
        const nodes = (await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_3__.listNodes)(engine)).filter(({ role }) => withRegistries || role !== 'registry');
        for (const node of nodes)
            await engine.containers.remove(node.id);
        reporter.info(`${nodes.length} nodes are deleted`);
        return;
    }
    const nodes = await Promise.all(names.map((name) => (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .needNode */ .jb)(engine, name)));
    const registry = nodes.find(({ role }) => role === 'registry');
    if (registry !== undefined && !withRegistries) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`node ${registry.name} is a registry: give --registries to delete it too`);
    }
    for (const node of nodes) {
        await (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteNode */ .AC)(engine, node, reporter);
        reporter.info(`Node ${node.name} is deleted`);
    }
}


/***/ }),

/***/ 2757:
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
// EXTERNAL MODULE: ./src/kubernetes/nodes.ts
var kubernetes_nodes = __webpack_require__(1517);
// EXTERNAL MODULE: ./src/plan/clone.ts
var clone = __webpack_require__(1150);
// EXTERNAL MODULE: ./src/plan/caCertificates.ts
var caCertificates = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/plan/cluster.ts + 5 modules
var plan_cluster = __webpack_require__(3819);
// EXTERNAL MODULE: ./src/plan/nodeFiles.ts
var nodeFiles = __webpack_require__(1784);
// EXTERNAL MODULE: ./src/plan/files.ts + 2 modules
var files = __webpack_require__(9031);
// EXTERNAL MODULE: ./src/plan/localImages.ts
var localImages = __webpack_require__(254);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: ./src/cluster/balancer/index.ts + 3 modules
var balancer = __webpack_require__(4270);
// EXTERNAL MODULE: ./src/cluster/context.ts + 1 modules
var cluster_context = __webpack_require__(296);
// EXTERNAL MODULE: ./src/cluster/containers/index.ts + 5 modules
var containers = __webpack_require__(8091);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
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

// EXTERNAL MODULE: ./src/cluster/start/index.ts + 23 modules
var start = __webpack_require__(550);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 8 modules
var cluster_images = __webpack_require__(5580);
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
        const container = (0,clone/* planAddedNode */.mS)(model, { ...request, name, url }, plan_cluster/* KUBECONFIG_PATH */.SC);
        return {
            container,
            files: [
                ...(0,nodeFiles/* nodeFiles */.k)(request.role, container.image, request.disabledFixes, container.memory, container.binds),
                ...files,
            ],
        };
    });
}
/** The files that all nodes of a cluster have, as one of them has them. */
async function filesLike(engine, id) {
    const [settings, local, authorities] = await Promise.all([files/* REGISTRIES_PATH */.yY, localImages/* LOCAL_IMAGES_PATH */.Bj, caCertificates/* CA_PATH */.r].map((path) => (0,readFiles/* readFile */.TA)(engine, id, path)));
    return [
        ...(settings === undefined ? [] : [(0,files/* registriesFile */.Wi)(settings)]),
        ...(local === undefined ? [] : (0,localImages/* localImagesFilesLike */.CX)(local)),
        ...(0,caCertificates/* caFiles */.e)(authorities),
    ];
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
            const failure = await (0,containers/* failOnNodeExit */.aY)(engine, (0,find/* clusterFilter */.tp)(cluster.name), over.signal);
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
        return { joinEtcd: !(0,clone/* hasEndpoint */.Ox)(details?.env ?? []) };
    throw new errors/* UserError */.yo(`cluster "${cluster.name}" keeps its state in SQLite, which one server alone can use: create it with several servers, or with --k3s-arg=--cluster-init@server:0, to add servers later`);
}
/** Makes and starts a node. @param made is given its name as soon as there is something to remove again */
async function startNew(engine, { container, files }, networks, made) {
    await (0,containers/* createContainer */.g$)(engine, container);
    made.push(container.name);
    for (const network of networks)
        await engine.networks.connect(network, container.name);
    await engine.containers.putFiles(container.name, files);
    await (0,containers/* startNode */.LK)(engine, container.name);
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
    const all = await (0,kubernetes_nodes/* allNodes */.B)(kube);
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
    const [network = names/* DEFAULT_NETWORK */.R5, ...others] = networks;
    const made = [];
    try {
        for (const name of request.names) {
            const container = (0,clone/* planRemoteAgent */.nf)({ ...request, name, url, token }, network);
            const files = (0,nodeFiles/* nodeFiles */.k)('agent', container.image, request.disabledFixes, container.memory, container.binds);
            await startNew(engine, { container, files }, others, made);
        }
    }
    catch (error) {
        await (0,settleAll/* settleAll */.j)(made.map((name) => engine.containers.remove(name)));
        throw error;
    }
}

// EXTERNAL MODULE: ./src/kubernetes/leave.ts
var leave = __webpack_require__(59);
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
        await nodes_leave(engine, cluster, node, reporter);
    }
    await engine.containers.remove(node.id);
}
/** What a node is called in Kubernetes; undefined: it is not there. */
async function nameIn(engine, kube, { name }) {
    const [sought] = (await (0,find/* expectationsFor */.rJ)(engine, [name])).nodes;
    const all = await (0,kubernetes_nodes/* allNodes */.B)(kube);
    return sought && (0,nodeNames/* nodeFor */.O)(sought, all)?.metadata.name;
}
/**
 * Takes a node out of Kubernetes and, a server, out of etcd: its pods are evicted within a bound, its member leaves while
 * it still runs, so that the others never miss it, and its container stops. If the cluster can't be asked, the node goes
 * all the same, with a warning.
 */
async function nodes_leave(engine, cluster, node, reporter) {
    // A cluster that does not run is not told: it will see that the node is gone.
    const running = (0,find/* nodesOf */.Nh)(cluster, 'server').filter(({ state }) => state === 'running');
    if (running.length === 0)
        return;
    const through = running.find(({ id }) => id !== node.id);
    const isUp = node.state === 'running';
    const isMember = isEtcdMember(node) && through !== undefined;
    try {
        await (0,find/* withKube */.MT)(engine, cluster, async (kube) => {
            const name = await nameIn(engine, kube, node);
            if (isUp && name !== undefined)
                await (0,leave/* emptyNode */.ib)(kube, name);
            const hasLeft = isMember && (await (0,start/* removeMember */.pt)(engine, through.name, node));
            if (isMember && !hasLeft && name !== undefined)
                await (0,leave/* leaveEtcd */.sW)(kube, name);
            if (isUp)
                await engine.containers.stop(node.id, start/* STOP_SECONDS */.To);
            await (0,leave/* forgetNode */.cj)(kube, name ?? (0,contract_labels/* kubernetesName */.gg)(node));
        });
    }
    catch (error) {
        reporter.warn(`Node ${node.name} could not be taken out of Kubernetes: ${(0,errors/* messageOf */.bD)(error)}`);
        if (isMember)
            await (0,start/* removeMember */.pt)(engine, through.name, node);
    }
}

;// CONCATENATED MODULE: ./src/cluster/nodes/index.ts
// Adding and removing nodes of a cluster that exists.






/***/ }),

/***/ 81:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ environmentLayer),
/* harmony export */   W_: () => (/* binding */ disabledFixes),
/* harmony export */   cJ: () => (/* binding */ FIELDS),
/* harmony export */   ps: () => (/* binding */ dindImage)
/* harmony export */ });
/* harmony import */ var _caCertificates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8040);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1954);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2450);
/* harmony import */ var _layers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1978);
/* harmony import */ var _registrySpec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8068);
/* harmony import */ var _portSpec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8628);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1574);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6167);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2143);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4773);











const not = (layer) => (text, where) => layer(!(0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where));
/** All single values of a config file. The same paths, with `_` for `.` and in capitals, are k3d's environment variables. */
const FIELDS = [
    { path: 'metadata.name', read: (text, where) => ({ name: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readName */ .MQ)(text, where) }) },
    { path: 'servers', read: (text, where) => ({ servers: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readServers */ .lf)(text, where) }) },
    { path: 'agents', read: (text, where) => ({ agents: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readAgents */ .$e)(text, where) }) },
    { path: 'image', read: (text, where) => ({ image: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readK3sImage */ .Jc)(text, where) }) },
    { path: 'network', read: (text, where) => ({ network: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readNetwork */ .Lp)(text, where) }) },
    { path: 'subnet', read: (text, where) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readSubnets */ .zp)(text, where) },
    { path: 'token', read: (text, where) => ({ token: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readToken */ .AI)(text, where) }) },
    { path: 'kubeAPI.host', read: (text) => ({ apiHost: text }) },
    { path: 'kubeAPI.hostIP', read: readHostIP },
    { path: 'kubeAPI.hostPort', read: (text, where) => ({ apiPort: (0,_portSpec_js__WEBPACK_IMPORTED_MODULE_6__/* .parseApiPort */ .rk)(text, where).port }) },
    { path: 'options.k3d.wait', read: (text, where) => ({ wait: (0,_wait_js__WEBPACK_IMPORTED_MODULE_9__/* .readWait */ .mg)(text, where) }) },
    { path: 'options.k3d.timeout', read: (text, where) => ({ timeoutMs: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readTimeout */ .OW)(text, where) }) },
    {
        path: 'options.k3d.disableLoadbalancer',
        read: (text, where) => ({ loadBalancer: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) ? 'off' : 'on' }),
    },
    { path: 'options.k3d.disableImageVolume', read: not((imageVolume) => ({ imageVolume })) },
    {
        path: 'options.k3d.localImages',
        read: (text, where) => ({ localImages: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readLocalImages */ .k6)(text, where) }),
    },
    { path: 'options.k3d.ipFamily', read: (text, where) => ({ ipFamily: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readIpFamily */ .YV)(text, where) }) },
    { path: 'options.k3d.disableRollback', read: not((rollback) => ({ rollback })) },
    {
        path: 'options.kubeconfig.updateDefaultKubeconfig',
        read: (text, where) => ({ updateDefaultKubeconfig: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) }),
    },
    {
        path: 'options.kubeconfig.switchCurrentContext',
        read: (text, where) => ({ switchCurrentContext: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) }),
    },
    { path: 'options.runtime.gpuRequest', read: (text, where) => ({ gpus: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readGpus */ .yf)(text, where) }) },
    { path: 'options.runtime.serversMemory', read: (text, where) => ({ serversMemory: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readMemory */ .S1)(text, where) }) },
    { path: 'options.runtime.agentsMemory', read: (text, where) => ({ agentsMemory: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readMemory */ .S1)(text, where) }) },
    { path: 'options.runtime.hostPidMode', read: (text, where) => ({ hostPidMode: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) }) },
];
function readHostIP(text, where) {
    const { hostIP } = (0,_portSpec_js__WEBPACK_IMPORTED_MODULE_6__/* .parseApiPort */ .rk)(`${text.includes(':') ? `[${text}]` : text}:random`, where);
    if (hostIP === undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where}: "${text}" is no IP address`);
    return { apiHostIP: hostIP };
}
/** The environment variable that overrides a field: `options.k3d.wait` → `K3D_OPTIONS_K3D_WAIT`. */
function envName(path) {
    return `K3D_${path.replaceAll('.', '_').toUpperCase()}`;
}
/**
 * The image of a container that holds an engine.
 * @param chosen by the user; empty: that of the environment, or `usual`
 */
function dindImage(chosen, env, where, usual = _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .DIND_IMAGE */ .SL) {
    if (chosen !== '')
        return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readImage */ .AM)(chosen, where);
    return env.K3D_IMAGE_DIND ? (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readImage */ .AM)(env.K3D_IMAGE_DIND, 'environment variable K3D_IMAGE_DIND') : usual;
}
/** What the environment says of a cluster. @throws UserError naming the variable whose value is wrong */
function environmentLayer(env) {
    const layer = {};
    for (const field of FIELDS) {
        const name = envName(field.path);
        const text = env[name];
        if (text !== undefined && text !== '')
            Object.assign(layer, field.read(text, `environment variable ${name}`));
    }
    // k3d's own name, which is no path of the file.
    if (env.K3D_IMAGE_LOADBALANCER) {
        layer.loadBalancerImage = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readImage */ .AM)(env.K3D_IMAGE_LOADBALANCER, 'environment variable K3D_IMAGE_LOADBALANCER');
    }
    for (const [key, value] of Object.entries(listsOf(env)))
        if (value !== undefined)
            Object.assign(layer, { [key]: value });
    if (env.K3D_DEBUG_DISABLE_DOCKER_INIT &&
        (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readGoBoolean */ .$H)(env.K3D_DEBUG_DISABLE_DOCKER_INIT, 'environment variable K3D_DEBUG_DISABLE_DOCKER_INIT'))
        layer.dockerInit = false;
    const caCertificates = (0,_caCertificates_js__WEBPACK_IMPORTED_MODULE_0__/* .caCertificatesOf */ ._)(env);
    if (caCertificates !== undefined)
        layer.caCertificates = caCertificates;
    const own = entriesOfCli(env);
    const proxies = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_10__/* .proxyEntries */ .hg)(env);
    if (proxies.length + own.length > 0)
        layer.env = [...proxies, ...own];
    const disabled = disabledFixes(env);
    if (disabled.length > 0)
        layer.disabledFixes = disabled;
    return layer;
}
/** Variables of nodes that `K3D_CLI_ENV` names. */
const entriesOfCli = (env) => (env.K3D_CLI_ENV ?? '')
    .split(/\s+/)
    .filter((text) => text !== '')
    .map((text) => (0,_layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc)(text, 'environment variable K3D_CLI_ENV'));
/**
 * Lists that the environment may bring, as k3d's reader has them: those of the file with commas between their entries,
 * those of flags with spaces (k3d: cmd/cluster/clusterCreate.go; spf13/viper).
 */
function listsOf(env) {
    const layer = {};
    const entries = (name, separator, read) => {
        const texts = (env[name] ?? '').split(separator).filter((text) => text !== '');
        return texts.length === 0 ? undefined : texts.map((text) => read(text, `environment variable ${name}`));
    };
    layer.registriesUse = entries('K3D_REGISTRIES_USE', /,/, _registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .readRegistryUse */ .rp);
    layer.loadBalancerOverrides = entries('K3D_OPTIONS_K3D_LOADBALANCER_CONFIGOVERRIDES', /,/, _registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .readLoadBalancerOverride */ .LW);
    layer.hostAliases = entries('K3D_HOSTALIASES', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readHostAlias */ .Ry);
    layer.ports = entries('K3D_CLI_PORTS', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc);
    layer.volumes = entries('K3D_CLI_VOLUMES', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc);
    layer.k3sArgs = entries('K3D_CLI_K3SARGS', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc);
    layer.ulimits = entries('K3D_CLI_RUNTIME-ULIMITS', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readUlimit */ .TY);
    const [config] = entries('K3D_REGISTRIES_CONFIG', /$^/, readTextOf) ?? [];
    if (config !== undefined)
        layer.registriesYaml = config;
    return layer;
}
function readTextOf(path, where) {
    try {
        return (0,_common_text_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)(path);
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where}: ${path} can't be read: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/** The fixes that the environment switches off. @throws UserError naming a variable that is neither true nor false */
function disabledFixes(env) {
    return _types_js__WEBPACK_IMPORTED_MODULE_8__/* .FIXES */ .W.filter((fix) => {
        const name = `K3D_FIX_${fix.toUpperCase()}`;
        const text = env[name];
        if (!text)
            return false;
        return !(0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readGoBoolean */ .$H)(text, `environment variable ${name}`);
    });
}


/***/ })

};
