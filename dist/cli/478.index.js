export const id = 478;
export const ids = [478];
export const modules = {

/***/ 2478:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nodeCreate: () => (/* binding */ nodeCreate),
  nodeDelete: () => (/* binding */ nodeDelete),
  nodeSwitch: () => (/* binding */ nodeSwitch)
});

// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
// EXTERNAL MODULE: ./src/kubernetes/podCidr.ts
var podCidr = __webpack_require__(1097);
// EXTERNAL MODULE: ./src/kubernetes/ready.ts
var ready = __webpack_require__(3487);
// EXTERNAL MODULE: ./src/plan/entrypoint.ts
var entrypoint = __webpack_require__(407);
// EXTERNAL MODULE: ./src/plan/labels.ts
var plan_labels = __webpack_require__(3848);
;// CONCATENATED MODULE: ./src/plan/clone.ts


/**
 * The container of an agent that joins an existing cluster: a copy of one of its nodes, as in k3d, without what only
 * servers have and without published ports. Only labels that begin with `k3d` are copied.
 * @param model an agent of the cluster, or a server if it has no agent
 */
function planAddedAgent(model, agent) {
    const isAgent = model.labels[plan_labels/* LABEL */.d_.role] === 'agent';
    const copied = Object.entries(model.labels).filter(([key]) => key.startsWith('k3d') && !/^k3d\.(server|node)\./.test(key));
    const labels = {
        ...agent.runtimeLabels,
        ...Object.fromEntries(copied),
        [plan_labels/* LABEL */.d_.app]: plan_labels/* APP */.uq,
        [plan_labels/* LABEL */.d_.version]: plan_labels/* K3D_CONTRACT_VERSION */.Pm,
        [plan_labels/* LABEL */.d_.role]: 'agent',
        [plan_labels/* LABEL */.d_.serverLoadBalancer]: model.labels[plan_labels/* LABEL */.d_.serverLoadBalancer] ?? '',
    };
    const env = model.env.filter((entry) => !/^K3S_(URL|KUBECONFIG_OUTPUT)=/.test(entry));
    return {
        name: agent.name,
        hostname: agent.name,
        image: agent.image ?? model.image,
        entrypoint: [entrypoint/* NODE_ENTRYPOINT */.Q],
        command: [
            ...(isAgent ? withoutNodeLabels(model.command) : ['agent']),
            ...agent.k3sArgs,
            ...agent.nodeLabels.flatMap((label) => ['--node-label', label]),
        ],
        env: [...env, `K3S_URL=${model.labels[plan_labels/* LABEL */.d_.clusterURL] ?? ''}`],
        labels,
        network: model.labels[plan_labels/* LABEL */.d_.network] ?? '',
        ip: undefined,
        ports: [],
        binds: model.binds,
        tmpfs: ['/run', '/var/run'],
        extraHosts: model.extraHosts,
        ulimits: [],
        memory: undefined,
        hostPid: false,
        privileged: true,
    };
}
/** Labels were given to the one node that is copied, not to all. */
function withoutNodeLabels(command) {
    return command.filter((word, index) => word !== '--node-label' && command[index - 1] !== '--node-label');
}

// EXTERNAL MODULE: ./src/plan/names.ts
var plan_names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/kubernetes/client.ts
var client = __webpack_require__(7369);
// EXTERNAL MODULE: ./src/cluster/credentials.ts
var cluster_credentials = __webpack_require__(3964);
// EXTERNAL MODULE: ./src/cluster/kubeconfig.ts
var kubeconfig = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/cluster/model.ts
var cluster_model = __webpack_require__(7567);
;// CONCATENATED MODULE: ./src/cluster/access.ts





/** A server of the cluster that runs. @throws UserError when there is none */
function runningServer(cluster) {
    const server = (0,cluster_model/* nodesOf */.Nh)(cluster, 'server').find(({ state }) => state === 'running');
    if (server !== undefined)
        return server;
    throw new errors/* UserError */.yo(`cluster "${cluster.name}" does not run: start it with "k3d cluster start ${cluster.name}"`);
}
/**
 * Runs `work` with a client for the API of a cluster that exists, as its administrator.
 * @throws UserError when the cluster does not run; what `work` throws
 */
