export const id = 851;
export const ids = [851];
export const modules = {

/***/ 9851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nodeCreate: () => (/* binding */ nodeCreate),
  nodeDelete: () => (/* binding */ nodeDelete),
  nodeSwitch: () => (/* binding */ nodeSwitch)
});

// EXTERNAL MODULE: ./src/cluster/addNodes.ts
var addNodes = __webpack_require__(8684);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/plan/clone.ts
var clone = __webpack_require__(1150);
// EXTERNAL MODULE: ./src/plan/nodeFiles.ts
var nodeFiles = __webpack_require__(1784);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/images.ts
var cluster_images = __webpack_require__(3561);
;// CONCATENATED MODULE: ./src/cluster/addRemoteAgent.ts






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
    await (0,addNodes/* checkNamesFree */.V7)(engine, request.names);
    await (0,cluster_images/* ensureImage */.Y)(engine, request.image, reporter, signal);
    const [network = DEFAULT_NETWORK, ...others] = networks;
    const made = [];
    try {
        for (const name of request.names) {
            const container = (0,clone/* planRemoteAgent */.nf)({ ...request, name, url, token }, network);
            const files = (0,nodeFiles/* nodeFiles */.k)(request.disabledFixes, container.memory, container.binds);
            await (0,addNodes/* startNew */.vm)(engine, { container, files }, others, made);
        }
    }
    catch (error) {
        await (0,allSettled/* allSettled */.v)(made.map((name) => engine.containers.remove(name)));
        throw error;
    }
}

// EXTERNAL MODULE: ./src/cluster/starter.ts
var starter = __webpack_require__(1294);
// EXTERNAL MODULE: ./src/cluster/k3sChannel.ts + 1 modules
var k3sChannel = __webpack_require__(6889);
// EXTERNAL MODULE: ./src/cluster/lifecycle.ts + 1 modules
var lifecycle = __webpack_require__(2028);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/cluster/nodes.ts + 1 modules
var cluster_nodes = __webpack_require__(3108);
// EXTERNAL MODULE: ./src/common/timeline.ts
var timeline = __webpack_require__(5750);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/config/fields.ts
var fields = __webpack_require__(81);
// EXTERNAL MODULE: ./src/config/layers.ts
var config_layers = __webpack_require__(1978);
// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
// EXTERNAL MODULE: ./src/cluster/dind/connect.ts + 1 modules
var connect = __webpack_require__(8852);
// EXTERNAL MODULE: ./src/plan/labels.ts
var labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/cli/run.ts + 12 modules
var run = __webpack_require__(4474);
;// CONCATENATED MODULE: ./src/cli/commands/node.ts

















