export const id = 729;
export const ids = [729];
export const modules = {

/***/ 8491:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prune: () => (/* binding */ prune)
/* harmony export */ });
/* harmony import */ var _cluster_sweep_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6310);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8852);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4474);




/** `k3d prune` */
async function prune(options, command) {
    const reporter = (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .reporterOf */ .hw)(command);
    const engine = await (0,_cluster_dind_connect_js__WEBPACK_IMPORTED_MODULE_2__.connectEngine)();
    const problems = [];
    const leftovers = await (0,_cluster_sweep_js__WEBPACK_IMPORTED_MODULE_0__/* .findLeftovers */ .Q_)(engine);
    if (leftovers.length === 0)
        reporter.info('There is nothing to remove');
    for (const leftover of leftovers) {
        const what = leftover.cluster === '' ? 'something unfinished' : `cluster ${leftover.cluster}`;
        console.log(`${what}: ${(0,_cluster_sweep_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(leftover)}: ${leftover.objects.join(', ')}`);
        if (options.dryRun === true)
            continue;
        problems.push(...(await (0,_cluster_sweep_js__WEBPACK_IMPORTED_MODULE_0__/* .removeLeftover */ .MG)(engine, leftover)).problems);
    }
    if (problems.length > 0)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`not all could be removed: ${problems.join('; ')}`);
}


/***/ }),

/***/ 4192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ allSettled)
/* harmony export */ });
/** Like Promise.all, but rejects only once nothing is under way any more, so that a rollback misses nothing. */
async function allSettled(work) {
    const results = await Promise.allSettled(work);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}


/***/ }),

/***/ 505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isGone),
/* harmony export */   b: () => (/* binding */ newCreationId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _plan_creation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6346);




/**
 * After so long no job runs any more, in milliseconds: on a self-hosted runner one may run for five days (GitHub: usage
 * limits). It decides where nothing is known of the process.
 */
const LONGEST_JOB_MS = 5 * 24 * 60 * 60_000;
/** An id for one creation: what it makes is labelled with it, so that it can be undone without touching anything else. */
function newCreationId(kind = 'create', env = process.env) {
    const pid = kind === 'job' ? process.ppid : process.pid;
    const run = [env.GITHUB_REPOSITORY, env.GITHUB_RUN_ID, env.GITHUB_RUN_ATTEMPT, env.GITHUB_JOB]
        .filter(Boolean)
        .join('/');
    const owner = { kind, host: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)(), boot: bootId(), pid, start: startOf(pid) ?? '', run, at: Date.now() };
    return (0,_plan_creation_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCreation */ .R)({ id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), owner });
}
/** Which boot of the machine this is, and which namespace of process ids; empty where the system does not tell. */
function bootId() {
    try {
        const boot = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        return `${boot}/${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid').replace(/\D/g, '')}`;
    }
    catch {
        return '';
    }
}
/** When a process was started, in ticks since the boot (proc(5): field 22). @returns undefined when there is none */
function startOf(pid) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // The second field, the command's name, is in brackets and may hold anything.
        return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
    }
    catch {
        return undefined;
    }
}
/**
 * Whether the process that something was made for is gone. In doubt it is not: the process may be on another machine, or
 * in another container of this one.
 */
function isGone(owner, now = Date.now()) {
    const boot = bootId();
    // A process without a start is the one outside of a container, which is not seen from in it.
    const isVisible = boot !== '' && owner.boot === boot && owner.start !== '';
    if (isVisible)
        return startOf(owner.pid) !== owner.start;
    const sameMachine = owner.host === (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)() && owner.boot !== '' && boot !== '';
    // Another boot of the same machine: it has been started anew since.
    if (sameMachine && owner.boot.split('/')[0] !== boot.split('/')[0])
        return true;
    return now - owner.at > LONGEST_JOB_MS;
}


/***/ }),

