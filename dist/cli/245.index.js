export const id = 245;
export const ids = [245];
export const modules = {

/***/ 8091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tC: () => (/* reexport */ NodeFailure),
  fG: () => (/* reexport */ checkPortsFree),
  g$: () => (/* reexport */ createContainer),
  Yw: () => (/* reexport */ deletionOf),
  aY: () => (/* reexport */ failOnNodeExit),
  T4: () => (/* reexport */ knownCause),
  UM: () => (/* reexport */ lastErrorIn),
  YY: () => (/* reexport */ reasonIn),
  as: () => (/* reexport */ reservePort),
  LK: () => (/* reexport */ startNode)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/docker/engine.ts
var docker_engine = __webpack_require__(6556);
;// CONCATENATED MODULE: ./src/cluster/containers/createContainer.ts


/** Makes a container. @returns its id @throws UserError when its name is taken or the engine refuses it */
async function createContainer(engine, spec) {
    try {
        return await engine.containers.create(spec);
    }
    catch (error) {
        if (!(error instanceof docker_engine/* EngineError */.N))
            throw error;
        if (error.status === 409) {
            throw new errors/* UserError */.yo(`container ${spec.name} exists already: another process is creating this cluster, or it is left from an older one`, { cause: error });
        }
        throw new errors/* UserError */.yo(`container ${spec.name} can't be created on ${engine.endpoint.description}: ${error.message}`, {
            cause: error,
        });
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./src/cluster/containers/hostPorts.ts


/** Finds a free TCP port on an address of this machine and holds it. */
async function reservePort(hostIP) {
    const server = (0,external_node_net_.createServer)();
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
            throw new errors/* UserError */.yo(`port ${port}/${protocol} on ${hostIP} is taken by container ${holder.name}: choose another or remove it`);
        }
        if (protocol === 'tcp' && engine.endpoint.host === undefined && (await isTaken(hostIP, port))) {
            throw new errors/* UserError */.yo(`port ${port}/tcp on ${hostIP} is taken by a process of this machine: choose another or stop it`);
        }
    }
}
const WILDCARDS = ['', '0.0.0.0', '::'];
function overlap(a, b) {
    return a === b || WILDCARDS.includes(a) || WILDCARDS.includes(b);
}
async function isTaken(hostIP, port) {
    const server = (0,external_node_net_.createServer)();
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

// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
// EXTERNAL MODULE: ./src/common/redact.ts
var redact = __webpack_require__(6800);
;// CONCATENATED MODULE: ./src/cluster/containers/lives.ts
/**
 * Tells the ends of containers from those that they had before: the engine says that a container is stopped a moment before
 * it tells of its end, and lists it as running until then (moby: daemon/monitor.go). To inspect it waits for both.
 * @param filter of the containers, of which those that are stopped now have ended before
 */
async function livesOf(engine, filter) {
    const listed = await engine.containers.list(filter);
    const all = await Promise.all(listed.map(({ id }) => engine.containers.inspect(id)));
    const before = new Map(all.flatMap((one) => (one?.state === 'exited' ? [[one.name, one.startedAt]] : [])));
    return {
        started: (name) => void before.delete(name),
        isOver: async (name) => {
            if (!before.has(name))
                return true;
            // Its start may have come before the engine told of anything.
            const now = await engine.containers.inspect(name).catch(() => undefined);
            return now === undefined || (!now.running && now.startedAt !== before.get(name));
        },
    };
}

;// CONCATENATED MODULE: ./src/cluster/containers/nodeFailure.ts





/** Lines of a failed node's log that are shown, and that are searched: a usage error is followed by a long help. */
const SHOWN_LINES = 30;
const SEARCHED_LINES = 500;
/** The engine tells of a container's end a moment before its last lines are in the log, in milliseconds. */
const LOG_LAG_MS = 300;
/**
 * What a node says that ends and comes up when the engine starts it again, as it does with every node:
 * - a server that wanted to join etcd when another one was joining (newer releases of k3s try again by themselves);
 * - a server whose first check of the addresses of services another server of the same database got in the way of
 *   (kubernetes before 1.27: pkg/controlplane/controller.go);
 * - an agent whose first question to the API is cut off, because k3s's own balancer has just learned the server's address
 *   and closes what went by its name (seen with k3s 1.33).
 */
const COMES_AGAIN = /join failed: etcdserver: (unhealthy cluster|too many learner)|initial (IP allocation|service nodePort) check: .*duplicate key|Failed to start networking: .*: ((unexpected )?EOF|connection reset by peer)$/i;
/**
 * What a node says that has been somewhere else before, and was quicker than whoever brings its address up to date
 * (k3s ≥ 1.30: pkg/agent/netpol); when it comes again, that is done.
 */
const MOVED = /failed to find interface with specified node ip$/;
/** A node ended while its cluster was coming up. `log` holds its last lines. */
class NodeFailure extends errors/* LoggedError */.J1 {
    name = 'NodeFailure';
    constructor(message, log) {
        super(message, 'the node', log);
    }
}
/**
 * Watches the nodes of a cluster that is coming up.
 * @param restarted whether they have run before, and may have had other addresses
 * @returns a signal that is aborted, with a `NodeFailure` as reason, as soon as one of them ends
 */
async function failOnNodeExit(engine, filter, until, restarted = false) {
    const failure = new AbortController();
    let subscribed = () => undefined;
    const ready = new Promise((resolve) => {
        subscribed = resolve;
    });
    const starved = new Set();
    const watching = livesOf(engine, filter).then((lives) => {
        const fail = async (name, exitCode) => {
            if (!(await lives.isOver(name)))
                return;
            const reason = await describeExit(engine, name, exitCode, starved.has(name));
            const comesAgain = COMES_AGAIN.test(reason.message) || (restarted && MOVED.test(reason.message));
            if (!comesAgain)
                failure.abort(reason);
        };
        const stream = engine.watch(filter, (event) => {
            if (event.action === 'start')
                lives.started(event.name);
            if (event.action === 'oom')
                starved.add(event.name);
            if (event.action !== 'die' || failure.signal.aborted || until.aborted)
                return;
            void fail(event.name, event.exitCode);
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
        await (0,poll/* sleep */.y)(LOG_LAG_MS);
        log = await read();
    }
    const deleted = await deletionOf(engine, name);
    if (deleted !== undefined)
        return deleted;
    const reason = starved ? await describeHunger(engine, name) : reasonIn(log);
    const shown = log.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
    const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
    return new NodeFailure(`node ${name} ended${code} while the cluster was coming up${reason === undefined ? '' : `: ${reason}`}`, shown);
}
/** How often an engine that refuses to say what has become of a container is asked again, and how long apart, in milliseconds. */
const ASK_TRIES = 5;
const ASK_EVERY_MS = 200;
/**
 * The failure of a node that somebody deletes while it comes up. In the middle of that an engine may answer with an error of
 * its own ("RWLayer of container … is unexpectedly nil", Docker 29).
 * @returns undefined when it is there, or the engine does not say
 */
async function deletionOf(engine, name) {
    for (let tries = ASK_TRIES; tries > 0; tries--) {
        try {
            const state = (await engine.containers.inspect(name))?.state ?? 'removing';
            if (state !== 'removing' && state !== 'dead')
                return undefined;
            const who = 'by somebody else, or by hand';
            return new NodeFailure(`node ${name} was deleted while the cluster was coming up: ${who}`, '');
        }
        catch (error) {
            if (!(error instanceof docker_engine/* EngineError */.N))
                return undefined;
            await (0,poll/* sleep */.y)(ASK_EVERY_MS);
        }
    }
    return undefined;
}
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
    const cause = failedFix(log) ?? knownCause(log);
    if (cause === undefined)
        return said;
    return said === undefined ? cause : `${cause}; k3s says: ${said}`;
}
/** What went wrong before k3s was started: what the entrypoint says of a fix that failed, with the fix's own words. */
function failedFix(log) {
    const [, name, said = ''] = /^k3d: \/bin\/k3d-entrypoint-(\w+)\.sh failed:(.*)$/m.exec(log) ?? [];
    return name === undefined
        ? undefined
        : `the fix "${name}" failed before k3s was started: ${said.trim() || 'it said nothing'}`;
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
/** How much of an error stands in a sentence, in characters. */
const SAID_CHARACTERS = 300;
/** The last error that a node tells of while it runs, without secrets. @returns undefined when there is none */
function lastErrorIn(log) {
    for (const line of log.trimEnd().split('\n').reverse()) {
        const said = /level=(?:error|fatal) msg="((?:[^"\\]|\\.)*)"/.exec(line) ??
            /^[EF]\d{4} [\d:.]+ +\d+ [\w./]+:\d+\] (.*)$/.exec(line.trim());
        if (said !== null)
            return (0,redact/* redact */.E)(said[1].replaceAll('\\"', '"'), []).slice(0, SAID_CHARACTERS);
    }
    return undefined;
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

;// CONCATENATED MODULE: ./src/cluster/containers/startNode.ts


/** Starts a container, or lets a frozen one run on; a container that runs is no error. @throws NodeFailure with the engine's reason */
async function startNode(engine, name) {
    try {
        await engine.containers.start(name);
    }
    catch (error) {
        if (!(error instanceof docker_engine/* EngineError */.N))
            throw error;
        // Frozen by hand, or by a snapshot that was killed.
        if (/paused/i.test(error.message))
            return engine.containers.unpause(name);
        throw new NodeFailure(`node ${name} can't be started: ${error.message}`, '');
    }
}

;// CONCATENATED MODULE: ./src/cluster/containers/index.ts
// Single containers and their host ports: made, started, and why they ended.






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




/** How often somebody who waits is told what for, in milliseconds: by a line of its own, and by one that is replaced. */
const SAY_EVERY_MS = 10_000;
const SHOW_EVERY_MS = 1000;
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
    /** Whether a wait is under way. */
    isWaitingFor(name) {
        return this.#blockers.has(name);
    }
    /** A wait is over. */
    clear(name = '') {
        this.#blockers.delete(name);
    }
    /** Runs `work`, saying every now and then what it waits for. */
    async tell(reporter, work) {
        const say = () => this.#lasting(SAY_EVERY_MS / 2).forEach((line) => reporter.info(line));
        const show = () => reporter.status?.(this.#lasting(SHOW_EVERY_MS).join('; '));
        const timer = reporter.status === undefined ? setInterval(say, SAY_EVERY_MS) : setInterval(show, SHOW_EVERY_MS);
        try {
            return await work();
        }
        finally {
            clearInterval(timer);
            reporter.status?.('');
        }
    }
    /** What has been waited for at least so long, each in a sentence. */
    #lasting(leastMs) {
        return [...this.#blockers.values()]
            .map(({ text, since }) => ({ text, lasting: performance.now() - since }))
            .filter(({ lasting }) => lasting >= leastMs)
            .map(({ text, lasting }) => `Waiting for ${text}, ${(0,duration/* formatDuration */.a)(lasting)} so far`);
    }
    /**
     * Finds out more on the blocker, as long as the cluster is there. Never throws.
     * @param lookAgain says anew what is waited for, within the signal
     */
    async lookCloser(lookAgain) {
        if (this.credentials === undefined)
            return;
        const kube = new client/* KubeClient */.B(this.credentials);
        const signal = AbortSignal.timeout(DETAILS_MS);
        try {
            await lookAgain?.(kube, signal);
            const pods = [...this.#blockers.values()].flatMap((blocker) => blocker.pods);
            this.#details = await (0,blocker/* detailsOf */.cz)(kube, pods, signal);
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
 * @param spentMs what of the limit had passed before, in milliseconds
 * @throws what `work` throws; the reason of the context's signal when that was aborted
 */
async function withDeadline(context, timeoutMs, subject, work, spentMs = 0) {
    const progress = new Progress();
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), Math.max(1, timeoutMs - spentMs));
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

/***/ 1369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xn: () => (/* reexport */ createCluster),
  _Z: () => (/* reexport */ createClusters),
  AT: () => (/* reexport */ resolveImage),
  Ux: () => (/* reexport */ warnOfVolumeSources),
  _h: () => (/* reexport */ withRelease),
  gy: () => (/* reexport */ withUsualImage)
});

// UNUSED EXPORTS: readChannels

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(1553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/config/datastore.ts
var datastore = __webpack_require__(4411);
// EXTERNAL MODULE: ./src/docker/errors.ts
var docker_errors = __webpack_require__(7457);
// EXTERNAL MODULE: ./src/kubernetes/kubeconfig.ts
var kubeconfig = __webpack_require__(9741);
// EXTERNAL MODULE: ./src/plan/publish.ts
var publish = __webpack_require__(5216);
// EXTERNAL MODULE: ./src/plan/registry.ts
var registry = __webpack_require__(1088);
// EXTERNAL MODULE: ./src/cluster/start/index.ts + 23 modules
var start = __webpack_require__(550);
// EXTERNAL MODULE: ./src/cluster/context.ts + 1 modules
var cluster_context = __webpack_require__(296);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/config/proxy.ts
var proxy = __webpack_require__(1574);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
// EXTERNAL MODULE: ./src/plan/cluster.ts + 5 modules
var cluster = __webpack_require__(3819);
// EXTERNAL MODULE: ./src/plan/datastore.ts
var plan_datastore = __webpack_require__(458);
// EXTERNAL MODULE: ./src/plan/hostNetwork.ts
var hostNetwork = __webpack_require__(3579);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: ./src/cluster/containers/index.ts + 5 modules
var containers = __webpack_require__(8091);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 8 modules
var cluster_images = __webpack_require__(5580);
// EXTERNAL MODULE: ./src/cluster/localImages/index.ts + 3 modules
var cluster_localImages = __webpack_require__(8528);
// EXTERNAL MODULE: ./src/docker/engine.ts
var docker_engine = __webpack_require__(6556);
// EXTERNAL MODULE: ./src/plan/ipFamily.ts
var ipFamily = __webpack_require__(8090);
// EXTERNAL MODULE: ./src/contract/labels.ts
var labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/cluster/seed.ts
var seed = __webpack_require__(6497);
;// CONCATENATED MODULE: ./src/cluster/create/network.ts







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
        if ((0,ipFamily/* hasIPv6 */.Cz)(config) && existing.subnetV6 === '')
            throw hasNoIPv6(config, name);
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
const hasNoIPv6 = ({ ipFamily }, network) => new errors/* UserError */.yo(`network ${network} has no IPv6 subnet, which the IP family "${ipFamily}" needs: create it with "docker network create --ipv6", or leave the network to k3d`);

// EXTERNAL MODULE: ./src/cluster/registries/index.ts + 2 modules
var cluster_registries = __webpack_require__(5422);
// EXTERNAL MODULE: ./src/plan/dryPlan.ts
var dryPlan = __webpack_require__(5733);
;// CONCATENATED MODULE: ./src/cluster/create/prepare.ts


















/**
 * Checks all that can be checked beforehand and gets what the cluster is made from. Makes nothing.
 * @throws UserError when the name or a port is taken, the configuration can't be planned or an image is missing
 */
async function prepare(config, ids, context, progress) {
    const { engine, reporter, timeline, signal } = context;
    const password = (0,datastore/* passwordIn */.JZ)(config.datastore);
    if (password !== undefined)
        reporter.secret(password);
    const dry = (0,dryPlan/* dryPlan */.V)(config);
    warnOfVolumeSources(config, engine, reporter);
    await checkNameFree(engine, config.name);
    const onHost = (0,hostNetwork/* isOnHost */.a)(config) ? [{ hostIP: '0.0.0.0', port: names/* API_PORT */.lL, protocol: 'tcp' }] : [];
    await (0,containers/* checkPortsFree */.fG)(engine, [...wantedPorts(dry), ...onHost]);
    const checked = await (0,cluster_registries/* checkRegistries */.Km)(config, engine);
    // It comes up beside what follows.
    const localImages = (0,cluster_localImages/* beginLocalImages */.P0)(config, context);
    const images = [
        ...new Set([
            ...dry.nodes.map(({ container }) => container.image),
            ...checked.specs.map(({ image }) => image),
            ...databaseImages(config),
        ]),
    ];
    progress.set(images.map((name) => `image ${name}`).join(', '));
    await timeline.run('image', () => (0,settleAll/* settleAll */.j)(images.map((name) => (0,cluster_images/* ensureImage */.Yt)(engine, name, reporter, signal))));
    const datastorePassword = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    reporter.secret(datastorePassword);
    const volumes = config.volumes.length > 0 ? await engine.volumes.list([]) : [];
    const apiPort = await apiPortFor(config);
    const registries = await (0,cluster_registries/* reserveRegistries */.iO)(checked, config.name);
    const held = [apiPort, ...registries.created.map(({ port }) => port)];
    return {
        ...ids,
        apiHost: config.apiHost ?? reachableHost(config, engine),
        apiPort,
        registries,
        datastorePassword,
        localImages,
        release: () => (0,settleAll/* settleAll */.j)(held.map((port) => port.release())),
        existingVolumes: new Set(volumes.map((volume) => volume.name)),
    };
}
const databaseImages = ({ datastore }) => datastore !== undefined && 'image' in datastore ? [datastore.image] : [];
/** What nodes keep on a network. Addresses belong to a subnet: in another one they get new ones. */
function formerIn(past, network, external) {
    const { names } = past;
    if (!external && past.subnet === network.subnet)
        return { restored: past.nodes, staleAddresses: [], names };
    const restored = new Map([...past.nodes].map(([name, { nodeName }]) => [name, { nodeName, ip: undefined }]));
    return { restored, staleAddresses: staleAddressesOf(past, network), names };
}
/** In its own subnet, which a network of the user's may be, an address is stale only if somebody has it now. */
function staleAddressesOf({ nodes, subnet }, network) {
    const taken = new Set(network.containers.map(({ ip }) => ip));
    const old = [...nodes.values()].flatMap(({ ip }) => ip ?? []);
    return subnet === network.subnet ? old.filter((ip) => taken.has(ip)) : old;
}
async function apiPortFor(config) {
    const fixed = (0,hostNetwork/* isOnHost */.a)(config) ? names/* API_PORT */.lL : config.apiPort;
    return fixed === undefined ? (0,containers/* reservePort */.as)(config.apiHostIP) : { port: fixed, release: async () => undefined };
}
/** Where ports that the engine publishes on `apiHostIP` are reached from here. */
function reachableHost(config, engine) {
    return engine.endpoint.host ?? config.apiHostIP;
}
/** Docker makes an empty folder for a path that is not there, and a typing error would go unnoticed. */
function warnOfVolumeSources(config, { endpoint }, reporter) {
    // Elsewhere the paths are those of the engine's machine.
    if (endpoint.host !== undefined || endpoint.publishIP !== names/* LOOPBACK */.Ws)
        return;
    for (const { value, where } of config.volumes) {
        const { source, isPath } = (0,volumeSpec/* parseVolumeSpec */.v5)(value, where);
        if (isPath && source !== undefined && !(0,external_node_fs_.existsSync)(source))
            reporter.warn(`${where}: ${source} does not exist: the engine makes an empty folder there`);
    }
}
async function checkNameFree(engine, name) {
    const nodes = await engine.containers.list((0,find/* clusterFilter */.tp)(name));
    if (nodes.length === 0)
        return;
    throw new errors/* UserError */.yo(`cluster "${name}" exists already (${nodes.map((node) => node.name).join(', ')}): delete it or choose another name`);
}
/** The host ports of a plan, the API's among them; 0 and none stand for a port that is chosen later. */
function wantedPorts(plan) {
    const ports = plan.nodes.flatMap((node) => node.container.ports);
    return ports.flatMap(({ hostIP, hostPort, hostPortEnd, protocol }) => hostPort && hostPortEnd === undefined ? [{ hostIP, port: hostPort, protocol }] : []);
}
/** Makes network, volumes and the containers that are started first. */
async function makeObjects(config, prepared, context, seed) {
    const { engine, reporter, timeline, signal } = context;
    const { creation, token, apiHost, existingVolumes } = prepared;
    const apiPort = prepared.apiPort.port;
    const { network, external, fixedAddresses } = await timeline.run('network', () => ensureNetwork(config, creation, engine, seed?.past));
    signal.throwIfAborted();
    const registries = prepared.registries.facts;
    const placement = { cluster: config.name, network: network.name, creation };
    const proxies = (0,proxy/* proxiesIn */.Iz)(config.env.map(({ value }) => value));
    const { id, name, subnet, gateway, subnetV6 } = network;
    const facts = { name, id, subnet, gateway, subnetV6, external, fixedAddresses };
    const localImagesURL = await (0,cluster_localImages/* serveNewCluster */.oT)(await prepared.localImages, config, network, context);
    const plan = (0,cluster/* planCluster */.Ci)(config, {
        localImagesURL,
        ...{ creation, token, apiHost, apiPort, registries, existingVolumes },
        ...(seed?.past && formerIn(seed.past, network, external)),
        datastoreEndpoint: (0,plan_datastore/* endpointOf */.X5)(config, prepared.datastorePassword),
        network: facts,
    });
    const datastore = (0,plan_datastore/* planDatastore */.Lw)(config, { ...placement, password: prepared.datastorePassword });
    const make = async (node) => {
        signal.throwIfAborted();
        await (0,containers/* createContainer */.g$)(engine, node.container);
        if (seed !== undefined && (0,find/* isK3sNode */.S)(node))
            await timeline.run(`fill ${node.name}`, () => seed.fill(node, engine));
        await engine.containers.putFiles(node.name, node.files);
        reporter.debug(`created ${node.name}`);
    };
    const isEarly = ({ role, index }) => role === 'loadbalancer' || (role === 'server' && index === 0);
    await timeline.run('first containers', async () => {
        await (0,settleAll/* settleAll */.j)(plan.volumes.map((volume) => engine.volumes.create(volume)));
        await (0,settleAll/* settleAll */.j)([
            ...(datastore === undefined ? [] : [(0,containers/* createContainer */.g$)(engine, datastore)]),
            (0,cluster_registries/* placeRegistries */.pR)(prepared.registries, { ...placement, proxies, caCertificates: config.caCertificates }, engine, seed),
            ...plan.nodes.filter(isEarly).map(make),
        ]);
    });
    return {
        datastore: datastore?.name,
        localImagesURL,
        plan,
        network,
        accessURL: (0,find/* accessURL */.Cm)({ host: apiHost, hostIP: config.apiHostIP, port: apiPort }, engine),
        makeOthers: () => timeline.run('other containers', () => (0,settleAll/* settleAll */.j)(plan.nodes.filter((node) => !isEarly(node)).map(make))),
    };
}

// EXTERNAL MODULE: ./src/cluster/remove/index.ts + 2 modules
var remove = __webpack_require__(7745);
;// CONCATENATED MODULE: ./src/cluster/create/create.ts
















/** A cluster token: 128 random bits. */
function newToken() {
    return (0,external_node_crypto_.randomBytes)(16).toString('hex');
}
/**
 * Creates a cluster and waits until it can be used.
 * @param config whose image is a reference, as `resolveAndCheck` makes it
 * @param creation from `newCreationId`, kept by the caller so that a later process can clean up too
 * @param seed what its nodes are given before they start
 * @throws UserError naming what is wrong; by then everything that was made is gone, unless `rollback` is off
 */
async function createCluster(config, creation, context, seed) {
    const started = performance.now();
    const here = (0,publish/* publishedOn */.YN)(await atItsName(config), context.engine.endpoint.publishIP);
    return createResolved(here, creation, context, started, seed);
}
/**
 * A name for the API that was given on the command line has to be one of this machine's, and its address is where the
 * API is published (k3d: cmd/util/ports.go).
 * @throws UserError when it is not known
 */
async function atItsName(config) {
    const { apiHost, apiHostWhere, apiHostIP } = config;
    if (apiHost === undefined || apiHostWhere === undefined || (0,external_node_net_.isIP)(apiHost) !== 0 || apiHostIP !== names/* LOOPBACK */.Ws)
        return config;
    try {
        const { address } = await (0,promises_.lookup)(apiHost, { family: 4 });
        return { ...config, apiHostIP: address };
    }
    catch (error) {
        throw new errors/* UserError */.yo(`${apiHostWhere}: this machine does not know the host "${apiHost}"; a name for the kubeconfig alone is set by kubeAPI.host in a config file`, { cause: error });
    }
}
async function createResolved(config, creation, context, started, seed) {
    const subject = `cluster "${config.name}" was`;
    return await (0,cluster_context/* withDeadline */.N)(context, config.timeoutMs, subject, async (inner, progress) => {
        try {
            return await make(config, creation, inner, progress, started, seed);
        }
        catch (error) {
            // What there is to be learnt is learnt while the cluster is still there.
            if (!context.signal.aborted && !(error instanceof docker_errors/* EngineLostError */.LJ)) {
                const late = inner.signal.aborted;
                if (late)
                    await progress.lookCloser();
                await context.autopsy?.(late ? progress.timedOut(subject, config.timeoutMs) : error);
            }
            await rollBack(config, creation, inner, error);
            throw error;
        }
    });
}
async function make(config, creation, context, progress, started, seed) {
    const { reporter } = context;
    const past = seed?.past;
    const token = past?.token ?? config.token ?? newToken();
    reporter.secret(token);
    const prepared = await reporter.stage(`Preparing cluster ${config.name}`, () => prepare(config, { creation, token }, context, progress));
    try {
        const objects = await reporter.stage('Creating containers', () => makeObjects(config, prepared, context, seed));
        context.onPlaced?.();
        // A cluster that goes on has all its nodes at once.
        if (past !== undefined)
            await objects.makeOthers();
        const up = await reporter.stage('Starting nodes and waiting until the cluster is ready', async () => {
            if (objects.datastore !== undefined)
                await (0,start/* startDatastore */.im)(objects.datastore, context);
            await prepared.apiPort.release();
            return (0,start/* bringUp */.qh)(startPlan(config, prepared, objects, context.engine, past), context, progress);
        });
        await (0,remove/* markComplete */.Tu)(context.engine, creation);
        // Nodes that nobody has waited for may not have come to it.
        if (config.wait.size > 0)
            await (0,cluster_localImages/* tellOutcome */.G7)(await prepared.localImages, objects.localImagesURL, config.name, context);
        const server = (0,find/* apiURL */.Sw)(prepared.apiHost, prepared.apiPort.port);
        return {
            name: config.name,
            kubeconfig: (0,kubeconfig/* kubeconfigFor */.jf)(config.name, { ...up.credentials, server }),
            apiURL: server,
            network: objects.network.name,
            subnet: objects.network.subnet,
            registries: prepared.registries.created.map(({ spec, port }) => (0,registry/* registryAddress */.MA)(context.engine.endpoint.host ?? spec.hostIP, port.port)),
            k3sVersion: up.version,
            nodes: objects.plan.nodes.map(({ name, role }) => ({ name, role, ready: config.wait.size > 0 })),
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
        apiURL: objects.accessURL,
        token: prepared.token,
        bringsNetwork: config.bringsNetwork,
        restarted: past !== undefined,
        early: past === undefined && !config.disabledFixes.includes('early'),
        pods: past?.pods ?? [],
        wait: config.wait,
        // Who has the kubeconfig at once means to use the cluster (k3d waits for the server then).
        namesAnyway: config.updateDefaultKubeconfig,
        targets: config.waitFor,
        hostEntries: () => (0,start/* hostEntries */.p4)(engine, config.name),
        sharesDatabase: (0,datastore/* isExternal */.ge)(config.datastore),
        ...(past === undefined ? { meanwhile: objects.makeOthers } : {}),
    };
}
async function rollBack(config, creation, { engine, reporter }, cause) {
    if (!config.rollback) {
        // What is left on purpose is no leftover.
        await (0,remove/* markComplete */.Tu)(engine, creation).catch(() => undefined);
        reporter.warn(`Cluster ${config.name} was not rolled back, since rollback is off`);
        return;
    }
    const removal = await (0,remove/* undoCreation */.yJ)(engine, creation, cause);
    if (removal.containers.length > 0)
        reporter.info(`Removed what had been made of cluster ${config.name}`);
    for (const problem of removal.problems)
        reporter.warn(`Could not remove ${problem}`);
}

// EXTERNAL MODULE: ./src/kubernetes/components.ts
var components = __webpack_require__(4461);
;// CONCATENATED MODULE: ./src/cluster/create/createAll.ts






/**
 * Creates several clusters at once. One that uses a registry or a network which another one brings begins when those are
 * there.
 * If one fails, the others are given up too, and what was made of them is removed unless their rollback is off.
 * @throws the first failure
 */
async function createClusters(creations) {
    const failed = new AbortController();
    const done = [];
    const placed = creations.map(() => Promise.withResolvers());
    for (const [index, { config, creation, context, seed }] of creations.entries()) {
        const before = creations.flatMap((other, at) => at < index && needs(config, other.config) ? [Promise.race([placed[at]?.promise, done[at]])] : []);
        const signal = AbortSignal.any([context.signal, failed.signal]);
        const onPlaced = () => placed[index]?.resolve();
        done.push(Promise.all(before).then(() => createCluster(config, creation, { ...context, signal, onPlaced }, seed)));
    }
    for (const one of done)
        one.catch((error) => failed.abort(error));
    const results = await Promise.allSettled(done);
    const failure = results.find((result) => result.status === 'rejected');
    if (failure === undefined) {
        await Promise.all(sharers(creations).map(nameNewcomers));
        return Promise.all(done);
    }
    // Of several also those that failed and have undone what they could: others were on their network then.
    const made = creations.length === 1 ? [] : creations.filter(({ config }) => config.rollback);
    // Twice: a registry that several of them used is nobody's any more once all are gone.
    for (const { creation, context } of [...made, ...made])
        await (0,remove/* undoCreation */.yJ)(context.engine, creation, failure.reason);
    throw failed.signal.reason;
}
/** How long it may take to tell a cluster's DNS of the others, in milliseconds. */
const NAMES_MS = 15_000;
/** Tells the DNS of a cluster of those that have come onto its network. Never throws: the clusters can be used. */
async function nameNewcomers({ config: { name }, context }) {
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(NAMES_MS)]);
    try {
        await (0,start/* refreshHostEntries */.i3)(name, { ...context, signal });
    }
    catch (error) {
        context.reporter.warn(`The DNS of cluster ${name} does not know the clusters beside it: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** Clusters whose DNS is to know what has come onto their network after them. */
function sharers(creations) {
    return creations.filter(({ config: { network, wait, k3sArgs } }, index) => {
        const args = k3sArgs.map(({ value }) => value);
        const later = creations.slice(index + 1);
        const isShared = network !== undefined && later.some(({ config }) => config.network === network);
        return isShared && wait.has('nodes') && (0,components/* isEnabled */.Ol)('coredns', args);
    });
}
/** Whether a cluster can't be made before another one is there. */
function needs(config, other) {
    if (config.network !== undefined && config.network === other.network)
        return true;
    const brought = other.registriesCreate.map((spec) => (0,registry/* nameOfRegistry */.ol)(spec, other.name));
    return config.registriesUse.some(({ value }) => brought.includes(value.split(':')[0]));
}

// EXTERNAL MODULE: ./src/common/retry.ts
var retry = __webpack_require__(9183);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/config/releases.ts
var releases = __webpack_require__(546);
// EXTERNAL MODULE: ./src/config/scalars.ts
var scalars = __webpack_require__(6167);
;// CONCATENATED MODULE: ./src/cluster/create/k3sChannel.ts





/** Where k3s says which release each of its channels is at. It asks for no token and has no limit of requests. */
const CHANNELS_URL = 'https://update.k3s.io/v1-release/channels';
/**
 * The image of the release that a channel of k3s is at, or the newest one of a range.
 * @param image a reference, which is returned as it is, or `latest`, `stable`, `testing`, `+CHANNEL` or `+RANGE`
 * @param env `K3D_CHANNELS_URL` names another server than k3s's own
 * @param warn told when the server can't be asked, and the table of this program is used instead
 * @throws UserError when there is no such channel, or no release in the range
 */
async function resolveImage(image, env, warn = () => undefined) {
    if (!scalars/* IMAGE_SHORTCUT */.nN.test(image))
        return image;
    return (0,defaults/* k3sImage */.Tt)((0,releases/* releaseFor */.L3)(image.replace(/^\+/, ''), await readChannels(env, warn)));
}
/** The same cluster with the release that its image means. @throws as `resolveImage` */
async function withRelease(config, env, reporter) {
    return { ...config, image: await resolveImage(config.image, env, (message) => reporter.warn(message)) };
}
/** The channels of k3s, from its server, or as this program knows them. */
async function readChannels(env, warn) {
    const url = env.K3D_CHANNELS_URL || CHANNELS_URL;
    try {
        const answer = await (0,retry/* fetchWithRetries */.ph)(url);
        if (!answer.ok)
            throw new Error(`it answered ${answer.status}`);
        const { data } = (await answer.json());
        return new Map(data.map(({ name, latest }) => [name, latest]));
    }
    catch (error) {
        warn(`The channels of k3s can't be read from ${url}: ${(0,errors/* messageOf */.bD)(error)}; the releases of ${releases/* RELEASES_OF */.Tv} are used instead`);
        return releases/* KNOWN_CHANNELS */.r$;
    }
}

// EXTERNAL MODULE: ./src/config/version.ts
var version = __webpack_require__(8794);
;// CONCATENATED MODULE: ./src/cluster/create/usualRelease.ts


/**
 * The same cluster with the release of k3s that suits the engine's machine, unless somebody asked for one: kubelets since
 * 1.35 refuse cgroup v1 (kubernetes: KEP-5573).
 */
async function withUsualImage(config, engine, reporter) {
    if (config.imageChosen || config.image !== defaults/* DEFAULTS */.zY.image)
        return config;
    const image = (0,defaults/* usualImage */.Y8)((await engine.system()).cgroupVersion);
    if (image === config.image)
        return config;
    reporter.info(`This machine has cgroup v1, which later releases refuse: ${config.name} gets k3s v${(0,version/* kubernetesOf */.Az)(image)}`);
    return { ...config, image };
}

;// CONCATENATED MODULE: ./src/cluster/create/index.ts
// Making clusters: what can be checked beforehand, then network, volumes and containers.







/***/ }),

/***/ 245:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RS: () => (/* reexport */ DIND_VARIABLE),
  connectEngine: () => (/* reexport */ connectEngine),
  lp: () => (/* reexport */ removeEmptyDind),
  yL: () => (/* reexport */ startDind)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/docker/connect.ts + 13 modules
var connect = __webpack_require__(6659);
// EXTERNAL MODULE: ./src/plan/dind.ts
var dind = __webpack_require__(3266);
// EXTERNAL MODULE: ./src/contract/labels.ts
var labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/cluster/localImages/index.ts + 3 modules
var localImages = __webpack_require__(8528);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/cluster/dind/images.ts
/**
 * Images of an engine in a container. One that the engine around it has, in another version or alone, is brought over
 * when it is looked for: what a job has built or restored is there for its clusters.
 */
class NestedImages {
    #inner;
    #outer;
    /** What has been brought over, or is on its way, by name and the id that it has outside. */
    #brought = new Map();
    constructor(inner, outer) {
        this.#inner = inner;
        this.#outer = outer;
    }
    async inspect(reference) {
        const [own, around] = await Promise.all([this.#inner.inspect(reference), this.#outer.inspect(reference)]);
        if (around === undefined || around.id === own?.id)
            return own;
        // Engines that keep images in other ways have other ids for the same image: it is brought once all the same.
        const key = `${reference} ${around.id}`;
        const bringing = this.#brought.get(key) ?? this.#bring(reference);
        this.#brought.set(key, bringing);
        await bringing;
        return this.#inner.inspect(reference);
    }
    async #bring(reference) {
        await this.#inner.load(await this.#outer.save([reference]));
    }
    pull(reference, onProgress, signal) {
        return this.#inner.pull(reference, onProgress, signal);
    }
    remoteDigest(reference, signal) {
        return this.#inner.remoteDigest(reference, signal);
    }
    load(archive) {
        return this.#inner.load(archive);
    }
    tag(reference, name) {
        return this.#inner.tag(reference, name);
    }
    save(references) {
        return this.#inner.save(references);
    }
}

;// CONCATENATED MODULE: ./src/cluster/dind/connect.ts









/** Names the container whose engine is meant. */
const DIND_VARIABLE = 'K3D_DIND';
/**
 * Connects to the engine that is meant: the one that the docker CLI would use, or, if `K3D_DIND` names a container of
 * that one, the engine in it.
 * @throws UserError when there is none
 */
async function connectEngine(env = process.env) {
    const outer = await (0,connect/* connectEngine */.xn)(env);
    const name = env[DIND_VARIABLE];
    const engine = name ? await connectInner(outer, name) : outer;
    await (0,localImages/* reviveLocalImages */.TT)(engine).catch(() => undefined);
    return engine;
}
async function connectInner(outer, name) {
    const container = await findDind(outer, name);
    if (container === undefined) {
        throw new errors/* UserError */.yo(`there is no container "${name}" with an engine in it: make it with a cluster, k3d --dind=${name} cluster create`);
    }
    return connectDind(outer, container);
}
/** The containers that hold an engine. */
async function findDind(outer, name) {
    const found = await outer.containers.list([`${labels/* LABEL */.d_.app}=${labels/* APP */.uq}`, `${labels/* LABEL */.d_.role}=${dind/* DIND_ROLE */.Dd}`]);
    return found.find((container) => container.name === name);
}
/**
 * Removes the container whose engine is meant once there is no cluster in it any more.
 * @param inner its engine
 * @returns its name, if it was removed
 */
async function removeEmptyDind(inner, env) {
    const name = env[DIND_VARIABLE];
    if (!name || (await (0,find.listClusters)(inner)).length > 0)
        return undefined;
    const outer = await (0,connect/* connectEngine */.xn)(env);
    const container = await findDind(outer, name);
    if (container !== undefined)
        await outer.containers.remove(container.id);
    return container?.name;
}
/** Connects to the engine in a container. @throws UserError when the container does not run or is not ready yet */
async function connectDind(outer, container) {
    const { id, name, state, ports } = container;
    const port = ports.find(({ containerPort }) => containerPort === dind/* DIND_PORT */.y5);
    if (state !== 'running' || port === undefined)
        throw new errors/* UserError */.yo(`container "${name}" with the engine in it does not run: start it with "docker start ${name}"`);
    const files = await (0,readFiles/* readFiles */.Ul)(outer, id, dind/* CLIENT_CERTIFICATES */.NB);
    const file = (part) => files?.get(part) ?? '';
    const host = outer.endpoint.host ?? port.ip;
    const inner = (0,connect/* tlsEngine */.qy)({ host, port: port.hostPort, ca: file('ca.pem'), cert: file('cert.pem'), key: file('key.pem') }, 
    // Nothing but its ports is reached from outside, and those are those of the container.
    { description: `the container ${name}`, host, publishIP: names/* ANY_ADDRESS */.A4 });
    const images = new NestedImages(inner.images, outer.images);
    return Object.assign(inner, { images, outer: { engine: outer, container: name } });
}

// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
// EXTERNAL MODULE: ./src/config/proxy.ts
var proxy = __webpack_require__(1574);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
// EXTERNAL MODULE: ./src/plan/caCertificates.ts
var caCertificates = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/plan/publish.ts
var publish = __webpack_require__(5216);
// EXTERNAL MODULE: ./src/cluster/containers/index.ts + 5 modules
var containers = __webpack_require__(8091);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 8 modules
var cluster_images = __webpack_require__(5580);
// EXTERNAL MODULE: ./src/cluster/create/index.ts + 6 modules
var create = __webpack_require__(1369);
// EXTERNAL MODULE: ./src/cluster/remove/index.ts + 2 modules
var remove = __webpack_require__(7745);
;// CONCATENATED MODULE: ./src/cluster/dind/start.ts













/** How often it is looked whether the engine is ready, and for how long, in milliseconds. */
const LOOK_EVERY_MS = 100;
const READY_MS = 120_000;
/**
 * Starts a container with an engine of its own, which publishes all that the clusters publish.
 * @throws UserError when it can't be started; by then it is gone
 */
async function startDind(wish, clusters, context) {
    const { engine: outer, reporter, timeline, signal } = context;
    if ((await findDind(outer, wish.name)) !== undefined)
        throw new errors/* UserError */.yo(`container "${wish.name}" with an engine in it exists already: remove it or choose another name`);
    for (const config of clusters)
        (0,create/* warnOfVolumeSources */.Ux)(config, outer, context.reporter);
    const ports = new FreePorts(outer.endpoint.publishIP);
    try {
        await ports.reserve(clusters);
        const reachedAt = outer.endpoint.host ?? outer.endpoint.publishIP;
        const nested = clusters.map((config) => (0,publish/* nestCluster */.FV)(config, outer.endpoint.publishIP, reachedAt, ports.next));
        const published = [...nested.flatMap((one) => one.published), enginePort(outer, ports.next())];
        await (0,containers/* checkPortsFree */.fG)(outer, published
            .filter(({ hostPort }) => !ports.has(hostPort))
            .map((port) => ({ ...port, port: port.hostPort })));
        await timeline.run('dind image', () => (0,cluster_images/* ensureImage */.Yt)(outer, wish.image, reporter, signal));
        const spec = (0,dind/* planDind */.ju)({
            ...wish,
            published,
            names: certificateNames(reachedAt),
            paths: pathsOf(clusters),
            proxies: proxiesOf(clusters),
        });
        await ports.release();
        const files = (0,caCertificates/* caFiles */.e)(certificatesOf(clusters));
        const engine = await timeline.run('dind engine', () => startContainer(spec, files, context));
        return {
            engine,
            configs: nested.map(({ config }) => config),
            finish: () => (0,remove/* markComplete */.Tu)(outer, wish.creation),
            giveUp: async (error) => {
                const left = await (0,find.listClusters)(engine).catch(() => []);
                if (left.length === 0)
                    await (0,remove/* undoCreation */.yJ)(outer, wish.creation, error);
            },
        };
    }
    catch (error) {
        await (0,remove/* undoCreation */.yJ)(outer, wish.creation, error);
        throw error;
    }
    finally {
        await ports.release();
    }
}
const enginePort = (outer, hostPort) => ({
    hostIP: outer.endpoint.publishIP,
    hostPort,
    containerPort: dind/* DIND_PORT */.y5,
    protocol: 'tcp',
});
const certificateNames = (host) => [/^[\d.]+$|:/.test(host) ? `IP:${host}` : `DNS:${host}`];
/** The engine pulls for all of the clusters. */
const proxiesOf = (clusters) => (0,proxy/* proxiesIn */.Iz)(clusters.flatMap(({ env }) => env.map(({ value }) => value)));
const certificatesOf = (clusters) => [...new Set(clusters.flatMap(({ caCertificates }) => caCertificates ?? []))].join('') || undefined;
/** Paths of the host that nodes mount. */
function pathsOf(clusters) {
    const mounts = clusters.flatMap(({ volumes }) => volumes.map(({ value, where }) => (0,volumeSpec/* parseVolumeSpec */.v5)(value, where)));
    return [...new Set(mounts.flatMap(({ source, isPath }) => (isPath && source !== undefined ? [source] : [])))];
}
async function startContainer(spec, files, context) {
    const { engine: outer, signal } = context;
    await (0,containers/* createContainer */.g$)(outer, spec);
    await outer.containers.putFiles(spec.name, files);
    await outer.containers.start(spec.name);
    const patience = AbortSignal.any([signal, AbortSignal.timeout(READY_MS)]);
    try {
        await (0,poll/* poll */.w)(() => isReady(outer, spec.name), LOOK_EVERY_MS, patience);
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors/* UserError */.yo)
            throw error;
        throw new errors/* UserError */.yo(`the engine in container ${spec.name} is not ready after ${READY_MS / 1000} s: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    const container = await findDind(outer, spec.name);
    if (container === undefined)
        throw new errors/* UserError */.yo(`container ${spec.name} is gone: somebody has removed it`);
    return connectDind(outer, container);
}
/** @throws UserError when it never will be */
async function isReady(outer, name) {
    const state = await outer.containers.exec(name, ['cat', dind/* DIND_STATE */.KF]).catch(() => undefined);
    if (state?.stdout.startsWith('ready\n'))
        return true;
    if (state?.exitCode === 0 && !state.stdout.startsWith('failed\n'))
        return undefined;
    const container = await outer.containers.inspect(name);
    if (container?.running && !state?.stdout.startsWith('failed\n'))
        return undefined;
    const lines = (await outer.containers.logs(name, 50)).trim().split('\n');
    const why = lines.findLast((line) => line.startsWith('Error: '))?.slice('Error: '.length) ?? lines.at(-1);
    throw new errors/* UserError */.yo(`the engine in container ${name} did not start: ${why || 'it said nothing'}`);
}
/** Free ports of the engine's machine that are held until the container takes them. */
class FreePorts {
    #hostIP;
    #held = [];
    #given = 0;
    constructor(hostIP) {
        this.#hostIP = hostIP;
    }
    /** As many as the clusters could want, and one for the engine. */
    async reserve(clusters) {
        const count = clusters.reduce((sum, { ports, registriesCreate }) => sum + ports.length + registriesCreate.length + 1, 1);
        this.#held = await Promise.all(Array.from({ length: count }, () => (0,containers/* reservePort */.as)(this.#hostIP)));
    }
    next = () => {
        const found = this.#held[this.#given];
        if (found === undefined)
            throw new errors/* UserError */.yo('ranges of ports need host ports of their own in a dind container');
        this.#given += 1;
        return found.port;
    };
    has(port) {
        return this.#held.some((one) => one.port === port);
    }
    async release() {
        await Promise.all(this.#held.map((one) => one.release()));
    }
}

;// CONCATENATED MODULE: ./src/cluster/dind/index.ts
// Engines in containers: starting, connecting, removing.




/***/ }),

/***/ 5580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yt: () => (/* reexport */ ensureImage),
  iz: () => (/* reexport */ imagesOfNode),
  Wd: () => (/* reexport */ importImages),
  fM: () => (/* reexport */ lastLine)
});

// UNUSED EXPORTS: checkImages

// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/size.ts
var size = __webpack_require__(6364);
// EXTERNAL MODULE: ./src/contract/imageName.ts
var imageName = __webpack_require__(6480);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
// EXTERNAL MODULE: ./src/docker/engine.ts
var docker_engine = __webpack_require__(6556);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/cluster/images/openArchive.ts




/** How compressed files begin (RFC 1952, RFC 8878). */
const KINDS = [
    { magic: Buffer.from([0x1f, 0x8b]), decompress: external_node_zlib_.createGunzip },
    { magic: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), decompress: external_node_zlib_.createZstdDecompress },
];
/**
 * A file, uncompressed if its first bytes say that it is compressed, whatever its name is.
 * @throws the system's error when it can't be opened
 */
async function openArchive(path) {
    const magic = await firstBytes(path, 4);
    const source = (0,external_node_fs_.createReadStream)(path);
    const kind = KINDS.find((one) => magic.subarray(0, one.magic.length).equals(one.magic));
    // What fails comes out at the end that is read.
    return kind === undefined ? source : (0,external_node_stream_.pipeline)(source, kind.decompress(), () => undefined);
}
async function firstBytes(path, count) {
    const file = await (0,external_node_fs_promises_.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./src/cluster/images/imageArchive.ts







/** Key under which an OCI index names its images (containerd and Docker write it). */
const NAME_ANNOTATION = 'io.containerd.image.name';
const REF_ANNOTATION = 'org.opencontainers.image.ref.name';
/**
 * The names of the images in an archive, as `docker save` or an OCI tool wrote it, compressed or not. All of it is read: one
 * that was cut is found before anybody gets a part of it.
 * @throws UserError when the file can't be read or is no such archive
 */
async function imagesInArchive(path) {
    let source;
    try {
        source = await openArchive(path);
        let manifest;
        let index;
        const unpacked = (0,tar_stream.extract)();
        (0,promises_.pipeline)(source, unpacked).catch((error) => unpacked.destroy(error));
        for await (const entry of unpacked) {
            const name = entry.header.name.replace(/^\.\//, '');
            if (name === 'manifest.json')
                manifest = (await (0,docker_engine/* readAll */.y)(external_node_stream_.Readable.from(entry))).toString('utf8');
            else if (name === 'index.json')
                index = (await (0,docker_engine/* readAll */.y)(external_node_stream_.Readable.from(entry))).toString('utf8');
            else
                entry.resume();
        }
        if (manifest === undefined && index === undefined) {
            throw new errors/* UserError */.yo(`${path} is no image archive: it has neither manifest.json nor index.json`);
        }
        return [...new Set([...namesInManifest(manifest), ...namesInIndex(index)].map(imageName/* fullImageName */.ou))];
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            throw error;
        throw new errors/* UserError */.yo(`${path} can't be read as an image archive: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    finally {
        source?.destroy();
    }
}
/** Names in the `manifest.json` of `docker save`. */
function namesInManifest(text) {
    if (text === undefined)
        return [];
    const entries = JSON.parse(text);
    return entries.flatMap((entry) => entry.RepoTags ?? []);
}
/** Names in the `index.json` of an OCI layout. A bare tag is no name: nobody could ask for it. */
function namesInIndex(text) {
    if (text === undefined)
        return [];
    const { manifests = [] } = JSON.parse(text);
    return manifests.flatMap(({ annotations = {} }) => {
        const name = annotations[NAME_ANNOTATION] ?? annotations[REF_ANNOTATION];
        return name !== undefined && /[/:]/.test(name) ? [name] : [];
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/plan/mounts.ts
var mounts = __webpack_require__(5201);
;// CONCATENATED MODULE: ./src/cluster/images/sendArchive.ts






const IMPORT = ['ctr', '--namespace', 'k8s.io', 'images', 'import'];
/**
 * Brings an archive into containerd of all nodes: one stream, read once, written at the pace of the slowest.
 * A node that fails no longer holds the others up.
 * @throws UserError naming the nodes where it failed, and why; the signal's reason once it is aborted
 */
async function sendArchive(engine, archive, nodes, signal) {
    if (signal !== undefined)
        (0,external_node_stream_.addAbortSignal)(signal, archive);
    const groups = groupNodes(nodes);
    const failures = [];
    const attempt = async (node, command, until, input) => {
        try {
            const { exitCode, stderr, stdout } = await engine.containers.exec(node.id, command, input, until);
            if (exitCode !== 0)
                failures.push(`${node.name}: ${lastLine(stderr || stdout)}`);
            return exitCode === 0;
        }
        catch (error) {
            failures.push(`${node.name}: ${(0,errors/* messageOf */.bD)(error)}`);
            return false;
        }
    };
    const receivers = groups.map((group) => {
        const [first] = group.nodes;
        const input = new external_node_stream_.PassThrough();
        const command = group.path === undefined ? [...IMPORT, '-'] : ['sh', '-c', 'cat >"$0"', group.path];
        const done = attempt(first, command, signal, input).finally(() => input.destroy());
        return { group, input, done, gone: (0,promises_.finished)(input).catch(() => undefined) };
    });
    const broken = await pump(archive, receivers).then(() => undefined, (error) => ({ error }));
    await Promise.all(receivers.map(async ({ group: { path, nodes: members }, done }) => {
        const isThere = await done;
        if (path === undefined)
            return;
        if (isThere && broken === undefined)
            await Promise.all(members.map((node) => attempt(node, [...IMPORT, path], signal)));
        // Also when the import is interrupted.
        await attempt(members[0], ['rm', '-f', path], undefined);
    }));
    signal?.throwIfAborted();
    if (broken !== undefined)
        throw broken.error;
    if (failures.length > 0)
        throw new errors/* UserError */.yo(`the import failed on ${failures.join('; ')}`);
}
function groupNodes(nodes) {
    const name = `${mounts/* IMAGE_VOLUME_PATH */.R}/k3d-${(0,external_node_crypto_.randomUUID)()}.tar`;
    const byVolume = Map.groupBy(nodes, ({ labels }) => labels[contract_labels/* LABEL */.d_.imageVolume] ?? '');
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

;// CONCATENATED MODULE: ./src/cluster/images/nodeImages.ts


/**
 * The label of images that the kubelet is not to delete when no pod uses them at the moment: nobody could pull them again.
 * Since 1.29 it passes over those that containerd calls pinned (containerd: pkg/cri/labels); for older ones it says nothing.
 */
const PINNED = 'io.cri-containerd.pinned=pinned';
/** The images in a node's containerd. @throws UserError when it can't be asked */
async function imagesOfNode(engine, node) {
    const { exitCode, stdout, stderr } = await engine.containers.exec(node.id, ['crictl', 'images', '-o', 'json']);
    if (exitCode !== 0)
        throw new errors/* UserError */.yo(`node ${node.name} can't list its images: ${lastLine(stderr)}`);
    const { images = [] } = JSON.parse(stdout);
    return images.map(({ id, repoTags = [], repoDigests = [] }) => ({ id, repoTags, repoDigests }));
}
/** What each name of an image stands for in a node: the digests of its config and of its manifest or index. */
async function digestsOfNode(engine, node) {
    const [images, targets] = await Promise.all([
        imagesOfNode(engine, node),
        engine.containers.exec(node.id, ['ctr', '--namespace', 'k8s.io', 'images', 'list']),
    ]);
    const targetOf = new Map(readTargets(targets.stdout));
    return new Map(images.flatMap(({ id, repoTags }) => repoTags.map((name) => [name, [id, targetOf.get(name)].filter((one) => one !== undefined)])));
}
/** Names and targets of containerd's own list: REF, TYPE, DIGEST and more. crictl knows nothing of them. */
function readTargets(list) {
    return list.split('\n').flatMap((line) => {
        const [name, , digest] = line.split(/\s+/);
        return name !== undefined && digest?.startsWith('sha256:') ? [[name, digest]] : [];
    });
}

// EXTERNAL MODULE: ./src/localImages/place.ts
var localImages_place = __webpack_require__(6434);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/localImages/images.ts + 1 modules
var localImages_images = __webpack_require__(5026);
// EXTERNAL MODULE: ./src/localImages/listening.ts
var listening = __webpack_require__(5596);
// EXTERNAL MODULE: ./src/localImages/registry.ts + 1 modules
var registry = __webpack_require__(5790);
// EXTERNAL MODULE: ./src/localImages/spool.ts + 1 modules
var localImages_spool = __webpack_require__(1353);
;// CONCATENATED MODULE: ./src/localImages/temporary.ts








/**
 * Runs `use` with a registry of all of an engine's images.
 * @param addresses to listen at, the first that is this machine's
 * @param prefix what the registry's path begins with: who does not know it finds nothing
 * @returns undefined when none of the addresses is this machine's
 */
async function whileServing(engine, { addresses, prefix, log }, use) {
    const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'k3d-images-'));
    const served = (0,registry/* newServed */.I)();
    // One image at a time.
    const spool = new localImages_spool/* Spool */.Q(folder, 0);
    const images = new localImages_images/* EngineImages */.R(engine, spool);
    const server = (0,external_node_http_.createServer)((0,registry/* registryListener */.S)({ prefix, which: 'all', images, spool, served, log }));
    try {
        const place = await listenAtFirst(server, addresses);
        if (place === undefined)
            return undefined;
        const take = async (name) => {
            if ((await images.find(name, 'all')) === undefined)
                throw new Error(`${name} is not in the engine any more`);
        };
        return await use({ url: `http://${place}${prefix}`, served, take });
    }
    finally {
        (0,listening/* close */.V)(server);
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** @returns address and port; undefined: none of the addresses is this machine's */
async function listenAtFirst(server, addresses) {
    for (const host of addresses) {
        const port = await (0,listening/* listen */.K)(server, { host, port: 0 }).catch(() => undefined);
        if (port !== undefined)
            return `${host.includes(':') ? `[${host}]` : host}:${port}`;
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/plan/localImages.ts
var localImages = __webpack_require__(254);
// EXTERNAL MODULE: ./src/cluster/localImages/index.ts + 3 modules
var cluster_localImages = __webpack_require__(8528);
;// CONCATENATED MODULE: ./src/cluster/images/pullFromEngine.ts







/**
 * Run in a node, with containerd's settings of a registry on standard input and images as arguments; without images it
 * only tells whether the registry is reached. Settings are found by the name of the registry that an image is of
 * (containerd: core/remotes/docker/config/hosts.go).
 */
const SCRIPT = `set -eu
export https_proxy=http://127.0.0.1:9 HTTPS_PROXY=http://127.0.0.1:9 # nobody else may be asked
settings=$(cat)
url=$(printf %s "$settings" | sed -n 's/^server = "\\(.*\\)"$/\\1/p')
${localImages/* REGISTRY_REACHED */.N7}
registry_reached "$url/"
hosts=$(mktemp -d)
trap 'rm -rf "$hosts"' EXIT
for image; do
  host=\${image%%/*}
  case $host in *:*) host=\${host%:*}_\${host##*:}_ ;; esac
  mkdir -p "$hosts/$host"
  printf %s "$settings" >"$hosts/$host/hosts.toml"
  ctr --namespace k8s.io images pull --hosts-dir "$hosts" --label ${PINNED} "$image" >/dev/null
done
`;
const NOTHING = { nodes: [], bytes: 0 };
/**
 * Has nodes pull images of the engine from a registry that this process is for that time: each gets only what it lacks.
 * Nodes that can't reach this process, or fail, are left out: an archive can be sent into any.
 * @param names full names with tags
 * @throws the signal's reason once it is aborted
 */
async function pullFromEngine(engine, names, nodes, reporter, signal) {
    const [first] = nodes;
    // An engine that is elsewhere, or in a container, has other gateways than this machine. A digest is no name in a node.
    if (first === undefined || engine.outer !== undefined || engine.endpoint.host !== undefined)
        return NOTHING;
    if (names.some((name) => name.includes('@')))
        return NOTHING;
    const log = (line) => reporter.debug(line);
    try {
        const place = {
            addresses: await (0,localImages_place/* addressesForContainer */.r)(engine, first.name),
            prefix: (0,cluster_localImages/* newPrefix */.l2)(reporter),
            log,
        };
        const use = (registry) => pullAll(engine, registry, names, nodes, log, signal);
        return (await whileServing(engine, place, use)) ?? NOTHING;
    }
    catch (error) {
        signal?.throwIfAborted();
        log(`nodes can't pull: ${(0,errors/* messageOf */.bD)(error)}`);
        return NOTHING;
    }
}
async function pullAll(engine, registry, names, nodes, log, signal) {
    const settings = settingsOf(`${registry.url}/v2`);
    const run = async (node, images) => {
        try {
            const command = ['sh', '-c', SCRIPT, 'sh', ...images];
            const { exitCode, stdout, stderr } = await engine.containers.exec(node.id, command, settings, signal);
            if (exitCode === 0)
                return [node];
            log(`${node.name} can't pull: ${lastLine(stderr || stdout) || 'it does not reach this process'}`);
        }
        catch (error) {
            signal?.throwIfAborted();
            log(`${node.name} can't pull: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        return [];
    };
    const inEach = async (among, ...images) => (await Promise.all(among.map((node) => run(node, images)))).flat();
    let able = nodes;
    for (const [index, name] of names.entries()) {
        if (able.length === 0)
            break;
        // Nodes are asked whether they reach it while the first is on its way out of the engine.
        const [reaching] = await Promise.all([index === 0 ? inEach(able) : able, registry.take(name)]);
        able = await inEach(reaching, name);
        // Whatever a node has then is from elsewhere.
        if (!registry.served.images.has(name))
            able = [];
    }
    return { nodes: able, bytes: registry.served.bytes };
}
/**
 * containerd's settings of a registry that is asked instead of another (containerd: docs/hosts.md). Old ones want a host
 * beside the server, and would go to the real registry without.
 */
const settingsOf = (url) => `server = "${url}"\n[host."${url}"]\n  capabilities = ["pull", "resolve"]\n  override_path = true\n`;

;// CONCATENATED MODULE: ./src/cluster/images/importImages.ts









/**
 * Brings images into containerd of all nodes at once.
 * Images that a node has already, in the same version, are not sent again. Where nodes reach this process they pull what
 * they lack of the others; elsewhere, and from a file, they get an archive, and are asked afterwards whether they have
 * them all.
 * @throws UserError naming the images that the engine lacks, or the nodes where it failed and why; the signal's reason once
 *   it is aborted
 */
async function importImages(engine, source, nodes, reporter, signal) {
    const began = performance.now();
    const wanted = await wantedOf(engine, source);
    const names = [...wanted.keys()];
    // What an archive holds under a name is not looked at before it is there.
    const before = source.kind === 'archive' ? new Map() : await presentIn(engine, nodes);
    const targets = nodes.filter((node) => [...wanted].some(([name, id]) => !isThere(before.get(node), name, id)));
    for (const node of nodes)
        if (!targets.includes(node))
            reporter.debug(`${node.name} has them already`);
    const pulled = source.kind === 'images' ? await pullFromEngine(engine, names, targets, reporter, signal) : undefined;
    // What was pulled has come by its digest; of an archive containerd takes what it can use.
    const left = targets.filter((node) => !pulled?.nodes.includes(node));
    if (left.length > 0) {
        const archive = source.kind === 'archive' ? await openArchive(source.path) : await engine.images.save(source.names);
        await sendArchive(engine, archive, left, signal);
        await verify(engine, wanted, before, left);
        await Promise.all(left.map((node) => pin(engine, names, node)));
    }
    const sent = pulled !== undefined && left.length === 0 && targets.length > 0 ? `, ${(0,size/* sizeText */.l)(pulled.bytes)} sent` : '';
    const others = targets.length < nodes.length ? ', already present on the others' : '';
    const took = targets.length > 0 ? ` in ${(0,duration/* formatDuration */.a)(performance.now() - began)}` : '';
    reporter.info(`${names.join(', ')}: imported into ${targets.length} of ${nodes.length} nodes${took}${sent}${others}`);
}
/** Full name → id of images in the engine. @throws UserError naming the first that is not there */
async function checkImages(engine, names) {
    const ids = new Map();
    for (const name of names) {
        const image = await engine.images.inspect(name);
        if (image === undefined)
            throw new errors/* UserError */.yo(`image ${name} is not in the engine: pull or build it first`);
        if (isIdOf(name, image.id))
            throw new errors/* UserError */.yo(`${name} is the id of an image, and nodes know images by their names: give it one with "docker tag ${name} NAME:TAG", and import that`);
        ids.set((0,imageName/* fullImageName */.ou)(name), image.id);
    }
    return ids;
}
const isIdOf = (text, id) => /^(sha256:)?[0-9a-f]{4,64}$/.test(text) && id.replace('sha256:', '').startsWith(text.replace('sha256:', ''));
/** Full names of what is wanted, and the engine's ids; undefined: any image of that name. */
async function wantedOf(engine, source) {
    if (source.kind === 'images')
        return checkImages(engine, source.names);
    return new Map((await imagesInArchive(source.path)).map((name) => [name, undefined]));
}
/**
 * Whether a node has an image. The engine's id is the digest of a config or of a manifest, as its store has it: a node that
 * has the same image knows one of both.
 */
const isThere = (present, name, id) => id !== undefined && (present?.get(name)?.includes(id) ?? false);
async function presentIn(engine, nodes) {
    return new Map(await Promise.all(nodes.map(async (node) => [node, await digestsOfNode(engine, node)])));
}
/** Keeps the kubelet from deleting images. */
async function pin(engine, names, { id }) {
    const label = ['ctr', '--namespace', 'k8s.io', 'images', 'label'];
    for (const name of names)
        await engine.containers.exec(id, [...label, name, PINNED]);
}
/** An image that is still what it was before has not arrived, whatever containerd said of the import. */
async function verify(engine, wanted, before, nodes) {
    const problems = [];
    for (const [node, present] of await presentIn(engine, nodes)) {
        const missing = [...wanted].flatMap(([name, id]) => {
            const [now, then] = [present.get(name), before.get(node)?.get(name)];
            const isStale = id !== undefined && then !== undefined && !isThere(present, name, id) && then.join() === now?.join();
            return now === undefined || isStale ? [name] : [];
        });
        if (missing.length > 0)
            problems.push(`${node.name} lacks ${missing.join(', ')}`);
    }
    if (problems.length > 0)
        throw new errors/* UserError */.yo(`after the import ${problems.join('; ')}`);
}

// EXTERNAL MODULE: ./src/common/retry.ts
var retry = __webpack_require__(9183);
// EXTERNAL MODULE: ./src/docker/auth.ts
var auth = __webpack_require__(7372);
;// CONCATENATED MODULE: ./src/cluster/images/pull.ts




/** Pause between two words on a pull's progress, in milliseconds. */
const PROGRESS_EVERY_MS = 5000;
/** How often a pull is tried, and the pause before the second try in milliseconds; later ones are longer. */
const PULL_TRIES = 4;
/** How often each place is tried where there are several. */
const PULL_TRIES_EACH = 2;
const PULL_PAUSE_MS = 2000;
/**
 * What an engine says when a registry, or the way to it, is not well. Docker Hub's limit is among it: it often is one of
 * many limits, and a moment later there is room again.
 */
const TRANSIENT = /toomanyrequests|too many requests|429|\b50[0234]\b|bad gateway|service unavailable|gateway time-?out|internal server error|connection (reset|refused)|EOF|TLS handshake timeout|i\/o timeout|net\/http|request canceled|context deadline exceeded|temporary failure|server misbehaving/i;
/** Refusals that stay refusals, whatever else is said with them. */
const FINAL = /denied|unauthorized|not found|manifest unknown|no basic auth|invalid reference/i;
/** Whether a pull may go well when it is tried again. */
function isTransientPull(error) {
    if (!(error instanceof docker_engine/* EngineError */.N))
        return error instanceof Error && 'code' in error;
    return !FINAL.test(error.message) && TRANSIENT.test(error.message);
}
/**
 * Sees to it that the engine has an image, pulling it if need be: from its registry, again if that is busy, then from
 * the mirrors that `K3D_IMAGE_MIRRORS` names (hosts with commas between; for images of Docker Hub).
 * @param pauseMs before the second try
 * @returns whether it was pulled
 * @throws UserError when it does not exist or can't be pulled
 */
async function ensureImage(engine, reference, reporter, signal, { env = process.env, pauseMs = PULL_PAUSE_MS } = {}) {
    if ((await engine.images.inspect(reference)) !== undefined) {
        reporter.debug(`image ${reference} is there already`);
        return false;
    }
    const mirrors = mirrorsOf(reference, env);
    const failures = [];
    for (const source of [reference, ...mirrors]) {
        try {
            await pull(engine, source, reporter, signal, {
                pauseMs,
                tries: mirrors.length > 0 ? PULL_TRIES_EACH : PULL_TRIES,
            });
            if (source !== reference)
                await engine.images.tag(source, reference);
            return true;
        }
        catch (error) {
            signal.throwIfAborted();
            if (mirrors.length === 0 || !(error instanceof docker_engine/* EngineError */.N))
                throw explainPullFailure(reference, error);
            failures.push(`${source}: ${error.message}`);
            reporter.warn(`Image ${source} can't be pulled: ${error.message}`);
        }
    }
    throw new errors/* UserError */.yo(`image ${reference} can't be pulled from its registry or a mirror: ${failures.join('; ')}`);
}
/** Where an image of Docker Hub is to be had besides. */
function mirrorsOf(reference, env) {
    if ((0,auth/* registryOf */.F)(reference) !== 'docker.io')
        return [];
    const hosts = (env.K3D_IMAGE_MIRRORS ?? '').split(/[\s,]+/).filter((host) => host !== '');
    const path = reference.replace(/^docker\.io\//, '');
    return hosts.map((host) => `${host.replace(/\/+$/, '')}/${path.includes('/') ? path : `library/${path}`}`);
}
async function pull(engine, reference, reporter, signal, often) {
    reporter.info(`Pulling image ${reference}`);
    let last = performance.now();
    const onRetry = (message) => reporter.warn(message);
    const retries = { ...often, isTransient: isTransientPull, signal, onRetry };
    await (0,retry/* retry */.L5)(`Pulling image ${reference}`, retries, () => engine.images.pull(reference, ({ current, total }) => {
        if (performance.now() - last < PROGRESS_EVERY_MS)
            return;
        last = performance.now();
        reporter.info(`Pulling image ${reference}: ${megabytes(current)} of ${megabytes(total)} MB`);
    }, signal));
}
const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
function explainPullFailure(reference, error) {
    if (!(error instanceof docker_engine/* EngineError */.N))
        return error;
    const missing = error.status === 404 && !/denied|unauthorized/i.test(error.message);
    const what = missing ? `image ${reference} does not exist` : `image ${reference} can't be pulled`;
    const times = isTransientPull(error) ? `, tried ${PULL_TRIES} times` : '';
    return new errors/* UserError */.yo(`${what}${times}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
}

;// CONCATENATED MODULE: ./src/cluster/images/index.ts
// Images: pulling them, and bringing them into nodes.






/***/ }),

/***/ 5422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Km: () => (/* reexport */ checkRegistries),
  xS: () => (/* reexport */ factsOf),
  J4: () => (/* reexport */ findRegistry),
  Io: () => (/* reexport */ listRegistries),
  SQ: () => (/* reexport */ makeRegistry),
  e1: () => (/* reexport */ needRegistry),
  pR: () => (/* reexport */ placeRegistries),
  QB: () => (/* reexport */ placeable),
  dD: () => (/* reexport */ prepareRegistry),
  ah: () => (/* reexport */ registrySpecs),
  iO: () => (/* reexport */ reserveRegistries)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/plan/caCertificates.ts
var caCertificates = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/contract/labels.ts
var labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/plan/registry.ts
var registry = __webpack_require__(1088);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
;// CONCATENATED MODULE: ./src/cluster/registries/answers.ts



/** How often a registry is asked, how long one answer may take, and all of it, in milliseconds. */
const ASK_EVERY_MS = 50;
const ANSWER_MS = 1000;
const WITHIN_MS = 5000;
/**
 * Waits until a registry that was just started answers, so that what is pushed next arrives: Docker takes connections to a
 * published port before anybody listens behind it, and ends them. Never throws: whoever can't reach the port from here
 * learns nothing.
 * @param hostIP address on which its port is published
 */
async function untilItAnswers(engine, hostIP, port) {
    if (engine.endpoint.host !== undefined)
        return;
    const host = (0,names/* reachableAddress */.SE)(hostIP);
    const probe = async () => ((await isCutOff(host, port)) ? undefined : true);
    await (0,poll/* poll */.w)(probe, ASK_EVERY_MS, AbortSignal.timeout(WITHIN_MS)).catch(() => undefined);
}
/** Whether a connection is taken and ended without an answer. One that is refused is nobody's who will answer soon. */
function isCutOff(host, port) {
    return new Promise((resolve) => {
        const request = (0,external_node_http_.get)({ host, port, path: '/v2/', timeout: ANSWER_MS, agent: false }, (response) => {
            response.resume();
            resolve(false);
        });
        request.on('timeout', () => request.destroy(new Error('no answer')));
        request.on('error', (error) => resolve(error.code !== 'ECONNREFUSED'));
    });
}

// EXTERNAL MODULE: ./src/cluster/containers/index.ts + 5 modules
var containers = __webpack_require__(8091);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 8 modules
var cluster_images = __webpack_require__(5580);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
;// CONCATENATED MODULE: ./src/cluster/registries/registries.ts










/** All registries on the engine. */
async function listRegistries(engine) {
    return (await (0,find.listNodes)(engine)).filter(({ role }) => role === 'registry');
}
/**
 * Checks the registries of a config and finds those that exist. Makes nothing.
 * @throws UserError when a name or port is taken, or a registry that is to be used is not there
 */
async function checkRegistries(config, engine) {
    const used = new Set(config.registriesUse.map(({ value }) => value.split(':')[0]));
    const there = new Set((await listRegistries(engine)).map(({ name }) => name));
    // One that is to be used, and is there, needs not be made.
    const specs = registrySpecs(config).filter((spec) => {
        const name = (0,registry/* nameOfRegistry */.ol)(spec, config.name);
        return !(used.has(name) && there.has(name));
    });
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
    const names = specs.map((spec) => (0,registry/* nameOfRegistry */.ol)(spec, config.name));
    const twice = specs.find((_, index) => names.indexOf(names[index]) !== index);
    if (twice !== undefined) {
        const name = (0,registry/* nameOfRegistry */.ol)(twice, config.name);
        throw new errors/* UserError */.yo(`${twice.where}: two registries would be called ${name}: give each a name`);
    }
    return specs;
}
async function checkRegistry(spec, cluster, engine) {
    const name = (0,registry/* nameOfRegistry */.ol)(spec, cluster);
    if ((await engine.containers.inspect(name)) !== undefined) {
        throw new errors/* UserError */.yo(`${spec.where}: container ${name} exists already: choose another name, or use it if it is a registry`);
    }
    const { hostIP, hostPort } = spec;
    if (hostPort !== undefined)
        await (0,containers/* checkPortsFree */.fG)(engine, [{ hostIP, port: hostPort, protocol: 'tcp' }]);
}
/** Holds the ports of checked registries. Makes nothing. */
async function reserveRegistries({ specs, found }, cluster) {
    const created = await Promise.all(specs.map(async (spec) => ({ spec, port: await portFor(spec) })));
    return {
        created,
        used: found.map(({ name }) => name),
        // Those that are there first: tools are told of one, and it is known already.
        facts: [...found, ...created.map(({ spec, port }) => (0,registry/* registryFacts */.jP)(spec, cluster, port.port))],
    };
}
function portFor({ hostIP, hostPort }) {
    return hostPort === undefined ? (0,containers/* reservePort */.as)(hostIP) : { port: hostPort, release: async () => undefined };
}
/**
 * Checks and gets what one registry needs. Makes nothing.
 * @param cluster empty: a registry of its own
 */
async function prepareRegistry(spec, cluster, { engine, reporter, signal }) {
    await checkRegistry(spec, cluster, engine);
    await (0,cluster_images/* ensureImage */.Yt)(engine, spec.image, reporter, signal);
    return { spec, port: await portFor(spec) };
}
/** Checks one registry and chooses its port, which is not held: it may be made much later, or never. */
async function placeable(spec, cluster, engine) {
    await checkRegistry(spec, cluster, engine);
    const port = await portFor(spec);
    await port.release();
    return { ...spec, hostPort: port.port };
}
/** Makes and starts a registry, and waits until it answers. @returns its container's name */
async function makeRegistry(registry, placement, engine) {
    const name = await startRegistry(registry, placement, engine);
    await untilItAnswers(engine, registry.spec.hostIP, registry.port.port);
    return name;
}
/** Makes and starts a registry. @param fill called before it starts @returns its container's name */
async function startRegistry({ spec, port }, placement, engine, fill) {
    const container = (0,registry/* planRegistry */.RO)(spec, { ...placement, hostPort: port.port });
    await (0,containers/* createContainer */.g$)(engine, container);
    await engine.containers.putFiles(container.name, (0,caCertificates/* caFiles */.e)(placement.caCertificates));
    await fill?.(container.name);
    await port.release();
    await (0,containers/* startNode */.LK)(engine, container.name);
    return container.name;
}
/** Makes the registries of a cluster and brings those that exist onto its network. */
async function placeRegistries({ created, used }, placement, engine, seed) {
    await (0,settleAll/* settleAll */.j)([
        ...created.map(async (registry, index) => {
            const fill = async (name) => seed?.fill({ name, role: 'registry', index }, engine);
            // It answers long before its cluster does.
            await startRegistry(registry, placement, engine, fill);
        }),
        ...used.map((name) => engine.networks.connect(placement.network, name)),
    ]);
}
/** Finds a registry by its name, with or without k3d's prefix. @throws UserError when there is none */
async function needRegistry(engine, name, where) {
    const all = await listRegistries(engine);
    const found = all.find((node) => node.name === name) ?? all.find((node) => node.name === (0,names/* registryName */.jT)(name));
    if (found !== undefined)
        return found;
    const known = all.length === 0 ? 'there are none' : `there are ${all.map((node) => node.name).join(', ')}`;
    throw new errors/* UserError */.yo(`${where}: registry "${name}" does not exist; ${known}`);
}
/** The registry that a config uses. @throws UserError when it is not there or has another port */
async function findRegistry(engine, { value, where }) {
    const [name, port] = value.split(':');
    const facts = await factsOf(engine, await needRegistry(engine, name, where));
    if (port !== undefined && Number(port) !== facts.externalPort && Number(port) !== facts.internalPort) {
        throw new errors/* UserError */.yo(`${where}: registry ${facts.name} has port ${facts.externalPort} outside and ${facts.internalPort} inside, not ${port}`);
    }
    return facts;
}
/** What nodes need to know of a registry that exists, ours or k3d's. */
async function factsOf(engine, node) {
    const details = await engine.containers.inspect(node.id);
    const proxy = details?.env.find((entry) => entry.startsWith(`${registry/* PROXY_URL_VARIABLE */.WL}=`));
    // One that somebody else has made, ctlptl for one, has k3d's role and no more: what it publishes says the rest.
    const published = details?.portBindings.find(({ protocol }) => protocol === 'tcp');
    return {
        name: node.name,
        internalPort: Number(node.labels[labels/* LABEL */.d_.registryPortInternal] ?? published?.containerPort ?? registry/* REGISTRY_PORT */.ik),
        externalPort: Number(node.labels[labels/* LABEL */.d_.registryPortExternal] ?? published?.hostPort ?? registry/* REGISTRY_PORT */.ik),
        hostIP: node.labels[labels/* LABEL */.d_.registryHostIP] || published?.hostIP || names/* LOOPBACK */.Ws,
        proxyURL: proxy?.slice(registry/* PROXY_URL_VARIABLE */.WL.length + 1),
    };
}

;// CONCATENATED MODULE: ./src/cluster/registries/index.ts
// Registries: making, finding and removing them.



/***/ }),

/***/ 7745:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eO: () => (/* reexport */ deleteCluster),
  Q_: () => (/* reexport */ findLeftovers),
  Om: () => (/* reexport */ foundNothing),
  Tu: () => (/* reexport */ markComplete),
  A3: () => (/* reexport */ reasonOf),
  MG: () => (/* reexport */ removeLeftover),
  yJ: () => (/* reexport */ undoCreation)
});

// UNUSED EXPORTS: removeCreation, removeMade

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
// EXTERNAL MODULE: ./src/common/retry.ts
var retry = __webpack_require__(9183);
// EXTERNAL MODULE: ./src/docker/errors.ts
var docker_errors = __webpack_require__(7457);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
;// CONCATENATED MODULE: ./src/cluster/remove/remove.ts







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
    const cluster = await (0,find/* findCluster */.KG)(engine, name);
    const network = cluster?.network.name ?? (0,names/* networkName */.uv)(name);
    const shared = await sharedRegistries(engine, name, network);
    for (const id of shared)
        await engine.networks.disconnect(network, id);
    const removal = await removeLabelled(engine, (0,find/* clusterFilter */.tp)(name), shared);
    const found = await engine.networks.inspect(network);
    if (found?.labels[contract_labels/* LABEL */.d_.app] !== contract_labels/* APP */.uq)
        return removal;
    // A network that was there before this cluster stays, unless another cluster of ours brought it and is gone.
    const isOurs = contract_labels/* LABEL */.d_.creation in found.labels;
    if (cluster?.network.external && !(isOurs && (await onlyRegistriesOn(engine, found))))
        return removal;
    await removeNetwork(engine, found.id, removal);
    return removal;
}
/** Undoes one creation: removes what carries its id and nothing else. A registry that others use by now stays. */
async function removeCreation(engine, creation) {
    const filter = [`${contract_labels/* LABEL */.d_.app}=${contract_labels/* APP */.uq}`, `${contract_labels/* LABEL */.d_.creation}=${creation}`];
    const networks = await engine.networks.list(filter);
    const own = networks.map(({ name }) => name);
    const shared = own.length === 0 ? [] : await registriesElsewhere(engine, filter, own);
    const removal = await removeLabelled(engine, filter, shared);
    for (const network of networks)
        await removeNetwork(engine, network.id, removal);
    return removal;
}
/** How often a removal is tried when the engine does not answer or refuses, and the first pause in milliseconds. */
const UNDO_TRIES = 8;
const UNDO_PAUSE_MS = 250;
/** What an engine was asked for when it was lost, it may still do: after so long it is looked again, in milliseconds. */
const SECOND_LOOK_MS = 1000;
/**
 * Undoes one creation even while the engine is not well: again and again, until nothing is left or it has been tried too
 * often. Never throws: what is still there is among the problems.
 * @param cause why it is undone
 */
async function undoCreation(engine, creation, cause) {
    const total = { containers: [], networks: [], volumes: [], problems: [] };
    const once = async () => {
        const removal = await removeCreation(engine, creation);
        total.containers.push(...removal.containers);
        total.networks.push(...removal.networks);
        total.volumes.push(...removal.volumes);
        if (removal.problems.length > 0)
            throw new Error(removal.problems.join('; '));
    };
    const signal = new AbortController().signal;
    const retries = {
        tries: UNDO_TRIES,
        pauseMs: UNDO_PAUSE_MS,
        isTransient: () => true,
        signal,
        onRetry: () => undefined,
    };
    try {
        await (0,retry/* retry */.L5)('undoing', retries, once);
        if (cause instanceof docker_errors/* EngineLostError */.LJ) {
            await (0,poll/* sleep */.y)(SECOND_LOOK_MS);
            await (0,retry/* retry */.L5)('undoing', retries, once);
        }
    }
    catch (error) {
        total.problems.push((0,errors/* messageOf */.bD)(error));
    }
    return total;
}
/**
 * Removes a cluster if it is the one that a creation made, with nodes that were added to it since; otherwise, when the
 * creation was stopped half-way or the name belongs to somebody else, just what carries the creation's id.
 */
async function removeMade(engine, name, creation) {
    const filter = [...(0,find/* clusterFilter */.tp)(name), `${contract_labels/* LABEL */.d_.creation}=${creation}`];
    const own = name === '' ? [] : await engine.containers.list(filter);
    const rest = own.length === 0 ? undefined : await deleteCluster(engine, name);
    const made = await removeCreation(engine, creation);
    if (rest === undefined)
        return made;
    return {
        containers: [...rest.containers, ...made.containers],
        networks: [...rest.networks, ...made.networks],
        volumes: [...rest.volumes, ...made.volumes],
        problems: [...rest.problems, ...made.problems],
    };
}
/** Registries of the cluster that others use too: they are on another network besides. They stay. */
async function sharedRegistries(engine, cluster, network) {
    return registriesElsewhere(engine, (0,find/* clusterFilter */.tp)(cluster), [network]);
}
/** Ids of registries that are on other networks than these too. */
async function registriesElsewhere(engine, filter, networks) {
    const registries = await engine.containers.list([...filter, `${contract_labels/* LABEL */.d_.role}=registry`]);
    const details = await Promise.all(registries.map(({ id }) => engine.containers.inspect(id)));
    return details.flatMap((one) => one !== undefined && Object.keys(one.addresses).some((name) => !networks.includes(name)) ? [one.id] : []);
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
            removal.problems.push(`${kind} ${item.name}: ${(0,errors/* messageOf */.bD)(error)}`);
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
                removal.problems.push(`network ${network.name}: ${(0,errors/* messageOf */.bD)(error)}`);
                return;
            }
            await (0,poll/* sleep */.y)(NETWORK_PAUSE_MS);
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
    const registries = await engine.containers.list([`${contract_labels/* LABEL */.d_.app}=${contract_labels/* APP */.uq}`, `${contract_labels/* LABEL */.d_.role}=registry`]);
    const names = new Set(network.containers.map(({ name }) => name));
    return registries.map(({ name }) => name).filter((name) => names.has(name));
}

// EXTERNAL MODULE: ./src/plan/creation.ts
var plan_creation = __webpack_require__(6346);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
;// CONCATENATED MODULE: ./src/cluster/remove/sweep.ts





/** A file that says that its creation came to its end. */
const COMPLETE_FILE = '/etc/k3d-created';
/** Why something is a leftover, for people. */
function reasonOf({ owner }) {
    if (owner.kind === 'create')
        return 'its creation did not come to its end';
    return `the job that it was made for is over${owner.run === '' ? '' : ` (${owner.run})`}`;
}
/**
 * Finds what dead jobs and broken-off creations have left behind. What was made for others, by k3d or without a known
 * owner is none, and neither is what somebody is still working on.
 */
async function findLeftovers(engine) {
    const found = new Map();
    const filter = [`${contract_labels/* LABEL */.d_.app}=${contract_labels/* APP */.uq}`, contract_labels/* LABEL */.d_.creation];
    const [containers, networks, volumes] = await Promise.all([
        engine.containers.list(filter),
        engine.networks.list(filter),
        engine.volumes.list(filter),
    ]);
    const add = (kind, name, labels) => {
        const creation = labels[contract_labels/* LABEL */.d_.creation] ?? '';
        const { owner } = (0,plan_creation/* parseCreation */.B)(creation);
        if (owner === undefined)
            return;
        const entry = found.get(creation) ?? { creation, cluster: '', owner, objects: [], containers: [] };
        entry.cluster ||= labels[contract_labels/* LABEL */.d_.cluster] ?? '';
        if (kind === 'container')
            entry.containers.push(name);
        entry.objects.push(`${kind} ${name}`);
        found.set(creation, entry);
    };
    for (const { name, labels } of containers)
        add('container', name, labels);
    for (const network of networks) {
        const own = found.get(network.labels[contract_labels/* LABEL */.d_.creation] ?? '')?.containers ?? [];
        // Somebody else is on it by now.
        if (network.containers.every(({ name }) => own.includes(name)))
            add('network', network.name, network.labels);
    }
    for (const { name, labels } of volumes)
        add('volume', name, labels);
    const left = [];
    for (const { containers: names, ...entry } of found.values()) {
        if (!(0,find/* isGone */.ST)(entry.owner))
            continue;
        if (entry.owner.kind === 'create' && (await someComplete(engine, names)))
            continue;
        left.push(entry);
    }
    return left;
}
async function someComplete(engine, containers) {
    const files = await Promise.all(containers.map((name) => engine.containers.getArchive(name, COMPLETE_FILE)));
    for (const file of files)
        file?.destroy();
    return files.some((file) => file !== undefined);
}
/** Says in containers that their creation came to its end: in a server, in registries, which may outlive it, and in what holds an engine. */
async function markComplete(engine, creation) {
    const made = await engine.containers.list([`${contract_labels/* LABEL */.d_.creation}=${creation}`]);
    const marked = made.filter(({ labels }) => /^(server|registry|dind)$/.test(labels[contract_labels/* LABEL */.d_.role] ?? ''));
    const file = { path: COMPLETE_FILE, mode: 0o644, content: '' };
    await (0,settleAll/* settleAll */.j)(marked.map(({ id }) => engine.containers.putFiles(id, [file])));
}
/** Removes a leftover. */
function removeLeftover(engine, { cluster, creation }) {
    return removeMade(engine, cluster, creation);
}

;// CONCATENATED MODULE: ./src/cluster/remove/index.ts
// Removing clusters, and what others have left behind.




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

/***/ 550:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  To: () => (/* reexport */ STOP_SECONDS),
  kB: () => (/* reexport */ bringBack),
  qh: () => (/* reexport */ bringUp),
  cB: () => (/* reexport */ failOnRefusal),
  yU: () => (/* reexport */ handOverEtcd),
  p4: () => (/* reexport */ hostEntries),
  V0: () => (/* reexport */ promoteLearners),
  i3: () => (/* reexport */ refreshHostEntries),
  pt: () => (/* reexport */ removeMember),
  Jp: () => (/* reexport */ startCluster),
  im: () => (/* reexport */ startDatastore),
  ak: () => (/* reexport */ startNodes),
  dg: () => (/* reexport */ stopCluster),
  rc: () => (/* reexport */ waitForCluster)
});

// UNUSED EXPORTS: waitUntilSettled

// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
;// CONCATENATED MODULE: ./src/cluster/start/aside.ts


/**
 * Gives nodes back their places that they left for others, when whoever was about to put those there was killed. One
 * whose place is taken stays aside: the two share their volumes, and only one may run.
 */
async function bringBack(engine, cluster) {
    const all = await engine.containers.list((0,find/* clusterFilter */.tp)(cluster));
    const taken = new Set(all.map(({ name }) => name));
    for (const { id, name } of all.filter((one) => (0,names/* isAside */.Zl)(one.name))) {
        const before = (0,names/* nameBeforeAside */.DU)(name);
        if (!taken.has(before))
            await engine.containers.rename(id, before);
        taken.add(before);
    }
}

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/target.ts
var config_target = __webpack_require__(5165);
// EXTERNAL MODULE: ./src/kubernetes/client.ts
var client = __webpack_require__(7369);
// EXTERNAL MODULE: ./src/kubernetes/components.ts
var components = __webpack_require__(4461);
// EXTERNAL MODULE: ./src/kubernetes/conditions.ts
var conditions = __webpack_require__(7344);
// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
// EXTERNAL MODULE: ./src/kubernetes/ready.ts
var kubernetes_ready = __webpack_require__(3487);
;// CONCATENATED MODULE: ./src/kubernetes/hosts.ts


const CONFIG_MAP = '/api/v1/namespaces/kube-system/configmaps/coredns';
/** Names that were added, so that they can be taken back: a registry may go, and another get its address. */
const ANNOTATION = 'k3d.io/host-entries';
/**
 * Adds names to the cluster's DNS, in the list that k3s keeps of its nodes: it leaves lines alone that it does not know.
 * Done before CoreDNS starts, it is in force at once.
 * @param entries addresses by name
 */
async function addHostEntries(context, entries) {
    context.blocker('CoreDNS host entries');
    await (0,poll/* poll */.w)(async () => {
        const found = await (0,kubernetes_ready/* ask */.kA)(() => context.kube.get(CONFIG_MAP));
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
    }, kubernetes_ready/* LOOK_EVERY_MS */.R5, context.signal);
}
/**
 * k3s writes the same list: whoever read an older state has to read it again. And servers that are just coming up may not
 * answer at all, which `ask` takes for "not yet".
 */
async function tryPatch(context, change) {
    return await (0,kubernetes_ready/* ask */.kA)(async () => {
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

// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/kubernetes/nodes.ts
var nodes = __webpack_require__(1517);
;// CONCATENATED MODULE: ./src/kubernetes/nodeAddresses.ts


/** Annotations that carry a node's address: of k3s, of flannel and of the kubelet. */
const CARRIERS = ['k3s.io/internal-ip', 'flannel.alpha.coreos.com/public-ip', 'alpha.kubernetes.io/provided-node-ip'];
/**
 * Gives Nodes that are known from before the addresses that their containers have now. k3s ≥ 1.30 ends an agent whose Node
 * has an address that none of its interfaces has (pkg/agent/netpol), where older releases put it right by themselves.
 * @throws KubeError; the network's error when there is no answer
 */
async function moveNodes(kube, placed) {
    const items = await (0,nodes/* allNodes */.B)(kube);
    for (const one of placed) {
        const node = (0,nodeNames/* nodeFor */.O)(one, items);
        const current = one.addresses.find(isIPv4);
        if (node === undefined || current === undefined || one.choosesAddress)
            continue;
        const addresses = node.status?.addresses ?? [];
        const former = addresses.find(({ type, address }) => type === 'InternalIP' && isIPv4(address))?.address;
        if (former === undefined || one.addresses.includes(former))
            continue;
        const moved = (text) => text
            .split(',')
            .map((part) => (part === former ? current : part))
            .join(',');
        const annotations = Object.entries(node.metadata.annotations ?? {}).filter(([key]) => CARRIERS.includes(key));
        const path = `/api/v1/nodes/${node.metadata.name}`;
        await kube.patch(path, {
            metadata: { annotations: Object.fromEntries(annotations.map(([key, value]) => [key, moved(value)])) },
        });
        // Addresses are merged by their type, of which there may be several: the whole list is replaced.
        const list = addresses.map(({ type, address }) => ({ type, address: moved(address) }));
        await kube.patch(`${path}/status`, { status: { addresses: [{ $patch: 'replace' }, ...list] } });
    }
}
const isIPv4 = (address) => /^\d+(\.\d+){3}$/.test(address);

// EXTERNAL MODULE: ./src/kubernetes/podCidr.ts
var kubernetes_podCidr = __webpack_require__(1097);
// EXTERNAL MODULE: ./src/kubernetes/pods.ts
var kubernetes_pods = __webpack_require__(3729);
// EXTERNAL MODULE: ./src/plan/early.ts
var early = __webpack_require__(1128);
// EXTERNAL MODULE: ./src/plan/expectations.ts
var expectations = __webpack_require__(4964);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: ./src/cluster/containers/index.ts + 5 modules
var containers = __webpack_require__(8091);
;// CONCATENATED MODULE: ./src/cluster/start/credentials.ts



/** How often a server is asked for its certificates, and its log for what is wrong, in milliseconds. */
const ASK_EVERY_MS = 200;
const LOOK_EVERY_MS = 2000;
/** How long a reason that does not get better by itself is borne, in milliseconds: a database may still be starting. */
const HOPELESS_MS = 60_000;
const LINES = 200;
/** What waiting does not mend: nobody is there, nobody of that name, or the password is wrong. */
const HOPELESS = /connection refused|no such host|password authentication failed|access denied for user|database "[^"]*" does not exist|unknown database|certificate (signed by unknown authority|has expired)/i;
/**
 * Waits until a server has the certificates by which its API is used. Releases of k3s since 1.30 go on for ever where older
 * ones end, e.g. without their database, so that its log has to tell what is wrong.
 * @param times how often the log is looked at and how long a hopeless reason is borne, in milliseconds
 * @throws NodeFailure when the server says for a minute what does not get better
 */
async function waitForCredentials(engine, server, url, progress, signal, { lookEveryMs = LOOK_EVERY_MS, hopelessMs = HOPELESS_MS } = {}) {
    let lookedAt = performance.now();
    let hopelessSince;
    progress.set(`the certificates of ${server}`);
    return await (0,poll/* poll */.w)(async () => {
        const credentials = await (0,find/* readCredentials */.L1)(engine, server, url);
        const now = performance.now();
        if (credentials !== undefined || now - lookedAt < lookEveryMs)
            return credentials;
        lookedAt = now;
        const said = (0,containers/* lastErrorIn */.UM)(await engine.containers.logs(server, LINES).catch(() => ''));
        if (said !== undefined)
            progress.set(`the certificates of ${server} (it says: ${said})`);
        hopelessSince = said !== undefined && HOPELESS.test(said) ? (hopelessSince ?? now) : undefined;
        if (hopelessSince !== undefined && now - hopelessSince >= hopelessMs)
            throw new containers/* NodeFailure */.tC(`node ${server} can't start: ${said}`, '');
        return undefined;
    }, ASK_EVERY_MS, signal);
}

// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/common/mapping.ts
var mapping = __webpack_require__(4131);
;// CONCATENATED MODULE: ./src/kubernetes/addon.ts



/** Kinds whose plural is not their name with an s; none of those that k3s's own parts are made of. */
const PATTERN = /^[A-Z][a-zA-Z]*[^sy]$/;
/**
 * The objects of a part of k3s's own, marked as k3s's by the labels and annotations with which it does so itself, so that
 * it takes over what is there instead of failing on it (rancher/wrangler: pkg/apply, and k3s: pkg/deploy).
 * @param manifest the text that k3s is about to apply
 * @param name of the addon: the file's, without its ending
 * @returns undefined when the text is not whole or has something that is not known here
 */
function addonObjects(manifest, name) {
    const documents = (0,dist/* parseAllDocuments */.hR)(manifest);
    if (documents.some(({ errors }) => errors.length > 0))
        return undefined;
    const objects = documents.map((document) => document.toJS()).filter(mapping/* isMapping */.p);
    if (!objects.every(isObject))
        return undefined;
    const owner = ['', 'k3s.cattle.io/v1, Kind=Addon', name, 'kube-system'];
    const [id, kind, ownerName, namespace] = owner;
    const hash = (0,external_node_crypto_.createHash)('sha1').update(owner.join('')).digest('hex');
    const prefix = 'objectset.rio.cattle.io';
    return objects.map((object) => ({
        ...object,
        metadata: {
            ...object.metadata,
            labels: { ...object.metadata.labels, [`${prefix}/hash`]: hash },
            annotations: {
                ...object.metadata.annotations,
                [`${prefix}/id`]: id,
                [`${prefix}/owner-gvk`]: kind,
                [`${prefix}/owner-name`]: ownerName,
                [`${prefix}/owner-namespace`]: namespace,
            },
        },
    }));
}
function isObject(value) {
    const { apiVersion, kind, metadata } = value;
    return typeof apiVersion === 'string' && PATTERN.test(kind ?? '') && typeof metadata?.name === 'string';
}
/** Where objects of the same kind and namespace are made. */
function pathOf({ apiVersion, kind, metadata: { namespace } }) {
    const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    return `${base}${namespace === undefined ? '' : `/namespaces/${namespace}`}/${kind.toLowerCase()}s`;
}

;// CONCATENATED MODULE: ./src/kubernetes/earlyRights.ts

const RBAC = 'rbac.authorization.k8s.io';
const READ = ['get', 'list', 'watch'];
const CLOUD = 'k3s-cloud-controller-manager';
/** A rule on resources of one API group; the core's is the empty one. */
const rule = (apiGroup, resources, verbs) => ({
    apiGroups: [apiGroup],
    resources,
    verbs,
});
const clusterRole = (name, rules) => ({
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata: { name },
    rules,
});
const binding = (name, role, user, namespace) => ({
    apiVersion: `${RBAC}/v1`,
    kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
    metadata: namespace === undefined ? { name } : { name, namespace },
    roleRef: { apiGroup: RBAC, kind: namespace === undefined ? 'ClusterRole' : 'Role', name: role },
    subjects: [{ apiGroup: RBAC, kind: 'User', name: user }],
});
/**
 * What the network of pods needs: flannel reads nodes as this user. The names, and what is allowed, are those that k3s
 * grants seconds later, and then makes its own (k3s: manifests/rolebindings.yaml).
 */
const NETWORK_RIGHTS = [
    clusterRole('system:k3s-controller', [
        rule('', ['nodes', 'endpoints', 'pods', 'namespaces'], READ),
        rule('', ['nodes/status'], ['patch']),
        rule('networking.k8s.io', ['networkpolicies'], READ),
        rule('discovery.k8s.io', ['endpointslices'], READ),
    ]),
    binding('system:k3s-controller', 'system:k3s-controller', 'system:k3s-controller'),
];
/** What takes the taint of a node away that no pod bears (k3s: manifests/ccm.yaml). */
const CLOUD_RIGHTS = [
    clusterRole(CLOUD, [
        rule('coordination.k8s.io', ['leases'], ['get', 'create', 'update']),
        rule('', ['events'], ['create', 'patch', 'update']),
        rule('', ['nodes'], ['*']),
        rule('', ['nodes/status', 'services/status'], ['patch']),
        rule('', ['services'], [...READ, 'patch', 'update']),
        rule('', ['pods'], READ),
        rule('', ['serviceaccounts', 'namespaces'], ['create', 'get']),
        rule('', ['persistentvolumes'], [...READ, 'update']),
        rule('', ['endpoints'], [...READ, 'create', 'update']),
        rule('apps', ['daemonsets'], ['*']),
        rule('discovery.k8s.io', ['endpointslices'], READ),
    ]),
    binding(CLOUD, CLOUD, CLOUD),
    binding(`${CLOUD}-auth-delegator`, 'system:auth-delegator', CLOUD),
    binding(`${CLOUD}-authentication-reader`, 'extension-apiserver-authentication-reader', CLOUD, 'kube-system'),
];

// EXTERNAL MODULE: ./src/plan/entrypoint.ts
var entrypoint = __webpack_require__(8026);
;// CONCATENATED MODULE: ./src/cluster/start/early.ts











/**
 * Writes what flannel will write (flannel: pkg/subnet), so that pods can be had before flannel is there. VXLAN takes 50
 * bytes of every packet.
 */
const SUBNET_FILE = `set -eu
file=/run/flannel/subnet.env
[ ! -e "$file" ] || exit 0
${entrypoint/* FIND_DEVICE */.Zc}
mtu=$(cat "/sys/class/net/$device/mtu")
mkdir -p "\${file%/*}"
printf '%s\\n' "FLANNEL_NETWORK=$0" "FLANNEL_SUBNET=$1" "FLANNEL_MTU=$((mtu - 50))" FLANNEL_IPMASQ=true >"$file.k3d"
mv "$file.k3d" "$file"
`;
/** Whether nobody has been in the cluster before: with a database of the user's own there may be nodes. */
async function isUntouched({ kube }) {
    const nodes = await (0,kubernetes_ready/* ask */.kA)(() => kube.get('/api/v1/nodes'));
    return (nodes !== undefined &&
        nodes.items.length <= 1 &&
        nodes.items.every(({ spec: { podCIDR = early/* FIRST_POD_CIDR */.ms } }) => podCIDR === early/* FIRST_POD_CIDR */.ms));
}
/**
 * Brings a new cluster what k3s itself would bring seconds later, in the same form, which k3s then makes its own: the
 * rights of its network and cloud controller, flannel's file in the first server, CoreDNS. What can't be brought comes
 * by itself: nothing fails here.
 * @param server container of the first server
 * @param serverArgs arguments of the servers
 */
async function bringEarly(engine, server, serverArgs, wait) {
    try {
        const hasCloud = !serverArgs.some((arg) => arg.startsWith('--disable-cloud-controller='));
        const rights = [...NETWORK_RIGHTS, ...(hasCloud ? CLOUD_RIGHTS : [])];
        const made = Promise.all(rights.map((object) => create(wait, object)));
        // A pod that is made before flannel's file is there is tried again only 14 s later.
        await Promise.all([made, writeSubnetFile(engine, server, wait.signal)]);
        if ((0,components/* isEnabled */.Ol)('coredns', serverArgs))
            await bringDns(engine, server, wait);
    }
    catch (error) {
        wait.reporter.debug(`not brought early: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function writeSubnetFile(engine, server, signal) {
    const command = ['sh', '-c', SUBNET_FILE, names/* POD_NETWORK */.jB, early/* FIRST_POD_GATEWAY */.w3];
    const { exitCode, stderr } = await engine.containers.exec(server, command, undefined, signal);
    if (exitCode !== 0)
        throw new Error(`flannel's file in ${server}: ${stderr.trim()}`);
}
async function bringDns(engine, server, wait) {
    const objects = await (0,poll/* poll */.w)(() => stagedDns(engine, server), kubernetes_ready/* LOOK_EVERY_MS */.R5, wait.signal);
    await Promise.all(objects.map(async (object) => {
        if (object.kind === 'Service')
            await waitForAddresses(wait);
        await create(wait, object);
    }));
    wait.reporter.debug(`CoreDNS was brought after ${Math.round(wait.timeline.now())} ms`);
}
const OWN_ENDPOINTS = '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes';
/**
 * Waits until services can be made. An API server that starts checks their addresses once, and before 1.27 it ends if
 * somebody takes one meanwhile. After that, and when it is ready, it tells where it is itself (kubernetes:
 * pkg/controlplane/controller.go).
 */
async function waitForAddresses({ kube, signal }) {
    await (0,poll/* poll */.w)(() => (0,kubernetes_ready/* ask */.kA)(() => kube.get(OWN_ENDPOINTS)), kubernetes_ready/* LOOK_EVERY_MS */.R5, signal);
}
/** @returns undefined as long as it is not there; nothing when k3s is told to pass it over */
async function stagedDns(engine, server) {
    const files = await (0,readFiles/* readFiles */.Ul)(engine, server, names/* MANIFESTS_PATH */.Lx).catch(() => undefined);
    if (files?.has('coredns.yaml.skip'))
        return [];
    const objects = addonObjects(files?.get('coredns.yaml') ?? '', 'coredns');
    return objects?.some(({ kind }) => kind === 'Service') ? objects : undefined;
}
/** Makes an object unless it is there. A server that is coming up may refuse at first, e.g. for want of the namespace. */
async function create({ kube, signal }, object) {
    await (0,kubernetes_ready/* insist */.R6)(async () => {
        try {
            await kube.post(pathOf(object), object);
        }
        catch (error) {
            // It is there, or its address is taken: k3s was quicker.
            if (!(error instanceof client/* KubeError */.a && (error.status === 409 || error.status === 422)))
                throw error;
        }
    }, signal);
}

// EXTERNAL MODULE: ./src/common/within.ts
var within = __webpack_require__(8165);
// EXTERNAL MODULE: ./src/docker/errors.ts
var docker_errors = __webpack_require__(7457);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 8 modules
var cluster_images = __webpack_require__(5580);
;// CONCATENATED MODULE: ./src/cluster/start/lookup.ts




/** What a shell, and the engine, say of a program that is not there. */
const NO_PROGRAM = [126, 127];
/** How long one lookup may take before it is made anew, in milliseconds: the program itself waits for longer. */
const LOOKUP_MS = 3000;
/**
 * Looks names up from nodes, whose network rules are those of their pods: each gets its own, the later ones a moment after
 * they are Ready. Node images have busybox's nslookup.
 */
function lookupIn(engine, nodes, signal) {
    return async (name, server) => {
        const command = ['nslookup', '-type=a', name, server];
        const answers = await Promise.all(nodes.map((node) => lookUp(engine, node, command, signal)));
        // What one node finds, all have to: where rules are missing, a name server of the world outside may answer.
        const isKnown = answers.some(({ found }) => found);
        const lacking = answers.find(({ problem, found }) => problem !== undefined && (isKnown ? !found : !isUnknown(problem)));
        return lacking && (nodes.length === 1 ? lacking.problem : `from ${lacking.node}: ${lacking.problem}`);
    };
}
/** The name is unknown where the domain is another, set in a file: that is an answer too. */
const isUnknown = (problem) => /NXDOMAIN/.test(problem);
async function lookUp(engine, node, command, signal) {
    const asked = engine.containers
        .exec(node, command, undefined, signal)
        .then(({ exitCode, stdout, stderr }) => {
        const said = `${stdout}\n${stderr}`;
        if (exitCode === 0)
            return { node, problem: undefined, found: true };
        // An image without it, of the user's own, is taken at CoreDNS's word.
        if (NO_PROGRAM.includes(exitCode))
            return { node, problem: undefined, found: false };
        return { node, problem: isUnknown(said) ? 'NXDOMAIN' : (0,cluster_images/* lastLine */.fM)(said), found: false };
    });
    const late = new Error('late');
    return (0,within/* within */.u)(asked, { ms: LOOKUP_MS, late: () => late, signal }).catch((error) => {
        signal.throwIfAborted();
        if (error instanceof docker_errors/* EngineLostError */.LJ)
            throw error;
        // A node that is not well is somebody else's to say, who knows why.
        const problem = error === late ? `no answer within ${LOOKUP_MS / 1000} s` : (0,errors/* messageOf */.bD)(error);
        return { node, problem, found: false };
    });
}

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
/** The calls of etcd's gRPC API that are needed here (etcd: api/etcdserverpb/rpc.proto). */
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
    /** Takes a member out, whether it runs or not. @throws Error when it is none, or those that run are too few to decide */
    async remove(id) {
        await this.#call('MemberRemove', encodeNumber(1, id));
    }
    /** Has another member lead. @throws Error when the member that is asked does not lead, or the other one does not follow */
    async moveLeader(to) {
        await this.#call('MoveLeader', encodeNumber(1, to), 'Maintenance');
    }
    close() {
        this.#session.destroy();
    }
    #call(method, message, service = 'Cluster') {
        const frame = Buffer.alloc(FRAME_HEADER + message.length);
        frame.writeUInt32BE(message.length, 1);
        message.copy(frame, FRAME_HEADER);
        return new Promise((resolve, reject) => {
            const stream = this.#session.request({
                ':method': 'POST',
                ':path': `/etcdserverpb.${service}/${method}`,
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
                    reason = decoded(text);
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
/** gRPC writes messages as parts of URLs; one that is none is shown as it is. */
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
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

// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
;// CONCATENATED MODULE: ./src/cluster/start/etcdAccess.ts




/** Where k3s keeps the certificates of etcd on a server. */
const ETCD_TLS_FOLDER = `${names/* K3S_DATA_PATH */.Tt}/server/tls/etcd`;
/** k3s calls a member of etcd after its node and adds a random suffix. */
const nodeOfMember = (name) => name.replace(/-[0-9a-f]+$/, '');
/** @returns undefined when a server has no etcd, or it can't be reached from here: the engine runs elsewhere */
async function readEtcdCredentials(engine, server) {
    const details = await engine.containers.inspect(server);
    const address = details?.addresses[details.labels[contract_labels/* LABEL */.d_.network] ?? ''];
    if (!address || engine.endpoint.host !== undefined)
        return undefined;
    const files = await (0,readFiles/* readFiles */.Ul)(engine, server, ETCD_TLS_FOLDER);
    const [ca, cert, key] = ['server-ca.crt', 'client.crt', 'client.key'].map((name) => files?.get(name));
    return ca && cert && key ? { server: `https://${address}:2379`, ca, cert, key } : undefined;
}
/**
 * Asks the etcd of a server once.
 * @returns undefined when it can't be reached from here, is not well, or refuses
 */
async function askEtcd(engine, server, ask) {
    const credentials = await readEtcdCredentials(engine, server);
    if (credentials === undefined)
        return undefined;
    const client = new EtcdClient(credentials);
    try {
        return await ask(client);
    }
    catch {
        return undefined;
    }
    finally {
        client.close();
    }
}

;// CONCATENATED MODULE: ./src/cluster/start/etcdJoin.ts



const etcdJoin_LOOK_EVERY_MS = 250;
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
        await (0,poll/* sleep */.y)(etcdJoin_LOOK_EVERY_MS, signal).catch(() => undefined);
    }
}
/** The nodes whose members have a vote, once each learner that can has been given its own. */
async function votersAmong(client) {
    const nodes = [];
    for (const { id, name, isLearner } of await client.members()) {
        // One that has not started has no name yet.
        if (name !== '' && (!isLearner || (await tryPromote(client, id))))
            nodes.push(nodeOfMember(name));
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

;// CONCATENATED MODULE: ./src/cluster/start/joinInTurn.ts

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
 * Starts the servers that join, one after the other. Of those that come up at the same time in a new database one may end,
 * or go on without being told of changes. etcd admits a member only when the one before it has its vote: each is started
 * at that moment, and comes up while the next one joins.
 */
async function startServers(plan, turns, starter, { engine, signal }) {
    const [first, ...joining] = plan.servers;
    if (plan.restarted || joining.length === 0)
        return;
    const inTurn = async () => {
        for (const name of joining) {
            await starter.start([name]);
            await turns.whenJoined(name, signal);
        }
    };
    if (plan.sharesDatabase) {
        await turns.whenJoined(first, signal);
        return await inTurn();
    }
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const containers = new Map(joining.map((name) => [plan.nodeNames.get(name) ?? name, name]));
    const onMember = (node) => turns.joined(containers.get(node) ?? node);
    const promoting = promoteLearners(engine, first, [...containers.keys()], onMember, until);
    try {
        await inTurn();
    }
    finally {
        over.abort();
        await promoting;
    }
}

// EXTERNAL MODULE: ./src/common/reporter.ts
var reporter = __webpack_require__(7872);
// EXTERNAL MODULE: ./src/kubernetes/podState.ts
var podState = __webpack_require__(6330);
;// CONCATENATED MODULE: ./src/kubernetes/dns.ts



/** Waits until the cluster's DNS has at least one ready endpoint: the Deployment's condition alone does not say so. */
async function waitForDns(context) {
    const slices = '/apis/discovery.k8s.io/v1/namespaces/kube-system/endpointslices?labelSelector=kubernetes.io/service-name=kube-dns';
    const pods = '/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app=kube-dns';
    await (0,poll/* poll */.w)(async () => {
        const found = (await (0,kubernetes_ready/* ask */.kA)(() => context.kube.get(slices)))?.items ?? [];
        const served = found.some((slice) => slice.endpoints?.some((endpoint) => endpoint.conditions?.ready !== false));
        const corednsPods = served && context.startedAt === undefined ? [] : await (0,kubernetes_ready/* listPods */.BG)(context, pods);
        if (served && (context.startedAt === undefined || corednsPods.some((pod) => (0,kubernetes_ready/* runsSinceStart */.BO)(context, pod))))
            return true;
        context.blocker(`CoreDNS${(0,podState/* describePods */.sT)(corednsPods)}`, corednsPods);
        return undefined;
    }, kubernetes_ready/* LOOK_EVERY_MS */.R5, context.signal);
}
/** Waits until a name of the cluster's own is answered from inside. @param domain of the cluster */
async function waitForLookup(context, domain, lookup) {
    const name = `kubernetes.default.svc.${domain}`;
    await (0,poll/* poll */.w)(async () => {
        const path = '/api/v1/namespaces/kube-system/services/kube-dns';
        const address = (await (0,kubernetes_ready/* ask */.kA)(() => context.kube.get(path)))?.spec?.clusterIP;
        const problem = address === undefined ? 'CoreDNS has no address yet' : await lookup(name, address);
        if (problem === undefined)
            return true;
        context.blocker(`DNS to answer inside the cluster (${name}: ${problem})`);
        return undefined;
    }, kubernetes_ready/* LOOK_EVERY_MS */.R5, context.signal);
}
/** The cluster's domain, which the servers' arguments may set. */
function clusterDomain(k3sArgs) {
    const words = k3sArgs.flatMap((arg) => arg.split(/[=\s]+/));
    const at = words.indexOf('--cluster-domain');
    return (at === -1 ? undefined : words[at + 1]) ?? 'cluster.local';
}

// EXTERNAL MODULE: ./src/kubernetes/targetState.ts
var targetState = __webpack_require__(4726);
// EXTERNAL MODULE: ./src/cluster/context.ts + 1 modules
var cluster_context = __webpack_require__(296);
;// CONCATENATED MODULE: ./src/cluster/start/readiness.ts












/** The layers above the nodes and the ServiceAccount, in their order; what the servers' arguments disable is passed over. */
async function waitForLayers(wait, layers, k3sArgs, lookup) {
    if (layers.has('coredns') && (0,components/* isEnabled */.Ol)('coredns', k3sArgs)) {
        await (0,kubernetes_ready/* step */.PM)(wait, 'CoreDNS', waitForDns);
        // Ready endpoints are no answer yet: that takes the nodes' rules for the service's address too.
        await (0,kubernetes_ready/* step */.PM)(wait, 'DNS lookup', (one) => waitForLookup(one, clusterDomain(k3sArgs), lookup));
    }
    for (const name of components/* COMPONENTS */.$j) {
        if (!layers.has(name) || !(0,components/* isEnabled */.Ol)(name, k3sArgs))
            continue;
        await (0,kubernetes_ready/* step */.PM)(wait, name, (one) => (0,components/* waitForComponent */.mt)(one, name));
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
    const cluster = await (0,find/* needCluster */.N0)(context.engine, name);
    const work = async (inner, progress) => {
        const announce = announcer(context, progress);
        try {
            await waitIn(cluster, { ...wishes, isPatient: true }, inner, announce, progress);
        }
        catch (error) {
            if (inner.signal.aborted && !context.signal.aborted) {
                const seen = { ...context, ...announce, startedAt: undefined };
                await progress.lookCloser((kube, signal) => lookOnceMore({ ...seen, kube, signal }, wishes.targets, progress));
            }
            throw error;
        }
    };
    await (0,cluster_context/* withDeadline */.N)(context, wishes.timeoutMs, `cluster "${name}" was`, work, wishes.spentMs);
}
/** What targets lack when the time is up: where the API is slow, what was seen of them last is old. */
async function lookOnceMore(wait, targets, progress) {
    for (const target of targets) {
        const name = (0,config_target/* targetText */.Z3)(target);
        const unready = progress.isWaitingFor(name) ? await (0,targetState/* lookAt */.t)(wait, target) : undefined;
        if (unready !== undefined)
            wait.blocker(`${name} (${unready.why})`, unready.pods, name);
    }
}
async function waitIn(cluster, { layers, targets, isPatient }, { engine, reporter, timeline, signal }, announce, progress) {
    const expected = await (0,find/* expectationsFor */.rJ)(engine, cluster.nodes.filter(find/* isK3sNode */.S).map(({ name }) => name));
    const args = expected.serverArgs;
    const places = expected.nodes.map(({ container }) => container);
    await (0,find/* withKube */.MT)(engine, cluster, async (kube, credentials) => {
        if (progress !== undefined)
            progress.credentials = credentials;
        const wait = { kube, reporter, timeline, signal, startedAt: undefined, ...announce };
        const { minor } = await (0,kubernetes_ready/* step */.PM)(wait, 'API answers', kubernetes_ready/* waitForApi */.Pz);
        // Whoever asks for layers has installed what they need: only what never comes about is passed over.
        const isUp = isPatient || expected.hasNetwork;
        const possible = (0,expectations/* possibleLayers */.m)(layers, expected, isUp, Number.parseInt(minor, 10));
        if (possible.has('nodes')) {
            const podCidr = new kubernetes_podCidr/* PodCidrGiver */.T(kube, 0, args);
            await (0,kubernetes_ready/* step */.PM)(wait, 'nodes', (one) => (0,kubernetes_ready/* waitForNodes */.iw)(one, expected.nodes, podCidr, () => undefined, isUp ? 'Ready' : 'registered'));
        }
        if (possible.has('service-account'))
            await (0,kubernetes_ready/* step */.PM)(wait, 'default ServiceAccount', kubernetes_ready/* waitForServiceAccount */.lc);
        await waitForLayers(wait, possible, args, lookupIn(engine, places, wait.signal));
        for (const target of targets)
            await (0,kubernetes_ready/* step */.PM)(wait, (0,config_target/* targetText */.Z3)(target), (one) => (0,components/* waitForTarget */.wi)(one, target));
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

// EXTERNAL MODULE: ./src/docker/engine.ts
var engine = __webpack_require__(6556);
;// CONCATENATED MODULE: ./src/cluster/start/refusals.ts


/** How often the logs of nodes that have not registered are looked at, in milliseconds. */
const refusals_LOOK_EVERY_MS = 2000;
/** Lines of a log that are looked at: a kubelet tries, and complains, several times a second. */
const refusals_LINES = 400;
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
            await (0,poll/* sleep */.y)(refusals_LOOK_EVERY_MS, until);
        }
        catch {
            return;
        }
        for (const name of waiting) {
            // One that has not been started yet has no log.
            const log = await engine.containers.logs(name, refusals_LINES).catch(() => '');
            const why = refusalIn(log);
            if (why !== undefined)
                throw new containers/* NodeFailure */.tC(`node ${name} can't register with Kubernetes: ${why}`, '');
        }
    }
}

;// CONCATENATED MODULE: ./src/cluster/start/nodeStarter.ts



/** Starts containers and, for a cluster that has run before, keeps when that was. */
class NodeStarter {
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
        return (0,settleAll/* settleAll */.j)(names.map(async (name) => {
            await (0,containers/* startNode */.LK)(this.#engine, name);
            if (this.startedAt === undefined)
                return;
            const details = await this.#engine.containers.inspect(name);
            if (details !== undefined)
                this.#containers.set(name, details.startedAt);
        }));
    }
}

;// CONCATENATED MODULE: ./src/cluster/start/bringUp.ts























/**
 * Starts the nodes in the order in which they can use each other and waits until the cluster is usable.
 * @param progress told what is being waited for, so that whoever ends the wait can name it
 * @throws NodeFailure when a node ends meanwhile; the signal's reason when it is aborted
 */
async function bringUp(plan, context, progress) {
    const over = new AbortController();
    try {
        const filter = (0,find/* clusterFilter */.tp)(plan.cluster);
        const failure = await (0,containers/* failOnNodeExit */.aY)(context.engine, filter, over.signal, plan.restarted);
        const signal = AbortSignal.any([context.signal, failure]);
        return await startAndWait(plan, { ...context, signal }, progress);
    }
    catch (error) {
        // The engine's refusal may come before its word of what has happened.
        const [first = ''] = plan.servers;
        throw (error instanceof engine/* EngineError */.N ? await (0,containers/* deletionOf */.Yw)(context.engine, first) : undefined) ?? error;
    }
    finally {
        over.abort();
    }
}
async function startAndWait(plan, context, progress) {
    const { engine, reporter, timeline, signal } = context;
    const [first, ...joining] = plan.servers;
    const starter = new NodeStarter(engine, plan);
    // Members of an etcd cluster that has run before need each other to answer; new ones have to join in turn.
    await timeline.run('start server', () => starter.start([...(plan.restarted ? plan.servers : [first]), ...plan.loadBalancers]));
    await plan.meanwhile?.();
    const waits = plan.wait.size > 0;
    if (!waits)
        await starter.start([...joining, ...plan.agents]);
    const credentials = await timeline.run('certificates', () => waitForCredentials(engine, first, plan.apiURL, progress, signal));
    reporter.secret(credentials.key);
    if (!waits) {
        if (plan.namesAnyway)
            await nameQuietly(plan, context, credentials);
        return { credentials, version: undefined };
    }
    progress.clear();
    progress.credentials = credentials;
    const kube = new client/* KubeClient */.B(credentials);
    const announce = announcer(context, progress);
    const expected = await (0,find/* expectationsFor */.rJ)(engine, [...plan.servers, ...plan.agents]);
    try {
        const wait = { kube, signal, reporter, timeline, startedAt: starter.startedAt, ...announce };
        return { credentials, version: await becomeReady({ plan, expected, starter }, context, wait, credentials) };
    }
    finally {
        kube.close();
    }
}
/** How long names may take to get into the DNS of a cluster that nobody waits for, in milliseconds. */
const NAMES_MS = 60_000;
/** Brings names into the cluster's DNS as soon as that can be done. Only an abort ends it with an error. */
async function nameQuietly(plan, context, credentials) {
    const { engine, reporter, timeline } = context;
    const expected = await (0,find/* expectationsFor */.rJ)(engine, plan.servers);
    if (!(0,components/* isEnabled */.Ol)('coredns', expected.serverArgs))
        return;
    const kube = new client/* KubeClient */.B(credentials);
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(NAMES_MS)]);
    const quiet = { blocker: () => undefined, done: () => undefined };
    try {
        const wait = { kube, signal, reporter, timeline, startedAt: undefined, ...quiet };
        await (0,kubernetes_ready/* step */.PM)(wait, 'host entries', async (one) => addHostEntries(one, await plan.hostEntries()));
    }
    catch (error) {
        context.signal.throwIfAborted();
        reporter.warn(`The cluster's DNS does not know host.k3d.internal: ${(0,errors/* messageOf */.bD)(error)}`);
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
    // Before k3s looks for its own address, which it does a moment after this.
    if (plan.restarted)
        await placeAnew(expected, wait);
    const over = new AbortController();
    const first = await earlyNode(rise, minor, wait);
    const whileRising = { ...wait, signal: AbortSignal.any([wait.signal, over.signal]) };
    const bringing = first && bringEarly(context.engine, plan.servers[0], expected.serverArgs, whileRising);
    try {
        await becomeUsable(rise, minor, context, wait, credentials, first);
    }
    finally {
        over.abort();
        await bringing;
    }
    return version.gitVersion;
}
/** The first node, where what it needs is brought to it early; undefined: it is not. */
async function earlyNode({ plan, expected }, minor, wait) {
    const [server] = plan.servers;
    const node = expected.nodes.find(({ container }) => container === server);
    // Not tried where several servers share a database.
    const isFirst = plan.servers.length === 1 || !plan.sharesDatabase;
    if (!plan.early || node === undefined || !isFirst || !(0,early/* canBeEarly */.p1)(expected, minor))
        return undefined;
    return (await isUntouched(wait)) ? node : undefined;
}
async function becomeUsable(rise, minor, context, wait, credentials, first) {
    const { plan, expected } = rise;
    const nodes = await untilFailure(wait.signal, (signal, whole) => {
        const own = { ...wait, signal };
        const podCidr = new kubernetes_podCidr/* PodCidrGiver */.T(own.kube, minor, expected.serverArgs, first);
        return whole(joinNodes(rise, podCidr, { ...context, signal }, own, credentials, whole));
    });
    const isUp = expected.hasNetwork || nodes.some((node) => (0,conditions/* isTrue */.H)(node, 'Ready'));
    const layers = (0,expectations/* possibleLayers */.m)(plan.wait, expected, isUp, minor);
    // Names are looked up where pods could be: a server without a kubelet has no rules for services.
    const places = expected.nodes.map(({ container }) => container);
    await waitForLayers(wait, layers, expected.serverArgs, lookupIn(context.engine, places, wait.signal));
    for (const target of plan.targets ?? [])
        await (0,kubernetes_ready/* step */.PM)(wait, (0,config_target/* targetText */.Z3)(target), (one) => (0,components/* waitForTarget */.wi)(one, target));
    const { pods = [] } = plan;
    if (pods.length > 0)
        await (0,kubernetes_ready/* step */.PM)(wait, 'pods', (one) => (0,kubernetes_pods/* waitForPods */.x)(one, pods));
}
/** What goes on side by side while nodes join. @returns the nodes as Kubernetes has them */
async function joinNodes({ plan, expected, starter }, podCidr, context, wait, credentials, whole) {
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
    const refused = failOnRefusal(context.engine, unregistered, AbortSignal.any([wait.signal, over.signal]));
    const dns = (0,components/* isEnabled */.Ol)('coredns', expected.serverArgs);
    const account = plan.wait.has('service-account') && expected.hasControllers;
    try {
        await (0,settleAll/* settleAll */.j)([
            ...(dns ? [(0,kubernetes_ready/* step */.PM)(wait, 'host entries', async (one) => addHostEntries(one, await plan.hostEntries()))] : []),
            (0,kubernetes_ready/* step */.PM)(wait, 'nodes Ready', ready).finally(() => over.abort()),
            refused,
            startAgents({ plan, starter }, wait, credentials),
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
/** A cluster that has been somewhere else before knows its nodes by the addresses that they had there. */
async function placeAnew({ nodes }, { kube, reporter, signal }) {
    try {
        await (0,kubernetes_ready/* insist */.R6)(() => moveNodes(kube, nodes), signal);
    }
    catch (error) {
        signal.throwIfAborted();
        reporter.warn(`Addresses of nodes can't be brought up to date: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function startAgents({ plan, starter }, wait, { server, ca }) {
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

// EXTERNAL MODULE: ./src/plan/datastore.ts
var datastore = __webpack_require__(458);
;// CONCATENATED MODULE: ./src/cluster/start/datastore.ts




const datastore_LOOK_EVERY_MS = 200;
/** How long a database may take, in milliseconds: an image that begins makes its files first. */
const READY_MS = 120_000;
/** The databases of a cluster. */
const datastoresOf = ({ nodes }) => nodes.filter(({ labels }) => (0,datastore/* databaseKind */.cI)(labels) !== undefined);
/**
 * Starts a cluster's database and waits until it can be used, before any server looks for it.
 * @throws UserError with its last words when it ends or does not get ready
 */
async function startDatastore(name, { engine, timeline, signal }) {
    await timeline.run('datastore', async () => {
        await (0,containers/* startNode */.LK)(engine, name);
        const patience = AbortSignal.any([signal, AbortSignal.timeout(READY_MS)]);
        try {
            await (0,poll/* poll */.w)(async () => isReady(name, { engine }), datastore_LOOK_EVERY_MS, patience);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof errors/* UserError */.yo)
                throw error;
            throw new errors/* UserError */.yo(`the datastore ${name} is not ready after ${READY_MS / 1000} s: ${await lastWords(name, { engine })}`);
        }
    });
}
/** @throws UserError when it never will be */
async function isReady(name, { engine }) {
    const details = await engine.containers.inspect(name);
    const kind = (0,datastore/* databaseKind */.cI)(details?.labels ?? {});
    if (details === undefined || kind === undefined || !details.running || details.restarts > 0)
        throw new errors/* UserError */.yo(`the datastore ${name} has ended: ${await lastWords(name, { engine })}`);
    const answer = await engine.containers.exec(name, datastore/* READY_COMMANDS */.Dm[kind]).catch(() => undefined);
    return answer?.exitCode === 0 ? true : undefined;
}
async function lastWords(name, { engine }) {
    const log = await engine.containers.logs(name, 20).catch(() => '');
    return log.trim().split('\n').at(-1) || 'it said nothing';
}

;// CONCATENATED MODULE: ./src/cluster/start/etcdLeader.ts


/**
 * Has another server lead etcd before one is stopped: without it, the others miss their leader for some seconds before
 * they choose a new one. Where that can't be done, they do just that.
 */
async function handOverEtcd(engine, server) {
    const details = await engine.containers.inspect(server);
    if (details === undefined)
        return;
    const own = (0,contract_labels/* kubernetesName */.gg)(details);
    // It may not lead, or not be well: then the others see to it.
    await askEtcd(engine, server, async (etcd) => {
        const members = await etcd.members();
        const next = members.find(({ name, isLearner }) => name !== '' && !isLearner && nodeOfMember(name) !== own);
        if (next !== undefined)
            await etcd.moveLeader(next.id);
    });
}

;// CONCATENATED MODULE: ./src/cluster/start/etcdLeave.ts


/**
 * Takes a server out of etcd, whether it runs or not, by asking etcd itself. k3s does it for a Node that goes, but only
 * if that has its etcd label by then (k3s: pkg/etcd/member_controller.go), which a server that has just joined may lack.
 * A member that stays behind counts for the quorum for ever.
 * @param through a running server that stays
 * @returns whether it is no member now; false: etcd can't be reached from here, or refuses
 */
async function removeMember(engine, through, server) {
    const own = (0,contract_labels/* kubernetesName */.gg)(server);
    const isOut = await askEtcd(engine, through, async (etcd) => {
        const its = (await etcd.members()).filter(({ name }) => nodeOfMember(name) === own);
        for (const { id } of its)
            await etcd.remove(id);
        return true;
    });
    return isOut ?? false;
}

;// CONCATENATED MODULE: ./src/cluster/start/hostEntries.ts




/**
 * Names that pods should be able to look up besides Kubernetes' own: the host, the user's aliases, and what else is on
 * the cluster's network. Nodes are left out, k3s names them itself.
 * @returns addresses by name
 */
async function hostEntries(engine, clusterName) {
    const entries = new Map();
    const cluster = await (0,find/* findCluster */.KG)(engine, clusterName);
    const network = cluster && (await engine.networks.inspect(cluster.network.name));
    if (cluster === undefined || network === undefined)
        return entries;
    const nodes = new Set(cluster.nodes.filter(find/* isK3sNode */.S).map(contract_labels/* kubernetesName */.gg));
    // Pods without IPv4 reach nothing by it.
    const isSix = network.subnetV6 !== '' && (await (0,find/* familyOf */.Ap)(engine, cluster)) === 'ipv6';
    for (const { name, ip, ipV6 } of network.containers) {
        const address = isSix ? ipV6 : ip;
        if (address !== '' && !nodes.has(name))
            entries.set(name, address);
    }
    const gateway = isSix ? network.gatewayV6 : network.gateway;
    if (gateway !== '')
        entries.set(names/* HOST_NAME */.TI, gateway);
    const aliases = cluster.nodes.map(({ labels }) => labels[contract_labels/* LABEL */.d_.hostAliases]).find(Boolean);
    for (const { ip, hostnames } of JSON.parse(aliases ?? '[]')) {
        for (const name of hostnames)
            entries.set(name, ip);
    }
    return entries;
}
/** Brings the names of a cluster that runs up to date. CoreDNS looks at them once a minute or so. */
async function refreshHostEntries(clusterName, context) {
    const { engine } = context;
    const cluster = await (0,find/* findCluster */.KG)(engine, clusterName);
    if (cluster === undefined)
        return;
    const entries = await hostEntries(engine, clusterName);
    await (0,find/* withKube */.MT)(engine, cluster, (kube) => addHostEntries({ ...context, kube, startedAt: undefined, blocker: () => undefined, done: () => undefined }, entries));
}

// EXTERNAL MODULE: ./src/cluster/localImages/index.ts + 3 modules
var localImages = __webpack_require__(8528);
;// CONCATENATED MODULE: ./src/cluster/start/lifecycle.ts











/** How long a node may take to stop before it is killed, in seconds. */
const STOP_SECONDS = 10;
/** Stops all nodes of a cluster, whatever state they are in. @throws UserError when there is no such cluster */
async function stopCluster(engine, name) {
    const cluster = await (0,find/* needCluster */.N0)(engine, name);
    // What is in front first, so that nobody is sent to nodes that are going.
    await (0,settleAll/* settleAll */.j)((0,find/* nodesOf */.Nh)(cluster, 'loadbalancer').map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
    const databases = datastoresOf(cluster);
    const rest = cluster.nodes.filter((node) => !databases.includes(node));
    await (0,settleAll/* settleAll */.j)(rest.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
    // Servers that stop still write.
    await (0,settleAll/* settleAll */.j)(databases.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
}
/**
 * Starts all nodes of a cluster, ours or k3d's, and waits until it can be used again.
 * @param timeoutMs bound in milliseconds
 * @throws UserError when there is no such cluster, a node ends, or the time is up
 */
async function startCluster(name, context, { wait, timeoutMs }) {
    await bringBack(context.engine, name);
    const cluster = await (0,find/* needCluster */.N0)(context.engine, name);
    return await (0,cluster_context/* withDeadline */.N)(context, timeoutMs, `cluster "${name}" was`, (inner, progress) => context.reporter.stage(`Starting cluster ${name}`, () => startNodes(cluster, wait, inner, progress)));
}
/**
 * Starts those nodes of a cluster that do not run, and waits until all can be used.
 * @param cluster with the nodes that it is to have: others are left alone
 */
async function startNodes(cluster, wait, context, progress) {
    const { engine } = context;
    const { name } = cluster;
    const servers = (0,find/* nodesOf */.Nh)(cluster, 'server');
    const [first] = servers.sort((a, b) => initOrder(a.labels) - initOrder(b.labels));
    if (first === undefined || cluster.api === undefined) {
        throw new errors/* UserError */.yo(`cluster "${name}" has no server: delete it and create it anew`);
    }
    const plan = {
        cluster: name,
        servers: servers.map((node) => node.name),
        agents: (0,find/* nodesOf */.Nh)(cluster, 'agent').map((node) => node.name),
        loadBalancers: (0,find/* nodesOf */.Nh)(cluster, 'loadbalancer').map((node) => node.name),
        apiURL: (0,find/* accessURL */.Cm)(cluster.api, engine),
        token: cluster.token,
        restarted: true,
        hostEntries: () => hostEntries(engine, name),
        wait,
    };
    const which = first.labels[contract_labels/* LABEL */.d_.localImages];
    if (which !== undefined)
        await (0,localImages/* serveAgain */.gJ)(engine, { name, server: first.id, which: which });
    await (0,settleAll/* settleAll */.j)((0,find/* nodesOf */.Nh)(cluster, 'registry').map((node) => (0,containers/* startNode */.LK)(engine, node.name)));
    await (0,settleAll/* settleAll */.j)(datastoresOf(cluster).map((node) => startDatastore(node.name, context)));
    return await bringUp(plan, context, progress);
}
/** The server that began the cluster goes first. */
function initOrder(labels) {
    return labels[contract_labels/* LABEL */.d_.serverInit] === 'true' ? 0 : 1;
}

;// CONCATENATED MODULE: ./src/cluster/start/index.ts
// Starting and stopping clusters, and waiting until they can be used.












/***/ }),

/***/ 6800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact)
/* harmony export */ });
/** What stands where a secret was. */
const REDACTED = '***';
/** Names whose values are secrets, wherever they stand: variables, arguments, fields. */
const SECRET_NAME = String.raw `[\w.-]*(?:password|passwd|passphrase|token|secret|api[_-]?key|access[_-]?key|private[_-]?key|credential|authorization)[\w.-]*`;
/**
 * Kinds of secrets that are known by how they look, each with what is put in their place.
 */
const PATTERNS = [
    [
        /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?(-----END \1-----|$)/g,
        `-----BEGIN $1-----${REDACTED}-----END $1-----`,
    ],
    // JSON web tokens, as ServiceAccounts have them.
    [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED],
    // k3s's tokens: K10 and the hash of the CA, :: and the password.
    [/\bK10[0-9a-f]{64}::[^\s"',]+/g, REDACTED],
    // The password in the path of local images.
    [/\/k3d-[0-9a-f]{32}\b/g, `/k3d-${REDACTED}`],
    // Logins of URLs, up to the last @, for a password may have one; a port and a path before a digest are none. One with
    // a slash in it is looked for within bounds, so that a line of megabytes is no work of hours; without, of any length.
    [/(\/\/[^\s/:@"']+:)(?:(?!\d+\/)[^\s"']{1,512}|[^\s/@"']+)@/g, `$1${REDACTED}@`],
    // Endpoints as MySQL's driver takes them: USER:PASSWORD@tcp(HOST:PORT)/NAME.
    // From a name's beginning and within bounds, for the same reason.
    [/(?<![^\s:@"'=])([^\s:@"'=]{1,64}:)[^\s"']{1,512}(@(?:tcp|unix)\()/g, `$1${REDACTED}$2`],
    [/\b(basic|bearer)\s+[\w+/=.~-]{8,}/gi, `$1 ${REDACTED}`],
    [
        /\b(client-key-data|client-certificate-data|\.dockerconfigjson|"?auth"?)(["']?\s*[:=]\s*["']?)[\w+/=.-]{8,}/gi,
        `$1$2${REDACTED}`,
    ],
    // "NAME": "value", NAME=value, NAME:   value; nulls, numbers, objects and references are none.
    [
        new RegExp(String.raw `(\b${SECRET_NAME}["']?[ \t]*[:=][ \t]*["']?)(?!<|null\b|true\b|false\b|\d+\b|[{[(*])[^\s"',}]+`, 'gi'),
        `$1${REDACTED}`,
    ],
    [new RegExp(String.raw `(--${SECRET_NAME}["']?,?\s+["']?)(?!-)[^\s"',\]]+`, 'gi'), `$1${REDACTED}`],
];
/**
 * `text` without secrets: those that are given, and whatever looks like one.
 * @param known values that are secrets; short ones, which are everywhere, are passed over
 */
function redact(text, known) {
    let clean = text;
    for (const value of known)
        if (value.length >= 4)
            clean = clean.replaceAll(value, REDACTED);
    for (const [pattern, instead] of PATTERNS)
        clean = clean.replace(pattern, instead);
    return clean;
}


/***/ }),

/***/ 7872:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ silentReporter)
/* harmony export */ });
/** A reporter that says nothing. */
const silentReporter = {
    info: () => undefined,
    warn: () => undefined,
    debug: () => undefined,
    secret: () => undefined,
    stage: (_title, work) => work(),
};


/***/ }),

/***/ 9183:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   ph: () => (/* binding */ fetchWithRetries)
/* harmony export */ });
/* unused harmony export retryAfter */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8601);



/** Longest pause between two tries, in milliseconds, also when a server asks for more. */
const LONGEST_PAUSE_MS = 60_000;
/**
 * Runs `work` until it succeeds, fails for good, or has failed as often as it may.
 * @param what is tried, for messages
 * @throws what the last try threw; the signal's reason once it is aborted
 */
async function retry(what, retries, work) {
    const { tries, pauseMs, isTransient, signal, onRetry } = retries;
    for (let attempt = 1;; attempt++) {
        try {
            return await work(attempt);
        }
        catch (error) {
            signal.throwIfAborted();
            if (attempt >= tries || !isTransient(error))
                throw error;
            // A little chance, so that jobs of a matrix do not come back all at once.
            const own = pauseMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
            const pause = Math.min(LONGEST_PAUSE_MS, Math.max(own, error instanceof BusyError ? (error.retryAfterMs ?? 0) : 0));
            onRetry(`${what}: try ${attempt} of ${tries} failed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}; again in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(pause)}`);
            await (0,_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .sleep */ .y)(pause, signal);
        }
    }
}
/** A server that can't answer now. */
class BusyError extends Error {
    name = 'BusyError';
    /** What it asks to wait, in milliseconds. */
    retryAfterMs;
    constructor(message, retryAfterMs) {
        super(message);
        this.retryAfterMs = retryAfterMs;
    }
}
/** How often a server is asked, and the pause before it is asked again, in milliseconds. */
const FETCH_TRIES = 4;
const FETCH_PAUSE_MS = 1000;
/** How long one answer may take, in milliseconds. */
const FETCH_TIMEOUT_MS = 15_000;
/**
 * Asks a URL, again after a pause if the server is busy (429, with its Retry-After), broken (5xx) or the connection
 * fails. Other refusals are returned for the caller to judge.
 * @throws Error naming the reason, and how often it was tried if more than once
 */
async function fetchWithRetries(url, init = {}, { pauseMs = FETCH_PAUSE_MS, onRetry = () => undefined } = {}) {
    const signal = new AbortController().signal;
    const retries = { tries: FETCH_TRIES, pauseMs, signal, onRetry, isTransient: () => true };
    let attempts = 0;
    try {
        return await retry(url, retries, async (attempt) => {
            attempts = attempt;
            const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
            if (answer.status !== 429 && answer.status < 500)
                return answer;
            await answer.body?.cancel();
            throw new BusyError(`it answered ${answer.status}`, retryAfter(answer.headers.get('retry-after')));
        });
    }
    catch (error) {
        const times = attempts > 1 ? ` (tried ${attempts} times)` : '';
        throw new Error(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchFailure */ .Z5)(error)}${times}`, { cause: error });
    }
}
/** Milliseconds of a Retry-After header: seconds, or a date (RFC 9110). */
function retryAfter(header, now = Date.now()) {
    if (header === null)
        return undefined;
    if (/^\d+$/.test(header.trim()))
        return Number(header) * 1000;
    const until = Date.parse(header);
    return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}


/***/ }),

/***/ 8671:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ settleAll)
/* harmony export */ });
/** Like Promise.all, but rejects only once nothing is under way any more, so that a rollback misses nothing. */
async function settleAll(work) {
    const results = await Promise.allSettled(work);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}


/***/ }),

/***/ 6364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ megabytes),
/* harmony export */   l: () => (/* binding */ sizeText)
/* harmony export */ });
/** A size for people, in megabytes of a million bytes: `12 MB`. @param digits after the point */
const megabytes = (bytes, digits = 0) => `${(bytes / 1e6).toFixed(digits)} MB`;
/** A size of any magnitude for people: `13 kB`, `1.5 MB`. */
const sizeText = (bytes) => bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : megabytes(bytes, bytes < 1e7 ? 1 : 0);


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

/***/ 1574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ proxiesIn),
/* harmony export */   fK: () => (/* binding */ withProxy),
/* harmony export */   hg: () => (/* binding */ proxyEntries),
/* harmony export */   mB: () => (/* binding */ isAboutProxies)
/* harmony export */ });
/** Variables that name proxies, and hosts that are reached without them. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY'];
const WITHOUT = 'NO_PROXY';
/** A proxy on this machine's loopback address is another machine's, or nobody's, for a node. */
const LOOPBACK_URL = /^([a-z0-9]+:\/\/)?([^@/]*@)?(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/i;
/**
 * The environment's proxies, as variables for nodes. Go's programs, which nodes have, know them by their capital names.
 * @returns none when no proxy is set that a node could reach
 */
function proxyEntries(env) {
    const read = (name) => env[name] || env[name.toLowerCase()] || '';
    const proxies = PROXIES.filter((name) => read(name) !== '' && !LOOPBACK_URL.test(read(name)));
    if (proxies.length === 0)
        return [];
    return [...proxies, WITHOUT]
        .filter((name) => read(name) !== '')
        .map((name) => ({
        value: `${name}=${read(name)}`,
        nodeFilters: ['server:*', 'agent:*'],
        where: `environment variable ${name}`,
    }));
}
/** What an environment says of proxies, for a container that is no node. @param env `NAME=VALUE` */
const proxiesIn = (env) => withProxy(env.filter(isAboutProxies), ['localhost', '127.0.0.0/8']);
/** The entries about proxies that are in force, by capital names: the last one counts, and one that is empty is none. */
function proxyVariables(env) {
    const found = new Map();
    for (const entry of env.filter(isAboutProxies)) {
        const [name = '', ...value] = entry.split('=');
        if (value.join('=') === '')
            found.delete(name.toUpperCase());
        else
            found.set(name.toUpperCase(), entry);
    }
    return found;
}
/** Whether an entry `NAME=VALUE` of an environment is about proxies. */
const isAboutProxies = (entry) => /^(https?|no)_proxy(=|$)/i.test(entry);
/**
 * An environment in which each variable about proxies is there once, the last one counting, and in which `local` is
 * reached without a proxy. One that is empty is left out: so nodes can be kept from a proxy of this environment.
 * @param env `NAME=VALUE`
 * @param local hosts, domains (`.svc`) and subnets
 */
function withProxy(env, local) {
    const found = proxyVariables(env);
    const others = env.filter((entry) => !isAboutProxies(entry));
    const proxies = PROXIES.filter((name) => found.has(name));
    const hasOnly = (name) => [...found.values()].every((entry) => entry.startsWith(`${name}=`));
    // Without a proxy, or with one that a user has named in small letters for plain HTTP alone, it stays as it is written.
    if (proxies.length === 0 || hasOnly('http_proxy'))
        return [...others, ...found.values()];
    const value = (name) => (found.get(name) ?? '').split('=').slice(1).join('=');
    const without = [...value(WITHOUT).split(','), ...local].filter((host) => host !== '');
    return [
        ...others,
        ...proxies.map((name) => `${name}=${value(name)}`),
        `${WITHOUT}=${[...new Set(without)].join(',')}`,
    ];
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
/* harmony import */ var _podState_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6330);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1517);
/* harmony import */ var _pullMessage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3334);



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
    const nodes = await (0,_nodes_js__WEBPACK_IMPORTED_MODULE_0__/* .allNodes */ .B)(kube);
    const events = pods.length === 0 ? [] : ((await kube.get('/api/v1/events'))?.items ?? []);
    const reasons = [...pressureOf(nodes), ...pods.flatMap((pod) => lastWarning(pod, events))];
    for (const pod of pods) {
        signal.throwIfAborted();
        const container = (0,_podState_js__WEBPACK_IMPORTED_MODULE_1__/* .crashing */ .oB)(pod);
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
/** Reasons of events that are over when a container is beyond its creation. */
const BEFORE_START = /^Failed(Mount|AttachVolume|Scheduling|CreatePodSandBox)$/;
/** A pause between pulls as kubelets before 1.32 tell of it: without the reason. */
const PAUSE = /Back-off pulling image "([^"]+)"(?=;|$)/;
const PULL_FAILED = /^Failed to pull image "([^"]+)": (.*)$/s;
/** Why the pull failed that a pod pauses after, from the event of that pull. */
function whyPaused(why, warned) {
    const image = PAUSE.exec(why)?.[1];
    if (image === undefined)
        return [];
    const causes = warned.flatMap(({ message = '' }) => {
        const [, of, cause] = PULL_FAILED.exec(message) ?? [];
        return of === image && cause !== undefined ? [(0,_pullMessage_js__WEBPACK_IMPORTED_MODULE_2__/* .pullMessage */ .R)(cause)] : [];
    });
    return causes.slice(0, 1);
}
/** What was warned of last about a pod, unless it says so itself: kubelet tells of volumes and probes in events only. */
function lastWarning(pod, events) {
    const { name, namespace } = pod.metadata;
    const why = (0,_podState_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNotReady */ .$R)(pod);
    const isPast = (0,_podState_js__WEBPACK_IMPORTED_MODULE_1__/* .isPastCreation */ .Wo)(pod);
    const warned = warnings(events).filter(({ involvedObject: object }) => object.kind === 'Pod' && object.name === name && object.namespace === namespace);
    const event = warned.find(({ reason = '', message = '' }) => !STATED.test(reason) && !(isPast && BEFORE_START.test(reason)) && !why.includes(message));
    return [...whyPaused(why, warned), ...(event === undefined ? [] : [`${event.reason}: ${event.message?.trim()}`])];
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

/***/ 4461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ COMPONENTS),
/* harmony export */   Ol: () => (/* binding */ isEnabled),
/* harmony export */   mt: () => (/* binding */ waitForComponent),
/* harmony export */   wi: () => (/* binding */ waitForTarget)
/* harmony export */ });
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8601);
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7344);
/* harmony import */ var _ready_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3487);
/* harmony import */ var _targetState_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4726);
/* harmony import */ var _config_k3sArgs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7504);
/* harmony import */ var _config_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5165);






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
    const words = (0,_config_k3sArgs_js__WEBPACK_IMPORTED_MODULE_4__/* .wordsOf */ .Z9)(k3sArgs);
    if (component === 'traefik' && words.includes('--disable-helm-controller'))
        return false;
    if (component === 'servicelb' && words.includes('--disable-cloud-controller'))
        return false;
    return !(0,_config_k3sArgs_js__WEBPACK_IMPORTED_MODULE_4__/* .disabledIn */ .mn)(k3sArgs).includes(component);
}
/** Waits until a component is ready, naming the part that is not. */
async function waitForComponent(context, component) {
    for (const part of PARTS[component]) {
        const what = typeof part === 'function' ? component : `${component}'s ${(0,_config_target_js__WEBPACK_IMPORTED_MODULE_3__/* .targetText */ .Z3)(part)}`;
        await waitUntilReady(context, what, () => (typeof part === 'function' ? part(context) : (0,_targetState_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t)(context, part)));
    }
}
/** Waits for something of the user's own. @throws UserError when it can't become ready any more */
function waitForTarget(context, target) {
    return waitUntilReady(context, (0,_config_target_js__WEBPACK_IMPORTED_MODULE_3__/* .targetText */ .Z3)(target), () => (0,_targetState_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t)(context, target));
}
async function waitUntilReady(context, what, look) {
    await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .poll */ .w)(async () => {
        const unready = await look();
        if (unready === undefined)
            return true;
        context.blocker(`${what} (${unready.why})`, unready.pods);
        return undefined;
    }, _ready_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOK_EVERY_MS */ .R5, context.signal);
}
/** Its chart brings kinds of its own; until all are known, manifests that use them are refused. */
async function crdsOfTraefik({ kube }) {
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const all = (await (0,_ready_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(() => kube.get(path)))?.items ?? [];
    const own = all.filter(({ metadata }) => /\.traefik\.(io|containo\.us)$/.test(metadata.name));
    if (own.length === 0)
        return { why: 'its kinds are not defined yet', pods: [] };
    const late = own.find((crd) => !(0,_conditions_js__WEBPACK_IMPORTED_MODULE_5__/* .isTrue */ .H)(crd, 'Established'));
    return late && { why: `its kind ${late.metadata.name} is not established yet`, pods: [] };
}
/** The controller runs inside k3s: what shows that it works is that services of its type have addresses. */
async function loadBalancers({ kube }) {
    const services = await (0,_ready_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(() => kube.get('/api/v1/services'));
    if (services === undefined)
        return { why: 'the API does not list services', pods: [] };
    const late = services.items.find(_targetState_js__WEBPACK_IMPORTED_MODULE_2__/* .lacksAddress */ .v);
    if (late === undefined)
        return undefined;
    const { namespace = '', name } = late.metadata;
    return { why: `service ${namespace}/${name} has no address yet`, pods: [] };
}


/***/ }),