/** `k3d node create` */
async function nodeCreate(name, options, command) {
    const request = readRequest(name, options);
    const isRemote = options.cluster.includes('://');
    if (isRemote && !(options.cluster.startsWith('https://') && URL.canParse(options.cluster))) {
        throw new errors/* UserError */.yo(`flag --cluster: "${options.cluster}" is no URL of a server: expected e.g. https://10.0.0.5:6443`);
    }
    if (!isRemote)
        (0,scalars/* readName */.MQ)(options.cluster, 'flag --cluster');
    const reporter = (0,run/* reporterOf */.hw)(command);
    await (0,run/* interruptible */.In)(async (signal) => {
        const engine = await (0,connect.connectEngine)();
        const context = { engine, reporter, timeline: new timeline/* Timeline */.K(), signal };
        const image = request.image === undefined ? undefined : await (0,k3sChannel/* resolveImage */.AT)(request.image, process.env);
        if (isRemote)
            await addRemoteAgents(options.cluster, { ...request, image: image ?? defaults/* DEFAULTS */.zY.image }, context);
        else
            await (0,addNodes/* addNodes */.lW)(options.cluster, { ...request, image }, context);
        reporter.info(`${request.names.join(', ')} ${isRemote ? 'is to join' : 'joined'} ${options.cluster}`);
    });
}
function readRole(text) {
    if (text === 'agent' || text === 'server')
        return text;
    throw new errors/* UserError */.yo(`flag --role: expected agent or server, not "${text}"`);
}
function readRequest(name, options) {
    const role = readRole(options.role);
    const base = (0,scalars/* readName */.MQ)(name, 'argument NAME');
    const replicas = (0,scalars/* readInteger */.JI)(1, scalars/* MAX_NODES */.nm)(options.replicas, 'flag --replicas');
    return {
        names: Array.from({ length: replicas }, (_, index) => (0,names/* addedNodeName */.qp)(base, index)),
        role,
        image: options.image === undefined ? undefined : (0,scalars/* readK3sImage */.Jc)(options.image, 'flag --image'),
        memory: options.memory === undefined ? undefined : (0,scalars/* readMemory */.S1)(options.memory, 'flag --memory'),
        networks: options.network.map((network) => (0,scalars/* readNetwork */.Lp)(network, 'flag --network')),
        token: options.token === undefined ? undefined : (0,scalars/* readToken */.AI)(options.token, 'flag --token'),
        k3sArgs: options.k3sArg.map(readArg),
        nodeLabels: options.k3sNodeLabel.map((label) => readNodeLabel(label)),
        runtimeLabels: Object.fromEntries(options.runtimeLabel.map(readLabel)),
        ulimits: options.runtimeUlimit.map((text) => (0,config_layers/* readUlimit */.TY)(text, 'flag --runtime-ulimit')),
        disabledFixes: (0,fields/* disabledFixes */.W_)(process.env),
        wait: options.wait,
        timeoutMs: (0,scalars/* readTimeout */.OW)(options.timeout, 'flag --timeout'),
    };
}
function readArg(text) {
    if (text === '')
        throw new errors/* UserError */.yo('flag --k3s-arg: an argument must not be empty');
    return text;
}
function readNodeLabel(text) {
    if (!/^[^\s=]+=\S*$/.test(text)) {
        throw new errors/* UserError */.yo(`flag --k3s-node-label: "${text}" is no label: expected KEY=VALUE`);
    }
    return text;
}
function readLabel(text) {
    const [key, ...value] = text.split('=');
    if ((0,labels/* isReservedLabel */.JA)(key))
        throw new errors/* UserError */.yo(`flag --runtime-label: label "${key}" is reserved`);
    return [key, value.join('=')];
}
/** `k3d node start` and `stop` */
async function nodeSwitch(names, verb) {
    const engine = await (0,connect.connectEngine)();
    const nodes = await Promise.all(names.map((name) => (0,cluster_nodes/* needNode */.j)(engine, name)));
    for (const node of nodes) {
        if (verb === 'start')
            await (0,starter/* startNode */.L)(engine, node.name);
        else
            await engine.containers.stop(node.id, lifecycle/* STOP_SECONDS */.To);
    }
}
/** `k3d node delete` */
async function nodeDelete(names, options, command) {
    if (names.length === 0 && options.all !== true)
        throw new errors/* UserError */.yo('name the nodes to delete, or give --all');
    const engine = await (0,connect.connectEngine)();
    const reporter = (0,run/* reporterOf */.hw)(command);
    const withRegistries = options.registries === true;
    if (options.all) {
        // All at once: there is no cluster left that anything would have to leave.
        const nodes = (await (0,model.listNodes)(engine)).filter(({ role }) => withRegistries || role !== 'registry');
        for (const node of nodes)
            await engine.containers.remove(node.id);
        reporter.info(`${nodes.length} nodes are deleted`);
        return;
    }
    const nodes = await Promise.all(names.map((name) => (0,cluster_nodes/* needNode */.j)(engine, name)));
    const registry = nodes.find(({ role }) => role === 'registry');
    if (registry !== undefined && !withRegistries) {
        throw new errors/* UserError */.yo(`node ${registry.name} is a registry: give --registries to delete it too`);
    }
    for (const node of nodes) {
        await (0,cluster_nodes/* deleteNode */.A)(engine, node, reporter);
        reporter.info(`Node ${node.name} is deleted`);
    }
}


/***/ }),

