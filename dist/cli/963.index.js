export const id = 963;
export const ids = [963];
export const modules = {

/***/ 4963:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterUpgrade: () => (/* binding */ clusterUpgrade)
/* harmony export */ });
/* harmony import */ var _cluster_upgrade_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7974);
/* harmony import */ var _cluster_create_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1369);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(245);
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5541);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _common_table_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6513);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5750);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1954);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6167);
/* harmony import */ var _config_version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8794);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6657);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1298);












/** Agents that may be replaced at a time. */
const MOST_PARALLEL = 100;
/** `k3d cluster upgrade`: progress goes to standard error, and which nodes it was or would be to standard output. */
async function clusterUpgrade(name = _config_defaults_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_CLUSTER_NAME */ .pb, options, command) {
    const timeoutMs = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_6__/* .readTimeout */ .OW)(options.timeout, 'flag --timeout');
    const parallel = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_6__/* .readInteger */ .JI)(1, MOST_PARALLEL)(options.parallel, 'flag --parallel');
    const wanted = readWanted(options);
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .reporterOf */ .h)(command);
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .interruptible */ .I)(async (signal) => {
        const timeline = new _common_timeline_js__WEBPACK_IMPORTED_MODULE_10__/* .Timeline */ .K();
        const context = { engine: await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__.connectEngine)(), reporter, timeline, signal };
        const image = await (0,_cluster_create_index_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveImage */ .AT)(wanted, process.env, (message) => reporter.warn(message));
        const plan = await (0,_cluster_upgrade_index_js__WEBPACK_IMPORTED_MODULE_0__/* .planUpgrade */ .K)(name, { image, parallel }, context);
        if (options.dryRun !== true && plan.steps.length > 0) {
            const { drain, rollback } = options;
            await (0,_cluster_upgrade_index_js__WEBPACK_IMPORTED_MODULE_0__/* .upgradeCluster */ .l)(plan, { drain, rollback, timeoutMs }, context);
            reporter.info(`Cluster ${name} runs ${image} after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(timeline.now())}`);
        }
        (0,_output_js__WEBPACK_IMPORTED_MODULE_8__/* .print */ .y)(options.output, plan, () => asTable(plan));
    });
}
function readWanted({ image, k3sVersion }) {
    if (image !== undefined && k3sVersion !== undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('flags --image and --k3s-version: only one of them can say what nodes are to run');
    if (image !== undefined)
        return (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_6__/* .readK3sImage */ .Jc)(image, 'flag --image');
    if (k3sVersion !== undefined)
        return (0,_config_version_js__WEBPACK_IMPORTED_MODULE_7__/* .readVersion */ .$4)(k3sVersion, 'flag --k3s-version');
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('flag --image or --k3s-version is missing: it says what nodes are to run, e.g. --k3s-version v1.34');
}
function asTable({ cluster, image, steps }) {
    if (steps.length === 0)
        return `cluster ${cluster} runs ${image} already`;
    const rows = steps.flatMap((nodes, index) => nodes.map(({ name, role, from }) => [String(index + 1), name, role, from, image]));
    return (0,_common_table_js__WEBPACK_IMPORTED_MODULE_11__/* .table */ .t)(['STEP', 'NODE', 'ROLE', 'FROM', 'TO'], rows);
}


/***/ }),

/***/ 7974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* reexport */ planUpgrade),
  l: () => (/* reexport */ upgradeCluster)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: ./src/config/wait.ts
var wait = __webpack_require__(4773);
// EXTERNAL MODULE: ./src/contract/imageName.ts
var imageName = __webpack_require__(6480);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/config/version.ts
var version = __webpack_require__(8794);
// EXTERNAL MODULE: ./src/kubernetes/leave.ts
var leave = __webpack_require__(59);
// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/kubernetes/nodes.ts
var kubernetes_nodes = __webpack_require__(1517);
// EXTERNAL MODULE: ./src/plan/upgrade.ts
var upgrade = __webpack_require__(5587);
// EXTERNAL MODULE: ./src/cluster/context.ts + 1 modules
var cluster_context = __webpack_require__(296);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 8 modules
var cluster_images = __webpack_require__(5580);
// EXTERNAL MODULE: ./src/cluster/balancer/index.ts + 3 modules
var balancer = __webpack_require__(4270);
// EXTERNAL MODULE: ./src/cluster/start/index.ts + 23 modules
var start = __webpack_require__(550);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/plan/releaseFiles.ts
var releaseFiles = __webpack_require__(3827);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./src/docker/engine.ts
var docker_engine = __webpack_require__(6556);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/cluster/upgrade/carryFiles.ts






/**
 * Brings what was put into a container, or came about in it, into the one that follows it: the node's password among it,
 * without which no server takes it for the one that it was. Volumes are not meant.
 */
