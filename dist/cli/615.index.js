export const id = 615;
export const ids = [615];
export const modules = {

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

/***/ 3427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ startNode),
/* harmony export */   qh: () => (/* binding */ bringUp)
/* harmony export */ });
/* unused harmony export hasDns */
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8601);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6556);
/* harmony import */ var _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7369);
/* harmony import */ var _kubernetes_podCidr_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1097);
/* harmony import */ var _kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3487);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4192);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3964);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7567);
/* harmony import */ var _nodeFailure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2500);









/** How often a server is asked for its certificates, in milliseconds. */
const CREDENTIALS_EVERY_MS = 200;
/**
 * Starts the nodes in the order in which they can use each other and waits until the cluster is usable.
 * @param progress told what is being waited for, so that whoever ends the wait can name it
 * @throws NodeFailure when a node ends meanwhile; the signal's reason when it is aborted
 */
async function bringUp(plan, context, progress) {
    const over = new AbortController();
    try {
        const failure = await (0,_nodeFailure_js__WEBPACK_IMPORTED_MODULE_6__/* .failOnNodeExit */ .aY)(context.engine, (0,_model_js__WEBPACK_IMPORTED_MODULE_5__/* .clusterFilter */ .tp)(plan.cluster), over.signal);
        const signal = AbortSignal.any([context.signal, failure]);
        return await startAndWait(plan, { ...context, signal }, progress);
    }
    finally {
        over.abort();
    }
}
async function startAndWait(plan, context, progress) {
    const { engine, reporter, timeline, signal } = context;
    const [first, ...joining] = plan.servers;
    const starter = new Starter(engine, plan.restarted);
    // Members of an etcd cluster that has run before need each other to answer; new ones have to join in turn.
    await timeline.run('start server', () => starter.start([...(plan.restarted ? plan.servers : [first]), ...plan.loadBalancers]));
    await plan.meanwhile?.();
    if (!plan.wait)
        await starter.start([...joining, ...plan.agents]);
    progress.waitingFor = `the certificates of ${first}`;
    const credentials = await timeline.run('certificates', () => (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .poll */ .w)(() => (0,_credentials_js__WEBPACK_IMPORTED_MODULE_4__/* .readCredentials */ .L)(engine, first, plan.apiURL), CREDENTIALS_EVERY_MS, signal));
    reporter.secret(credentials.key);
    if (!plan.wait)
        return { credentials, version: undefined };
    const announce = (text) => {
        if (text !== progress.waitingFor)
            reporter.debug(`waiting for ${text}`);
        progress.waitingFor = text;
    };
    const kube = new _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_2__/* .KubeClient */ .B(credentials);
    try {
        const wait = { kube, signal, reporter, timeline, startedAt: starter.startedAt, blocker: announce };
        return { credentials, version: await becomeReady(plan, wait, credentials, starter) };
    }
    finally {
        kube.close();
    }
}
/** Waits for all layers of readiness, starting the other nodes as soon as they can join. @returns the release of k3s */
async function becomeReady(plan, wait, credentials, starter) {
    const { kube, reporter, signal, timeline } = wait;
    const version = await timeline.run('API answers', () => (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_3__/* .waitForApi */ .Pz)(wait));
    reporter.info(`The API answers at ${credentials.server} (${version.gitVersion})`);
    const podCidr = new _kubernetes_podCidr_js__WEBPACK_IMPORTED_MODULE_7__/* .PodCidrGiver */ .T(kube, Number.parseInt(version.minor, 10), plan.k3sArgs);
    const turns = new Turns(plan.servers);
    const names = [...plan.servers, ...plan.agents];
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_8__/* .allSettled */ .v)([
        timeline.run('nodes Ready', () => (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_3__/* .waitForNodes */ .iw)(wait, names, podCidr, (node) => turns.ready(node))),
        startAgents(plan, wait, credentials, starter),
        startServers(plan, turns, starter, signal),
        timeline.run('default ServiceAccount', () => (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_3__/* .waitForServiceAccount */ .lc)(wait)),
    ]);
    if (hasDns(plan.k3sArgs))
        await timeline.run('CoreDNS', () => (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_3__/* .waitForDns */ .o4)(wait));
    return version.gitVersion;
}
async function startAgents(plan, wait, { server, ca }, starter) {
    if (plan.agents.length === 0)
        return;
    const supervisor = new _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_2__/* .KubeClient */ .B({ server, ca, token: plan.token });
    try {
        await wait.timeline.run('server accepts agents', () => (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_3__/* .waitForSupervisor */ .Vk)(wait, supervisor, plan.restarted));
        await wait.timeline.run('start agents', () => starter.start(plan.agents));
    }
    finally {
        supervisor.close();
    }
}
/** Lets each server know when the one before it is Ready. */
class Turns {
    #ready = new Map();
    constructor(names) {
        for (const name of names)
            this.#ready.set(name, Promise.withResolvers());
    }
    ready(name) {
        this.#ready.get(name)?.resolve();
    }
    async whenReady(name, signal) {
        const aborted = Promise.withResolvers();
        const onAbort = () => aborted.reject(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        try {
            signal.throwIfAborted();
            await Promise.race([this.#ready.get(name)?.promise, aborted.promise]);
        }
        finally {
            signal.removeEventListener('abort', onAbort);
        }
    }
}
/** Servers join etcd one after the other: a member is admitted only once the one before it is no learner any more. */
async function startServers(plan, turns, starter, signal) {
    if (plan.restarted)
        return;
    for (let index = 1; index < plan.servers.length; index++) {
        await turns.whenReady(plan.servers[index - 1], signal);
        await starter.start([plan.servers[index]]);
    }
}
/** Starts containers and, for a cluster that has run before, keeps when that was. */
class Starter {
    startedAt;
    #engine;
    constructor(engine, restarted) {
        this.#engine = engine;
        this.startedAt = restarted ? new Map() : undefined;
    }
    start(names) {
        return (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_8__/* .allSettled */ .v)(names.map(async (name) => {
            await startNode(this.#engine, name);
            if (this.startedAt === undefined)
                return;
            const details = await this.#engine.containers.inspect(name);
            if (details !== undefined)
                this.startedAt.set(name, details.startedAt);
        }));
    }
}
/** Starts a container; a container that runs is no error. @throws NodeFailure with the engine's reason */
async function startNode(engine, name) {
    try {
        await engine.containers.start(name);
    }
    catch (error) {
        if (!(error instanceof _docker_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .EngineError */ .N))
            throw error;
        throw new _nodeFailure_js__WEBPACK_IMPORTED_MODULE_6__/* .NodeFailure */ .tC(`node ${name} can't be started: ${error.message}`, '');
    }
}
/** Whether the cluster was asked to have CoreDNS. */
function hasDns(k3sArgs) {
    const words = k3sArgs.join(',').split(/[=,\s]/);
    const disabled = k3sArgs.some((arg) => arg.startsWith('--disable'));
    return !(disabled && words.includes('coredns'));
}


/***/ }),

/***/ 5961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/**
 * Runs `work` within a time limit and under the context's own signal.
 * @param timeoutMs bound in milliseconds
 * @param explain the error for a work that took too long
 * @throws what `work` throws; the reason of the context's signal when that was aborted
 */
async function withDeadline(context, timeoutMs, explain, work) {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    try {
        return await work({ ...context, signal: AbortSignal.any([context.signal, deadline.signal]) });
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (deadline.signal.aborted)
            throw explain();
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
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
/** A small client for the Kubernetes API: JSON over one kept connection, with a client certificate. */
class KubeClient {
    #server;
    #agent;
    #auth;
    constructor(credentials) {
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
    /** Closes the kept connection. */
    close() {
        this.#agent.destroy();
    }
    #send(method, path, body, contentType) {
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

/***/ 1097:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ PodCidrGiver)
/* harmony export */ });
/** First minor release of Kubernetes 1 whose node IPAM controller hands out ranges without a 10 s sleep first. */
const FIRST_PROMPT_MINOR = 27;
/** k3s's own range for pods, and the /24 that each node gets of it. */
const DEFAULT_CLUSTER_CIDR_PREFIX = '10.42';
/**
 * How long a node is left alone after it has registered, in milliseconds. The kubelet reports its status once when it
 * gets its range and then only every 10 s: if that one report is made before its first look at its containers
 * ("PLEG has yet to be successful", some 0.5 s after registration), the node stays NotReady until the next.
 */
const SETTLE_MS = 800;
/**
 * Gives nodes their pod range as soon as they appear. Before 1.27 Kubernetes' controller sleeps for 10 s before it does,
 * and a node without a range has no network and is not Ready. The ranges are taken from the far end of the cluster's,
 * away from the controller's, and giving stops once the controller itself has been seen at work: a range can be set
 * once and never changed, and two hands must never give out the same one.
 */
class PodCidrGiver {
    #next = 255;
    #given = new Set();
    #firstSeen = new Map();
    #stopped;
    #kube;
    constructor(kube, minor, k3sArgs) {
        this.#kube = kube;
        this.#stopped = minor >= FIRST_PROMPT_MINOR || changesRanges(k3sArgs);
    }
    /** Looks at the nodes as they are now and gives those a range that have none. */
    async serve(nodes) {
        if (this.#stopped)
            return;
        if (nodes.some((node) => node.spec.podCIDR !== undefined && !this.#given.has(node.spec.podCIDR))) {
            this.#stopped = true;
            return;
        }
        for (const node of nodes) {
            if (node.spec.podCIDR !== undefined || !this.#hasSettled(node.metadata.name))
                continue;
            const cidr = `${DEFAULT_CLUSTER_CIDR_PREFIX}.${this.#next--}.0/24`;
            this.#given.add(cidr);
            try {
                await this.#kube.patch(`/api/v1/nodes/${node.metadata.name}`, { spec: { podCIDR: cidr, podCIDRs: [cidr] } });
            }
            catch {
                // The controller was quicker, or the API is not quite up: either way the next look decides.
            }
        }
    }
    #hasSettled(name) {
        const now = performance.now();
        const since = this.#firstSeen.get(name);
        if (since === undefined)
            this.#firstSeen.set(name, now);
        return since !== undefined && now - since >= SETTLE_MS;
    }
}
/** Whether the user has arranged ranges or their giving differently; then they are left alone. */
function changesRanges(args) {
    return args.some((arg) => /cluster-cidr|node-cidr|allocate-node-cidrs|disable-controller-manager/.test(arg));
}


/***/ }),

/***/ 3487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pz: () => (/* binding */ waitForApi),
/* harmony export */   Vk: () => (/* binding */ waitForSupervisor),
/* harmony export */   iw: () => (/* binding */ waitForNodes),
/* harmony export */   lc: () => (/* binding */ waitForServiceAccount),
/* harmony export */   o4: () => (/* binding */ waitForDns)
/* harmony export */ });
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8601);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7369);



