export const id = 589;
export const ids = [589];
export const modules = {

/***/ 8393:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ sendChecked),
/* harmony export */   v: () => (/* binding */ checkFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6497);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6652);





/** @throws SeedError when a file is not what was kept */
async function checkFile(folder, file) {
    const found = await (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .measureFile */ .v9)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file.name)).catch(() => undefined);
    if (found?.size !== file.size || found.sha256 !== file.sha256)
        throw damaged(file);
}
const damaged = ({ name }) => new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`${name} is damaged: it is not what was kept`);
/**
 * Sends a kept file somewhere, and takes its digest on the way.
 * @param send takes the file's bytes
 * @throws SeedError when the file is not what was kept; else what `send` throws
 */
async function sendChecked(folder, file, send) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file.name);
    const meter = new _digest_js__WEBPACK_IMPORTED_MODULE_4__/* .Meter */ .kI();
    const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: _digest_js__WEBPACK_IMPORTED_MODULE_4__/* .CHUNK_BYTES */ .EC });
    source.on('error', (error) => meter.destroy(error));
    try {
        await send(source.pipe(meter));
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.finished)(meter.resume(), { writable: false });
    }
    catch (error) {
        // Whoever was sent a damaged file may well have refused it; then the damage is what there is to say.
        await checkFile(folder, file);
        throw error;
    }
    if (meter.size !== file.size || meter.digest() !== file.sha256)
        throw damaged(file);
}


/***/ }),

/***/ 6652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ CHUNK_BYTES),
/* harmony export */   kI: () => (/* binding */ Meter),
/* harmony export */   v9: () => (/* binding */ measureFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_3__);




/** Passes bytes on, counting them and taking their digest. */
class Meter extends node_stream__WEBPACK_IMPORTED_MODULE_2__.Transform {
    size = 0;
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    _transform(chunk, _encoding, done) {
        this.size += chunk.length;
        this.#hash.update(chunk);
        done(null, chunk);
    }
    /** SHA-256 of all that has passed, in hexadecimal. To be asked once, at the end. */
    digest() {
        return this.#hash.digest('hex');
    }
}
/** Bytes that are read at once: small pieces cost more than they hold. */
const CHUNK_BYTES = 1024 * 1024;
/** Size in bytes and SHA-256 of a file. @throws the file system's error when it can't be read */
async function measureFile(path) {
    const meter = new Meter();
    const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: CHUNK_BYTES });
    source.on('error', (error) => meter.destroy(error));
    source.pipe(meter).resume();
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.finished)(meter);
    return { size: meter.size, sha256: meter.digest() };
}


/***/ }),

/***/ 7048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   QG: () => (/* binding */ readImagesManifest),
/* harmony export */   ZN: () => (/* binding */ IMAGES_FORMAT),
/* harmony export */   jQ: () => (/* binding */ writeImagesManifest),
/* harmony export */   sh: () => (/* binding */ isPlainName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_mapping_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4131);
/* harmony import */ var _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6497);





/** Changes whenever an older entry can't be used any more. Part of every key. */
const IMAGES_FORMAT = 1;
const MANIFEST_NAME = 'manifest.json';
/** Writes a manifest beside the archives. */
async function writeImagesManifest(folder, manifest) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, MANIFEST_NAME), JSON.stringify(manifest));
}
/**
 * Reads and checks the manifest of cached images.
 * @throws SeedError when there is none, or none that can be used here
 */
async function readImagesManifest(folder, { kind, platform }) {
    let manifest;
    try {
        const value = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, MANIFEST_NAME), 'utf8'));
        manifest = (0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .p)(value) ? value : {};
    }
    catch (error) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the cached images have no manifest: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
    const { format, files, images } = manifest;
    if (format !== IMAGES_FORMAT)
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the cached images have format ${String(format)}`);
    if (manifest.kind !== kind || manifest.platform !== platform) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the cached images are for ${String(manifest.platform)}, not ${platform}`);
    }
    const areOurs = isList(images) && isList(files) && (files ?? []).every(({ name }) => isPlainName(name));
    if (!areOurs)
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u("the cached images' manifest is damaged");
    return manifest;
}
const isList = (value) => Array.isArray(value) && value.every(_common_mapping_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .p);
/** Whether a file's name stays in its folder. */
const isPlainName = (name) => typeof name === 'string' && name !== '' && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(name) === name;
/** Bytes of all archives. */
const bytesOf = ({ files }) => files.reduce((sum, { size }) => sum + size, 0);


/***/ }),

/***/ 451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ platformOf)
/* harmony export */ });
/** What an engine's images and clusters are made for, e.g. `linux/amd64`. */
function platformOf(engine) {
    const known = platforms.get(engine) ?? engine.info().then(({ os, arch }) => `${os}/${arch}`);
    platforms.set(engine, known);
    known.catch(() => platforms.delete(engine));
    return known;
}
/** An engine stays what it is: it is asked once. */
const platforms = new WeakMap();


