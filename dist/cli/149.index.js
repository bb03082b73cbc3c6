export const id = 149;
export const ids = [149];
export const modules = {

/***/ 2149:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshotDelete: () => (/* binding */ snapshotDelete),
/* harmony export */   snapshotList: () => (/* binding */ snapshotList),
/* harmony export */   snapshotRestore: () => (/* binding */ snapshotRestore),
/* harmony export */   snapshotSave: () => (/* binding */ snapshotSave)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _cache_platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(451);
/* harmony import */ var _cache_snapshot_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3886);
/* harmony import */ var _cache_snapshot_restore_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4173);
/* harmony import */ var _cache_snapshot_stored_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4185);
/* harmony import */ var _cache_store_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7631);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2004);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1954);
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5541);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1922);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(5750);
/* harmony import */ var _config_layers_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1978);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8628);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(6167);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(245);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(7662);
/* harmony import */ var _common_table_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(6513);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(6657);
/* harmony import */ var _createAndMerge_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(2083);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(1298);
/* harmony import */ var _common_size_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(6364);
























/** `k3d snapshot save` */
async function snapshotSave(name, options, command) {
    const named = options.cluster === undefined ? undefined : (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_15__/* .readName */ .MQ)(options.cluster, 'flag --cluster');
    checkFile(options.file);
    if (name !== undefined && options.file !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UserError */ .yo('argument NAME and flag --file contradict each other: a snapshot is kept in one place');
    }
    const wanted = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_15__/* .readName */ .MQ)(name ?? named ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_10__/* .DEFAULT_CLUSTER_NAME */ .pb, 'argument NAME');
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_20__/* .reporterOf */ .h)(command);
    const { file, overwrite } = options;
    const place = file === undefined ? { store: (0,_cache_store_js__WEBPACK_IMPORTED_MODULE_8__/* .snapshotsFolder */ .GH)(process.env), name: wanted } : { file };
    (0,_cache_snapshot_stored_js__WEBPACK_IMPORTED_MODULE_7__/* .checkPlace */ .uD)(place, overwrite, '--overwrite');
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_20__/* .interruptible */ .I)(async (signal) => {
        const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_16__.connectEngine)();
        const cluster = await clusterToSave(engine, named, name);
        const config = await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_9__/* .describeCluster */ .K$)(engine, cluster);
        const context = { engine, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_21__/* .Timeline */ .K(), signal };
        const { path, bytes, pausedMs } = await (0,_cache_snapshot_stored_js__WEBPACK_IMPORTED_MODULE_7__/* .keepSnapshot */ .ic)(config, place, context);
        const size = (0,_common_size_js__WEBPACK_IMPORTED_MODULE_22__/* .megabytes */ .i)(bytes);
        reporter.info(`Kept ${cluster.name} in ${path}: ${size}; its nodes were paused for ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_11__/* .formatDuration */ .a)(pausedMs)}`);
    });
}
/** The cluster that --cluster names, else the one that is called as the snapshot is to be, else the usual one. */
async function clusterToSave(engine, named, snapshot) {
    const alike = named === undefined && snapshot !== undefined ? await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_9__/* .findCluster */ .KG)(engine, snapshot) : undefined;
    return alike ?? (await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_9__/* .needCluster */ .N0)(engine, named ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_10__/* .DEFAULT_CLUSTER_NAME */ .pb));
}
/** `k3d snapshot restore` */
async function snapshotRestore(name, options, command) {
    const changes = readChanges(options);
    checkFile(options.file);
    if ((name === undefined) === (options.file === undefined)) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UserError */ .yo('missing snapshot name: give one, or a file with --file');
    }
    const unpacked = options.file === undefined ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'k3d-snapshot-'));
    try {
        if (unpacked !== undefined)
            await (0,_cache_store_js__WEBPACK_IMPORTED_MODULE_8__/* .unpackFolder */ .HM)(options.file, unpacked);
        const folder = unpacked ?? (await (0,_cache_snapshot_stored_js__WEBPACK_IMPORTED_MODULE_7__/* .needSnapshot */ .V)((0,_cache_store_js__WEBPACK_IMPORTED_MODULE_8__/* .snapshotsFolder */ .GH)(process.env), name));
        await (0,_session_js__WEBPACK_IMPORTED_MODULE_20__/* .interruptible */ .I)(async (signal) => {
            const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_16__.connectEngine)();
            const manifest = await (0,_cache_snapshot_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .readManifest */ .WI)(folder, '', await (0,_cache_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .platformOf */ .t)(engine));
            const config = await (0,_cache_snapshot_restore_js__WEBPACK_IMPORTED_MODULE_6__/* .withRegistryPorts */ .WH)({ ...(0,_cache_snapshot_restore_js__WEBPACK_IMPORTED_MODULE_6__/* .keptConfig */ .RX)(manifest), apiHost: undefined, apiPort: undefined, ...changes }, manifest, engine);
            const seeds = [(0,_cache_snapshot_restore_js__WEBPACK_IMPORTED_MODULE_6__/* .seedFrom */ .wX)(folder, manifest, config)];
            await (0,_createAndMerge_js__WEBPACK_IMPORTED_MODULE_19__/* .createAndMerge */ .G)(engine, [config], (0,_session_js__WEBPACK_IMPORTED_MODULE_20__/* .reporterOf */ .h)(command), signal, seeds);
        });
    }
    finally {
        if (unpacked !== undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(unpacked, { recursive: true, force: true });
    }
}
function checkFile(file) {
    if (file === '')
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UserError */ .yo('flag --file: a path must not be empty');
}
/** What the flags say of the cluster that is to be made. */
function readChanges(options) {
    const changes = { timeoutMs: (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_15__/* .readTimeout */ .OW)(options.timeout, 'flag --timeout') };
    if (options.cluster !== undefined)
        changes.name = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_15__/* .readName */ .MQ)(options.cluster, 'flag --cluster');
    const ports = options.port.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_13__/* .readFilteredText */ .Jc)(text, 'flag --port'));
    for (const { value, where } of ports)
        (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_14__/* .parsePortSpec */ .qy)(value, _contract_names_js__WEBPACK_IMPORTED_MODULE_17__/* .LOOPBACK */ .Ws, where);
    if (options.noPorts || ports.length > 0)
        changes.ports = ports;
    if (options.apiPort === undefined)
        return changes;
    const { host, hostIP, port } = (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_14__/* .parseApiPort */ .rk)(options.apiPort, 'flag --api-port');
    return { ...changes, apiHost: host, apiPort: port, ...(hostIP === undefined ? {} : { apiHostIP: hostIP }) };
}
/** `k3d snapshot list` */
async function snapshotList(options) {
    const store = (0,_cache_store_js__WEBPACK_IMPORTED_MODULE_8__/* .snapshotsFolder */ .GH)(process.env);
    const platform = await (0,_cache_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .platformOf */ .t)(await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_16__.connectEngine)());
    const names = await (0,_cache_snapshot_stored_js__WEBPACK_IMPORTED_MODULE_7__/* .storedSnapshots */ .ZX)(store);
    const snapshots = await Promise.all(names.map(async (name) => {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store, name);
        const manifest = await (0,_cache_snapshot_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .readManifest */ .WI)(folder, '', platform).catch(() => undefined);
        const { cluster = '', image = 'unusable', created = '' } = manifest ?? {};
        return { name, cluster, image, created, bytes: await (0,_cache_store_js__WEBPACK_IMPORTED_MODULE_8__/* .bytesIn */ .tD)(folder) };
    }));
    (0,_output_js__WEBPACK_IMPORTED_MODULE_18__/* .print */ .y)(options.output, snapshots, () => (0,_common_table_js__WEBPACK_IMPORTED_MODULE_23__/* .table */ .t)(['NAME', 'CLUSTER', 'IMAGE', 'SIZE', 'CREATED'], snapshots.map(({ name, cluster, image, bytes, created }) => [
        ...[name, cluster, image],
        (0,_common_size_js__WEBPACK_IMPORTED_MODULE_22__/* .megabytes */ .i)(bytes),
        created,
    ]), !options.noHeaders));
}
/** `k3d snapshot delete` */
async function snapshotDelete(names, options, command) {
    const store = (0,_cache_store_js__WEBPACK_IMPORTED_MODULE_8__/* .snapshotsFolder */ .GH)(process.env);
    const wanted = options.all ? await (0,_cache_store_js__WEBPACK_IMPORTED_MODULE_8__/* .namesIn */ .wX)(store) : names;
    if (wanted.length === 0 && !options.all)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UserError */ .yo('missing snapshot names: give some, or --all');
    const folders = await Promise.all(wanted.map(async (name) => (options.all ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store, name) : await (0,_cache_snapshot_stored_js__WEBPACK_IMPORTED_MODULE_7__/* .needSnapshot */ .V)(store, name))));
    for (const folder of folders) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
        (0,_session_js__WEBPACK_IMPORTED_MODULE_20__/* .reporterOf */ .h)(command).info(`Deleted ${folder}`);
    }
}


