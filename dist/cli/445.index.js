export const id = 445;
export const ids = [445];
export const modules = {

/***/ 4445:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterStart: () => (/* binding */ clusterStart),
/* harmony export */   clusterStop: () => (/* binding */ clusterStop),
/* harmony export */   clusterWait: () => (/* binding */ clusterWait)
/* harmony export */ });
/* harmony import */ var _cluster_start_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(550);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2004);
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5750);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1954);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6167);
/* harmony import */ var _config_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5165);
/* harmony import */ var _config_wait_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4773);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(245);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1298);










/** `k3d cluster start` and `restart` */
async function clusterStart(names, options, command) {
    const timeoutMs = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readTimeout */ .OW)(options.timeout, 'flag --timeout');
    const wait = (0,_config_wait_js__WEBPACK_IMPORTED_MODULE_6__/* .readWait */ .mg)(options.wait, 'flag --wait');
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .reporterOf */ .h)(command);
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .interruptible */ .I)(async (signal) => {
        const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
        for (const name of await targets(engine, names, options.all)) {
            if (options.stopFirst)
                await (0,_cluster_start_index_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCluster */ .dg)(engine, name);
            const timeline = new _common_timeline_js__WEBPACK_IMPORTED_MODULE_9__/* .Timeline */ .K();
            await (0,_cluster_start_index_js__WEBPACK_IMPORTED_MODULE_0__/* .startCluster */ .Jp)(name, { engine, reporter, timeline, signal }, { wait, timeoutMs });
            reporter.debug(`where the time went:\n${(0,_common_timeline_js__WEBPACK_IMPORTED_MODULE_9__/* .renderTimeline */ .s)(timeline.phases)}`);
            reporter.info(`Cluster ${name} ${wait.size > 0 ? `is ready after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(timeline.now())}` : 'is starting'}`);
        }
    });
}
/** `k3d cluster wait` */
async function clusterWait(name = _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CLUSTER_NAME */ .pb, options, command) {
    const timeoutMs = (0,_config_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .readTimeout */ .OW)(options.timeout, 'flag --timeout');
    const layers = (0,_config_wait_js__WEBPACK_IMPORTED_MODULE_6__/* .readWait */ .mg)(options.wait, 'flag --wait');
    const targets = options.for.map((text) => (0,_config_target_js__WEBPACK_IMPORTED_MODULE_5__/* .readTarget */ ._E)(text, 'flag --for'));
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .reporterOf */ .h)(command);
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .interruptible */ .I)(async (signal) => {
        const timeline = new _common_timeline_js__WEBPACK_IMPORTED_MODULE_9__/* .Timeline */ .K();
        const context = { engine: await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)(), reporter, timeline, signal };
        await (0,_cluster_start_index_js__WEBPACK_IMPORTED_MODULE_0__/* .waitForCluster */ .rc)(name, { layers, targets, timeoutMs }, context);
        reporter.info(`Ready after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(timeline.now())}`);
    });
}
/** `k3d cluster stop` */
async function clusterStop(names, options, command) {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_7__.connectEngine)();
    for (const name of await targets(engine, names, options.all)) {
        await (0,_cluster_start_index_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCluster */ .dg)(engine, name);
        (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .reporterOf */ .h)(command).info(`Cluster ${name} is stopped`);
    }
}
async function targets(engine, names, all) {
    if (all)
        return (await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__.listClusters)(engine)).map((cluster) => cluster.name);
    return names.length === 0 ? [_config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CLUSTER_NAME */ .pb] : names;
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
