export const id = 614;
export const ids = [614];
export const modules = {

/***/ 7614:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterShow: () => (/* binding */ clusterShow),
  screenOf: () => (/* binding */ screenOf)
});

// EXTERNAL MODULE: ./src/cluster/kubeconfig.ts
var kubeconfig = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/kubernetes/conditions.ts
var conditions = __webpack_require__(7344);
// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/kubernetes/podState.ts
var podState = __webpack_require__(6330);
// EXTERNAL MODULE: ./src/plan/labels.ts
var labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cluster/access.ts
var access = __webpack_require__(4102);
;// CONCATENATED MODULE: ./src/cluster/show.ts








/** How long the API may take, in milliseconds: a screen is no place to wait. */
const PATIENCE_MS = 4000;
/** Looks at a cluster, ours or k3d's, as it is now. What Kubernetes does not say is left out, with the reason. */
async function viewCluster(engine, cluster) {
    const network = await engine.networks.inspect(cluster.network.name);
    const addresses = new Map(network?.containers.map(({ name, ip }) => [name, ip]));
    const known = await askKubernetes(engine, cluster);
    const soughtNode = (node) => ({
        name: (0,labels/* kubernetesName */.gg)(node),
        addresses: [addresses.get(node.name) ?? ''],
    });
    const { api, nodes } = cluster;
    return {
        name: cluster.name,
        network: cluster.network.name,
        apiURL: api === undefined ? undefined : (0,kubeconfig/* apiURL */.Sw)(api.host, api.port),
        k3sVersion: known.nodes[0]?.status?.nodeInfo?.kubeletVersion,
        problem: known.problem,
        nodes: nodes
            .filter(({ role }) => role !== 'registry')
            .map((node) => {
            const inKubernetes = (0,model/* isK3sNode */.S)(node) ? (0,nodeNames/* nodeFor */.O)(soughtNode(node), known.nodes) : undefined;
            const isReady = inKubernetes && ((0,conditions/* isTrue */.H)(inKubernetes, 'Ready') ? 'Ready' : 'NotReady');
            return {
                name: node.name,
                role: node.role,
                state: node.state === 'running' && (0,model/* isK3sNode */.S)(node) ? (isReady ?? 'running') : node.state,
                address: addresses.get(node.name) ?? '',
                version: inKubernetes?.status?.nodeInfo?.kubeletVersion ?? '',
            };
        }),
        ports: nodes.filter(({ role }) => role !== 'registry').flatMap(portsOf),
        registries: nodes
            .filter(({ role }) => role === 'registry')
            .map((node) => ({ name: node.name, state: node.state, host: portsOf(node)[0]?.host ?? '' })),
        images: imagesOf(known.nodes),
        pods: known.pods.map(viewPod),
    };
}
/** Published ports, once where they are so for IPv4 and IPv6. */
function portsOf({ name, ports }) {
    const found = new Map();
    for (const { ip, hostPort, containerPort, protocol } of ports) {
        const port = `${containerPort}/${protocol}`;
        const key = `${hostPort} ${port}`;
        if (!found.has(key))
            found.set(key, { host: `${ip.includes(':') ? `[${ip}]` : ip}:${hostPort}`, node: name, port });
    }
    return [...found.values()];
}
async function askKubernetes(engine, cluster) {
    const read = async (kube) => {
        const [nodes, pods] = await Promise.all([
            kube.get('/api/v1/nodes'),
            kube.get('/api/v1/pods'),
        ]);
        return { nodes: nodes?.items ?? [], pods: pods?.items ?? [], problem: undefined };
    };
    try {
        const late = AbortSignal.timeout(PATIENCE_MS);
        const tooLate = new Promise((_, reject) => late.addEventListener('abort', () => reject(new Error(`it does not answer within ${PATIENCE_MS / 1000} s`))));
        return await Promise.race([(0,access/* withKube */.M)(engine, cluster, read), tooLate]);
    }
    catch (error) {
        return { nodes: [], pods: [], problem: (0,errors/* messageOf */.bD)(error) };
    }
}
/** Images of all nodes, the largest first, each by its shortest name with a tag. */
function imagesOf(nodes) {
    const found = new Map();
    for (const { names = [], sizeBytes = 0 } of nodes.flatMap(({ status }) => status?.images ?? [])) {
        const tagged = names.filter((one) => !one.includes('@')).sort((a, b) => a.length - b.length);
        const name = (tagged[0] ?? names[0] ?? '').replace(/^docker\.io\/(library\/)?/, '');
        const before = found.get(name);
        found.set(name, { name, bytes: sizeBytes, nodes: (before?.nodes ?? 0) + 1 });
    }
    return [...found.values()].sort((a, b) => b.bytes - a.bytes);
}
function viewPod(pod) {
    const { metadata, spec, status } = pod;
    return {
        namespace: metadata.namespace ?? '',
        name: metadata.name,
        node: spec?.nodeName ?? '',
        state: stateOf(pod),
        restarts: (status?.containerStatuses ?? []).reduce((sum, one) => sum + (one.restartCount ?? 0), 0),
    };
}
function stateOf(pod) {
    if (pod.metadata.deletionTimestamp !== undefined)
        return 'is going';
    if (!(0,podState/* isSettled */.Is)(pod))
        return (0,podState/* whyNotReady */.$R)(pod);
    return pod.status?.phase === 'Succeeded' ? 'done' : 'ready';
}

