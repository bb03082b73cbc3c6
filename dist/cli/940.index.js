export const id = 940;
export const ids = [940];
export const modules = {

/***/ 1672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Om: () => (/* binding */ foundNothing),
/* harmony export */   Os: () => (/* binding */ removeCreation),
/* harmony export */   eO: () => (/* binding */ deleteCluster)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8601);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2471);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7567);





/** Whether a removal found anything at all. */
function foundNothing(removal) {
    const { containers, networks, volumes, problems } = removal;
    return containers.length + networks.length + volumes.length + problems.length === 0;
}
/**
 * Removes a cluster: its containers with their anonymous volumes, its network unless it was there before or others
 * use it, and the volumes labelled as its own. Whatever is gone already is fine, so it can be repeated.
 */
async function deleteCluster(engine, name) {
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .findCluster */ .KG)(engine, name);
    const removal = await removeLabelled(engine, (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterFilter */ .tp)(name));
    if (cluster?.network.external)
        return removal;
    const network = await engine.networks.inspect(cluster?.network.name ?? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_3__/* .networkName */ .uv)(name));
    if (network?.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.app] === _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .APP */ .uq)
        await removeNetwork(engine, network.id, removal);
    return removal;
}
/** Undoes one creation: removes what carries its id and nothing else. */
async function removeCreation(engine, creation) {
    const filter = [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .APP */ .uq}`, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.creation}=${creation}`];
    const removal = await removeLabelled(engine, filter);
    for (const network of await engine.networks.list(filter))
        await removeNetwork(engine, network.id, removal);
    return removal;
}
async function removeLabelled(engine, filter) {
    const removal = { containers: [], networks: [], volumes: [], problems: [] };
    const containers = await engine.containers.list(filter);
    await each(containers, removal, removal.containers, 'container', (container) => engine.containers.remove(container.id));
    const volumes = await engine.volumes.list(filter);
    await each(volumes, removal, removal.volumes, 'volume', (volume) => engine.volumes.remove(volume.name));
    return removal;
}
async function each(items, removal, done, kind, remove) {
    await Promise.all(items.map(async (item) => {
        try {
            await remove(item);
            done.push(item.name);
        }
        catch (error) {
            removal.problems.push(`${kind} ${item.name}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
        }
    }));
}
/** How often and how long apart a network's removal is tried: endpoints of removed containers take a moment to go. */
const NETWORK_TRIES = 10;
const NETWORK_PAUSE_MS = 200;
async function removeNetwork(engine, id, removal) {
    for (let left = NETWORK_TRIES;; left--) {
        const network = await engine.networks.inspect(id);
        if (network === undefined)
            return;
        // Someone else's container is on it: the network is in use and stays.
        if (network.containers.length > 0 && left === 0)
            return;
        try {
            await engine.networks.remove(id);
            removal.networks.push(network.name);
            return;
        }
        catch (error) {
            if (left === 0) {
                removal.problems.push(`network ${network.name}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
                return;
            }
            await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .y)(NETWORK_PAUSE_MS);
        }
    }
}


/***/ }),

/***/ 7219:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ resolveConfig)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/portSpec.ts
var portSpec = __webpack_require__(8628);
// EXTERNAL MODULE: ./src/config/scalars.ts + 1 modules
var scalars = __webpack_require__(8739);
;// CONCATENATED MODULE: ./src/config/fields.ts



