export const id = 752;
export const ids = [752];
export const modules = {

/***/ 3576:
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
// EXTERNAL MODULE: ./src/docker/connect.ts + 12 modules
var connect = __webpack_require__(1290);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/localImages/control.ts
var localImages_control = __webpack_require__(1044);
// EXTERNAL MODULE: ./src/common/within.ts
var within = __webpack_require__(546);
;// CONCATENATED MODULE: ./src/localImages/origin.ts
/** The repository that a reference names, as the engine writes it: without what stands for Docker Hub. */
function repositoryOf(reference) {
    const name = reference.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
    return name.replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, '');
}
/** How containerd writes where content comes from: it leaves ports out (containerd: core/remotes/docker/handler.go). */
const withoutPort = (repository) => repository.replace(/^([^/]+):\d+\//, '$1/');
/** The first API with which engines with containerd's store say how an image came about: that of Docker 29. */
const TELLS_SINCE_MINOR = 53;
/**
 * Whether an image came about on this engine: it was built or loaded, and is not what somebody has once pulled under that
 * name. The registry's is newer then.
 *
 * In the classic store an image has a digest in each repository that it was pulled from or pushed to. In containerd's store
 * each image has its own digest in every repository that it has a name in; since Docker 29 the engine says there what was
 * pulled. Older ones say nothing: all counts as pulled, since a stale image that wins over a registry's would be worse than
 * one that has to be imported.
 * @param apiVersion of the engine, e.g. `1.54`
 */
function isBuilt({ id, repoDigests, identity }, reference, apiVersion) {
    const repository = repositoryOf(reference);
    if (identity !== undefined)
        return !identity.pulledFrom.some((name) => repositoryOf(name) === withoutPort(repository));
    const inContainerdStore = repoDigests.some((digest) => digest.endsWith(`@${id}`));
    if (inContainerdStore && Number(apiVersion.split('.')[1]) >= TELLS_SINCE_MINOR)
        return true;
    return !repoDigests.some((digest) => repositoryOf(digest) === repository);
}

;// CONCATENATED MODULE: ./src/localImages/images.ts


/** How long an engine may take to say what it knows of an image, and how long an archive may stand still, in milliseconds. */
const INSPECT_MS = 5000;
const STALL_MS = 30_000;
/** The engine's images, as they are taken into the spool when somebody asks for one. */
class EngineImages {
    #engine;
    #spool;
    #apiVersion;
    constructor(engine, spool) {
        this.#engine = engine;
        this.#spool = spool;
    }
    /**
     * Finds an image by its full name and tag.
     * @returns undefined when the engine does not have it, or it is not to be served
     * @throws Error when the engine does not answer in time
     */
    async find(reference, which) {
        const late = () => new Error(`the engine says nothing of ${reference}`);
        const info = await (0,within/* within */.u)(this.#engine.images.inspect(reference), { ms: INSPECT_MS, late });
        if (info === undefined)
            return undefined;
        if (which === 'built' && !isBuilt(info, reference, await this.#version()))
            return undefined;
        // By its id: the name may be another image's by the time that the archive is written.
        return this.#spool.image(info.id, async () => bounded(await this.#engine.images.save([info.id])));
    }
    /** Of the engine's API, which is asked once. */
    async #version() {
        this.#apiVersion ??= (await this.#engine.info()).apiVersion;
        return this.#apiVersion;
    }
}
/** A stream that ends with an error when nothing has come for too long. */
function bounded(stream) {
    const stop = () => void stream.destroy(new Error('the engine has stopped in the middle of an image'));
    let timer = setTimeout(stop, STALL_MS);
    stream.on('data', () => {
        clearTimeout(timer);
        timer = setTimeout(stop, STALL_MS);
    });
    stream.pause();
    return stream.once('close', () => clearTimeout(timer));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./src/localImages/request.ts
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const PATH = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/;
/**
 * Reads a request of the distribution API (opencontainers/distribution-spec: spec.md, "Pull"), as containerd sends it to a
 * mirror: the registry that is meant is in the query (containerd: core/remotes/docker/resolver.go).
 * @param path of the URL, from `/v2` on
 * @param namespace value of `ns`; null: Docker Hub
 * @returns undefined for what this registry does not have
 */
function readRequest(path, namespace) {
    if (path === '/v2' || path === '/v2/')
        return { kind: 'version' };
    const [, name, what, last] = PATH.exec(path) ?? [];
    if (name === undefined || last === undefined)
        return undefined;
    if (DIGEST.test(last))
        return { kind: what === 'blobs' ? 'blob' : 'manifest', digest: last };
    if (what === 'blobs' || last.includes(':'))
        return undefined;
    return { kind: 'tag', reference: `${namespace ?? 'docker.io'}/${name}:${last}` };
}
/**
 * Reads a Range header (RFC 9110, 14.1.2). What is no single range of bytes is passed over, as the RFC allows.
 * @param size of the content in bytes
 * @returns undefined: all of it; `none`: there are no such bytes
 */
function readRange(header, size) {
    const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
    if (first === '' && last === '')
        return undefined;
    const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
    const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
    if (first !== '' && last !== '' && Number(last) < start)
        return undefined;
    return start > end ? 'none' : { start, end };
}

;// CONCATENATED MODULE: ./src/localImages/registry.ts




/** How much of a blob is read at a time, in bytes. */
const BUFFER = 1 << 20;
/**
 * Answers requests for what the engine has. All else is "not found", failures included: containerd goes on to the next
 * registry then.
 */
function registryListener(registry) {
    return (request, response) => void answer(registry, request, response).catch((error) => {
        registry.log(`${request.method} ${withoutPrefix(registry, request.url ?? '')}: ${String(error)}`);
        if (response.headersSent)
            response.destroy();
        else
            refuse(response, 404, 'MANIFEST_UNKNOWN');
    });
}
const withoutPrefix = ({ prefix }, text) => text.replaceAll(prefix, '');
async function answer(registry, request, response) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://registry');
    if (!pathname.startsWith(`${registry.prefix}/`))
        return refuse(response, 404, 'NAME_UNKNOWN');
    registry.served.reached = true;
    if (request.method !== 'GET' && request.method !== 'HEAD')
        return refuse(response, 405, 'UNSUPPORTED');
    const wanted = readRequest(pathname.slice(registry.prefix.length), searchParams.get('ns'));
    if (wanted === undefined)
        return refuse(response, 404, 'NAME_UNKNOWN');
    if (wanted.kind === 'version')
        return void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    if (wanted.kind === 'tag') {
        const image = await registry.images.find(wanted.reference, registry.which);
        if (image === undefined)
            return refuse(response, 404, 'MANIFEST_UNKNOWN');
        registry.served.images.add(wanted.reference);
        return sendManifest(registry, image.manifest, request, response);
    }
    const blob = registry.spool.blob(wanted.digest);
    if (blob === undefined)
        return refuse(response, 404, wanted.kind === 'blob' ? 'BLOB_UNKNOWN' : 'MANIFEST_UNKNOWN');
    if (wanted.kind === 'manifest') {
        const mediaType = registry.spool.typeOf(wanted.digest) ?? (await mediaTypeIn(blob.path));
        return sendManifest(registry, { mediaType, digest: wanted.digest, size: blob.size }, request, response);
    }
    await sendBlob(registry, { ...blob, digest: wanted.digest }, request, response);
}
/** A manifest below an index says of itself what it is, if it does not go without saying. */
async function mediaTypeIn(path) {
    const { mediaType } = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    return mediaType ?? 'application/vnd.oci.image.manifest.v1+json';
}
async function sendManifest({ spool, served }, { mediaType, digest }, request, response) {
    const blob = spool.blob(digest);
    if (blob === undefined)
        return refuse(response, 404, 'MANIFEST_UNKNOWN');
    const content = await (0,promises_.readFile)(blob.path);
    response.writeHead(200, {
        'content-type': mediaType,
        'content-length': content.length,
        'docker-content-digest': digest,
    });
    served.bytes += request.method === 'HEAD' ? 0 : content.length;
    response.end(request.method === 'HEAD' ? undefined : content);
}
async function sendBlob({ served }, { path, size, digest }, request, response) {
    const range = readRange(request.headers.range, size);
    if (range === 'none') {
        response.setHeader('content-range', `bytes */${size}`);
        return refuse(response, 416, 'SIZE_INVALID');
    }
    response.writeHead(range === undefined ? 200 : 206, {
        'content-type': 'application/octet-stream',
        'content-length': range === undefined ? size : range.end - range.start + 1,
        'docker-content-digest': digest,
        'accept-ranges': 'bytes',
        ...(range === undefined ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
    });
    if (request.method === 'HEAD' || size === 0)
        return void response.end();
    const content = (0,external_node_fs_.createReadStream)(path, { ...range, highWaterMark: BUFFER });
    content.on('data', (chunk) => (served.bytes += chunk.length));
    // A node that goes away in the middle is no failure.
    await (0,external_node_stream_promises_.pipeline)(content, response).catch(() => undefined);
}
function refuse(response, status, code) {
    const body = JSON.stringify({ errors: [{ code, message: code.toLowerCase().replaceAll('_', ' ') }] });
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(response.req.method === 'HEAD' ? undefined : body);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./src/docker/engine.ts
var engine = __webpack_require__(6556);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/localImages/archive.ts








const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG_TYPE = 'application/vnd.oci.image.config.v1+json';
const LAYER_TYPE = 'application/vnd.oci.image.layer.v1.tar';
/** How much is read and written at a time, in bytes: files are large. */
const archive_BUFFER = 1 << 20;
const digestOf = (content) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(content).digest('hex')}`;
/** The file of a digest in a folder of blobs. */
const blobPath = (folder, digest) => (0,external_node_path_.join)(folder, digest.replace(':', '-'));
/**
 * Takes an archive of one image apart, as `docker save` writes it, into blobs by their digests. Engines since Docker 25
 * write an OCI layout; for older ones and podman its manifest is made of what is there.
 * @param folder of the blobs; those that it has already are not written again
 * @throws Error when the archive is none, or ends early
 */
async function takeApart(archive, folder) {
    const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, 'part-'));
    try {
        const parts = await readParts(archive, folder, temporary);
        const index = parts.texts.get('index.json');
        const manifest = index === undefined ? await makeManifest(parts, folder) : manifestIn(index);
        return { manifest, digests: [...new Set([...parts.blobs, manifest.digest])] };
    }
    finally {
        await (0,promises_.rm)(temporary, { recursive: true, force: true });
    }
}
async function readParts(archive, folder, temporary) {
    const parts = { texts: new Map(), files: new Map(), links: new Map(), blobs: new Set() };
    let count = 0;
    for await (const entry of (0,readFiles/* unpack */.l1)(archive)) {
        const { type, linkname } = entry.header;
        const name = external_node_path_.posix.normalize(entry.header.name);
        const [, hex] = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(name) ?? [];
        if (type === 'symlink' || type === 'link') {
            const target = linkname ?? '';
            parts.links.set(name, type === 'link' ? external_node_path_.posix.normalize(target) : external_node_path_.posix.join(external_node_path_.posix.dirname(name), target));
            entry.resume();
        }
        else if (type !== 'file')
            entry.resume();
        else if (hex !== undefined) {
            const digest = `sha256:${hex}`;
            parts.blobs.add(digest);
            parts.files.set(name, blobPath(folder, digest));
            if ((0,external_node_fs_.existsSync)(blobPath(folder, digest)))
                entry.resume();
            else
                await keep(entry, (0,external_node_path_.join)(temporary, String(count++)), blobPath(folder, digest));
        }
        else if (/^[^/]+\.json$/.test(name))
            parts.texts.set(name, await (0,engine/* readAll */.y)(external_node_stream_.Readable.from(entry)));
        else {
            const path = (0,external_node_path_.join)(temporary, String(count++));
            await (0,external_node_stream_promises_.pipeline)(entry, (0,external_node_fs_.createWriteStream)(path));
            parts.files.set(name, path);
        }
    }
    return parts;
}
/** A blob has its name only once it is whole. */
async function keep(content, path, target) {
    await (0,external_node_stream_promises_.pipeline)(content, (0,external_node_fs_.createWriteStream)(path, { highWaterMark: archive_BUFFER }));
    await (0,promises_.rename)(path, target);
}
function manifestIn(index) {
    const { manifests } = JSON.parse(index.toString('utf8'));
    const [first] = manifests ?? [];
    if (first === undefined)
        throw new Error('the archive of the image names no manifest');
    return { mediaType: first.mediaType, digest: first.digest, size: first.size };
}
/** What docker save has written since 1.10 (moby: image/spec/spec.md, "Combined Image JSON + Filesystem Changeset Format"). */
async function makeManifest({ texts, files, links, blobs }, folder) {
    const [image] = JSON.parse(texts.get('manifest.json')?.toString('utf8') ?? '[]');
    if (image === undefined)
        throw new Error('the archive is none of an image');
    const text = texts.get(image.Config) ?? (await (0,promises_.readFile)(files.get(image.Config) ?? image.Config));
    const { rootfs } = JSON.parse(text.toString('utf8'));
    const put = async (content, mediaType) => {
        const digest = digestOf(content);
        await (0,promises_.writeFile)(blobPath(folder, digest), content);
        blobs.add(digest);
        return { mediaType, digest, size: content.length };
    };
    const layers = [];
    for (const [at, layer] of image.Layers.entries()) {
        // Layers are packed as they are, so that the digest of their content is theirs.
        const digest = rootfs.diff_ids[at] ?? '';
        const path = files.get(links.get(layer) ?? layer);
        const target = blobPath(folder, digest);
        if (path !== undefined && path !== target && (0,external_node_fs_.existsSync)(path))
            await (0,promises_.rename)(path, target);
        blobs.add(digest);
        layers.push({ mediaType: LAYER_TYPE, digest, size: (await (0,promises_.stat)(target)).size });
    }
    const config = await put(text, CONFIG_TYPE);
    const manifest = { schemaVersion: 2, mediaType: MANIFEST_TYPE, config, layers };
    return put(Buffer.from(JSON.stringify(manifest)), MANIFEST_TYPE);
}

;// CONCATENATED MODULE: ./src/localImages/spool.ts



/** Images that were taken from the engine, as blobs in a folder. Beyond its bound the least recently used go. */
class Spool {
    #folder;
    #limit;
    #images = new Map();
    #exports = new Map();
    #clock = 0;
    /** @param limit of all blobs in bytes; a single image may be larger */
    constructor(folder, limit) {
        this.#folder = folder;
        this.#limit = limit;
    }
    /**
     * An image by its id in the engine. Whoever asks for one that is on its way waits for the same.
     * @param open gives its archive if it is not there
     */
    async image(id, open) {
        const kept = this.#images.get(id);
        if (kept !== undefined) {
            kept.used = ++this.#clock;
            return kept;
        }
        const running = this.#exports.get(id) ?? this.#take(id, open);
        this.#exports.set(id, running);
        try {
            return await running;
        }
        finally {
            this.#exports.delete(id);
        }
    }
    async #take(id, open) {
        await (0,promises_.mkdir)(this.#folder, { recursive: true, mode: 0o700 });
        const image = await takeApart(await open(), this.#folder);
        this.#images.set(id, { ...image, used: ++this.#clock });
        await this.#shrink(id);
        return image;
    }
    /** The file of a blob, and its size in bytes. @returns undefined when it is not there */
    blob(digest) {
        const path = blobPath(this.#folder, digest);
        if (!(0,external_node_fs_.existsSync)(path))
            return undefined;
        const now = ++this.#clock;
        for (const image of this.#images.values())
            if (image.digests.includes(digest))
                image.used = now;
        return { path, size: (0,external_node_fs_.statSync)(path).size };
    }
    /** The media type of a manifest; undefined: no image was asked for that has it on top. */
    typeOf(digest) {
        return [...this.#images.values()].find(({ manifest }) => manifest.digest === digest)?.manifest.mediaType;
    }
    /** @param newest stays, whatever its size */
    async #shrink(newest) {
        const oldestFirst = [...this.#images].sort(([, a], [, b]) => a.used - b.used).map(([id]) => id);
        for (const id of oldestFirst) {
            if (id === newest || this.#bytes() <= this.#limit)
                return;
            const digests = this.#images.get(id)?.digests ?? [];
            this.#images.delete(id);
            const others = new Set([...this.#images.values()].flatMap((image) => image.digests));
            // Whoever is reading one reads it to its end.
            for (const digest of digests)
                if (!others.has(digest))
                    await (0,promises_.rm)(blobPath(this.#folder, digest), { force: true });
        }
    }
    #bytes() {
        const digests = new Set([...this.#images.values()].flatMap((image) => image.digests));
        const sizes = [...digests].map((digest) => (0,external_node_fs_.statSync)(blobPath(this.#folder, digest), { throwIfNoEntry: false })?.size);
        return sizes.reduce((sum, size) => sum + (size ?? 0), 0);
    }
    /** Removes all of it. */
    async clear() {
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
}

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
        this.#spool = new Spool(spool, limit);
        this.#images = new EngineImages(engine, this.#spool);
    }
    /** Serves until no cluster is left. @returns at once when another process serves already */
    async run() {
        (0,localImages_control/* makeServerFolder */.wV)(this.#folder);
        const control = (0,external_node_http_.createServer)((request, response) => {
            void this.#control(request).then((answer) => response.end(JSON.stringify(answer)), (error) => response.writeHead(500).end((0,errors/* messageOf */.bD)(error)));
        });
        const own = (0,external_node_path_.join)(this.#folder, `control-${process.pid}`);
        (0,external_node_fs_.rmSync)(own, { force: true });
        await listen(control, { path: own });
        try {
            if (!(await claim(this.#folder, own)))
                return;
            await this.#spool.clear();
            await this.#watch();
        }
        finally {
            control.close();
            for (const { server } of this.#listeners.values())
                server_close(server);
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
            server_close(before.server);
        }
        const served = { reached: false, images: new Set(), bytes: 0 };
        const { prefix, which } = wish;
        const log = (line) => void process.stderr.write(`${new Date().toISOString()} ${wish.cluster}: ${line}\n`);
        const server = (0,external_node_http_.createServer)(registryListener({ prefix, which, images: this.#images, spool: this.#spool, served, log }));
        const port = await listen(server, { host: wish.address, port: wish.port });
        this.#listeners.set(key, { serving: { ...wish, port }, server, served, alive: Date.now(), seen: false });
        this.#wake();
        return port;
    }
    /** Looks after the clusters until none is left. */
    async #watch() {
        const over = new AbortController();
        void this.#listen(over.signal);
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
    /** Looks as soon as a node has come or gone. An engine that is lost is asked again at the next look. */
    async #listen(signal) {
        while (!signal.aborted) {
            await this.#engine
                .watch([OURS], ({ action }) => /^(create|die|destroy)$/.test(action) && this.#wake(), signal)
                .catch(() => undefined);
            await new Promise((resolve) => setTimeout(resolve, LOOK_MS).unref());
        }
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
            server_close(listener.server);
            this.#listeners.delete(key);
        }
    }
}
const stateOf = ({ serving, served }) => ({
    ...serving,
    reached: served.reached,
    images: [...served.images],
    bytes: served.bytes,
});
/**
 * Makes a socket the one of a folder, if there is none: of several processes that start at once, one is the server.
 * @param own path of the socket, in the folder
 */
async function claim(folder, own) {
    for (;;) {
        try {
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.basename)(own), (0,localImages_control/* socketIn */.fg)(folder));
            return true;
        }
        catch (error) {
            if (error.code !== 'EEXIST')
                throw error;
        }
        if (await isServed(folder))
            return false;
        // Of a server that was killed.
        (0,external_node_fs_.rmSync)((0,localImages_control/* socketIn */.fg)(folder), { force: true });
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
/** @returns the port, if there is one */
async function listen(server, where) {
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(where, resolve);
    });
    return server.address().port;
}
function server_close(server) {
    server.close();
    server.closeAllConnections();
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
