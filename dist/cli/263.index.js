export const id = 263;
export const ids = [263];
export const modules = {

/***/ 4616:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createCluster),
/* harmony export */   b: () => (/* binding */ newCreationId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5541);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1922);
/* harmony import */ var _kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9741);
/* harmony import */ var _plan_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1088);
/* harmony import */ var _bringUp_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4155);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5961);
/* harmony import */ var _hostEntries_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8240);
/* harmony import */ var _k3sChannel_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9654);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4033);
/* harmony import */ var _remove_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1672);











/** An id for one creation: what it makes is labelled with it, so that it can be undone without touching anything else. */
function newCreationId() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
}
/** A cluster token: 128 random bits. */
function newToken() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
}
/**
 * Creates a cluster and waits until it can be used.
 * @param creation from `newCreationId`, kept by the caller so that a later process can clean up too
 * @param seed what its nodes are given before they start
 * @throws UserError naming what is wrong; by then everything that was made is gone, unless `rollback` is off
 */
async function createCluster(config, creation, context, seed) {
    const started = performance.now();
    const image = await (0,_k3sChannel_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveImage */ .A)(config.image, process.env);
    return createResolved({ ...config, image }, creation, context, started, seed);
}
async function createResolved(config, creation, context, started, seed) {
    const progress = { waitingFor: 'the Docker engine' };
    const explain = () => new _common_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .UserError */ .yo(`cluster "${config.name}" was not ready within ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(config.timeoutMs)}: still waiting for ${progress.waitingFor}`);
    return await (0,_context_js__WEBPACK_IMPORTED_MODULE_10__/* .withDeadline */ .N)(context, config.timeoutMs, explain, async (inner) => {
        try {
            return await make(config, creation, inner, progress, started, seed);
        }
        catch (error) {
            await rollBack(config, creation, inner);
            throw error;
        }
    });
}
async function make(config, creation, context, progress, started, seed) {
    const { reporter } = context;
    const past = seed?.past;
    const token = past?.token ?? config.token ?? newToken();
    reporter.secret(token);
    const prepared = await reporter.stage(`Preparing cluster ${config.name}`, () => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .prepare */ .iA)(config, { creation, token }, context, progress));
    try {
        const objects = await reporter.stage('Creating containers', () => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .makeObjects */ .Nq)(config, prepared, context, seed));
        // A cluster that goes on has all its nodes at once.
        if (past !== undefined)
            await objects.makeOthers();
        const up = await reporter.stage('Starting nodes and waiting until the cluster is ready', async () => {
            await prepared.apiPort.release();
            return (0,_bringUp_js__WEBPACK_IMPORTED_MODULE_4__/* .bringUp */ .qh)(startPlan(config, prepared, objects, context.engine, past), context, progress);
        });
        return {
            name: config.name,
            kubeconfig: (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_2__/* .kubeconfigFor */ .jf)(config.name, up.credentials),
            apiURL: up.credentials.server,
            network: objects.network.name,
            registries: prepared.registries.created.map(({ spec, port }) => (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .registryAddress */ .MA)(spec.hostIP, port.port)),
            k3sVersion: up.version,
            nodes: objects.plan.nodes.map(({ name, role }) => ({ name, role, ready: config.wait })),
            readyMs: performance.now() - started,
        };
    }
    finally {
        await prepared.release();
    }
}
function startPlan(config, prepared, objects, engine, past) {
    const named = (role) => objects.plan.nodes.filter((node) => node.role === role).map((node) => node.name);
    return {
        cluster: config.name,
        servers: named('server'),
        agents: named('agent'),
        loadBalancers: named('loadbalancer'),
        apiURL: objects.apiURL,
        token: prepared.token,
        k3sArgs: config.k3sArgs.map((arg) => arg.value),
        nodeName: (container) => past?.nodes.get(container)?.nodeName ?? container,
        restarted: past !== undefined,
        pods: past?.pods ?? [],
        wait: config.wait,
        hostEntries: () => (0,_hostEntries_js__WEBPACK_IMPORTED_MODULE_5__/* .hostEntries */ .p)(engine, config.name),
        ...(past === undefined ? { meanwhile: objects.makeOthers } : {}),
    };
}
async function rollBack(config, creation, { engine, reporter }) {
    if (!config.rollback) {
        reporter.warn(`Cluster ${config.name} is left as it is, since rollback is off`);
        return;
    }
    const removal = await (0,_remove_js__WEBPACK_IMPORTED_MODULE_8__/* .removeCreation */ .Os)(engine, creation);
    if (removal.containers.length > 0)
        reporter.info(`Removed what had been made of cluster ${config.name}`);
    for (const problem of removal.problems)
        reporter.warn(`Could not remove ${problem}`);
}


