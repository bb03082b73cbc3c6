export const id = 633;
export const ids = [633];
export const modules = {

/***/ 633:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterCreate: () => (/* binding */ clusterCreate),
  createAndMerge: () => (/* binding */ createAndMerge),
  readConfigs: () => (/* binding */ readConfigs)
});

// EXTERNAL MODULE: ./src/cluster/owner.ts
var owner = __webpack_require__(505);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/kubernetes/components.ts + 1 modules
var components = __webpack_require__(3079);
// EXTERNAL MODULE: ./src/plan/registry.ts
var registry = __webpack_require__(1088);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/config/datastore.ts
var datastore = __webpack_require__(4411);
// EXTERNAL MODULE: ./src/docker/errors.ts
var docker_errors = __webpack_require__(7457);
// EXTERNAL MODULE: ./src/kubernetes/kubeconfig.ts
var kubeconfig = __webpack_require__(9741);
// EXTERNAL MODULE: ./src/plan/publish.ts
var publish = __webpack_require__(5216);
// EXTERNAL MODULE: ./src/cluster/bringUp.ts + 1 modules
var bringUp = __webpack_require__(618);
// EXTERNAL MODULE: ./src/cluster/context.ts + 1 modules
var cluster_context = __webpack_require__(296);
// EXTERNAL MODULE: ./src/cluster/datastore.ts
var cluster_datastore = __webpack_require__(5459);
// EXTERNAL MODULE: ./src/cluster/hostEntries.ts
var hostEntries = __webpack_require__(8240);
// EXTERNAL MODULE: ./src/cluster/k3sChannel.ts + 1 modules
var k3sChannel = __webpack_require__(6889);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/config/proxy.ts
var proxy = __webpack_require__(1574);
// EXTERNAL MODULE: ./src/config/target.ts
var target = __webpack_require__(5165);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
// EXTERNAL MODULE: ./src/plan/cluster.ts + 5 modules
var cluster = __webpack_require__(1690);
// EXTERNAL MODULE: ./src/plan/datastore.ts
var plan_datastore = __webpack_require__(458);
// EXTERNAL MODULE: ./src/plan/hostNetwork.ts
var hostNetwork = __webpack_require__(3579);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/createContainer.ts
var createContainer = __webpack_require__(5842);
// EXTERNAL MODULE: ./src/cluster/hostPorts.ts
var hostPorts = __webpack_require__(60);
// EXTERNAL MODULE: ./src/cluster/images.ts
var cluster_images = __webpack_require__(3561);
// EXTERNAL MODULE: ./src/docker/engine.ts
var docker_engine = __webpack_require__(6556);
// EXTERNAL MODULE: ./src/plan/labels.ts
var labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cluster/seed.ts
var seed = __webpack_require__(6497);
;// CONCATENATED MODULE: ./src/cluster/network.ts






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

// EXTERNAL MODULE: ./src/cluster/kubeconfig.ts
var cluster_kubeconfig = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/cluster/registries.ts
var cluster_registries = __webpack_require__(4763);
;// CONCATENATED MODULE: ./src/cluster/prepare.ts



















/**
 * The plan of a cluster as far as it is known without an engine: it finds every mistake in the configuration while
 * nothing has been made.
 * @throws UserError for anything that can't be planned, naming where it was written
 */
function dryPlan(config) {
    if (config.waitFor.length > 0 && !config.wait.has('nodes')) {
        const what = config.waitFor.map(target/* targetText */.Z3).join(', ');
        throw new errors/* UserError */.yo(`${what} is to be waited for, and nodes are not ("wait" is none): leave "wait" at system`);
    }
    return (0,cluster/* planCluster */.Ci)(config, {
        creation: '',
        token: '',
        apiHost: config.apiHostIP,
        apiPort: config.apiPort ?? 0,
        network: { name: '', id: '', subnet: '', gateway: '', external: false, fixedAddresses: false },
        registries: [],
        datastoreEndpoint: (0,plan_datastore/* endpointOf */.X5)(config, ''),
        existingVolumes: new Set(),
    });
}
/**
 * Checks all that can be checked beforehand and gets what the cluster is made from. Makes nothing.
 * @throws UserError when the name or a port is taken, the configuration can't be planned or an image is missing
 */
async function prepare(config, ids, context, progress) {
    const { engine, reporter, timeline, signal } = context;
    const password = (0,datastore/* passwordIn */.JZ)(config.datastore);
    if (password !== undefined)
        reporter.secret(password);
    const dry = dryPlan(config);
    checkVolumeSources(config, engine);
    await checkNameFree(engine, config.name);
    const onHost = (0,hostNetwork/* isOnHost */.a)(config) ? [{ hostIP: '0.0.0.0', port: names/* API_PORT */.lL, protocol: 'tcp' }] : [];
    await (0,hostPorts/* checkPortsFree */.f)(engine, [...wantedPorts(dry), ...onHost]);
    const checked = await (0,cluster_registries/* checkRegistries */.Km)(config, engine);
    const images = [
        ...new Set([
            ...dry.nodes.map(({ container }) => container.image),
            ...checked.specs.map(({ image }) => image),
            ...databaseImages(config),
        ]),
    ];
    progress.set(images.map((name) => `image ${name}`).join(', '));
    await timeline.run('image', () => (0,allSettled/* allSettled */.v)(images.map((name) => (0,cluster_images/* ensureImage */.Y)(engine, name, reporter, signal))));
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
        release: () => (0,allSettled/* allSettled */.v)(held.map((port) => port.release())),
        existingVolumes: new Set(volumes.map((volume) => volume.name)),
    };
}
const databaseImages = ({ datastore }) => datastore !== undefined && 'image' in datastore ? [datastore.image] : [];
/** Addresses belong to a subnet: in another one nodes get new ones. */
function restoredNodes({ nodes }, keepsAddresses) {
    if (keepsAddresses)
        return nodes;
    return new Map([...nodes].map(([name, { nodeName }]) => [name, { nodeName, ip: undefined }]));
}
/** In its own subnet, which a network of the user's may be, an address is stale only if somebody has it now. */
function staleAddressesOf({ nodes, subnet }, network) {
    const taken = new Set(network.containers.map(({ ip }) => ip));
    const old = [...nodes.values()].flatMap(({ ip }) => ip ?? []);
    return subnet === network.subnet ? old.filter((ip) => taken.has(ip)) : old;
}
async function apiPortFor(config) {
    const fixed = (0,hostNetwork/* isOnHost */.a)(config) ? names/* API_PORT */.lL : config.apiPort;
    return fixed === undefined ? (0,hostPorts/* reservePort */.a)(config.apiHostIP) : { port: fixed, release: async () => undefined };
}
/** Where ports that the engine publishes on `apiHostIP` are reached from here. */
function reachableHost(config, engine) {
    return engine.endpoint.host ?? config.apiHostIP;
}
/**
 * Docker would make an empty folder for a path that is not there, and a typing error would go unnoticed.
 * @throws UserError naming the path
 */
