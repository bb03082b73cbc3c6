export const id = 866;
export const ids = [866];
export const modules = {

/***/ 9866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var _common_reporter_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7872);
/* harmony import */ var _common_table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6513);
/* harmony import */ var _cluster_create_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1369);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(245);
/* harmony import */ var _diagnostics_checkFirst_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2401);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6657);
/* harmony import */ var _readConfigs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8649);







/** `k3d doctor`. @throws when something can't work, once all has been printed */
async function doctor(options) {
    const { clusters } = (0,_readConfigs_js__WEBPACK_IMPORTED_MODULE_5__/* .readConfigs */ .c)(undefined, options.config, []);
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__.connectEngine)();
    const usual = await Promise.all(clusters.map((config) => (0,_cluster_create_index_js__WEBPACK_IMPORTED_MODULE_1__/* .withUsualImage */ .gy)(config, engine, _common_reporter_js__WEBPACK_IMPORTED_MODULE_0__/* .silentReporter */ .P)));
    const checks = await (0,_diagnostics_checkFirst_js__WEBPACK_IMPORTED_MODULE_3__/* .checkMachine */ .U1)(engine, usual);
    (0,_output_js__WEBPACK_IMPORTED_MODULE_4__/* .print */ .y)(options.output, checks, () => (0,_common_table_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .t)(['CHECK', 'RESULT', 'FINDING'], checks.map(({ subject, level, text }) => [subject, level, text])));
    if (checks.some(({ level }) => level === 'error'))
        process.exitCode = 1;
}


/***/ }),

/***/ 8649:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ readConfigs)
});

// EXTERNAL MODULE: ./src/common/text.ts
var common_text = __webpack_require__(2450);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/fields.ts
var fields = __webpack_require__(81);
// EXTERNAL MODULE: ./src/config/file.ts
var file = __webpack_require__(1974);
// EXTERNAL MODULE: ./src/config/merge.ts
var merge = __webpack_require__(8858);
;// CONCATENATED MODULE: ./src/config/resolve.ts




/**
 * Reads and merges all sources: defaults < file < environment < flags or inputs.
 * @throws UserError for any mistake in one, and when two documents name the same cluster
 */
function resolveConfigs({ config, env, layers, name, cwd, defaults = {} }) {
    const file = config === undefined ? { layers: [{}], notices: [] } : readFile(config, env, cwd);
    const merged = file.layers.map((layer) => (0,merge/* mergeLayers */.J)(defaults, layer, (0,fields/* environmentLayer */.L)(env), ...layers));
    return { clusters: pick(merged, name), notices: file.notices };
}
function pick(clusters, name) {
    if (clusters.length === 1)
        return clusters.map((one) => (name === undefined ? one : { ...one, name }));
    const names = clusters.map((one) => one.name);
    const twice = names.find((one, index) => names.indexOf(one) !== index);
    if (twice !== undefined) {
        throw new errors/* UserError */.yo(`the config has ${clusters.length} documents, and two of them make cluster "${twice}": give each a metadata.name of its own`);
    }
    if (name === undefined)
        return clusters;
    const picked = clusters.filter((one) => one.name === name);
    if (picked.length > 0)
        return picked;
    throw new errors/* UserError */.yo(`the config has no cluster "${name}"; it has ${names.join(', ')}`);
}
function readFile(config, env, cwd) {
    return config.includes('\n') ? (0,file/* parseConfig */.o4)(config, { path: undefined, env, cwd }) : (0,file/* readConfigFile */.RG)(config, env, cwd);
}

// EXTERNAL MODULE: ./src/config/scalars.ts
var scalars = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/plan/dryPlan.ts
var dryPlan = __webpack_require__(5733);
;// CONCATENATED MODULE: ./src/cli/readConfigs.ts




/**
 * The clusters that a config file, the environment and flags describe.
 * @param name the argument NAME
 * @param file the value of `--config`
 * @throws UserError for every mistake in them
 */
function readConfigs(name, file, layers) {
    // `-` is standard input; a line break at its end makes even one line an inline document.
    const path = file || process.env.K3D_CONFIG || undefined;
    const config = path === '-' ? `${(0,common_text/* readText */.y)(0)}\n` : path;
    const resolved = resolveConfigs({
        config,
        env: process.env,
        layers,
        name: name ? (0,scalars/* readName */.MQ)(name, 'argument NAME') : undefined,
        cwd: process.cwd(),
        // k3d has a load balancer unless it is told otherwise.
        defaults: { loadBalancer: 'on' },
    });
    const warnings = new Set(resolved.clusters.flatMap((cluster) => (0,dryPlan/* dryPlan */.V)(cluster).warnings));
    return { ...resolved, notices: [...resolved.notices, ...warnings] };
}


