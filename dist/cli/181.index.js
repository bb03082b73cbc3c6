export const id = 181;
export const ids = [181];
export const modules = {

/***/ 7181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nodeCreate: () => (/* binding */ nodeCreate),
/* harmony export */   nodeDelete: () => (/* binding */ nodeDelete),
/* harmony export */   nodeSwitch: () => (/* binding */ nodeSwitch)
/* harmony export */ });
/* harmony import */ var _cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3751);
/* harmony import */ var _cluster_create_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1369);
/* harmony import */ var _cluster_start_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(550);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2004);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(5750);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1954);
/* harmony import */ var _config_fields_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81);
/* harmony import */ var _config_layers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1978);
/* harmony import */ var _config_nodeLabels_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7479);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6167);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(245);
/* harmony import */ var _contract_labels_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(251);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7662);
/* harmony import */ var _cluster_containers_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8091);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1298);
















/** `k3d node create` */
async function nodeCreate(name, options, command) {
    const request = readRequest(name, options);
    const isRemote = options.cluster.includes('://');
    if (isRemote && !(options.cluster.startsWith('https://') && URL.canParse(options.cluster))) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`flag --cluster: "${options.cluster}" is no URL of a server: expected e.g. https://10.0.0.5:6443`);
    }
    if (!isRemote)
        (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readName */ .MQ)(options.cluster, 'flag --cluster');
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_14__/* .reporterOf */ .h)(command);
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_14__/* .interruptible */ .I)(async (signal) => {
        const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_10__.connectEngine)();
        const context = { engine, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_15__/* .Timeline */ .K(), signal };
        const image = request.image === undefined ? undefined : await (0,_cluster_create_index_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveImage */ .AT)(request.image, process.env);
        if (isRemote)
            await (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .addRemoteAgents */ .s7)(options.cluster, { ...request, image: image ?? (0,_config_defaults_js__WEBPACK_IMPORTED_MODULE_5__/* .usualImage */ .Y8)((await engine.system()).cgroupVersion) }, context);
        else
            await (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .addNodes */ .lW)(options.cluster, { ...request, image }, context);
        reporter.info(`${request.names.join(', ')} ${isRemote ? 'is joining' : 'joined'} ${options.cluster}`);
    });
}
function readRole(text) {
    if (text === 'agent' || text === 'server')
        return text;
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`flag --role: expected agent or server, not "${text}"`);
}
function readRequest(name, options) {
    const role = readRole(options.role);
    const base = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readName */ .MQ)(name, 'argument NAME');
    const replicas = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readInteger */ .JI)(1, _config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .MAX_NODES */ .nm)(options.replicas, 'flag --replicas');
    return {
        names: Array.from({ length: replicas }, (_, index) => (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_12__/* .addedNodeName */ .qp)(base, index)),
        role,
        image: options.image === undefined ? undefined : (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readK3sImage */ .Jc)(options.image, 'flag --image'),
        memory: options.memory === undefined ? undefined : (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readMemory */ .S1)(options.memory, 'flag --memory'),
        networks: options.network.map((network) => (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readNetwork */ .Lp)(network, 'flag --network')),
        token: options.token === undefined ? undefined : (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readToken */ .AI)(options.token, 'flag --token'),
        k3sArgs: options.k3sArg.map(readArg),
        nodeLabels: options.k3sNodeLabel.map((label) => readNodeLabel(label)),
        runtimeLabels: Object.fromEntries(options.runtimeLabel.map(readLabel)),
        ulimits: options.runtimeUlimit.map((text) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_7__/* .readUlimit */ .TY)(text, 'flag --runtime-ulimit')),
        disabledFixes: (0,_config_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .disabledFixes */ .W_)(process.env),
        wait: options.wait,
        timeoutMs: (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readTimeout */ .OW)(options.timeout, 'flag --timeout'),
    };
}
function readArg(text) {
    if (text === '')
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('flag --k3s-arg: an argument must not be empty');
    return text;
}
function readNodeLabel(text) {
    (0,_config_nodeLabels_js__WEBPACK_IMPORTED_MODULE_8__/* .checkNodeLabel */ .D)(text, 'flag --k3s-node-label');
    return text;
}
function readLabel(text) {
    const [key, ...value] = text.split('=');
    if ((0,_contract_labels_js__WEBPACK_IMPORTED_MODULE_11__/* .isReservedLabel */ .JA)(key))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`flag --runtime-label: label "${key}" is reserved`);
    return [key, value.join('=')];
}
/** `k3d node start` and `stop` */
async function nodeSwitch(names, verb) {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_10__.connectEngine)();
    const nodes = await Promise.all(names.map((name) => (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .needNode */ .jb)(engine, name)));
    for (const node of nodes) {
        if (verb === 'start')
            await (0,_cluster_containers_index_js__WEBPACK_IMPORTED_MODULE_13__/* .startNode */ .LK)(engine, node.name);
        else
            await engine.containers.stop(node.id, _cluster_start_index_js__WEBPACK_IMPORTED_MODULE_2__/* .STOP_SECONDS */ .To);
    }
}
/** `k3d node delete` */
async function nodeDelete(names, options, command) {
    if (names.length === 0 && options.all !== true)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('name the nodes to delete, or give --all');
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_10__.connectEngine)();
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_14__/* .reporterOf */ .h)(command);
    const withRegistries = options.registries === true;
    if (options.all) {
        // All at once: there is no cluster left that anything would have to leave.
        const nodes = (await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_3__.listNodes)(engine)).filter(({ role }) => withRegistries || role !== 'registry');
        for (const node of nodes)
            await engine.containers.remove(node.id);
        reporter.info(`${nodes.length} nodes are deleted`);
        return;
    }
    const nodes = await Promise.all(names.map((name) => (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .needNode */ .jb)(engine, name)));
    const registry = nodes.find(({ role }) => role === 'registry');
    if (registry !== undefined && !withRegistries) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`node ${registry.name} is a registry: give --registries to delete it too`);
    }
    for (const node of nodes) {
        await (0,_cluster_nodes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteNode */ .AC)(engine, node, reporter);
        reporter.info(`Node ${node.name} is deleted`);
    }
}


