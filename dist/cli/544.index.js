export const id = 544;
export const ids = [544];
export const modules = {

/***/ 1598:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   registryCreate: () => (/* binding */ registryCreate),
/* harmony export */   registryDelete: () => (/* binding */ registryDelete),
/* harmony export */   registryList: () => (/* binding */ registryList)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4763);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5750);
/* harmony import */ var _config_caCertificates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8040);
/* harmony import */ var _config_layers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1978);
/* harmony import */ var _config_proxy_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1574);
/* harmony import */ var _config_registrySpec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8068);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8739);
/* harmony import */ var _cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8852);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2471);
/* harmony import */ var _plan_registry_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1088);
/* harmony import */ var _common_table_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(6513);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6657);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4474);
















/** `k3d registry create` */
async function registryCreate(name, options, command) {
    const spec = readSpec(name, options);
    const network = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_6__/* .readNetwork */ .Lp)(options.defaultNetwork, 'flag --default-network');
    const reporter = (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .reporterOf */ .hw)(command);
    await (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .interruptible */ .In)(async (signal) => {
        const engine = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
        if ((await engine.networks.inspect(network)) === undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`flag --default-network: network "${network}" does not exist`);
        }
        const context = { engine, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_13__/* .Timeline */ .K(), signal };
        const { publishIP } = engine.endpoint;
        const placed = spec.hostIP === _plan_names_js__WEBPACK_IMPORTED_MODULE_9__/* .LOOPBACK */ .Ws ? { ...spec, hostIP: publishIP } : spec;
        const prepared = await (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareRegistry */ .dD)(placed, '', context);
        try {
            const proxies = (0,_config_proxy_js__WEBPACK_IMPORTED_MODULE_14__/* .proxiesIn */ .Iz)((0,_config_proxy_js__WEBPACK_IMPORTED_MODULE_14__/* .proxyEntries */ .hg)(process.env).map(({ value }) => value));
            const placement = {
                cluster: '',
                network,
                creation: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
                proxies,
                caCertificates: (0,_config_caCertificates_js__WEBPACK_IMPORTED_MODULE_3__/* .caCertificatesOf */ ._)(process.env),
            };
            const container = await (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .makeRegistry */ .SQ)(prepared, placement, engine);
            reporter.info(`Registry ${container} is running`);
            if (!options.noHelp)
                console.log(helpText(container, placed, prepared.port.port));
        }
        catch (error) {
            await engine.containers.remove(spec.name);
            throw error;
        }
        finally {
            await prepared.port.release();
        }
    });
}
function readSpec(name, options) {
    const volume = (value) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveVolume */ .jv)({ value, nodeFilters: [], where: 'flag --volume' }, process.cwd()).value;
    const { proxyRemoteUrl = '', proxyUsername = '', proxyPassword = '' } = options;
    return {
        ...(0,_config_registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultRegistry */ .Vm)('registry create'),
        ...(0,_config_registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .readRegistryPort */ .vz)(options.port, 'flag --port'),
        name: (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_9__/* .checkContainerName */ .RG)((0,_plan_names_js__WEBPACK_IMPORTED_MODULE_9__/* .registryName */ .jT)(name), 'argument NAME'),
        image: (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_6__/* .readImage */ .AM)(options.image, 'flag --image'),
        proxy: (0,_config_registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .readProxy */ .nM)(proxyRemoteUrl, proxyUsername, proxyPassword, 'flag --proxy-remote-url'),
        volumes: options.volume.map(volume),
        enforcePortMatch: options.enforcePortMatch === true,
        deleteEnabled: options.deleteEnabled === true,
    };
}
function helpText(container, { hostIP, proxy }, port) {
    const address = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_10__/* .registryAddress */ .MA)(hostIP, port);
    if (proxy !== undefined) {
        return `Use it as a cache of ${proxy.remoteURL}: k3d cluster create --registry-use ${container}:${port}`;
    }
    return [
        `Push to it:            docker push ${address}/app:1`,
        `Use it in a cluster:   k3d cluster create --registry-use ${container}:${port}`,
        `Name it there as:      ${container}:${port}/app:1 or localhost:${port}/app:1`,
    ].join('\n');
}
/** `k3d registry delete` */
async function registryDelete(names, options, command) {
    const engine = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
    const wanted = names.length === 0 ? ['registry'] : names;
    const nodes = options.all
        ? await (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .listRegistries */ .Io)(engine)
        : await Promise.all(wanted.map((name) => (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .needRegistry */ .e1)(engine, name, 'registry delete')));
    for (const node of nodes) {
        await engine.containers.remove(node.id);
        (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .reporterOf */ .hw)(command).info(`Registry ${node.name} is deleted`);
    }
}
/** `k3d registry list` */
async function registryList(names, options) {
    const engine = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
    const nodes = names.length === 0
        ? await (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .listRegistries */ .Io)(engine)
        : await Promise.all(names.map((name) => (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .needRegistry */ .e1)(engine, name, 'registry list')));
    const values = nodes.map(({ name, cluster, state, image, labels }) => ({
        name,
        role: 'registry',
        cluster,
        state,
        image,
        hostIP: labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_8__/* .LABEL */ .d_.registryHostIP] ?? '',
        hostPort: Number(labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_8__/* .LABEL */ .d_.registryPortExternal]),
        internalPort: Number(labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_8__/* .LABEL */ .d_.registryPortInternal]),
    }));
    (0,_output_js__WEBPACK_IMPORTED_MODULE_11__/* .print */ .y)(options.output, values, () => (0,_common_table_js__WEBPACK_IMPORTED_MODULE_15__/* .table */ .t)(['NAME', 'ROLE', 'CLUSTER', 'STATUS', 'ADDRESS'], values.map((one) => [one.name, one.role, one.cluster, one.state, (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_10__/* .registryAddress */ .MA)(one.hostIP, one.hostPort)]), !options.noHeaders));
}