async function withKube(engine, cluster, work) {
    const server = runningServer(cluster);
    const url = (0,kubeconfig/* apiURL */.Sw)(cluster.api?.host ?? '', cluster.api?.port ?? 0);
    const credentials = await (0,cluster_credentials/* readCredentials */.L)(engine, server.id, url);
    if (credentials === undefined)
        throw new errors/* UserError */.yo(`cluster "${cluster.name}" has no certificates: it has not come up`);
    const kube = new client/* KubeClient */.B(credentials);
    try {
        return await work(kube);
    }
    finally {
        kube.close();
    }
}

// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/bringUp.ts
var bringUp = __webpack_require__(3427);
// EXTERNAL MODULE: ./src/cluster/context.ts
var cluster_context = __webpack_require__(5961);
// EXTERNAL MODULE: ./src/cluster/createContainer.ts
var createContainer = __webpack_require__(5842);
// EXTERNAL MODULE: ./src/cluster/images.ts
var cluster_images = __webpack_require__(5942);
// EXTERNAL MODULE: ./src/cluster/lifecycle.ts
var lifecycle = __webpack_require__(9602);
// EXTERNAL MODULE: ./src/cluster/readFiles.ts
var readFiles = __webpack_require__(5229);
;// CONCATENATED MODULE: ./src/cluster/addNodes.ts

















/** k3s's registry settings, which a new node needs as well as the others. */
const REGISTRIES_YAML = volumeSpec/* PATH_SHORTCUTS */.OZ['k3s-registry-config'];
/**
 * Adds agents to a running cluster and waits until they are Ready. If one fails, all that were added are removed again.
 * @returns the names of the new nodes
 * @throws UserError when the cluster does not exist or does not run, a name is taken, or the time is up
 */
async function addAgents(request, context) {
    const { engine } = context;
    const cluster = await (0,lifecycle/* needCluster */.N0)(engine, request.cluster);
    const names = Array.from({ length: request.replicas }, (_, index) => (0,plan_names/* addedNodeName */.qp)(request.name, index));
    for (const name of names) {
        if ((await engine.containers.inspect(name)) !== undefined) {
            throw new errors/* UserError */.yo(`container ${name} exists already: choose another name for the new nodes`);
        }
    }
    const progress = { waitingFor: 'the Docker engine' };
    const explain = () => new errors/* UserError */.yo(`the new nodes of cluster "${cluster.name}" were not ready within ${(0,duration/* formatDuration */.a)(request.timeoutMs)}: still waiting for ${progress.waitingFor}`);
    const made = [];
    await (0,cluster_context/* withDeadline */.N)(context, request.timeoutMs, explain, async (inner) => {
        try {
            await make(cluster, names, request, inner, made);
            if (request.wait)
                await waitUntilReady(cluster, names, inner, progress);
        }
        catch (error) {
            await (0,allSettled/* allSettled */.v)(made.map((name) => engine.containers.remove(name)));
            throw error;
        }
    });
    return names;
}
async function make(cluster, names, request, context, made) {
    const { engine, reporter, signal } = context;
    const [model] = [...(0,cluster_model/* nodesOf */.Nh)(cluster, 'agent'), ...(0,cluster_model/* nodesOf */.Nh)(cluster, 'server')];
    const details = model && (await engine.containers.inspect(model.id));
    runningServer(cluster);
    if (details === undefined)
        throw new errors/* UserError */.yo(`cluster "${cluster.name}" has no node that could be copied`);
    if (request.image !== undefined)
        await (0,cluster_images/* ensureImage */.Y)(engine, request.image, reporter, signal);
    const settings = (await (0,readFiles/* readFiles */.U)(engine, details.id, REGISTRIES_YAML))?.get('registries.yaml');
    const registries = settings === undefined ? [] : [{ path: REGISTRIES_YAML, content: settings, mode: 0o600 }];
    await (0,allSettled/* allSettled */.v)(names.map(async (name) => {
        await (0,createContainer/* createContainer */.g)(engine, planAddedAgent(details, { ...request, name }));
        made.push(name);
        await engine.containers.putFiles(name, [...(0,entrypoint/* entrypointFiles */.E)(), ...registries]);
        await (0,bringUp/* startNode */.LK)(engine, name);
    }));
}
async function waitUntilReady(cluster, names, context, progress) {
    const blocker = (text) => {
        progress.waitingFor = text;
    };
    await withKube(context.engine, cluster, async (kube) => {
        const wait = { ...context, kube, startedAt: undefined, blocker };
        const { minor } = await (0,ready/* waitForApi */.Pz)(wait);
        const args = (await context.engine.containers.inspect(runningServer(cluster).id))?.command ?? [];
        await (0,ready/* waitForNodes */.iw)(wait, names, new podCidr/* PodCidrGiver */.T(kube, Number.parseInt(minor, 10), args), () => undefined);
    });
}

// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
;// CONCATENATED MODULE: ./src/kubernetes/leave.ts


/** How long a node's pods may take to go, in milliseconds. */
const DRAIN_MS = 20_000;
const LOOK_EVERY_MS = 300;
/**
 * Takes a node out of Kubernetes: no new pods, its pods evicted within a bound, the container stopped, then the Node
 * and its password removed, without which a node of the same name could not join later (k3s: pkg/nodepassword).
 * @param stop stops the node's container
 */
async function leaveKubernetes(kube, name, stop) {
    const path = `/api/v1/nodes/${name}`;
    if ((await kube.get(path)) !== undefined) {
        await kube.patch(path, { spec: { unschedulable: true } });
        await drain(kube, name);
    }
    await stop();
    await kube.delete(path);
    await kube.delete(`/api/v1/namespaces/kube-system/secrets/${name}.node-password.k3s`);
}
async function drain(kube, node) {
    const until = Date.now() + DRAIN_MS;
    for (;;) {
        const pods = await podsToMove(kube, node);
        if (pods.length === 0 || Date.now() > until)
            return;
        for (const { name, namespace } of pods)
            await evict(kube, name, namespace ?? 'default');
        await (0,poll/* sleep */.y)(LOOK_EVERY_MS);
    }
}
/** Pods of DaemonSets and static pods belong to the node and go with it. */
async function podsToMove(kube, node) {
    const list = await kube.get(`/api/v1/pods?fieldSelector=spec.nodeName%3D${node}`);
    return (list?.items ?? [])
        .map(({ metadata }) => metadata)
        .filter(({ ownerReferences, annotations }) => {
        const isStatic = annotations?.['kubernetes.io/config.mirror'] !== undefined;
        return !isStatic && !ownerReferences?.some(({ kind }) => kind === 'DaemonSet');
    });
}
async function evict(kube, name, namespace) {
    try {
        await kube.post(`/api/v1/namespaces/${namespace}/pods/${name}/eviction`, {
            apiVersion: 'policy/v1',
            kind: 'Eviction',
            metadata: { name, namespace },
        });
    }
    catch (error) {
        // 429: a disruption budget forbids it for now; 404: it is gone. Anything else is worth knowing.
        if (!(error instanceof client/* KubeError */.a && [404, 429].includes(error.status)))
            throw error;
    }
}

;// CONCATENATED MODULE: ./src/cluster/nodes.ts





/** Finds a node by its name, with or without k3d's prefix. @throws UserError when there is none */
async function needNode(engine, name) {
    const found = (await (0,cluster_model/* listNodes */.iR)(engine)).find((node) => node.name === name || node.name === `k3d-${name}`);
    if (found === undefined)
        throw new errors/* UserError */.yo(`node "${name}" does not exist: see "k3d node list"`);
    return found;
}
/**
 * Deletes a node: it is emptied and leaves Kubernetes, and its container is removed.
 * @throws UserError when that would leave the cluster without its only server, or an etcd cluster a member short
 */