/***/ }),

/***/ 2083:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createAndMerge)
/* harmony export */ });
/* harmony import */ var _cluster_create_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1369);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2004);
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5750);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7662);
/* harmony import */ var _kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4451);






/**
 * Creates clusters and brings them into the default kubeconfig, as each of them has it.
 * @param seeds what each is given, by position
 */
async function createAndMerge(engine, clusters, reporter, signal, seeds = []) {
    const timelines = clusters.map(() => new _common_timeline_js__WEBPACK_IMPORTED_MODULE_5__/* .Timeline */ .K());
    const creations = clusters.map((config, index) => ({
        config,
        creation: (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__/* .newCreationId */ .bX)(),
        context: { engine, reporter, timeline: timelines[index], signal },
        seed: seeds[index],
    }));
    const created = await (0,_cluster_create_index_js__WEBPACK_IMPORTED_MODULE_0__/* .createClusters */ ._Z)(creations);
    for (const [index, config] of clusters.entries()) {
        const cluster = created[index];
        if (config.updateDefaultKubeconfig) {
            await (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeIntoFile */ .nQ)((0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultKubeconfigPath */ .St)(process.env), cluster.kubeconfig, config.switchCurrentContext);
        }
        reporter.debug(`where the time went:\n${(0,_common_timeline_js__WEBPACK_IMPORTED_MODULE_5__/* .renderTimeline */ .s)(timelines[index].phases)}`);
        const state = config.wait.size > 0 ? `is ready after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(cluster.readyMs)}` : 'is starting';
        reporter.info(`Cluster ${config.name} ${state}: ${cluster.apiURL}`);
        reporter.info(nextStep(config, index === clusters.length - 1));
    }
}
/** What to type now. @param isLast whether the current context is still this cluster's */
function nextStep({ name, updateDefaultKubeconfig, switchCurrentContext }, isLast) {
    if (!updateDefaultKubeconfig)
        return `Get its kubeconfig with: k3d kubeconfig get ${name}`;
    return `Try it: kubectl ${switchCurrentContext && isLast ? '' : `--context ${(0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .contextName */ .fW)(name)} `}get nodes`;
}


