export const id = 826;
export const ids = [826];
export const modules = {

/***/ 6889:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AT: () => (/* binding */ resolveImage),
  _h: () => (/* binding */ withRelease)
});

// UNUSED EXPORTS: readChannels

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/retry.ts
var retry = __webpack_require__(9183);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var node_modules_semver = __webpack_require__(2088);
var semver_default = /*#__PURE__*/__webpack_require__.n(node_modules_semver);
// EXTERNAL MODULE: ./src/common/nearest.ts
var nearest = __webpack_require__(7535);
;// CONCATENATED MODULE: ./src/config/releases.ts



/** When the table below was brought up to date. */
const RELEASES_OF = '2026-09-27';
/** The newest release of each minor; asked only where k3s's own server can't be reached. */
const RELEASES = [
    'v1.37.0+k3s1',
    'v1.36.4+k3s1',
    'v1.35.8+k3s1',
    'v1.34.11+k3s1',
    'v1.33.13+k3s2',
    'v1.32.13+k3s1',
    'v1.31.14+k3s1',
    'v1.30.14+k3s2',
    'v1.29.15+k3s1',
    'v1.28.15+k3s1',
];
const MINOR = /^v1\.\d+$/;
/** How many minors Kubernetes supports at a time (kubernetes.io: version skew policy). */
const SUPPORTED_MINORS = 3;
const minorOf = (release) => release.split('.').slice(0, 2).join('.');
/**
 * The channels as far as this version of the program knows them. What k3s takes for stable is not known to it: a minor
 * before the newest one is a good guess.
 */
const KNOWN_CHANNELS = new Map([
    ['stable', RELEASES[1]],
    ['latest', RELEASES[0]],
    ['testing', RELEASES[0]],
    ...RELEASES.map((release) => [minorOf(release), release]),
]);
/** The newest release of each minor, newest first. */
function newestOfMinors(channels) {
    const found = [...channels].flatMap(([name, release]) => (MINOR.test(name) ? [release] : []));
    return found.sort((a, b) => semver_default().compareBuild(b, a));
}
/**
 * The release that a channel, a minor (`v1.33`, `1.33`) or a range (`>=1.31 <1.34`, `1.32.x`) means: of a range the
 * newest one among the newest releases of each minor.
 * @throws UserError naming what is nearest when there is none
 */
function releaseFor(wish, channels) {
    const name = /^1\.\d+$/.test(wish) ? `v${wish}` : wish;
    const release = channels.get(name);
    if (release !== undefined)
        return release;
    const minors = newestOfMinors(channels);
    if (MINOR.test(name) || semver_default().validRange(wish) === null) {
        const close = (0,nearest/* nearest */.p)(name, [...channels.keys()]);
        const hint = close === undefined ? `; the newest is ${minorOf(minors[0] ?? 'none')}` : `: did you mean "${close}"?`;
        throw new errors/* UserError */.yo(`k3s has no channel "${name}"${hint}`);
    }
    const found = semver_default().maxSatisfying(minors, wish);
    if (found !== null)
        return found;
    throw new errors/* UserError */.yo(`no release of k3s is in the range "${wish}": the newest of each minor are ${minors.slice(0, 5).join(', ')}, …`);
}
/** The newest release of each minor that is chosen, newest first. */
function chooseReleases(channels, { last, supported, minimum }) {
    const oldest = minimum === undefined ? undefined : semver.coerce(minimum);
    const minors = newestOfMinors(channels).slice(0, supported ? SUPPORTED_MINORS : undefined);
    return minors.filter((release) => !oldest || semver.compare(release, oldest) >= 0).slice(0, last);
}

// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
;// CONCATENATED MODULE: ./src/cluster/k3sChannel.ts





/** Where k3s says which release each of its channels is at. It asks for no token and has no limit of requests. */
const CHANNELS_URL = 'https://update.k3s.io/v1-release/channels';
/**
 * The image of the release that a channel of k3s is at, or the newest one of a range.
 * @param image a reference, which is returned as it is, or `latest`, `stable`, `testing`, `+CHANNEL` or `+RANGE`
 * @param env `K3D_CHANNELS_URL` names another server than k3s's own
 * @param warn told when the server can't be asked, and the table of this program is used instead
 * @throws UserError when there is no such channel, or no release in the range
 */
async function resolveImage(image, env, warn = () => undefined) {
    if (!scalars/* IMAGE_SHORTCUT */.nN.test(image))
        return image;
    return (0,defaults/* k3sImage */.Tt)(releaseFor(image.replace(/^\+/, ''), await readChannels(env, warn)));
}
/** The same cluster with the release that its image means. @throws as `resolveImage` */
async function withRelease(config, env, reporter) {
    return { ...config, image: await resolveImage(config.image, env, (message) => reporter.warn(message)) };
}
/** The channels of k3s, from its server, or as this program knows them. */
async function readChannels(env, warn) {
    const url = env.K3D_CHANNELS_URL || CHANNELS_URL;
    try {
        const answer = await (0,retry/* fetchWithRetries */.ph)(url);
        if (!answer.ok)
            throw new Error(`it answered ${answer.status}`);
        const { data } = (await answer.json());
        return new Map(data.map(({ name, latest }) => [name, latest]));
    }
    catch (error) {
        warn(`The channels of k3s can't be read from ${url}: ${(0,errors/* messageOf */.bD)(error)}; the releases of ${RELEASES_OF} are used instead`);
        return KNOWN_CHANNELS;
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

/***/ 7479:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ checkNodeLabel)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);

/** A name, and what may stand before it (Kubernetes: apimachinery/pkg/util/validation). */
const NAME = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
/** Domains whose labels a kubelet may not give itself, but for these (Kubernetes: pkg/kubelet/apis/well_known_labels.go). */
const RESERVED = /(^|\.)(kubernetes|k8s)\.io$/;
const OWN_DOMAINS = /(^|\.)(kubelet|node)\.kubernetes\.io$/;
const OWN_LABELS = new Set([
    ...['hostname', 'os', 'arch', 'instance-type'].map((name) => `kubernetes.io/${name}`),
    ...['os', 'arch', 'instance-type'].map((name) => `beta.kubernetes.io/${name}`),
    ...['zone', 'region'].map((name) => `topology.kubernetes.io/${name}`),
    ...['zone', 'region'].map((name) => `failure-domain.beta.kubernetes.io/${name}`),
]);
/**
 * Checks a label that a node gives itself: `KEY=VALUE`.
 * @throws UserError when Kubernetes would not let a node in that has it
 */
