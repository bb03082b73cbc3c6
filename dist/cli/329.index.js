export const id = 329;
export const ids = [329];
export const modules = {

/***/ 2329:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterApply: () => (/* binding */ clusterApply)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/kubernetes/nodes.ts
var nodes = __webpack_require__(1517);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/contract/imageName.ts
var imageName = __webpack_require__(6480);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/cluster/nodes/index.ts + 4 modules
var cluster_nodes = __webpack_require__(2757);
// EXTERNAL MODULE: ./src/cluster/create/index.ts + 6 modules
var create = __webpack_require__(1369);
// EXTERNAL MODULE: ./src/common/redact.ts
var redact = __webpack_require__(6800);
// EXTERNAL MODULE: ./src/config/proxy.ts
var proxy = __webpack_require__(1574);
;// CONCATENATED MODULE: ./src/cluster/apply/compare.ts


/**
 * How a node's container differs from what it should be, in ways that only a new container could mend.
 * @param imageEnv variables that the image sets by itself
 * @returns one phrase a difference, e.g. `image is A and not B`
 */
function differences(actual, wanted, imageEnv) {
    const { labels, ...rest } = pick(wanted);
    const is = pick({
        image: actual.image,
        command: actual.command,
        env: actual.env.filter((entry) => !imageEnv.includes(entry)),
        binds: actual.binds,
        ports: actual.portBindings,
        extraHosts: actual.extraHosts,
        ulimits: askedLimits(actual.ulimits, wanted.ulimits),
        memory: actual.memory === 0 ? undefined : actual.memory,
        hostPid: actual.hostPid,
        labels: actual.labels,
    });
    const found = [];
    for (const [name, values] of Object.entries(rest)) {
        const missing = values.filter((value) => !is[name].includes(value));
        const extra = is[name].filter((value) => !values.includes(value));
        if (missing.length + extra.length === 0)
            continue;
        found.push(`${name} ${shown(extra)} would have to become ${shown(missing)}`);
    }
    // The image sets labels too, so that one too many can't be told from the image's.
    const missing = labels.filter((label) => !is.labels.includes(label));
    if (missing.length > 0)
        found.push(`labels ${missing.join(' ')} are missing`);
    return found;
}
/** podman has names of its own for limits, `RLIMIT_NOFILE`, and tells of its defaults among those that were asked for. */
function askedLimits(actual, wanted) {
    return actual.flatMap((limit) => {
        const own = /^RLIMIT_(.+)$/.exec(limit.name)?.[1]?.toLowerCase();
        if (own === undefined)
            return [limit];
        return wanted.some(({ name }) => name === own) ? [{ ...limit, name: own }] : [];
    });
}
/** Values as a message may show them: a token or a database's password is none. */
const shown = (values) => (0,redact/* redact */.E)(values.join(' '), []) || 'nothing';
/** All that is compared, as lists of texts. */
function pick(spec) {
    return {
        image: [spec.image],
        arguments: withoutChangeable(spec.command),
        // Those of the shell in which a node was made, and of the nodes that there were then.
        environment: spec.env.filter((entry) => !(0,proxy/* isAboutProxies */.mB)(entry)),
        mounts: [...spec.binds],
        // A port that the engine chooses has none in the plan, and none in the container's settings.
        ports: spec.ports.map((one) => `${one.hostIP}:${one.hostPort ?? ''}:${one.containerPort}/${one.protocol}`),
        hosts: [...spec.extraHosts],
        ulimits: spec.ulimits.map(({ name, soft, hard }) => `${name}=${soft}:${hard}`),
        memory: [spec.memory === undefined ? 'unlimited' : `${spec.memory}`],
        'process namespace': [spec.hostPid ? 'host' : 'own'],
        labels: Object.entries(spec.labels)
            .filter(([key]) => key !== 'app' && !/^k3[ds]\./.test(key))
            .map(([key, value]) => `${key}=${value}`),
    };
}
/** Node labels are changed through Kubernetes, and whether a server began the cluster does not matter any more. */
function withoutChangeable(command) {
    return command.filter((word, index) => word !== '--node-label' && command[index - 1] !== '--node-label' && word !== '--cluster-init');
}

// EXTERNAL MODULE: ./src/plan/cluster.ts + 5 modules
var plan_cluster = __webpack_require__(3819);
// EXTERNAL MODULE: ./src/plan/publish.ts
var publish = __webpack_require__(5216);
// EXTERNAL MODULE: ./src/plan/registry.ts
var registry = __webpack_require__(1088);
// EXTERNAL MODULE: ./src/cluster/registries/index.ts + 2 modules
var registries = __webpack_require__(5422);
;// CONCATENATED MODULE: ./src/cluster/apply/desired.ts







/**
 * The plan that a config makes of a cluster that exists: token, API port, network and registries' ports are the
 * cluster's own unless the config says otherwise.
 * @throws UserError for a config that can't be planned, or a registry that is not there
 */
async function desiredState(config, cluster, context) {
    const { engine } = context;
    const network = await engine.networks.inspect(cluster.network.name);
    const [server] = (0,find/* nodesOf */.Nh)(cluster, 'server');
    if (network === undefined || server === undefined || cluster.api === undefined) {
        throw new errors/* UserError */.yo(`cluster "${cluster.name}" is incomplete: delete it and create it anew`);
    }
    const filled = {
        ...(0,publish/* publishedOn */.YN)(config, engine.endpoint.publishIP),
        token: config.token ?? cluster.token,
        network: config.network ?? (cluster.network.external ? cluster.network.name : undefined),
        apiPort: config.apiPort ?? cluster.api.port,
    };
    const { facts: registries, missing } = await registriesOf(filled, cluster, context);
    const plan = (0,plan_cluster/* planCluster */.Ci)(filled, {
        creation: server.labels[contract_labels/* LABEL */.d_.creation] ?? '',
        token: filled.token,
        apiHost: config.apiHost ?? cluster.api.host,
        apiPort: filled.apiPort,
        network: {
            name: network.name,
            id: network.id,
            subnet: network.subnet,
            gateway: network.gateway,
            subnetV6: network.subnetV6,
            external: cluster.network.external,
            // Positions have shifted since the addresses were given out: new nodes get theirs from the engine.
            fixedAddresses: false,
        },
        registries,
        restored: new Map(cluster.nodes
            .filter(({ labels }) => contract_labels/* LABEL */.d_.nodeName in labels)
            .map((node) => [node.name, { nodeName: (0,contract_labels/* kubernetesName */.gg)(node), ip: undefined }])),
        existingVolumes: await existingVolumes(engine, cluster),
    });
    return { config: filled, plan, registries, missing };
}
async function existingVolumes(engine, cluster) {
    const own = await engine.volumes.list([`${contract_labels/* LABEL */.d_.cluster}=${cluster.name}`]);
    const ours = new Set(own.map(({ name }) => name));
    const all = await engine.volumes.list([]);
    return new Set(all.map(({ name }) => name).filter((name) => !ours.has(name)));
}
async function registriesOf(config, cluster, context) {
    // Those that are used come first, as at the creation.
    const facts = await Promise.all(config.registriesUse.map((use) => (0,registries/* findRegistry */.J4)(context.engine, use)));
    const missing = [];
    for (const spec of (0,registries/* registrySpecs */.ah)(config)) {
        const name = (0,registry/* nameOfRegistry */.ol)(spec, config.name);
        const existing = cluster.nodes.find((node) => node.role === 'registry' && node.name === name);
        if (existing !== undefined) {
            facts.push(await (0,registries/* factsOf */.xS)(context.engine, existing));
            continue;
        }
        const placed = await (0,registries/* placeable */.QB)(spec, config.name, context.engine);
        missing.push(placed);
        facts.push((0,registry/* registryFacts */.jP)(placed, config.name, placed.hostPort));
    }
    return { facts, missing };
}

// EXTERNAL MODULE: ./src/plan/files.ts + 2 modules
var files = __webpack_require__(9031);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/cluster/apply/fileChanges.ts



/** The user's files that nodes have in another state. They are only replaced: what k3s makes of it is its own affair. */
async function fileChanges({ config, plan }, cluster, { engine }) {
    const k3sNodes = plan.nodes.filter(({ role }) => role !== 'loadbalancer');
    const isThere = (name) => cluster.nodes.some((node) => node.name === name);
    const perNode = (0,files/* planFiles */.jP)({ ...config, registriesYaml: undefined }, k3sNodes, { registries: [] });
    const changes = [];
    for (const [name, files] of perNode) {
        // Nodes that are to come bring theirs.
        for (const file of isThere(name) ? files : []) {
            if ((await (0,readFiles/* readFile */.TA)(engine, name, file.path)) === String(file.content))
                continue;
            changes.push({
                text: `~ file ${file.path} of ${name}`,
                run: () => (0,settleAll/* settleAll */.j)([engine.containers.putFiles(name, [file])]),
            });
        }
    }
    return changes;
}

;// CONCATENATED MODULE: ./src/cluster/apply/nodeLabels.ts
/** Where a Node keeps which labels a config gave it, so that they can be taken back. */
const ANNOTATION = 'k3d.io/node-labels';
/** The labels that a k3s command line gives its Node. */
function labelsInCommand(command) {
    const texts = command.filter((_, index) => command[index - 1] === '--node-label');
    return Object.fromEntries(texts.map((text) => [text.split('=')[0], text.slice(text.indexOf('=') + 1)]));
}
/**
 * What has to be changed of a Node's labels.
 * @param given labels that its command line gave it
 */
function labelChange(node, given, wanted) {
    const recorded = node.metadata.annotations?.[ANNOTATION];
    const before = recorded === undefined ? given : JSON.parse(recorded);
    const actual = node.metadata.labels ?? {};
    const gone = Object.keys(before).filter((key) => !(key in wanted) && key in actual);
    const changed = Object.entries(wanted).filter(([key, value]) => actual[key] !== value);
    return Object.fromEntries([...gone.map((key) => [key, null]), ...changed]);
}
/** Changes a Node's labels and records what they are now. */
async function changeLabels(kube, node, change, wanted) {
    const metadata = { labels: change, annotations: { [ANNOTATION]: JSON.stringify(wanted) } };
    await kube.patch(`/api/v1/nodes/${node}`, { metadata });
}
/** `~ labels of k3d-dev-agent-0: +a=1 -b` */
function describeChange(node, change) {
    const words = Object.entries(change).map(([key, value]) => (value === null ? `-${key}` : `+${key}=${value}`));
    return `~ labels of ${node}: ${words.join(' ')}`;
}

// EXTERNAL MODULE: ./src/plan/ipFamily.ts
var ipFamily = __webpack_require__(8090);
// EXTERNAL MODULE: ./src/plan/loadBalancer.ts
var loadBalancer = __webpack_require__(9477);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/cluster/balancer/index.ts + 3 modules
var cluster_balancer = __webpack_require__(4270);
;// CONCATENATED MODULE: ./src/cluster/apply/portChanges.ts






/** What the load balancer has to do differently. */
async function portChanges(desired, cluster, context) {
    const balancer = desired.plan.nodes.find(({ role }) => role === 'loadbalancer');
    if (balancer === undefined)
        return [];
    const values = plannedValues(balancer);
    return [
        ...(await publishing(balancer, values, desired, cluster, context)),
        ...(await targets(values, desired, cluster, context)),
        ...(await settings(values, cluster, context)),
    ];
}
function plannedValues(balancer) {
    return (0,loadBalancer/* parseValues */.Qc)(String(balancer.files.find(({ path }) => path === loadBalancer/* VALUES_PATH */.bW)?.content ?? ''));
}
async function publishing(balancer, values, desired, cluster, context) {
    const present = (await (0,cluster_balancer/* publishedPorts */.LQ)(context.engine, cluster)).filter(({ key }) => key !== names/* API_PORT_KEY */.Vh);
    const wanted = balancer.container.ports.filter((port) => (0,names/* portKey */.ls)(port) !== names/* API_PORT_KEY */.Vh);
    const matches = (port, one) => one.key === (0,names/* portKey */.ls)(port) && (port.hostPort === undefined || one.hostPort === port.hostPort);
    const add = (0,ipFamily/* withoutTwins */.oc)(desired.config, wanted.filter((port) => !present.some((one) => matches(port, one))));
    const remove = present.filter((one) => !wanted.some((port) => matches(port, one)));
    if (add.length + remove.length === 0)
        return [];
    const removed = remove.map(({ key, hostPort }) => `${hostPort}:${key.replace('.', '/')}`);
    const added = add.map(publish/* formatPort */.TF);
    const entry = (value, nodeFilters) => ({ value, nodeFilters, where: 'config' });
    return [
        {
            text: [...removed.map((port) => `- port ${port}`), ...added.map((port) => `+ port ${port}`)].join('\n'),
            run: async () => {
                // Looked up again: nodes may have come since.
                const now = await (0,find/* needCluster */.N0)(context.engine, cluster.name);
                const filters = (port) => filtersFor(now, values.ports.get((0,names/* portKey */.ls)(port)) ?? []);
                await (0,cluster_balancer/* editPorts */.z)(now, {
                    remove: removed.map((value) => entry(value, [])),
                    add: add.map((port) => entry((0,publish/* formatPort */.TF)(port), filters(port))),
                    image: desired.config.loadBalancerImage,
                }, context);
            },
        },
    ];
}
/** Node filters that mean these nodes of a cluster. */
function filtersFor(cluster, names) {
    return ['server', 'agent'].flatMap((role) => {
        const all = (0,find/* nodesOf */.Nh)(cluster, role);
        const indexes = all.flatMap(({ name }, index) => (names.includes(name) ? [index] : []));
        if (indexes.length === 0)
            return [];
        return indexes.length === all.length ? [`${role}s:*`] : [`${role}:${indexes.join(',')}`];
    });
}
/** Ports that lead to other nodes than they should, new and leaving nodes left aside: those are seen to as they come and go. */
async function targets(values, desired, cluster, { engine }) {
    const there = new Set(cluster.nodes.map(({ name }) => name));
    const staying = new Set(desired.plan.nodes.map(({ name }) => name));
    const wrong = new Map();
    const balancer = (0,cluster_balancer/* balancerOf */.qV)(cluster);
    const present = balancer && (await (0,cluster_balancer/* readValues */.N$)(engine, balancer));
    for (const [key, nodes] of present?.ports ?? []) {
        const wanted = values.ports.get(key);
        if (wanted === undefined)
            continue;
        const before = nodes.filter((node) => staying.has(node)).sort();
        const after = wanted.filter((node) => there.has(node)).sort();
        if (before.join() !== after.join())
            wrong.set(key, wanted);
    }
    if (wrong.size === 0)
        return [];
    return [
        {
            text: [...wrong].map(([key, nodes]) => `~ port ${key.replace('.', '/')} to ${nodes.join(', ')}`).join('\n'),
            run: async () => (0,cluster_balancer/* changeValues */.ln)(engine, await (0,find/* needCluster */.N0)(engine, cluster.name), ({ ports }) => {
                for (const [key, nodes] of wrong)
                    if (ports.has(key))
                        ports.set(key, nodes);
            }),
        },
    ];
}
/** The load balancer's own settings. */
async function settings(values, cluster, { engine }) {
    const balancer = (0,cluster_balancer/* balancerOf */.qV)(cluster);
    const present = balancer && (await (0,cluster_balancer/* readValues */.N$)(engine, balancer))?.settings;
    const wanted = values.settings;
    if (present === undefined)
        return [];
    const keys = ['workerConnections', 'defaultProxyTimeout'].filter((key) => present[key] !== wanted[key]);
    if (keys.length === 0)
        return [];
    return [
        {
            text: keys.map((key) => `~ load balancer ${key}=${wanted[key]}`).join('\n'),
            run: async () => (0,cluster_balancer/* changeValues */.ln)(engine, await (0,find/* needCluster */.N0)(engine, cluster.name), (now) => {
                now.settings = wanted;
            }),
        },
    ];
}

// EXTERNAL MODULE: ./src/cluster/upgrade/index.ts + 3 modules
var upgrade = __webpack_require__(7974);
// EXTERNAL MODULE: ./src/plan/localImages.ts
var localImages = __webpack_require__(254);
// EXTERNAL MODULE: ./src/cluster/start/index.ts + 23 modules
var start = __webpack_require__(550);
;// CONCATENATED MODULE: ./src/cluster/apply/registryChanges.ts










/** Registries that come and go, and the nodes' settings for them, which k3s reads when it starts. */
async function registryChanges(desired, cluster, context) {
    const { engine } = context;
    const network = await engine.networks.inspect(cluster.network.name);
    const wanted = new Set(desired.registries.map(({ name }) => name));
    const gone = (0,find/* nodesOf */.Nh)(cluster, 'registry').filter(({ name }) => !wanted.has(name));
    const made = new Set(desired.missing.map((spec) => (0,registry/* nameOfRegistry */.ol)(spec, cluster.name)));
    const joining = desired.registries.filter(({ name }) => !made.has(name) && !network?.containers.some((one) => one.name === name));
    const { env, caCertificates } = desired.config;
    const placement = {
        cluster: cluster.name,
        network: cluster.network.name,
        creation: (0,find/* nodesOf */.Nh)(cluster, 'server')[0]?.labels[contract_labels/* LABEL */.d_.creation] ?? '',
        proxies: (0,proxy/* proxiesIn */.Iz)(env.map(({ value }) => value)),
        caCertificates,
    };
    const changes = desired.missing.map((spec) => ({
        text: `+ registry ${(0,registry/* nameOfRegistry */.ol)(spec, cluster.name)}`,
        run: async () => {
            const registry = await (0,registries/* prepareRegistry */.dD)(spec, cluster.name, context);
            await (0,registries/* makeRegistry */.SQ)(registry, placement, engine);
        },
    }));
    for (const { name } of joining) {
        changes.push({ text: `+ registry ${name}`, run: () => engine.networks.connect(cluster.network.name, name) });
    }
    for (const node of gone) {
        changes.push({ text: `- registry ${node.name}`, run: () => engine.containers.remove(node.id) });
    }
    const settings = await settingsChange(desired, cluster, context);
    return settings === undefined ? changes : [...changes, settings];
}
async function settingsChange(desired, cluster, context) {
    const { engine } = context;
    const wanted = (0,registry/* registriesYaml */.zj)(desired.registries, desired.config.registriesYaml) ?? '';
    const [server] = (0,find/* nodesOf */.Nh)(cluster, 'server');
    const present = server && (await (0,readFiles/* readFile */.TA)(engine, server.id, files/* REGISTRIES_PATH */.yY));
    if ((present ?? '') === wanted)
        return undefined;
    return {
        text: '~ registries.yaml of all nodes, which are restarted for it',
        run: async () => {
            const now = await (0,find/* needCluster */.N0)(engine, cluster.name);
            const nodes = now.nodes.filter(find/* isK3sNode */.S);
            const local = server && (await (0,readFiles/* readFile */.TA)(engine, server.id, localImages/* LOCAL_IMAGES_PATH */.Bj));
            const url = (0,localImages/* localImagesURL */.LY)(local ?? '');
            await (0,settleAll/* settleAll */.j)(nodes.map((node) => engine.containers.putFiles(node.id, filesFor(node.id === server?.id, url))));
            await (0,start/* stopCluster */.dg)(engine, cluster.name);
            const { wait, timeoutMs } = desired.config;
            await (0,start/* startCluster */.Jp)(cluster.name, context, { wait, timeoutMs });
        },
    };
    function filesFor(isFirst, url) {
        const names = desired.registries.map(({ name }) => name);
        return [
            (0,files/* registriesFile */.Wi)(wanted),
            ...(url === undefined ? [] : (0,localImages/* localImagesFiles */.jz)(wanted, url, names)),
            ...(isFirst ? (0,registry/* hostingManifest */.M$)(desired.registries) : []),
        ];
    }
}

;// CONCATENATED MODULE: ./src/cluster/apply/apply.ts















/**
 * What it takes to bring a running cluster to a config, in the order in which it has to be done.
 * @throws UserError naming each part of the config that can't be reached without making the cluster anew
 */
async function planChanges(config, context) {
    const { engine } = context;
    const cluster = await (0,find/* needCluster */.N0)(engine, config.name);
    const { image: present } = (0,find/* runningServer */.TW)(cluster);
    // Of a cluster that runs, what nobody asks for stays.
    const image = config.imageChosen ? await (0,create/* resolveImage */.AT)(config.image, process.env) : present;
    const desired = await desiredState({ ...config, image }, cluster, context);
    await refuseWhatIsFixed(desired, cluster, context);
    if (missingNodes(desired, cluster).some(({ role }) => role === 'server'))
        await (0,cluster_nodes/* checkServersPossible */.cg)(engine, cluster);
    const planned = new Set(desired.plan.nodes.map(({ name }) => name));
    const gone = cluster.nodes.filter((node) => (0,find/* isK3sNode */.S)(node) && !planned.has(node.name)).reverse();
    for (const node of gone)
        if (node.role === 'server')
            await (0,cluster_nodes/* checkServerCanGo */.wv)(engine, node);
    return [
        ...(await registryChanges(desired, cluster, context)),
        ...gone.map((node) => ({ text: `- node ${node.name}`, run: () => (0,cluster_nodes/* deleteNode */.AC)(engine, node, context.reporter) })),
        // Before others join: no node may be newer than the servers.
        ...(await imageChanges(desired, cluster, gone, context)),
        ...joinChanges(desired, cluster, context),
        ...(await portChanges(desired, cluster, context)),
        ...(await labelChanges(desired, cluster, context)),
        ...(await fileChanges(desired, cluster, context)),
    ];
}
async function refuseWhatIsFixed(desired, cluster, { engine }) {
    const problems = [];
    const envOf = async (image) => (await engine.images.inspect(image))?.env ?? [];
    const newEnv = await envOf(desired.config.image);
    for (const { name, role, container } of desired.plan.nodes) {
        const details = await engine.containers.inspect(name);
        if (role === 'loadbalancer' && details === undefined)
            problems.push('it has no load balancer');
        if (details === undefined || role === 'loadbalancer')
            continue;
        const imageEnv = [...newEnv, ...(await envOf(details.image))];
        // Another image is an upgrade.
        const wanted = { ...container, image: details.image };
        problems.push(...differences(details, wanted, imageEnv).map((difference) => `${name}: ${difference}`));
    }
    problems.push(...clusterDifferences(desired, cluster));
    if (problems.length === 0)
        return;
    throw new errors/* UserError */.yo(`cluster "${cluster.name}" can't be brought to the config while it exists (${problems.join('; ')}): delete it and create it anew`);
}
/** What the nodes' containers don't show. */
function clusterDifferences(desired, cluster) {
    const problems = [];
    const hasBalancer = desired.plan.nodes.some(({ role }) => role === 'loadbalancer');
    if (!hasBalancer && (0,find/* nodesOf */.Nh)(cluster, 'loadbalancer').length > 0)
        problems.push('it has a load balancer');
    if (cluster.api?.port !== desired.config.apiPort)
        problems.push(`its API has port ${cluster.api?.port}`);
    if (cluster.token !== desired.config.token)
        problems.push('it has another token');
    if (desired.config.network !== undefined && cluster.network.name !== desired.config.network) {
        problems.push(`it is on network ${cluster.network.name}`);
    }
    return problems;
}
function missingNodes({ plan }, cluster) {
    return plan.nodes.filter((node) => (0,find/* isK3sNode */.S)(node) && !cluster.nodes.some(({ name }) => name === node.name));
}
function joinChanges(desired, cluster, context) {
    const { config } = desired;
    const missing = missingNodes(desired, cluster);
    return ['server', 'agent'].flatMap((role) => {
        const nodes = missing.filter((node) => node.role === role);
        const names = nodes.map(({ name }) => name);
        const request = { names, role, networks: [], wait: config.wait.size > 0, timeoutMs: config.timeoutMs };
        const planOf = (name) => nodes.find((node) => node.name === name);
        const run = async () => (0,cluster_nodes/* joinNodes */.Eo)(await (0,find/* needCluster */.N0)(context.engine, config.name), request, context, planOf);
        return nodes.length === 0 ? [] : [{ text: names.map((name) => `+ node ${name}`).join('\n'), run }];
    });
}
/** Nodes that have another image than the config's. @throws UserError for a release that they can't go to */
async function imageChanges({ config: { name, image, timeoutMs } }, cluster, gone, context) {
    const stays = cluster.nodes.filter((node) => (0,find/* isK3sNode */.S)(node) && !gone.includes(node));
    if (stays.every((node) => (0,imageName/* isSameImage */.m_)(node.image, image)))
        return [];
    const request = { image, parallel: 1 };
    const late = (await (0,upgrade/* planUpgrade */.K)(name, request, context)).steps
        .flat()
        .filter((node) => stays.some((one) => one.name === node.name));
    const run = async () => (0,upgrade/* upgradeCluster */.l)(await (0,upgrade/* planUpgrade */.K)(name, request, context), { drain: true, rollback: true, timeoutMs }, context);
    return [{ text: late.map((node) => `~ node ${node.name}: ${node.from} becomes ${image}`).join('\n'), run }];
}
/** Labels of Kubernetes nodes that are there already; new ones bring theirs. */
async function labelChanges({ plan }, cluster, { engine }) {
    return await (0,find/* withKube */.MT)(engine, cluster, async (kube) => {
        const changes = [];
        const all = await (0,nodes/* allNodes */.B)(kube);
        for (const { name, container } of plan.nodes.filter(find/* isK3sNode */.S)) {
            const details = await engine.containers.inspect(name);
            const node = details && (0,nodeNames/* nodeFor */.O)({ name: (0,contract_labels/* kubernetesName */.gg)(details), addresses: (0,find/* addressesOf */.sO)(details) }, all);
            if (details === undefined || node === undefined)
                continue;
            const wanted = labelsInCommand(container.command);
            const change = labelChange(node, labelsInCommand(details.command), wanted);
            if (Object.keys(change).length === 0)
                continue;
            const run = () => (0,find/* withKube */.MT)(engine, cluster, (client) => changeLabels(client, node.metadata.name, change, wanted));
            changes.push({ text: describeChange(name, change), run });
        }
        return changes;
    });
}

;// CONCATENATED MODULE: ./src/cluster/apply/index.ts
// Bringing a cluster that runs to another config.


// EXTERNAL MODULE: ./src/diagnostics/checkFirst.ts + 1 modules
var checkFirst = __webpack_require__(2401);
// EXTERNAL MODULE: ./src/common/timeline.ts
var timeline = __webpack_require__(5750);
// EXTERNAL MODULE: ./src/cluster/dind/index.ts + 3 modules
var dind = __webpack_require__(245);
// EXTERNAL MODULE: ./src/cli/createAndMerge.ts
var createAndMerge = __webpack_require__(2083);
// EXTERNAL MODULE: ./src/cli/readConfigs.ts + 1 modules
var readConfigs = __webpack_require__(8649);
// EXTERNAL MODULE: ./src/cli/session.ts + 1 modules
var session = __webpack_require__(1298);
;// CONCATENATED MODULE: ./src/cli/commands/clusterApply.ts








/** `k3d cluster apply`: says each change on standard output, and makes it unless it is only to be said. */
async function clusterApply(name, options, command) {
    const { clusters, notices } = (0,readConfigs/* readConfigs */.c)(name, options.config, []);
    const reporter = (0,session/* reporterOf */.h)(command);
    for (const notice of notices)
        reporter.info(notice);
    const dryRun = options.dryRun === true;
    await (0,session/* interruptible */.I)(async (signal) => {
        const engine = await (0,dind.connectEngine)();
        const present = await Promise.all(clusters.map((config) => (0,find/* findCluster */.KG)(engine, config.name)));
        const absent = clusters.filter((_, index) => present[index] === undefined);
        const missing = absent.length > 0 ? await (0,checkFirst/* resolveAndCheck */.eG)(engine, absent, reporter) : [];
        const context = { engine, reporter, timeline: new timeline/* Timeline */.K(), signal };
        // All is planned before anything is changed, so that a refusal leaves all as it was.
        const plans = [];
        for (const config of clusters.filter((one) => !absent.includes(one))) {
            plans.push({ config, changes: await planChanges(config, context) });
        }
        for (const config of missing)
            console.log(`+ cluster ${config.name}`);
        if (!dryRun && missing.length > 0)
            await (0,createAndMerge/* createAndMerge */.G)(engine, missing, reporter, signal);
        for (const { config, changes } of plans) {
            if (changes.length === 0)
                console.log(`cluster ${config.name} is as the config has it`);
            for (const change of changes) {
                console.log(change.text);
                if (!dryRun)
                    await change.run();
            }
        }
    });
}


/***/ }),