const not = (layer) => (text, where) => layer(!(0,scalars/* readBoolean */.Vf)(text, where));
/** All single values of a config file. The same paths, with `_` for `.` and in capitals, are k3d's environment variables. */
const FIELDS = [
    { path: 'metadata.name', read: (text, where) => ({ name: (0,scalars/* readName */.MQ)(text, where) }) },
    { path: 'servers', read: (text, where) => ({ servers: (0,scalars/* readServers */.lf)(text, where) }) },
    { path: 'agents', read: (text, where) => ({ agents: (0,scalars/* readAgents */.$e)(text, where) }) },
    { path: 'image', read: (text, where) => ({ image: (0,scalars/* readImage */.AM)(text, where) }) },
    { path: 'network', read: (text, where) => ({ network: (0,scalars/* readNetwork */.Lp)(text, where) }) },
    { path: 'subnet', read: (text, where) => ({ subnet: (0,scalars/* readSubnet */.Uh)(text, where) }) },
    { path: 'token', read: (text, where) => ({ token: (0,scalars/* readToken */.AI)(text, where) }) },
    { path: 'kubeAPI.host', read: (text) => ({ apiHost: text }) },
    { path: 'kubeAPI.hostIP', read: readHostIP },
    { path: 'kubeAPI.hostPort', read: (text, where) => ({ apiPort: (0,portSpec/* parseApiPort */.r)(text, where).port }) },
    { path: 'options.k3d.wait', read: (text, where) => ({ wait: (0,scalars/* readBoolean */.Vf)(text, where) }) },
    { path: 'options.k3d.timeout', read: (text, where) => ({ timeoutMs: (0,scalars/* readTimeout */.OW)(text, where) }) },
    {
        path: 'options.k3d.disableLoadbalancer',
        read: (text, where) => ({ loadBalancer: (0,scalars/* readBoolean */.Vf)(text, where) ? 'off' : 'on' }),
    },
    { path: 'options.k3d.disableImageVolume', read: not((imageVolume) => ({ imageVolume })) },
    { path: 'options.k3d.disableRollback', read: not((rollback) => ({ rollback })) },
    {
        path: 'options.kubeconfig.updateDefaultKubeconfig',
        read: (text, where) => ({ updateDefaultKubeconfig: (0,scalars/* readBoolean */.Vf)(text, where) }),
    },
    {
        path: 'options.kubeconfig.switchCurrentContext',
        read: (text, where) => ({ switchCurrentContext: (0,scalars/* readBoolean */.Vf)(text, where) }),
    },
    { path: 'options.runtime.serversMemory', read: (text, where) => ({ serversMemory: (0,scalars/* readMemory */.S1)(text, where) }) },
    { path: 'options.runtime.agentsMemory', read: (text, where) => ({ agentsMemory: (0,scalars/* readMemory */.S1)(text, where) }) },
    { path: 'options.runtime.hostPidMode', read: (text, where) => ({ hostPidMode: (0,scalars/* readBoolean */.Vf)(text, where) }) },
];
function readHostIP(text, where) {
    const { hostIP } = (0,portSpec/* parseApiPort */.r)(`${text.includes(':') ? `[${text}]` : text}:random`, where);
    if (hostIP === undefined)
        throw new errors/* UserError */.yo(`${where}: "${text}" is no IP address`);
    return { apiHostIP: hostIP };
}
/** The environment variable that overrides a field: `options.k3d.wait` → `K3D_OPTIONS_K3D_WAIT`. */
function envName(path) {
    return `K3D_${path.replaceAll('.', '_').toUpperCase()}`;
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
        layer.loadBalancerImage = (0,scalars/* readImage */.AM)(env.K3D_IMAGE_LOADBALANCER, 'environment variable K3D_IMAGE_LOADBALANCER');
    }
    return layer;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var dist_ajv = __webpack_require__(2463);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./src/common/nearest.ts

/**
 * The known word that a mistyped one most likely stands for.
 * @returns undefined when nothing known is close enough to be a plausible typing error.
 */
function nearest(word, known) {
    if (known.length === 0)
        return undefined;
    const folded = new Map(known.map((name) => [name.toLowerCase(), name]));
    const best = (0,mod/* closest */.kp)(word.toLowerCase(), [...folded.keys()]);
    const tolerance = Math.max(2, Math.floor(word.length / 3));
    return (0,mod/* distance */.Io)(word.toLowerCase(), best) <= tolerance ? folded.get(best) : undefined;
}
/** `; did you mean "x"?`, or a list of what is known when nothing is near. Meant to end a sentence. */
function suggestion(word, known) {
    const near = nearest(word, known);
    return near === undefined ? `; known are ${known.join(', ')}` : `; did you mean "${near}"?`;
}