function checkNodeLabel(text, where) {
    const at = text.indexOf('=');
    if (at === -1)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: "${text}" is no label: expected KEY=VALUE`);
    const [key, value] = [text.slice(0, at), text.slice(at + 1)];
    const refuse = (why) => {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: label "${text}" is none that Kubernetes takes: ${why}`);
    };
    const slash = key.lastIndexOf('/');
    const [prefix, name] = slash === -1 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
    if (!NAME.test(name) || (prefix !== undefined && !PREFIX.test(prefix)))
        refuse('its key has to be at most 63 letters, digits, "-", "_" and ".", after a domain and "/" if need be');
    if (value !== '' && !NAME.test(value))
        refuse('its value has to be at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends');
    if (prefix !== undefined && RESERVED.test(prefix) && !OWN_DOMAINS.test(prefix) && !OWN_LABELS.has(key))
        refuse(`nodes may not give themselves labels of ${prefix}; set it with "kubectl label node" when the cluster is there`);
}


/***/ }),

/***/ 2143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ FIXES)
/* harmony export */ });
/** What k3d repairs in nodes before k3s starts; each can be switched off by `K3D_FIX_<NAME>=0`. */
const FIXES = ['cgroupv2', 'dns', 'mounts'];


/***/ }),

/***/ 8794:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ kubernetesOf)
/* harmony export */ });
/* unused harmony exports readK3sVersion, readVersion */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1954);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8739);




/**
 * The full release of k3s that a text names: `v1.33.5` and `1.33.5` mean their first k3s build.
 * @returns e.g. `v1.33.5+k3s1`
 * @throws UserError when it is no release
 */
function readK3sVersion(text, where) {
    const match = /^v?(\d+\.\d+\.\d+)(-rc\d+)?(?:[+-](k3s\d+))?$/.exec(text);
    if (match === null) {
        throw new UserError(`${where}: "${text}" is no release of k3s: expected e.g. v1.33.5 or v1.33.5+k3s1`);
    }
    return `v${match[1]}${match[2] ?? ''}+${match[3] ?? 'k3s1'}`;
}
/** The release of Kubernetes that an image's tag names, e.g. `1.33.5`. @returns undefined when it names none */
const kubernetesOf = (image) => /:v(\d+\.\d+\.\d+)/.exec(image)?.[1];
/** `stable`, `latest`, `testing`, a minor, or one of k3s's other channels. */
const CHANNEL = /^(stable|latest|testing|v?1\.\d+(-testing)?)$/;
/**
 * The image of the nodes that a text means: a release, a channel (`stable`, `v1.33`), a range (`>=1.31 <1.34`), or an
 * image. Channels and ranges are looked up later: they come as `+` and the text.
 * @throws UserError when it is none of them
 */
function readVersion(text, where) {
    if (/^v?1$/.test(text))
        return '+1.x';
    if (CHANNEL.test(text))
        return `+${text.replace(/^(?=1)/, 'v')}`;
    if (/^v?\d+\.\d+\.\d+(-rc\d+)?([+-]k3s\d+)?$/.test(text))
        return k3sImage(readK3sVersion(text, where));
    if (/[/:]/.test(text))
        return readImage(text, where);
    if (/[<>=^~|*x\s]/.test(text) && semver.validRange(text) !== null)
        return `+${text}`;
    throw new UserError(`${where}: "${text}" is no release of k3s, channel, range or image: expected e.g. v1.33.5, v1.33, stable, ">=1.31 <1.34" or rancher/k3s:v1.33.5-k3s1`);
}


/***/ }),

/***/ 1690:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SC: () => (/* binding */ KUBECONFIG_PATH),
  Ci: () => (/* binding */ planCluster),
  SU: () => (/* binding */ planNetwork)
});

