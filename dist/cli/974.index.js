export const id = 974;
export const ids = [974];
export const modules = {

/***/ 6848:
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
// EXTERNAL MODULE: ./src/common/mapping.ts
var mapping = __webpack_require__(4131);
;// CONCATENATED MODULE: ./src/config/expandEnv.ts

/** What stands behind a dollar sign: a name in braces, one of the shell's signs or digits, or a name. */
const REFERENCE = /\$(?:\{([^}]*)\}|([*#$@!?0-9-])|([A-Za-z_]\w*))/g;
/** A name in braces, and what the shell's default forms add to it. */
const BRACED = /^(\w+)(?:(:?)([-=+?])([^]*))?$/;
/**
 * What k3d's readers make of the raw text of a config file: `$VAR` and `${VAR}` are replaced, and what is unset becomes
 * nothing; so do the shell's signs, `$$` among them (Go: os.ExpandEnv). The shell's default forms, of which Go knows none
 * and makes nothing, are understood: `${VAR:-text}`, `${VAR-text}`, `${VAR:=text}`, `${VAR:+text}`, `${VAR:?message}`.
 * A dollar sign that is to stay is written as `"\x24"`, which YAML reads after this.
 * @param name of the file, for messages
 * @throws UserError for `${VAR:?message}` without a value
 */
function expandEnv(text, env, name) {
    return text.replace(REFERENCE, (_all, braced, sign, bare) => {
        if (sign !== undefined)
            return '';
        return bare === undefined ? expandEnv_valueOf(braced ?? '', env, name) : (env[bare] ?? '');
    });
}
/** What stands for the inside of a pair of braces. */
function expandEnv_valueOf(braced, env, name) {
    const [, variable, colon, operator, word = ''] = BRACED.exec(braced) ?? [];
    if (variable === undefined)
        return '';
    const value = env[variable];
    const isThere = value !== undefined && (colon !== ':' || value !== '');
    if (operator === '+')
        return isThere ? word : '';
    if (isThere || operator === undefined)
        return value ?? '';
    if (operator === '?')
        throw new errors/* UserError */.yo(`${name}: environment variable ${variable} is not set${word === '' ? '' : `: ${word}`}`);
    return word;
}

;// CONCATENATED MODULE: ./src/config/knownKeys.ts

/**
 * A document's value with its keys as the schema writes them: k3d's reader takes them in any case (spf13/viper).
 * @returns the paths of keys that the schema does not know where it lets others be
 */
function withKnownKeys(value, schema, path = []) {
    const { properties, additionalProperties, items, then, else: otherwise } = schema;
    const unknown = [];
    const inside = (one, its, at) => {
        const found = withKnownKeys(one, its, at);
        unknown.push(...found.unknown);
        return found.value;
    };
    // A value that is a list or one of its items.
    if (then !== undefined && otherwise !== undefined)
        return withKnownKeys(value, Array.isArray(value) ? then : otherwise, path);
    if (Array.isArray(value) && items !== undefined)
        return { value: value.map((one, index) => inside(one, items, [...path, index])), unknown };
    if (!(0,mapping/* isMapping */.p)(value) || properties === undefined)
        return { value, unknown };
    const known = new Map(Object.keys(properties).map((key) => [key.toLowerCase(), key]));
    const entries = Object.entries(value).map(([key, one]) => {
        const name = key in properties ? key : (known.get(key.toLowerCase()) ?? key);
        const its = properties[name];
        if (its === undefined && additionalProperties === true)
            unknown.push([...path, key]);
        return [name, its === undefined ? one : inside(one, its, [...path, name])];
    });
    return { value: Object.fromEntries(entries), unknown };
}

// EXTERNAL MODULE: ./src/common/nearest.ts
var nearest = __webpack_require__(7535);
// EXTERNAL MODULE: ./src/config/migrate.ts
var migrate = __webpack_require__(9875);
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
    const parsed = (0,dist/* parseAllDocuments */.hR)(env === undefined ? text : expandEnv(text, env, name), {
        lineCounter: lines,
        prettyErrors: false,
        merge: true,
    });
    const documents = Array.isArray(parsed) ? parsed.filter((one) => !isNothing(one) || one.errors.length > 0) : [];
    if (documents.length === 0)
        throw new errors/* UserError */.yo(`${name} is empty: expected a ${schema/* CONFIG_API_VERSION */.Z7} document`);
    return documents.map((document) => {
        const problem = document.errors[0];
        if (problem !== undefined) {
            const { line, col } = lines.linePos(problem.pos[0]);
            throw new errors/* UserError */.yo(`${name}:${line}:${col}: malformed YAML: ${problem.message}`);
        }
        const located = { document, lines, name, migratedFrom: undefined, value: {}, notices: [] };
        checkAliases(document, name);
        located.value = inSchemasWords(located, []);
        const version = checkKind(located);
        if (version !== schema/* CONFIG_API_VERSION */.Z7) {
            (0,migrate/* migrateDocument */.Hm)(document, version);
            located.migratedFrom = version;
        }
        located.value = inSchemasWords(located, located.notices);
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
/** Whether there is nothing in a document: a file may end with `---`. */
const isNothing = ({ contents }) => contents === null || ((0,dist/* isScalar */.jn)(contents) && contents.value === null);
/** What a document says with keys as the schema writes them. @param notices is given what it says that nobody knows */
function inSchemasWords(located, notices) {
    const { value, unknown } = withKnownKeys(located.document.toJS(), schema/* CONFIG_SCHEMA */.ln);
    for (const path of unknown)
        notices.push(`${placeOf(located, path)}: "${path.join('.')}" is unknown and has no effect`);
    return (0,mapping/* isMapping */.p)(value) ? value : {};
}
/** @returns the version that the document is written in */
function checkKind(located) {
    const { name, value } = located;
    const { apiVersion, kind } = value;
    const where = placeOf(located, ['apiVersion']);
    if (apiVersion !== schema/* CONFIG_API_VERSION */.Z7 && !migrate/* MIGRATABLE */.rq.includes(apiVersion)) {
        const found = apiVersion === undefined ? 'no apiVersion' : `apiVersion ${show(apiVersion)}`;
        throw new errors/* UserError */.yo(`${apiVersion === undefined ? name : where}: ${found}; expected ${schema/* CONFIG_API_VERSION */.Z7}, or an older one from ${migrate/* MIGRATABLE */.rq[0]}`);
    }
    if (kind !== schema/* CONFIG_KIND */.SB)
        throw new errors/* UserError */.yo(`${placeOf(located, ['kind'])}: kind ${show(kind)}; expected ${schema/* CONFIG_KIND */.SB}`);
    return apiVersion;
}
/** Compiled when it is needed first. */
let validate;
function checkSchema(located) {
    validate ??= new ajv.Ajv({ verbose: true, allowUnionTypes: true, strict: false }).compile(schema/* CONFIG_SCHEMA */.ln);
    if (validate(located.value))
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
/* harmony import */ var _common_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2450);
/* harmony import */ var _layers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1978);
/* harmony import */ var _registrySpec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8068);
/* harmony import */ var _portSpec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8628);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1574);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6167);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2143);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4773);











