export const id = 823;
export const ids = [823];
export const modules = {

/***/ 9927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configInit: () => (/* binding */ configInit),
/* harmony export */   configMigrate: () => (/* binding */ configMigrate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _common_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2450);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1954);
/* harmony import */ var _config_document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1974);
/* harmony import */ var _config_schema_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(131);







/** `k3d config init` */
function configInit({ output, force }) {
    write(output, template(), force === true);
    if (output !== '-')
        console.log(output);
}
function template() {
    return `# yaml-language-server: $schema=https://raw.githubusercontent.com/org/k3d-action/v1/schema/config.json
apiVersion: ${_config_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .CONFIG_API_VERSION */ .Z7}
kind: ${_config_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .CONFIG_KIND */ .SB}
metadata:
  name: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CLUSTER_NAME */ .pb}
servers: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULTS */ .zY.servers}
agents: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULTS */ .zY.agents}
image: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULTS */ .zY.image}
ports:
  - port: 8080:80 # http://127.0.0.1:8080 reaches the cluster's ingress
    nodeFilters:
      - loadbalancer
options:
  k3d:
    wait: true
    timeout: 5m
  kubeconfig:
    updateDefaultKubeconfig: true
    switchCurrentContext: true
`;
}
/** `k3d config migrate` */
function configMigrate(input, output) {
    const text = input === '-' ? (0,_common_text_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .y)(0) : (0,_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readConfigText */ .im)(input, process.cwd());
    // Variables stay as they are written: what they stand for is nobody's business but the one's who runs it.
    const documents = (0,_config_document_js__WEBPACK_IMPORTED_MODULE_4__/* .readDocuments */ .r)(text, input === '-' ? 'standard input' : input, undefined);
    write(output, documents.map(({ document }) => document.toString({ lineWidth: 0 })).join(''), true);
}
function write(path, text, replace) {
    if (path === '-') {
        process.stdout.write(text);
        return;
    }
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) && !replace)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`flag --output: ${path} exists already: --force replaces it`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text);
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path} can't be written: ${error.message}`, { cause: error });
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
/* harmony import */ var _portSpec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8628);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1574);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8739);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2143);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4773);








