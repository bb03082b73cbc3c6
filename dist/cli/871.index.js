export const id = 871;
export const ids = [871];
export const modules = {

/***/ 5871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterApply: () => (/* binding */ clusterApply)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/plan/labels.ts
var plan_labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cluster/access.ts
var access = __webpack_require__(4102);
// EXTERNAL MODULE: ./src/cluster/addNodes.ts
var addNodes = __webpack_require__(8684);
// EXTERNAL MODULE: ./src/cluster/etcd.ts
var etcd = __webpack_require__(2998);
// EXTERNAL MODULE: ./src/cluster/k3sChannel.ts + 1 modules
var k3sChannel = __webpack_require__(6889);
// EXTERNAL MODULE: ./src/cluster/lifecycle.ts + 1 modules
var lifecycle = __webpack_require__(2028);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/cluster/nodes.ts + 1 modules
var nodes = __webpack_require__(3108);
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
        ulimits: actual.ulimits,
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
        found.push(`${name} ${extra.join(' ') || 'nothing'} would have to become ${missing.join(' ') || 'nothing'}`);
    }
    // The image sets labels too, so that one too many can't be told from the image's.
    const missing = labels.filter((label) => !is.labels.includes(label));
    if (missing.length > 0)
        found.push(`labels ${missing.join(' ')} are missing`);
    return found;
}
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
var plan_cluster = __webpack_require__(1690);
// EXTERNAL MODULE: ./src/plan/registry.ts
var plan_registry = __webpack_require__(1088);
// EXTERNAL MODULE: ./src/cluster/registries.ts
var registries = __webpack_require__(4763);
;// CONCATENATED MODULE: ./src/cluster/apply/desired.ts






/**
 * The plan that a config makes of a cluster that exists: token, API port, network and registries' ports are the
 * cluster's own unless the config says otherwise.
 * @throws UserError for a config that can't be planned, or a registry that is not there
 */
async function desiredState(config, cluster, context) {
    const { engine } = context;
    const network = await engine.networks.inspect(cluster.network.name);
    const [server] = (0,model/* nodesOf */.Nh)(cluster, 'server');
    if (network === undefined || server === undefined || cluster.api === undefined) {
        throw new errors/* UserError */.yo(`cluster "${cluster.name}" is incomplete: delete it and create it anew`);
    }
    const filled = {
        ...config,
        token: config.token ?? cluster.token,
        network: config.network ?? (cluster.network.external ? cluster.network.name : undefined),
        apiPort: config.apiPort ?? cluster.api.port,
    };
    const { facts: registries, missing } = await registriesOf(config, cluster, context);
    const plan = (0,plan_cluster/* planCluster */.Ci)(filled, {
        creation: server.labels[plan_labels/* LABEL */.d_.creation] ?? '',
        token: filled.token,
        apiHost: config.apiHost ?? cluster.api.host,
        apiPort: filled.apiPort,
        network: {
            name: network.name,
            id: network.id,
            subnet: network.subnet,
            gateway: network.gateway,
            external: cluster.network.external,
            // Positions have shifted since the addresses were given out: new nodes get theirs from the engine.
            fixedAddresses: false,
        },
        registries,
        restored: new Map(cluster.nodes
            .filter(({ labels }) => plan_labels/* LABEL */.d_.nodeName in labels)
            .map((node) => [node.name, { nodeName: (0,plan_labels/* kubernetesName */.gg)(node), ip: undefined }])),
        existingVolumes: await existingVolumes(engine, cluster),
    });
    return { config: filled, plan, registries, missing };
}
async function existingVolumes(engine, cluster) {
    const own = await engine.volumes.list([`${plan_labels/* LABEL */.d_.cluster}=${cluster.name}`]);
    const ours = new Set(own.map(({ name }) => name));
    const all = await engine.volumes.list([]);
    return new Set(all.map(({ name }) => name).filter((name) => !ours.has(name)));
}
async function registriesOf(config, cluster, context) {
    const facts = [];
    const missing = [];
    for (const spec of (0,registries/* registrySpecs */.ah)(config)) {
        const name = (0,plan_registry/* nameOfRegistry */.ol)(spec, config.name);
        const existing = cluster.nodes.find((node) => node.role === 'registry' && node.name === name);
        if (existing !== undefined) {
            facts.push(await (0,registries/* factsOf */.xS)(context.engine, existing));
            continue;
        }
        const prepared = await (0,registries/* prepareRegistry */.dD)(spec, config.name, context);
        missing.push(prepared);
        facts.push((0,plan_registry/* registryFacts */.jP)(prepared.spec, config.name, prepared.port.port));
    }
    for (const use of config.registriesUse)
        facts.push(await (0,registries/* findRegistry */.J4)(context.engine, use));
    return { facts, missing };
}

// EXTERNAL MODULE: ./src/plan/files.ts + 2 modules
var files = __webpack_require__(9031);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/readFiles.ts
var readFiles = __webpack_require__(5229);
;// CONCATENATED MODULE: ./src/cluster/apply/fileChanges.ts



