export const id = 103;
export const ids = [103];
export const modules = {

/***/ 9103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterCreate: () => (/* binding */ clusterCreate)
/* harmony export */ });
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2004);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5750);
/* harmony import */ var _diagnostics_checkFirst_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2401);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(245);
/* harmony import */ var _config_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81);
/* harmony import */ var _docker_connect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6659);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7662);
/* harmony import */ var _flags_createFlags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6029);
/* harmony import */ var _createAndMerge_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2083);
/* harmony import */ var _readConfigs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8649);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1298);











/** `k3d cluster create` */
async function clusterCreate(name, options, given, command) {
    const { clusters: wanted, notices } = (0,_readConfigs_js__WEBPACK_IMPORTED_MODULE_8__/* .readConfigs */ .c)(name, options.config, [(0,_flags_createFlags_js__WEBPACK_IMPORTED_MODULE_6__/* .flagsLayer */ .x)(given, 'flag', process.cwd())]);
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .reporterOf */ .h)(command);
    for (const notice of notices)
        reporter.info(notice);
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .interruptible */ .I)(async (signal) => {
        const dind = process.env[_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__/* .DIND_VARIABLE */ .RS];
        if (dind)
            return createInDind(dind, wanted, reporter, signal);
        const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__.connectEngine)();
        await (0,_createAndMerge_js__WEBPACK_IMPORTED_MODULE_7__/* .createAndMerge */ .G)(engine, await (0,_diagnostics_checkFirst_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveAndCheck */ .eG)(engine, wanted, reporter), reporter, signal);
    });
}
/** Creates clusters on an engine in a container that is made for them, and that goes again when that fails. */
async function createInDind(name, wanted, reporter, signal) {
    const outer = await (0,_docker_connect_js__WEBPACK_IMPORTED_MODULE_4__/* .connectEngine */ .xn)();
    const clusters = await (0,_diagnostics_checkFirst_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveAndCheck */ .eG)(outer, wanted, reporter);
    const creation = (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__/* .newCreationId */ .bX)();
    const wish = { name: (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_5__/* .checkContainerName */ .RG)(name, 'flag --dind'), image: (0,_config_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .dindImage */ .ps)('', process.env, ''), creation };
    const context = { engine: outer, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_10__/* .Timeline */ .K(), signal };
    const { engine, configs, finish, giveUp } = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__/* .startDind */ .yL)(wish, clusters, context);
    try {
        await (0,_createAndMerge_js__WEBPACK_IMPORTED_MODULE_7__/* .createAndMerge */ .G)(engine, configs, reporter, signal);
        await finish();
    }
    catch (error) {
        await giveUp(error);
        throw error;
    }
}


/***/ }),

/***/ 2083:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createAndMerge)
/* harmony export */ });
/* harmony import */ var _cluster_create_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1369);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2004);
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5750);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7662);
/* harmony import */ var _kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4451);






/**
 * Creates clusters and brings them into the default kubeconfig, as each of them has it.
 * @param seeds what each is given, by position
 */
async function createAndMerge(engine, clusters, reporter, signal, seeds = []) {
    const timelines = clusters.map(() => new _common_timeline_js__WEBPACK_IMPORTED_MODULE_5__/* .Timeline */ .K());
    const creations = clusters.map((config, index) => ({
        config,
        creation: (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__/* .newCreationId */ .bX)(),
        context: { engine, reporter, timeline: timelines[index], signal },
        seed: seeds[index],
    }));
    const created = await (0,_cluster_create_index_js__WEBPACK_IMPORTED_MODULE_0__/* .createClusters */ ._Z)(creations);
    for (const [index, config] of clusters.entries()) {
        const cluster = created[index];
        if (config.updateDefaultKubeconfig) {
            await (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeIntoFile */ .nQ)((0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultKubeconfigPath */ .St)(process.env), cluster.kubeconfig, config.switchCurrentContext);
        }
        reporter.debug(`where the time went:\n${(0,_common_timeline_js__WEBPACK_IMPORTED_MODULE_5__/* .renderTimeline */ .s)(timelines[index].phases)}`);
        const state = config.wait.size > 0 ? `is ready after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(cluster.readyMs)}` : 'is starting';
        reporter.info(`Cluster ${config.name} ${state}: ${cluster.apiURL}`);
        reporter.info(nextStep(config, index === clusters.length - 1));
    }
}
/** What to type now. @param isLast whether the current context is still this cluster's */
function nextStep({ name, updateDefaultKubeconfig, switchCurrentContext }, isLast) {
    if (!updateDefaultKubeconfig)
        return `Get its kubeconfig with: k3d kubeconfig get ${name}`;
    return `Try it: kubectl ${switchCurrentContext && isLast ? '' : `--context ${(0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .contextName */ .fW)(name)} `}get nodes`;
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

/***/ 4036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   SM: () => (/* binding */ fitTable),
/* harmony export */   Xv: () => (/* binding */ CLEAR_LINE),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   qz: () => (/* binding */ widthOf),
/* harmony export */   uJ: () => (/* binding */ CLEAR)
/* harmony export */ });
/* harmony import */ var _common_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