/***/ 8684:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ joinNodes),
/* harmony export */   V7: () => (/* binding */ checkNamesFree),
/* harmony export */   cg: () => (/* binding */ checkServersPossible),
/* harmony export */   lW: () => (/* binding */ addNodes),
/* harmony export */   vm: () => (/* binding */ startNew)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _kubernetes_podCidr_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(1097);
/* harmony import */ var _kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3487);
/* harmony import */ var _plan_clone_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1150);
/* harmony import */ var _plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(6367);
/* harmony import */ var _plan_cluster_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1690);
/* harmony import */ var _plan_nodeFiles_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1784);
/* harmony import */ var _plan_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9031);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2471);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4102);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(4192);
/* harmony import */ var _balancers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1717);
/* harmony import */ var _starter_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1294);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(296);
/* harmony import */ var _createContainer_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5842);
/* harmony import */ var _etcd_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2998);
/* harmony import */ var _etcdJoin_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7815);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(3561);
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2028);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(7567);
/* harmony import */ var _nodeFailure_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(2500);
/* harmony import */ var _readFiles_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(5229);























/**
 * Adds nodes to a running cluster and waits until they are Ready. If one fails, all that were added are removed again.
 * @throws UserError when the cluster does not exist, does not run or can't have more servers, a name is taken, or the
 *   time is up
 */