/***/ 1672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Om: () => (/* binding */ foundNothing),
/* harmony export */   eO: () => (/* binding */ deleteCluster),
/* harmony export */   gp: () => (/* binding */ removeMade),
/* harmony export */   yJ: () => (/* binding */ undoCreation)
/* harmony export */ });
/* unused harmony export removeCreation */
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5320);
/* harmony import */ var _common_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9183);
/* harmony import */ var _docker_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7457);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3848);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2471);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7567);







/** Whether a removal found anything at all. */
function foundNothing(removal) {
    const { containers, networks, volumes, problems } = removal;
    return containers.length + networks.length + volumes.length + problems.length === 0;
}
/**
 * Removes a cluster: its containers with their anonymous volumes, its network unless it was there before or others
 * use it, and the volumes labelled as its own. Whatever is gone already is fine, so it can be repeated.
 */
async function deleteCluster(engine, name) {
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_6__/* .findCluster */ .KG)(engine, name);
    const network = cluster?.network.name ?? (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_5__/* .networkName */ .uv)(name);
    const shared = await sharedRegistries(engine, name, network);
    for (const id of shared)
        await engine.networks.disconnect(network, id);
    const removal = await removeLabelled(engine, (0,_model_js__WEBPACK_IMPORTED_MODULE_6__/* .clusterFilter */ .tp)(name), shared);
    const found = await engine.networks.inspect(network);
    if (found?.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app] !== _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .APP */ .uq)
        return removal;
    // A network that was there before this cluster stays, unless another cluster of ours brought it and is gone.
    const isOurs = _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.creation in found.labels;
    if (cluster?.network.external && !(isOurs && (await onlyRegistriesOn(engine, found))))
        return removal;
    await removeNetwork(engine, found.id, removal);
    return removal;
}
/** Undoes one creation: removes what carries its id and nothing else. A registry that others use by now stays. */
async function removeCreation(engine, creation) {
    const filter = [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .APP */ .uq}`, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.creation}=${creation}`];
    const networks = await engine.networks.list(filter);
    const own = networks.map(({ name }) => name);
    const shared = own.length === 0 ? [] : await registriesElsewhere(engine, filter, own);
    const removal = await removeLabelled(engine, filter, shared);
    for (const network of networks)
        await removeNetwork(engine, network.id, removal);
    return removal;
}
/** How often a removal is tried when the engine does not answer or refuses, and the first pause in milliseconds. */
const UNDO_TRIES = 8;
const UNDO_PAUSE_MS = 250;
/** What an engine was asked for when it was lost, it may still do: after so long it is looked again, in milliseconds. */
const SECOND_LOOK_MS = 1000;
/**
 * Undoes one creation even while the engine is not well: again and again, until nothing is left or it has been tried too
 * often. Never throws: what is still there is among the problems.
 * @param cause why it is undone
 */
