export const id = 585;
export const ids = [585];
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
/* harmony import */ var _cluster_containers_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5668);
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
/** The folder of this user's snapshots. */
function snapshotsFolder(env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dataFolder(env), 'snapshots');
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

/***/ 1585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterReset: () => (/* binding */ clusterReset)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/cluster/create/index.ts + 6 modules
var create = __webpack_require__(3619);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 10 modules
var find = __webpack_require__(9645);
// EXTERNAL MODULE: ./src/cluster/remove/index.ts + 2 modules
var remove = __webpack_require__(7745);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/contract/labels.ts
var labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/plan/upgrade.ts
var upgrade = __webpack_require__(5587);
// EXTERNAL MODULE: ./src/cache/platform.ts
var platform = __webpack_require__(451);
// EXTERNAL MODULE: ./src/cache/snapshot/manifest.ts
var snapshot_manifest = __webpack_require__(3886);
// EXTERNAL MODULE: ./src/cache/snapshot/restore.ts
var restore = __webpack_require__(4173);
;// CONCATENATED MODULE: ./src/cache/snapshot/reset.ts














/**
 * What it takes to bring a cluster back to a snapshot of it, under the same name, token and ports.
 * @param folder of the snapshot
 * @throws UserError when there is no such cluster; SeedError when the snapshot can't be used or is of another cluster
 */
async function planReset(name, folder, timeoutMs, engine) {
    const cluster = await (0,find/* needCluster */.N0)(engine, name);
    const manifest = await (0,snapshot_manifest/* readManifest */.WI)(folder, '', await (0,platform/* platformOf */.t)(engine));
    if (manifest.token !== cluster.token) {
        throw new errors/* UserError */.yo(`snapshot ${folder} is of another cluster than "${name}", whose clients could not go on: make a new one of it with "k3d snapshot restore"`);
    }
    const { api } = cluster;
    const kept = { ...(0,restore/* keptConfig */.RX)(manifest), name, timeoutMs, apiHost: api?.host, apiPort: api?.port };
    const ports = await withChosenPorts(kept.ports, cluster, engine);
    const config = { ...kept, ports, ...(api === undefined ? {} : { apiHostIP: api.hostIP }) };
    const creation = (0,find/* nodesOf */.Nh)(cluster, 'server')[0]?.labels[labels/* LABEL */.d_.creation];
    if (creation === undefined)
        throw new errors/* UserError */.yo(`cluster "${name}" was made by k3d, and can't be reset by this program`);
    return { cluster, folder, manifest, config, creation };
}
/** Ports that the engine has chosen are the ones that it has chosen. */
async function withChosenPorts(ports, cluster, engine) {
    const nodes = await Promise.all(cluster.nodes.map(({ id }) => engine.containers.inspect(id)));
    return ports.map((entry) => {
        const [, ip = '', port = '', protocol] = /^(.*:)?0?:(\d+)\/(\w+)$/.exec(entry.value) ?? [];
        const isPublished = (one) => one.containerPort === Number(port) && one.protocol === protocol;
        const chosen = protocol && nodes.flatMap((node) => node?.ports ?? []).find(isPublished);
        return chosen ? { ...entry, value: `${ip}${chosen.hostPort}:${port}/${protocol}` } : entry;
    });
}
/**
 * Removes the cluster and makes it anew from its snapshot.
 * @throws UserError when it could not be made anew; it is gone then, and the snapshot is still there
 */
