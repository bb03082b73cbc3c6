export const id = 851;
export const ids = [851];
export const modules = {

/***/ 9851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nodeCreate: () => (/* binding */ nodeCreate),
  nodeDelete: () => (/* binding */ nodeDelete),
  nodeSwitch: () => (/* binding */ nodeSwitch)
});

// EXTERNAL MODULE: ./src/cluster/addNodes.ts
var addNodes = __webpack_require__(8684);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/plan/clone.ts
var clone = __webpack_require__(1150);
// EXTERNAL MODULE: ./src/plan/nodeFiles.ts
var nodeFiles = __webpack_require__(1784);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/images.ts
var cluster_images = __webpack_require__(3561);
;// CONCATENATED MODULE: ./src/cluster/addRemoteAgent.ts






/** Network of agents that join a cluster elsewhere, unless another one is named. */
const DEFAULT_NETWORK = 'bridge';
/**
 * Adds agents to a cluster that is not on this engine. Whether they become Ready can't be seen from here: there are no
 * rights to ask that cluster.
 * @param url of a server, e.g. `https://10.0.0.5:6443`
 * @throws UserError when the token is missing or a name is taken
 */
async function addRemoteAgents(url, request, { engine, reporter, signal }) {
    const { token, networks } = request;
    if (token === undefined)
        throw new errors/* UserError */.yo(`flag --token: the cluster at ${url} asks for its token`);
    if (request.role !== 'agent')
        throw new errors/* UserError */.yo(`flag --role: only agents can join a cluster that is elsewhere`);
    await (0,addNodes/* checkNamesFree */.V7)(engine, request.names);
    await (0,cluster_images/* ensureImage */.Y)(engine, request.image, reporter, signal);
    const [network = DEFAULT_NETWORK, ...others] = networks;
    const made = [];
    try {
        for (const name of request.names) {
            const container = (0,clone/* planRemoteAgent */.nf)({ ...request, name, url, token }, network);
            const files = (0,nodeFiles/* nodeFiles */.k)(request.disabledFixes, container.memory, container.binds);
            await (0,addNodes/* startNew */.vm)(engine, { container, files }, others, made);
        }
    }
    catch (error) {
        await (0,allSettled/* allSettled */.v)(made.map((name) => engine.containers.remove(name)));
        throw error;
    }
}

// EXTERNAL MODULE: ./src/cluster/starter.ts
var starter = __webpack_require__(1294);
// EXTERNAL MODULE: ./src/cluster/k3sChannel.ts + 1 modules
var k3sChannel = __webpack_require__(6889);
// EXTERNAL MODULE: ./src/cluster/lifecycle.ts + 1 modules
var lifecycle = __webpack_require__(2028);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/cluster/nodes.ts + 1 modules
var cluster_nodes = __webpack_require__(3108);
// EXTERNAL MODULE: ./src/common/timeline.ts
var timeline = __webpack_require__(5750);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/config/fields.ts
var fields = __webpack_require__(81);
// EXTERNAL MODULE: ./src/config/layers.ts
var config_layers = __webpack_require__(1978);
// EXTERNAL MODULE: ./src/config/nodeLabels.ts
var nodeLabels = __webpack_require__(7479);
// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
// EXTERNAL MODULE: ./src/cluster/dind/connect.ts + 1 modules
var connect = __webpack_require__(8852);
// EXTERNAL MODULE: ./src/plan/labels.ts
var labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/cli/run.ts + 12 modules
var run = __webpack_require__(4474);
;// CONCATENATED MODULE: ./src/cli/commands/node.ts


