function checkVolumeSources(config, { endpoint }) {
    // Elsewhere the paths are those of the engine's machine.
    if (endpoint.host !== undefined || endpoint.publishIP !== names/* LOOPBACK */.Ws)
        return;
    for (const { value, where } of config.volumes) {
        const { source, isPath } = (0,volumeSpec/* parseVolumeSpec */.v5)(value, where);
        if (isPath && source !== undefined && !(0,external_node_fs_.existsSync)(source))
            throw new errors/* UserError */.yo(`${where}: ${source} does not exist`);
    }
}
async function checkNameFree(engine, name) {
    const nodes = await engine.containers.list((0,model/* clusterFilter */.tp)(name));
    if (nodes.length === 0)
        return;
    throw new errors/* UserError */.yo(`cluster "${name}" exists already (${nodes.map((node) => node.name).join(', ')}): delete it or choose another name`);
}
/** The host ports of a plan, the API's among them; 0 and none stand for a port that is chosen later. */
function wantedPorts(plan) {
    const ports = plan.nodes.flatMap((node) => node.container.ports);
    return ports.flatMap(({ hostIP, hostPort, protocol }) => (hostPort ? [{ hostIP, port: hostPort, protocol }] : []));
}
/** Makes network, volumes and the containers that are started first. */
async function makeObjects(config, prepared, { engine, reporter, timeline, signal }, seed) {
    const { creation, token, apiHost, existingVolumes } = prepared;
    const apiPort = prepared.apiPort.port;
    const { network, external, fixedAddresses } = await timeline.run('network', () => ensureNetwork(config, creation, engine, seed?.past));
    signal.throwIfAborted();
    const registries = prepared.registries.facts;
    const placement = { cluster: config.name, network: network.name, creation };
    const proxies = (0,proxy/* proxiesIn */.Iz)(config.env.map(({ value }) => value));
    const { id, name, subnet, gateway } = network;
    const facts = { name, id, subnet, gateway, external, fixedAddresses };
    const keepsAddresses = !external && seed?.past?.subnet === network.subnet;
    const restored = seed?.past && restoredNodes(seed.past, keepsAddresses);
    const staleAddresses = seed?.past && !keepsAddresses ? staleAddressesOf(seed.past, network) : [];
    const plan = (0,cluster/* planCluster */.Ci)(config, {
        ...{ creation, token, apiHost, apiPort, registries, existingVolumes, restored, staleAddresses },
        datastoreEndpoint: (0,plan_datastore/* endpointOf */.X5)(config, prepared.datastorePassword),
        network: facts,
    });
    const datastore = (0,plan_datastore/* planDatastore */.Lw)(config, { ...placement, password: prepared.datastorePassword });
    const make = async (node) => {
        signal.throwIfAborted();
        await (0,createContainer/* createContainer */.g)(engine, node.container);
        if (seed !== undefined && (0,model/* isK3sNode */.S)(node))
            await timeline.run(`fill ${node.name}`, () => seed.fill(node, engine));
        await engine.containers.putFiles(node.name, node.files);
        reporter.debug(`created ${node.name}`);
    };
    const isEarly = ({ role, index }) => role === 'loadbalancer' || (role === 'server' && index === 0);
    await timeline.run('first containers', async () => {
        await (0,allSettled/* allSettled */.v)(plan.volumes.map((volume) => engine.volumes.create(volume)));
        await (0,allSettled/* allSettled */.v)([
            ...(datastore === undefined ? [] : [(0,createContainer/* createContainer */.g)(engine, datastore)]),
            (0,cluster_registries/* placeRegistries */.pR)(prepared.registries, { ...placement, proxies, caCertificates: config.caCertificates }, engine, seed),
            ...plan.nodes.filter(isEarly).map(make),
        ]);
    });
    return {
        datastore: datastore?.name,
        plan,
        network,
        apiURL: (0,cluster_kubeconfig/* apiURL */.Sw)(apiHost, apiPort),
        makeOthers: () => timeline.run('other containers', () => (0,allSettled/* allSettled */.v)(plan.nodes.filter((node) => !isEarly(node)).map(make))),
    };
}

// EXTERNAL MODULE: ./src/cluster/remove.ts
var remove = __webpack_require__(1672);
// EXTERNAL MODULE: ./src/cluster/sweep.ts
var sweep = __webpack_require__(6310);
;// CONCATENATED MODULE: ./src/cluster/create.ts














/** A cluster token: 128 random bits. */
function newToken() {
    return (0,external_node_crypto_.randomBytes)(16).toString('hex');
}
/**
 * Creates a cluster and waits until it can be used.
 * @param creation from `newCreationId`, kept by the caller so that a later process can clean up too
 * @param seed what its nodes are given before they start
 * @throws UserError naming what is wrong; by then everything that was made is gone, unless `rollback` is off
 */
async function createCluster(config, creation, context, seed) {
    const started = performance.now();
    const known = await (0,k3sChannel/* withRelease */._h)(config, process.env, context.reporter);
    const here = (0,publish/* publishedOn */.YN)(known, context.engine.endpoint.publishIP);
    return createResolved(here, creation, context, started, seed);
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
                await (0,cluster_datastore/* startDatastore */.i)(objects.datastore, context);
            await prepared.apiPort.release();
            return (0,bringUp/* bringUp */.q)(startPlan(config, prepared, objects, context.engine, past), context, progress);
        });
        await (0,sweep/* markComplete */.Tu)(context.engine, creation);
        return {
            name: config.name,
            kubeconfig: (0,kubeconfig/* kubeconfigFor */.jf)(config.name, up.credentials),
            apiURL: up.credentials.server,
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
        apiURL: objects.apiURL,
        token: prepared.token,
        bringsNetwork: config.bringsNetwork,
        restarted: past !== undefined,
        pods: past?.pods ?? [],
        wait: config.wait,
        targets: config.waitFor,
        hostEntries: () => (0,hostEntries/* hostEntries */.p)(engine, config.name),
        sharesDatabase: (0,datastore/* isExternal */.ge)(config.datastore),
        ...(past === undefined ? { meanwhile: objects.makeOthers } : {}),
    };
}
async function rollBack(config, creation, { engine, reporter }, cause) {
    if (!config.rollback) {
        // What is left on purpose is no leftover.
        await (0,sweep/* markComplete */.Tu)(engine, creation).catch(() => undefined);
        reporter.warn(`Cluster ${config.name} is left as it is, since rollback is off`);
        return;
    }
    const removal = await (0,remove/* undoCreation */.yJ)(engine, creation, cause);
    if (removal.containers.length > 0)
        reporter.info(`Removed what had been made of cluster ${config.name}`);
    for (const problem of removal.problems)
        reporter.warn(`Could not remove ${problem}`);
}

;// CONCATENATED MODULE: ./src/cluster/createAll.ts






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
        await (0,hostEntries/* refreshHostEntries */.i)(name, { ...context, signal });
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

// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/text.ts
var common_text = __webpack_require__(2450);
// EXTERNAL MODULE: ./src/common/timeline.ts
var timeline = __webpack_require__(5750);
// EXTERNAL MODULE: ./src/config/fields.ts
var fields = __webpack_require__(81);
// EXTERNAL MODULE: ./src/config/file.ts
var file = __webpack_require__(1974);
// EXTERNAL MODULE: ./src/config/merge.ts
var merge = __webpack_require__(8858);
;// CONCATENATED MODULE: ./src/config/resolve.ts




/**
 * Reads and merges all sources: defaults < file < environment < flags or inputs.
 * @throws UserError for any mistake in one, and when two documents name the same cluster
 */
