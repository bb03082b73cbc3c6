export const id = 843;
export const ids = [843];
export const modules = {

/***/ 843:
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
var within = __webpack_require__(546);
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
    const broken = kube.pods.filter((pod) => !(0,podState/* isSettled */.Is)(pod));
    for (const pod of broken)
        found.push(podFinding(pod, kube.events, logs, pulls));
    found.push(...otherWarnings(kube, broken));
    return found;
}
function nodeContainerFinding({ node, details, lastWords }) {
    if (details === undefined || node.role === 'noRole')
        return [];
    const subject = `node ${node.name}`;
    if (details.state === 'paused')
        return [{ subject, why: 'its container is paused', log: '' }];
    if (details.running)
        return lastWords === undefined ? [] : [{ subject, why: `its log says: ${lastWords}`, log: '' }];
    const how = details.oomKilled ? `, killed for want of memory` : '';
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
        found.push({ subject: `node ${node.name}`, why: 'it runs but has not registered with Kubernetes', log: '' });
    }
    return found;
}
function podFinding(pod, events, logs, pulls) {
    const { namespace = 'default', name } = pod.metadata;
    const why = (0,podState/* whyNotReady */.$R)(pod);
    const said = [ownWords(why, pulls) ?? []].flat();
    const log = (0,podState/* crashing */.oB)(pod) === undefined ? '' : (logs.get(`${namespace}/${name}`) ?? '');
    return { subject: `pod ${namespace}/${name}`, why: [why, ...(0,blocker/* lastWarning */.Rb)(pod, events), ...said].join('; '), log };
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
        .map(({ subject, why, log }) => {
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
        { title: 'Last warnings', text: eventsTable(kube) },
        { title: 'Machine', text: (0,table/* table */.t)(['', ''], surroundings, false) },
        { title: 'What could not be had', text: problems.join('\n') },
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
/** A pod's row, those in trouble first. */
function podRows(pods) {
    return [...pods]
        .sort((a, b) => Number((0,podState/* isSettled */.Is)(a)) - Number((0,podState/* isSettled */.Is)(b)))
        .map((pod) => {
        const statuses = pod.status?.containerStatuses ?? [];
        const restarts = statuses.reduce((sum, { restartCount = 0 }) => sum + restartCount, 0);
        const state = (0,podState/* isSettled */.Is)(pod) ? (pod.status?.phase ?? '') : (0,podState/* whyNotReady */.$R)(pod);
        const ready = `${statuses.filter((one) => one.ready).length}/${statuses.length}`;
        return [pod.metadata.namespace ?? '', pod.metadata.name, ready, String(restarts), state];
    });
}
function podsTable(pods) {
    return (0,table/* table */.t)(['NAMESPACE', 'NAME', 'READY', 'RESTARTS', 'STATE'], podRows(pods));
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



/** Pods whose bars are shown at most. */
const MOST_PODS = 40;
const STYLE = `
:root{color-scheme:light dark;--line:#8884;--bad:#c62828;--good:#2e7d32;--bar:#1976d2;--soft:#8881}
@media (prefers-color-scheme:dark){:root{--bad:#ef5350;--good:#66bb6a;--bar:#64b5f6}}
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
.when{opacity:.7}.error{border-left:4px solid var(--bad);background:var(--soft);padding:.6rem 1rem;margin:1rem 0}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid var(--line);padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}
th{font-weight:600}.finding{border:1px solid var(--line);border-radius:6px;padding:.6rem 1rem;margin:.6rem 0}
.finding b{color:var(--bad)}pre{background:var(--soft);overflow-x:auto;padding:.6rem;margin:.5rem 0 0;font-size:13px}
.ok{color:var(--good)}.bad{color:var(--bad)}
.row{display:grid;grid-template-columns:minmax(8rem,18rem) 1fr 5rem;gap:.8rem;align-items:center;font-size:13px}
.row span:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.row span:last-child{text-align:right}
.track{height:.8rem;background:var(--soft);position:relative;border-radius:3px}
.track i{position:absolute;top:0;bottom:0;min-width:2px;background:var(--bar);border-radius:3px}.track i.bad{background:var(--bad)}
`.trim();
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
const page_escape = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
function htmlTable(header, rows) {
    if (rows.length === 0)
        return '<p>none</p>';
    const cells = (tag, row) => `<tr>${row.map((cell) => `<${tag}>${page_escape(cell)}</${tag}>`).join('')}</tr>`;
    return `<div class="scroll"><table>${cells('th', header)}${rows.map((row) => cells('td', row)).join('')}</table></div>`;
}
/**
 * The index of a diagnostics folder: one file that needs nothing else, readable without a network.
 * @param files what lies beside it
 */
function renderPage(report, files, now) {
    const { cluster, error, findings, nodes, kube, surroundings, problems } = report;
    const found = findings.map(({ subject, why, log }) => `<div class="finding"><b>${page_escape(subject)}</b>: ${page_escape(why)}${log === '' ? '' : `<pre>${page_escape(log.trimEnd())}</pre>`}</div>`);
    const parts = [
        ['Findings', found.join('\n') || '<p class="ok">Nothing was found to be wrong.</p>'],
        ['Timeline', timeline(report, now.getTime())],
        [
            'Nodes',
            htmlTable(['Name', 'Role', 'Container', 'Kubernetes'], nodes.map((node) => nodeRow(node, kube.nodes))),
        ],
        [
            'Pods',
            kube.answers
                ? htmlTable(['Namespace', 'Name', 'Ready', 'Restarts', 'State'], podRows(kube.pods))
                : '<p class="bad">The API does not answer.</p>',
        ],
        ['Last warnings', htmlTable(['Object', 'Reason', 'Message'], eventRows(kube))],
        ['Machine', htmlTable(['', ''], surroundings)],
        ['Files', fileTable(files)],
        ...(problems.length > 0
            ? [
                [
                    'What could not be had',
                    htmlTable([''], problems.map((text) => [text])),
                ],
            ]
            : []),
    ];
    const title = `Cluster ${page_escape(cluster)}`;
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}: diagnostics</title><style>${STYLE}</style></head><body>
<h1>${title}</h1><p class="when">${page_escape(now.toISOString())}</p>
${error === undefined ? '' : `<div class="error">${page_escape(error)}</div>`}
${parts.map(([heading, body]) => `<h2>${heading}</h2>\n${body}`).join('\n')}
</body></html>
`;
}
function fileTable(files) {
    const rows = [...files]
        .sort((a, b) => a.path.localeCompare(b.path))
        .map(({ path, bytes, cut }) => {
        const href = path.split('/').map(encodeURIComponent).join('/');
        const size = `${(bytes / 1024).toFixed(1)} KiB${cut ? ', its end only' : ''}`;
        return `<tr><td><a href="${page_escape(href)}">${page_escape(path)}</a></td><td>${size}</td></tr>`;
    });
    return `<div class="scroll"><table>${rows.join('')}</table></div>`;
}
/** Phases of the creation, then how long each pod took to be ready. */
function bars({ phases, begun, kube }, now) {
    const own = phases.map(({ name, start, end, failed }) => ({
        name,
        start: (begun ?? 0) + start,
        end: Number.isNaN(end) ? now : (begun ?? 0) + end,
        bad: failed || Number.isNaN(end),
    }));
    const pods = kube.pods.slice(0, MOST_PODS).map((pod) => {
        const ready = (0,conditions/* isTrue */.H)(pod, 'Ready') ? (0,conditions/* conditionOf */.r)(pod, 'Ready') : undefined;
        const start = Date.parse(pod.metadata.creationTimestamp ?? '');
        const settled = (0,podState/* isSettled */.Is)(pod);
        const end = settled ? Date.parse(ready?.lastTransitionTime ?? '') || start : now;
        return { name: `${pod.metadata.namespace}/${pod.metadata.name}`, start, end, bad: !settled };
    });
    return [...own, ...pods].filter(({ start }) => !Number.isNaN(start));
}
function timeline(report, now) {
    const all = bars(report, now);
    if (all.length === 0)
        return '<p>none</p>';
    const first = Math.min(...all.map(({ start }) => start));
    const span = Math.max(1, Math.max(...all.map(({ end }) => end)) - first);
    const percent = (ms) => `${((ms / span) * 100).toFixed(2)}%`;
    return all
        .map(({ name, start, end, bad }) => {
        const style = `left:${percent(start - first)};width:${percent(Math.max(0, end - start))}`;
        const label = page_escape(name);
        const seconds = `${((end - start) / 1000).toFixed(1)} s`;
        return `<div class="row"><span title="${label}">${label}</span><span class="track"><i${bad ? ' class="bad"' : ''} style="${style}"></i></span><span>${seconds}</span></div>`;
    })
        .join('\n');
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
async function diagnose(engine, name, path, { creation, error, timeline } = {}) {
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
        subject: finding.subject,
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








/** `k3d cluster diagnose` */
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
        const parts = sections.map(({ title, text }) => `${title}\n${text}`);
        if (options.open)
            await openPage(index);
        console.log([`Cluster ${name}\n${findings}`, ...parts, `More is in ${index}`].join('\n\n'));
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