/** The user's files that nodes have in another state. They are only replaced: what k3s makes of it is its own affair. */
async function fileChanges({ config, plan }, cluster, { engine }) {
    const k3sNodes = plan.nodes.filter(({ role }) => role !== 'loadbalancer');
    const isThere = (name) => cluster.nodes.some((node) => node.name === name);
    const perNode = (0,files/* planFiles */.jP)({ ...config, registriesYaml: undefined }, k3sNodes, []);
    const changes = [];
    for (const [name, files] of perNode) {
        // Nodes that are to come bring theirs.
        for (const file of isThere(name) ? files : []) {
            const base = file.path.slice(file.path.lastIndexOf('/') + 1);
            const present = (await (0,readFiles/* readFiles */.U)(engine, name, file.path))?.get(base);
            if (present === String(file.content))
                continue;
            changes.push({
                text: `~ file ${file.path} of ${name}`,
                run: () => (0,allSettled/* allSettled */.v)([engine.containers.putFiles(name, [file])]),
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

// EXTERNAL MODULE: ./src/plan/loadBalancer.ts
var loadBalancer = __webpack_require__(9477);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/cluster/balancers.ts
var balancers = __webpack_require__(1717);
// EXTERNAL MODULE: ./src/cluster/editPorts.ts
var editPorts = __webpack_require__(1766);
;// CONCATENATED MODULE: ./src/cluster/apply/portChanges.ts






const portText = ({ hostIP, hostPort, containerPort, protocol }) => `${hostIP}:${hostPort ?? ''}:${containerPort}/${protocol}`;
/** What the load balancers have to do differently. */
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
    const present = (await (0,editPorts/* publishedPorts */.L)(context.engine, cluster)).filter(({ key }) => key !== names/* API_PORT_KEY */.Vh);
    const wanted = balancer.container.ports.filter((port) => (0,names/* portKey */.ls)(port) !== names/* API_PORT_KEY */.Vh);
    const matches = (port, one) => one.key === (0,names/* portKey */.ls)(port) && (port.hostPort === undefined || one.hostPort === port.hostPort);
    const add = wanted.filter((port) => !present.some((one) => matches(port, one)));
    const remove = present.filter((one) => !wanted.some((port) => matches(port, one)));
    if (add.length + remove.length === 0)
        return [];
    const removed = remove.map(({ key, hostPort }) => `${hostPort}:${key.replace('.', '/')}`);
    const added = add.map(portText);
    const entry = (value, nodeFilters) => ({ value, nodeFilters, where: 'config' });
    return [
        {
            text: [...removed.map((port) => `- port ${port}`), ...added.map((port) => `+ port ${port}`)].join('\n'),
            run: async () => {
                // Looked up again: nodes may have come since.
                const now = await (0,lifecycle/* needCluster */.N0)(context.engine, cluster.name);
                const filters = (port) => filtersFor(now, values.ports.get((0,names/* portKey */.ls)(port)) ?? []);
                await (0,editPorts/* editPorts */.z)(now, {
                    remove: removed.map((value) => entry(value, [])),
                    add: add.map((port) => entry(portText(port), filters(port))),
                    image: desired.config.loadBalancerImage,
                }, context);
            },
        },
    ];
}
/** Node filters that mean these nodes of a cluster. */
function filtersFor(cluster, names) {
    return ['server', 'agent'].flatMap((role) => {
        const all = (0,model/* nodesOf */.Nh)(cluster, role);
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
    for (const balancer of (0,balancers/* balancersOf */.BW)(cluster)) {
        for (const [key, nodes] of (await (0,balancers/* readValues */.N$)(engine, balancer))?.ports ?? []) {
            const wanted = values.ports.get(key);
            if (wanted === undefined)
                continue;
            const before = nodes.filter((node) => staying.has(node)).sort();
            const after = wanted.filter((node) => there.has(node)).sort();
            if (before.join() !== after.join())
                wrong.set(key, wanted);
        }
    }
    if (wrong.size === 0)
        return [];
    return [
        {
            text: [...wrong].map(([key, nodes]) => `~ port ${key.replace('.', '/')} to ${nodes.join(', ')}`).join('\n'),
            run: async () => (0,balancers/* changeValues */.ln)(engine, await (0,lifecycle/* needCluster */.N0)(engine, cluster.name), ({ ports }) => {
                for (const [key, nodes] of wrong)
                    if (ports.has(key))
                        ports.set(key, nodes);
            }),
        },
    ];
}
/** The main load balancer's own settings. */
async function settings(values, cluster, { engine }) {
    const [main] = (0,model/* nodesOf */.Nh)(cluster, 'loadbalancer');
    const present = main && (await (0,balancers/* readValues */.N$)(engine, main))?.settings;
    const wanted = values.settings;
    if (present === undefined)
        return [];
    const keys = ['workerConnections', 'defaultProxyTimeout'].filter((key) => present[key] !== wanted[key]);
    if (keys.length === 0)
        return [];
    return [
        {
            text: keys.map((key) => `~ load balancer ${key}=${wanted[key]}`).join('\n'),
            run: async () => (0,balancers/* changeValues */.ln)(engine, await (0,lifecycle/* needCluster */.N0)(engine, cluster.name), (now, balancer) => {
                if (balancer.name === main?.name)
                    now.settings = wanted;
            }),
        },
    ];
}

;// CONCATENATED MODULE: ./src/cluster/apply/registryChanges.ts








/** Registries that come and go, and the nodes' settings for them, which k3s reads when it starts. */
async function registryChanges(desired, cluster, context) {
    const { engine } = context;
    const network = await engine.networks.inspect(cluster.network.name);
    const wanted = new Set(desired.registries.map(({ name }) => name));
    const gone = (0,model/* nodesOf */.Nh)(cluster, 'registry').filter(({ name }) => !wanted.has(name));
    const made = new Set(desired.missing.map(({ spec }) => (0,plan_registry/* nameOfRegistry */.ol)(spec, cluster.name)));
    const joining = desired.registries.filter(({ name }) => !made.has(name) && !network?.containers.some((one) => one.name === name));
    const changes = desired.missing.map((registry) => ({
        text: `+ registry ${(0,plan_registry/* nameOfRegistry */.ol)(registry.spec, cluster.name)}`,
        run: async () => {
            const creation = (0,model/* nodesOf */.Nh)(cluster, 'server')[0]?.labels[plan_labels/* LABEL */.d_.creation] ?? '';
            await (0,registries/* makeRegistry */.SQ)(registry, { cluster: cluster.name, network: cluster.network.name, creation }, engine);
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
    const wanted = (0,plan_registry/* registriesYaml */.zj)(desired.registries, desired.config.registriesYaml) ?? '';
    const [server] = (0,model/* nodesOf */.Nh)(cluster, 'server');
    const present = server && (await (0,readFiles/* readFiles */.U)(engine, server.id, files/* REGISTRIES_PATH */.yY))?.get('registries.yaml');
    if ((present ?? '') === wanted)
        return undefined;
    return {
        text: '~ registries.yaml of all nodes, which are restarted for it',
        run: async () => {
            const now = await (0,lifecycle/* needCluster */.N0)(engine, cluster.name);
            const nodes = now.nodes.filter(model/* isK3sNode */.S);
            await (0,allSettled/* allSettled */.v)(nodes.map((node) => engine.containers.putFiles(node.id, filesFor(node.id === server?.id))));
            await (0,lifecycle/* stopCluster */.dg)(engine, cluster.name);
            const { wait, timeoutMs } = desired.config;
            await (0,lifecycle/* startCluster */.Jp)(cluster.name, context, { wait, timeoutMs });
        },
    };
    function filesFor(isFirst) {
        return [(0,files/* registriesFile */.Wi)(wanted), ...(isFirst ? (0,plan_registry/* hostingManifest */.M$)(desired.registries) : [])];
    }
}

;// CONCATENATED MODULE: ./src/cluster/apply/apply.ts















/**
 * What it takes to bring a running cluster to a config, in the order in which it has to be done.
 * @throws UserError naming each part of the config that can't be reached without making the cluster anew
 */
async function planChanges(config, context) {
    const { engine } = context;
    const cluster = await (0,lifecycle/* needCluster */.N0)(engine, config.name);
    (0,access/* runningServer */.T)(cluster);
    const image = await (0,k3sChannel/* resolveImage */.AT)(config.image, process.env);
    const desired = await desiredState({ ...config, image }, cluster, context);
    await refuseWhatIsFixed(desired, cluster, context);
    if (missingNodes(desired, cluster).some(({ role }) => role === 'server'))
        await (0,addNodes/* checkServersPossible */.cg)(engine, cluster);
    const planned = new Set(desired.plan.nodes.map(({ name }) => name));
    const gone = cluster.nodes.filter((node) => (0,model/* isK3sNode */.S)(node) && !planned.has(node.name)).reverse();
    for (const node of gone)
        if (node.role === 'server')
            await (0,etcd/* checkServerCanGo */.w)(engine, node);
    return [
        ...(await registryChanges(desired, cluster, context)),
        ...gone.map((node) => ({ text: `- node ${node.name}`, run: () => (0,nodes/* deleteNode */.A)(engine, node, context.reporter) })),
        ...joinChanges(desired, cluster, context),
        ...(await portChanges(desired, cluster, context)),
        ...(await labelChanges(desired, cluster, context)),
        ...(await fileChanges(desired, cluster, context)),
    ];
}
async function refuseWhatIsFixed(desired, cluster, { engine }) {
    const problems = [];
    const imageEnv = (await engine.images.inspect(desired.config.image))?.env ?? [];
    for (const { name, role, container } of desired.plan.nodes) {
        const details = await engine.containers.inspect(name);
        if (role === 'loadbalancer' && details === undefined)
            problems.push('it has no load balancer');
        if (details === undefined || role === 'loadbalancer')
            continue;
        problems.push(...differences(details, container, imageEnv).map((difference) => `${name}: ${difference}`));
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
    if (!hasBalancer && (0,model/* nodesOf */.Nh)(cluster, 'loadbalancer').length > 0)
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
    return plan.nodes.filter((node) => (0,model/* isK3sNode */.S)(node) && !cluster.nodes.some(({ name }) => name === node.name));
}
function joinChanges(desired, cluster, context) {
    const { config } = desired;
    const missing = missingNodes(desired, cluster);
    return ['server', 'agent'].flatMap((role) => {
        const nodes = missing.filter((node) => node.role === role);
        const names = nodes.map(({ name }) => name);
        const request = { names, role, networks: [], wait: config.wait.size > 0, timeoutMs: config.timeoutMs };
        const planOf = (name) => nodes.find((node) => node.name === name);
        const run = async () => (0,addNodes/* joinNodes */.Eo)(await (0,lifecycle/* needCluster */.N0)(context.engine, config.name), request, context, planOf);
        return nodes.length === 0 ? [] : [{ text: names.map((name) => `+ node ${name}`).join('\n'), run }];
    });
}
/** Labels of Kubernetes nodes that are there already; new ones bring theirs. */
async function labelChanges({ plan }, cluster, { engine }) {
    return await (0,access/* withKube */.M)(engine, cluster, async (kube) => {
        const changes = [];
        for (const { name, container } of plan.nodes.filter(model/* isK3sNode */.S)) {
            const details = await engine.containers.inspect(name);
            const node = details && (await kube.get(`/api/v1/nodes/${(0,plan_labels/* kubernetesName */.gg)(details)}`));
            if (details === undefined || node === undefined)
                continue;
            const wanted = labelsInCommand(container.command);
            const change = labelChange(node, labelsInCommand(details.command), wanted);
            if (Object.keys(change).length === 0)
                continue;
            const run = () => (0,access/* withKube */.M)(engine, cluster, (client) => changeLabels(client, (0,plan_labels/* kubernetesName */.gg)(details), change, wanted));
            changes.push({ text: describeChange(name, change), run });
        }
        return changes;
    });
}

// EXTERNAL MODULE: ./src/common/timeline.ts
var timeline = __webpack_require__(5750);
// EXTERNAL MODULE: ./src/cluster/dind/connect.ts + 1 modules
var connect = __webpack_require__(8852);
// EXTERNAL MODULE: ./src/cli/run.ts + 12 modules
var run = __webpack_require__(4474);
// EXTERNAL MODULE: ./src/cli/commands/clusterCreate.ts + 6 modules
var clusterCreate = __webpack_require__(633);
;// CONCATENATED MODULE: ./src/cli/commands/clusterApply.ts






/** `k3d cluster apply`: says each change on standard output, and makes it unless it is only to be said. */
async function clusterApply(name, options, command) {
    const { clusters, notices } = (0,clusterCreate.readConfigs)(name, options.config, []);
    const reporter = (0,run/* reporterOf */.hw)(command);
    for (const notice of notices)
        reporter.info(notice);
    const dryRun = options.dryRun === true;
    await (0,run/* interruptible */.In)(async (signal) => {
        const engine = await (0,connect.connectEngine)();
        const present = await Promise.all(clusters.map((config) => (0,model/* findCluster */.KG)(engine, config.name)));
        const missing = clusters.filter((_, index) => present[index] === undefined);
        const context = { engine, reporter, timeline: new timeline/* Timeline */.K(), signal };
        // All is planned before anything is changed, so that a refusal leaves all as it was.
        const plans = [];
        for (const config of clusters.filter((one) => !missing.includes(one))) {
            plans.push({ config, changes: await planChanges(config, context) });
        }
        for (const config of missing)
            console.log(`+ cluster ${config.name}`);
        if (!dryRun && missing.length > 0)
            await (0,clusterCreate.createAndMerge)(engine, missing, reporter, signal);
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

/***/ 8684:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ joinNodes),
/* harmony export */   V7: () => (/* binding */ checkNamesFree),
/* harmony export */   cg: () => (/* binding */ checkServersPossible),
/* harmony export */   lW: () => (/* binding */ addNodes),
/* harmony export */   vm: () => (/* binding */ startNew)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _kubernetes_podCidr_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(1097);
/* harmony import */ var _kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3487);
/* harmony import */ var _plan_clone_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1150);
/* harmony import */ var _plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(6367);
/* harmony import */ var _plan_cluster_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1690);
/* harmony import */ var _plan_nodeFiles_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1784);
/* harmony import */ var _plan_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9031);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2471);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4102);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(4192);
/* harmony import */ var _balancers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1717);
/* harmony import */ var _starter_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1294);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(296);
/* harmony import */ var _createContainer_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5842);
/* harmony import */ var _etcd_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2998);
/* harmony import */ var _etcdJoin_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7815);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(3561);
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2028);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(7567);
/* harmony import */ var _nodeFailure_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(2500);
/* harmony import */ var _readFiles_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(5229);