/***/ 2083:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createAndMerge)
/* harmony export */ });
/* harmony import */ var _cluster_create_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1369);
/* harmony import */ var _cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2004);
/* harmony import */ var _common_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
/* harmony import */ var _common_timeline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5750);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7662);
/* harmony import */ var _kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4451);






/**
 * Creates clusters and brings them into the default kubeconfig, as each of them has it.
 * @param seeds what each is given, by position
 */
async function createAndMerge(engine, clusters, reporter, signal, seeds = []) {
    const timelines = clusters.map(() => new _common_timeline_js__WEBPACK_IMPORTED_MODULE_5__/* .Timeline */ .K());
    const creations = clusters.map((config, index) => ({
        config,
        creation: (0,_cluster_find_index_js__WEBPACK_IMPORTED_MODULE_1__/* .newCreationId */ .bX)(),
        context: { engine, reporter, timeline: timelines[index], signal },
        seed: seeds[index],
    }));
    const created = await (0,_cluster_create_index_js__WEBPACK_IMPORTED_MODULE_0__/* .createClusters */ ._Z)(creations);
    for (const [index, config] of clusters.entries()) {
        const cluster = created[index];
        if (config.updateDefaultKubeconfig) {
            await (0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeIntoFile */ .nQ)((0,_kubernetes_kubeconfigFile_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultKubeconfigPath */ .St)(process.env), cluster.kubeconfig, config.switchCurrentContext);
        }
        reporter.debug(`where the time went:\n${(0,_common_timeline_js__WEBPACK_IMPORTED_MODULE_5__/* .renderTimeline */ .s)(timelines[index].phases)}`);
        const state = config.wait.size > 0 ? `is ready after ${(0,_common_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(cluster.readyMs)}` : 'is starting';
        reporter.info(`Cluster ${config.name} ${state}: ${cluster.apiURL}`);
        reporter.info(nextStep(config, index === clusters.length - 1));
    }
}
/** What to type now. @param isLast whether the current context is still this cluster's */
function nextStep({ name, updateDefaultKubeconfig, switchCurrentContext }, isLast) {
    if (!updateDefaultKubeconfig)
        return `Get its kubeconfig with: k3d kubeconfig get ${name}`;
    return `Try it: kubectl ${switchCurrentContext && isLast ? '' : `--context ${(0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .contextName */ .fW)(name)} `}get nodes`;
}


