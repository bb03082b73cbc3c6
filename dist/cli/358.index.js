export const id = 358;
export const ids = [358];
export const modules = {

/***/ 358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kubeconfigGet: () => (/* binding */ kubeconfigGet),
/* harmony export */   kubeconfigMerge: () => (/* binding */ kubeconfigMerge)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2315);
/* harmony import */ var _cluster_model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7567);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1954);
/* harmony import */ var _cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8852);
/* harmony import */ var _kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9741);
/* harmony import */ var _kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4451);









/** `k3d kubeconfig get` */
async function kubeconfigGet(names, options) {
    process.stdout.write((0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_7__/* .formatKubeconfig */ .hS)(mergeAll(await kubeconfigsOf(names, options))));
}
/** `k3d kubeconfig merge`: prints the path of each file that it wrote. */
async function kubeconfigMerge(names, options) {
    if (options.kubeconfigMergeDefault && options.output !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('flags --kubeconfig-merge-default and --output contradict each other: give one of them');
    }
    if (options.output === '')
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('flag --output: a path must not be empty');
    const configs = await kubeconfigsOf(names, options);
    if (options.output === '-') {
        process.stdout.write((0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_7__/* .formatKubeconfig */ .hS)(mergeAll(configs)));
        return;
    }
    const written = new Set();
    for (const [name, config] of configs) {
        const path = targetPath(name, options);
        if (options.overwrite && !written.has(path))
            await (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_8__/* .writeKubeconfig */ .fQ)(path, config);
        else
            await (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_8__/* .mergeIntoFile */ .nQ)(path, config, options.kubeconfigSwitchContext, options.update);
        written.add(path);
    }
    for (const path of written)
        console.log(path);
}
function targetPath(name, options) {
    if (options.kubeconfigMergeDefault)
        return (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultKubeconfigPath */ .St)(process.env);
    // Without a target k3d writes one file a cluster here.
    return (options.output ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(process.env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.config'), 'k3d', `kubeconfig-${name}.yaml`));
}
async function kubeconfigsOf(names, { all, internal }) {
    const engine = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_6__.connectEngine)();
    const listed = all ? (await (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_3__.listClusters)(engine)).map((cluster) => cluster.name) : names;
    const wanted = all === true || listed.length > 0 ? listed : [_config_defaults_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_CLUSTER_NAME */ .pb];
    const configs = await Promise.all(wanted.map((name) => (0,_cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterKubeconfig */ .eb)(engine, name, internal === true)));
    return new Map(wanted.map((name, index) => [name, configs[index]]));
}
function mergeAll(configs) {
    return [...configs.values()].reduce((merged, config) => (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_7__/* .mergeKubeconfig */ .mS)(merged, config, true), (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_7__/* .emptyKubeconfig */ .xc)());
}


/***/ }),

/***/ 3964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readCredentials)
/* harmony export */ });
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2471);
/* harmony import */ var _readFiles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5229);


/** Where k3s keeps certificates on a server. */
const TLS_FOLDER = `${_plan_names_js__WEBPACK_IMPORTED_MODULE_0__/* .K3S_DATA_PATH */ .Tt}/server/tls`;
/**
 * The administrator's credentials, read from a server's own files. They are there before the API answers, and also
 * while the server is stopped.
 * @param server URL under which the API is reached from here
 * @returns undefined as long as k3s has not written them
 */
async function readCredentials(engine, container, server) {
    const files = await (0,_readFiles_js__WEBPACK_IMPORTED_MODULE_1__/* .readFiles */ .U)(engine, container, TLS_FOLDER);
    const pem = (name) => {
        const text = files?.get(name);
        return text !== undefined && /-----END [A-Z ]+-----\s*$/.test(text) ? text : undefined; // else still being written
    };
    const [ca, cert, key] = [pem('server-ca.crt'), pem('client-admin.crt'), pem('client-admin.key')];
    return ca === undefined || cert === undefined || key === undefined ? undefined : { server, ca, cert, key };
}


/***/ }),

/***/ 2315:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sw: () => (/* binding */ apiURL),
/* harmony export */   eb: () => (/* binding */ clusterKubeconfig),
/* harmony export */   xE: () => (/* binding */ unknownCluster)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9741);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2471);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3964);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7567);





