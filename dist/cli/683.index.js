export const id = 683;
export const ids = [683];
export const modules = {

/***/ 2683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterDiagnose: () => (/* binding */ clusterDiagnose)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/kubernetes/blocker.ts
var blocker = __webpack_require__(5942);
// EXTERNAL MODULE: ./src/kubernetes/client.ts
var kubernetes_client = __webpack_require__(7369);
// EXTERNAL MODULE: ./src/kubernetes/podState.ts
var podState = __webpack_require__(6330);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/common/within.ts
var within = __webpack_require__(8165);
;// CONCATENATED MODULE: ./src/diagnostics/bounded.ts


/** How long one item may take, in milliseconds. */
const ITEM_MS = 10_000;
/** How many items are collected at once. */
const AT_ONCE = 6;
/**
 * Collects items, several at once, each within a bound. One that fails or takes too long is a sentence among the
 * folder's problems. Never throws.
 */
async function collectAll(items, folder, signal) {
    const queue = [...items];
    const worker = async () => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
            try {
                await bounded(item.collect(), signal);
            }
            catch (error) {
                folder.problems.push(folder.clean(`${item.name}: ${(0,errors/* messageOf */.bD)(error)}`));
            }
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
/** The outcome of `work`, or an error when it takes longer than an item may or `signal` is aborted. */
function bounded(work, signal, ms = ITEM_MS) {
    const late = () => new Error(`no answer within ${ms / 1000} s`);
    return (0,within/* within */.u)(work, { ms, late, signal, aborted: () => new Error('there was no time left') });
}

// EXTERNAL MODULE: ./src/kubernetes/conditions.ts
var conditions = __webpack_require__(7344);
// EXTERNAL MODULE: ./src/plan/nodeSettings.ts
var nodeSettings = __webpack_require__(6034);
// EXTERNAL MODULE: ./src/cluster/containers/index.ts + 5 modules
var containers = __webpack_require__(8091);
// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/kubernetes/pullMessage.ts
var pullMessage = __webpack_require__(3334);
;// CONCATENATED MODULE: ./src/diagnostics/pullErrors.ts

/** What containerd 2 logs of the last registry that it asked for an image (containerd: core/remotes/docker/resolver.go). */
const FETCH_FAILED = /msg="fetch failed" error="((?:[^"\\]|\\.)*)".* url="https?:\/\/([^/"]+)\/v2\/([^"?]+)\/manifests\/([^"?]+)/g;
const UNRESOLVED = /(\S+): not found\b/;
/**
 * Why images could not be had from their registries, from containerd's log. A registry that is asked first, as that of
 * local images is, and does not have an image makes containerd say "not found", whatever the next one has said.
 * @returns errors by full names of images; the last one counts
 */
function pullErrors(log) {
    const found = new Map();
    for (const [, error = '', host = '', name = '', tag = ''] of log.matchAll(FETCH_FAILED)) {
        const registry = host === 'registry-1.docker.io' ? 'docker.io' : host;
        const separator = tag.startsWith('sha256:') ? '@' : ':';
        found.set(`${registry}/${name}${separator}${tag}`, (0,pullMessage/* pullMessage */.R)(error.replaceAll('\\"', '"')));
    }
    return found;
}
/** What the registry itself said of the image that a text says was not found. @returns undefined when nothing is known */
function ownWords(text, errors) {
    const [, image = ''] = UNRESOLVED.exec(text) ?? [];
    const error = errors.get(image);
    return error && `its registry: ${error}`;
}

;// CONCATENATED MODULE: ./src/diagnostics/nodes.ts







/** Lines of a node's log that are kept. */
const LOG_LINES = 5000;
/** Where containerd writes its log in a node. */
const CONTAINERD_FOLDER = `${names/* K3S_DATA_PATH */.Tt}/agent/containerd`;
/** What is asked of a node that runs, by file; a command that the image lacks is passed over. */
const COMMANDS = {
    'system.txt': [
        ['df', '-h'],
        ['df', '-i'],
        ['free', '-m'],
        ['cat', '/proc/loadavg'],
        ['cat', '/proc/self/cgroup'],
        ['cat', '/proc/self/limits'],
        ['cat', '/proc/sys/fs/inotify/max_user_instances', '/proc/sys/fs/inotify/max_user_watches'],
        ['cat', '/proc/sys/fs/file-nr'],
        ['cat', '/proc/pressure/cpu', '/proc/pressure/memory', '/proc/pressure/io'],
        ['ip', 'addr'],
        ['ip', 'route'],
        ['cat', '/etc/resolv.conf'],
        ['ps', 'aux'],
    ],
    'containers.txt': [
        ['crictl', 'ps', '-a'],
        ['crictl', 'images'],
    ],
};
/** The Node of a container, as Kubernetes has it. */
function kubeNodeOf({ node, details }, nodes) {
    return (0,nodeNames/* nodeFor */.O)({ name: (0,contract_labels/* kubernetesName */.gg)(node), addresses: details === undefined ? [] : (0,find/* addressesOf */.sO)(details) }, nodes);
}
/**
 * What to collect of a node's container: settings, logs, and how its system is doing.
 * @param pulls is given why images could not be pulled
 */
function nodeItems(engine, node, folder, states, pulls) {
    const at = `nodes/${node.name}`;
    const own = [
        {
            name: `settings of ${node.name}`,
            collect: async () => folder.write(`${at}/inspect.json`, JSON.stringify(await engine.containers.inspectRaw(node.id), null, 2)),
        },
        {
            name: `log of ${node.name}`,
            collect: async () => {
                const details = await engine.containers.inspect(node.id);
                const log = await engine.containers.logs(node.id, LOG_LINES);
                await folder.write(`${at}/${(0,find/* isK3sNode */.S)(node) ? 'k3s' : 'container'}.log`, log);
                const lastWords = details?.running ? (0,containers/* knownCause */.T4)(log) : (0,containers/* reasonIn */.YY)(log);
                states.push({ node, details, lastWords });
            },
        },
    ];
    if (!(0,find/* isK3sNode */.S)(node))
        return own;
    own.push({
        name: `containerd's log of ${node.name}`,
        collect: async () => {
            const log = (await (0,readFiles/* readFiles */.Ul)(engine, node.id, CONTAINERD_FOLDER))?.get('containerd.log');
            if (log === undefined)
                return;
            for (const [image, error] of pullErrors(log))
                pulls.set(image, error);
            await folder.write(`${at}/containerd.log`, log);
        },
    });
    if (node.state !== 'running')
        return own;
    for (const [file, commands] of Object.entries(COMMANDS)) {
        own.push({
            name: `${file} of ${node.name}`,
            collect: async () => folder.write(`${at}/${file}`, await runAll(engine, node.id, commands)),
        });
    }
    return own;
}
async function runAll(engine, id, commands) {
    const parts = await Promise.all(commands.map(async (command) => {
        const { stdout, stderr } = await engine.containers.exec(id, command);
        return `$ ${command.join(' ')}\n${stdout}${stderr}`;
    }));
    return parts.join('\n');
}

;// CONCATENATED MODULE: ./src/diagnostics/findings.ts






/** What is wrong, what stands behind other things first: containers of nodes, nodes, pods, then what else was warned of. */
function findingsOf({ nodes, kube, logs, pulls }) {
    const found = nodes.flatMap((state) => nodeContainerFinding(state));
    if (!kube.answers && found.length === 0) {
        found.push({ subject: 'the Kubernetes API', why: 'it does not answer, though its nodes run', log: '' });
    }
    found.push(...kubeNodeFindings(kube, nodes));
    const broken = kube.pods.filter((pod) => !(0,podState/* isSettled */.Is)(pod)).sort(ownFirst);
    for (const pod of broken)
        found.push(podFinding(pod, kube.events, logs, pulls));
    found.push(...otherWarnings(kube, broken));
    return withOneCauseOnce(found);
}
/** On pods of k3s's service load balancer, which before 1.24 are beside the service (k3s: pkg/servicelb/controller.go). */
const SERVICE_LB_LABEL = 'svccontroller.k3s.cattle.io/svcname';
const isSystems = ({ metadata: { namespace, labels = {} } }) => namespace === 'kube-system' || SERVICE_LB_LABEL in labels;
/** Sorts Kubernetes' own pods behind the user's: who looks for a fault begins with what is his. */
const ownFirst = (a, b) => Number(isSystems(a)) - Number(isSystems(b));
/**
 * What stays the same for all containers that suffer from one cause: a registry that has no address is told of by each
 * with its name and its image, now as a failed pull and now as the pause before the next.
 */
const causeOf = (why) => why
    .replace(/\bcontainer \S+: /g, '')
    .replace(/\b(ErrImagePull|ImagePullBackOff)( of image \S+?)?(?=: |;|$)/g, 'pull')
    .replace(/pull: Back-off pulling image "[^"]*"; /g, 'pull: ')
    .replace(/\b\d+(\.\d+){3}:\d+->/g, '');
/** Several faults with one cause are one finding. Those with a log stay apart: the log is of one container. */
function withOneCauseOnce(faults) {
    const byCause = new Map();
    for (const fault of faults) {
        const [kind = ''] = fault.subject.split(' ');
        const key = fault.log === '' ? `${kind}\n${causeOf(fault.why)}` : fault.subject;
        const first = byCause.get(key);
        byCause.set(key, first === undefined ? { ...fault, others: [] } : { ...first, others: [...first.others, fault.subject] });
    }
    return [...byCause.values()];
}
/** Subjects that are named when several have one cause. */
const MOST_NAMED = 5;
/** What a finding concerns, as words: `pod shop/web and 2 others (pod shop/a, pod shop/b)`. */
function subjectsOf({ subject, others }) {
    if (others.length === 0)
        return subject;
    const [kind = ''] = subject.split(' ');
    const names = others.slice(0, MOST_NAMED).map((one) => one.slice(kind.length + 1));
    const more = others.length > names.length ? [`${others.length - names.length} more`] : [];
    return `${subject} and ${others.length} other${others.length === 1 ? '' : 's'} (${[...names, ...more].join(', ')})`;
}
function nodeContainerFinding({ node, details, lastWords }) {
    if (details === undefined || node.role === 'noRole')
        return [];
    const subject = `node ${node.name}`;
    if (details.state === 'paused')
        return [{ subject, why: 'its container is paused', log: '' }];
    if (details.running)
        return lastWords === undefined ? [] : [{ subject, why: `its log says: ${lastWords}`, log: '' }];
    const how = details.oomKilled ? ', killed: out of memory' : '';
    const words = lastWords === undefined ? '' : `: ${lastWords}`;
    return [
        {
            subject,
            why: `its container is ${details.state}, exit code ${details.exitCode}${how}${words}`,
            log: '',
        },
    ];
}
function kubeNodeFindings({ nodes, answers }, states) {
    const found = (0,blocker/* pressureOf */.Bf)(nodes).map((text) => {
        const [, subject = 'a node', why = text] = /^(node \S+) (.*)$/s.exec(text) ?? [];
        return { subject, why, log: '' };
    });
    for (const node of nodes.filter((one) => !(0,conditions/* isTrue */.H)(one, 'Ready'))) {
        const said = (0,conditions/* conditionOf */.r)(node, 'Ready')?.message ?? 'nothing is known of it';
        found.push({ subject: `node ${node.metadata.name}`, why: `it is not Ready: ${said}`, log: '' });
    }
    if (!answers)
        return found;
    for (const state of states) {
        const { node, details } = state;
        if (node.role !== 'server' && node.role !== 'agent')
            continue;
        if (node.state !== 'running' || kubeNodeOf(state, nodes) !== undefined)
            continue;
        const { command = [], env = [] } = details ?? {};
        if ((0,nodeSettings/* nodeSettings */.A5)({ command, env, files: new Map() }).isOn('disable-agent'))
            continue;
        found.push({
            subject: `node ${node.name}`,
            why: 'it runs but has not registered with Kubernetes',
            log: '',
        });
    }
    return found;
}
function podFinding(pod, events, logs, pulls) {
    const { namespace = 'default', name } = pod.metadata;
    const why = (0,podState/* whyNotReady */.$R)(pod);
    const said = [ownWords(why, pulls) ?? []].flat();
    const log = (0,podState/* crashing */.oB)(pod) === undefined ? '' : (logs.get(`${namespace}/${name}`) ?? '');
    return {
        subject: `pod ${namespace}/${name}`,
        why: [why, ...(0,blocker/* lastWarning */.Rb)(pod, events), ...said].join('; '),
        log,
    };
}
/** Reasons that every cluster has warnings for while it comes up. */
const USUAL = /^(InvalidDiskCapacity|CgroupV1|Rebooted|FailedNodeAllocatableEnforcement)$/;
/** Warnings about what is no pod: a ReplicaSet that may not make pods, a claim without a volume. */
function otherWarnings({ events }, broken) {
    const latest = new Map();
    for (const event of (0,blocker/* warnings */.AR)(events)) {
        const { kind = '', namespace, name } = event.involvedObject;
        if (kind === 'Pod' || kind === 'Node' || USUAL.test(event.reason ?? ''))
            continue;
        if (broken.length > 0 && kind === 'Job')
            continue; // its pods are among the broken ones
        const subject = `${kind.toLowerCase()} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
        if (latest.has(subject))
            continue;
        latest.set(subject, { subject, why: `${event.reason}: ${event.message?.trim()}`, log: '' });
    }
    return [...latest.values()].slice(0, 10);
}

// EXTERNAL MODULE: ./src/common/redact.ts
var redact = __webpack_require__(6800);
;// CONCATENATED MODULE: ./src/diagnostics/folder.ts



/** Bounds on what is kept, in bytes. */
const FILE_BYTES = 2 * 1024 * 1024;
const TOTAL_BYTES = 50 * 1024 * 1024;
/** A folder that is filled with texts, none of which holds a secret, within bounds. */
class Folder {
    path;
    written = [];
    /** What could not be had, as sentences. */
    problems = [];
    #secrets = new Set();
    #left = TOTAL_BYTES;
    constructor(path) {
        this.path = path;
    }
    /** Empties it. What is in it is for its owner's eyes: even without secrets it tells a lot. */
    async prepare() {
        await (0,promises_.rm)(this.path, { recursive: true, force: true });
        await (0,promises_.mkdir)(this.path, { recursive: true, mode: 0o700 });
    }
    /** Values that must not appear in any file. */
    conceal(values) {
        for (const value of values)
            if (value !== '')
                this.#secrets.add(value);
    }
    /** `text` without secrets. */
    clean(text) {
        return (0,redact/* redact */.E)(text, [...this.#secrets]);
    }
    /** Writes a text; of one that is too long the end is kept, where failures are. */
    async write(path, text) {
        const clean = this.clean(text);
        const bytes = Buffer.from(clean);
        const room = Math.min(FILE_BYTES, this.#left);
        if (room === 0) {
            this.problems.push(`${path}: left out, since all together would be too much`);
            return;
        }
        const kept = bytes.length > room ? bytes.subarray(bytes.length - room) : bytes;
        this.#left -= kept.length;
        const file = (0,external_node_path_.join)(this.path, path);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
        await (0,promises_.writeFile)(file, kept, { mode: 0o600 });
        this.written.push({ path, bytes: kept.length, cut: kept.length < bytes.length });
    }
}

// EXTERNAL MODULE: ./src/diagnostics/host.ts
var host = __webpack_require__(5504);
;// CONCATENATED MODULE: ./src/diagnostics/kubernetes.ts

/** Bounds of a container's log. */
const LOG_QUERY = 'tailLines=2000&limitBytes=1000000&timestamps=true';
/** Containers whose logs are kept. */
const MOST_LOGS = 200;
/** What kubectl is asked, by file. Secrets are not among it, and neither are contents of ConfigMaps. */
const KUBECTL = {
    'resources.txt': ['get', 'all,ingress,endpoints,pvc,pv,storageclass,configmap,serviceaccount', '-A', '-o', 'wide'],
    'nodes.txt': ['describe', 'nodes'],
    'pods.txt': ['describe', 'pods', '-A'],
    'events.txt': ['get', 'events', '-A', '--sort-by=.metadata.creationTimestamp'],
    'crds.txt': ['get', 'crd,apiservice'],
    'helmcharts.txt': ['get', 'helmcharts,addons', '-A'],
};
/** Reads what findings are made from. @throws when the API does not answer */
async function readState(kube) {
    const list = async (path) => (await kube.get(path))?.items ?? [];
    const [nodes, pods, events] = await Promise.all([
        list('/api/v1/nodes'),
        list('/api/v1/pods'),
        list('/api/v1/events'),
    ]);
    return { nodes, pods, events, answers: true };
}
/** What kubectl prints of the cluster's state, asked inside a server, which needs no port and has kubectl. */
function kubectlItems(engine, server, folder) {
    return Object.entries(KUBECTL).map(([file, args]) => ({
        name: `kubectl ${args.join(' ')}`,
        collect: async () => {
            const { stdout, stderr } = await engine.containers.exec(server, ['kubectl', ...args, '--request-timeout=8s']);
            await folder.write(`kubernetes/${file}`, `$ kubectl ${args.join(' ')}\n${stdout}${stderr}`);
        },
    }));
}
/** The logs of all containers, of those that are in trouble first, with those of their last run. */
function logItems(kube, pods, folder) {
    const sorted = [...pods].sort((a, b) => Number((0,podState/* isSettled */.Is)(a)) - Number((0,podState/* isSettled */.Is)(b)));
    const items = sorted.flatMap((pod) => (0,podState/* containersOf */.Mz)(pod).flatMap((container) => {
        const { namespace = 'default', name } = pod.metadata;
        const path = `/api/v1/namespaces/${namespace}/pods/${name}/log?container=${container.name}&${LOG_QUERY}`;
        const file = `pods/${namespace}/${name}/${container.name}`;
        const read = (query, to) => ({
            name: to,
            collect: async () => {
                const text = await kube.getText(query);
                if (text !== '')
                    await folder.write(to, text);
            },
        });
        const started = container.state?.running !== undefined || container.state?.terminated !== undefined;
        const before = (container.restartCount ?? 0) > 0 ? [read(`${path}&previous=true`, `${file}.previous.log`)] : [];
        return [...(started ? [read(path, `${file}.log`)] : []), ...before];
    }));
    if (items.length > MOST_LOGS)
        folder.problems.push(`logs of ${items.length - MOST_LOGS} containers are left out`);
    return items.slice(0, MOST_LOGS);
}

;// CONCATENATED MODULE: ./src/diagnostics/html.ts
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Text that stands for itself in HTML, in an attribute too. */
const html_escape = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
/** A point in time, to the second: `2026-01-01T00:00:00Z`. @param at milliseconds since 1970 */
const timeText = (at) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const htmlOf = (cell) => (typeof cell === 'string' ? html_escape(cell) : cell.html);
/**
 * A table; on a narrow screen each row is a card, whose lines begin with the column's name.
 * @param header names of the columns, as text; empty: the table has no head
 */
function htmlTable(header, rows) {
    if (rows.length === 0)
        return '<p>none</p>';
    const head = header.length === 0 ? '' : `<thead><tr>${header.map((name) => `<th>${html_escape(name)}</th>`).join('')}</tr></thead>`;
    const label = (column) => header[column] === undefined ? '' : ` data-label="${html_escape(header[column])}"`;
    const body = rows.map((row) => `<tr>${row.map((cell, column) => `<td${label(column)}>${htmlOf(cell)}</td>`).join('')}</tr>`);
    return `<table>${head}<tbody>${body.join('')}</tbody></table>`;
}
/** What is looked at by who wants to. @param summary as HTML, @param body as HTML */
const folded = (summary, body) => `<details><summary>${summary}</summary>${body}</details>`;
/** The end of a log in the open, and what was before it to be opened. @param lines how many are in the open */
function htmlLog(log, lines) {
    const all = log.trimEnd().split('\n');
    const pre = (part) => `<pre>${html_escape(part.join('\n'))}</pre>`;
    const before = all.slice(0, -lines);
    const earlier = before.length === 0 ? '' : folded(`${before.length} earlier lines`, pre(before));
    return `${earlier}${pre(all.slice(-lines))}`;
}

;// CONCATENATED MODULE: ./src/diagnostics/pageStyle.ts
/** How the page looks: light and dark, at a desk and on a phone, where tables become cards. */
const STYLE = `
:root{color-scheme:light dark;--line:#8884;--bad:#c62828;--good:#2e7d32;--bar:#1976d2;--soft:#8881;--link:#1565c0}
@media (prefers-color-scheme:dark){:root{--bad:#ef5350;--good:#66bb6a;--bar:#64b5f6;--link:#90caf9}}
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}a{color:var(--link)}
.facts{opacity:.8;margin:.3rem 0}nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:.6rem 0}
.badge{font-size:.85rem;font-weight:600;border:1px solid;border-radius:1rem;padding:.1rem .7rem;vertical-align:middle;white-space:nowrap}
.ok{color:var(--good)}.bad{color:var(--bad)}
.error{border-left:4px solid var(--bad);background:var(--soft);padding:.6rem 1rem;margin:1rem 0}
table{border-collapse:collapse;width:100%}thead{white-space:nowrap}
td,th{border-bottom:1px solid var(--line);padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}th{font-weight:600}
td{overflow-wrap:break-word}
.finding{border:1px solid var(--line);border-radius:6px;padding:.6rem 1rem;margin:.6rem 0}
.finding>b{color:var(--bad)}.finding p{margin:.2rem 0}.logs{font-size:13px}summary{cursor:pointer}
pre{background:var(--soft);white-space:pre-wrap;padding:.6rem;margin:.5rem 0 0;font-size:13px}
.row{display:grid;grid-template-columns:minmax(8rem,18rem) 1fr 9rem;gap:0 .8rem;align-items:center;font-size:13px}
.row>span:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.row small{opacity:.7}
.row>span:last-child{text-align:right;white-space:nowrap}
.track{height:.8rem;background:var(--soft);position:relative;border-radius:3px}
.track i{position:absolute;top:0;bottom:0;min-width:2px;background:var(--bar);border-radius:3px}.track i.bad{background:var(--bad)}
.axis{opacity:.7}.ticks{position:relative;height:1.4rem;border-bottom:1px solid var(--line)}
.ticks span{position:absolute;transform:translateX(-50%);white-space:nowrap}
.ticks span:first-child{transform:none}.ticks span:last-child{transform:translateX(-100%)}
@media (max-width:40rem){
body{padding:1rem}
.row{grid-template-columns:1fr auto;margin-bottom:.3rem}.row .track,.row .ticks{grid-column:1/-1;grid-row:2}
.ticks span:nth-child(even){display:none}
table,tbody,tr,td{display:block}thead{display:none}tr{border-bottom:1px solid var(--line);padding:.4rem 0}
td{border:0;padding:0}td[data-label]::before{content:attr(data-label) ": ";opacity:.7}
}
`.trim();

// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
;// CONCATENATED MODULE: ./src/diagnostics/pageTimeline.ts




/** Pods whose bars are shown at most. */
const MOST_PODS = 40;
/** Parts that the axis is divided into. */
const PARTS = 4;
/** Phases of the creation. */
function phaseBars({ phases, begun = 0 }, now) {
    return phases.map(({ name, start, end, failed }) => ({
        name,
        start: begun + start,
        end: Number.isNaN(end) ? now : begun + end,
        bad: failed ? 'failed' : Number.isNaN(end) ? 'not over' : undefined,
    }));
}
/** How long each pod took to be ready. */
function podBars({ kube }, now) {
    const all = kube.pods.map((pod) => {
        const { name, namespace, creationTimestamp = '' } = pod.metadata;
        const settled = (0,podState/* isSettled */.Is)(pod);
        const ready = (0,conditions/* isTrue */.H)(pod, 'Ready') ? (0,conditions/* conditionOf */.r)(pod, 'Ready') : undefined;
        const start = Date.parse(creationTimestamp);
        const end = settled ? Date.parse(ready?.lastTransitionTime ?? '') || start : now;
        return { name, namespace, start, end, bad: settled ? undefined : 'not ready' };
    });
    return all.filter(({ start }) => !Number.isNaN(start)).slice(0, MOST_PODS);
}
/**
 * Bars of what creation did and of how long pods took, below an axis. Pods that are ready are folded: there are many.
 * @param now when it is drawn, in milliseconds since 1970
 */
function timeline(report, now) {
    const phases = phaseBars(report, now);
    const pods = podBars(report, now);
    const all = [...phases, ...pods];
    if (all.length === 0)
        return '<p>none</p>';
    const first = Math.min(...all.map(({ start }) => start));
    const span = Math.max(1, Math.max(...all.map(({ end }) => end)) - first);
    const rows = (bars) => bars.map((bar) => row(bar, first, span)).join('\n');
    const healthy = pods.filter(({ bad }) => bad === undefined);
    return [
        axis(first, span),
        rows(phases),
        rows(pods.filter(({ bad }) => bad !== undefined)),
        healthy.length === 0
            ? ''
            : folded(`${healthy.length} ${healthy.length === 1 ? 'pod is' : 'pods are'} ready`, rows(healthy)),
    ].join('\n');
}
function axis(first, span) {
    const ticks = Array.from({ length: PARTS + 1 }, (_, part) => {
        const label = part === 0 ? '0' : (0,duration/* formatDuration */.a)((span * part) / PARTS);
        return `<span style="left:${(100 * part) / PARTS}%">${label}</span>`;
    });
    return `<div class="row axis"><span>since ${timeText(first)}</span><span class="ticks">${ticks.join('')}</span><span></span></div>`;
}
function row({ name, namespace, start, end, bad }, first, span) {
    const percent = (ms) => `${((ms / span) * 100).toFixed(2)}%`;
    const style = `left:${percent(start - first)};width:${percent(Math.max(0, end - start))}`;
    const label = namespace === undefined ? html_escape(name) : `${html_escape(name)} <small>${html_escape(namespace)}</small>`;
    const title = namespace === undefined ? html_escape(name) : `${html_escape(namespace)}/${html_escape(name)}`;
    const state = bad === undefined ? '' : ` <b class="bad">${bad}</b>`;
    return `<div class="row"><span title="${title}">${label}</span><span class="track"><i${bad === undefined ? '' : ' class="bad"'} style="${style}"></i></span><span>${(0,duration/* formatDuration */.a)(end - start)}${state}</span></div>`;
}

// EXTERNAL MODULE: ./src/common/table.ts
var table = __webpack_require__(6513);
;// CONCATENATED MODULE: ./src/diagnostics/report.ts






/** Lines of a log that stand below a finding. */
const report_LOG_LINES = 10;
/** Events that are shown. */
const MOST_EVENTS = 15;
/** Findings as text, each with the last lines of its log. */
function findingsText(findings) {
    if (findings.length === 0)
        return 'Nothing was found to be wrong: all nodes are Ready, all pods are as they should be.';
    return findings
        .map((finding) => {
        const { why, log } = finding;
        const subject = subjectsOf(finding);
        const lines = log.trimEnd().split('\n').slice(-report_LOG_LINES);
        return log === ''
            ? `- ${subject}: ${why}`
            : `- ${subject}: ${why}\n${lines.map((line) => `    | ${line}`).join('\n')}`;
    })
        .join('\n');
}
/** What stands below the findings in a job's log: enough to see the cluster's state, not more. */
function sections({ nodes, kube, surroundings, problems }) {
    const parts = [
        { title: 'Nodes', text: nodesTable(nodes, kube.nodes) },
        { title: 'Pods', text: kube.answers ? podsTable(kube.pods) : 'the API does not answer' },
        { title: 'Warning events', text: eventsTable(kube) },
        { title: 'Host', text: (0,table/* table */.t)(['', ''], surroundings, false) },
        { title: 'Not collected', text: problems.join('\n') },
    ];
    return parts.filter(({ text }) => text !== '');
}
function nodeRow({ node, details }, kubeNodes) {
    const found = kubeNodeOf({ node, details }, kubeNodes);
    const state = details?.running === false ? `${details.state} (${details.exitCode})` : node.state;
    return [node.name, node.role, state, found === undefined ? '-' : (0,conditions/* isTrue */.H)(found, 'Ready') ? 'Ready' : 'NotReady'];
}
function nodesTable(nodes, kubeNodes) {
    return (0,table/* table */.t)(['NAME', 'ROLE', 'CONTAINER', 'KUBERNETES'], nodes.map((state) => nodeRow(state, kubeNodes)));
}
/**
 * A pod's row, those in trouble first, of these the user's own.
 * @param why says what is wrong with one in trouble
 */
function podRows(pods, why) {
    return [...pods]
        .sort((a, b) => Number((0,podState/* isSettled */.Is)(a)) - Number((0,podState/* isSettled */.Is)(b)) || ownFirst(a, b))
        .map((pod) => {
        const statuses = pod.status?.containerStatuses ?? [];
        const state = (0,podState/* isSettled */.Is)(pod) ? (pod.status?.phase ?? '') : why(pod);
        const ready = `${statuses.filter((one) => one.ready).length}/${statuses.length}`;
        return [pod.metadata.namespace ?? '', pod.metadata.name, ready, String((0,podState/* restartsOf */.wN)(pod)), state];
    });
}
function podsTable(pods) {
    return (0,table/* table */.t)(['NAMESPACE', 'NAME', 'READY', 'RESTARTS', 'STATE'], podRows(pods, podState/* whyNotReady */.$R));
}
/** Warnings, the last ones first. */
function eventRows({ events }) {
    return (0,blocker/* warnings */.AR)(events)
        .slice(0, MOST_EVENTS)
        .map(({ involvedObject: { kind, namespace, name }, reason, message, count }) => [
        `${kind?.toLowerCase()} ${namespace === undefined ? '' : `${namespace}/`}${name}`,
        `${reason ?? ''}${count !== undefined && count > 1 ? ` (${count} times)` : ''}`,
        (message ?? '').trim().replaceAll('\n', ' '),
    ]);
}
function eventsTable(kube) {
    const rows = eventRows(kube);
    return rows.length === 0 ? '' : (0,table/* table */.t)(['OBJECT', 'REASON', 'MESSAGE'], rows);
}

;// CONCATENATED MODULE: ./src/diagnostics/page.ts







/** Characters of a cause that stand in the open; longer ones are unfolded by who wants to read them. */
const MOST_CAUSE = 280;
/**
 * The index of a diagnostics folder: one file that needs nothing else, readable without a network.
 * @param files what lies beside it
 */
function renderPage(report, files, now) {
    const { cluster, error, findings, nodes, kube, surroundings, problems } = report;
    const events = eventRows(kube);
    const parts = [
        [
            'findings',
            'Findings',
            findings.map((finding) => findingBox(finding, files)).join('\n') || '<p>Nothing was found to be wrong.</p>',
        ],
        ['timeline', 'Timeline', timeline(report, now.getTime())],
        [
            'nodes',
            'Nodes',
            htmlTable(['Name', 'Role', 'Container', 'Kubernetes'], nodes.map((node) => nodeRow(node, kube.nodes))),
        ],
        ['pods', 'Pods', kube.answers ? podTable(kube) : '<p class="bad">The API does not answer.</p>'],
        [
            'events',
            'Warning events',
            events.length === 0
                ? '<p>none</p>'
                : folded(`the last ${events.length}`, htmlTable(['Object', 'Reason', 'Message'], events)),
        ],
        ['host', 'Host', htmlTable([], surroundings)],
        ['files', 'Files', fileTable(files)],
    ];
    if (problems.length > 0)
        parts.push([
            'missing',
            'Not collected',
            htmlTable([], problems.map((text) => [text])),
        ]);
    const title = `Cluster ${html_escape(cluster)}`;
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}: diagnostics</title><style>${STYLE}</style></head><body>
<h1>${title} ${badge(findings, error)}</h1>
<p class="facts">${facts(report, now)}</p>
<nav>${parts.map(([id, heading]) => `<a href="#${id}">${heading}</a>`).join(' ')}</nav>
${error === undefined ? '' : `<div class="error">${html_escape(error)}</div>`}
${parts.map(([id, heading, body]) => `<section id="${id}"><h2>${heading}</h2>\n${body}</section>`).join('\n')}
</body></html>
`;
}
function badge(findings, error) {
    if (findings.length > 0)
        return `<span class="badge bad">${findings.length} problem${findings.length === 1 ? '' : 's'}</span>`;
    return error === undefined
        ? '<span class="badge ok">no problem found</span>'
        : '<span class="badge bad">failed</span>';
}
/** One line that says what the cluster is and how it is. */
function facts({ kube, begun, job }, now) {
    const version = kube.nodes[0]?.status?.nodeInfo?.kubeletVersion;
    const ready = kube.nodes.filter((node) => (0,conditions/* isTrue */.H)(node, 'Ready')).length;
    const unsettled = kube.pods.filter((pod) => !(0,podState/* isSettled */.Is)(pod)).length;
    const told = [
        ...(version === undefined ? [] : [`k3s ${html_escape(version)}`]),
        ...(kube.answers
            ? [`${ready} of ${kube.nodes.length} nodes Ready`, `${unsettled} of ${kube.pods.length} pods not ready`]
            : []),
        ...(begun === undefined ? [] : [`created ${timeText(begun)}`]),
        `seen ${timeText(now.getTime())}`,
        ...(job === undefined ? [] : [`<a href="${html_escape(job.url)}">${html_escape(job.name)}</a>`]),
    ];
    return told.join(' · ');
}
function findingBox(finding, files) {
    const { subject, others, why, log } = finding;
    const cause = why.length <= MOST_CAUSE
        ? html_escape(why)
        : `${html_escape(why.slice(0, MOST_CAUSE))}… ${folded('the whole text', `<p>${html_escape(why)}</p>`)}`;
    const logs = [subject, ...others].flatMap((one) => logsOf(one, files));
    const links = logs.map((path) => page_link(path, path.split('/').slice(1).join('/'))).join(', ');
    return `<div class="finding"><b>${html_escape(subjectsOf(finding))}</b><p>${cause}</p>${log === '' ? '' : htmlLog(log, report_LOG_LINES)}${links === '' ? '' : `<p class="logs">logs: ${links}</p>`}</div>`;
}
/** The logs of what a finding concerns, which lie where diagnostics put those of a pod or of a node. */
function logsOf(subject, files) {
    const [, kind, name] = /^(pod|node) (\S+)$/.exec(subject) ?? [];
    return files.map(({ path }) => path).filter((path) => path.startsWith(`${kind}s/${name}/`) && path.endsWith('.log'));
}
const page_link = (path, text) => `<a href="${html_escape(path.split('/').map(encodeURIComponent).join('/'))}">${html_escape(text)}</a>`;
/** Pods, what is wrong with each in a word: the rest stands in the findings. Those that are well are folded. */
function podTable({ pods }) {
    const tableOf = (some) => htmlTable(['Name', 'State', 'Ready', 'Restarts', 'Namespace'], podRows(some, podState/* reasonOf */.A3).map(([namespace = '', name = '', ready = '', restarts = '', state = '']) => [
        name,
        state,
        ready,
        restarts,
        namespace,
    ]));
    const broken = pods.filter((pod) => !(0,podState/* isSettled */.Is)(pod));
    const well = pods.filter((pod) => (0,podState/* isSettled */.Is)(pod));
    return [
        ...(broken.length > 0 || well.length === 0 ? [tableOf(broken)] : []),
        ...(well.length > 0
            ? [folded(`${well.length} ${well.length === 1 ? 'pod is' : 'pods are'} well`, tableOf(well))]
            : []),
    ].join('\n');
}
function fileTable(files) {
    const rows = [...files]
        .sort((a, b) => a.path.localeCompare(b.path))
        .map(({ path, bytes, cut }) => [
        { html: page_link(path, path) },
        `${(bytes / 1024).toFixed(1)} KiB${cut ? ', its end only' : ''}`,
    ]);
    return htmlTable(['File', 'Size'], rows);
}

;// CONCATENATED MODULE: ./src/diagnostics/diagnose.ts















/** Bound on collecting all of a cluster, in milliseconds. */
const ALL_MS = 60_000;
/** Lines of a crashing pod's log that are shown with a finding. */
const CRASH_LINES = 20;
/**
 * Collects what can be known of a cluster, whatever state it is in, into a folder; what was in it before is removed.
 * Bounded in time and size; secrets are left out.
 * @returns undefined when there is no such cluster, or it is another creation's
 */
async function diagnose(engine, name, path, { creation, error, timeline, job } = {}) {
    const cluster = await (0,find/* findCluster */.KG)(engine, name);
    if (cluster === undefined || !isOf(cluster, creation))
        return undefined;
    const folder = new Folder(path);
    await folder.prepare();
    folder.conceal([cluster.token]);
    const signal = AbortSignal.timeout(ALL_MS);
    const nodes = [];
    const rows = [];
    const pulls = new Map();
    const items = cluster.nodes.flatMap((node) => nodeItems(engine, node, folder, nodes, pulls));
    items.push({
        name: 'the machine',
        collect: async () => void rows.push(...(0,host/* surroundingsRows */.J)(await (0,host/* lookAround */.h)(engine))),
    });
    const server = (0,find/* nodesOf */.Nh)(cluster, 'server').find(({ state }) => state === 'running');
    if (server !== undefined)
        items.push(...kubectlItems(engine, server.id, folder));
    const [{ kube, logs }] = await Promise.all([
        askKubernetes(engine, cluster, folder, signal),
        collectAll(items, folder, signal),
    ]);
    nodes.sort((a, b) => a.node.name.localeCompare(b.node.name, 'en', { numeric: true }));
    const findings = findingsOf({ nodes, kube, logs, pulls }).map((finding) => ({
        ...finding,
        why: folder.clean(finding.why),
        log: folder.clean(finding.log),
    }));
    const report = {
        cluster: name,
        error: error === undefined ? undefined : folder.clean(error),
        findings,
        nodes,
        kube,
        surroundings: rows,
        phases: timeline?.phases ?? [],
        begun: timeline?.begun,
        job,
        problems: folder.problems,
    };
    return await writeReport(report, folder);
}
const isOf = ({ nodes }, creation) => creation === undefined || nodes.some(({ labels }) => labels[contract_labels/* LABEL */.d_.creation] === creation);
async function writeReport(report, folder) {
    const findings = findingsText(report.findings);
    const parts = sections(report).map(({ title, text }) => ({ title, text: folder.clean(text) }));
    const summary = [findings, ...parts.map(({ title, text }) => `${title}\n${text}`)].join('\n\n');
    await folder.write('summary.txt', `${report.error === undefined ? '' : `${report.error}\n\n`}${summary}\n`);
    await folder.write('index.html', renderPage(report, folder.written, new Date()));
    const index = (0,external_node_path_.join)(folder.path, 'index.html');
    return { cluster: report.cluster, folder: folder.path, index, list: [...report.findings], findings, sections: parts };
}
/** What the API says, and the logs of pods; what it does not say is among the folder's problems. */
async function askKubernetes(engine, cluster, folder, signal) {
    const silent = { nodes: [], pods: [], events: [], answers: false };
    const logs = new Map();
    const [server] = (0,find/* nodesOf */.Nh)(cluster, 'server').filter(({ state }) => state === 'running');
    if (server === undefined || cluster.api === undefined)
        return { kube: silent, logs };
    let client;
    try {
        const url = (0,find/* apiURL */.Sw)(cluster.api.host, cluster.api.port);
        const credentials = await bounded((0,find/* readCredentials */.L1)(engine, server.id, url), signal);
        if (credentials === undefined)
            return { kube: silent, logs };
        folder.conceal([credentials.key]);
        const kube = new kubernetes_client/* KubeClient */.B(credentials);
        client = kube;
        const state = await bounded(readState(kube), signal);
        const crashed = state.pods.flatMap((pod) => crashItem(kube, pod, logs));
        await collectAll([...crashed, ...logItems(kube, state.pods, folder)], folder, signal);
        return { kube: state, logs };
    }
    catch (error) {
        folder.problems.push(folder.clean(`the Kubernetes API: ${(0,errors/* messageOf */.bD)(error)}`));
        return { kube: silent, logs };
    }
    finally {
        client?.close();
    }
}
function crashItem(kube, pod, logs) {
    const container = (0,podState/* crashing */.oB)(pod);
    if (container === undefined)
        return [];
    const { namespace = 'default', name } = pod.metadata;
    const collect = async () => {
        logs.set(`${namespace}/${name}`, await (0,blocker/* podLog */.u5)(kube, pod, container.name, CRASH_LINES));
    };
    return [{ name: `last lines of ${namespace}/${name}`, collect }];
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./src/cli/openPage.ts



/** What opens a file with the program that the user has for it, by platform. */
const OPENERS = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
};
const ELSEWHERE = ['xdg-open'];
/**
 * Opens a page in the user's browser. A variable `BROWSER` names another program than the system's.
 * @throws UserError when there is nothing to open it with
 */
async function openPage(path) {
    const own = process.env.BROWSER;
    const [program = '', ...words] = own ? [own] : (OPENERS[process.platform] ?? ELSEWHERE);
    const child = (0,external_node_child_process_.spawn)(program, [...words, path], { stdio: 'ignore', detached: true });
    try {
        await (0,external_node_events_.once)(child, 'spawn');
    }
    catch (error) {
        throw new errors/* UserError */.yo(`flag --open: ${program} can't be run: open ${path} by hand`, { cause: error });
    }
    child.unref();
}

// EXTERNAL MODULE: ./src/cluster/dind/index.ts + 3 modules
var dind = __webpack_require__(245);
;// CONCATENATED MODULE: ./src/cli/commands/diagnose.ts








/** `k3d cluster diagnose`: what is wrong, and where the rest is; with --verbose the state of things as well. */
async function clusterDiagnose(names, options) {
    const folder = (0,external_node_path_.resolve)(options.output);
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
    }
    catch (error) {
        throw new errors/* UserError */.yo(`flag --output: ${options.output} can't be made: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    const engine = await (0,dind.connectEngine)();
    for (const name of names.length > 0 ? names : [defaults/* DEFAULT_CLUSTER_NAME */.pb]) {
        const diagnosis = await diagnose(engine, name, (0,external_node_path_.join)(folder, name));
        if (diagnosis === undefined)
            throw await (0,find/* unknownCluster */.xE)(engine, name);
        const { findings, sections, index } = diagnosis;
        const parts = options.verbose === true ? sections.map(({ title, text }) => `${title}\n${text}`) : [];
        if (options.open)
            await openPage(index);
        console.log([`Cluster ${name}\n${findings}`, ...parts, `Full report: ${index}`].join('\n\n'));
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


/***/ })

};
