export const id = 893;
export const ids = [893];
export const modules = {

/***/ 599:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serveLocalImages: () => (/* binding */ serveLocalImages)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/config/quantity.ts
var quantity = __webpack_require__(5805);
// EXTERNAL MODULE: ./src/config/scalars.ts
var scalars = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/docker/connect.ts + 13 modules
var connect = __webpack_require__(6659);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./node_modules/proper-lockfile/index.js
var proper_lockfile = __webpack_require__(3648);
var proper_lockfile_default = /*#__PURE__*/__webpack_require__.n(proper_lockfile);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/contract/imageName.ts
var imageName = __webpack_require__(6480);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/localImages/control.ts
var localImages_control = __webpack_require__(1044);
// EXTERNAL MODULE: ./src/localImages/images.ts + 1 modules
var localImages_images = __webpack_require__(5026);
// EXTERNAL MODULE: ./src/localImages/listening.ts
var listening = __webpack_require__(5596);
// EXTERNAL MODULE: ./src/localImages/registry.ts + 1 modules
var registry = __webpack_require__(5790);
// EXTERNAL MODULE: ./src/localImages/spool.ts + 1 modules
var localImages_spool = __webpack_require__(1353);
;// CONCATENATED MODULE: ./src/localImages/server.ts













/** How often the engine is asked which clusters there are, in milliseconds; its events make it be asked at once. */
const LOOK_MS = 5000;
/** How long a cluster is served whose nodes have not been made yet, or stand still, in milliseconds. */
const PATIENCE_MS = 30_000;
/** How long an engine may be away, in milliseconds. */
const LOST_MS = 10 * 60_000;
/** The label of nodes, and of containers with an engine. */
const OURS = `${contract_labels/* LABEL */.d_.app}=${contract_labels/* APP */.uq}`;
/**
 * The registries of all clusters of an engine that show its images to the nodes, in one process. It ends by itself when
 * none of the clusters is left.
 */
class LocalImagesServer {
    #engine;
    #folder;
    #spool;
    #images;
    #listeners = new Map();
    #started = Date.now();
    /** Whether a cluster has ever been served. */
    #hadAny = false;
    /** Makes it look at once. */
    #wake = () => undefined;
    /**
     * @param folder of its socket and its log
     * @param spool folder of what is taken from the engine
     * @param limit of the spool in bytes
     */
    constructor(engine, folder, spool, limit) {
        this.#engine = engine;
        this.#folder = folder;
        this.#spool = new localImages_spool/* Spool */.Q(spool, limit);
        this.#images = new localImages_images/* EngineImages */.R(engine, this.#spool);
    }
    /** Serves until no cluster is left. @returns at once when another process serves already */
    async run() {
        (0,localImages_control/* makeServerFolder */.wV)(this.#folder);
        const control = (0,external_node_http_.createServer)((request, response) => {
            void this.#control(request).then((answer) => response.end(JSON.stringify(answer)), (error) => response.writeHead(500).end((0,errors/* messageOf */.bD)(error)));
        });
        const own = (0,external_node_path_.join)(this.#folder, `control-${process.pid}`);
        (0,external_node_fs_.rmSync)(own, { force: true });
        await (0,listening/* listen */.K)(control, { path: own });
        try {
            if (!(await claim(this.#folder, own)))
                return;
            await this.#spool.clear();
            await this.#watch();
        }
        finally {
            control.close();
            for (const { server } of this.#listeners.values())
                (0,listening/* close */.V)(server);
            removeOwn(this.#folder, own);
        }
    }
    async #control(request) {
        if (request.method === 'POST')
            return { port: await this.#serve(JSON.parse(await (0,consumers_.text)(request))) };
        return { clusters: [...this.#listeners.values()].map(stateOf) };
    }
    /** @returns the port */
    async #serve(wish) {
        const key = `${wish.holder}/${wish.cluster}`;
        const before = this.#listeners.get(key);
        if (before !== undefined) {
            before.alive = Date.now();
            if (before.serving.prefix === wish.prefix && before.serving.address === wish.address)
                return before.serving.port;
            (0,listening/* close */.V)(before.server);
        }
        const served = (0,registry/* newServed */.I)();
        const { prefix, which } = wish;
        const log = (line) => void process.stderr.write(`${new Date().toISOString()} ${wish.cluster}: ${line}\n`);
        const server = (0,external_node_http_.createServer)((0,registry/* registryListener */.S)({ prefix, which, images: this.#images, spool: this.#spool, served, log }));
        const port = await (0,listening/* listen */.K)(server, { host: wish.address, port: wish.port });
        this.#listeners.set(key, { serving: { ...wish, port }, server, served, alive: Date.now(), seen: false });
        this.#wake();
        return port;
    }
    /** Looks after the clusters until none is left. */
    async #watch() {
        const over = new AbortController();
        const { signal } = over;
        void keepWatching(signal, () => this.#engine.watch([OURS], ({ action }) => /^(create|die|destroy)$/.test(action) && this.#wake(), signal));
        void keepWatching(signal, () => this.#engine.watchTags((name) => this.#expect(name), signal));
        let answered = Date.now();
        for (;;) {
            await this.#look().then(() => (answered = Date.now()), () => undefined);
            // Without its engine it is of no use.
            if (Date.now() - answered > LOST_MS)
                break;
            const isIdle = this.#listeners.size === 0 && Date.now() - this.#started > PATIENCE_MS;
            if (isIdle || (this.#listeners.size === 0 && this.#hadAny))
                break;
            await this.#pause();
        }
        over.abort();
    }
    /** Waits for the next look. */
    #pause() {
        return new Promise((resolve) => {
            const timer = setTimeout(resolve, LOOK_MS);
            this.#wake = () => {
                clearTimeout(timer);
                resolve();
            };
        });
    }
    /** Takes an image with a new name out of the engine if nodes have had others of its repository: they will ask for it. */
    #expect(name) {
        const full = (0,imageName/* fullImageName */.ou)(name);
        const repository = (0,imageName/* repositoryOf */._M)(full);
        const isKnown = ({ served }) => [...served.images].some((one) => (0,imageName/* repositoryOf */._M)(one) === repository);
        const asked = [...this.#listeners.values()].find(isKnown);
        // If it fails, it is tried again when a node asks.
        if (asked !== undefined)
            void this.#images.find(full, asked.serving.which).catch(() => undefined);
    }
    async #look() {
        const containers = await this.#engine.containers.list([OURS]);
        const now = Date.now();
        for (const [key, listener] of this.#listeners) {
            this.#hadAny = true;
            const { holder, cluster } = listener.serving;
            const own = containers.filter(({ name, labels }) => holder === '' ? contract_labels/* LABEL */.d_.localImages in labels && labels[contract_labels/* LABEL */.d_.cluster] === cluster : name === holder);
            if (own.some(({ state }) => state === 'running'))
                listener.alive = now;
            const isGone = listener.seen && own.length === 0;
            listener.seen ||= own.length > 0;
            if (!isGone && now - listener.alive < PATIENCE_MS)
                continue;
            (0,listening/* close */.V)(listener.server);
            this.#listeners.delete(key);
        }
    }
}
/** Watches until `signal` is aborted. An engine that is lost is asked again after a while. */
async function keepWatching(signal, watch) {
    while (!signal.aborted) {
        await watch().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS).unref());
    }
}
const stateOf = ({ serving, served }) => ({
    ...serving,
    reached: served.reached,
    images: [...served.images],
    bytes: served.bytes,
    ms: Math.round(served.ms),
});
/** A lock that nobody has touched for so long was left by a process that was killed, in milliseconds. */
const STALE_MS = 5000;
/**
 * Makes a socket the one of a folder, if nobody answers there: of several processes that start at once, one is the server.
 * What a killed one has left is removed under a lock, or each of them would remove the other's.
 * @param own path of the socket, in the folder
 */
async function claim(folder, own) {
    const release = await proper_lockfile_default().lock(folder, {
        realpath: false,
        lockfilePath: (0,external_node_path_.join)(folder, 'claim.lock'),
        stale: STALE_MS,
        retries: { retries: 200, minTimeout: 20, maxTimeout: 100 },
    });
    try {
        if (await isServed(folder))
            return false;
        (0,external_node_fs_.rmSync)((0,localImages_control/* socketIn */.fg)(folder), { force: true });
        (0,external_node_fs_.symlinkSync)((0,external_node_path_.basename)(own), (0,localImages_control/* socketIn */.fg)(folder));
        return true;
    }
    finally {
        await release();
    }
}
/** Removes a folder that is served by a socket; away from its place first, where the next server may be coming up. */
function removeOwn(folder, own) {
    (0,external_node_fs_.rmSync)(own, { force: true });
    if (readLink((0,localImages_control/* socketIn */.fg)(folder)) !== (0,external_node_path_.basename)(own))
        return;
    const away = `${folder}.${process.pid}`;
    (0,external_node_fs_.renameSync)(folder, away);
    (0,external_node_fs_.rmSync)(away, { recursive: true, force: true });
}
function readLink(path) {
    try {
        return (0,external_node_fs_.readlinkSync)(path);
    }
    catch {
        return undefined;
    }
}
/** Whether a process answers on the socket of a folder. */
async function isServed(folder) {
    try {
        await (0,localImages_control/* askServer */.Pj)(folder, 'GET', '/');
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/cli/commands/serveLocalImages.ts





/** Bounds what is kept of the engine's images at the same time. */
const SPOOL_VARIABLE = 'K3D_LOCAL_IMAGES_SPOOL';
const SPOOL_DEFAULT = '4g';
/** `k3d serve-local-images`, in a process of its own that ends by itself. */
async function serveLocalImages(folder) {
    const text = process.env[SPOOL_VARIABLE];
    const limit = text
        ? (0,scalars/* readMemory */.S1)(text, `environment variable ${SPOOL_VARIABLE}`)
        : (0,quantity/* parseMemory */.P)(SPOOL_DEFAULT);
    const engine = await (0,connect/* connectEngine */.xn)();
    await new LocalImagesServer(engine, folder, (0,external_node_path_.join)(folder, 'spool'), limit).run();
    // Connections to the engine that are still open are nobody's any more.
    process.exit(0);
}


/***/ }),

/***/ 6556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ EngineError),
/* harmony export */   y: () => (/* binding */ readAll)
/* harmony export */ });
/** An engine's refusal: HTTP status and its own words. */
class EngineError extends Error {
    name = 'EngineError';
    status;
    constructor(status, message, options) {
        super(message, options);
        this.status = status;
    }
}
/** Collects a stream of bytes. */
async function readAll(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 8977:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hQ: () => (/* binding */ ownAddresses),
/* harmony export */   jY: () => (/* binding */ gatewayFromHere)
/* harmony export */ });
/* unused harmony export ownContainer */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7662);


/** Docker mounts files of a container's own into it, from a folder that its id names. */
const OWN_FOLDER = /\/containers\/([0-9a-f]{64})\/(?:hostname|resolv\.conf|hosts) /;
/** The id of the container that this process is in, from the text of /proc/self/mountinfo. */
function ownContainer(mountinfo) {
    return OWN_FOLDER.exec(mountinfo)?.[1];
}
/**
 * Where the engine's machine is reached from here, when this process runs in one of the engine's own containers (a job in
 * a container with the socket mounted): at the gateway of the container's network.
 * @returns undefined when it does not
 */
async function gatewayFromHere(engine) {
    for (const [network, address] of Object.entries(await ownAddresses(engine))) {
        // On the host's own network there is none, and the loopback address is the host's.
        const gateway = address === '' ? '' : (await engine.networks.inspect(network))?.gateway;
        if (gateway !== undefined && gateway !== '' && gateway !== _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws)
            return gateway;
    }
    return undefined;
}
/** This process's addresses by name of network, when it runs in one of the engine's own containers; else none. */
async function ownAddresses(engine) {
    const id = ownContainer(readMounts());
    return (id === undefined ? undefined : await engine.containers.inspect(id))?.addresses ?? {};
}
function readMounts() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/self/mountinfo', 'utf8');
    }
    catch {
        return ''; // no Linux
    }
}


/***/ }),

/***/ 5455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TA: () => (/* binding */ readFile),
/* harmony export */   Ul: () => (/* binding */ readFiles),
/* harmony export */   l1: () => (/* binding */ unpack)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6118);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6556);




/** The entries of a tar, which end with an error where the tar does. */
function unpack(archive) {
    const unpacked = archive.pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)());
    archive.on('error', (error) => unpacked.destroy(error));
    return unpacked;
}
/** Reads one file of a container, which need not run. @returns undefined when it is not there */
async function readFile(engine, container, path) {
    return (await readFiles(engine, container, path))?.get(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
}
/**
 * Reads a file, or the files directly in a folder, of a container, which need not run.
 * @returns their texts by file name; undefined when there is no such path
 */
async function readFiles(engine, container, path) {
    const archive = await engine.containers.getArchive(container, path);
    if (archive === undefined)
        return undefined;
    const files = new Map();
    for await (const entry of unpack(archive)) {
        const parts = entry.header.name.split('/');
        const wanted = entry.header.type === 'file' && parts.length <= 2;
        const content = wanted ? await (0,_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .readAll */ .y)(node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from(entry)) : void entry.resume();
        if (content !== undefined)
            files.set(parts.at(-1), content.toString('utf8'));
    }
    return files;
}


/***/ })

};