async function addNodes(clusterName, request, context) {
    const { engine, reporter, signal } = context;
    const cluster = await (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_16__/* .needCluster */ .N0)(engine, clusterName);
    if (request.image !== undefined)
        await (0,_images_js__WEBPACK_IMPORTED_MODULE_15__/* .ensureImage */ .Y)(engine, request.image, reporter, signal);
    const candidates = [...(0,_model_js__WEBPACK_IMPORTED_MODULE_17__/* .nodesOf */ .Nh)(cluster, request.role), ...(0,_model_js__WEBPACK_IMPORTED_MODULE_17__/* .nodesOf */ .Nh)(cluster, 'server')];
    const model = candidates[0] && (await engine.containers.inspect(candidates[0].id));
    if (model === undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cluster "${cluster.name}" has no node that could be copied`);
    const files = await filesLike(engine, model.id);
    const url = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_7__/* .serverURL */ .Np)((0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster).name);
    await joinNodes(cluster, request, context, (name) => {
        const container = (0,_plan_clone_js__WEBPACK_IMPORTED_MODULE_3__/* .planAddedNode */ .mS)(model, { ...request, name, url }, _plan_cluster_js__WEBPACK_IMPORTED_MODULE_4__/* .KUBECONFIG_PATH */ .SC);
        return {
            container,
            files: [...(0,_plan_nodeFiles_js__WEBPACK_IMPORTED_MODULE_5__/* .nodeFiles */ .k)(request.disabledFixes, container.memory, container.binds), ...files],
        };
    });
}
/** The files that all nodes of a cluster have, as one of them has them. */
async function filesLike(engine, id) {
    const read = async (path) => (await (0,_readFiles_js__WEBPACK_IMPORTED_MODULE_19__/* .readFiles */ .U)(engine, id, path))?.get((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path));
    const settings = await read(_plan_files_js__WEBPACK_IMPORTED_MODULE_6__/* .REGISTRIES_PATH */ .yY);
    return [...(settings === undefined ? [] : [(0,_plan_files_js__WEBPACK_IMPORTED_MODULE_6__/* .registriesFile */ .Wi)(settings)]), ...(0,_plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_20__/* .caFiles */ .e)(await read(_plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_20__/* .CA_PATH */ .r))];
}
/**
 * Has nodes join a running cluster and waits until they are Ready; if one fails, all of them are removed again.
 * @param plan gives the container of each
 * @throws UserError as `addNodes` does
 */
async function joinNodes(cluster, request, context, plan) {
    const { engine } = context;
    (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster);
    await checkNamesFree(engine, request.names);
    const joinsEtcd = request.role === 'server' && (await checkServersPossible(engine, cluster)).joinEtcd;
    const made = [];
    const subject = `the new nodes of cluster "${cluster.name}" were`;
    await (0,_context_js__WEBPACK_IMPORTED_MODULE_11__/* .withDeadline */ .N)(context, request.timeoutMs, subject, async (inner, progress) => {
        const over = new AbortController();
        try {
            const failure = await (0,_nodeFailure_js__WEBPACK_IMPORTED_MODULE_18__/* .failOnNodeExit */ .aY)(engine, (0,_model_js__WEBPACK_IMPORTED_MODULE_17__/* .clusterFilter */ .tp)(cluster.name), over.signal);
            const watched = { ...inner, signal: AbortSignal.any([inner.signal, failure]) };
            // Servers join etcd one after the other; agents all at once.
            const groups = request.role === 'server' ? request.names.map((name) => [name]) : [request.names];
            for (const names of groups) {
                await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_21__/* .allSettled */ .v)(names.map((name) => startNew(engine, plan(name), request.networks, made)));
                if (joinsEtcd)
                    await joinEtcd(cluster, names, watched, progress);
                else if (request.wait || request.role === 'server')
                    await waitUntilReady(cluster, names, watched, progress);
            }
        }
        catch (error) {
            await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_21__/* .allSettled */ .v)(made.map((name) => engine.containers.remove(name)));
            throw error;
        }
        finally {
            over.abort();
        }
    });
    await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_9__/* .putBehind */ .ul)(engine, cluster, request.role, request.names);
}
/** @throws UserError naming a container that exists already */
async function checkNamesFree(engine, names) {
    for (const name of names) {
        if ((await engine.containers.inspect(name)) !== undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`container ${name} exists already: choose another name for the new nodes`);
        }
    }
}
/**
 * How servers can be added: they join etcd, or share a database.
 * @throws UserError when the cluster keeps its state where one server alone can use it
 */
async function checkServersPossible(engine, cluster) {
    const details = await engine.containers.inspect((0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster).id);
    const words = [...(details?.command ?? []), ...(details?.env ?? [])].join(' ');
    if ((0,_etcd_js__WEBPACK_IMPORTED_MODULE_13__/* .isEtcdMember */ .b)((0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster)) || /--cluster-init|K3S_CLUSTER_INIT=|datastore.endpoint/i.test(words))
        return { joinEtcd: !(0,_plan_clone_js__WEBPACK_IMPORTED_MODULE_3__/* .hasEndpoint */ .Ox)(details?.env ?? []) };
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cluster "${cluster.name}" keeps its state in SQLite, which one server alone can use: create it with several servers, or with --k3s-arg=--cluster-init@server:0, to add servers later`);
}
/** Makes and starts a node. @param made is given its name as soon as there is something to remove again */
async function startNew(engine, { container, files }, networks, made) {
    await (0,_createContainer_js__WEBPACK_IMPORTED_MODULE_12__/* .createContainer */ .g)(engine, container);
    made.push(container.name);
    for (const network of networks)
        await engine.networks.connect(network, container.name);
    await engine.containers.putFiles(container.name, files);
    await (0,_starter_js__WEBPACK_IMPORTED_MODULE_10__/* .startNode */ .L)(engine, container.name);
}
async function joinEtcd(cluster, names, context, progress) {
    const over = new AbortController();
    const signal = AbortSignal.any([context.signal, over.signal]);
    const promoting = (0,_etcdJoin_js__WEBPACK_IMPORTED_MODULE_14__/* .promoteLearners */ .V)(context.engine, (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster).name, names, () => undefined, signal);
    try {
        await waitUntilReady(cluster, names, context, progress);
    }
    finally {
        over.abort();
        await promoting;
    }
}
async function waitUntilReady(cluster, names, context, progress) {
    const blocker = (text) => progress.set(text);
    await (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .withKube */ .M)(context.engine, cluster, async (kube) => {
        const wait = { ...context, kube, startedAt: undefined, blocker, done: () => undefined };
        const { minor } = await (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .waitForApi */ .Pz)(wait);
        const args = (await context.engine.containers.inspect((0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster).id))?.command ?? [];
        await (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .waitForNodes */ .iw)(wait, names, new _kubernetes_podCidr_js__WEBPACK_IMPORTED_MODULE_22__/* .PodCidrGiver */ .T(kube, Number.parseInt(minor, 10), args), () => undefined);
    });
}


/***/ }),

/***/ 2998:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isEtcdMember),
/* harmony export */   w: () => (/* binding */ checkServerCanGo)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7567);



/** Whether a server belongs to a cluster that was begun with etcd. */
function isEtcdMember(server) {
    return server.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.serverInit] === 'true';
}
/**
 * Checks that a cluster can do without one of its servers.
 * @throws UserError when it is the only one, the one that the others join through, or the rest would have no quorum
 */