// EXTERNAL MODULE: ./src/config/datastore.ts
var datastore = __webpack_require__(4411);
// EXTERNAL MODULE: ./src/config/nodeLabels.ts
var nodeLabels = __webpack_require__(7479);
// EXTERNAL MODULE: ./src/config/proxy.ts
var proxy = __webpack_require__(1574);
;// CONCATENATED MODULE: ./src/plan/addresses.ts
/** Arithmetic on IPv4 addresses. */
/** The number behind an address. */
function toNumber(address) {
    return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
function toAddress(value) {
    return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
/** First address of a subnet in CIDR notation, and how many it has. */
function rangeOf(subnet) {
    const [address, bits] = subnet.split('/');
    const size = 2 ** (32 - Number(bits));
    return { first: Math.floor(toNumber(address) / size) * size, size };
}
/**
 * The address of a node: the nth after those that k3d keeps free, which are the network's own, the gateway's and `.2`.
 * @returns undefined when the lower half of the subnet has no such address
 */
function nodeAddress(subnet, n) {
    const { first, size } = rangeOf(subnet);
    return 3 + n < size / 2 ? toAddress(first + 3 + n) : undefined;
}
/** The upper half of a subnet: where the engine gives out addresses itself, so that it never takes a node's. */
function upperHalf(subnet) {
    const { first, size } = rangeOf(subnet);
    return `${toAddress(first + size / 2)}/${32 - Math.log2(size / 2)}`;
}
/** How many addresses a pool has at most, and which part of its range it takes at most. */
const POOL_SIZE = 50;
const POOL_PART = 4;
/**
 * Addresses that nobody gives out: the last ones of the lower half of a network that was made for nodes, which have the
 * first ones of it, or the last ones of any other, where an engine begins at the first.
 * @param isOwn whether the upper half is the engine's
 * @returns e.g. `172.18.127.205-172.18.127.254`; empty for no subnet
 */
function addressPool(subnet, isOwn) {
    if (subnet === '')
        return '';
    const { first, size } = rangeOf(subnet);
    const range = isOwn ? size / 2 : size;
    const last = first + range - 2;
    const count = Math.max(1, Math.min(POOL_SIZE, Math.floor(range / POOL_PART)));
    return `${toAddress(last - count + 1)}-${toAddress(last)}`;
}
/** The gateway that k3d gives to a subnet: its first address. */
function gatewayOf(subnet) {
    return toAddress(rangeOf(subnet).first + 1);
}

// EXTERNAL MODULE: ./src/plan/assumed.ts
var assumed = __webpack_require__(4089);
// EXTERNAL MODULE: ./src/plan/datastore.ts
var plan_datastore = __webpack_require__(458);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/plan/labels.ts
var plan_labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/plan/nodes.ts
var plan_nodes = __webpack_require__(2974);
;// CONCATENATED MODULE: ./src/plan/containerLabels.ts




/** The labels that make a container a node of a cluster, as k3d has them. @param ip its fixed address, if it has one */
function containerLabels(config, facts, node, ip) {
    const labels = {
        [plan_labels/* LABEL */.d_.app]: plan_labels/* APP */.uq,
        [plan_labels/* LABEL */.d_.version]: plan_labels/* K3D_CONTRACT_VERSION */.Pm,
        [plan_labels/* LABEL */.d_.role]: node.role,
        [plan_labels/* LABEL */.d_.cluster]: config.name,
        [plan_labels/* LABEL */.d_.clusterURL]: (0,names/* clusterURL */.K9)(config.name),
        [plan_labels/* LABEL */.d_.clusterToken]: facts.token,
        [plan_labels/* LABEL */.d_.imageVolume]: config.imageVolume ? (0,names/* imageVolumeName */.rw)(config.name) : '',
        [plan_labels/* LABEL */.d_.network]: facts.network.name,
        [plan_labels/* LABEL */.d_.networkId]: facts.network.id,
        [plan_labels/* LABEL */.d_.networkIPRange]: facts.network.subnet,
        [plan_labels/* LABEL */.d_.networkExternal]: String(facts.network.external),
        [plan_labels/* LABEL */.d_.serverLoadBalancer]: (0,plan_nodes/* hasLoadBalancer */.NE)(config) ? (0,names/* loadBalancerName */.MH)(config.name) : '',
        [plan_labels/* LABEL */.d_.creation]: facts.creation,
    };
    const nodeName = facts.restored?.get(node.name)?.nodeName ?? node.name;
    if (nodeName !== node.name)
        labels[plan_labels/* LABEL */.d_.nodeName] = `${node.name}=${nodeName}`;
    if (config.hostAliases.length > 0)
        labels[plan_labels/* LABEL */.d_.hostAliases] = JSON.stringify(config.hostAliases);
    if (node.role !== 'server')
        return labels;
    labels[plan_labels/* LABEL */.d_.apiHost] = facts.apiHost;
    labels[plan_labels/* LABEL */.d_.apiHostIP] = config.apiHostIP;
    labels[plan_labels/* LABEL */.d_.apiPort] = String(facts.apiPort);
    if (ip !== undefined)
        labels[plan_labels/* LABEL */.d_.staticIP] = ip;
    if ((0,plan_nodes/* isInitServer */.mM)(config, node))
        labels[plan_labels/* LABEL */.d_.serverInit] = 'true';
    return labels;
}
/** The user's labels of a container, from `KEY=VALUE` texts. */
function userLabels(texts) {
    return Object.fromEntries(texts.map((text) => {
        const at = text.indexOf('=');
        return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
    }));
}
/** @throws UserError when a user's label is one that clusters are found by */
function checkRuntimeLabels(labels) {
    for (const { value, where } of labels) {
        const key = value.split('=')[0];
        if ((0,plan_labels/* isReservedLabel */.JA)(key)) {
            throw new errors/* UserError */.yo(`${where}: label "${key}" is reserved: app, k3d.* and k3s.* are what clusters are found by`);
        }
    }
}

// EXTERNAL MODULE: ./src/plan/entrypoint.ts
var entrypoint = __webpack_require__(8026);
// EXTERNAL MODULE: ./src/plan/caCertificates.ts
var caCertificates = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/plan/files.ts + 2 modules
var files = __webpack_require__(9031);
// EXTERNAL MODULE: ./src/plan/loadBalancer.ts
var loadBalancer = __webpack_require__(9477);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
// EXTERNAL MODULE: ./src/plan/mounts.ts
var plan_mounts = __webpack_require__(5201);
// EXTERNAL MODULE: ./src/plan/hostNetwork.ts
var hostNetwork = __webpack_require__(3579);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
// EXTERNAL MODULE: ./src/config/version.ts
var version = __webpack_require__(8794);
;// CONCATENATED MODULE: ./src/plan/k3sFlags.ts


/** k3s: release notes of v1.26 and v1.27, and the usage of `k3s server` in v1.22 and v1.23. */
const RENAMED = [
    { old: /^--no-deploy(?==|$)/, to: '--disable', in: '>=1.17' },
    { old: /^(--flannel-backend=)?wireguard$/, to: '$1wireguard-native', in: '>=1.26' },
    { old: /^(--flannel-backend=)?wireguard-native$/, to: '$1wireguard', in: '<1.24' },
];
/**
 * Arguments of k3s as the release of an image knows them.
 * @returns the same ones where its tag names no release
 */
function fittingArgs(args, image) {
    const release = (0,version/* kubernetesOf */.Az)(image);
    if (release === undefined)
        return [...args];
    const renames = RENAMED.filter((one) => semver_default().satisfies(release, one.in));
    return args.map((arg) => renames.reduce((word, { old, to }) => word.replace(old, to), arg));
}

// EXTERNAL MODULE: ./src/plan/nodeFiles.ts
var nodeFiles = __webpack_require__(1784);
// EXTERNAL MODULE: ./src/plan/ports.ts
var plan_ports = __webpack_require__(3491);
// EXTERNAL MODULE: ./src/config/k3sArgs.ts
var k3sArgs = __webpack_require__(7504);
;// CONCATENATED MODULE: ./src/plan/inside.ts



/** What k3s takes for pods, services and names of services unless it is told otherwise (docs.k3s.io/cli/server). */
const RANGES = [
    ['--cluster-cidr', '10.42.0.0/16'],
    ['--service-cidr', '10.43.0.0/16'],
];
const DOMAIN_FLAG = '--cluster-domain';
const DOMAIN = 'cluster.local';
/** All that is inside of a cluster or beside it, as NO_PROXY has it: no proxy knows the way there. */
function insideNames(config, facts, nodes) {
    const args = config.k3sArgs.map(({ value }) => value);
    return [
        'localhost',
        '127.0.0.0/8',
        facts.network.subnet,
        ...RANGES.map(([flag, usual]) => (0,k3sArgs/* valuesOf */.sm)(args, flag)[0] ?? usual),
        '.svc',
        `.${(0,k3sArgs/* valuesOf */.sm)(args, DOMAIN_FLAG)[0] ?? DOMAIN}`,
        names/* HOST_NAME */.TI,
        ...nodes.map(({ name }) => name),
        ...facts.registries.map(({ name }) => name),
        ...((0,datastore/* isExternal */.ge)(config.datastore) ? [(0,names/* datastoreName */.XX)(config.name)] : []),
    ];
}

;// CONCATENATED MODULE: ./src/plan/staleAddresses.ts
/**
 * A cluster from a snapshot knows its servers by the addresses that they had, until the new ones are told. Somebody else
 * may have them now, even the cluster that the snapshot was made of, which takes the same certificates. So they are
 * made unreachable, which is noticed at once, where silence would be waited out.
 */
function staleAddressesScript(addresses) {
    return `#!/bin/sh
for address in ${addresses.join(' ')}; do
  ip route add unreachable "$address/32" 2>/dev/null || true # it is there when the node was started before
done
`;
}

;// CONCATENATED MODULE: ./src/plan/cluster.ts






















/** Where servers write their kubeconfig, in k3d's clusters and ours. */
const KUBECONFIG_PATH = '/output/kubeconfig.yaml';
/**
 * The network that the cluster should have; only used when the configuration names no existing one.
 * @param subnet in CIDR notation; undefined: the engine's choice
 */
function planNetwork(config, creation, subnet) {
    return {
        name: config.network ?? (0,names/* networkName */.uv)(config.name),
        labels: { [plan_labels/* LABEL */.d_.app]: plan_labels/* APP */.uq, [plan_labels/* LABEL */.d_.creation]: creation },
        ipam: subnet === undefined ? undefined : { subnet, gateway: gatewayOf(subnet), range: upperHalf(subnet) },
    };
}
/**
 * The containers, volumes and files that make up a cluster. Pure: the same arguments give the same plan.
 * @throws UserError for anything in the configuration that can't be planned, naming where it was written
 */
function planCluster(config, facts) {
    checkRuntimeLabels(config.runtimeLabels);
    (0,hostNetwork/* checkHostNetwork */.Z)(config);
    (0,plan_datastore/* checkDatastore */.Kw)(config);
    for (const { value, where } of config.nodeLabels)
        (0,nodeLabels/* checkNodeLabel */.D)(value, where);
    const nodes = (0,plan_nodes/* plannedNodes */.AM)(config);
    const k3sNodes = nodes.filter((node) => node.role !== 'loadbalancer');
    const ports = (0,plan_ports/* planPorts */.E)(config, nodes);
    const mounts = (0,plan_mounts/* planMounts */.O)(config, nodes, facts.existingVolumes);
    const parts = {
        ports,
        mounts: mounts.perNode,
        files: (0,files/* planFiles */.jP)(config, k3sNodes, facts.registries, addressPool(facts.network.subnet, facts.network.fixedAddresses)),
        env: (0,plan_nodes/* spread */.il)(config.env, nodes, false),
        inside: insideNames(config, facts, nodes),
        args: (0,plan_nodes/* spread */.il)(config.k3sArgs, k3sNodes, false),
        nodeLabels: (0,plan_nodes/* spread */.il)(config.nodeLabels, k3sNodes, false),
        runtimeLabels: (0,plan_nodes/* spread */.il)(config.runtimeLabels, nodes, false),
    };
    for (const { name, role } of k3sNodes)
        (0,assumed/* checkArgs */.ar)(role, parts.args.get(name) ?? [], config.k3sArgs);
    const objectLabels = { [plan_labels/* LABEL */.d_.app]: plan_labels/* APP */.uq, [plan_labels/* LABEL */.d_.version]: plan_labels/* K3D_CONTRACT_VERSION */.Pm, [plan_labels/* LABEL */.d_.cluster]: config.name };
    return {
        volumes: mounts.volumes.map((name) => ({ name, labels: { ...objectLabels, [plan_labels/* LABEL */.d_.creation]: facts.creation } })),
        nodes: nodes.map((node, position) => node.role === 'loadbalancer'
            ? planLoadBalancer(config, facts, node, position, parts)
            : planK3sNode(config, facts, node, position, parts)),
    };
}
function planK3sNode(config, facts, node, position, parts) {
    const isServer = node.role === 'server';
    const { nodeName = node.name, ip = addressOf(facts, position) } = facts.restored?.get(node.name) ?? {};
    const memory = isServer ? config.serversMemory : config.agentsMemory;
    const binds = parts.mounts.get(node.name) ?? [];
    return {
        ...node,
        container: {
            name: node.name,
            hostname: nodeName,
            image: config.image,
            entrypoint: [entrypoint/* NODE_ENTRYPOINT */.Qj],
            command: nodeCommand(config, facts, node, parts),
            env: nodeEnv(config, facts, node, (0,proxy/* withProxy */.fK)(parts.env.get(node.name) ?? [], parts.inside)),
            labels: { ...userLabels(parts.runtimeLabels.get(node.name) ?? []), ...containerLabels(config, facts, node, ip) },
            network: facts.network.name,
            ip,
            ports: publishedPorts(config, facts, node, parts),
            binds,
            tmpfs: ['/run', '/var/run'],
            // What the image has there is in the snapshot, as far as it was used.
            emptyVolumes: facts.restored?.has(node.name) ? freePaths([names/* K3S_DATA_PATH */.Tt], binds) : [],
            extraHosts: extraHosts(config, facts),
            ulimits: config.ulimits,
            memory,
            hostPid: config.hostPidMode,
            gpus: config.gpus,
            privileged: true,
        },
        files: [
            ...(0,nodeFiles/* nodeFiles */.k)(config.disabledFixes, memory, binds),
            ...staleAddressFiles(facts.staleAddresses ?? []),
            ...(0,caCertificates/* caFiles */.e)(config.caCertificates),
            ...(parts.files.get(node.name) ?? []),
        ],
    };
}
const staleAddressFiles = (addresses) => addresses.length === 0 ? [] : [(0,entrypoint/* entrypointScript */.Il)('-addresses', staleAddressesScript(addresses))];
/** Without a load balancer the first server publishes the API itself. */
function publishedPorts(config, facts, node, parts) {
    const own = parts.ports.published.get(node.name) ?? [];
    const hasApi = node.role === 'server' && node.index === 0 && !(0,plan_nodes/* hasLoadBalancer */.NE)(config) && !(0,hostNetwork/* isOnHost */.a)(config);
    return hasApi ? [apiMapping(config, facts), ...own] : [...own];
}
/** Those of the paths at which nothing is mounted. */
const freePaths = (paths, binds) => paths.filter((path) => !binds.some((bind) => (0,volumeSpec/* bindTarget */.PE)(bind) === path));
/** The load balancer publishes the API and passes it on to all servers, beside the ports that the user asked for. */
function planLoadBalancer(config, facts, node, position, parts) {
    const ip = addressOf(facts, position);
    const servers = Array.from({ length: config.servers }, (_, index) => (0,names/* serverName */.L5)(config.name, index));
    return {
        ...node,
        container: (0,loadBalancer/* loadBalancerContainer */.As)({
            name: node.name,
            image: config.loadBalancerImage,
            env: parts.env.get(node.name) ?? [],
            labels: { ...userLabels(parts.runtimeLabels.get(node.name) ?? []), ...containerLabels(config, facts, node, ip) },
            network: facts.network.name,
            ip,
            ports: [apiMapping(config, facts), ...(parts.ports.published.get(node.name) ?? [])],
            binds: parts.mounts.get(node.name) ?? [],
            extraHosts: extraHosts(config, facts),
            open: new Map([[names/* API_PORT_KEY */.Vh, ['server']], ...parts.ports.open]),
        }),
        files: (0,loadBalancer/* loadBalancerFiles */.S9)({
            ports: new Map([[names/* API_PORT_KEY */.Vh, servers], ...parts.ports.proxied]),
            settings: (0,loadBalancer/* settingsWith */.WG)(config.loadBalancerOverrides),
        }),
    };
}
function apiMapping(config, facts) {
    return { hostIP: config.apiHostIP, hostPort: facts.apiPort, containerPort: names/* API_PORT */.lL, protocol: 'tcp' };
}
function addressOf({ network }, position) {
    return network.fixedAddresses ? nodeAddress(network.subnet, position) : undefined;
}
function nodeCommand(config, facts, node, parts) {
    const command = [node.role, ...fittingArgs(parts.args.get(node.name) ?? [], config.image)];
    if ((0,plan_nodes/* isInitServer */.mM)(config, node))
        command.push('--cluster-init');
    for (const label of parts.nodeLabels.get(node.name) ?? [])
        command.push('--node-label', label);
    if (node.role === 'server') {
        command.push('--tls-san', facts.apiHost);
        if (config.apiHostIP !== facts.apiHost)
            command.push('--tls-san', config.apiHostIP);
        command.push('--tls-san', (0,names/* loadBalancerName */.MH)(config.name));
        // A node that is called otherwise in Kubernetes is still reached by its container's name.
        if ((facts.restored?.get(node.name)?.nodeName ?? node.name) !== node.name)
            command.push('--tls-san', node.name);
    }
    return command;
}
function nodeEnv(config, facts, node, user) {
    const env = [...user, `K3S_TOKEN=${facts.token}`];
    const joins = node.role === 'agent' || (node.index > 0 && !(0,datastore/* isExternal */.ge)(config.datastore));
    if (joins)
        env.push(`K3S_URL=${(0,names/* clusterURL */.K9)(config.name)}`);
    // Servers that share a database find each other there.
    if (node.role === 'server' && facts.datastoreEndpoint !== undefined)
        env.push(`${plan_datastore/* ENDPOINT_VARIABLE */.nb}=${facts.datastoreEndpoint}`);
    if (node.role === 'server')
        env.push(`K3S_KUBECONFIG_OUTPUT=${KUBECONFIG_PATH}`);
    return env;
}
/** Entries of /etc/hosts that Docker keeps over restarts: the host itself, and the user's aliases. */
function extraHosts(config, facts) {
    const aliases = config.hostAliases.flatMap((alias) => alias.hostnames.map((name) => `${name}:${alias.ip}`));
    return facts.network.gateway === '' ? aliases : [`${names/* HOST_NAME */.TI}:${facts.network.gateway}`, ...aliases];
}


/***/ }),