// EXTERNAL MODULE: ./src/cluster/dind/connect.ts + 1 modules
var connect = __webpack_require__(8852);
// EXTERNAL MODULE: ./src/common/poll.ts
var poll = __webpack_require__(5320);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/cli/output.ts
var output = __webpack_require__(6657);
// EXTERNAL MODULE: ./src/cli/run.ts + 12 modules
var run = __webpack_require__(4474);
// EXTERNAL MODULE: ./src/common/table.ts
var table = __webpack_require__(6513);
;// CONCATENATED MODULE: ./src/cli/screen.ts

/** Where an output's width is not known, as that of a file. */
const USUAL_WIDTH = 80;
/** A terminal that is narrower says so by mistake: those of runners have no columns at all. */
const LEAST_WIDTH = 40;
/** Width of an output in characters. @param columns as the system says it */
const widthOf = (columns) => columns === undefined || columns < LEAST_WIDTH ? USUAL_WIDTH : columns;
/** Narrowest that a column is made, in characters. */
const NARROWEST = 8;
const GAP = 3;
/**
 * A table that fits a screen: as long as it is too wide, its widest column loses a character, and what is cut ends in
 * an ellipsis.
 * @param width in characters
 */
function fitTable(header, rows, width) {
    const all = [header, ...rows];
    const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    const total = () => widths.reduce((sum, one) => sum + one, GAP * (widths.length - 1));
    while (total() > width) {
        const widest = widths.indexOf(Math.max(...widths));
        if ((widths[widest] ?? 0) <= NARROWEST)
            break;
        widths[widest] = (widths[widest] ?? 0) - 1;
    }
    const cut = (row) => row.map((cell, column) => shorten(cell, widths[column] ?? 0));
    return (0,table/* table */.t)(cut(header), rows.map(cut));
}
/** A text in at most so many characters. */
const shorten = (text, width) => text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
/** Clears a terminal and goes to its first place (ECMA-48). */
const CLEAR = '\u001b[H\u001b[2J\u001b[3J';

;// CONCATENATED MODULE: ./src/cli/commands/show.ts









