export const id = 729;
export const ids = [729];
export const modules = {

/***/ 8491:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prune: () => (/* binding */ prune)
/* harmony export */ });
/* harmony import */ var _cluster_remove_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7745);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(245);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1298);




/** `k3d prune` */
async function prune(options, command) {
    const reporter = (0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .reporterOf */ .h)(command);
    const engine = await (0,_cluster_dind_index_js__WEBPACK_IMPORTED_MODULE_2__.connectEngine)();
    const problems = [];
    const leftovers = await (0,_cluster_remove_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findLeftovers */ .Q_)(engine);
    if (leftovers.length === 0)
        reporter.info('There is nothing to remove');
    for (const leftover of leftovers) {
        const what = leftover.cluster === '' ? 'something unfinished' : `cluster ${leftover.cluster}`;
        console.log(`${what}: ${(0,_cluster_remove_index_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(leftover)}: ${leftover.objects.join(', ')}`);
        if (options.dryRun === true)
            continue;
        problems.push(...(await (0,_cluster_remove_index_js__WEBPACK_IMPORTED_MODULE_0__/* .removeLeftover */ .MG)(engine, leftover)).problems);
    }
    if (problems.length > 0)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`not all could be removed: ${problems.join('; ')}`);
}


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


/***/ })

};