/**
 * Adds nodes to a running cluster and waits until they are Ready. If one fails, all that were added are removed again.
 * @throws UserError when the cluster does not exist, does not run or can't have more servers, a name is taken, or the
 *   time is up
 */
async function addNodes(clusterName, request, context) {
    const { engine, reporter, signal } = context;
    const cluster = await (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_16__/* .needCluster */ .N0)(engine, clusterName);
    if (request.image !== undefined)
        await (0,_images_js__WEBPACK_IMPORTED_MODULE_15__/* .ensureImage */ .Y)(engine, request.image, reporter, signal);
    const candidates = [...(0,_model_js__WEBPACK_IMPORTED_MODULE_17__/* .nodesOf */ .Nh)(cluster, request.role), ...(0,_model_js__WEBPACK_IMPORTED_MODULE_17__/* .nodesOf */ .Nh)(cluster, 'server')];
    const model = candidates[0] && (await engine.containers.inspect(candidates[0].id));
    if (model === undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cluster "${cluster.name}" has no node that could be copied`);
    const files = await filesLike(engine, model.id);
    const url = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_7__/* .serverURL */ .Np)((0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster).name);
    await joinNodes(cluster, request, context, (name) => {
        const container = (0,_plan_clone_js__WEBPACK_IMPORTED_MODULE_3__/* .planAddedNode */ .mS)(model, { ...request, name, url }, _plan_cluster_js__WEBPACK_IMPORTED_MODULE_4__/* .KUBECONFIG_PATH */ .SC);
        return {
            container,
            files: [...(0,_plan_nodeFiles_js__WEBPACK_IMPORTED_MODULE_5__/* .nodeFiles */ .k)(request.disabledFixes, container.memory, container.binds), ...files],
        };
    });
}
/** The files that all nodes of a cluster have, as one of them has them. */
async function filesLike(engine, id) {
    const read = async (path) => (await (0,_readFiles_js__WEBPACK_IMPORTED_MODULE_19__/* .readFiles */ .U)(engine, id, path))?.get((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path));
    const settings = await read(_plan_files_js__WEBPACK_IMPORTED_MODULE_6__/* .REGISTRIES_PATH */ .yY);
    return [...(settings === undefined ? [] : [(0,_plan_files_js__WEBPACK_IMPORTED_MODULE_6__/* .registriesFile */ .Wi)(settings)]), ...(0,_plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_20__/* .caFiles */ .e)(await read(_plan_caCertificates_js__WEBPACK_IMPORTED_MODULE_20__/* .CA_PATH */ .r))];
}
/**
 * Has nodes join a running cluster and waits until they are Ready; if one fails, all of them are removed again.
 * @param plan gives the container of each
 * @throws UserError as `addNodes` does
 */
async function joinNodes(cluster, request, context, plan) {
    const { engine } = context;
    (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster);
    await checkNamesFree(engine, request.names);
    const joinsEtcd = request.role === 'server' && (await checkServersPossible(engine, cluster)).joinEtcd;
    const made = [];
    const subject = `the new nodes of cluster "${cluster.name}" were`;
    await (0,_context_js__WEBPACK_IMPORTED_MODULE_11__/* .withDeadline */ .N)(context, request.timeoutMs, subject, async (inner, progress) => {
        const over = new AbortController();
        try {
            const failure = await (0,_nodeFailure_js__WEBPACK_IMPORTED_MODULE_18__/* .failOnNodeExit */ .aY)(engine, (0,_model_js__WEBPACK_IMPORTED_MODULE_17__/* .clusterFilter */ .tp)(cluster.name), over.signal);
            const watched = { ...inner, signal: AbortSignal.any([inner.signal, failure]) };
            // Servers join etcd one after the other; agents all at once.
            const groups = request.role === 'server' ? request.names.map((name) => [name]) : [request.names];
            for (const names of groups) {
                await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_21__/* .allSettled */ .v)(names.map((name) => startNew(engine, plan(name), request.networks, made)));
                if (joinsEtcd)
                    await joinEtcd(cluster, names, watched, progress);
                else if (request.wait || request.role === 'server')
                    await waitUntilReady(cluster, names, watched, progress);
            }
        }
        catch (error) {
            await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_21__/* .allSettled */ .v)(made.map((name) => engine.containers.remove(name)));
            throw error;
        }
        finally {
            over.abort();
        }
    });
    await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_9__/* .putBehind */ .ul)(engine, cluster, request.role, request.names);
}
/** @throws UserError naming a container that exists already */
async function checkNamesFree(engine, names) {
    for (const name of names) {
        if ((await engine.containers.inspect(name)) !== undefined) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`container ${name} exists already: choose another name for the new nodes`);
        }
    }
}
/**
 * How servers can be added: they join etcd, or share a database.
 * @throws UserError when the cluster keeps its state where one server alone can use it
 */
async function checkServersPossible(engine, cluster) {
    const details = await engine.containers.inspect((0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster).id);
    const words = [...(details?.command ?? []), ...(details?.env ?? [])].join(' ');
    if ((0,_etcd_js__WEBPACK_IMPORTED_MODULE_13__/* .isEtcdMember */ .b)((0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster)) || /--cluster-init|K3S_CLUSTER_INIT=|datastore.endpoint/i.test(words))
        return { joinEtcd: !(0,_plan_clone_js__WEBPACK_IMPORTED_MODULE_3__/* .hasEndpoint */ .Ox)(details?.env ?? []) };
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cluster "${cluster.name}" keeps its state in SQLite, which one server alone can use: create it with several servers, or with --k3s-arg=--cluster-init@server:0, to add servers later`);
}
/** Makes and starts a node. @param made is given its name as soon as there is something to remove again */
async function startNew(engine, { container, files }, networks, made) {
    await (0,_createContainer_js__WEBPACK_IMPORTED_MODULE_12__/* .createContainer */ .g)(engine, container);
    made.push(container.name);
    for (const network of networks)
        await engine.networks.connect(network, container.name);
    await engine.containers.putFiles(container.name, files);
    await (0,_starter_js__WEBPACK_IMPORTED_MODULE_10__/* .startNode */ .L)(engine, container.name);
}
async function joinEtcd(cluster, names, context, progress) {
    const over = new AbortController();
    const signal = AbortSignal.any([context.signal, over.signal]);
    const promoting = (0,_etcdJoin_js__WEBPACK_IMPORTED_MODULE_14__/* .promoteLearners */ .V)(context.engine, (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster).name, names, () => undefined, signal);
    try {
        await waitUntilReady(cluster, names, context, progress);
    }
    finally {
        over.abort();
        await promoting;
    }
}
async function waitUntilReady(cluster, names, context, progress) {
    const blocker = (text) => progress.set(text);
    await (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .withKube */ .M)(context.engine, cluster, async (kube) => {
        const wait = { ...context, kube, startedAt: undefined, blocker, done: () => undefined };
        const { minor } = await (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .waitForApi */ .Pz)(wait);
        const args = (await context.engine.containers.inspect((0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster).id))?.command ?? [];
        await (0,_kubernetes_ready_js__WEBPACK_IMPORTED_MODULE_2__/* .waitForNodes */ .iw)(wait, names, new _kubernetes_podCidr_js__WEBPACK_IMPORTED_MODULE_22__/* .PodCidrGiver */ .T(kube, Number.parseInt(minor, 10), args), () => undefined);
    });
}