/***/ 1517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ allNodes)
/* harmony export */ });
/** All nodes of a cluster. @throws KubeError; the network's error when there is no answer */
const allNodes = async (kube) => (await kube.get('/api/v1/nodes'))?.items ?? [];


/***/ }),

/***/ 1097:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ PodCidrGiver)
/* harmony export */ });
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7662);
/* harmony import */ var _plan_early_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1128);
/* harmony import */ var _nodeNames_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1036);



/** First minor release of Kubernetes 1 whose node IPAM controller hands out ranges without a 10 s sleep first. */
const FIRST_PROMPT_MINOR = 27;
/**
 * Gives nodes their pod range as soon as they appear. The first one of a new cluster gets what the controller would give
 * it, so that it does not matter who is quicker. The others get theirs only on old releases: before 1.27 Kubernetes' controller sleeps for 10 s before it does,
 * and a node without a range has no network and is not Ready. These ranges are taken from the far end of the cluster's,
 * away from the controller's, and giving stops once the controller itself has been seen at work: a range can be set
 * once and never changed, and two hands must never give out the same one.
 */
class PodCidrGiver {
    #next = 255;
    #given = new Set();
    #stopped;
    #first;
    #kube;
    /** @param first the first node, where its range is for us to say */
    constructor(kube, minor, k3sArgs, first) {
        this.#kube = kube;
        this.#first = first;
        this.#stopped = minor >= FIRST_PROMPT_MINOR || changesRanges(k3sArgs);
    }
    /** Looks at the nodes as they are now and gives those a range that have none. */
    async serve(nodes) {
        await this.#serveFirst(nodes);
        if (this.#stopped)
            return;
        if (nodes.some((node) => node.spec.podCIDR !== undefined && !this.#given.has(node.spec.podCIDR))) {
            this.#stopped = true;
            return;
        }
        for (const node of nodes) {
            if (node.spec.podCIDR !== undefined || this.#isFirst(node, nodes))
                continue;
            await this.#give(node, `${_contract_names_js__WEBPACK_IMPORTED_MODULE_0__/* .POD_PREFIX */ .br}.${this.#next--}.0/24`);
        }
    }
    #isFirst(node, nodes) {
        return this.#first !== undefined && (0,_nodeNames_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeFor */ .O)(this.#first, nodes) === node;
    }
    /** Until it has one: a refused patch is tried again. */
    async #serveFirst(nodes) {
        const node = this.#first && (0,_nodeNames_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeFor */ .O)(this.#first, nodes);
        if (node === undefined || node.spec.podCIDR !== undefined)
            return;
        await this.#give(node, _plan_early_js__WEBPACK_IMPORTED_MODULE_1__/* .FIRST_POD_CIDR */ .ms);
    }
    async #give({ metadata }, cidr) {
        this.#given.add(cidr);
        try {
            await this.#kube.patch(`/api/v1/nodes/${metadata.name}`, { spec: { podCIDR: cidr, podCIDRs: [cidr] } });
        }
        catch {
            // The controller was quicker, or the API is not quite up: either way the next look decides.
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
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8601);
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
            context.reporter.warn(`Pods are still not ready ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(PODS_MS)} after the restore${(0,_podState_js__WEBPACK_IMPORTED_MODULE_4__/* .describePods */ .sT)(late ?? [])}`);
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
/* harmony export */   R6: () => (/* binding */ insist),
/* harmony export */   Vk: () => (/* binding */ waitForSupervisor),
/* harmony export */   iw: () => (/* binding */ waitForNodes),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   lc: () => (/* binding */ waitForServiceAccount)
/* harmony export */ });
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8601);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7369);
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7344);
/* harmony import */ var _nodeNames_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1036);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1517);






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
/**
 * Runs a question to the API that may not answer yet: while it comes up, failures only mean "not yet".
 * @param onFailure told why there was no answer
 */