/***/ }),

/***/ 60:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ reservePort),
/* harmony export */   f: () => (/* binding */ checkPortsFree)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);


/** Finds a free TCP port on an address of this machine and holds it. */
async function reservePort(hostIP) {
    const server = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.createServer)();
    try {
        await listen(server, hostIP, 0);
    }
    catch {
        // The address is the engine's, not this machine's: any free port here is as good a guess.
        await listen(server, '0.0.0.0', 0);
    }
    // It must not keep the process alive when the work ends early.
    server.unref();
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
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`port ${port}/${protocol} on ${hostIP} is taken by container ${holder.name}: choose another or remove it`);
        }
        if (protocol === 'tcp' && engine.endpoint.host === undefined && (await isTaken(hostIP, port))) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`port ${port}/tcp on ${hostIP} is taken by a process of this machine: choose another or stop it`);
        }
    }
}
const WILDCARDS = ['', '0.0.0.0', '::'];
function overlap(a, b) {
    return a === b || WILDCARDS.includes(a) || WILDCARDS.includes(b);
}
async function isTaken(hostIP, port) {
    const server = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.createServer)();
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

/***/ 9654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ resolveImage)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);
/* harmony import */ var _common_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7535);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1954);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8739);




/** Where k3s says which release each of its channels is at. */
const CHANNELS_URL = 'https://update.k3s.io/v1-release/channels';
/** How long it may take to say so, in milliseconds. */
const TIMEOUT_MS = 15_000;
/**
 * The image of the release that a channel of k3s is at.
 * @param image a reference, which is returned as it is, or `latest`, `stable` or `+CHANNEL`
 * @param env `K3D_CHANNELS_URL` names another server than k3s's own
 * @throws UserError when the server can't be asked or has no such channel
 */
async function resolveImage(image, env) {
    if (!_config_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .IMAGE_SHORTCUT */ .nN.test(image))
        return image;
    const channel = image.replace(/^\+/, '');
    const releases = await readChannels(env.K3D_CHANNELS_URL || CHANNELS_URL);
    const release = releases.get(channel);
    if (release !== undefined)
        return (0,_config_defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .k3sImage */ .Tt)(release);
    const close = (0,_common_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(channel, [...releases.keys()]);
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`k3s has no channel "${channel}"${close === undefined ? '' : `: did you mean "${close}"?`}`);
}
async function readChannels(url) {
    try {
        const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
        if (!answer.ok)
            throw new Error(`it answered ${answer.status}`);
        const { data } = (await answer.json());
        return new Map(data.map(({ name, latest }) => [name, latest]));
    }
    catch (error) {
        const reason = error instanceof TypeError && error.cause !== undefined ? (0,_common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error.cause) : (0,_common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the channels of k3s can't be read from ${url}: ${reason}; name a release instead, e.g. rancher/k3s:v1.33.5-k3s1`, { cause: error });
    }
}


/***/ }),

/***/ 4033:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vq: () => (/* binding */ dryPlan),
  Nq: () => (/* binding */ makeObjects),
  iA: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
// EXTERNAL MODULE: ./src/plan/cluster.ts + 3 modules
var cluster = __webpack_require__(6553);
// EXTERNAL MODULE: ./src/plan/hostNetwork.ts
var hostNetwork = __webpack_require__(3579);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/createContainer.ts
var createContainer = __webpack_require__(5842);
// EXTERNAL MODULE: ./src/cluster/hostPorts.ts
var hostPorts = __webpack_require__(60);
// EXTERNAL MODULE: ./src/cluster/images.ts
var cluster_images = __webpack_require__(5942);
// EXTERNAL MODULE: ./src/docker/engine.ts
var docker_engine = __webpack_require__(6556);
// EXTERNAL MODULE: ./src/plan/labels.ts
var labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cluster/seed.ts
var seed = __webpack_require__(6497);
;// CONCATENATED MODULE: ./src/cluster/network.ts