/***/ 8026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ entrypointFiles),
/* harmony export */   Il: () => (/* binding */ entrypointScript),
/* harmony export */   Qj: () => (/* binding */ NODE_ENTRYPOINT)
/* harmony export */ });
/* harmony import */ var _config_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2143);

const MEMINFO_PATH = '/etc/k3d-meminfo';
/**
 * What runs in a node before k3s, as k3d has it: a wrapper that runs each fix and then becomes k3s.
 * Unlike k3d's, it does not drain the node when it is stopped: a stopped CI node is not coming back for its pods,
 * and a node that is started again finds them where they were.
 */
const WRAPPER = `#!/bin/sh
# Runs the fixes beside this file, then k3s in place of itself, so that signals reach k3s.
set -eu
for fix in /bin/k3d-entrypoint-*.sh; do
  [ -e "$fix" ] || continue
  sh "$fix" >>/var/log/k3d-entrypoints.log 2>&1 || echo "k3d: $fix failed, see /var/log/k3d-entrypoints.log" >&2
done
exec /bin/k3s "$@"
`;
/** cgroup v2 allows no processes in a group that has children with controllers, so the root's move to a leaf. */
const CGROUP_V2 = `#!/bin/sh
set -eu
root=\${CGROUP_ROOT:-/sys/fs/cgroup}
[ -f "$root/cgroup.controllers" ] || exit 0
mkdir -p "$root/init"
while read -r pid; do
  echo "$pid" >"$root/init/cgroup.procs" || true # it may have ended since
done <"$root/cgroup.procs"
enable=
for controller in $(cat "$root/cgroup.controllers"); do enable="$enable +$controller"; done
echo "\${enable# }" >"$root/cgroup.subtree_control"
`;
/** Kubernetes needs mounts that propagate into pods. */
const MOUNTS = `#!/bin/sh
set -eu
mount --make-rshared /
`;
/**
 * Docker's name server answers on 127.0.0.11, an address that means nothing inside a pod. Its NAT rules are written
 * again for the gateway's address and for forwarded packets, and resolv.conf, which CoreDNS forwards to, names that.
 */