async function carryFiles(engine, from, to) {
    const { added, changed } = await engine.containers.changes(from.id);
    const mounts = from.mounts.map(({ target }) => target);
    // One after the other: each is a request that writes into the same container.
    for (const path of (0,upgrade/* carriedPaths */.Vl)(added, mounts)) {
        const archive = await engine.containers.getArchive(from.id, path);
        if (archive !== undefined)
            await engine.containers.putArchive(to, external_node_path_.posix.dirname(path), archive);
    }
    await (0,settleAll/* settleAll */.j)(changed.filter((path) => (0,upgrade/* isCarried */.Tz)(path, mounts)).map((path) => carryFile(engine, from.id, to, path)));
}
/** A folder that was changed holds what its image has there, and stays. */
async function carryFile(engine, from, to, path) {
    const archive = await engine.containers.getArchive(from, path);
    if (archive === undefined)
        return;
    for await (const entry of (0,readFiles/* unpack */.l1)(archive)) {
        if (entry.header.type !== 'file') {
            archive.destroy();
            return;
        }
        const content = await (0,docker_engine/* readAll */.y)(external_node_stream_.Readable.from(entry));
        await engine.containers.putFiles(to, [{ path, content, mode: entry.header.mode ?? 0o644 }]);
    }
}

;// CONCATENATED MODULE: ./src/cluster/upgrade/replaceNode.ts






/**
 * Stops a node and puts a container of another image in its place, with the same name, settings, ports, networks, volumes
 * and files.
 * @throws what the engine says; all is as it was then, but for the node, which does not run
 */
async function replaceNode(engine, node, image) {
    const { containers } = engine;
    const details = await containers.inspect(node.id);
    if (details === undefined)
        throw new errors/* UserError */.yo(`node ${node.name} is gone: somebody else has deleted it`);
    const imageEnv = new Set((await engine.images.inspect(details.image))?.env ?? []);
    await containers.stop(node.id, start/* STOP_SECONDS */.To);
    await containers.rename(node.id, (0,names/* asideName */.o1)(node.name, (0,external_node_crypto_.randomUUID)().slice(0, 8)));
    let made;
    const undo = async () => {
        if (made !== undefined)
            await containers.remove(made);
        // The two share their volumes.
        await containers.putFiles(node.id, (0,releaseFiles/* changedReleaseFiles */.f)(image, details.image, details.binds));
        await containers.rename(node.id, node.name);
    };
    try {
        // Variables of the old image are not the new one's.
        const env = details.env.filter((entry) => !imageEnv.has(entry));
        made = await containers.copy(node.id, { name: node.name, image, env, sharesVolumes: true });
        await carryFiles(engine, details, made);
        await containers.putFiles(made, (0,releaseFiles/* changedReleaseFiles */.f)(details.image, image, details.binds));
    }
    catch (error) {
        await undo();
        throw error;
    }
    const { addresses } = details;
    return { name: node.name, addresses, undo, finish: () => containers.remove(node.id) };
}

;// CONCATENATED MODULE: ./src/cluster/upgrade/upgrade.ts

















/**
 * What it takes to bring a running cluster to another release of k3s: servers one after the other, then agents.
 * @param wanted the image, and how many agents are upgraded at a time
 * @returns no steps when all nodes have that image
 * @throws UserError when there is no such cluster, a node does not run, or the step can't be made
 */
async function planUpgrade(name, wanted, { engine }) {
    const { image, parallel } = wanted;
    await (0,start/* bringBack */.kB)(engine, name);
    const cluster = await (0,find/* needCluster */.N0)(engine, name);
    const nodes = cluster.nodes.filter(find/* isK3sNode */.S);
    const down = nodes.find(({ state }) => state !== 'running');
    if (down !== undefined)
        throw new errors/* UserError */.yo(`node ${down.name} does not run: start the cluster with "k3d cluster start ${name}"`);
    const releases = await releasesOf(cluster, nodes, engine);
    (0,upgrade/* checkStep */.bn)(name, releases, image);
    const late = nodes
        .filter((node) => !(0,imageName/* isSameImage */.m_)(node.image, image))
        .map(({ name: node, role }) => {
        const from = releases.find((one) => one.name === node)?.release ?? 'unknown';
        return { name: node, role: role, from };
    });
    const ofRole = (role) => late.filter((node) => node.role === role);
    const agents = ofRole('agent');
    const groups = Array.from({ length: Math.ceil(agents.length / parallel) }, (_, index) => agents.slice(index * parallel, (index + 1) * parallel));
    return { cluster: name, image, steps: [...ofRole('server').map((server) => [server]), ...groups] };
}
async function releasesOf(cluster, nodes, engine) {
    const expected = (await (0,find/* expectationsFor */.rJ)(engine, nodes.map(({ name }) => name))).nodes;
    const all = await (0,find/* withKube */.MT)(engine, cluster, kubernetes_nodes/* allNodes */.B);
    return expected.map((one) => ({ name: one.container, release: releaseOf(one, all) ?? 'unknown' }));
}
const releaseOf = (one, all) => (0,nodeNames/* nodeFor */.O)(one, all)?.status?.nodeInfo?.kubeletVersion;
/**
 * Upgrades a cluster as it was planned. Each step has to be ready before the next one begins.
 * @throws UserError naming the node that did not come up; it is back on its image then, unless that was not wanted
 */