/***/ }),

/***/ 8649:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ readConfigs)
});

// EXTERNAL MODULE: ./src/common/text.ts
var common_text = __webpack_require__(2450);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/config/fields.ts
var fields = __webpack_require__(81);
// EXTERNAL MODULE: ./src/config/file.ts
var file = __webpack_require__(1974);
// EXTERNAL MODULE: ./src/config/merge.ts
var merge = __webpack_require__(8858);
;// CONCATENATED MODULE: ./src/config/resolve.ts




/**
 * Reads and merges all sources: defaults < file < environment < flags or inputs.
 * @throws UserError for any mistake in one, and when two documents name the same cluster
 */
function resolveConfigs({ config, env, layers, name, cwd, defaults = {} }) {
    const file = config === undefined ? { layers: [{}], notices: [] } : readFile(config, env, cwd);
    const merged = file.layers.map((layer) => (0,merge/* mergeLayers */.J)(defaults, layer, (0,fields/* environmentLayer */.L)(env), ...layers));
    return { clusters: pick(merged, name), notices: file.notices };
}
function pick(clusters, name) {
    if (clusters.length === 1)
        return clusters.map((one) => (name === undefined ? one : { ...one, name }));
    const names = clusters.map((one) => one.name);
    const twice = names.find((one, index) => names.indexOf(one) !== index);
    if (twice !== undefined) {
        throw new errors/* UserError */.yo(`the config has ${clusters.length} documents, and two of them make cluster "${twice}": give each a metadata.name of its own`);
    }
    if (name === undefined)
        return clusters;
    const picked = clusters.filter((one) => one.name === name);
    if (picked.length > 0)
        return picked;
    throw new errors/* UserError */.yo(`the config has no cluster "${name}"; it has ${names.join(', ')}`);
}
function readFile(config, env, cwd) {
    return config.includes('\n') ? (0,file/* parseConfig */.o4)(config, { path: undefined, env, cwd }) : (0,file/* readConfigFile */.RG)(config, env, cwd);
}