async function ask(question, onFailure) {
    try {
        return await question();
    }
    catch (error) {
        // A refused certificate or right does not heal by waiting, but right after boot RBAC is still being set up.
        if (!(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_2__/* .KubeError */ .a || isNetworkError(error)))
            throw error;
        onFailure?.(error);
        return undefined;
    }
}
function isNetworkError(error) {
    return error instanceof Error && ('code' in error || /no answer|socket hang up/.test(error.message));
}
/** Does something through the API, again and again until it is taken. */
async function insist(work, signal) {
    const once = async () => {
        await work();
        return true;
    };
    await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(() => ask(once), LOOK_EVERY_MS, signal);
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
/** The role of servers, with the name that it had before Kubernetes 1.20 (k3s: pkg/server). */
const SERVER_ROLES = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'];
/**
 * How long a node that is Ready is waited for to get its role, in milliseconds. Nothing depends on it, and of two servers
 * of k3s 1.23 that share a database now and then one does not get it.
 */
const ROLE_MS = 15_000;
/**
 * Waits until all nodes are Ready, helping them to a pod range, and for a while until servers have their role, which k3s
 * gives them later. Where it is enough that they have registered, one that was Ready when it was first seen, before its
 * cluster was started again, has to be so once more: somebody has brought it a network.
 * @param onRegistered called for each node that Kubernetes knows, by its container's name and its own, more than once
 */
async function waitForNodes(context, wanted, podCidr, onRegistered, until = 'Ready') {
    const done = new Set();
    const wasReady = new Map();
    const readyAt = new Map();
    const isAwaitingRole = (one, node) => {
        const at = readyAt.get(one.container) ?? performance.now();
        readyAt.set(one.container, at);
        return lacksRole(one, node) && performance.now() - at < ROLE_MS;
    };
    return await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(async () => {
        let failure;
        const found = await ask(() => (0,_nodes_js__WEBPACK_IMPORTED_MODULE_3__/* .allNodes */ .B)(context.kube), (error) => (failure = error.message));
        const nodes = found ?? [];
        await podCidr.serve(nodes);
        for (const one of wanted) {
            const node = (0,_nodeNames_js__WEBPACK_IMPORTED_MODULE_4__/* .nodeFor */ .O)(one, nodes);
            if (node === undefined)
                continue;
            const { name } = node.metadata;
            onRegistered(one.container, name);
            if (!wasReady.has(name))
                wasReady.set(name, (0,_conditions_js__WEBPACK_IMPORTED_MODULE_5__/* .conditionOf */ .r)(node, 'Ready')?.status === 'True');
            if (done.has(one.container))
                continue;
            const isEnough = until === 'registered' && !wasReady.get(name);
            if (isEnough ? !isSeenAnew(context, node) : !isReady(context, node) || isAwaitingRole(one, node))
                continue;
            done.add(one.container);
            const how = isEnough ? 'has registered' : 'is Ready';
            context.reporter.info(`Node ${name} ${how} after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(context.timeline.now())}`);
        }
        const missing = wanted.filter(({ container }) => !done.has(container));
        if (missing.length === 0)
            return nodes;
        context.blocker(describeMissing(missing, nodes, failure));
        return undefined;
    }, LOOK_EVERY_MS, context.signal);
}
const lacksRole = ({ getsRole = false }, { metadata }) => getsRole && !SERVER_ROLES.some((role) => role in (metadata.labels ?? {}));
/** Whether its kubelet has spoken since the node was started, whatever it said. */
function isSeenAnew({ startedAt }, node) {
    return isNews(startedAt, node.metadata.name, (0,_conditions_js__WEBPACK_IMPORTED_MODULE_5__/* .conditionOf */ .r)(node, 'Ready')?.lastHeartbeatTime);
}
function isReady({ startedAt }, node) {
    const condition = (0,_conditions_js__WEBPACK_IMPORTED_MODULE_5__/* .conditionOf */ .r)(node, 'Ready');
    return condition?.status === 'True' && isNews(startedAt, node.metadata.name, condition.lastHeartbeatTime);
}
/** Whether something that the API dates was so after the node's last start. The API counts in whole seconds. */
function isNews(startedAt, node, time) {
    if (startedAt === undefined)
        return true;
    const started = startedAt.get(node);
    return started !== undefined && time !== undefined && Date.parse(time) >= Math.floor(started / 1000) * 1000;
}
/** @param failure why the API did not tell of nodes, if it did not */
function describeMissing(missing, nodes, failure) {
    const unknown = failure === undefined ? '' : ` (the API does not tell: ${failure})`;
    return missing
        .map((one) => {
        const node = (0,_nodeNames_js__WEBPACK_IMPORTED_MODULE_4__/* .nodeFor */ .O)(one, nodes);
        if (node === undefined)
            return `node ${one.container} to register${unknown}`;
        const condition = (0,_conditions_js__WEBPACK_IMPORTED_MODULE_5__/* .conditionOf */ .r)(node, 'Ready');
        if (condition?.status === 'True' && lacksRole(one, node))
            return `node ${node.metadata.name} to get its role`;
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

/***/ 4726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ lookAt),
/* harmony export */   v: () => (/* binding */ lacksAddress)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7344);
/* harmony import */ var _podState_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6330);
/* harmony import */ var _ready_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3487);
/* harmony import */ var _config_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5165);





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
    const { api, plural, namespaced, state } = _config_target_js__WEBPACK_IMPORTED_MODULE_2__/* .TARGET_KINDS */ .aO[target.kind];
    const place = namespaced ? `${api}/namespaces/${target.namespace}` : api;
    const path = `${place}/${plural}/${target.name}`;
    const found = await (0,_ready_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(() => context.kube.get(path));
    if (found === undefined)
        return lacks('it does not exist yet');
    switch (state) {
        case 'exists':
            return undefined;
        case 'workload':
            return lookAtWorkload(context, target.kind, found, target.namespace);
        case 'pod': {
            const pod = found;
            const ready = (0,_conditions_js__WEBPACK_IMPORTED_MODULE_3__/* .isTrue */ .H)(pod, 'Ready') && (0,_ready_js__WEBPACK_IMPORTED_MODULE_1__/* .runsSinceStart */ .BO)(context, pod);
            return ready ? undefined : lacks((0,_podState_js__WEBPACK_IMPORTED_MODULE_4__/* .describePods */ .sT)([pod]).slice(2, -1), [pod]);
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
        return lacks((0,_common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchFailure */ .Z5)(error));
    }
}
async function lookAtCondition(context, target, found, type) {
    const condition = (0,_conditions_js__WEBPACK_IMPORTED_MODULE_3__/* .conditionOf */ .r)(found, type);
    if (condition?.status === 'True')
        return undefined;
    if (target.kind !== 'job') {
        return lacks(condition?.message || condition?.reason || `it is not ${_config_target_js__WEBPACK_IMPORTED_MODULE_2__/* .TARGET_KINDS */ .aO[target.kind].ready} yet`);
    }
    const failed = (0,_conditions_js__WEBPACK_IMPORTED_MODULE_3__/* .conditionOf */ .r)(found, 'Failed');
    if (failed?.status === 'True') {
        const why = [failed.reason, failed.message].filter(Boolean).join(': ');
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${(0,_config_target_js__WEBPACK_IMPORTED_MODULE_2__/* .targetText */ .Z3)(target)} has failed: ${why || 'its pods did'}`);
    }
    const pods = await podsOf(context, target.namespace, { 'job-name': target.name });
    return lacks((0,_podState_js__WEBPACK_IMPORTED_MODULE_4__/* .describePods */ .sT)(pods).slice(2, -1), pods);
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
    const late = pods.filter((pod) => !(0,_ready_js__WEBPACK_IMPORTED_MODULE_1__/* .runsSinceStart */ .BO)(context, pod));
    if (done && late.length === 0)
        return undefined;
    const failure = (0,_conditions_js__WEBPACK_IMPORTED_MODULE_3__/* .conditionOf */ .r)(workload, 'ReplicaFailure');
    const said = failure?.status === 'True' ? `; ${failure.message ?? failure.reason}` : '';
    return lacks(`${available} of ${wanted} ready${late.length === 0 ? '' : (0,_podState_js__WEBPACK_IMPORTED_MODULE_4__/* .describePods */ .sT)(late)}${said}`, late);
}
function podsOf(context, namespace, labels) {
    const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    if (selector.length === 0)
        return Promise.resolve([]);
    return (0,_ready_js__WEBPACK_IMPORTED_MODULE_1__/* .listPods */ .BG)(context, `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(selector.join(','))}`);
}


/***/ }),

/***/ 3819:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SC: () => (/* binding */ KUBECONFIG_PATH),
  Ci: () => (/* binding */ planCluster),
  SU: () => (/* binding */ planNetwork)
});

// EXTERNAL MODULE: ./src/config/datastore.ts
var datastore = __webpack_require__(4411);
// EXTERNAL MODULE: ./src/config/nodeLabels.ts
var nodeLabels = __webpack_require__(7479);
// EXTERNAL MODULE: ./src/config/proxy.ts
var proxy = __webpack_require__(1574);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/plan/addresses.ts

/** Arithmetic on addresses, of IPv4 unless they are said to be others. */
/** The number behind an address. */
function toNumber(address) {
    return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
function toAddress(value) {
    return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
/** First address of a subnet in CIDR notation, and how many it has. */
function rangeOf(subnet) {
    const [address, bits] = subnet.split('/');
    const size = 2 ** (32 - Number(bits));
    return { first: Math.floor(toNumber(address) / size) * size, size };
}
/**
 * The address of a node: the nth after those that k3d keeps free, which are the network's own, the gateway's and `.2`.
 * @returns undefined when the lower half of the subnet has no such address
 */
function nodeAddress(subnet, n) {
    const { first, size } = rangeOf(subnet);
    return 3 + n < size / 2 ? toAddress(first + 3 + n) : undefined;
}
/** The upper half of a subnet: where the engine gives out addresses itself, so that it never takes a node's. */
function upperHalf(subnet) {
    const { first, size } = rangeOf(subnet);
    return `${toAddress(first + size / 2)}/${32 - Math.log2(size / 2)}`;
}
/** How many addresses a pool has at most, and which part of its range it takes at most. */
const POOL_SIZE = 50;
const POOL_PART = 4;
/**
 * Addresses that nobody gives out: the last ones of the lower half of a network that was made for nodes, which have the
 * first ones of it, or the last ones of any other, where an engine begins at the first.
 * @param isOwn whether the upper half is the engine's
 * @returns e.g. `172.18.127.205-172.18.127.254`; empty for no subnet
 */
function addressPool(subnet, isOwn) {
    if (subnet === '')
        return '';
    const { first, size } = rangeOf(subnet);
    const range = isOwn ? size / 2 : size;
    const last = first + range - 2;
    const count = Math.max(1, Math.min(POOL_SIZE, Math.floor(range / POOL_PART)));
    return `${toAddress(last - count + 1)}-${toAddress(last)}`;
}
/** The gateway that k3d gives to a subnet: its first address. */
function gatewayOf(subnet) {
    return toAddress(rangeOf(subnet).first + 1);
}
/** A private IPv6 subnet (RFC 4193) that nobody else is likely to have. @param seed the same one gives the same subnet */
function privateSubnet(seed) {
    const digits = (0,external_node_crypto_.createHash)('sha256').update(seed).digest('hex');
    return `fd${digits.slice(0, 2)}:${digits.slice(2, 6)}:${digits.slice(6, 10)}::/64`;
}
/** The groups of an IPv6 subnet of the usual form, such as `fd00:28::/64`; undefined: it is of another. */
function groupsOf(subnet) {
    const [, groups] = /^((?:[0-9a-f]{1,4}:){1,4}):\/64$/i.exec(subnet) ?? [];
    return groups?.split(':').filter((group) => group !== '');
}
/**
 * What a network is told of an IPv6 subnet: the engine gives out addresses behind those of nodes. Half of the subnet would
 * be more than its arithmetic can count (moby: libnetwork/bitmap).
 */
function ipamOfSix(subnet) {
    const groups = groupsOf(subnet);
    if (groups === undefined)
        return { subnet };
    const prefix = groups.join(':');
    return { subnet, gateway: `${prefix}::1`, range: `${prefix}::1:0/112` };
}
/** The IPv6 address of a node, with the number that it has in IPv4; undefined: the engine's choice. */
function nodeAddressV6(subnet, n) {
    return groupsOf(subnet) && `${subnet.split('/')[0]}${(3 + n).toString(16)}`;
}

// EXTERNAL MODULE: ./src/plan/assumed.ts
var assumed = __webpack_require__(4089);
// EXTERNAL MODULE: ./src/plan/datastore.ts
var plan_datastore = __webpack_require__(458);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/plan/nodes.ts
var plan_nodes = __webpack_require__(2974);
;// CONCATENATED MODULE: ./src/plan/containerLabels.ts




/** The labels that make a container a node of a cluster, as k3d has them. @param ip its fixed address, if it has one */
function containerLabels(config, allocated, node, ip) {
    const labels = {
        [contract_labels/* LABEL */.d_.app]: contract_labels/* APP */.uq,
        [contract_labels/* LABEL */.d_.version]: contract_labels/* K3D_CONTRACT_VERSION */.Pm,
        [contract_labels/* LABEL */.d_.role]: node.role,
        [contract_labels/* LABEL */.d_.cluster]: config.name,
        [contract_labels/* LABEL */.d_.clusterURL]: (0,names/* clusterURL */.K9)(config.name),
        [contract_labels/* LABEL */.d_.clusterToken]: allocated.token,
        [contract_labels/* LABEL */.d_.imageVolume]: config.imageVolume ? (0,names/* imageVolumeName */.rw)(config.name) : '',
        [contract_labels/* LABEL */.d_.network]: allocated.network.name,
        [contract_labels/* LABEL */.d_.networkId]: allocated.network.id,
        [contract_labels/* LABEL */.d_.networkIPRange]: allocated.network.subnet,
        [contract_labels/* LABEL */.d_.networkExternal]: String(allocated.network.external),
        [contract_labels/* LABEL */.d_.serverLoadBalancer]: (0,plan_nodes/* hasLoadBalancer */.NE)(config) ? (0,names/* loadBalancerName */.MH)(config.name) : '',
        [contract_labels/* LABEL */.d_.creation]: allocated.creation,
    };
    const nodeName = allocated.restored?.get(node.name)?.nodeName ?? node.name;
    if (nodeName !== node.name)
        labels[contract_labels/* LABEL */.d_.nodeName] = `${node.name}=${nodeName}`;
    if (config.localImages !== 'off' && node.role !== 'loadbalancer')
        labels[contract_labels/* LABEL */.d_.localImages] = config.localImages;
    if (config.hostAliases.length > 0)
        labels[contract_labels/* LABEL */.d_.hostAliases] = JSON.stringify(config.hostAliases);
    if (node.role !== 'server')
        return labels;
    labels[contract_labels/* LABEL */.d_.apiHost] = allocated.apiHost;
    labels[contract_labels/* LABEL */.d_.apiHostIP] = config.apiHostIP;
    labels[contract_labels/* LABEL */.d_.apiPort] = String(allocated.apiPort);
    if (ip !== undefined)
        labels[contract_labels/* LABEL */.d_.staticIP] = ip;
    if ((0,plan_nodes/* hasEtcd */.pW)(config))
        labels[contract_labels/* LABEL */.d_.serverInit] = String((0,plan_nodes/* isInitServer */.mM)(config, node));
    return labels;
}
/** The user's labels of a container, from `KEY=VALUE` texts. */
function userLabels(texts) {
    return Object.fromEntries(texts.map((text) => {
        const at = text.indexOf('=');
        return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
    }));
}
/** @throws UserError when a user's label is one that clusters are found by */
function checkRuntimeLabels(labels) {
    for (const { value, where } of labels) {
        const key = value.split('=')[0];
        if ((0,contract_labels/* isReservedLabel */.JA)(key)) {
            throw new errors/* UserError */.yo(`${where}: label "${key}" is reserved: app, k3d.* and k3s.* are what clusters are found by`);
        }
    }
}

// EXTERNAL MODULE: ./src/plan/entrypoint.ts
var entrypoint = __webpack_require__(8026);
// EXTERNAL MODULE: ./src/plan/caCertificates.ts
var caCertificates = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/plan/files.ts + 2 modules
var files = __webpack_require__(9031);
// EXTERNAL MODULE: ./src/plan/loadBalancer.ts
var loadBalancer = __webpack_require__(9477);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
// EXTERNAL MODULE: ./src/plan/mounts.ts
var plan_mounts = __webpack_require__(5201);
// EXTERNAL MODULE: ./src/plan/hostNetwork.ts
var hostNetwork = __webpack_require__(3579);
// EXTERNAL MODULE: ./src/plan/ipFamily.ts
var ipFamily = __webpack_require__(8090);
// EXTERNAL MODULE: ./src/config/version.ts
var version = __webpack_require__(8794);
;// CONCATENATED MODULE: ./src/plan/k3sFlags.ts

/** k3s: release notes of v1.26 and v1.27, and the usage of `k3s server` in v1.22 and v1.23. */
const RENAMED = [
    { old: /^--no-deploy(?==|$)/, to: '--disable', in: '>=1.17' },
    { old: /^(--flannel-backend=)?wireguard$/, to: '$1wireguard-native', in: '>=1.26' },
    { old: /^(--flannel-backend=)?wireguard-native$/, to: '$1wireguard', in: '<1.24' },
];
/**
 * Arguments of k3s as the release of an image knows them.
 * @returns the same ones where its tag names no release
 */
function fittingArgs(args, image) {
    const renames = RENAMED.filter((one) => (0,version/* isRelease */.MU)(image, one.in));
    return args.map((arg) => renames.reduce((word, { old, to }) => word.replace(old, to), arg));
}

// EXTERNAL MODULE: ./src/plan/nodeFiles.ts
var nodeFiles = __webpack_require__(1784);
// EXTERNAL MODULE: ./src/plan/ports.ts
var plan_ports = __webpack_require__(3491);
// EXTERNAL MODULE: ./src/config/k3sArgs.ts
var k3sArgs = __webpack_require__(7504);
;// CONCATENATED MODULE: ./src/plan/noProxy.ts




const DOMAIN_FLAG = '--cluster-domain';
const DOMAIN = 'cluster.local';
/** All that is inside of a cluster or beside it, as NO_PROXY has it: no proxy knows the way there. */
function noProxyNames(config, allocated, nodes) {
    const args = config.k3sArgs.map(({ value }) => value);
    const { pods, services } = (0,ipFamily/* rangesOf */.wA)(config);
    const { subnet, subnetV6 = '' } = allocated.network;
    return [
        'localhost',
        '127.0.0.0/8',
        subnet,
        ...(subnetV6 === '' ? [] : [subnetV6]),
        (0,k3sArgs/* valuesOf */.sm)(args, '--cluster-cidr')[0] ?? pods,
        (0,k3sArgs/* valuesOf */.sm)(args, '--service-cidr')[0] ?? services,
        '.svc',
        `.${(0,k3sArgs/* valuesOf */.sm)(args, DOMAIN_FLAG)[0] ?? DOMAIN}`,
        names/* HOST_NAME */.TI,
        ...nodes.map(({ name }) => name),
        ...allocated.registries.map(({ name }) => name),
        ...((0,datastore/* isExternal */.ge)(config.datastore) ? [(0,names/* datastoreName */.XX)(config.name)] : []),
    ];
}

;// CONCATENATED MODULE: ./src/plan/staleAddresses.ts
/**
 * A cluster from a snapshot knows its servers by the addresses that they had, until the new ones are told. Somebody else
 * may have them now, even the cluster that the snapshot was made of, which takes the same certificates. So they are
 * made unreachable, which is noticed at once, where silence would be waited out.
 */
function staleAddressesScript(addresses) {
    return `#!/bin/sh
for address in ${addresses.join(' ')}; do
  ip route add unreachable "$address/32" 2>/dev/null || true # it is there when the node was started before
done
`;
}

;// CONCATENATED MODULE: ./src/plan/cluster.ts























/** Where servers write their kubeconfig, in k3d's clusters and ours. */
const KUBECONFIG_PATH = '/output/kubeconfig.yaml';
/**
 * The network that the cluster should have; only used when the configuration names no existing one.
 * @param subnet in CIDR notation; undefined: the engine's choice
 */
function planNetwork(config, creation, subnet) {
    return {
        name: config.network ?? (0,names/* networkName */.uv)(config.name),
        labels: { [contract_labels/* LABEL */.d_.app]: contract_labels/* APP */.uq, [contract_labels/* LABEL */.d_.creation]: creation },
        ipam: subnet === undefined ? undefined : { subnet, gateway: gatewayOf(subnet), range: upperHalf(subnet) },
        ipamV6: (0,ipFamily/* hasIPv6 */.Cz)(config) ? ipamOfSix(config.subnetV6 ?? privateSubnet(config.name)) : undefined,
    };
}
/**
 * The containers, volumes and files that make up a cluster. Pure: the same arguments give the same plan.
 * @throws UserError for anything in the configuration that can't be planned, naming where it was written
 */
function planCluster(config, allocated) {
    checkRuntimeLabels(config.runtimeLabels);
    (0,hostNetwork/* checkHostNetwork */.Z)(config);
    (0,ipFamily/* checkFamily */.nO)(config);
    (0,plan_datastore/* checkDatastore */.Kw)(config);
    for (const { value, where } of config.nodeLabels)
        (0,nodeLabels/* checkNodeLabel */.D)(value, where);
    const nodes = (0,plan_nodes/* plannedNodes */.AM)(config, allocated.names);
    const k3sNodes = nodes.filter((node) => node.role !== 'loadbalancer');
    const ports = (0,plan_ports/* planPorts */.E)(config, nodes);
    const mounts = (0,plan_mounts/* planMounts */.O)(config, nodes, allocated.existingVolumes);
    const parts = {
        servers: nodes.filter(({ role }) => role === 'server').map(({ name }) => name),
        ports,
        mounts: mounts.perNode,
        files: (0,files/* planFiles */.jP)(config, k3sNodes, allocated, addressPool(allocated.network.subnet, allocated.network.fixedAddresses), mounts.perNode),
        env: (0,plan_nodes/* spread */.il)(config.env, nodes, false),
        inside: noProxyNames(config, allocated, nodes),
        args: (0,plan_nodes/* spread */.il)(config.k3sArgs, k3sNodes, false),
        nodeLabels: (0,plan_nodes/* spread */.il)(config.nodeLabels, k3sNodes, false),
        runtimeLabels: (0,plan_nodes/* spread */.il)(config.runtimeLabels, nodes, false),
    };
    for (const { name, role } of k3sNodes)
        (0,assumed/* checkArgs */.ar)(role, parts.args.get(name) ?? [], config.k3sArgs);
    const objectLabels = { [contract_labels/* LABEL */.d_.app]: contract_labels/* APP */.uq, [contract_labels/* LABEL */.d_.version]: contract_labels/* K3D_CONTRACT_VERSION */.Pm, [contract_labels/* LABEL */.d_.cluster]: config.name };
    return {
        warnings: ports.warnings,
        volumes: mounts.volumes.map((name) => ({
            name,
            labels: { ...objectLabels, [contract_labels/* LABEL */.d_.creation]: allocated.creation },
        })),
        nodes: nodes.map((node, position) => node.role === 'loadbalancer'
            ? planLoadBalancer(config, allocated, node, position, parts)
            : planK3sNode(config, allocated, node, position, parts)),
    };
}
function planK3sNode(config, allocated, node, position, parts) {
    const isServer = node.role === 'server';
    const { nodeName = node.name, ip = addressOf(allocated, position) } = allocated.restored?.get(node.name) ?? {};
    const memory = isServer ? config.serversMemory : config.agentsMemory;
    const binds = parts.mounts.get(node.name) ?? [];
    return {
        ...node,
        container: {
            name: node.name,
            hostname: nodeName,
            image: config.image,
            entrypoint: [entrypoint/* NODE_ENTRYPOINT */.Qj],
            command: nodeCommand(config, allocated, node, parts),
            env: nodeEnv(config, allocated, node, (0,proxy/* withProxy */.fK)(parts.env.get(node.name) ?? [], parts.inside)),
            labels: {
                ...userLabels(parts.runtimeLabels.get(node.name) ?? []),
                ...containerLabels(config, allocated, node, ip),
            },
            network: allocated.network.name,
            ip,
            ipV6: addressV6Of(allocated, position),
            ports: publishedPorts(config, allocated, node, parts),
            binds,
            tmpfs: ['/run', '/var/run'],
            // What the image has there is in the snapshot, as far as it was used.
            emptyVolumes: allocated.restored?.has(node.name) ? freePaths([names/* K3S_DATA_PATH */.Tt], binds) : [],
            extraHosts: extraHosts(config, allocated),
            ulimits: config.ulimits,
            memory,
            hostPid: config.hostPidMode,
            gpus: config.gpus,
            privileged: true,
            init: config.dockerInit,
        },
        files: [
            ...(0,nodeFiles/* nodeFiles */.k)(isServer ? 'server' : 'agent', config.image, config.disabledFixes, memory, binds),
            ...staleAddressFiles(allocated.staleAddresses ?? []),
            ...(0,caCertificates/* caFiles */.e)(config.caCertificates),
            ...(parts.files.get(node.name) ?? []),
        ],
    };
}
const staleAddressFiles = (addresses) => addresses.length === 0 ? [] : [(0,entrypoint/* entrypointScript */.Il)('-addresses', staleAddressesScript(addresses))];
/** Without a load balancer the first server publishes the API itself. */
function publishedPorts(config, allocated, node, parts) {
    const own = parts.ports.published.get(node.name) ?? [];
    const hasApi = node.role === 'server' && node.index === 0 && !(0,plan_nodes/* hasLoadBalancer */.NE)(config) && !(0,hostNetwork/* isOnHost */.a)(config);
    return hasApi ? [...apiMappings(config, allocated), ...own] : [...own];
}
/** Those of the paths at which nothing is mounted. */
const freePaths = (paths, binds) => paths.filter((path) => !binds.some((bind) => (0,volumeSpec/* bindTarget */.PE)(bind) === path));
/** The load balancer publishes the API and passes it on to all servers, beside the ports that the user asked for. */
function planLoadBalancer(config, allocated, node, position, parts) {
    const ip = addressOf(allocated, position);
    return {
        ...node,
        container: (0,loadBalancer/* loadBalancerContainer */.As)({
            name: node.name,
            image: config.loadBalancerImage,
            env: [...(parts.env.get(node.name) ?? []), ...(0,ipFamily/* familyEnv */.ug)(config)],
            labels: {
                ...userLabels(parts.runtimeLabels.get(node.name) ?? []),
                ...containerLabels(config, allocated, node, ip),
            },
            network: allocated.network.name,
            ip,
            ipV6: addressV6Of(allocated, position),
            ports: [...apiMappings(config, allocated), ...(parts.ports.published.get(node.name) ?? [])],
            binds: parts.mounts.get(node.name) ?? [],
            extraHosts: extraHosts(config, allocated),
            init: config.dockerInit,
            open: new Map([[names/* API_PORT_KEY */.Vh, ['server']], ...parts.ports.open]),
        }),
        files: (0,loadBalancer/* loadBalancerFiles */.S9)({
            ports: new Map([[names/* API_PORT_KEY */.Vh, parts.servers], ...parts.ports.proxied]),
            settings: (0,loadBalancer/* settingsWith */.WG)(config.loadBalancerOverrides),
        }),
    };
}
function apiMappings(config, allocated) {
    return (0,ipFamily/* inFamilies */.ss)(config, {
        ...{ hostIP: config.apiHostIP, hostPort: allocated.apiPort, containerPort: names/* API_PORT */.lL, protocol: 'tcp' },
    });
}
function addressOf({ network }, position) {
    return network.fixedAddresses ? nodeAddress(network.subnet, position) : undefined;
}
function addressV6Of({ network }, position) {
    return network.fixedAddresses ? nodeAddressV6(network.subnetV6 ?? '', position) : undefined;
}
function nodeCommand(config, allocated, node, parts) {
    const args = fittingArgs(parts.args.get(node.name) ?? [], config.image);
    const command = [node.role, ...args];
    if ((0,plan_nodes/* isInitServer */.mM)(config, node))
        command.push('--cluster-init');
    for (const label of parts.nodeLabels.get(node.name) ?? [])
        command.push('--node-label', (0,nodeLabels/* labelWithValue */.a)(label));
    if (node.role === 'server') {
        command.push(...(0,ipFamily/* familyArgs */.SI)(config, args));
        const addresses = apiMappings(config, allocated).map(({ hostIP }) => hostIP);
        for (const name of new Set([allocated.apiHost, ...addresses]))
            command.push('--tls-san', name);
        command.push('--tls-san', (0,names/* loadBalancerName */.MH)(config.name));
        // A node that is called otherwise in Kubernetes is still reached by its container's name.
        if ((allocated.restored?.get(node.name)?.nodeName ?? node.name) !== node.name)
            command.push('--tls-san', node.name);
    }
    return command;
}
function nodeEnv(config, allocated, node, user) {
    const env = [...user, ...(0,ipFamily/* familyEnv */.ug)(config), `K3S_TOKEN=${allocated.token}`];
    const joins = node.role === 'agent' || (node.index > 0 && !(0,datastore/* isExternal */.ge)(config.datastore));
    if (joins)
        env.push(`K3S_URL=${(0,names/* clusterURL */.K9)(config.name)}`);
    // Servers that share a database find each other there.
    if (node.role === 'server' && allocated.datastoreEndpoint !== undefined)
        env.push(`${plan_datastore/* ENDPOINT_VARIABLE */.nb}=${allocated.datastoreEndpoint}`);
    if (node.role === 'server')
        env.push(`K3S_KUBECONFIG_OUTPUT=${KUBECONFIG_PATH}`);
    return env;
}
/** Entries of /etc/hosts that Docker keeps over restarts: the host itself, and the user's aliases. */
function extraHosts(config, allocated) {
    const aliases = config.hostAliases.flatMap((alias) => alias.hostnames.map((name) => `${name}:${alias.ip}`));
    return allocated.network.gateway === '' ? aliases : [`${names/* HOST_NAME */.TI}:${allocated.network.gateway}`, ...aliases];
}


/***/ }),

/***/ 5733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ dryPlan)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _config_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5165);
/* harmony import */ var _cluster_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3819);
/* harmony import */ var _datastore_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(458);




/**
 * The plan of a cluster as far as it is known without an engine: it finds every mistake in the configuration while
 * nothing has been made.
 * @throws UserError for anything that can't be planned, naming where it was written
 */
function dryPlan(config) {
    if (config.waitFor.length > 0 && !config.wait.has('nodes')) {
        const what = config.waitFor.map(_config_target_js__WEBPACK_IMPORTED_MODULE_1__/* .targetText */ .Z3).join(', ');
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${what} is to be waited for, and nodes are not ("wait" is none): leave "wait" at system`);
    }
    return (0,_cluster_js__WEBPACK_IMPORTED_MODULE_2__/* .planCluster */ .Ci)(config, {
        creation: '',
        token: '',
        apiHost: config.apiHostIP,
        apiPort: config.apiPort ?? 0,
        network: { name: '', id: '', subnet: '', gateway: '', external: false, fixedAddresses: false },
        registries: [],
        datastoreEndpoint: (0,_datastore_js__WEBPACK_IMPORTED_MODULE_3__/* .endpointOf */ .X5)(config, ''),
        existingVolumes: new Set(),
    });
}


