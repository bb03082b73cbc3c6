export const id = 44;
export const ids = [44];
export const modules = {

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

/***/ 618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ bringUp)
});

// EXTERNAL MODULE: ./src/common/poll.ts
var poll = __webpack_require__(5320);
// EXTERNAL MODULE: ./src/config/target.ts
var config_target = __webpack_require__(5165);
// EXTERNAL MODULE: ./src/kubernetes/client.ts
var client = __webpack_require__(7369);
// EXTERNAL MODULE: ./src/kubernetes/components.ts + 1 modules
var components = __webpack_require__(3079);
// EXTERNAL MODULE: ./src/kubernetes/conditions.ts
var conditions = __webpack_require__(7344);
// EXTERNAL MODULE: ./src/kubernetes/hosts.ts
var hosts = __webpack_require__(3007);
// EXTERNAL MODULE: ./src/kubernetes/podCidr.ts
var kubernetes_podCidr = __webpack_require__(1097);
// EXTERNAL MODULE: ./src/kubernetes/pods.ts
var kubernetes_pods = __webpack_require__(3729);
// EXTERNAL MODULE: ./src/kubernetes/ready.ts
var kubernetes_ready = __webpack_require__(3487);
// EXTERNAL MODULE: ./src/plan/expectations.ts
var expectations = __webpack_require__(4964);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/credentials.ts
var cluster_credentials = __webpack_require__(3964);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/cluster/lookup.ts
var lookup = __webpack_require__(8510);
// EXTERNAL MODULE: ./src/cluster/etcdJoin.ts + 2 modules
var etcdJoin = __webpack_require__(7815);
;// CONCATENATED MODULE: ./src/cluster/joinInTurn.ts

/** Lets each server know when the one before it has joined. */
class Turns {
    #joined = new Map();
    constructor(names) {
        for (const name of names)
            this.#joined.set(name, Promise.withResolvers());
    }
    joined(name) {
        this.#joined.get(name)?.resolve();
    }
    async whenJoined(name, signal) {
        const aborted = Promise.withResolvers();
        const onAbort = () => aborted.reject(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        try {
            signal.throwIfAborted();
            await Promise.race([this.#joined.get(name)?.promise, aborted.promise]);
        }
        finally {
            signal.removeEventListener('abort', onAbort);
        }
    }
}
/**
 * Starts the servers that join. etcd admits a member only when the one before it has its vote: each is started at that
 * moment, and comes up while the next one joins.
 */
async function startServers(plan, turns, starter, { engine, signal }) {
    const [first, ...joining] = plan.servers;
    if (plan.restarted || joining.length === 0)
        return;
    if (plan.sharesDatabase)
        return starter.start(joining);
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const containers = new Map(joining.map((name) => [plan.nodeNames.get(name) ?? name, name]));
    const onMember = (node) => turns.joined(containers.get(node) ?? node);
    const promoting = (0,etcdJoin/* promoteLearners */.V)(engine, first, [...containers.keys()], onMember, until);
    try {
        for (const name of joining) {
            await starter.start([name]);
            await turns.whenJoined(name, signal);
        }
    }
    finally {
        over.abort();
        await promoting;
    }
}

// EXTERNAL MODULE: ./src/cluster/readiness.ts + 2 modules
var readiness = __webpack_require__(7772);
// EXTERNAL MODULE: ./src/cluster/nodeFailure.ts
var nodeFailure = __webpack_require__(2500);
// EXTERNAL MODULE: ./src/cluster/refusals.ts
var refusals = __webpack_require__(8017);
// EXTERNAL MODULE: ./src/cluster/starter.ts
var cluster_starter = __webpack_require__(1294);
// EXTERNAL MODULE: ./src/cluster/toldNodes.ts
var toldNodes = __webpack_require__(7124);
;// CONCATENATED MODULE: ./src/cluster/bringUp.ts




















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
        const failure = await (0,nodeFailure/* failOnNodeExit */.aY)(context.engine, (0,model/* clusterFilter */.tp)(plan.cluster), over.signal);
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
    const starter = new cluster_starter/* Starter */.m(engine, plan);
    // Members of an etcd cluster that has run before need each other to answer; new ones have to join in turn.
    await timeline.run('start server', () => starter.start([...(plan.restarted ? plan.servers : [first]), ...plan.loadBalancers]));
    await plan.meanwhile?.();
    const waits = plan.wait.size > 0;
    if (!waits)
        await starter.start([...joining, ...plan.agents]);
    progress.set(`the certificates of ${first}`);
    const credentials = await timeline.run('certificates', () => (0,poll/* poll */.w)(() => (0,cluster_credentials/* readCredentials */.L)(engine, first, plan.apiURL), CREDENTIALS_EVERY_MS, signal));
    reporter.secret(credentials.key);
    if (!waits)
        return { credentials, version: undefined };
    progress.clear();
    progress.credentials = credentials;
    const kube = new client/* KubeClient */.B(credentials);
    const announce = (0,readiness/* announcer */.y4)(context, progress);
    const expected = await (0,toldNodes/* expectationsFor */.r)(engine, [...plan.servers, ...plan.agents]);
    try {
        const wait = { kube, signal, reporter, timeline, startedAt: starter.startedAt, ...announce };
        return { credentials, version: await becomeReady({ plan, expected, starter }, context, wait, credentials) };
    }
    finally {
        kube.close();
    }
}
/** Waits for all layers of readiness, starting the other nodes as soon as they can join. @returns the release of k3s */
async function becomeReady(rise, context, wait, credentials) {
    const { plan, expected } = rise;
    const version = await (0,kubernetes_ready/* step */.PM)(wait, 'API answers', kubernetes_ready/* waitForApi */.Pz);
    wait.reporter.info(`The API answers at ${credentials.server} (${version.gitVersion})`);
    const minor = Number.parseInt(version.minor, 10);
    const nodes = await untilFailure(wait.signal, (signal, whole) => {
        const own = { ...wait, signal };
        return whole(joinNodes(rise, minor, { ...context, signal }, own, credentials, whole));
    });
    const isUp = expected.hasNetwork || nodes.some((node) => (0,conditions/* isTrue */.H)(node, 'Ready'));
    const layers = (0,expectations/* possibleLayers */.m)(plan.wait, expected, isUp, minor);
    // Names are looked up where pods could be: a server without a kubelet has no rules for services.
    const [place = ''] = [...expected.nodes.map(({ container }) => container), ...plan.servers];
    await (0,readiness/* waitForLayers */.dK)(wait, layers, expected.serverArgs, (0,lookup/* lookupIn */.I)(context.engine, place));
    for (const target of plan.targets ?? [])
        await (0,kubernetes_ready/* step */.PM)(wait, (0,config_target/* targetText */.Z3)(target), (one) => (0,components/* waitForTarget */.wi)(one, target));
    const { pods = [] } = plan;
    if (pods.length > 0)
        await (0,kubernetes_ready/* step */.PM)(wait, 'pods', (one) => (0,kubernetes_pods/* waitForPods */.x)(one, pods));
    return version.gitVersion;
}
/** What goes on side by side while nodes join. @returns the nodes as Kubernetes has them */
async function joinNodes({ plan, expected, starter }, minor, context, wait, credentials, whole) {
    const podCidr = new kubernetes_podCidr/* PodCidrGiver */.T(wait.kube, minor, expected.serverArgs);
    const turns = new Turns(plan.servers);
    const unregistered = new Set(expected.nodes.map(({ container }) => container));
    const registered = (container, node) => {
        unregistered.delete(container);
        turns.joined(container);
        starter.registered(container, node);
    };
    const until = expected.hasNetwork || plan.bringsNetwork ? 'Ready' : 'registered';
    let nodes = [];
    const ready = async (one) => void (nodes = await (0,kubernetes_ready/* waitForNodes */.iw)(one, expected.nodes, podCidr, registered, until));
    // A server without a kubelet never registers: the next one needs not wait for it.
    for (const name of plan.servers)
        if (!unregistered.has(name))
            turns.joined(name);
    const over = new AbortController();
    const refused = (0,refusals/* failOnRefusal */.c)(context.engine, unregistered, AbortSignal.any([wait.signal, over.signal]));
    const dns = (0,components/* isEnabled */.Ol)('coredns', expected.serverArgs);
    const account = plan.wait.has('service-account') && expected.hasControllers;
    try {
        await (0,allSettled/* allSettled */.v)([
            ...(dns ? [(0,kubernetes_ready/* step */.PM)(wait, 'host entries', async (one) => (0,hosts/* addHostEntries */.W)(one, await plan.hostEntries()))] : []),
            (0,kubernetes_ready/* step */.PM)(wait, 'nodes Ready', ready).finally(() => over.abort()),
            refused,
            startAgents(plan, wait, credentials, starter),
            startServers({ ...plan, nodeNames: namesOf(expected) }, turns, starter, context),
            ...(account ? [(0,kubernetes_ready/* step */.PM)(wait, 'default ServiceAccount', kubernetes_ready/* waitForServiceAccount */.lc)] : []),
        ].map(whole));
    }
    finally {
        over.abort();
    }
    return nodes;
}
/** Names of nodes in Kubernetes by their containers'. */
const namesOf = ({ nodes }) => new Map(nodes.map(({ container, name }) => [container, name]));
/** Runs what goes on side by side, and ends all of it with the first that fails. */
async function untilFailure(outer, run) {
    const failed = new AbortController();
    const whole = async (work) => {
        try {
            return await work;
        }
        catch (error) {
            failed.abort(error);
            throw failed.signal.reason;
        }
    };
    return await run(AbortSignal.any([outer, failed.signal]), whole);
}
async function startAgents(plan, wait, { server, ca }, starter) {
    if (plan.agents.length === 0)
        return;
    const supervisor = new client/* KubeClient */.B({ server, ca, token: plan.token });
    try {
        await (0,kubernetes_ready/* step */.PM)(wait, 'server accepts agents', (one) => (0,kubernetes_ready/* waitForSupervisor */.Vk)(one, supervisor, plan.restarted));
        await wait.timeline.run('start agents', () => starter.start(plan.agents));
    }
    finally {
        supervisor.close();
    }
}


/***/ }),

