export const id = 68;
export const ids = [68];
export const modules = {

/***/ 68:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   imageImport: () => (/* binding */ imageImport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _cluster_importImages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(379);
/* harmony import */ var _cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2028);
/* harmony import */ var _cluster_model_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7567);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1922);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1954);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8739);
/* harmony import */ var _docker_connect_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4001);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4474);












/** `k3d image import` */
async function imageImport(words, options, command) {
    const wanted = options.cluster.map((name) => (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_8__/* .readName */ .MQ)(name, 'flag --cluster'));
    const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_9__.connectEngine)();
    const clusters = wanted.length === 0 ? [_config_defaults_js__WEBPACK_IMPORTED_MODULE_7__/* .DEFAULT_CLUSTER_NAME */ .pb] : wanted;
    const nodes = (await Promise.all(clusters.map((name) => runningNodes(engine, name)))).flat();
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'k3d-import-'));
    try {
        for (const source of await sourcesOf(words, folder))
            await (0,_cluster_importImages_js__WEBPACK_IMPORTED_MODULE_4__/* .importImages */ .W)(engine, source, nodes, (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .reporterOf */ .hw)(command));
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true });
    }
}
async function runningNodes(engine, name) {
    const cluster = await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_5__/* .needCluster */ .N0)(engine, name);
    const nodes = cluster.nodes.filter(_cluster_model_js__WEBPACK_IMPORTED_MODULE_6__/* .isK3sNode */ .S);
    const stopped = nodes.find(({ state }) => state !== 'running');
    if (stopped !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .UserError */ .yo(`node ${stopped.name} does not run (${stopped.state}): start cluster "${name}" first`);
    }
    return nodes;
}
/** Words are files, `-` for an archive on standard input, or names of images, which are sent together. */
async function sourcesOf(words, folder) {
    const sources = [];
    const names = [];
    for (const word of words) {
        if (word === '-') {
            // Read twice: once for the names in it, once to send it.
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'stdin.tar');
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(process.stdin, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { mode: 0o600 }));
            sources.push({ kind: 'archive', path });
        }
        else if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(word) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(word).isFile())
            sources.push({ kind: 'archive', path: word });
        else if (/\.(tar|tgz|tar\.gz)$/.test(word))
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .UserError */ .yo(`archive ${word} does not exist`);
        else
            names.push(word);
    }
    return names.length === 0 ? sources : [{ kind: 'images', names }, ...sources];
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

/***/ 3189:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ imagesInArchive),
/* harmony export */   ou: () => (/* binding */ fullImageName)
/* harmony export */ });
/* unused harmony exports namesInManifest, namesInIndex */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6118);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1922);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6556);






/** Key under which an OCI index names its images (containerd and Docker write it). */
const NAME_ANNOTATION = 'io.containerd.image.name';
const REF_ANNOTATION = 'org.opencontainers.image.ref.name';
/**
 * The name by which containerd knows an image: with registry, `library/` for Docker Hub's own, and a tag.
 * The rule is Docker's (distribution: reference/normalize.go).
 */
function fullImageName(reference) {
    const [first, ...rest] = reference.split('/');
    const hasHost = rest.length > 0 && (first.includes('.') || first.includes(':') || first === 'localhost');
    const path = hasHost ? rest.join('/') : reference;
    const host = hasHost ? first.replace(/^index\.docker\.io$/, 'docker.io') : 'docker.io';
    const withLibrary = host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    const last = withLibrary.slice(withLibrary.lastIndexOf('/') + 1);
    return `${host}/${withLibrary}${last.includes(':') || last.includes('@') ? '' : ':latest'}`;
}
/**
 * The names of the images in an archive, as `docker save` or an OCI tool wrote it.
 * @throws UserError when the file can't be read or is no such archive
 */
