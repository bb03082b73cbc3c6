export const id = 69;
export const ids = [69];
export const modules = {

/***/ 5450:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   version: () => (/* binding */ version)
/* harmony export */ });
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1954);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6657);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3882);




/** `k3d version` */
function version(options) {
    const value = { 'k3d-action': _version_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION */ .x, k3d: _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .K3D_CONTRACT_VERSION */ .Pm, k3s: _config_defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_K3S_VERSION */ .h8 };
    (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .yy)(options.output, value, () => [
        `k3d-action ${_version_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION */ .x}`,
        `compatible with k3d ${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .K3D_CONTRACT_VERSION */ .Pm}`,
        `k3s ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_K3S_VERSION */ .h8} (default)`,
    ].join('\n'));
}


/***/ }),

/***/ 3848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ isReservedLabel),
/* harmony export */   Pm: () => (/* binding */ K3D_CONTRACT_VERSION),
/* harmony export */   d_: () => (/* binding */ LABEL),
/* harmony export */   uq: () => (/* binding */ APP)
/* harmony export */ });
/**
 * Names of the labels on Docker objects. They are the only state there is, and they are k3d's own, so that either
 * tool manages the other's clusters (k3d: pkg/types/types.go).
 */
const LABEL = {
    app: 'app',
    version: 'k3d.version',
    role: 'k3d.role',
    cluster: 'k3d.cluster',
    clusterURL: 'k3d.cluster.url',
    clusterToken: 'k3d.cluster.token',
    imageVolume: 'k3d.cluster.imageVolume',
    network: 'k3d.cluster.network',
    networkId: 'k3d.cluster.network.id',
    networkIPRange: 'k3d.cluster.network.iprange',
    networkExternal: 'k3d.cluster.network.external',
    hostAliases: 'k3d.cluster.start.hostaliases',
    serverLoadBalancer: 'k3d.server.loadbalancer',
    apiHost: 'k3d.server.api.host',
    apiHostIP: 'k3d.server.api.hostIP',
    apiPort: 'k3d.server.api.port',
    serverInit: 'k3d.server.init',
    staticIP: 'k3d.node.staticIP',
    /**
     * Ours: which creation made the object. A creation that fails removes what carries its own id and nothing else,
     * so that two creations of the same name can't harm each other. k3d keeps it, as it keeps all `k3d` labels.
     */
    creation: 'k3d.creation.id',
};
/** Value of the `app` label on everything that is k3d's. */
const APP = 'k3d';
/** The release of k3d whose objects ours are equal to. */
const K3D_CONTRACT_VERSION = 'v5.9.0';
/** Label keys that users can't set. */
function isReservedLabel(key) {
    return key === LABEL.app || key.startsWith('k3d.') || key.startsWith('k3s.');
}


/***/ })

};