// EXTERNAL MODULE: ./src/config/scalars.ts
var scalars = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/plan/dryPlan.ts
var dryPlan = __webpack_require__(5733);
;// CONCATENATED MODULE: ./src/cli/readConfigs.ts




/**
 * The clusters that a config file, the environment and flags describe.
 * @param name the argument NAME
 * @param file the value of `--config`
 * @throws UserError for every mistake in them
 */
function readConfigs(name, file, layers) {
    // `-` is standard input; a line break at its end makes even one line an inline document.
    const path = file || process.env.K3D_CONFIG || undefined;
    const config = path === '-' ? `${(0,common_text/* readText */.y)(0)}\n` : path;
    const resolved = resolveConfigs({
        config,
        env: process.env,
        layers,
        name: name ? (0,scalars/* readName */.MQ)(name, 'argument NAME') : undefined,
        cwd: process.cwd(),
        // k3d has a load balancer unless it is told otherwise.
        defaults: { loadBalancer: 'on' },
    });
    const warnings = new Set(resolved.clusters.flatMap((cluster) => (0,dryPlan/* dryPlan */.V)(cluster).warnings));
    return { ...resolved, notices: [...resolved.notices, ...warnings] };
}


/***/ }),

/***/ 2757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lW: () => (/* reexport */ addNodes),
  s7: () => (/* reexport */ addRemoteAgents),
  wv: () => (/* reexport */ checkServerCanGo),
  cg: () => (/* reexport */ checkServersPossible),
  AC: () => (/* reexport */ deleteNode),
  Eo: () => (/* reexport */ joinNodes),
  jb: () => (/* reexport */ needNode)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/kubernetes/podCidr.ts
var kubernetes_podCidr = __webpack_require__(1097);
// EXTERNAL MODULE: ./src/kubernetes/conditions.ts
var conditions = __webpack_require__(7344);
// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/kubernetes/ready.ts
var ready = __webpack_require__(3487);
// EXTERNAL MODULE: ./src/kubernetes/nodes.ts
var kubernetes_nodes = __webpack_require__(1517);
// EXTERNAL MODULE: ./src/plan/clone.ts
var clone = __webpack_require__(1150);
// EXTERNAL MODULE: ./src/plan/caCertificates.ts
var caCertificates = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/plan/cluster.ts + 5 modules
var plan_cluster = __webpack_require__(3819);
// EXTERNAL MODULE: ./src/plan/nodeFiles.ts
var nodeFiles = __webpack_require__(1784);
// EXTERNAL MODULE: ./src/plan/files.ts + 2 modules
var files = __webpack_require__(9031);
// EXTERNAL MODULE: ./src/plan/localImages.ts
var localImages = __webpack_require__(254);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: ./src/cluster/balancer/index.ts + 3 modules
var balancer = __webpack_require__(4270);
// EXTERNAL MODULE: ./src/cluster/context.ts + 1 modules
var cluster_context = __webpack_require__(296);
// EXTERNAL MODULE: ./src/cluster/containers/index.ts + 5 modules
var containers = __webpack_require__(8091);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
;// CONCATENATED MODULE: ./src/cluster/nodes/etcd.ts



/** Whether a server belongs to a cluster that was begun with etcd: k3d marks the one that began it, and the others. */
function isEtcdMember(server) {
    return contract_labels/* LABEL */.d_.serverInit in server.labels;
}
/** Whether a server is the one that its cluster began with. */
const beganCluster = (server) => server.labels[contract_labels/* LABEL */.d_.serverInit] === 'true';
/**
 * Checks that a cluster can do without one of its servers.
 * @throws UserError when it is the only one, the one that the others join through, or the rest would have no quorum
 */
async function checkServerCanGo(engine, node) {
    const cluster = await (0,find/* findCluster */.KG)(engine, node.cluster);
    const servers = cluster === undefined ? [] : (0,find/* nodesOf */.Nh)(cluster, 'server');
    if (servers.length <= 1) {
        throw new errors/* UserError */.yo(`node ${node.name} is the only server of cluster "${node.cluster}": delete the cluster instead`);
    }
    if (beganCluster(node) || joinedThrough(cluster) === node.name) {
        throw new errors/* UserError */.yo(`node ${node.name} is the server that cluster "${node.cluster}" began with and that all other nodes join through: delete another server`);
    }
    const others = servers.filter(({ id }) => id !== node.id);
    const running = others.filter(({ state }) => state === 'running').length;
    const needed = Math.floor(others.length / 2) + 1;
    if (running < needed) {
        throw new errors/* UserError */.yo(`without ${node.name}, ${running} of ${others.length} servers of cluster "${node.cluster}" would run, and etcd needs ${needed}: start the others first`);
    }
    // To let a member go, the members as they are have to agree.
    const now = servers.filter(({ state }) => state === 'running').length;
    if (now < Math.floor(servers.length / 2) + 1) {
        throw new errors/* UserError */.yo(`only ${now} of ${servers.length} servers of cluster "${node.cluster}" run, too few for etcd to decide anything: start the others first`);
    }
}
/** The server that the nodes' URL names. */
function joinedThrough({ nodes }) {
    const url = nodes.map(({ labels }) => labels[contract_labels/* LABEL */.d_.clusterURL]).find(Boolean);
    return url === undefined ? undefined : new URL(url).hostname;
}

// EXTERNAL MODULE: ./src/cluster/start/index.ts + 23 modules
var start = __webpack_require__(550);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 8 modules
var cluster_images = __webpack_require__(5580);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/cluster/nodes/addNodes.ts






















/**
 * Adds nodes to a running cluster and waits until they are Ready. If one fails, all that were added are removed again.
 * @throws UserError when the cluster does not exist, does not run or can't have more servers, a name is taken, or the
 *   time is up
 */
async function addNodes(clusterName, request, context) {
    const { engine, reporter, signal } = context;
    const cluster = await (0,find/* needCluster */.N0)(engine, clusterName);
    if (request.image !== undefined)
        await (0,cluster_images/* ensureImage */.Yt)(engine, request.image, reporter, signal);
    const candidates = [...(0,find/* nodesOf */.Nh)(cluster, request.role), ...(0,find/* nodesOf */.Nh)(cluster, 'server')];
    const model = candidates[0] && (await engine.containers.inspect(candidates[0].id));
    if (model === undefined)
        throw new errors/* UserError */.yo(`cluster "${cluster.name}" has no node that could be copied`);
    const files = await filesLike(engine, model.id);
    const url = (0,names/* serverURL */.Np)((0,find/* runningServer */.TW)(cluster).name);
    await joinNodes(cluster, request, context, (name) => {
        const container = (0,clone/* planAddedNode */.mS)(model, { ...request, name, url }, plan_cluster/* KUBECONFIG_PATH */.SC);
        return {
            container,
            files: [
                ...(0,nodeFiles/* nodeFiles */.k)(request.role, container.image, request.disabledFixes, container.memory, container.binds),
                ...files,
            ],
        };
    });
}
/** The files that all nodes of a cluster have, as one of them has them. */
async function filesLike(engine, id) {
    const [settings, local, authorities] = await Promise.all([files/* REGISTRIES_PATH */.yY, localImages/* LOCAL_IMAGES_PATH */.Bj, caCertificates/* CA_PATH */.r].map((path) => (0,readFiles/* readFile */.TA)(engine, id, path)));
    return [
        ...(settings === undefined ? [] : [(0,files/* registriesFile */.Wi)(settings)]),
        ...(local === undefined ? [] : (0,localImages/* localImagesFilesLike */.CX)(local)),
        ...(0,caCertificates/* caFiles */.e)(authorities),
    ];
}
/**
 * Has nodes join a running cluster and waits until they are Ready; if one fails, all of them are removed again.
 * @param plan gives the container of each
 * @throws UserError as `addNodes` does
 */
