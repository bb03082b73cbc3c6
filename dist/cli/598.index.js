export const id = 598;
export const ids = [598];
export const modules = {

/***/ 1598:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   registryCreate: () => (/* binding */ registryCreate),
/* harmony export */   registryDelete: () => (/* binding */ registryDelete),
/* harmony export */   registryList: () => (/* binding */ registryList)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_registries_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5422);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5750);
/* harmony import */ var _config_caCertificates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8040);
/* harmony import */ var _config_layers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1978);
/* harmony import */ var _config_proxy_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1574);
/* harmony import */ var _config_registrySpec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8068);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6167);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(245);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2004);
/* harmony import */ var _contract_labels_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(251);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7662);
/* harmony import */ var _plan_registry_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1088);
/* harmony import */ var _common_table_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(6513);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6657);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1298);

















/** `k3d registry create` */
async function registryCreate(name, options, command) {
    const spec = readSpec(name, options);
    const network = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_6__/* .readNetwork */ .Lp)(options.defaultNetwork, 'flag --default-network');
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_13__/* .reporterOf */ .h)(command);
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_13__/* .interruptible */ .I)(async (signal) => {
        const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
        if ((await engine.networks.inspect(network)) === undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`flag --default-network: network "${network}" does not exist`);
        }
        const context = { engine, reporter, timeline: new _common_timeline_js__WEBPACK_IMPORTED_MODULE_14__/* .Timeline */ .K(), signal };
        const { publishIP } = engine.endpoint;
        const placed = spec.hostIP === _contract_names_js__WEBPACK_IMPORTED_MODULE_10__/* .LOOPBACK */ .Ws ? { ...spec, hostIP: publishIP } : spec;
        const prepared = await (0,_cluster_registries_index_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareRegistry */ .dD)(placed, '', context);
        const creation = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
        try {
            const proxies = (0,_config_proxy_js__WEBPACK_IMPORTED_MODULE_15__/* .proxiesIn */ .Iz)((0,_config_proxy_js__WEBPACK_IMPORTED_MODULE_15__/* .proxyEntries */ .hg)(process.env).map(({ value }) => value));
            const placement = {
                cluster: '',
                network,
                creation,
                proxies,
                caCertificates: (0,_config_caCertificates_js__WEBPACK_IMPORTED_MODULE_3__/* .caCertificatesOf */ ._)(process.env),
            };
            const container = await (0,_cluster_registries_index_js__WEBPACK_IMPORTED_MODULE_1__/* .makeRegistry */ .SQ)(prepared, placement, engine);
            reporter.info(`Registry ${container} is running`);
            if (!options.noHelp)
                console.log(helpText(container, placed, prepared.port.port));
        }
        catch (error) {
            // By its label: a container of that name may be another process's, which was faster.
            const made = await engine.containers.list([`${_contract_labels_js__WEBPACK_IMPORTED_MODULE_9__/* .LABEL */ .d_.creation}=${creation}`]);
            for (const { id } of made)
                await engine.containers.remove(id);
            throw error;
        }
        finally {
            await prepared.port.release();
        }
    });
}
function readSpec(name, options) {
    const volume = (value) => (0,_config_layers_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveVolume */ .jv)({ value, nodeFilters: [], where: 'flag --volume' }, process.cwd()).value;
    const { proxyRemoteUrl = '', proxyUsername = '', proxyPassword = '' } = options;
    return {
        ...(0,_config_registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultRegistry */ .Vm)('registry create'),
        ...(0,_config_registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .readRegistryPort */ .vz)(options.port, 'flag --port'),
        name: (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_10__/* .checkContainerName */ .RG)((0,_contract_names_js__WEBPACK_IMPORTED_MODULE_10__/* .registryName */ .jT)(name), 'argument NAME'),
        image: (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_6__/* .readImage */ .AM)(options.image, 'flag --image'),
        proxy: (0,_config_registrySpec_js__WEBPACK_IMPORTED_MODULE_5__/* .readProxy */ .nM)(proxyRemoteUrl, proxyUsername, proxyPassword, 'flag --proxy-remote-url'),
        volumes: options.volume.map(volume),
        enforcePortMatch: options.enforcePortMatch === true,
        deleteEnabled: options.deleteEnabled === true,
    };
}
function helpText(container, { hostIP, proxy }, port) {
    const address = (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_11__/* .registryAddress */ .MA)(hostIP, port);
    if (proxy !== undefined) {
        return `Use it as a cache of ${proxy.remoteURL}: k3d cluster create --registry-use ${container}:${port}`;
    }
    return [
        `Push to it:            docker push ${address}/app:1`,
        `Use it in a cluster:   k3d cluster create --registry-use ${container}:${port}`,
        `Name it there as:      ${container}:${port}/app:1 or localhost:${port}/app:1`,
    ].join('\n');
}
/** `k3d registry delete` */
async function registryDelete(names, options, command) {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
    const wanted = names.length === 0 ? ['registry'] : names;
    const nodes = options.all
        ? await (0,_cluster_registries_index_js__WEBPACK_IMPORTED_MODULE_1__/* .listRegistries */ .Io)(engine)
        : await Promise.all(wanted.map((name) => (0,_cluster_registries_index_js__WEBPACK_IMPORTED_MODULE_1__/* .needRegistry */ .e1)(engine, name, 'registry delete')));
    for (const node of nodes) {
        await engine.containers.remove(node.id);
        (0,_session_js__WEBPACK_IMPORTED_MODULE_13__/* .reporterOf */ .h)(command).info(`Registry ${node.name} is deleted`);
    }
}
/** `k3d registry list` */
async function registryList(names, options) {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
    const nodes = names.length === 0
        ? await (0,_cluster_registries_index_js__WEBPACK_IMPORTED_MODULE_1__/* .listRegistries */ .Io)(engine)
        : await Promise.all(names.map((name) => (0,_cluster_registries_index_js__WEBPACK_IMPORTED_MODULE_1__/* .needRegistry */ .e1)(engine, name, 'registry list')));
    const values = options.output === 'table' ? [] : await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_8__/* .nodeValues */ .dH)(engine, nodes);
    (0,_output_js__WEBPACK_IMPORTED_MODULE_12__/* .print */ .y)(options.output, values, () => (0,_common_table_js__WEBPACK_IMPORTED_MODULE_16__/* .table */ .t)(['NAME', 'ROLE', 'CLUSTER', 'STATUS', 'ADDRESS'], nodes.map(({ name, role, cluster, state, labels }) => [
        ...[name, role, cluster, state],
        (0,_plan_registry_js__WEBPACK_IMPORTED_MODULE_11__/* .registryAddress */ .MA)(labels[_contract_labels_js__WEBPACK_IMPORTED_MODULE_9__/* .LABEL */ .d_.registryHostIP] ?? '', Number(labels[_contract_labels_js__WEBPACK_IMPORTED_MODULE_9__/* .LABEL */ .d_.registryPortExternal])),
    ]), !options.noHeaders));
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


/***/ })

};