/***/ }),

/***/ 1766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ publishedPorts),
/* harmony export */   z: () => (/* binding */ editPorts)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5320);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1954);
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8628);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3848);
/* harmony import */ var _plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9477);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2471);
/* harmony import */ var _plan_ports_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3491);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4102);
/* harmony import */ var _starter_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1294);
/* harmony import */ var _balancers_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1717);
/* harmony import */ var _createContainer_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5842);
/* harmony import */ var _hostPorts_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(60);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3561);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7567);















/**
 * Publishes more ports of a cluster, or takes some back. An engine can't publish more ports of a container that runs,
 * and one that is replaced drops its connections, so new ports get a load balancer of their own beside the main one.
 * @throws UserError for ports that are malformed, taken, or not published
 */
async function editPorts(cluster, changes, context) {
    const { engine } = context;
    const removals = await planRemovals(engine, cluster, changes.remove);
    const addition = changes.add.length === 0 ? undefined : planAddition(cluster, changes.add);
    if (addition !== undefined) {
        const wanted = addition.mappings.flatMap(({ hostIP, hostPort, protocol }) => hostPort === undefined ? [] : [{ hostIP, port: hostPort, protocol }]);
        await (0,_hostPorts_js__WEBPACK_IMPORTED_MODULE_12__/* .checkPortsFree */ .f)(engine, wanted.filter((port) => !isBeingClosed(port.port, port.protocol, removals)));
    }
    await removePorts(cluster, removals, context);
    if (addition !== undefined)
        await addBalancer(cluster, addition, changes.image, context);
}
const isBeingClosed = (port, protocol, removals) => removals.some((one) => one.hostPort === port && one.protocol === protocol && (0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .isExtra */ .jt)(one.balancer));
/** Ports that load balancers have published and pass on. */
async function publishedPorts(engine, cluster) {
    const lists = await Promise.all((0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .balancersOf */ .BW)(cluster).map(async (balancer) => {
        const values = await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .readValues */ .N$)(engine, balancer);
        return balancer.ports.flatMap((port) => {
            const { hostPort, protocol } = port;
            const key = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .portKey */ .ls)(port);
            return values?.ports.has(key) ? [{ balancer, key, hostPort, protocol }] : [];
        });
    }));
    return lists.flat();
}
async function planRemovals(engine, cluster, remove) {
    const published = await publishedPorts(engine, cluster);
    const wanted = remove.flatMap(({ value, where }) => (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePortSpec */ .qy)(value, _plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .LOOPBACK */ .Ws, where).map((mapping) => ({ ...mapping, value, where })));
    const removals = wanted.map(({ hostPort, containerPort, protocol, value, where }) => {
        const key = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .portKey */ .ls)({ containerPort, protocol });
        if (key === _plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .API_PORT_KEY */ .Vh)
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: the port of the Kubernetes API can't be closed`);
        const found = published.find((one) => one.key === key && (hostPort === undefined || one.hostPort === hostPort));
        if (found !== undefined)
            return found;
        const open = published.map((one) => `${one.hostPort}:${one.key.replace('.', '/')}`);
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: port "${value}" is not published by a load balancer of cluster "${cluster.name}"; published are ${open.join(', ') || 'none'}`);
    });
    for (const { balancer, key, hostPort } of removals) {
        const twin = published.find((one) => one.balancer.id === balancer.id && one.key === key && one.hostPort !== hostPort);
        if (twin !== undefined && !removals.includes(twin)) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`port ${hostPort} can't be closed alone: ${twin.hostPort} leads to the same port ${key.replace('.', '/')} of ${balancer.name}; close both`);
        }
    }
    return removals;
}
async function removePorts(cluster, removals, context) {
    const { engine, reporter } = context;
    if (removals.length === 0)
        return;
    await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .changeValues */ .ln)(engine, cluster, ({ ports }, balancer) => {
        for (const removal of removals)
            if (removal.balancer.id === balancer.id)
                ports.delete(removal.key);
    });
    for (const balancer of new Set(removals.map((removal) => removal.balancer))) {
        const values = await (0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .readValues */ .N$)(engine, balancer);
        if ((0,_balancers_js__WEBPACK_IMPORTED_MODULE_10__/* .isExtra */ .jt)(balancer) && values?.ports.size === 0)
            await engine.containers.remove(balancer.id);
        else {
            reporter.info(`Nothing is passed on any more; the engine gives the host ports free when cluster ${cluster.name} is next started`);
        }
    }
}
/** What nginx says when it serves; k3d waits for the same. */
const READY_LINE = 'start worker processes';
const LOG_LINES = 100;
const LOOK_EVERY_MS = 100;
const UP_WITHIN_MS = 20_000;
function planAddition(cluster, add) {
    const taken = new Set(cluster.nodes.map(({ name }) => name));
    let index = 1;
    while (taken.has((0,_plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .extraLoadBalancerName */ .gV)(cluster.name, index)))
        index++;
    const name = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_6__/* .extraLoadBalancerName */ .gV)(cluster.name, index);
    const nodes = [...plannedLike(cluster), { role: 'loadbalancer', index: 0, name }];
    const ports = (0,_plan_ports_js__WEBPACK_IMPORTED_MODULE_7__/* .planPorts */ .E)({ ..._config_defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULTS */ .zY, loadBalancer: 'on', ports: [...add] }, nodes);
    const direct = [...ports.published.keys()].find((node) => node !== name);
    if (direct !== undefined) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${add[0]?.where}: node ${direct} runs, and a container that runs can't publish more ports: leave "direct" out, then a load balancer passes them on`);
    }
    return { name, mappings: ports.published.get(name) ?? [], ports };
}
/** The nodes of a cluster that exists, as filters see them. */
function plannedLike(cluster) {
    return ['server', 'agent'].flatMap((role) => (0,_model_js__WEBPACK_IMPORTED_MODULE_14__/* .nodesOf */ .Nh)(cluster, role).map(({ name }, index) => ({ role, index, name })));
}
async function addBalancer(cluster, { name, mappings, ports }, image, { engine, reporter, signal }) {
    const [main] = (0,_model_js__WEBPACK_IMPORTED_MODULE_14__/* .nodesOf */ .Nh)(cluster, 'loadbalancer');
    const labels = (main ?? (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .runningServer */ .T)(cluster)).labels;
    // k3d's own image sets itself up in other ways; ours is stock nginx.
    const ownImage = main !== undefined && _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.creation in main.labels ? main.image : image;
    await (0,_images_js__WEBPACK_IMPORTED_MODULE_13__/* .ensureImage */ .Y)(engine, ownImage, reporter, signal);
    const kept = Object.entries(labels).filter(([key]) => key === _plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app || (key.startsWith('k3d.') && !/^k3d\.(server|node|loadbalancer)\./.test(key)));
    const container = (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_5__/* .loadBalancerContainer */ .As)({
        name,
        image: ownImage,
        env: [],
        labels: { ...Object.fromEntries(kept), [_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.role]: 'noRole', [_plan_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.extraLoadBalancer]: 'true' },
        network: cluster.network.name,
        ip: undefined,
        ports: mappings,
        binds: [],
        extraHosts: [],
        open: ports.open,
    });
    try {
        await (0,_createContainer_js__WEBPACK_IMPORTED_MODULE_11__/* .createContainer */ .g)(engine, container);
        await engine.containers.putFiles(name, (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_5__/* .loadBalancerFiles */ .S9)({ ports: ports.proxied, settings: (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_5__/* .settingsWith */ .WG)([]) }));
        await (0,_starter_js__WEBPACK_IMPORTED_MODULE_9__/* .startNode */ .L)(engine, name);
        // The engine takes connections before anybody is there to answer them.
        const isUp = async () => ((await engine.containers.logs(name, LOG_LINES)).includes(READY_LINE) ? true : undefined);
        await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(isUp, LOOK_EVERY_MS, AbortSignal.any([signal, AbortSignal.timeout(UP_WITHIN_MS)]));
    }
    catch (error) {
        await engine.containers.remove(name);
        throw error;
    }
    reporter.info(`Load balancer ${name} publishes the new ports`);
}