/** `k3d node create` */
async function nodeCreate(name, options, command) {
    const request = readRequest(name, options);
    const isRemote = options.cluster.includes('://');
    if (isRemote && !(options.cluster.startsWith('https://') && URL.canParse(options.cluster))) {
        throw new errors/* UserError */.yo(`flag --cluster: "${options.cluster}" is no URL of a server: expected e.g. https://10.0.0.5:6443`);
    }
    if (!isRemote)
        (0,scalars/* readName */.MQ)(options.cluster, 'flag --cluster');
    const reporter = (0,run/* reporterOf */.hw)(command);
    await (0,run/* interruptible */.In)(async (signal) => {
        const engine = await (0,connect.connectEngine)();
        const context = { engine, reporter, timeline: new timeline/* Timeline */.K(), signal };
        const image = request.image === undefined ? undefined : await (0,k3sChannel/* resolveImage */.AT)(request.image, process.env);
        if (isRemote)
            await addRemoteAgents(options.cluster, { ...request, image: image ?? defaults/* DEFAULTS */.zY.image }, context);
        else
            await (0,addNodes/* addNodes */.lW)(options.cluster, { ...request, image }, context);
        reporter.info(`${request.names.join(', ')} ${isRemote ? 'is to join' : 'joined'} ${options.cluster}`);
    });
}
function readRole(text) {
    if (text === 'agent' || text === 'server')
        return text;
    throw new errors/* UserError */.yo(`flag --role: expected agent or server, not "${text}"`);
}
function readRequest(name, options) {
    const role = readRole(options.role);
    const base = (0,scalars/* readName */.MQ)(name, 'argument NAME');
    const replicas = (0,scalars/* readInteger */.JI)(1, scalars/* MAX_NODES */.nm)(options.replicas, 'flag --replicas');
    return {
        names: Array.from({ length: replicas }, (_, index) => (0,names/* addedNodeName */.qp)(base, index)),
        role,
        image: options.image === undefined ? undefined : (0,scalars/* readK3sImage */.Jc)(options.image, 'flag --image'),
        memory: options.memory === undefined ? undefined : (0,scalars/* readMemory */.S1)(options.memory, 'flag --memory'),
        networks: options.network.map((network) => (0,scalars/* readNetwork */.Lp)(network, 'flag --network')),
        token: options.token === undefined ? undefined : (0,scalars/* readToken */.AI)(options.token, 'flag --token'),
        k3sArgs: options.k3sArg.map(readArg),
        nodeLabels: options.k3sNodeLabel.map((label) => readNodeLabel(label)),
        runtimeLabels: Object.fromEntries(options.runtimeLabel.map(readLabel)),
        ulimits: options.runtimeUlimit.map((text) => (0,config_layers/* readUlimit */.TY)(text, 'flag --runtime-ulimit')),
        disabledFixes: (0,fields/* disabledFixes */.W_)(process.env),
        wait: options.wait,
        timeoutMs: (0,scalars/* readTimeout */.OW)(options.timeout, 'flag --timeout'),
    };
}
function readArg(text) {
    if (text === '')
        throw new errors/* UserError */.yo('flag --k3s-arg: an argument must not be empty');
    return text;
}
function readNodeLabel(text) {
    (0,nodeLabels/* checkNodeLabel */.D)(text, 'flag --k3s-node-label');
    return text;
}
function readLabel(text) {
    const [key, ...value] = text.split('=');
    if ((0,labels/* isReservedLabel */.JA)(key))
        throw new errors/* UserError */.yo(`flag --runtime-label: label "${key}" is reserved`);
    return [key, value.join('=')];
}
/** `k3d node start` and `stop` */
async function nodeSwitch(names, verb) {
    const engine = await (0,connect.connectEngine)();
    const nodes = await Promise.all(names.map((name) => (0,cluster_nodes/* needNode */.j)(engine, name)));
    for (const node of nodes) {
        if (verb === 'start')
            await (0,starter/* startNode */.L)(engine, node.name);
        else
            await engine.containers.stop(node.id, lifecycle/* STOP_SECONDS */.To);
    }
}
/** `k3d node delete` */
async function nodeDelete(names, options, command) {
    if (names.length === 0 && options.all !== true)
        throw new errors/* UserError */.yo('name the nodes to delete, or give --all');
    const engine = await (0,connect.connectEngine)();
    const reporter = (0,run/* reporterOf */.hw)(command);
    const withRegistries = options.registries === true;
    if (options.all) {
        // All at once: there is no cluster left that anything would have to leave.
        const nodes = (await (0,model.listNodes)(engine)).filter(({ role }) => withRegistries || role !== 'registry');
        for (const node of nodes)
            await engine.containers.remove(node.id);
        reporter.info(`${nodes.length} nodes are deleted`);
        return;
    }
    const nodes = await Promise.all(names.map((name) => (0,cluster_nodes/* needNode */.j)(engine, name)));
    const registry = nodes.find(({ role }) => role === 'registry');
    if (registry !== undefined && !withRegistries) {
        throw new errors/* UserError */.yo(`node ${registry.name} is a registry: give --registries to delete it too`);
    }
    for (const node of nodes) {
        await (0,cluster_nodes/* deleteNode */.A)(engine, node, reporter);
        reporter.info(`Node ${node.name} is deleted`);
    }
}


/***/ })

};