/***/ 296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ withDeadline)
});

// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/kubernetes/client.ts
var client = __webpack_require__(7369);
// EXTERNAL MODULE: ./src/kubernetes/blocker.ts
var blocker = __webpack_require__(5942);
;// CONCATENATED MODULE: ./src/cluster/progress.ts




/** How often somebody who waits is told what for, in milliseconds. */
const SAY_EVERY_MS = 10_000;
/** How long the details of a blocker may take to find out, in milliseconds. */
const DETAILS_MS = 5000;
/** How many characters of a log are in an error's sentence. */
const LAST_WORDS = 300;
/**
 * What a piece of work is waiting for, so that whoever ends the wait can name the blocker. Several things may be waited
 * for side by side, each under a name of its own.
 */
class Progress {
    /** For asking about pods and nodes, once they are known. */
    credentials;
    #blockers = new Map();
    #last = 'the Docker engine';
    #details;
    get waitingFor() {
        const texts = [...this.#blockers.values()].map(({ text }) => text);
        return texts.length === 0 ? this.#last : texts.join(', and for ');
    }
    /** @param pods those that it comes down to, if any @param name of the wait */
    set(text, pods = [], name = '') {
        const before = this.#blockers.get(name);
        // What is in brackets is why, and may change while it is still the same that is waited for.
        const same = before !== undefined && subjectOf(text) === subjectOf(before.text);
        this.#blockers.set(name, { text, pods, since: same ? before.since : performance.now() });
        this.#last = text;
    }
    /** A wait is over. */
    clear(name = '') {
        this.#blockers.delete(name);
    }
    /** Runs `work`, saying every now and then what it waits for. */
    async tell(reporter, work) {
        const timer = setInterval(() => {
            for (const { text, since } of this.#blockers.values()) {
                const lasting = performance.now() - since;
                if (lasting < SAY_EVERY_MS / 2)
                    continue;
                reporter.info(`Waiting for ${text}, ${(0,duration/* formatDuration */.a)(lasting)} so far`);
            }
        }, SAY_EVERY_MS);
        try {
            return await work();
        }
        finally {
            clearInterval(timer);
        }
    }
    /** Finds out more on the blocker, as long as the cluster is there. Never throws. */
    async lookCloser() {
        if (this.credentials === undefined)
            return;
        const kube = new client/* KubeClient */.B(this.credentials);
        try {
            this.#details = await (0,blocker/* detailsOf */.cz)(kube, [...this.#blockers.values()].flatMap(({ pods }) => pods), AbortSignal.timeout(DETAILS_MS));
        }
        catch {
            // the cluster does not answer: then the blocker's name has to do
        }
        finally {
            kube.close();
        }
    }
    /** The error of a wait that took too long. @param subject e.g. `cluster "x" was` */
    timedOut(subject, timeoutMs) {
        const { reasons = [], log } = this.#details ?? {};
        const said = log === undefined ? [] : [`its last words are "${lastLine(log.text)}"`];
        const why = [...reasons, ...said].map((reason) => `; ${reason}`).join('');
        const message = `${subject} not ready within ${(0,duration/* formatDuration */.a)(timeoutMs)}: still waiting for ${this.waitingFor}${why}`;
        return log === undefined ? new errors/* UserError */.yo(message) : new errors/* LoggedError */.J1(message, log.of, log.text);
    }
}
/** The last line of a log, as far as a sentence bears it. */
const lastLine = (text) => (text.trimEnd().split('\n').at(-1) ?? '').trim().slice(0, LAST_WORDS);
const subjectOf = (text) => text.split(' (')[0];

;// CONCATENATED MODULE: ./src/cluster/context.ts

/**
 * Runs `work` within a time limit and under the context's own signal, saying now and then what it waits for.
 * @param timeoutMs bound in milliseconds
 * @param subject what is to become ready, for the error when it takes too long: `cluster "x" was`
 * @throws what `work` throws; the reason of the context's signal when that was aborted
 */
async function withDeadline(context, timeoutMs, subject, work) {
    const progress = new Progress();
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    try {
        const inner = { ...context, signal: AbortSignal.any([context.signal, deadline.signal]) };
        return await progress.tell(context.reporter, () => work(inner, progress));
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (deadline.signal.aborted)
            throw progress.timedOut(subject, timeoutMs);
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
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

/***/ 5459:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ datastoresOf),
/* harmony export */   i: () => (/* binding */ startDatastore)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5320);
/* harmony import */ var _plan_datastore_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(458);
/* harmony import */ var _starter_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1294);




const LOOK_EVERY_MS = 200;
/** How long a database may take, in milliseconds: an image that begins makes its files first. */
const READY_MS = 120_000;
/** The databases of a cluster. */
const datastoresOf = ({ nodes }) => nodes.filter(({ labels }) => (0,_plan_datastore_js__WEBPACK_IMPORTED_MODULE_2__/* .databaseKind */ .cI)(labels) !== undefined);
/**
 * Starts a cluster's database and waits until it can be used, before any server looks for it.
 * @throws UserError with its last words when it ends or does not get ready
 */
async function startDatastore(name, { engine, timeline, signal }) {
    await timeline.run('datastore', async () => {
        await (0,_starter_js__WEBPACK_IMPORTED_MODULE_3__/* .startNode */ .L)(engine, name);
        const patience = AbortSignal.any([signal, AbortSignal.timeout(READY_MS)]);
        try {
            await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(async () => isReady(name, { engine }), LOOK_EVERY_MS, patience);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
                throw error;
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the datastore ${name} is not ready after ${READY_MS / 1000} s: ${await lastWords(name, { engine })}`);
        }
    });
}
/** @throws UserError when it never will be */
async function isReady(name, { engine }) {
    const details = await engine.containers.inspect(name);
    const kind = (0,_plan_datastore_js__WEBPACK_IMPORTED_MODULE_2__/* .databaseKind */ .cI)(details?.labels ?? {});
    if (details === undefined || kind === undefined || !details.running || details.restarts > 0)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the datastore ${name} has ended: ${await lastWords(name, { engine })}`);
    const answer = await engine.containers.exec(name, _plan_datastore_js__WEBPACK_IMPORTED_MODULE_2__/* .READY_COMMANDS */ .Dm[kind]).catch(() => undefined);
    return answer?.exitCode === 0 ? true : undefined;
}
async function lastWords(name, { engine }) {
    const log = await engine.containers.logs(name, 20).catch(() => '');
    return log.trim().split('\n').at(-1) || 'it said nothing';
}


/***/ }),

/***/ 7815:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ promoteLearners)
});

// EXTERNAL MODULE: ./src/common/poll.ts
var poll = __webpack_require__(5320);
// EXTERNAL MODULE: external "node:http2"
var external_node_http2_ = __webpack_require__(2467);
;// CONCATENATED MODULE: ./src/etcd/protobuf.ts
/*
 * As much of protobuf's wire format as etcd's membership calls need: varints and length-delimited fields.
 * https://protobuf.dev/programming-guides/encoding/
 */
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;
/** A message with one number in it. */
function encodeNumber(field, value) {
    return Buffer.from([field << 3, ...varint(value)]);
}
function varint(value) {
    const bytes = [];
    for (let rest = value;; rest >>= 7n) {
        const low = Number(rest & 0x7fn);
        if (rest < 0x80n)
            return [...bytes, low];
        bytes.push(low | 0x80);
    }
}
/** The fields of a message, in their order; those of fixed length are left out. */
function decodeFields(message) {
    const fields = [];
    let at = 0;
    const read = () => {
        let value = 0n;
        for (let shift = 0n;; shift += 7n) {
            const byte = message[at++];
            if (byte === undefined)
                throw new Error('a protobuf message ends in the middle of a number');
            value |= BigInt(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
    };
    while (at < message.length) {
        const tag = Number(read());
        const number = tag >> 3;
        switch (tag & 7) {
            case VARINT:
                fields.push({ number, value: read() });
                break;
            case BYTES: {
                const length = Number(read());
                fields.push({ number, value: message.subarray(at, at + length) });
                at += length;
                break;
            }
            case FIXED64:
                at += 8;
                break;
            case FIXED32:
                at += 4;
                break;
            default:
                throw new Error(`a protobuf message has a field of unknown kind ${tag & 7}`);
        }
    }
    return fields;
}

;// CONCATENATED MODULE: ./src/etcd/client.ts


/** How long a call may take, in milliseconds. */
const CALL_TIMEOUT_MS = 3000;
/** gRPC's frames: a byte for compression, four for the length. */
const FRAME_HEADER = 5;
/** The two membership calls of etcd's gRPC API that are needed here (etcd: api/etcdserverpb/rpc.proto). */
class EtcdClient {
    #session;
    constructor({ server, ca, cert, key }) {
        this.#session = (0,external_node_http2_.connect)(server, { ca, cert, key });
        this.#session.on('error', () => undefined); // each call fails with it
    }
    /** All members, learners included. */
    async members() {
        const answer = await this.#call('MemberList', Buffer.alloc(0));
        return decodeFields(answer).flatMap(({ number, value }) => number === 2 && Buffer.isBuffer(value) ? [toMember(value)] : []);
    }
    /** Gives a learner its vote. @throws Error when etcd finds that it does not follow closely enough yet */
    async promote(id) {
        await this.#call('MemberPromote', encodeNumber(1, id));
    }
    close() {
        this.#session.destroy();
    }
    #call(method, message) {
        const frame = Buffer.alloc(FRAME_HEADER + message.length);
        frame.writeUInt32BE(message.length, 1);
        message.copy(frame, FRAME_HEADER);
        return new Promise((resolve, reject) => {
            const stream = this.#session.request({
                ':method': 'POST',
                ':path': `/etcdserverpb.Cluster/${method}`,
                'content-type': 'application/grpc',
                te: 'trailers',
            });
            const chunks = [];
            let status;
            let reason = '';
            const note = (headers) => {
                const { 'grpc-status': code, 'grpc-message': text } = headers;
                if (typeof code === 'string')
                    status = code;
                if (typeof text === 'string')
                    reason = decodeURIComponent(text);
            };
            stream.setTimeout(CALL_TIMEOUT_MS, () => stream.destroy(new Error(`etcd ${method}: no answer`)));
            stream.on('response', note).on('trailers', note);
            stream.on('data', (chunk) => chunks.push(chunk));
            stream.on('error', reject);
            stream.on('close', () => {
                if (status === '0')
                    resolve(Buffer.concat(chunks).subarray(FRAME_HEADER));
                else
                    reject(new Error(`etcd ${method}: ${reason || `status ${status ?? 'unknown'}`}`));
            });
            stream.end(frame);
        });
    }
}
function toMember(message) {
    const member = { id: 0n, name: '', isLearner: false };
    for (const { number, value } of decodeFields(message)) {
        if (number === 1 && typeof value === 'bigint')
            member.id = value;
        if (number === 2 && Buffer.isBuffer(value))
            member.name = value.toString('utf8');
        if (number === 5)
            member.isLearner = value === 1n;
    }
    return member;
}

