export const id = 54;
export const ids = [54];
export const modules = {

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

/***/ 4270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qV: () => (/* reexport */ balancerOf),
  ln: () => (/* reexport */ changeValues),
  z: () => (/* reexport */ editPorts),
  LQ: () => (/* reexport */ publishedPorts),
  ul: () => (/* reexport */ putBehind),
  N$: () => (/* reexport */ readValues),
  fr: () => (/* reexport */ stepAside),
  MU: () => (/* reexport */ takeFromBehind)
});

// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/plan/loadBalancer.ts
var loadBalancer = __webpack_require__(9477);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/cluster/balancer/balancers.ts






/** How long a load balancer takes at most to notice a change, in milliseconds: it looks every 0.4 s. */
const NOTICED_MS = 1000;
/** The load balancer of a cluster. @returns undefined when it has none */
function balancerOf(cluster) {
    return (0,find/* nodesOf */.Nh)(cluster, 'loadbalancer')[0];
}
/** What a load balancer passes on to whom. @returns undefined when it has no such file: it has never been set up */
async function readValues(engine, balancer) {
    const text = (await (0,readFiles/* readFiles */.Ul)(engine, balancer.id, loadBalancer/* VALUES_PATH */.bW))?.values().next().value;
    return text === undefined ? undefined : (0,loadBalancer/* parseValues */.Qc)(text);
}
/** Changes what the load balancer of a cluster passes on; it notices by itself, and connections elsewhere stay. */
async function changeValues(engine, cluster, change) {
    const balancer = balancerOf(cluster);
    const values = balancer && (await readValues(engine, balancer));
    if (balancer === undefined || values === undefined)
        return;
    const before = (0,loadBalancer/* valuesFile */.p4)(values).content;
    change(values, balancer);
    const file = (0,loadBalancer/* valuesFile */.p4)(values);
    if (file.content !== before)
        await engine.containers.putFiles(balancer.id, [file]);
}
/** Puts new nodes behind the ports that are open to their role. */
function putBehind(engine, cluster, role, names) {
    return changeValues(engine, cluster, ({ ports }, balancer) => {
        for (const [port, nodes] of ports) {
            if (isOpen(cluster, balancer, port, nodes, role))
                ports.set(port, [...new Set([...nodes, ...names])]);
        }
    });
}
/**
 * Takes nodes from behind the ports that others are behind too, until they come back.
 * @returns puts them where they were
 */
async function stepAside(engine, cluster, names) {
    const former = new Map();
    await changeValues(engine, cluster, ({ ports }) => {
        for (const [port, nodes] of ports) {
            const others = nodes.filter((node) => !names.includes(node));
            if (others.length === 0 || others.length === nodes.length)
                continue;
            former.set(port, nodes);
            ports.set(port, others);
        }
    });
    if (former.size === 0)
        return async () => undefined;
    await (0,poll/* sleep */.y)(NOTICED_MS);
    return () => changeValues(engine, cluster, ({ ports }) => {
        for (const [port, nodes] of former)
            ports.set(port, [...new Set([...nodes, ...(ports.get(port) ?? [])])]);
    });
}
/** Takes nodes from behind all ports. */
function takeFromBehind(engine, cluster, names) {
    return changeValues(engine, cluster, ({ ports }) => {
        for (const [port, nodes] of ports)
            ports.set(port, nodes.filter((node) => !names.includes(node)));
    });
}
/** A load balancer of k3d's does not say which ports are open: those that all nodes of the role are behind. */
function isOpen(cluster, { labels }, port, nodes, role) {
    if (port === names/* API_PORT_KEY */.Vh)
        return role === 'server';
    const label = labels[contract_labels/* LABEL */.d_.openPorts];
    if (label !== undefined)
        return JSON.parse(label)[port]?.includes(role) ?? false;
    const all = role === 'loadbalancer' ? [] : (0,find/* nodesOf */.Nh)(cluster, role);
    return all.length > 0 && all.every(({ name }) => nodes.includes(name));
}

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/config/portSpec.ts
var portSpec = __webpack_require__(8628);
// EXTERNAL MODULE: ./src/plan/ipFamily.ts
var plan_ipFamily = __webpack_require__(8090);
// EXTERNAL MODULE: ./src/plan/publish.ts
var publish = __webpack_require__(5216);
// EXTERNAL MODULE: ./src/plan/ports.ts
var plan_ports = __webpack_require__(3491);
// EXTERNAL MODULE: ./src/cluster/containers/index.ts + 5 modules
var cluster_containers = __webpack_require__(8091);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 8 modules
var cluster_images = __webpack_require__(5580);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/cluster/balancer/replaceBalancer.ts