function resolveConfigs({ config, env, layers, name, cwd, defaults = {} }) {
    const file = config === undefined ? { layers: [{}], notices: [] } : readFile(config, env, cwd);
    const merged = file.layers.map((layer) => (0,merge/* mergeLayers */.J)(defaults, layer, (0,fields/* environmentLayer */.L)(env), ...layers));
    return { clusters: pick(merged, name), notices: file.notices };
}
function pick(clusters, name) {
    if (clusters.length === 1)
        return clusters.map((one) => (name === undefined ? one : { ...one, name }));
    const names = clusters.map((one) => one.name);
    const twice = names.find((one, index) => names.indexOf(one) !== index);
    if (twice !== undefined) {
        throw new errors/* UserError */.yo(`the config has ${clusters.length} documents, and two of them make cluster "${twice}": give each a metadata.name of its own`);
    }
    if (name === undefined)
        return clusters;
    const picked = clusters.filter((one) => one.name === name);
    if (picked.length > 0)
        return picked;
    throw new errors/* UserError */.yo(`the config has no cluster "${name}"; it has ${names.join(', ')}`);
}
function readFile(config, env, cwd) {
    return config.includes('\n') ? (0,file/* parseConfig */.o4)(config, { path: undefined, env, cwd }) : (0,file/* readConfigFile */.RG)(config, env, cwd);
}

// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
// EXTERNAL MODULE: ./src/diagnostics/checkFirst.ts + 1 modules
var checkFirst = __webpack_require__(2401);
// EXTERNAL MODULE: ./src/cluster/dind/connect.ts + 1 modules
var connect = __webpack_require__(8852);
// EXTERNAL MODULE: ./src/common/poll.ts
var poll = __webpack_require__(5320);
// EXTERNAL MODULE: ./src/plan/caCertificates.ts
var caCertificates = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/plan/dind.ts
var dind = __webpack_require__(3266);
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
    if ((await (0,connect/* findDind */.B9)(outer, wish.name)) !== undefined)
        throw new errors/* UserError */.yo(`container "${wish.name}" with an engine in it exists already: remove it or choose another name`);
    for (const config of clusters)
        checkVolumeSources(config, outer);
    const ports = new FreePorts(outer.endpoint.publishIP);
    try {
        await ports.reserve(clusters);
        const reachedAt = outer.endpoint.host ?? outer.endpoint.publishIP;
        const nested = clusters.map((config) => (0,publish/* nestCluster */.FV)(config, outer.endpoint.publishIP, reachedAt, ports.next));
        const published = [...nested.flatMap((one) => one.published), enginePort(outer, ports.next())];
        await (0,hostPorts/* checkPortsFree */.f)(outer, published
            .filter(({ hostPort }) => !ports.has(hostPort))
            .map((port) => ({ ...port, port: port.hostPort })));
        await timeline.run('dind image', () => (0,cluster_images/* ensureImage */.Y)(outer, wish.image, reporter, signal));
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
            finish: () => (0,sweep/* markComplete */.Tu)(outer, wish.creation),
            giveUp: async (error) => {
                const left = await (0,model.listClusters)(engine).catch(() => []);
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
    await (0,createContainer/* createContainer */.g)(outer, spec);
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
    const container = await (0,connect/* findDind */.B9)(outer, spec.name);
    if (container === undefined)
        throw new errors/* UserError */.yo(`container ${spec.name} is gone: somebody has removed it`);
    return (0,connect/* connectDind */.oF)(outer, container);
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
        this.#held = await Promise.all(Array.from({ length: count }, () => (0,hostPorts/* reservePort */.a)(this.#hostIP)));
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

// EXTERNAL MODULE: ./src/docker/connect.ts + 11 modules
var docker_connect = __webpack_require__(9013);
// EXTERNAL MODULE: ./src/kubernetes/kubeconfigFile.ts
var kubeconfigFile = __webpack_require__(4451);
// EXTERNAL MODULE: ./src/cli/createFlags.ts
var createFlags = __webpack_require__(3169);
// EXTERNAL MODULE: ./src/cli/run.ts + 12 modules
var run = __webpack_require__(4474);
;// CONCATENATED MODULE: ./src/cli/commands/clusterCreate.ts


















/** `k3d cluster create` */
async function clusterCreate(name, options, given, command) {
    const { clusters: wanted, notices } = readConfigs(name, options.config, [(0,createFlags/* flagsLayer */.x)(given, 'flag', process.cwd())]);
    const reporter = (0,run/* reporterOf */.hw)(command);
    for (const notice of notices)
        reporter.info(notice);
    await (0,run/* interruptible */.In)(async (signal) => {
        const clusters = await Promise.all(wanted.map((config) => (0,k3sChannel/* withRelease */._h)(config, process.env, reporter)));
        const dind = process.env[connect/* DIND_VARIABLE */.RS];
        if (dind)
            return createInDind(dind, clusters, reporter, signal);
        const engine = await (0,connect.connectEngine)();
        await (0,checkFirst/* checkFirst */.l)(engine, clusters, reporter);
        await createAndMerge(engine, clusters, reporter, signal);
    });
}
/** Creates clusters on an engine in a container that is made for them, and that goes again when that fails. */
async function createInDind(name, clusters, reporter, signal) {
    const outer = await (0,docker_connect/* connectEngine */.xn)();
    await (0,checkFirst/* checkFirst */.l)(outer, clusters, reporter);
    const creation = (0,owner/* newCreationId */.b)();
    const wish = { name: (0,names/* checkContainerName */.RG)(name, 'flag --dind'), image: (0,fields/* dindImage */.ps)('', process.env, ''), creation };
    const context = { engine: outer, reporter, timeline: new timeline/* Timeline */.K(), signal };
    const { engine, configs, finish, giveUp } = await startDind(wish, clusters, context);
    try {
        await createAndMerge(engine, configs, reporter, signal);
        await finish();
    }
    catch (error) {
        await giveUp(error);
        throw error;
    }
}
/**
 * Creates clusters and brings them into the default kubeconfig, as each of them has it.
 * @param seeds what each is given, by position
 */
async function createAndMerge(engine, clusters, reporter, signal, seeds = []) {
    const timelines = clusters.map(() => new timeline/* Timeline */.K());
    const creations = clusters.map((config, index) => ({
        config,
        creation: (0,owner/* newCreationId */.b)(),
        context: { engine, reporter, timeline: timelines[index], signal },
        seed: seeds[index],
    }));
    const created = await createClusters(creations);
    for (const [index, config] of clusters.entries()) {
        const cluster = created[index];
        if (config.updateDefaultKubeconfig) {
            await (0,kubeconfigFile/* mergeIntoFile */.nQ)((0,kubeconfigFile/* defaultKubeconfigPath */.St)(process.env), cluster.kubeconfig, config.switchCurrentContext);
        }
        reporter.debug(`where the time went:\n${(0,timeline/* renderTimeline */.s)(timelines[index].phases)}`);
        const state = config.wait.size > 0 ? `is ready after ${(0,duration/* formatDuration */.a)(cluster.readyMs)}` : 'is starting';
        reporter.info(`Cluster ${config.name} ${state}: ${cluster.apiURL}`);
        if (!config.updateDefaultKubeconfig)
            reporter.info(`Get its kubeconfig with: k3d kubeconfig get ${config.name}`);
    }
}
/**
 * The clusters that a config file, the environment and flags describe.
 * @param name the argument NAME
 * @param file the value of `--config`
 * @throws UserError for every mistake in them
 */
function readConfigs(name, file, layers) {
    // `-` is standard input; a line break at its end makes even one line an inline document.
    const config = file === '-' ? `${(0,common_text/* readText */.y)(0)}\n` : file;
    const resolved = resolveConfigs({
        config,
        env: process.env,
        layers,
        name: name === undefined ? undefined : (0,scalars/* readName */.MQ)(name, 'argument NAME'),
        cwd: process.cwd(),
        // k3d has a load balancer unless it is told otherwise.
        defaults: { loadBalancer: 'on' },
    });
    for (const cluster of resolved.clusters)
        dryPlan(cluster);
    return resolved;
}


/***/ }),