/***/ }),

/***/ 1128:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lB: () => (/* binding */ CONTROLLER_MANAGER_SETTINGS),
/* harmony export */   ms: () => (/* binding */ FIRST_POD_CIDR),
/* harmony export */   p1: () => (/* binding */ canBeEarly),
/* harmony export */   w3: () => (/* binding */ FIRST_POD_GATEWAY)
/* harmony export */ });
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7662);


/**
 * The controller manager starts its thirty controllers one after the other through a client that is held back, so that
 * the deployments' may come seconds late.
 */
const CONTROLLER_MANAGER_SETTINGS = ['kube-api-qps=100', 'kube-api-burst=200'];
/** The first range that a node gets for its pods, and the node's own address in it. */
const FIRST_POD_CIDR = `${_contract_names_js__WEBPACK_IMPORTED_MODULE_0__/* .POD_PREFIX */ .br}.0.0/24`;
const FIRST_POD_GATEWAY = `${_contract_names_js__WEBPACK_IMPORTED_MODULE_0__/* .POD_PREFIX */ .br}.0.1/24`;
/**
 * First minor release of Kubernetes 1 in which the rights of k3s's controllers are known to have the names that they
 * have today.
 */
const FIRST_KNOWN_MINOR = 22;
/** Settings that make the network, or the DNS, another than k3s's usual one. */
const CHANGES = /^--(flannel-[a-z0-9-]+|(cluster|service)-cidr|cluster-dns|node-(external-)?ip|vpn-auth(-file)?|data-dir|disable-(agent|apiserver|controller-manager|scheduler|kube-proxy|etcd)|kube-(cloud-)?controller-manager-arg)=/;
const OURS = new Set([
    '--flannel-backend=vxlan',
    ...CONTROLLER_MANAGER_SETTINGS.map((setting) => `--kube-controller-manager-arg=${setting}`),
]);
/**
 * Whether the network and DNS of a new cluster can be brought to it before k3s does: its servers were not told anything
 * that touches them.
 * @param minor release of Kubernetes 1
 */