async function deleteNode(engine, node, reporter) {
    if (node.role === 'server')
        await checkServerCanGo(engine, node);
    if (node.role === 'agent' && node.cluster !== '')
        await leave(engine, node, reporter);
    await engine.containers.remove(node.id);
}
async function checkServerCanGo(engine, node) {
    const cluster = await (0,cluster_model/* findCluster */.KG)(engine, node.cluster);
    const servers = cluster === undefined ? [] : (0,cluster_model/* nodesOf */.Nh)(cluster, 'server');
    if (servers.length <= 1) {
        throw new errors/* UserError */.yo(`node ${node.name} is the only server of cluster "${node.cluster}": delete the cluster instead`);
    }
    throw new errors/* UserError */.yo(`node ${node.name} is a member of an etcd cluster; deleting servers is not supported yet`);
}
/** Takes a node out of Kubernetes. If the cluster can't be asked, the node goes all the same, with a warning. */
async function leave(engine, node, reporter) {
    const cluster = await (0,cluster_model/* findCluster */.KG)(engine, node.cluster);
    // A cluster that does not run is not told: it will see that the node is gone.
    if (cluster === undefined || !(0,cluster_model/* nodesOf */.Nh)(cluster, 'server').some(({ state }) => state === 'running'))
        return;
    const stop = () => engine.containers.stop(node.id, lifecycle/* STOP_SECONDS */.To);
    try {
        await withKube(engine, cluster, (kube) => leaveKubernetes(kube, node.name, stop));
    }
    catch (error) {
        reporter.warn(`Node ${node.name} could not be taken out of Kubernetes: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}

// EXTERNAL MODULE: ./src/common/timeline.ts
var timeline = __webpack_require__(5750);
// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
// EXTERNAL MODULE: ./src/docker/connect.ts + 8 modules
var connect = __webpack_require__(79);
// EXTERNAL MODULE: ./src/cli/run.ts + 12 modules
var run = __webpack_require__(7253);
;// CONCATENATED MODULE: ./src/cli/commands/node.ts










/** `k3d node create` */
async function nodeCreate(name, options, command) {
    if (options.role !== 'agent') {
        throw new errors/* UserError */.yo(`flag --role: only agents can be added so far, not "${options.role}"`);
    }
    const request = {
        name: (0,scalars/* readName */.MQ)(name, 'argument NAME'),
        cluster: options.cluster,
        replicas: (0,scalars/* readInteger */.JI)(1, scalars/* MAX_NODES */.nm)(options.replicas, 'flag --replicas'),
        image: options.image === undefined ? undefined : (0,scalars/* readImage */.AM)(options.image, 'flag --image'),
        k3sArgs: options.k3sArg,
        nodeLabels: options.k3sNodeLabel,
        runtimeLabels: Object.fromEntries(options.runtimeLabel.map(readLabel)),
        wait: options.wait,
        timeoutMs: (0,scalars/* readTimeout */.OW)(options.timeout, 'flag --timeout'),
    };
    const reporter = (0,run/* reporterOf */.hw)(command);
    await (0,run/* interruptible */.In)(async (signal) => {
        const engine = await (0,connect/* connectEngine */.x)();
        const names = await addAgents(request, { engine, reporter, timeline: new timeline/* Timeline */.K(), signal });
        reporter.info(`${names.join(', ')} joined cluster ${request.cluster}`);
    });
}
function readLabel(text) {
    const [key, ...value] = text.split('=');
    if ((0,plan_labels/* isReservedLabel */.JA)(key))
        throw new errors/* UserError */.yo(`flag --runtime-label: label "${key}" is reserved`);
    return [key, value.join('=')];
}
/** `k3d node start` and `stop` */
async function nodeSwitch(names, verb) {
    const engine = await (0,connect/* connectEngine */.x)();
    const nodes = await Promise.all(names.map((name) => needNode(engine, name)));
    for (const node of nodes) {
        if (verb === 'start')
            await (0,bringUp/* startNode */.LK)(engine, node.name);
        else
            await engine.containers.stop(node.id, lifecycle/* STOP_SECONDS */.To);
    }
}
/** `k3d node delete` */
async function nodeDelete(names, command) {
    const engine = await (0,connect/* connectEngine */.x)();
    const reporter = (0,run/* reporterOf */.hw)(command);
    const nodes = await Promise.all(names.map((name) => needNode(engine, name)));
    for (const node of nodes) {
        await deleteNode(engine, node, reporter);
        reporter.info(`Node ${node.name} is deleted`);
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

/***/ 5942:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ ensureImage)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6556);


/** Pause between two words on a pull's progress, in milliseconds. */
const PROGRESS_EVERY_MS = 5000;
/**
 * Sees to it that the engine has an image, pulling it if need be.
 * @returns whether it was pulled
 * @throws UserError when it does not exist or can't be pulled
 */
async function ensureImage(engine, reference, reporter, signal) {
    if ((await engine.images.inspect(reference)) !== undefined) {
        reporter.debug(`image ${reference} is there already`);
        return false;
    }
    reporter.info(`Pulling image ${reference}`);
    let last = performance.now();
    try {
        await engine.images.pull(reference, ({ current, total }) => {
            if (performance.now() - last < PROGRESS_EVERY_MS)
                return;
            last = performance.now();
            reporter.info(`Pulling image ${reference}: ${megabytes(current)} of ${megabytes(total)} MB`);
        }, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        throw explainPullFailure(reference, error);
    }
    return true;
}
const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
function explainPullFailure(reference, error) {
    if (!(error instanceof _docker_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .N))
        return error;
    const missing = error.status === 404 && !/denied|unauthorized/i.test(error.message);
    const what = missing ? `image ${reference} does not exist` : `image ${reference} can't be pulled`;
    return new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, { cause: error });
}


/***/ }),

