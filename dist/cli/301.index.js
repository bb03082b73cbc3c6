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
/* harmony import */ var _cluster_balancers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1717);
/* harmony import */ var _cluster_editPorts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1766);
/* harmony import */ var _cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2028);
/* harmony import */ var _cluster_access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4102);
/* harmony import */ var _cluster_nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3108);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1922);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5750);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1954);
/* harmony import */ var _config_layers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1978);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8628);
/* harmony import */ var _cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8852);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2471);
/* harmony import */ var _plan_publish_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5216);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4474);
/* harmony import */ var _clusterCreate_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(633);















/** `k3d cluster edit` */
async function clusterEdit(name, options, command) {
    await edit(async () => name ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_6__/* .DEFAULT_CLUSTER_NAME */ .pb, options, command);
}
/** `k3d node edit`: of a cluster's nodes, load balancers alone can be changed. */
async function nodeEdit(name, options, command) {
    await edit(async () => {
        const engine = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_9__.connectEngine)();
        const node = await (0,_cluster_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .needNode */ .j)(engine, name);
        const cluster = await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_2__/* .needCluster */ .N0)(engine, node.cluster);
        if ((0,_cluster_balancers_js__WEBPACK_IMPORTED_MODULE_0__/* .balancersOf */ .BW)(cluster).some(({ id }) => id === node.id))
            return cluster.name;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`node ${node.name} is no load balancer: its ports can't be changed while it runs`);
    }, options, command);
}
async function edit(findName, options, command) {
    const add = options.portAdd.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_7__/* .readFilteredText */ .Jc)(text, 'flag --port-add'));
    const remove = options.portDelete.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_7__/* .readFilteredText */ .Jc)(text, 'flag --port-delete'));
    if (add.length + remove.length === 0) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('nothing to change: give --port-add or --port-delete, e.g. --port-add 8080:80@loadbalancer');
    }
    for (const { value, where } of [...add, ...remove])
        (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_8__/* .parsePortSpec */ .qy)(value, _plan_names_js__WEBPACK_IMPORTED_MODULE_10__/* .LOOPBACK */ .Ws, where);
    const image = (0,_clusterCreate_js__WEBPACK_IMPORTED_MODULE_13__.readConfigs)(undefined, undefined, []).clusters[0]?.loadBalancerImage ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_6__/* .DEFAULTS */ .zY.loadBalancerImage;
    const reporter = (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .reporterOf */ .hw)(command);
    await (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .interruptible */ .In)(async (signal) => {
        const name = await findName();
        const engine = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_9__.connectEngine)();
        const cluster = await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_2__/* .needCluster */ .N0)(engine, name);
        (0,_cluster_access_js__WEBPACK_IMPORTED_MODULE_3__/* .runningServer */ .T)(cluster);
        const here = (0,_plan_publish_js__WEBPACK_IMPORTED_MODULE_11__/* .portsOn */ .cc)(add, engine.endpoint.publishIP);
        await (0,_cluster_editPorts_js__WEBPACK_IMPORTED_MODULE_1__/* .editPorts */ .z)(cluster, { add: here, remove, image }, { engine, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_14__/* .Timeline */ .K(), signal });
        reporter.info(`Cluster ${name} is changed`);
    });
}


/***/ }),

/***/ 1766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ publishedPorts),
/* harmony export */   z: () => (/* binding */ editPorts)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5320);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1954);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8628);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3848);
/* harmony import */ var _plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9477);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2471);
/* harmony import */ var _plan_ports_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3491);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4102);
/* harmony import */ var _starter_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1294);
/* harmony import */ var _balancers_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1717);
/* harmony import */ var _createContainer_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5842);
/* harmony import */ var _hostPorts_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(60);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3561);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7567);















/**
 * Publishes more ports of a cluster, or takes some back. An engine can't publish more ports of a container that runs,
 * and one that is replaced drops its connections, so new ports get a load balancer of their own beside the main one.
 * @throws UserError for ports that are malformed, taken, or not published
 */
