export const id = 394;
export const ids = [394];
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
