export const id = 345;
export const ids = [345];
export const modules = {

/***/ 3561:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ ensureImage)
/* harmony export */ });
/* unused harmony export isTransientPull */
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _common_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9183);
/* harmony import */ var _docker_auth_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7372);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6556);




/** Pause between two words on a pull's progress, in milliseconds. */
const PROGRESS_EVERY_MS = 5000;
/** How often a pull is tried, and the pause before the second try in milliseconds; later ones are longer. */
const PULL_TRIES = 4;
/** How often each place is tried where there are several. */
const PULL_TRIES_EACH = 2;
const PULL_PAUSE_MS = 2000;
/**
 * What an engine says when a registry, or the way to it, is not well. Docker Hub's limit is among it: it often is one of
 * many limits, and a moment later there is room again.
 */
const TRANSIENT = /toomanyrequests|too many requests|429|\b50[0234]\b|bad gateway|service unavailable|gateway time-?out|internal server error|connection (reset|refused)|EOF|TLS handshake timeout|i\/o timeout|net\/http|request canceled|context deadline exceeded|temporary failure|server misbehaving/i;
/** Refusals that stay refusals, whatever else is said with them. */
const FINAL = /denied|unauthorized|not found|manifest unknown|no basic auth|invalid reference/i;
/** Whether a pull may go well when it is tried again. */
function isTransientPull(error) {
    if (!(error instanceof _docker_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .N))
        return error instanceof Error && 'code' in error;
    return !FINAL.test(error.message) && TRANSIENT.test(error.message);
}
/**
 * Sees to it that the engine has an image, pulling it if need be: from its registry, again if that is busy, then from
 * the mirrors that `K3D_IMAGE_MIRRORS` names (hosts with commas between; for images of Docker Hub).
 * @param pauseMs before the second try
 * @returns whether it was pulled
 * @throws UserError when it does not exist or can't be pulled
 */
async function ensureImage(engine, reference, reporter, signal, { env = process.env, pauseMs = PULL_PAUSE_MS } = {}) {
    if ((await engine.images.inspect(reference)) !== undefined) {
        reporter.debug(`image ${reference} is there already`);
        return false;
    }
    const mirrors = mirrorsOf(reference, env);
    const failures = [];
    for (const source of [reference, ...mirrors]) {
        try {
            await pull(engine, source, reporter, signal, {
                pauseMs,
                tries: mirrors.length > 0 ? PULL_TRIES_EACH : PULL_TRIES,
            });
            if (source !== reference)
                await engine.images.tag(source, reference);
            return true;
        }
        catch (error) {
            signal.throwIfAborted();
            if (mirrors.length === 0 || !(error instanceof _docker_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .N))
                throw explainPullFailure(reference, error);
            failures.push(`${source}: ${error.message}`);
            reporter.warn(`Image ${source} can't be pulled: ${error.message}`);
        }
    }
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`image ${reference} can't be pulled from its registry or a mirror: ${failures.join('; ')}`);
}
/** Where an image of Docker Hub is to be had besides. */
function mirrorsOf(reference, env) {
    if ((0,_docker_auth_js__WEBPACK_IMPORTED_MODULE_2__/* .registryOf */ .F)(reference) !== 'docker.io')
        return [];
    const hosts = (env.K3D_IMAGE_MIRRORS ?? '').split(/[\s,]+/).filter((host) => host !== '');
    const path = reference.replace(/^docker\.io\//, '');
    return hosts.map((host) => `${host.replace(/\/+$/, '')}/${path.includes('/') ? path : `library/${path}`}`);
}
async function pull(engine, reference, reporter, signal, often) {
    reporter.info(`Pulling image ${reference}`);
    let last = performance.now();
    const onRetry = (message) => reporter.warn(message);
    const retries = { ...often, isTransient: isTransientPull, signal, onRetry };
    await (0,_common_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(`Pulling image ${reference}`, retries, () => engine.images.pull(reference, ({ current, total }) => {
        if (performance.now() - last < PROGRESS_EVERY_MS)
            return;
        last = performance.now();
        reporter.info(`Pulling image ${reference}: ${megabytes(current)} of ${megabytes(total)} MB`);
    }, signal));
}
const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
function explainPullFailure(reference, error) {
    if (!(error instanceof _docker_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .N))
        return error;
    const missing = error.status === 404 && !/denied|unauthorized/i.test(error.message);
    const what = missing ? `image ${reference} does not exist` : `image ${reference} can't be pulled`;
    const times = isTransientPull(error) ? `, tried ${PULL_TRIES} times` : '';
    return new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${what}${times}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
}


/***/ }),

