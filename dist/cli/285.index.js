export const id = 285;
export const ids = [285];
export const modules = {

/***/ 5285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterShow: () => (/* binding */ clusterShow),
  screenOf: () => (/* binding */ screenOf)
});

// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/cluster/dind/index.ts + 3 modules
var dind = __webpack_require__(245);
// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/cli/output.ts
var output = __webpack_require__(6657);
// EXTERNAL MODULE: ./src/common/table.ts
var table = __webpack_require__(6513);
;// CONCATENATED MODULE: ./src/cli/screen.ts

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
    return (0,table/* table */.t)(cut(header), rows.map(cut));
}
/** A text in at most so many characters. */
const shorten = (text, width) => text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
/** Clears a terminal and goes to its first place (ECMA-48). */
const CLEAR = '\u001b[H\u001b[2J\u001b[3J';

// EXTERNAL MODULE: ./src/cli/session.ts + 1 modules
var session = __webpack_require__(1298);
// EXTERNAL MODULE: ./src/common/size.ts
var size = __webpack_require__(6364);
;// CONCATENATED MODULE: ./src/cli/commands/show.ts








/** How often a screen is drawn anew, in milliseconds. */
const EVERY_MS = 2000;
/** Rows of images and pods that a screen has at most. */
const IMAGES = 8;
const PODS = 20;
/** `k3d cluster show` */
async function clusterShow(name = defaults/* DEFAULT_CLUSTER_NAME */.pb, options) {
    const engine = await (0,dind.connectEngine)();
    const screen = (view) => screenOf(view, widthOf(process.stdout.columns));
    if (!options.watch) {
        const view = await look(engine, name);
        (0,output/* print */.y)(options.output, view, () => screen(view));
        return;
    }
    await (0,session/* interruptible */.I)(async (signal) => {
        let before = '';
        while (!signal.aborted) {
            const now = screen(await look(engine, name));
            // Where there is no screen to clear, what has not changed is not said again.
            if (process.stdout.isTTY)
                process.stdout.write(`${CLEAR}${now}\n`);
            else if (now !== before)
                process.stdout.write(`${before === '' ? '' : '\n'}${now}\n`);
            before = now;
            await (0,poll/* sleep */.y)(EVERY_MS, signal).catch(() => undefined);
        }
    });
}
async function look(engine, name) {
    const cluster = await (0,find/* findCluster */.KG)(engine, name);
    if (cluster === undefined)
        throw await (0,find/* unknownCluster */.xE)(engine, name);
    return (0,find/* viewCluster */.S7)(engine, cluster);
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
    ].map((line) => shorten(line, width));
    const parts = [
        fitTable(['NODE', 'ROLE', 'STATE', 'ADDRESS', 'VERSION'], nodes.map(({ name, role, state, address, version }) => [name, role, state, address, version]), width),
        listing(['PORT', 'OF'], ports.map(({ host, node, port }) => [host, `${node}:${port}`]), width),
        listing(['REGISTRY', 'STATE', 'HOST'], registries.map(({ name, state, host }) => [name, state, host]), width),
        podsOf(view, width),
        imagesOf(view, width),
    ];
    return [head.join('\n'), ...parts.filter((part) => part !== '')].join('\n\n');
}
const localImagesOf = ({ address, which, images, bytes }) => `Local images (${which}) at ${address}: ${images.length} pulled, ${(0,size/* megabytes */.i)(bytes, 1)}`;
const listing = (header, rows, width) => rows.length === 0 ? '' : fitTable(header, rows, width);
/** Those first that are not ready. */
function podsOf({ pods }, width) {
    const isFine = (state) => (state === 'ready' || state === 'done' ? 1 : 0);
    const sorted = pods.toSorted((a, b) => isFine(a.state) - isFine(b.state));
    const rows = sorted
        .slice(0, PODS)
        .map(({ namespace, name, state, restarts }) => [namespace, name, String(restarts), state]);
    const header = ['NAMESPACE', 'POD', 'RESTARTS', 'STATE'];
    return withRest(listing(header, rows, width), pods.length - rows.length, 'pods');
}
function imagesOf({ images }, width) {
    const rows = images.slice(0, IMAGES).map(({ name, bytes, nodes }) => [name, (0,size/* megabytes */.i)(bytes, 1), String(nodes)]);
    return withRest(listing(['IMAGE', 'SIZE', 'NODES'], rows, width), images.length - rows.length, 'images');
}
const withRest = (text, more, what) => more > 0 ? `${text}\n… and ${more} more ${what}` : text;


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
;// CONCATENATED MODULE: ./src/cli/reporter.ts
/** How a line begins that has no time. */
const SIGNS = { INFO: '', WARN: 'Warning: ', DEBUG: '  ' };
/**
 * Progress on standard error, a line each and the same in a terminal, a pipe and a CI's log, so that standard output holds
 * results only.
 */
function cliReporter({ verbose, timestamps, quiet }) {
    const write = (level, message) => {
        const sign = timestamps ? `${new Date().toISOString()} ${level.padEnd(5)} ` : SIGNS[level];
        process.stderr.write(`${sign}${message}\n`);
    };
    const progress = !quiet || verbose;
    return {
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
