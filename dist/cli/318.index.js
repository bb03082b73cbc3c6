export const id = 318;
export const ids = [318,567];
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

/***/ 4155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qh: () => (/* binding */ bringUp),
  LK: () => (/* binding */ startNode)
});

// UNUSED EXPORTS: hasDns

// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
// EXTERNAL MODULE: ./src/docker/engine.ts
var docker_engine = __webpack_require__(6556);
// EXTERNAL MODULE: ./src/kubernetes/client.ts
var client = __webpack_require__(7369);
// EXTERNAL MODULE: ./src/kubernetes/ready.ts
var ready = __webpack_require__(3487);
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
    context.blocker("the cluster DNS's list of hosts");
    await (0,poll/* poll */.w)(async () => {
        const found = await (0,ready/* ask */.kA)(() => context.kube.get(CONFIG_MAP));
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
    }, ready/* LOOK_EVERY_MS */.R5, context.signal);
}
/** k3s writes the same list: whoever read an older state has to read it again. */
async function tryPatch(context, change) {
    try {
        await context.kube.patch(CONFIG_MAP, change);
        return true;
    }
    catch (error) {
        if (error instanceof client/* KubeError */.a && error.status === 409)
            return undefined;
        throw error;
    }
}
/**
 * `hosts` with these entries; k3s wants one name a line.
 * @param earlier names that were added before, and go if they are not wanted any more
 */
function withEntries(hosts, entries, earlier) {
    const isOurs = (name) => entries.has(name) || earlier.includes(name);
    const others = hosts.split('\n').filter((line) => line !== '' && !isOurs(line.split(/\s+/)[1] ?? ''));
    return [...others, ...[...entries].map(([name, ip]) => `${ip} ${name}`)].map((line) => `${line}\n`).join('');
}

// EXTERNAL MODULE: ./src/kubernetes/podCidr.ts
var kubernetes_podCidr = __webpack_require__(1097);
// EXTERNAL MODULE: ./src/kubernetes/pods.ts
var kubernetes_pods = __webpack_require__(3729);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/credentials.ts
var cluster_credentials = __webpack_require__(3964);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/cluster/etcdJoin.ts + 2 modules
var etcdJoin = __webpack_require__(7815);
// EXTERNAL MODULE: ./src/cluster/nodeFailure.ts
var nodeFailure = __webpack_require__(2500);
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
    const starter = new Starter(engine, plan);
    // Members of an etcd cluster that has run before need each other to answer; new ones have to join in turn.
    await timeline.run('start server', () => starter.start([...(plan.restarted ? plan.servers : [first]), ...plan.loadBalancers]));
    await plan.meanwhile?.();
    if (!plan.wait)
        await starter.start([...joining, ...plan.agents]);
    progress.waitingFor = `the certificates of ${first}`;
    const credentials = await timeline.run('certificates', () => (0,poll/* poll */.w)(() => (0,cluster_credentials/* readCredentials */.L)(engine, first, plan.apiURL), CREDENTIALS_EVERY_MS, signal));
    reporter.secret(credentials.key);
    if (!plan.wait)
        return { credentials, version: undefined };
    const announce = (text) => {
        if (text !== progress.waitingFor)
            reporter.debug(`waiting for ${text}`);
        progress.waitingFor = text;
    };
    const kube = new client/* KubeClient */.B(credentials);
    try {
        const wait = { kube, signal, reporter, timeline, startedAt: starter.startedAt, blocker: announce };
        return { credentials, version: await becomeReady(plan, context, wait, credentials, starter) };
    }
    finally {
        kube.close();
    }
}
/** Waits for all layers of readiness, starting the other nodes as soon as they can join. @returns the release of k3s */
async function becomeReady(plan, context, wait, credentials, starter) {
    const { kube, reporter, signal, timeline } = wait;
    const version = await timeline.run('API answers', () => (0,ready/* waitForApi */.Pz)(wait));
    reporter.info(`The API answers at ${credentials.server} (${version.gitVersion})`);
    const podCidr = new kubernetes_podCidr/* PodCidrGiver */.T(kube, Number.parseInt(version.minor, 10), plan.k3sArgs);
    const turns = new Turns(plan.servers);
    const names = [...plan.servers, ...plan.agents].map(plan.nodeName);
    const dns = hasDns(plan.k3sArgs);
    await (0,allSettled/* allSettled */.v)([
        ...(dns ? [timeline.run('host entries', async () => addHostEntries(wait, await plan.hostEntries()))] : []),
        timeline.run('nodes Ready', () => (0,ready/* waitForNodes */.iw)(wait, names, podCidr, (node) => turns.joined(node))),
        startAgents(plan, wait, credentials, starter),
        startServers(plan, turns, starter, { ...context, signal }),
        timeline.run('default ServiceAccount', () => (0,ready/* waitForServiceAccount */.lc)(wait)),
    ]);
    if (dns)
        await timeline.run('CoreDNS', () => (0,ready/* waitForDns */.o4)(wait));
    const { pods = [] } = plan;
    if (pods.length > 0)
        await timeline.run('pods', () => (0,kubernetes_pods/* waitForPods */.x)(wait, pods));
    return version.gitVersion;
}
async function startAgents(plan, wait, { server, ca }, starter) {
    if (plan.agents.length === 0)
        return;
    const supervisor = new client/* KubeClient */.B({ server, ca, token: plan.token });
    try {
        await wait.timeline.run('server accepts agents', () => (0,ready/* waitForSupervisor */.Vk)(wait, supervisor, plan.restarted));
        await wait.timeline.run('start agents', () => starter.start(plan.agents));
    }
    finally {
        supervisor.close();
    }
}
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
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const promoting = (0,etcdJoin/* promoteLearners */.V)(engine, first, joining, (name) => turns.joined(name), until);
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
/** Starts containers and, for a cluster that has run before, keeps when that was. */
class Starter {
    startedAt;
    #engine;
    #nodeName;
    constructor(engine, { restarted, nodeName }) {
        this.#engine = engine;
        this.#nodeName = nodeName;
        this.startedAt = restarted ? new Map() : undefined;
    }
    start(names) {
        return (0,allSettled/* allSettled */.v)(names.map(async (name) => {
            await startNode(this.#engine, name);
            if (this.startedAt === undefined)
                return;
            const details = await this.#engine.containers.inspect(name);
            if (details !== undefined)
                this.startedAt.set(this.#nodeName(name), details.startedAt);
        }));
    }
}
/** Starts a container; a container that runs is no error. @throws NodeFailure with the engine's reason */
async function startNode(engine, name) {
    try {
        await engine.containers.start(name);
    }
    catch (error) {
        if (!(error instanceof docker_engine/* EngineError */.N))
            throw error;
        throw new nodeFailure/* NodeFailure */.tC(`node ${name} can't be started: ${error.message}`, '');
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

/***/ 5842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createContainer)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6556);


/** Makes a node's container. @throws UserError when its name is taken or the engine refuses it */
async function createContainer(engine, spec) {
    try {
        await engine.containers.create(spec);
    }
    catch (error) {
        if (!(error instanceof _docker_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .N))
            throw error;
        if (error.status === 409) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`container ${spec.name} exists already: another process is creating this cluster, or it is left from an older one`, { cause: error });
        }
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`container ${spec.name} can't be created on ${engine.endpoint.description}: ${error.message}`, {
            cause: error,
        });
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

/***/ 7815:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ promoteLearners)
});

// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
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
/* harmony export */   p: () => (/* binding */ hostEntries)
/* harmony export */ });
/* harmony import */ var _plan_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6553);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7567);



/**
 * Names that pods should be able to look up besides Kubernetes' own: the host, the user's aliases, and what else is on
 * the cluster's network. Nodes are left out, k3s names them itself.
 * @returns addresses by name
 */
async function hostEntries(engine, clusterName) {
    const entries = new Map();
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .findCluster */ .KG)(engine, clusterName);
    const network = cluster && (await engine.networks.inspect(cluster.network.name));
    if (cluster === undefined || network === undefined)
        return entries;
    const nodes = new Set(cluster.nodes.filter(_model_js__WEBPACK_IMPORTED_MODULE_2__/* .isK3sNode */ .S).map(_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .kubernetesName */ .gg));
    for (const { name, ip } of network.containers)
        if (ip !== '' && !nodes.has(name))
            entries.set(name, ip);
    if (network.gateway !== '')
        entries.set(_plan_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .HOST_NAME */ .TI, network.gateway);
    const aliases = cluster.nodes.map(({ labels }) => labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.hostAliases]).find(Boolean);
    for (const { ip, hostnames } of JSON.parse(aliases ?? '[]')) {
        for (const name of hostnames)
            entries.set(name, ip);
    }
    return entries;
}


/***/ }),

/***/ 2315:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sw: () => (/* binding */ apiURL),
/* harmony export */   eb: () => (/* binding */ clusterKubeconfig),
/* harmony export */   xE: () => (/* binding */ unknownCluster)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9741);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3964);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7567);





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
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .findCluster */ .KG)(engine, name);
    if (cluster === undefined)
        throw await unknownCluster(engine, name);
    const [server] = (0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .nodesOf */ .Nh)(cluster, 'server');
    if (server === undefined || cluster.api === undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`cluster "${name}" has no server: delete it and create it anew`);
    }
    const [inFront = server] = (0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .nodesOf */ .Nh)(cluster, 'loadbalancer');
    const url = internal ? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serverURL */ .Np)(inFront.name) : apiURL(cluster.api.host, cluster.api.port);
    const credentials = await (0,_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .readCredentials */ .L)(engine, server.id, url);
    if (credentials === undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`cluster "${name}" has no certificates yet: its server ${server.name} has not come up (${server.state})`);
    }
    return (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_0__/* .kubeconfigFor */ .jf)(name, credentials);
}
/** The error for a name that no cluster has, naming those that exist. */
async function unknownCluster(engine, name) {
    const names = (await (0,_model_js__WEBPACK_IMPORTED_MODULE_3__.listClusters)(engine)).map((cluster) => cluster.name);
    const known = names.length === 0 ? 'there are none' : `there are ${names.join(', ')}`;
    return new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`cluster "${name}" does not exist; ${known}`);
}


/***/ }),

/***/ 7567:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ findCluster),
/* harmony export */   Nh: () => (/* binding */ nodesOf),
/* harmony export */   S: () => (/* binding */ isK3sNode),
/* harmony export */   listClusters: () => (/* binding */ listClusters),
/* harmony export */   listNodes: () => (/* binding */ listNodes),
/* harmony export */   tp: () => (/* binding */ clusterFilter)
/* harmony export */ });
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);


/** Filter for all that is k3d's and belongs to a cluster. */
function clusterFilter(name) {
    return [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .APP */ .uq}`, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.cluster}=${name}`];
}
/** All nodes on the engine, registries and load balancers included, by name. */
async function listNodes(engine, filter = [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .APP */ .uq}`]) {
    const containers = await engine.containers.list(filter);
    return containers
        .filter((container) => _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.role in container.labels)
        .map((container) => ({
        ...container,
        role: container.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.role],
        cluster: container.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.cluster] ?? '',
    }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
/** All clusters on the engine, ours and k3d's, by name. */
async function listClusters(engine) {
    const byName = new Map();
    for (const node of await listNodes(engine)) {
        if (node.cluster === '')
            continue;
        byName.set(node.cluster, [...(byName.get(node.cluster) ?? []), node]);
    }
    return [...byName]
        .filter(([, nodes]) => nodes.some(({ role }) => role !== 'registry'))
        .map(([name, nodes]) => toCluster(name, nodes))
        .sort((a, b) => a.name.localeCompare(b.name));
}
/** @returns undefined when no container is labelled as that cluster's; a registry that outlived it makes none */
async function findCluster(engine, name) {
    const nodes = await listNodes(engine, clusterFilter(name));
    return nodes.every(({ role }) => role === 'registry') ? undefined : toCluster(name, nodes);
}
function toCluster(name, nodes) {
    const label = (key) => nodes.map((node) => node.labels[key]).find((value) => value);
    const port = label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.apiPort);
    return {
        name,
        nodes,
        network: { name: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.network) ?? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_1__/* .networkName */ .uv)(name), external: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.networkExternal) === 'true' },
        token: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.clusterToken) ?? '',
        api: port === undefined
            ? undefined
            : { host: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.apiHost) ?? '', hostIP: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.apiHostIP) ?? '', port: Number(port) },
    };
}
/** Whether a node runs k3s, and is not one of what stands beside. */
function isK3sNode({ role }) {
    return role === 'server' || role === 'agent';
}
/** The nodes of a role. */
function nodesOf(cluster, role) {
    return cluster.nodes.filter((node) => node.role === role);
}


/***/ }),

/***/ 5229:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readFiles)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6118);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6556);



/**
 * Reads a file, or the files directly in a folder, of a container, which need not run.
 * @returns their texts by file name; undefined when there is no such path
 */
async function readFiles(engine, container, path) {
    const archive = await engine.containers.getArchive(container, path);
    if (archive === undefined)
        return undefined;
    const unpacked = archive.pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_1__.extract)());
    archive.on('error', (error) => unpacked.destroy(error));
    const files = new Map();
    for await (const entry of unpacked) {
        const parts = entry.header.name.split('/');
        const wanted = entry.header.type === 'file' && parts.length <= 2;
        const content = wanted ? await (0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .readAll */ .y)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(entry)) : void entry.resume();
        if (content !== undefined)
            files.set(parts.at(-1), content.toString('utf8'));
    }
    return files;
}


/***/ }),

/***/ 2143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ FIXES)
/* harmony export */ });
/** What k3d repairs in nodes before k3s starts; each can be switched off by `K3D_FIX_<NAME>=0`. */
const FIXES = ['cgroupv2', 'dns', 'mounts'];


/***/ }),

/***/ 7369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ KubeClient),
/* harmony export */   a: () => (/* binding */ KubeError)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8601);


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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2471);




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
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${where} is no valid YAML: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error).split('\n')[0]}`, { cause: error });
    }
    if (value === null || value === undefined)
        return emptyKubeconfig();
    if (typeof value !== 'object' || Array.isArray(value))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${where} is no kubeconfig: expected a mapping`);
    const config = { ...emptyKubeconfig(), ...value };
    for (const key of ['clusters', 'users', 'contexts']) {
        if (config[key] === null)
            config[key] = [];
        if (!Array.isArray(config[key]))
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${where} is no kubeconfig: "${key}" must be a list`);
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
    const name = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .contextName */ .fW)(cluster);
    const user = {
        'client-certificate-data': encode(credentials.cert),
        'client-key-data': encode(credentials.key),
    };
    return {
        ...emptyKubeconfig(),
        clusters: [{ name, cluster: { 'certificate-authority-data': encode(credentials.ca), server: credentials.server } }],
        users: [{ name: (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .userName */ .nT)(cluster), user }],
        contexts: [{ name, context: { cluster: name, user: (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .userName */ .nT)(cluster) } }],
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
    const name = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .contextName */ .fW)(cluster);
    const rest = {
        ...config,
        clusters: config.clusters.filter((entry) => entry.name !== name),
        users: config.users.filter((entry) => entry.name !== (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .userName */ .nT)(cluster)),
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
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8601);
/* harmony import */ var _ready_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3487);



