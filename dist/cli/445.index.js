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
/* harmony import */ var _cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9602);
/* harmony import */ var _cluster_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7567);
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5750);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1954);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8739);
/* harmony import */ var _docker_connect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7253);








/** `k3d cluster start` and `restart` */
async function clusterStart(names, options, command) {
    const timeoutMs = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readTimeout */ .OW)(options.timeout, 'flag --timeout');
    const reporter = (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .reporterOf */ .hw)(command);
    await (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .interruptible */ .In)(async (signal) => {
        const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_5__/* .connectEngine */ .x)();
        for (const name of await targets(engine, names, options.all)) {
            if (options.stopFirst)
                await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCluster */ .dg)(engine, name);
            const timeline = new _common_timeline_js__WEBPACK_IMPORTED_MODULE_7__/* .Timeline */ .K();
            await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .startCluster */ .Jp)(name, { engine, reporter, timeline, signal }, { wait: options.wait, timeoutMs });
            reporter.info(`Cluster ${name} ${options.wait ? `is ready after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(timeline.now())}` : 'is starting'}`);
        }
    });
}
/** `k3d cluster stop` */
async function clusterStop(names, options, command) {
    const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_5__/* .connectEngine */ .x)();
    for (const name of await targets(engine, names, options.all)) {
        await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCluster */ .dg)(engine, name);
        (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .reporterOf */ .hw)(command).info(`Cluster ${name} is stopped`);
    }
}
async function targets(engine, names, all) {
    if (all)
        return (await (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .listClusters */ .Ug)(engine)).map((cluster) => cluster.name);
    return names.length === 0 ? [_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CLUSTER_NAME */ .pb] : names;
}


/***/ }),

/***/ 9602:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jp: () => (/* binding */ startCluster),
/* harmony export */   N0: () => (/* binding */ needCluster),
/* harmony export */   To: () => (/* binding */ STOP_SECONDS),
/* harmony export */   dg: () => (/* binding */ stopCluster)
/* harmony export */ });
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1922);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4192);
/* harmony import */ var _bringUp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3427);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5961);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2315);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7567);








/** How long a node may take to stop before it is killed, in seconds. */
const STOP_SECONDS = 10;
/** The cluster of that name. @throws UserError naming those that exist when it does not */
async function needCluster(engine, name) {
    return (await (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .findCluster */ .KG)(engine, name)) ?? Promise.reject(await (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownCluster */ .xE)(engine, name));
}
/** Stops all nodes of a cluster, whatever state they are in. @throws UserError when there is no such cluster */
async function stopCluster(engine, name) {
    const cluster = await needCluster(engine, name);
    // What is in front first, so that nobody is sent to nodes that are going.
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_5__/* .allSettled */ .v)((0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'loadbalancer').map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_5__/* .allSettled */ .v)(cluster.nodes.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
}
/**
 * Starts all nodes of a cluster, ours or k3d's, and waits until it can be used again.
 * @param timeoutMs bound in milliseconds
 * @throws UserError when there is no such cluster, a node ends, or the time is up
 */
async function startCluster(name, context, { wait, timeoutMs }) {
    const { engine, reporter } = context;
    const cluster = await needCluster(engine, name);
    const servers = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'server');
    const [first] = servers.sort((a, b) => initOrder(a.labels) - initOrder(b.labels));
    if (first === undefined || cluster.api === undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`cluster "${name}" has no server: delete it and create it anew`);
    }
    const progress = { waitingFor: 'the Docker engine' };
    const explain = () => new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`cluster "${name}" was not ready within ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(timeoutMs)}: still waiting for ${progress.waitingFor}`);
    const plan = {
        cluster: name,
        servers: servers.map((node) => node.name),
        agents: (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'agent').map((node) => node.name),
        loadBalancers: (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'loadbalancer').map((node) => node.name),
        apiURL: (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__/* .apiURL */ .Sw)(cluster.api.host, cluster.api.port),
        token: cluster.token,
        k3sArgs: (await engine.containers.inspect(first.id))?.command ?? [],
        restarted: true,
        wait,
    };
    return await (0,_context_js__WEBPACK_IMPORTED_MODULE_7__/* .withDeadline */ .N)(context, timeoutMs, explain, (inner) => reporter.stage(`Starting cluster ${name}`, async () => {
        await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_5__/* .allSettled */ .v)((0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'registry').map((node) => (0,_bringUp_js__WEBPACK_IMPORTED_MODULE_2__/* .startNode */ .LK)(engine, node.name)));
        return (0,_bringUp_js__WEBPACK_IMPORTED_MODULE_2__/* .bringUp */ .qh)(plan, inner, progress);
    }));
}
/** The server that began the cluster goes first. */
function initOrder(labels) {
    return labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.serverInit] === 'true' ? 0 : 1;
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