// EXTERNAL MODULE: ./src/plan/labels.ts
var labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/cluster/readFiles.ts
var readFiles = __webpack_require__(5229);
;// CONCATENATED MODULE: ./src/cluster/etcdJoin.ts





/** Where k3s keeps the certificates of etcd on a server. */
const ETCD_TLS_FOLDER = `${names/* K3S_DATA_PATH */.Tt}/server/tls/etcd`;
const LOOK_EVERY_MS = 250;
/**
 * etcd takes no further member until all that vote have been connected for 5 s (etcd: server/etcdserver, HealthInterval);
 * k3s gives up when it is refused. Some more, since the connection is made a moment after the member is listed.
 */
const HEALTHY_AFTER_MS = 6000;
/**
 * Gives servers that join etcd their vote as soon as etcd allows it. k3s itself looks every 15 s only, and until then
 * neither the server goes on nor the next one can join: etcd has one learner at a time. etcd is asked on the server's
 * own address, which can be reached where the engine runs on this machine; elsewhere this ends at once and k3s does it.
 * @param server name of a server that is a member
 * @param joining names of those that join
 * @param onMember told each that has its vote, when the next one may join
 */
async function promoteLearners(engine, server, joining, onMember, signal) {
    const credentials = await readEtcdCredentials(engine, server);
    const waiting = new Set(joining);
    const since = new Map();
    let reachable = credentials !== undefined;
    let answered = false;
    while (credentials !== undefined && reachable && waiting.size > 0 && !signal.aborted) {
        const client = new EtcdClient(credentials);
        try {
            for (const node of await votersAmong(client)) {
                if (!since.has(node))
                    since.set(node, performance.now());
                const isHealthy = performance.now() - since.get(node) >= HEALTHY_AFTER_MS;
                if (isHealthy && waiting.delete(node))
                    onMember(node);
            }
            answered = true;
        }
        catch {
            // Never reached from here: k3s's own pace is as good as it gets. Otherwise it is only gone for a moment.
            reachable = answered;
        }
        finally {
            client.close();
        }
        await (0,poll/* sleep */.y)(LOOK_EVERY_MS, signal).catch(() => undefined);
    }
}
/** The nodes whose members have a vote, once each learner that can has been given its own. */
async function votersAmong(client) {
    const nodes = [];
    for (const { id, name, isLearner } of await client.members()) {
        // k3s calls a member after its node and adds a random suffix; one that has not started has no name yet.
        if (name !== '' && (!isLearner || (await tryPromote(client, id))))
            nodes.push(name.replace(/-[0-9a-f]+$/, ''));
    }
    return nodes;
}
async function tryPromote(client, id) {
    try {
        await client.promote(id);
        return true;
    }
    catch {
        return false; // it does not follow closely enough yet
    }
}
async function readEtcdCredentials(engine, server) {
    const details = await engine.containers.inspect(server);
    const address = details?.addresses[details.labels[labels/* LABEL */.d_.network] ?? ''];
    if (!address || engine.endpoint.host !== undefined)
        return undefined;
    const files = await (0,readFiles/* readFiles */.U)(engine, server, ETCD_TLS_FOLDER);
    const [ca, cert, key] = ['server-ca.crt', 'client.crt', 'client.key'].map((name) => files?.get(name));
    return ca && cert && key ? { server: `https://${address}:2379`, ca, cert, key } : undefined;
}


/***/ }),

/***/ 8240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ refreshHostEntries),
/* harmony export */   p: () => (/* binding */ hostEntries)
/* harmony export */ });
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2471);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _kubernetes_hosts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3007);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4102);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7567);





/**
 * Names that pods should be able to look up besides Kubernetes' own: the host, the user's aliases, and what else is on
 * the cluster's network. Nodes are left out, k3s names them itself.
 * @returns addresses by name
 */
async function hostEntries(engine, clusterName) {
    const entries = new Map();
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .findCluster */ .KG)(engine, clusterName);
    const network = cluster && (await engine.networks.inspect(cluster.network.name));
    if (cluster === undefined || network === undefined)
        return entries;
    const nodes = new Set(cluster.nodes.filter(_model_js__WEBPACK_IMPORTED_MODULE_4__/* .isK3sNode */ .S).map(_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .kubernetesName */ .gg));
    for (const { name, ip } of network.containers)
        if (ip !== '' && !nodes.has(name))
            entries.set(name, ip);
    if (network.gateway !== '')
        entries.set(_plan_names_js__WEBPACK_IMPORTED_MODULE_0__/* .HOST_NAME */ .TI, network.gateway);
    const aliases = cluster.nodes.map(({ labels }) => labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.hostAliases]).find(Boolean);
    for (const { ip, hostnames } of JSON.parse(aliases ?? '[]')) {
        for (const name of hostnames)
            entries.set(name, ip);
    }
    return entries;
}
/** Brings the names of a cluster that runs up to date. CoreDNS looks at them once a minute or so. */
async function refreshHostEntries(clusterName, context) {
    const { engine } = context;
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .findCluster */ .KG)(engine, clusterName);
    if (cluster === undefined)
        return;
    const entries = await hostEntries(engine, clusterName);
    await (0,_access_js__WEBPACK_IMPORTED_MODULE_3__/* .withKube */ .M)(engine, cluster, (kube) => (0,_kubernetes_hosts_js__WEBPACK_IMPORTED_MODULE_2__/* .addHostEntries */ .W)({ ...context, kube, startedAt: undefined, blocker: () => undefined, done: () => undefined }, entries));
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

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/plan/labels.ts
var plan_labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/balancers.ts
var balancers = __webpack_require__(1717);
// EXTERNAL MODULE: ./src/cluster/bringUp.ts + 1 modules
var bringUp = __webpack_require__(618);
// EXTERNAL MODULE: ./src/cluster/starter.ts
var starter = __webpack_require__(1294);
// EXTERNAL MODULE: ./src/cluster/context.ts + 1 modules
var cluster_context = __webpack_require__(296);
// EXTERNAL MODULE: ./src/cluster/kubeconfig.ts
var kubeconfig = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/cluster/datastore.ts
var datastore = __webpack_require__(5459);
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
    const databases = (0,datastore/* datastoresOf */.K)(cluster);
    const rest = cluster.nodes.filter((node) => !databases.includes(node));
    await (0,allSettled/* allSettled */.v)(rest.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
    // Servers that stop still write.
    await (0,allSettled/* allSettled */.v)(databases.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
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
    const plan = {
        cluster: name,
        servers: servers.map((node) => node.name),
        agents: (0,model/* nodesOf */.Nh)(cluster, 'agent').map((node) => node.name),
        loadBalancers: (0,balancers/* balancersOf */.BW)(cluster).map((node) => node.name),
        apiURL: (0,kubeconfig/* apiURL */.Sw)(cluster.api.host, cluster.api.port),
        token: cluster.token,
        restarted: true,
        hostEntries: () => (0,hostEntries/* hostEntries */.p)(engine, name),
        wait,
    };
    return await (0,cluster_context/* withDeadline */.N)(context, timeoutMs, `cluster "${name}" was`, (inner, progress) => reporter.stage(`Starting cluster ${name}`, async () => {
        await (0,allSettled/* allSettled */.v)((0,balancers/* balancersOf */.BW)(cluster).map((node) => trimBalancer(engine, node)));
        await (0,allSettled/* allSettled */.v)((0,model/* nodesOf */.Nh)(cluster, 'registry').map((node) => (0,starter/* startNode */.L)(engine, node.name)));
        await (0,allSettled/* allSettled */.v)((0,datastore/* datastoresOf */.K)(cluster).map((node) => (0,datastore/* startDatastore */.i)(node.name, inner)));
        return (0,bringUp/* bringUp */.q)(plan, inner, progress);
    }));
}
/** The server that began the cluster goes first. */
function initOrder(labels) {
    return labels[plan_labels/* LABEL */.d_.serverInit] === 'true' ? 0 : 1;
}


/***/ }),

/***/ 8510:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ lookupIn)
/* harmony export */ });
/* harmony import */ var _sendArchive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3170);

/** What a shell, and the engine, say of a program that is not there. */
const NO_PROGRAM = [126, 127];
/** Looks names up from a node, whose network rules are those of its pods. Node images have busybox's nslookup. */
function lookupIn(engine, node) {
    return async (name, server) => {
        const command = ['nslookup', '-type=a', name, server];
        const { exitCode, stdout, stderr } = await engine.containers.exec(node, command);
        // An image without it, of the user's own, is taken at CoreDNS's word.
        if (exitCode === 0 || NO_PROGRAM.includes(exitCode))
            return undefined;
        const said = `${stdout}\n${stderr}`;
        // The name is unknown where the domain is another, set in a file: that is an answer too.
        if (/NXDOMAIN/.test(said))
            return undefined;
        return (0,_sendArchive_js__WEBPACK_IMPORTED_MODULE_0__/* .lastLine */ .f)(said);
    };
}


/***/ }),

/***/ 7772:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y4: () => (/* binding */ announcer),
  rc: () => (/* binding */ waitForCluster),
  dK: () => (/* binding */ waitForLayers)
});

// UNUSED EXPORTS: waitUntilSettled

