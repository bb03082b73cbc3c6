export const id = 891;
export const ids = [891];
export const modules = {

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

/***/ 7124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ expectationsFor),
/* harmony export */   s: () => (/* binding */ addressesOf)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6118);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6556);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3848);
/* harmony import */ var _plan_expectations_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4964);
/* harmony import */ var _plan_assumed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4089);
/* harmony import */ var _plan_nodeSettings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6034);







/** What to expect of nodes, which need not run: their containers and the config files in these say it. @throws UserError for settings that can't be had */
async function expectationsFor(engine, containers) {
    const told = await Promise.all(containers.map((name) => toldNode(engine, name)));
    const nodes = told.filter((node) => node !== undefined);
    for (const { container, settings } of nodes)
        (0,_plan_assumed_js__WEBPACK_IMPORTED_MODULE_4__/* .checkSettings */ .EW)(settings, (flag) => `node ${container}, setting "${flag}"`);
    return (0,_plan_expectations_js__WEBPACK_IMPORTED_MODULE_6__/* .expectationsOf */ .x)(nodes);
}
async function toldNode(engine, name) {
    const details = await engine.containers.inspect(name);
    if (details === undefined)
        return undefined;
    const { command, env, labels } = details;
    return {
        container: details.name,
        role: labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.role] === 'agent' ? 'agent' : 'server',
        usualName: (0,_plan_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .kubernetesName */ .gg)(details),
        addresses: addressesOf(details),
        settings: (0,_plan_nodeSettings_js__WEBPACK_IMPORTED_MODULE_5__/* .nodeSettings */ .A5)({ command, env, files: await configFiles(engine, name) }),
    };
}
/** The addresses of a container, those that it will have when it runs among them. */
function addressesOf({ addresses, fixedAddresses }) {
    return [...new Set([...Object.values(addresses), ...Object.values(fixedAddresses)])].filter((one) => one !== '');
}
/** Where config files are: k3s's own place, and its drop-ins. */
const FOLDER = _plan_nodeSettings_js__WEBPACK_IMPORTED_MODULE_5__/* .K3S_CONFIG_PATH */ .Vf.slice(0, _plan_nodeSettings_js__WEBPACK_IMPORTED_MODULE_5__/* .K3S_CONFIG_PATH */ .Vf.lastIndexOf('/'));
async function configFiles(engine, container) {
    const files = new Map();
    const archive = await engine.containers.getArchive(container, FOLDER);
    if (archive === undefined)
        return files;
    const unpacked = archive.pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_1__.extract)());
    archive.on('error', (error) => unpacked.destroy(error));
    for await (const entry of unpacked) {
        const path = entry.header.name.split('/').slice(1).join('/');
        // Not the kubeconfig or certificates beside them.
        if (entry.header.type !== 'file' || !/^config\.yaml(\.d\/[^/]+)?$/.test(path))
            entry.resume();
        else
            files.set(`${FOLDER}/${path}`, (await (0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .readAll */ .y)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(entry))).toString('utf8'));
    }
    return files;
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

/***/ 5942:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   Bf: () => (/* binding */ pressureOf),
/* harmony export */   Rb: () => (/* binding */ lastWarning),
/* harmony export */   cz: () => (/* binding */ detailsOf),
/* harmony export */   u5: () => (/* binding */ podLog)
/* harmony export */ });
/* harmony import */ var _podState_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6330);