const DNS = `#!/bin/sh
set -eu
docker_dns=127.0.0.11
resolv=\${RESOLV_CONF:-/etc/resolv.conf}
grep -q "$docker_dns" "$resolv" || exit 0
gateway=$(ip -4 route show default | sed -n 's/.* via \\([0-9.]*\\).*/\\1/p' | head -n 1)
[ -n "$gateway" ] || { echo "no default gateway: pods can't use Docker's DNS"; exit 0; }
# Docker writes its rules with the host's kind of iptables; take whichever kind here shows them.
for kind in iptables iptables-nft iptables-legacy; do
  command -v "$kind-save" >/dev/null 2>&1 || continue
  rules=$("$kind-save" -t nat 2>/dev/null) || continue
  case $rules in *"$docker_dns"*) ;; *) continue ;; esac
  printf '%s\\n' "$rules" | sed \\
    -e "s/-d $docker_dns/-d $gateway/g" \\
    -e 's/^-A OUTPUT \\(.*\\) -j DOCKER_OUTPUT$/&\\n-A PREROUTING \\1 -j DOCKER_OUTPUT/' \\
    -e "s/--to-source :53/--to-source $gateway:53/g" | "$kind-restore"
  sed "s/$docker_dns/$gateway/g" "$resolv" >/tmp/resolv.conf
  cat /tmp/resolv.conf >"$resolv" # in place: Docker mounts the file
  rm -f /tmp/resolv.conf
  exit 0
done
echo "no NAT rules for $docker_dns found: pods can't use Docker's DNS"
`;
/**
 * Shows a node with a memory limit the memory that it has: kubelet and cAdvisor read the machine's from /proc/meminfo,
 * and its banks from edac. k3d mounts files of the host over them; made inside, it works with any engine.
 */
