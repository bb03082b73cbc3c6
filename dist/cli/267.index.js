export const id = 267;
export const ids = [267];
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
// EXTERNAL MODULE: ./src/config/scalars.ts
var scalars = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/common/retry.ts
var retry = __webpack_require__(9183);
// EXTERNAL MODULE: ./src/docker/auth.ts
var auth = __webpack_require__(7372);
;// CONCATENATED MODULE: ./src/docker/registryApi.ts



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
        throw new errors/* UserError */.yo(`the tags of ${repository} can't be read from ${base}: ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
        });
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
    return (0,retry/* fetchWithRetries */.ph)(url, { headers });
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

// EXTERNAL MODULE: ./src/contract/labels.ts
var labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/cli/output.ts
var output = __webpack_require__(6657);
// EXTERNAL MODULE: ./src/cli/version.ts
var version = __webpack_require__(3882);
;// CONCATENATED MODULE: ./src/cli/commands/version.ts








/** `k3d version` */
function version_version(options) {
    const k3s = (0,defaults/* k3sTag */.Cs)(defaults/* DEFAULT_K3S_VERSION */.h8);
    const value = { 'k3d-action': version/* VERSION */.x, k3d: labels/* K3D_CONTRACT_VERSION */.Pm, k3s };
    (0,output/* print */.y)(options.output, value, () => [
        // As k3d begins: ctlptl and scripts read it.
        `k3d version ${labels/* K3D_CONTRACT_VERSION */.Pm}`,
        `k3s version ${k3s} (default)`,
        `k3d-action ${version/* VERSION */.x}`,
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

/***/ 9183:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   ph: () => (/* binding */ fetchWithRetries)
/* harmony export */ });
/* unused harmony export retryAfter */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8601);



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
        : // An empty entry says that the credentials are in a helper, which has none then.
            `${entry.username ?? ''}:${entry.password ?? ''}`;
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


/***/ })

};