/** URL under which a cluster's API is reached from here. An address that means "all" is reached by the loopback. */
function apiURL(host, port) {
    const reachable = host === '' || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    return `https://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
/**
 * The kubeconfig of a cluster that exists, ours or k3d's.
 * @param internal with the address that containers on the cluster's network reach it under
 * @throws UserError when there is no such cluster, or its servers have never run
 */
async function clusterKubeconfig(engine, name, internal) {
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .findCluster */ .KG)(engine, name);
    if (cluster === undefined)
        throw await unknownCluster(engine, name);
    const [server] = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'server');
    if (server === undefined || cluster.api === undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cluster "${name}" has no server: delete it and create it anew`);
    }
    const [inFront = server] = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'loadbalancer');
    const url = internal ? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .serverURL */ .Np)(inFront.name) : apiURL(cluster.api.host, cluster.api.port);
    const credentials = await (0,_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .readCredentials */ .L)(engine, server.id, url);
    if (credentials === undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cluster "${name}" has no certificates yet: its server ${server.name} has not come up (${server.state})`);
    }
    return (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_1__/* .kubeconfigFor */ .jf)(name, credentials);
}
/** The error for a name that no cluster has, naming those that exist. */
async function unknownCluster(engine, name) {
    const names = (await (0,_model_js__WEBPACK_IMPORTED_MODULE_4__.listClusters)(engine)).map((cluster) => cluster.name);
    const known = names.length === 0 ? 'there are none' : `there are ${names.join(', ')}`;
    return new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cluster "${name}" does not exist; ${known}`);
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

/***/ 9741:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ parseKubeconfig),
/* harmony export */   TM: () => (/* binding */ withoutCluster),
/* harmony export */   Vj: () => (/* binding */ conflictingEntry),
/* harmony export */   hS: () => (/* binding */ formatKubeconfig),
/* harmony export */   jf: () => (/* binding */ kubeconfigFor),
/* harmony export */   mS: () => (/* binding */ mergeKubeconfig),
/* harmony export */   xc: () => (/* binding */ emptyKubeconfig)
/* harmony export */ });
/* unused harmony export secretsOf */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_shapes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(991);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2471);





/** A kubeconfig with nothing in it. */
function emptyKubeconfig() {
    return { apiVersion: 'v1', kind: 'Config', clusters: [], users: [], contexts: [] };
}
/**
 * Reads a kubeconfig. An empty text is an empty kubeconfig, as kubectl has it.
 * @throws UserError when it is no YAML or no kubeconfig
 */
function parseKubeconfig(text, where) {
    let value;
    try {
        value = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(text);
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where} is no valid YAML: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error).split('\n')[0]}`, { cause: error });
    }
    if (value === null || value === undefined)
        return emptyKubeconfig();
    if (!(0,_common_shapes_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .p)(value))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where} is no kubeconfig: expected a mapping`);
    const config = { ...emptyKubeconfig(), ...value };
    for (const key of ['clusters', 'users', 'contexts']) {
        if (config[key] === null)
            config[key] = [];
        if (!Array.isArray(config[key]))
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where} is no kubeconfig: "${key}" must be a list`);
        if (!config[key].every((entry) => (0,_common_shapes_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .p)(entry) && typeof entry.name === 'string')) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where} is no kubeconfig: each of "${key}" must have a name`);
        }
    }
    return config;
}
/** The text of a kubeconfig file. */
function formatKubeconfig(config) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(config, { lineWidth: 0 });
}
/** The kubeconfig of one cluster, with k3d's names. */
function kubeconfigFor(cluster, credentials) {
    const encode = (pem) => Buffer.from(pem, 'utf8').toString('base64');
    const name = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_3__/* .contextName */ .fW)(cluster);
    const user = {
        'client-certificate-data': encode(credentials.cert),
        'client-key-data': encode(credentials.key),
    };
    return {
        ...emptyKubeconfig(),
        clusters: [{ name, cluster: { 'certificate-authority-data': encode(credentials.ca), server: credentials.server } }],
        users: [{ name: (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_3__/* .userName */ .nT)(cluster), user }],
        contexts: [{ name, context: { cluster: name, user: (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_3__/* .userName */ .nT)(cluster) } }],
        'current-context': name,
    };
}
/** `into` with the entries of `from`, which replace those of the same name; the rest is kept. */
function mergeKubeconfig(into, from, switchContext) {
    const merge = (old, added) => [
        ...old.filter((entry) => !added.some((other) => other.name === entry.name)),
        ...added,
    ];
    const merged = {
        ...into,
        clusters: merge(into.clusters, from.clusters),
        users: merge(into.users, from.users),
        contexts: merge(into.contexts, from.contexts),
    };
    const current = from['current-context'];
    if (current !== undefined && (switchContext || !into['current-context']))
        merged['current-context'] = current;
    return merged;
}
/** The first entry of `into` that has the name of one of `from` and is another, e.g. `context k3d-dev`. */
function conflictingEntry(into, from) {
    for (const kind of ['cluster', 'user', 'context']) {
        const added = from[`${kind}s`];
        const present = into[`${kind}s`];
        const other = added.find((entry) => present.some((one) => one.name === entry.name && !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(one, entry)));
        if (other !== undefined)
            return `${kind} ${other.name}`;
    }
    return undefined;
}
/** `config` without a cluster's entries. A current context that pointed to it is left empty, as k3d does. */
function withoutCluster(config, cluster) {
    const name = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_3__/* .contextName */ .fW)(cluster);
    const rest = {
        ...config,
        clusters: config.clusters.filter((entry) => entry.name !== name),
        users: config.users.filter((entry) => entry.name !== (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_3__/* .userName */ .nT)(cluster)),
        contexts: config.contexts.filter((entry) => entry.name !== name),
    };
    if (rest['current-context'] === name)
        rest['current-context'] = '';
    return rest;
}
/** Values of a kubeconfig that must be masked: the key, singly, since masking works by line. */
function secretsOf(config) {
    return config.users.flatMap((entry) => {
        const data = entry.user['client-key-data'];
        return data === undefined ? [] : [data, Buffer.from(data, 'base64').toString('utf8')];
    });
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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1922);
/* harmony import */ var _common_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2450);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9741);









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
        const conflict = replace ? undefined : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .conflictingEntry */ .Vj)(config, added);
        if (conflict !== undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`${path} has another ${conflict} already: leave --update=false out to replace it`);
        }
        return (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .mergeKubeconfig */ .mS)(config, added, switchContext);
    });
}
/** Takes a cluster's entries out of a kubeconfig file. A file that is not there needs no change. */
async function removeFromFile(path, cluster) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return;
    await updateFile(path, (config) => (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutCluster */ .TM)(config, cluster));
}
/** Writes a kubeconfig file anew: one that is new is readable by its owner only. */
async function writeKubeconfig(path, config) {
    const target = followed(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), { recursive: true });
    await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .formatKubeconfig */ .hS)(config));
}
/**
 * Reads, changes and replaces a kubeconfig under a lock of our own, so that two of us can't lose each other's
 * entries. The file is replaced by a rename: whoever reads it sees the old or the new one, never half of it.
 */