const MEMORY = `#!/bin/sh
set -eu
[ -f ${MEMINFO_PATH} ] || exit 0
mount --bind ${MEMINFO_PATH} /proc/meminfo
[ ! -d /sys/devices/system/edac ] || mount -t tmpfs -o ro,size=4k none /sys/devices/system/edac
`;
/** The command that containers of nodes run. */
const NODE_ENTRYPOINT = '/bin/k3d-entrypoint.sh';
const FIX_SCRIPTS = { cgroupv2: CGROUP_V2, dns: DNS, mounts: MOUNTS };
/**
 * The files of the fixes, by k3d's names, so that k3d replaces them by its own when it starts a node of ours.
 * @param disabled fixes that are not wanted
 * @param memory the node's limit in bytes, if it has one
 */
function entrypointFiles(disabled, memory) {
    const fixes = _config_types_js__WEBPACK_IMPORTED_MODULE_0__/* .FIXES */ .W.filter((fix) => !disabled.includes(fix)).map((fix) => entrypointScript(`-${fix}`, FIX_SCRIPTS[fix]));
    const limit = memory === undefined ? [] : [entrypointScript('-memory', MEMORY), meminfo(memory)];
    return [entrypointScript('', WRAPPER), ...fixes, ...limit];
}
/** A script that the wrapper runs. @param name empty: the wrapper itself */
function entrypointScript(name, content) {
    return { path: `/bin/k3d-entrypoint${name}.sh`, content, mode: 0o744 };
}
function meminfo(bytes) {
    const kilobytes = Math.floor(bytes / 1024);
    const all = ['MemTotal', 'MemFree', 'MemAvailable'].map((key) => `${key}: ${kilobytes} kB\n`);
    // Kubelets since 1.32 end where there is no word of swap.
    const none = ['Buffers', 'Cached', 'SwapCached', 'SwapTotal', 'SwapFree'].map((key) => `${key}: 0 kB\n`);
    return { path: MEMINFO_PATH, content: [...all, ...none].join(''), mode: 0o444 };
}


/***/ }),

/***/ 9031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yY: () => (/* binding */ REGISTRIES_PATH),
  jP: () => (/* binding */ planFiles),
  Wi: () => (/* binding */ registriesFile)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/text.ts
var common_text = __webpack_require__(2450);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/config/globs.ts



/**
 * The files that a glob names, sorted, as paths below `cwd`.
 * @throws UserError when it names none
 */
function globs_filesNamed({ value, where }, cwd) {
    const found = globSync(value, { cwd }).filter((path) => statSync(join(cwd, path)).isFile());
    if (found.length === 0)
        throw new UserError(`${where}: "${value}" names no file`);
    return found.sort();
}

// EXTERNAL MODULE: ./src/config/target.ts
var target = __webpack_require__(5165);
;// CONCATENATED MODULE: ./src/config/manifests.ts







/** Stands in a file of a node for a range of addresses that its network leaves free. */
const ADDRESS_POOL = '${K3D_ADDRESS_POOL}';
/** Kinds whose objects do something, and are waited for until they do. */
const AWAITED = (/* unused pure expression or super */ null && (['deployment', 'daemonset', 'statefulset', 'job', 'crd']));
/**
 * Reads manifests by path, glob or URL. A URL has the digest of what is there behind it: `https://…#sha256=…`.
 * @param entries one a line, relative to `cwd`
 * @throws UserError naming the entry, or the file, line and document that is wrong
 */
function readManifests(entries, cwd) {
    const local = [];
    const remote = [];
    for (const { value, where } of entries) {
        if (/^https?:\/\//.test(value)) {
            remote.push(readRemote(value, where));
            continue;
        }
        for (const path of filesNamed({ value, where }, cwd))
            local.push(toManifest(basename(path), textOf(join(cwd, path), where), path));
    }
    return { local, remote };
}
function textOf(path, where) {
    try {
        return readText(path);
    }
    catch (error) {
        throw new UserError(`${where}: ${path} can't be read: ${messageOf(error)}`, { cause: error });
    }
}
function readRemote(value, where) {
    const [url = '', digest = ''] = value.split('#');
    const sha256 = /^sha256=([0-9a-f]{64})$/.exec(digest)?.[1];
    if (sha256 === undefined || !URL.canParse(url))
        throw new UserError(`${where}: "${value}" lacks the digest of what is there: expected URL#sha256=…, as "curl URL | sha256sum" says it`);
    return { url, sha256, where };
}
/**
 * A manifest of a text.
 * @param where its path or URL
 * @throws UserError with file and line for malformed YAML, or for what is no object of Kubernetes
 */