/** Where an output's width is not known, as that of a file. */
const USUAL_WIDTH = 80;
/** A terminal that is narrower says so by mistake: those of runners have no columns at all. */
const LEAST_WIDTH = 40;
/** Width of an output in characters. @param columns as the system says it */
const widthOf = (columns) => columns === undefined || columns < LEAST_WIDTH ? USUAL_WIDTH : columns;
/** Narrowest that a column is made, in characters. */
const NARROWEST = 8;
const GAP = 3;
/**
 * A table that fits a screen: as long as it is too wide, its widest column loses a character, and what is cut ends in
 * an ellipsis.
 * @param width in characters
 */
function fitTable(header, rows, width) {
    const all = [header, ...rows];
    const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    const total = () => widths.reduce((sum, one) => sum + one, GAP * (widths.length - 1));
    while (total() > width) {
        const widest = widths.indexOf(Math.max(...widths));
        if ((widths[widest] ?? 0) <= NARROWEST)
            break;
        widths[widest] = (widths[widest] ?? 0) - 1;
    }
    const cut = (row) => row.map((cell, column) => shorten(cell, widths[column] ?? 0));
    return (0,_common_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)(cut(header), rows.map(cut));
}
/** A text in at most so many characters. */
const shorten = (text, width) => text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
/**
 * A text in lines that fit a screen, broken at spaces; a word that is longer than a line is cut.
 * @param width in characters, the indent included
 * @param indent what each line begins with
 */
function wrap(text, width, indent) {
    const most = Math.max(NARROWEST, width - indent.length);
    const lines = text.match(new RegExp(`\\S.{0,${most - 1}}(?=\\s|$)|\\S{1,${most}}`, 'g')) ?? [];
    return lines.map((line) => `${indent}${line.trimEnd()}`);
}
/** Clears a terminal's line and goes to its beginning. */
const CLEAR_LINE = '\r\u001b[2K';
/** Clears a terminal and goes to its first place (ECMA-48). */
const CLEAR = '\u001b[H\u001b[2J\u001b[3J';


/***/ }),

/***/ 1298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ interruptible),
  h: () => (/* binding */ reporterOf)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/cli/screen.ts
var screen = __webpack_require__(4036);
;// CONCATENATED MODULE: ./src/cli/reporter.ts

/** How a line begins that has no time. */
const SIGNS = { INFO: '', WARN: 'Warning: ', DEBUG: '  ' };
/**
 * Progress on standard error, a line each and the same in a terminal, a pipe and a CI's log, so that standard output holds
 * results only. In a terminal a last line says what is waited for, and is replaced.
 */
function cliReporter({ verbose, timestamps, quiet }, output = process.stderr) {
    let shown = '';
    const show = (text) => {
        if (text === shown)
            return;
        output.write(`${screen/* CLEAR_LINE */.Xv}${text}`);
        shown = text;
    };
    const write = (level, message) => {
        show('');
        const sign = timestamps ? `${new Date().toISOString()} ${level.padEnd(5)} ` : SIGNS[level];
        output.write(`${sign}${message}\n`);
    };
    const progress = !quiet || verbose;
    const canReplace = progress && !timestamps && output.isTTY === true;
    return {
        // A line that is wrapped can't be replaced.
        ...(canReplace && { status: (text) => show((0,screen/* shorten */.ml)(text, (0,screen/* widthOf */.qz)(output.columns) - 1)) }),
        info: (message) => progress && write('INFO', message),
        warn: (message) => write('WARN', message),
        debug: (message) => verbose && write('DEBUG', message),
        secret: () => undefined, // nothing secret is ever written
        stage: (title, work) => {
            if (progress)
                write('INFO', title);
            return work();
        },
    };
}

;// CONCATENATED MODULE: ./src/cli/session.ts


/** The reporter that a command's global flags ask for. */
function reporterOf(command) {
    const options = command.optsWithGlobals();
    return cliReporter({
        verbose: options.verbose === true || options.trace === true,
        timestamps: options.timestamps === true,
        quiet: options.quiet === true,
    });
}
/** Runs `work` with a signal that is aborted by Ctrl-C or a polite kill; a second one ends the process at once. */
async function interruptible(work) {
    const interrupted = new AbortController();
    const onSignal = (name) => {
        const reason = new errors/* InterruptedError */.p4(name);
        if (interrupted.signal.aborted)
            process.exit(reason.exitCode);
        interrupted.abort(reason);
    };
    // A failure that nobody waits for ends the work like any other: it is undone, and said in one sentence.
    const onStray = (error) => interrupted.abort(error instanceof Error ? error : new Error(String(error)));
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('unhandledRejection', onStray);
    try {
        await work(interrupted.signal);
    }
    finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('unhandledRejection', onStray);
    }
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


/***/ }),

/***/ 4451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OH: () => (/* binding */ kubeconfigPaths),
/* harmony export */   Py: () => (/* binding */ ownKubeconfigPath),
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
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1922);
/* harmony import */ var _common_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2450);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9741);









