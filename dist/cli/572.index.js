export const id = 572;
export const ids = [572];
export const modules = {

/***/ 9572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterDelete: () => (/* binding */ clusterDelete)
/* harmony export */ });
/* harmony import */ var _cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2315);
/* harmony import */ var _cluster_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7567);
/* harmony import */ var _cluster_remove_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1672);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1954);
/* harmony import */ var _cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8852);
/* harmony import */ var _kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4451);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4474);
/* harmony import */ var _clusterCreate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(633);









/** `k3d cluster delete` */
async function clusterDelete(names, options, command) {
    const reporter = (0,_run_js__WEBPACK_IMPORTED_MODULE_7__/* .reporterOf */ .hw)(command);
    const wanted = options.config === undefined ? names : [...names, ...namesInFile(options.config)];
    const engine = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_5__.connectEngine)();
    const clusters = options.all ? (await (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__.listClusters)(engine)).map((cluster) => cluster.name) : wanted;
    if (options.all && clusters.length === 0)
        reporter.info('There are no clusters');
    const targets = options.all || clusters.length > 0 ? clusters : [_config_defaults_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_CLUSTER_NAME */ .pb];
    // One after the other for the sake of the output; within a cluster all goes at once.
    for (const name of targets)
        await deleteOne(engine, name, reporter);
    const dind = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_5__/* .removeEmptyDind */ .lp)(engine, process.env);
    if (dind !== undefined)
        reporter.info(`Container ${dind}, which held the engine, is removed too`);
}
function namesInFile(config) {
    return (0,_clusterCreate_js__WEBPACK_IMPORTED_MODULE_8__.readConfigs)(undefined, config, []).clusters.map(({ name }) => name);
}
async function deleteOne(engine, name, reporter) {
    const removal = await (0,_cluster_remove_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteCluster */ .eO)(engine, name);
    if ((0,_cluster_remove_js__WEBPACK_IMPORTED_MODULE_2__/* .foundNothing */ .Om)(removal))
        throw await (0,_cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownCluster */ .xE)(engine, name);
    for (const path of (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_6__/* .kubeconfigPaths */ .OH)(process.env))
        await (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_6__/* .removeFromFile */ .h3)(path, name);
    if (removal.problems.length > 0) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`cluster "${name}" could not be deleted completely: ${removal.problems.join('; ')}`);
    }
    reporter.info(`Cluster ${name} is deleted (${removal.containers.length} nodes)`);
}


/***/ })

};