;// CONCATENATED MODULE: ./src/common/reporter.ts
/** A reporter that says nothing. */
const reporter_silentReporter = {
    info: () => undefined,
    warn: () => undefined,
    debug: () => undefined,
    secret: () => undefined,
    stage: (_title, work) => work(),
};

// EXTERNAL MODULE: ./src/config/target.ts
var config_target = __webpack_require__(5165);
// EXTERNAL MODULE: ./src/kubernetes/components.ts + 1 modules
var components = __webpack_require__(3079);
// EXTERNAL MODULE: ./src/common/poll.ts
var poll = __webpack_require__(5320);
// EXTERNAL MODULE: ./src/kubernetes/podState.ts
var podState = __webpack_require__(6330);
// EXTERNAL MODULE: ./src/kubernetes/ready.ts
var ready = __webpack_require__(3487);
;// CONCATENATED MODULE: ./src/kubernetes/dns.ts



/** Waits until the cluster's DNS has at least one ready endpoint: the Deployment's condition alone does not say so. */
async function waitForDns(context) {
    const slices = '/apis/discovery.k8s.io/v1/namespaces/kube-system/endpointslices?labelSelector=kubernetes.io/service-name=kube-dns';
    const pods = '/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app=kube-dns';
    await (0,poll/* poll */.w)(async () => {
        const found = (await (0,ready/* ask */.kA)(() => context.kube.get(slices)))?.items ?? [];
        const served = found.some((slice) => slice.endpoints?.some((endpoint) => endpoint.conditions?.ready !== false));
        const corednsPods = served && context.startedAt === undefined ? [] : await (0,ready/* listPods */.BG)(context, pods);
        if (served && (context.startedAt === undefined || corednsPods.some((pod) => (0,ready/* runsSinceStart */.BO)(context, pod))))
            return true;
        context.blocker(`CoreDNS${(0,podState/* describePods */.sT)(corednsPods)}`, corednsPods);
        return undefined;
    }, ready/* LOOK_EVERY_MS */.R5, context.signal);
}
/** Waits until a name of the cluster's own is answered from inside. @param domain of the cluster */
async function waitForLookup(context, domain, lookup) {
    const name = `kubernetes.default.svc.${domain}`;
    await (0,poll/* poll */.w)(async () => {
        const path = '/api/v1/namespaces/kube-system/services/kube-dns';
        const address = (await (0,ready/* ask */.kA)(() => context.kube.get(path)))?.spec?.clusterIP;
        const problem = address === undefined ? 'CoreDNS has no address yet' : await lookup(name, address);
        if (problem === undefined)
            return true;
        context.blocker(`DNS to answer inside the cluster (${name}: ${problem})`);
        return undefined;
    }, ready/* LOOK_EVERY_MS */.R5, context.signal);
}
/** The cluster's domain, which the servers' arguments may set. */
function clusterDomain(k3sArgs) {
    const words = k3sArgs.flatMap((arg) => arg.split(/[=\s]+/));
    const at = words.indexOf('--cluster-domain');
    return (at === -1 ? undefined : words[at + 1]) ?? 'cluster.local';
}

// EXTERNAL MODULE: ./src/kubernetes/podCidr.ts
var kubernetes_podCidr = __webpack_require__(1097);
// EXTERNAL MODULE: ./src/plan/expectations.ts
var expectations = __webpack_require__(4964);
// EXTERNAL MODULE: ./src/cluster/access.ts
var access = __webpack_require__(4102);
// EXTERNAL MODULE: ./src/cluster/context.ts + 1 modules
var cluster_context = __webpack_require__(296);
// EXTERNAL MODULE: ./src/cluster/lifecycle.ts + 1 modules
var lifecycle = __webpack_require__(2028);
// EXTERNAL MODULE: ./src/cluster/lookup.ts
var lookup = __webpack_require__(8510);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/cluster/toldNodes.ts
var toldNodes = __webpack_require__(7124);
;// CONCATENATED MODULE: ./src/cluster/readiness.ts














/** The layers above the nodes and the ServiceAccount, in their order; what the servers' arguments disable is passed over. */
async function waitForLayers(wait, layers, k3sArgs, lookup) {
    if (layers.has('coredns') && (0,components/* isEnabled */.Ol)('coredns', k3sArgs)) {
        await (0,ready/* step */.PM)(wait, 'CoreDNS', waitForDns);
        // Ready endpoints are no answer yet: that takes the nodes' rules for the service's address too.
        await (0,ready/* step */.PM)(wait, 'DNS lookup', (one) => waitForLookup(one, clusterDomain(k3sArgs), lookup));
    }
    for (const name of components/* COMPONENTS */.$j) {
        if (!layers.has(name) || !(0,components/* isEnabled */.Ol)(name, k3sArgs))
            continue;
        await (0,ready/* step */.PM)(wait, name, (one) => (0,components/* waitForComponent */.mt)(one, name));
    }
}
/** How a wait says what it waits for. */
function announcer({ reporter }, progress) {
    return {
        blocker: (text, pods, name) => {
            if (!progress.waitingFor.includes(text))
                reporter.debug(`waiting for ${text}`);
            progress.set(text, pods, name);
        },
        done: (name) => progress.clear(name),
    };
}
/**
 * Waits until layers of a running cluster, and things of the user's own, are ready.
 * @throws UserError when there is no such cluster, the time is up, or a target can't become ready any more
 */
async function waitForCluster(name, wishes, context) {
    const cluster = await (0,lifecycle/* needCluster */.N0)(context.engine, name);
    await (0,cluster_context/* withDeadline */.N)(context, wishes.timeoutMs, `cluster "${name}" was`, async (inner, progress) => {
        try {
            await waitIn(cluster, { ...wishes, isPatient: true }, inner, announcer(context, progress), progress);
        }
        catch (error) {
            if (inner.signal.aborted && !context.signal.aborted)
                await progress.lookCloser();
            throw error;
        }
    });
}
async function waitIn(cluster, { layers, targets, isPatient }, { engine, reporter, timeline, signal }, announce, progress) {
    const expected = await (0,toldNodes/* expectationsFor */.r)(engine, cluster.nodes.filter(model/* isK3sNode */.S).map(({ name }) => name));
    const args = expected.serverArgs;
    const place = expected.nodes[0]?.container ?? (0,access/* runningServer */.T)(cluster).name;
    await (0,access/* withKube */.M)(engine, cluster, async (kube, credentials) => {
        if (progress !== undefined)
            progress.credentials = credentials;
        const wait = { kube, reporter, timeline, signal, startedAt: undefined, ...announce };
        const { minor } = await (0,ready/* step */.PM)(wait, 'API answers', ready/* waitForApi */.Pz);
        // Whoever asks for layers has installed what they need: only what never comes about is passed over.
        const isUp = isPatient || expected.hasNetwork;
        const possible = (0,expectations/* possibleLayers */.m)(layers, expected, isUp, Number.parseInt(minor, 10));
        if (possible.has('nodes')) {
            const podCidr = new kubernetes_podCidr/* PodCidrGiver */.T(kube, 0, args);
            await (0,ready/* step */.PM)(wait, 'nodes', (one) => (0,ready/* waitForNodes */.iw)(one, expected.nodes, podCidr, () => undefined, isUp ? 'Ready' : 'registered'));
        }
        if (possible.has('service-account'))
            await (0,ready/* step */.PM)(wait, 'default ServiceAccount', ready/* waitForServiceAccount */.lc);
        await waitForLayers(wait, possible, args, (0,lookup/* lookupIn */.I)(engine, place));
        for (const target of targets)
            await (0,ready/* step */.PM)(wait, (0,config_target/* targetText */.Z3)(target), (one) => (0,components/* waitForTarget */.wi)(one, target));
    });
}
/** Layers that somebody who has worked on a cluster may have shaken. */
const SHAKEN = new Set(['nodes', 'coredns']);
/**
 * Waits until all nodes of a running cluster are Ready and its DNS answers, as they may not be after somebody has worked
 * on it.
 * @throws the signal's reason when it is aborted
 */
async function waitUntilSettled(engine, name, signal) {
    const quiet = { engine, reporter: silentReporter, timeline: new Timeline(), signal };
    await waitIn(await needCluster(engine, name), { layers: SHAKEN, targets: [], isPatient: false }, quiet, {
        blocker: () => undefined,
        done: () => undefined,
    });
}


/***/ }),

/***/ 8017:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ failOnRefusal)
/* harmony export */ });
/* unused harmony export refusalIn */
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5320);
/* harmony import */ var _nodeFailure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2500);


/** How often the logs of nodes that have not registered are looked at, in milliseconds. */
const LOOK_EVERY_MS = 2000;
/** Lines of a log that are looked at: a kubelet tries, and complains, several times a second. */
const LINES = 400;
/** What a node says that will never be let in; the part in brackets is why (kubelet: kubelet_node_status.go; k3s: pkg/agent). */
const REFUSALS = [
    /Unable to register node with API server.*?(Node \S+ is invalid: .*)$/,
    /(Node password rejected, duplicate hostname.*?)"?$/,
];
/** Why a node will never register, if its log says so. */
function refusalIn(log) {
    for (const line of log.split('\n').reverse()) {
        const why = REFUSALS.map((one) => one.exec(line.trim())?.[1]).find(Boolean);
        if (why !== undefined)
            return why.replaceAll(/\\+"/g, '"').replace(/" node=.*$|"$/, '');
    }
    return undefined;
}
/**
 * Watches nodes that are to register, until all have or `until` is aborted.
 * @param waiting names of containers; whoever has registered is taken out of it
 * @throws NodeFailure when one of them is refused for good
 */
async function failOnRefusal(engine, waiting, until) {
    while (waiting.size > 0) {
        try {
            await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .y)(LOOK_EVERY_MS, until);
        }
        catch {
            return;
        }
        for (const name of waiting) {
            // One that has not been started yet has no log.
            const log = await engine.containers.logs(name, LINES).catch(() => '');
            const why = refusalIn(log);
            if (why !== undefined)
                throw new _nodeFailure_js__WEBPACK_IMPORTED_MODULE_1__/* .NodeFailure */ .tC(`node ${name} can't register with Kubernetes: ${why}`, '');
        }
    }
}


/***/ }),