/**
 * A network of ours that has no containers after so long, in milliseconds, is what a crash left. A younger one belongs
 * to a creation that is under way: its first container follows within a second.
 */
const ABANDONED_AFTER_MS = 60_000;
/**
 * Makes the cluster's network, or finds the one that the user named.
 * Its name is what two creations of the same cluster compete for: whoever makes it goes on.
 * @param past the cluster that goes on in it; it gets its old subnet if it can be had
 * @throws SeedError when it can't, and the cluster can't do without
 * @throws UserError when another creation has it, or the engine refuses to make it
 */
async function ensureNetwork(config, creation, engine, past) {
    const name = config.network ?? (0,names/* networkName */.uv)(config.name);
    const existing = await engine.networks.inspect(name);
    if (existing !== undefined) {
        if (past?.needsSubnet)
            throw needsAddresses(past, `network ${name} exists already`);
        if (config.network !== undefined)
            return { network: existing, external: true, fixedAddresses: false };
        // Without our label it is k3d's, or made by hand for this cluster: k3d would use it, and so do we.
        if (!(labels/* LABEL */.d_.creation in existing.labels)) {
            return { network: existing, external: existing.labels[labels/* LABEL */.d_.app] !== labels/* APP */.uq, fixedAddresses: false };
        }
        await removeAbandoned(engine, existing);
    }
    try {
        const network = (past && (await createAgain(config, creation, engine, past))) ??
            (await createWithSubnet(config, creation, engine));
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
/** Makes the network as it was. @returns undefined when that is not possible and need not be */
async function createAgain(config, creation, engine, past) {
    if (config.subnet !== undefined || past.subnet === '')
        return undefined;
    try {
        return await engine.networks.create((0,cluster/* planNetwork */.SU)(config, creation, past.subnet));
    }
    catch (error) {
        if (!(error instanceof docker_engine/* EngineError */.N) || error.status === 409)
            throw error;
        if (past.needsSubnet)
            throw needsAddresses(past, error.message);
        return undefined;
    }
}
function needsAddresses({ subnet }, why) {
    return new seed/* SeedError */.u(`the members of its etcd know each other by their addresses in ${subnet}: ${why}`);
}
/** How often a network is made anew when somebody else was quicker to take its subnet. */
const SUBNET_TRIES = 5;
/**
 * Makes a network whose subnet is written down in it, since only there an engine gives containers a fixed address.
 * Unless the user has chosen one, the engine does: it is asked for any network, and that is made again with its subnet.
 */
async function createWithSubnet(config, creation, engine) {
    if (config.subnet !== undefined)
        return engine.networks.create((0,cluster/* planNetwork */.SU)(config, creation, config.subnet));
    for (let left = SUBNET_TRIES;; left--) {
        const any = await engine.networks.create((0,cluster/* planNetwork */.SU)(config, creation, undefined));
        if (any.subnet === '')
            return any;
        await engine.networks.remove(any.id);
        try {
            return await engine.networks.create((0,cluster/* planNetwork */.SU)(config, creation, any.subnet));
        }
        catch (error) {
            if (left === 0 || !(error instanceof docker_engine/* EngineError */.N) || !/overlap/i.test(error.message))
                throw error;
        }
    }
}
async function removeAbandoned(engine, network) {
    const users = await engine.containers.list([`${labels/* LABEL */.d_.creation}=${network.labels[labels/* LABEL */.d_.creation]}`]);
    if (users.length > 0 || Date.now() - network.created < ABANDONED_AFTER_MS)
        throw beingCreated(network.name);
    await engine.networks.remove(network.id);
}
function beingCreated(name, cause) {
    return new errors/* UserError */.yo(`network ${name} exists already: another process is creating this cluster; wait for it or choose another name`, { cause });
}

// EXTERNAL MODULE: ./src/cluster/kubeconfig.ts
var kubeconfig = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/cluster/registries.ts
var cluster_registries = __webpack_require__(4763);
;// CONCATENATED MODULE: ./src/cluster/prepare.ts














/**
 * The plan of a cluster as far as it is known without an engine: it finds every mistake in the configuration while
 * nothing has been made.
 * @throws UserError for anything that can't be planned, naming where it was written
 */
function dryPlan(config) {
    return (0,cluster/* planCluster */.Ci)(config, {
        creation: '',
        token: '',
        apiHost: config.apiHostIP,
        apiPort: config.apiPort ?? 0,
        network: { name: '', id: '', subnet: '', gateway: '', external: false, fixedAddresses: false },
        registries: [],
        existingVolumes: new Set(),
    });
}
/**
 * Checks all that can be checked beforehand and gets what the cluster is made from. Makes nothing.
 * @throws UserError when the name or a port is taken, the configuration can't be planned or an image is missing
 */
async function prepare(config, ids, context, progress) {
    const { engine, reporter, timeline, signal } = context;
    const dry = dryPlan(config);
    checkVolumeSources(config, engine);
    await checkNameFree(engine, config.name);
    const onHost = (0,hostNetwork/* isOnHost */.az)(config) ? [{ hostIP: '0.0.0.0', port: names/* API_PORT */.lL, protocol: 'tcp' }] : [];
    await (0,hostPorts/* checkPortsFree */.f)(engine, [...wantedPorts(dry), ...onHost]);
    const checked = await (0,cluster_registries/* checkRegistries */.Km)(config, engine);
    const images = [
        ...new Set([...dry.nodes.map(({ container }) => container.image), ...checked.specs.map(({ image }) => image)]),
    ];
    progress.waitingFor = images.map((name) => `image ${name}`).join(', ');
    await timeline.run('image', () => (0,allSettled/* allSettled */.v)(images.map((name) => (0,cluster_images/* ensureImage */.Y)(engine, name, reporter, signal))));
    const volumes = config.volumes.length > 0 ? await engine.volumes.list([]) : [];
    const apiPort = await apiPortFor(config);
    const registries = await (0,cluster_registries/* reserveRegistries */.iO)(checked, config.name);
    const held = [apiPort, ...registries.created.map(({ port }) => port)];
    return {
        ...ids,
        apiHost: config.apiHost ?? reachableHost(config, engine),
        apiPort,
        registries,
        release: () => (0,allSettled/* allSettled */.v)(held.map((port) => port.release())),
        existingVolumes: new Set(volumes.map((volume) => volume.name)),
    };
}
/** Addresses belong to a subnet: in another one nodes get new ones. */
function restoredNodes({ nodes }, keepsAddresses) {
    if (keepsAddresses)
        return nodes;
    return new Map([...nodes].map(([name, { nodeName }]) => [name, { nodeName, ip: undefined }]));
}
/** In its own subnet, which a network of the user's may be, an address is stale only if somebody has it now. */
function staleAddressesOf({ nodes, subnet }, network) {
    const taken = new Set(network.containers.map(({ ip }) => ip));
    const old = [...nodes.values()].flatMap(({ ip }) => ip ?? []);
    return subnet === network.subnet ? old.filter((ip) => taken.has(ip)) : old;
}
async function apiPortFor(config) {
    const fixed = (0,hostNetwork/* isOnHost */.az)(config) ? names/* API_PORT */.lL : config.apiPort;
    return fixed === undefined ? (0,hostPorts/* reservePort */.a)(config.apiHostIP) : { port: fixed, release: async () => undefined };
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
async function makeObjects(config, prepared, { engine, reporter, timeline, signal }, seed) {
    const { creation, token, apiHost, existingVolumes } = prepared;
    const apiPort = prepared.apiPort.port;
    const { network, external, fixedAddresses } = await timeline.run('network', () => ensureNetwork(config, creation, engine, seed?.past));
    signal.throwIfAborted();
    const registries = prepared.registries.facts;
    const placement = { cluster: config.name, network: network.name, creation };
    const { id, name, subnet, gateway } = network;
    const facts = { name, id, subnet, gateway, external, fixedAddresses };
    const keepsAddresses = !external && seed?.past?.subnet === network.subnet;
    const restored = seed?.past && restoredNodes(seed.past, keepsAddresses);
    const staleAddresses = seed?.past && !keepsAddresses ? staleAddressesOf(seed.past, network) : [];
    const plan = (0,cluster/* planCluster */.Ci)(config, {
        ...{ creation, token, apiHost, apiPort, registries, existingVolumes, restored, staleAddresses },
        network: facts,
    });
    const make = async (node) => {
        signal.throwIfAborted();
        await (0,createContainer/* createContainer */.g)(engine, node.container);
        if (seed !== undefined && (0,model/* isK3sNode */.S)(node))
            await timeline.run(`fill ${node.name}`, () => seed.fill(node, engine));
        await engine.containers.putFiles(node.name, node.files);
        reporter.debug(`created ${node.name}`);
    };
    const isEarly = ({ role, index }) => role === 'loadbalancer' || (role === 'server' && index === 0);
    await timeline.run('first containers', async () => {
        await (0,allSettled/* allSettled */.v)(plan.volumes.map((volume) => engine.volumes.create(volume)));
        await (0,allSettled/* allSettled */.v)([
            (0,cluster_registries/* placeRegistries */.pR)(prepared.registries, placement, engine, seed),
            ...plan.nodes.filter(isEarly).map(make),
        ]);
    });
    return {
        plan,
        network,
        apiURL: (0,kubeconfig/* apiURL */.Sw)(apiHost, apiPort),
        makeOthers: () => timeline.run('other containers', () => (0,allSettled/* allSettled */.v)(plan.nodes.filter((node) => !isEarly(node)).map(make))),
    };
}


/***/ }),

/***/ 4763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Io: () => (/* binding */ listRegistries),
/* harmony export */   J4: () => (/* binding */ findRegistry),
/* harmony export */   Km: () => (/* binding */ checkRegistries),
/* harmony export */   SQ: () => (/* binding */ makeRegistry),
/* harmony export */   ah: () => (/* binding */ registrySpecs),
/* harmony export */   dD: () => (/* binding */ prepareRegistry),
/* harmony export */   e1: () => (/* binding */ needRegistry),
/* harmony export */   iO: () => (/* binding */ reserveRegistries),
/* harmony export */   pR: () => (/* binding */ placeRegistries),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1922);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);
/* harmony import */ var _plan_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1088);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4192);
/* harmony import */ var _bringUp_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4155);
/* harmony import */ var _createContainer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5842);
/* harmony import */ var _hostPorts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5942);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7567);