/***/ }),

/***/ 6513:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
/** Rows in columns of equal width, without lines between them, as kubectl and k3d print them. */
function table(header, rows, withHeader = true) {
    const all = withHeader ? [header, ...rows] : rows;
    const widths = header.map((_, column) => Math.max(0, ...all.map((row) => (row[column] ?? '').length)));
    return all
        .map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd())
        .join('\n');
}


/***/ }),

/***/ 2401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U1: () => (/* binding */ checkMachine),
  eG: () => (/* binding */ resolveAndCheck)
});

// UNUSED EXPORTS: checkFirst

// EXTERNAL MODULE: ./src/cluster/create/index.ts + 6 modules
var create = __webpack_require__(1369);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/diagnostics/host.ts
var host = __webpack_require__(5504);
// EXTERNAL MODULE: ./src/config/version.ts
var version = __webpack_require__(8794);
;// CONCATENATED MODULE: ./src/diagnostics/preflight.ts

const GIB = 1024 ** 3;
/** What a node takes at rest with its system pods, in bytes (measured: 0.55 and 0.25 GiB). */
const SERVER_MEMORY = 0.6 * GIB;
const AGENT_MEMORY = 0.3 * GIB;
/** Below this share of a disk it is taken for full: a job soon is. */
const FULL = 0.05;
/** What images and state of a small cluster take, in bytes. */
const LEAST_DISK = 2 * GIB;
/** Each node takes about two instances and several hundred watches, and so do other programs of the same user. */
const INSTANCES_A_NODE = 24;
const LEAST_INSTANCES = 128;
const LEAST_WATCHES = 65_536;
/** First release of Kubernetes whose kubelet refuses cgroup v1, and of k3s that knows v2, as [major, minor, patch]. */
const REFUSES_V1 = [1, 35, 0];
const KNOWS_V2 = [1, 20, 4];
/** Networks that an engine with its default address pools can have (moby: 15 of /16, 16 of /20). */
const MOST_NETWORKS = 31;
/** The release of k3s that an image's tag names. @returns undefined when it names none */
function releaseOf(image) {
    return (0,version/* kubernetesOf */.Az)(image)?.split('.').map(Number);
}
const isBefore = (one, other) => {
    const at = one.findIndex((part, index) => part !== other[index]);
    return at !== -1 && one[at] < other[at];
};
/**
 * What is to be said of a machine before clusters are made on it. Only what can't work is an error.
 * @param networks how many networks the engine has
 */