async function editPorts(cluster, changes, context) {
    const { engine } = context;
    const removals = await planRemovals(engine, cluster, changes.remove);
    const addition = changes.add.length === 0 ? undefined : planAddition(cluster, changes.add);
    if (addition !== undefined) {
        const wanted = addition.mappings.flatMap(({ hostIP, hostPort, protocol }) => hostPort === undefined ? [] : [{ hostIP, port: hostPort, protocol }]);
        await (0,_hostPorts_js__WEBPACK_IMPORTED_MODULE_12__/* .checkPortsFree */ .f)(engine, wanted.filter((port) => !isBeingClosed(port.port, port.protocol, removals)));
    }
    await removePorts(cluster, removals, context);
    if (addition !== undefined)
        await addBalancer(cluster, addition, changes.image, context);
}
const isBeingClosed = (port, protocol, removals) => removals.some((one) => one.hostPort === port && one.protocol === protocol && (0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .isExtra */ .jt)(one.balancer));
/** Ports that load balancers have published and pass on. */
async function publishedPorts(engine, cluster) {
    const lists = await Promise.all((0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .balancersOf */ .BW)(cluster).map(async (balancer) => {
        const values = await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .readValues */ .N$)(engine, balancer);
        return balancer.ports.flatMap((port) => {
            const { hostPort, protocol } = port;
            const key = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .portKey */ .ls)(port);
            return values?.ports.has(key) ? [{ balancer, key, hostPort, protocol }] : [];
        });
    }));
    return lists.flat();
}
async function planRemovals(engine, cluster, remove) {
    const published = await publishedPorts(engine, cluster);
    const wanted = remove.flatMap(({ value, where }) => (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePortSpec */ .qy)(value, _plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .LOOPBACK */ .Ws, where).map((mapping) => ({ ...mapping, value, where })));
    const removals = wanted.map(({ hostPort, containerPort, protocol, value, where }) => {
        const key = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .portKey */ .ls)({ containerPort, protocol });
        if (key === _plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .API_PORT_KEY */ .Vh)
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: the port of the Kubernetes API can't be closed`);
        const found = published.find((one) => one.key === key && (hostPort === undefined || one.hostPort === hostPort));
        if (found !== undefined)
            return found;
        const open = published.map((one) => `${one.hostPort}:${one.key.replace('.', '/')}`);
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: port "${value}" is not published by a load balancer of cluster "${cluster.name}"; published are ${open.join(', ') || 'none'}`);
    });
    for (const { balancer, key, hostPort } of removals) {
        const twin = published.find((one) => one.balancer.id === balancer.id && one.key === key && one.hostPort !== hostPort);
        if (twin !== undefined && !removals.includes(twin)) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`port ${hostPort} can't be closed alone: ${twin.hostPort} leads to the same port ${key.replace('.', '/')} of ${balancer.name}; close both`);
        }
    }
    return removals;
}
async function removePorts(cluster, removals, context) {
    const { engine, reporter } = context;
    if (removals.length === 0)
        return;
    await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .changeValues */ .ln)(engine, cluster, ({ ports }, balancer) => {
        for (const removal of removals)
            if (removal.balancer.id === balancer.id)
                ports.delete(removal.key);
    });
    for (const balancer of new Set(removals.map((removal) => removal.balancer))) {
        const values = await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .readValues */ .N$)(engine, balancer);
        if ((0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .isExtra */ .jt)(balancer) && values?.ports.size === 0)
            await engine.containers.remove(balancer.id);
        else {
            reporter.info(`Nothing is passed on any more; the engine gives the host ports free when cluster ${cluster.name} is next started`);
        }
    }
}
/** What nginx says when it serves; k3d waits for the same. */
const READY_LINE = 'start worker processes';
const LOG_LINES = 100;
const LOOK_EVERY_MS = 100;
const UP_WITHIN_MS = 20_000;
function planAddition(cluster, add) {
    const taken = new Set(cluster.nodes.map(({ name }) => name));
    let index = 1;
    while (taken.has((0,_plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .extraLoadBalancerName */ .gV)(cluster.name, index)))
        index++;
    const name = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .extraLoadBalancerName */ .gV)(cluster.name, index);
    const nodes = [...plannedLike(cluster), { role: 'loadbalancer', index: 0, name }];
    const ports = (0,_plan_ports_js__WEBPACK_IMPORTED_MODULE_7__/* .planPorts */ .E)({ ..._config_defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULTS */ .zY, loadBalancer: 'on', ports: [...add] }, nodes);
    const direct = [...ports.published.keys()].find((node) => node !== name);
    if (direct !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${add[0]?.where}: node ${direct} runs, and a container that runs can't publish more ports: leave "direct" out, then a load balancer passes them on`);
    }
    return { name, mappings: ports.published.get(name) ?? [], ports };
}
/** The nodes of a cluster that exists, as filters see them. */
function plannedLike(cluster) {
    return ['server', 'agent'].flatMap((role) => (0,_model_js__WEBPACK_IMPORTED_MODULE_14__/* .nodesOf */ .Nh)(cluster, role).map(({ name }, index) => ({ role, index, name })));
}
async function addBalancer(cluster, { name, mappings, ports }, image, { engine, reporter, signal }) {
    const [main] = (0,_model_js__WEBPACK_IMPORTED_MODULE_14__/* .nodesOf */ .Nh)(cluster, 'loadbalancer');
    const labels = (main ?? (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster)).labels;
    // k3d's own image sets itself up in other ways; ours is stock nginx.
    const ownImage = main !== undefined && _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.creation in main.labels ? main.image : image;
    await (0,_images_js__WEBPACK_IMPORTED_MODULE_13__/* .ensureImage */ .Y)(engine, ownImage, reporter, signal);
    const kept = Object.entries(labels).filter(([key]) => key === _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app || (key.startsWith('k3d.') && !/^k3d\.(server|node|loadbalancer)\./.test(key)));
    const container = (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_5__/* .loadBalancerContainer */ .As)({
        name,
        image: ownImage,
        env: [],
        labels: { ...Object.fromEntries(kept), [_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.role]: 'noRole', [_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.extraLoadBalancer]: 'true' },
        network: cluster.network.name,
        ip: undefined,
        ports: mappings,
        binds: [],
        extraHosts: [],
        open: ports.open,
    });
    try {
        await (0,_createContainer_js__WEBPACK_IMPORTED_MODULE_11__/* .createContainer */ .g)(engine, container);
        await engine.containers.putFiles(name, (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_5__/* .loadBalancerFiles */ .S9)({ ports: ports.proxied, settings: (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_5__/* .settingsWith */ .WG)([]) }));
        await (0,_starter_js__WEBPACK_IMPORTED_MODULE_9__/* .startNode */ .L)(engine, name);
        // The engine takes connections before anybody is there to answer them.
        const isUp = async () => ((await engine.containers.logs(name, LOG_LINES)).includes(READY_LINE) ? true : undefined);
        await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(isUp, LOOK_EVERY_MS, AbortSignal.any([signal, AbortSignal.timeout(UP_WITHIN_MS)]));
    }
    catch (error) {
        await engine.containers.remove(name);
        throw error;
    }
    reporter.info(`Load balancer ${name} publishes the new ports`);
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


/***/ })

};