const ALL_PODS = '/api/v1/pods';
/** How long pods that were ready may take to be so again, in milliseconds. */
const PODS_MS = 60_000;
/** The pods that are ready now. @throws KubeError; the network's error when there is no answer */
async function readyPods(kube) {
    const pods = (await kube.get(ALL_PODS))?.items ?? [];
    return pods
        .filter(({ metadata, status }) => {
        const ready = status?.conditions?.find(({ type }) => type === 'Ready');
        return ready?.status === 'True' && metadata.deletionTimestamp === undefined;
    })
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
            context.blocker(`pods to become ready again${(0,_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .describePods */ .sT)(late)}`);
        if (performance.now() > until) {
            context.reporter.warn(`Not ready again after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(PODS_MS)}${(0,_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .describePods */ .sT)(late ?? [])}`);
            return;
        }
        await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .LOOK_EVERY_MS */ .R5, context.signal);
    }
}
function isBack(context, pod) {
    const ready = pod.status?.conditions?.find(({ type }) => type === 'Ready')?.status === 'True';
    return pod.metadata.deletionTimestamp !== undefined || (ready && (0,_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .runsSinceStart */ .BO)(context, pod));
}


/***/ }),

/***/ 3487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BO: () => (/* binding */ runsSinceStart),
/* harmony export */   Pz: () => (/* binding */ waitForApi),
/* harmony export */   R5: () => (/* binding */ LOOK_EVERY_MS),
/* harmony export */   Vk: () => (/* binding */ waitForSupervisor),
/* harmony export */   iw: () => (/* binding */ waitForNodes),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   lc: () => (/* binding */ waitForServiceAccount),
/* harmony export */   o4: () => (/* binding */ waitForDns),
/* harmony export */   sT: () => (/* binding */ describePods)
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
 * @param onRegistered called for each node that Kubernetes knows, more than once
 */
async function waitForNodes(context, names, podCidr, onRegistered) {
    const ready = new Set();
    return await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(async () => {
        const nodes = (await ask(() => context.kube.get('/api/v1/nodes')))?.items ?? [];
        await podCidr.serve(nodes);
        for (const node of nodes) {
            const { name } = node.metadata;
            onRegistered(name);
            if (ready.has(name) || !names.includes(name) || !isReady(context, node))
                continue;
            ready.add(name);
            context.reporter.info(`Node ${name} is Ready after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(context.timeline.now())}`);
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
/** Whether all containers of a pod are ready, and have been started since its node was. */
function runsSinceStart({ startedAt }, { spec, status }) {
    const containers = status?.containerStatuses ?? [];
    const fresh = ({ ready, state }) => ready && isNews(startedAt, spec?.nodeName ?? '', state?.running?.startedAt);
    return containers.length > 0 && containers.every(fresh);
}
/** The pods, each with what it waits for. */
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


/***/ }),

/***/ 6553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TI: () => (/* binding */ HOST_NAME),
  SC: () => (/* binding */ KUBECONFIG_PATH),
  Ci: () => (/* binding */ planCluster),
  SU: () => (/* binding */ planNetwork)
});

;// CONCATENATED MODULE: ./src/plan/addresses.ts
/** Arithmetic on IPv4 addresses. */
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
/** The gateway that k3d gives to a subnet: its first address. */
function gatewayOf(subnet) {
    return toAddress(rangeOf(subnet).first + 1);
}

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/plan/labels.ts
var plan_labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/plan/nodes.ts
var plan_nodes = __webpack_require__(2974);
;// CONCATENATED MODULE: ./src/plan/containerLabels.ts




/** The labels that make a container a node of a cluster, as k3d has them. @param ip its fixed address, if it has one */
function containerLabels(config, facts, node, ip) {
    const labels = {
        [plan_labels/* LABEL */.d_.app]: plan_labels/* APP */.uq,
        [plan_labels/* LABEL */.d_.version]: plan_labels/* K3D_CONTRACT_VERSION */.Pm,
        [plan_labels/* LABEL */.d_.role]: node.role,
        [plan_labels/* LABEL */.d_.cluster]: config.name,
        [plan_labels/* LABEL */.d_.clusterURL]: (0,names/* clusterURL */.K9)(config.name),
        [plan_labels/* LABEL */.d_.clusterToken]: facts.token,
        [plan_labels/* LABEL */.d_.imageVolume]: config.imageVolume ? (0,names/* imageVolumeName */.rw)(config.name) : '',
        [plan_labels/* LABEL */.d_.network]: facts.network.name,
        [plan_labels/* LABEL */.d_.networkId]: facts.network.id,
        [plan_labels/* LABEL */.d_.networkIPRange]: facts.network.subnet,
        [plan_labels/* LABEL */.d_.networkExternal]: String(facts.network.external),
        [plan_labels/* LABEL */.d_.serverLoadBalancer]: (0,plan_nodes/* hasLoadBalancer */.NE)(config) ? (0,names/* loadBalancerName */.MH)(config.name) : '',
        [plan_labels/* LABEL */.d_.creation]: facts.creation,
    };
    const nodeName = facts.restored?.get(node.name)?.nodeName ?? node.name;
    if (nodeName !== node.name)
        labels[plan_labels/* LABEL */.d_.nodeName] = `${node.name}=${nodeName}`;
    if (config.hostAliases.length > 0)
        labels[plan_labels/* LABEL */.d_.hostAliases] = JSON.stringify(config.hostAliases);
    if (node.role !== 'server')
        return labels;
    labels[plan_labels/* LABEL */.d_.apiHost] = facts.apiHost;
    labels[plan_labels/* LABEL */.d_.apiHostIP] = config.apiHostIP;
    labels[plan_labels/* LABEL */.d_.apiPort] = String(facts.apiPort);
    if (ip !== undefined)
        labels[plan_labels/* LABEL */.d_.staticIP] = ip;
    if ((0,plan_nodes/* isInitServer */.mM)(config, node))
        labels[plan_labels/* LABEL */.d_.serverInit] = 'true';
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
        if ((0,plan_labels/* isReservedLabel */.JA)(key)) {
            throw new errors/* UserError */.yo(`${where}: label "${key}" is reserved: app, k3d.* and k3s.* are what clusters are found by`);
        }
    }
}