async function imagesInArchive(path) {
    const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path);
    try {
        let manifest;
        let index;
        const unpacked = (0,tar_stream__WEBPACK_IMPORTED_MODULE_3__.extract)();
        (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(source, unpacked).catch((error) => unpacked.destroy(error));
        for await (const entry of unpacked) {
            const name = entry.header.name.replace(/^\.\//, '');
            if (name === 'manifest.json')
                manifest = (await (0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .readAll */ .y)(node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from(entry))).toString('utf8');
            else if (name === 'index.json')
                index = (await (0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .readAll */ .y)(node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from(entry))).toString('utf8');
            else
                entry.resume();
        }
        if (manifest === undefined && index === undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${path} is no image archive: it has neither manifest.json nor index.json`);
        }
        return [...new Set([...namesInManifest(manifest), ...namesInIndex(index)].map(fullImageName))];
    }
    catch (error) {
        if (error instanceof _common_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo)
            throw error;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${path} can't be read as an image archive: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
    finally {
        source.destroy();
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


/***/ }),

/***/ 379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ importImages)
/* harmony export */ });
/* unused harmony export checkImages */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _imageArchive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3189);
/* harmony import */ var _nodeImages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1102);
/* harmony import */ var _sendArchive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3170);





/**
 * Brings images into containerd of all nodes at once.
 * Images that a node has already, in the same version, are not sent again; afterwards each node is asked whether it
 * has them all.
 * @throws UserError naming the images that the engine lacks, or the nodes where it failed and why
 */
async function importImages(engine, source, nodes, reporter) {
    const wanted = source.kind === 'archive' ? await (0,_imageArchive_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesInArchive */ .EU)(source.path) : source.names.map(_imageArchive_js__WEBPACK_IMPORTED_MODULE_1__/* .fullImageName */ .ou);
    const targets = source.kind === 'archive' ? [...nodes] : await nodesThatLack(engine, source.names, nodes);
    for (const node of nodes)
        if (!targets.includes(node))
            reporter.debug(`${node.name} has them already`);
    if (targets.length > 0) {
        const archive = source.kind === 'archive' ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(source.path) : await engine.images.save(source.names);
        await (0,_sendArchive_js__WEBPACK_IMPORTED_MODULE_3__/* .sendArchive */ .D)(engine, archive, targets);
        await verify(engine, wanted, targets);
    }
    reporter.info(`${wanted.join(', ')}: imported into ${targets.length} of ${nodes.length} nodes, the others had them`);
}
/** Full name → id of images in the engine. @throws UserError naming the first that is not there */
async function checkImages(engine, names) {
    const ids = new Map();
    for (const name of names) {
        const image = await engine.images.inspect(name);
        if (image === undefined)
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`image ${name} is not in the engine: pull or build it first`);
        ids.set((0,_imageArchive_js__WEBPACK_IMPORTED_MODULE_1__/* .fullImageName */ .ou)(name), image.id);
    }
    return ids;
}
async function nodesThatLack(engine, names, nodes) {
    const ids = await checkImages(engine, names);
    const lacks = await Promise.all(nodes.map(async (node) => {
        const present = await imagesOf(engine, node);
        return [...ids].some(([name, id]) => present.get(name) !== id);
    }));
    return nodes.filter((_, index) => lacks[index]);
}
/** Name → id of the images in a node's containerd. */
async function imagesOf(engine, node) {
    const images = await (0,_nodeImages_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOfNode */ .i)(engine, node);
    return new Map(images.flatMap(({ id, repoTags }) => repoTags.map((tag) => [tag, id])));
}
async function verify(engine, wanted, nodes) {
    const problems = [];
    await Promise.all(nodes.map(async (node) => {
        const present = await imagesOf(engine, node);
        const missing = wanted.filter((name) => !present.has(name));
        if (missing.length > 0)
            problems.push(`${node.name} lacks ${missing.join(', ')}`);
    }));
    if (problems.length > 0)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`after the import ${problems.join('; ')}`);
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

// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/plan/labels.ts
var plan_labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/balancers.ts
var balancers = __webpack_require__(1717);
// EXTERNAL MODULE: ./src/cluster/bringUp.ts + 1 modules
var bringUp = __webpack_require__(4155);
// EXTERNAL MODULE: ./src/cluster/context.ts
var cluster_context = __webpack_require__(5961);
// EXTERNAL MODULE: ./src/cluster/kubeconfig.ts
var kubeconfig = __webpack_require__(2315);
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
    await (0,allSettled/* allSettled */.v)(cluster.nodes.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
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
    const progress = { waitingFor: 'the Docker engine' };
    const explain = () => new errors/* UserError */.yo(`cluster "${name}" was not ready within ${(0,duration/* formatDuration */.a)(timeoutMs)}: still waiting for ${progress.waitingFor}`);
    const plan = {
        cluster: name,
        servers: servers.map((node) => node.name),
        agents: (0,model/* nodesOf */.Nh)(cluster, 'agent').map((node) => node.name),
        loadBalancers: (0,balancers/* balancersOf */.BW)(cluster).map((node) => node.name),
        apiURL: (0,kubeconfig/* apiURL */.Sw)(cluster.api.host, cluster.api.port),
        token: cluster.token,
        k3sArgs: (await engine.containers.inspect(first.id))?.command ?? [],
        nodeName: (container) => cluster.nodes.filter(({ name: own }) => own === container).map(plan_labels/* kubernetesName */.gg)[0] ?? container,
        restarted: true,
        hostEntries: () => (0,hostEntries/* hostEntries */.p)(engine, name),
        wait,
    };
    return await (0,cluster_context/* withDeadline */.N)(context, timeoutMs, explain, (inner) => reporter.stage(`Starting cluster ${name}`, async () => {
        await (0,allSettled/* allSettled */.v)((0,balancers/* balancersOf */.BW)(cluster).map((node) => trimBalancer(engine, node)));
        await (0,allSettled/* allSettled */.v)((0,model/* nodesOf */.Nh)(cluster, 'registry').map((node) => (0,bringUp/* startNode */.LK)(engine, node.name)));
        return (0,bringUp/* bringUp */.qh)(plan, inner, progress);
    }));
}
/** The server that began the cluster goes first. */
function initOrder(labels) {
    return labels[plan_labels/* LABEL */.d_.serverInit] === 'true' ? 0 : 1;
}


/***/ }),

/***/ 1102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ imagesOfNode)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _sendArchive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3170);


/** The images in a node's containerd. @throws UserError when it can't be asked */
async function imagesOfNode(engine, node) {
    const { exitCode, stdout, stderr } = await engine.containers.exec(node.id, ['crictl', 'images', '-o', 'json']);
    if (exitCode !== 0)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`node ${node.name} can't list its images: ${(0,_sendArchive_js__WEBPACK_IMPORTED_MODULE_0__/* .lastLine */ .f)(stderr)}`);
    const { images = [] } = JSON.parse(stdout);
    return images.map(({ id, repoTags = [], repoDigests = [] }) => ({ id, repoTags, repoDigests }));
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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1922);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3848);
/* harmony import */ var _plan_mounts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5201);






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
            failures.push(`${node.name}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error)}`);
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
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`the import failed on ${failures.join('; ')}`);
}
function groupNodes(nodes) {
    const name = `${_plan_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .IMAGE_VOLUME_PATH */ .RC}/k3d-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tar`;
    const byVolume = Map.groupBy(nodes, ({ labels }) => labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.imageVolume] ?? '');
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


/***/ })

};