/***/ }),

/***/ 4192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ allSettled)
/* harmony export */ });
/** Like Promise.all, but rejects only once nothing is under way any more, so that a rollback misses nothing. */
async function allSettled(work) {
    const results = await Promise.allSettled(work);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}


/***/ }),

/***/ 5842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createContainer)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6556);


/** Makes a node's container. @throws UserError when its name is taken or the engine refuses it */
async function createContainer(engine, spec) {
    try {
        await engine.containers.create(spec);
    }
    catch (error) {
        if (!(error instanceof _docker_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .EngineError */ .N))
            throw error;
        if (error.status === 409) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`container ${spec.name} exists already: another process is creating this cluster, or it is left from an older one`, { cause: error });
        }
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`container ${spec.name} can't be created on ${engine.endpoint.description}: ${error.message}`, {
            cause: error,
        });
    }
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

/***/ 2500:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T4: () => (/* binding */ knownCause),
/* harmony export */   YY: () => (/* binding */ reasonIn),
/* harmony export */   aY: () => (/* binding */ failOnNodeExit),
/* harmony export */   tC: () => (/* binding */ NodeFailure)
/* harmony export */ });
/* unused harmony export fatalLine */
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5320);


/** Lines of a failed node's log that are shown, and that are searched: a usage error is followed by a long help. */
const SHOWN_LINES = 30;
const SEARCHED_LINES = 500;
/** The engine tells of a container's end a moment before its last lines are in the log, in milliseconds. */
const LOG_LAG_MS = 300;
/**
 * What a server says that wanted to join etcd when another one was joining. The engine starts it again, as it does with
 * every node, and then it is let in; newer releases of k3s try again by themselves.
 */
const COMES_AGAIN = /join failed: etcdserver: (unhealthy cluster|too many learner)/i;
/** A node ended while its cluster was coming up. `log` holds its last lines. */
class NodeFailure extends _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LoggedError */ .J1 {
    name = 'NodeFailure';
    constructor(message, log) {
        super(message, 'the node', log);
    }
}
/**
 * Watches the nodes of a cluster that is coming up.
 * @returns a signal that is aborted, with a `NodeFailure` as reason, as soon as one of them ends
 */