// EXTERNAL MODULE: ./src/plan/entrypoint.ts
var entrypoint = __webpack_require__(8026);
// EXTERNAL MODULE: ./src/plan/files.ts
var files = __webpack_require__(28);
// EXTERNAL MODULE: ./src/plan/loadBalancer.ts
var loadBalancer = __webpack_require__(9477);
// EXTERNAL MODULE: ./src/plan/mounts.ts
var plan_mounts = __webpack_require__(5201);
// EXTERNAL MODULE: ./src/plan/hostNetwork.ts
var hostNetwork = __webpack_require__(3579);
// EXTERNAL MODULE: ./src/plan/nodeFiles.ts
var nodeFiles = __webpack_require__(1784);
// EXTERNAL MODULE: ./src/plan/ports.ts
var plan_ports = __webpack_require__(3491);
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
/** The host's name inside the cluster, as k3d has it. */
const HOST_NAME = 'host.k3d.internal';
/**
 * The network that the cluster should have; only used when the configuration names no existing one.
 * @param subnet in CIDR notation; undefined: the engine's choice
 */
function planNetwork(config, creation, subnet) {
    return {
        name: config.network ?? (0,names/* networkName */.uv)(config.name),
        labels: { [plan_labels/* LABEL */.d_.app]: plan_labels/* APP */.uq, [plan_labels/* LABEL */.d_.creation]: creation },
        ipam: subnet === undefined ? undefined : { subnet, gateway: gatewayOf(subnet), range: upperHalf(subnet) },
    };
}
/**
 * The containers, volumes and files that make up a cluster. Pure: the same arguments give the same plan.
 * @throws UserError for anything in the configuration that can't be planned, naming where it was written
 */
function planCluster(config, facts) {
    checkRuntimeLabels(config.runtimeLabels);
    (0,hostNetwork/* checkHostNetwork */.ZG)(config);
    const nodes = (0,plan_nodes/* plannedNodes */.AM)(config);
    const k3sNodes = nodes.filter((node) => node.role !== 'loadbalancer');
    const ports = (0,plan_ports/* planPorts */.E)(config, nodes);
    const mounts = (0,plan_mounts/* planMounts */.Ou)(config, nodes, facts.existingVolumes);
    const parts = {
        ports,
        mounts: mounts.perNode,
        files: (0,files/* planFiles */.jP)(config, k3sNodes, facts.registries),
        env: (0,plan_nodes/* spread */.il)(config.env, nodes, false),
        args: (0,plan_nodes/* spread */.il)(config.k3sArgs, k3sNodes, false),
        nodeLabels: (0,plan_nodes/* spread */.il)(config.nodeLabels, k3sNodes, false),
        runtimeLabels: (0,plan_nodes/* spread */.il)(config.runtimeLabels, nodes, false),
    };
    const objectLabels = { [plan_labels/* LABEL */.d_.app]: plan_labels/* APP */.uq, [plan_labels/* LABEL */.d_.version]: plan_labels/* K3D_CONTRACT_VERSION */.Pm, [plan_labels/* LABEL */.d_.cluster]: config.name };
    return {
        volumes: mounts.volumes.map((name) => ({ name, labels: { ...objectLabels, [plan_labels/* LABEL */.d_.creation]: facts.creation } })),
        nodes: nodes.map((node, position) => node.role === 'loadbalancer'
            ? planLoadBalancer(config, facts, node, position, parts)
            : planK3sNode(config, facts, node, position, parts)),
    };
}
function planK3sNode(config, facts, node, position, parts) {
    const isServer = node.role === 'server';
    const { nodeName = node.name, ip = addressOf(facts, position) } = facts.restored?.get(node.name) ?? {};
    const memory = isServer ? config.serversMemory : config.agentsMemory;
    const binds = parts.mounts.get(node.name) ?? [];
    return {
        ...node,
        container: {
            name: node.name,
            hostname: nodeName,
            image: config.image,
            entrypoint: [entrypoint/* NODE_ENTRYPOINT */.Qj],
            command: nodeCommand(config, facts, node, parts),
            env: nodeEnv(config, facts, node, parts.env.get(node.name) ?? []),
            labels: { ...userLabels(parts.runtimeLabels.get(node.name) ?? []), ...containerLabels(config, facts, node, ip) },
            network: facts.network.name,
            ip,
            ports: publishedPorts(config, facts, node, parts),
            binds,
            tmpfs: ['/run', '/var/run'],
            // What the image has there is in the snapshot, as far as it was used.
            emptyVolumes: facts.restored?.has(node.name) ? freePaths([names/* K3S_DATA_PATH */.Tt], binds) : [],
            extraHosts: extraHosts(config, facts),
            ulimits: config.ulimits,
            memory,
            hostPid: config.hostPidMode,
            gpus: config.gpus,
            privileged: true,
        },
        files: [
            ...(0,nodeFiles/* nodeFiles */.k)(config.disabledFixes, memory, binds),
            ...staleAddressFiles(facts.staleAddresses ?? []),
            ...(parts.files.get(node.name) ?? []),
        ],
    };
}
const staleAddressFiles = (addresses) => addresses.length === 0 ? [] : [(0,entrypoint/* entrypointScript */.Il)('-addresses', staleAddressesScript(addresses))];
/** Without a load balancer the first server publishes the API itself. */
function publishedPorts(config, facts, node, parts) {
    const own = parts.ports.published.get(node.name) ?? [];
    const hasApi = node.role === 'server' && node.index === 0 && !(0,plan_nodes/* hasLoadBalancer */.NE)(config) && !(0,hostNetwork/* isOnHost */.az)(config);
    return hasApi ? [apiMapping(config, facts), ...own] : [...own];
}
/** Those of the paths at which nothing is mounted. */
const freePaths = (paths, binds) => paths.filter((path) => !binds.some((bind) => (0,plan_mounts/* bindTarget */.PE)(bind) === path));
/** The load balancer publishes the API and passes it on to all servers, beside the ports that the user asked for. */
function planLoadBalancer(config, facts, node, position, parts) {
    const ip = addressOf(facts, position);
    const servers = Array.from({ length: config.servers }, (_, index) => (0,names/* serverName */.L5)(config.name, index));
    return {
        ...node,
        container: (0,loadBalancer/* loadBalancerContainer */.As)({
            name: node.name,
            image: config.loadBalancerImage,
            env: parts.env.get(node.name) ?? [],
            labels: { ...userLabels(parts.runtimeLabels.get(node.name) ?? []), ...containerLabels(config, facts, node, ip) },
            network: facts.network.name,
            ip,
            ports: [apiMapping(config, facts), ...(parts.ports.published.get(node.name) ?? [])],
            binds: parts.mounts.get(node.name) ?? [],
            extraHosts: extraHosts(config, facts),
            open: new Map([[names/* API_PORT_KEY */.Vh, ['server']], ...parts.ports.open]),
        }),
        files: (0,loadBalancer/* loadBalancerFiles */.S9)({
            ports: new Map([[names/* API_PORT_KEY */.Vh, servers], ...parts.ports.proxied]),
            settings: (0,loadBalancer/* settingsWith */.WG)(config.loadBalancerOverrides),
        }),
    };
}
function apiMapping(config, facts) {
    return { hostIP: config.apiHostIP, hostPort: facts.apiPort, containerPort: names/* API_PORT */.lL, protocol: 'tcp' };
}
function addressOf({ network }, position) {
    return network.fixedAddresses ? nodeAddress(network.subnet, position) : undefined;
}
function nodeCommand(config, facts, node, parts) {
    const command = [node.role, ...(parts.args.get(node.name) ?? [])];
    if ((0,plan_nodes/* isInitServer */.mM)(config, node))
        command.push('--cluster-init');
    for (const label of parts.nodeLabels.get(node.name) ?? [])
        command.push('--node-label', label);
    if (node.role === 'server') {
        command.push('--tls-san', facts.apiHost);
        if (config.apiHostIP !== facts.apiHost)
            command.push('--tls-san', config.apiHostIP);
        command.push('--tls-san', (0,names/* loadBalancerName */.MH)(config.name));
        // A node that is called otherwise in Kubernetes is still reached by its container's name.
        if ((facts.restored?.get(node.name)?.nodeName ?? node.name) !== node.name)
            command.push('--tls-san', node.name);
    }
    return command;
}
function nodeEnv(config, facts, node, user) {
    const env = [...user, `K3S_TOKEN=${facts.token}`];
    if (node.role === 'agent' || node.index > 0)
        env.push(`K3S_URL=${(0,names/* clusterURL */.K9)(config.name)}`);
    if (node.role === 'server')
        env.push(`K3S_KUBECONFIG_OUTPUT=${KUBECONFIG_PATH}`);
    return env;
}
/** Entries of /etc/hosts that Docker keeps over restarts: the host itself, and the user's aliases. */
function extraHosts(config, facts) {
    const aliases = config.hostAliases.flatMap((alias) => alias.hostnames.map((name) => `${name}:${alias.ip}`));
    return facts.network.gateway === '' ? aliases : [`${HOST_NAME}:${facts.network.gateway}`, ...aliases];
}