/***/ 3170:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sendArchive),
/* harmony export */   f: () => (/* binding */ lastLine)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3848);
/* harmony import */ var _plan_mounts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5201);






const IMPORT = ['ctr', '--namespace', 'k8s.io', 'images', 'import'];
/**
 * Brings an archive into containerd of all nodes: one stream, read once, written at the pace of the slowest.
 * A node that fails no longer holds the others up.
 * @throws UserError naming the nodes where it failed, and why
 */
async function sendArchive(engine, archive, nodes) {
    const groups = groupNodes(nodes);
    const failures = [];
    const attempt = async (node, command, input) => {
        try {
            const { exitCode, stderr, stdout } = await engine.containers.exec(node.id, command, input);
            if (exitCode !== 0)
                failures.push(`${node.name}: ${lastLine(stderr || stdout)}`);
            return exitCode === 0;
        }
        catch (error) {
            failures.push(`${node.name}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
            return false;
        }
    };
    const receivers = groups.map((group) => {
        const [first] = group.nodes;
        const input = new node_stream__WEBPACK_IMPORTED_MODULE_1__.PassThrough();
        const command = group.path === undefined ? [...IMPORT, '-'] : ['sh', '-c', 'cat >"$0"', group.path];
        const done = attempt(first, command, input).finally(() => input.destroy());
        return { group, input, done, gone: (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.finished)(input).catch(() => undefined) };
    });
    await pump(archive, receivers);
    await Promise.all(receivers.map(async ({ group: { path, nodes: members }, done }) => {
        const isThere = await done;
        if (path === undefined)
            return;
        if (isThere)
            await Promise.all(members.map((node) => attempt(node, [...IMPORT, path])));
        await attempt(members[0], ['rm', '-f', path]);
    }));
    if (failures.length > 0)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the import failed on ${failures.join('; ')}`);
}
function groupNodes(nodes) {
    const name = `${_plan_mounts_js__WEBPACK_IMPORTED_MODULE_5__/* .IMAGE_VOLUME_PATH */ .R}/k3d-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tar`;
    const byVolume = Map.groupBy(nodes, ({ labels }) => labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.imageVolume] ?? '');
    return [...byVolume].flatMap(([volume, members]) => volume === '' || members.length === 1
        ? members.map((node) => ({ nodes: [node], path: undefined }))
        : [{ nodes: members, path: name }]);
}
async function pump(archive, receivers) {
    try {
        for await (const chunk of archive) {
            await Promise.all(receivers.map(({ input, gone }) => write(input, chunk, gone)));
        }
    }
    finally {
        archive.destroy();
        for (const { input } of receivers)
            if (!input.destroyed)
                input.end();
    }
}
/** Writes and waits until there is room for more, or nobody takes it any more. */
async function write(stream, chunk, gone) {
    if (stream.destroyed || stream.write(chunk))
        return;
    await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), gone]);
}
/** What a program said last, which is what it ended with. */
const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';


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

/***/ 7504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   mn: () => (/* binding */ disabledIn),
/* harmony export */   sm: () => (/* binding */ valuesOf)
/* harmony export */ });
/** The words of arguments as they are written: `--disable=traefik` is two. */
const wordsOf = (k3sArgs) => k3sArgs.flatMap((arg) => arg.split(/[=\s]+/));
/** The values of a flag, by its names. @param flags e.g. `--disable` */
function valuesOf(k3sArgs, ...flags) {
    const words = wordsOf(k3sArgs);
    return words.filter((_, index) => flags.includes(words[index - 1] ?? ''));
}
/** Components that servers are told to do without; older releases say `--no-deploy`. */
const disabledIn = (k3sArgs) => valuesOf(k3sArgs, '--disable', '--no-deploy').flatMap((value) => value.split(','));


/***/ }),

/***/ 3079:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $j: () => (/* binding */ COMPONENTS),
  Ol: () => (/* binding */ isEnabled),
  mt: () => (/* binding */ waitForComponent),
  wi: () => (/* binding */ waitForTarget)
});

// EXTERNAL MODULE: ./src/common/poll.ts
var poll = __webpack_require__(5320);
// EXTERNAL MODULE: ./src/kubernetes/conditions.ts
var conditions = __webpack_require__(7344);
// EXTERNAL MODULE: ./src/kubernetes/ready.ts
var kubernetes_ready = __webpack_require__(3487);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/kubernetes/podState.ts
var podState = __webpack_require__(6330);
// EXTERNAL MODULE: ./src/config/target.ts
var config_target = __webpack_require__(5165);
;// CONCATENATED MODULE: ./src/kubernetes/targetState.ts





/** How long a URL may take to answer once, in milliseconds. */
const URL_MS = 5000;
const lacks = (why, pods = []) => ({ why, pods });
/**
 * Looks whether a target is ready.
 * @throws UserError when it can't become so any more: a failed job
 */
async function lookAt(context, target) {
    if (target.kind === 'url')
        return lookAtURL(target.url, context.signal);
    const { api, plural, namespaced, state } = config_target/* TARGET_KINDS */.aO[target.kind];
    const place = namespaced ? `${api}/namespaces/${target.namespace}` : api;
    const path = `${place}/${plural}/${target.name}`;
    const found = await (0,kubernetes_ready/* ask */.kA)(() => context.kube.get(path));
    if (found === undefined)
        return lacks('it does not exist yet');
    switch (state) {
        case 'exists':
            return undefined;
        case 'workload':
            return lookAtWorkload(context, target.kind, found, target.namespace);
        case 'pod': {
            const pod = found;
            const ready = (0,conditions/* isTrue */.H)(pod, 'Ready') && (0,kubernetes_ready/* runsSinceStart */.BO)(context, pod);
            return ready ? undefined : lacks((0,podState/* describePods */.sT)([pod]).slice(2, -1), [pod]);
        }
        case 'service':
            return lookAtService(found);
        case 'phase': {
            const { phase } = found.status ?? {};
            return phase === 'Bound' ? undefined : lacks(phase ?? 'no state yet');
        }
        default:
            return lookAtCondition(context, target, found, state.slice('condition:'.length));
    }
}
async function lookAtURL(url, signal) {
    try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(URL_MS)]);
        const answer = await fetch(url, { signal: limit, redirect: 'follow' });
        await answer.body?.cancel();
        return answer.ok ? undefined : lacks(`it answers ${answer.status}`);
    }
    catch (error) {
        signal.throwIfAborted();
        return lacks((0,errors/* fetchFailure */.Z5)(error));
    }
}
async function lookAtCondition(context, target, found, type) {
    const condition = (0,conditions/* conditionOf */.r)(found, type);
    if (condition?.status === 'True')
        return undefined;
    if (target.kind !== 'job') {
        return lacks(condition?.message || condition?.reason || `it is not ${config_target/* TARGET_KINDS */.aO[target.kind].ready} yet`);
    }
    const failed = (0,conditions/* conditionOf */.r)(found, 'Failed');
    if (failed?.status === 'True') {
        const why = [failed.reason, failed.message].filter(Boolean).join(': ');
        throw new errors/* UserError */.yo(`${(0,config_target/* targetText */.Z3)(target)} has failed: ${why || 'its pods did'}`);
    }
    const pods = await podsOf(context, target.namespace, { 'job-name': target.name });
    return lacks((0,podState/* describePods */.sT)(pods).slice(2, -1), pods);
}
function lookAtService(service) {
    return lacksAddress(service) ? lacks('its load balancer has no address yet') : undefined;
}
/** Whether a service is a load balancer that nobody has given an address. */
function lacksAddress({ spec, status }) {
    return spec?.type === 'LoadBalancer' && (status?.loadBalancer?.ingress ?? []).length === 0;
}
function rolloutOf(kind, { metadata, spec, status = {} }) {
    const observed = (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
    const [wanted, updated, available, surplus] = kind === 'daemonset' ? countDaemons(status) : count(kind, spec, status);
    return { wanted, available, done: observed && updated >= wanted && available >= wanted && surplus <= 0 };
}
function countDaemons(status) {
    const { desiredNumberScheduled = 0, updatedNumberScheduled = 0, numberAvailable = 0 } = status;
    return [desiredNumberScheduled, updatedNumberScheduled, numberAvailable, 0];
}
function count(kind, spec, status) {
    const { replicas = 0, updatedReplicas = 0, readyReplicas = 0 } = status;
    const wanted = spec?.replicas ?? 1;
    // StatefulSets have had availableReplicas only since Kubernetes 1.22.
    const { availableReplicas = kind === 'statefulset' ? readyReplicas : 0 } = status;
    return [wanted, updatedReplicas, availableReplicas, replicas - wanted];
}
async function lookAtWorkload(context, kind, workload, namespace) {
    const { wanted, available, done } = rolloutOf(kind, workload);
    if (done && context.startedAt === undefined)
        return undefined;
    const pods = await podsOf(context, namespace, workload.spec?.selector?.matchLabels ?? {});
    const late = pods.filter((pod) => !(0,kubernetes_ready/* runsSinceStart */.BO)(context, pod));
    if (done && late.length === 0)
        return undefined;
    const failure = (0,conditions/* conditionOf */.r)(workload, 'ReplicaFailure');
    const said = failure?.status === 'True' ? `; ${failure.message ?? failure.reason}` : '';
    return lacks(`${available} of ${wanted} ready${late.length === 0 ? '' : (0,podState/* describePods */.sT)(late)}${said}`, late);
}
function podsOf(context, namespace, labels) {
    const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    if (selector.length === 0)
        return Promise.resolve([]);
    return (0,kubernetes_ready/* listPods */.BG)(context, `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(selector.join(','))}`);
}

// EXTERNAL MODULE: ./src/config/k3sArgs.ts
var config_k3sArgs = __webpack_require__(7504);
;// CONCATENATED MODULE: ./src/kubernetes/components.ts






/** Components of k3s beside CoreDNS, by the names that `--disable` has for them. */
const COMPONENTS = ['traefik', 'servicelb', 'metrics-server', 'local-storage'];
const inSystem = (kind, name) => ({ kind, name, namespace: 'kube-system' });
/** What makes up a component, in the order in which it comes about (k3s: manifests/). */
const PARTS = {
    traefik: [
        inSystem('job', 'helm-install-traefik-crd'),
        crdsOfTraefik,
        inSystem('job', 'helm-install-traefik'),
        inSystem('deployment', 'traefik'),
    ],
    servicelb: [loadBalancers],
    'metrics-server': [inSystem('deployment', 'metrics-server'), inSystem('apiservice', 'v1beta1.metrics.k8s.io')],
    'local-storage': [inSystem('deployment', 'local-path-provisioner'), inSystem('storageclass', 'local-path')],
};
/**
 * Whether the servers were asked to have a component.
 * @param k3sArgs arguments of the servers, as they are written
 */
function isEnabled(component, k3sArgs) {
    const words = (0,config_k3sArgs/* wordsOf */.Z9)(k3sArgs);
    if (component === 'traefik' && words.includes('--disable-helm-controller'))
        return false;
    if (component === 'servicelb' && words.includes('--disable-cloud-controller'))
        return false;
    return !(0,config_k3sArgs/* disabledIn */.mn)(k3sArgs).includes(component);
}
/** Waits until a component is ready, naming the part that is not. */
async function waitForComponent(context, component) {
    for (const part of PARTS[component]) {
        const what = typeof part === 'function' ? component : `${component}'s ${(0,config_target/* targetText */.Z3)(part)}`;
        await waitUntilReady(context, what, () => (typeof part === 'function' ? part(context) : lookAt(context, part)));
    }
}
/** Waits for something of the user's own. @throws UserError when it can't become ready any more */
function waitForTarget(context, target) {
    return waitUntilReady(context, (0,config_target/* targetText */.Z3)(target), () => lookAt(context, target));
}
async function waitUntilReady(context, what, look) {
    await (0,poll/* poll */.w)(async () => {
        const unready = await look();
        if (unready === undefined)
            return true;
        context.blocker(`${what} (${unready.why})`, unready.pods);
        return undefined;
    }, kubernetes_ready/* LOOK_EVERY_MS */.R5, context.signal);
}
/** Its chart brings kinds of its own; until all are known, manifests that use them are refused. */
async function crdsOfTraefik({ kube }) {
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const all = (await (0,kubernetes_ready/* ask */.kA)(() => kube.get(path)))?.items ?? [];
    const own = all.filter(({ metadata }) => /\.traefik\.(io|containo\.us)$/.test(metadata.name));
    if (own.length === 0)
        return { why: 'its kinds are not defined yet', pods: [] };
    const late = own.find((crd) => !(0,conditions/* isTrue */.H)(crd, 'Established'));
    return late && { why: `its kind ${late.metadata.name} is not established yet`, pods: [] };
}
/** The controller runs inside k3s: what shows that it works is that services of its type have addresses. */
async function loadBalancers({ kube }) {
    const services = await (0,kubernetes_ready/* ask */.kA)(() => kube.get('/api/v1/services'));
    if (services === undefined)
        return { why: 'the API does not list services', pods: [] };
    const late = services.items.find(lacksAddress);
    if (late === undefined)
        return undefined;
    const { namespace = '', name } = late.metadata;
    return { why: `service ${namespace}/${name} has no address yet`, pods: [] };
}


/***/ }),