/***/ }),

/***/ 3886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Td: () => (/* binding */ SNAPSHOT_FORMAT),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   ir: () => (/* binding */ MANIFEST_NAME)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_mapping_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4131);
/* harmony import */ var _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6497);
/* harmony import */ var _images_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7048);






/** Changes whenever an older snapshot can't be used any more. Part of every key. */
const SNAPSHOT_FORMAT = 2;
const MANIFEST_NAME = 'manifest.json';
/**
 * Reads and checks a snapshot's manifest. The files that it names are checked when they are used.
 * @param prefix what the names of its files begin with
 * @param platform the engine's, which has to be the snapshot's
 * @throws SeedError when there is none, or none that can be used here
 */
async function readManifest(folder, prefix, platform) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, prefix + MANIFEST_NAME), 'utf8');
    }
    catch (error) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the snapshot has no manifest: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
    const manifest = parse(text);
    if (manifest.format !== SNAPSHOT_FORMAT) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the snapshot has format ${String(manifest.format)}, not ${SNAPSHOT_FORMAT}`);
    }
    if (manifest.platform !== platform) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the snapshot is for ${String(manifest.platform)}, not ${platform}`);
    }
    const problem = problemOf(manifest);
    if (problem !== undefined)
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the snapshot's manifest is damaged: ${problem}`);
    return manifest;
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        if ((0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(value))
            return value;
    }
    catch {
        // said below
    }
    throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u("the snapshot's manifest is damaged: it is no JSON object");
}
function problemOf({ token, nodes, config, image, subnet }) {
    for (const [name, value] of Object.entries({ token, image, subnet }))
        if (typeof value !== 'string')
            return `no ${name}`;
    if (!(0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(config) || typeof config.name !== 'string')
        return 'no config';
    if (!Array.isArray(nodes) || !nodes.every(_common_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p))
        return 'no nodes';
    if (!nodes.some(({ role }) => role === 'server'))
        return 'no server';
    for (const { nodeName, files } of nodes) {
        if (typeof nodeName !== 'string' || !Array.isArray(files))
            return 'a node without name or files';
        // A name that leads out of the folder is nothing that we wrote.
        const isOurs = (file) => (0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(file) && (0,_images_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .isPlainName */ .sh)(file.name) && typeof file.target === 'string' && file.target.startsWith('/');
        const odd = files.find((file) => !isOurs(file));
        if (odd !== undefined)
            return `file ${(0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(odd) ? String(odd.name) : 'without a name'}`;
    }
    return undefined;
}


/***/ }),

/***/ 4173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RX: () => (/* binding */ keptConfig),
/* harmony export */   WH: () => (/* binding */ withRegistryPorts),
/* harmony export */   wX: () => (/* binding */ seedFrom)
/* harmony export */ });
/* harmony import */ var _cluster_containers_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8091);
/* harmony import */ var _cluster_seed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6497);
/* harmony import */ var _config_merge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8858);
/* harmony import */ var _contract_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(251);
/* harmony import */ var _plan_nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2974);
/* harmony import */ var _checkedFile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8393);






/**
 * What a cluster is given to be the one that a snapshot was made of, under its own name and ports.
 * @throws SeedError when the config is for another number of nodes
 */
function seedFrom(folder, manifest, config) {
    const planned = (0,_plan_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .plannedNodes */ .AM)(config).filter(({ role }) => role !== 'loadbalancer');
    const kept = manifest.nodes.filter(({ role }) => role !== 'registry');
    if (planned.length !== kept.length) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_1__/* .SeedError */ .u(`the snapshot has ${kept.length} nodes and the cluster is to have ${planned.length}`);
    }
    const find = ({ role, index }) => manifest.nodes.find((node) => node.role === role && node.index === index);
    const nodes = new Map(planned.map((node) => {
        const { nodeName = node.name, ip } = find(node) ?? {};
        return [node.name, { nodeName, ip }];
    }));
    const { token, subnet, needsSubnet, pods } = manifest;
    return {
        past: { token, subnet, needsSubnet, nodes, pods },
        fill: async (node, engine) => {
            const files = find(node)?.files ?? [];
            for (const { volume } of files)
                if (volume !== undefined)
                    await checkVolumeIsNew(volume, node, engine);
            for (const file of files) {
                await (0,_checkedFile_js__WEBPACK_IMPORTED_MODULE_5__/* .sendChecked */ .u)(folder, file, (tar) => engine.containers.putArchive(node.name, file.target, tar));
            }
        },
    };
}
/** @throws SeedError when a volume is not one that was made with the node's cluster: what is in it is somebody else's */
async function checkVolumeIsNew(volume, { name }, engine) {
    const creation = (await engine.containers.inspect(name))?.labels[_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.creation] ?? '';
    const own = await engine.volumes.list([`${_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.creation}=${creation}`]);
    if (own.some((one) => one.name === volume))
        return;
    throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_1__/* .SeedError */ .u(`volume ${volume} exists already, and what is in it may be somebody else's: remove it first`);
}
/** The config that a snapshot was made from, with the defaults for what it does not say. */
const keptConfig = ({ config }) => ({ ...(0,_config_merge_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeLayers */ .J)({}), ...config });
/**
 * The config with the ports that the snapshot's registries had: workloads name their images by them. One that somebody
 * else has now is left to be chosen anew.
 */