async function joinNodes(cluster, request, context, plan) {
    const { engine } = context;
    (0,find/* runningServer */.TW)(cluster);
    await checkNamesFree(engine, request.names);
    const joinsEtcd = request.role === 'server' && (await checkServersPossible(engine, cluster)).joinEtcd;
    const made = [];
    const subject = `the new nodes of cluster "${cluster.name}" were`;
    await (0,cluster_context/* withDeadline */.N)(context, request.timeoutMs, subject, async (inner, progress) => {
        const over = new AbortController();
        try {
            const failure = await (0,containers/* failOnNodeExit */.aY)(engine, (0,find/* clusterFilter */.tp)(cluster.name), over.signal);
            const watched = { ...inner, signal: AbortSignal.any([inner.signal, failure]) };
            // Servers join etcd one after the other; agents all at once.
            const groups = request.role === 'server' ? request.names.map((name) => [name]) : [request.names];
            for (const names of groups) {
                await (0,settleAll/* settleAll */.j)(names.map((name) => startNew(engine, plan(name), request.networks, made)));
                if (joinsEtcd)
                    await joinEtcd(cluster, names, watched, progress);
                else if (request.wait || request.role === 'server')
                    await waitUntilReady(cluster, names, watched, progress);
            }
        }
        catch (error) {
            await (0,settleAll/* settleAll */.j)(made.map((name) => engine.containers.remove(name)));
            throw error;
        }
        finally {
            over.abort();
        }
    });
    await (0,balancer/* putBehind */.ul)(engine, cluster, request.role, request.names);
}
/** @throws UserError naming a container that exists already */
async function checkNamesFree(engine, names) {
    for (const name of names) {
        if ((await engine.containers.inspect(name)) !== undefined) {
            throw new errors/* UserError */.yo(`container ${name} exists already: choose another name for the new nodes`);
        }
    }
}
/**
 * How servers can be added: they join etcd, or share a database.
 * @throws UserError when the cluster keeps its state where one server alone can use it
 */
async function checkServersPossible(engine, cluster) {
    const details = await engine.containers.inspect((0,find/* runningServer */.TW)(cluster).id);
    const words = [...(details?.command ?? []), ...(details?.env ?? [])].join(' ');
    if (isEtcdMember((0,find/* runningServer */.TW)(cluster)) || /--cluster-init|K3S_CLUSTER_INIT=|datastore.endpoint/i.test(words))
        return { joinEtcd: !(0,clone/* hasEndpoint */.Ox)(details?.env ?? []) };
    throw new errors/* UserError */.yo(`cluster "${cluster.name}" keeps its state in SQLite, which one server alone can use: create it with several servers, or with --k3s-arg=--cluster-init@server:0, to add servers later`);
}
/** Makes and starts a node. @param made is given its name as soon as there is something to remove again */
async function startNew(engine, { container, files }, networks, made) {
    await (0,containers/* createContainer */.g$)(engine, container);
    made.push(container.name);
    for (const network of networks)
        await engine.networks.connect(network, container.name);
    await engine.containers.putFiles(container.name, files);
    await (0,containers/* startNode */.LK)(engine, container.name);
}
async function joinEtcd(cluster, names, context, progress) {
    const over = new AbortController();
    const signal = AbortSignal.any([context.signal, over.signal]);
    const promoting = (0,start/* promoteLearners */.V0)(context.engine, (0,find/* runningServer */.TW)(cluster).name, names, () => undefined, signal);
    try {
        await waitUntilReady(cluster, names, context, progress);
    }
    finally {
        over.abort();
        await promoting;
    }
}
/** Whether one of the nodes that there are is Ready. */
async function isReady(kube, nodes) {
    const all = await (0,kubernetes_nodes/* allNodes */.B)(kube);
    return nodes.map((node) => (0,nodeNames/* nodeFor */.O)(node, all)).some((node) => node !== undefined && (0,conditions/* isTrue */.H)(node, 'Ready'));
}
/** Runs a wait for nodes to register, and ends it when one of them is refused for good. */
async function untilRegistered({ engine, signal }, nodes, wait) {
    const unregistered = new Set(nodes.map(({ container }) => container));
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const refused = (0,start/* failOnRefusal */.cB)(engine, unregistered, until).catch((error) => over.abort(error));
    try {
        await wait(until, (container) => unregistered.delete(container));
    }
    finally {
        over.abort();
        await refused;
    }
}
async function waitUntilReady(cluster, names, context, progress) {
    const blocker = (text) => progress.set(text);
    await (0,find/* withKube */.MT)(context.engine, cluster, async (kube) => {
        const wait = { ...context, kube, startedAt: undefined, blocker, done: () => undefined };
        const { minor } = await (0,ready/* waitForApi */.Pz)(wait);
        const servers = (0,find/* nodesOf */.Nh)(cluster, 'server').map(({ name }) => name);
        const { serverArgs, hasNetwork, nodes } = await (0,find/* expectationsFor */.rJ)(context.engine, [...servers, ...names]);
        const podCidr = new kubernetes_podCidr/* PodCidrGiver */.T(kube, Number.parseInt(minor, 10), serverArgs);
        const own = nodes.filter(({ container }) => names.includes(container));
        // In a cluster whose network somebody has brought, new nodes get it too.
        const until = hasNetwork || (await isReady(kube, nodes)) ? 'Ready' : 'registered';
        await untilRegistered(context, own, (one, registered) => (0,ready/* waitForNodes */.iw)({ ...wait, signal: one }, own, podCidr, registered, until));
    });
}

;// CONCATENATED MODULE: ./src/cluster/nodes/addRemoteAgent.ts







/**
 * Adds agents to a cluster that is not on this engine. Whether they become Ready can't be seen from here: there are no
 * rights to ask that cluster.
 * @param url of a server, e.g. `https://10.0.0.5:6443`
 * @throws UserError when the token is missing or a name is taken
 */
async function addRemoteAgents(url, request, { engine, reporter, signal }) {
    const { token, networks } = request;
    if (token === undefined)
        throw new errors/* UserError */.yo(`flag --token: the cluster at ${url} asks for its token`);
    if (request.role !== 'agent')
        throw new errors/* UserError */.yo(`flag --role: only agents can join a cluster that is elsewhere`);
    await checkNamesFree(engine, request.names);
    await (0,cluster_images/* ensureImage */.Yt)(engine, request.image, reporter, signal);
    const [network = names/* DEFAULT_NETWORK */.R5, ...others] = networks;
    const made = [];
    try {
        for (const name of request.names) {
            const container = (0,clone/* planRemoteAgent */.nf)({ ...request, name, url, token }, network);
            const files = (0,nodeFiles/* nodeFiles */.k)('agent', container.image, request.disabledFixes, container.memory, container.binds);
            await startNew(engine, { container, files }, others, made);
        }
    }
    catch (error) {
        await (0,settleAll/* settleAll */.j)(made.map((name) => engine.containers.remove(name)));
        throw error;
    }
}

// EXTERNAL MODULE: ./src/kubernetes/leave.ts
var leave = __webpack_require__(59);
;// CONCATENATED MODULE: ./src/cluster/nodes/nodes.ts









/** Finds a node by its name, with or without k3d's prefix. @throws UserError when there is none */
async function needNode(engine, name) {
    const found = (await (0,find.listNodes)(engine)).find((node) => node.name === name || node.name === `k3d-${name}`);
    if (found === undefined)
        throw new errors/* UserError */.yo(`node "${name}" does not exist: see "k3d node list"`);
    return found;
}
/**
 * Deletes a node: it is emptied, leaves Kubernetes and, a server, etcd, and its container is removed.
 * @throws UserError when the cluster can't do without it
 */
async function deleteNode(engine, node, reporter) {
    if (node.role === 'server')
        await checkServerCanGo(engine, node);
    const cluster = await (0,find/* findCluster */.KG)(engine, node.cluster);
    if (cluster !== undefined && (0,find/* isK3sNode */.S)(node)) {
        await (0,balancer/* takeFromBehind */.MU)(engine, cluster, [node.name]);
        await nodes_leave(engine, cluster, node, reporter);
    }
    await engine.containers.remove(node.id);
}
/** What a node is called in Kubernetes; undefined: it is not there. */
async function nameIn(engine, kube, { name }) {
    const [sought] = (await (0,find/* expectationsFor */.rJ)(engine, [name])).nodes;
    const all = await (0,kubernetes_nodes/* allNodes */.B)(kube);
    return sought && (0,nodeNames/* nodeFor */.O)(sought, all)?.metadata.name;
}
/**
 * Takes a node out of Kubernetes and, a server, out of etcd: its pods are evicted within a bound, its member leaves while
 * it still runs, so that the others never miss it, and its container stops. If the cluster can't be asked, the node goes
 * all the same, with a warning.
 */
async function nodes_leave(engine, cluster, node, reporter) {
    // A cluster that does not run is not told: it will see that the node is gone.
    const running = (0,find/* nodesOf */.Nh)(cluster, 'server').filter(({ state }) => state === 'running');
    if (running.length === 0)
        return;
    const through = running.find(({ id }) => id !== node.id);
    const isUp = node.state === 'running';
    const isMember = isEtcdMember(node) && through !== undefined;
    try {
        await (0,find/* withKube */.MT)(engine, cluster, async (kube) => {
            const name = await nameIn(engine, kube, node);
            if (isUp && name !== undefined)
                await (0,leave/* emptyNode */.ib)(kube, name);
            const hasLeft = isMember && (await (0,start/* removeMember */.pt)(engine, through.name, node));
            if (isMember && !hasLeft && name !== undefined)
                await (0,leave/* leaveEtcd */.sW)(kube, name);
            if (isUp)
                await engine.containers.stop(node.id, start/* STOP_SECONDS */.To);
            await (0,leave/* forgetNode */.cj)(kube, name ?? (0,contract_labels/* kubernetesName */.gg)(node));
        });
    }
    catch (error) {
        reporter.warn(`Node ${node.name} could not be taken out of Kubernetes: ${(0,errors/* messageOf */.bD)(error)}`);
        if (isMember)
            await (0,start/* removeMember */.pt)(engine, through.name, node);
    }
}

;// CONCATENATED MODULE: ./src/cluster/nodes/index.ts
// Adding and removing nodes of a cluster that exists.






/***/ }),

/***/ 7974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* reexport */ planUpgrade),
  l: () => (/* reexport */ upgradeCluster)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/poll.ts + 1 modules