/** Lines of a crashing container that are shown. */
const LINES = 10;
/** Conditions of a node that keep pods away from it. */
const PRESSURE = /^(Memory|Disk|PID)Pressure$|^NetworkUnavailable$/;
/** Sentences on nodes that are short of memory, disk or process ids. */
function pressureOf(nodes) {
    return nodes.flatMap(({ metadata, status }) => (status?.conditions ?? [])
        .filter(({ type, status: is }) => PRESSURE.test(type) && is === 'True')
        .map(({ type, message }) => `node ${metadata.name} has ${type}${message === undefined ? '' : `: ${message}`}`));
}
/** Finds out why pods are not ready, beyond what they say themselves. @throws when the API does not answer */
async function detailsOf(kube, pods, signal) {
    const nodes = await kube.get('/api/v1/nodes');
    const events = pods.length === 0 ? [] : ((await kube.get('/api/v1/events'))?.items ?? []);
    const reasons = [...pressureOf(nodes?.items ?? []), ...pods.flatMap((pod) => lastWarning(pod, events))];
    for (const pod of pods) {
        signal.throwIfAborted();
        const container = (0,_podState_js__WEBPACK_IMPORTED_MODULE_0__/* .crashing */ .oB)(pod);
        if (container === undefined)
            continue;
        const text = await podLog(kube, pod, container.name, LINES);
        const { namespace = 'default', name } = pod.metadata;
        if (text.trim() !== '')
            return { reasons, log: { of: `pod ${namespace}/${name}`, text } };
    }
    return { reasons, log: undefined };
}
const timeOf = ({ lastTimestamp, eventTime, metadata }) => lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '';
/** Events that warn, the last ones first. */
function warnings(events) {
    return events.filter(({ type }) => type === 'Warning').sort((a, b) => timeOf(b).localeCompare(timeOf(a)));
}
/** Reasons of events that only repeat the state of the pod's containers. */
const STATED = /^(BackOff|Failed)$/;
/** Reasons of events that are over when a container has run. */
const BEFORE_START = /^Failed(Mount|AttachVolume|Scheduling|CreatePodSandBox)$/;
/** What was warned of last about a pod, unless it says so itself: kubelet tells of volumes and probes in events only. */
function lastWarning(pod, events) {
    const { name, namespace } = pod.metadata;
    const why = (0,_podState_js__WEBPACK_IMPORTED_MODULE_0__/* .whyNotReady */ .$R)(pod);
    const hasRun = (0,_podState_js__WEBPACK_IMPORTED_MODULE_0__/* .crashing */ .oB)(pod) !== undefined;
    const event = warnings(events).find(({ involvedObject: object, reason = '', message = '' }) => !STATED.test(reason) &&
        !(hasRun && BEFORE_START.test(reason)) &&
        object.kind === 'Pod' &&
        object.name === name &&
        object.namespace === namespace &&
        !why.includes(message));
    return event === undefined ? [] : [`${event.reason}: ${event.message?.trim()}`];
}
/**
 * The last lines of a container, of its last run if it is not running now.
 * @returns empty when there are none
 */
async function podLog(kube, pod, container, lines) {
    const { namespace = 'default', name } = pod.metadata;
    const path = `/api/v1/namespaces/${namespace}/pods/${name}/log?container=${container}&tailLines=${lines}`;
    for (const query of [path, `${path}&previous=true`]) {
        const text = await kube.getText(query).catch(() => '');
        if (text.trim() !== '')
            return text;
    }
    return '';
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


/***/ }),

/***/ 4089:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ checkSettings),
/* harmony export */   ar: () => (/* binding */ checkArgs)
/* harmony export */ });
/* unused harmony export ASSUMED */
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);
/* harmony import */ var _nodeSettings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6034);



const ENDS = 'k3s would end at once';
/** Arguments that can't be had (docs.k3s.io/cli/server and agent were read whole; any other argument is k3s's own affair). */
const ASSUMED = [
    {
        flags: ['https-listen-port'],
        isFine: (value) => value === String(_names_js__WEBPACK_IMPORTED_MODULE_1__/* .API_PORT */ .lL),
        instead: `the Kubernetes API is published, and nodes find it, at port ${_names_js__WEBPACK_IMPORTED_MODULE_1__/* .API_PORT */ .lL} of the servers; its port on this machine is chosen with --api-port`,
    },
    {
        flags: ['bind-address'],
        isFine: (value) => ['0.0.0.0', '::', ''].includes(value),
        instead: 'the API would not be reached from outside of the node; its address on this machine is chosen with --api-port HOST:PORT',
    },
    {
        flags: ['data-dir', 'd'],
        isFine: (value) => value === _names_js__WEBPACK_IMPORTED_MODULE_1__/* .K3S_DATA_PATH */ .Tt,
        instead: `certificates, images and manifests of nodes are at ${_names_js__WEBPACK_IMPORTED_MODULE_1__/* .K3S_DATA_PATH */ .Tt}; to keep them elsewhere, mount a volume there`,
    },
    { flags: ['token', 't', 'token-file'], instead: 'all nodes have to know the same token: choose it with --token' },
    { flags: ['server', 's'], instead: 'nodes are told their server by themselves' },
    { flags: ['docker', 'rootless'], instead: 'nodes run containerd, as root of their container' },
    { flags: ['cluster-reset', 'cluster-reset-restore-path'], instead: ENDS },
    { flags: ['help', 'h', 'version'], instead: ENDS },
];
/** @throws UserError for an argument that can't be had, naming where it was written */
function checkArgs(role, args, written) {
    const settings = (0,_nodeSettings_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeSettings */ .A5)({ command: [role, ...args], env: [], files: new Map() });
    checkSettings(settings, (flag) => {
        const entry = written.find(({ value }) => new RegExp(`^--?${flag}(=|$)`).test(value));
        return entry?.where ?? 'arguments of k3s';
    });
}
/**
 * @param whereOf says where a flag was set
 * @throws UserError for a setting that can't be had
 */
