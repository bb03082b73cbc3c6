export const id = 673;
export const ids = [673];
export const modules = {

/***/ 3673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterList: () => (/* binding */ clusterList),
/* harmony export */   nodeList: () => (/* binding */ nodeList)
/* harmony export */ });
/* harmony import */ var _cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2315);
/* harmony import */ var _cluster_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7567);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8852);
/* harmony import */ var _common_table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6513);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6657);






/** `k3d cluster list` */
async function clusterList(names, options) {
    const engine = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_3__.connectEngine)();
    const all = await (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__.listClusters)(engine);
    const missing = names.find((name) => !all.some((cluster) => cluster.name === name));
    if (missing !== undefined)
        throw await (0,_cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownCluster */ .xE)(engine, missing);
    const clusters = names.length === 0 ? all : all.filter((cluster) => names.includes(cluster.name));
    const header = ['NAME', 'SERVERS', 'AGENTS', 'LOADBALANCER', ...(options.token ? ['TOKEN'] : [])];
    (0,_output_js__WEBPACK_IMPORTED_MODULE_4__/* .print */ .y)(options.output, clusters.map((cluster) => clusterValue(cluster, options.token === true)), () => (0,_common_table_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .t)(header, clusters.map((cluster) => clusterRow(cluster, options.token === true)), !options.noHeaders));
}
function running(nodes) {
    return `${nodes.filter((node) => node.state === 'running').length}/${nodes.length}`;
}
function clusterRow(cluster, token) {
    const hasLoadBalancer = (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, 'loadbalancer').length > 0;
    const row = [
        cluster.name,
        running((0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, 'server')),
        running((0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, 'agent')),
        String(hasLoadBalancer),
    ];
    return token ? [...row, cluster.token] : row;
}
function clusterValue(cluster, token) {
    const count = (role) => (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, role).length;
    const up = (role) => (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, role).filter((node) => node.state === 'running').length;
    return {
        name: cluster.name,
        serversRunning: up('server'),
        serversCount: count('server'),
        agentsRunning: up('agent'),
        agentsCount: count('agent'),
        hasLoadbalancer: (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, 'loadbalancer').length > 0,
        network: cluster.network,
        api: cluster.api,
        ...(token ? { token: cluster.token } : {}),
        nodes: cluster.nodes.map(nodeValue),
    };
}
/** `k3d node list` */
async function nodeList(names, options) {
    const all = await (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__.listNodes)(await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_3__.connectEngine)());
    const missing = names.find((name) => !all.some((node) => matches(node, name)));
    if (missing !== undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`node "${missing}" does not exist: see "k3d node list"`);
    const nodes = names.length === 0 ? all : all.filter((node) => names.some((name) => matches(node, name)));
    (0,_output_js__WEBPACK_IMPORTED_MODULE_4__/* .print */ .y)(options.output, nodes.map(nodeValue), () => (0,_common_table_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .t)(['NAME', 'ROLE', 'CLUSTER', 'STATUS'], nodes.map(({ name, role, cluster, state }) => [name, role, cluster, state]), !options.noHeaders));
}
/** k3d finds a node by its name with or without the prefix. */
function matches(node, name) {
    return node.name === name || node.name === `k3d-${name}`;
}
function nodeValue({ name, role, cluster, state, image, ports }) {
    return { name, role, cluster, state, image, ports };
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


/***/ })

};