var poll = __webpack_require__(8601);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: ./src/config/wait.ts
var wait = __webpack_require__(4773);
// EXTERNAL MODULE: ./src/contract/imageName.ts
var imageName = __webpack_require__(6480);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/config/version.ts
var version = __webpack_require__(8794);
// EXTERNAL MODULE: ./src/kubernetes/leave.ts
var leave = __webpack_require__(59);
// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/kubernetes/nodes.ts
var kubernetes_nodes = __webpack_require__(1517);
// EXTERNAL MODULE: ./src/plan/upgrade.ts
var upgrade = __webpack_require__(5587);
// EXTERNAL MODULE: ./src/cluster/context.ts + 1 modules
var cluster_context = __webpack_require__(296);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/cluster/images/index.ts + 8 modules
var cluster_images = __webpack_require__(5580);
// EXTERNAL MODULE: ./src/cluster/balancer/index.ts + 3 modules
var balancer = __webpack_require__(4270);
// EXTERNAL MODULE: ./src/cluster/start/index.ts + 23 modules
var start = __webpack_require__(550);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/plan/releaseFiles.ts
var releaseFiles = __webpack_require__(3827);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./src/docker/engine.ts
var docker_engine = __webpack_require__(6556);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/cluster/upgrade/carryFiles.ts






/**
 * Brings what was put into a container, or came about in it, into the one that follows it: the node's password among it,
 * without which no server takes it for the one that it was. Volumes are not meant.
 */
async function carryFiles(engine, from, to) {
    const { added, changed } = await engine.containers.changes(from.id);
    const mounts = from.mounts.map(({ target }) => target);
    // One after the other: each is a request that writes into the same container.
    for (const path of (0,upgrade/* carriedPaths */.Vl)(added, mounts)) {
        const archive = await engine.containers.getArchive(from.id, path);
        if (archive !== undefined)
            await engine.containers.putArchive(to, external_node_path_.posix.dirname(path), archive);
    }
    await (0,settleAll/* settleAll */.j)(changed.filter((path) => (0,upgrade/* isCarried */.Tz)(path, mounts)).map((path) => carryFile(engine, from.id, to, path)));
}
/** A folder that was changed holds what its image has there, and stays. */
async function carryFile(engine, from, to, path) {
    const archive = await engine.containers.getArchive(from, path);
    if (archive === undefined)
        return;
    for await (const entry of (0,readFiles/* unpack */.l1)(archive)) {
        if (entry.header.type !== 'file') {
            archive.destroy();
            return;
        }
        const content = await (0,docker_engine/* readAll */.y)(external_node_stream_.Readable.from(entry));
        await engine.containers.putFiles(to, [{ path, content, mode: entry.header.mode ?? 0o644 }]);
    }
}

;// CONCATENATED MODULE: ./src/cluster/upgrade/replaceNode.ts






/**
 * Stops a node and puts a container of another image in its place, with the same name, settings, ports, networks, volumes
 * and files.
 * @throws what the engine says; all is as it was then, but for the node, which does not run
 */
async function replaceNode(engine, node, image) {
    const { containers } = engine;
    const details = await containers.inspect(node.id);
    if (details === undefined)
        throw new errors/* UserError */.yo(`node ${node.name} is gone: somebody else has deleted it`);
    const imageEnv = new Set((await engine.images.inspect(details.image))?.env ?? []);
    await containers.stop(node.id, start/* STOP_SECONDS */.To);
    await containers.rename(node.id, (0,names/* asideName */.o1)(node.name, (0,external_node_crypto_.randomUUID)().slice(0, 8)));
    let made;
    const undo = async () => {
        if (made !== undefined)
            await containers.remove(made);
        // The two share their volumes.
        await containers.putFiles(node.id, (0,releaseFiles/* changedReleaseFiles */.f)(image, details.image, details.binds));
        await containers.rename(node.id, node.name);
    };
    try {
        // Variables of the old image are not the new one's.
        const env = details.env.filter((entry) => !imageEnv.has(entry));
        made = await containers.copy(node.id, { name: node.name, image, env, sharesVolumes: true });
        await carryFiles(engine, details, made);
        await containers.putFiles(made, (0,releaseFiles/* changedReleaseFiles */.f)(details.image, image, details.binds));
    }
    catch (error) {
        await undo();
        throw error;
    }
    const { addresses } = details;
    return { name: node.name, addresses, undo, finish: () => containers.remove(node.id) };
}

;// CONCATENATED MODULE: ./src/cluster/upgrade/upgrade.ts

















/**
 * What it takes to bring a running cluster to another release of k3s: servers one after the other, then agents.
 * @param wanted the image, and how many agents are upgraded at a time
 * @returns no steps when all nodes have that image
 * @throws UserError when there is no such cluster, a node does not run, or the step can't be made
 */
async function planUpgrade(name, wanted, { engine }) {
    const { image, parallel } = wanted;
    await (0,start/* bringBack */.kB)(engine, name);
    const cluster = await (0,find/* needCluster */.N0)(engine, name);
    const nodes = cluster.nodes.filter(find/* isK3sNode */.S);
    const down = nodes.find(({ state }) => state !== 'running');
    if (down !== undefined)
        throw new errors/* UserError */.yo(`node ${down.name} does not run: start the cluster with "k3d cluster start ${name}"`);
    const releases = await releasesOf(cluster, nodes, engine);
    (0,upgrade/* checkStep */.bn)(name, releases, image);
    const late = nodes
        .filter((node) => !(0,imageName/* isSameImage */.m_)(node.image, image))
        .map(({ name: node, role }) => {
        const from = releases.find((one) => one.name === node)?.release ?? 'unknown';
        return { name: node, role: role, from };
    });
    const ofRole = (role) => late.filter((node) => node.role === role);
    const agents = ofRole('agent');
    const groups = Array.from({ length: Math.ceil(agents.length / parallel) }, (_, index) => agents.slice(index * parallel, (index + 1) * parallel));
    return { cluster: name, image, steps: [...ofRole('server').map((server) => [server]), ...groups] };
}
async function releasesOf(cluster, nodes, engine) {
    const expected = (await (0,find/* expectationsFor */.rJ)(engine, nodes.map(({ name }) => name))).nodes;
    const all = await (0,find/* withKube */.MT)(engine, cluster, kubernetes_nodes/* allNodes */.B);
    return expected.map((one) => ({ name: one.container, release: releaseOf(one, all) ?? 'unknown' }));
}
const releaseOf = (one, all) => (0,nodeNames/* nodeFor */.O)(one, all)?.status?.nodeInfo?.kubeletVersion;
/**
 * Upgrades a cluster as it was planned. Each step has to be ready before the next one begins.
 * @throws UserError naming the node that did not come up; it is back on its image then, unless that was not wanted
 */
async function upgradeCluster(plan, wishes, context) {
    const { engine, reporter, signal } = context;
    await (0,cluster_images/* ensureImage */.Yt)(engine, plan.image, reporter, signal);
    for (const nodes of plan.steps) {
        const names = nodes.map(({ name }) => name).join(', ');
        await reporter.stage(`Upgrading ${names} to ${plan.image}`, () => upgradeNodes(plan, nodes, wishes, context));
    }
}
async function upgradeNodes(plan, nodes, wishes, context) {
    const { engine } = context;
    const cluster = await (0,find/* needCluster */.N0)(engine, plan.cluster);
    const own = cluster.nodes.filter(({ name }) => nodes.some((node) => node.name === name));
    const names = own.map(({ name }) => name);
    const hasOthers = cluster.nodes.filter(find/* isK3sNode */.S).length > own.length;
    const closed = [];
    let comeBack = async () => undefined;
    const replaced = [];
    try {
        if (wishes.drain && hasOthers)
            await (0,find/* withKube */.MT)(engine, cluster, (kube) => closeNodes(kube, names, closed, context));
        comeBack = await (0,balancer/* stepAside */.fr)(engine, cluster, names);
        await (0,settleAll/* settleAll */.j)(own.filter(({ role }) => role === 'server').map(({ name }) => (0,start/* handOverEtcd */.yU)(engine, name)));
        context.signal.throwIfAborted();
        // Even if one fails, what the others have become is known.
        await (0,settleAll/* settleAll */.j)(own.map(async (node) => void replaced.push(await replaceNode(engine, node, plan.image))));
        await upgrade_start(plan.cluster, replaced, names, wishes.timeoutMs, context);
        await waitForRelease(plan, names, context);
    }
    catch (error) {
        const back = wishes.rollback
            ? await putBack(plan.cluster, replaced, names, wishes.timeoutMs, context)
            : 'it is left as it is';
        context.signal.throwIfAborted();
        throw new errors/* UserError */.yo(`${names.join(', ')} can't be upgraded to ${plan.image}: ${(0,errors/* messageOf */.bD)(error)}; ${back}`, {
            cause: error,
        });
    }
    finally {
        await comeBack();
        await openNodes(plan.cluster, closed, context);
    }
    await (0,settleAll/* settleAll */.j)(replaced.map(({ finish }) => finish()));
}
/** Empties nodes, unless they took no pods before. @param closed is given what they are called in Kubernetes */
async function closeNodes(kube, names, closed, { engine }) {
    const all = await (0,kubernetes_nodes/* allNodes */.B)(kube);
    const { nodes } = await (0,find/* expectationsFor */.rJ)(engine, names);
    for (const one of nodes) {
        const node = (0,nodeNames/* nodeFor */.O)(one, all);
        if (node !== undefined && !node.spec.unschedulable)
            closed.push(node.metadata.name);
    }
    await (0,settleAll/* settleAll */.j)(closed.map((name) => (0,leave/* emptyNode */.ib)(kube, name)));
}
async function openNodes(cluster, names, { engine, reporter }) {
    if (names.length === 0)
        return;
    try {
        const found = await (0,find/* needCluster */.N0)(engine, cluster);
        await (0,find/* withKube */.MT)(engine, found, (kube) => (0,settleAll/* settleAll */.j)(names.map((name) => (0,leave/* setSchedulable */.fG)(kube, name, true))));
    }
    catch (error) {
        reporter.warn(`${names.join(', ')} may take no new pods ("kubectl uncordon" changes that): ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** Layers that a step has to bring back before the next one. */
const WANTED = (0,wait/* readWait */.mg)('system', '');
/** Starts what has been put in the place of nodes, and waits until the cluster is whole again. */
async function upgrade_start(cluster, replaced, names, timeoutMs, context) {
    await (0,cluster_context/* withDeadline */.N)(context, timeoutMs, `${names.join(', ')} was`, async (inner, progress) => {
        const found = await (0,find/* needCluster */.N0)(context.engine, cluster);
        await (0,start/* startNodes */.ak)(found, WANTED, inner, progress);
        if (await haveMoved(replaced, inner))
            await refreshBalancers(found, inner);
    });
}
/** Whether a node has another address than the one that it had. */
async function haveMoved(replaced, { engine }) {
    for (const { name, addresses } of replaced) {
        const now = (await engine.containers.inspect(name))?.addresses ?? {};
        if (Object.entries(addresses).some(([network, address]) => now[network] !== address))
            return true;
    }
    return false;
}
/** Ours sees by itself that a node has moved; one of k3d's looks its nodes up when it starts. */
async function refreshBalancers(cluster, { engine }) {
    for (const { id, labels } of (0,find/* nodesOf */.Nh)(cluster, 'loadbalancer')) {
        if (contract_labels/* LABEL */.d_.openPorts in labels)
            continue;
        await engine.containers.stop(id, 1);
        await engine.containers.start(id);
    }
}
/** @returns how it ended, for the error */
async function putBack(cluster, replaced, names, timeoutMs, context) {
    // Whoever has cancelled it wants it undone.
    const own = { ...context, signal: new AbortController().signal };
    try {
        await (0,settleAll/* settleAll */.j)(replaced.map(({ undo }) => undo()));
        await upgrade_start(cluster, [], names, timeoutMs, own);
        return 'it is back on the image that it had';
    }
    catch (error) {
        return `and it could not be put back: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}
/** How long a node may take to tell its new release once it is Ready, in milliseconds. */
const TELL_MS = 30_000;
const LOOK_EVERY_MS = 300;
async function waitForRelease({ cluster, image }, names, context) {
    const to = (0,version/* kubernetesOf */.Az)(image);
    if (to === undefined)
        return;
    const found = await (0,find/* needCluster */.N0)(context.engine, cluster);
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(TELL_MS)]);
    const { nodes } = await (0,find/* expectationsFor */.rJ)(context.engine, names);
    await (0,find/* withKube */.MT)(context.engine, found, (kube) => (0,poll/* poll */.w)(async () => {
        const all = await (0,kubernetes_nodes/* allNodes */.B)(kube);
        return nodes.every((one) => releaseOf(one, all)?.startsWith(`v${to}`)) || undefined;
    }, LOOK_EVERY_MS, signal));
}