/** What nginx says when it serves; k3d waits for the same. */
const READY_LINE = 'start worker processes';
const LOG_LINES = 100;
const LOOK_EVERY_MS = 100;
const UP_WITHIN_MS = 20_000;
/** Time that one has to end its connections before it is ended, in seconds. */
const STOP_WITHIN_S = 1;
/**
 * Puts a container that publishes other ports in the place of a load balancer, ours or k3d's. The old one steps aside
 * under another name until the new one serves; when that fails, it is back as it was (k3d: NodeReplace).
 */
async function replaceBalancer(balancer, { ports, values, open }, context) {
    const { containers } = context.engine;
    const { id: old, name } = balancer;
    const wasRunning = balancer.state === 'running';
    // k3d's own has its script in its image.
    const files = open === undefined ? [(0,loadBalancer/* valuesFile */.p4)(values)] : (0,loadBalancer/* loadBalancerFiles */.S9)(values);
    const labels = {
        ...balancer.labels,
        ...(open === undefined ? {} : { [contract_labels/* LABEL */.d_.openPorts]: JSON.stringify(Object.fromEntries(open)) }),
    };
    let made;
    await containers.rename(old, (0,names/* asideName */.o1)(name, (0,external_node_crypto_.randomUUID)().slice(0, 8)));
    try {
        made = await containers.copy(old, { name, labels, ports });
        await containers.stop(old, STOP_WITHIN_S); // it has the host ports
        if (wasRunning)
            await bringUp(made, files, context);
        else
            await containers.putFiles(made, files);
    }
    catch (error) {
        if (made !== undefined)
            await containers.remove(made);
        await containers.rename(old, name);
        if (wasRunning)
            await (0,cluster_containers/* startNode */.LK)(context.engine, old);
        throw error;
    }
    await containers.remove(old);
    context.reporter.info(`Load balancer ${name} publishes ${ports.length} ports`);
}
/** Gives a load balancer that was just made its files, starts it and waits until it serves: the engine takes connections before. */
async function bringUp(id, files, { engine, signal }) {
    await engine.containers.putFiles(id, files);
    await (0,cluster_containers/* startNode */.LK)(engine, id);
    const isUp = async () => (await engine.containers.logs(id, LOG_LINES)).includes(READY_LINE) ? true : undefined;
    await (0,poll/* poll */.w)(isUp, LOOK_EVERY_MS, AbortSignal.any([signal, AbortSignal.timeout(UP_WITHIN_MS)]));
}

;// CONCATENATED MODULE: ./src/cluster/balancer/editPorts.ts














/**
 * Publishes more ports of a cluster, or takes some back. An engine can't change what a container publishes, so the load
 * balancer is replaced, as k3d does: connections through it end. A cluster that has none gets one.
 * @throws UserError for ports that are malformed, taken, or not published
 */