const toManifest = (name, content, where) => ({
    name,
    content,
    where,
    targets: targetsOf(content, where),
});
/** What the parser has to say of malformed YAML, without the place, which is said before it. */
const sentenceOf = ({ message }) => (message.split('\n')[0] ?? '').replace(/ at line.*$/, '');
function targetsOf(content, where) {
    const lines = new LineCounter();
    const documents = parseAllDocuments(content, { lineCounter: lines, logLevel: 'error' });
    const targets = [];
    for (const [index, document] of [...documents].entries()) {
        const [problem] = document.errors;
        if (problem !== undefined)
            throw new UserError(`${where}:${problem.linePos?.[0].line ?? 1}: ${sentenceOf(problem)}`);
        const object = document.toJS();
        if (object === null || object === undefined)
            continue;
        const { line } = lines.linePos(document.contents?.range?.[0] ?? 0);
        targets.push(...targetsIn(object, `${where}:${line}: document ${index + 1}`));
    }
    return targets;
}
function targetsIn(object, where) {
    if (!isMapping(object))
        throw new UserError(`${where} is no object of Kubernetes: expected apiVersion, kind and metadata`);
    const { apiVersion, kind, metadata, items } = object;
    for (const [key, value] of Object.entries({ apiVersion, kind }))
        if (typeof value !== 'string' || value === '')
            throw new UserError(`${where} has no "${key}"`);
    if (String(kind).endsWith('List') && Array.isArray(items))
        return items.flatMap((item) => targetsIn(item, where));
    const { name, namespace = 'default' } = metadata ?? {};
    if (typeof name !== 'string' || name === '')
        throw new UserError(`${where} has no "metadata.name"`);
    return targetOf(String(kind).toLowerCase(), name, String(namespace));
}
function targetOf(kind, name, namespace) {
    // k3s installs a chart by a job of that name.
    if (kind === 'helmchart')
        return [{ kind: 'job', name: `helm-install-${name}`, namespace }];
    const found = AWAITED.find((one) => one === kind || TARGET_KINDS[one].aliases.includes(kind));
    return found === undefined ? [] : [{ kind: found, name, namespace }];
}
/**
 * A folder whose files k3s applies after its own, in the order of their names: a claim that comes before there is a
 * storage class gets none until Kubernetes 1.28.
 */
const FOLDER = 'k3s-manifests/zz-k3d';
/** Files of the first server, which k3s applies in their order. */
const manifestFiles = (manifests) => manifests.map(({ name, content, where }, index) => ({
    // A text with a line break is content, and no path.
    source: content.endsWith('\n') ? content : `${content}\n`,
    destination: `${FOLDER}/${String(index).padStart(2, '0')}-${name.replace(/\.(ya?ml|json)$/, '')}.yaml`,
    nodeFilters: ['server:0'],
    where,
}));
/**
 * Reads `NAME=REPOSITORY/CHART[@VERSION] [-n NAMESPACE]` or `NAME=oci://…[@VERSION]`.
 * @throws UserError when it is malformed
 */
function readChart(text, where) {
    const match = /^([a-z0-9][a-z0-9-]*)=((?:https?|oci):\/\/\S+?)(?:@(v?\d\S*))?(?:\s+-n\s+([a-z0-9-]+))?$/.exec(text);
    const [, name = '', url = '', version, namespace = 'default'] = match ?? [];
    if (match === null || !URL.canParse(url))
        throw new UserError(`${where}: malformed chart "${text}": expected NAME=REPOSITORY/CHART[@VERSION] [-n NAMESPACE], e.g. podinfo=https://stefanprodan.github.io/podinfo/podinfo@6.9.2 -n demo`);
    const isWhole = url.startsWith('oci://') || url.endsWith('.tgz');
    const cut = url.lastIndexOf('/');
    const [repo, chart] = isWhole ? ['', url] : [url.slice(0, cut), url.slice(cut + 1)];
    return { name, repo, chart, version, namespace };
}
/** Namespaces that each cluster has from its beginning. */
const PRESENT_NAMESPACES = (/* unused pure expression or super */ null && (['default', 'kube-system', 'kube-public', 'kube-node-lease']));
/** The objects by which k3s installs a chart (docs.k3s.io/helm). */
function chartManifest({ name, repo, chart, version, namespace, values, bootstrap }) {
    const spec = {
        ...(repo === '' ? {} : { repo }),
        chart,
        ...(version === undefined ? {} : { version }),
        targetNamespace: namespace,
        ...(bootstrap ? { bootstrap } : {}),
        ...(values === undefined ? {} : { valuesContent: stringify(values) }),
    };
    const metadata = { name, namespace: 'kube-system' };
    // Its field for that is unknown to releases before 1.24, and what is unknown is dropped without a word.
    const space = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
    const helmChart = { apiVersion: 'helm.cattle.io/v1', kind: 'HelmChart', metadata, spec };
    const objects = PRESENT_NAMESPACES.includes(namespace) ? [helmChart] : [space, helmChart];
    const content = objects.map((object) => stringify(object)).join('---\n');
    return toManifest(`${name}.yaml`, content, `chart ${name}`);
}

// EXTERNAL MODULE: ./src/config/nodeFilter.ts
var nodeFilter = __webpack_require__(7002);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
// EXTERNAL MODULE: ./src/plan/registry.ts
var registry = __webpack_require__(1088);
;// CONCATENATED MODULE: ./src/plan/files.ts




/** Where k3s reads its registry settings from. */
const REGISTRIES_PATH = volumeSpec/* PATH_SHORTCUTS */.OZ['k3s-registry-config'];
/**
 * The user's files, and registries.yaml, for each node. By now a file's source is its content: reading is done before.
 * @param addresses a range that the network leaves free
 * @throws UserError for malformed filters
 */
function planFiles(config, nodes, registries, addresses = '') {
    const perNode = new Map(nodes.map((node) => [node.name, []]));
    for (const file of config.files) {
        const matched = file.nodeFilters.length === 0 ? nodes : (0,nodeFilter/* matchFilters */.XN)(file.nodeFilters, nodes, file.where);
        for (const node of matched) {
            perNode.get(node.name)?.push({
                path: (0,volumeSpec/* expandDestination */.ZT)(file.destination),
                content: file.source.replaceAll(ADDRESS_POOL, addresses),
                mode: 0o644,
            });
        }
    }
    const settings = (0,registry/* registriesYaml */.zj)(registries, config.registriesYaml);
    for (const node of nodes) {
        if (settings !== undefined)
            perNode.get(node.name)?.push(registriesFile(settings));
        if (node.role === 'server' && node.index === 0)
            perNode.get(node.name)?.push(...(0,registry/* hostingManifest */.M$)(registries));
    }
    return perNode;
}
/** k3s's registry settings as a file of a node. It may hold passwords. */
function registriesFile(content) {
    return { path: REGISTRIES_PATH, content, mode: 0o600 };
}