/***/ }),

/***/ 8026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ entrypointFiles),
/* harmony export */   Il: () => (/* binding */ entrypointScript),
/* harmony export */   Qj: () => (/* binding */ NODE_ENTRYPOINT)
/* harmony export */ });
/* harmony import */ var _config_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2143);

const MEMINFO_PATH = '/etc/k3d-meminfo';
/**
 * What runs in a node before k3s, as k3d has it: a wrapper that runs each fix and then becomes k3s.
 * Unlike k3d's, it does not drain the node when it is stopped: a stopped CI node is not coming back for its pods,
 * and a node that is started again finds them where they were.
 */
const WRAPPER = `#!/bin/sh
# Runs the fixes beside this file, then k3s in place of itself, so that signals reach k3s.
set -eu
for fix in /bin/k3d-entrypoint-*.sh; do
  [ -e "$fix" ] || continue
  sh "$fix" >>/var/log/k3d-entrypoints.log 2>&1 || echo "k3d: $fix failed, see /var/log/k3d-entrypoints.log" >&2
done
exec /bin/k3s "$@"
`;
/** cgroup v2 allows no processes in a group that has children with controllers, so the root's move to a leaf. */
const CGROUP_V2 = `#!/bin/sh
set -eu
root=\${CGROUP_ROOT:-/sys/fs/cgroup}
[ -f "$root/cgroup.controllers" ] || exit 0
mkdir -p "$root/init"
while read -r pid; do
  echo "$pid" >"$root/init/cgroup.procs" || true # it may have ended since
done <"$root/cgroup.procs"
enable=
for controller in $(cat "$root/cgroup.controllers"); do enable="$enable +$controller"; done
echo "\${enable# }" >"$root/cgroup.subtree_control"
`;
/** Kubernetes needs mounts that propagate into pods. */
const MOUNTS = `#!/bin/sh
set -eu
mount --make-rshared /
`;
/**
 * Docker's name server answers on 127.0.0.11, an address that means nothing inside a pod. Its NAT rules are written
 * again for the gateway's address and for forwarded packets, and resolv.conf, which CoreDNS forwards to, names that.
 */
const DNS = `#!/bin/sh
set -eu
docker_dns=127.0.0.11
resolv=\${RESOLV_CONF:-/etc/resolv.conf}
grep -q "$docker_dns" "$resolv" || exit 0
gateway=$(ip -4 route show default | sed -n 's/.* via \\([0-9.]*\\).*/\\1/p' | head -n 1)
[ -n "$gateway" ] || { echo "no default gateway: pods can't use Docker's DNS"; exit 0; }
# Docker writes its rules with the host's kind of iptables; take whichever kind here shows them.
for kind in iptables iptables-nft iptables-legacy; do
  command -v "$kind-save" >/dev/null 2>&1 || continue
  rules=$("$kind-save" -t nat 2>/dev/null) || continue
  case $rules in *"$docker_dns"*) ;; *) continue ;; esac
  printf '%s\\n' "$rules" | sed \\
    -e "s/-d $docker_dns/-d $gateway/g" \\
    -e 's/^-A OUTPUT \\(.*\\) -j DOCKER_OUTPUT$/&\\n-A PREROUTING \\1 -j DOCKER_OUTPUT/' \\
    -e "s/--to-source :53/--to-source $gateway:53/g" | "$kind-restore"
  sed "s/$docker_dns/$gateway/g" "$resolv" >/tmp/resolv.conf
  cat /tmp/resolv.conf >"$resolv" # in place: Docker mounts the file
  rm -f /tmp/resolv.conf
  exit 0
done
echo "no NAT rules for $docker_dns found: pods can't use Docker's DNS"
`;
/**
 * Shows a node with a memory limit the memory that it has: kubelet and cAdvisor read the machine's from /proc/meminfo,
 * and its banks from edac. k3d mounts files of the host over them; made inside, it works with any engine.
 */
const MEMORY = `#!/bin/sh
set -eu
[ -f ${MEMINFO_PATH} ] || exit 0
mount --bind ${MEMINFO_PATH} /proc/meminfo
[ ! -d /sys/devices/system/edac ] || mount -t tmpfs -o ro,size=4k none /sys/devices/system/edac
`;
/** The command that containers of nodes run. */
const NODE_ENTRYPOINT = '/bin/k3d-entrypoint.sh';
const FIX_SCRIPTS = { cgroupv2: CGROUP_V2, dns: DNS, mounts: MOUNTS };
/**
 * The files of the fixes, by k3d's names, so that k3d replaces them by its own when it starts a node of ours.
 * @param disabled fixes that are not wanted
 * @param memory the node's limit in bytes, if it has one
 */
function entrypointFiles(disabled, memory) {
    const fixes = _config_types_js__WEBPACK_IMPORTED_MODULE_0__/* .FIXES */ .W.filter((fix) => !disabled.includes(fix)).map((fix) => entrypointScript(`-${fix}`, FIX_SCRIPTS[fix]));
    const limit = memory === undefined ? [] : [entrypointScript('-memory', MEMORY), meminfo(memory)];
    return [entrypointScript('', WRAPPER), ...fixes, ...limit];
}
/** A script that the wrapper runs. @param name empty: the wrapper itself */
function entrypointScript(name, content) {
    return { path: `/bin/k3d-entrypoint${name}.sh`, content, mode: 0o744 };
}
function meminfo(bytes) {
    const kilobytes = Math.floor(bytes / 1024);
    const content = ['MemTotal', 'MemFree', 'MemAvailable'].map((key) => `${key}: ${kilobytes} kB\n`).join('');
    return { path: MEMINFO_PATH, content, mode: 0o444 };
}


