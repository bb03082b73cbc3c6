export const id = 572;
export const ids = [572];
export const modules = {

/***/ 9572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterDelete: () => (/* binding */ clusterDelete)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2004);
/* harmony import */ var _cluster_remove_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7745);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1954);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(245);
/* harmony import */ var _kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4451);
/* harmony import */ var _readConfigs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8649);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1298);









/** `k3d cluster delete` */
async function clusterDelete(names, options, command) {
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .reporterOf */ .h)(command);
    const config = options.config || process.env.K3D_CONFIG;
    const wanted = [...names.filter((name) => name !== ''), ...(config ? namesInFile(config) : [])];
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_5__.connectEngine)();
    const clusters = options.all ? (await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__.listClusters)(engine)).map((cluster) => cluster.name) : wanted;
    if (options.all && clusters.length === 0)
        reporter.info('There are no clusters');
    const targets = options.all || clusters.length > 0 ? clusters : [_config_defaults_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_CLUSTER_NAME */ .pb];
    // One after the other for the sake of the output; within a cluster all goes at once.
    for (const name of targets)
        await deleteOne(engine, name, reporter);
    const dind = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_5__/* .removeEmptyDind */ .lp)(engine, process.env);
    if (dind !== undefined)
        reporter.info(`Container ${dind}, which held the engine, is removed too`);
}
function namesInFile(config) {
    return (0,_readConfigs_js__WEBPACK_IMPORTED_MODULE_7__/* .readConfigs */ .c)(undefined, config, []).clusters.map(({ name }) => name);
}
async function deleteOne(engine, name, reporter) {
    const removal = await (0,_cluster_remove_index_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteCluster */ .eO)(engine, name);
    for (const path of (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_6__/* .kubeconfigPaths */ .OH)(process.env))
        await (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_6__/* .removeFromFile */ .h3)(path, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_6__/* .ownKubeconfigPath */ .Py)(name, process.env), { force: true });
    // Scripts delete before they create: what is not there is no failure.
    if ((0,_cluster_remove_index_js__WEBPACK_IMPORTED_MODULE_2__/* .foundNothing */ .Om)(removal))
        return reporter.info(`There is no cluster "${name}": nothing to delete`);
    if (removal.problems.length > 0) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`cluster "${name}" could not be deleted completely: ${removal.problems.join('; ')}`);
    }
    reporter.info(`Deleted cluster ${name} (${removal.containers.length} nodes)`);
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