function canBeEarly({ serverArgs, hasNetwork, hasWorkloads, hasServerNode }, minor) {
    const isUsual = serverArgs.every((arg) => !CHANGES.test(arg) || OURS.has(arg));
    return minor >= FIRST_KNOWN_MINOR && isUsual && hasNetwork && hasWorkloads && hasServerNode;
}


/***/ }),

/***/ 5201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ planMounts),
/* harmony export */   R: () => (/* binding */ IMAGE_VOLUME_PATH)
/* harmony export */ });
/* harmony import */ var _config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(613);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7662);
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
        if (!mount.isPath && (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isClusterVolume */ .qJ)(source) && !existing.has(source))
            volumes.add(source);
        return { ...entry, value: [source, destination, options].filter((part) => part !== undefined).join(':') };
    });
    const perNode = (0,_nodes_js__WEBPACK_IMPORTED_MODULE_2__/* .spread */ .il)(resolved, nodes, true);
    if (config.imageVolume) {
        const name = (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .imageVolumeName */ .rw)(config.name);
        volumes.add(name);
        for (const binds of perNode.values())
            binds.push(`${name}:${IMAGE_VOLUME_PATH}`);
    }
    return { volumes: [...volumes], perNode };
}


/***/ }),

/***/ 1784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ nodeFiles)
/* harmony export */ });
/* harmony import */ var _early_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1128);
/* harmony import */ var _entrypoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8026);
/* harmony import */ var _config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(613);
/* harmony import */ var _nodeSettings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6034);
/* harmony import */ var _releaseFiles_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3827);