async function editPorts(cluster, changes, context) {
    const { engine } = context;
    const front = await lookAt(engine, cluster);
    const { published = [] } = front ?? {};
    const removed = findRemoved(cluster, published, changes.remove);
    const ipFamily = await (0,find/* familyOf */.Ap)(engine, cluster);
    const asked = (0,publish/* portsOn */.cc)(changes.add, (0,plan_ipFamily/* hostIPOf */.VH)({ ipFamily }, engine.endpoint.publishIP));
    const add = asked.filter((entry) => !isPublished(entry, published));
    const name = (0,names/* loadBalancerName */.MH)(cluster.name);
    const addition = planAddition(cluster, add, name, ipFamily);
    if (add.length === 0 && removed.length === 0)
        return;
    const wanted = addition.mappings.flatMap(({ hostIP, hostPort, protocol }) => hostPort ? [{ hostIP, port: hostPort, protocol }] : []);
    const isBeingClosed = ({ port, protocol }) => removed.some((one) => one.hostPort === port && one.protocol === protocol);
    await (0,cluster_containers/* checkPortsFree */.fG)(engine, wanted.filter((port) => !isBeingClosed(port)));
    if (front !== undefined)
        return change(front, removed, addition, context);
    if (balancerOf(cluster) === undefined)
        return addBalancer(cluster, addition, changes.image, context);
    throw new errors/* UserError */.yo(`the load balancer of cluster "${cluster.name}" has never been set up: start the cluster first`);
}
/** Ports that the load balancer publishes and passes on, the API's among them. */
async function publishedPorts(engine, cluster) {
    return (await lookAt(engine, cluster))?.published ?? [];
}
/** @returns undefined when there is none, or one that has never been set up */
async function lookAt(engine, cluster) {
    const balancer = balancerOf(cluster);
    if (balancer === undefined)
        return undefined;
    const details = await engine.containers.inspect(balancer.id);
    const values = await readValues(engine, balancer);
    if (details === undefined || values === undefined)
        return undefined;
    const published = details.portBindings.flatMap((binding) => {
        const key = (0,names/* portKey */.ls)(binding);
        // One that the engine has chosen stays what it is.
        const hostPort = binding.hostPort ?? details.ports.find((one) => (0,names/* portKey */.ls)(one) === key)?.hostPort;
        return values.ports.has(key) && hostPort !== undefined ? [{ ...binding, key, hostPort }] : [];
    });
    return { balancer, values, published };
}
/** What is there already needs nothing, as with k3d. */
const isPublished = ({ value, where }, published) => (0,portSpec/* parsePortSpec */.qy)(value, names/* LOOPBACK */.Ws, where).every((mapping) => published.some((one) => one.key === (0,names/* portKey */.ls)(mapping) && one.hostPort === mapping.hostPort));
function findRemoved(cluster, published, remove) {
    const wanted = remove.flatMap(({ value, where }) => (0,portSpec/* parsePortSpec */.qy)(value, names/* LOOPBACK */.Ws, where).map((mapping) => ({ ...mapping, value, where })));
    return wanted.flatMap(({ hostPort, containerPort, protocol, value, where }) => {
        const key = (0,names/* portKey */.ls)({ containerPort, protocol });
        if (key === names/* API_PORT_KEY */.Vh)
            throw new errors/* UserError */.yo(`${where}: the port of the Kubernetes API can't be closed`);
        const found = published.find((one) => one.key === key && (hostPort === undefined || one.hostPort === hostPort));
        // On each address that it is published on.
        if (found !== undefined)
            return published.filter((one) => isSame(one, found));
        const open = published.map((one) => `${one.hostPort}:${one.key.replace('.', '/')}`);
        throw new errors/* UserError */.yo(`${where}: port "${value}" is not published by a load balancer of cluster "${cluster.name}"; published are ${open.join(', ') || 'none'}`);
    });
}
function planAddition(cluster, add, name, ipFamily) {
    const nodes = [...plannedLike(cluster), { role: 'loadbalancer', index: 0, name }];
    const ports = (0,plan_ports/* planPorts */.E)({ ...defaults/* DEFAULTS */.zY, ipFamily, loadBalancer: 'on', ports: [...add] }, nodes);
    const direct = [...ports.published.keys()].find((node) => node !== name);
    if (direct !== undefined) {
        throw new errors/* UserError */.yo(`${add[0]?.where}: node ${direct} runs, and a container that runs can't publish more ports: leave "direct" out, then a load balancer passes them on`);
    }
    return { mappings: ports.published.get(name) ?? [], ports, ipFamily };
}
/** The nodes of a cluster that exists, as filters see them. */
function plannedLike(cluster) {
    return ['server', 'agent'].flatMap((role) => (0,find/* nodesOf */.Nh)(cluster, role).map(({ name }, index) => ({ role, index, name })));
}
/** Puts a load balancer in the place of the one that is there, or takes it away when nothing is left to publish. */
async function change({ balancer, values, published }, removed, { mappings, ports }, context) {
    const staying = published.filter((one) => !removed.includes(one));
    const all = [...staying, ...mappings.filter((port) => !staying.some((one) => isSame(one, port)))];
    if (all.length === 0)
        return context.engine.containers.remove(balancer.id);
    const keys = new Set([names/* API_PORT_KEY */.Vh, ...all.map(names/* portKey */.ls)]);
    const keep = (before, added) => new Map([...before, ...added].filter(([key]) => keys.has(key)));
    const open = balancer.labels[contract_labels/* LABEL */.d_.openPorts];
    await replaceBalancer(balancer, {
        ports: all,
        values: { ...values, ports: keep(values.ports, ports.proxied) },
        // k3d's own have no such label.
        open: open === undefined ? undefined : keep(parseOpen(open), ports.open),
    }, context);
}
const isSame = (a, b) => (0,names/* portKey */.ls)(a) === (0,names/* portKey */.ls)(b) && a.hostPort === b.hostPort;
const parseOpen = (label) => new Map(Object.entries(JSON.parse(label)));
/** A load balancer for a cluster that has none. It does not publish the API, which the first server does. */
async function addBalancer(cluster, { mappings, ports, ipFamily }, image, context) {
    const { engine, reporter, signal } = context;
    await (0,cluster_images/* ensureImage */.Yt)(engine, image, reporter, signal);
    const kept = Object.entries((0,find/* runningServer */.TW)(cluster).labels).filter(([key]) => key === contract_labels/* LABEL */.d_.app || (key.startsWith('k3d.') && !/^k3d\.(server|node|loadbalancer)\./.test(key)));
    const servers = (0,find/* nodesOf */.Nh)(cluster, 'server').map(({ name }) => name);
    const container = (0,loadBalancer/* loadBalancerContainer */.As)({
        name: (0,names/* loadBalancerName */.MH)(cluster.name),
        image,
        env: (0,plan_ipFamily/* familyEnv */.ug)({ ipFamily }),
        labels: { ...Object.fromEntries(kept), [contract_labels/* LABEL */.d_.role]: 'loadbalancer' },
        network: cluster.network.name,
        ip: undefined,
        ports: mappings,
        binds: [],
        extraHosts: [],
        open: new Map([[names/* API_PORT_KEY */.Vh, ['server']], ...ports.open]),
    });
    const values = {
        ports: new Map([[names/* API_PORT_KEY */.Vh, servers], ...ports.proxied]),
        settings: (0,loadBalancer/* settingsWith */.WG)([]),
    };
    // One of that name may be somebody else's: only what was made here is removed again, by its id.
    const id = await (0,cluster_containers/* createContainer */.g$)(engine, container);
    try {
        await bringUp(id, (0,loadBalancer/* loadBalancerFiles */.S9)(values), context);
    }
    catch (error) {
        await engine.containers.remove(id);
        throw error;
    }
    reporter.info(`Load balancer ${container.name} publishes the new ports`);
}