/***/ 9183:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   ph: () => (/* binding */ fetchWithRetries)
/* harmony export */ });
/* unused harmony export retryAfter */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5320);



/** Longest pause between two tries, in milliseconds, also when a server asks for more. */
const LONGEST_PAUSE_MS = 60_000;
/**
 * Runs `work` until it succeeds, fails for good, or has failed as often as it may.
 * @param what is tried, for messages
 * @throws what the last try threw; the signal's reason once it is aborted
 */
async function retry(what, retries, work) {
    const { tries, pauseMs, isTransient, signal, onRetry } = retries;
    for (let attempt = 1;; attempt++) {
        try {
            return await work(attempt);
        }
        catch (error) {
            signal.throwIfAborted();
            if (attempt >= tries || !isTransient(error))
                throw error;
            // A little chance, so that jobs of a matrix do not come back all at once.
            const own = pauseMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
            const pause = Math.min(LONGEST_PAUSE_MS, Math.max(own, error instanceof BusyError ? (error.retryAfterMs ?? 0) : 0));
            onRetry(`${what}: try ${attempt} of ${tries} failed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}; again in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(pause)}`);
            await (0,_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .sleep */ .y)(pause, signal);
        }
    }
}
/** A server that can't answer now. */
class BusyError extends Error {
    name = 'BusyError';
    /** What it asks to wait, in milliseconds. */
    retryAfterMs;
    constructor(message, retryAfterMs) {
        super(message);
        this.retryAfterMs = retryAfterMs;
    }
}
/** How often a server is asked, and the pause before it is asked again, in milliseconds. */
const FETCH_TRIES = 4;
const FETCH_PAUSE_MS = 1000;
/** How long one answer may take, in milliseconds. */
const FETCH_TIMEOUT_MS = 15_000;
/**
 * Asks a URL, again after a pause if the server is busy (429, with its Retry-After), broken (5xx) or the connection
 * fails. Other refusals are returned for the caller to judge.
 * @throws Error naming the reason, and how often it was tried if more than once
 */
