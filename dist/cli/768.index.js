export const id = 768;
export const ids = [768];
export const modules = {

/***/ 8165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/** The outcome of `work`, or an error when it takes too long; `work` itself can't be stopped and is left to itself. */
async function within(work, { ms, late, signal, aborted = late }) {
    const over = Promise.withResolvers();
    const timer = setTimeout(() => over.reject(late()), ms);
    const onAbort = () => over.reject(aborted());
    signal?.addEventListener('abort', onAbort, { once: true });
    // It may fail when nobody waits for it any more.
    work.catch(() => undefined);
    try {
        if (signal?.aborted)
            onAbort();
        return await Promise.race([work, over.promise]);
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
    }
}


/***/ }),

/***/ 6480:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   m_: () => (/* binding */ isSameImage),
/* harmony export */   ou: () => (/* binding */ fullImageName)
/* harmony export */ });
/**
 * The name by which containerd knows an image: with registry, `library/` for Docker Hub's own, and a tag.
 * The rule is Docker's (distribution: reference/normalize.go).
 */
function fullImageName(reference) {
    const [first, ...rest] = reference.split('/');
    const hasHost = rest.length > 0 && (first.includes('.') || first.includes(':') || first === 'localhost');
    const path = hasHost ? rest.join('/') : reference;
    const host = hasHost ? first.replace(/^index\.docker\.io$/, 'docker.io') : 'docker.io';
    const withLibrary = host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    const last = withLibrary.slice(withLibrary.lastIndexOf('/') + 1);
    return `${host}/${withLibrary}${last.includes(':') || last.includes('@') ? '' : ':latest'}`;
}
/** The repository of a full name: without its tag and its digest. */
const repositoryOf = (fullName) => fullName.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
/** Whether two names are of the same image: Docker shortens those of docker.io, and podman writes them in full. */
const isSameImage = (one, other) => fullImageName(one) === fullImageName(other);


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


/***/ }),

/***/ 6659:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xn: () => (/* binding */ connectEngine),
  qy: () => (/* binding */ tlsEngine)
});

// UNUSED EXPORTS: OLDEST_API, remedyFor

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/dockerode/lib/docker.js
var docker = __webpack_require__(9040);
var docker_default = /*#__PURE__*/__webpack_require__.n(docker);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/docker/context.ts





/**
 * Where the docker CLI would look for its engine: `DOCKER_HOST`, then `DOCKER_CONTEXT`, then the current context of
 * the CLI's config, then the default socket (Docker: "docker context" reference, cli/command/cli.go).
 * @throws UserError when a context is named that does not exist or can't be read
 */