/***/ }),

/***/ 2998:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isEtcdMember),
/* harmony export */   w: () => (/* binding */ checkServerCanGo)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3848);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7567);



/** Whether a server belongs to a cluster that was begun with etcd. */
function isEtcdMember(server) {
    return server.labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.serverInit] === 'true';
}
/**
 * Checks that a cluster can do without one of its servers.
 * @throws UserError when it is the only one, the one that the others join through, or the rest would have no quorum
 */
async function checkServerCanGo(engine, node) {
    const cluster = await (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .findCluster */ .KG)(engine, node.cluster);
    const servers = cluster === undefined ? [] : (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .nodesOf */ .Nh)(cluster, 'server');
    if (servers.length <= 1) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`node ${node.name} is the only server of cluster "${node.cluster}": delete the cluster instead`);
    }
    if (isEtcdMember(node) || joinedThrough(cluster) === node.name) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`node ${node.name} is the server that cluster "${node.cluster}" began with and that all other nodes join through: delete another server`);
    }
    const others = servers.filter(({ id }) => id !== node.id);
    const running = others.filter(({ state }) => state === 'running').length;
    const needed = Math.floor(others.length / 2) + 1;
    if (running < needed) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`without ${node.name}, ${running} of ${others.length} servers of cluster "${node.cluster}" would run, and etcd needs ${needed}: start the others first`);
    }
    // To let a member go, the members as they are have to agree.
    const now = servers.filter(({ state }) => state === 'running').length;
    if (now < Math.floor(servers.length / 2) + 1) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`only ${now} of ${servers.length} servers of cluster "${node.cluster}" run, too few for etcd to decide anything: start the others first`);
    }
}
/** The server that the nodes' URL names. */
function joinedThrough({ nodes }) {
    const url = nodes.map(({ labels }) => labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.clusterURL]).find(Boolean);
    return url === undefined ? undefined : new URL(url).hostname;
}