/** How often a screen is drawn anew, in milliseconds. */
const EVERY_MS = 2000;
/** Rows of images and pods that a screen has at most. */
const IMAGES = 8;
const PODS = 20;
/** `k3d cluster show` */
async function clusterShow(name = defaults/* DEFAULT_CLUSTER_NAME */.pb, options) {
    const engine = await (0,connect.connectEngine)();
    const screen = (view) => screenOf(view, widthOf(process.stdout.columns));
    if (!options.watch) {
        const view = await look(engine, name);
        (0,output/* print */.y)(options.output, view, () => screen(view));
        return;
    }
    await (0,run/* interruptible */.In)(async (signal) => {
        let before = '';
        while (!signal.aborted) {
            const now = screen(await look(engine, name));
            // Where there is no screen to clear, what has not changed is not said again.
            if (process.stdout.isTTY)
                process.stdout.write(`${CLEAR}${now}\n`);
            else if (now !== before)
                process.stdout.write(`${before === '' ? '' : '\n'}${now}\n`);
            before = now;
            await (0,poll/* sleep */.y)(EVERY_MS, signal).catch(() => undefined);
        }
    });
}
async function look(engine, name) {
    const cluster = await (0,model/* findCluster */.KG)(engine, name);
    if (cluster === undefined)
        throw await (0,kubeconfig/* unknownCluster */.xE)(engine, name);
    return viewCluster(engine, cluster);
}
/** One screen on a cluster, readable without colour. @param width in characters */
function screenOf(view, width) {
    const { nodes, ports, registries } = view;
    const ready = nodes.filter(({ state }) => state === 'Ready').length;
    const ours = nodes.filter(({ role }) => role === 'server' || role === 'agent').length;
    const facts = [`${ready}/${ours} nodes ready`, `network ${view.network}`];
    const head = [
        `Cluster ${view.name}${view.k3sVersion === undefined ? '' : `, k3s ${view.k3sVersion}`}: ${facts.join(', ')}`,
        view.apiURL === undefined ? 'It has no API' : `API ${view.apiURL}`,
        ...(view.problem === undefined ? [] : [`Kubernetes says nothing: ${view.problem}`]),
    ].map((line) => shorten(line, width));
    const parts = [
        fitTable(['NODE', 'ROLE', 'STATE', 'ADDRESS', 'VERSION'], nodes.map(({ name, role, state, address, version }) => [name, role, state, address, version]), width),
        listing(['PORT', 'OF'], ports.map(({ host, node, port }) => [host, `${node}:${port}`]), width),
        listing(['REGISTRY', 'STATE', 'HOST'], registries.map(({ name, state, host }) => [name, state, host]), width),
        podsOf(view, width),
        show_imagesOf(view, width),
    ];
    return [head.join('\n'), ...parts.filter((part) => part !== '')].join('\n\n');
}
const listing = (header, rows, width) => rows.length === 0 ? '' : fitTable(header, rows, width);
/** Those first that are not ready. */
function podsOf({ pods }, width) {
    const isFine = (state) => (state === 'ready' || state === 'done' ? 1 : 0);
    const sorted = pods.toSorted((a, b) => isFine(a.state) - isFine(b.state));
    const rows = sorted
        .slice(0, PODS)
        .map(({ namespace, name, state, restarts }) => [namespace, name, String(restarts), state]);
    const header = ['NAMESPACE', 'POD', 'RESTARTS', 'STATE'];
    return withRest(listing(header, rows, width), pods.length - rows.length, 'pods');
}
function show_imagesOf({ images }, width) {
    const rows = images
        .slice(0, IMAGES)
        .map(({ name, bytes, nodes }) => [name, `${(bytes / 1e6).toFixed(1)} MB`, String(nodes)]);
    return withRest(listing(['IMAGE', 'SIZE', 'NODES'], rows, width), images.length - rows.length, 'images');
}
const withRest = (text, more, what) => more > 0 ? `${text}\n… and ${more} more ${what}` : text;


/***/ }),

/***/ 4102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ withKube),
/* harmony export */   T: () => (/* binding */ runningServer)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7369);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3964);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2315);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7567);





/** A server that is spoken with may be the one that is leaving: then another answers. */
const RETRIES = 20;
/** A server of the cluster that runs. @throws UserError when there is none */
function runningServer(cluster) {
    const server = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'server').find(({ state }) => state === 'running');
    if (server !== undefined)
        return server;
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cluster "${cluster.name}" does not run: start it with "k3d cluster start ${cluster.name}"`);
}
/**
 * Runs `work` with a client for the API of a cluster that exists, as its administrator.
 * @throws UserError when the cluster does not run; what `work` throws
 */
async function withKube(engine, cluster, work) {
    const server = runningServer(cluster);
    const url = (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__/* .apiURL */ .Sw)(cluster.api?.host ?? '', cluster.api?.port ?? 0);
    const credentials = await (0,_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .readCredentials */ .L)(engine, server.id, url);
    if (credentials === undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cluster "${cluster.name}" has no certificates: it has not come up`);
    const kube = new _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__/* .KubeClient */ .B(credentials, RETRIES);
    try {
        return await work(kube, credentials);
    }
    finally {
        kube.close();
    }
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


/***/ }),

/***/ 7369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ KubeClient),
/* harmony export */   a: () => (/* binding */ KubeError)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5320);