async function updateFile(path, change) {
    try {
        const target = followed(path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), { recursive: true });
        const release = await lock(target);
        try {
            const config = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(target)
                ? (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .parseKubeconfig */ .DU)((0,_common_text_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeText */ .g)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(target)), target)
                : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .emptyKubeconfig */ .xc)();
            await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .formatKubeconfig */ .hS)(change(config)));
        }
        finally {
            await release();
        }
    }
    catch (error) {
        if (error instanceof _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo)
            throw error;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/** Where a link leads, so that it stays one; what it leads to may have to be made yet. */
function followed(path) {
    let target = path;
    for (let links = 0; links < LINKS; links++) {
        try {
            target = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(target));
        }
        catch {
            return target; // no link, or nothing there
        }
    }
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: it is a link that leads nowhere`);
}
/** How many links lead to a file at most (Linux: ELOOP). */
const LINKS = 40;
/** The lock lies beside the file, or where everybody may write if nobody may there. */
async function lock(target) {
    const acquire = (lockfilePath) => proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default().lock(target, {
        realpath: false,
        lockfilePath,
        stale: 10_000,
        retries: { retries: 60, minTimeout: 50, maxTimeout: 500 },
    });
    try {
        return await acquire(`${target}.k3d-lock`);
    }
    catch (error) {
        if (!UNWRITABLE.includes(codeOf(error)))
            throw error;
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(target).digest('hex').slice(0, 16);
        return acquire((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), `k3d-kubeconfig-${digest}.lock`));
    }
}
const codeOf = (error) => error.code ?? '';
/** A folder in which nothing can be made. */
const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS'];
/** A file that can't be replaced, but may be written: one in such a folder, or that is mounted. */
const IN_PLACE = [...UNWRITABLE, 'EBUSY', 'EXDEV'];
/** A file of the user's keeps its owner and its mode; a new one is readable by its owner only. */
async function replaceFile(path, text) {
    const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
    try {
        await replaceByRename(path, text, before);
    }
    catch (error) {
        if (before === undefined || !IN_PLACE.includes(codeOf(error)))
            throw error;
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'r+');
        try {
            await file.truncate(0);
            await file.writeFile(text);
        }
        finally {
            await file.close();
        }
    }
}
async function replaceByRename(path, text, before) {
    const part = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.part`;
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(part, 'wx', 0o600);
        try {
            await file.writeFile(text);
            if (before !== undefined) {
                await file.chown(before.uid, before.gid);
                await file.chmod(before.mode & 0o7777);
            }
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(part, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(part, { force: true });
        throw error;
    }
}


/***/ })

};