function checkSettings(settings, whereOf) {
    for (const { flags, isFine, instead } of ASSUMED) {
        for (const flag of flags) {
            const value = settings.value(flag);
            if (value === undefined || isFine?.(value))
                continue;
            const text = `${flag.length === 1 ? '-' : '--'}${flag}`;
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${whereOf(flag)}: "${text}" of k3s can't be set here: ${instead}`);
        }
    }
}


/***/ }),

/***/ 4964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ possibleLayers),
/* harmony export */   x: () => (/* binding */ expectationsOf)
/* harmony export */ });
/** Taints that the system's pods bear (k3s: manifests/coredns.yaml). */
const BORNE = /^(node-role\.kubernetes\.io\/(control-plane|master)|CriticalAddonsOnly)\b/;
/** What to expect of nodes that were told so. */
function expectationsOf(nodes) {
    const servers = nodes.filter(({ role }) => role === 'server').map(({ settings }) => settings);
    const withKubelet = nodes.filter(({ role, settings }) => role === 'agent' || !settings.isOn('disable-agent'));
    const isOff = (flag) => servers.length > 0 && servers.every((settings) => settings.isOn(flag));
    const hasNetwork = !servers.some((settings) => settings.value('flannel-backend') === 'none');
    const takesPods = withKubelet.some(({ settings }) => !settings.all('node-taint').some(repels));
    return {
        nodes: withKubelet.map(({ container, usualName, addresses, settings }) => ({
            container,
            name: settings.value('node-name') ?? usualName,
            hasId: settings.isOn('with-node-id'),
            addresses,
        })),
        hasNetwork,
        hasWorkloads: takesPods && !servers.some((one) => one.isOn('disable-kube-proxy')) && !isOff('disable-scheduler'),
        hasServerNode: withKubelet.some(({ role }) => role === 'server'),
        hasControllers: !isOff('disable-controller-manager'),
        serverArgs: servers.flatMap(({ args }) => args),
    };
}
const repels = (taint) => /:(NoSchedule|NoExecute)$/.test(taint) && !BORNE.test(taint);
/**
 * First minor release of Kubernetes 1 in which k3s is taken to schedule pods though no server is a node. In 1.23 its
 * scheduler waits for ever for the server's own (seen); in 1.33 it does not.
 */
const SCHEDULES_WITHOUT_NODE = 33;
/**
 * The layers that can come about, of those that are wanted.
 * @param isUp whether nodes are Ready, by whatever network
 * @param minor release of Kubernetes 1
 */
function possibleLayers(wanted, expected, isUp, minor) {
    const schedules = expected.hasServerNode || minor >= SCHEDULES_WITHOUT_NODE;
    const runs = isUp && schedules && expected.hasWorkloads && expected.hasControllers && expected.nodes.length > 0;
    return new Set([...wanted].filter((layer) => {
        if (layer === 'nodes')
            return true;
        return layer === 'service-account' ? expected.hasControllers : runs;
    }));
}


/***/ }),

/***/ 6034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ nodeSettings),
/* harmony export */   Vf: () => (/* binding */ K3S_CONFIG_PATH)
/* harmony export */ });
/* unused harmony export NodeSettings */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _common_shapes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(991);