function preflight(around, configs, networks) {
    return [
        ...cgroups(around, configs),
        memory(around, configs),
        ...disk(around),
        ...inotify(around, configs),
        ...kernel(around),
        storage(around),
        addressPools(configs, networks),
        ...around.system.warnings.map((text) => ({ subject: 'engine', level: 'ok', text: `it says: ${text}` })),
    ];
}
const ok = (subject, text) => ({ subject, level: 'ok', text });
const warning = (subject, text) => ({ subject, level: 'warning', text });
function cgroups({ system }, configs) {
    const { cgroupVersion: version } = system;
    const bad = configs.flatMap(({ image, k3sArgs }) => {
        const release = releaseOf(image);
        if (release === undefined)
            return [];
        const allowed = k3sArgs.some(({ value }) => /fail-cgroupv1=false/i.test(value));
        if (version === 1 && !isBefore(release, REFUSES_V1) && !allowed) {
            const text = `${image} refuses cgroup v1, which this machine has: boot it with cgroup v2, use k3s v1.34 or older, or give k3s "--kubelet-arg=fail-cgroupv1=false"`;
            return [{ subject: 'cgroups', level: 'error', text }];
        }
        if (version === 2 && isBefore(release, KNOWS_V2)) {
            const text = `${image} does not know cgroup v2, which this machine has: use k3s v1.20.4 or newer`;
            return [{ subject: 'cgroups', level: 'error', text }];
        }
        return [];
    });
    return bad.length > 0 ? bad : [ok('cgroups', `v${version}`)];
}
const gib = (bytes) => `${(bytes / GIB).toFixed(1)} GiB`;
function memory({ system, host }, configs) {
    const wanted = configs.reduce((sum, { servers, agents }) => sum + servers * SERVER_MEMORY + agents * AGENT_MEMORY, 0);
    // An engine in a machine of its own (Docker Desktop, Colima) has less than this one.
    const available = Math.min(host?.memoryAvailable ?? Infinity, system.memory);
    const text = `${gib(available)} available, about ${gib(wanted)} wanted`;
    if (available >= wanted)
        return ok('memory', text);
    return warning('memory', `${text}: nodes may be killed; use fewer nodes or a larger machine`);
}
function disk({ host, system }) {
    if (host?.disk === undefined)
        return [];
    const { free, total } = host.disk;
    const text = `${gib(free)} of ${gib(total)} free at ${system.dataPath}`;
    const remedy = 'free some, e.g. with "docker system prune"';
    if (free < total * FULL) {
        return [warning('disk', `${text}: it is all but full, and nodes that can't write end; ${remedy}`)];
    }
    if (free < LEAST_DISK)
        return [warning('disk', `${text}: images and state of a cluster take about ${gib(LEAST_DISK)}; ${remedy}`)];
    return [ok('disk', text)];
}
function inotify({ host }, configs) {
    if (host?.inotifyInstances === undefined || host.inotifyWatches === undefined)
        return [];
    const nodes = configs.reduce((sum, { servers, agents }) => sum + servers + agents, 0);
    const instances = Math.max(LEAST_INSTANCES, nodes * INSTANCES_A_NODE);
    const checks = [];
    const low = (name, is, least) => {
        if (is >= least)
            return;
        const text = `${name} is ${is}: pods may fail with "too many open files"; set it to ${least} or more: sysctl -w ${name}=${least}`;
        checks.push(warning('inotify', text));
    };
    low('fs.inotify.max_user_instances', host.inotifyInstances, instances);
    low('fs.inotify.max_user_watches', host.inotifyWatches, LEAST_WATCHES);
    const { inotifyUsed: used } = host;
    const wanted = Math.max(1, nodes) * INSTANCES_A_NODE;
    if (used !== undefined && checks.length === 0 && host.inotifyInstances - used < wanted) {
        const name = 'fs.inotify.max_user_instances';
        const enough = 2 ** Math.ceil(Math.log2(used + wanted));
        const text = `${used} of ${host.inotifyInstances} inotify instances are used, and about ${wanted} are wanted: nodes may end with "too many open files"`;
        checks.push(warning('inotify', `${text}; raise the limit: sysctl -w ${name}=${enough}`));
    }
    const text = `${host.inotifyInstances} instances, ${host.inotifyWatches} watches`;
    return checks.length > 0 ? checks : [ok('inotify', text)];
}
function kernel({ host }) {
    if (host === undefined)
        return [];
    const checks = [];
    if (host.filesystems !== undefined && !host.filesystems.includes('overlay')) {
        checks.push(warning('kernel', 'the overlay filesystem is not loaded: nodes need it for their images; load it: modprobe overlay'));
    }
    if (host.bridgeNetfilter === false) {
        const text = 'bridge-nf-call-iptables is 0: services may not be reached from pods of the same node';
        checks.push(warning('kernel', `${text}; set it: sysctl -w net.bridge.bridge-nf-call-iptables=1`));
    }
    return checks.length > 0 ? checks : [ok('kernel', 'required features are present')];
}
/** Storage drivers on which containerd's overlay can't be put: inside nodes it has to copy, or fails. */
const POOR_STORAGE = /^(zfs|btrfs|devicemapper|vfs|aufs)$/;
function storage({ system }) {
    const { storageDriver: driver, securityOptions } = system;
    if (securityOptions.some((option) => /rootless/.test(option))) {
        return warning('storage', 'the engine runs without root: nodes need cgroup delegation and may not come up; an engine with root is what is tested');
    }
    if (!POOR_STORAGE.test(driver))
        return ok('storage', driver);
    return warning('storage', `the engine's storage driver is ${driver}: k3s may fail to start containers on it; overlay2 is what is tested`);
}
function addressPools(configs, networks) {
    const wanted = configs.filter(({ network, subnet }) => network === undefined && subnet === undefined).length;
    const text = `${networks} networks`;
    if (networks + wanted <= MOST_NETWORKS)
        return ok('address pools', text);
    return warning('address pools', `${text}: by default an engine has subnets for about ${MOST_NETWORKS}; remove some: docker network prune`);
}

;// CONCATENATED MODULE: ./src/diagnostics/checkFirst.ts




/** Looks at the machine that clusters are to be made on. @throws when the engine does not answer */
async function checkMachine(engine, configs) {
    const [around, networks] = await Promise.all([(0,host/* lookAround */.h)(engine), engine.networks.countBridges()]);
    return preflight(around, configs, networks);
}
/**
 * Says what may go wrong on this machine before clusters are made.
 * @throws UserError for what can't work
 */