/***/ }),

/***/ 3108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ deleteNode),
  j: () => (/* binding */ needNode)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/poll.ts
var poll = __webpack_require__(5320);
// EXTERNAL MODULE: ./src/kubernetes/client.ts
var client = __webpack_require__(7369);
;// CONCATENATED MODULE: ./src/kubernetes/leave.ts


/** How long a node's pods may take to go, in milliseconds. */
const DRAIN_MS = 20_000;
const LOOK_EVERY_MS = 300;
/**
 * Takes a node out of Kubernetes: no new pods, its pods evicted within a bound, the container stopped, then the Node
 * and its password removed, without which a node of the same name could not join later (k3s: pkg/nodepassword).
 * @param stop stops the node's container; undefined: it does not run, so there is nothing to move away
 */
async function leaveKubernetes(kube, name, stop) {
    const path = `/api/v1/nodes/${name}`;
    if (stop !== undefined && (await kube.get(path)) !== undefined) {
        await kube.patch(path, { spec: { unschedulable: true } });
        await drain(kube, name);
    }
    await stop?.();
    await kube.delete(path);
    await kube.delete(`/api/v1/namespaces/kube-system/secrets/${name}.node-password.k3s`);
}
/** k3s's annotations for taking a member out of etcd (k3s: pkg/etcd/member_controller.go). */
const REMOVE_MEMBER = 'etcd.k3s.cattle.io/remove';
const REMOVED_MEMBER = 'etcd.k3s.cattle.io/removed-node-name';
/** How long a member may take to leave, in milliseconds. Where k3s does not know the annotation, it goes with its Node. */
const LEAVE_ETCD_MS = 20_000;
/** Has k3s take a server out of etcd while it still runs, so that the others never miss it. */
async function leaveEtcd(kube, name) {
    const path = `/api/v1/nodes/${name}`;
    const node = await kube.get(path);
    if (node?.metadata.labels?.['node-role.kubernetes.io/etcd'] !== 'true')
        return;
    await kube.patch(path, { metadata: { annotations: { [REMOVE_MEMBER]: 'true' } } });
    const until = Date.now() + LEAVE_ETCD_MS;
    while (Date.now() < until) {
        const seen = await kube.get(path);
        if (seen?.metadata.annotations?.[REMOVED_MEMBER])
            return;
        await (0,poll/* sleep */.y)(LOOK_EVERY_MS);
    }
}
async function drain(kube, node) {
    const until = Date.now() + DRAIN_MS;
    for (;;) {
        const pods = await podsToMove(kube, node);
        if (pods.length === 0 || Date.now() > until)
            return;
        for (const { name, namespace } of pods)
            await evict(kube, name, namespace ?? 'default');
        await (0,poll/* sleep */.y)(LOOK_EVERY_MS);
    }
}
/** Pods of DaemonSets and static pods belong to the node and go with it. */
async function podsToMove(kube, node) {
    const list = await kube.get(`/api/v1/pods?fieldSelector=spec.nodeName%3D${node}`);
    return (list?.items ?? [])
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
        if (!(error instanceof client/* KubeError */.a && [404, 429].includes(error.status)))
            throw error;
    }
}

