export const id = 301;
export const ids = [301];
export const modules = {

/***/ 7301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterEdit: () => (/* binding */ clusterEdit),
/* harmony export */   nodeEdit: () => (/* binding */ nodeEdit)
/* harmony export */ });
/* harmony import */ var _cluster_balancers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1717);
/* harmony import */ var _cluster_editPorts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1766);
/* harmony import */ var _cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2028);
/* harmony import */ var _cluster_access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4102);
/* harmony import */ var _cluster_nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3108);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1922);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5750);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1954);
/* harmony import */ var _config_layers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1978);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8628);
/* harmony import */ var _docker_connect_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4001);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2471);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4474);
/* harmony import */ var _clusterCreate_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5394);














/** `k3d cluster edit` */
async function clusterEdit(name, options, command) {
    await edit(async () => name ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_CLUSTER_NAME */ .pb, options, command);
}
/** `k3d node edit`: of a cluster's nodes, load balancers alone can be changed. */
async function nodeEdit(name, options, command) {
    await edit(async () => {
        const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_8__.connectEngine)();
        const node = await (0,_cluster_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .needNode */ .j)(engine, name);
        const cluster = await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_2__/* .needCluster */ .N0)(engine, node.cluster);
        if ((0,_cluster_balancers_js__WEBPACK_IMPORTED_MODULE_0__/* .balancersOf */ .BW)(cluster).some(({ id }) => id === node.id))
            return cluster.name;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UserError */ .yo(`node ${node.name} is no load balancer: ports of a ${node.role} can't be changed`);
    }, options, command);
}
async function edit(findName, options, command) {
    const add = options.portAdd.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_6__/* .readFilteredText */ .Jc)(text, 'flag --port-add'));
    const remove = options.portDelete.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_6__/* .readFilteredText */ .Jc)(text, 'flag --port-delete'));
    if (add.length + remove.length === 0) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UserError */ .yo('nothing to change: give --port-add or --port-delete, e.g. --port-add 8080:80@loadbalancer');
    }
    for (const { value, where } of [...add, ...remove])
        (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_7__/* .parsePortSpec */ .qy)(value, _plan_names_js__WEBPACK_IMPORTED_MODULE_9__/* .LOOPBACK */ .Ws, where);
    const image = (0,_clusterCreate_js__WEBPACK_IMPORTED_MODULE_11__.readConfigs)(undefined, undefined, []).clusters[0]?.loadBalancerImage ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULTS */ .zY.loadBalancerImage;
    const reporter = (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .reporterOf */ .hw)(command);
    await (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .interruptible */ .In)(async (signal) => {
        const name = await findName();
        const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_8__.connectEngine)();
        const cluster = await (0,_cluster_lifecycle_js__WEBPACK_IMPORTED_MODULE_2__/* .needCluster */ .N0)(engine, name);
        (0,_cluster_access_js__WEBPACK_IMPORTED_MODULE_3__/* .runningServer */ .T)(cluster);
        await (0,_cluster_editPorts_js__WEBPACK_IMPORTED_MODULE_1__/* .editPorts */ .z)(cluster, { add, remove, image }, { engine, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_13__/* .Timeline */ .K(), signal });
        reporter.info(`Cluster ${name} is changed`);
    });
}


/***/ })

};
