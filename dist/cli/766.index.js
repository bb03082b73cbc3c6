export const id = 766;
export const ids = [766];
export const modules = {

/***/ 6766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   balancerConfig: () => (/* binding */ balancerConfig),
/* harmony export */   runtimeInfo: () => (/* binding */ runtimeInfo)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(245);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2004);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);




/** `k3d runtime-info` */
async function runtimeInfo() {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_1__.connectEngine)();
    const [{ version, os, arch }, system] = await Promise.all([engine.info(), engine.system()]);
    process.stdout.write((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({
        name: 'docker',
        endpoint: engine.endpoint.description.replace(/^unix:\/\//, ''),
        version,
        ostype: os,
        os: system.operatingSystem,
        arch,
        cgroupversion: String(system.cgroupVersion),
        cgroupdriver: system.cgroupDriver,
        filesystem: system.storageDriver,
    }));
}
/** `k3d debug loadbalancer get-config` */
async function balancerConfig(name) {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_1__.connectEngine)();
    const [balancer] = (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_2__/* .nodesOf */ .Nh)(await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_2__/* .needCluster */ .N0)(engine, name), 'loadbalancer');
    if (balancer === undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`cluster "${name}" has no load balancer`);
    console.log((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_2__/* .configOf */ .W1)(engine, balancer)));
}


/***/ })

};
