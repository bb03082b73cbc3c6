export const id = 974;
export const ids = [974];
export const modules = {

/***/ 65:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ placeOf),
  r: () => (/* binding */ readDocuments)
});

// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(2463);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/nearest.ts
var nearest = __webpack_require__(7535);
;// CONCATENATED MODULE: ./src/config/migrate.ts

/** Older versions of the config file, the oldest first. */
const MIGRATABLE = ['k3d.io/v1alpha2', 'k3d.io/v1alpha3', 'k3d.io/v1alpha4'];
const CURRENT = 'k3d.io/v1alpha5';
/**
 * Brings a document to the current version, in place, so that comments and line numbers stay. What each version changed
 * is k3d's (pkg/config: v1alpha3/migrations.go and its successors).
 * @param from one of `MIGRATABLE`
 */
function migrateDocument(document, from) {
    const steps = [toV1alpha3, toV1alpha4];
    for (const step of steps.slice(MIGRATABLE.indexOf(from)))
        step(document);
    // v1alpha5 only added fields.
    document.setIn(['apiVersion'], CURRENT);
}
/** Filters `server[0]` become `server:0`; labels and arguments of k3s move below `options`. */
function toV1alpha3(document) {
    for (const key of ['volumes', 'ports', 'env', 'labels']) {
        for (const entry of itemsOf(document, [key])) {
            if (!(0,dist/* isMap */.jh)(entry))
                continue;
            const filters = entry.get('nodeFilters');
            for (const filter of (0,dist/* isSeq */.oP)(filters) ? filters.items : []) {
                if ((0,dist/* isScalar */.jn)(filter))
                    filter.value = String(filter.value).replace(/\[([^\]]*)\]/, ':$1');
            }
        }
    }
    move(document, ['labels'], ['options', 'runtime', 'labels']);
    const args = [
        ...takeArgs(document, 'extraServerArgs', 'server:*'),
        ...takeArgs(document, 'extraAgentArgs', 'agent:*'),
    ];
    if (args.length > 0)
        document.setIn(['options', 'k3s', 'extraArgs'], document.createNode(args));
    const create = document.getIn(['registries', 'create']);
    if (create === true)
        document.setIn(['registries', 'create'], document.createNode({}));
    else if (create === false || create === null)
        document.deleteIn(['registries', 'create']);
    // The host's entry is always there since v1alpha3.
    document.deleteIn(['options', 'k3d', 'disableHostIPInjection']);
}
function toV1alpha4(document) {
    move(document, ['name'], ['metadata', 'name']);
}
function takeArgs(document, key, nodeFilter) {
    const path = ['options', 'k3s', key];
    const args = itemsOf(document, path).map((item) => ({
        arg: (0,dist/* isScalar */.jn)(item) ? item.value : item,
        nodeFilters: [nodeFilter],
    }));
    if (document.hasIn(path))
        document.deleteIn(path);
    return args;
}
function itemsOf(document, path) {
    const node = document.getIn(path, true);
    return (0,dist/* isSeq */.oP)(node) ? node.items : [];
}
function move(document, from, to) {
    if (!document.hasIn(from))
        return;
    const node = document.getIn(from, true);
    document.deleteIn(from);
    document.setIn(to, node);
}

// EXTERNAL MODULE: ./src/config/schema.ts
var schema = __webpack_require__(131);
;// CONCATENATED MODULE: ./src/config/document.ts






/**
 * The documents of a config file, brought to the current version and checked against its schema.
 * @param name of the file, for messages
 * @param env what variables stand for; undefined: they stay as they are written
 * @throws UserError with file and line for YAML that is malformed, unknown keys and values of the wrong kind
 */
