export const id = 240;
export const ids = [240];
export const modules = {

/***/ 4240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterShow: () => (/* binding */ clusterShow),
/* harmony export */   screenOf: () => (/* binding */ screenOf)
/* harmony export */ });
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2004);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(245);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8601);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1954);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6657);
/* harmony import */ var _screen_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4036);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1298);
/* harmony import */ var _common_size_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6364);








/** How often a screen is drawn anew, in milliseconds. */
const EVERY_MS = 2000;
/** Rows of images and pods that a screen has at most. */
const IMAGES = 8;
const PODS = 20;
/** `k3d cluster show` */
async function clusterShow(name = _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CLUSTER_NAME */ .pb, options) {
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_1__.connectEngine)();
    const screen = (view) => screenOf(view, (0,_screen_js__WEBPACK_IMPORTED_MODULE_6__/* .widthOf */ .qz)(process.stdout.columns));
    if (!options.watch) {
        const view = await look(engine, name);
        (0,_output_js__WEBPACK_IMPORTED_MODULE_4__/* .print */ .y)(options.output, view, () => screen(view));
        return;
    }
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .interruptible */ .I)(async (signal) => {
        let before = '';
        while (!signal.aborted) {
            const now = screen(await look(engine, name));
            // Where there is no screen to clear, what has not changed is not said again.
            if (process.stdout.isTTY)
                process.stdout.write(`${_screen_js__WEBPACK_IMPORTED_MODULE_6__/* .CLEAR */ .uJ}${now}\n`);
            else if (now !== before)
                process.stdout.write(`${before === '' ? '' : '\n'}${now}\n`);
            before = now;
            await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .sleep */ .y)(EVERY_MS, signal).catch(() => undefined);
        }
    });
}
async function look(engine, name) {
    const cluster = await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findCluster */ .KG)(engine, name);
    if (cluster === undefined)
        throw await (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownCluster */ .xE)(engine, name);
    return (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_0__/* .viewCluster */ .S7)(engine, cluster);
}
/** One screen on a cluster, readable without colour. @param width in characters */
function screenOf(view, width) {
    const { nodes, ports, registries } = view;
    const ready = nodes.filter(({ state }) => state === 'Ready').length;
    const ours = nodes.filter(({ role }) => role === 'server' || role === 'agent').length;
    const facts = [`${ready}/${ours} nodes ready`, `network ${view.network}`];
    const head = [
        `Cluster ${view.name}${view.k3sVersion === undefined ? '' : `, k3s ${view.k3sVersion}`}: ${facts.join(', ')}`,
        view.apiURL === undefined ? 'No API endpoint' : `API ${view.apiURL}`,
        ...(view.localImages === undefined ? [] : [localImagesOf(view.localImages)]),
        ...(view.problem === undefined ? [] : [`The Kubernetes API does not respond: ${view.problem}`]),
    ].map((line) => (0,_screen_js__WEBPACK_IMPORTED_MODULE_6__/* .shorten */ .ml)(line, width));
    const parts = [
        (0,_screen_js__WEBPACK_IMPORTED_MODULE_6__/* .fitTable */ .SM)(['NODE', 'ROLE', 'STATE', 'ADDRESS', 'VERSION'], nodes.map(({ name, role, state, address, version }) => [name, role, state, address, version]), width),
        listing(['HOST PORT', 'CONTAINER PORT'], ports.map(({ host, node, port }) => [host, `${node}:${port}${view.apiURL?.endsWith(host) ? ' (API)' : ''}`]), width),
        listing(['REGISTRY', 'STATE', 'HOST PORT'], registries.map(({ name, state, host }) => [name, state, host]), width),
        podsOf(view, width),
        imagesOf(view, width),
    ];
    return [head.join('\n'), ...parts.filter((part) => part !== '')].join('\n\n');
}
const localImagesOf = ({ address, which, images, bytes }) => `Local images (${which}) at ${address}: ${images.length} pulled, ${(0,_common_size_js__WEBPACK_IMPORTED_MODULE_7__/* .megabytes */ .i)(bytes, 1)}`;
const listing = (header, rows, width) => rows.length === 0 ? '' : (0,_screen_js__WEBPACK_IMPORTED_MODULE_6__/* .fitTable */ .SM)(header, rows, width);
/** Those first that are not ready, each with the reason in full below it. */
function podsOf({ pods }, width) {
    const sorted = pods.toSorted((a, b) => Number(a.why === undefined) - Number(b.why === undefined)).slice(0, PODS);
    const rows = sorted.map(({ namespace, name, state, restarts }) => [namespace, name, String(restarts), state]);
    if (rows.length === 0)
        return '';
    const [header, ...lines] = (0,_screen_js__WEBPACK_IMPORTED_MODULE_6__/* .fitTable */ .SM)(['NAMESPACE', 'POD', 'RESTARTS', 'STATE'], rows, width).split('\n');
    const withReasons = lines.flatMap((line, index) => [line, ...(0,_screen_js__WEBPACK_IMPORTED_MODULE_6__/* .wrap */ .LV)(sorted[index]?.why ?? '', width, '  ')]);
    return withRest([header, ...withReasons].join('\n'), pods.length - rows.length, 'pods');
}
function imagesOf({ images }, width) {
    const rows = images.slice(0, IMAGES).map(({ name, bytes, nodes }) => [name, (0,_common_size_js__WEBPACK_IMPORTED_MODULE_7__/* .megabytes */ .i)(bytes, 1), String(nodes)]);
    return withRest(listing(['IMAGE', 'SIZE', 'NODES'], rows, width), images.length - rows.length, 'images');
}
const withRest = (text, more, what) => more > 0 ? `${text}\n… and ${more} more ${what}` : text;


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


/***/ })

};