/***/ }),

/***/ 81:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ environmentLayer),
/* harmony export */   W_: () => (/* binding */ disabledFixes),
/* harmony export */   cJ: () => (/* binding */ FIELDS),
/* harmony export */   ps: () => (/* binding */ dindImage)
/* harmony export */ });
/* harmony import */ var _caCertificates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8040);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1954);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2450);
/* harmony import */ var _layers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1978);
/* harmony import */ var _registrySpec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8068);
/* harmony import */ var _portSpec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8628);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1574);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6167);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2143);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4773);











const not = (layer) => (text, where) => layer(!(0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where));
/** All single values of a config file. The same paths, with `_` for `.` and in capitals, are k3d's environment variables. */
const FIELDS = [
    { path: 'metadata.name', read: (text, where) => ({ name: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readName */ .MQ)(text, where) }) },
    { path: 'servers', read: (text, where) => ({ servers: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readServers */ .lf)(text, where) }) },
    { path: 'agents', read: (text, where) => ({ agents: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readAgents */ .$e)(text, where) }) },
    { path: 'image', read: (text, where) => ({ image: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readK3sImage */ .Jc)(text, where) }) },
    { path: 'network', read: (text, where) => ({ network: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readNetwork */ .Lp)(text, where) }) },
    { path: 'subnet', read: (text, where) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readSubnets */ .zp)(text, where) },
    { path: 'token', read: (text, where) => ({ token: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readToken */ .AI)(text, where) }) },
    { path: 'kubeAPI.host', read: (text) => ({ apiHost: text }) },
    { path: 'kubeAPI.hostIP', read: readHostIP },
    { path: 'kubeAPI.hostPort', read: (text, where) => ({ apiPort: (0,_portSpec_js__WEBPACK_IMPORTED_MODULE_6__/* .parseApiPort */ .rk)(text, where).port }) },
    { path: 'options.k3d.wait', read: (text, where) => ({ wait: (0,_wait_js__WEBPACK_IMPORTED_MODULE_9__/* .readWait */ .mg)(text, where) }) },
    { path: 'options.k3d.timeout', read: (text, where) => ({ timeoutMs: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readTimeout */ .OW)(text, where) }) },
    {
        path: 'options.k3d.disableLoadbalancer',
        read: (text, where) => ({ loadBalancer: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) ? 'off' : 'on' }),
    },
    { path: 'options.k3d.disableImageVolume', read: not((imageVolume) => ({ imageVolume })) },
    {
        path: 'options.k3d.localImages',
        read: (text, where) => ({ localImages: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readLocalImages */ .k6)(text, where) }),
    },
    { path: 'options.k3d.ipFamily', read: (text, where) => ({ ipFamily: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readIpFamily */ .YV)(text, where) }) },
    { path: 'options.k3d.disableRollback', read: not((rollback) => ({ rollback })) },
    {
        path: 'options.kubeconfig.updateDefaultKubeconfig',
        read: (text, where) => ({ updateDefaultKubeconfig: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) }),
    },
    {
        path: 'options.kubeconfig.switchCurrentContext',
        read: (text, where) => ({ switchCurrentContext: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) }),
    },
    { path: 'options.runtime.gpuRequest', read: (text, where) => ({ gpus: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readGpus */ .yf)(text, where) }) },
    { path: 'options.runtime.serversMemory', read: (text, where) => ({ serversMemory: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readMemory */ .S1)(text, where) }) },
    { path: 'options.runtime.agentsMemory', read: (text, where) => ({ agentsMemory: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readMemory */ .S1)(text, where) }) },
    { path: 'options.runtime.hostPidMode', read: (text, where) => ({ hostPidMode: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) }) },
];
function readHostIP(text, where) {
    const { hostIP } = (0,_portSpec_js__WEBPACK_IMPORTED_MODULE_6__/* .parseApiPort */ .rk)(`${text.includes(':') ? `[${text}]` : text}:random`, where);
    if (hostIP === undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where}: "${text}" is no IP address`);
    return { apiHostIP: hostIP };
}
/** The environment variable that overrides a field: `options.k3d.wait` → `K3D_OPTIONS_K3D_WAIT`. */
function envName(path) {
    return `K3D_${path.replaceAll('.', '_').toUpperCase()}`;
}
/**
 * The image of a container that holds an engine.
 * @param chosen by the user; empty: that of the environment, or `usual`
 */
function dindImage(chosen, env, where, usual = _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .DIND_IMAGE */ .SL) {
    if (chosen !== '')
        return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readImage */ .AM)(chosen, where);
    return env.K3D_IMAGE_DIND ? (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readImage */ .AM)(env.K3D_IMAGE_DIND, 'environment variable K3D_IMAGE_DIND') : usual;
}
/** What the environment says of a cluster. @throws UserError naming the variable whose value is wrong */
function environmentLayer(env) {
    const layer = {};
    for (const field of FIELDS) {
        const name = envName(field.path);
        const text = env[name];
        if (text !== undefined && text !== '')
            Object.assign(layer, field.read(text, `environment variable ${name}`));
    }
    // k3d's own name, which is no path of the file.
    if (env.K3D_IMAGE_LOADBALANCER) {
        layer.loadBalancerImage = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readImage */ .AM)(env.K3D_IMAGE_LOADBALANCER, 'environment variable K3D_IMAGE_LOADBALANCER');
    }
    for (const [key, value] of Object.entries(listsOf(env)))
        if (value !== undefined)
            Object.assign(layer, { [key]: value });
    if (env.K3D_DEBUG_DISABLE_DOCKER_INIT &&
        (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readGoBoolean */ .$H)(env.K3D_DEBUG_DISABLE_DOCKER_INIT, 'environment variable K3D_DEBUG_DISABLE_DOCKER_INIT'))
        layer.dockerInit = false;
    const caCertificates = (0,_caCertificates_js__WEBPACK_IMPORTED_MODULE_0__/* .caCertificatesOf */ ._)(env);
    if (caCertificates !== undefined)
        layer.caCertificates = caCertificates;
    const own = entriesOfCli(env);
    const proxies = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_10__/* .proxyEntries */ .hg)(env);
    if (proxies.length + own.length > 0)
        layer.env = [...proxies, ...own];
    const disabled = disabledFixes(env);
    if (disabled.length > 0)
        layer.disabledFixes = disabled;
    return layer;
}
/** Variables of nodes that `K3D_CLI_ENV` names. */
const entriesOfCli = (env) => (env.K3D_CLI_ENV ?? '')
    .split(/\s+/)
    .filter((text) => text !== '')
    .map((text) => (0,_layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc)(text, 'environment variable K3D_CLI_ENV'));
/**
 * Lists that the environment may bring, as k3d's reader has them: those of the file with commas between their entries,
 * those of flags with spaces (k3d: cmd/cluster/clusterCreate.go; spf13/viper).
 */
function listsOf(env) {
    const layer = {};
    const entries = (name, separator, read) => {
        const texts = (env[name] ?? '').split(separator).filter((text) => text !== '');
        return texts.length === 0 ? undefined : texts.map((text) => read(text, `environment variable ${name}`));
    };
    layer.registriesUse = entries('K3D_REGISTRIES_USE', /,/, _registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .readRegistryUse */ .rp);
    layer.loadBalancerOverrides = entries('K3D_OPTIONS_K3D_LOADBALANCER_CONFIGOVERRIDES', /,/, _registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .readLoadBalancerOverride */ .LW);
    layer.hostAliases = entries('K3D_HOSTALIASES', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readHostAlias */ .Ry);
    layer.ports = entries('K3D_CLI_PORTS', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc);
    layer.volumes = entries('K3D_CLI_VOLUMES', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc);
    layer.k3sArgs = entries('K3D_CLI_K3SARGS', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc);
    layer.ulimits = entries('K3D_CLI_RUNTIME-ULIMITS', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readUlimit */ .TY);
    const [config] = entries('K3D_REGISTRIES_CONFIG', /$^/, readTextOf) ?? [];
    if (config !== undefined)
        layer.registriesYaml = config;
    return layer;
}
function readTextOf(path, where) {
    try {
        return (0,_common_text_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)(path);
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where}: ${path} can't be read: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/** The fixes that the environment switches off. @throws UserError naming a variable that is neither true nor false */
function disabledFixes(env) {
    return _types_js__WEBPACK_IMPORTED_MODULE_8__/* .FIXES */ .W.filter((fix) => {
        const name = `K3D_FIX_${fix.toUpperCase()}`;
        const text = env[name];
        if (!text)
            return false;
        return !(0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readGoBoolean */ .$H)(text, `environment variable ${name}`);
    });
}


/***/ })

};
