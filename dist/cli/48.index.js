export const id = 48;
export const ids = [48,394];
export const modules = {

/***/ 5394:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterCreate: () => (/* binding */ clusterCreate),
  createAndMerge: () => (/* binding */ createAndMerge),
  readConfigs: () => (/* binding */ readConfigs)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/cluster/create.ts
var create = __webpack_require__(4616);
// EXTERNAL MODULE: ./src/plan/registry.ts
var registry = __webpack_require__(1088);
// EXTERNAL MODULE: ./src/cluster/remove.ts
var remove = __webpack_require__(1672);
;// CONCATENATED MODULE: ./src/cluster/createAll.ts



/**
 * Creates several clusters at once. One that uses a registry or a network which another one brings waits for that one.
 * If one fails, the others are given up too, and what was made of them is removed unless their rollback is off.
 * @throws the first failure
 */
async function createClusters(creations) {
    const failed = new AbortController();
    const done = [];
    for (const [index, { config, creation, context, seed }] of creations.entries()) {
        const before = done.filter((_, at) => at < index && needs(config, creations[at].config));
        const signal = AbortSignal.any([context.signal, failed.signal]);
        done.push(Promise.all(before).then(() => (0,create/* createCluster */.X)(config, creation, { ...context, signal }, seed)));
    }
    for (const one of done)
        one.catch((error) => failed.abort(error));
    const results = await Promise.allSettled(done);
    const failure = results.find((result) => result.status === 'rejected');
    if (failure === undefined)
        return Promise.all(done);
    for (const [index, { config, creation, context }] of creations.entries()) {
        if (results[index]?.status === 'fulfilled' && config.rollback)
            await (0,remove/* removeCreation */.Os)(context.engine, creation);
    }
    throw failed.signal.reason;
}
/** Whether a cluster can't be made before another one is there. */
function needs(config, other) {
    if (config.network !== undefined && config.network === other.network)
        return true;
    const brought = other.registriesCreate.map((spec) => (0,registry/* nameOfRegistry */.ol)(spec, other.name));
    return config.registriesUse.some(({ value }) => brought.includes(value.split(':')[0]));
}

// EXTERNAL MODULE: ./src/cluster/prepare.ts + 1 modules
var prepare = __webpack_require__(4033);
// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/timeline.ts
var timeline = __webpack_require__(5750);
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

// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
// EXTERNAL MODULE: ./src/docker/connect.ts + 9 modules
var connect = __webpack_require__(4001);
// EXTERNAL MODULE: ./src/kubernetes/kubeconfigFile.ts
var kubeconfigFile = __webpack_require__(4451);
// EXTERNAL MODULE: ./src/cli/createFlags.ts
var createFlags = __webpack_require__(3169);
// EXTERNAL MODULE: ./src/cli/run.ts + 12 modules
var run = __webpack_require__(4474);
;// CONCATENATED MODULE: ./src/cli/commands/clusterCreate.ts












/** `k3d cluster create` */
async function clusterCreate(name, options, given, command) {
    const { clusters, notices } = readConfigs(name, options.config, [(0,createFlags/* flagsLayer */.xg)(given, 'flag', process.cwd())]);
    const reporter = (0,run/* reporterOf */.hw)(command);
    for (const notice of notices)
        reporter.info(notice);
    await (0,run/* interruptible */.In)(async (signal) => createAndMerge(await (0,connect.connectEngine)(), clusters, reporter, signal));
}
/**
 * Creates clusters and brings them into the default kubeconfig, as each of them has it.
 * @param seeds what each is given, by position
 */
async function createAndMerge(engine, clusters, reporter, signal, seeds = []) {
    const timelines = clusters.map(() => new timeline/* Timeline */.K());
    const creations = clusters.map((config, index) => ({
        config,
        creation: (0,create/* newCreationId */.b)(),
        context: { engine, reporter, timeline: timelines[index], signal },
        seed: seeds[index],
    }));
    const created = await createClusters(creations);
    for (const [index, config] of clusters.entries()) {
        const cluster = created[index];
        if (config.updateDefaultKubeconfig) {
            await (0,kubeconfigFile/* mergeIntoFile */.nQ)((0,kubeconfigFile/* defaultKubeconfigPath */.St)(process.env), cluster.kubeconfig, config.switchCurrentContext);
        }
        reporter.debug(`where the time went:\n${(0,timeline/* renderTimeline */.s)(timelines[index].phases)}`);
        const state = config.wait ? `is ready after ${(0,duration/* formatDuration */.a)(cluster.readyMs)}` : 'is starting';
        reporter.info(`Cluster ${config.name} ${state}: ${cluster.apiURL}`);
        if (!config.updateDefaultKubeconfig)
            reporter.info(`Get its kubeconfig with: k3d kubeconfig get ${config.name}`);
    }
}
/**
 * The clusters that a config file, the environment and flags describe.
 * @param name the argument NAME
 * @param file the value of `--config`
 * @throws UserError for every mistake in them
 */
function readConfigs(name, file, layers) {
    // `-` is standard input; a line break at its end makes even one line an inline document.
    const config = file === '-' ? `${(0,external_node_fs_.readFileSync)(0, 'utf8')}\n` : file;
    const resolved = resolveConfigs({
        config,
        env: process.env,
        layers,
        name: name === undefined ? undefined : (0,scalars/* readName */.MQ)(name, 'argument NAME'),
        cwd: process.cwd(),
        // k3d has a load balancer unless it is told otherwise.
        defaults: { loadBalancer: 'on' },
    });
    for (const cluster of resolved.clusters)
        (0,prepare/* dryPlan */.Vq)(cluster);
    return resolved;
}


/***/ }),