async function withRegistryPorts(config, { nodes }, engine) {
    const registriesCreate = await Promise.all(config.registriesCreate.map(async (spec, index) => {
        const port = nodes.find((node) => node.role === 'registry' && node.index === index)?.port;
        if (spec.hostPort !== undefined || port === undefined)
            return spec;
        const wanted = { hostIP: spec.hostIP, port, protocol: 'tcp' };
        const isFree = await (0,_cluster_containers_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPortsFree */ .fG)(engine, [wanted]).then(() => true, () => false);
        return isFree ? { ...spec, hostPort: port } : spec;
    }));
    return { ...config, registriesCreate };
}


/***/ }),

/***/ 4185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uD: () => (/* binding */ checkPlace),
  ic: () => (/* binding */ keepSnapshot),
  V: () => (/* binding */ needSnapshot),
  ZX: () => (/* binding */ storedSnapshots)
});

// UNUSED EXPORTS: pathOf

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/nearest.ts
var nearest = __webpack_require__(7535);
// EXTERNAL MODULE: ./src/cache/store.ts
var cache_store = __webpack_require__(7631);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: ./src/kubernetes/pods.ts
var kubernetes_pods = __webpack_require__(3729);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/plan/registry.ts
var registry = __webpack_require__(1088);
// EXTERNAL MODULE: ./src/cache/digest.ts
var digest = __webpack_require__(6652);
// EXTERNAL MODULE: ./src/cache/platform.ts
var platform = __webpack_require__(451);
// EXTERNAL MODULE: ./src/cache/tarFilter.ts
var tarFilter = __webpack_require__(7775);
// EXTERNAL MODULE: ./src/cache/snapshot/manifest.ts
var snapshot_manifest = __webpack_require__(3886);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
;// CONCATENATED MODULE: ./src/cache/snapshot/opaque.ts


/** Where containerd's overlay snapshotter keeps the layers of images. */
const SNAPSHOTS_PATH = `${names/* K3S_DATA_PATH */.Tt}/agent/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots`;
/**
 * Lists the folders of image layers that hide what lower layers have in them ("opaque" ones). They are marked by an
 * attribute that Docker's archives leave out and that no program in a k3s image can read. So overlayfs itself is asked:
 * below each layer goes a tree of the same folders, each with a mark in it, and where the mark can't be seen, the
 * folder is opaque. Layers that a container writes to are left out: no container outlives its node's end.
 */
const PROBE = `
cd "$0" 2>/dev/null || exit 0
work=$(mktemp -d /run/k3d-probe-XXXXXX) || exit 1
for layer in */fs; do
  [ -d "$layer" ] || continue
  grep -q "upperdir=$0/$layer," /proc/mounts && continue
  (cd "$layer" && find . -mindepth 1 -type d) >"$work/folders"
  [ -s "$work/folders" ] || continue
  mkdir "$work/below" "$work/view" || exit 1
  tr '\\n' '\\0' <"$work/folders" | (cd "$work/below" && xargs -0 mkdir -p) || exit 1
  sed 's,$,/.k3d-mark,' "$work/folders" | tr '\\n' '\\0' | (cd "$work/below" && xargs -0 touch) || exit 1
  mount -t overlay k3d-probe -o "ro,lowerdir=$0/$layer:$work/below" "$work/view" || exit 1
  while IFS= read -r folder; do
    [ -e "$work/view/$folder/.k3d-mark" ] || echo "$layer/\${folder#./}"
  done <"$work/folders"
  umount "$work/view" && rm -rf "$work/below" "$work/view" || exit 1
done
rm -rf "$work"
`;
/**
 * The folders of a node's image layers that are opaque, as paths below `/var/lib/rancher`.
 * @throws UserError when it can't be found out
 */
async function opaqueFolders(engine, node) {
    const { exitCode, stdout, stderr } = await engine.containers.exec(node, ['sh', '-c', PROBE, SNAPSHOTS_PATH]);
    if (exitCode !== 0)
        throw new errors/* UserError */.yo(`the image layers of ${node} can't be examined: ${stderr.trim()}`);
    const prefix = SNAPSHOTS_PATH.slice('/var/lib/rancher/'.length);
    return new Set(stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => `${prefix}/${line}`));
}

// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
;// CONCATENATED MODULE: ./src/cache/snapshot/parts.ts




