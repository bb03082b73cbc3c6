export const id = 192;
export const ids = [192];
export const modules = {

/***/ 8192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  imageCacheRestore: () => (/* binding */ imageCacheRestore),
  imageCacheSave: () => (/* binding */ imageCacheSave)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/cache/checkedFile.ts
var checkedFile = __webpack_require__(8393);
// EXTERNAL MODULE: ./src/cache/digest.ts
var digest = __webpack_require__(6652);
// EXTERNAL MODULE: ./src/cache/platform.ts
var platform = __webpack_require__(451);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/cluster/seed.ts
var seed = __webpack_require__(6497);
;// CONCATENATED MODULE: ./src/cache/images/manifest.ts




/** Changes whenever an older entry can't be used any more. Part of every key. */
const IMAGES_FORMAT = 1;
const MANIFEST_NAME = 'manifest.json';
/** Writes a manifest beside the archives. */
async function writeImagesManifest(folder, manifest) {
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, MANIFEST_NAME), JSON.stringify(manifest));
}
/**
 * Reads and checks the manifest of cached images.
 * @throws SeedError when there is none, or none that can be used here
 */
async function manifest_readImagesManifest(folder, { kind, platform }) {
    let manifest;
    try {
        manifest = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, MANIFEST_NAME), 'utf8'));
    }
    catch (error) {
        throw new seed/* SeedError */.u(`the cached images have no manifest: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    const { format, files, images } = manifest;
    if (format !== IMAGES_FORMAT)
        throw new seed/* SeedError */.u(`the cached images have format ${String(format)}`);
    if (manifest.kind !== kind || manifest.platform !== platform) {
        throw new seed/* SeedError */.u(`the cached images are for ${String(manifest.platform)}, not ${platform}`);
    }
    const areOurs = Array.isArray(images) && Array.isArray(files) && files.every(({ name }) => (0,external_node_path_.basename)(name) === name);
    if (!areOurs)
        throw new seed/* SeedError */.u("the cached images' manifest is damaged");
    return manifest;
}
/** Bytes of all archives. */
const bytesOf = ({ files }) => files.reduce((sum, { size }) => sum + size, 0);

;// CONCATENATED MODULE: ./src/cache/images/engineImages.ts








const ARCHIVE = 'engine.tar';
/**
 * Keeps images of the engine in a folder, in one archive, which holds each layer once.
 * @param pullSeconds what it took to pull them
 * @throws EngineError; the file system's error when they can't be written
 */
async function saveEngineImages(engine, references, folder, pullSeconds) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const images = await Promise.all(references.map(async (name) => ({ name, id: (await engine.images.inspect(name))?.id ?? '' })));
    const meter = new digest/* Meter */.kI();
    await (0,external_node_stream_promises_.pipeline)(await engine.images.save(references), meter, (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(folder, ARCHIVE)));
    const manifest = {
        format: IMAGES_FORMAT,
        kind: 'engine',
        platform: await (0,platform/* platformOf */.t)(engine),
        images,
        files: [{ name: ARCHIVE, size: meter.size, sha256: meter.digest() }],
        pullSeconds,
    };
    await writeImagesManifest(folder, manifest);
    return manifest;
}
/**
 * Gives the engine the images of a folder.
 * @returns what was in it, and the images that are not what they were: they have to be pulled after all
 * @throws SeedError when the folder is damaged or for another platform; EngineError when the engine refuses it
 */
async function loadEngineImages(engine, folder) {
    const manifest = await manifest_readImagesManifest(folder, { kind: 'engine', platform: await (0,platform/* platformOf */.t)(engine) });
    for (const file of manifest.files) {
        // Beforehand: an engine keeps what it has taken in of an archive that breaks off.
        await (0,checkedFile/* checkFile */.v)(folder, file);
        await engine.images.load((0,external_node_fs_.createReadStream)((0,external_node_path_.join)(folder, file.name), { highWaterMark: digest/* CHUNK_BYTES */.EC }));
    }
    const wrong = [];
    for (const { name, id } of manifest.images) {
        if ((await engine.images.inspect(name))?.id !== id)
            wrong.push(name);
    }
    return { manifest, wrong };
}

// EXTERNAL MODULE: ./src/cluster/access.ts
var access = __webpack_require__(4102);
// EXTERNAL MODULE: ./src/cluster/imageArchive.ts
var imageArchive = __webpack_require__(3189);
// EXTERNAL MODULE: ./src/cluster/lifecycle.ts + 1 modules
var lifecycle = __webpack_require__(2028);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/cluster/nodeImages.ts
var nodeImages = __webpack_require__(1102);
// EXTERNAL MODULE: ./src/cluster/readFiles.ts
var readFiles = __webpack_require__(5229);
// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
;// CONCATENATED MODULE: ./src/kubernetes/images.ts

const SYSTEM = '/api/v1/namespaces/kube-system';
/**
 * The images of the cluster's own workloads, by every name that the API has for them, and the seconds that the kubelets
 * took to pull them.
 */
async function systemImages(kube) {
    const pods = (await kube.get(`${SYSTEM}/pods`))?.items ?? [];
    const statuses = pods.flatMap(({ status }) => [
        ...(status?.initContainerStatuses ?? []),
        ...(status?.containerStatuses ?? []),
    ]);
    const references = new Set(statuses.flatMap(({ image, imageID }) => [image, imageID]).filter((name) => name !== ''));
    const events = (await kube.get(`${SYSTEM}/events?fieldSelector=reason%3DPulled`))?.items ?? [];
    const pulls = events.map(({ message = '' }) => /^Successfully pulled image .* in ([\d.hmsµ]+)/.exec(message)?.[1]);
    const ms = pulls.map((text) => (text === undefined ? 0 : ((0,duration/* parseDuration */.E)(text) ?? 0)));
    return { references, pullSeconds: ms.reduce((sum, one) => sum + one, 0) / 1000 };
}

// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/cache/tarFilter.ts
var tarFilter = __webpack_require__(7775);
;// CONCATENATED MODULE: ./src/cache/images/nodeImages.ts



















/** What k3s imports before the kubelet starts is in here (k3s: pkg/agent/containerd). */
const PRELOAD_PATH = (/* unused pure expression or super */ null && (`${K3S_DATA_PATH}/agent/images`));
const CONTAINERD_CONFIG_PATH = `${names/* K3S_DATA_PATH */.Tt}/agent/etc/containerd`;
/**
 * Keeps the images of clusters' own workloads, those of kube-system and the pause image, in a folder. What the job
 * runs in the cluster is the job's own.
 * @returns undefined when the nodes have pulled none of them: they came with the nodes' image
 * @throws UserError when the cluster does not run or a node can't give its images
 */
async function saveNodeImages(engine, clusterNames, folder) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const manifest = {
        format: IMAGES_FORMAT,
        kind: 'nodes',
        platform: await (0,platform/* platformOf */.t)(engine),
        images: [],
        files: [],
        pullSeconds: 0,
    };
    const blobs = new Set();
    for (const name of clusterNames)
        await addImagesOf(engine, name, folder, manifest, blobs);
    if (manifest.files.length === 0)
        await (0,promises_.rm)(folder, { recursive: true });
    else
        await writeImagesManifest(folder, manifest);
    return manifest.files.length === 0 ? undefined : manifest;
}
async function addImagesOf(engine, clusterName, folder, manifest, blobs) {
    const cluster = await (0,lifecycle/* needCluster */.N0)(engine, clusterName);
    const { references, pullSeconds } = await (0,access/* withKube */.M)(engine, cluster, systemImages);
    if (pullSeconds === 0)
        return;
    manifest.pullSeconds += pullSeconds;
    for (const node of cluster.nodes.filter(model/* isK3sNode */.S)) {
        const wanted = await imagesToKeep(engine, node, references);
        const names = [...wanted.keys()].filter((name) => !manifest.images.some((image) => image.name === name));
        if (names.length === 0)
            continue;
        const file = `k3d-cache-${manifest.files.length}.tar`;
        manifest.files.push(await exportImages(engine, node, names, (0,external_node_path_.join)(folder, file), blobs));
        for (const name of names)
            manifest.images.push({ name, id: wanted.get(name) ?? '' });
    }
}
/** Name → id of those images of a node that are wanted. */
async function imagesToKeep(engine, node, references) {
    const config = await (0,readFiles/* readFiles */.U)(engine, node.id, CONTAINERD_CONFIG_PATH);
    const pause = /\bsandbox(?:_image)?\s*=\s*["']([^"']+)["']/.exec(config?.get('config.toml') ?? '')?.[1];
    const kept = new Map();
    for (const { id, repoTags, repoDigests } of await (0,nodeImages/* imagesOfNode */.i)(engine, node)) {
        const names = [...repoTags, ...repoDigests];
        const isWanted = references.has(id) ||
            names.some((name) => references.has(name) || (pause !== undefined && name === (0,imageArchive/* fullImageName */.ou)(pause)));
        if (isWanted)
            for (const name of names)
                kept.set(name, id);
    }
    return kept;
}
/** @param blobs digests of what earlier archives hold, which is not kept again */
async function exportImages(engine, node, names, path, blobs) {
    const command = ['ctr', '--namespace', 'k8s.io', 'images', 'export', '-', ...names];
    const { stdout, ended } = await engine.containers.execStream(node.id, command);
    const keep = ({ name }) => {
        if (!/^blobs\/sha256\/[0-9a-f]{64}$/.test(name))
            return true;
        return !blobs.has(name) && blobs.add(name) !== undefined;
    };
    const meter = new digest/* Meter */.kI();
    await (0,external_node_stream_promises_.pipeline)(stdout, new tarFilter/* TarFilter */.a({ keep }), meter, (0,external_node_fs_.createWriteStream)(path));
    const { exitCode, stderr } = await ended;
    if (exitCode !== 0)
        throw new errors/* UserError */.yo(`node ${node.name} can't export its images: ${stderr.trim()}`);
    return { name: path.slice(path.lastIndexOf('/') + 1), size: meter.size, sha256: meter.digest() };
}
/** Lines of a node's log that are searched for what it says of its start. */
const LOG_LINES = 5000;
/** Seconds that a node took to import the images that it was given, as its log has it (k3s: pkg/agent/containerd). */
async function importSeconds(engine, node) {
    const log = await engine.containers.logs(node, LOG_LINES);
    const times = log.matchAll(/Imported images from \S*\/k3d-cache-\d+\.tar in ([\d.hmsµ]+)/g);
    return [...times].reduce((sum, [, text]) => sum + (parseDuration(text) ?? 0), 0) / 1000;
}
/**
 * The images of a folder as what new nodes are given: k3s imports them before the kubelet starts.
 * @throws SeedError when the folder is damaged or for another platform
 */
async function seedOfImages(engine, folder) {
    const manifest = await readImagesManifest(folder, { kind: 'nodes', platform: await platformOf(engine) });
    const fill = async (node, target) => {
        if (node.role === 'registry')
            return;
        for (const file of manifest.files) {
            await sendChecked(folder, file, (bytes) => target.containers.putFile(node.name, { path: `${PRELOAD_PATH}/${file.name}`, size: file.size, content: bytes }));
        }
    };
    return { manifest, seed: { fill } };
}

// EXTERNAL MODULE: ./src/cache/store.ts
var store = __webpack_require__(7631);
// EXTERNAL MODULE: ./src/cluster/importImages.ts
var importImages = __webpack_require__(379);
// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
// EXTERNAL MODULE: ./src/docker/connect.ts + 9 modules
var connect = __webpack_require__(4001);
// EXTERNAL MODULE: ./src/cli/run.ts + 12 modules
var run = __webpack_require__(4474);
;// CONCATENATED MODULE: ./src/cli/commands/imageCache.ts















/** `k3d image cache save` */
async function imageCacheSave(given, options, command) {
    const folder = given ?? (0,store/* imagesFolder */.J$)(process.env);
    const name = (0,scalars/* readName */.MQ)(options.cluster, 'flag --cluster');
    const reporter = (0,run/* reporterOf */.hw)(command);
    const engine = await (0,connect.connectEngine)();
    const cluster = await (0,lifecycle/* needCluster */.N0)(engine, name);
    const references = [...new Set(cluster.nodes.map(({ image }) => image))];
    for (const kind of ['engine', 'nodes'])
        await (0,promises_.rm)((0,external_node_path_.join)(folder, kind), { recursive: true, force: true });
    say(reporter, await saveEngineImages(engine, references, (0,external_node_path_.join)(folder, 'engine'), 0), folder);
    const ofNodes = await saveNodeImages(engine, [cluster.name], (0,external_node_path_.join)(folder, 'nodes'));
    if (ofNodes !== undefined)
        say(reporter, ofNodes, folder);
    else
        reporter.info('The nodes have pulled no image of kube-system: all of them came with their own image');
}
function say(reporter, manifest, folder) {
    const names = manifest.images.map(({ name }) => name).filter((name) => !name.includes('@'));
    reporter.info(`Kept ${names.join(', ')} in ${folder}: ${(bytesOf(manifest) / 1e6).toFixed(0)} MB`);
}
/** `k3d image cache restore` */
async function imageCacheRestore(given, options, command) {
    const folder = given ?? (0,store/* imagesFolder */.J$)(process.env);
    const names = options.cluster.map((name) => (0,scalars/* readName */.MQ)(name, 'flag --cluster'));
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'engine'))) {
        throw new errors/* UserError */.yo(`there are no images in ${folder}: keep some with "k3d image cache save"`);
    }
    const reporter = (0,run/* reporterOf */.hw)(command);
    const engine = await (0,connect.connectEngine)();
    const clusters = await Promise.all(names.map((name) => (0,lifecycle/* needCluster */.N0)(engine, name)));
    const { manifest, wrong } = await loadEngineImages(engine, (0,external_node_path_.join)(folder, 'engine'));
    if (wrong.length > 0)
        throw new errors/* UserError */.yo(`${wrong.join(', ')} came out of ${folder} as other images: delete it`);
    reporter.info(`The engine has ${manifest.images.map(({ name }) => name).join(', ')}`);
    const ofNodes = (0,external_node_path_.join)(folder, 'nodes');
    if (clusters.length === 0 || !(0,external_node_fs_.existsSync)(ofNodes))
        return;
    const nodes = clusters.flatMap((cluster) => cluster.nodes.filter(model/* isK3sNode */.S));
    const { files } = await manifest_readImagesManifest(ofNodes, { kind: 'nodes', platform: await (0,platform/* platformOf */.t)(engine) });
    for (const { name } of files) {
        await (0,importImages/* importImages */.W)(engine, { kind: 'archive', path: (0,external_node_path_.join)(ofNodes, name) }, nodes, reporter);
    }
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
