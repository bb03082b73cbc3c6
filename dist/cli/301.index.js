export const id = 301;
export const ids = [301];
export const modules = {

/***/ 7301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterEdit: () => (/* binding */ clusterEdit),
/* harmony export */   nodeEdit: () => (/* binding */ nodeEdit)
/* harmony export */ });
/* harmony import */ var _cluster_balancer_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4270);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2004);
/* harmony import */ var _cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2757);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5750);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1954);
/* harmony import */ var _config_layers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1978);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8628);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(245);
/* harmony import */ var _cluster_start_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(550);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7662);
/* harmony import */ var _readConfigs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8649);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1298);













/** `k3d cluster edit` */
async function clusterEdit(name, options, command) {
    await edit(async () => name ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_CLUSTER_NAME */ .pb, options, command);
}
/** `k3d node edit`: of a cluster's nodes, load balancers alone can be changed. */
async function nodeEdit(name, options, command) {
    await edit(async () => {
        const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
        const node = await (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_2__/* .needNode */ .jb)(engine, name);
        const cluster = await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__/* .needCluster */ .N0)(engine, node.cluster);
        if ((0,_cluster_balancer_index_js__WEBPACK_IMPORTED_MODULE_0__/* .balancerOf */ .qV)(cluster)?.id === node.id)
            return cluster.name;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`node ${node.name} is no load balancer: its ports can't be changed while it runs`);
    }, options, command);
}
async function edit(findName, options, command) {
    const add = options.portAdd.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_5__/* .readFilteredText */ .Jc)(text, 'flag --port-add'));
    const remove = options.portDelete.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_5__/* .readFilteredText */ .Jc)(text, 'flag --port-delete'));
    if (add.length + remove.length === 0) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('nothing to change: give --port-add or --port-delete, e.g. --port-add 8080:80@loadbalancer');
    }
    for (const { value, where } of [...add, ...remove])
        (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePortSpec */ .qy)(value, _contract_names_js__WEBPACK_IMPORTED_MODULE_9__/* .LOOPBACK */ .Ws, where);
    const image = (0,_readConfigs_js__WEBPACK_IMPORTED_MODULE_10__/* .readConfigs */ .c)(undefined, undefined, []).clusters[0]?.loadBalancerImage ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULTS */ .zY.loadBalancerImage;
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .reporterOf */ .h)(command);
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .interruptible */ .I)(async (signal) => {
        const name = await findName();
        const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
        // An edit before this one may have been killed.
        await (0,_cluster_start_index_js__WEBPACK_IMPORTED_MODULE_8__/* .bringBack */ .kB)(engine, name);
        const cluster = await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__/* .needCluster */ .N0)(engine, name);
        (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__/* .runningServer */ .TW)(cluster);
        await (0,_cluster_balancer_index_js__WEBPACK_IMPORTED_MODULE_0__/* .editPorts */ .z)(cluster, { add, remove, image }, { engine, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_12__/* .Timeline */ .K(), signal });
        reporter.info(`Cluster ${name} is changed`);
    });
}


/***/ }),

/***/ 8649:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ readConfigs)
});

// EXTERNAL MODULE: ./src/common/text.ts
var common_text = __webpack_require__(2450);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/fields.ts
var fields = __webpack_require__(81);
// EXTERNAL MODULE: ./src/config/file.ts
var file = __webpack_require__(1974);
// EXTERNAL MODULE: ./src/config/merge.ts
var merge = __webpack_require__(8858);
;// CONCATENATED MODULE: ./src/config/resolve.ts




/**
 * Reads and merges all sources: defaults < file < environment < flags or inputs.
 * @throws UserError for any mistake in one, and when two documents name the same cluster
 */
function resolveConfigs({ config, env, layers, name, cwd, defaults = {} }) {
    const file = config === undefined ? { layers: [{}], notices: [] } : readFile(config, env, cwd);
    const merged = file.layers.map((layer) => (0,merge/* mergeLayers */.J)(defaults, layer, (0,fields/* environmentLayer */.L)(env), ...layers));
    return { clusters: pick(merged, name), notices: file.notices };
}
function pick(clusters, name) {
    if (clusters.length === 1)
        return clusters.map((one) => (name === undefined ? one : { ...one, name }));
    const names = clusters.map((one) => one.name);
    const twice = names.find((one, index) => names.indexOf(one) !== index);
    if (twice !== undefined) {
        throw new errors/* UserError */.yo(`the config has ${clusters.length} documents, and two of them make cluster "${twice}": give each a metadata.name of its own`);
    }
    if (name === undefined)
        return clusters;
    const picked = clusters.filter((one) => one.name === name);
    if (picked.length > 0)
        return picked;
    throw new errors/* UserError */.yo(`the config has no cluster "${name}"; it has ${names.join(', ')}`);
}
function readFile(config, env, cwd) {
    return config.includes('\n') ? (0,file/* parseConfig */.o4)(config, { path: undefined, env, cwd }) : (0,file/* readConfigFile */.RG)(config, env, cwd);
}

// EXTERNAL MODULE: ./src/config/scalars.ts
var scalars = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/plan/dryPlan.ts
var dryPlan = __webpack_require__(5733);
;// CONCATENATED MODULE: ./src/cli/readConfigs.ts




/**
 * The clusters that a config file, the environment and flags describe.
 * @param name the argument NAME
 * @param file the value of `--config`
 * @throws UserError for every mistake in them
 */
function readConfigs(name, file, layers) {
    // `-` is standard input; a line break at its end makes even one line an inline document.
    const path = file || process.env.K3D_CONFIG || undefined;
    const config = path === '-' ? `${(0,common_text/* readText */.y)(0)}\n` : path;
    const resolved = resolveConfigs({
        config,
        env: process.env,
        layers,
        name: name ? (0,scalars/* readName */.MQ)(name, 'argument NAME') : undefined,
        cwd: process.cwd(),
        // k3d has a load balancer unless it is told otherwise.
        defaults: { loadBalancer: 'on' },
    });
    const warnings = new Set(resolved.clusters.flatMap((cluster) => (0,dryPlan/* dryPlan */.V)(cluster).warnings));
    return { ...resolved, notices: [...resolved.notices, ...warnings] };
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






/***/ })

};