/** Where k3s reads settings beside its command line, unless it is told otherwise (docs.k3s.io/installation/configuration). */
const K3S_CONFIG_PATH = '/etc/rancher/k3s/config.yaml';
/** Variables that stand for flags (docs.k3s.io/cli). */
const VARIABLES = {
    K3S_NODE_NAME: 'node-name',
    K3S_CLUSTER_INIT: 'cluster-init',
    K3S_DATASTORE_ENDPOINT: 'datastore-endpoint',
    K3S_DATA_DIR: 'data-dir',
};
/** Flags that take no word after them. */
const SWITCHES = new Set([
    'cluster-init',
    'disable-agent',
    'disable-apiserver',
    'disable-cloud-controller',
    'disable-controller-manager',
    'disable-etcd',
    'disable-helm-controller',
    'disable-kube-proxy',
    'disable-network-policy',
    'disable-scheduler',
    'with-node-id',
]);
/** What a node of k3s was told, wherever it was said: values by flag, without dashes, the one that counts last. */
class NodeSettings {
    #values;
    constructor(values) {
        this.#values = values;
    }
    /** The value that counts; undefined: nothing was said. */
    value(flag) {
        return this.#values.get(flag)?.at(-1);
    }
    /** All values of a flag that can be given more than once. */
    all(flag) {
        return this.#values.get(flag) ?? [];
    }
    /** Whether a switch is on. */
    isOn(flag) {
        const value = this.value(flag);
        return value !== undefined && !/^(false|0|f)$/i.test(value);
    }
    /** All of it as a command line would have it: `--FLAG=VALUE`. */
    get args() {
        return [...this.#values].flatMap(([flag, values]) => values.map((value) => `--${flag}=${value}`));
    }
}
/**
 * Reads what a node was told. Like k3s, a variable gives way to a file, and a file to the command line; a drop-in
 * replaces what was said before it, or adds to it where its key ends with `+` (k3s: pkg/configfilearg).
 */
function nodeSettings({ command, env, files }) {
    const given = flagsOf(command);
    const variables = new Map(env.map((entry) => [entry.split('=')[0], entry.slice(entry.indexOf('=') + 1)]));
    const path = given.get('config')?.at(-1) ?? variables.get('K3S_CONFIG_FILE') ?? K3S_CONFIG_PATH;
    const found = new Map();
    for (const [name, flag] of Object.entries(VARIABLES)) {
        const value = variables.get(name);
        if (value)
            found.set(flag, [value]);
    }
    for (const [flag, values] of fromFiles(files, path))
        found.set(flag, values);
    for (const [flag, values] of given)
        found.set(flag, [...(found.get(flag) ?? []), ...values]);
    return new NodeSettings(found);
}
function flagsOf(command) {
    const found = new Map();
    for (let at = 0; at < command.length; at++) {
        const word = command[at];
        const [, flag, , inline] = /^--?([a-z][\w-]*)(=([^]*))?$/i.exec(word) ?? [];
        if (flag === undefined)
            continue;
        const next = command[at + 1];
        const takesNext = inline === undefined && !SWITCHES.has(flag) && next !== undefined && !next.startsWith('-');
        const value = inline ?? (takesNext ? next : 'true');
        if (takesNext)
            at++;
        found.set(flag, [...(found.get(flag) ?? []), value]);
    }
    return found;
}
function fromFiles(files, path) {
    const dropIns = [...files.keys()].filter((name) => name.startsWith(`${path}.d/`) && /\.ya?ml$/.test(name)).sort();
    const found = new Map();
    for (const name of [path, ...dropIns]) {
        for (const [key, values] of settingsIn(files.get(name) ?? '')) {
            const flag = key.replace(/\+$/, '');
            found.set(flag, key.endsWith('+') ? [...(found.get(flag) ?? []), ...values] : values);
        }
    }
    return found;
}
/** A file that is no YAML is k3s's to complain of. */
function settingsIn(text) {
    let value;
    try {
        value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    }
    catch {
        return [];
    }
    return (0,_common_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .p)(value) ? Object.entries(value).map(([key, one]) => [key, [one].flat().map(String)]) : [];
}


/***/ })

};
