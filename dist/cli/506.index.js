export const id = 506;
export const ids = [506];
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
/* harmony import */ var _config_document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6848);
/* harmony import */ var _config_migrate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9875);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1974);
/* harmony import */ var _config_project_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9403);
/* harmony import */ var _config_schema_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(131);









/** `k3d config init` */
function configInit({ output, force }) {
    write(output, template(), force === true);
    if (output !== '-')
        console.log(output);
}
function template() {
    return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${_config_project_js__WEBPACK_IMPORTED_MODULE_8__/* .REPOSITORY */ .Bw}/${_config_project_js__WEBPACK_IMPORTED_MODULE_8__/* .MAJOR */ .oC}/schema/config.json
apiVersion: ${_config_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .CONFIG_API_VERSION */ .Z7}
kind: ${_config_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .CONFIG_KIND */ .SB}
metadata:
  name: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CLUSTER_NAME */ .pb}
servers: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULTS */ .zY.servers}
agents: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULTS */ .zY.agents}
image: docker.io/${_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULTS */ .zY.image}
`;
}
/** `k3d config migrate` */
function configMigrate(input, output) {
    const text = input === '-' ? (0,_common_text_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .y)(0) : (0,_config_file_js__WEBPACK_IMPORTED_MODULE_6__/* .readConfigText */ .im)(input, process.cwd());
    // Variables stay as they are written: what they stand for is nobody's business but the one's who runs it.
    const documents = (0,_config_document_js__WEBPACK_IMPORTED_MODULE_4__/* .readDocuments */ .r)(text, input === '-' ? 'standard input' : input, undefined);
    for (const { document } of documents)
        (0,_config_migrate_js__WEBPACK_IMPORTED_MODULE_5__/* .tidyDocument */ .u8)(document);
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

/***/ 4131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ isMapping)
/* harmony export */ });
/** Whether a value that was read is a mapping: an object, and neither null nor a list. */
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
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
/** The entries about proxies that are in force, by capital names: the last one counts, and one that is empty is none. */
function proxyVariables(env) {
    const found = new Map();
    for (const entry of env.filter(isAboutProxies)) {
        const [name = '', ...value] = entry.split('=');
        if (value.join('=') === '')
            found.delete(name.toUpperCase());
        else
            found.set(name.toUpperCase(), entry);
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
    const proxies = PROXIES.filter((name) => found.has(name));
    const hasOnly = (name) => [...found.values()].every((entry) => entry.startsWith(`${name}=`));
    // Without a proxy, or with one that a user has named in small letters for plain HTTP alone, it stays as it is written.
    if (proxies.length === 0 || hasOnly('http_proxy'))
        return [...others, ...found.values()];
    const value = (name) => (found.get(name) ?? '').split('=').slice(1).join('=');
    const without = [...value(WITHOUT).split(','), ...local].filter((host) => host !== '');
    return [
        ...others,
        ...proxies.map((name) => `${name}=${value(name)}`),
        `${WITHOUT}=${[...new Set(without)].join(',')}`,
    ];
}


/***/ }),

/***/ 2143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ FIXES),
/* harmony export */   g: () => (/* binding */ SCRIPT_FIXES)
/* harmony export */ });
/** What k3d repairs in nodes before k3s starts, by a script. */
const SCRIPT_FIXES = ['cgroupv2', 'dns', 'mounts'];
/** Each can be switched off by `K3D_FIX_<NAME>=0`. `early`: network and DNS of a new cluster are not waited for but brought. */
const FIXES = [...SCRIPT_FIXES, 'early'];


/***/ })

};
