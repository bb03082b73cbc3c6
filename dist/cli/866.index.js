export const id = 866;
export const ids = [866];
export const modules = {

/***/ 9866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var _common_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6513);
/* harmony import */ var _cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8852);
/* harmony import */ var _diagnostics_checkFirst_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2401);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6657);
/* harmony import */ var _clusterCreate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(633);





/** `k3d doctor`. @throws when something can't work, once all has been printed */
async function doctor(options) {
    const { clusters } = (0,_clusterCreate_js__WEBPACK_IMPORTED_MODULE_3__.readConfigs)(undefined, options.config, []);
    const checks = await (0,_diagnostics_checkFirst_js__WEBPACK_IMPORTED_MODULE_1__/* .checkMachine */ .U)(await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_0__.connectEngine)(), clusters);
    (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .y)(options.output, checks, () => (0,_common_table_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .t)(['CHECK', 'RESULT', 'FINDING'], checks.map(({ subject, level, text }) => [subject, level, text])));
    if (checks.some(({ level }) => level === 'error'))
        process.exitCode = 1;
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