/***/ 3007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ addHostEntries)
/* harmony export */ });
/* unused harmony export withEntries */
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5320);
/* harmony import */ var _ready_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3487);


const CONFIG_MAP = '/api/v1/namespaces/kube-system/configmaps/coredns';
/** Names that were added, so that they can be taken back: a registry may go, and another get its address. */
const ANNOTATION = 'k3d.io/host-entries';
/**
 * Adds names to the cluster's DNS, in the list that k3s keeps of its nodes: it leaves lines alone that it does not know.
 * Done before CoreDNS starts, it is in force at once.
 * @param entries addresses by name
 */
async function addHostEntries(context, entries) {
    context.blocker("the cluster DNS's list of hosts");
    await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .poll */ .w)(async () => {
        const found = await (0,_ready_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(() => context.kube.get(CONFIG_MAP));
        if (found === undefined)
            return undefined;
        const before = found.data?.NodeHosts ?? '';
        const earlier = found.metadata.annotations?.[ANNOTATION];
        const after = withEntries(before, entries, earlier === undefined ? [] : JSON.parse(earlier));
        const names = JSON.stringify([...entries.keys()]);
        if (after === before && names === earlier)
            return true;
        return await tryPatch(context, {
            metadata: { resourceVersion: found.metadata.resourceVersion, annotations: { [ANNOTATION]: names } },
            data: { NodeHosts: after },
        });
    }, _ready_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOK_EVERY_MS */ .R5, context.signal);
}
/**
 * k3s writes the same list: whoever read an older state has to read it again. And servers that are just coming up may not
 * answer at all, which `ask` takes for "not yet".
 */
async function tryPatch(context, change) {
    return await (0,_ready_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(async () => {
        await context.kube.patch(CONFIG_MAP, change);
        return true;
    });
}
/**
 * `hosts` with these entries. Older releases of k3s keep lines of one name, and throw away others when they write the list
 * anew; newer ones keep one line an address, the last (k3s: pkg/node/controller.go). Names that share an address stand in
 * both forms, each of which survives where it is understood.
 * @param earlier names that were added before, and go if they are not wanted any more
 */
function withEntries(hosts, entries, earlier) {
    const isOurs = (name) => entries.has(name) || earlier.includes(name);
    const others = hosts.split('\n').flatMap((line) => {
        const [address, ...names] = line.split(/\s+/).filter(Boolean);
        const left = names.filter((name) => !isOurs(name));
        if (address === undefined || (names.length > 0 && left.length === 0))
            return [];
        return left.length === names.length ? [line] : [[address, ...left].join(' ')];
    });
    const byAddress = Map.groupBy(entries.keys(), (name) => entries.get(name));
    const ours = [...byAddress].flatMap(([address, names]) => [
        ...names.map((name) => `${address} ${name}`),
        ...(names.length > 1 ? [[address, ...names].join(' ')] : []),
    ]);
    return [...others, ...ours].map((line) => `${line}\n`).join('');
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
 * Gives nodes their pod range as soon as they appear. Before 1.27 Kubernetes' controller sleeps for 10 s before it does,
 * and a node without a range has no network and is not Ready. The ranges are taken from the far end of the cluster's,
 * away from the controller's, and giving stops once the controller itself has been seen at work: a range can be set
 * once and never changed, and two hands must never give out the same one.
 */
class PodCidrGiver {
    #next = 255;
    #given = new Set();
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
            if (node.spec.podCIDR !== undefined)
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
}
/** Whether the user has arranged ranges or their giving differently; then they are left alone. */
function changesRanges(args) {
    return args.some((arg) => /cluster-cidr|node-cidr|allocate-node-cidrs|disable-controller-manager/.test(arg));
}


/***/ }),

/***/ 3729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readyPods),
/* harmony export */   x: () => (/* binding */ waitForPods)
/* harmony export */ });
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5320);
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7344);
/* harmony import */ var _podState_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6330);
/* harmony import */ var _ready_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3487);





const ALL_PODS = '/api/v1/pods';
/** How long pods that were ready may take to be so again, in milliseconds. */
const PODS_MS = 60_000;
/** The pods that are ready now. @throws KubeError; the network's error when there is no answer */
async function readyPods(kube) {
    const pods = (await kube.get(ALL_PODS))?.items ?? [];
    return pods
        .filter((pod) => (0,_conditions_js__WEBPACK_IMPORTED_MODULE_3__/* .isTrue */ .H)(pod, 'Ready') && pod.metadata.deletionTimestamp === undefined)
        .map(({ metadata: { namespace = '', name, uid = '' } }) => ({ namespace, name, uid }));
}
/**
 * Waits until pods of a cluster that has been started again are ready again. One that is gone has been replaced, and is
 * not waited for; one that does not become ready within a minute is only warned of: the cluster itself can be used.
 */
async function waitForPods(context, wanted) {
    const until = performance.now() + PODS_MS;
    const uids = new Set(wanted.map(({ uid }) => uid));
    for (;;) {
        context.signal.throwIfAborted();
        const all = await (0,_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(() => context.kube.get(ALL_PODS));
        const late = all?.items.filter((pod) => uids.has(pod.metadata.uid ?? '') && !isBack(context, pod));
        if (late?.length === 0)
            return;
        if (late !== undefined)
            context.blocker(`pods to become ready again${(0,_podState_js__WEBPACK_IMPORTED_MODULE_4__/* .describePods */ .sT)(late)}`, late);
        if (performance.now() > until) {
            context.reporter.warn(`Not ready again after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(PODS_MS)}${(0,_podState_js__WEBPACK_IMPORTED_MODULE_4__/* .describePods */ .sT)(late ?? [])}`);
            return;
        }
        await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .LOOK_EVERY_MS */ .R5, context.signal);
    }
}
function isBack(context, pod) {
    return pod.metadata.deletionTimestamp !== undefined || ((0,_conditions_js__WEBPACK_IMPORTED_MODULE_3__/* .isTrue */ .H)(pod, 'Ready') && (0,_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .runsSinceStart */ .BO)(context, pod));
}


/***/ }),

/***/ 3487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ listPods),
/* harmony export */   BO: () => (/* binding */ runsSinceStart),
/* harmony export */   PM: () => (/* binding */ step),
/* harmony export */   Pz: () => (/* binding */ waitForApi),
/* harmony export */   R5: () => (/* binding */ LOOK_EVERY_MS),
/* harmony export */   Vk: () => (/* binding */ waitForSupervisor),
/* harmony export */   iw: () => (/* binding */ waitForNodes),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   lc: () => (/* binding */ waitForServiceAccount)
/* harmony export */ });
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5320);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7369);
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7344);
/* harmony import */ var _nodeNames_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1036);





/** Pause between two looks at the API, in milliseconds. */
const LOOK_EVERY_MS = 150;
/**
 * Runs one of several waits, which may be under way side by side, as a phase of the timeline.
 * @param name of the phase
 */
