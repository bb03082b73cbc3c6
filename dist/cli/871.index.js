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
// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/cluster/toldNodes.ts
var toldNodes = __webpack_require__(7124);
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
        found.push(`${name} ${shown(extra)} would have to become ${shown(missing)}`);
    }
    // The image sets labels too, so that one too many can't be told from the image's.
    const missing = labels.filter((label) => !is.labels.includes(label));
    if (missing.length > 0)
        found.push(`labels ${missing.join(' ')} are missing`);
    return found;
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
        const all = (await kube.get('/api/v1/nodes'))?.items ?? [];
        for (const { name, container } of plan.nodes.filter(model/* isK3sNode */.S)) {
            const details = await engine.containers.inspect(name);
            const node = details && (0,nodeNames/* nodeFor */.O)({ name: (0,plan_labels/* kubernetesName */.gg)(details), addresses: (0,toldNodes/* addressesOf */.s)(details) }, all);
            if (details === undefined || node === undefined)
                continue;
            const wanted = labelsInCommand(container.command);
            const change = labelChange(node, labelsInCommand(details.command), wanted);
            if (Object.keys(change).length === 0)
                continue;
            const run = () => (0,access/* withKube */.M)(engine, cluster, (client) => changeLabels(client, node.metadata.name, change, wanted));
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

/***/ 6800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact)
/* harmony export */ });
/** What stands where a secret was. */
const REDACTED = '***';
/** Names whose values are secrets, wherever they stand: variables, arguments, fields. */
const SECRET_NAME = String.raw `[\w.-]*(?:password|passwd|passphrase|token|secret|api[_-]?key|access[_-]?key|private[_-]?key|credential|authorization)[\w.-]*`;
/**
 * Kinds of secrets that are known by how they look, each with what is put in their place.
 */
const PATTERNS = [
    [
        /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?(-----END \1-----|$)/g,
        `-----BEGIN $1-----${REDACTED}-----END $1-----`,
    ],
    // JSON web tokens, as ServiceAccounts have them.
    [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED],
    // k3s's tokens: K10 and the hash of the CA, :: and the password.
    [/\bK10[0-9a-f]{64}::[^\s"',]+/g, REDACTED],
    // Logins of URLs, up to the last @, for a password may have one; a port and a path before a digest are none. One with
    // a slash in it is looked for within bounds, so that a line of megabytes is no work of hours; without, of any length.
    [/(\/\/[^\s/:@"']+:)(?:(?!\d+\/)[^\s"']{1,512}|[^\s/@"']+)@/g, `$1${REDACTED}@`],
    // Endpoints as MySQL's driver takes them: USER:PASSWORD@tcp(HOST:PORT)/NAME.
    // From a name's beginning and within bounds, for the same reason.
    [/(?<![^\s:@"'=])([^\s:@"'=]{1,64}:)[^\s"']{1,512}(@(?:tcp|unix)\()/g, `$1${REDACTED}$2`],
    [/\b(basic|bearer)\s+[\w+/=.~-]{8,}/gi, `$1 ${REDACTED}`],
    [
        /\b(client-key-data|client-certificate-data|\.dockerconfigjson|"?auth"?)(["']?\s*[:=]\s*["']?)[\w+/=.-]{8,}/gi,
        `$1$2${REDACTED}`,
    ],
    // "NAME": "value", NAME=value, NAME:   value; nulls, numbers, objects and references are none.
    [
        new RegExp(String.raw `(\b${SECRET_NAME}["']?[ \t]*[:=][ \t]*["']?)(?!<|null\b|true\b|false\b|\d+\b|[{[(*])[^\s"',}]+`, 'gi'),
        `$1${REDACTED}`,
    ],
    [new RegExp(String.raw `(--${SECRET_NAME}["']?,?\s+["']?)(?!-)[^\s"',\]]+`, 'gi'), `$1${REDACTED}`],
];
/**
 * `text` without secrets: those that are given, and whatever looks like one.
 * @param known values that are secrets; short ones, which are everywhere, are passed over
 */
function redact(text, known) {
    let clean = text;
    for (const value of known)
        if (value.length >= 4)
            clean = clean.replaceAll(value, REDACTED);
    for (const [pattern, instead] of PATTERNS)
        clean = clean.replace(pattern, instead);
    return clean;
}


/***/ })

};
