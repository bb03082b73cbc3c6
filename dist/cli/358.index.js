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
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2315);
/* harmony import */ var _cluster_model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7567);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1922);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1954);
/* harmony import */ var _docker_connect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79);
/* harmony import */ var _kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9741);
/* harmony import */ var _kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4451);









/** `k3d kubeconfig get` */
async function kubeconfigGet(names, options) {
    process.stdout.write((0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .formatKubeconfig */ .hS)(mergeAll(await kubeconfigsOf(names, options.all === true))));
}
/** `k3d kubeconfig merge`: prints the path of each file that it wrote. */
async function kubeconfigMerge(names, options) {
    if (options.kubeconfigMergeDefault && options.output !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo('flags --kubeconfig-merge-default and --output contradict each other: give one of them');
    }
    const configs = await kubeconfigsOf(names, options.all === true);
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
            await (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_7__/* .mergeIntoFile */ .nQ)(path, config, options.kubeconfigSwitchContext);
        written.add(path);
    }
    for (const path of written)
        console.log(path);
}
function targetPath(name, options) {
    if (options.kubeconfigMergeDefault)
        return (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_7__/* .defaultKubeconfigPath */ .St)(process.env);
    // Without a target k3d writes one file a cluster here.
    return (options.output ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(process.env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.config'), 'k3d', `kubeconfig-${name}.yaml`));
}
async function kubeconfigsOf(names, all) {
    const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_5__/* .connectEngine */ .x)();
    const listed = all ? (await (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_3__/* .listClusters */ .Ug)(engine)).map((cluster) => cluster.name) : names;
    const wanted = all || listed.length > 0 ? listed : [_config_defaults_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_CLUSTER_NAME */ .pb];
    const configs = await Promise.all(wanted.map((name) => (0,_cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterKubeconfig */ .eb)(engine, name)));
    return new Map(wanted.map((name, index) => [name, configs[index]]));
}
function mergeAll(configs) {
    return [...configs.values()].reduce((merged, config) => (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .mergeKubeconfig */ .mS)(merged, config, true), (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyKubeconfig */ .xc)());
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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1922);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9741);








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
/** Merges a cluster's entries into a kubeconfig file, which is made if need be. @throws UserError if that can't be done */
function mergeIntoFile(path, added, switchContext) {
    return updateFile(path, (config) => (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .mergeKubeconfig */ .mS)(config, added, switchContext));
}
/** Takes a cluster's entries out of a kubeconfig file. A file that is not there needs no change. */
async function removeFromFile(path, cluster) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return;
    await updateFile(path, (config) => (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutCluster */ .TM)(config, cluster));
}
/** Writes a kubeconfig file anew, readable by its owner only. */
async function writeKubeconfig(path, config) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path), { recursive: true });
    await replaceFile(path, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .formatKubeconfig */ .hS)(config));
}
/**
 * Reads, changes and replaces a kubeconfig under a lock of our own, so that two of us can't lose each other's
 * entries. The file is replaced by a rename: whoever reads it sees the old or the new one, never half of it.
 */
async function updateFile(path, change) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path), { recursive: true });
        // Through a link, so that the link stays one.
        const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path) : path;
        const release = await proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default().lock(target, {
            realpath: false,
            lockfilePath: `${target}.k3d-lock`,
            stale: 10_000,
            retries: { retries: 60, minTimeout: 50, maxTimeout: 500 },
        });
        try {
            const config = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(target) ? (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .parseKubeconfig */ .DU)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(target, 'utf8'), target) : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyKubeconfig */ .xc)();
            await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .formatKubeconfig */ .hS)(change(config)));
        }
        finally {
            await release();
        }
    }
    catch (error) {
        if (error instanceof _common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo)
            throw error;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function replaceFile(path, text) {
    const part = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.part`;
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(part, 'wx', 0o600);
        try {
            await file.writeFile(text);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(part, path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(path, 0o600);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(part, { force: true });
        throw error;
    }
}


/***/ })

};
