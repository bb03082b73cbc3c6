export const id = 673;
export const ids = [673];
export const modules = {

/***/ 3673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterList: () => (/* binding */ clusterList),
/* harmony export */   nodeList: () => (/* binding */ nodeList)
/* harmony export */ });
/* harmony import */ var _cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2315);
/* harmony import */ var _cluster_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7567);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _docker_connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6657);





/** `k3d cluster list` */
async function clusterList(names, options) {
    const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .connectEngine */ .x)();
    const all = await (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .listClusters */ .Ug)(engine);
    const missing = names.find((name) => !all.some((cluster) => cluster.name === name));
    if (missing !== undefined)
        throw await (0,_cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownCluster */ .xE)(engine, missing);
    const clusters = names.length === 0 ? all : all.filter((cluster) => names.includes(cluster.name));
    const header = ['NAME', 'SERVERS', 'AGENTS', 'LOADBALANCER', ...(options.token ? ['TOKEN'] : [])];
    (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .yy)(options.output, clusters.map((cluster) => clusterValue(cluster, options.token === true)), () => (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(header, clusters.map((cluster) => clusterRow(cluster, options.token === true)), options.headers));
}
function running(nodes) {
    return `${nodes.filter((node) => node.state === 'running').length}/${nodes.length}`;
}
function clusterRow(cluster, token) {
    const hasLoadBalancer = (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, 'loadbalancer').length > 0;
    const row = [
        cluster.name,
        running((0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, 'server')),
        running((0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, 'agent')),
        String(hasLoadBalancer),
    ];
    return token ? [...row, cluster.token] : row;
}
function clusterValue(cluster, token) {
    const count = (role) => (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, role).length;
    const up = (role) => (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, role).filter((node) => node.state === 'running').length;
    return {
        name: cluster.name,
        serversRunning: up('server'),
        serversCount: count('server'),
        agentsRunning: up('agent'),
        agentsCount: count('agent'),
        hasLoadbalancer: (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(cluster, 'loadbalancer').length > 0,
        network: cluster.network,
        api: cluster.api,
        ...(token ? { token: cluster.token } : {}),
        nodes: cluster.nodes.map(nodeValue),
    };
}
/** `k3d node list` */
async function nodeList(names, options) {
    const all = await (0,_cluster_model_js__WEBPACK_IMPORTED_MODULE_1__/* .listNodes */ .iR)(await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .connectEngine */ .x)());
    const missing = names.find((name) => !all.some((node) => matches(node, name)));
    if (missing !== undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`node "${missing}" does not exist: see "k3d node list"`);
    const nodes = names.length === 0 ? all : all.filter((node) => names.some((name) => matches(node, name)));
    (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .yy)(options.output, nodes.map(nodeValue), () => (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['NAME', 'ROLE', 'CLUSTER', 'STATUS'], nodes.map(({ name, role, cluster, state }) => [name, role, cluster, state]), options.headers));
}
/** k3d finds a node by its name with or without the prefix. */
function matches(node, name) {
    return node.name === name || node.name === `k3d-${name}`;
}
function nodeValue({ name, role, cluster, state, image, ports }) {
    return { name, role, cluster, state, image, ports };
}


/***/ })

};