/** What the kubelet keeps, pods' volumes among it. */
const KUBELET_PATH = '/var/lib/kubelet';
/** Holds a node's password, without which no server takes it for the one that it was (k3s: pkg/nodepassword). */
const SETTINGS_PATH = '/etc/rancher';
/**
 * What a node need not keep: images are in containerd already; the servers' addresses that an agent knows are out of
 * date (k3s: pkg/agent/loadbalancer); logs are of no use.
 */
const DISPENSABLE = [
    /^k3s\/agent\/images\//,
    /^k3s\/agent\/etc\/[^/]*load-balancer[^/]*\.json$/,
    /^k3s\/agent\/containerd\/containerd\.log$/,
    // The rest of the settings is made anew.
    /^rancher\/k3s(\/|$)/,
];
/**
 * The folders that make up a node's state.
 * @param ownVolumes names of the volumes that belong to the cluster and have not been taken by another node
 */
function partsOfNode(details, ownVolumes) {
    const volumes = details.mounts.filter(({ kind, source }) => kind === 'volume' && ownVolumes.has(source));
    const brought = details.mounts.filter(({ kind }) => kind === 'bind').map(({ target }) => target);
    const own = [names/* K3S_DATA_PATH */.Tt, KUBELET_PATH, SETTINGS_PATH].filter((path) => !brought.includes(path));
    const roots = [...own, ...volumes.map(({ target }) => target)];
    return [
        ...own.map((path) => ({ path, keep: keepBelow(path, details, roots) })),
        ...volumes.map(({ source, target }) => ({ path: target, volume: source, keep: keepBelow(target, details, roots) })),
    ];
}
/** The folders that make up a registry's state, unless the user has brought them. */
function partsOfRegistry({ binds }) {
    const isBrought = binds.some((bind) => (0,volumeSpec/* bindTarget */.PE)(bind) === registry/* REGISTRY_DATA_PATH */.df);
    return isBrought ? [] : [{ path: registry/* REGISTRY_DATA_PATH */.df, keep: () => true }];
}
/** What is mounted below a folder is a part of its own, or somebody else's. */
function keepBelow(root, { mounts }, roots) {
    const inner = [...mounts.map(({ target }) => target), ...roots]
        .filter((target) => target !== root && target.startsWith(`${root}/`))
        .map((target) => `${nameInTar(target, root)}/`);
    return ({ name }) => !inner.some((prefix) => name.startsWith(prefix)) && !DISPENSABLE.some((pattern) => pattern.test(name));
}
/** Docker's archive of a folder begins with the folder's own name. */
const nameInTar = (path, root) => external_node_path_.posix.relative(external_node_path_.posix.dirname(root), path);

// EXTERNAL MODULE: ./src/common/retry.ts
var retry = __webpack_require__(9183);
;// CONCATENATED MODULE: ./src/cache/snapshot/pause.ts


/** What runc says that has given up freezing a container, which runs on then: on a busy machine it may (runc: cgroups/fs). */
const GAVE_UP = /unable to freeze/;
const TRIES = 5;
/** Before the second try, in milliseconds. */
const PAUSE_MS = 150;
/** Lets a node stand still. @throws what the engine says, which has tried it five times if it was only slow */
function pauseNode({ containers }, id, signal, pauseMs = PAUSE_MS) {
    const isTransient = (error) => GAVE_UP.test((0,errors/* messageOf */.bD)(error));
    const retries = { tries: TRIES, pauseMs, isTransient, signal, onRetry: () => undefined };
    return (0,retry/* retry */.L5)('pausing', retries, () => containers.pause(id));
}

;// CONCATENATED MODULE: ./src/cache/snapshot/save.ts

















/**
 * Keeps the state of a running cluster in a folder. Its nodes stand still while they are copied, and go on then; what
 * is kept is what a power cut would have left, which databases and containerd are made to survive.
 * @returns what was kept, and how long the nodes stood still
 * @throws UserError when the cluster can't be kept; the folder is gone then, and the cluster goes on
 */