function step(context, name, wait) {
    const own = { ...context, blocker: (text, pods) => context.blocker(text, pods, name) };
    return context.timeline.run(name, async () => {
        const found = await wait(own);
        // One that has failed stays, as what was waited for.
        context.done(name);
        return found;
    });
}
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
 * Waits until all nodes are Ready, helping them to a pod range. Where it is enough that they have registered, one that
 * was Ready when it was first seen, before its cluster was started again, has to be so once more: somebody has brought it
 * a network.
 * @param onRegistered called for each node that Kubernetes knows, by its container's name and its own, more than once
 */
async function waitForNodes(context, wanted, podCidr, onRegistered, until = 'Ready') {
    const done = new Set();
    const wasReady = new Map();
    return await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(async () => {
        const nodes = (await ask(() => context.kube.get('/api/v1/nodes')))?.items ?? [];
        await podCidr.serve(nodes);
        for (const one of wanted) {
            const node = (0,_nodeNames_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeFor */ .O)(one, nodes);
            if (node === undefined)
                continue;
            const { name } = node.metadata;
            onRegistered(one.container, name);
            if (!wasReady.has(name))
                wasReady.set(name, (0,_conditions_js__WEBPACK_IMPORTED_MODULE_4__/* .conditionOf */ .r)(node, 'Ready')?.status === 'True');
            if (done.has(one.container))
                continue;
            const isEnough = until === 'registered' && !wasReady.get(name);
            if (isEnough ? !isSeenAnew(context, node) : !isReady(context, node))
                continue;
            done.add(one.container);
            const how = isEnough ? 'has registered' : 'is Ready';
            context.reporter.info(`Node ${name} ${how} after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(context.timeline.now())}`);
        }
        const missing = wanted.filter(({ container }) => !done.has(container));
        if (missing.length === 0)
            return nodes;
        context.blocker(describeMissing(missing, nodes));
        return undefined;
    }, LOOK_EVERY_MS, context.signal);
}
/** Whether its kubelet has spoken since the node was started, whatever it said. */
function isSeenAnew({ startedAt }, node) {
    return isNews(startedAt, node.metadata.name, (0,_conditions_js__WEBPACK_IMPORTED_MODULE_4__/* .conditionOf */ .r)(node, 'Ready')?.lastHeartbeatTime);
}
function isReady({ startedAt }, node) {
    const condition = (0,_conditions_js__WEBPACK_IMPORTED_MODULE_4__/* .conditionOf */ .r)(node, 'Ready');
    return condition?.status === 'True' && isNews(startedAt, node.metadata.name, condition.lastHeartbeatTime);
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
        .map((one) => {
        const node = (0,_nodeNames_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeFor */ .O)(one, nodes);
        if (node === undefined)
            return `node ${one.container} to register`;
        const condition = (0,_conditions_js__WEBPACK_IMPORTED_MODULE_4__/* .conditionOf */ .r)(node, 'Ready');
        const reason = condition?.message ?? condition?.reason;
        return `node ${node.metadata.name} to become Ready${reason === undefined ? '' : ` (${reason})`}`;
    })
        .join(', ');
}
/** Waits for the default ServiceAccount, without which no pod can be created. */
async function waitForServiceAccount(context) {
    context.blocker('the default ServiceAccount');
    const path = '/api/v1/namespaces/default/serviceaccounts/default';
    await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(() => ask(() => context.kube.get(path)), LOOK_EVERY_MS, context.signal);
}
/** The pods at an API path; none while there is no answer. */
async function listPods(context, path) {
    return (await ask(() => context.kube.get(path)))?.items ?? [];
}
/** Whether all containers of a pod are ready, and have been started since its node was. */
function runsSinceStart({ startedAt }, { spec, status }) {
    const containers = status?.containerStatuses ?? [];
    const fresh = ({ ready, state }) => ready && isNews(startedAt, spec?.nodeName ?? '', state?.running?.startedAt);
    return containers.length > 0 && containers.every(fresh);
}


/***/ }),

/***/ 458:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ READY_COMMANDS),
/* harmony export */   Kw: () => (/* binding */ checkDatastore),
/* harmony export */   Lw: () => (/* binding */ planDatastore),
/* harmony export */   X5: () => (/* binding */ endpointOf),
/* harmony export */   cI: () => (/* binding */ databaseKind),
/* harmony export */   nb: () => (/* binding */ ENDPOINT_VARIABLE)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _config_datastore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4411);
/* harmony import */ var _hostNetwork_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3579);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3848);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2471);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9580);






/** Variable that gives k3s its datastore; in an argument a password would be in every process list. */
const ENDPOINT_VARIABLE = 'K3S_DATASTORE_ENDPOINT';
/** Name of user and database. */
const NAME = 'k3s';
/** What differs between databases: as their official images and k3s's drivers (kine) have it. */
const DATABASES = {
    postgres: {
        env: (password) => [`POSTGRES_USER=${NAME}`, `POSTGRES_PASSWORD=${password}`, `POSTGRES_DB=${NAME}`],
        endpoint: (login, host) => `postgres://${login}@${host}:5432/${NAME}?sslmode=disable`,
    },
    mysql: {
        env: (password) => [
            `MYSQL_USER=${NAME}`,
            `MYSQL_PASSWORD=${password}`,
            `MYSQL_DATABASE=${NAME}`,
            'MYSQL_RANDOM_ROOT_PASSWORD=yes',
        ],
        endpoint: (login, host) => `mysql://${login}@tcp(${host}:3306)/${NAME}`,
    },
};
/**
 * Commands that succeed in a database's container once it can be used. Over TCP: while an image sets its database up,
 * the database listens on a socket only.
 */
const READY_COMMANDS = {
    postgres: ['pg_isready', '--host=127.0.0.1', `--username=${NAME}`, `--dbname=${NAME}`],
    // MariaDB's image has dropped the old name.
    mysql: [
        'sh',
        '-c',
        `exec "$(command -v mariadb-admin || command -v mysqladmin)" --protocol=tcp --host=127.0.0.1 --user=${NAME} --password="$MYSQL_PASSWORD" ping`,
    ],
};
/** The kind of database that a container's label names; undefined: it is none. */
function databaseKind(labels) {
    const kind = labels[_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.datastore];
    return kind === 'postgres' || kind === 'mysql' ? kind : undefined;
}
/** The endpoint for k3s. @returns undefined when k3s has its own datastore */
function endpointOf(config, password) {
    const { datastore, name } = config;
    if (!(0,_config_datastore_js__WEBPACK_IMPORTED_MODULE_1__/* .isExternal */ .ge)(datastore))
        return undefined;
    if (datastore.kind === 'url')
        return datastore.url;
    return DATABASES[datastore.kind].endpoint(`${NAME}:${password}`, (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .datastoreName */ .XX)(name));
}
/** @throws UserError when the cluster can't have its datastore */
function checkDatastore({ datastore, servers, ...config }) {
    if (datastore?.kind === 'sqlite' && servers > 1)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`datastore sqlite is for one server alone, and ${servers} are asked for: choose etcd, postgres or mysql, or one server`);
    if ((0,_config_datastore_js__WEBPACK_IMPORTED_MODULE_1__/* .isExternal */ .ge)(datastore) && datastore.kind !== 'url' && (0,_hostNetwork_js__WEBPACK_IMPORTED_MODULE_2__/* .isOnHost */ .a)({ ...config, datastore, servers }))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`datastore ${datastore.kind} is reached by its name on a network of the cluster's own, and "network" is host: give another network, or the URL of a database`);
}
/** The container of a cluster's database. @returns undefined when it has none of its own */
function planDatastore({ name: cluster, datastore }, { network, creation, password }) {
    if (!(0,_config_datastore_js__WEBPACK_IMPORTED_MODULE_1__/* .isExternal */ .ge)(datastore) || datastore.kind === 'url')
        return undefined;
    const { kind, image } = datastore;
    return (0,_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .plainContainer */ .M)({
        name: (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .datastoreName */ .XX)(cluster),
        image,
        env: DATABASES[kind].env(password),
        labels: {
            [_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.app]: _labels_js__WEBPACK_IMPORTED_MODULE_3__/* .APP */ .uq,
            [_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.version]: _labels_js__WEBPACK_IMPORTED_MODULE_3__/* .K3D_CONTRACT_VERSION */ .Pm,
            // k3d does not know of it, and removes it with the cluster all the same.
            [_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.role]: 'noRole',
            [_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.cluster]: cluster,
            [_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.datastore]: kind,
            [_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.creation]: creation,
        },
        network,
    });
}


/***/ }),

/***/ 3579:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ checkHostNetwork),
/* harmony export */   a: () => (/* binding */ isOnHost)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);


/** Name of Docker's network that is the host's own. */
const HOST_NETWORK = 'host';
/** Whether the cluster's nodes are on the host's own network, where nothing has to be published. */
function isOnHost(config) {
    return config.network === HOST_NETWORK;
}
/**
 * On the host's network there is room for one server: a second node would want the same ports (k3d: pkg/config).
 * @throws UserError for a configuration that asks for more
 */
function checkHostNetwork(config) {
    if (!isOnHost(config))
        return;
    const refuse = (what) => {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`network "host": ${what}`);
    };
    if (config.servers !== 1 || config.agents !== 0)
        refuse('there is room for one server and no agents');
    if (config.ports.length > 0)
        refuse("ports can't be published, and need not be: all are the host's own");
    if (config.apiPort !== undefined && config.apiPort !== _names_js__WEBPACK_IMPORTED_MODULE_1__/* .API_PORT */ .lL)
        refuse(`the API's port is ${_names_js__WEBPACK_IMPORTED_MODULE_1__/* .API_PORT */ .lL} there`);
    if (config.registriesCreate.length + config.registriesUse.length > 0) {
        refuse("registries of the cluster can't be reached by name there: name them in registries.yaml by address");
    }
}


/***/ }),

/***/ 9477:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ loadBalancerContainer),
/* harmony export */   Qc: () => (/* binding */ parseValues),
/* harmony export */   S9: () => (/* binding */ loadBalancerFiles),
/* harmony export */   WG: () => (/* binding */ settingsWith),
/* harmony export */   bW: () => (/* binding */ VALUES_PATH),
/* harmony export */   p4: () => (/* binding */ valuesFile)
/* harmony export */ });
/* unused harmony export formatValues */
/* harmony import */ var _common_shapes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(991);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9580);




