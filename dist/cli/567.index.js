export const id = 567;
export const ids = [567];
export const modules = {

/***/ 7567:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ findCluster),
/* harmony export */   Nh: () => (/* binding */ nodesOf),
/* harmony export */   S: () => (/* binding */ isK3sNode),
/* harmony export */   listClusters: () => (/* binding */ listClusters),
/* harmony export */   listNodes: () => (/* binding */ listNodes),
/* harmony export */   tp: () => (/* binding */ clusterFilter)
/* harmony export */ });
/* harmony import */ var _plan_dind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3266);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2471);



/** Filter for all that is k3d's and belongs to a cluster. */
function clusterFilter(name) {
    return [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .APP */ .uq}`, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.cluster}=${name}`];
}
/** All nodes on the engine, registries and load balancers included, by name. */
async function listNodes(engine, filter = [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .APP */ .uq}`]) {
    const containers = await engine.containers.list(filter);
    return (containers
        // A container that holds an engine is no node.
        .filter(({ labels }) => _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.role in labels && labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.role] !== _plan_dind_js__WEBPACK_IMPORTED_MODULE_0__/* .DIND_ROLE */ .Dd)
        .map((container) => ({
        ...container,
        role: container.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.role],
        cluster: container.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.cluster] ?? '',
    }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })));
}
/** All clusters on the engine, ours and k3d's, by name. */
async function listClusters(engine) {
    const byName = new Map();
    for (const node of await listNodes(engine)) {
        if (node.cluster === '')
            continue;
        byName.set(node.cluster, [...(byName.get(node.cluster) ?? []), node]);
    }
    return [...byName]
        .filter(([, nodes]) => nodes.some(({ role }) => role !== 'registry'))
        .map(([name, nodes]) => toCluster(name, nodes))
        .sort((a, b) => a.name.localeCompare(b.name));
}
/** @returns undefined when no container is labelled as that cluster's; a registry that outlived it makes none */
async function findCluster(engine, name) {
    const nodes = await listNodes(engine, clusterFilter(name));
    return nodes.every(({ role }) => role === 'registry') ? undefined : toCluster(name, nodes);
}
function toCluster(name, nodes) {
    const label = (key) => nodes.map((node) => node.labels[key]).find((value) => value);
    const port = label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.apiPort);
    return {
        name,
        nodes,
        network: { name: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.network) ?? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .networkName */ .uv)(name), external: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.networkExternal) === 'true' },
        token: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.clusterToken) ?? '',
        api: port === undefined
            ? undefined
            : { host: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.apiHost) ?? '', hostIP: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.apiHostIP) ?? '', port: Number(port) },
    };
}
/** Whether a node runs k3s, and is not one of what stands beside. */
function isK3sNode({ role }) {
    return role === 'server' || role === 'agent';
}
/** The nodes of a role. */
function nodesOf(cluster, role) {
    return cluster.nodes.filter((node) => node.role === role);
}


/***/ })

};