/***/ 9602:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jp: () => (/* binding */ startCluster),
/* harmony export */   N0: () => (/* binding */ needCluster),
/* harmony export */   To: () => (/* binding */ STOP_SECONDS),
/* harmony export */   dg: () => (/* binding */ stopCluster)
/* harmony export */ });
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1922);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4192);
/* harmony import */ var _bringUp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3427);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5961);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2315);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7567);








/** How long a node may take to stop before it is killed, in seconds. */
const STOP_SECONDS = 10;
/** The cluster of that name. @throws UserError naming those that exist when it does not */
async function needCluster(engine, name) {
    return (await (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .findCluster */ .KG)(engine, name)) ?? Promise.reject(await (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownCluster */ .xE)(engine, name));
}
/** Stops all nodes of a cluster, whatever state they are in. @throws UserError when there is no such cluster */
async function stopCluster(engine, name) {
    const cluster = await needCluster(engine, name);
    // What is in front first, so that nobody is sent to nodes that are going.
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_5__/* .allSettled */ .v)((0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'loadbalancer').map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_5__/* .allSettled */ .v)(cluster.nodes.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
}
/**
 * Starts all nodes of a cluster, ours or k3d's, and waits until it can be used again.
 * @param timeoutMs bound in milliseconds
 * @throws UserError when there is no such cluster, a node ends, or the time is up
 */