/***/ 60:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ reservePort),
/* harmony export */   f: () => (/* binding */ checkPortsFree)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);


/** Finds a free TCP port on an address of this machine and holds it. */
async function reservePort(hostIP) {
    const server = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.createServer)();
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
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`port ${port}/${protocol} on ${hostIP} is taken by container ${holder.name}: choose another or remove it`);
        }
        if (protocol === 'tcp' && engine.endpoint.host === undefined && (await isTaken(hostIP, port))) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`port ${port}/tcp on ${hostIP} is taken by a process of this machine: choose another or stop it`);
        }
    }
}
const WILDCARDS = ['', '0.0.0.0', '::'];
function overlap(a, b) {
    return a === b || WILDCARDS.includes(a) || WILDCARDS.includes(b);
}
async function isTaken(hostIP, port) {
    const server = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.createServer)();
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


/***/ }),

/***/ 505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isGone),
/* harmony export */   b: () => (/* binding */ newCreationId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _plan_creation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6346);




/**
 * After so long no job runs any more, in milliseconds: on a self-hosted runner one may run for five days (GitHub: usage
 * limits). It decides where nothing is known of the process.
 */
const LONGEST_JOB_MS = 5 * 24 * 60 * 60_000;
/** An id for one creation: what it makes is labelled with it, so that it can be undone without touching anything else. */
function newCreationId(kind = 'create', env = process.env) {
    const pid = kind === 'job' ? process.ppid : process.pid;
    const run = [env.GITHUB_REPOSITORY, env.GITHUB_RUN_ID, env.GITHUB_RUN_ATTEMPT, env.GITHUB_JOB]
        .filter(Boolean)
        .join('/');
    const owner = { kind, host: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)(), boot: bootId(), pid, start: startOf(pid) ?? '', run, at: Date.now() };
    return (0,_plan_creation_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCreation */ .R)({ id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), owner });
}
/** Which boot of the machine this is, and which namespace of process ids; empty where the system does not tell. */
function bootId() {
    try {
        const boot = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        return `${boot}/${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid').replace(/\D/g, '')}`;
    }
    catch {
        return '';
    }
}
/** When a process was started, in ticks since the boot (proc(5): field 22). @returns undefined when there is none */
function startOf(pid) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // The second field, the command's name, is in brackets and may hold anything.
        return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
    }
    catch {
        return undefined;
    }
}
/**
 * Whether the process that something was made for is gone. In doubt it is not: the process may be on another machine, or
 * in another container of this one.
 */
function isGone(owner, now = Date.now()) {
    const boot = bootId();
    // A process without a start is the one outside of a container, which is not seen from in it.
    const isVisible = boot !== '' && owner.boot === boot && owner.start !== '';
    if (isVisible)
        return startOf(owner.pid) !== owner.start;
    const sameMachine = owner.host === (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)() && owner.boot !== '' && boot !== '';
    // Another boot of the same machine: it has been started anew since.
    if (sameMachine && owner.boot.split('/')[0] !== boot.split('/')[0])
        return true;
    return now - owner.at > LONGEST_JOB_MS;
}


/***/ }),

/***/ 4763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Io: () => (/* binding */ listRegistries),
/* harmony export */   J4: () => (/* binding */ findRegistry),
/* harmony export */   Km: () => (/* binding */ checkRegistries),
/* harmony export */   SQ: () => (/* binding */ makeRegistry),
/* harmony export */   ah: () => (/* binding */ registrySpecs),
/* harmony export */   dD: () => (/* binding */ prepareRegistry),
/* harmony export */   e1: () => (/* binding */ needRegistry),
/* harmony export */   iO: () => (/* binding */ reserveRegistries),
/* harmony export */   pR: () => (/* binding */ placeRegistries),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6367);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2471);
/* harmony import */ var _plan_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1088);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4192);
/* harmony import */ var _starter_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1294);
/* harmony import */ var _createContainer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5842);
/* harmony import */ var _hostPorts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3561);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7567);











/** All registries on the engine. */
async function listRegistries(engine) {
    return (await (0,_model_js__WEBPACK_IMPORTED_MODULE_8__.listNodes)(engine)).filter(({ role }) => role === 'registry');
}
/**
 * Checks the registries of a config and finds those that exist. Makes nothing.
 * @throws UserError when a name or port is taken, or a registry that is to be used is not there
 */
async function checkRegistries(config, engine) {
    const specs = registrySpecs(config);
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
    const names = specs.map((spec) => (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOfRegistry */ .ol)(spec, config.name));
    const twice = specs.find((_, index) => names.indexOf(names[index]) !== index);
    if (twice !== undefined) {
        const name = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOfRegistry */ .ol)(twice, config.name);
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${twice.where}: two registries would be called ${name}: give each a name`);
    }
    return specs;
}
async function checkRegistry(spec, cluster, engine) {
    const name = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOfRegistry */ .ol)(spec, cluster);
    if ((await engine.containers.inspect(name)) !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${spec.where}: container ${name} exists already: choose another name, or use it if it is a registry`);
    }
    const { hostIP, hostPort } = spec;
    if (hostPort !== undefined)
        await (0,_hostPorts_js__WEBPACK_IMPORTED_MODULE_6__/* .checkPortsFree */ .f)(engine, [{ hostIP, port: hostPort, protocol: 'tcp' }]);
}
/** Holds the ports of checked registries. Makes nothing. */
async function reserveRegistries({ specs, found }, cluster) {
    const created = await Promise.all(specs.map(async (spec) => ({ spec, port: await portFor(spec) })));
    return {
        created,
        used: found.map(({ name }) => name),
        facts: [...created.map(({ spec, port }) => (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .registryFacts */ .jP)(spec, cluster, port.port)), ...found],
    };
}
function portFor({ hostIP, hostPort }) {
    return hostPort === undefined ? (0,_hostPorts_js__WEBPACK_IMPORTED_MODULE_6__/* .reservePort */ .a)(hostIP) : { port: hostPort, release: async () => undefined };
}
/**
 * Checks and gets what one registry needs. Makes nothing.
 * @param cluster empty: a registry of its own
 */