/** All registries on the engine. */
async function listRegistries(engine) {
    return (await (0,_model_js__WEBPACK_IMPORTED_MODULE_7__.listNodes)(engine)).filter(({ role }) => role === 'registry');
}
/**
 * Checks the registries of a config and finds those that exist. Makes nothing.
 * @throws UserError when a name or port is taken, or a registry that is to be used is not there
 */
async function checkRegistries(config, engine) {
    const specs = registrySpecs(config);
    for (const spec of specs)
        await checkRegistry(spec, config.name, engine);
    return { specs, found: await Promise.all(config.registriesUse.map((use) => findRegistry(engine, use))) };
}
/** The registries that a config has made, with its defaults. @throws UserError for two of one name */
function registrySpecs(config) {
    const specs = config.registriesCreate.map((spec) => ({
        ...spec,
        enforcePortMatch: spec.enforcePortMatch || config.enforceRegistryPortMatch,
    }));
    const names = specs.map((spec) => (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOfRegistry */ .ol)(spec, config.name));
    const twice = specs.find((_, index) => names.indexOf(names[index]) !== index);
    if (twice !== undefined) {
        const name = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOfRegistry */ .ol)(twice, config.name);
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${twice.where}: two registries would be called ${name}: give each a name`);
    }
    return specs;
}
async function checkRegistry(spec, cluster, engine) {
    const name = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOfRegistry */ .ol)(spec, cluster);
    if ((await engine.containers.inspect(name)) !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${spec.where}: container ${name} exists already: choose another name, or use it if it is a registry`);
    }
    const { hostIP, hostPort } = spec;
    if (hostPort !== undefined)
        await (0,_hostPorts_js__WEBPACK_IMPORTED_MODULE_5__/* .checkPortsFree */ .f)(engine, [{ hostIP, port: hostPort, protocol: 'tcp' }]);
}
/** Holds the ports of checked registries. Makes nothing. */
async function reserveRegistries({ specs, found }, cluster) {
    const created = await Promise.all(specs.map(async (spec) => ({ spec, port: await portFor(spec) })));
    return {
        created,
        used: found.map(({ name }) => name),
        facts: [...created.map(({ spec, port }) => (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryFacts */ .jP)(spec, cluster, port.port)), ...found],
    };
}
function portFor({ hostIP, hostPort }) {
    return hostPort === undefined ? (0,_hostPorts_js__WEBPACK_IMPORTED_MODULE_5__/* .reservePort */ .a)(hostIP) : { port: hostPort, release: async () => undefined };
}
/**
 * Checks and gets what one registry needs. Makes nothing.
 * @param cluster empty: a registry of its own
 */