async function saveSnapshot({ folder, prefix, config, coldSeconds }, context) {
    const { engine, timeline } = context;
    const cluster = await (0,find/* needCluster */.N0)(engine, config.name);
    const sources = await timeline.run('examine nodes', () => sourcesOf(engine, cluster, config));
    const pods = await (0,find/* withKube */.MT)(engine, cluster, kubernetes_pods/* readyPods */.A);
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    try {
        const started = performance.now();
        const files = await timeline.run('copy volumes', () => copyPaused(sources, `${folder}/${prefix}`, context));
        const pausedMs = performance.now() - started;
        const manifest = await describe(engine, cluster, config, sources, files);
        Object.assign(manifest, { pods, coldSeconds });
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, prefix + snapshot_manifest/* MANIFEST_NAME */.ir), JSON.stringify(manifest), { mode: 0o600 });
        const bytes = manifest.nodes.flatMap((node) => node.files).reduce((sum, { size }) => sum + size, 0);
        return { manifest, bytes, pausedMs };
    }
    catch (error) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw error;
    }
}
async function sourcesOf(engine, cluster, config) {
    const registryNames = config.registriesCreate.map((spec) => (0,registry/* nameOfRegistry */.ol)(spec, cluster.name));
    const volumes = await engine.volumes.list((0,find/* clusterFilter */.tp)(cluster.name));
    const images = cluster.nodes.map(({ labels }) => labels[contract_labels/* LABEL */.d_.imageVolume]);
    const free = new Set(volumes.map(({ name }) => name).filter((name) => !images.includes(name)));
    const sources = [];
    for (const role of ['server', 'agent', 'registry']) {
        for (const [position, node] of (0,find/* nodesOf */.Nh)(cluster, role).entries()) {
            const index = role === 'registry' ? registryNames.indexOf(node.name) : position;
            if (index === -1)
                continue;
            const details = await engine.containers.inspect(node.id);
            if (details === undefined || !details.running)
                throw new errors/* UserError */.yo(`node ${node.name} does not run: start cluster "${cluster.name}" first`);
            const parts = role === 'registry' ? partsOfRegistry(details) : partsOfNode(details, free);
            for (const { source } of details.mounts)
                free.delete(source);
            sources.push({ node, role, index, details, parts, opaque: new Set() });
        }
    }
    checkDatastore(cluster, sources);
    await (0,settleAll/* settleAll */.j)(sources
        .filter(({ role }) => role !== 'registry')
        .map(async (source) => void (source.opaque = await opaqueFolders(engine, source.node.id))));
    return sources;
}
/** @throws UserError when the cluster's state is not in its nodes */
function checkDatastore({ name }, sources) {
    const words = sources.flatMap(({ details }) => [...details.command, ...details.env]);
    const external = words.find((word) => /^(--datastore-endpoint|K3S_DATASTORE_ENDPOINT=)/.test(word));
    if (external === undefined)
        return;
    throw new errors/* UserError */.yo(`cluster "${name}" keeps its state in a database outside, which is in no snapshot`);
}
/** @param path folder of the files, and what their names begin with */
async function copyPaused(sources, path, { engine, signal }) {
    const files = new Map();
    try {
        await (0,settleAll/* settleAll */.j)(sources.map(({ node }) => pauseNode(engine, node.id, signal)));
        await (0,settleAll/* settleAll */.j)(sources.map(async (source) => {
            const copies = [];
            for (const part of source.parts) {
                const copy = await copyPart(source, part, path, engine, signal);
                if (copy !== undefined)
                    copies.push(copy);
            }
            files.set(source, copies);
        }));
    }
    finally {
        await (0,settleAll/* settleAll */.j)(sources.map(({ node }) => engine.containers.unpause(node.id)));
    }
    return files;
}
async function copyPart({ node, role, index, opaque }, { path, volume, keep }, to, engine, signal) {
    const archive = await engine.containers.getArchive(node.id, path);
    if (archive === undefined)
        return undefined;
    const file = `${to}${role}-${index}${path.replaceAll('/', '-')}.tar`;
    const attributes = (entry) => opaque.has(entry.name) ? ['trusted.overlay.opaque=y'] : [];
    const meter = new digest/* Meter */.kI();
    const output = (0,external_node_fs_.createWriteStream)(file, { mode: 0o600 });
    await (0,external_node_stream_promises_.pipeline)(archive, new tarFilter/* TarFilter */.a({ keep, attributes }), meter, output, { signal });
    return { name: (0,external_node_path_.basename)(file), target: external_node_path_.posix.dirname(path), volume, size: meter.size, sha256: meter.digest() };
}
async function describe(engine, cluster, config, sources, files) {
    const network = await engine.networks.inspect(cluster.network.name);
    const [first] = sources;
    const image = await engine.images.inspect(first.details.image);
    return {
        format: snapshot_manifest/* SNAPSHOT_FORMAT */.Td,
        platform: await (0,platform/* platformOf */.t)(engine),
        created: new Date().toISOString(),
        cluster: cluster.name,
        image: first.details.image,
        imageId: image?.id ?? '',
        token: cluster.token,
        subnet: network?.subnet ?? '',
        needsSubnet: (0,find/* nodesOf */.Nh)(cluster, 'server').length > 1,
        nodes: sources.map((source) => ({
            role: source.role,
            index: source.index,
            nodeName: (0,contract_labels/* kubernetesName */.gg)(source.node),
            ip: source.details.addresses[cluster.network.name],
            port: source.role === 'registry' ? Number(source.node.labels[contract_labels/* LABEL */.d_.registryPortExternal]) : undefined,
            files: files.get(source) ?? [],
        })),
        pods: [],
        config: withoutWaits(config),
        coldSeconds: 0,
    };
}
/** A config as it is kept. */
function withoutWaits(config) {
    const kept = { ...config };
    delete kept.wait;
    delete kept.waitFor;
    return kept;
}

;// CONCATENATED MODULE: ./src/cache/snapshot/stored.ts