// EXTERNAL MODULE: ./src/plan/labels.ts
var labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cluster/access.ts
var access = __webpack_require__(4102);
// EXTERNAL MODULE: ./src/cluster/balancers.ts
var balancers = __webpack_require__(1717);
// EXTERNAL MODULE: ./src/cluster/etcd.ts
var etcd = __webpack_require__(2998);
// EXTERNAL MODULE: ./src/cluster/lifecycle.ts + 1 modules
var lifecycle = __webpack_require__(2028);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
;// CONCATENATED MODULE: ./src/cluster/nodes.ts








/** Finds a node by its name, with or without k3d's prefix. @throws UserError when there is none */
async function needNode(engine, name) {
    const found = (await (0,model.listNodes)(engine)).find((node) => node.name === name || node.name === `k3d-${name}`);
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
        await (0,etcd/* checkServerCanGo */.w)(engine, node);
    const cluster = await (0,model/* findCluster */.KG)(engine, node.cluster);
    if (cluster !== undefined && (0,model/* isK3sNode */.S)(node)) {
        await (0,balancers/* takeFromBehind */.MU)(engine, cluster, [node.name]);
        await leave(engine, cluster, node, reporter);
    }
    await engine.containers.remove(node.id);
}
/** Takes a node out of Kubernetes. If the cluster can't be asked, the node goes all the same, with a warning. */
async function leave(engine, cluster, node, reporter) {
    // A cluster that does not run is not told: it will see that the node is gone.
    if (!(0,model/* nodesOf */.Nh)(cluster, 'server').some(({ state }) => state === 'running'))
        return;
    const isUp = node.state === 'running';
    const stop = isUp ? () => engine.containers.stop(node.id, lifecycle/* STOP_SECONDS */.To) : undefined;
    try {
        await (0,access/* withKube */.M)(engine, cluster, async (kube) => {
            if (node.role === 'server')
                await leaveEtcd(kube, (0,labels/* kubernetesName */.gg)(node));
            await leaveKubernetes(kube, (0,labels/* kubernetesName */.gg)(node), stop);
        });
    }
    catch (error) {
        reporter.warn(`Node ${node.name} could not be taken out of Kubernetes: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}


/***/ }),

/***/ 1150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ox: () => (/* binding */ hasEndpoint),
/* harmony export */   mS: () => (/* binding */ planAddedNode),
/* harmony export */   nf: () => (/* binding */ planRemoteAgent)
/* harmony export */ });
/* harmony import */ var _datastore_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(458);
/* harmony import */ var _entrypoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8026);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3848);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9580);




/** Labels that belong to the one server that is copied. */
const OWN_LABELS = [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.serverInit, _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.staticIP, _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.nodeName];
/** Variables that a node has of its own. */
const OWN_VARIABLES = /^K3S_(URL|KUBECONFIG_OUTPUT|TOKEN)=/;
/** What a server knows and an agent has no use for: the password of its database. */
const isEndpoint = (entry) => entry.startsWith(`${_datastore_js__WEBPACK_IMPORTED_MODULE_0__/* .ENDPOINT_VARIABLE */ .nb}=`);
/**
 * The container of a node that joins an existing cluster: a copy of one of its nodes, as in k3d, without published
 * ports and without what began the cluster. Only labels that begin with `k3d` are copied.
 * @param model a node of the same role, or for a cluster's first agent a server
 * @param kubeconfigPath where a server writes its kubeconfig
 */
function planAddedNode(model, node, kubeconfigPath) {
    const sameRole = model.labels[_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.role] === node.role;
    const isServer = node.role === 'server';
    const copied = Object.entries(model.labels).filter(([key]) => key.startsWith('k3d') && !OWN_LABELS.includes(key) && (isServer || !key.startsWith('k3d.server.')));
    const token = node.token ?? model.labels[_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.clusterToken] ?? '';
    return {
        ...emptyNode(node),
        image: node.image ?? model.image,
        command: [...(sameRole ? commandOf(model) : [node.role]), ...ownArgs(node)],
        env: [
            ...model.env.filter((entry) => !OWN_VARIABLES.test(entry) && (isServer || !isEndpoint(entry))),
            `K3S_TOKEN=${token}`,
            ...(isServer && hasEndpoint(model.env) ? [] : [`K3S_URL=${node.url}`]),
            ...(isServer ? [`K3S_KUBECONFIG_OUTPUT=${kubeconfigPath}`] : []),
        ],
        labels: {
            ...node.runtimeLabels,
            ...Object.fromEntries(copied),
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.app]: _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .APP */ .uq,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.version]: _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .K3D_CONTRACT_VERSION */ .Pm,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.role]: node.role,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.serverLoadBalancer]: model.labels[_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.serverLoadBalancer] ?? '',
        },
        network: model.labels[_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.network] ?? '',
        binds: model.binds,
        extraHosts: model.extraHosts,
        ulimits: node.ulimits.length > 0 ? [...node.ulimits] : model.ulimits,
        memory: node.memory ?? (sameRole && model.memory > 0 ? model.memory : undefined),
        hostPid: model.hostPid,
    };
}
/** Whether a server's state is in a database: others join by that alone. */
const hasEndpoint = (env) => env.some(isEndpoint);
/** The container of an agent that joins a cluster which is somewhere else. */
function planRemoteAgent(node, network) {
    return {
        ...emptyNode(node),
        image: node.image,
        command: ['agent', ...ownArgs(node)],
        env: [`K3S_TOKEN=${node.token}`, `K3S_URL=${node.url}`],
        labels: {
            ...node.runtimeLabels,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.app]: _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .APP */ .uq,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.version]: _labels_js__WEBPACK_IMPORTED_MODULE_2__/* .K3D_CONTRACT_VERSION */ .Pm,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.role]: node.role,
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.cluster]: '',
            [_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.clusterURL]: node.url,
        },
        network,
        ulimits: [...node.ulimits],
        memory: node.memory,
    };
}
/** What all nodes of k3s have in common. */
const emptyNode = ({ name }) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .plainContainer */ .M)({ name, image: '', entrypoint: [_entrypoint_js__WEBPACK_IMPORTED_MODULE_1__/* .NODE_ENTRYPOINT */ .Qj], tmpfs: ['/run', '/var/run'], privileged: true });
const ownArgs = (node) => [
    ...node.k3sArgs,
    ...node.nodeLabels.flatMap((label) => ['--node-label', label]),
];
/** Labels were given to the one node that is copied, not to all; only one server begins a cluster. */
function commandOf({ command }) {
    return command.filter((word, index) => word !== '--node-label' && command[index - 1] !== '--node-label' && word !== '--cluster-init');
}


/***/ })

};