async function fetchWithRetries(url, init = {}, { pauseMs = FETCH_PAUSE_MS, onRetry = () => undefined } = {}) {
    const signal = new AbortController().signal;
    const retries = { tries: FETCH_TRIES, pauseMs, signal, onRetry, isTransient: () => true };
    let attempts = 0;
    try {
        return await retry(url, retries, async (attempt) => {
            attempts = attempt;
            const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
            if (answer.status !== 429 && answer.status < 500)
                return answer;
            await answer.body?.cancel();
            throw new BusyError(`it answered ${answer.status}`, retryAfter(answer.headers.get('retry-after')));
        });
    }
    catch (error) {
        const times = attempts > 1 ? ` (tried ${attempts} times)` : '';
        throw new Error(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchFailure */ .Z5)(error)}${times}`, { cause: error });
    }
}
/** Milliseconds of a Retry-After header: seconds, or a date (RFC 9110). */
function retryAfter(header, now = Date.now()) {
    if (header === null)
        return undefined;
    if (/^\d+$/.test(header.trim()))
        return Number(header) * 1000;
    const until = Date.parse(header);
    return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}


/***/ }),

/***/ 5750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ Timeline),
/* harmony export */   s: () => (/* binding */ renderTimeline)
/* harmony export */ });
/** Records where the time goes. Phases may overlap, since much of the work runs side by side. */
class Timeline {
    phases = [];
    /** When it was made, in milliseconds since 1970. */
    begun = Date.now();
    #origin = performance.now();
    /** Milliseconds since the timeline was made. */
    now() {
        return performance.now() - this.#origin;
    }
    /** Runs `work` as a phase called `name`; a rejection is recorded and passed on. */
    async run(name, work) {
        const phase = { name, start: this.now(), end: Number.NaN, failed: false };
        this.phases.push(phase);
        try {
            return await work();
        }
        catch (error) {
            phase.failed = true;
            throw error;
        }
        finally {
            phase.end = this.now();
        }
    }
    /** Records a phase that began at `start` and ends now. */
    add(name, start) {
        this.phases.push({ name, start, end: this.now(), failed: false });
    }
}
/** The phases as text, one a line, with a bar that shows when each ran. `width` is the bar's width in characters. */
function renderTimeline(phases, width = 40) {
    const total = Math.max(1, ...phases.map((phase) => phase.end || 0));
    const nameWidth = Math.max(0, ...phases.map((phase) => phase.name.length));
    return phases
        .map((phase) => {
        const end = Number.isNaN(phase.end) ? total : phase.end;
        const from = Math.min(width - 1, Math.floor((phase.start / total) * width));
        const length = Math.max(1, Math.round(((end - phase.start) / total) * width));
        const bar = `${' '.repeat(from)}${'█'.repeat(Math.min(length, width - from))}`.padEnd(width);
        const seconds = ((end - phase.start) / 1000).toFixed(1).padStart(6);
        return `${phase.name.padEnd(nameWidth)} ${seconds} s  ${bar}${phase.failed ? ' failed' : ''}`.trimEnd();
    })
        .join('\n');
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

/***/ 6367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ caFiles),
/* harmony export */   r: () => (/* binding */ CA_PATH)
/* harmony export */ });
/**
 * A folder of which Go's programs (k3s, containerd, dockerd, a registry) trust every certificate, besides the one file
 * that a system has (crypto/x509: root_linux.go). What is there already is not touched.
 */
const CA_PATH = '/etc/ssl/certs/k3d-extra-ca.pem';
/** Extra certificates as a file of a container. @param pem undefined: none */
const caFiles = (pem) => pem === undefined ? [] : [{ path: CA_PATH, content: pem, mode: 0o644 }];


/***/ }),

/***/ 1088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ hostingManifest),
/* harmony export */   MA: () => (/* binding */ registryAddress),
/* harmony export */   RO: () => (/* binding */ planRegistry),
/* harmony export */   WL: () => (/* binding */ PROXY_URL_VARIABLE),
/* harmony export */   df: () => (/* binding */ REGISTRY_DATA_PATH),
/* harmony export */   ik: () => (/* binding */ REGISTRY_PORT),
/* harmony export */   jP: () => (/* binding */ registryFacts),
/* harmony export */   ol: () => (/* binding */ nameOfRegistry),
/* harmony export */   zj: () => (/* binding */ registriesYaml)
/* harmony export */ });
/* unused harmony export withMirrors */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _common_shapes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(991);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3848);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2471);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9580);






/** Port on which a registry listens unless it is told otherwise. */
const REGISTRY_PORT = 5000;
/** Where a registry keeps images. */
const REGISTRY_DATA_PATH = '/var/lib/registry';
/** Where a registry's program is told the URL of the registry that it passes requests on to. */
const PROXY_URL_VARIABLE = 'REGISTRY_PROXY_REMOTEURL';
/** The container's name of a registry that is made with a cluster. */
function nameOfRegistry(spec, cluster) {
    return spec.name ?? (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .clusterRegistryName */ .nB)(cluster);
}
/** @param hostPort host port that it gets */
function registryFacts(spec, cluster, hostPort) {
    return {
        name: nameOfRegistry(spec, cluster),
        internalPort: spec.enforcePortMatch ? hostPort : REGISTRY_PORT,
        externalPort: hostPort,
        proxyURL: spec.proxy?.remoteURL,
    };
}
/** The container of a registry, with k3d's labels. */
function planRegistry(spec, placement) {
    const { cluster, network, creation, hostPort, proxies = [] } = placement;
    const { name, internalPort } = registryFacts(spec, cluster, hostPort);
    const env = [];
    if (internalPort !== REGISTRY_PORT)
        env.push(`REGISTRY_HTTP_ADDR=:${internalPort}`);
    if (spec.deleteEnabled)
        env.push('REGISTRY_STORAGE_DELETE_ENABLED=true');
    if (spec.proxy !== undefined) {
        env.push(`${PROXY_URL_VARIABLE}=${spec.proxy.remoteURL}`, ...proxies);
        if (spec.proxy.username !== '') {
            env.push(`REGISTRY_PROXY_USERNAME=${spec.proxy.username}`, `REGISTRY_PROXY_PASSWORD=${spec.proxy.password}`);
        }
    }
    return (0,_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .plainContainer */ .M)({
        name,
        image: spec.image,
        env,
        labels: {
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.app]: _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .APP */ .uq,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.version]: _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .K3D_CONTRACT_VERSION */ .Pm,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.role]: 'registry',
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.cluster]: cluster,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.registryHost]: spec.hostIP,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.registryHostIP]: spec.hostIP,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.registryPortExternal]: String(hostPort),
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.registryPortInternal]: String(internalPort),
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.creation]: creation,
        },
        network,
        ports: [{ hostIP: spec.hostIP, hostPort, containerPort: internalPort, protocol: 'tcp' }],
        binds: spec.volumes,
    });
}
/**
 * k3s's `registries.yaml`: each registry is found under its name with either port and, so that one reference fits the
 * host and the cluster, under `localhost` with its host port. A pull-through cache stands in for what it is a cache of.
 * @param own the user's own settings, which win
 * @returns undefined when there is nothing to say
 * @throws UserError when the user's settings are malformed
 */
function registriesYaml(registries, own) {
    const settings = own === undefined ? {} : parseOwn(own);
    if (registries.length === 0)
        return own;
    const mirrors = {};
    for (const { name, internalPort, externalPort, proxyURL } of registries) {
        const mirror = { endpoint: [`http://${name}:${internalPort}`] };
        for (const host of new Set([`${name}:${externalPort}`, `${name}:${internalPort}`, `localhost:${externalPort}`])) {
            mirrors[host] = mirror;
        }
        if (proxyURL !== undefined) {
            const upstream = mirroredHost(proxyURL);
            mirrors[upstream] = { endpoint: [...(mirrors[upstream]?.endpoint ?? []), ...mirror.endpoint] };
        }
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ ...settings, mirrors: { ...mirrors, ...settings.mirrors } }, { aliasDuplicateObjects: false });
}
/**
 * Settings of `registries.yaml` with places to ask for images of Docker Hub before Docker Hub itself.
 * @param own the user's other settings; what those say of Docker Hub comes after
 * @param where they were written, for messages
 * @throws UserError when they are malformed
 */