/***/ }),

/***/ 28:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wi: () => (/* binding */ registriesFile),
/* harmony export */   jP: () => (/* binding */ planFiles),
/* harmony export */   yY: () => (/* binding */ REGISTRIES_PATH)
/* harmony export */ });
/* harmony import */ var _config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7002);
/* harmony import */ var _config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(613);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1088);



/** Where k3s reads its registry settings from. */
const REGISTRIES_PATH = _config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_0__/* .PATH_SHORTCUTS */ .OZ['k3s-registry-config'];
/**
 * The user's files, and registries.yaml, for each node. By now a file's source is its content: reading is done before.
 * @throws UserError for malformed filters
 */
function planFiles(config, nodes, registries) {
    const perNode = new Map(nodes.map((node) => [node.name, []]));
    for (const file of config.files) {
        const matched = file.nodeFilters.length === 0 ? nodes : (0,_config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_2__/* .matchFilters */ .XN)(file.nodeFilters, nodes, file.where);
        for (const node of matched) {
            perNode.get(node.name)?.push({ path: (0,_config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_0__/* .expandDestination */ .ZT)(file.destination), content: file.source, mode: 0o644 });
        }
    }
    const settings = (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .registriesYaml */ .zj)(registries, config.registriesYaml);
    for (const node of nodes) {
        if (settings !== undefined)
            perNode.get(node.name)?.push(registriesFile(settings));
        if (node.role === 'server' && node.index === 0)
            perNode.get(node.name)?.push(...(0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .hostingManifest */ .M$)(registries));
    }
    return perNode;
}
/** k3s's registry settings as a file of a node. It may hold passwords. */
function registriesFile(content) {
    return { path: REGISTRIES_PATH, content, mode: 0o600 };
}


/***/ }),

/***/ 3579:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZG: () => (/* binding */ checkHostNetwork),
/* harmony export */   az: () => (/* binding */ isOnHost)
/* harmony export */ });
/* unused harmony export HOST_NETWORK */
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2471);


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
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`network "host": ${what}`);
    };
    if (config.servers !== 1 || config.agents !== 0)
        refuse('there is room for one server and no agents');
    if (config.ports.length > 0)
        refuse("ports can't be published, and need not be: all are the host's own");
    if (config.apiPort !== undefined && config.apiPort !== _names_js__WEBPACK_IMPORTED_MODULE_0__/* .API_PORT */ .lL)
        refuse(`the API's port is ${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .API_PORT */ .lL} there`);
    if (config.registriesCreate.length + config.registriesUse.length > 0) {
        refuse("registries of the cluster can't be reached by name there: name them in registries.yaml by address");
    }
}


/***/ }),

/***/ 3848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ isReservedLabel),
/* harmony export */   Pm: () => (/* binding */ K3D_CONTRACT_VERSION),
/* harmony export */   d_: () => (/* binding */ LABEL),
/* harmony export */   gg: () => (/* binding */ kubernetesName),
/* harmony export */   uq: () => (/* binding */ APP)
/* harmony export */ });
/**
 * Names of the labels on Docker objects. They are the only state there is, and they are k3d's own, so that either
 * tool manages the other's clusters (k3d: pkg/types/types.go).
 */
const LABEL = {
    app: 'app',
    version: 'k3d.version',
    role: 'k3d.role',
    cluster: 'k3d.cluster',
    clusterURL: 'k3d.cluster.url',
    clusterToken: 'k3d.cluster.token',
    imageVolume: 'k3d.cluster.imageVolume',
    network: 'k3d.cluster.network',
    networkId: 'k3d.cluster.network.id',
    networkIPRange: 'k3d.cluster.network.iprange',
    networkExternal: 'k3d.cluster.network.external',
    hostAliases: 'k3d.cluster.start.hostaliases',
    serverLoadBalancer: 'k3d.server.loadbalancer',
    apiHost: 'k3d.server.api.host',
    apiHostIP: 'k3d.server.api.hostIP',
    apiPort: 'k3d.server.api.port',
    serverInit: 'k3d.server.init',
    staticIP: 'k3d.node.staticIP',
    /**
     * Ours: `CONTAINER=NODE`, the node's name in Kubernetes when it is not the container's: a cluster from a snapshot keeps
     * its own. It names the container because k3d copies labels to nodes that it adds.
     */
    nodeName: 'k3d.node.name',
    registryHost: 'k3d.registry.host',
    registryHostIP: 'k3d.registry.hostIP',
    registryPortExternal: 'k3s.registry.port.external',
    registryPortInternal: 'k3s.registry.port.internal',
    /**
     * Ours, on load balancers: JSON of which roles each port is open to, `{"80.tcp": ["server", "agent"]}`. A node that is
     * added later is put behind the ports that are open to its role, and behind no other.
     */
    openPorts: 'k3d.loadbalancer.open',
    /** Ours, on load balancers beside the main one. k3d knows one a cluster, so for k3d these have no role. */
    extraLoadBalancer: 'k3d.loadbalancer.extra',
    /**
     * Ours: which creation made the object. A creation that fails removes what carries its own id and nothing else,
     * so that two creations of the same name can't harm each other. k3d keeps it, as it keeps all `k3d` labels.
     */
    creation: 'k3d.creation.id',
};
/** Value of the `app` label on everything that is k3d's. */
const APP = 'k3d';
/** The release of k3d whose objects ours are equal to. */
const K3D_CONTRACT_VERSION = 'v5.9.0';
/** Label keys that users can't set. */
function isReservedLabel(key) {
    return key === LABEL.app || key.startsWith('k3d.') || key.startsWith('k3s.');
}
/** A node's name in Kubernetes. */
function kubernetesName({ name, labels }) {
    const [container, node] = (labels[LABEL.nodeName] ?? '').split('=');
    return container === name && node !== undefined ? node : name;
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
/* unused harmony exports LOAD_BALANCER_ENTRYPOINT, formatValues */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);


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
    const { ports, settings } = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    return {
        ports: new Map(Object.entries(ports ?? {}).map(([port, nodes]) => [port, nodes ?? []])),
        settings: { ...DEFAULT_SETTINGS, ...settings },
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

# One line a node that has an address: NAME ADDRESS.
addresses() {
  sed -n 's/^ *- *"\\{0,1\\}\\([A-Za-z0-9._-]*\\)"\\{0,1\\} *$/\\1/p' "$values" | sort -u | while read -r name; do
    address=$(getent hosts "$name" | awk '$1 ~ /^[0-9.]+$/ { print $1; exit }')
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
    return {
        ...parts,
        labels: { ...labels, [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.openPorts]: JSON.stringify(Object.fromEntries(open)) },
        hostname: parts.name,
        entrypoint: [LOAD_BALANCER_ENTRYPOINT],
        command: [],
        tmpfs: [],
        emptyVolumes: [],
        ulimits: [],
        memory: undefined,
        hostPid: false,
        gpus: undefined,
        privileged: false,
    };
}


/***/ }),