async function checkServerCanGo(engine, node) {
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .findCluster */ .KG)(engine, node.cluster);
    const servers = cluster === undefined ? [] : (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .nodesOf */ .Nh)(cluster, 'server');
    if (servers.length <= 1) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`node ${node.name} is the only server of cluster "${node.cluster}": delete the cluster instead`);
    }
    if (isEtcdMember(node) || joinedThrough(cluster) === node.name) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`node ${node.name} is the server that cluster "${node.cluster}" began with and that all other nodes join through: delete another server`);
    }
    const others = servers.filter(({ id }) => id !== node.id);
    const running = others.filter(({ state }) => state === 'running').length;
    const needed = Math.floor(others.length / 2) + 1;
    if (running < needed) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`without ${node.name}, ${running} of ${others.length} servers of cluster "${node.cluster}" would run, and etcd needs ${needed}: start the others first`);
    }
    // To let a member go, the members as they are have to agree.
    const now = servers.filter(({ state }) => state === 'running').length;
    if (now < Math.floor(servers.length / 2) + 1) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`only ${now} of ${servers.length} servers of cluster "${node.cluster}" run, too few for etcd to decide anything: start the others first`);
    }
}
/** The server that the nodes' URL names. */
function joinedThrough({ nodes }) {
    const url = nodes.map(({ labels }) => labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.clusterURL]).find(Boolean);
    return url === undefined ? undefined : new URL(url).hostname;
}


/***/ }),

/***/ 3108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ deleteNode),
  j: () => (/* binding */ needNode)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/poll.ts
var poll = __webpack_require__(5320);
// EXTERNAL MODULE: ./src/kubernetes/client.ts
var client = __webpack_require__(7369);
;// CONCATENATED MODULE: ./src/kubernetes/leave.ts


/** How long a node's pods may take to go, in milliseconds. */
const DRAIN_MS = 20_000;
const LOOK_EVERY_MS = 300;
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
    const until = Date.now() + LEAVE_ETCD_MS;
    while (Date.now() < until) {
        const seen = await kube.get(path);
        if (seen?.metadata.annotations?.[REMOVED_MEMBER])
            return;
        await (0,poll/* sleep */.y)(LOOK_EVERY_MS);
    }
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

// EXTERNAL MODULE: ./src/plan/labels.ts
var labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cluster/access.ts
var access = __webpack_require__(4102);
// EXTERNAL MODULE: ./src/cluster/balancers.ts
var balancers = __webpack_require__(1717);
// EXTERNAL MODULE: ./src/cluster/etcd.ts
var etcd = __webpack_require__(2998);
// EXTERNAL MODULE: ./src/cluster/lifecycle.ts + 1 modules
var lifecycle = __webpack_require__(2028);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
;// CONCATENATED MODULE: ./src/cluster/nodes.ts