async function prepareRegistry(spec, cluster, { engine, reporter, signal }) {
    await checkRegistry(spec, cluster, engine);
    await (0,_images_js__WEBPACK_IMPORTED_MODULE_7__/* .ensureImage */ .Y)(engine, spec.image, reporter, signal);
    return { spec, port: await portFor(spec) };
}
/** Makes and starts a registry. @param fill called before it starts @returns its container's name */
async function makeRegistry({ spec, port }, placement, engine, fill) {
    const container = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .planRegistry */ .RO)(spec, { ...placement, hostPort: port.port });
    await (0,_createContainer_js__WEBPACK_IMPORTED_MODULE_5__/* .createContainer */ .g)(engine, container);
    await engine.containers.putFiles(container.name, (0,_plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_9__/* .caFiles */ .e)(placement.caCertificates));
    await fill?.(container.name);
    await port.release();
    await (0,_starter_js__WEBPACK_IMPORTED_MODULE_4__/* .startNode */ .L)(engine, container.name);
    return container.name;
}
/** Makes the registries of a cluster and brings those that exist onto its network. */
async function placeRegistries({ created, used }, placement, engine, seed) {
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_10__/* .allSettled */ .v)([
        ...created.map(async (registry, index) => {
            const fill = async (name) => seed?.fill({ name, role: 'registry', index }, engine);
            await makeRegistry(registry, placement, engine, fill);
        }),
        ...used.map((name) => engine.networks.connect(placement.network, name)),
    ]);
}
/** Finds a registry by its name, with or without k3d's prefix. @throws UserError when there is none */
async function needRegistry(engine, name, where) {
    const all = await listRegistries(engine);
    const found = all.find((node) => node.name === name) ?? all.find((node) => node.name === (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .registryName */ .jT)(name));
    if (found !== undefined)
        return found;
    const known = all.length === 0 ? 'there are none' : `there are ${all.map((node) => node.name).join(', ')}`;
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: registry "${name}" does not exist; ${known}`);
}
/** The registry that a config uses. @throws UserError when it is not there or has another port */
async function findRegistry(engine, { value, where }) {
    const [name, port] = value.split(':');
    const facts = await factsOf(engine, await needRegistry(engine, name, where));
    if (port !== undefined && Number(port) !== facts.externalPort && Number(port) !== facts.internalPort) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: registry ${facts.name} has port ${facts.externalPort} outside and ${facts.internalPort} inside, not ${port}`);
    }
    return facts;
}
/** What nodes need to know of a registry that exists, ours or k3d's. */
async function factsOf(engine, node) {
    const details = await engine.containers.inspect(node.id);
    const proxy = details?.env.find((entry) => entry.startsWith(`${_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .PROXY_URL_VARIABLE */ .WL}=`));
    return {
        name: node.name,
        internalPort: Number(node.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.registryPortInternal] ?? _plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .REGISTRY_PORT */ .ik),
        externalPort: Number(node.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.registryPortExternal] ?? _plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .REGISTRY_PORT */ .ik),
        proxyURL: proxy?.slice(_plan_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .PROXY_URL_VARIABLE */ .WL.length + 1),
    };
}


/***/ }),

/***/ 1672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Om: () => (/* binding */ foundNothing),
/* harmony export */   eO: () => (/* binding */ deleteCluster),
/* harmony export */   gp: () => (/* binding */ removeMade),
/* harmony export */   yJ: () => (/* binding */ undoCreation)
/* harmony export */ });
/* unused harmony export removeCreation */
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5320);
/* harmony import */ var _common_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9183);
/* harmony import */ var _docker_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7457);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2471);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7567);







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
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_6__/* .findCluster */ .KG)(engine, name);
    const network = cluster?.network.name ?? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_5__/* .networkName */ .uv)(name);
    const shared = await sharedRegistries(engine, name, network);
    for (const id of shared)
        await engine.networks.disconnect(network, id);
    const removal = await removeLabelled(engine, (0,_model_js__WEBPACK_IMPORTED_MODULE_6__/* .clusterFilter */ .tp)(name), shared);
    const found = await engine.networks.inspect(network);
    if (found?.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app] !== _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .APP */ .uq)
        return removal;
    // A network that was there before this cluster stays, unless another cluster of ours brought it and is gone.
    const isOurs = _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.creation in found.labels;
    if (cluster?.network.external && !(isOurs && (await onlyRegistriesOn(engine, found))))
        return removal;
    await removeNetwork(engine, found.id, removal);
    return removal;
}
/** Undoes one creation: removes what carries its id and nothing else. A registry that others use by now stays. */
async function removeCreation(engine, creation) {
    const filter = [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .APP */ .uq}`, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.creation}=${creation}`];
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
        await (0,_common_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)('undoing', retries, once);
        if (cause instanceof _docker_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineLostError */ .LJ) {
            await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(SECOND_LOOK_MS);
            await (0,_common_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)('undoing', retries, once);
        }
    }
    catch (error) {
        total.problems.push((0,_common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    }
    return total;
}
/**
 * Removes a cluster if it is the one that a creation made, with nodes that were added to it since; otherwise, when the
 * creation was stopped half-way or the name belongs to somebody else, just what carries the creation's id.
 */
async function removeMade(engine, name, creation) {
    const filter = [...(0,_model_js__WEBPACK_IMPORTED_MODULE_6__/* .clusterFilter */ .tp)(name), `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.creation}=${creation}`];
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
    return registriesElsewhere(engine, (0,_model_js__WEBPACK_IMPORTED_MODULE_6__/* .clusterFilter */ .tp)(cluster), [network]);
}
/** Ids of registries that are on other networks than these too. */
async function registriesElsewhere(engine, filter, networks) {
    const registries = await engine.containers.list([...filter, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.role}=registry`]);
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
            removal.problems.push(`${kind} ${item.name}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
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
                removal.problems.push(`network ${network.name}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
                return;
            }
            await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(NETWORK_PAUSE_MS);
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
    const registries = await engine.containers.list([`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .APP */ .uq}`, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.role}=registry`]);
    const names = new Set(network.containers.map(({ name }) => name));
    return registries.map(({ name }) => name).filter((name) => names.has(name));
}


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