function withMirrors(own, urls, where) {
    const wrong = urls.find((url) => !/^https?:\/\/[^/\s]+(\/\S*)?$/.test(url));
    if (wrong !== undefined)
        throw new UserError(`${where}: "${wrong}" is no URL of a registry: expected e.g. http://10.0.0.5:5000`);
    const settings = own === undefined ? {} : parseOwn(own);
    const before = settings.mirrors?.['docker.io'];
    const rest = isMapping(before) ? before : {};
    const endpoint = [...urls, ...(Array.isArray(rest.endpoint) ? rest.endpoint : [])];
    return stringify({ ...settings, mirrors: { ...settings.mirrors, 'docker.io': { ...rest, endpoint } } });
}
/** The name under which containerd knows what a URL leads to: Docker Hub has a host name that no reference has. */
function mirroredHost(url) {
    const { host } = new URL(url);
    return /^(registry-1|index)\.docker\.io$/.test(host) ? 'docker.io' : host;
}
function parseOwn(text) {
    let value;
    try {
        value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`registries.yaml is malformed: ${error.message.split('\n')[0]}`, { cause: error });
    }
    if (value === null)
        return {};
    if (!(0,_common_shapes_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(value))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('registries.yaml must be a mapping with "mirrors" and "configs"');
    const settings = value;
    for (const [key, part] of Object.entries(settings)) {
        if (key !== 'mirrors' && key !== 'configs' && key !== 'auths') {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`registries.yaml: unknown key "${key}": "mirrors" and "configs" are known`);
        }
        if (part !== null && !(0,_common_shapes_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(part))
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`registries.yaml: "${key}" must be a mapping`);
    }
    return settings;
}
/** Where k3s finds manifests that it applies by itself. */
const HOSTING_MANIFEST = `${_names_js__WEBPACK_IMPORTED_MODULE_3__/* .K3S_DATA_PATH */ .Tt}/server/manifests/k3d-local-registry-hosting.yaml`;
/**
 * Tells tools in the cluster which registry to push to, as KEP-1755 has it: a manifest that k3s applies. The document
 * can name one registry; it is the first that takes pushes.
 */
function hostingManifest(registries) {
    const registry = registries.find(({ proxyURL }) => proxyURL === undefined);
    if (registry === undefined)
        return [];
    const inside = `${registry.name}:${registry.internalPort}`;
    const hosting = {
        host: `localhost:${registry.externalPort}`,
        hostFromClusterNetwork: inside,
        hostFromContainerRuntime: inside,
        help: 'https://k3d.io/stable/usage/registries/',
    };
    const manifest = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'local-registry-hosting', namespace: 'kube-public' },
        data: { 'localRegistryHosting.v1': (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(hosting) },
    };
    return [{ path: HOSTING_MANIFEST, content: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(manifest), mode: 0o600 }];
}
/** Where a registry is reached from the host. */
function registryAddress(hostIP, port) {
    return `${hostIP === '0.0.0.0' || hostIP === _names_js__WEBPACK_IMPORTED_MODULE_3__/* .LOOPBACK */ .Ws ? 'localhost' : hostIP}:${port}`;
}


/***/ })

};