;// CONCATENATED MODULE: ./src/cluster/upgrade/index.ts
// Bringing a running cluster to another release of k3s.



/***/ }),

/***/ 2401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U1: () => (/* binding */ checkMachine),
  eG: () => (/* binding */ resolveAndCheck)
});

// UNUSED EXPORTS: checkFirst

// EXTERNAL MODULE: ./src/cluster/create/index.ts + 6 modules
var create = __webpack_require__(1369);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/diagnostics/host.ts
var host = __webpack_require__(5504);
// EXTERNAL MODULE: ./src/config/version.ts
var version = __webpack_require__(8794);
;// CONCATENATED MODULE: ./src/diagnostics/preflight.ts

const GIB = 1024 ** 3;
/** What a node takes at rest with its system pods, in bytes (measured: 0.55 and 0.25 GiB). */
const SERVER_MEMORY = 0.6 * GIB;
const AGENT_MEMORY = 0.3 * GIB;
/** Below this share of a disk it is taken for full: a job soon is. */
const FULL = 0.05;
/** What images and state of a small cluster take, in bytes. */
const LEAST_DISK = 2 * GIB;
/** Each node takes about two instances and several hundred watches, and so do other programs of the same user. */
const INSTANCES_A_NODE = 24;
const LEAST_INSTANCES = 128;
const LEAST_WATCHES = 65_536;
/** First release of Kubernetes whose kubelet refuses cgroup v1, and of k3s that knows v2, as [major, minor, patch]. */
const REFUSES_V1 = [1, 35, 0];
const KNOWS_V2 = [1, 20, 4];
/** Networks that an engine with its default address pools can have (moby: 15 of /16, 16 of /20). */
const MOST_NETWORKS = 31;
/** The release of k3s that an image's tag names. @returns undefined when it names none */
function releaseOf(image) {
    return (0,version/* kubernetesOf */.Az)(image)?.split('.').map(Number);
}
const isBefore = (one, other) => {
    const at = one.findIndex((part, index) => part !== other[index]);
    return at !== -1 && one[at] < other[at];
};
/**
 * What is to be said of a machine before clusters are made on it. Only what can't work is an error.
 * @param networks how many networks the engine has
 */
function preflight(around, configs, networks) {
    return [
        ...cgroups(around, configs),
        memory(around, configs),
        ...disk(around),
        ...inotify(around, configs),
        ...kernel(around),
        storage(around),
        addressPools(configs, networks),
        ...around.system.warnings.map((text) => ({ subject: 'engine', level: 'ok', text: `it says: ${text}` })),
    ];
}
const ok = (subject, text) => ({ subject, level: 'ok', text });
const warning = (subject, text) => ({ subject, level: 'warning', text });
function cgroups({ system }, configs) {
    const { cgroupVersion: version } = system;
    const bad = configs.flatMap(({ image, k3sArgs }) => {
        const release = releaseOf(image);
        if (release === undefined)
            return [];
        const allowed = k3sArgs.some(({ value }) => /fail-cgroupv1=false/i.test(value));
        if (version === 1 && !isBefore(release, REFUSES_V1) && !allowed) {
            const text = `${image} refuses cgroup v1, which this machine has: boot it with cgroup v2, use k3s v1.34 or older, or give k3s "--kubelet-arg=fail-cgroupv1=false"`;
            return [{ subject: 'cgroups', level: 'error', text }];
        }
        if (version === 2 && isBefore(release, KNOWS_V2)) {
            const text = `${image} does not know cgroup v2, which this machine has: use k3s v1.20.4 or newer`;
            return [{ subject: 'cgroups', level: 'error', text }];
        }
        return [];
    });
    return bad.length > 0 ? bad : [ok('cgroups', `v${version}`)];
}
const gib = (bytes) => `${(bytes / GIB).toFixed(1)} GiB`;
function memory({ system, host }, configs) {
    const wanted = configs.reduce((sum, { servers, agents }) => sum + servers * SERVER_MEMORY + agents * AGENT_MEMORY, 0);
    // An engine in a machine of its own (Docker Desktop, Colima) has less than this one.
    const available = Math.min(host?.memoryAvailable ?? Infinity, system.memory);
    const text = `${gib(available)} available, about ${gib(wanted)} wanted`;
    if (available >= wanted)
        return ok('memory', text);
    return warning('memory', `${text}: nodes may be killed; use fewer nodes or a larger machine`);
}
function disk({ host, system }) {
    if (host?.disk === undefined)
        return [];
    const { free, total } = host.disk;
    const text = `${gib(free)} of ${gib(total)} free at ${system.dataPath}`;
    const remedy = 'free some, e.g. with "docker system prune"';
    if (free < total * FULL) {
        return [warning('disk', `${text}: it is all but full, and nodes that can't write end; ${remedy}`)];
    }
    if (free < LEAST_DISK)
        return [warning('disk', `${text}: images and state of a cluster take about ${gib(LEAST_DISK)}; ${remedy}`)];
    return [ok('disk', text)];
}
function inotify({ host }, configs) {
    if (host?.inotifyInstances === undefined || host.inotifyWatches === undefined)
        return [];
    const nodes = configs.reduce((sum, { servers, agents }) => sum + servers + agents, 0);
    const instances = Math.max(LEAST_INSTANCES, nodes * INSTANCES_A_NODE);
    const checks = [];
    const low = (name, is, least) => {
        if (is >= least)
            return;
        const text = `${name} is ${is}: pods may fail with "too many open files"; set it to ${least} or more: sysctl -w ${name}=${least}`;
        checks.push(warning('inotify', text));
    };
    low('fs.inotify.max_user_instances', host.inotifyInstances, instances);
    low('fs.inotify.max_user_watches', host.inotifyWatches, LEAST_WATCHES);
    const { inotifyUsed: used } = host;
    const wanted = Math.max(1, nodes) * INSTANCES_A_NODE;
    if (used !== undefined && checks.length === 0 && host.inotifyInstances - used < wanted) {
        const name = 'fs.inotify.max_user_instances';
        const enough = 2 ** Math.ceil(Math.log2(used + wanted));
        const text = `${used} of ${host.inotifyInstances} inotify instances are used, and about ${wanted} are wanted: nodes may end with "too many open files"`;
        checks.push(warning('inotify', `${text}; raise the limit: sysctl -w ${name}=${enough}`));
    }
    const text = `${host.inotifyInstances} instances, ${host.inotifyWatches} watches`;
    return checks.length > 0 ? checks : [ok('inotify', text)];
}
function kernel({ host }) {
    if (host === undefined)
        return [];
    const checks = [];
    if (host.filesystems !== undefined && !host.filesystems.includes('overlay')) {
        checks.push(warning('kernel', 'the overlay filesystem is not loaded: nodes need it for their images; load it: modprobe overlay'));
    }
    if (host.bridgeNetfilter === false) {
        const text = 'bridge-nf-call-iptables is 0: services may not be reached from pods of the same node';
        checks.push(warning('kernel', `${text}; set it: sysctl -w net.bridge.bridge-nf-call-iptables=1`));
    }
    return checks.length > 0 ? checks : [ok('kernel', 'required features are present')];
}
/** Storage drivers on which containerd's overlay can't be put: inside nodes it has to copy, or fails. */
const POOR_STORAGE = /^(zfs|btrfs|devicemapper|vfs|aufs)$/;
function storage({ system }) {
    const { storageDriver: driver, securityOptions } = system;
    if (securityOptions.some((option) => /rootless/.test(option))) {
        return warning('storage', 'the engine runs without root: nodes need cgroup delegation and may not come up; an engine with root is what is tested');
    }
    if (!POOR_STORAGE.test(driver))
        return ok('storage', driver);
    return warning('storage', `the engine's storage driver is ${driver}: k3s may fail to start containers on it; overlay2 is what is tested`);
}
function addressPools(configs, networks) {
    const wanted = configs.filter(({ network, subnet }) => network === undefined && subnet === undefined).length;
    const text = `${networks} networks`;
    if (networks + wanted <= MOST_NETWORKS)
        return ok('address pools', text);
    return warning('address pools', `${text}: by default an engine has subnets for about ${MOST_NETWORKS}; remove some: docker network prune`);
}