/** Pause between two looks at the API, in milliseconds. */
const LOOK_EVERY_MS = 150;
/** Runs a question to the API that may not answer yet: while it comes up, failures only mean "not yet". */
async function ask(question) {
    try {
        return await question();
    }
    catch (error) {
        // A refused certificate or right does not heal by waiting, but right after boot RBAC is still being set up.
        if (error instanceof _client_js__WEBPACK_IMPORTED_MODULE_2__/* .KubeError */ .a || isNetworkError(error))
            return undefined;
        throw error;
    }
}
function isNetworkError(error) {
    return error instanceof Error && ('code' in error || /no answer|socket hang up/.test(error.message));
}
/** Waits until the API answers at all. @returns the release it runs */
function waitForApi(context) {
    context.blocker('the Kubernetes API to answer');
    return (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(() => ask(() => context.kube.get('/version')), LOOK_EVERY_MS, context.signal);
}
/**
 * Waits until a server is about to give agents their configuration. An agent that asks sooner sleeps for 5 to 10 s inside
 * k3s, so agents are started at this moment and not before. k3s registers its Addon kind just before it begins to
 * answer agents, at most a second (measured), and an agent takes longer than that from its start to its first question.
 * @param supervisor client with the cluster's token
 * @param restarted whether the cluster has run before: then the Addon kind has been there all along and says nothing
 */
async function waitForSupervisor(context, supervisor, restarted) {
    context.blocker('the first server to accept agents');
    await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(async () => {
        const accepts = ask(() => supervisor.get('/v1-k3s/readyz'));
        const registered = restarted ? undefined : ask(() => context.kube.get('/apis/k3s.cattle.io/v1/addons'));
        return (await registered) ?? (await accepts);
    }, LOOK_EVERY_MS, context.signal);
}
/**
 * Waits until all named nodes are Ready, helping them to a pod range.
 * @param onReady called once for each node, when it becomes Ready
 */
async function waitForNodes(context, names, podCidr, onReady) {
    const ready = new Set();
    return await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(async () => {
        const nodes = (await ask(() => context.kube.get('/api/v1/nodes')))?.items ?? [];
        await podCidr.serve(nodes);
        for (const node of nodes) {
            const { name } = node.metadata;
            if (ready.has(name) || !names.includes(name) || !isReady(context, node))
                continue;
            ready.add(name);
            context.reporter.info(`Node ${name} is Ready after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(context.timeline.now())}`);
            onReady(name);
        }
        const missing = names.filter((name) => !ready.has(name));
        if (missing.length === 0)
            return nodes;
        context.blocker(describeMissing(missing, nodes));
        return undefined;
    }, LOOK_EVERY_MS, context.signal);
}
function isReady({ startedAt }, { metadata, status }) {
    const condition = status?.conditions?.find(({ type }) => type === 'Ready');
    return condition?.status === 'True' && isNews(startedAt, metadata.name, condition.lastHeartbeatTime);
}
/** Whether something that the API dates was so after the node's last start. The API counts in whole seconds. */
function isNews(startedAt, node, time) {
    if (startedAt === undefined)
        return true;
    const started = startedAt.get(node);
    return started !== undefined && time !== undefined && Date.parse(time) >= Math.floor(started / 1000) * 1000;
}
function describeMissing(missing, nodes) {
    return missing
        .map((name) => {
        const node = nodes.find((candidate) => candidate.metadata.name === name);
        if (node === undefined)
            return `node ${name} to register`;
        const condition = node.status?.conditions?.find(({ type }) => type === 'Ready');
        const reason = condition?.message ?? condition?.reason;
        return `node ${name} to become Ready${reason === undefined ? '' : ` (${reason})`}`;
    })
        .join(', ');
}
/** Waits for the default ServiceAccount, without which no pod can be created. */
async function waitForServiceAccount(context) {
    context.blocker('the default ServiceAccount');
    const path = '/api/v1/namespaces/default/serviceaccounts/default';
    await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(() => ask(() => context.kube.get(path)), LOOK_EVERY_MS, context.signal);
}
/** Waits until the cluster's DNS has at least one ready endpoint: the Deployment's condition alone does not say so. */
async function waitForDns(context) {
    const slices = '/apis/discovery.k8s.io/v1/namespaces/kube-system/endpointslices?labelSelector=kubernetes.io/service-name=kube-dns';
    const pods = '/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app=kube-dns';
    await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(async () => {
        const found = (await ask(() => context.kube.get(slices)))?.items ?? [];
        const served = found.some((slice) => slice.endpoints?.some((endpoint) => endpoint.conditions?.ready !== false));
        const corednsPods = served && context.startedAt === undefined ? [] : await listPods(context, pods);
        if (served && (context.startedAt === undefined || corednsPods.some((pod) => runsSinceStart(context, pod))))
            return true;
        context.blocker(`CoreDNS${describePods(corednsPods)}`);
        return undefined;
    }, LOOK_EVERY_MS, context.signal);
}
async function listPods(context, path) {
    return (await ask(() => context.kube.get(path)))?.items ?? [];
}
function runsSinceStart({ startedAt }, { spec, status }) {
    const containers = status?.containerStatuses ?? [];
    const fresh = ({ ready, state }) => ready && isNews(startedAt, spec?.nodeName ?? '', state?.running?.startedAt);
    return containers.length > 0 && containers.every(fresh);
}
function describePods(pods) {
    if (pods.length === 0)
        return ' (it has no pod yet)';
    const reasons = pods.map((pod) => {
        const waiting = pod.status?.containerStatuses
            ?.map((status) => status.state?.waiting)
            .find((state) => state !== undefined);
        const unscheduled = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
        const why = waiting?.message ?? waiting?.reason ?? unscheduled?.message ?? pod.status?.phase ?? 'unknown';
        return `pod ${pod.metadata.name}: ${why}`;
    });
    return ` (${reasons.join('; ')})`;
}


/***/ })

};