/***/ 5201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ planMounts),
/* harmony export */   PE: () => (/* binding */ bindTarget),
/* harmony export */   RC: () => (/* binding */ IMAGE_VOLUME_PATH)
/* harmony export */ });
/* harmony import */ var _config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(613);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2974);



/** Where the volume for imported images is mounted in every node. */
const IMAGE_VOLUME_PATH = '/k3d/images';
/** Where a bind, as Docker's `--volume` writes it, is mounted. */
const bindTarget = (bind) => (bind.split(':')[1] ?? '').replace(/\/$/, '');
/**
 * The mounts of all nodes. A named volume that does not exist yet is made with k3d's prefix and is ours to remove.
 * @param existing names of the engine's volumes
 * @throws UserError for malformed volumes or filters
 */
function planMounts(config, nodes, existing) {
    const volumes = new Set();
    const resolved = config.volumes.map((entry) => {
        const mount = (0,_config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVolumeSpec */ .v5)(entry.value, entry.where);
        if (mount.source === undefined)
            return { ...entry, value: mount.destination };
        let source = mount.source;
        if (!mount.isPath && !existing.has(source)) {
            source = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixedVolumeName */ .Tn)(source);
            volumes.add(source);
        }
        return {
            ...entry,
            value: [source, mount.destination, mount.options].filter((part) => part !== undefined).join(':'),
        };
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

/***/ 1784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ nodeFiles)
/* harmony export */ });
/* harmony import */ var _entrypoint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8026);
/* harmony import */ var _mounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5201);


/** A folder from which k3s reads settings beside its command line (k3s: pkg/configfilearg). */
const CONFIG_FOLDER = '/etc/rancher/k3s/config.yaml.d';
/**
 * How often the kubelet looks at its node's state. It tells of a change only, but it looks every 10 s: a node that was
 * not ready at the first look would be 10 s late. The `+` adds to what a user's own file has, and the command line wins.
 */
const KUBELET_SETTINGS = 'kubelet-arg+:\n  - node-status-update-frequency=1s\n';
/**
 * The files that every node of k3s needs of us.
 * @param disabled fixes that are not wanted
 * @param memory the node's limit in bytes, if it has one
 * @param binds the node's mounts: nothing is written into a folder of the user's
 */
function nodeFiles(disabled, memory, binds) {
    const isMounted = binds.some((bind) => CONFIG_FOLDER.startsWith((0,_mounts_js__WEBPACK_IMPORTED_MODULE_1__/* .bindTarget */ .PE)(bind) || ' '));
    const settings = { path: `${CONFIG_FOLDER}/00-k3d.yaml`, content: KUBELET_SETTINGS, mode: 0o644 };
    return [...(0,_entrypoint_js__WEBPACK_IMPORTED_MODULE_0__/* .entrypointFiles */ .Em)(disabled, memory), ...(isMounted ? [] : [settings])];
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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7002);
/* harmony import */ var _hostNetwork_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3579);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);




/** Whether the cluster has a load balancer: `auto` means one in front of several servers. */
function hasLoadBalancer(config) {
    if ((0,_hostNetwork_js__WEBPACK_IMPORTED_MODULE_0__/* .isOnHost */ .az)(config))
        return false;
    return config.loadBalancer === 'auto' ? config.servers > 1 : config.loadBalancer === 'on';
}
/** Whether a server is the one that begins an etcd cluster. */
function isInitServer(config, node) {
    return node.role === 'server' && node.index === 0 && config.servers > 1;
}
/** The nodes of a cluster: servers, agents, then the load balancer. */
function plannedNodes(config) {
    const nodes = [];
    for (let index = 0; index < config.servers; index++) {
        nodes.push({ role: 'server', index, name: (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serverName */ .L5)(config.name, index) });
    }
    for (let index = 0; index < config.agents; index++) {
        nodes.push({ role: 'agent', index, name: (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .agentName */ .Lp)(config.name, index) });
    }
    if (hasLoadBalancer(config))
        nodes.push({ role: 'loadbalancer', index: 0, name: (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .loadBalancerName */ .MH)(config.name) });
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
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${entry.where}: "${entry.value}" needs a node filter since the cluster has ${nodes.length} nodes, e.g. ${entry.value}@server:0 or @all`);
        }
        const matched = entry.nodeFilters.length === 0 ? nodes : (0,_config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_3__/* .matchFilters */ .XN)(entry.nodeFilters, nodes, entry.where);
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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7002);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8628);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2974);





/**
 * Where the configured ports go. Through the load balancer they reach servers and agents; without one they are
 * published on the first node that the filter means, and servicelb or a NodePort takes it from there.
 * @throws UserError for malformed ports and filters, `@all`, or a proxied port when the load balancer was switched off
 */
function planPorts(config, nodes) {
    const plan = { published: new Map(), proxied: new Map(), open: new Map() };
    for (const entry of config.ports) {
        const mappings = (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePortSpec */ .qy)(entry.value, _names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws, entry.where);
        const targets = portTargets(entry, config, nodes);
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
function portTargets(entry, config, nodes) {
    const k3sNodes = nodes.filter((node) => node.role !== 'loadbalancer');
    const filters = entry.nodeFilters.length === 0 ? ['loadbalancer'] : entry.nodeFilters;
    return filters.map((filter) => {
        const { nodes: matched, suffix } = (0,_config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_3__/* .matchFilter */ .eA)(filter, nodes, entry.where);
        const role = filter.split(':')[0];
        if (role === 'all') {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${entry.where}: port "${entry.value}" can't be published on all nodes: name one, or the loadbalancer`);
        }
        const targets = role === 'loadbalancer' ? k3sNodes : matched;
        if (targets.length === 0) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${entry.where}: node filter "${filter}" of port "${entry.value}" matches no node of this cluster`);
        }
        if (suffix === 'direct') {
            if (role === 'loadbalancer' || targets.length !== 1) {
                throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${entry.where}: "${filter}" of port "${entry.value}" must mean exactly one server or agent`);
            }
            return { proxied: false, nodes: targets, open: [] };
        }
        if ((0,_nodes_js__WEBPACK_IMPORTED_MODULE_2__/* .hasLoadBalancer */ .NE)(config))
            return { proxied: true, nodes: targets, open: openRoles(filter) };
        if (config.loadBalancer === 'off') {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${entry.where}: port "${entry.value}" goes through the load balancer, which is switched off: name one node and direct, e.g. ${entry.value}@server:0:direct`);
        }
        return { proxied: false, nodes: targets, open: [] };
    });
}
function publish(plan, mappings, node) {
    plan.published.set(node, [...(plan.published.get(node) ?? []), ...mappings]);
}
function proxy(plan, mappings, target) {
    for (const mapping of mappings) {
        const key = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .portKey */ .ls)(mapping);
        const names = new Set([...(plan.proxied.get(key) ?? []), ...target.nodes.map((node) => node.name)]);
        plan.proxied.set(key, [...names]);
        plan.open.set(key, [...new Set([...(plan.open.get(key) ?? []), ...target.open])]);
    }
}
function checkCollisions(plan, entries) {
    const seen = new Set();
    for (const mapping of [...plan.published.values()].flat()) {
        if (mapping.hostPort === undefined)
            continue;
        const key = `${mapping.hostIP}:${mapping.hostPort}/${mapping.protocol}`;
        if (seen.has(key)) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${entries[0]?.where ?? 'ports'}: host port ${key} is asked for twice; each can be published once`);
        }
        seen.add(key);
    }
}


