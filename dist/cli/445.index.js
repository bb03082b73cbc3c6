export const id = 445;
export const ids = [445];
export const modules = {

/***/ 4445:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterStart: () => (/* binding */ clusterStart),
/* harmony export */   clusterStop: () => (/* binding */ clusterStop)
/* harmony export */ });
/* harmony import */ var _cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2028);
/* harmony import */ var _cluster_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7567);
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5750);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1954);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8739);
/* harmony import */ var _docker_connect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4001);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4474);








/** `k3d cluster start` and `restart` */
async function clusterStart(names, options, command) {
    const timeoutMs = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readTimeout */ .OW)(options.timeout, 'flag --timeout');
    const reporter = (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .reporterOf */ .hw)(command);
    await (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .interruptible */ .In)(async (signal) => {
        const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_5__.connectEngine)();
        for (const name of await targets(engine, names, options.all)) {
            if (options.stopFirst)
                await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCluster */ .dg)(engine, name);
            const timeline = new _common_timeline_js__WEBPACK_IMPORTED_MODULE_7__/* .Timeline */ .K();
            await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .startCluster */ .Jp)(name, { engine, reporter, timeline, signal }, { wait: options.wait, timeoutMs });
            reporter.debug(`where the time went:\n${(0,_common_timeline_js__WEBPACK_IMPORTED_MODULE_7__/* .renderTimeline */ .s)(timeline.phases)}`);
            reporter.info(`Cluster ${name} ${options.wait ? `is ready after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(timeline.now())}` : 'is starting'}`);
        }
    });
}
/** `k3d cluster stop` */
async function clusterStop(names, options, command) {
    const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_5__.connectEngine)();
    for (const name of await targets(engine, names, options.all)) {
        await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCluster */ .dg)(engine, name);
        (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .reporterOf */ .hw)(command).info(`Cluster ${name} is stopped`);
    }
}
async function targets(engine, names, all) {
    if (all)
        return (await (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__.listClusters)(engine)).map((cluster) => cluster.name);
    return names.length === 0 ? [_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CLUSTER_NAME */ .pb] : names;
}


/***/ }),

/***/ 1717:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ balancersOf),
/* harmony export */   MU: () => (/* binding */ takeFromBehind),
/* harmony export */   N$: () => (/* binding */ readValues),
/* harmony export */   jt: () => (/* binding */ isExtra),
/* harmony export */   ln: () => (/* binding */ changeValues),
/* harmony export */   ul: () => (/* binding */ putBehind)
/* harmony export */ });
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3848);
/* harmony import */ var _plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9477);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2471);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4192);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7567);
/* harmony import */ var _readFiles_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5229);






/** The load balancers of a cluster: the main one, if it has one, then those for ports that came later. */
function balancersOf(cluster) {
    return [...(0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .nodesOf */ .Nh)(cluster, 'loadbalancer'), ...cluster.nodes.filter(isExtra)];
}
/** Whether a node is a load balancer beside the main one. */
function isExtra({ labels }) {
    return _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.extraLoadBalancer in labels;
}
/** What a load balancer passes on to whom. @returns undefined when it has no such file: it has never been set up */
async function readValues(engine, balancer) {
    const text = (await (0,_readFiles_js__WEBPACK_IMPORTED_MODULE_4__/* .readFiles */ .U)(engine, balancer.id, _plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_1__/* .VALUES_PATH */ .bW))?.values().next().value;
    return text === undefined ? undefined : (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseValues */ .Qc)(text);
}
/** Changes what the load balancers of a cluster pass on; each notices by itself, and connections elsewhere stay. */
async function changeValues(engine, cluster, change) {
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_5__/* .allSettled */ .v)(balancersOf(cluster).map(async (balancer) => {
        const values = await readValues(engine, balancer);
        if (values === undefined)
            return;
        const before = (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_1__/* .valuesFile */ .p4)(values).content;
        change(values, balancer);
        const file = (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_1__/* .valuesFile */ .p4)(values);
        if (file.content !== before)
            await engine.containers.putFiles(balancer.id, [file]);
    }));
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
    if (port === _plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .API_PORT_KEY */ .Vh)
        return role === 'server';
    const label = labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.openPorts];
    if (label !== undefined)
        return JSON.parse(label)[port]?.includes(role) ?? false;
    const all = role === 'loadbalancer' ? [] : (0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .nodesOf */ .Nh)(cluster, role);
    return all.length > 0 && all.every(({ name }) => nodes.includes(name));
}


/***/ }),

/***/ 2028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  To: () => (/* binding */ STOP_SECONDS),
  N0: () => (/* binding */ needCluster),
  Jp: () => (/* binding */ startCluster),
  dg: () => (/* binding */ stopCluster)
});

// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/plan/labels.ts
var plan_labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/balancers.ts
var balancers = __webpack_require__(1717);
// EXTERNAL MODULE: ./src/cluster/bringUp.ts + 1 modules
var bringUp = __webpack_require__(4155);
// EXTERNAL MODULE: ./src/cluster/context.ts
var cluster_context = __webpack_require__(5961);
// EXTERNAL MODULE: ./src/cluster/kubeconfig.ts
var kubeconfig = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/cluster/hostEntries.ts
var hostEntries = __webpack_require__(8240);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/plan/loadBalancer.ts
var loadBalancer = __webpack_require__(9477);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/cluster/createContainer.ts
var createContainer = __webpack_require__(5842);
;// CONCATENATED MODULE: ./src/cluster/trimBalancer.ts





