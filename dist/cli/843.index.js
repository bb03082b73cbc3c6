export const id = 843;
export const ids = [843];
export const modules = {

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
/* harmony import */ var _kubernetes_podCidr_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(1097);
/* harmony import */ var _kubernetes_conditions_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(7344);
/* harmony import */ var _kubernetes_nodeNames_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(1036);
/* harmony import */ var _kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3487);
/* harmony import */ var _plan_clone_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1150);
/* harmony import */ var _plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(6367);
/* harmony import */ var _plan_cluster_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1690);
/* harmony import */ var _plan_nodeFiles_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1784);
/* harmony import */ var _plan_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9031);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2471);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4102);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(4192);
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
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8017);
/* harmony import */ var _toldNodes_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(7124);



























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
    return [...(settings === undefined ? [] : [(0,_plan_files_js__WEBPACK_IMPORTED_MODULE_6__/* .registriesFile */ .Wi)(settings)]), ...(0,_plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_22__/* .caFiles */ .e)(await read(_plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_22__/* .CA_PATH */ .r))];
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
                await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_23__/* .allSettled */ .v)(names.map((name) => startNew(engine, plan(name), request.networks, made)));
                if (joinsEtcd)
                    await joinEtcd(cluster, names, watched, progress);
                else if (request.wait || request.role === 'server')
                    await waitUntilReady(cluster, names, watched, progress);
            }
        }
        catch (error) {
            await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_23__/* .allSettled */ .v)(made.map((name) => engine.containers.remove(name)));
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
/** Whether one of the nodes that there are is Ready. */
async function isReady(kube, nodes) {
    const all = (await kube.get('/api/v1/nodes'))?.items ?? [];
    return nodes.map((node) => (0,_kubernetes_nodeNames_js__WEBPACK_IMPORTED_MODULE_24__/* .nodeFor */ .O)(node, all)).some((node) => node !== undefined && (0,_kubernetes_conditions_js__WEBPACK_IMPORTED_MODULE_25__/* .isTrue */ .H)(node, 'Ready'));
}
/** Runs a wait for nodes to register, and ends it when one of them is refused for good. */
async function untilRegistered({ engine, signal }, nodes, wait) {
    const unregistered = new Set(nodes.map(({ container }) => container));
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const refused = (0,_refusals_js__WEBPACK_IMPORTED_MODULE_20__/* .failOnRefusal */ .c)(engine, unregistered, until).catch((error) => over.abort(error));
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
    await (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .withKube */ .M)(context.engine, cluster, async (kube) => {
        const wait = { ...context, kube, startedAt: undefined, blocker, done: () => undefined };
        const { minor } = await (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .waitForApi */ .Pz)(wait);
        const servers = (0,_model_js__WEBPACK_IMPORTED_MODULE_17__/* .nodesOf */ .Nh)(cluster, 'server').map(({ name }) => name);
        const { serverArgs, hasNetwork, nodes } = await (0,_toldNodes_js__WEBPACK_IMPORTED_MODULE_21__/* .expectationsFor */ .r)(context.engine, [...servers, ...names]);
        const podCidr = new _kubernetes_podCidr_js__WEBPACK_IMPORTED_MODULE_26__/* .PodCidrGiver */ .T(kube, Number.parseInt(minor, 10), serverArgs);
        const own = nodes.filter(({ container }) => names.includes(container));
        // In a cluster whose network somebody has brought, new nodes get it too.
        const until = hasNetwork || (await isReady(kube, nodes)) ? 'Ready' : 'registered';
        await untilRegistered(context, own, (one, registered) => (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .waitForNodes */ .iw)({ ...wait, signal: one }, own, podCidr, registered, until));
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

// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
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
// EXTERNAL MODULE: ./src/cluster/toldNodes.ts
var toldNodes = __webpack_require__(7124);
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
/** What a node is called in Kubernetes; undefined: it is not there. */
async function nameIn(engine, kube, { name }) {
    const [sought] = (await (0,toldNodes/* expectationsFor */.r)(engine, [name])).nodes;
    const all = (await kube.get('/api/v1/nodes'))?.items ?? [];
    return sought && (0,nodeNames/* nodeFor */.O)(sought, all)?.metadata.name;
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
            const name = await nameIn(engine, kube, node);
            if (node.role === 'server' && name !== undefined)
                await leaveEtcd(kube, name);
            await leaveKubernetes(kube, name ?? (0,labels/* kubernetesName */.gg)(node), stop);
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