const pathOf = (place) => ('file' in place ? place.file : (0,external_node_path_.join)(place.store, place.name));
/** Names of the snapshots in a folder of them. */
async function storedSnapshots(store) {
    // One that is being saved has a name that begins with a dot.
    return (await (0,cache_store/* namesIn */.wX)(store)).filter((name) => !name.startsWith('.')).sort();
}
/** The folder of a snapshot that was kept under a name. @throws UserError when there is none, naming the nearest */
async function needSnapshot(store, name) {
    const known = await storedSnapshots(store);
    if (known.includes(name))
        return (0,external_node_path_.join)(store, name);
    const hint = known.length === 0 ? '; there are none' : (0,nearest/* suggestion */.h)(name, known);
    throw new errors/* UserError */.yo(`snapshot "${name}" does not exist${hint}`);
}
/**
 * @param how what replaces a snapshot that is there
 * @throws UserError when there is something already that must not be replaced
 */
function checkPlace(place, overwrite, how) {
    if ((0,external_node_fs_.existsSync)(pathOf(place)) && !overwrite)
        throw new errors/* UserError */.yo(`snapshot ${pathOf(place)} exists already: choose another name, or replace it with ${how}`);
}
/**
 * Keeps a running cluster as it is.
 * @param config what the cluster was made from
 * @throws UserError when it can't be kept; what was there before still is
 */
async function keepSnapshot(config, place, context) {
    const path = pathOf(place);
    // In the folder where it will be, so that it appears there whole or not at all.
    const beside = 'file' in place ? (0,external_node_os_.tmpdir)() : place.store;
    await (0,promises_.mkdir)(beside, { recursive: true, mode: 0o700 });
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(beside, '.saving-'));
    try {
        const { bytes, pausedMs } = await saveSnapshot({ folder, prefix: '', config, coldSeconds: 0 }, context);
        if ('file' in place)
            await (0,cache_store/* packFolder */.C)(folder, place.file);
        else {
            await (0,promises_.rm)(path, { recursive: true, force: true });
            await (0,promises_.rename)(folder, path);
        }
        return { path, bytes, pausedMs };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 7631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ packFolder),
/* harmony export */   GH: () => (/* binding */ snapshotsFolder),
/* harmony export */   HM: () => (/* binding */ unpackFolder),
/* harmony export */   J$: () => (/* binding */ imagesFolder),
/* harmony export */   tD: () => (/* binding */ bytesIn),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* unused harmony export SNAPSHOTS_VARIABLE */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6118);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1922);









/** Data of programs is where XDG has it (Base Directory Specification). */
const dataFolder = (env) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.XDG_DATA_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.local', 'share'), 'k3d');
/** Says where snapshots are, in place of the user's folder: those of a job go with the job. */
const SNAPSHOTS_VARIABLE = 'K3D_SNAPSHOTS';
/** The folder of this user's snapshots, or of this job's. */
function snapshotsFolder(env) {
    return env[SNAPSHOTS_VARIABLE] || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dataFolder(env), 'snapshots');
}
/** The folder of this user's cached images. */
function imagesFolder(env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dataFolder(env), 'images');
}
/** The names of the folders in a folder. */
async function namesIn(folder) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return [];
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
/** Bytes of the files directly in a folder. */
async function bytesIn(folder) {
    const sizes = await Promise.all((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)).map(async (name) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
}
/**
 * Writes the files of a folder as one file, compressed as its name says: `.zst`, `.gz`, or not at all. It is for its
 * owner alone. What was begun is removed when it fails.
 */
async function packFolder(folder, path) {
    const archive = (0,tar_stream__WEBPACK_IMPORTED_MODULE_7__.pack)();
    const feeding = (async () => {
        for (const name of (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)).sort()) {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
            const entry = archive.entry({ name, size: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file)).size, mode: 0o600 });
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file), entry);
        }
        archive.finalize();
    })();
    feeding.catch((error) => archive.destroy(error));
    const output = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { mode: 0o600 });
    try {
        if (path.endsWith('.zst'))
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(archive), (0,node_zlib__WEBPACK_IMPORTED_MODULE_6__.createZstdCompress)(), output);
        else if (/\.t?gz$/.test(path))
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(archive), (0,node_zlib__WEBPACK_IMPORTED_MODULE_6__.createGzip)(), output);
        else
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(archive), output);
        await feeding;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${path} can't be written: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/**
 * Unpacks what `packFolder` wrote. Only plain files, under their last names: nothing lands outside of the folder.
 * @throws UserError when it can't be read
 */