function readDocuments(text, name, env) {
    const lines = new dist/* LineCounter */.HN();
    const parsed = (0,dist/* parseAllDocuments */.hR)(env === undefined ? text : expandEnv(text, env), {
        lineCounter: lines,
        prettyErrors: false,
    });
    const documents = Array.isArray(parsed) ? parsed.filter((one) => one.contents !== null || one.errors.length > 0) : [];
    if (documents.length === 0)
        throw new errors/* UserError */.yo(`${name} is empty: expected a ${schema/* CONFIG_API_VERSION */.Z7} document`);
    return documents.map((document) => {
        const problem = document.errors[0];
        if (problem !== undefined) {
            const { line, col } = lines.linePos(problem.pos[0]);
            throw new errors/* UserError */.yo(`${name}:${line}:${col}: malformed YAML: ${problem.message}`);
        }
        const located = { document, lines, name, migratedFrom: undefined };
        checkAliases(document, name);
        const version = checkKind(located);
        if (version !== schema/* CONFIG_API_VERSION */.Z7) {
            migrateDocument(document, version);
            located.migratedFrom = version;
        }
        checkSchema(located);
        return located;
    });
}
/** Aliases are resolved when the document becomes values: one may name no anchor, or so many that they would fill the memory. */
function checkAliases(document, name) {
    try {
        document.toJS();
    }
    catch (error) {
        throw new errors/* UserError */.yo(`${name}: malformed YAML: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
/** Go's os.ExpandEnv, which k3d applies to the raw text: `$VAR` and `${VAR}`; what is unset becomes nothing. */
function expandEnv(text, env) {
    return text.replace(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g, (_all, braced, bare) => env[braced ?? bare] ?? '');
}
/** @returns the version that the document is written in */
function checkKind(located) {
    const { document, name } = located;
    const { apiVersion, kind } = (document.toJS() ?? {});
    const where = placeOf(located, ['apiVersion']);
    if (apiVersion !== schema/* CONFIG_API_VERSION */.Z7 && !MIGRATABLE.includes(apiVersion)) {
        const found = apiVersion === undefined ? 'no apiVersion' : `apiVersion ${show(apiVersion)}`;
        throw new errors/* UserError */.yo(`${apiVersion === undefined ? name : where}: ${found}; expected ${schema/* CONFIG_API_VERSION */.Z7}, or an older one from ${MIGRATABLE[0]}`);
    }
    if (kind !== schema/* CONFIG_KIND */.SB)
        throw new errors/* UserError */.yo(`${placeOf(located, ['kind'])}: kind ${show(kind)}; expected ${schema/* CONFIG_KIND */.SB}`);
    return apiVersion;
}
/** Compiled when it is needed first. */
let validate;
function checkSchema(located) {
    validate ??= new ajv.Ajv({ verbose: true, allowUnionTypes: true, strict: false }).compile(schema/* CONFIG_SCHEMA */.ln);
    if (validate(located.document.toJS()))
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
            return `${placeOf(located, [...path, key])}: unknown key "${[...path, key].join('.')}"${(0,nearest/* suggestion */.h)(key, known)}`;
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


/***/ }),

/***/ 1974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RG: () => (/* binding */ readConfigFile),
/* harmony export */   im: () => (/* binding */ readConfigText),
/* harmony export */   o4: () => (/* binding */ parseConfig)
/* harmony export */ });
/* unused harmony export inlineOrFile */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _common_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2450);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81);
/* harmony import */ var _layers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1978);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2471);
/* harmony import */ var _registrySpec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8068);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8739);









/** The text of a config file on disk. @throws UserError when it can't be read */
function readConfigText(path, cwd) {
    try {
        return (0,_common_text_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, path));
    }
    catch (error) {
        const missing = error.code === 'ENOENT';
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`config file ${path} ${missing ? 'does not exist' : `can't be read: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`}`, {
            cause: error,
        });
    }
}
/** Reads a config file from disk. @throws UserError naming file and line */
function readConfigFile(path, env, cwd) {
    return parseConfig(readConfigText(path, cwd), { path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, path), env, cwd });
}
/**
 * The layers that the documents of a k3d config file describe, one a cluster.
 * @throws UserError with file and line for YAML that is malformed, unknown keys and values of the wrong kind
 */
function parseConfig(text, surroundings) {
    const name = surroundings.path ?? 'inline config';
    const documents = (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocuments */ .r)(text, name, surroundings.env);
    const old = documents.find((located) => located.migratedFrom !== undefined);
    const notice = `${name} is written for ${old?.migratedFrom}: "k3d config migrate" brings it up to date`;
    return { layers: documents.map((one) => toLayer(one, surroundings)), notices: old === undefined ? [] : [notice] };
}
function toLayer(located, surroundings) {
    const { document } = located;
    const layer = {};
    for (const field of _fields_js__WEBPACK_IMPORTED_MODULE_4__/* .FIELDS */ .cJ) {
        const path = field.path.split('.');
        const value = document.getIn(path);
        if (value === undefined || value === null || value === '')
            continue;
        Object.assign(layer, field.read(String(value), `${(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(located, path)}: "${field.path}"`));
    }
    const filtered = (path, key) => readFiltered(located, path.split('.'), key);
    layer.ports = filtered('ports', 'port');
    layer.volumes = filtered('volumes', 'volume').map((entry) => (0,_layers_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveVolume */ .jv)(entry, surroundings.cwd));
    layer.env = filtered('env', 'envVar');
    layer.k3sArgs = filtered('options.k3s.extraArgs', 'arg');
    layer.nodeLabels = filtered('options.k3s.nodeLabels', 'label');
    layer.runtimeLabels = filtered('options.runtime.labels', 'label');
    layer.files = readFiles(located, surroundings);
    const value = document.toJS();
    layer.hostAliases = value.hostAliases;
    layer.ulimits = value.options?.runtime?.ulimits;
    layer.loadBalancerOverrides = value.options?.k3d?.loadbalancer?.configOverrides?.map((text, index) => (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_7__/* .readLoadBalancerOverride */ .LW)(text, at(located, ['options', 'k3d', 'loadbalancer', 'configOverrides', index])));
    readRegistries(located, surroundings, layer);
    return layer;
}
/** Where a value stands, and its name. */
function at(located, path) {
    return `${(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(located, path)}: "${path.join('.')}"`;
}
function readRegistries(located, surroundings, layer) {
    const { registries } = located.document.toJS();
    const { create, use, config } = registries ?? {};
    const base = ['registries', 'create'];
    if (Array.isArray(create)) {
        layer.registriesCreate = create.map((raw, index) => readRegistry(raw, located, [...base, index], surroundings.cwd));
    }
    else if (create)
        layer.registriesCreate = [readRegistry(create, located, base, surroundings.cwd)];
    layer.registriesUse = use?.map((text, index) => (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_7__/* .readRegistryUse */ .rp)(text, at(located, ['registries', 'use', index])));
    if (config)
        layer.registriesYaml = inlineOrFile(config, surroundings, at(located, ['registries', 'config']));
}
function readRegistry(raw, located, path, cwd) {
    const where = (key) => at(located, [...path, key]);
    const spec = (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_7__/* .defaultRegistry */ .Vm)(at(located, path));
    const { remoteURL = '', username = '', password = '' } = raw.proxy ?? {};
    const volume = (value) => (0,_layers_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveVolume */ .jv)({ value, nodeFilters: [], where: where('volumes') }, cwd).value;
    return {
        ...spec,
        name: raw.name ? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .checkContainerName */ .RG)(raw.name, where('name')) : undefined,
        hostIP: raw.host ? (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_7__/* .readHostIP */ .qB)(raw.host, where('host')) : spec.hostIP,
        hostPort: (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_7__/* .readHostPort */ .Ib)(String(raw.hostPort ?? ''), where('hostPort')),
        image: raw.image ? (0,_scalars_js__WEBPACK_IMPORTED_MODULE_8__/* .readImage */ .AM)(raw.image, where('image')) : spec.image,
        proxy: (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_7__/* .readProxy */ .nM)(remoteURL, username, password, where('proxy')),
        volumes: (raw.volumes ?? []).map(volume),
        enforcePortMatch: raw.enforcePortMatch ?? false,
    };
}
function readFiltered(located, path, key) {
    const entries = located.document.toJS() ?? {};
    const found = path.reduce((value, part) => value?.[part], entries);
    return (found ?? []).map((entry, index) => ({
        value: String(entry[key]),
        nodeFilters: entry.nodeFilters ?? [],
        where: `${(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(located, [...path, index])}: "${path.join('.')}"`,
    }));
}
function readFiles(located, surroundings) {
    const { files } = located.document.toJS();
    return (files ?? []).map((file, index) => {
        const where = `${(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(located, ['files', index])}: "files"`;
        const source = inlineOrFile(file.source, surroundings, where);
        return { source, destination: file.destination, nodeFilters: file.nodeFilters ?? [], where };
    });
}
/** A text with a line break is the content itself, anything else a path relative to the config file, as in k3d. */
function inlineOrFile(source, { path, cwd }, where) {
    if (source.includes('\n'))
        return source;
    try {
        return (0,_common_text_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path === undefined ? cwd : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), source));
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${where}: file "${source}" can't be read: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SB: () => (/* binding */ CONFIG_KIND),
/* harmony export */   Z7: () => (/* binding */ CONFIG_API_VERSION),
/* harmony export */   ln: () => (/* binding */ CONFIG_SCHEMA)
/* harmony export */ });
/** The config file's schema, k3d.io/v1alpha5, kind Simple. Strings hold what `fields.ts` reads. */
const text = (description) => ({ type: 'string', description });
const flag = (description) => ({ type: 'boolean', description });
const count = (description, minimum) => ({ type: 'integer', minimum, description });
const port = (description) => ({ type: ['string', 'integer'], description });
const list = (items, description) => ({ type: 'array', items, description });
/** An object with just these properties. */
function object(properties, description, required = []) {
    return { type: 'object', description, properties, required, additionalProperties: false };
}
const nodeFilters = list({ type: 'string' }, 'which nodes: server:0, servers:*, agent:0,1, agents:1-3, loadbalancer, all; ports may add :proxy or :direct');
/** A list of values of which each is for some nodes. */
function filtered(key, value, description) {
    return list(object({ [key]: text(value), nodeFilters }, description, [key]), description);
}
const CONFIG_API_VERSION = 'k3d.io/v1alpha5';
const CONFIG_KIND = 'Simple';
const registry = object({
    name: text('name of its container (default: k3d-CLUSTER-registry)'),
    host: text('host address on which it is published (default: 127.0.0.1)'),
    hostPort: port('host port, or random (default: a free one)'),
    image: text('image of the registry (default: registry:2)'),
    proxy: object({
        remoteURL: text('URL of the registry whose images are passed on and kept, e.g. https://registry-1.docker.io'),
        username: text('user at that registry'),
        password: text('password at that registry'),
    }, 'makes it a pull-through cache'),
    volumes: list({ type: 'string' }, 'mounts, [SOURCE:]DESTINATION[:OPTIONS]'),
    enforcePortMatch: flag('listen on the host port inside the network too'),
}, 'a registry to make with the cluster');
const k3dOptions = object({
    wait: {
        type: ['boolean', 'string'],
        description: 'what to wait for: false, true, nodes, system, all or layers (default: true)',
    },
    timeout: text('give up after this long, e.g. 90s or 5m (default: 5m)'),
    disableLoadbalancer: flag('no load balancer in front of the servers'),
    disableImageVolume: flag('no volume for imported images'),
    disableRollback: flag('leave a failed creation as it is'),
    loadbalancer: object({
        configOverrides: list({ type: 'string' }, 'settings.workerConnections=NUMBER, settings.defaultProxyTimeout=SECONDS'),
    }, 'the load balancer'),
}, 'how the cluster is made');
const ulimit = object({
    name: text('e.g. nofile'),
    soft: { type: 'integer', description: 'soft limit' },
    hard: { type: 'integer', description: 'hard limit' },
}, 'a ulimit of the containers', ['name', 'soft', 'hard']);
const CONFIG_SCHEMA = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'k3d cluster configuration',
    ...object({
        apiVersion: { const: CONFIG_API_VERSION, description: 'version of this format' },
        kind: { const: CONFIG_KIND, description: 'kind of document' },
        metadata: object({ name: text('name of the cluster (default: k3s-default)') }, 'what the cluster is called'),
        servers: count('number of servers (default: 1)', 1),
        agents: count('number of agents (default: 0)', 0),
        kubeAPI: object({
            host: text('name of the API in the kubeconfig'),
            hostIP: text('host address on which the API is published (default: 127.0.0.1)'),
            hostPort: port('host port of the API, or random (default: a free one)'),
        }, 'how the Kubernetes API is reached'),
        image: text('k3s image of the nodes, or latest, stable, +CHANNEL'),
        network: text('Docker network to join, or host'),
        subnet: text('subnet of the new network, or auto'),
        token: text('cluster token (default: a random one)'),
        volumes: filtered('volume', '[SOURCE:]DESTINATION[:OPTIONS]', 'a mount'),
        ports: filtered('port', '[HOST_IP:][HOST_PORT:]PORT[/PROTOCOL]', 'a published port'),
        env: filtered('envVar', 'KEY=VALUE', 'an environment variable'),
        files: list(object({
            source: text('path relative to this file, or the content itself if it has a line break'),
            destination: text('path in the node, or a shortcut such as k3s-manifests/app.yaml'),
            description: text('what it is for'),
            nodeFilters,
        }, 'a file to put into nodes', ['source', 'destination']), 'files to put into nodes before they start'),
        hostAliases: list(object({ ip: text('address'), hostnames: list({ type: 'string' }, 'its names') }, 'an entry of the hosts file', ['ip', 'hostnames']), 'entries of the hosts file of nodes and of the cluster DNS'),
        registries: object({
            create: {
                description: 'a registry to make with the cluster, or a list of them',
                if: { type: 'array' },
                then: list(registry, 'registries to make with the cluster'),
                else: registry,
            },
            use: list({ type: 'string' }, 'registries that exist, NAME[:PORT]'),
            config: text("k3s's registries.yaml: a path relative to this file, or the content itself"),
        }, 'registries'),
        options: object({
            k3d: k3dOptions,
            k3s: object({
                extraArgs: filtered('arg', 'an argument, e.g. --disable=traefik', 'an argument for k3s'),
                nodeLabels: filtered('label', 'KEY=VALUE', 'a label of Kubernetes nodes'),
            }, 'k3s'),
            kubeconfig: object({
                updateDefaultKubeconfig: flag('merge the kubeconfig into the default file (default: true)'),
                switchCurrentContext: flag('switch to the new context (default: true)'),
            }, 'the kubeconfig'),
            runtime: object({
                gpuRequest: text("GPUs for the nodes, as docker's --gpus has it"),
                serversMemory: text('memory limit of servers, e.g. 1g'),
                agentsMemory: text('memory limit of agents'),
                hostPidMode: flag("use the host's process namespace"),
                labels: filtered('label', 'KEY=VALUE', 'a label of containers'),
                ulimits: list(ulimit, 'ulimits of the containers'),
            }, 'the containers'),
        }, 'options'),
    }, 'One cluster; several documents in one file make several clusters', ['apiVersion', 'kind']),
};


/***/ })

};