async function failOnNodeExit(engine, filter, until) {
    const failure = new AbortController();
    let subscribed = () => undefined;
    const ready = new Promise((resolve) => {
        subscribed = resolve;
    });
    const starved = new Set();
    const watching = engine.containers.list(filter).then(() => {
        const stream = engine.watch(filter, (event) => {
            if (event.action === 'oom')
                starved.add(event.name);
            if (event.action !== 'die' || failure.signal.aborted || until.aborted)
                return;
            void describeExit(engine, event.name, event.exitCode, starved.has(event.name)).then((reason) => {
                if (!COMES_AGAIN.test(reason.message))
                    failure.abort(reason);
            });
        }, until);
        subscribed();
        return stream;
    });
    // Without events a node's end is noticed late, by the deadline; that is no reason to fail.
    watching.catch(() => subscribed());
    await ready;
    return failure.signal;
}
/** @param starved whether the kernel has ended a process of it for want of memory */
async function describeExit(engine, name, exitCode, starved) {
    const read = () => engine.containers.logs(name, SEARCHED_LINES).catch(() => '');
    let log = await read();
    if (reasonIn(log) === undefined) {
        await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(LOG_LAG_MS);
        log = await read();
    }
    const left = await engine.containers.inspect(name).catch(() => STAYS);
    if (left === undefined || left?.state === 'removing')
        return new NodeFailure(`node ${name} was deleted while the cluster was coming up: by somebody else, or by hand`, '');
    const reason = starved ? await describeHunger(engine, name) : reasonIn(log);
    const shown = log.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
    const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
    return new NodeFailure(`node ${name} ended${code} while the cluster was coming up${reason === undefined ? '' : `: ${reason}`}`, shown);
}
/** An engine that does not answer says nothing of a container. */
const STAYS = null;
async function describeHunger(engine, name) {
    const details = await engine.containers.inspect(name).catch(() => undefined);
    const limit = details?.memory ? `: its limit is ${Math.round(details.memory / 1024 ** 2)} MiB` : '';
    return `it was out of memory${limit}; give it more, or use fewer nodes`;
}
/** Causes that a node tells of in an error line, and goes on for a while, with what helps. */
const KNOWN_CAUSES = [
    [
        /(fsnotify|inotify)[^\n]*(too many open files|no space left)|too many open files[^\n]*(fsnotify|inotify)/i,
        'the machine has no inotify instances or watches left, which other clusters may be using: raise the limits, e.g. "sysctl -w fs.inotify.max_user_instances=1024 fs.inotify.max_user_watches=524288"',
    ],
    [
        /too many open files/i,
        'too many files are open: raise the limit of inotify instances, e.g. "sysctl -w fs.inotify.max_user_instances=1024", or that of open files',
    ],
    [/no space left on device/i, 'a disk is full: free some, e.g. with "docker system prune"'],
];
/** A cause of trouble that is known, with what helps; undefined: the log has none. */
function knownCause(log) {
    return KNOWN_CAUSES.find(([sign]) => sign.test(log))?.[1];
}
/** Why a node has ended, as its log tells it: a known cause, or what k3s gave as the reason. */
function reasonIn(log) {
    const said = fatalLine(log);
    const cause = knownCause(log);
    if (cause === undefined)
        return said;
    return said === undefined ? cause : `${cause}; k3s says: ${said}`;
}
/** How k3s begins; a log may have several beginnings. */
const BEGINNING = /msg="Starting k3s /;
/** What only says that something else has ended already. */
const CONSEQUENCE = /context canceled/;
/**
 * Why k3s gave up: the first that it calls fatal, a part of it that ended, a panic or a usage error. The last one is
 * often a consequence: what was under way when all was told to end.
 */