/** The file that kubectl writes to by default: the first of KUBECONFIG, else ~/.kube/config. */
function defaultKubeconfigPath(env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) {
    const first = (env.KUBECONFIG ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).find((path) => path !== '');
    return first ?? (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.kube', 'config');
}
/** The file of one cluster alone, where k3d writes it. */
const ownKubeconfigPath = (cluster, env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.config'), 'k3d', `kubeconfig-${cluster}.yaml`);
/** All files that kubectl reads by default. */
function kubeconfigPaths(env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) {
    const listed = (env.KUBECONFIG ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).filter((path) => path !== '');
    return listed.length > 0 ? listed : [(0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.kube', 'config')];
}
/**
 * Merges a cluster's entries into a kubeconfig file, which is made if need be.
 * @param replace whether entries of the same name that differ are replaced
 * @throws UserError if that can't be done, or an entry differs that is not to be replaced
 */
function mergeIntoFile(path, added, switchContext, replace = true) {
    return updateFile(path, (config) => {
        const conflict = replace ? undefined : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .conflictingEntry */ .Vj)(config, added);
        if (conflict !== undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`${path} has another ${conflict} already: leave --update=false out to replace it`);
        }
        return (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .mergeKubeconfig */ .mS)(config, added, switchContext);
    });
}
/** Takes a cluster's entries out of a kubeconfig file. A file that is not there needs no change. */
async function removeFromFile(path, cluster) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return;
    await updateFile(path, (config) => (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutCluster */ .TM)(config, cluster));
}
/** Writes a kubeconfig file anew: one that is new is readable by its owner only. */
async function writeKubeconfig(path, config) {
    const target = followed(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), { recursive: true });
    await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .formatKubeconfig */ .hS)(config));
}
/**
 * Reads, changes and replaces a kubeconfig under a lock, so that two programs can't lose each other's entries. The file is replaced by a rename: whoever reads it sees the old or the new one, never half of it.
 */
async function updateFile(path, change) {
    try {
        const target = followed(path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), { recursive: true });
        const release = await lock(target);
        try {
            const config = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(target)
                ? (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .parseKubeconfig */ .DU)((0,_common_text_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeText */ .g)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(target)), target)
                : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .emptyKubeconfig */ .xc)();
            await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .formatKubeconfig */ .hS)(change(config)));
        }
        finally {
            await release();
        }
    }
    catch (error) {
        if (error instanceof _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo)
            throw error;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/** Where a link leads, so that it stays one; what it leads to may have to be made yet. */
function followed(path) {
    let target = path;
    for (let links = 0; links < LINKS; links++) {
        try {
            target = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(target));
        }
        catch {
            return target; // no link, or nothing there
        }
    }
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: it is a link that leads nowhere`);
}
/** How many links lead to a file at most (Linux: ELOOP). */
const LINKS = 40;
/**
 * The lock lies beside the file, where kubectl and every client-go program have theirs (client-go: clientcmd/config.go), or
 * where everybody may write if nobody may there.
 */
async function lock(target) {
    const acquire = (lockfilePath) => proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default().lock(target, {
        realpath: false,
        lockfilePath,
        stale: STALE_MS,
        retries: { retries: 60, minTimeout: 50, maxTimeout: 500 },
    });
    const path = `${target}.lock`;
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
    // Theirs is a file and ours a folder: one that was left by a program that was killed is not ours to remove.
    if (there?.isFile() && Date.now() - there.mtimeMs > STALE_MS)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${target} is locked by ${path}: delete that file if no program is using it`);
    try {
        // Asked first: the library would try again and again.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.W_OK);
        return await acquire(path);
    }
    catch (error) {
        if (!UNWRITABLE.includes(codeOf(error)))
            throw error;
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(target).digest('hex').slice(0, 16);
        return acquire((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), `k3d-kubeconfig-${digest}.lock`));
    }
}
/** A lock that nobody has touched for so long was left, in milliseconds: changing a kubeconfig takes far less. */
const STALE_MS = 10_000;
const codeOf = (error) => error.code ?? '';
/** A folder in which nothing can be made. */
const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS'];
/** A file that can't be replaced, but may be written: one in such a folder, or that is mounted. */
const IN_PLACE = [...UNWRITABLE, 'EBUSY', 'EXDEV'];
/** A file of the user's keeps its owner and its mode; a new one is readable by its owner only. */
async function replaceFile(path, text) {
    const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
    try {
        await replaceByRename(path, text, before);
    }
    catch (error) {
        if (before === undefined || !IN_PLACE.includes(codeOf(error)))
            throw error;
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'r+');
        try {
            await file.truncate(0);
            await file.writeFile(text);
        }
        finally {
            await file.close();
        }
    }
}
async function replaceByRename(path, text, before) {
    const part = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.part`;
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(part, 'wx', 0o600);
        try {
            await file.writeFile(text);
            if (before !== undefined) {
                await file.chown(before.uid, before.gid);
                await file.chmod(before.mode & 0o7777);
            }
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(part, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(part, { force: true });
        throw error;
    }
}


/***/ })

};