async function undoCreation(engine, creation, cause) {
    const total = { containers: [], networks: [], volumes: [], problems: [] };
    const once = async () => {
        const removal = await removeCreation(engine, creation);
        total.containers.push(...removal.containers);
        total.networks.push(...removal.networks);
        total.volumes.push(...removal.volumes);
        if (removal.problems.length > 0)
            throw new Error(removal.problems.join('; '));
    };
    const signal = new AbortController().signal;
    const retries = {
        tries: UNDO_TRIES,
        pauseMs: UNDO_PAUSE_MS,
        isTransient: () => true,
        signal,
        onRetry: () => undefined,
    };
    try {
        await (0,_common_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)('undoing', retries, once);
        if (cause instanceof _docker_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineLostError */ .LJ) {
            await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(SECOND_LOOK_MS);
            await (0,_common_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)('undoing', retries, once);
        }
    }
    catch (error) {
        total.problems.push((0,_common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    }
    return total;
}
/**
 * Removes a cluster if it is the one that a creation made, with nodes that were added to it since; otherwise, when the
 * creation was stopped half-way or the name belongs to somebody else, just what carries the creation's id.
 */
async function removeMade(engine, name, creation) {
    const filter = [...(0,_model_js__WEBPACK_IMPORTED_MODULE_6__/* .clusterFilter */ .tp)(name), `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.creation}=${creation}`];
    const own = name === '' ? [] : await engine.containers.list(filter);
    const rest = own.length === 0 ? undefined : await deleteCluster(engine, name);
    const made = await removeCreation(engine, creation);
    if (rest === undefined)
        return made;
    return {
        containers: [...rest.containers, ...made.containers],
        networks: [...rest.networks, ...made.networks],
        volumes: [...rest.volumes, ...made.volumes],
        problems: [...rest.problems, ...made.problems],
    };
}
/** Registries of the cluster that others use too: they are on another network besides. They stay. */
async function sharedRegistries(engine, cluster, network) {
    return registriesElsewhere(engine, (0,_model_js__WEBPACK_IMPORTED_MODULE_6__/* .clusterFilter */ .tp)(cluster), [network]);
}
/** Ids of registries that are on other networks than these too. */
async function registriesElsewhere(engine, filter, networks) {
    const registries = await engine.containers.list([...filter, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.role}=registry`]);
    const details = await Promise.all(registries.map(({ id }) => engine.containers.inspect(id)));
    return details.flatMap((one) => one !== undefined && Object.keys(one.addresses).some((name) => !networks.includes(name)) ? [one.id] : []);
}
/** @param kept ids of containers that stay */
async function removeLabelled(engine, filter, kept = []) {
    const removal = { containers: [], networks: [], volumes: [], problems: [] };
    const containers = (await engine.containers.list(filter)).filter(({ id }) => !kept.includes(id));
    await each(containers, removal, removal.containers, 'container', (container) => engine.containers.remove(container.id));
    const volumes = await engine.volumes.list(filter);
    await each(volumes, removal, removal.volumes, 'volume', (volume) => engine.volumes.remove(volume.name));
    return removal;
}
async function each(items, removal, done, kind, remove) {
    await Promise.all(items.map(async (item) => {
        try {
            await remove(item);
            done.push(item.name);
        }
        catch (error) {
            removal.problems.push(`${kind} ${item.name}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        }
    }));
}
/** How often and how long apart a network's removal is tried: endpoints of removed containers take a moment to go. */
const NETWORK_TRIES = 10;
const NETWORK_PAUSE_MS = 200;
async function removeNetwork(engine, id, removal) {
    for (let left = NETWORK_TRIES;; left--) {
        const network = await engine.networks.inspect(id);
        if (network === undefined)
            return;
        // Registries that were there before, or are used elsewhere, only leave.
        for (const name of await registriesOn(engine, network))
            await engine.networks.disconnect(network.name, name);
        // Someone else's container is on it: the network is in use and stays.
        if (network.containers.length > 0 && left === 0)
            return;
        try {
            await engine.networks.remove(id);
            removal.networks.push(network.name);
            return;
        }
        catch (error) {
            if (left === 0) {
                removal.problems.push(`network ${network.name}: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
                return;
            }
            await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(NETWORK_PAUSE_MS);
        }
    }
}
async function onlyRegistriesOn(engine, { id }) {
    const network = await engine.networks.inspect(id);
    return network !== undefined && network.containers.length === (await registriesOn(engine, network)).length;
}
async function registriesOn(engine, network) {
    if (network.containers.length === 0)
        return [];
    const registries = await engine.containers.list([`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .APP */ .uq}`, `${_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.role}=registry`]);
    const names = new Set(network.containers.map(({ name }) => name));
    return registries.map(({ name }) => name).filter((name) => names.has(name));
}


/***/ }),

/***/ 6310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   MG: () => (/* binding */ removeLeftover),
/* harmony export */   Q_: () => (/* binding */ findLeftovers),
/* harmony export */   Tu: () => (/* binding */ markComplete)
/* harmony export */ });
/* harmony import */ var _plan_creation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6346);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3848);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4192);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(505);
/* harmony import */ var _remove_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1672);





/** A file that says that its creation came to its end. */
const COMPLETE_FILE = '/etc/k3d-created';
/** Why something is a leftover, for people. */
function reasonOf({ owner }) {
    if (owner.kind === 'create')
        return 'its creation did not come to its end';
    return `the job that it was made for is over${owner.run === '' ? '' : ` (${owner.run})`}`;
}
/**
 * Finds what dead jobs and broken-off creations have left behind. What was made for others, by k3d or without a known
 * owner is none, and neither is what somebody is still working on.
 */
async function findLeftovers(engine) {
    const found = new Map();
    const filter = [`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.app}=${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .APP */ .uq}`, _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.creation];
    const [containers, networks, volumes] = await Promise.all([
        engine.containers.list(filter),
        engine.networks.list(filter),
        engine.volumes.list(filter),
    ]);
    const add = (kind, name, labels) => {
        const creation = labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.creation] ?? '';
        const { owner } = (0,_plan_creation_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCreation */ .B)(creation);
        if (owner === undefined)
            return;
        const entry = found.get(creation) ?? { creation, cluster: '', owner, objects: [], containers: [] };
        entry.cluster ||= labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.cluster] ?? '';
        if (kind === 'container')
            entry.containers.push(name);
        entry.objects.push(`${kind} ${name}`);
        found.set(creation, entry);
    };
    for (const { name, labels } of containers)
        add('container', name, labels);
    for (const network of networks) {
        const own = found.get(network.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.creation] ?? '')?.containers ?? [];
        // Somebody else is on it by now.
        if (network.containers.every(({ name }) => own.includes(name)))
            add('network', network.name, network.labels);
    }
    for (const { name, labels } of volumes)
        add('volume', name, labels);
    const left = [];
    for (const { containers: names, ...entry } of found.values()) {
        if (!(0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .isGone */ .S)(entry.owner))
            continue;
        if (entry.owner.kind === 'create' && (await someComplete(engine, names)))
            continue;
        left.push(entry);
    }
    return left;
}
async function someComplete(engine, containers) {
    const files = await Promise.all(containers.map((name) => engine.containers.getArchive(name, COMPLETE_FILE)));
    for (const file of files)
        file?.destroy();
    return files.some((file) => file !== undefined);
}
/** Says in containers that their creation came to its end: in a server, in registries, which may outlive it, and in what holds an engine. */
async function markComplete(engine, creation) {
    const made = await engine.containers.list([`${_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.creation}=${creation}`]);
    const marked = made.filter(({ labels }) => /^(server|registry|dind)$/.test(labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.role] ?? ''));
    const file = { path: COMPLETE_FILE, mode: 0o644, content: '' };
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_4__/* .allSettled */ .v)(marked.map(({ id }) => engine.containers.putFiles(id, [file])));
}
/** Removes a leftover. */
function removeLeftover(engine, { cluster, creation }) {
    return (0,_remove_js__WEBPACK_IMPORTED_MODULE_2__/* .removeMade */ .gp)(engine, cluster, creation);
}


/***/ }),

/***/ 5320:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ poll),
/* harmony export */   y: () => (/* binding */ sleep)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Calls `probe` until it gives something other than undefined.
 * @param intervalMs pause between two calls
 * @throws the signal's reason once it is aborted; whatever `probe` throws
 */
async function poll(probe, intervalMs, signal) {
    for (;;) {
        signal.throwIfAborted();
        const value = await probe();
        if (value !== undefined)
            return value;
        await sleep(intervalMs, signal);
    }
}
/** Waits `ms` milliseconds. @throws the signal's reason once it is aborted */
async function sleep(ms, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}


/***/ }),

/***/ 9183:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   ph: () => (/* binding */ fetchWithRetries)
/* harmony export */ });
/* unused harmony export retryAfter */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5320);



/** Longest pause between two tries, in milliseconds, also when a server asks for more. */
const LONGEST_PAUSE_MS = 60_000;
/**
 * Runs `work` until it succeeds, fails for good, or has failed as often as it may.
 * @param what is tried, for messages
 * @throws what the last try threw; the signal's reason once it is aborted
 */
async function retry(what, retries, work) {
    const { tries, pauseMs, isTransient, signal, onRetry } = retries;
    for (let attempt = 1;; attempt++) {
        try {
            return await work(attempt);
        }
        catch (error) {
            signal.throwIfAborted();
            if (attempt >= tries || !isTransient(error))
                throw error;
            // A little chance, so that jobs of a matrix do not come back all at once.
            const own = pauseMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
            const pause = Math.min(LONGEST_PAUSE_MS, Math.max(own, error instanceof BusyError ? (error.retryAfterMs ?? 0) : 0));
            onRetry(`${what}: try ${attempt} of ${tries} failed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}; again in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(pause)}`);
            await (0,_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .sleep */ .y)(pause, signal);
        }
    }
}
/** A server that can't answer now. */
class BusyError extends Error {
    name = 'BusyError';
    /** What it asks to wait, in milliseconds. */
    retryAfterMs;
    constructor(message, retryAfterMs) {
        super(message);
        this.retryAfterMs = retryAfterMs;
    }
}
/** How often a server is asked, and the pause before it is asked again, in milliseconds. */
const FETCH_TRIES = 4;
const FETCH_PAUSE_MS = 1000;
/** How long one answer may take, in milliseconds. */
const FETCH_TIMEOUT_MS = 15_000;
/**
 * Asks a URL, again after a pause if the server is busy (429, with its Retry-After), broken (5xx) or the connection
 * fails. Other refusals are returned for the caller to judge.
 * @throws Error naming the reason, and how often it was tried if more than once
 */
async function fetchWithRetries(url, init = {}, { pauseMs = FETCH_PAUSE_MS, onRetry = () => undefined } = {}) {
    const signal = new AbortController().signal;
    const retries = { tries: FETCH_TRIES, pauseMs, signal, onRetry, isTransient: () => true };
    let attempts = 0;
    try {
        return await retry(url, retries, async (attempt) => {
            attempts = attempt;
            const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
            if (answer.status !== 429 && answer.status < 500)
                return answer;
            await answer.body?.cancel();
            throw new BusyError(`it answered ${answer.status}`, retryAfter(answer.headers.get('retry-after')));
        });
    }
    catch (error) {
        const times = attempts > 1 ? ` (tried ${attempts} times)` : '';
        throw new Error(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchFailure */ .Z5)(error)}${times}`, { cause: error });
    }
}
/** Milliseconds of a Retry-After header: seconds, or a date (RFC 9110). */
function retryAfter(header, now = Date.now()) {
    if (header === null)
        return undefined;
    if (/^\d+$/.test(header.trim()))
        return Number(header) * 1000;
    const until = Date.parse(header);
    return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}