function fatalLine(log) {
    const lines = log.split('\n').map((line) => line.trim());
    const reasons = lines
        .slice(Math.max(0, lines.findLastIndex((line) => BEGINNING.test(line))))
        .flatMap(reasonOf);
    return reasons.find((reason) => !CONSEQUENCE.test(reason)) ?? reasons[0];
}
function reasonOf(line) {
    const said = /level=(?:fatal msg="((?:[^"\\]|\\.)*)"|error msg="((?:[^"\\]|\\.)*exited: (?:[^"\\]|\\.)*)")/.exec(line);
    if (said !== null)
        return [(said[1] ?? said[2] ?? '').replaceAll('\\"', '"')];
    const klog = /^E\d{4} .*"(?:Failed to run kubelet|command failed)" err="((?:[^"\\]|\\.)*)"/.exec(line);
    if (klog !== null)
        return [klog[1].replaceAll('\\"', '"')];
    return /^(panic:|Incorrect Usage|Error:|flag provided but not defined)/.test(line) ? [line] : [];
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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6367);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2471);
/* harmony import */ var _plan_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1088);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4192);
/* harmony import */ var _starter_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1294);
/* harmony import */ var _createContainer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5842);
/* harmony import */ var _hostPorts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3561);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7567);











/** All registries on the engine. */
async function listRegistries(engine) {
    return (await (0,_model_js__WEBPACK_IMPORTED_MODULE_8__.listNodes)(engine)).filter(({ role }) => role === 'registry');
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
    const names = specs.map((spec) => (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOfRegistry */ .ol)(spec, config.name));
    const twice = specs.find((_, index) => names.indexOf(names[index]) !== index);
    if (twice !== undefined) {
        const name = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOfRegistry */ .ol)(twice, config.name);
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${twice.where}: two registries would be called ${name}: give each a name`);
    }
    return specs;
}
async function checkRegistry(spec, cluster, engine) {
    const name = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOfRegistry */ .ol)(spec, cluster);
    if ((await engine.containers.inspect(name)) !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${spec.where}: container ${name} exists already: choose another name, or use it if it is a registry`);
    }
    const { hostIP, hostPort } = spec;
    if (hostPort !== undefined)
        await (0,_hostPorts_js__WEBPACK_IMPORTED_MODULE_6__/* .checkPortsFree */ .f)(engine, [{ hostIP, port: hostPort, protocol: 'tcp' }]);
}
/** Holds the ports of checked registries. Makes nothing. */
async function reserveRegistries({ specs, found }, cluster) {
    const created = await Promise.all(specs.map(async (spec) => ({ spec, port: await portFor(spec) })));
    return {
        created,
        used: found.map(({ name }) => name),
        facts: [...created.map(({ spec, port }) => (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .registryFacts */ .jP)(spec, cluster, port.port)), ...found],
    };
}
function portFor({ hostIP, hostPort }) {
    return hostPort === undefined ? (0,_hostPorts_js__WEBPACK_IMPORTED_MODULE_6__/* .reservePort */ .a)(hostIP) : { port: hostPort, release: async () => undefined };
}
/**
 * Checks and gets what one registry needs. Makes nothing.
 * @param cluster empty: a registry of its own
 */
async function prepareRegistry(spec, cluster, { engine, reporter, signal }) {
    await checkRegistry(spec, cluster, engine);
    await (0,_images_js__WEBPACK_IMPORTED_MODULE_7__/* .ensureImage */ .Y)(engine, spec.image, reporter, signal);
    return { spec, port: await portFor(spec) };
}
/** Makes and starts a registry. @param fill called before it starts @returns its container's name */
async function makeRegistry({ spec, port }, placement, engine, fill) {
    const container = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .planRegistry */ .RO)(spec, { ...placement, hostPort: port.port });
    await (0,_createContainer_js__WEBPACK_IMPORTED_MODULE_5__/* .createContainer */ .g)(engine, container);
    await engine.containers.putFiles(container.name, (0,_plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_9__/* .caFiles */ .e)(placement.caCertificates));
    await fill?.(container.name);
    await port.release();
    await (0,_starter_js__WEBPACK_IMPORTED_MODULE_4__/* .startNode */ .L)(engine, container.name);
    return container.name;
}
/** Makes the registries of a cluster and brings those that exist onto its network. */
async function placeRegistries({ created, used }, placement, engine, seed) {
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_10__/* .allSettled */ .v)([
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
    const found = all.find((node) => node.name === name) ?? all.find((node) => node.name === (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .registryName */ .jT)(name));
    if (found !== undefined)
        return found;
    const known = all.length === 0 ? 'there are none' : `there are ${all.map((node) => node.name).join(', ')}`;
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: registry "${name}" does not exist; ${known}`);
}
/** The registry that a config uses. @throws UserError when it is not there or has another port */
async function findRegistry(engine, { value, where }) {
    const [name, port] = value.split(':');
    const facts = await factsOf(engine, await needRegistry(engine, name, where));
    if (port !== undefined && Number(port) !== facts.externalPort && Number(port) !== facts.internalPort) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: registry ${facts.name} has port ${facts.externalPort} outside and ${facts.internalPort} inside, not ${port}`);
    }
    return facts;
}
/** What nodes need to know of a registry that exists, ours or k3d's. */
async function factsOf(engine, node) {
    const details = await engine.containers.inspect(node.id);
    const proxy = details?.env.find((entry) => entry.startsWith(`${_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .PROXY_URL_VARIABLE */ .WL}=`));
    return {
        name: node.name,
        internalPort: Number(node.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.registryPortInternal] ?? _plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .REGISTRY_PORT */ .ik),
        externalPort: Number(node.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.registryPortExternal] ?? _plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .REGISTRY_PORT */ .ik),
        proxyURL: proxy?.slice(_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .PROXY_URL_VARIABLE */ .WL.length + 1),
    };
}