async function unpackFolder(path, folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true, mode: 0o700 });
    const unpacked = (0,tar_stream__WEBPACK_IMPORTED_MODULE_7__.extract)();
    const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path);
    const reading = path.endsWith('.zst')
        ? (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(source, (0,node_zlib__WEBPACK_IMPORTED_MODULE_6__.createZstdDecompress)(), unpacked)
        : /\.t?gz$/.test(path)
            ? (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(source, (0,node_zlib__WEBPACK_IMPORTED_MODULE_6__.createGunzip)(), unpacked)
            : (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(source, unpacked);
    reading.catch(() => undefined);
    try {
        for await (const entry of unpacked) {
            const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(entry.header.name);
            if (entry.header.type === 'file' && name !== '' && !name.startsWith('.')) {
                await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(entry), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), { mode: 0o600 }));
            }
            else
                entry.resume();
        }
        await reading;
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${path} can't be read: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 7775:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ TarFilter)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);

const BLOCK = 512;
/**
 * Passes a tar on without some of its entries, and with extended attributes added to others. What stays is passed on
 * byte by byte: tar libraries read the extended headers as text, which destroys attributes such as capabilities.
 * Format: POSIX pax, with GNU's long names (IEEE 1003.1, pax; GNU tar manual, "Basic Tar Format").
 */
class TarFilter extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform {
    #options;
    /** Bytes of an incomplete block, or of an extended header. */
    #held = [];
    #heldBytes = 0;
    /** Bytes that are needed before the next decision. */
    #wanted = BLOCK;
    /** Extended headers that belong to the next entry, header blocks and contents. */
    #extensions = [];
    #extensionHeader;
    /** Bytes of the current entry's content that have not passed yet, padding included. */
    #remaining = 0;
    #keeping = true;
    constructor(options) {
        super();
        this.#options = options;
    }
    _transform(chunk, _encoding, done) {
        try {
            let rest = chunk;
            while (rest.length > 0)
                rest = this.#remaining > 0 ? this.#passContent(rest) : this.#collect(rest);
            done();
        }
        catch (error) {
            done(error);
        }
    }
    _flush(done) {
        const cut = this.#remaining > 0 || this.#heldBytes > 0 || this.#extensions.length > 0;
        done(cut ? new Error('the archive ends in the middle of an entry') : null);
    }
    #passContent(chunk) {
        const part = chunk.subarray(0, this.#remaining);
        this.#remaining -= part.length;
        if (this.#keeping)
            this.push(part);
        return chunk.subarray(part.length);
    }
    /** Gathers the bytes that the next decision needs. @returns what is left of the chunk */
    #collect(chunk) {
        const part = chunk.subarray(0, this.#wanted - this.#heldBytes);
        this.#held.push(part);
        this.#heldBytes += part.length;
        if (this.#heldBytes === this.#wanted) {
            const block = Buffer.concat(this.#held);
            this.#held = [];
            this.#heldBytes = 0;
            this.#wanted = BLOCK;
            if (this.#extensionHeader === undefined)
                this.#header(block);
            else
                this.#extension(this.#extensionHeader, block);
        }
        return chunk.subarray(part.length);
    }
    #header(block) {
        if (block.every((byte) => byte === 0)) {
            this.push(block); // the end of the archive
            return;
        }
        if (checksumOf(block) !== octal(block, 148, 8))
            throw new Error('a header of the archive is damaged');
        const type = String.fromCharCode(block[156]);
        if ('xgLK'.includes(type)) {
            this.#extensionHeader = block;
            this.#wanted = padded(sizeOf(block));
            if (this.#wanted === 0)
                this.#extension(block, Buffer.alloc(0));
            return;
        }
        this.#entry(block, type);
    }
    #extension(header, content) {
        this.#extensionHeader = undefined;
        this.#wanted = BLOCK;
        this.#extensions.push({ type: String.fromCharCode(header[156]), header, content });
    }
    #entry(header, type) {
        const pax = this.#extensions.find((extension) => extension.type === 'x');
        const records = pax === undefined ? new Map() : paxRecords(pax.content, sizeOf(pax.header));
        const longName = this.#extensions.find((extension) => extension.type === 'L')?.content;
        const name = records.get('path') ?? (longName === undefined ? plainName(header) : text(longName));
        const hasContent = type === '0' || type === '\0' || type === '7';
        const size = hasContent ? Number(records.get('size') ?? sizeOf(header)) : 0;
        const entry = { name: name.replace(/\/+$/, ''), isFolder: type === '5', size };
        this.#remaining = padded(size);
        this.#keeping = this.#options.keep(entry);
        if (this.#keeping) {
            this.#addAttributes(this.#options.attributes?.(entry) ?? []);
            for (const extension of this.#extensions)
                this.push(Buffer.concat([extension.header, extension.content]));
            this.push(header);
        }
        this.#extensions = [];
    }
    #addAttributes(attributes) {
        if (attributes.length === 0)
            return;
        const pax = this.#extensions.find((extension) => extension.type === 'x');
        const before = pax === undefined ? Buffer.alloc(0) : pax.content.subarray(0, sizeOf(pax.header));
        const added = attributes.map((attribute) => paxRecord(`SCHILY.xattr.${attribute}`));
        const content = Buffer.concat([before, ...added]);
        const header = extensionHeader(content.length);
        const extension = { type: 'x', header, content: Buffer.concat([content], padded(content.length)) };
        this.#extensions = [...this.#extensions.filter((other) => other !== pax), extension];
    }
}
const padded = (size) => Math.ceil(size / BLOCK) * BLOCK;
/** A field's text: up to the first zero byte. */
function text(field) {
    const end = field.indexOf(0);
    return field.toString('utf8', 0, end === -1 ? field.length : end);
}
function octal(block, at, length) {
    return Number.parseInt(text(block.subarray(at, at + length)).trim() || '0', 8);
}
/** The size field; sizes over 8 GiB are binary, marked by the highest bit. */
function sizeOf(block) {
    return block[124] & 0x80 ? Number(block.readBigUInt64BE(128)) : octal(block, 124, 12);
}
function plainName(block) {
    const prefix = block.toString('latin1', 257, 262) === 'ustar' ? text(block.subarray(345, 500)) : '';
    const name = text(block.subarray(0, 100));
    return prefix === '' ? name : `${prefix}/${name}`;
}
/** The sum of a header's bytes, with its own field taken as spaces. */
function checksumOf(block) {
    let sum = 8 * 0x20;
    for (const [index, byte] of block.entries())
        if (index < 148 || index >= 156)
            sum += byte;
    return sum;
}
/** `LENGTH KEY=VALUE\n`, where the length counts itself. */
function paxRecord(record) {
    const rest = Buffer.byteLength(record) + 2;
    let length = rest + String(rest).length;
    if (rest + String(length).length !== length)
        length += 1;
    return Buffer.from(`${length} ${record}\n`);
}
function paxRecords(content, size) {
    const records = new Map();
    for (let at = 0; at < size;) {
        const space = content.indexOf(0x20, at);
        const length = Number.parseInt(content.toString('latin1', at, space), 10);
        if (!(length > 0))
            throw new Error('an extended header of the archive is damaged');
        const record = content.toString('utf8', space + 1, at + length - 1);
        const equals = record.indexOf('=');
        records.set(record.slice(0, equals), record.slice(equals + 1));
        at += length;
    }
    return records;
}
function extensionHeader(size) {
    const block = Buffer.alloc(BLOCK);
    block.write('PaxHeaders/k3d', 0);
    block.write('0000644\0', 100);
    block.write('0000000\0', 108);
    block.write('0000000\0', 116);
    block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
    block.write('00000000000\0', 136);
    block.write('x', 156);
    block.write('ustar\x0000', 257, 'latin1');
    block.write(`${checksumOf(block).toString(8).padStart(6, '0')}\0 `, 148);
    return block;
}


/***/ }),