const not = (layer) => (text, where) => layer(!(0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readBoolean */ .Vf)(text, where));
/** All single values of a config file. The same paths, with `_` for `.` and in capitals, are k3d's environment variables. */
const FIELDS = [
    { path: 'metadata.name', read: (text, where) => ({ name: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readName */ .MQ)(text, where) }) },
    { path: 'servers', read: (text, where) => ({ servers: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readServers */ .lf)(text, where) }) },
    { path: 'agents', read: (text, where) => ({ agents: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readAgents */ .$e)(text, where) }) },
    { path: 'image', read: (text, where) => ({ image: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readK3sImage */ .Jc)(text, where) }) },
    { path: 'network', read: (text, where) => ({ network: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readNetwork */ .Lp)(text, where) }) },
    { path: 'subnet', read: (text, where) => ({ subnet: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readSubnet */ .Uh)(text, where) }) },
    { path: 'token', read: (text, where) => ({ token: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readToken */ .AI)(text, where) }) },
    { path: 'kubeAPI.host', read: (text) => ({ apiHost: text }) },
    { path: 'kubeAPI.hostIP', read: readHostIP },
    { path: 'kubeAPI.hostPort', read: (text, where) => ({ apiPort: (0,_portSpec_js__WEBPACK_IMPORTED_MODULE_3__/* .parseApiPort */ .rk)(text, where).port }) },
    { path: 'options.k3d.wait', read: (text, where) => ({ wait: (0,_wait_js__WEBPACK_IMPORTED_MODULE_5__/* .readWait */ .mg)(text, where) }) },
    { path: 'options.k3d.timeout', read: (text, where) => ({ timeoutMs: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readTimeout */ .OW)(text, where) }) },
    {
        path: 'options.k3d.disableLoadbalancer',
        read: (text, where) => ({ loadBalancer: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readBoolean */ .Vf)(text, where) ? 'off' : 'on' }),
    },
    { path: 'options.k3d.disableImageVolume', read: not((imageVolume) => ({ imageVolume })) },
    { path: 'options.k3d.disableRollback', read: not((rollback) => ({ rollback })) },
    {
        path: 'options.kubeconfig.updateDefaultKubeconfig',
        read: (text, where) => ({ updateDefaultKubeconfig: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readBoolean */ .Vf)(text, where) }),
    },
    {
        path: 'options.kubeconfig.switchCurrentContext',
        read: (text, where) => ({ switchCurrentContext: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readBoolean */ .Vf)(text, where) }),
    },
    { path: 'options.runtime.gpuRequest', read: (text, where) => ({ gpus: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readGpus */ .yf)(text, where) }) },
    { path: 'options.runtime.serversMemory', read: (text, where) => ({ serversMemory: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readMemory */ .S1)(text, where) }) },
    { path: 'options.runtime.agentsMemory', read: (text, where) => ({ agentsMemory: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readMemory */ .S1)(text, where) }) },
    { path: 'options.runtime.hostPidMode', read: (text, where) => ({ hostPidMode: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readBoolean */ .Vf)(text, where) }) },
];
function readHostIP(text, where) {
    const { hostIP } = (0,_portSpec_js__WEBPACK_IMPORTED_MODULE_3__/* .parseApiPort */ .rk)(`${text.includes(':') ? `[${text}]` : text}:random`, where);
    if (hostIP === undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where}: "${text}" is no IP address`);
    return { apiHostIP: hostIP };
}
/** The environment variable that overrides a field: `options.k3d.wait` → `K3D_OPTIONS_K3D_WAIT`. */
function envName(path) {
    return `K3D_${path.replaceAll('.', '_').toUpperCase()}`;
}
/** The image of a container that holds an engine. @param chosen by the user; empty: that of the environment or the usual one */
function dindImage(chosen, env, where) {
    if (chosen !== '')
        return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readImage */ .AM)(chosen, where);
    return env.K3D_IMAGE_DIND ? (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readImage */ .AM)(env.K3D_IMAGE_DIND, 'environment variable K3D_IMAGE_DIND') : _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .DIND_IMAGE */ .SL;
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
        layer.loadBalancerImage = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readImage */ .AM)(env.K3D_IMAGE_LOADBALANCER, 'environment variable K3D_IMAGE_LOADBALANCER');
    }
    const caCertificates = (0,_caCertificates_js__WEBPACK_IMPORTED_MODULE_0__/* .caCertificatesOf */ ._)(env);
    if (caCertificates !== undefined)
        layer.caCertificates = caCertificates;
    const proxies = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_6__/* .proxyEntries */ .hg)(env);
    if (proxies.length > 0)
        layer.env = proxies;
    const disabled = disabledFixes(env);
    if (disabled.length > 0)
        layer.disabledFixes = disabled;
    return layer;
}
/** The fixes that the environment switches off. @throws UserError naming a variable that is neither true nor false */
function disabledFixes(env) {
    return _types_js__WEBPACK_IMPORTED_MODULE_7__/* .FIXES */ .W.filter((fix) => {
        const name = `K3D_FIX_${fix.toUpperCase()}`;
        const text = env[name];
        if (!text)
            return false;
        // Go's words for booleans, which k3d takes here.
        if (/^(1|t|true)$/i.test(text))
            return false;
        if (/^(0|f|false)$/i.test(text))
            return true;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`environment variable ${name}: expected true or false, not "${text}"`);
    });
}


/***/ }),

/***/ 1574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ proxiesIn),
/* harmony export */   fK: () => (/* binding */ withProxy),
/* harmony export */   hg: () => (/* binding */ proxyEntries),
/* harmony export */   mB: () => (/* binding */ isAboutProxies)
/* harmony export */ });
/** Variables that name proxies, and hosts that are reached without them. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY'];
const WITHOUT = 'NO_PROXY';
/** A proxy on this machine's loopback address is another machine's, or nobody's, for a node. */
const LOOPBACK_URL = /^([a-z0-9]+:\/\/)?([^@/]*@)?(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/i;
/**
 * The environment's proxies, as variables for nodes. Go's programs, which nodes have, know them by their capital names.
 * @returns none when no proxy is set that a node could reach
 */
function proxyEntries(env) {
    const read = (name) => env[name] || env[name.toLowerCase()] || '';
    const proxies = PROXIES.filter((name) => read(name) !== '' && !LOOPBACK_URL.test(read(name)));
    if (proxies.length === 0)
        return [];
    return [...proxies, WITHOUT]
        .filter((name) => read(name) !== '')
        .map((name) => ({
        value: `${name}=${read(name)}`,
        nodeFilters: ['server:*', 'agent:*'],
        where: `environment variable ${name}`,
    }));
}
/** What an environment says of proxies, for a container that is no node. @param env `NAME=VALUE` */
const proxiesIn = (env) => withProxy(env.filter(isAboutProxies), ['localhost', '127.0.0.0/8']);
/** The values of variables that proxies are named by, the last one of each, by capital names. */
function proxyVariables(env) {
    const found = new Map();
    for (const entry of env.filter(isAboutProxies)) {
        const [name = '', ...value] = entry.split('=');
        found.set(name.toUpperCase(), value.join('='));
    }
    return found;
}
/** Whether an entry `NAME=VALUE` of an environment is about proxies. */
const isAboutProxies = (entry) => /^(https?|no)_proxy(=|$)/i.test(entry);
/**
 * An environment in which each variable about proxies is there once, the last one counting, and in which `local` is
 * reached without a proxy. One that is empty is left out: so nodes can be kept from a proxy of this environment.
 * @param env `NAME=VALUE`
 * @param local hosts, domains (`.svc`) and subnets
 */
function withProxy(env, local) {
    const found = proxyVariables(env);
    const others = env.filter((entry) => !isAboutProxies(entry));
    const proxies = PROXIES.filter((name) => (found.get(name) ?? '') !== '');
    if (proxies.length === 0)
        return others;
    const without = [...(found.get(WITHOUT) ?? '').split(','), ...local].filter((host) => host !== '');
    return [
        ...others,
        ...proxies.map((name) => `${name}=${found.get(name) ?? ''}`),
        `${WITHOUT}=${[...new Set(without)].join(',')}`,
    ];
}


/***/ }),

/***/ 2143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ FIXES)
/* harmony export */ });
/** What k3d repairs in nodes before k3s starts; each can be switched off by `K3D_FIX_<NAME>=0`. */
const FIXES = ['cgroupv2', 'dns', 'mounts'];


/***/ })

};