/***/ }),

/***/ 1088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ hostingManifest),
/* harmony export */   MA: () => (/* binding */ registryAddress),
/* harmony export */   RO: () => (/* binding */ planRegistry),
/* harmony export */   WL: () => (/* binding */ PROXY_URL_VARIABLE),
/* harmony export */   df: () => (/* binding */ REGISTRY_DATA_PATH),
/* harmony export */   ik: () => (/* binding */ REGISTRY_PORT),
/* harmony export */   jP: () => (/* binding */ registryFacts),
/* harmony export */   ol: () => (/* binding */ nameOfRegistry),
/* harmony export */   zj: () => (/* binding */ registriesYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2471);




/** Port on which a registry listens unless it is told otherwise. */
const REGISTRY_PORT = 5000;
/** Where a registry keeps images. */
const REGISTRY_DATA_PATH = '/var/lib/registry';
/** Where a registry's program is told the URL of the registry that it passes requests on to. */
const PROXY_URL_VARIABLE = 'REGISTRY_PROXY_REMOTEURL';
/** The container's name of a registry that is made with a cluster. */
function nameOfRegistry(spec, cluster) {
    return spec.name ?? (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterRegistryName */ .nB)(cluster);
}
/** @param hostPort host port that it gets */
function registryFacts(spec, cluster, hostPort) {
    return {
        name: nameOfRegistry(spec, cluster),
        internalPort: spec.enforcePortMatch ? hostPort : REGISTRY_PORT,
        externalPort: hostPort,
        proxyURL: spec.proxy?.remoteURL,
    };
}
/** The container of a registry, with k3d's labels. */
function planRegistry(spec, placement) {
    const { cluster, network, creation, hostPort } = placement;
    const { name, internalPort } = registryFacts(spec, cluster, hostPort);
    const env = [];
    if (internalPort !== REGISTRY_PORT)
        env.push(`REGISTRY_HTTP_ADDR=:${internalPort}`);
    if (spec.deleteEnabled)
        env.push('REGISTRY_STORAGE_DELETE_ENABLED=true');
    if (spec.proxy !== undefined) {
        env.push(`${PROXY_URL_VARIABLE}=${spec.proxy.remoteURL}`);
        if (spec.proxy.username !== '') {
            env.push(`REGISTRY_PROXY_USERNAME=${spec.proxy.username}`, `REGISTRY_PROXY_PASSWORD=${spec.proxy.password}`);
        }
    }
    return {
        name,
        hostname: name,
        image: spec.image,
        entrypoint: undefined,
        command: [],
        env,
        labels: {
            [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.app]: _labels_js__WEBPACK_IMPORTED_MODULE_1__/* .APP */ .uq,
            [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.version]: _labels_js__WEBPACK_IMPORTED_MODULE_1__/* .K3D_CONTRACT_VERSION */ .Pm,
            [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.role]: 'registry',
            [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.cluster]: cluster,
            [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.registryHost]: spec.hostIP,
            [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.registryHostIP]: spec.hostIP,
            [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.registryPortExternal]: String(hostPort),
            [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.registryPortInternal]: String(internalPort),
            [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.creation]: creation,
        },
        network,
        ip: undefined,
        ports: [{ hostIP: spec.hostIP, hostPort, containerPort: internalPort, protocol: 'tcp' }],
        binds: spec.volumes,
        tmpfs: [],
        emptyVolumes: [],
        extraHosts: [],
        ulimits: [],
        memory: undefined,
        hostPid: false,
        gpus: undefined,
        privileged: false,
    };
}
/**
 * k3s's `registries.yaml`: each registry is found under its name with either port and, so that one reference fits the
 * host and the cluster, under `localhost` with its host port. A pull-through cache stands in for what it is a cache of.
 * @param own the user's own settings, which win
 * @returns undefined when there is nothing to say
 * @throws UserError when the user's settings are malformed
 */
function registriesYaml(registries, own) {
    const settings = own === undefined ? {} : parseOwn(own);
    if (registries.length === 0)
        return own;
    const mirrors = {};
    for (const { name, internalPort, externalPort, proxyURL } of registries) {
        const mirror = { endpoint: [`http://${name}:${internalPort}`] };
        for (const host of new Set([`${name}:${externalPort}`, `${name}:${internalPort}`, `localhost:${externalPort}`])) {
            mirrors[host] = mirror;
        }
        if (proxyURL !== undefined) {
            const upstream = mirroredHost(proxyURL);
            mirrors[upstream] = { endpoint: [...(mirrors[upstream]?.endpoint ?? []), ...mirror.endpoint] };
        }
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ ...settings, mirrors: { ...mirrors, ...settings.mirrors } }, { aliasDuplicateObjects: false });
}
/** The name under which containerd knows what a URL leads to: Docker Hub has a host name that no reference has. */
function mirroredHost(url) {
    const { host } = new URL(url);
    return /^(registry-1|index)\.docker\.io$/.test(host) ? 'docker.io' : host;
}
function parseOwn(text) {
    let value;
    try {
        value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`registries.yaml is malformed: ${error.message.split('\n')[0]}`, { cause: error });
    }
    const isMapping = (one) => typeof one === 'object' && one !== null && !Array.isArray(one);
    if (value === null)
        return {};
    if (!isMapping(value))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('registries.yaml must be a mapping with "mirrors" and "configs"');
    const settings = value;
    for (const [key, part] of Object.entries(settings)) {
        if (key !== 'mirrors' && key !== 'configs' && key !== 'auths') {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`registries.yaml: unknown key "${key}": "mirrors" and "configs" are known`);
        }
        if (part !== null && !isMapping(part))
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`registries.yaml: "${key}" must be a mapping`);
    }
    return settings;
}
/** Where k3s finds manifests that it applies by itself. */
const HOSTING_MANIFEST = `${_names_js__WEBPACK_IMPORTED_MODULE_2__/* .K3S_DATA_PATH */ .Tt}/server/manifests/k3d-local-registry-hosting.yaml`;
/**
 * Tells tools in the cluster which registry to push to, as KEP-1755 has it: a manifest that k3s applies. The document
 * can name one registry; it is the first that takes pushes.
 */
function hostingManifest(registries) {
    const registry = registries.find(({ proxyURL }) => proxyURL === undefined);
    if (registry === undefined)
        return [];
    const inside = `${registry.name}:${registry.internalPort}`;
    const hosting = {
        host: `localhost:${registry.externalPort}`,
        hostFromClusterNetwork: inside,
        hostFromContainerRuntime: inside,
        help: 'https://k3d.io/stable/usage/registries/',
    };
    const manifest = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'local-registry-hosting', namespace: 'kube-public' },
        data: { 'localRegistryHosting.v1': (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(hosting) },
    };
    return [{ path: HOSTING_MANIFEST, content: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(manifest), mode: 0o600 }];
}
/** Where a registry is reached from the host. */
function registryAddress(hostIP, port) {
    return `${hostIP === '0.0.0.0' || hostIP === _names_js__WEBPACK_IMPORTED_MODULE_2__/* .LOOPBACK */ .Ws ? 'localhost' : hostIP}:${port}`;
}


/***/ })

};