;// CONCATENATED MODULE: ./src/cluster/balancer/index.ts
// Load balancers: what they pass on, and ports that come and go.




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

/***/ 59:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cj: () => (/* binding */ forgetNode),
/* harmony export */   fG: () => (/* binding */ setSchedulable),
/* harmony export */   ib: () => (/* binding */ emptyNode),
/* harmony export */   sW: () => (/* binding */ leaveEtcd)
/* harmony export */ });
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8601);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7369);


/** How long a node's pods may take to go, in milliseconds. */
const DRAIN_MS = 20_000;
const LOOK_EVERY_MS = 300;
/** How long a Node that is deleted may be seen after it, in milliseconds. */
const GONE_MS = 10_000;
/**
 * Removes a Node with the pods that it still had, and its password, with which a node of the same name could not join
 * later (k3s: pkg/nodepassword). Its container has stopped by then, or it would come back. Kubernetes itself leaves the pods
 * where they are for a minute, and services send requests to them (kubernetes: pkg/controller/podgc).
 */
async function forgetNode(kube, name) {
    const path = `/api/v1/nodes/${name}`;
    await kube.delete(path);
    // k3s's controllers have finalizers on Nodes, and take a moment on a busy machine.
    await lookUntil(GONE_MS, async () => (await kube.get(path)) === undefined);
    for (const { metadata } of await podsOn(kube, name))
        await kube.delete(`/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}?gracePeriodSeconds=0`);
    await kube.delete(`/api/v1/namespaces/kube-system/secrets/${name}.node-password.k3s`);
}
/** Takes a node's pods away within a bound, and keeps new ones off it. */
async function emptyNode(kube, name) {
    await setSchedulable(kube, name, false);
    await drain(kube, name);
}
/** Says whether a node takes new pods. */
function setSchedulable(kube, name, takesPods) {
    return kube.patch(`/api/v1/nodes/${name}`, { spec: { unschedulable: takesPods ? null : true } });
}
/** k3s's annotations for taking a member out of etcd (k3s: pkg/etcd/member_controller.go). */
const REMOVE_MEMBER = 'etcd.k3s.cattle.io/remove';
const REMOVED_MEMBER = 'etcd.k3s.cattle.io/removed-node-name';
/** How long a member may take to leave, in milliseconds. Where k3s doesn't know the annotation, it goes with its Node. */
const LEAVE_ETCD_MS = 20_000;
/** Has k3s take a server out of etcd while it still runs, so that the others never miss it. */
async function leaveEtcd(kube, name) {
    const path = `/api/v1/nodes/${name}`;
    if ((await kube.get(path)) === undefined)
        return;
    await kube.patch(path, { metadata: { annotations: { [REMOVE_MEMBER]: 'true' } } });
    const hasLeft = async () => Boolean((await kube.get(path))?.metadata.annotations?.[REMOVED_MEMBER]);
    await lookUntil(LEAVE_ETCD_MS, hasLeft);
}
/** Looks every now and then until something is so, or the time is up, in milliseconds. */
async function lookUntil(withinMs, isSo) {
    const until = Date.now() + withinMs;
    while (!(await isSo()) && Date.now() < until)
        await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .y)(LOOK_EVERY_MS);
}
async function drain(kube, node) {
    const until = Date.now() + DRAIN_MS;
    for (;;) {
        const pods = await podsToMove(kube, node);
        if (pods.length === 0 || Date.now() > until)
            return;
        for (const { name, namespace } of pods)
            await evict(kube, name, namespace ?? 'default');
        await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .y)(LOOK_EVERY_MS);
    }
}
async function podsOn(kube, node) {
    return (await kube.get(`/api/v1/pods?fieldSelector=spec.nodeName%3D${node}`))?.items ?? [];
}
/** Pods of DaemonSets and static pods belong to the node and go with it. */
async function podsToMove(kube, node) {
    return (await podsOn(kube, node))
        .map(({ metadata }) => metadata)
        .filter(({ ownerReferences, annotations }) => {
        const isStatic = annotations?.['kubernetes.io/config.mirror'] !== undefined;
        return !isStatic && !ownerReferences?.some(({ kind }) => kind === 'DaemonSet');
    });
}
async function evict(kube, name, namespace) {
    try {
        await kube.post(`/api/v1/namespaces/${namespace}/pods/${name}/eviction`, {
            apiVersion: 'policy/v1',
            kind: 'Eviction',
            metadata: { name, namespace },
        });
    }
    catch (error) {
        // 429: a disruption budget forbids it for now; 404: it is gone. Anything else is worth knowing.
        if (!(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_1__/* .KubeError */ .a && [404, 429].includes(error.status)))
            throw error;
    }
}


/***/ })

};
