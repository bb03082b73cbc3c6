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
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2471);


/** Filter for all that is k3d's and belongs to a cluster. */
function clusterFilter(name) {
    return [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .APP */ .uq}`, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.cluster}=${name}`];
}
/** All nodes on the engine, registries and load balancers included, by name. */
async function listNodes(engine, filter = [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .APP */ .uq}`]) {
    const containers = await engine.containers.list(filter);
    return containers
        .filter((container) => _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.role in container.labels)
        .map((container) => ({
        ...container,
        role: container.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.role],
        cluster: container.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.cluster] ?? '',
    }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
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
    const port = label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.apiPort);
    return {
        name,
        nodes,
        network: { name: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.network) ?? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_1__/* .networkName */ .uv)(name), external: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.networkExternal) === 'true' },
        token: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.clusterToken) ?? '',
        api: port === undefined
            ? undefined
            : { host: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.apiHost) ?? '', hostIP: label(_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.apiHostIP) ?? '', port: Number(port) },
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


/***/ }),

/***/ 3848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ isReservedLabel),
/* harmony export */   Pm: () => (/* binding */ K3D_CONTRACT_VERSION),
/* harmony export */   d_: () => (/* binding */ LABEL),
/* harmony export */   gg: () => (/* binding */ kubernetesName),
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
     * Ours: `CONTAINER=NODE`, the node's name in Kubernetes when it is not the container's: a cluster from a snapshot keeps
     * its own. It names the container because k3d copies labels to nodes that it adds.
     */
    nodeName: 'k3d.node.name',
    registryHost: 'k3d.registry.host',
    registryHostIP: 'k3d.registry.hostIP',
    registryPortExternal: 'k3s.registry.port.external',
    registryPortInternal: 'k3s.registry.port.internal',
    /**
     * Ours, on load balancers: JSON of which roles each port is open to, `{"80.tcp": ["server", "agent"]}`. A node that is
     * added later is put behind the ports that are open to its role, and behind no other.
     */
    openPorts: 'k3d.loadbalancer.open',
    /** Ours, on load balancers beside the main one. k3d knows one a cluster, so for k3d these have no role. */
    extraLoadBalancer: 'k3d.loadbalancer.extra',
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
/** A node's name in Kubernetes. */
function kubernetesName({ name, labels }) {
    const [container, node] = (labels[LABEL.nodeName] ?? '').split('=');
    return container === name && node !== undefined ? node : name;
}


/***/ })

};