/** The API's refusal. Network failures are not of this class. */
class KubeError extends Error {
    name = 'KubeError';
    status;
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}
/** A request that gets no answer for so long has failed, in milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Pause before a request is made again, in milliseconds. */
const RETRY_AFTER_MS = 300;
/** A small client for the Kubernetes API: JSON over one kept connection, with a client certificate. */
class KubeClient {
    #server;
    #agent;
    #auth;
    #retries;
    /**
     * @param retries how often a request is made again, over a new connection, when there was no answer or the server
     *   could not give one: behind a load balancer another server may
     */
    constructor(credentials, retries = 0) {
        this.#retries = retries;
        this.#server = credentials.server;
        if ('token' in credentials) {
            // What agents send: the user "node" with the token as password (k3s: pkg/clientaccess).
            this.#auth = { authorization: `Basic ${Buffer.from(`node:${credentials.token}`).toString('base64')}` };
            this.#agent = new node_https__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true, ca: credentials.ca });
        }
        else {
            const { ca, cert, key } = credentials;
            this.#auth = {};
            this.#agent = new node_https__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true, ca, cert, key });
        }
    }
    /** @returns undefined when the object does not exist @throws KubeError; the network's error when there is no answer */
    async get(path) {
        try {
            return (await this.#send('GET', path));
        }
        catch (error) {
            if (error instanceof KubeError && error.status === 404)
                return undefined;
            throw error;
        }
    }
    /** An answer that is not JSON: a log. @throws KubeError; the network's error when there is no answer */
    async getText(path) {
        return (await this.#send('GET', path));
    }
    /** A strategic merge patch. @throws KubeError; the network's error when there is no answer */
    async patch(path, body) {
        await this.#send('PATCH', path, JSON.stringify(body), 'application/strategic-merge-patch+json');
    }
    /** @throws KubeError; the network's error when there is no answer */
    async post(path, body) {
        await this.#send('POST', path, JSON.stringify(body), 'application/json');
    }
    /** An object that is gone is no error. @throws KubeError; the network's error when there is no answer */
    async delete(path) {
        try {
            await this.#send('DELETE', path);
        }
        catch (error) {
            if (!(error instanceof KubeError && error.status === 404))
                throw error;
        }
    }
    /** Closes the kept connection; another request opens a new one. */
    close() {
        this.#agent.destroy();
    }
    async #send(method, path, body, contentType) {
        for (let left = this.#retries;; left--) {
            try {
                return await this.#sendOnce(method, path, body, contentType);
            }
            catch (error) {
                if (left === 0 || (error instanceof KubeError && error.status < 500))
                    throw error;
                this.close();
                await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(RETRY_AFTER_MS);
            }
        }
    }
    #sendOnce(method, path, body, contentType) {
        const content = body === undefined ? {} : { 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
        const headers = { ...this.#auth, ...content };
        return new Promise((resolve, reject) => {
            const url = new URL(path, this.#server);
            const call = (0,node_https__WEBPACK_IMPORTED_MODULE_0__.request)(url, { method, agent: this.#agent, headers, timeout: REQUEST_TIMEOUT_MS }, (response) => {
                const chunks = [];
                response.on('data', (chunk) => chunks.push(chunk));
                response.on('error', reject);
                response.on('end', () => {
                    const text = Buffer.concat(chunks).toString('utf8');
                    const status = response.statusCode ?? 0;
                    if (status >= 400)
                        reject(new KubeError(status, `${method} ${path}: ${status} ${reasonOf(text)}`));
                    else
                        resolve(parseBody(text, response.headers['content-type']));
                });
            });
            call.on('error', reject);
            call.on('timeout', () => call.destroy(new Error(`${method} ${url.href}: no answer within ${REQUEST_TIMEOUT_MS / 1000} s`)));
            call.end(body);
        });
    }
}
function parseBody(text, contentType) {
    return contentType?.includes('json') ? JSON.parse(text) : text;
}
function reasonOf(text) {
    try {
        return JSON.parse(text).message ?? text;
    }
    catch {
        return text.slice(0, 300);
    }
}


/***/ }),

/***/ 7344:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isTrue),
/* harmony export */   r: () => (/* binding */ conditionOf)
/* harmony export */ });
/** The condition of that type; undefined when nothing has been said of it. */
function conditionOf({ status }, type) {
    return status?.conditions?.find((one) => one.type === type);
}
/** Whether a condition holds. */
function isTrue(object, type) {
    return conditionOf(object, type)?.status === 'True';
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

/***/ 1036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ nodeFor)
/* harmony export */ });
/**
 * The Node of a container: the one of its name, else the one that has its address. Of several, the one that came last:
 * the others are left from containers that are gone.
 */