async function upgradeCluster(plan, wishes, context) {
    const { engine, reporter, signal } = context;
    await (0,cluster_images/* ensureImage */.Yt)(engine, plan.image, reporter, signal);
    for (const nodes of plan.steps) {
        const names = nodes.map(({ name }) => name).join(', ');
        await reporter.stage(`Upgrading ${names} to ${plan.image}`, () => upgradeNodes(plan, nodes, wishes, context));
    }
}
async function upgradeNodes(plan, nodes, wishes, context) {
    const { engine } = context;
    const cluster = await (0,find/* needCluster */.N0)(engine, plan.cluster);
    const own = cluster.nodes.filter(({ name }) => nodes.some((node) => node.name === name));
    const names = own.map(({ name }) => name);
    const hasOthers = cluster.nodes.filter(find/* isK3sNode */.S).length > own.length;
    const closed = [];
    let comeBack = async () => undefined;
    const replaced = [];
    try {
        if (wishes.drain && hasOthers)
            await (0,find/* withKube */.MT)(engine, cluster, (kube) => closeNodes(kube, names, closed, context));
        comeBack = await (0,balancer/* stepAside */.fr)(engine, cluster, names);
        await (0,settleAll/* settleAll */.j)(own.filter(({ role }) => role === 'server').map(({ name }) => (0,start/* handOverEtcd */.yU)(engine, name)));
        context.signal.throwIfAborted();
        // Even if one fails, what the others have become is known.
        await (0,settleAll/* settleAll */.j)(own.map(async (node) => void replaced.push(await replaceNode(engine, node, plan.image))));
        await upgrade_start(plan.cluster, replaced, names, wishes.timeoutMs, context);
        await waitForRelease(plan, names, context);
    }
    catch (error) {
        const back = wishes.rollback
            ? await putBack(plan.cluster, replaced, names, wishes.timeoutMs, context)
            : 'it is left as it is';
        context.signal.throwIfAborted();
        throw new errors/* UserError */.yo(`${names.join(', ')} can't be upgraded to ${plan.image}: ${(0,errors/* messageOf */.bD)(error)}; ${back}`, {
            cause: error,
        });
    }
    finally {
        await comeBack();
        await openNodes(plan.cluster, closed, context);
    }
    await (0,settleAll/* settleAll */.j)(replaced.map(({ finish }) => finish()));
}
/** Empties nodes, unless they took no pods before. @param closed is given what they are called in Kubernetes */
async function closeNodes(kube, names, closed, { engine }) {
    const all = await (0,kubernetes_nodes/* allNodes */.B)(kube);
    const { nodes } = await (0,find/* expectationsFor */.rJ)(engine, names);
    for (const one of nodes) {
        const node = (0,nodeNames/* nodeFor */.O)(one, all);
        if (node !== undefined && !node.spec.unschedulable)
            closed.push(node.metadata.name);
    }
    await (0,settleAll/* settleAll */.j)(closed.map((name) => (0,leave/* emptyNode */.ib)(kube, name)));
}
async function openNodes(cluster, names, { engine, reporter }) {
    if (names.length === 0)
        return;
    try {
        const found = await (0,find/* needCluster */.N0)(engine, cluster);
        await (0,find/* withKube */.MT)(engine, found, (kube) => (0,settleAll/* settleAll */.j)(names.map((name) => (0,leave/* setSchedulable */.fG)(kube, name, true))));
    }
    catch (error) {
        reporter.warn(`${names.join(', ')} may take no new pods ("kubectl uncordon" changes that): ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** Layers that a step has to bring back before the next one. */
const WANTED = (0,wait/* readWait */.mg)('system', '');
/** Starts what has been put in the place of nodes, and waits until the cluster is whole again. */
async function upgrade_start(cluster, replaced, names, timeoutMs, context) {
    await (0,cluster_context/* withDeadline */.N)(context, timeoutMs, `${names.join(', ')} was`, async (inner, progress) => {
        const found = await (0,find/* needCluster */.N0)(context.engine, cluster);
        await (0,start/* startNodes */.ak)(found, WANTED, inner, progress);
        if (await haveMoved(replaced, inner))
            await refreshBalancers(found, inner);
    });
}
/** Whether a node has another address than the one that it had. */
async function haveMoved(replaced, { engine }) {
    for (const { name, addresses } of replaced) {
        const now = (await engine.containers.inspect(name))?.addresses ?? {};
        if (Object.entries(addresses).some(([network, address]) => now[network] !== address))
            return true;
    }
    return false;
}
/** Ours sees by itself that a node has moved; one of k3d's looks its nodes up when it starts. */
async function refreshBalancers(cluster, { engine }) {
    for (const { id, labels } of (0,find/* nodesOf */.Nh)(cluster, 'loadbalancer')) {
        if (contract_labels/* LABEL */.d_.openPorts in labels)
            continue;
        await engine.containers.stop(id, 1);
        await engine.containers.start(id);
    }
}
/** @returns how it ended, for the error */
async function putBack(cluster, replaced, names, timeoutMs, context) {
    // Whoever has cancelled it wants it undone.
    const own = { ...context, signal: new AbortController().signal };
    try {
        await (0,settleAll/* settleAll */.j)(replaced.map(({ undo }) => undo()));
        await upgrade_start(cluster, [], names, timeoutMs, own);
        return 'it is back on the image that it had';
    }
    catch (error) {
        return `and it could not be put back: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}
/** How long a node may take to tell its new release once it is Ready, in milliseconds. */
const TELL_MS = 30_000;
const LOOK_EVERY_MS = 300;
async function waitForRelease({ cluster, image }, names, context) {
    const to = (0,version/* kubernetesOf */.Az)(image);
    if (to === undefined)
        return;
    const found = await (0,find/* needCluster */.N0)(context.engine, cluster);
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(TELL_MS)]);
    const { nodes } = await (0,find/* expectationsFor */.rJ)(context.engine, names);
    await (0,find/* withKube */.MT)(context.engine, found, (kube) => (0,poll/* poll */.w)(async () => {
        const all = await (0,kubernetes_nodes/* allNodes */.B)(kube);
        return nodes.every((one) => releaseOf(one, all)?.startsWith(`v${to}`)) || undefined;
    }, LOOK_EVERY_MS, signal));
}