// EXTERNAL MODULE: ./src/config/layers.ts
var config_layers = __webpack_require__(1978);
;// CONCATENATED MODULE: ./src/config/schema.ts
/** The config file's schema, k3d.io/v1alpha5, kind Simple, as k3d documents it. Strings hold what `fields.ts` reads. */
const nodeFilters = { type: 'array', items: { type: 'string' } };
const string = { type: 'string' };
const schema_boolean = { type: 'boolean' };
const strings = { type: 'array', items: string };
/** An object with just these properties. */
function object(properties, required = []) {
    return { type: 'object', properties, required, additionalProperties: false };
}
const list = (items) => ({ type: 'array', items });
const CONFIG_API_VERSION = 'k3d.io/v1alpha5';
const CONFIG_KIND = 'Simple';
const CONFIG_SCHEMA = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'k3d cluster configuration',
    ...object({
        apiVersion: { const: CONFIG_API_VERSION },
        kind: { const: CONFIG_KIND },
        metadata: object({ name: string }),
        servers: { type: 'integer', minimum: 1 },
        agents: { type: 'integer', minimum: 0 },
        kubeAPI: object({ host: string, hostIP: string, hostPort: { type: ['string', 'integer'] } }),
        image: string,
        network: string,
        subnet: string,
        token: string,
        volumes: list(object({ volume: string, nodeFilters }, ['volume'])),
        ports: list(object({ port: string, nodeFilters }, ['port'])),
        env: list(object({ envVar: string, nodeFilters }, ['envVar'])),
        files: list(object({ source: string, destination: string, description: string, nodeFilters }, ['source', 'destination'])),
        hostAliases: list(object({ ip: string, hostnames: strings }, ['ip', 'hostnames'])),
        registries: object({ config: string }),
        options: object({
            k3d: object({
                wait: schema_boolean,
                timeout: string,
                disableLoadbalancer: schema_boolean,
                disableImageVolume: schema_boolean,
                disableRollback: schema_boolean,
            }),
            k3s: object({
                extraArgs: list(object({ arg: string, nodeFilters }, ['arg'])),
                nodeLabels: list(object({ label: string, nodeFilters }, ['label'])),
            }),
            kubeconfig: object({ updateDefaultKubeconfig: schema_boolean, switchCurrentContext: schema_boolean }),
            runtime: object({
                serversMemory: string,
                agentsMemory: string,
                hostPidMode: schema_boolean,
                labels: list(object({ label: string, nodeFilters }, ['label'])),
                ulimits: list(object({ name: string, soft: { type: 'integer' }, hard: { type: 'integer' } }, ['name', 'soft', 'hard'])),
            }),
        }),
    }, ['apiVersion', 'kind']),
};
/** Parts of k3d's schema that are known but not supported yet, with what can be done instead. */
const UNSUPPORTED = {
    'registries.create': 'registries are not supported yet',
    'registries.use': 'registries are not supported yet',
    'options.k3d.loadbalancer': 'settings of the load balancer are not supported yet',
    'options.runtime.gpuRequest': 'GPUs are not supported yet',
};

;// CONCATENATED MODULE: ./src/config/file.ts









/** Reads a config file from disk. @throws UserError naming file and line */
function readConfigFile(path, env, cwd) {
    const full = (0,external_node_path_.resolve)(cwd, path);
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(full, 'utf8');
    }
    catch (error) {
        const missing = error.code === 'ENOENT';
        throw new errors/* UserError */.yo(`config file ${path} ${missing ? 'does not exist' : `can't be read: ${(0,errors/* messageOf */.bD)(error)}`}`, {
            cause: error,
        });
    }
    return parseConfig(text, { path: full, env, cwd });
}
/**
 * The layer that a k3d config document describes.
 * @throws UserError with file and line for YAML that is malformed, unknown keys and values of the wrong kind
 */