/***/ }),

/***/ 4451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OH: () => (/* binding */ kubeconfigPaths),
/* harmony export */   Py: () => (/* binding */ ownKubeconfigPath),
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
/** The file of one cluster alone, where k3d writes it. */
const ownKubeconfigPath = (cluster, env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.config'), 'k3d', `kubeconfig-${cluster}.yaml`);
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
 * Reads, changes and replaces a kubeconfig under a lock, so that two programs can't lose each other's entries. The file is replaced by a rename: whoever reads it sees the old or the new one, never half of it.
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
/**
 * The lock lies beside the file, where kubectl and every client-go program have theirs (client-go: clientcmd/config.go), or
 * where everybody may write if nobody may there.
 */
async function lock(target) {
    const acquire = (lockfilePath) => proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default().lock(target, {
        realpath: false,
        lockfilePath,
        stale: STALE_MS,
        retries: { retries: 60, minTimeout: 50, maxTimeout: 500 },
    });
    const path = `${target}.lock`;
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
    // Theirs is a file and ours a folder: one that was left by a program that was killed is not ours to remove.
    if (there?.isFile() && Date.now() - there.mtimeMs > STALE_MS)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${target} is locked by ${path}: delete that file if no program is using it`);
    try {
        // Asked first: the library would try again and again.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.W_OK);
        return await acquire(path);
    }
    catch (error) {
        if (!UNWRITABLE.includes(codeOf(error)))
            throw error;
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(target).digest('hex').slice(0, 16);
        return acquire((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), `k3d-kubeconfig-${digest}.lock`));
    }
}
/** A lock that nobody has touched for so long was left, in milliseconds: changing a kubeconfig takes far less. */
const STALE_MS = 10_000;
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


/***/ })

};