/***/ 4102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ withKube),
/* harmony export */   T: () => (/* binding */ runningServer)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7369);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3964);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2315);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7567);





/** A server that is spoken with may be the one that is leaving: then another answers. */
const RETRIES = 20;
/** A server of the cluster that runs. @throws UserError when there is none */
function runningServer(cluster) {
    const server = (0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .nodesOf */ .Nh)(cluster, 'server').find(({ state }) => state === 'running');
    if (server !== undefined)
        return server;
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`cluster "${cluster.name}" does not run: start it with "k3d cluster start ${cluster.name}"`);
}
/**
 * Runs `work` with a client for the API of a cluster that exists, as its administrator.
 * @throws UserError when the cluster does not run; what `work` throws
 */
async function withKube(engine, cluster, work) {
    const server = runningServer(cluster);
    const url = (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_2__/* .apiURL */ .Sw)(cluster.api?.host ?? '', cluster.api?.port ?? 0);
    const credentials = await (0,_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .readCredentials */ .L)(engine, server.id, url);
    if (credentials === undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`cluster "${cluster.name}" has no certificates: it has not come up`);
    const kube = new _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeClient */ .B(credentials, RETRIES);
    try {
        return await work(kube);
    }
    finally {
        kube.close();
    }
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

/***/ 1766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ publishedPorts),
/* harmony export */   z: () => (/* binding */ editPorts)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1922);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8601);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1954);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8628);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3848);
/* harmony import */ var _plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9477);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2471);
/* harmony import */ var _plan_ports_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3491);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4102);
/* harmony import */ var _bringUp_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4155);
/* harmony import */ var _balancers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1717);
/* harmony import */ var _createContainer_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5842);
/* harmony import */ var _hostPorts_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(60);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5942);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7567);















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
        await (0,_hostPorts_js__WEBPACK_IMPORTED_MODULE_11__/* .checkPortsFree */ .f)(engine, wanted.filter((port) => !isBeingClosed(port.port, port.protocol, removals)));
    }
    await removePorts(cluster, removals, context);
    if (addition !== undefined)
        await addBalancer(cluster, addition, changes.image, context);
}
const isBeingClosed = (port, protocol, removals) => removals.some((one) => one.hostPort === port && one.protocol === protocol && (0,_balancers_js__WEBPACK_IMPORTED_MODULE_9__/* .isExtra */ .jt)(one.balancer));
/** Ports that load balancers have published and pass on. */
async function publishedPorts(engine, cluster) {
    const lists = await Promise.all((0,_balancers_js__WEBPACK_IMPORTED_MODULE_9__/* .balancersOf */ .BW)(cluster).map(async (balancer) => {
        const values = await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_9__/* .readValues */ .N$)(engine, balancer);
        return balancer.ports.flatMap((port) => {
            const { hostPort, protocol } = port;
            const key = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_5__/* .portKey */ .ls)(port);
            return values?.ports.has(key) ? [{ balancer, key, hostPort, protocol }] : [];
        });
    }));
    return lists.flat();
}
async function planRemovals(engine, cluster, remove) {
    const published = await publishedPorts(engine, cluster);
    const wanted = remove.flatMap(({ value, where }) => (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePortSpec */ .qy)(value, _plan_names_js__WEBPACK_IMPORTED_MODULE_5__/* .LOOPBACK */ .Ws, where).map((mapping) => ({ ...mapping, value, where })));
    const removals = wanted.map(({ hostPort, containerPort, protocol, value, where }) => {
        const key = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_5__/* .portKey */ .ls)({ containerPort, protocol });
        if (key === _plan_names_js__WEBPACK_IMPORTED_MODULE_5__/* .API_PORT_KEY */ .Vh)
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_14__/* .UserError */ .yo(`${where}: the port of the Kubernetes API can't be closed`);
        const found = published.find((one) => one.key === key && (hostPort === undefined || one.hostPort === hostPort));
        if (found !== undefined)
            return found;
        const open = published.map((one) => `${one.hostPort}:${one.key.replace('.', '/')}`);
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_14__/* .UserError */ .yo(`${where}: port "${value}" is not published by a load balancer of cluster "${cluster.name}"; published are ${open.join(', ') || 'none'}`);
    });
    for (const { balancer, key, hostPort } of removals) {
        const twin = published.find((one) => one.balancer.id === balancer.id && one.key === key && one.hostPort !== hostPort);
        if (twin !== undefined && !removals.includes(twin)) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_14__/* .UserError */ .yo(`port ${hostPort} can't be closed alone: ${twin.hostPort} leads to the same port ${key.replace('.', '/')} of ${balancer.name}; close both`);
        }
    }
    return removals;
}
async function removePorts(cluster, removals, context) {
    const { engine, reporter } = context;
    if (removals.length === 0)
        return;
    await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_9__/* .changeValues */ .ln)(engine, cluster, ({ ports }, balancer) => {
        for (const removal of removals)
            if (removal.balancer.id === balancer.id)
                ports.delete(removal.key);
    });
    for (const balancer of new Set(removals.map((removal) => removal.balancer))) {
        const values = await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_9__/* .readValues */ .N$)(engine, balancer);
        if ((0,_balancers_js__WEBPACK_IMPORTED_MODULE_9__/* .isExtra */ .jt)(balancer) && values?.ports.size === 0)
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
    while (taken.has((0,_plan_names_js__WEBPACK_IMPORTED_MODULE_5__/* .extraLoadBalancerName */ .gV)(cluster.name, index)))
        index++;
    const name = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_5__/* .extraLoadBalancerName */ .gV)(cluster.name, index);
    const nodes = [...plannedLike(cluster), { role: 'loadbalancer', index: 0, name }];
    const ports = (0,_plan_ports_js__WEBPACK_IMPORTED_MODULE_6__/* .planPorts */ .E)({ ..._config_defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULTS */ .zY, loadBalancer: 'on', ports: [...add] }, nodes);
    const direct = [...ports.published.keys()].find((node) => node !== name);
    if (direct !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_14__/* .UserError */ .yo(`${add[0]?.where}: node ${direct} runs, and a container that runs can't publish more ports: leave "direct" out, then a load balancer passes them on`);
    }
    return { name, mappings: ports.published.get(name) ?? [], ports };
}
/** The nodes of a cluster that exists, as filters see them. */
function plannedLike(cluster) {
    return ['server', 'agent'].flatMap((role) => (0,_model_js__WEBPACK_IMPORTED_MODULE_13__/* .nodesOf */ .Nh)(cluster, role).map(({ name }, index) => ({ role, index, name })));
}
async function addBalancer(cluster, { name, mappings, ports }, image, { engine, reporter, signal }) {
    const [main] = (0,_model_js__WEBPACK_IMPORTED_MODULE_13__/* .nodesOf */ .Nh)(cluster, 'loadbalancer');
    const labels = (main ?? (0,_access_js__WEBPACK_IMPORTED_MODULE_7__/* .runningServer */ .T)(cluster)).labels;
    // k3d's own image sets itself up in other ways; ours is stock nginx.
    const ownImage = main !== undefined && _plan_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.creation in main.labels ? main.image : image;
    await (0,_images_js__WEBPACK_IMPORTED_MODULE_12__/* .ensureImage */ .Y)(engine, ownImage, reporter, signal);
    const kept = Object.entries(labels).filter(([key]) => key === _plan_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.app || (key.startsWith('k3d.') && !/^k3d\.(server|node|loadbalancer)\./.test(key)));
    const container = (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_4__/* .loadBalancerContainer */ .As)({
        name,
        image: ownImage,
        env: [],
        labels: { ...Object.fromEntries(kept), [_plan_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.role]: 'noRole', [_plan_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.extraLoadBalancer]: 'true' },
        network: cluster.network.name,
        ip: undefined,
        ports: mappings,
        binds: [],
        extraHosts: [],
        open: ports.open,
    });
    try {
        await (0,_createContainer_js__WEBPACK_IMPORTED_MODULE_10__/* .createContainer */ .g)(engine, container);
        await engine.containers.putFiles(name, (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_4__/* .loadBalancerFiles */ .S9)({ ports: ports.proxied, settings: (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsWith */ .WG)([]) }));
        await (0,_bringUp_js__WEBPACK_IMPORTED_MODULE_8__/* .startNode */ .LK)(engine, name);
        // The engine takes connections before anybody is there to answer them.
        const isUp = async () => ((await engine.containers.logs(name, LOG_LINES)).includes(READY_LINE) ? true : undefined);
        await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .poll */ .w)(isUp, LOOK_EVERY_MS, AbortSignal.any([signal, AbortSignal.timeout(UP_WITHIN_MS)]));
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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3848);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7567);



