export const id = 839;
export const ids = [839];
export const modules = {

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 1598:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   registryCreate: () => (/* binding */ registryCreate),
/* harmony export */   registryDelete: () => (/* binding */ registryDelete),
/* harmony export */   registryList: () => (/* binding */ registryList)
/* harmony export */ });
/* harmony import */ var _cluster_create_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4616);
/* harmony import */ var _cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4763);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1922);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5750);
/* harmony import */ var _config_layers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1978);
/* harmony import */ var _config_registrySpec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8068);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8739);
/* harmony import */ var _docker_connect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4001);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2471);
/* harmony import */ var _plan_registry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1088);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6657);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4474);













/** `k3d registry create` */
async function registryCreate(name, options, command) {
    const spec = readSpec(name, options);
    const network = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readNetwork */ .Lp)(options.defaultNetwork, 'flag --default-network');
    const reporter = (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .reporterOf */ .hw)(command);
    await (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .interruptible */ .In)(async (signal) => {
        const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_5__.connectEngine)();
        if ((await engine.networks.inspect(network)) === undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .UserError */ .yo(`flag --default-network: network "${network}" does not exist`);
        }
        const context = { engine, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_12__/* .Timeline */ .K(), signal };
        const prepared = await (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareRegistry */ .dD)(spec, '', context);
        try {
            const container = await (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .makeRegistry */ .SQ)(prepared, { cluster: '', network, creation: (0,_cluster_create_js__WEBPACK_IMPORTED_MODULE_0__/* .newCreationId */ .b)() }, engine);
            reporter.info(`Registry ${container} is running`);
            if (!options.noHelp)
                console.log(helpText(container, spec, prepared.port.port));
        }
        catch (error) {
            await engine.containers.remove(spec.name);
            throw error;
        }
        finally {
            await prepared.port.release();
        }
    });
}
function readSpec(name, options) {
    const volume = (value) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveVolume */ .jv)({ value, nodeFilters: [], where: 'flag --volume' }, process.cwd()).value;
    const { proxyRemoteUrl = '', proxyUsername = '', proxyPassword = '' } = options;
    return {
        ...(0,_config_registrySpec_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultRegistry */ .Vm)('registry create'),
        ...(0,_config_registrySpec_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegistryPort */ .vz)(options.port, 'flag --port'),
        name: (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_7__/* .checkContainerName */ .RG)((0,_plan_names_js__WEBPACK_IMPORTED_MODULE_7__/* .registryName */ .jT)(name), 'argument NAME'),
        image: (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readImage */ .AM)(options.image, 'flag --image'),
        proxy: (0,_config_registrySpec_js__WEBPACK_IMPORTED_MODULE_3__/* .readProxy */ .nM)(proxyRemoteUrl, proxyUsername, proxyPassword, 'flag --proxy-remote-url'),
        volumes: options.volume.map(volume),
        enforcePortMatch: options.enforcePortMatch === true,
        deleteEnabled: options.deleteEnabled === true,
    };
}
function helpText(container, { hostIP, proxy }, port) {
    const address = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_8__/* .registryAddress */ .MA)(hostIP, port);
    if (proxy !== undefined) {
        return `Use it as a cache of ${proxy.remoteURL}: k3d cluster create --registry-use ${container}:${port}`;
    }
    return [
        `Push to it:            docker push ${address}/app:1`,
        `Use it in a cluster:   k3d cluster create --registry-use ${container}:${port}`,
        `Name it there as:      ${container}:${port}/app:1 or localhost:${port}/app:1`,
    ].join('\n');
}
/** `k3d registry delete` */
async function registryDelete(names, options, command) {
    const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_5__.connectEngine)();
    const wanted = names.length === 0 ? ['registry'] : names;
    const nodes = options.all
        ? await (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .listRegistries */ .Io)(engine)
        : await Promise.all(wanted.map((name) => (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .needRegistry */ .e1)(engine, name, 'registry delete')));
    for (const node of nodes) {
        await engine.containers.remove(node.id);
        (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .reporterOf */ .hw)(command).info(`Registry ${node.name} is deleted`);
    }
}
/** `k3d registry list` */
async function registryList(names, options) {
    const engine = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_5__.connectEngine)();
    const nodes = names.length === 0
        ? await (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .listRegistries */ .Io)(engine)
        : await Promise.all(names.map((name) => (0,_cluster_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .needRegistry */ .e1)(engine, name, 'registry list')));
    const values = nodes.map(({ name, cluster, state, image, labels }) => ({
        name,
        role: 'registry',
        cluster,
        state,
        image,
        hostIP: labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_6__/* .LABEL */ .d_.registryHostIP] ?? '',
        hostPort: Number(labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_6__/* .LABEL */ .d_.registryPortExternal]),
        internalPort: Number(labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_6__/* .LABEL */ .d_.registryPortInternal]),
    }));
    (0,_output_js__WEBPACK_IMPORTED_MODULE_9__/* .print */ .yy)(options.output, values, () => (0,_output_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(['NAME', 'ROLE', 'CLUSTER', 'STATUS', 'ADDRESS'], values.map((one) => [one.name, one.role, one.cluster, one.state, (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_8__/* .registryAddress */ .MA)(one.hostIP, one.hostPort)]), !options.noHeaders));
}


/***/ })

};
