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
/* harmony import */ var _cluster_balancer_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4270);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2004);
/* harmony import */ var _cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3751);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5750);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1954);
/* harmony import */ var _config_layers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1978);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8628);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(245);
/* harmony import */ var _cluster_start_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(550);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7662);
/* harmony import */ var _readConfigs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8649);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1298);













/** `k3d cluster edit` */
async function clusterEdit(name, options, command) {
    await edit(async () => name ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_CLUSTER_NAME */ .pb, options, command);
}
/** `k3d node edit`: of a cluster's nodes, load balancers alone can be changed. */
async function nodeEdit(name, options, command) {
    await edit(async () => {
        const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
        const node = await (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_2__/* .needNode */ .jb)(engine, name);
        const cluster = await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__/* .needCluster */ .N0)(engine, node.cluster);
        if ((0,_cluster_balancer_index_js__WEBPACK_IMPORTED_MODULE_0__/* .balancerOf */ .qV)(cluster)?.id === node.id)
            return cluster.name;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`node ${node.name} is no load balancer: its ports can't be changed while it runs`);
    }, options, command);
}
async function edit(findName, options, command) {
    const add = options.portAdd.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_5__/* .readFilteredText */ .Jc)(text, 'flag --port-add'));
    const remove = options.portDelete.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_5__/* .readFilteredText */ .Jc)(text, 'flag --port-delete'));
    if (add.length + remove.length === 0) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('nothing to change: give --port-add or --port-delete, e.g. --port-add 8080:80@loadbalancer');
    }
    for (const { value, where } of [...add, ...remove])
        (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePortSpec */ .qy)(value, _contract_names_js__WEBPACK_IMPORTED_MODULE_9__/* .LOOPBACK */ .Ws, where);
    const image = (0,_readConfigs_js__WEBPACK_IMPORTED_MODULE_10__/* .readConfigs */ .c)(undefined, undefined, []).clusters[0]?.loadBalancerImage ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULTS */ .zY.loadBalancerImage;
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .reporterOf */ .h)(command);
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .interruptible */ .I)(async (signal) => {
        const name = await findName();
        const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
        // An edit before this one may have been killed.
        await (0,_cluster_start_index_js__WEBPACK_IMPORTED_MODULE_8__/* .bringBack */ .kB)(engine, name);
        const cluster = await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__/* .needCluster */ .N0)(engine, name);
        (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__/* .runningServer */ .TW)(cluster);
        await (0,_cluster_balancer_index_js__WEBPACK_IMPORTED_MODULE_0__/* .editPorts */ .z)(cluster, { add, remove, image }, { engine, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_12__/* .Timeline */ .K(), signal });
        reporter.info(`Cluster ${name} is changed`);
    });
}


/***/ }),

/***/ 8649:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ readConfigs)
});

// EXTERNAL MODULE: ./src/common/text.ts
var common_text = __webpack_require__(2450);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/fields.ts
var fields = __webpack_require__(81);
// EXTERNAL MODULE: ./src/config/file.ts
var file = __webpack_require__(1974);
// EXTERNAL MODULE: ./src/config/merge.ts
var merge = __webpack_require__(8858);
;// CONCATENATED MODULE: ./src/config/resolve.ts




/**
 * Reads and merges all sources: defaults < file < environment < flags or inputs.
 * @throws UserError for any mistake in one, and when two documents name the same cluster
 */
function resolveConfigs({ config, env, layers, name, cwd, defaults = {} }) {
    const file = config === undefined ? { layers: [{}], notices: [] } : readFile(config, env, cwd);
    const merged = file.layers.map((layer) => (0,merge/* mergeLayers */.J)(defaults, layer, (0,fields/* environmentLayer */.L)(env), ...layers));
    return { clusters: pick(merged, name), notices: file.notices };
}
function pick(clusters, name) {
    if (clusters.length === 1)
        return clusters.map((one) => (name === undefined ? one : { ...one, name }));
    const names = clusters.map((one) => one.name);
    const twice = names.find((one, index) => names.indexOf(one) !== index);
    if (twice !== undefined) {
        throw new errors/* UserError */.yo(`the config has ${clusters.length} documents, and two of them make cluster "${twice}": give each a metadata.name of its own`);
    }
    if (name === undefined)
        return clusters;
    const picked = clusters.filter((one) => one.name === name);
    if (picked.length > 0)
        return picked;
    throw new errors/* UserError */.yo(`the config has no cluster "${name}"; it has ${names.join(', ')}`);
}
function readFile(config, env, cwd) {
    return config.includes('\n') ? (0,file/* parseConfig */.o4)(config, { path: undefined, env, cwd }) : (0,file/* readConfigFile */.RG)(config, env, cwd);
}

// EXTERNAL MODULE: ./src/config/scalars.ts
var scalars = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/plan/dryPlan.ts
var dryPlan = __webpack_require__(5733);
;// CONCATENATED MODULE: ./src/cli/readConfigs.ts




/**
 * The clusters that a config file, the environment and flags describe.
 * @param name the argument NAME
 * @param file the value of `--config`
 * @throws UserError for every mistake in them
 */
function readConfigs(name, file, layers) {
    // `-` is standard input; a line break at its end makes even one line an inline document.
    const path = file || process.env.K3D_CONFIG || undefined;
    const config = path === '-' ? `${(0,common_text/* readText */.y)(0)}\n` : path;
    const resolved = resolveConfigs({
        config,
        env: process.env,
        layers,
        name: name ? (0,scalars/* readName */.MQ)(name, 'argument NAME') : undefined,
        cwd: process.cwd(),
        // k3d has a load balancer unless it is told otherwise.
        defaults: { loadBalancer: 'on' },
    });
    const warnings = new Set(resolved.clusters.flatMap((cluster) => (0,dryPlan/* dryPlan */.V)(cluster).warnings));
    return { ...resolved, notices: [...resolved.notices, ...warnings] };
}


/***/ })

};