async function resetCluster(plan, context) {
    const { engine, reporter, timeline } = context;
    const { name } = plan.cluster;
    const files = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'k3d-reset-'));
    try {
        const carried = await timeline.run('keep files', () => keepFiles(plan.cluster, files, engine));
        context.signal.throwIfAborted();
        const removal = await timeline.run('remove', () => (0,remove/* deleteCluster */.eO)(engine, name));
        if (removal.problems.length > 0)
            throw new errors/* UserError */.yo(removal.problems.join('; '));
        const config = await (0,restore/* withRegistryPorts */.WH)(plan.config, plan.manifest, engine);
        const seed = withFiles((0,restore/* seedFrom */.wX)(plan.folder, plan.manifest, config), carried);
        return await (0,create/* createCluster */.Xn)(config, plan.creation, context, seed);
    }
    catch (error) {
        context.signal.throwIfAborted();
        throw new errors/* UserError */.yo(`cluster "${name}" can't be made anew: ${(0,errors/* messageOf */.bD)(error)}; its snapshot is still in ${plan.folder}`, { cause: error });
    }
    finally {
        await (0,promises_.rm)(files, { recursive: true, force: true });
        reporter.debug(`removed ${files}`);
    }
}
/** What every node of ours is given when it is made, and what is in the snapshot. */
const MADE_ANEW = /^\/((usr\/)?bin\/k3d-|etc\/(rancher|k3d-[^/]*|cni)(\/|$)|(output|root|lib|usr\/libexec)(\/|$))/;
/** Keeps what somebody has put into the nodes: it is in no volume, and so in no snapshot. */
async function keepFiles(cluster, folder, engine) {
    const kept = [];
    for (const { id, name } of cluster.nodes.filter(find/* isK3sNode */.S)) {
        const mounts = ((await engine.containers.inspect(id))?.mounts ?? []).map(({ target }) => target);
        const added = (await engine.containers.changes(id)).added.filter((path) => !MADE_ANEW.test(path));
        for (const path of (0,upgrade/* carriedPaths */.Vl)(added, mounts)) {
            const archive = await engine.containers.getArchive(id, path);
            if (archive === undefined)
                continue;
            const tar = (0,external_node_path_.join)(folder, String(kept.length));
            await (0,external_node_stream_promises_.pipeline)(archive, (0,external_node_fs_.createWriteStream)(tar, { mode: 0o600 }));
            kept.push({ node: name, path, tar });
        }
    }
    return kept;
}
function withFiles(seed, files) {
    return {
        ...seed,
        fill: async (node, engine) => {
            await seed.fill(node, engine);
            for (const { path, tar } of files.filter((file) => file.node === node.name))
                await engine.containers.putArchive(node.name, external_node_path_.posix.dirname(path), (0,external_node_fs_.createReadStream)(tar));
        },
    };
}

// EXTERNAL MODULE: ./src/cluster/dind/index.ts + 3 modules
var dind = __webpack_require__(245);
// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/timeline.ts
var common_timeline = __webpack_require__(5750);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
// EXTERNAL MODULE: ./src/cli/needSnapshot.ts
var needSnapshot = __webpack_require__(5288);
// EXTERNAL MODULE: ./src/cli/output.ts
var output = __webpack_require__(6657);
// EXTERNAL MODULE: ./src/cli/session.ts + 1 modules
var session = __webpack_require__(1298);
;// CONCATENATED MODULE: ./src/cli/commands/clusterReset.ts










/** `k3d cluster reset` */
async function clusterReset(given, options, command) {
    const name = (0,scalars/* readName */.MQ)(given ?? defaults/* DEFAULT_CLUSTER_NAME */.pb, 'argument NAME');
    const snapshot = options.to === undefined ? name : (0,scalars/* readName */.MQ)(options.to, 'flag --to');
    const timeoutMs = (0,scalars/* readTimeout */.OW)(options.timeout, 'flag --timeout');
    const reporter = (0,session/* reporterOf */.h)(command);
    const folder = await (0,needSnapshot/* needSnapshot */.V)(snapshot);
    await (0,session/* interruptible */.I)(async (signal) => {
        const timeline = new common_timeline/* Timeline */.K();
        const engine = await (0,dind.connectEngine)();
        const plan = await planReset(name, folder, timeoutMs, engine);
        if (options.dryRun !== true) {
            await resetCluster(plan, { engine, reporter, timeline, signal });
            reporter.debug(`where the time went:\n${(0,common_timeline/* renderTimeline */.s)(timeline.phases)}`);
            reporter.info(`Cluster ${name} is as it was after ${(0,duration/* formatDuration */.a)(timeline.now())}`);
        }
        const verb = options.dryRun === true ? 'would go' : 'is';
        (0,output/* print */.y)(options.output, summaryOf(plan, snapshot), () => asText(plan, snapshot, verb));
    });
}
/** What is done, for programs. */
const summaryOf = ({ cluster, manifest }, snapshot) => ({
    cluster: cluster.name,
    snapshot,
    created: manifest.created,
    removes: cluster.nodes.filter(find/* isK3sNode */.S).map(({ name }) => name),
    nodes: manifest.nodes.filter(({ role }) => role !== 'registry').length,
});
const asText = ({ cluster, manifest }, snapshot, verb) => `cluster ${cluster.name} ${verb} back to snapshot ${snapshot} of ${manifest.created}`;


/***/ }),

/***/ 5288:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ needSnapshot)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cache_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7631);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7535);




/** The folder of a snapshot that was kept under a name. @throws UserError when there is none, naming the nearest */
async function needSnapshot(name) {
    const store = (0,_cache_store_js__WEBPACK_IMPORTED_MODULE_1__/* .snapshotsFolder */ .GH)(process.env);
    const known = (await (0,_cache_store_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(store)).filter((one) => !one.startsWith('.'));
    if (known.includes(name))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(store, name);
    const hint = known.length === 0 ? '; there are none' : (0,_common_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(name, known);
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`snapshot "${name}" does not exist${hint}`);
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