function resolveEngineAddress(env, home = (0,external_node_os_.homedir)()) {
    const configDir = env.DOCKER_CONFIG || (0,external_node_path_.join)(home, '.docker');
    if (env.DOCKER_HOST)
        return fromHost(env, configDir);
    const context = env.DOCKER_CONTEXT || currentContext(configDir);
    if (context !== undefined && context !== 'default')
        return fromContext(context, configDir);
    return { url: defaultSocket(home), certs: undefined, verify: true, source: 'default socket' };
}
function fromHost(env, configDir) {
    const raw = env.DOCKER_HOST;
    const url = raw.includes('://') ? raw : `tcp://${raw}`;
    const verify = Boolean(env.DOCKER_TLS_VERIFY);
    const tls = url.startsWith('tcp://') && (verify || Boolean(env.DOCKER_TLS) || Boolean(env.DOCKER_CERT_PATH));
    return { url, certs: tls ? env.DOCKER_CERT_PATH || configDir : undefined, verify, source: 'DOCKER_HOST' };
}
function currentContext(configDir) {
    const path = (0,external_node_path_.join)(configDir, 'config.json');
    if (!(0,external_node_fs_.existsSync)(path))
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')).currentContext || undefined;
    }
    catch (error) {
        throw new errors/* UserError */.yo(`${path} can't be read as JSON: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
function fromContext(name, configDir) {
    // The CLI keeps each context in a folder named by the digest of its name.
    const digest = (0,external_node_crypto_.createHash)('sha256').update(name).digest('hex');
    const path = (0,external_node_path_.join)(configDir, 'contexts', 'meta', digest, 'meta.json');
    if (!(0,external_node_fs_.existsSync)(path)) {
        throw new errors/* UserError */.yo(`Docker context "${name}" does not exist: see "docker context ls", or set DOCKER_HOST`);
    }
    let endpoint;
    try {
        endpoint = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')).Endpoints?.docker;
    }
    catch (error) {
        throw new errors/* UserError */.yo(`Docker context "${name}" can't be read: ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    if (!endpoint?.Host)
        throw new errors/* UserError */.yo(`Docker context "${name}" names no Docker endpoint (${path})`);
    const certs = (0,external_node_path_.join)(configDir, 'contexts', 'tls', digest, 'docker');
    return {
        url: endpoint.Host,
        certs: (0,external_node_fs_.existsSync)(certs) ? certs : undefined,
        verify: endpoint.SkipTLSVerify !== true,
        source: `Docker context "${name}"`,
    };
}
function defaultSocket(home) {
    if (process.platform === 'win32')
        return 'npipe:////./pipe/docker_engine';
    const system = '/var/run/docker.sock';
    // Docker Desktop puts its socket here when it may not write to /var/run.
    const desktop = (0,external_node_path_.join)(home, '.docker', 'run', 'docker.sock');
    return `unix://${!(0,external_node_fs_.existsSync)(system) && (0,external_node_fs_.existsSync)(desktop) ? desktop : system}`;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
// EXTERNAL MODULE: ./src/config/gpus.ts
var gpus = __webpack_require__(6719);
// EXTERNAL MODULE: ./src/docker/errors.ts
var docker_errors = __webpack_require__(7457);
;// CONCATENATED MODULE: ./src/docker/containerDetails.ts


/** Docker writes names of containers with a slash before them. */
const plainName = (name) => name.replace(/^\//, '');
/** A container as Docker's API describes it, in our words. */
function toDetails(raw) {
    const ports = Object.entries(raw.NetworkSettings.Ports ?? {}).flatMap(([key, bindings]) => (bindings ?? []).map((binding) => ({
        ip: binding.HostIp,
        hostPort: Number(binding.HostPort),
        containerPort: Number.parseInt(key, 10),
        protocol: key.split('/')[1] ?? 'tcp',
    })));
    return {
        id: (0,docker_errors/* asText */.e1)(raw.Id),
        name: plainName(raw.Name),
        image: raw.Config.Image,
        state: raw.State.Status,
        labels: raw.Config.Labels ?? {},
        ports,
        running: raw.State.Running,
        restarts: raw.RestartCount,
        startedAt: Date.parse(raw.State.StartedAt),
        exitCode: raw.State.ExitCode,
        oomKilled: raw.State.OOMKilled,
        addresses: Object.fromEntries(Object.entries(raw.NetworkSettings.Networks ?? {}).map(([name, network]) => [name, network.IPAddress])),
        env: envOf(raw),
        command: raw.Config.Cmd ?? [],
        hostname: raw.Config.Hostname,
        binds: bindsOf(raw),
        portBindings: portBindings(raw.HostConfig.PortBindings),
        fixedAddresses: fixedAddresses(raw.NetworkSettings.Networks),
        ulimits: (raw.HostConfig.Ulimits ?? []).map((limit) => ({
            name: limit.Name ?? '',
            soft: limit.Soft ?? 0,
            hard: limit.Hard ?? 0,
        })),
        memory: raw.HostConfig.Memory ?? 0,
        hostPid: raw.HostConfig.PidMode === 'host',
        init: raw.HostConfig.Init ?? false,
        gpus: gpusOf(raw.HostConfig.DeviceRequests),
        extraHosts: raw.HostConfig.ExtraHosts ?? [],
        created: raw.Created,
        restartPolicy: raw.HostConfig.RestartPolicy?.Name ?? 'no',
        portMappings: raw.HostConfig.PortBindings ?? {},
        volumes: raw.Mounts.filter((mount) => mount.Type === 'volume').map((mount) => mount.Name ?? ''),
        mounts: raw.Mounts.map((mount) => ({
            kind: mount.Type === 'volume' || mount.Type === 'bind' ? mount.Type : 'other',
            source: mount.Type === 'volume' ? (mount.Name ?? '') : mount.Source,
            target: mount.Destination,
        })),
    };
}
/** The GPUs that were asked for: other devices have other capabilities. */
function gpusOf(requests) {
    const request = requests?.find(({ Capabilities }) => Capabilities?.flat().includes('gpu'));
    if (request === undefined)
        return undefined;
    return (0,gpus/* formatGpus */.b)({
        driver: request.Driver ?? '',
        count: request.Count ?? 0,
        ids: request.DeviceIDs ?? [],
        capabilities: request.Capabilities?.flat() ?? [],
        options: request.Options ?? {},
    });
}
/** An anonymous volume, which podman tells of like a mount that was asked for. */
const ANONYMOUS = /^[0-9a-f]{64}:/;
/** What podman adds to the options of each mount. */
const OPTIONS_OF_PODMAN = ['rw', 'rprivate', 'nosuid', 'nodev', 'rbind'];
/** Whether podman made a container: it says so in its variables. */
const isPodmans = ({ Config: { Env } }) => (Env ?? []).some((entry) => /^container=(podman|oci)$/.test(entry));
function bindsOf(raw) {
    const binds = (raw.HostConfig.Binds ?? []).filter((bind) => !ANONYMOUS.test(bind));
    if (!isPodmans(raw))
        return binds;
    return binds.map((bind) => {
        const [source, target, options = ''] = bind.split(':');
        const asked = options.split(',').filter((option) => option !== '' && !OPTIONS_OF_PODMAN.includes(option));
        return [source, target, ...(asked.length > 0 ? [asked.join(',')] : [])].join(':');
    });
}
/** Variables that were asked for. podman tells of those too that it sets by itself: `container`, `HOSTNAME` and `HOME`. */
function envOf(raw) {
    const { Env, Hostname } = raw.Config;
    const env = Env ?? [];
    if (!isPodmans(raw))
        return env;
    return env.filter((entry) => !/^(container|HOME)=/.test(entry) && entry !== `HOSTNAME=${Hostname}`);
}
function portBindings(raw) {
    return Object.entries(raw ?? {}).flatMap(([key, bindings]) => (bindings ?? []).map(({ HostIp, HostPort }) => ({
        hostIP: HostIp ?? '',
        hostPort: HostPort ? Number(HostPort) : undefined,
        containerPort: Number.parseInt(key, 10),
        protocol: (key.split('/')[1] ?? 'tcp'),
    })));
}
function fixedAddresses(networks) {
    const entries = Object.entries(networks ?? {}).map(([name, network]) => {
        const config = network.IPAMConfig;
        return [name, config?.IPv4Address ?? ''];
    });
    return Object.fromEntries(entries.filter(([, ip]) => ip !== ''));
}

;// CONCATENATED MODULE: ./src/docker/portBindings.ts

/** The API's port is written as k3d does, by which scripts ask for it. */
const keyOf = ({ containerPort, protocol }) => containerPort === names/* API_PORT */.lL && protocol === 'tcp' ? String(names/* API_PORT */.lL) : `${containerPort}/${protocol}`;
/** What publishes these ports. */
function bindingsOf(ports) {
    const bindings = {};
    for (const port of ports) {
        (bindings[keyOf(port)] ??= []).push({
            HostIp: port.hostIP,
            HostPort: [port.hostPort ?? '', ...(port.hostPortEnd === undefined ? [] : [port.hostPortEnd])].join('-'),
        });
    }
    return bindings;
}
/** What is published has to be exposed as well. */
const exposed = (bindings) => Object.fromEntries(Object.keys(bindings).map((key) => [key, {}]));

;// CONCATENATED MODULE: ./src/docker/containerOptions.ts



/** What a container is, in the words of Docker's API. */
function createOptions(spec) {
    const bindings = bindingsOf(spec.ports);
    const fixed = {
        ...(spec.ip === undefined ? {} : { IPv4Address: spec.ip }),
        ...(spec.ipV6 === undefined ? {} : { IPv6Address: spec.ipV6 }),
    };
    const address = Object.keys(fixed).length === 0 ? {} : { IPAMConfig: fixed };
    return {
        name: spec.name,
        Hostname: spec.hostname,
        Image: spec.image,
        // Empty, and without an entrypoint, it is the image's own.
        Cmd: spec.command,
        Env: spec.env,
        Labels: spec.labels,
        ExposedPorts: exposed(bindings),
        ...(spec.entrypoint === undefined ? {} : { Entrypoint: spec.entrypoint }),
        HostConfig: {
            NetworkMode: spec.network,
            PortBindings: bindings,
            Binds: spec.binds,
            Mounts: spec.emptyVolumes.map((path) => ({
                Type: 'volume',
                Source: '',
                Target: path,
                VolumeOptions: { NoCopy: true, Labels: {}, DriverConfig: { Name: '', Options: {} } },
            })),
            Tmpfs: Object.fromEntries(spec.tmpfs.map((path) => [path, ''])),
            ExtraHosts: spec.extraHosts,
            Privileged: spec.privileged,
            UsernsMode: 'host',
            Init: spec.init,
            RestartPolicy: { Name: 'unless-stopped' },
            Ulimits: spec.ulimits.map((limit) => ({ Name: limit.name, Soft: limit.soft, Hard: limit.hard })),
            ...(spec.memory === undefined ? {} : { Memory: spec.memory }),
            ...(spec.hostPid ? { PidMode: 'host' } : {}),
            ...(spec.gpus === undefined ? {} : { DeviceRequests: [gpuRequest(spec.gpus)] }),
        },
        // The host's network has no endpoints, and podman's default one has another name than Docker's.
        ...([names/* HOST_NETWORK */.Ae, names/* DEFAULT_NETWORK */.R5].includes(spec.network)
            ? {}
            : { NetworkingConfig: { EndpointsConfig: { [spec.network]: address } } }),
    };
}
/** What `docker run --gpus` makes of its value. */
function gpuRequest(text) {
    const { driver, count, ids, capabilities, options } = (0,gpus/* parseGpus */.j)(text, 'GPUs');
    return {
        Driver: driver,
        Capabilities: [capabilities],
        ...(ids.length === 0 ? { Count: count } : { DeviceIDs: ids }),
        ...(Object.keys(options).length === 0 ? {} : { Options: options }),
    };
}

;// CONCATENATED MODULE: ./src/docker/copyOptions.ts

/**
 * A container like one that exists, in the words of Docker's API: all that was asked for when it was made, whoever made it,
 * and nothing that the engine has added by itself.
 */
function copyOptions(raw, changes) {
    const { Hostname, Domainname, User, Env, Cmd, Entrypoint, Image, WorkingDir, StopSignal, Healthcheck } = raw.Config;
    const { ports, image = Image, env = Env, labels = raw.Config.Labels, sharesVolumes = false } = changes;
    const bindings = ports === undefined ? (raw.HostConfig.PortBindings ?? {}) : bindingsOf(ports);
    const endpoints = endpointsOf(raw);
    return {
        options: {
            name: changes.name,
            ...{ Hostname, Domainname, User, Cmd, Entrypoint, WorkingDir, StopSignal, Healthcheck },
            Image: image,
            // The engine has none, and not an empty list, for a container that was given none.
            Env: [...(env ?? [])],
            Labels: labels,
            ExposedPorts: exposed(bindings),
            HostConfig: {
                ...raw.HostConfig,
                PortBindings: bindings,
                ...(sharesVolumes ? volumesOf(raw) : { VolumesFrom: undefined }),
            },
            NetworkingConfig: { EndpointsConfig: Object.fromEntries(endpoints.slice(0, 1)) },
        },
        others: endpoints.slice(1),
    };
}
/**
 * The very volumes of a container. One without a name that was asked for as a mount, such as that of a node from a
 * snapshot, is not asked for again: the engine would make a new one, and pass over the one that is shared.
 */
function volumesOf({ Id, HostConfig }) {
    const mounts = HostConfig.Mounts?.filter(({ Type, Source }) => Type !== 'volume' || Boolean(Source));
    return { VolumesFrom: [Id], Mounts: mounts };
}
/** The networks that a container is on, with what was asked for on each; the one that it was made on is first. */
function endpointsOf(raw) {
    const isMain = (name, id) => [name, id].includes(raw.HostConfig.NetworkMode ?? '');
    return Object.entries(raw.NetworkSettings.Networks)
        .sort(([a, one], [b, other]) => Number(isMain(b, other.NetworkID)) - Number(isMain(a, one.NetworkID)))
        .map(([name, endpoint]) => {
        const { IPAMConfig, Aliases, Links } = endpoint;
        // Engines before 25 list a container's short id among its aliases.
        return [name, { IPAMConfig, Links, Aliases: Aliases?.filter((alias) => !raw.Id.startsWith(alias)) }];
    });
}

// EXTERNAL MODULE: ./src/docker/engine.ts
var engine = __webpack_require__(6556);
;// CONCATENATED MODULE: ./src/docker/podmanArchives.ts




/** Whether an engine is podman, by what its API's `/version` says it is made of. */
function isPodman(version) {
    return version.Components?.some(({ Name }) => Name === 'Podman Engine') ?? false;
}
/**
 * Divides an archive by what is mounted in its folder: podman unpacks it below the mounts, where nobody finds it, and
 * Docker into them.
 * @param folder that the archive is for
 * @param targets where something is mounted
 * @param put unpacks a part in a folder; parts come one after the other, and end together
 */
async function splitArchive(archive, folder, targets, put) {
    const deepestFirst = [...targets].sort((a, b) => b.length - a.length);
    const placeOf = (path, isFolder) => deepestFirst.find((target) => path.startsWith(`${target}/`) || (isFolder && path === target)) ?? folder;
    const entries = (0,tar_stream.extract)();
    const failure = Promise.withResolvers();
    failure.promise.catch(() => undefined);
    const parts = new Map();
    const partFor = (place) => {
        const known = parts.get(place);
        if (known !== undefined)
            return known.pack;
        const part = (0,tar_stream.pack)();
        part.on('error', () => undefined); // whoever reads it has it
        const done = put(place, external_node_stream_.Readable.from(part));
        // A part that is refused is read by nobody, and what comes next would wait for ever.
        done.catch(failure.reject);
        parts.set(place, { pack: part, done });
        return part;
    };
    const reading = (0,promises_.pipeline)(archive, entries);
    reading.catch(failure.reject);
    try {
        for await (const entry of entries) {
            const place = placeOf(external_node_path_.posix.resolve(folder, entry.header.name), entry.header.type === 'directory');
            const rename = (name) => external_node_path_.posix.relative(place, external_node_path_.posix.resolve(folder, name)) || '.';
            const out = partFor(place).entry(renamed(entry.header, rename));
            await Promise.race([(0,promises_.pipeline)(entry, out), failure.promise]);
        }
        await reading;
        for (const part of parts.values())
            part.pack.finalize();
    }
    catch (error) {
        for (const part of parts.values())
            part.pack.destroy(error);
        archive.destroy();
        throw error;
    }
    await Promise.all([...parts.values()].map(({ done }) => done));
}
/** An entry's header under another name; hard links name their file in the archive, and symbolic ones do not. */
function renamed(header, rename) {
    const { type, linkname } = header;
    return {
        ...header,
        name: rename(header.name),
        ...(type === 'link' && linkname ? { linkname: rename(linkname) } : {}),
    };
}
/**
 * An archive as Docker makes it of a folder, whose name all entries begin with. podman does so too, unless it is a volume of
 * a container that is paused or stopped: there names begin with a slash.
 */
function withBase(archive, base) {
    const out = (0,tar_stream.pack)();
    const named = (name) => (name.startsWith('/') ? `${base}${name}` : name);
    const copy = async () => {
        const entries = (0,tar_stream.extract)();
        const reading = (0,promises_.pipeline)(archive, entries);
        reading.catch((error) => out.destroy(error));
        for await (const entry of entries) {
            await (0,promises_.pipeline)(entry, out.entry(renamed(entry.header, named)));
        }
        out.finalize();
    };
    copy().catch((error) => out.destroy(error));
    return external_node_stream_.Readable.from(out);
}

;// CONCATENATED MODULE: ./src/docker/streams.ts


/** The JSON values of a stream that has one a line, as the engine's progress and event streams do. */
async function* jsonLines(stream) {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of unbroken(stream)) {
        rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
        const lines = rest.split('\n');
        rest = lines.pop();
        for (const line of lines)
            if (line.trim() !== '')
                yield parse(line);
    }
    if (rest.trim() !== '')
        yield parse(rest);
}
/** A stream whose end before its time is the engine's. */
async function* unbroken(stream) {
    try {
        yield* stream;
    }
    catch (error) {
        throw (0,docker_errors/* asLost */.zy)(error);
    }
}
function parse(line) {
    try {
        return JSON.parse(line);
    }
    catch (error) {
        throw (0,docker_errors/* asLost */.zy)(error);
    }
}
/** A writable that keeps what it gets. */
class Collector extends external_node_stream_.Writable {
    #chunks = [];
    _write(chunk, _encoding, done) {
        this.#chunks.push(chunk);
        done();
    }
    text() {
        return Buffer.concat(this.#chunks).toString('utf8');
    }
}

;// CONCATENATED MODULE: ./src/docker/urlName.ts
/**
 * A name or id as a part of one of the API's URLs. dockerode writes it there as it is given, so that "?" or "#" would end
 * it; and "." and ".." would be taken for steps, and lead to another place.
 * @throws what `attempt` takes for 404: no object has such a name
 */
function urlName(name) {
    const parts = name.split('/');
    if (parts.some((part) => /^\.{0,2}$/.test(part))) {
        const message = `nothing is called "${name}"`;
        throw Object.assign(new Error(message), { statusCode: 404, json: { message } });
    }
    // A "/" belongs to names of images, and engines look for it there.
    return parts.map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./src/docker/containers.ts












/** Its kinds of difference (Docker: pkg/archive); 2 is what was removed. */
const CHANGED = 0;
const ADDED = 1;
/** Containers over dockerode. */
class DockerContainers {
    #docker;
    #isPodman;
    constructor(docker) {
        this.#docker = docker;
    }
    async create(spec) {
        return (0,docker_errors/* attempt */.CD)(async () => (0,docker_errors/* asText */.e1)((await this.#docker.createContainer(createOptions(spec))).id));
    }
    copy(id, changes) {
        return (0,docker_errors/* attempt */.CD)(async () => {
            const { options, others } = copyOptions(await this.#docker.getContainer(urlName(id)).inspect(), changes);
            const made = await this.#docker.createContainer(options);
            for (const [network, endpoint] of others)
                await this.#docker.getNetwork(urlName(network)).connect({ Container: made.id, EndpointConfig: endpoint });
            return (0,docker_errors/* asText */.e1)(made.id);
        });
    }
    rename(id, name) {
        return (0,docker_errors/* attempt */.CD)(async () => void (await this.#docker.getContainer(urlName(id)).rename({ name })));
    }
    start(id) {
        return (0,docker_errors/* attempt */.CD)(async () => void (await this.#docker.getContainer(urlName(id)).start()), { 304: undefined });
    }
    stop(id, seconds) {
        return (0,docker_errors/* attempt */.CD)(async () => void (await this.#docker.getContainer(urlName(id)).stop({ t: seconds })), {
            304: undefined,
        });
    }
    remove(id) {
        const call = async () => void (await this.#docker.getContainer(urlName(id)).remove({ force: true, v: true }));
        // 409: a removal is under way already, by another process of ours or by hand.
        return (0,docker_errors/* attempt */.CD)(call, { 404: undefined, 409: undefined });
    }
    pause(id) {
        return (0,docker_errors/* attempt */.CD)(async () => void (await this.#docker.getContainer(urlName(id)).pause()));
    }
    unpause(id) {
        // 409 and, from older engines, 500: it is not paused.
        const call = async () => void (await this.#docker.getContainer(urlName(id)).unpause());
        return (0,docker_errors/* attempt */.CD)(call, { 409: undefined, 500: undefined });
    }
    list(labels) {
        return (0,docker_errors/* attempt */.CD)(async () => {
            const found = await this.#docker.listContainers({ all: true, filters: (0,docker_errors/* filterBy */.WP)(labels) });
            return (0,docker_errors/* asList */.DD)(found).map(toSummary);
        });
    }
    inspect(id) {
        return (0,docker_errors/* attempt */.CD)(async () => toDetails(await this.#docker.getContainer(urlName(id)).inspect()), { 404: undefined });
    }
    inspectRaw(id) {
        return (0,docker_errors/* attempt */.CD)(() => this.#docker.getContainer(urlName(id)).inspect());
    }
    async logs(id, tail) {
        const options = { stdout: true, stderr: true, follow: true, tail };
        // follow gives a stream that ends when the container does; without it dockerode buffers and keeps the frame headers.
        const stream = await (0,docker_errors/* attempt */.CD)(() => this.#docker.getContainer(urlName(id)).logs({ ...options, follow: false }));
        return demuxBuffer(Buffer.isBuffer(stream) ? stream : await (0,engine/* readAll */.y)(stream));
    }
    async exec(id, command, stdin, signal) {
        signal?.throwIfAborted();
        const input = typeof stdin === 'string' ? external_node_stream_.Readable.from([stdin]) : stdin;
        // It may break before the command is there to be told.
        input?.on('error', () => undefined);
        const wantsStdin = input !== undefined;
        const exec = await (0,docker_errors/* attempt */.CD)(() => this.#docker
            .getContainer(urlName(id))
            .exec({ Cmd: [...command], AttachStdin: wantsStdin, AttachStdout: true, AttachStderr: true }));
        const stream = await (0,docker_errors/* attempt */.CD)(() => exec.start({ hijack: true, stdin: wantsStdin }));
        const stdout = new Collector();
        const stderr = new Collector();
        this.#docker.modem.demuxStream(stream, stdout, stderr);
        const ended = new Promise((resolve, reject) => {
            stream.on('end', resolve).on('close', resolve).on('error', reject);
        });
        const inputFailed = wantsStdin ? feed(input, stream) : () => false;
        const failure = await failureOf(ended, stream, signal);
        signal?.throwIfAborted();
        if (failure !== undefined && (!wantsStdin || inputFailed()))
            throw failure;
        const { ExitCode } = await (0,docker_errors/* attempt */.CD)(() => exec.inspect());
        // The connection of a command that has ended breaks while it is still being fed.
        if (failure !== undefined && typeof ExitCode !== 'number')
            throw (0,docker_errors/* asLost */.zy)(failure);
        return { exitCode: ExitCode ?? -1, stdout: stdout.text(), stderr: stderr.text() };
    }
    async execStream(id, command) {
        const options = { Cmd: [...command], AttachStdout: true, AttachStderr: true };
        const exec = await (0,docker_errors/* attempt */.CD)(() => this.#docker.getContainer(urlName(id)).exec(options));
        const stream = await (0,docker_errors/* attempt */.CD)(() => exec.start({ hijack: true, stdin: false }));
        const stdout = new external_node_stream_.PassThrough();
        const stderr = new Collector();
        this.#docker.modem.demuxStream(stream, stdout, stderr);
        // The demultiplexer does not mind whether anybody reads: what is full has to hold the source up.
        stdout.on('drain', () => stream.resume());
        stream.on('data', () => stdout.writableNeedDrain && stream.pause());
        const ended = new Promise((resolve, reject) => {
            stream.on('end', resolve).on('close', resolve).on('error', reject);
        });
        ended.then(() => stdout.end(), (error) => stdout.destroy(error));
        const result = ended.then(async () => {
            const { ExitCode } = await (0,docker_errors/* attempt */.CD)(() => exec.inspect());
            return { exitCode: ExitCode ?? -1, stderr: stderr.text() };
        });
        result.catch(() => undefined);
        return { stdout, ended: result };
    }
    async putFiles(id, files) {
        if (files.length === 0)
            return;
        const archive = (0,tar_stream.pack)();
        for (const file of files)
            archive.entry({ name: file.path.replace(/^\/+/, ''), mode: file.mode }, file.content);
        archive.finalize();
        await this.putArchive(id, '/', external_node_stream_.Readable.from(archive));
    }
    async putFile(id, file) {
        const archive = (0,tar_stream.pack)();
        const header = { name: file.path.replace(/^\/+/, ''), size: file.size, mode: 0o600 };
        const entry = archive.entry(header, (error) => (error ? archive.destroy(error) : archive.finalize()));
        (0,promises_.pipeline)(file.content, entry).catch((error) => archive.destroy(error));
        await this.putArchive(id, '/', external_node_stream_.Readable.from(archive));
    }
    async changes(id) {
        const all = (await (0,docker_errors/* attempt */.CD)(() => this.#docker.getContainer(urlName(id)).changes()));
        const ofKind = (kind) => (all ?? []).filter(({ Kind }) => Kind === kind).map(({ Path }) => Path);
        return { added: ofKind(ADDED), changed: ofKind(CHANGED) };
    }
    async putArchive(id, path, archive) {
        const put = (folder, part) => (0,docker_errors/* attempt */.CD)(async () => void (await this.#docker.getContainer(urlName(id)).putArchive(part, { path: folder })), {}, docker_errors/* NO_LIMIT */.kg);
        const targets = await this.#toSplitAt(id, path);
        if (targets.length === 0)
            await put(path, archive);
        else
            await splitArchive(archive, path, targets, put);
    }
    /** What is mounted below a folder, if the engine is podman. */
    async #toSplitAt(id, folder) {
        if (!(await this.#isOfPodman()))
            return [];
        const mounts = (await this.inspect(id))?.mounts ?? [];
        return mounts.map(({ target }) => target).filter((target) => target.startsWith(folder.replace(/\/*$/, '/')));
    }
    #isOfPodman() {
        this.#isPodman ??= (0,docker_errors/* attempt */.CD)(async () => isPodman(await this.#docker.version())).catch((error) => {
            this.#isPodman = undefined; // another try asks anew
            throw error;
        });
        return this.#isPodman;
    }
    async getArchive(id, path) {
        const archive = await (0,docker_errors/* attempt */.CD)(async () => (await this.#docker.getContainer(urlName(id)).getArchive({ path })), { 404: undefined });
        return archive !== undefined && (await this.#isOfPodman()) ? withBase(archive, external_node_path_.posix.basename(path)) : archive;
    }
}
/** Waits for the end of a command's streams, which an aborted signal brings about. @returns what they ended with, if it was a failure */
async function failureOf(ended, stream, signal) {
    const onAbort = () => void stream.destroy(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted)
        onAbort();
    try {
        await ended;
        return undefined;
    }
    catch (error) {
        return error;
    }
    finally {
        signal?.removeEventListener('abort', onAbort);
    }
}
/**
 * Feeds a command. One that ends before it has read everything is no failure: its exit code says what it makes of that.
 * @returns whether it was the input that failed
 */
function feed(input, command) {
    let failed = input.errored !== null;
    if (input.errored)
        command.destroy(input.errored);
    input.once('error', (error) => {
        // An input is destroyed with the failure of the command, too.
        failed = !command.destroyed;
        command.destroy(error);
    });
    (0,promises_.pipeline)(input, command).catch(() => undefined);
    return () => failed;
}
function toSummary(raw) {
    return {
        id: (0,docker_errors/* asText */.e1)(raw.Id),
        name: plainName(raw.Names[0] ?? ''),
        image: raw.Image,
        state: raw.State,
        labels: raw.Labels ?? {},
        ports: raw.Ports.filter((port) => port.PublicPort !== undefined).map((port) => ({
            ip: port.IP ?? '',
            hostPort: port.PublicPort,
            containerPort: port.PrivatePort,
            protocol: port.Type,
        })),
    };
}
/** Docker frames the outputs of containers without a terminal: eight bytes of header, the last four the length. */
function demuxBuffer(raw) {
    const parts = [];
    for (let at = 0; at + 8 <= raw.length;) {
        const length = raw.readUInt32BE(at + 4);
        parts.push(raw.subarray(at + 8, at + 8 + length));
        at += 8 + length;
    }
    return Buffer.concat(parts).toString('utf8');
}

// EXTERNAL MODULE: ./src/docker/auth.ts
var docker_auth = __webpack_require__(7372);
;// CONCATENATED MODULE: ./src/docker/images.ts





const identityOf = ({ Identity: identity }) => identity ? { pulledFrom: (identity.Pull ?? []).map(({ Repository: name }) => name ?? '') } : undefined;
/** Images over dockerode. */
class DockerImages {
    #docker;
    #env;
    constructor(docker, env) {
        this.#docker = docker;
        this.#env = env;
    }
    inspect(reference) {
        return (0,docker_errors/* attempt */.CD)(async () => {
            const raw = await this.#docker.getImage(urlName(reference)).inspect();
            const env = raw.Config?.Env ?? [];
            return {
                id: (0,docker_errors/* asText */.e1)(raw.Id),
                layers: raw.RootFS?.Layers ?? [],
                repoDigests: raw.RepoDigests ?? [],
                identity: identityOf(raw),
                arch: raw.Architecture,
                size: raw.Size,
                env,
                labels: raw.Config?.Labels ?? {},
            };
        }, { 404: undefined });
    }
    async pull(reference, onProgress, signal) {
        const auth = await (0,docker_auth/* registryAuth */.I)(reference, this.#env);
        const stream = await (0,docker_errors/* attempt */.CD)(() => this.#docker.createImage(auth ?? {}, { fromImage: withTag(reference), abortSignal: signal }));
        const layers = new Map();
        for await (const line of jsonLines(stream)) {
            const event = line;
            throwIfFailed(event);
            const { current, total } = event.progressDetail ?? {};
            if (event.id === undefined || event.status !== 'Downloading' || !total)
                continue;
            layers.set(event.id, { current: current ?? 0, total });
            const sum = (pick) => [...layers.values()].reduce((bytes, layer) => bytes + layer[pick], 0);
            onProgress({ current: sum('current'), total: sum('total') });
        }
    }
    async remoteDigest(reference, signal) {
        const options = {
            path: `/distribution/${urlName(withTag(reference))}/json`,
            method: 'GET',
            abortSignal: signal,
            authconfig: await (0,docker_auth/* registryAuth */.I)(reference, this.#env),
            statusCodes: { 200: true, 401: 'refused', 403: 'refused', 404: 'no such image', 500: 'server error' },
        };
        const answer = (await this.#dial(options));
        return answer.Descriptor?.digest ?? '';
    }
    async load(archive) {
        const stream = await (0,docker_errors/* attempt */.CD)(() => this.#docker.loadImage(archive, { quiet: 1 }), {}, docker_errors/* NO_LIMIT */.kg);
        for await (const line of jsonLines(stream))
            throwIfFailed(line);
    }
    tag(reference, name) {
        const at = name.lastIndexOf(':');
        const [repo, tag] = at > name.lastIndexOf('/') ? [name.slice(0, at), name.slice(at + 1)] : [name, 'latest'];
        return (0,docker_errors/* attempt */.CD)(async () => void (await this.#docker.getImage(urlName(reference)).tag({ repo, tag })));
    }
    async save(references) {
        // dockerode has no call for several images, and its query builder would write the names as one.
        const query = references.map((name) => `names=${encodeURIComponent(name)}`).join('&');
        const path = `/images/get?${query}`;
        const options = {
            path: `${path}&`,
            method: 'GET',
            isStream: true,
            statusCodes: { 200: true, 404: 'no such image', 500: 'server error' },
        };
        return (await this.#dial(options));
    }
    #dial(options) {
        return (0,docker_errors/* attempt */.CD)(() => new Promise((resolve, reject) => {
            this.#docker.modem.dial(options, (error, data) => error ? reject(error) : resolve(data));
        }));
    }
}
/** The engine answers 200 before it begins, so that failures come as lines of the stream. */
function throwIfFailed(event) {
    const message = event.errorDetail?.message ?? event.error;
    if (message !== undefined)
        throw new engine/* EngineError */.N(/not found|manifest unknown/i.test(message) ? 404 : 500, message);
}
/** Without a tag or digest the engine would pull every tag of the repository. */
function withTag(reference) {
    const last = reference.slice(reference.lastIndexOf('/') + 1);
    return last.includes(':') || last.includes('@') ? reference : `${reference}:latest`;
}

;// CONCATENATED MODULE: ./src/docker/dockerode.ts





/** The engine over dockerode. Nothing outside this folder knows dockerode. */
class DockerodeEngine {
    endpoint;
    images;
    containers;
    networks;
    volumes;
    #docker;
    constructor(docker, endpoint, env) {
        this.#docker = docker;
        this.endpoint = endpoint;
        this.images = new DockerImages(docker, env);
        this.containers = new DockerContainers(docker);
        this.networks = dockerNetworks(docker);
        this.volumes = dockerVolumes(docker);
    }
    async info() {
        return (0,docker_errors/* attempt */.CD)(async () => {
            const { Version: version, ApiVersion: apiVersion, Os: os, Arch: arch } = await this.#docker.version();
            if (![version, apiVersion, os, arch].every((part) => typeof part === 'string'))
                throw new TypeError('no version');
            return { version, apiVersion, os, arch };
        });
    }
    async system() {
        const raw = (await (0,docker_errors/* attempt */.CD)(() => this.#docker.info()));
        return {
            id: raw.ID ?? '',
            operatingSystem: raw.OperatingSystem ?? '',
            kernel: raw.KernelVersion ?? '',
            cpus: raw.NCPU ?? 0,
            memory: raw.MemTotal ?? 0,
            // Engines that know one kind only say nothing: it is the first.
            cgroupVersion: Number(raw.CgroupVersion ?? 1),
            cgroupDriver: raw.CgroupDriver ?? '',
            storageDriver: raw.Driver ?? '',
            dataPath: raw.DockerRootDir ?? '',
            securityOptions: raw.SecurityOptions ?? [],
            warnings: raw.Warnings ?? [],
        };
    }
    async watch(labels, onEvent, signal) {
        await this.#events({ label: [...labels], type: ['container'] }, signal, (action, attributes) => {
            const exitCode = attributes.exitCode === undefined ? undefined : Number(attributes.exitCode);
            onEvent({ action, name: attributes.name ?? '', exitCode });
        });
    }
    async watchTags(onTag, signal) {
        const filters = { type: ['image'], event: ['tag'] };
        await this.#events(filters, signal, (_, { name }) => name !== undefined && onTag(name));
    }
    async #events(filters, signal, onEvent) {
        const stream = await (0,docker_errors/* attempt */.CD)(() => this.#docker.getEvents({ filters, abortSignal: signal }));
        try {
            for await (const line of jsonLines(stream)) {
                const event = line;
                onEvent(event.Action, event.Actor?.Attributes ?? {});
            }
        }
        catch (error) {
            if (!signal.aborted)
                throw error;
        }
    }
}
function dockerNetworks(docker) {
    const inspect = (name) => (0,docker_errors/* attempt */.CD)(async () => toNetworkInfo(await docker.getNetwork(urlName(name)).inspect()), { 404: undefined });
    return {
        inspect,
        async create(spec) {
            const { ipam, ipamV6 } = spec;
            const ranges = [ipam, ipamV6].flatMap((one) => one === undefined ? [] : [{ Subnet: one.subnet, Gateway: one.gateway, IPRange: one.range }]);
            const network = await (0,docker_errors/* attempt */.CD)(() => docker.createNetwork({
                Name: spec.name,
                Driver: 'bridge',
                CheckDuplicate: true,
                Options: { 'com.docker.network.bridge.enable_ip_masquerade': 'true' },
                Labels: spec.labels,
                ...(ipamV6 === undefined ? {} : { EnableIPv6: true }),
                ...(ranges.length === 0 ? {} : { IPAM: { Driver: 'default', Config: ranges } }),
            }));
            return (0,docker_errors/* attempt */.CD)(async () => toNetworkInfo(await network.inspect()));
        },
        async list(labels) {
            const ids = await (0,docker_errors/* attempt */.CD)(async () => (0,docker_errors/* asList */.DD)(await docker.listNetworks({ filters: (0,docker_errors/* filterBy */.WP)(labels) })).map((network) => network.Id));
            const infos = await Promise.all(ids.map(inspect));
            return infos.filter((info) => info !== undefined);
        },
        countBridges: () => (0,docker_errors/* attempt */.CD)(async () => (0,docker_errors/* asList */.DD)(await docker.listNetworks({ filters: { driver: ['bridge'] } })).length),
        async connect(network, container) {
            const found = await (0,docker_errors/* attempt */.CD)(() => docker.getContainer(urlName(container)).inspect());
            if (network in found.NetworkSettings.Networks)
                return;
            await (0,docker_errors/* attempt */.CD)(async () => void (await docker.getNetwork(urlName(network)).connect({ Container: container })));
        },
        async disconnect(network, container) {
            const found = await (0,docker_errors/* attempt */.CD)(() => docker.getContainer(urlName(container)).inspect());
            if (!(network in found.NetworkSettings.Networks))
                return;
            await (0,docker_errors/* attempt */.CD)(async () => void (await docker.getNetwork(urlName(network)).disconnect({ Container: container, Force: true })));
        },
        remove: (id) => (0,docker_errors/* attempt */.CD)(async () => void (await docker.getNetwork(urlName(id)).remove()), { 404: undefined }),
    };
}
function toNetworkInfo(raw) {
    // Labels and host entries of a network with both are about the IPv4 one.
    const ipv4 = rangeWith('.', raw);
    const ipv6 = rangeWith(':', raw);
    return {
        id: (0,docker_errors/* asText */.e1)(raw.Id),
        name: (0,docker_errors/* asText */.e1)(raw.Name),
        driver: raw.Driver,
        subnet: ipv4.subnet,
        gateway: ipv4.gateway,
        subnetV6: ipv6.subnet,
        gatewayV6: ipv6.gateway,
        labels: raw.Labels ?? {},
        created: Date.parse(raw.Created),
        containers: Object.values(raw.Containers ?? {}).map((container) => ({
            name: container.Name,
            ip: withoutBits(container.IPv4Address),
            ipV6: withoutBits(container.IPv6Address),
        })),
    };
}
/** The subnet of a network in one family, and its gateway; empty: it has none. @param sign what addresses of that family have */
function rangeWith(sign, { IPAM }) {
    const found = IPAM?.Config?.find((config) => config.Subnet?.includes(sign));
    return { subnet: found?.Subnet ?? '', gateway: withoutBits(found?.Gateway) };
}
const withoutBits = (address) => (address ?? '').split('/')[0];
function dockerVolumes(docker) {
    return {
        create: (spec) => (0,docker_errors/* attempt */.CD)(async () => void (await docker.createVolume({ Name: spec.name, Labels: spec.labels }))),
        async list(labels) {
            return (0,docker_errors/* attempt */.CD)(async () => {
                const { Volumes: volumes } = await docker.listVolumes({ filters: (0,docker_errors/* filterBy */.WP)(labels) });
                return (volumes ?? []).map((volume) => ({ name: volume.Name, labels: volume.Labels ?? {} }));
            });
        },
        remove: (name) => (0,docker_errors/* attempt */.CD)(async () => void (await docker.getVolume(urlName(name)).remove()), { 404: undefined }),
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./src/docker/ssh.ts



/**
 * The command that the docker CLI uses for `ssh://` engines: the user's own ssh, with the user's keys and known
 * hosts, and `docker system dial-stdio` at the other end.
 */
function sshCommand(address) {
    const args = ['-o', 'ConnectTimeout=30', '-T'];
    if (address.username !== '')
        args.push('-l', decodeURIComponent(address.username));
    if (address.port !== '')
        args.push('-p', address.port);
    return ['ssh', ...args, '--', address.hostname, 'docker', 'system', 'dial-stdio'];
}
/** An HTTP agent whose connections are the standard input and output of a command. */
class CommandAgent extends external_node_http_.Agent {
    #command;
    constructor(command) {
        super({ keepAlive: true });
        this.#command = command;
    }
    createConnection() {
        return connectTo(this.#command);
    }
}
function connectTo([program, ...args]) {
    const child = (0,external_node_child_process_.spawn)(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let complaint = '';
    const connection = new external_node_stream_.Duplex({
        read: () => void child.stdout.resume(),
        write: (chunk, _encoding, done) => void child.stdin.write(chunk, done),
        final: (done) => void child.stdin.end(done),
        destroy: (error, done) => {
            child.kill();
            done(error);
        },
    });
    child.stderr.on('data', (chunk) => {
        complaint = `${complaint}${chunk.toString('utf8')}`.slice(-2000);
    });
    child.stdin.on('error', () => undefined); // the command's end says more
    child.stdout.on('data', (chunk) => {
        if (!connection.push(chunk))
            child.stdout.pause();
    });
    child.on('error', (error) => connection.destroy(error));
    // Not at the end of its output: only with the exit code is it known whether that end was a failure.
    child.on('close', (code) => {
        if (code)
            connection.destroy(new Error(`${program} ended with ${code}: ${complaint.trim()}`));
        else
            connection.push(null);
    });
    // http expects a socket and calls these on it.
    const same = () => connection;
    return Object.assign(connection, { setTimeout: same, setNoDelay: same, setKeepAlive: same, ref: same, unref: same });
}

;// CONCATENATED MODULE: ./src/docker/strictJson.ts
/**
 * Makes dockerode refuse an answer that says it is JSON and is not: by itself it hands its bytes on, on which every
 * property is just missing.
 */
function insistOnJson(docker) {
    const modem = docker.modem;
    const build = modem.buildPayload.bind(modem);
    modem.buildPayload = (error, isStream, statusCodes, openStdin, request, response, body, answered) => {
        const spoilt = !error && !isStream && statusCodes[response.statusCode ?? 0] === true && isSpoilt(response, body);
        const failure = spoilt ? new SyntaxError('an answer of the Docker engine is no JSON') : error;
        build(failure, isStream, statusCodes, openStdin, request, response, body, answered);
    };
    return docker;
}
/** JSON's `null` is read as bytes too, and is well. */
function isSpoilt({ headers }, body) {
    if (!Buffer.isBuffer(body) || !(headers['content-type'] ?? '').startsWith('application/json'))
        return false;
    return body.length > 0 && body.toString().trim() !== 'null';
}

// EXTERNAL MODULE: ./src/docker/ownContainer.ts
var ownContainer = __webpack_require__(8977);
// EXTERNAL MODULE: ./src/docker/requests.ts
var requests = __webpack_require__(5804);
;// CONCATENATED MODULE: ./src/docker/connect.ts












/** Oldest API that we speak: Docker 20.10, the first with cgroup v2 and host-gateway. */
const OLDEST_API = '1.41';
/** An engine that is reached over TLS. Nothing is asked of it yet. */
function tlsEngine(address, endpoint) {
    const options = { ...address, protocol: 'https', socketPath: undefined };
    return new DockerodeEngine(newDocker(options), endpoint, process.env);
}
/**
 * Connects to the engine that the docker CLI would use and checks that it answers.
 * @throws UserError when there is none, it may not be used, or it is too old
 */
async function connectEngine(env = process.env) {
    const address = resolveEngineAddress(env);
    const endpoint = endpointOf(address);
    const engine = new DockerodeEngine(newDocker(clientOptions(address)), endpoint, env);
    let apiVersion;
    let os;
    try {
        ({ apiVersion, os } = await engine.info());
    }
    catch (error) {
        const cause = error instanceof docker_errors/* EngineLostError */.LJ ? (error.cause ?? error) : error;
        throw new errors/* UserError */.yo(explainNoEngine(address, cause), { cause });
    }
    if (os === 'windows')
        throw new errors/* UserError */.yo(`the Docker engine at ${address.url} runs Windows containers, and k3s needs Linux: ${remedyFor('win32')}`);
    if (isOlder(apiVersion, OLDEST_API)) {
        throw new errors/* UserError */.yo(`the Docker engine at ${address.url} is too old: it speaks API ${apiVersion}, ${OLDEST_API} (Docker 20.10) or newer is needed`);
    }
    if (endpoint.host === undefined)
        endpoint.publishIP = (await (0,ownContainer/* gatewayFromHere */.jY)(engine)) ?? names/* LOOPBACK */.Ws;
    return engine;
}
/** A client of dockerode. docker-modem reads DOCKER_HOST even if it is told all that stands there: it is hidden meanwhile. */
function newDocker(options) {
    const { DOCKER_HOST: host } = process.env;
    delete process.env.DOCKER_HOST;
    try {
        const agent = (0,requests/* engineAgent */.aS)(options.protocol === 'https');
        return insistOnJson(dialQuietly(new (docker_default())({ agent, ...options })));
    }
    finally {
        if (host !== undefined)
            process.env.DOCKER_HOST = host;
    }
}
/**
 * Keeps a warning off standard error that no user can do anything about: docker-modem takes addresses apart with
 * `url.parse`, of which Node warns (DEP0169) wherever the caller is not in node_modules, as in a bundle.
 */
function dialQuietly(docker) {
    const modem = docker.modem;
    const dial = modem.dial.bind(modem);
    modem.dial = (...args) => {
        const { noDeprecation = false } = process;
        process.noDeprecation = true;
        try {
            return dial(...args);
        }
        finally {
            process.noDeprecation = noDeprecation;
        }
    };
    return docker;
}
function isOlder(version, minimum) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const [minMajor = 0, minMinor = 0] = minimum.split('.').map(Number);
    return major < minMajor || (major === minMajor && minor < minMinor);
}
function parseAddress(address) {
    try {
        return new URL(address.url);
    }
    catch {
        throw new errors/* UserError */.yo(`${address.source}: "${address.url}" is no engine address: expected e.g. unix:///var/run/docker.sock or tcp://host:2376`);
    }
}
function endpointOf(address) {
    const url = parseAddress(address);
    const local = url.protocol === 'unix:' || url.protocol === 'npipe:';
    const host = local ? undefined : url.hostname.replace(/^\[|\]$/g, '');
    // From another machine a port on the loopback address can't be reached.
    return { description: address.url, host, publishIP: local ? names/* LOOPBACK */.Ws : names/* ANY_ADDRESS */.A4 };
}
/** dockerode's options. Each is given, even if undefined, since dockerode fills gaps from DOCKER_HOST. */
function clientOptions(address) {
    const url = parseAddress(address);
    const none = {
        host: undefined,
        port: undefined,
        socketPath: undefined,
        ca: undefined,
        cert: undefined,
        key: undefined,
    };
    switch (url.protocol) {
        case 'unix:':
            return { ...none, protocol: 'http', socketPath: decodeURIComponent(url.pathname) };
        case 'npipe:':
            return { ...none, protocol: 'http', socketPath: address.url.slice('npipe:'.length) };
        case 'ssh:':
            return {
                ...none,
                protocol: 'http',
                host: 'docker',
                port: 80,
                agent: (0,requests/* watchRequests */.Od)(new CommandAgent(sshCommand(url))),
            };
        case 'tcp:':
        case 'http:':
        case 'https:':
            return { ...none, host: url.hostname, ...tcpOptions(address, url) };
        default:
            throw new errors/* UserError */.yo(`${address.source}: "${address.url}" is no engine address: unix, tcp, ssh and npipe are known`);
    }
}
function tcpOptions(address, url) {
    const secure = address.certs !== undefined || url.protocol === 'https:';
    const port = Number(url.port) || (secure ? 2376 : 2375);
    if (!secure)
        return { protocol: 'http', port };
    return { protocol: 'https', port, ...readCerts(address) };
}
function readCerts(address) {
    const folder = address.certs;
    if (folder === undefined)
        return {};
    try {
        const read = (name) => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name));
        const identity = { cert: read('cert.pem'), key: read('key.pem') };
        // Without verification the docker CLI still encrypts; so do we, but only when it was asked for.
        return address.verify ? { ...identity, ca: read('ca.pem') } : { ...identity, rejectUnauthorized: false };
    }
    catch (error) {
        throw new errors/* UserError */.yo(`the TLS files for ${address.url} can't be read (${address.source}): ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
        });
    }
}
/** How to come to an engine that can run k3s. @param platform as Node names it */
function remedyFor(platform) {
    if (platform === 'darwin')
        return 'start Docker Desktop, Colima or OrbStack, or set DOCKER_HOST; runners that GitHub hosts with macOS have no engine: use runs-on: ubuntu-latest';
    if (platform === 'win32')
        return 'switch Docker Desktop to Linux containers, or set DOCKER_HOST; runners that GitHub hosts with Windows have no engine for Linux: use runs-on: ubuntu-latest';
    return 'start Docker or set DOCKER_HOST';
}
function explainNoEngine(address, error) {
    const code = error.code;
    const at = `the Docker engine at ${address.url} (${address.source})`;
    if (code === 'EACCES' || code === 'EPERM') {
        return `no permission to use ${at}: run as root or as a member of the group that owns the socket (usually docker)`;
    }
    if (code === 'ENOENT')
        return `cannot connect to Docker: there is no socket at ${address.url} (${address.source}); ${remedyFor(process.platform)}`;
    if (code === 'ECONNREFUSED')
        return `${at} does not answer: ${remedyFor(process.platform)}`;
    if (code === 'ENOTFOUND')
        return `${at} can't be reached: its host name is unknown`;
    return `${at} can't be reached: ${(0,errors/* messageOf */.bD)(error)}`;
}


/***/ }),

/***/ 7457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   DD: () => (/* binding */ asList),
/* harmony export */   LJ: () => (/* binding */ EngineLostError),
/* harmony export */   WP: () => (/* binding */ filterBy),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   kg: () => (/* binding */ NO_LIMIT),
/* harmony export */   zy: () => (/* binding */ asLost)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _common_within_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8165);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6556);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5804);




/**
 * There was no answer from the engine, or none that makes sense: it has stopped, or what is between here and there is not
 * well. Whether it has done what it was asked for is not known.
 */
class EngineLostError extends _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    name = 'EngineLostError';
}
const lost = (why, cause) => new EngineLostError(`the Docker engine does not answer as it should any more: ${why}`, { cause });
/** What dockerode puts before the engine's own words where it has not read them as JSON. */
const CLIENT_WORDS = /^\(HTTP code \d+\) [a-z ]+ - /;
/** How long an answer of the engine may take to begin, in milliseconds. */
const ANSWER_MS = 60_000;
/** For calls that send much: their answer comes when all has been sent. */
const NO_LIMIT = 0;
/** Codes of failed connections, and of HTTP that is none (Node: errors of the system, and of its parser). */
const LOST = /^(E[A-Z]+|HPE_[A-Z_]+)$/;
function isLost(error) {
    if (!(error instanceof Error) || error.name === 'AbortError')
        return false;
    const { code } = error;
    if (typeof code === 'string' && LOST.test(code))
        return true;
    // The client reads JSON, and a connection that is cut leaves half of it.
    return error instanceof SyntaxError || /socket hang up|aborted|premature close/i.test(error.message);
}
/**
 * Runs a call of dockerode and turns its refusals into `EngineError`s with the engine's own words.
 * @param answers what to return, instead of throwing, for a status: `{ 404: undefined }`
 * @param limitMs how long the answer may take to begin
 * @throws EngineLostError when there was no answer
 */
async function attempt(call, answers = {}, limitMs = ANSWER_MS) {
    try {
        if (limitMs === NO_LIMIT)
            return await call();
        const { answer, end } = (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__/* .endable */ .Ol)(call);
        const late = () => {
            end();
            return lost(`no answer within ${limitMs / 1000} s`);
        };
        return await (0,_common_within_js__WEBPACK_IMPORTED_MODULE_3__/* .within */ .u)(answer, { ms: limitMs, late });
    }
    catch (error) {
        const { statusCode, json } = error;
        if (statusCode === undefined)
            throw asLost(error);
        if (statusCode in answers)
            return answers[statusCode];
        throw new _engine_js__WEBPACK_IMPORTED_MODULE_1__/* .EngineError */ .N(statusCode, (json?.message ?? error.message).replace(CLIENT_WORDS, '').trim(), {
            cause: error,
        });
    }
}
/** A failed connection, or an answer that makes no sense, as a sentence; anything else as it is. */
function asLost(error) {
    // Something is not there that the API says is: whoever answers is no engine, or the answer was spoilt on its way.
    if (error instanceof TypeError)
        return lost('its answer is not as the Docker API has it', error);
    if (!isLost(error))
        return error;
    return lost((0,_common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), error);
}
/** `answer`, which has to be a list: dockerode gives bytes where it could not read JSON, and those have a `map` too. */
function asList(answer) {
    if (!Array.isArray(answer))
        throw new TypeError('no list');
    return answer;
}
/** `answer`, which has to be text, as ids and names are. */
function asText(answer) {
    if (typeof answer !== 'string')
        throw new TypeError('no text');
    return answer;
}
/** The filter argument for lookups by label. */
function filterBy(labels) {
    return { label: [...labels] };
}


/***/ }),

/***/ 5804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Od: () => (/* binding */ watchRequests),
/* harmony export */   Ol: () => (/* binding */ endable),
/* harmony export */   aS: () => (/* binding */ engineAgent)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_async_hooks__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_2__);



/** The requests that a call of dockerode has made. */
const requestsOfCall = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
/** As Node's own global agents are: connections are kept for the next request, and given up after some seconds. */
const KEPT = { keepAlive: true, scheduling: 'lifo', timeout: 5000 };
/** An agent for connections to an engine. */
const engineAgent = (secure) => watchRequests(secure ? new node_https__WEBPACK_IMPORTED_MODULE_2__.Agent(KEPT) : new node_http__WEBPACK_IMPORTED_MODULE_1__.Agent(KEPT));
/**
 * Lets requests over `agent` be ended with the call that they belong to. docker-modem listens to requests and not to
 * their answers: an answer that breaks off is made a failure of its request, else it would be waited for.
 */
function watchRequests(agent) {
    const own = agent;
    const add = own.addRequest.bind(agent);
    own.addRequest = (request, ...rest) => {
        requestsOfCall.getStore()?.add(request);
        request.once('response', (response) => response.once('error', (error) => request.emit('error', error)));
        add(request, ...rest);
    };
    return agent;
}
/**
 * Runs a call of dockerode.
 * @returns its answer, and a way to end it: dockerode has none for most calls, and sockets that nobody waits for would
 *   keep the process alive
 */
function endable(call) {
    const requests = new Set();
    const answer = requestsOfCall.run(requests, call);
    return { answer, end: () => requests.forEach((request) => request.destroy()) };
}


/***/ }),

/***/ 5026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ EngineImages)
});

// EXTERNAL MODULE: ./src/common/within.ts
var within = __webpack_require__(8165);
// EXTERNAL MODULE: ./src/contract/imageName.ts
var imageName = __webpack_require__(6480);
;// CONCATENATED MODULE: ./src/localImages/origin.ts

/** The repository that a reference names, in full. */
const repositoryIn = (reference) => (0,imageName/* repositoryOf */._M)((0,imageName/* fullImageName */.ou)(reference));
/** How containerd writes where content comes from: it leaves ports out (containerd: core/remotes/docker/handler.go). */
const withoutPort = (reference) => reference.replace(/^([^/]+):\d+\//, '$1/');
/** The first API with which engines with containerd's store say how an image came about: that of Docker 29. */
const TELLS_SINCE_MINOR = 53;
/**
 * Whether an image came about on this engine: it was built or loaded, and is not what somebody has once pulled under that
 * name. The registry's is newer then.
 *
 * In the classic store an image has a digest in each repository that it was pulled from or pushed to. In containerd's store
 * each image has its own digest in every repository that it has a name in; since Docker 29 the engine says there what was
 * pulled. Older ones say nothing: all counts as pulled, since a stale image that wins over a registry's would be worse than
 * one that has to be imported.
 * @param apiVersion of the engine, e.g. `1.54`
 */
function isBuilt({ id, repoDigests, identity }, reference, apiVersion) {
    const repository = repositoryIn(reference);
    if (identity !== undefined)
        return !identity.pulledFrom.some((name) => repositoryIn(name) === repositoryIn(withoutPort(reference)));
    const inContainerdStore = repoDigests.some((digest) => digest.endsWith(`@${id}`));
    if (inContainerdStore && Number(apiVersion.split('.')[1]) >= TELLS_SINCE_MINOR)
        return true;
    return !repoDigests.some((digest) => repositoryIn(digest) === repository);
}

;// CONCATENATED MODULE: ./src/localImages/images.ts


/** How long an engine may take to say what it knows of an image, and how long an archive may stand still, in milliseconds. */
const INSPECT_MS = 5000;
const STALL_MS = 30_000;
/** The engine's images, as they are taken into the spool when somebody asks for one. */
class EngineImages {
    #engine;
    #spool;
    #apiVersion;
    constructor(engine, spool) {
        this.#engine = engine;
        this.#spool = spool;
    }
    /**
     * Finds an image by its full name and tag.
     * @returns undefined when the engine does not have it, or it is not to be served
     * @throws Error when the engine does not answer in time
     */
    async find(reference, which) {
        const late = () => new Error(`the engine says nothing of ${reference}`);
        const info = await (0,within/* within */.u)(this.#engine.images.inspect(reference), { ms: INSPECT_MS, late });
        if (info === undefined)
            return undefined;
        if (which === 'built' && !isBuilt(info, reference, await this.#version()))
            return undefined;
        // By its id: the name may be another image's by the time that the archive is written.
        return this.#spool.image(info.id, async () => bounded(await this.#engine.images.save([info.id])));
    }
    /** Of the engine's API, which is asked once. */
    async #version() {
        this.#apiVersion ??= (await this.#engine.info()).apiVersion;
        return this.#apiVersion;
    }
}
/** A stream that ends with an error when nothing has come for too long. */
function bounded(stream) {
    const stop = () => void stream.destroy(new Error('the engine has stopped in the middle of an image'));
    let timer = setTimeout(stop, STALL_MS);
    stream.on('data', () => {
        clearTimeout(timer);
        timer = setTimeout(stop, STALL_MS);
    });
    stream.pause();
    return stream.once('close', () => clearTimeout(timer));
}


/***/ }),

/***/ 5596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listen),
/* harmony export */   V: () => (/* binding */ close)
/* harmony export */ });
/** @returns the port, if there is one @throws Error when it can't listen there */
async function listen(server, where) {
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(where, resolve);
    });
    return server.address().port;
}
/** Ends a server with all its connections. */
function close(server) {
    server.close();
    server.closeAllConnections();
}


/***/ }),

/***/ 5790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ newServed),
  S: () => (/* binding */ registryListener)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./src/localImages/request.ts
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const PATH = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/;
/**
 * Reads a request of the distribution API (opencontainers/distribution-spec: spec.md, "Pull"), as containerd sends it to a
 * mirror: the registry that is meant is in the query (containerd: core/remotes/docker/resolver.go).
 * @param path of the URL, from `/v2` on
 * @param namespace value of `ns`; null: Docker Hub
 * @returns undefined for what this registry does not have
 */
function readRequest(path, namespace) {
    if (path === '/v2' || path === '/v2/')
        return { kind: 'version' };
    const [, name, what, last] = PATH.exec(path) ?? [];
    if (name === undefined || last === undefined)
        return undefined;
    if (DIGEST.test(last))
        return { kind: what === 'blobs' ? 'blob' : 'manifest', digest: last };
    if (what === 'blobs' || last.includes(':'))
        return undefined;
    return { kind: 'tag', reference: `${namespace ?? 'docker.io'}/${name}:${last}` };
}
/**
 * Reads a Range header (RFC 9110, 14.1.2). What is no single range of bytes is passed over, as the RFC allows.
 * @param size of the content in bytes
 * @returns undefined: all of it; `none`: there are no such bytes
 */
function readRange(header, size) {
    const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
    if (first === '' && last === '')
        return undefined;
    const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
    const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
    if (first !== '' && last !== '' && Number(last) < start)
        return undefined;
    return start > end ? 'none' : { start, end };
}

;// CONCATENATED MODULE: ./src/localImages/registry.ts


/** How much of a blob is read at a time, in bytes. */
const BUFFER = 1 << 19;
const newServed = () => ({ reached: false, images: new Set(), bytes: 0, ms: 0, underWay: 0, since: 0 });
/** Counts the time that `work` takes. */
async function timed(served, work) {
    if (served.underWay++ === 0)
        served.since = performance.now();
    try {
        await work;
    }
    finally {
        if (--served.underWay === 0)
            served.ms += performance.now() - served.since;
    }
}
/**
 * Answers requests for what the engine has. All else is "not found", failures included: containerd goes on to the next
 * registry then.
 */
function registryListener(registry) {
    return (request, response) => void timed(registry.served, answer(registry, request, response)).catch((error) => {
        registry.log(`${request.method} ${withoutPrefix(registry, request.url ?? '')}: ${String(error)}`);
        if (response.headersSent)
            response.destroy();
        else
            refuse(response, 404, 'MANIFEST_UNKNOWN');
    });
}
const withoutPrefix = ({ prefix }, text) => text.replaceAll(prefix, '');
async function answer(registry, request, response) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://registry');
    if (!pathname.startsWith(`${registry.prefix}/`))
        return refuse(response, 404, 'NAME_UNKNOWN');
    registry.served.reached = true;
    if (request.method !== 'GET' && request.method !== 'HEAD')
        return refuse(response, 405, 'UNSUPPORTED');
    const wanted = readRequest(pathname.slice(registry.prefix.length), searchParams.get('ns'));
    if (wanted === undefined)
        return refuse(response, 404, 'NAME_UNKNOWN');
    if (wanted.kind === 'version')
        return void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    if (wanted.kind === 'tag') {
        const image = await registry.images.find(wanted.reference, registry.which);
        if (image === undefined)
            return refuse(response, 404, 'MANIFEST_UNKNOWN');
        registry.served.images.add(wanted.reference);
        return sendManifest(registry, image.manifest, request, response);
    }
    const blob = registry.spool.blob(wanted.digest);
    if (blob === undefined)
        return refuse(response, 404, wanted.kind === 'blob' ? 'BLOB_UNKNOWN' : 'MANIFEST_UNKNOWN');
    if (wanted.kind === 'manifest') {
        const mediaType = registry.spool.typeOf(wanted.digest) ?? (await mediaTypeIn(blob.path));
        return sendManifest(registry, { mediaType, digest: wanted.digest, size: blob.size }, request, response);
    }
    await sendBlob(registry, { ...blob, digest: wanted.digest }, request, response);
}
/** A manifest below an index says of itself what it is, if it does not go without saying. */
async function mediaTypeIn(path) {
    const { mediaType } = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    return mediaType ?? 'application/vnd.oci.image.manifest.v1+json';
}
async function sendManifest({ spool, served }, { mediaType, digest }, request, response) {
    const blob = spool.blob(digest);
    if (blob === undefined)
        return refuse(response, 404, 'MANIFEST_UNKNOWN');
    const content = await (0,promises_.readFile)(blob.path);
    response.writeHead(200, {
        'content-type': mediaType,
        'content-length': content.length,
        'docker-content-digest': digest,
    });
    served.bytes += request.method === 'HEAD' ? 0 : content.length;
    response.end(request.method === 'HEAD' ? undefined : content);
}
async function sendBlob({ served }, { path, size, digest }, request, response) {
    const range = readRange(request.headers.range, size);
    if (range === 'none') {
        response.setHeader('content-range', `bytes */${size}`);
        return refuse(response, 416, 'SIZE_INVALID');
    }
    response.writeHead(range === undefined ? 200 : 206, {
        'content-type': 'application/octet-stream',
        'content-length': range === undefined ? size : range.end - range.start + 1,
        'docker-content-digest': digest,
        'accept-ranges': 'bytes',
        ...(range === undefined ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
    });
    if (request.method === 'HEAD' || size === 0)
        return void response.end();
    // A node that goes away in the middle is no failure.
    await sendFile(path, range ?? { start: 0, end: size - 1 }, response, (bytes) => (served.bytes += bytes)).catch(() => response.destroy());
}
/**
 * Sends a part of a file through one buffer: the chunks of a stream would be hundreds of megabytes of memory until they
 * are collected.
 * @param range in bytes, both ends included
 * @param count told of what was sent
 * @throws Error when the client goes away, or the file ends early
 */
async function sendFile(path, { start, end }, response, count) {
    const gone = Promise.withResolvers();
    gone.promise.catch(() => undefined);
    response.once('close', () => gone.reject(new Error('the client has gone')));
    const buffer = Buffer.allocUnsafe(Math.min(BUFFER, end - start + 1));
    const file = await (0,promises_.open)(path);
    try {
        for (let at = start; at <= end;) {
            const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, end - at + 1), at);
            if (bytesRead === 0)
                throw new Error(`${path} has ended early`);
            // The buffer is free again once the kernel has taken what is in it.
            const written = new Promise((resolve, reject) => response.write(buffer.subarray(0, bytesRead), (error) => (error ? reject(error) : resolve())));
            await Promise.race([written, gone.promise]);
            count(bytesRead);
            at += bytesRead;
        }
    }
    finally {
        await file.close();
    }
    response.end();
}
function refuse(response, status, code) {
    const body = JSON.stringify({ errors: [{ code, message: code.toLowerCase().replaceAll('_', ' ') }] });
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(response.req.method === 'HEAD' ? undefined : body);
}


/***/ }),

/***/ 1353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ Spool)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/docker/engine.ts
var engine = __webpack_require__(6556);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/localImages/archive.ts








const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG_TYPE = 'application/vnd.oci.image.config.v1+json';
const LAYER_TYPE = 'application/vnd.oci.image.layer.v1.tar';
/** How much is read and written at a time, in bytes: files are large. */
const BUFFER = 1 << 20;
const digestOf = (content) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(content).digest('hex')}`;
/** The file of a digest in a folder of blobs. */
const blobPath = (folder, digest) => (0,external_node_path_.join)(folder, digest.replace(':', '-'));
/**
 * Takes an archive of one image apart, as `docker save` writes it, into blobs by their digests. Engines since Docker 25
 * write an OCI layout; for older ones and podman its manifest is made of what is there.
 * @param folder of the blobs; those that it has already are not written again
 * @throws Error when the archive is none, or ends early
 */
async function takeApart(archive, folder) {
    const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, 'part-'));
    try {
        const parts = await readParts(archive, folder, temporary);
        const index = parts.texts.get('index.json');
        const manifest = index === undefined ? await makeManifest(parts, folder) : manifestIn(index);
        return { manifest, digests: [...new Set([...parts.blobs, manifest.digest])] };
    }
    finally {
        await (0,promises_.rm)(temporary, { recursive: true, force: true });
    }
}
async function readParts(archive, folder, temporary) {
    const parts = { texts: new Map(), files: new Map(), links: new Map(), blobs: new Set() };
    let count = 0;
    for await (const entry of (0,readFiles/* unpack */.l1)(archive)) {
        const { type, linkname } = entry.header;
        const name = external_node_path_.posix.normalize(entry.header.name);
        const [, hex] = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(name) ?? [];
        if (type === 'symlink' || type === 'link') {
            const target = linkname ?? '';
            parts.links.set(name, type === 'link' ? external_node_path_.posix.normalize(target) : external_node_path_.posix.join(external_node_path_.posix.dirname(name), target));
            entry.resume();
        }
        else if (type !== 'file')
            entry.resume();
        else if (hex !== undefined) {
            const digest = `sha256:${hex}`;
            parts.blobs.add(digest);
            parts.files.set(name, blobPath(folder, digest));
            if ((0,external_node_fs_.existsSync)(blobPath(folder, digest)))
                entry.resume();
            else
                await keep(entry, (0,external_node_path_.join)(temporary, String(count++)), blobPath(folder, digest));
        }
        else if (/^[^/]+\.json$/.test(name))
            parts.texts.set(name, await (0,engine/* readAll */.y)(external_node_stream_.Readable.from(entry)));
        else {
            const path = (0,external_node_path_.join)(temporary, String(count++));
            await (0,external_node_stream_promises_.pipeline)(entry, (0,external_node_fs_.createWriteStream)(path));
            parts.files.set(name, path);
        }
    }
    return parts;
}
/** A blob has its name only once it is whole. */
async function keep(content, path, target) {
    await (0,external_node_stream_promises_.pipeline)(content, (0,external_node_fs_.createWriteStream)(path, { highWaterMark: BUFFER }));
    await (0,promises_.rename)(path, target);
}
function manifestIn(index) {
    const { manifests } = JSON.parse(index.toString('utf8'));
    const [first] = manifests ?? [];
    if (first === undefined)
        throw new Error('the archive of the image names no manifest');
    return { mediaType: first.mediaType, digest: first.digest, size: first.size };
}
/** What docker save has written since 1.10 (moby: image/spec/spec.md, "Combined Image JSON + Filesystem Changeset Format"). */
async function makeManifest({ texts, files, links, blobs }, folder) {
    const [image] = JSON.parse(texts.get('manifest.json')?.toString('utf8') ?? '[]');
    if (image === undefined)
        throw new Error('the archive is none of an image');
    const text = texts.get(image.Config) ?? (await (0,promises_.readFile)(files.get(image.Config) ?? image.Config));
    const { rootfs } = JSON.parse(text.toString('utf8'));
    const put = async (content, mediaType) => {
        const digest = digestOf(content);
        await (0,promises_.writeFile)(blobPath(folder, digest), content);
        blobs.add(digest);
        return { mediaType, digest, size: content.length };
    };
    const layers = [];
    for (const [at, layer] of image.Layers.entries()) {
        // Layers are packed as they are, so that the digest of their content is theirs.
        const digest = rootfs.diff_ids[at] ?? '';
        const path = files.get(links.get(layer) ?? layer);
        const target = blobPath(folder, digest);
        if (path !== undefined && path !== target && (0,external_node_fs_.existsSync)(path))
            await (0,promises_.rename)(path, target);
        blobs.add(digest);
        layers.push({ mediaType: LAYER_TYPE, digest, size: (await (0,promises_.stat)(target)).size });
    }
    const config = await put(text, CONFIG_TYPE);
    const manifest = { schemaVersion: 2, mediaType: MANIFEST_TYPE, config, layers };
    return put(Buffer.from(JSON.stringify(manifest)), MANIFEST_TYPE);
}

;// CONCATENATED MODULE: ./src/localImages/spool.ts



/** Images that were taken from the engine, as blobs in a folder. Beyond its bound the least recently used go. */
class Spool {
    #folder;
    #limit;
    #images = new Map();
    #exports = new Map();
    #clock = 0;
    /** @param limit of all blobs in bytes; a single image may be larger */
    constructor(folder, limit) {
        this.#folder = folder;
        this.#limit = limit;
    }
    /**
     * An image by its id in the engine. Whoever asks for one that is on its way waits for the same.
     * @param open gives its archive if it is not there
     */
    async image(id, open) {
        const kept = this.#images.get(id);
        if (kept !== undefined) {
            kept.used = ++this.#clock;
            return kept;
        }
        const running = this.#exports.get(id) ?? this.#take(id, open);
        this.#exports.set(id, running);
        try {
            return await running;
        }
        finally {
            this.#exports.delete(id);
        }
    }
    async #take(id, open) {
        await (0,promises_.mkdir)(this.#folder, { recursive: true, mode: 0o700 });
        const image = await takeApart(await open(), this.#folder);
        this.#images.set(id, { ...image, used: ++this.#clock });
        await this.#shrink(id);
        return image;
    }
    /** The file of a blob, and its size in bytes. @returns undefined when it is not there */
    blob(digest) {
        const path = blobPath(this.#folder, digest);
        if (!(0,external_node_fs_.existsSync)(path))
            return undefined;
        const now = ++this.#clock;
        for (const image of this.#images.values())
            if (image.digests.includes(digest))
                image.used = now;
        return { path, size: (0,external_node_fs_.statSync)(path).size };
    }
    /** The media type of a manifest; undefined: no image was asked for that has it on top. */
    typeOf(digest) {
        return [...this.#images.values()].find(({ manifest }) => manifest.digest === digest)?.manifest.mediaType;
    }
    /** @param newest stays, whatever its size */
    async #shrink(newest) {
        const oldestFirst = [...this.#images].sort(([, a], [, b]) => a.used - b.used).map(([id]) => id);
        for (const id of oldestFirst) {
            if (id === newest || this.#bytes() <= this.#limit)
                return;
            const digests = this.#images.get(id)?.digests ?? [];
            this.#images.delete(id);
            const others = new Set([...this.#images.values()].flatMap((image) => image.digests));
            // Whoever is reading one reads it to its end.
            for (const digest of digests)
                if (!others.has(digest))
                    await (0,promises_.rm)(blobPath(this.#folder, digest), { force: true });
        }
    }
    #bytes() {
        const digests = new Set([...this.#images.values()].flatMap((image) => image.digests));
        const sizes = [...digests].map((digest) => (0,external_node_fs_.statSync)(blobPath(this.#folder, digest), { throwIfNoEntry: false })?.size);
        return sizes.reduce((sum, size) => sum + (size ?? 0), 0);
    }
    /** Removes all of it. */
    async clear() {
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
}


/***/ })

};