/***/ 6310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   MG: () => (/* binding */ removeLeftover),
/* harmony export */   Q_: () => (/* binding */ findLeftovers),
/* harmony export */   Tu: () => (/* binding */ markComplete)
/* harmony export */ });
/* harmony import */ var _plan_creation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6346);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3848);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4192);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(505);
/* harmony import */ var _remove_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1672);





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
    const filter = [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .APP */ .uq}`, _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.creation];
    const [containers, networks, volumes] = await Promise.all([
        engine.containers.list(filter),
        engine.networks.list(filter),
        engine.volumes.list(filter),
    ]);
    const add = (kind, name, labels) => {
        const creation = labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.creation] ?? '';
        const { owner } = (0,_plan_creation_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCreation */ .B)(creation);
        if (owner === undefined)
            return;
        const entry = found.get(creation) ?? { creation, cluster: '', owner, objects: [], containers: [] };
        entry.cluster ||= labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.cluster] ?? '';
        if (kind === 'container')
            entry.containers.push(name);
        entry.objects.push(`${kind} ${name}`);
        found.set(creation, entry);
    };
    for (const { name, labels } of containers)
        add('container', name, labels);
    for (const network of networks) {
        const own = found.get(network.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.creation] ?? '')?.containers ?? [];
        // Somebody else is on it by now.
        if (network.containers.every(({ name }) => own.includes(name)))
            add('network', network.name, network.labels);
    }
    for (const { name, labels } of volumes)
        add('volume', name, labels);
    const left = [];
    for (const { containers: names, ...entry } of found.values()) {
        if (!(0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .isGone */ .S)(entry.owner))
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
    const made = await engine.containers.list([`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.creation}=${creation}`]);
    const marked = made.filter(({ labels }) => /^(server|registry|dind)$/.test(labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.role] ?? ''));
    const file = { path: COMPLETE_FILE, mode: 0o644, content: '' };
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_4__/* .allSettled */ .v)(marked.map(({ id }) => engine.containers.putFiles(id, [file])));
}
/** Removes a leftover. */
function removeLeftover(engine, { cluster, creation }) {
    return (0,_remove_js__WEBPACK_IMPORTED_MODULE_2__/* .removeMade */ .gp)(engine, cluster, creation);
}


/***/ }),

/***/ 8858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mergeLayers)
/* harmony export */ });
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1954);

/**
 * One configuration from several layers, the later ones winning: defaults < file < environment < inputs or flags.
 * Single values replace each other; lists grow, as k3d's flags add to what the file has.
 */
function mergeLayers(...layers) {
    const merged = { ..._defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULTS */ .zY };
    for (const layer of layers) {
        for (const [key, value] of Object.entries(layer)) {
            if (value === undefined)
                continue;
            const before = merged[key];
            merged[key] =
                Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
        }
    }
    return merged;
}


/***/ }),

/***/ 2401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ checkFirst),
  U: () => (/* binding */ checkMachine)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/diagnostics/host.ts
var host = __webpack_require__(5504);
// EXTERNAL MODULE: ./src/config/version.ts
var version = __webpack_require__(8794);
;// CONCATENATED MODULE: ./src/diagnostics/preflight.ts

const GIB = 1024 ** 3;
/** What a node takes at rest with its system pods, in bytes (measured: 0.55 and 0.25 GiB). */
const SERVER_MEMORY = 0.6 * GIB;
const AGENT_MEMORY = 0.3 * GIB;
/** Below this share of a disk it is taken for full: a job soon is. */
const FULL = 0.05;
/** What images and state of a small cluster take, in bytes. */
const LEAST_DISK = 2 * GIB;
/** Each node takes about two instances and several hundred watches, and so do other programs of the same user. */
const INSTANCES_A_NODE = 24;
const LEAST_INSTANCES = 128;
const LEAST_WATCHES = 65_536;
/** First release of Kubernetes whose kubelet refuses cgroup v1, and of k3s that knows v2, as [major, minor, patch]. */
const REFUSES_V1 = [1, 35, 0];
const KNOWS_V2 = [1, 20, 4];
/** Networks that an engine with its default address pools can have (moby: 15 of /16, 16 of /20). */
const MOST_NETWORKS = 31;
/** The release of k3s that an image's tag names. @returns undefined when it names none */
function releaseOf(image) {
    return (0,version/* kubernetesOf */.Az)(image)?.split('.').map(Number);
}
const isBefore = (one, other) => {
    const at = one.findIndex((part, index) => part !== other[index]);
    return at !== -1 && one[at] < other[at];
};
/**
 * What is to be said of a machine before clusters are made on it. Only what can't work is an error.
 * @param networks how many networks the engine has
 */
function preflight(around, configs, networks) {
    return [
        ...cgroups(around, configs),
        memory(around, configs),
        ...disk(around),
        ...inotify(around, configs),
        ...kernel(around),
        storage(around),
        addressPools(configs, networks),
        ...around.system.warnings.map((text) => ({ subject: 'engine', level: 'ok', text: `it says: ${text}` })),
    ];
}
const ok = (subject, text) => ({ subject, level: 'ok', text });
const warning = (subject, text) => ({ subject, level: 'warning', text });
function cgroups({ system }, configs) {
    const { cgroupVersion: version } = system;
    const bad = configs.flatMap(({ image, k3sArgs }) => {
        const release = releaseOf(image);
        if (release === undefined)
            return [];
        const allowed = k3sArgs.some(({ value }) => /fail-cgroupv1=false/i.test(value));
        if (version === 1 && !isBefore(release, REFUSES_V1) && !allowed) {
            const text = `${image} refuses cgroup v1, which this machine has: boot it with cgroup v2, use k3s v1.34 or older, or give k3s "--kubelet-arg=fail-cgroupv1=false"`;
            return [{ subject: 'cgroups', level: 'error', text }];
        }
        if (version === 2 && isBefore(release, KNOWS_V2)) {
            const text = `${image} does not know cgroup v2, which this machine has: use k3s v1.20.4 or newer`;
            return [{ subject: 'cgroups', level: 'error', text }];
        }
        return [];
    });
    return bad.length > 0 ? bad : [ok('cgroups', `v${version}`)];
}
const gib = (bytes) => `${(bytes / GIB).toFixed(1)} GiB`;
function memory({ system, host }, configs) {
    const wanted = configs.reduce((sum, { servers, agents }) => sum + servers * SERVER_MEMORY + agents * AGENT_MEMORY, 0);
    // An engine in a machine of its own (Docker Desktop, Colima) has less than this one.
    const available = Math.min(host?.memoryAvailable ?? Infinity, system.memory);
    const text = `${gib(available)} available, about ${gib(wanted)} wanted`;
    if (available >= wanted)
        return ok('memory', text);
    return warning('memory', `${text}: nodes may be killed; use fewer nodes or a larger machine`);
}
function disk({ host, system }) {
    if (host?.disk === undefined)
        return [];
    const { free, total } = host.disk;
    const text = `${gib(free)} of ${gib(total)} free at ${system.dataPath}`;
    const remedy = 'free some, e.g. with "docker system prune"';
    if (free < total * FULL) {
        return [warning('disk', `${text}: it is all but full, and nodes that can't write end; ${remedy}`)];
    }
    if (free < LEAST_DISK)
        return [warning('disk', `${text}: images and state of a cluster take about ${gib(LEAST_DISK)}; ${remedy}`)];
    return [ok('disk', text)];
}
function inotify({ host }, configs) {
    if (host?.inotifyInstances === undefined || host.inotifyWatches === undefined)
        return [];
    const nodes = configs.reduce((sum, { servers, agents }) => sum + servers + agents, 0);
    const instances = Math.max(LEAST_INSTANCES, nodes * INSTANCES_A_NODE);
    const checks = [];
    const low = (name, is, least) => {
        if (is >= least)
            return;
        const text = `${name} is ${is}: pods may fail with "too many open files"; set it to ${least} or more: sysctl -w ${name}=${least}`;
        checks.push(warning('inotify', text));
    };
    low('fs.inotify.max_user_instances', host.inotifyInstances, instances);
    low('fs.inotify.max_user_watches', host.inotifyWatches, LEAST_WATCHES);
    const { inotifyUsed: used } = host;
    const wanted = Math.max(1, nodes) * INSTANCES_A_NODE;
    if (used !== undefined && checks.length === 0 && host.inotifyInstances - used < wanted) {
        const name = 'fs.inotify.max_user_instances';
        const enough = 2 ** Math.ceil(Math.log2(used + wanted));
        const text = `${used} of ${host.inotifyInstances} inotify instances are used, and about ${wanted} are wanted: nodes may end with "too many open files"`;
        checks.push(warning('inotify', `${text}; raise the limit: sysctl -w ${name}=${enough}`));
    }
    const text = `${host.inotifyInstances} instances, ${host.inotifyWatches} watches`;
    return checks.length > 0 ? checks : [ok('inotify', text)];
}
function kernel({ host }) {
    if (host === undefined)
        return [];
    const checks = [];
    if (host.filesystems !== undefined && !host.filesystems.includes('overlay')) {
        checks.push(warning('kernel', 'the overlay filesystem is not loaded: nodes need it for their images; load it: modprobe overlay'));
    }
    if (host.bridgeNetfilter === false) {
        const text = 'bridge-nf-call-iptables is 0: services may not be reached from pods of the same node';
        checks.push(warning('kernel', `${text}; set it: sysctl -w net.bridge.bridge-nf-call-iptables=1`));
    }
    return checks.length > 0 ? checks : [ok('kernel', 'it has what nodes need')];
}
/** Storage drivers on which containerd's overlay can't be put: inside nodes it has to copy, or fails. */
const POOR_STORAGE = /^(zfs|btrfs|devicemapper|vfs|aufs)$/;
function storage({ system }) {
    const { storageDriver: driver, securityOptions } = system;
    if (securityOptions.some((option) => /rootless/.test(option))) {
        return warning('storage', 'the engine runs without root: nodes need cgroup delegation and may not come up; an engine with root is what is tested');
    }
    if (!POOR_STORAGE.test(driver))
        return ok('storage', driver);
    return warning('storage', `the engine's storage driver is ${driver}: k3s may fail to start containers on it; overlay2 is what is tested`);
}
function addressPools(configs, networks) {
    const wanted = configs.filter(({ network, subnet }) => network === undefined && subnet === undefined).length;
    const text = `${networks} networks`;
    if (networks + wanted <= MOST_NETWORKS)
        return ok('address pools', text);
    return warning('address pools', `${text}: by default an engine has subnets for about ${MOST_NETWORKS}; remove some: docker network prune`);
}

