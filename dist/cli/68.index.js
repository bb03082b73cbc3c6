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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1922);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1954);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8739);
/* harmony import */ var _cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8852);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4474);












/** `k3d image import` */
async function imageImport(words, options, command) {
    const wanted = options.cluster.map((name) => (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readName */ .MQ)(name, 'flag --cluster'));
    const engine = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_10__.connectEngine)();
    const clusters = wanted.length === 0 ? [_config_defaults_js__WEBPACK_IMPORTED_MODULE_8__/* .DEFAULT_CLUSTER_NAME */ .pb] : wanted;
    const nodes = (await Promise.all(clusters.map((name) => runningNodes(engine, name)))).flat();
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'k3d-import-'));
    try {
        for (const source of await sourcesOf(words, folder))
            await (0,_cluster_importImages_js__WEBPACK_IMPORTED_MODULE_4__/* .importImages */ .W)(engine, source, nodes, (0,_run_js__WEBPACK_IMPORTED_MODULE_11__/* .reporterOf */ .hw)(command));
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
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo(`node ${stopped.name} does not run (${stopped.state}): start cluster "${name}" first`);
    }
    return nodes;
}
/** @throws UserError when a word can be neither an archive nor an image */
function imageName(word) {
    if ((0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .isImageName */ .lS)(word) || /^sha256:[0-9a-f]+$/.test(word))
        return word;
    const what = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(word) ? 'is a folder' : 'is neither an archive nor the name of an image';
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo(`${word} ${what}: give the name of an image, such as app:dev, or an archive that "docker save" wrote`);
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
        else if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(word) && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(word).isDirectory())
            sources.push({ kind: 'archive', path: word });
        else if (/\.(tar|tgz|tar\.(gz|zst))$/.test(word))
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo(`archive ${word} does not exist`);
        else
            names.push(imageName(word));
    }
    return names.length === 0 ? sources : [{ kind: 'images', names }, ...sources];
}


/***/ }),

/***/ 3189:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ imagesInArchive),
/* harmony export */   ou: () => (/* binding */ fullImageName)
/* harmony export */ });
/* unused harmony exports namesInManifest, namesInIndex */
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6118);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6556);
/* harmony import */ var _openArchive_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1924);






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
 * The names of the images in an archive, as `docker save` or an OCI tool wrote it, compressed or not. All of it is read: one
 * that was cut is found before anybody gets a part of it.
 * @throws UserError when the file can't be read or is no such archive
 */
async function imagesInArchive(path) {
    let source;
    try {
        source = await (0,_openArchive_js__WEBPACK_IMPORTED_MODULE_5__/* .openArchive */ .p)(path);
        let manifest;
        let index;
        const unpacked = (0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)();
        (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(source, unpacked).catch((error) => unpacked.destroy(error));
        for await (const entry of unpacked) {
            const name = entry.header.name.replace(/^\.\//, '');
            if (name === 'manifest.json')
                manifest = (await (0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .readAll */ .y)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(entry))).toString('utf8');
            else if (name === 'index.json')
                index = (await (0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .readAll */ .y)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(entry))).toString('utf8');
            else
                entry.resume();
        }
        if (manifest === undefined && index === undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} is no image archive: it has neither manifest.json nor index.json`);
        }
        return [...new Set([...namesInManifest(manifest), ...namesInIndex(index)].map(fullImageName))];
    }
    catch (error) {
        if (error instanceof _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo)
            throw error;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} can't be read as an image archive: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
    finally {
        source?.destroy();
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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _imageArchive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3189);
/* harmony import */ var _nodeImages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1102);
/* harmony import */ var _openArchive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1924);
/* harmony import */ var _sendArchive_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3170);





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
        const archive = source.kind === 'archive' ? await (0,_openArchive_js__WEBPACK_IMPORTED_MODULE_3__/* .openArchive */ .p)(source.path) : await engine.images.save(source.names);
        await (0,_sendArchive_js__WEBPACK_IMPORTED_MODULE_4__/* .sendArchive */ .D)(engine, archive, targets);
        await verify(engine, wanted, targets);
        await Promise.all(targets.map((node) => pin(engine, wanted, node)));
    }
    reporter.info(`${wanted.join(', ')}: imported into ${targets.length} of ${nodes.length} nodes, the others had them`);
}
/** Full name → id of images in the engine. @throws UserError naming the first that is not there */
async function checkImages(engine, names) {
    const ids = new Map();
    for (const name of names) {
        const image = await engine.images.inspect(name);
        if (image === undefined)
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`image ${name} is not in the engine: pull or build it first`);
        if (isIdOf(name, image.id))
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} is the id of an image, and nodes know images by their names: give it one with "docker tag ${name} NAME:TAG", and import that`);
        ids.set((0,_imageArchive_js__WEBPACK_IMPORTED_MODULE_1__/* .fullImageName */ .ou)(name), image.id);
    }
    return ids;
}
const isIdOf = (text, id) => /^(sha256:)?[0-9a-f]{4,64}$/.test(text) && id.replace('sha256:', '').startsWith(text.replace('sha256:', ''));
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
/**
 * Keeps the kubelet from deleting images that no pod uses at the moment: nobody could pull them again. Since 1.29 it passes
 * over those that containerd calls pinned (containerd: pkg/cri/labels); for older ones the label says nothing.
 */
async function pin(engine, names, { id }) {
    const label = ['ctr', '--namespace', 'k8s.io', 'images', 'label'];
    for (const name of names)
        await engine.containers.exec(id, [...label, name, 'io.cri-containerd.pinned=pinned']);
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
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`after the import ${problems.join('; ')}`);
}


/***/ }),

/***/ 1102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ imagesOfNode)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _sendArchive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3170);


/** The images in a node's containerd. @throws UserError when it can't be asked */
async function imagesOfNode(engine, node) {
    const { exitCode, stdout, stderr } = await engine.containers.exec(node.id, ['crictl', 'images', '-o', 'json']);
    if (exitCode !== 0)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`node ${node.name} can't list its images: ${(0,_sendArchive_js__WEBPACK_IMPORTED_MODULE_1__/* .lastLine */ .f)(stderr)}`);
    const { images = [] } = JSON.parse(stdout);
    return images.map(({ id, repoTags = [], repoDigests = [] }) => ({ id, repoTags, repoDigests }));
}


/***/ }),

/***/ 1924:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ openArchive)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_3__);




/** How compressed files begin (RFC 1952, RFC 8878). */
const KINDS = [
    { magic: Buffer.from([0x1f, 0x8b]), decompress: node_zlib__WEBPACK_IMPORTED_MODULE_3__.createGunzip },
    { magic: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), decompress: node_zlib__WEBPACK_IMPORTED_MODULE_3__.createZstdDecompress },
];
/**
 * A file, uncompressed if its first bytes say that it is compressed, whatever its name is.
 * @throws the system's error when it can't be opened
 */
async function openArchive(path) {
    const magic = await firstBytes(path, 4);
    const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path);
    const kind = KINDS.find((one) => magic.subarray(0, one.magic.length).equals(one.magic));
    // What fails comes out at the end that is read.
    return kind === undefined ? source : (0,node_stream__WEBPACK_IMPORTED_MODULE_2__.pipeline)(source, kind.decompress(), () => undefined);
}
async function firstBytes(path, count) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await file.close();
    }
}


/***/ })

};