async function checkFirst(engine, configs, reporter) {
    const checks = await checkMachine(engine, configs);
    for (const { subject, text } of checks.filter(({ level }) => level === 'warning'))
        reporter.warn(`${subject}: ${text}`);
    const error = checks.find(({ level }) => level === 'error');
    if (error !== undefined)
        throw new errors/* UserError */.yo(`${error.subject}: ${error.text}`);
}
/**
 * Clusters as they are to be made on an engine: with the release of k3s that their channel means or that suits the machine,
 * after a look at that machine.
 * @throws UserError for what can't work
 */
async function resolveAndCheck(engine, wanted, reporter) {
    const configs = await Promise.all(wanted.map(async (config) => (0,create/* withUsualImage */.gy)(await (0,create/* withRelease */._h)(config, process.env, reporter), engine, reporter)));
    await checkFirst(engine, configs, reporter);
    return configs;
}


/***/ }),

/***/ 5504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ surroundingsRows),
/* harmony export */   h: () => (/* binding */ lookAround)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

/** Looks at an engine and, if it is on this machine, at the machine. @throws when the engine does not answer */
async function lookAround(engine) {
    const [info, system] = await Promise.all([engine.info(), engine.system()]);
    const isHere = engine.endpoint.host === undefined && process.platform === 'linux';
    return { engine: info, system, host: isHere ? await hostFacts(system) : undefined };
}
async function hostFacts({ dataPath }) {
    const text = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => undefined);
    const number = async (path) => {
        const found = Number.parseInt((await text(path)) ?? '', 10);
        return Number.isNaN(found) ? undefined : found;
    };
    const meminfo = await text('/proc/meminfo');
    const available = /^MemAvailable:\s+(\d+) kB$/m.exec(meminfo ?? '')?.[1];
    const filesystems = await text('/proc/filesystems');
    const bridge = await text('/proc/sys/net/bridge/bridge-nf-call-iptables');
    return {
        memoryAvailable: available === undefined ? undefined : Number(available) * 1024,
        disk: await diskAt(dataPath),
        inotifyInstances: await number('/proc/sys/fs/inotify/max_user_instances'),
        inotifyUsed: await inotifyUsed(),
        inotifyWatches: await number('/proc/sys/fs/inotify/max_user_watches'),
        filesystems: filesystems?.split('\n').map((line) => line.split('\t').at(-1) ?? ''),
        bridgeNetfilter: bridge === undefined ? undefined : bridge.trim() === '1',
    };
}
/** The inotify instances of root's processes; undefined where only one's own can be seen. */
async function inotifyUsed() {
    if (process.getuid?.() !== 0)
        return undefined;
    const processes = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)('/proc')).filter((name) => /^\d+$/.test(name));
    const counts = await Promise.all(processes.map(async (id) => {
        try {
            const folder = `/proc/${id}/fd`;
            if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder)).uid !== 0)
                return 0;
            const targets = await Promise.all((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder)).map((fd) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(`${folder}/${fd}`).catch(() => '')));
            return targets.filter((target) => target === 'anon_inode:inotify').length;
        }
        catch {
            return 0; // it has ended
        }
    }));
    return counts.reduce((sum, count) => sum + count, 0);
}
/** The engine may run in a machine of its own on this one: then the path is not here. */
async function diskAt(path) {
    try {
        const { bavail, blocks, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(path);
        return { free: bavail * bsize, total: blocks * bsize };
    }
    catch {
        return undefined;
    }
}
const gigabytes = (bytes) => bytes === undefined ? 'unknown' : `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
/** Surroundings as rows of a table. */
function surroundingsRows({ engine, system, host }) {
    return [
        ['engine', `${engine.version}, API ${engine.apiVersion}, ${engine.os}/${engine.arch}`],
        ['machine', `${system.operatingSystem}, kernel ${system.kernel}, ${system.cpus} CPUs`],
        ['memory', `${gigabytes(system.memory)}, available ${gigabytes(host?.memoryAvailable)}`],
        [
            'disk',
            host?.disk === undefined ? 'unknown' : `${gigabytes(host.disk.free)} of ${gigabytes(host.disk.total)} free`,
        ],
        ['cgroups', `v${system.cgroupVersion}, ${system.cgroupDriver}`],
        ['storage driver', system.storageDriver],
        [
            'inotify',
            `${host?.inotifyInstances ?? 'unknown'} instances${host?.inotifyUsed === undefined ? '' : `, ${host.inotifyUsed} of them used`}, ${host?.inotifyWatches ?? 'unknown'} watches a user`,
        ],
    ];
}


/***/ })

};