;// CONCATENATED MODULE: ./src/diagnostics/checkFirst.ts




/** Looks at the machine that clusters are to be made on. @throws when the engine does not answer */
async function checkMachine(engine, configs) {
    const [around, networks] = await Promise.all([(0,host/* lookAround */.h)(engine), engine.networks.countBridges()]);
    return preflight(around, configs, networks);
}
/**
 * Says what may go wrong on this machine before clusters are made.
 * @throws UserError for what can't work
 */
async function checkFirst(engine, configs, reporter) {
    const checks = await checkMachine(engine, configs);
    for (const { subject, text } of checks.filter(({ level }) => level === 'warning'))
        reporter.warn(`${subject}: ${text}`);
    const error = checks.find(({ level }) => level === 'error');
    if (error !== undefined)
        throw new errors/* UserError */.yo(`${error.subject}: ${error.text}`);
}
/**
 * Clusters as they are to be made on an engine: with the release of k3s that their channel means or that suits the machine,
 * after a look at that machine.
 * @throws UserError for what can't work
 */
async function resolveAndCheck(engine, wanted, reporter) {
    const configs = await Promise.all(wanted.map(async (config) => (0,create/* withUsualImage */.gy)(await (0,create/* withRelease */._h)(config, process.env, reporter), engine, reporter)));
    await checkFirst(engine, configs, reporter);
    return configs;
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


/***/ }),

/***/ 4451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OH: () => (/* binding */ kubeconfigPaths),
/* harmony export */   Py: () => (/* binding */ ownKubeconfigPath),
/* harmony export */   St: () => (/* binding */ defaultKubeconfigPath),
/* harmony export */   fQ: () => (/* binding */ writeKubeconfig),
/* harmony export */   h3: () => (/* binding */ removeFromFile),
/* harmony export */   nQ: () => (/* binding */ mergeIntoFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var proper_lockfile__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3648);
/* harmony import */ var proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(proper_lockfile__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1922);
/* harmony import */ var _common_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2450);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9741);









/** The file that kubectl writes to by default: the first of KUBECONFIG, else ~/.kube/config. */
function defaultKubeconfigPath(env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) {
    const first = (env.KUBECONFIG ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).find((path) => path !== '');
    return first ?? (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.kube', 'config');
}
/** The file of one cluster alone, where k3d writes it. */
const ownKubeconfigPath = (cluster, env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.config'), 'k3d', `kubeconfig-${cluster}.yaml`);
/** All files that kubectl reads by default. */
function kubeconfigPaths(env, home = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()) {
    const listed = (env.KUBECONFIG ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).filter((path) => path !== '');
    return listed.length > 0 ? listed : [(0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, '.kube', 'config')];
}
/**
 * Merges a cluster's entries into a kubeconfig file, which is made if need be.
 * @param replace whether entries of the same name that differ are replaced
 * @throws UserError if that can't be done, or an entry differs that is not to be replaced
 */
function mergeIntoFile(path, added, switchContext, replace = true) {
    return updateFile(path, (config) => {
        const conflict = replace ? undefined : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .conflictingEntry */ .Vj)(config, added);
        if (conflict !== undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`${path} has another ${conflict} already: leave --update=false out to replace it`);
        }
        return (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .mergeKubeconfig */ .mS)(config, added, switchContext);
    });
}
/** Takes a cluster's entries out of a kubeconfig file. A file that is not there needs no change. */
async function removeFromFile(path, cluster) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return;
    await updateFile(path, (config) => (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutCluster */ .TM)(config, cluster));
}
/** Writes a kubeconfig file anew: one that is new is readable by its owner only. */
async function writeKubeconfig(path, config) {
    const target = followed(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), { recursive: true });
    await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .formatKubeconfig */ .hS)(config));
}
/**
 * Reads, changes and replaces a kubeconfig under a lock, so that two programs can't lose each other's entries. The file is replaced by a rename: whoever reads it sees the old or the new one, never half of it.
 */
async function updateFile(path, change) {
    try {
        const target = followed(path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), { recursive: true });
        const release = await lock(target);
        try {
            const config = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(target)
                ? (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .parseKubeconfig */ .DU)((0,_common_text_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeText */ .g)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(target)), target)
                : (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .emptyKubeconfig */ .xc)();
            await replaceFile(target, (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_8__/* .formatKubeconfig */ .hS)(change(config)));
        }
        finally {
            await release();
        }
    }
    catch (error) {
        if (error instanceof _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo)
            throw error;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/** Where a link leads, so that it stays one; what it leads to may have to be made yet. */
function followed(path) {
    let target = path;
    for (let links = 0; links < LINKS; links++) {
        try {
            target = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(target));
        }
        catch {
            return target; // no link, or nothing there
        }
    }
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${path} can't be changed: it is a link that leads nowhere`);
}
/** How many links lead to a file at most (Linux: ELOOP). */
const LINKS = 40;
/**
 * The lock lies beside the file, where kubectl and every client-go program have theirs (client-go: clientcmd/config.go), or
 * where everybody may write if nobody may there.
 */
async function lock(target) {
    const acquire = (lockfilePath) => proper_lockfile__WEBPACK_IMPORTED_MODULE_5___default().lock(target, {
        realpath: false,
        lockfilePath,
        stale: STALE_MS,
        retries: { retries: 60, minTimeout: 50, maxTimeout: 500 },
    });
    const path = `${target}.lock`;
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
    // Theirs is a file and ours a folder: one that was left by a program that was killed is not ours to remove.
    if (there?.isFile() && Date.now() - there.mtimeMs > STALE_MS)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the kubeconfig ${target} is locked by ${path}: delete that file if no program is using it`);
    try {
        // Asked first: the library would try again and again.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(target), node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.W_OK);
        return await acquire(path);
    }
    catch (error) {
        if (!UNWRITABLE.includes(codeOf(error)))
            throw error;
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(target).digest('hex').slice(0, 16);
        return acquire((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), `k3d-kubeconfig-${digest}.lock`));
    }
}
/** A lock that nobody has touched for so long was left, in milliseconds: changing a kubeconfig takes far less. */
const STALE_MS = 10_000;
const codeOf = (error) => error.code ?? '';
/** A folder in which nothing can be made. */
const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS'];
/** A file that can't be replaced, but may be written: one in such a folder, or that is mounted. */
const IN_PLACE = [...UNWRITABLE, 'EBUSY', 'EXDEV'];
/** A file of the user's keeps its owner and its mode; a new one is readable by its owner only. */
async function replaceFile(path, text) {
    const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
    try {
        await replaceByRename(path, text, before);
    }
    catch (error) {
        if (before === undefined || !IN_PLACE.includes(codeOf(error)))
            throw error;
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'r+');
        try {
            await file.truncate(0);
            await file.writeFile(text);
        }
        finally {
            await file.close();
        }
    }
}
async function replaceByRename(path, text, before) {
    const part = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.part`;
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(part, 'wx', 0o600);
        try {
            await file.writeFile(text);
            if (before !== undefined) {
                await file.chown(before.uid, before.gid);
                await file.chmod(before.mode & 0o7777);
            }
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(part, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(part, { force: true });
        throw error;
    }
}


/***/ }),

/***/ 5587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tz: () => (/* binding */ isCarried),
/* harmony export */   Vl: () => (/* binding */ carriedPaths),
/* harmony export */   bn: () => (/* binding */ checkStep)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _config_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8794);



/**
 * Whether a cluster can go from what its nodes run to an image, as Kubernetes has it: one minor release at a time, and
 * never back (kubernetes.io: version skew policy).
 * @param image one whose tag names no release is taken at its word
 * @throws UserError naming the step that can't be made
 */
function checkStep(cluster, nodes, image) {
    const to = (0,_config_version_js__WEBPACK_IMPORTED_MODULE_2__/* .kubernetesOf */ .Az)(image);
    if (to === undefined)
        return;
    for (const { name, release } of nodes) {
        const from = semver__WEBPACK_IMPORTED_MODULE_0___default().coerce(release)?.version;
        if (from === undefined)
            continue;
        if (semver__WEBPACK_IMPORTED_MODULE_0___default().lt(to, from)) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cluster "${cluster}" can't go back: node ${name} runs ${release}, and ${image} is older; create a cluster of that release instead`);
        }
        const [major, minor] = [semver__WEBPACK_IMPORTED_MODULE_0___default().major(from), semver__WEBPACK_IMPORTED_MODULE_0___default().minor(from)];
        if (semver__WEBPACK_IMPORTED_MODULE_0___default().major(to) > major || semver__WEBPACK_IMPORTED_MODULE_0___default().minor(to) > minor + 1) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cluster "${cluster}" can't skip a minor release: node ${name} runs ${release}; go to a release of v${major}.${minor + 1} before ${image}`);
        }
    }
}
/** What of a container the engine makes anew, or what is gone when it stops. */
const NOT_CARRIED = [
    ...['/dev', '/proc', '/sys', '/run', '/var/run', '/tmp', '/var/log', '/.dockerenv'],
    ...['/etc/hosts', '/etc/hostname', '/etc/resolv.conf', '/sbin/docker-init', '/usr/sbin/docker-init'],
];
const isBelow = (path, root) => path === root || path.startsWith(`${root}/`);
/** Whether what was put into a container is taken along into the one that follows it: not what is mounted there. */
function isCarried(path, mounts) {
    return ![...NOT_CARRIED, ...mounts].some((root) => isBelow(path, root));
}
/**
 * The fewest paths that hold all that is taken along of what was added to a container.
 * @param mounts where volumes and others are mounted
 */
function carriedPaths(added, mounts) {
    const whole = added.filter((path) => isCarried(path, mounts) && !mounts.some((mount) => isBelow(mount, path)));
    return whole.filter((path) => !whole.some((other) => other !== path && isBelow(path, other)));
}


/***/ })

};