async function startCluster(name, context, { wait, timeoutMs }) {
    const { engine, reporter } = context;
    const cluster = await needCluster(engine, name);
    const servers = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'server');
    const [first] = servers.sort((a, b) => initOrder(a.labels) - initOrder(b.labels));
    if (first === undefined || cluster.api === undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`cluster "${name}" has no server: delete it and create it anew`);
    }
    const progress = { waitingFor: 'the Docker engine' };
    const explain = () => new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`cluster "${name}" was not ready within ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(timeoutMs)}: still waiting for ${progress.waitingFor}`);
    const plan = {
        cluster: name,
        servers: servers.map((node) => node.name),
        agents: (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'agent').map((node) => node.name),
        loadBalancers: (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'loadbalancer').map((node) => node.name),
        apiURL: (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__/* .apiURL */ .Sw)(cluster.api.host, cluster.api.port),
        token: cluster.token,
        k3sArgs: (await engine.containers.inspect(first.id))?.command ?? [],
        restarted: true,
        wait,
    };
    return await (0,_context_js__WEBPACK_IMPORTED_MODULE_7__/* .withDeadline */ .N)(context, timeoutMs, explain, (inner) => reporter.stage(`Starting cluster ${name}`, async () => {
        await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_5__/* .allSettled */ .v)((0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesOf */ .Nh)(cluster, 'registry').map((node) => (0,_bringUp_js__WEBPACK_IMPORTED_MODULE_2__/* .startNode */ .LK)(engine, node.name)));
        return (0,_bringUp_js__WEBPACK_IMPORTED_MODULE_2__/* .bringUp */ .qh)(plan, inner, progress);
    }));
}
/** The server that began the cluster goes first. */
function initOrder(labels) {
    return labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.serverInit] === 'true' ? 0 : 1;
}


/***/ }),

/***/ 5750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ Timeline),
/* harmony export */   s: () => (/* binding */ renderTimeline)
/* harmony export */ });
/** Records where the time goes. Phases may overlap, since much of the work runs side by side. */
class Timeline {
    phases = [];
    #origin = performance.now();
    /** Milliseconds since the timeline was made. */
    now() {
        return performance.now() - this.#origin;
    }
    /** Runs `work` as a phase called `name`; a rejection is recorded and passed on. */
    async run(name, work) {
        const phase = { name, start: this.now(), end: Number.NaN, failed: false };
        this.phases.push(phase);
        try {
            return await work();
        }
        catch (error) {
            phase.failed = true;
            throw error;
        }
        finally {
            phase.end = this.now();
        }
    }
    /** Records a phase that began at `start` and ends now. */
    add(name, start) {
        this.phases.push({ name, start, end: this.now(), failed: false });
    }
}
/** The phases as text, one a line, with a bar that shows when each ran. `width` is the bar's width in characters. */
function renderTimeline(phases, width = 40) {
    const total = Math.max(1, ...phases.map((phase) => phase.end || 0));
    const nameWidth = Math.max(0, ...phases.map((phase) => phase.name.length));
    return phases
        .map((phase) => {
        const end = Number.isNaN(phase.end) ? total : phase.end;
        const from = Math.min(width - 1, Math.floor((phase.start / total) * width));
        const length = Math.max(1, Math.round(((end - phase.start) / total) * width));
        const bar = `${' '.repeat(from)}${'█'.repeat(Math.min(length, width - from))}`.padEnd(width);
        const seconds = ((end - phase.start) / 1000).toFixed(1).padStart(6);
        return `${phase.name.padEnd(nameWidth)} ${seconds} s  ${bar}${phase.failed ? ' failed' : ''}`.trimEnd();
    })
        .join('\n');
}


/***/ }),

/***/ 407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ entrypointFiles),
/* harmony export */   Q: () => (/* binding */ NODE_ENTRYPOINT)
/* harmony export */ });
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
/** The command that containers of nodes run. */
const NODE_ENTRYPOINT = '/bin/k3d-entrypoint.sh';
/** The files of the fixes, by k3d's names, so that k3d replaces them by its own when it starts a node of ours. */
function entrypointFiles() {
    const script = (name, content) => ({
        path: `/bin/k3d-entrypoint${name}.sh`,
        content,
        mode: 0o744,
    });
    return [script('', WRAPPER), script('-cgroupv2', CGROUP_V2), script('-dns', DNS), script('-mounts', MOUNTS)];
}


/***/ })

};
