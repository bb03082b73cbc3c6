export const id = 505;
export const ids = [505];
export const modules = {

/***/ 6267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sortTags: () => (/* binding */ sortTags),
  version: () => (/* binding */ version_version),
  versionList: () => (/* binding */ versionList)
});

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
// EXTERNAL MODULE: ./src/docker/auth.ts
var auth = __webpack_require__(7372);
;// CONCATENATED MODULE: ./src/docker/registryApi.ts


/** How long a registry may take to answer, in milliseconds. */
const TIMEOUT_MS = 15_000;
/**
 * The tags of an image's repository, as its registry lists them (distribution: HTTP API v2).
 * @param repository e.g. `rancher/k3s` or `localhost:5000/team/app`
 * @throws UserError when the registry can't be asked
 */
async function listTags(repository, env) {
    const host = (0,auth/* registryOf */.F)(repository);
    const path = host === 'docker.io' ? repository.replace(/^docker\.io\//, '') : repository.slice(host.length + 1);
    const base = baseURL(host);
    const tags = [];
    try {
        let next = `${base}/v2/${path}/tags/list?n=1000`;
        let authorization;
        while (next !== undefined) {
            const url = next;
            let answer = await ask(url, authorization);
            if (answer.status === 401) {
                authorization = await authorize(answer.headers.get('www-authenticate') ?? '', repository, env);
                answer = await ask(url, authorization);
            }
            if (!answer.ok)
                throw new Error(`it answered ${answer.status}`);
            tags.push(...((await answer.json()).tags ?? []));
            const link = /<([^>]+)>/.exec(answer.headers.get('link') ?? '')?.[1];
            next = link === undefined ? undefined : new URL(link, url).href;
        }
        return tags;
    }
    catch (error) {
        const reason = error instanceof TypeError && error.cause !== undefined ? (0,errors/* messageOf */.bD)(error.cause) : (0,errors/* messageOf */.bD)(error);
        throw new errors/* UserError */.yo(`the tags of ${repository} can't be read from ${base}: ${reason}`, { cause: error });
    }
}
/** Docker speaks plain HTTP to this machine only. */
function baseURL(host) {
    if (host === 'docker.io')
        return 'https://registry-1.docker.io';
    return `${/^(localhost|127\.\d+\.\d+\.\d+)(:\d+)?$/.test(host) ? 'http' : 'https'}://${host}`;
}
function ask(url, authorization) {
    const headers = authorization === undefined ? {} : { authorization };
    return fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
}
/** Answers a registry's challenge: with the user's login, or a token that its realm gives out. */
async function authorize(challenge, repository, env) {
    const login = await (0,auth/* registryAuth */.I)(repository, env);
    const basic = login?.username === undefined
        ? undefined
        : `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
    const found = [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2]]);
    const parts = Object.fromEntries(found);
    if (!/^bearer/i.test(challenge) || !parts.realm)
        return basic;
    const url = new URL(parts.realm);
    for (const key of ['service', 'scope'])
        if (parts[key])
            url.searchParams.set(key, parts[key]);
    const answer = await ask(url.href, basic);
    if (!answer.ok)
        throw new Error(`${url.host} answered ${answer.status}`);
    const { token, access_token: accessToken } = (await answer.json());
    return `Bearer ${token ?? accessToken}`;
}

// EXTERNAL MODULE: ./src/plan/labels.ts
var labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cli/output.ts
var output = __webpack_require__(6657);
// EXTERNAL MODULE: ./src/cli/version.ts
var version = __webpack_require__(3882);
;// CONCATENATED MODULE: ./src/cli/commands/version.ts








/** `k3d version` */
function version_version(options) {
    const value = { 'k3d-action': version/* VERSION */.x, k3d: labels/* K3D_CONTRACT_VERSION */.Pm, k3s: defaults/* DEFAULT_K3S_VERSION */.h8 };
    (0,output/* print */.yy)(options.output, value, () => [
        `k3d-action ${version/* VERSION */.x}`,
        `compatible with k3d ${labels/* K3D_CONTRACT_VERSION */.Pm}`,
        `k3s ${defaults/* DEFAULT_K3S_VERSION */.h8} (default)`,
    ].join('\n'));
}
/** Repositories of what k3d knows by name. */
const COMPONENTS = {
    k3s: defaults/* K3S_IMAGE_REPOSITORY */.rK,
    k3d: 'ghcr.io/k3d-io/k3d',
    'k3d-proxy': 'ghcr.io/k3d-io/k3d-proxy',
    'k3d-tools': 'ghcr.io/k3d-io/k3d-tools',
};
/** `k3d version list` */
async function versionList(component, options) {
    const repository = COMPONENTS[component] ?? component;
    if (!repository.includes('/')) {
        throw new errors/* UserError */.yo(`argument COMPONENT: "${component}" is unknown: give ${Object.keys(COMPONENTS).join(', ')}, or an image with its registry`);
    }
    (0,scalars/* readImage */.AM)(repository, 'argument COMPONENT');
    const include = readPattern(options.include, 'flag --include');
    const exclude = readPattern(options.exclude, 'flag --exclude');
    const limit = (0,scalars/* readInteger */.JI)(0, 100_000)(options.limit, 'flag --limit');
    const tags = (await listTags(repository, process.env)).filter((tag) => include.test(tag) && !exclude.test(tag));
    const sorted = sortTags(tags, options.sort);
    const shown = limit === 0 ? sorted : sorted.slice(0, limit);
    for (const tag of shown)
        console.log(options.format === 'repo' ? `${repository}:${tag}` : tag);
}
function readPattern(text, where) {
    try {
        return new RegExp(text);
    }
    catch (error) {
        throw new errors/* UserError */.yo(`${where}: "${text}" is no regular expression`, { cause: error });
    }
}
/** Releases by their version, other tags by their name before them. */
function sortTags(tags, order) {
    if (order === 'off')
        return [...tags];
    const ascending = [...tags].sort((a, b) => {
        const [left, right] = [semver_default().parse(a, { loose: true }), semver_default().parse(b, { loose: true })];
        if (left === null || right === null)
            return Number(left !== null) - Number(right !== null) || a.localeCompare(b);
        return left.compare(right) || left.compareBuild(right);
    });
    return order === 'asc' ? ascending : ascending.reverse();
}


/***/ }),

/***/ 7372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ registryOf),
/* harmony export */   I: () => (/* binding */ registryAuth)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);





/** Key under which the docker CLI keeps what it knows of Docker Hub. */
const HUB_KEY = 'https://index.docker.io/v1/';
/** How long a credential helper may take, in milliseconds. */
const HELPER_TIMEOUT_MS = 20_000;
/** The registry that an image reference names, `docker.io` when it names none. */
function registryOf(reference) {
    const [first, ...rest] = reference.split('/');
    const isHost = rest.length > 0 && (first.includes('.') || first.includes(':') || first === 'localhost');
    return isHost && first !== 'index.docker.io' ? first : 'docker.io';
}
/**
 * The credentials that `docker login` left for an image's registry: from the config file or its credential helper.
 * @returns undefined when nobody has logged in there
 * @throws UserError when the config file is no JSON or the helper can't be run
 */
async function registryAuth(reference, env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)()) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.DOCKER_CONFIG || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, '.docker'), 'config.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return undefined;
    let config;
    try {
        config = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${path} can't be read as JSON: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
    const registry = registryOf(reference);
    const key = registry === 'docker.io' ? HUB_KEY : registry;
    const helper = config.credHelpers?.[key] ?? config.credHelpers?.[registry] ?? config.credsStore;
    if (helper) {
        const found = await askHelper(helper, key);
        if (found !== undefined)
            return found;
    }
    return fromFile(config, key, registry);
}
function fromFile(config, key, registry) {
    const entry = config.auths?.[key] ?? config.auths?.[registry] ?? config.auths?.[`https://${registry}`];
    if (entry === undefined)
        return undefined;
    if (entry.identitytoken)
        return { identitytoken: entry.identitytoken, serveraddress: key };
    const decoded = entry.auth
        ? Buffer.from(entry.auth, 'base64').toString('utf8')
        : `${entry.username}:${entry.password}`;
    const colon = decoded.indexOf(':');
    if (colon <= 0)
        return undefined;
    return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1), serveraddress: key };
}
/** Asks a credential helper as its protocol has it: the server on standard input, JSON on standard output. */
function askHelper(helper, server) {
    const program = `docker-credential-${helper}`;
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, ['get'], { stdio: ['pipe', 'pipe', 'ignore'], timeout: HELPER_TIMEOUT_MS });
        let output = '';
        child.stdout.on('data', (chunk) => {
            output += chunk;
        });
        child.on('error', (error) => reject(new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the Docker credential helper ${program} can't be run: ${error.message}`, { cause: error })));
        child.on('close', (code) => resolve(code === 0 ? parseHelperAnswer(output, server) : undefined));
        child.stdin.on('error', () => undefined); // it may end without reading
        child.stdin.end(server);
    });
}
function parseHelperAnswer(output, server) {
    try {
        const { Username, Secret } = JSON.parse(output);
        // `<token>` says that the secret is an identity token (docker-credential-helpers).
        if (Username === '<token>')
            return { identitytoken: Secret, serveraddress: server };
        return { username: Username, password: Secret, serveraddress: server };
    }
    catch {
        return undefined;
    }
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