function parseConfig(text, surroundings) {
    const name = surroundings.path ?? 'inline config';
    const lines = new dist/* LineCounter */.HN();
    const documents = (0,dist/* parseAllDocuments */.hR)(expandEnv(text, surroundings.env), { lineCounter: lines, prettyErrors: false });
    const [document, ...others] = Array.isArray(documents) ? documents.filter((one) => one.contents !== null) : [];
    if (document === undefined)
        throw new errors/* UserError */.yo(`${name} is empty: expected a ${CONFIG_API_VERSION} document`);
    const problem = document.errors[0];
    if (problem !== undefined) {
        const { line, col } = lines.linePos(problem.pos[0]);
        throw new errors/* UserError */.yo(`${name}:${line}:${col}: malformed YAML: ${problem.message}`);
    }
    if (others.length > 0)
        throw new errors/* UserError */.yo(`${name} has ${others.length + 1} documents; one cluster a file is supported`);
    const located = { document, lines, name };
    checkKind(located);
    checkSchema(located);
    return toLayer(located, surroundings);
}
/** Go's os.ExpandEnv, which k3d applies to the raw text: `$VAR` and `${VAR}`; what is unset becomes nothing. */
function expandEnv(text, env) {
    return text.replace(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g, (_all, braced, bare) => env[braced ?? bare] ?? '');
}
function checkKind(located) {
    const { document, name } = located;
    const { apiVersion, kind } = (document.toJS() ?? {});
    const where = placeOf(located, ['apiVersion']);
    if (apiVersion !== CONFIG_API_VERSION) {
        const found = apiVersion === undefined ? 'no apiVersion' : `apiVersion ${show(apiVersion)}`;
        throw new errors/* UserError */.yo(`${apiVersion === undefined ? name : where}: ${found}; expected ${CONFIG_API_VERSION}`);
    }
    if (kind !== CONFIG_KIND)
        throw new errors/* UserError */.yo(`${placeOf(located, ['kind'])}: kind ${show(kind)}; expected ${CONFIG_KIND}`);
}
function checkSchema(located) {
    const value = located.document.toJS();
    for (const [path, why] of Object.entries(UNSUPPORTED)) {
        const parts = path.split('.');
        if (located.document.hasIn(parts))
            throw new errors/* UserError */.yo(`${placeOf(located, parts)}: "${path}": ${why}`);
    }
    const ajv = new dist_ajv.Ajv({ verbose: true, allowUnionTypes: true, strict: false });
    const validate = ajv.compile(CONFIG_SCHEMA);
    if (validate(value))
        return;
    const error = validate.errors[0];
    const path = pointerPath(error.instancePath);
    const subject = path.length === 0 ? 'the document' : `"${path.join('.')}"`;
    throw new errors/* UserError */.yo(describeSchemaError(located, error, path, subject));
}
function describeSchemaError(located, error, path, subject) {
    const where = placeOf(located, path);
    switch (error.keyword) {
        case 'additionalProperties': {
            const key = error.params.additionalProperty;
            const known = Object.keys(error.parentSchema.properties);
            return `${placeOf(located, [...path, key])}: unknown key "${[...path, key].join('.')}"${suggestion(key, known)}`;
        }
        case 'required':
            return `${where}: ${subject} lacks "${error.params.missingProperty}"`;
        case 'type':
            return `${where}: ${subject} must be ${typeName(error.params.type)}, not ${show(error.data)}`;
        default:
            return `${where}: ${subject} ${error.message ?? 'is wrong'}, not ${show(error.data)}`;
    }
}
function typeName(type) {
    const names = {
        integer: 'a whole number',
        string: 'a text',
        boolean: 'true or false',
        array: 'a list',
        object: 'a mapping',
    };
    return [type]
        .flat()
        .map((one) => names[one] ?? one)
        .join(' or ');
}
function show(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
function pointerPath(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}
/** `file:line` of the nearest thing that is there. */
function placeOf({ document, lines, name }, path) {
    for (let depth = path.length; depth >= 0; depth--) {
        const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
        const range = node?.range;
        if (range)
            return `${name}:${lines.linePos(range[0]).line}`;
    }
    return name;
}
function toLayer(located, surroundings) {
    const { document } = located;
    const layer = {};
    for (const field of FIELDS) {
        const path = field.path.split('.');
        const value = document.getIn(path);
        if (value === undefined || value === null || value === '')
            continue;
        Object.assign(layer, field.read(String(value), `${placeOf(located, path)}: "${field.path}"`));
    }
    const filtered = (path, key) => readFiltered(located, path.split('.'), key);
    layer.ports = filtered('ports', 'port');
    layer.volumes = filtered('volumes', 'volume').map((entry) => (0,config_layers/* resolveVolume */.jv)(entry, surroundings.cwd));
    layer.env = filtered('env', 'envVar');
    layer.k3sArgs = filtered('options.k3s.extraArgs', 'arg');
    layer.nodeLabels = filtered('options.k3s.nodeLabels', 'label');
    layer.runtimeLabels = filtered('options.runtime.labels', 'label');
    layer.files = readFiles(located, surroundings);
    const value = document.toJS();
    layer.hostAliases = value.hostAliases;
    layer.ulimits = value.options?.runtime?.ulimits;
    const registries = value.registries?.config;
    if (registries) {
        layer.registriesYaml = inlineOrFile(registries, surroundings, `${placeOf(located, ['registries', 'config'])}: "registries.config"`);
    }
    return layer;
}
function readFiltered(located, path, key) {
    const entries = located.document.toJS() ?? {};
    const found = path.reduce((value, part) => value?.[part], entries);
    return (found ?? []).map((entry, index) => ({
        value: String(entry[key]),
        nodeFilters: entry.nodeFilters ?? [],
        where: `${placeOf(located, [...path, index])}: "${path.join('.')}"`,
    }));
}
function readFiles(located, surroundings) {
    const { files } = located.document.toJS();
    return (files ?? []).map((file, index) => {
        const where = `${placeOf(located, ['files', index])}: "files"`;
        const source = inlineOrFile(file.source, surroundings, where);
        return { source, destination: file.destination, nodeFilters: file.nodeFilters ?? [], where };
    });
}
/** A text with a line break is the content itself, anything else a path relative to the config file, as in k3d. */
function inlineOrFile(source, { path, cwd }, where) {
    if (source.includes('\n'))
        return source;
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(path === undefined ? cwd : (0,external_node_path_.dirname)(path), source), 'utf8');
    }
    catch (error) {
        throw new errors/* UserError */.yo(`${where}: file "${source}" can't be read: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
;// CONCATENATED MODULE: ./src/config/merge.ts

/**
 * One configuration from several layers, the later ones winning: defaults < file < environment < inputs or flags.
 * Single values replace each other; lists grow, as k3d's flags add to what the file has.
 */
function mergeLayers(...layers) {
    const merged = { ...defaults/* DEFAULTS */.zY };
    for (const layer of layers) {
        for (const [key, value] of Object.entries(layer)) {
            if (value === undefined)
                continue;
            const before = merged[key];
            merged[key] =
                Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
        }
    }
    return merged;
}

;// CONCATENATED MODULE: ./src/config/resolve.ts



/** Reads and merges all sources: defaults < file < environment < flags or inputs. @throws UserError for any mistake in one */
function resolveConfig({ config, env, layers, cwd, defaults = {} }) {
    return mergeLayers(defaults, config === undefined ? {} : readLayer(config, env, cwd), environmentLayer(env), ...layers);
}
function readLayer(config, env, cwd) {
    return config.includes('\n') ? parseConfig(config, { path: undefined, env, cwd }) : readConfigFile(config, env, cwd);
}


/***/ }),

/***/ 4451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OH: () => (/* binding */ kubeconfigPaths),
/* harmony export */   St: () => (/* binding */ defaultKubeconfigPath),
/* harmony export */   fQ: () => (/* binding */ writeKubeconfig),
/* harmony export */   h3: () => (/* binding */ removeFromFile),
/* harmony export */   nQ: () => (/* binding */ mergeIntoFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var proper_lockfile__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3648);
/* harmony import */ var proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(proper_lockfile__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1922);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9741);








/** The file that kubectl writes to by default: the first of KUBECONFIG, else ~/.kube/config. */
function defaultKubeconfigPath(env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) {
    const first = (env.KUBECONFIG ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).find((path) => path !== '');
    return first ?? (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.kube', 'config');
}
/** All files that kubectl reads by default. */
function kubeconfigPaths(env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) {
    const listed = (env.KUBECONFIG ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).filter((path) => path !== '');
    return listed.length > 0 ? listed : [(0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.kube', 'config')];
}
/** Merges a cluster's entries into a kubeconfig file, which is made if need be. @throws UserError if that can't be done */
function mergeIntoFile(path, added, switchContext) {
    return updateFile(path, (config) => (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .mergeKubeconfig */ .mS)(config, added, switchContext));
}
/** Takes a cluster's entries out of a kubeconfig file. A file that is not there needs no change. */
async function removeFromFile(path, cluster) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return;
    await updateFile(path, (config) => (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutCluster */ .TM)(config, cluster));
}
/** Writes a kubeconfig file anew, readable by its owner only. */
async function writeKubeconfig(path, config) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path), { recursive: true });
    await replaceFile(path, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .formatKubeconfig */ .hS)(config));
}
/**
 * Reads, changes and replaces a kubeconfig under a lock of our own, so that two of us can't lose each other's
 * entries. The file is replaced by a rename: whoever reads it sees the old or the new one, never half of it.
 */
async function updateFile(path, change) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path), { recursive: true });
        // Through a link, so that the link stays one.
        const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path) : path;
        const release = await proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default().lock(target, {
            realpath: false,
            lockfilePath: `${target}.k3d-lock`,
            stale: 10_000,
            retries: { retries: 60, minTimeout: 50, maxTimeout: 500 },
        });
        try {
            const config = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(target) ? (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .parseKubeconfig */ .DU)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(target, 'utf8'), target) : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyKubeconfig */ .xc)();
            await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_6__/* .formatKubeconfig */ .hS)(change(config)));
        }
        finally {
            await release();
        }
    }
    catch (error) {
        if (error instanceof _common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo)
            throw error;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function replaceFile(path, text) {
    const part = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.part`;
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(part, 'wx', 0o600);
        try {
            await file.writeFile(text);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(part, path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(path, 0o600);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(part, { force: true });
        throw error;
    }
}


/***/ })

};
