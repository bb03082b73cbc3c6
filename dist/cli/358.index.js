export const id = 358;
export const ids = [358];
export const modules = {

/***/ 358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kubeconfigGet: () => (/* binding */ kubeconfigGet),
/* harmony export */   kubeconfigMerge: () => (/* binding */ kubeconfigMerge)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2004);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1954);
/* harmony import */ var _contract_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(251);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(245);
/* harmony import */ var _kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9741);
/* harmony import */ var _kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4451);








/** `k3d kubeconfig get` */
async function kubeconfigGet(names, options) {
    process.stdout.write((0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .formatKubeconfig */ .hS)(mergeAll(await kubeconfigsOf(names, options))));
}
/** `k3d kubeconfig merge`: prints the path of each file that it wrote. */
async function kubeconfigMerge(names, options) {
    if (options.kubeconfigMergeDefault && options.output !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('flags --kubeconfig-merge-default and --output contradict each other: give one of them');
    }
    if (options.output === '')
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('flag --output: a path must not be empty');
    const configs = await kubeconfigsOf(names, options);
    if (options.output === '-') {
        process.stdout.write((0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .formatKubeconfig */ .hS)(mergeAll(configs)));
        return;
    }
    const written = new Set();
    for (const [name, config] of configs) {
        const path = targetPath(name, options);
        if (options.overwrite && !written.has(path))
            await (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_7__/* .writeKubeconfig */ .fQ)(path, config);
        else
            await (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_7__/* .mergeIntoFile */ .nQ)(path, config, options.kubeconfigSwitchContext, options.update);
        written.add(path);
    }
    // One line, for KUBECONFIG.
    console.log([...written].join(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter));
}
function targetPath(name, options) {
    if (options.kubeconfigMergeDefault)
        return (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_7__/* .defaultKubeconfigPath */ .St)(process.env);
    // Without a target k3d writes one file a cluster here.
    return options.output ?? (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_7__/* .ownKubeconfigPath */ .Py)(name, process.env);
}
async function kubeconfigsOf(names, { all, internal }) {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_5__.connectEngine)();
    const listed = all ? await newestFirst(engine) : names.filter((name) => name !== '');
    const wanted = all === true || listed.length > 0 ? listed : [_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CLUSTER_NAME */ .pb];
    const configs = await Promise.all(wanted.map((name) => (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterKubeconfig */ .eb)(engine, name, internal === true)));
    return new Map(wanted.map((name, index) => [name, configs[index]]));
}
/** All clusters, the newest first, as the engine lists their nodes. */
async function newestFirst(engine) {
    const clusters = new Set((await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__.listClusters)(engine)).map(({ name }) => name));
    const containers = await engine.containers.list([`${_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app}=${_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .APP */ .uq}`]);
    return [...new Set(containers.map(({ labels }) => labels[_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.cluster] ?? ''))].filter((name) => clusters.has(name));
}
function mergeAll(configs) {
    return [...configs.values()].reduce((merged, config) => (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .mergeKubeconfig */ .mS)(merged, config, true), (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyKubeconfig */ .xc)());
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