const not = (layer) => (text, where) => layer(!(0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where));
/** All single values of a config file. The same paths, with `_` for `.` and in capitals, are k3d's environment variables. */
const FIELDS = [
    { path: 'metadata.name', read: (text, where) => ({ name: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readName */ .MQ)(text, where) }) },
    { path: 'servers', read: (text, where) => ({ servers: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readServers */ .lf)(text, where) }) },
    { path: 'agents', read: (text, where) => ({ agents: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readAgents */ .$e)(text, where) }) },
    { path: 'image', read: (text, where) => ({ image: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readK3sImage */ .Jc)(text, where) }) },
    { path: 'network', read: (text, where) => ({ network: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readNetwork */ .Lp)(text, where) }) },
    { path: 'subnet', read: (text, where) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readSubnets */ .zp)(text, where) },
    { path: 'token', read: (text, where) => ({ token: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readToken */ .AI)(text, where) }) },
    { path: 'kubeAPI.host', read: (text) => ({ apiHost: text }) },
    { path: 'kubeAPI.hostIP', read: readHostIP },
    { path: 'kubeAPI.hostPort', read: (text, where) => ({ apiPort: (0,_portSpec_js__WEBPACK_IMPORTED_MODULE_6__/* .parseApiPort */ .rk)(text, where).port }) },
    { path: 'options.k3d.wait', read: (text, where) => ({ wait: (0,_wait_js__WEBPACK_IMPORTED_MODULE_9__/* .readWait */ .mg)(text, where) }) },
    { path: 'options.k3d.timeout', read: (text, where) => ({ timeoutMs: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readTimeout */ .OW)(text, where) }) },
    {
        path: 'options.k3d.disableLoadbalancer',
        read: (text, where) => ({ loadBalancer: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) ? 'off' : 'on' }),
    },
    { path: 'options.k3d.disableImageVolume', read: not((imageVolume) => ({ imageVolume })) },
    {
        path: 'options.k3d.localImages',
        read: (text, where) => ({ localImages: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readLocalImages */ .k6)(text, where) }),
    },
    { path: 'options.k3d.ipFamily', read: (text, where) => ({ ipFamily: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readIpFamily */ .YV)(text, where) }) },
    { path: 'options.k3d.disableRollback', read: not((rollback) => ({ rollback })) },
    {
        path: 'options.kubeconfig.updateDefaultKubeconfig',
        read: (text, where) => ({ updateDefaultKubeconfig: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) }),
    },
    {
        path: 'options.kubeconfig.switchCurrentContext',
        read: (text, where) => ({ switchCurrentContext: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) }),
    },
    { path: 'options.runtime.gpuRequest', read: (text, where) => ({ gpus: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readGpus */ .yf)(text, where) }) },
    { path: 'options.runtime.serversMemory', read: (text, where) => ({ serversMemory: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readMemory */ .S1)(text, where) }) },
    { path: 'options.runtime.agentsMemory', read: (text, where) => ({ agentsMemory: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readMemory */ .S1)(text, where) }) },
    { path: 'options.runtime.hostPidMode', read: (text, where) => ({ hostPidMode: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readBoolean */ .Vf)(text, where) }) },
];
function readHostIP(text, where) {
    const { hostIP } = (0,_portSpec_js__WEBPACK_IMPORTED_MODULE_6__/* .parseApiPort */ .rk)(`${text.includes(':') ? `[${text}]` : text}:random`, where);
    if (hostIP === undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where}: "${text}" is no IP address`);
    return { apiHostIP: hostIP };
}
/** The environment variable that overrides a field: `options.k3d.wait` → `K3D_OPTIONS_K3D_WAIT`. */
function envName(path) {
    return `K3D_${path.replaceAll('.', '_').toUpperCase()}`;
}
/**
 * The image of a container that holds an engine.
 * @param chosen by the user; empty: that of the environment, or `usual`
 */
function dindImage(chosen, env, where, usual = _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .DIND_IMAGE */ .SL) {
    if (chosen !== '')
        return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readImage */ .AM)(chosen, where);
    return env.K3D_IMAGE_DIND ? (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readImage */ .AM)(env.K3D_IMAGE_DIND, 'environment variable K3D_IMAGE_DIND') : usual;
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
        layer.loadBalancerImage = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readImage */ .AM)(env.K3D_IMAGE_LOADBALANCER, 'environment variable K3D_IMAGE_LOADBALANCER');
    }
    for (const [key, value] of Object.entries(listsOf(env)))
        if (value !== undefined)
            Object.assign(layer, { [key]: value });
    if (env.K3D_DEBUG_DISABLE_DOCKER_INIT &&
        (0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readGoBoolean */ .$H)(env.K3D_DEBUG_DISABLE_DOCKER_INIT, 'environment variable K3D_DEBUG_DISABLE_DOCKER_INIT'))
        layer.dockerInit = false;
    const caCertificates = (0,_caCertificates_js__WEBPACK_IMPORTED_MODULE_0__/* .caCertificatesOf */ ._)(env);
    if (caCertificates !== undefined)
        layer.caCertificates = caCertificates;
    const own = entriesOfCli(env);
    const proxies = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_10__/* .proxyEntries */ .hg)(env);
    if (proxies.length + own.length > 0)
        layer.env = [...proxies, ...own];
    const disabled = disabledFixes(env);
    if (disabled.length > 0)
        layer.disabledFixes = disabled;
    return layer;
}
/** Variables of nodes that `K3D_CLI_ENV` names. */
const entriesOfCli = (env) => (env.K3D_CLI_ENV ?? '')
    .split(/\s+/)
    .filter((text) => text !== '')
    .map((text) => (0,_layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc)(text, 'environment variable K3D_CLI_ENV'));
/**
 * Lists that the environment may bring, as k3d's reader has them: those of the file with commas between their entries,
 * those of flags with spaces (k3d: cmd/cluster/clusterCreate.go; spf13/viper).
 */
function listsOf(env) {
    const layer = {};
    const entries = (name, separator, read) => {
        const texts = (env[name] ?? '').split(separator).filter((text) => text !== '');
        return texts.length === 0 ? undefined : texts.map((text) => read(text, `environment variable ${name}`));
    };
    layer.registriesUse = entries('K3D_REGISTRIES_USE', /,/, _registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .readRegistryUse */ .rp);
    layer.loadBalancerOverrides = entries('K3D_OPTIONS_K3D_LOADBALANCER_CONFIGOVERRIDES', /,/, _registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .readLoadBalancerOverride */ .LW);
    layer.hostAliases = entries('K3D_HOSTALIASES', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readHostAlias */ .Ry);
    layer.ports = entries('K3D_CLI_PORTS', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc);
    layer.volumes = entries('K3D_CLI_VOLUMES', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc);
    layer.k3sArgs = entries('K3D_CLI_K3SARGS', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readFilteredText */ .Jc);
    layer.ulimits = entries('K3D_CLI_RUNTIME-ULIMITS', /\s+/, _layers_js__WEBPACK_IMPORTED_MODULE_4__/* .readUlimit */ .TY);
    const [config] = entries('K3D_REGISTRIES_CONFIG', /$^/, readTextOf) ?? [];
    if (config !== undefined)
        layer.registriesYaml = config;
    return layer;
}
function readTextOf(path, where) {
    try {
        return (0,_common_text_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)(path);
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where}: ${path} can't be read: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/** The fixes that the environment switches off. @throws UserError naming a variable that is neither true nor false */
function disabledFixes(env) {
    return _types_js__WEBPACK_IMPORTED_MODULE_8__/* .FIXES */ .W.filter((fix) => {
        const name = `K3D_FIX_${fix.toUpperCase()}`;
        const text = env[name];
        if (!text)
            return false;
        return !(0,_scalars_js__WEBPACK_IMPORTED_MODULE_7__/* .readGoBoolean */ .$H)(text, `environment variable ${name}`);
    });
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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2450);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6848);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81);
/* harmony import */ var _layers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1978);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7662);
/* harmony import */ var _registrySpec_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8068);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6167);










/** The text of a config file on disk. @throws UserError when it can't be read */
function readConfigText(path, cwd) {
    try {
        return (0,_common_text_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path));
    }
    catch (error) {
        const missing = error.code === 'ENOENT';
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`config file ${path} ${missing ? 'does not exist' : `can't be read: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`}`, {
            cause: error,
        });
    }
}
/** Reads a config file from disk. @throws UserError naming file and line */
function readConfigFile(path, env, cwd) {
    return parseConfig(readConfigText(path, cwd), { path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path), env, cwd });
}
/**
 * The layers that the documents of a k3d config file describe, one a cluster.
 * @throws UserError with file and line for YAML that is malformed, unknown keys and values of the wrong kind
 */
function parseConfig(text, surroundings) {
    const name = surroundings.path ?? 'inline config';
    const documents = (0,_document_js__WEBPACK_IMPORTED_MODULE_4__/* .readDocuments */ .r)(text, name, surroundings.env);
    const old = documents.find((located) => located.migratedFrom !== undefined);
    const notice = `${name} is written for ${old?.migratedFrom}: "k3d config migrate" brings it up to date`;
    const notices = [...(old === undefined ? [] : [notice]), ...documents.flatMap((one) => one.notices)];
    return { layers: documents.map((one) => toLayer(one, surroundings)), notices };
}
function toLayer(located, surroundings) {
    const layer = {};
    for (const field of _fields_js__WEBPACK_IMPORTED_MODULE_5__/* .FIELDS */ .cJ) {
        const path = field.path.split('.');
        const raw = valueAt(located.value, path);
        if (raw === undefined || raw === null || raw === '')
            continue;
        // Go's durations are nanoseconds where they are numbers.
        const text = field.path === 'options.k3d.timeout' && typeof raw === 'number' ? `${raw / 1e6}ms` : String(raw);
        Object.assign(layer, field.read(text, `${(0,_document_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$)(located, path)}: "${field.path}"`));
    }
    const filtered = (path, key) => readFiltered(located, path.split('.'), key);
    layer.ports = filtered('ports', 'port');
    layer.volumes = filtered('volumes', 'volume').map((entry) => (0,_layers_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveVolume */ .jv)(entry, surroundings.cwd));
    layer.env = filtered('env', 'envVar');
    layer.k3sArgs = filtered('options.k3s.extraArgs', 'arg');
    layer.nodeLabels = filtered('options.k3s.nodeLabels', 'label');
    layer.runtimeLabels = filtered('options.runtime.labels', 'label');
    layer.files = readFiles(located, surroundings);
    const value = located.value;
    // What else stands there has been told of.
    layer.hostAliases = value.hostAliases?.map(({ ip, hostnames }) => ({ ip, hostnames }));
    layer.ulimits = value.options?.runtime?.ulimits;
    layer.loadBalancerOverrides = value.options?.k3d?.loadbalancer?.configOverrides?.map((text, index) => (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_8__/* .readLoadBalancerOverride */ .LW)(text, at(located, ['options', 'k3d', 'loadbalancer', 'configOverrides', index])));
    readRegistries(located, surroundings, layer);
    return layer;
}
/** What a document has at a path. */
const valueAt = (value, path) => path.reduce((found, part) => found?.[part], value);
/** Where a value stands, and its name. */
function at(located, path) {
    return `${(0,_document_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$)(located, path)}: "${path.join('.')}"`;
}
function readRegistries(located, surroundings, layer) {
    const { registries } = located.value;
    const { create, use, config } = registries ?? {};
    const base = ['registries', 'create'];
    if (Array.isArray(create)) {
        layer.registriesCreate = create.map((raw, index) => readRegistry(raw, located, [...base, index], surroundings.cwd));
    }
    else if (create)
        layer.registriesCreate = [readRegistry(create, located, base, surroundings.cwd)];
    layer.registriesUse = use?.map((text, index) => (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_8__/* .readRegistryUse */ .rp)(text, at(located, ['registries', 'use', index])));
    if (config)
        layer.registriesYaml = registriesConfig(config, surroundings, at(located, ['registries', 'config']));
}
function readRegistry(raw, located, path, cwd) {
    const where = (key) => at(located, [...path, key]);
    const spec = (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultRegistry */ .Vm)(at(located, path));
    const { remoteURL = '', username = '', password = '' } = raw.proxy ?? {};
    const volume = (value) => (0,_layers_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveVolume */ .jv)({ value, nodeFilters: [], where: where('volumes') }, cwd).value;
    return {
        ...spec,
        name: raw.name ? (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_7__/* .checkContainerName */ .RG)(raw.name, where('name')) : undefined,
        hostIP: raw.host ? (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_8__/* .readHostIP */ .qB)(raw.host, where('host')) : spec.hostIP,
        hostPort: (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_8__/* .readHostPort */ .Ib)(String(raw.hostPort ?? ''), where('hostPort')),
        image: raw.image ? (0,_scalars_js__WEBPACK_IMPORTED_MODULE_9__/* .readImage */ .AM)(raw.image, where('image')) : spec.image,
        proxy: (0,_registrySpec_js__WEBPACK_IMPORTED_MODULE_8__/* .readProxy */ .nM)(remoteURL, username, password, where('proxy')),
        volumes: (raw.volumes ?? []).map(volume),
        enforcePortMatch: raw.enforcePortMatch ?? false,
    };
}
function readFiltered(located, path, key) {
    const found = valueAt(located.value, path);
    return (found ?? []).map((entry, index) => ({
        value: String(entry[key]),
        nodeFilters: entry.nodeFilters ?? [],
        where: `${(0,_document_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$)(located, [...path, index])}: "${path.join('.')}"`,
    }));
}
function readFiles(located, surroundings) {
    const { files } = located.value;
    return (files ?? []).map((file, index) => {
        const where = `${(0,_document_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$)(located, ['files', index])}: "files"`;
        const source = inlineOrFile(file.source, surroundings, where);
        return { source, destination: file.destination, nodeFilters: file.nodeFilters ?? [], where };
    });
}
/** k3d looks for it in the working directory alone; beside the file is where one looks next. */
function registriesConfig(source, surroundings, where) {
    const { cwd } = surroundings;
    const isHere = !source.includes('\n') && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, source));
    return inlineOrFile(isHere ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, source) : source, surroundings, where);
}
/** A text with a line break is the content itself, anything else a path relative to the config file, as in k3d. */
function inlineOrFile(source, { path, cwd }, where) {
    if (source.includes('\n'))
        return source;
    try {
        return (0,_common_text_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path === undefined ? cwd : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), source));
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where}: file "${source}" can't be read: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 9875:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hm: () => (/* binding */ migrateDocument),
/* harmony export */   rq: () => (/* binding */ MIGRATABLE),
/* harmony export */   u8: () => (/* binding */ tidyDocument)
/* harmony export */ });
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7662);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1954);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8815);



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
/** Writes a document as k3d would, whatever it came from: quotes only where a text needs them, and no empty lists. */
function tidyDocument(document) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .visit */ .YR)(document, {
        Scalar: (_key, node) => {
            if (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE')
                delete node.type;
        },
        Pair: (_key, { value }) => ((0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .isSeq */ .oP)(value) && value.items.length === 0 ? yaml__WEBPACK_IMPORTED_MODULE_2__/* .visit */ .YR.REMOVE : undefined),
    });
}
/** Filters `server[0]` become `server:0`; labels and arguments of k3s move below `options`. */
function toV1alpha3(document) {
    for (const key of ['volumes', 'ports', 'env', 'labels']) {
        for (const entry of itemsOf(document, [key])) {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(entry))
                continue;
            const filters = entry.get('nodeFilters');
            for (const filter of (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .isSeq */ .oP)(filters) ? filters.items : []) {
                if ((0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(filter))
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
        document.setIn(['registries', 'create'], document.createNode(registryOf(document)));
    else if (create === false || create === null)
        document.deleteIn(['registries', 'create']);
    // The host's entry is always there since v1alpha3.
    const injection = ['options', 'k3d', 'disableHostIPInjection'];
    if (document.hasIn(injection))
        document.deleteIn(injection);
}
/** The registry that k3d makes of `create: true`. */
function registryOf(document) {
    const name = document.getIn(['name']);
    return {
        name: (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterRegistryName */ .nB)(typeof name === 'string' ? name : _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_CLUSTER_NAME */ .pb),
        host: _contract_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ANY_ADDRESS */ .A4,
        hostPort: 'random',
    };
}
function toV1alpha4(document) {
    move(document, ['name'], ['metadata', 'name']);
}
function takeArgs(document, key, nodeFilter) {
    const path = ['options', 'k3s', key];
    const args = itemsOf(document, path).map((item) => ({
        arg: (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(item) ? item.value : item,
        nodeFilters: [nodeFilter],
    }));
    if (document.hasIn(path))
        document.deleteIn(path);
    return args;
}
function itemsOf(document, path) {
    const node = document.getIn(path, true);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .isSeq */ .oP)(node) ? node.items : [];
}
function move(document, from, to) {
    if (!document.hasIn(from))
        return;
    const node = document.getIn(from, true);
    document.deleteIn(from);
    document.setIn(to, node);
}


/***/ }),

/***/ 131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SB: () => (/* binding */ CONFIG_KIND),
/* harmony export */   Z7: () => (/* binding */ CONFIG_API_VERSION),
/* harmony export */   ln: () => (/* binding */ CONFIG_SCHEMA)
/* harmony export */ });
/* harmony import */ var _contract_ipFamily_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9437);

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
/** An object that may have other properties too, which have no effect: k3d takes them there. */
function open(properties, description, required = []) {
    return { ...object(properties, description, required), additionalProperties: true };
}
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
    timeout: {
        type: ['string', 'integer'],
        description: 'give up after this long, e.g. 90s or 5m (default: 5m); a number counts nanoseconds; 0s is no limit',
    },
    disableLoadbalancer: flag('no load balancer in front of the servers'),
    disableImageVolume: flag('no volume for imported images'),
    localImages: {
        type: ['boolean', 'string'],
        enum: ['built', 'all', 'off', true, false],
        description: 'images of the engine that nodes can pull: built (by docker build), all or off (default: off)',
    },
    ipFamily: {
        type: 'string',
        enum: [..._contract_ipFamily_js__WEBPACK_IMPORTED_MODULE_0__/* .IP_FAMILIES */ .D],
        description: 'addresses of nodes, pods and services: ipv4, dual or ipv6 (default: ipv4)',
    },
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
        subnet: text('subnet of the new network, with an IPv6 one after a comma if wanted, or auto'),
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
        hostAliases: list(open({ ip: text('address'), hostnames: list({ type: 'string' }, 'its names') }, 'an entry of the hosts file', [
            'ip',
            'hostnames',
        ]), 'entries of the hosts file of nodes and of the cluster DNS'),
        registries: open({
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
            runtime: open({
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