async function prepareRegistry(spec, cluster, { engine, reporter, signal }) {
    await checkRegistry(spec, cluster, engine);
    await (0,_images_js__WEBPACK_IMPORTED_MODULE_6__/* .ensureImage */ .Y)(engine, spec.image, reporter, signal);
    return { spec, port: await portFor(spec) };
}
/** Makes and starts a registry. @param fill called before it starts @returns its container's name */
async function makeRegistry({ spec, port }, placement, engine, fill) {
    const container = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .planRegistry */ .RO)(spec, { ...placement, hostPort: port.port });
    await (0,_createContainer_js__WEBPACK_IMPORTED_MODULE_4__/* .createContainer */ .g)(engine, container);
    await fill?.(container.name);
    await port.release();
    await (0,_bringUp_js__WEBPACK_IMPORTED_MODULE_3__/* .startNode */ .LK)(engine, container.name);
    return container.name;
}
/** Makes the registries of a cluster and brings those that exist onto its network. */
async function placeRegistries({ created, used }, placement, engine, seed) {
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_9__/* .allSettled */ .v)([
        ...created.map(async (registry, index) => {
            const fill = async (name) => seed?.fill({ name, role: 'registry', index }, engine);
            await makeRegistry(registry, placement, engine, fill);
        }),
        ...used.map((name) => engine.networks.connect(placement.network, name)),
    ]);
}
/** Finds a registry by its name, with or without k3d's prefix. @throws UserError when there is none */
async function needRegistry(engine, name, where) {
    const all = await listRegistries(engine);
    const found = all.find((node) => node.name === name) ?? all.find((node) => node.name === (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_1__/* .registryName */ .jT)(name));
    if (found !== undefined)
        return found;
    const known = all.length === 0 ? 'there are none' : `there are ${all.map((node) => node.name).join(', ')}`;
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${where}: registry "${name}" does not exist; ${known}`);
}
/** The registry that a config uses. @throws UserError when it is not there or has another port */
async function findRegistry(engine, { value, where }) {
    const [name, port] = value.split(':');
    const facts = await factsOf(engine, await needRegistry(engine, name, where));
    if (port !== undefined && Number(port) !== facts.externalPort && Number(port) !== facts.internalPort) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${where}: registry ${facts.name} has port ${facts.externalPort} outside and ${facts.internalPort} inside, not ${port}`);
    }
    return facts;
}
/** What nodes need to know of a registry that exists, ours or k3d's. */
async function factsOf(engine, node) {
    const details = await engine.containers.inspect(node.id);
    const proxy = details?.env.find((entry) => entry.startsWith(`${_plan_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_URL_VARIABLE */ .WL}=`));
    return {
        name: node.name,
        internalPort: Number(node.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.registryPortInternal] ?? _plan_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTRY_PORT */ .ik),
        externalPort: Number(node.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.registryPortExternal] ?? _plan_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTRY_PORT */ .ik),
        proxyURL: proxy?.slice(_plan_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_URL_VARIABLE */ .WL.length + 1),
    };
}


