export const id = 861;
export const ids = [861];
export const modules = {

/***/ 2861:
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
// EXTERNAL MODULE: ./src/cache/images/manifest.ts
var images_manifest = __webpack_require__(7048);
;// CONCATENATED MODULE: ./src/cache/images/engineImages.ts








const ARCHIVE = 'engine.tar';
/**
 * Keeps images of the engine in a folder, in one archive, which holds each layer once.
 * @param pullSeconds what it took to pull them
 * @throws EngineError; the file system's error when they can't be written
 */
async function saveEngineImages(engine, references, folder, pullSeconds) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const images = await Promise.all(references.map(async (name) => {
        const { id = '', layers = [] } = (await engine.images.inspect(name)) ?? {};
        return { name, id, layers };
    }));
    const meter = new digest/* Meter */.kI();
    await (0,external_node_stream_promises_.pipeline)(await engine.images.save(references), meter, (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(folder, ARCHIVE)));
    const manifest = {
        format: images_manifest/* IMAGES_FORMAT */.ZN,
        kind: 'engine',
        platform: await (0,platform/* platformOf */.t)(engine),
        images,
        files: [{ name: ARCHIVE, size: meter.size, sha256: meter.digest() }],
        pullSeconds,
    };
    await (0,images_manifest/* writeImagesManifest */.jQ)(folder, manifest);
    return manifest;
}
/**
 * Gives the engine the images of a folder.
 * @returns what was in it, and the images that are not what they were: they have to be pulled after all
 * @throws SeedError when the folder is damaged or for another platform; EngineError when the engine refuses it
 */
async function loadEngineImages(engine, folder) {
    const manifest = await (0,images_manifest/* readImagesManifest */.QG)(folder, { kind: 'engine', platform: await (0,platform/* platformOf */.t)(engine) });
    for (const file of manifest.files) {
        // Beforehand: an engine keeps what it has taken in of an archive that breaks off.
        await (0,checkedFile/* checkFile */.v)(folder, file);
        await engine.images.load((0,external_node_fs_.createReadStream)((0,external_node_path_.join)(folder, file.name), { highWaterMark: digest/* CHUNK_BYTES */.EC }));
    }
    const wrong = [];
    for (const { name, id, layers = [] } of manifest.images) {
        const image = await engine.images.inspect(name);
        // An engine that keeps its images in another kind of store calls the same image by another id.
        if (image?.id !== id && !(layers.length > 0 && image?.layers.join() === layers.join()))
            wrong.push(name);
    }
    return { manifest, wrong };
}

// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 8 modules
var cluster_images = __webpack_require__(5580);
// EXTERNAL MODULE: ./src/contract/imageName.ts
var imageName = __webpack_require__(6480);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
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

// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
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
        format: images_manifest/* IMAGES_FORMAT */.ZN,
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
        await (0,images_manifest/* writeImagesManifest */.jQ)(folder, manifest);
    return manifest.files.length === 0 ? undefined : manifest;
}
async function addImagesOf(engine, clusterName, folder, manifest, blobs) {
    const cluster = await (0,find/* needCluster */.N0)(engine, clusterName);
    const { references, pullSeconds } = await (0,find/* withKube */.MT)(engine, cluster, systemImages);
    if (pullSeconds === 0)
        return;
    manifest.pullSeconds += pullSeconds;
    for (const node of cluster.nodes.filter(find/* isK3sNode */.S)) {
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
    const config = await (0,readFiles/* readFiles */.Ul)(engine, node.id, CONTAINERD_CONFIG_PATH);
    const pause = /\bsandbox(?:_image)?\s*=\s*["']([^"']+)["']/.exec(config?.get('config.toml') ?? '')?.[1];
    const kept = new Map();
    for (const { id, repoTags, repoDigests } of await (0,cluster_images/* imagesOfNode */.iz)(engine, node)) {
        const names = [...repoTags, ...repoDigests];
        const isWanted = references.has(id) ||
            names.some((name) => references.has(name) || (pause !== undefined && name === (0,imageName/* fullImageName */.ou)(pause)));
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
// EXTERNAL MODULE: ./src/config/scalars.ts
var scalars = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/cluster/dind/index.ts + 3 modules
var dind = __webpack_require__(245);
// EXTERNAL MODULE: ./src/cli/session.ts + 1 modules
var session = __webpack_require__(1298);
// EXTERNAL MODULE: ./src/common/size.ts
var size = __webpack_require__(6364);
;// CONCATENATED MODULE: ./src/cli/commands/imageCache.ts















/** `k3d image cache save` */
async function imageCacheSave(given, options, command) {
    const folder = given ?? (0,store/* imagesFolder */.J$)(process.env);
    const name = (0,scalars/* readName */.MQ)(options.cluster, 'flag --cluster');
    const reporter = (0,session/* reporterOf */.h)(command);
    const engine = await (0,dind.connectEngine)();
    const cluster = await (0,find/* needCluster */.N0)(engine, name);
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
    reporter.info(`Kept ${names.join(', ')} in ${folder}: ${(0,size/* megabytes */.i)((0,images_manifest/* bytesOf */.$$)(manifest))}`);
}
/** `k3d image cache restore` */
async function imageCacheRestore(given, options, command) {
    const folder = given ?? (0,store/* imagesFolder */.J$)(process.env);
    const names = options.cluster.map((name) => (0,scalars/* readName */.MQ)(name, 'flag --cluster'));
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'engine'))) {
        throw new errors/* UserError */.yo(`there are no images in ${folder}: keep some with "k3d image cache save"`);
    }
    const reporter = (0,session/* reporterOf */.h)(command);
    const engine = await (0,dind.connectEngine)();
    const clusters = await Promise.all(names.map((name) => (0,find/* needCluster */.N0)(engine, name)));
    const { manifest, wrong } = await loadEngineImages(engine, (0,external_node_path_.join)(folder, 'engine'));
    if (wrong.length > 0)
        throw new errors/* UserError */.yo(`${wrong.join(', ')} in ${folder} are not the images that were saved: delete the folder`);
    reporter.info(`The engine has ${manifest.images.map(({ name }) => name).join(', ')}`);
    const ofNodes = (0,external_node_path_.join)(folder, 'nodes');
    if (clusters.length === 0 || !(0,external_node_fs_.existsSync)(ofNodes))
        return;
    const nodes = clusters.flatMap((cluster) => cluster.nodes.filter(find/* isK3sNode */.S));
    const { files } = await (0,images_manifest/* readImagesManifest */.QG)(ofNodes, { kind: 'nodes', platform: await (0,platform/* platformOf */.t)(engine) });
    for (const { name } of files) {
        await (0,cluster_images/* importImages */.Wd)(engine, { kind: 'archive', path: (0,external_node_path_.join)(ofNodes, name) }, nodes, reporter);
    }
}


/***/ })

};