/***/ }),

/***/ 1784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ nodeFiles)
/* harmony export */ });
/* harmony import */ var _entrypoint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8026);
/* harmony import */ var _config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(613);


/** A folder from which k3s reads settings beside its command line (k3s: pkg/configfilearg). */
const CONFIG_FOLDER = '/etc/rancher/k3s/config.yaml.d';
/**
 * What the kubelet of a node in a container needs otherwise. The `+` adds to what a user's own file has, and the command
 * line wins.
 * - How often it looks at its node's state. It tells of a change only, but it looks every 10 s: a node that was not ready
 *   at the first look would be 10 s late.
 * - The disk is the machine's, and what fills it is seldom the cluster. Above 85 % the kubelet would delete images that no
 *   pod uses at the moment, imported ones too, which nobody can pull again; below 5 % it would evict pods. kind sets the
 *   same (kind: pkg/cluster/internal/kubeadm/config.go).
 */
const KUBELET_SETTINGS = [
    'node-status-update-frequency=1s',
    'image-gc-high-threshold=100',
    'eviction-hard=imagefs.available<0%,nodefs.available<0%,nodefs.inodesFree<0%',
];
/**
 * The files that every node of k3s needs of us.
 * @param disabled fixes that are not wanted
 * @param memory the node's limit in bytes, if it has one
 * @param binds the node's mounts: nothing is written into a folder of the user's
 */
function nodeFiles(disabled, memory, binds) {
    const isMounted = binds.some((bind) => CONFIG_FOLDER.startsWith((0,_config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_1__/* .bindTarget */ .PE)(bind) || ' '));
    const settings = {
        path: `${CONFIG_FOLDER}/00-k3d.yaml`,
        content: `kubelet-arg+:\n${KUBELET_SETTINGS.map((one) => `  - ${one}\n`).join('')}`,
        mode: 0o644,
    };
    return [...(0,_entrypoint_js__WEBPACK_IMPORTED_MODULE_0__/* .entrypointFiles */ .Em)(disabled, memory), ...(isMounted ? [] : [settings])];
}


/***/ }),

/***/ 3491:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ planPorts)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7002);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8628);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2471);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2974);





/**
 * Where the configured ports go. Through the load balancer they reach servers and agents; without one they are
 * published on the first node that the filter means, and servicelb or a NodePort takes it from there.
 * @throws UserError for malformed ports and filters, `@all`, or a proxied port when the load balancer was switched off
 */
function planPorts(config, nodes) {
    const plan = { published: new Map(), proxied: new Map(), open: new Map() };
    for (const entry of config.ports) {
        const mappings = (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePortSpec */ .qy)(entry.value, _names_js__WEBPACK_IMPORTED_MODULE_3__/* .LOOPBACK */ .Ws, entry.where);
        const targets = portTargets(entry, config, nodes);
        const balancer = nodes.find((node) => node.role === 'loadbalancer');
        // Once, however many filters say who is behind it.
        if (balancer !== undefined && targets.some(({ proxied }) => proxied))
            publish(plan, mappings, balancer.name);
        for (const target of targets) {
            if (target.proxied)
                proxy(plan, mappings, target);
            else
                publish(plan, mappings, target.nodes[0].name);
        }
    }
    checkCollisions(plan, config.ports);
    return plan;
}
/** `servers:*` means all servers, and no subset at all does too. */
function openRoles(filter) {
    const [role, subset = '*'] = filter.split(':');
    if (role === 'loadbalancer')
        return ['server', 'agent'];
    if (!['*', 'proxy'].includes(subset))
        return [];
    return [role.startsWith('server') ? 'server' : 'agent'];
}
function portTargets(entry, config, nodes) {
    const k3sNodes = nodes.filter((node) => node.role !== 'loadbalancer');
    const filters = entry.nodeFilters.length === 0 ? ['loadbalancer'] : entry.nodeFilters;
    return filters.map((filter) => {
        const { nodes: matched, suffix } = (0,_config_nodeFilter_js__WEBPACK_IMPORTED_MODULE_1__/* .matchFilter */ .eA)(filter, nodes, entry.where);
        const role = filter.split(':')[0];
        if (role === 'all') {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${entry.where}: port "${entry.value}" can't be published on all nodes: name one, or the loadbalancer`);
        }
        const targets = role === 'loadbalancer' ? k3sNodes : matched;
        if (targets.length === 0) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${entry.where}: node filter "${filter}" of port "${entry.value}" matches no node of this cluster`);
        }
        if (suffix === 'direct') {
            if (role === 'loadbalancer' || targets.length !== 1) {
                throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${entry.where}: "${filter}" of port "${entry.value}" must mean exactly one server or agent`);
            }
            return { proxied: false, nodes: targets, open: [] };
        }
        if ((0,_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .hasLoadBalancer */ .NE)(config))
            return { proxied: true, nodes: targets, open: openRoles(filter) };
        if (config.loadBalancer === 'off') {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${entry.where}: port "${entry.value}" goes through the load balancer, which is switched off: name one node and direct, e.g. ${entry.value}@server:0:direct`);
        }
        return { proxied: false, nodes: targets, open: [] };
    });
}
function publish(plan, mappings, node) {
    plan.published.set(node, [...(plan.published.get(node) ?? []), ...mappings]);
}
function proxy(plan, mappings, target) {
    for (const mapping of mappings) {
        const key = (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .portKey */ .ls)(mapping);
        const names = new Set([...(plan.proxied.get(key) ?? []), ...target.nodes.map((node) => node.name)]);
        plan.proxied.set(key, [...names]);
        plan.open.set(key, [...new Set([...(plan.open.get(key) ?? []), ...target.open])]);
    }
}
function checkCollisions(plan, entries) {
    const seen = new Set();
    for (const mapping of [...plan.published.values()].flat()) {
        if (mapping.hostPort === undefined)
            continue;
        const key = `${mapping.hostIP}:${mapping.hostPort}/${mapping.protocol}`;
        if (seen.has(key)) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${entries[0]?.where ?? 'ports'}: host port ${key} is asked for twice; each can be published once`);
        }
        seen.add(key);
    }
}


/***/ })

};