/** Whether a server belongs to a cluster that was begun with etcd. */
function isEtcdMember(server) {
    return server.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.serverInit] === 'true';
}
/**
 * Checks that a cluster can do without one of its servers.
 * @throws UserError when it is the only one, the one that the others join through, or the rest would have no quorum
 */
async function checkServerCanGo(engine, node) {
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .findCluster */ .KG)(engine, node.cluster);
    const servers = cluster === undefined ? [] : (0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, 'server');
    if (servers.length <= 1) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`node ${node.name} is the only server of cluster "${node.cluster}": delete the cluster instead`);
    }
    if (isEtcdMember(node) || joinedThrough(cluster) === node.name) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`node ${node.name} is the server that cluster "${node.cluster}" began with and that all other nodes join through: delete another server`);
    }
    const others = servers.filter(({ id }) => id !== node.id);
    const running = others.filter(({ state }) => state === 'running').length;
    const needed = Math.floor(others.length / 2) + 1;
    if (running < needed) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`without ${node.name}, ${running} of ${others.length} servers of cluster "${node.cluster}" would run, and etcd needs ${needed}: start the others first`);
    }
    // To let a member go, the members as they are have to agree.
    const now = servers.filter(({ state }) => state === 'running').length;
    if (now < Math.floor(servers.length / 2) + 1) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`only ${now} of ${servers.length} servers of cluster "${node.cluster}" run, too few for etcd to decide anything: start the others first`);
    }
}
/** The server that the nodes' URL names. */
function joinedThrough({ nodes }) {
    const url = nodes.map(({ labels }) => labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.clusterURL]).find(Boolean);
    return url === undefined ? undefined : new URL(url).hostname;
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