/***/ }),

/***/ 6346:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseCreation),
/* harmony export */   R: () => (/* binding */ formatCreation)
/* harmony export */ });
/** Text without what separates fields. */
const plain = (text) => text.replace(/[^\w.:/-]/g, '-');
/** The label's value: `ID` or `ID;kind=job;run=…;host=…;boot=…;pid=…;start=…;at=…`. */
function formatCreation({ id, owner }) {
    if (owner === undefined)
        return id;
    const { kind, run, host, boot, pid, start, at } = owner;
    const fields = { kind, run: plain(run), host: plain(host), boot: plain(boot), pid, start, at };
    return [id, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(';');
}
/** Reads the label's value; what is not as we write it has no owner. */
function parseCreation(text) {
    const [id = '', ...parts] = text.split(';');
    const fields = new Map(parts.map((part) => part.split('=', 2)));
    const kind = fields.get('kind');
    const [pid, at] = [Number(fields.get('pid')), Number(fields.get('at'))];
    if ((kind !== 'job' && kind !== 'create') || !Number.isInteger(pid) || !(at > 0))
        return { id, owner: undefined };
    const field = (name) => fields.get(name) ?? '';
    const owner = { kind, pid, at, host: field('host'), boot: field('boot'), start: field('start'), run: field('run') };
    return { id, owner: owner };
}


/***/ })

};