/**
 * Makes a stopped load balancer anew without the ports that it passes on no more: only then the engine gives them free.
 * One that publishes nothing too much, runs, or is k3d's own, stays as it is.
 */
async function trimBalancer(engine, balancer) {
    if (balancer.state === 'running' || !(plan_labels/* LABEL */.d_.creation in balancer.labels))
        return;
    const details = await engine.containers.inspect(balancer.id);
    const values = await (0,balancers/* readValues */.N$)(engine, balancer);
    if (details === undefined || values === undefined)
        return;
    const used = details.portBindings.filter((port) => values.ports.has((0,names/* portKey */.ls)(port)));
    if (used.length === details.portBindings.length)
        return;
    const open = JSON.parse(details.labels[plan_labels/* LABEL */.d_.openPorts] ?? '{}');
    const container = (0,loadBalancer/* loadBalancerContainer */.As)({
        name: details.name,
        image: details.image,
        env: details.env,
        labels: details.labels,
        network: details.labels[plan_labels/* LABEL */.d_.network] ?? '',
        ip: details.fixedAddresses[details.labels[plan_labels/* LABEL */.d_.network] ?? ''],
        ports: used,
        binds: details.binds,
        extraHosts: details.extraHosts,
        open: new Map(Object.entries(open)),
    });
    await engine.containers.remove(balancer.id);
    await (0,createContainer/* createContainer */.g)(engine, container);
    await engine.containers.putFiles(container.name, (0,loadBalancer/* loadBalancerFiles */.S9)(values));
}

;// CONCATENATED MODULE: ./src/cluster/lifecycle.ts











/** How long a node may take to stop before it is killed, in seconds. */
const STOP_SECONDS = 10;
/** The cluster of that name. @throws UserError naming those that exist when it does not */
async function needCluster(engine, name) {
    return (await (0,model/* findCluster */.KG)(engine, name)) ?? Promise.reject(await (0,kubeconfig/* unknownCluster */.xE)(engine, name));
}
/** Stops all nodes of a cluster, whatever state they are in. @throws UserError when there is no such cluster */
async function stopCluster(engine, name) {
    const cluster = await needCluster(engine, name);
    // What is in front first, so that nobody is sent to nodes that are going.
    await (0,allSettled/* allSettled */.v)((0,balancers/* balancersOf */.BW)(cluster).map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
    await (0,allSettled/* allSettled */.v)(cluster.nodes.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
}
/**
 * Starts all nodes of a cluster, ours or k3d's, and waits until it can be used again.
 * @param timeoutMs bound in milliseconds
 * @throws UserError when there is no such cluster, a node ends, or the time is up
 */
async function startCluster(name, context, { wait, timeoutMs }) {
    const { engine, reporter } = context;
    const cluster = await needCluster(engine, name);
    const servers = (0,model/* nodesOf */.Nh)(cluster, 'server');
    const [first] = servers.sort((a, b) => initOrder(a.labels) - initOrder(b.labels));
    if (first === undefined || cluster.api === undefined) {
        throw new errors/* UserError */.yo(`cluster "${name}" has no server: delete it and create it anew`);
    }
    const progress = { waitingFor: 'the Docker engine' };
    const explain = () => new errors/* UserError */.yo(`cluster "${name}" was not ready within ${(0,duration/* formatDuration */.a)(timeoutMs)}: still waiting for ${progress.waitingFor}`);
    const plan = {
        cluster: name,
        servers: servers.map((node) => node.name),
        agents: (0,model/* nodesOf */.Nh)(cluster, 'agent').map((node) => node.name),
        loadBalancers: (0,balancers/* balancersOf */.BW)(cluster).map((node) => node.name),
        apiURL: (0,kubeconfig/* apiURL */.Sw)(cluster.api.host, cluster.api.port),
        token: cluster.token,
        k3sArgs: (await engine.containers.inspect(first.id))?.command ?? [],
        nodeName: (container) => cluster.nodes.filter(({ name: own }) => own === container).map(plan_labels/* kubernetesName */.gg)[0] ?? container,
        restarted: true,
        hostEntries: () => (0,hostEntries/* hostEntries */.p)(engine, name),
        wait,
    };
    return await (0,cluster_context/* withDeadline */.N)(context, timeoutMs, explain, (inner) => reporter.stage(`Starting cluster ${name}`, async () => {
        await (0,allSettled/* allSettled */.v)((0,balancers/* balancersOf */.BW)(cluster).map((node) => trimBalancer(engine, node)));
        await (0,allSettled/* allSettled */.v)((0,model/* nodesOf */.Nh)(cluster, 'registry').map((node) => (0,bringUp/* startNode */.LK)(engine, node.name)));
        return (0,bringUp/* bringUp */.qh)(plan, inner, progress);
    }));
}
/** The server that began the cluster goes first. */
function initOrder(labels) {
    return labels[plan_labels/* LABEL */.d_.serverInit] === 'true' ? 0 : 1;
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


/***/ })

};