/***/ 3108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ deleteNode),
  j: () => (/* binding */ needNode)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
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

/***/ 8858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mergeLayers)
/* harmony export */ });
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1954);

/**
 * One configuration from several layers, the later ones winning: defaults < file < environment < inputs or flags.
 * Single values replace each other; lists grow, as k3d's flags add to what the file has.
 */
function mergeLayers(...layers) {
    const merged = { ..._defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULTS */ .zY };
    for (const layer of layers) {
        for (const [key, value] of Object.entries(layer)) {
            if (value === undefined)
                continue;
            const before = merged[key];
            merged[key] =
                Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
        }
    }
    return merged;
}


/***/ }),

/***/ 4451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OH: () => (/* binding */ kubeconfigPaths),
/* harmony export */   St: () => (/* binding */ defaultKubeconfigPath),
/* harmony export */   fQ: () => (/* binding */ writeKubeconfig),
/* harmony export */   h3: () => (/* binding */ removeFromFile),
/* harmony export */   nQ: () => (/* binding */ mergeIntoFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var proper_lockfile__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3648);
/* harmony import */ var proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(proper_lockfile__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1922);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9741);








/** The file that kubectl writes to by default: the first of KUBECONFIG, else ~/.kube/config. */
function defaultKubeconfigPath(env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) {
    const first = (env.KUBECONFIG ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).find((path) => path !== '');
    return first ?? (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.kube', 'config');
}
/** All files that kubectl reads by default. */
function kubeconfigPaths(env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) {
    const listed = (env.KUBECONFIG ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).filter((path) => path !== '');
    return listed.length > 0 ? listed : [(0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.kube', 'config')];
}
/**
 * Merges a cluster's entries into a kubeconfig file, which is made if need be.
 * @param replace whether entries of the same name that differ are replaced
 * @throws UserError if that can't be done, or an entry differs that is not to be replaced
 */
function mergeIntoFile(path, added, switchContext, replace = true) {
    return updateFile(path, (config) => {
        const conflict = replace ? undefined : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .conflictingEntry */ .Vj)(config, added);
        if (conflict !== undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo(`${path} has another ${conflict} already: leave --update=false out to replace it`);
        }
        return (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .mergeKubeconfig */ .mS)(config, added, switchContext);
    });
}
/** Takes a cluster's entries out of a kubeconfig file. A file that is not there needs no change. */
async function removeFromFile(path, cluster) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return;
    await updateFile(path, (config) => (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutCluster */ .TM)(config, cluster));
}
/** Writes a kubeconfig file anew, readable by its owner only. */
async function writeKubeconfig(path, config) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path), { recursive: true });
    await replaceFile(path, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .formatKubeconfig */ .hS)(config));
}
/**
 * Reads, changes and replaces a kubeconfig under a lock of our own, so that two of us can't lose each other's
 * entries. The file is replaced by a rename: whoever reads it sees the old or the new one, never half of it.
 */
async function updateFile(path, change) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path), { recursive: true });
        // Through a link, so that the link stays one.
        const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path) : path;
        const release = await proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default().lock(target, {
            realpath: false,
            lockfilePath: `${target}.k3d-lock`,
            stale: 10_000,
            retries: { retries: 60, minTimeout: 50, maxTimeout: 500 },
        });
        try {
            const config = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(target) ? (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .parseKubeconfig */ .DU)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(target, 'utf8'), target) : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyKubeconfig */ .xc)();
            await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .formatKubeconfig */ .hS)(change(config)));
        }
        finally {
            await release();
        }
    }
    catch (error) {
        if (error instanceof _common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo)
            throw error;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function replaceFile(path, text) {
    const part = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.part`;
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(part, 'wx', 0o600);
        try {
            await file.writeFile(text);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(part, path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(path, 0o600);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(part, { force: true });
        throw error;
    }
}


/***/ })

};