/**
 * What the kubelet of a node in a container needs otherwise. The `+` adds to what a user's own file has, and the command
 * line wins.
 * - How often it looks at its node's state. It tells of a change only, but it looks every 10 s: a node that was not ready
 *   at the first look would be 10 s late.
 * - The disk is the machine's, and what fills it is seldom the cluster. Above 85 % the kubelet would delete images that no
 *   pod uses at the moment, imported ones too, which nobody can pull again; below 5 % it would evict pods. kind sets the
 *   same (kind: pkg/cluster/internal/kubeadm/config.go).
 */
const KUBELET_SETTINGS = [
    'node-status-update-frequency=1s',
    'image-gc-high-threshold=100',
    'eviction-hard=imagefs.available<0%,nodefs.available<0%,nodefs.inodesFree<0%',
];
/**
 * The files that every node of k3s needs of us.
 * @param role what it says of the controller manager is for servers
 * @param image whose tag names the release, for which there may be more
 * @param disabled fixes that are not wanted
 * @param memory the node's limit in bytes, if it has one
 * @param binds the node's mounts: nothing is written into a folder of the user's
 */
function nodeFiles(role, image, disabled, memory, binds) {
    const settings = {
        path: `${_nodeSettings_js__WEBPACK_IMPORTED_MODULE_3__/* .CONFIG_FOLDER */ .EX}/00-k3d.yaml`,
        content: [
            ...added('kubelet-arg', KUBELET_SETTINGS),
            ...(role === 'server' && !disabled.includes('early')
                ? added('kube-controller-manager-arg', _early_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTROLLER_MANAGER_SETTINGS */ .lB)
                : []),
        ].join(''),
        mode: 0o644,
    };
    return [
        ...(0,_entrypoint_js__WEBPACK_IMPORTED_MODULE_1__/* .entrypointFiles */ .Em)(disabled, memory),
        ...((0,_config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_2__/* .isMounted */ .BX)(_nodeSettings_js__WEBPACK_IMPORTED_MODULE_3__/* .CONFIG_FOLDER */ .EX, binds) ? [] : [settings]),
        ...(0,_releaseFiles_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseFiles */ .d)(image, binds),
    ];
}
const added = (flag, settings) => [
    `${flag}+:\n`,
    ...settings.map((setting) => `  - ${setting}\n`),
];