/***/ 1298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ interruptible),
  h: () => (/* binding */ reporterOf)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
;// CONCATENATED MODULE: ./src/cli/reporter.ts
/** How a line begins that has no time. */
const SIGNS = { INFO: '', WARN: 'Warning: ', DEBUG: '  ' };
/**
 * Progress on standard error, a line each and the same in a terminal, a pipe and a CI's log, so that standard output holds
 * results only.
 */
function cliReporter({ verbose, timestamps, quiet }) {
    const write = (level, message) => {
        const sign = timestamps ? `${new Date().toISOString()} ${level.padEnd(5)} ` : SIGNS[level];
        process.stderr.write(`${sign}${message}\n`);
    };
    const progress = !quiet || verbose;
    return {
        info: (message) => progress && write('INFO', message),
        warn: (message) => write('WARN', message),
        debug: (message) => verbose && write('DEBUG', message),
        secret: () => undefined, // nothing secret is ever written
        stage: (title, work) => {
            if (progress)
                write('INFO', title);
            return work();
        },
    };
}

;// CONCATENATED MODULE: ./src/cli/session.ts


/** The reporter that a command's global flags ask for. */
function reporterOf(command) {
    const options = command.optsWithGlobals();
    return cliReporter({
        verbose: options.verbose === true || options.trace === true,
        timestamps: options.timestamps === true,
        quiet: options.quiet === true,
    });
}
/** Runs `work` with a signal that is aborted by Ctrl-C or a polite kill; a second one ends the process at once. */
async function interruptible(work) {
    const interrupted = new AbortController();
    const onSignal = (name) => {
        const reason = new errors/* InterruptedError */.p4(name);
        if (interrupted.signal.aborted)
            process.exit(reason.exitCode);
        interrupted.abort(reason);
    };
    // A failure that nobody waits for ends the work like any other: it is undone, and said in one sentence.
    const onStray = (error) => interrupted.abort(error instanceof Error ? error : new Error(String(error)));
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('unhandledRejection', onStray);
    try {
        await work(interrupted.signal);
    }
    finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('unhandledRejection', onStray);
    }
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
    /** When it was made, in milliseconds since 1970. */
    begun = Date.now();
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


/***/ })

};