/** Finds a node by its name, with or without k3d's prefix. @throws UserError when there is none */
async function needNode(engine, name) {
    const found = (await (0,model.listNodes)(engine)).find((node) => node.name === name || node.name === `k3d-${name}`);
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
        await (0,etcd/* checkServerCanGo */.w)(engine, node);
    const cluster = await (0,model/* findCluster */.KG)(engine, node.cluster);
    if (cluster !== undefined && (0,model/* isK3sNode */.S)(node)) {
        await (0,balancers/* takeFromBehind */.MU)(engine, cluster, [node.name]);
        await leave(engine, cluster, node, reporter);
    }
    await engine.containers.remove(node.id);
}
/** Takes a node out of Kubernetes. If the cluster can't be asked, the node goes all the same, with a warning. */
async function leave(engine, cluster, node, reporter) {
    // A cluster that does not run is not told: it will see that the node is gone.
    if (!(0,model/* nodesOf */.Nh)(cluster, 'server').some(({ state }) => state === 'running'))
        return;
    const isUp = node.state === 'running';
    const stop = isUp ? () => engine.containers.stop(node.id, lifecycle/* STOP_SECONDS */.To) : undefined;
    try {
        await (0,access/* withKube */.M)(engine, cluster, async (kube) => {
            if (node.role === 'server')
                await leaveEtcd(kube, (0,labels/* kubernetesName */.gg)(node));
            await leaveKubernetes(kube, (0,labels/* kubernetesName */.gg)(node), stop);
        });
    }
    catch (error) {
        reporter.warn(`Node ${node.name} could not be taken out of Kubernetes: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}


/***/ }),

/***/ 1150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ox: () => (/* binding */ hasEndpoint),
/* harmony export */   mS: () => (/* binding */ planAddedNode),
/* harmony export */   nf: () => (/* binding */ planRemoteAgent)
/* harmony export */ });
/* harmony import */ var _datastore_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(458);
/* harmony import */ var _entrypoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8026);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3848);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9580);




/** Labels that belong to the one server that is copied. */
const OWN_LABELS = [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.serverInit, _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.staticIP, _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.nodeName];
/** Variables that a node has of its own. */
const OWN_VARIABLES = /^K3S_(URL|KUBECONFIG_OUTPUT|TOKEN)=/;
/** What a server knows and an agent has no use for: the password of its database. */
const isEndpoint = (entry) => entry.startsWith(`${_datastore_js__WEBPACK_IMPORTED_MODULE_0__/* .ENDPOINT_VARIABLE */ .nb}=`);
/**
 * The container of a node that joins an existing cluster: a copy of one of its nodes, as in k3d, without published
 * ports and without what began the cluster. Only labels that begin with `k3d` are copied.
 * @param model a node of the same role, or for a cluster's first agent a server
 * @param kubeconfigPath where a server writes its kubeconfig
 */
function planAddedNode(model, node, kubeconfigPath) {
    const sameRole = model.labels[_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.role] === node.role;
    const isServer = node.role === 'server';
    const copied = Object.entries(model.labels).filter(([key]) => key.startsWith('k3d') && !OWN_LABELS.includes(key) && (isServer || !key.startsWith('k3d.server.')));
    const token = node.token ?? model.labels[_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.clusterToken] ?? '';
    return {
        ...emptyNode(node),
        image: node.image ?? model.image,
        command: [...(sameRole ? commandOf(model) : [node.role]), ...ownArgs(node)],
        env: [
            ...model.env.filter((entry) => !OWN_VARIABLES.test(entry) && (isServer || !isEndpoint(entry))),
            `K3S_TOKEN=${token}`,
            ...(isServer && hasEndpoint(model.env) ? [] : [`K3S_URL=${node.url}`]),
            ...(isServer ? [`K3S_KUBECONFIG_OUTPUT=${kubeconfigPath}`] : []),
        ],
        labels: {
            ...node.runtimeLabels,
            ...Object.fromEntries(copied),
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.app]: _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .APP */ .uq,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.version]: _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .K3D_CONTRACT_VERSION */ .Pm,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.role]: node.role,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.serverLoadBalancer]: model.labels[_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.serverLoadBalancer] ?? '',
        },
        network: model.labels[_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.network] ?? '',
        binds: model.binds,
        extraHosts: model.extraHosts,
        ulimits: node.ulimits.length > 0 ? [...node.ulimits] : model.ulimits,
        memory: node.memory ?? (sameRole && model.memory > 0 ? model.memory : undefined),
        hostPid: model.hostPid,
    };
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
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.app]: _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .APP */ .uq,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.version]: _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .K3D_CONTRACT_VERSION */ .Pm,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.role]: node.role,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.cluster]: '',
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.clusterURL]: node.url,
        },
        network,
        ulimits: [...node.ulimits],
        memory: node.memory,
    };
}
/** What all nodes of k3s have in common. */
const emptyNode = ({ name }) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .plainContainer */ .M)({ name, image: '', entrypoint: [_entrypoint_js__WEBPACK_IMPORTED_MODULE_1__/* .NODE_ENTRYPOINT */ .Qj], tmpfs: ['/run', '/var/run'], privileged: true });
const ownArgs = (node) => [
    ...node.k3sArgs,
    ...node.nodeLabels.flatMap((label) => ['--node-label', label]),
];
/** Labels were given to the one node that is copied, not to all; only one server begins a cluster. */
function commandOf({ command }) {
    return command.filter((word, index) => word !== '--node-label' && command[index - 1] !== '--node-label' && word !== '--cluster-init');
}


/***/ })

};
