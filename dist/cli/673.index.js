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
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2004);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(245);
/* harmony import */ var _common_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6513);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6657);





/** `k3d cluster list` */
async function clusterList(names, options) {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__.connectEngine)();
    const all = await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__.listClusters)(engine);
    const missing = names.find((name) => !all.some((cluster) => cluster.name === name));
    if (missing !== undefined)
        throw await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownCluster */ .xE)(engine, missing);
    const clusters = names.length === 0 ? all : all.filter((cluster) => names.includes(cluster.name));
    const header = ['NAME', 'SERVERS', 'AGENTS', 'LOADBALANCER', ...(options.token ? ['TOKEN'] : [])];
    const shown = { token: options.token === true, named: names.length > 0 };
    const values = options.output === 'table' ? [] : await Promise.all(clusters.map((one) => (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterValue */ .CV)(engine, one, shown)));
    (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .y)(options.output, values, () => (0,_common_table_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .t)(header, clusters.map((cluster) => clusterRow(cluster, options.token === true)), !options.noHeaders));
}
function running(nodes) {
    return `${nodes.filter((node) => node.state === 'running').length}/${nodes.length}`;
}
function clusterRow(cluster, token) {
    const hasLoadBalancer = (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(cluster, 'loadbalancer').length > 0;
    const row = [
        cluster.name,
        running((0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(cluster, 'server')),
        running((0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(cluster, 'agent')),
        String(hasLoadBalancer),
    ];
    return token ? [...row, cluster.token] : row;
}
/** `k3d node list` */
async function nodeList(names, options) {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__.connectEngine)();
    const all = await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__.listNodes)(engine);
    const missing = names.find((name) => !all.some((node) => matches(node, name)));
    if (missing !== undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`node "${missing}" does not exist: see "k3d node list"`);
    const nodes = names.length === 0 ? all : all.filter((node) => names.some((name) => matches(node, name)));
    const values = options.output === 'table' ? [] : await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeValues */ .dH)(engine, nodes);
    (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .y)(options.output, values, () => (0,_common_table_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .t)(['NAME', 'ROLE', 'CLUSTER', 'STATUS'], nodes.map(({ name, role, cluster, state }) => [name, role, cluster, state]), !options.noHeaders));
}
/** k3d finds a node by its name with or without the prefix. */
function matches(node, name) {
    return node.name === name || node.name === `k3d-${name}`;
}


/***/ }),

/***/ 6513:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
/** Rows in columns of equal width, without lines between them, as kubectl and k3d print them. */
function table(header, rows, withHeader = true) {
    const all = withHeader ? [header, ...rows] : rows;
    const widths = header.map((_, column) => Math.max(0, ...all.map((row) => (row[column] ?? '').length)));
    return all
        .map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd())
        .join('\n');
}


/***/ })

};