/***/ }),

/***/ 1672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Om: () => (/* binding */ foundNothing),
/* harmony export */   Os: () => (/* binding */ removeCreation),
/* harmony export */   eO: () => (/* binding */ deleteCluster)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8601);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2471);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7567);





/** Whether a removal found anything at all. */
function foundNothing(removal) {
    const { containers, networks, volumes, problems } = removal;
    return containers.length + networks.length + volumes.length + problems.length === 0;
}
/**
 * Removes a cluster: its containers with their anonymous volumes, its network unless it was there before or others
 * use it, and the volumes labelled as its own. Whatever is gone already is fine, so it can be repeated.
 */
async function deleteCluster(engine, name) {
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .findCluster */ .KG)(engine, name);
    const network = cluster?.network.name ?? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .networkName */ .uv)(name);
    const shared = await sharedRegistries(engine, name, network);
    for (const id of shared)
        await engine.networks.disconnect(network, id);
    const removal = await removeLabelled(engine, (0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .clusterFilter */ .tp)(name), shared);
    const found = await engine.networks.inspect(network);
    if (found?.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.app] !== _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .APP */ .uq)
        return removal;
    // A network that was there before this cluster stays, unless another cluster of ours brought it and is gone.
    const isOurs = _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.creation in found.labels;
    if (cluster?.network.external && !(isOurs && (await onlyRegistriesOn(engine, found))))
        return removal;
    await removeNetwork(engine, found.id, removal);
    return removal;
}
/** Undoes one creation: removes what carries its id and nothing else. */
async function removeCreation(engine, creation) {
    const filter = [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .APP */ .uq}`, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.creation}=${creation}`];
    const removal = await removeLabelled(engine, filter);
    for (const network of await engine.networks.list(filter))
        await removeNetwork(engine, network.id, removal);
    return removal;
}
/** Registries of the cluster that others use too: they are on another network besides. They stay. */
async function sharedRegistries(engine, cluster, network) {
    const registries = await engine.containers.list([...(0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .clusterFilter */ .tp)(cluster), `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.role}=registry`]);
    const details = await Promise.all(registries.map(({ id }) => engine.containers.inspect(id)));
    return details.flatMap((one) => one !== undefined && Object.keys(one.addresses).some((name) => name !== network) ? [one.id] : []);
}
/** @param kept ids of containers that stay */
async function removeLabelled(engine, filter, kept = []) {
    const removal = { containers: [], networks: [], volumes: [], problems: [] };
    const containers = (await engine.containers.list(filter)).filter(({ id }) => !kept.includes(id));
    await each(containers, removal, removal.containers, 'container', (container) => engine.containers.remove(container.id));
    const volumes = await engine.volumes.list(filter);
    await each(volumes, removal, removal.volumes, 'volume', (volume) => engine.volumes.remove(volume.name));
    return removal;
}
async function each(items, removal, done, kind, remove) {
    await Promise.all(items.map(async (item) => {
        try {
            await remove(item);
            done.push(item.name);
        }
        catch (error) {
            removal.problems.push(`${kind} ${item.name}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
        }
    }));
}
/** How often and how long apart a network's removal is tried: endpoints of removed containers take a moment to go. */
const NETWORK_TRIES = 10;
const NETWORK_PAUSE_MS = 200;
async function removeNetwork(engine, id, removal) {
    for (let left = NETWORK_TRIES;; left--) {
        const network = await engine.networks.inspect(id);
        if (network === undefined)
            return;
        // Registries that were there before, or are used elsewhere, only leave.
        for (const name of await registriesOn(engine, network))
            await engine.networks.disconnect(network.name, name);
        // Someone else's container is on it: the network is in use and stays.
        if (network.containers.length > 0 && left === 0)
            return;
        try {
            await engine.networks.remove(id);
            removal.networks.push(network.name);
            return;
        }
        catch (error) {
            if (left === 0) {
                removal.problems.push(`network ${network.name}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
                return;
            }
            await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .y)(NETWORK_PAUSE_MS);
        }
    }
}
async function onlyRegistriesOn(engine, { id }) {
    const network = await engine.networks.inspect(id);
    return network !== undefined && network.containers.length === (await registriesOn(engine, network)).length;
}
async function registriesOn(engine, network) {
    if (network.containers.length === 0)
        return [];
    const registries = await engine.containers.list([`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .APP */ .uq}`, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.role}=registry`]);
    const names = new Set(network.containers.map(({ name }) => name));
    return registries.map(({ name }) => name).filter((name) => names.has(name));
}


/***/ }),

/***/ 6497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ SeedError)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);

/** A cluster can't be made from its seed; without it, it can. */
class SeedError extends _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    name = 'SeedError';
}


/***/ }),

/***/ 7535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/**
 * The known word that a mistyped one most likely stands for.
 * @returns undefined when nothing known is close enough to be a plausible typing error.
 */
function nearest(word, known) {
    if (known.length === 0)
        return undefined;
    const folded = new Map(known.map((name) => [name.toLowerCase(), name]));
    const best = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(word.toLowerCase(), [...folded.keys()]);
    const tolerance = Math.max(2, Math.floor(word.length / 3));
    return (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word.toLowerCase(), best) <= tolerance ? folded.get(best) : undefined;
}
/** `; did you mean "x"?`, or a list of what is known when nothing is near. Meant to end a sentence. */
function suggestion(word, known) {
    const near = nearest(word, known);
    return near === undefined ? `; known are ${known.join(', ')}` : `; did you mean "${near}"?`;
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