/***/ }),

/***/ 2974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ plannedNodes),
/* harmony export */   NE: () => (/* binding */ hasLoadBalancer),
/* harmony export */   VC: () => (/* binding */ roleAndPosition),
/* harmony export */   il: () => (/* binding */ spread),
/* harmony export */   mM: () => (/* binding */ isInitServer),
/* harmony export */   pW: () => (/* binding */ hasEtcd)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7002);
/* harmony import */ var _hostNetwork_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3579);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7662);




/** Whether the cluster has a load balancer: `auto` means one in front of several servers. */
function hasLoadBalancer(config) {
    if ((0,_hostNetwork_js__WEBPACK_IMPORTED_MODULE_2__/* .isOnHost */ .a)(config))
        return false;
    return config.loadBalancer === 'auto' ? config.servers > 1 : config.loadBalancer === 'on';
}
/** Whether servers keep the state in etcd. */
const hasEtcd = ({ datastore, servers }) => datastore === undefined ? servers > 1 : datastore.kind === 'etcd';
/** Whether a server is the one that begins an etcd cluster. */
function isInitServer(config, node) {
    return node.role === 'server' && node.index === 0 && hasEtcd(config);
}
/** The key of a node's name. */
const roleAndPosition = ({ role, index }) => `${role} ${index}`;
/** The nodes of a cluster: servers, agents, then the load balancer. */
function plannedNodes(config, names = new Map()) {
    const planned = (role, usual) => (_, index) => {
        const name = names.get(roleAndPosition({ role, index })) ?? usual(config.name, index);
        return { role, index, name };
    };
    const nodes = [
        ...Array.from({ length: config.servers }, planned('server', _contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .serverName */ .L5)),
        ...Array.from({ length: config.agents }, planned('agent', _contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .agentName */ .Lp)),
    ];
    if (hasLoadBalancer(config))
        nodes.push({ role: 'loadbalancer', index: 0, name: (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .loadBalancerName */ .MH)(config.name) });
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


/***/ }),