;// CONCATENATED MODULE: ./src/cluster/upgrade/index.ts
// Bringing a running cluster to another release of k3s.



/***/ }),

/***/ 5587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tz: () => (/* binding */ isCarried),
/* harmony export */   Vl: () => (/* binding */ carriedPaths),
/* harmony export */   bn: () => (/* binding */ checkStep)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _config_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8794);



/**
 * Whether a cluster can go from what its nodes run to an image, as Kubernetes has it: one minor release at a time, and
 * never back (kubernetes.io: version skew policy).
 * @param image one whose tag names no release is taken at its word
 * @throws UserError naming the step that can't be made
 */
function checkStep(cluster, nodes, image) {
    const to = (0,_config_version_js__WEBPACK_IMPORTED_MODULE_2__/* .kubernetesOf */ .Az)(image);
    if (to === undefined)
        return;
    for (const { name, release } of nodes) {
        const from = semver__WEBPACK_IMPORTED_MODULE_0___default().coerce(release)?.version;
        if (from === undefined)
            continue;
        if (semver__WEBPACK_IMPORTED_MODULE_0___default().lt(to, from)) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cluster "${cluster}" can't go back: node ${name} runs ${release}, and ${image} is older; create a cluster of that release instead`);
        }
        const [major, minor] = [semver__WEBPACK_IMPORTED_MODULE_0___default().major(from), semver__WEBPACK_IMPORTED_MODULE_0___default().minor(from)];
        if (semver__WEBPACK_IMPORTED_MODULE_0___default().major(to) > major || semver__WEBPACK_IMPORTED_MODULE_0___default().minor(to) > minor + 1) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cluster "${cluster}" can't skip a minor release: node ${name} runs ${release}; go to a release of v${major}.${minor + 1} before ${image}`);
        }
    }
}
/** What of a container the engine makes anew, or what is gone when it stops. */
const NOT_CARRIED = [
    ...['/dev', '/proc', '/sys', '/run', '/var/run', '/tmp', '/var/log', '/.dockerenv'],
    ...['/etc/hosts', '/etc/hostname', '/etc/resolv.conf', '/sbin/docker-init', '/usr/sbin/docker-init'],
];
const isBelow = (path, root) => path === root || path.startsWith(`${root}/`);
/** Whether what was put into a container is taken along into the one that follows it: not what is mounted there. */
function isCarried(path, mounts) {
    return ![...NOT_CARRIED, ...mounts].some((root) => isBelow(path, root));
}
/**
 * The fewest paths that hold all that is taken along of what was added to a container.
 * @param mounts where volumes and others are mounted
 */
function carriedPaths(added, mounts) {
    const whole = added.filter((path) => isCarried(path, mounts) && !mounts.some((mount) => isBelow(mount, path)));
    return whole.filter((path) => !whole.some((other) => other !== path && isBelow(path, other)));
}


/***/ })

};