/***/ }),

/***/ 1294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ startNode),
/* harmony export */   m: () => (/* binding */ Starter)
/* harmony export */ });
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6556);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4192);
/* harmony import */ var _nodeFailure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2500);



/** Starts containers and, for a cluster that has run before, keeps when that was. */
class Starter {
    /** By names of nodes in Kubernetes. */
    startedAt;
    #engine;
    #containers = new Map();
    constructor(engine, { restarted }) {
        this.#engine = engine;
        this.startedAt = restarted ? new Map() : undefined;
    }
    /** What a container is called in Kubernetes, by which the API's answers are dated. */
    registered(container, node) {
        const time = this.#containers.get(container);
        if (time !== undefined)
            this.startedAt?.set(node, time);
    }
    start(names) {
        return (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_2__/* .allSettled */ .v)(names.map(async (name) => {
            await startNode(this.#engine, name);
            if (this.startedAt === undefined)
                return;
            const details = await this.#engine.containers.inspect(name);
            if (details !== undefined)
                this.#containers.set(name, details.startedAt);
        }));
    }
}
/** Starts a container, or lets a frozen one run on; a container that runs is no error. @throws NodeFailure with the engine's reason */
async function startNode(engine, name) {
    try {
        await engine.containers.start(name);
    }
    catch (error) {
        if (!(error instanceof _docker_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .N))
            throw error;
        // Frozen by hand, or by a snapshot that was killed.
        if (/paused/i.test(error.message))
            return engine.containers.unpause(name);
        throw new _nodeFailure_js__WEBPACK_IMPORTED_MODULE_1__/* .NodeFailure */ .tC(`node ${name} can't be started: ${error.message}`, '');
    }
}


/***/ }),

/***/ 5320:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ poll),
/* harmony export */   y: () => (/* binding */ sleep)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Calls `probe` until it gives something other than undefined.
 * @param intervalMs pause between two calls
 * @throws the signal's reason once it is aborted; whatever `probe` throws
 */
async function poll(probe, intervalMs, signal) {
    for (;;) {
        signal.throwIfAborted();
        const value = await probe();
        if (value !== undefined)
            return value;
        await sleep(intervalMs, signal);
    }
}
/** Waits `ms` milliseconds. @throws the signal's reason once it is aborted */
async function sleep(ms, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}


/***/ }),

/***/ 991:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ isMapping)
/* harmony export */ });
/** Whether a value that was read is a mapping: an object, and neither null nor a list. */
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 6513:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
/** Rows in columns of equal width, without lines between them, as kubectl and k3d print them. */
function table(header, rows, withHeader = true) {
    const all = withHeader ? [header, ...rows] : rows;
    const widths = header.map((_, column) => Math.max(0, ...all.map((row) => (row[column] ?? '').length)));
    return all
        .map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd())
        .join('\n');
}


/***/ })

};