;// CONCATENATED MODULE: ./src/diagnostics/checkFirst.ts



/** Looks at the machine that clusters are to be made on. @throws when the engine does not answer */
async function checkMachine(engine, configs) {
    const [around, networks] = await Promise.all([(0,host/* lookAround */.h)(engine), engine.networks.countBridges()]);
    return preflight(around, configs, networks);
}
/**
 * Says what may go wrong on this machine before clusters are made.
 * @throws UserError for what can't work
 */
async function checkFirst(engine, configs, reporter) {
    const checks = await checkMachine(engine, configs);
    for (const { subject, text } of checks.filter(({ level }) => level === 'warning'))
        reporter.warn(`${subject}: ${text}`);
    const error = checks.find(({ level }) => level === 'error');
    if (error !== undefined)
        throw new errors/* UserError */.yo(`${error.subject}: ${error.text}`);
}


/***/ }),

/***/ 5504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ surroundingsRows),
/* harmony export */   h: () => (/* binding */ lookAround)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

/** Looks at an engine and, if it is on this machine, at the machine. @throws when the engine does not answer */
async function lookAround(engine) {
    const [info, system] = await Promise.all([engine.info(), engine.system()]);
    const isHere = engine.endpoint.host === undefined && process.platform === 'linux';
    return { engine: info, system, host: isHere ? await hostFacts(system) : undefined };
}
async function hostFacts({ dataPath }) {
    const text = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => undefined);
    const number = async (path) => {
        const found = Number.parseInt((await text(path)) ?? '', 10);
        return Number.isNaN(found) ? undefined : found;
    };
    const meminfo = await text('/proc/meminfo');
    const available = /^MemAvailable:\s+(\d+) kB$/m.exec(meminfo ?? '')?.[1];
    const filesystems = await text('/proc/filesystems');
    const bridge = await text('/proc/sys/net/bridge/bridge-nf-call-iptables');
    return {
        memoryAvailable: available === undefined ? undefined : Number(available) * 1024,
        disk: await diskAt(dataPath),
        inotifyInstances: await number('/proc/sys/fs/inotify/max_user_instances'),
        inotifyUsed: await inotifyUsed(),
        inotifyWatches: await number('/proc/sys/fs/inotify/max_user_watches'),
        filesystems: filesystems?.split('\n').map((line) => line.split('\t').at(-1) ?? ''),
        bridgeNetfilter: bridge === undefined ? undefined : bridge.trim() === '1',
    };
}
/** The inotify instances of root's processes; undefined where only one's own can be seen. */
async function inotifyUsed() {
    if (process.getuid?.() !== 0)
        return undefined;
    const processes = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)('/proc')).filter((name) => /^\d+$/.test(name));
    const counts = await Promise.all(processes.map(async (id) => {
        try {
            const folder = `/proc/${id}/fd`;
            if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder)).uid !== 0)
                return 0;
            const targets = await Promise.all((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder)).map((fd) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(`${folder}/${fd}`).catch(() => '')));
            return targets.filter((target) => target === 'anon_inode:inotify').length;
        }
        catch {
            return 0; // it has ended
        }
    }));
    return counts.reduce((sum, count) => sum + count, 0);
}
/** The engine may run in a machine of its own on this one: then the path is not here. */
async function diskAt(path) {
    try {
        const { bavail, blocks, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(path);
        return { free: bavail * bsize, total: blocks * bsize };
    }
    catch {
        return undefined;
    }
}
const gigabytes = (bytes) => bytes === undefined ? 'unknown' : `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
/** Surroundings as rows of a table. */
function surroundingsRows({ engine, system, host }) {
    return [
        ['engine', `${engine.version}, API ${engine.apiVersion}, ${engine.os}/${engine.arch}`],
        ['machine', `${system.operatingSystem}, kernel ${system.kernel}, ${system.cpus} CPUs`],
        ['memory', `${gigabytes(system.memory)}, available ${gigabytes(host?.memoryAvailable)}`],
        [
            'disk',
            host?.disk === undefined ? 'unknown' : `${gigabytes(host.disk.free)} of ${gigabytes(host.disk.total)} free`,
        ],
        ['cgroups', `v${system.cgroupVersion}, ${system.cgroupDriver}`],
        ['storage driver', system.storageDriver],
        [
            'inotify',
            `${host?.inotifyInstances ?? 'unknown'} instances${host?.inotifyUsed === undefined ? '' : `, ${host.inotifyUsed} of them used`}, ${host?.inotifyWatches ?? 'unknown'} watches a user`,
        ],
    ];
}


/***/ }),

/***/ 4451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OH: () => (/* binding */ kubeconfigPaths),
/* harmony export */   St: () => (/* binding */ defaultKubeconfigPath),
/* harmony export */   fQ: () => (/* binding */ writeKubeconfig),
/* harmony export */   h3: () => (/* binding */ removeFromFile),
/* harmony export */   nQ: () => (/* binding */ mergeIntoFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var proper_lockfile__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3648);
/* harmony import */ var proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(proper_lockfile__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1922);
/* harmony import */ var _common_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2450);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9741);









/** The file that kubectl writes to by default: the first of KUBECONFIG, else ~/.kube/config. */
function defaultKubeconfigPath(env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) {
    const first = (env.KUBECONFIG ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).find((path) => path !== '');
    return first ?? (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.kube', 'config');
}
/** All files that kubectl reads by default. */
function kubeconfigPaths(env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) {
    const listed = (env.KUBECONFIG ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).filter((path) => path !== '');
    return listed.length > 0 ? listed : [(0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.kube', 'config')];
}
/**
 * Merges a cluster's entries into a kubeconfig file, which is made if need be.
 * @param replace whether entries of the same name that differ are replaced
 * @throws UserError if that can't be done, or an entry differs that is not to be replaced
 */
function mergeIntoFile(path, added, switchContext, replace = true) {
    return updateFile(path, (config) => {
        const conflict = replace ? undefined : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .conflictingEntry */ .Vj)(config, added);
        if (conflict !== undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`${path} has another ${conflict} already: leave --update=false out to replace it`);
        }
        return (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .mergeKubeconfig */ .mS)(config, added, switchContext);
    });
}
/** Takes a cluster's entries out of a kubeconfig file. A file that is not there needs no change. */
async function removeFromFile(path, cluster) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return;
    await updateFile(path, (config) => (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutCluster */ .TM)(config, cluster));
}
/** Writes a kubeconfig file anew: one that is new is readable by its owner only. */
async function writeKubeconfig(path, config) {
    const target = followed(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), { recursive: true });
    await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .formatKubeconfig */ .hS)(config));
}
/**
 * Reads, changes and replaces a kubeconfig under a lock of our own, so that two of us can't lose each other's
 * entries. The file is replaced by a rename: whoever reads it sees the old or the new one, never half of it.
 */
async function updateFile(path, change) {
    try {
        const target = followed(path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), { recursive: true });
        const release = await lock(target);
        try {
            const config = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(target)
                ? (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .parseKubeconfig */ .DU)((0,_common_text_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeText */ .g)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(target)), target)
                : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .emptyKubeconfig */ .xc)();
            await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .formatKubeconfig */ .hS)(change(config)));
        }
        finally {
            await release();
        }
    }
    catch (error) {
        if (error instanceof _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo)
            throw error;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/** Where a link leads, so that it stays one; what it leads to may have to be made yet. */
function followed(path) {
    let target = path;
    for (let links = 0; links < LINKS; links++) {
        try {
            target = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(target));
        }
        catch {
            return target; // no link, or nothing there
        }
    }
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: it is a link that leads nowhere`);
}
/** How many links lead to a file at most (Linux: ELOOP). */
const LINKS = 40;
/** The lock lies beside the file, or where everybody may write if nobody may there. */
async function lock(target) {
    const acquire = (lockfilePath) => proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default().lock(target, {
        realpath: false,
        lockfilePath,
        stale: 10_000,
        retries: { retries: 60, minTimeout: 50, maxTimeout: 500 },
    });
    try {
        return await acquire(`${target}.k3d-lock`);
    }
    catch (error) {
        if (!UNWRITABLE.includes(codeOf(error)))
            throw error;
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(target).digest('hex').slice(0, 16);
        return acquire((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), `k3d-kubeconfig-${digest}.lock`));
    }
}
const codeOf = (error) => error.code ?? '';
/** A folder in which nothing can be made. */
const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS'];
/** A file that can't be replaced, but may be written: one in such a folder, or that is mounted. */
const IN_PLACE = [...UNWRITABLE, 'EBUSY', 'EXDEV'];
/** A file of the user's keeps its owner and its mode; a new one is readable by its owner only. */
async function replaceFile(path, text) {
    const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
    try {
        await replaceByRename(path, text, before);
    }
    catch (error) {
        if (before === undefined || !IN_PLACE.includes(codeOf(error)))
            throw error;
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'r+');
        try {
            await file.truncate(0);
            await file.writeFile(text);
        }
        finally {
            await file.close();
        }
    }
}
async function replaceByRename(path, text, before) {
    const part = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.part`;
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(part, 'wx', 0o600);
        try {
            await file.writeFile(text);
            if (before !== undefined) {
                await file.chown(before.uid, before.gid);
                await file.chmod(before.mode & 0o7777);
            }
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(part, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(part, { force: true });
        throw error;
    }
}


/***/ }),

/***/ 6346:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseCreation),
/* harmony export */   R: () => (/* binding */ formatCreation)
/* harmony export */ });
/** Text without what separates fields. */
const plain = (text) => text.replace(/[^\w.:/-]/g, '-');
/** The label's value: `ID` or `ID;kind=job;run=…;host=…;boot=…;pid=…;start=…;at=…`. */
function formatCreation({ id, owner }) {
    if (owner === undefined)
        return id;
    const { kind, run, host, boot, pid, start, at } = owner;
    const fields = { kind, run: plain(run), host: plain(host), boot: plain(boot), pid, start, at };
    return [id, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(';');
}
/** Reads the label's value; what is not as we write it has no owner. */
function parseCreation(text) {
    const [id = '', ...parts] = text.split(';');
    const fields = new Map(parts.map((part) => part.split('=', 2)));
    const kind = fields.get('kind');
    const [pid, at] = [Number(fields.get('pid')), Number(fields.get('at'))];
    if ((kind !== 'job' && kind !== 'create') || !Number.isInteger(pid) || !(at > 0))
        return { id, owner: undefined };
    const field = (name) => fields.get(name) ?? '';
    const owner = { kind, pid, at, host: field('host'), boot: field('boot'), start: field('start'), run: field('run') };
    return { id, owner: owner };
}


/***/ }),

/***/ 5216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ nestCluster),
/* harmony export */   YN: () => (/* binding */ publishedOn),
/* harmony export */   cc: () => (/* binding */ portsOn)
/* harmony export */ });
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8628);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1088);



/** A mapping as Docker's `--publish` writes it. */
function formatPort({ hostIP, hostPort, containerPort, protocol }) {
    const ip = hostIP.includes(':') ? `[${hostIP}]` : hostIP;
    return `${ip}:${hostPort ?? ''}:${containerPort}/${protocol}`;
}
/** A port entry as one entry a port, changed by `change`. */
function eachPort(entry, hostIP, change) {
    return (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePortSpec */ .qy)(entry.value, hostIP, entry.where).map((mapping) => ({
        ...entry,
        value: formatPort(change(mapping)),
    }));
}
const isUnsaid = (config) => config.apiHost === undefined && config.apiHostIP === _names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws;
/** Ports, each on an address: `hostIP` where the user names none. */
function portsOn(entries, hostIP) {
    return entries.flatMap((entry) => eachPort(entry, hostIP, (mapping) => mapping));
}
/** The same cluster, with all ports that nobody wants elsewhere published on `hostIP`. */
function publishedOn(config, hostIP) {
    if (hostIP === _names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws)
        return config;
    return {
        ...config,
        apiHostIP: isUnsaid(config) ? hostIP : config.apiHostIP,
        ports: portsOn(config.ports, hostIP),
        registriesCreate: config.registriesCreate.map((spec) => (spec.hostIP === _names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws ? { ...spec, hostIP } : spec)),
    };
}
/**
 * The same cluster for an engine inside a container: each port has the same number in the container as outside of it,
 * so that an address means the same in both places.
 * @param hostIP where the container's ports are published unless the user names an address
 * @param reachedAt where they are reached
 * @param freePort gives a free port for each that nobody has chosen
 */
function nestCluster(config, hostIP, reachedAt, freePort) {
    const published = [];
    const publish = (mapping) => {
        const port = mapping.hostPort ?? freePort();
        published.push({ ...mapping, hostPort: port, containerPort: port });
        return port;
    };
    const inside = (mapping) => ({
        ...mapping,
        hostIP: _names_js__WEBPACK_IMPORTED_MODULE_1__/* .ANY_ADDRESS */ .A4,
        hostPort: publish(mapping),
    });
    const tcp = (ip, hostPort, containerPort) => ({
        hostIP: ip,
        hostPort,
        containerPort,
        protocol: 'tcp',
    });
    const ports = config.ports.flatMap((entry) => eachPort(entry, hostIP, inside));
    const apiIP = isUnsaid(config) ? hostIP : config.apiHostIP;
    const apiPort = publish(tcp(apiIP, config.apiPort, _names_js__WEBPACK_IMPORTED_MODULE_1__/* .API_PORT */ .lL));
    const registriesCreate = config.registriesCreate.map((spec) => {
        const ip = spec.hostIP === _names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws ? hostIP : spec.hostIP;
        return { ...spec, hostIP: _names_js__WEBPACK_IMPORTED_MODULE_1__/* .ANY_ADDRESS */ .A4, hostPort: publish(tcp(ip, spec.hostPort, _registry_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTRY_PORT */ .ik)) };
    });
    const apiHost = config.apiHost ?? reachedAt;
    return { config: { ...config, ports, apiHost, apiHostIP: _names_js__WEBPACK_IMPORTED_MODULE_1__/* .ANY_ADDRESS */ .A4, apiPort, registriesCreate }, published };
}


/***/ })

};