/***/ 3491:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ planPorts)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7002);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8628);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7662);
/* harmony import */ var _ipFamily_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8090);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2974);






/**
 * Where the configured ports go. Through the load balancer they reach servers and agents; without one they are
 * published on the first node that the filter means, and servicelb or a NodePort takes it from there.
 * @throws UserError for malformed ports and filters, `@all`, or a proxied port when the load balancer was switched off
 */
function planPorts(config, nodes) {
    const plan = { warnings: [], published: new Map(), proxied: new Map(), open: new Map() };
    for (const entry of config.ports) {
        const asked = (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePortSpec */ .qy)(entry.value, _contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .LOOPBACK */ .Ws, entry.where);
        const mappings = asked.flatMap((mapping) => (0,_ipFamily_js__WEBPACK_IMPORTED_MODULE_4__/* .inFamilies */ .ss)(config, mapping));
        const targets = portTargets(entry, config, nodes, plan.warnings);
        const balancer = nodes.find((node) => node.role === 'loadbalancer');
        // Once, however many filters say who is behind it.
        if (balancer !== undefined && targets.some(({ proxied }) => proxied))
            publish(plan, mappings, balancer.name);
        for (const target of targets) {
            if (target.proxied)
                proxy(plan, mappings, target);
            else
                publish(plan, mappings, target.nodes[0].name);
        }
    }
    checkCollisions(plan, config.ports);
    return plan;
}
/** `servers:*` means all servers, and no subset at all does too. */
function openRoles(filter) {
    const [role, subset = '*'] = filter.split(':');
    if (role === 'loadbalancer')
        return ['server', 'agent'];
    if (!['*', 'proxy'].includes(subset))
        return [];
    return [role.startsWith('server') ? 'server' : 'agent'];
}
function portTargets(entry, config, nodes, warnings) {
    const k3sNodes = nodes.filter((node) => node.role !== 'loadbalancer');
    const filters = entry.nodeFilters.length === 0 ? ['loadbalancer'] : entry.nodeFilters;
    return filters.flatMap((filter) => {
        const { nodes: matched, suffix } = (0,_config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_1__/* .matchFilter */ .eA)(filter, nodes, entry.where);
        const role = filter.split(':')[0];
        if (role === 'all') {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${entry.where}: port "${entry.value}" can't be published on all nodes: name one, or the loadbalancer`);
        }
        const targets = role === 'loadbalancer' ? k3sNodes : matched;
        if (targets.length === 0) {
            warnings.push(`${entry.where}: node filter "${filter}" of port "${entry.value}" matches no node of this cluster`);
            return [];
        }
        // Directly on the load balancer is what it is anyway.
        if (suffix === 'direct' && role !== 'loadbalancer') {
            if (targets.length !== 1) {
                throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${entry.where}: "${filter}" of port "${entry.value}" must mean exactly one server or agent`);
            }
            return [{ proxied: false, nodes: targets, open: [] }];
        }
        if ((0,_nodes_js__WEBPACK_IMPORTED_MODULE_5__/* .hasLoadBalancer */ .NE)(config))
            return [{ proxied: true, nodes: targets, open: openRoles(filter) }];
        if (config.loadBalancer === 'off') {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${entry.where}: port "${entry.value}" needs the load balancer, which is disabled: publish it on one node instead, e.g. ${entry.value}@server:0:direct`);
        }
        return [{ proxied: false, nodes: targets, open: [] }];
    });
}
function publish(plan, mappings, node) {
    plan.published.set(node, [...(plan.published.get(node) ?? []), ...mappings]);
}
function proxy(plan, mappings, target) {
    for (const mapping of mappings) {
        const key = (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .portKey */ .ls)(mapping);
        const names = new Set([...(plan.proxied.get(key) ?? []), ...target.nodes.map((node) => node.name)]);
        plan.proxied.set(key, [...names]);
        plan.open.set(key, [...new Set([...(plan.open.get(key) ?? []), ...target.open])]);
    }
}
function checkCollisions(plan, entries) {
    const seen = new Set();
    for (const mapping of [...plan.published.values()].flat()) {
        if (!mapping.hostPort || mapping.hostPortEnd !== undefined)
            continue;
        const key = `${mapping.hostIP}:${mapping.hostPort}/${mapping.protocol}`;
        if (seen.has(key)) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${entries[0]?.where ?? 'ports'}: host port ${key} is asked for twice; each can be published once`);
        }
        seen.add(key);
    }
}


/***/ }),

/***/ 3827:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ releaseFiles),
/* harmony export */   f: () => (/* binding */ changedReleaseFiles)
/* harmony export */ });
/* harmony import */ var _config_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8794);
/* harmony import */ var _config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(613);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7662);



/**
 * Kubelets of these releases keep a record of each image that they have pulled, and pull it again for a pod that has another
 * name for it, though the image is there under that name, imported or preloaded (KEP-2535). A cluster for tests has no
 * secrets between its pods that this would protect. Kubelets without the record refuse the setting, and its switch can't
 * be off while the setting has its default.
 */
const RECORDS_PULLS = '>=1.35';
/** k3s has the kubelet read this folder, which is in a volume (k3s: pkg/agent/config). */
const FOLDER = `${_contract_names_js__WEBPACK_IMPORTED_MODULE_2__/* .K3S_DATA_PATH */ .Tt}/agent/etc/kubelet.conf.d`;
const recordsPulls = (image) => (0,_config_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isRelease */ .MU)(image, RECORDS_PULLS);
const settings = (...lines) => ({
    path: `${FOLDER}/50-k3d.conf`,
    content: ['apiVersion: kubelet.config.k8s.io/v1beta1', 'kind: KubeletConfiguration', ...lines, ''].join('\n'),
    mode: 0o644,
});
const WITHOUT_RECORD = settings('imagePullCredentialsVerificationPolicy: NeverVerify');
/**
 * The files that nodes of a release of k3s need of us, beside those that all need.
 * @param image whose tag names the release; without one there are none
 * @param binds the node's mounts: nothing is written into a folder of the user's
 */
function releaseFiles(image, binds) {
    return recordsPulls(image) && !(0,_config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_1__/* .isMounted */ .BX)(FOLDER, binds) ? [WITHOUT_RECORD] : [];
}
/** Those of a node that goes from one release to another, and keeps its volumes. */
function changedReleaseFiles(from, to, binds) {
    if (recordsPulls(from) === recordsPulls(to) || (0,_config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_1__/* .isMounted */ .BX)(FOLDER, binds))
        return [];
    return [recordsPulls(to) ? WITHOUT_RECORD : settings()];
}


/***/ })

};