/** The file that says what is passed on to whom, by k3d's name and in k3d's format, so that k3d can drive it too. */
const VALUES_PATH = '/etc/confd/values.yaml';
const LOAD_BALANCER_ENTRYPOINT = '/bin/k3d-loadbalancer.sh';
const DEFAULT_SETTINGS = { workerConnections: 1024, defaultProxyTimeout: 600 };
/** The defaults with what the user has set otherwise. */
function settingsWith(overrides) {
    return { ...DEFAULT_SETTINGS, ...Object.fromEntries(overrides.map(({ key, value }) => [key, value])) };
}
/** The text of values.yaml. */
function formatValues({ ports, settings }) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ ports: Object.fromEntries(ports), settings });
}
/** Reads values.yaml, ours or k3d's. */
function parseValues(text) {
    const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    const { ports, settings } = (0,_common_shapes_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .p)(value) ? value : {};
    const entries = Object.entries((0,_common_shapes_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .p)(ports) ? ports : {});
    return {
        ports: new Map(entries.map(([port, nodes]) => [port, Array.isArray(nodes) ? nodes.map(String) : []])),
        settings: { ...DEFAULT_SETTINGS, ...((0,_common_shapes_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .p)(settings) ? settings : {}) },
    };
}
/**
 * Turns values.yaml into nginx's configuration, now and whenever that file or a node's address changes. Names are
 * resolved here and not by nginx, which would refuse to start for a node that does not run, and keep an address for
 * ever. nginx says "start worker processes" when it starts and reloads, which k3d waits for.
 */
const ENTRYPOINT = `#!/bin/sh
set -u
values=\${VALUES:-${VALUES_PATH}}
conf=\${CONF:-/etc/nginx/nginx.conf}
work=\${WORK:-/tmp}

# The IPv4 address of a name, on which nodes of k3s listen. On a network with IPv6 "hosts" may tell the other one only,
# and not every getent knows "ahostsv4".
ipv4() {
  { getent ahostsv4 "$1" || getent hosts "$1" || true; } 2>/dev/null | awk '$1 ~ /^[0-9]+(\\.[0-9]+)+$/ { print $1; exit }'
}
looked_up() {
  nslookup -type=a "$1" 2>/dev/null | awk '/^Name:/ { found = 1 } found && /^Address/ && match($NF, /[0-9]+(\\.[0-9]+)+/) { print substr($NF, RSTART, RLENGTH); exit }'
}

# One line a node that has an address: NAME ADDRESS.
addresses() {
  sed -n 's/^ *- *"\\{0,1\\}\\([A-Za-z0-9._-]*\\)"\\{0,1\\} *$/\\1/p' "$values" | sort -u | while read -r name; do
    address=$(ipv4 "$name")
    [ -n "$address" ] || address=$(looked_up "$name")
    [ -z "$address" ] || echo "$name $address"
  done
}

render() {
  for module in /usr/lib/nginx/modules/ngx_stream_module.so; do [ ! -e "$module" ] || echo "load_module $module;"; done
  addresses >"$work/addresses"
  awk '
    FILENAME != ARGV[2] { address[$1] = $2; next }
    /^ *workerConnections:/ { connections = $2; next }
    /^ *defaultProxyTimeout:/ { timeout = $2; next }
    match($0, /[0-9]+\\.(tcp|udp)/) { port = substr($0, RSTART, RLENGTH); order[++count] = port; next }
    /^ *- / { name = $2; gsub(/"/, "", name); if (name in address) nodes[port] = nodes[port] " " name }
    END {
      print "worker_processes auto;\\nerror_log /dev/stderr notice;\\npid /tmp/nginx.pid;"
      print "events { worker_connections " (connections ? connections : 1024) "; }\\nstream {"
      for (i = 1; i <= count; i++) {
        if (nodes[order[i]] == "") continue
        split(order[i], part, ".")
        print "  upstream " part[1] "_" part[2] " {"
        n = split(nodes[order[i]], list, " ")
        for (j = 1; j <= n; j++)
          print "    server " address[list[j]] ":" part[1] " max_fails=1 fail_timeout=10s; # " list[j]
        print "  }"
        print "  server {\\n    listen " part[1] (part[2] == "udp" ? " udp" : "") ";"
        print "    proxy_pass " part[1] "_" part[2] ";\\n    proxy_timeout " (timeout ? timeout : 600) ";"
        print "    proxy_connect_timeout 2s;\\n  }"
      }
      print "}"
    }' "$work/addresses" "$values"
}

render >"$conf"
[ -z "\${RENDER_ONLY:-}" ] || exit 0
nginx -c "$conf" -g 'daemon off;' &
nginx=$!
trap 'kill -QUIT $nginx' TERM INT QUIT
while kill -0 $nginx 2>/dev/null; do
  sleep 0.4
  render >"$work/next"
  cmp -s "$work/next" "$conf" && continue
  nginx -t -q -c "$work/next" || continue
  cat "$work/next" >"$conf"
  nginx -c "$conf" -s reload
done
wait $nginx
`;
/** The file that a running load balancer watches. */
function valuesFile(values) {
    return { path: VALUES_PATH, content: formatValues(values), mode: 0o644 };
}
/** The files of a load balancer. */
function loadBalancerFiles(values) {
    return [valuesFile(values), { path: LOAD_BALANCER_ENTRYPOINT, content: ENTRYPOINT, mode: 0o755 }];
}
/** The container of a load balancer. */
function loadBalancerContainer({ open, labels, ...parts }) {
    return (0,_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .plainContainer */ .M)({
        ...parts,
        labels: { ...labels, [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.openPorts]: JSON.stringify(Object.fromEntries(open)) },
        entrypoint: [LOAD_BALANCER_ENTRYPOINT],
    });
}


/***/ }),

/***/ 5201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ planMounts),
/* harmony export */   R: () => (/* binding */ IMAGE_VOLUME_PATH)
/* harmony export */ });
/* harmony import */ var _config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(613);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2974);



/** Where the volume for imported images is mounted in every node. */
const IMAGE_VOLUME_PATH = '/k3d/images';
/**
 * The mounts of all nodes. A named volume is the user's: the engine makes it if need be, and it outlives the cluster. Only
 * one that begins with k3d's prefix and does not exist yet is made with labels, and goes with the cluster (k3d:
 * pkg/client/cluster.go).
 * @param existing names of the engine's volumes
 * @throws UserError for malformed volumes or filters
 */
function planMounts(config, nodes, existing) {
    const volumes = new Set();
    const resolved = config.volumes.map((entry) => {
        const mount = (0,_config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVolumeSpec */ .v5)(entry.value, entry.where);
        const { source, destination, options } = mount;
        if (source === undefined)
            return { ...entry, value: destination };
        if (!mount.isPath && (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isClusterVolume */ .Zl)(source) && !existing.has(source))
            volumes.add(source);
        return { ...entry, value: [source, destination, options].filter((part) => part !== undefined).join(':') };
    });
    const perNode = (0,_nodes_js__WEBPACK_IMPORTED_MODULE_2__/* .spread */ .il)(resolved, nodes, true);
    if (config.imageVolume) {
        const name = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .imageVolumeName */ .rw)(config.name);
        volumes.add(name);
        for (const binds of perNode.values())
            binds.push(`${name}:${IMAGE_VOLUME_PATH}`);
    }
    return { volumes: [...volumes], perNode };
}


/***/ }),

/***/ 2974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ plannedNodes),
/* harmony export */   NE: () => (/* binding */ hasLoadBalancer),
/* harmony export */   il: () => (/* binding */ spread),
/* harmony export */   mM: () => (/* binding */ isInitServer)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7002);
/* harmony import */ var _hostNetwork_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3579);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2471);




/** Whether the cluster has a load balancer: `auto` means one in front of several servers. */
function hasLoadBalancer(config) {
    if ((0,_hostNetwork_js__WEBPACK_IMPORTED_MODULE_2__/* .isOnHost */ .a)(config))
        return false;
    return config.loadBalancer === 'auto' ? config.servers > 1 : config.loadBalancer === 'on';
}
/** Whether a server is the one that begins an etcd cluster. */
function isInitServer(config, node) {
    const { datastore, servers } = config;
    const hasEtcd = datastore === undefined ? servers > 1 : datastore.kind === 'etcd';
    return node.role === 'server' && node.index === 0 && hasEtcd;
}
/** The nodes of a cluster: servers, agents, then the load balancer. */
function plannedNodes(config) {
    const nodes = [];
    for (let index = 0; index < config.servers; index++) {
        nodes.push({ role: 'server', index, name: (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .serverName */ .L5)(config.name, index) });
    }
    for (let index = 0; index < config.agents; index++) {
        nodes.push({ role: 'agent', index, name: (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .agentName */ .Lp)(config.name, index) });
    }
    if (hasLoadBalancer(config))
        nodes.push({ role: 'loadbalancer', index: 0, name: (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .loadBalancerName */ .MH)(config.name) });
    return nodes;
}
/**
 * Spreads filtered values over the nodes they mean.
 * @param nodes the nodes that values of this kind can be for
 * @param emptyMeansAll an empty filter means every node (volumes, files); otherwise it is an error when there is more
 *   than one, as in k3d, where an env or argument that reaches the wrong nodes does harm
 * @throws UserError for a filter that is malformed, missing, or names no node
 */
function spread(values, nodes, emptyMeansAll) {
    const perNode = new Map(nodes.map((node) => [node.name, []]));
    for (const entry of values) {
        if (entry.nodeFilters.length === 0 && !emptyMeansAll && nodes.length > 1) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${entry.where}: "${entry.value}" needs a node filter since the cluster has ${nodes.length} nodes, e.g. ${entry.value}@server:0 or @all`);
        }
        const matched = entry.nodeFilters.length === 0 ? nodes : (0,_config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_1__/* .matchFilters */ .XN)(entry.nodeFilters, nodes, entry.where);
        for (const node of matched)
            perNode.get(node.name)?.push(entry.value);
    }
    return perNode;
}


/***/ })

};