function nodeFor({ name, hasId = false, addresses }, nodes) {
    const named = nodes.filter(({ metadata }) => isCalled(metadata.name, name, hasId));
    if (named.length > 0)
        return latest(named);
    const ofAddress = nodes.filter(({ status }) => status?.addresses?.some(({ type, address }) => type === 'InternalIP' && addresses.includes(address)));
    return latest(ofAddress);
}
/** Whether a Node bears a name, or the name with k3s's digits (k3s: pkg/agent/config/config.go). */
function isCalled(actual, name, hasId) {
    if (!hasId)
        return actual === name;
    return actual.startsWith(`${name}-`) && /^[0-9a-f]{8}$/.test(actual.slice(name.length + 1));
}
const latest = (nodes) => [...nodes].sort((a, b) => born(b) - born(a))[0];
const born = ({ metadata }) => Date.parse(metadata.creationTimestamp ?? '') || 0;


/***/ }),

/***/ 6330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ whyNotReady),
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   oB: () => (/* binding */ crashing),
/* harmony export */   sT: () => (/* binding */ describePods)
/* harmony export */ });
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7344);

/** Whether a pod has become what it is to be: ready, or ended well. */
function isSettled(pod) {
    return pod.metadata.deletionTimestamp !== undefined || (0,_conditions_js__WEBPACK_IMPORTED_MODULE_0__/* .isTrue */ .H)(pod, 'Ready') || pod.status?.phase === 'Succeeded';
}
/** All containers of a pod, those that run first being the first. */
function containersOf({ status }) {
    return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}
/**
 * Why a pod is not ready, in the words of whoever knows best: kubelet of its containers, the scheduler of a pod without
 * a node.
 */
function whyNotReady(pod) {
    const { status } = pod;
    const reasons = containersOf(pod).flatMap((container) => {
        const why = whyContainer(container);
        return why === undefined ? [] : [why];
    });
    if (reasons.length > 0)
        return reasons.join('; ');
    const unscheduled = (0,_conditions_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .r)(pod, 'PodScheduled');
    if (unscheduled?.status === 'False' && unscheduled.message !== undefined)
        return `not scheduled: ${unscheduled.message}`;
    if (status?.message !== undefined)
        return `${status.reason ?? status.phase}: ${status.message}`;
    if (status?.phase === 'Running')
        return 'running, not ready: its readiness probe has not passed yet';
    return status?.phase ?? 'unknown';
}
/** Words that say what is going on, and not what is wrong. */
const UNDER_WAY = /^(ContainerCreating|PodInitializing)$/;
function whyContainer({ name, image, ready, state, lastState }) {
    const ended = state?.terminated ?? lastState?.terminated;
    const how = ended === undefined ? undefined : describeEnd(ended);
    if (state?.waiting !== undefined)
        return whyWaiting(name, image, state.waiting, how);
    if (ended === undefined || ended.exitCode === 0 || ready)
        return undefined;
    // Between two ends it runs, which says nothing.
    return `container ${name} ${how}${state?.running === undefined ? '' : ', and has been started again'}`;
}
/** @param how its last run ended, if there was one */
function whyWaiting(name, image, { reason = 'waiting', message }, how) {
    if (UNDER_WAY.test(reason) && message === undefined)
        return how && `container ${name} ${how}`;
    const named = image === undefined || message?.includes(image) === true;
    const of = /Image/.test(reason) && !named ? ` of image ${image}` : '';
    const said = message === undefined ? '' : `: ${message}`;
    return `container ${name}: ${reason}${of}${said}${how === undefined ? '' : ` (it ${how})`}`;
}
function describeEnd({ exitCode, reason, message }) {
    const why = reason === undefined || reason === 'Error' ? '' : `, ${reason}`;
    return `ended with exit code ${exitCode}${why}${message === undefined ? '' : `: ${message.trim()}`}`;
}
/** Whether a container of the pod keeps ending, so that its log says why. */
function crashing(pod) {
    return containersOf(pod).find(({ ready, state, lastState }) => {
        if (ready && state?.running !== undefined)
            return false;
        return (state?.terminated?.exitCode ?? lastState?.terminated?.exitCode ?? 0) !== 0;
    });
}
/** The pods, each with what it waits for, in brackets behind a subject. */
function describePods(pods) {
    if (pods.length === 0)
        return ' (it has no pod yet)';
    return ` (${pods.map((pod) => `pod ${pod.metadata.name}: ${whyNotReady(pod)}`).join('; ')})`;
}


/***/ })

};
