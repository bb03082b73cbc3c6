export const id = 229;
export const ids = [229];
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
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1954);
/* harmony import */ var _config_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1974);
/* harmony import */ var _config_schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(131);






/** `k3d config init` */
function configInit({ output, force }) {
    write(output, template(), force === true);
    if (output !== '-')
        console.log(output);
}
function template() {
    return `# yaml-language-server: $schema=https://raw.githubusercontent.com/org/k3d-action/v1/schema/config.json
apiVersion: ${_config_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .CONFIG_API_VERSION */ .Z7}
kind: ${_config_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .CONFIG_KIND */ .SB}
metadata:
  name: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_CLUSTER_NAME */ .pb}
servers: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULTS */ .zY.servers}
agents: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULTS */ .zY.agents}
image: ${_config_defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULTS */ .zY.image}
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
    const text = input === '-' ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(0, 'utf8') : (0,_config_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readConfigText */ .im)(input, process.cwd());
    // Variables stay as they are written: what they stand for is nobody's business but the one's who runs it.
    const documents = (0,_config_document_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocuments */ .r)(text, input === '-' ? 'standard input' : input, undefined);
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

/***/ 2143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ FIXES)
/* harmony export */ });
/** What k3d repairs in nodes before k3s starts; each can be switched off by `K3D_FIX_<NAME>=0`. */
const FIXES = ['cgroupv2', 'dns', 'mounts'];


/***/ })

};
