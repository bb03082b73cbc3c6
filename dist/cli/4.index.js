export const id = 4;
export const ids = [4];
export const modules = {

/***/ 2004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cm: () => (/* reexport */ accessURL),
  sO: () => (/* reexport */ addressesOf),
  Sw: () => (/* reexport */ apiURL),
  tp: () => (/* reexport */ clusterFilter),
  eb: () => (/* reexport */ clusterKubeconfig),
  CV: () => (/* reexport */ clusterValue),
  W1: () => (/* reexport */ configOf),
  K$: () => (/* reexport */ describeCluster),
  rJ: () => (/* reexport */ expectationsFor),
  Ap: () => (/* reexport */ familyOf),
  KG: () => (/* reexport */ findCluster),
  ST: () => (/* reexport */ isGone),
  S: () => (/* reexport */ isK3sNode),
  listClusters: () => (/* reexport */ listClusters),
  listNodes: () => (/* reexport */ listNodes),
  N0: () => (/* reexport */ needCluster),
  bX: () => (/* reexport */ newCreationId),
  dH: () => (/* reexport */ nodeValues),
  Nh: () => (/* reexport */ nodesOf),
  L1: () => (/* reexport */ readCredentials),
  TW: () => (/* reexport */ runningServer),
  xE: () => (/* reexport */ unknownCluster),
  S7: () => (/* reexport */ viewCluster),
  MT: () => (/* reexport */ withKube)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/kubernetes/client.ts
var client = __webpack_require__(7369);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
;// CONCATENATED MODULE: ./src/cluster/find/credentials.ts


/** Where k3s keeps certificates on a server. */
const TLS_FOLDER = `${names/* K3S_DATA_PATH */.Tt}/server/tls`;
/**
 * The administrator's credentials, read from a server's own files. They are there before the API answers, and also
 * while the server is stopped.
 * @param server URL under which the API is reached from here
 * @returns undefined as long as k3s has not written them
 */
async function readCredentials(engine, container, server) {
    const files = await (0,readFiles/* readFiles */.Ul)(engine, container, TLS_FOLDER);
    const pem = (name) => {
        const text = files?.get(name);
        return text !== undefined && /-----END [A-Z ]+-----\s*$/.test(text) ? text : undefined; // else still being written
    };
    const [ca, cert, key] = [pem('server-ca.crt'), pem('client-admin.crt'), pem('client-admin.key')];
    return ca === undefined || cert === undefined || key === undefined ? undefined : { server, ca, cert, key };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/kubernetes/kubeconfig.ts
var kubeconfig = __webpack_require__(9741);
// EXTERNAL MODULE: ./src/plan/dind.ts
var dind = __webpack_require__(3266);
;// CONCATENATED MODULE: ./src/cluster/find/model.ts



/** Filter for all that is k3d's and belongs to a cluster. */
function clusterFilter(name) {
    return [`${contract_labels/* LABEL */.d_.app}=${contract_labels/* APP */.uq}`, `${contract_labels/* LABEL */.d_.cluster}=${name}`];
}
/** All nodes on the engine, registries and load balancers included, by name. */
async function listNodes(engine, filter = [`${contract_labels/* LABEL */.d_.app}=${contract_labels/* APP */.uq}`]) {
    const containers = await engine.containers.list(filter);
    return (containers
        // A container that holds an engine is no node.
        .filter(({ labels }) => contract_labels/* LABEL */.d_.role in labels && labels[contract_labels/* LABEL */.d_.role] !== dind/* DIND_ROLE */.Dd)
        .filter(({ name }) => !(0,names/* isAside */.Zl)(name))
        .map((container) => ({
        ...container,
        role: container.labels[contract_labels/* LABEL */.d_.role],
        cluster: container.labels[contract_labels/* LABEL */.d_.cluster] ?? '',
    }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })));
}
/** All clusters on the engine, ours and k3d's, by name. */
async function listClusters(engine) {
    const byName = new Map();
    for (const node of await listNodes(engine)) {
        if (node.cluster === '')
            continue;
        byName.set(node.cluster, [...(byName.get(node.cluster) ?? []), node]);
    }
    return [...byName]
        .filter(([, nodes]) => nodes.some(({ role }) => role !== 'registry'))
        .map(([name, nodes]) => toCluster(name, nodes))
        .sort((a, b) => a.name.localeCompare(b.name));
}
/** @returns undefined when no container is labelled as that cluster's; a registry that outlived it makes none */
async function findCluster(engine, name) {
    const nodes = await listNodes(engine, clusterFilter(name));
    return nodes.every(({ role }) => role === 'registry') ? undefined : toCluster(name, nodes);
}
/** Whether a node has the name that k3d gives by role and position, and not one of its own. */
function isNamedByPosition({ name, role }, cluster) {
    const position = Number(/\d+$/.exec(name)?.[0]);
    return name === (role === 'server' ? names/* serverName */.L5 : names/* agentName */.Lp)(cluster, position);
}
/** @param found by name. Those that were added come last: the first server is the one at which others look for it. */
function toCluster(name, found) {
    const isAdded = (node) => Number(isK3sNode(node) && !isNamedByPosition(node, name));
    const nodes = [...found].sort((a, b) => isAdded(a) - isAdded(b));
    const label = (key) => nodes.map((node) => node.labels[key]).find((value) => value);
    const port = label(contract_labels/* LABEL */.d_.apiPort);
    return {
        name,
        nodes,
        network: { name: label(contract_labels/* LABEL */.d_.network) ?? (0,names/* networkName */.uv)(name), external: label(contract_labels/* LABEL */.d_.networkExternal) === 'true' },
        token: label(contract_labels/* LABEL */.d_.clusterToken) ?? '',
        api: port === undefined
            ? undefined
            : { host: label(contract_labels/* LABEL */.d_.apiHost) ?? '', hostIP: label(contract_labels/* LABEL */.d_.apiHostIP) ?? '', port: Number(port) },
    };
}
/** Whether a node runs k3s, and is not one of what stands beside. */
function isK3sNode({ role }) {
    return role === 'server' || role === 'agent';
}
/** The nodes of a role. */
function nodesOf(cluster, role) {
    return cluster.nodes.filter((node) => node.role === role);
}

;// CONCATENATED MODULE: ./src/cluster/find/needCluster.ts


/** The cluster of that name. @throws UserError naming those that exist when it does not */
async function needCluster(engine, name) {
    return (await findCluster(engine, name)) ?? Promise.reject(await unknownCluster(engine, name));
}
/** The error for a name that no cluster has, naming those that exist. */
async function unknownCluster(engine, name) {
    const names = (await listClusters(engine)).map((cluster) => cluster.name);
    const known = names.length === 0 ? 'there are none' : `there are ${names.join(', ')}`;
    return new errors/* UserError */.yo(`cluster "${name}" does not exist; ${known}`);
}

;// CONCATENATED MODULE: ./src/cluster/find/kubeconfig.ts








/** URL under which a cluster's API is reached from here. An address that means "all" is reached by the loopback. */
function apiURL(host, port) {
    const reachable = (0,names/* reachableAddress */.SE)(host);
    return `https://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
/**
 * URL under which this process reaches a cluster's API. A name that the kubeconfig has may be known to other machines
 * alone: on this one the address is enough, and the certificate has it too.
 */
function accessURL({ host, hostIP, port }, engine) {
    const isName = host !== '' && (0,external_node_net_.isIP)(host) === 0;
    return apiURL(isName && engine.endpoint.host === undefined ? hostIP : host, port);
}
/**
 * The kubeconfig of a cluster that exists, ours or k3d's.
 * @param internal with the address that containers on the cluster's network reach it under
 * @throws UserError when there is no such cluster, or its servers have never run
 */
async function clusterKubeconfig(engine, name, internal) {
    const cluster = await findCluster(engine, name);
    if (cluster === undefined)
        throw await unknownCluster(engine, name);
    const [server] = nodesOf(cluster, 'server');
    if (server === undefined || cluster.api === undefined) {
        throw new errors/* UserError */.yo(`cluster "${name}" has no server: delete it and create it anew`);
    }
    // One that came later, for ports alone, is not among the names that the servers' certificates are for.
    const [inFront = server] = nodesOf(cluster, 'loadbalancer').filter(({ name: balancer }) => balancer === server.labels[contract_labels/* LABEL */.d_.serverLoadBalancer]);
    const url = internal ? (0,names/* serverURL */.Np)(inFront.name) : apiURL(cluster.api.host, cluster.api.port);
    const credentials = await readCredentials(engine, server.id, url);
    if (credentials === undefined) {
        throw new errors/* UserError */.yo(`cluster "${name}" has no certificates yet: its server ${server.name} has not come up (${server.state})`);
    }
    return (0,kubeconfig/* kubeconfigFor */.jf)(name, credentials);
}

;// CONCATENATED MODULE: ./src/cluster/find/access.ts





/** A server that is spoken with may be the one that is leaving: then another answers. */
const RETRIES = 20;
/** A server of the cluster that runs. @throws UserError when there is none */
function runningServer(cluster) {
    const server = nodesOf(cluster, 'server').find(({ state }) => state === 'running');
    if (server !== undefined)
        return server;
    throw new errors/* UserError */.yo(`cluster "${cluster.name}" does not run: start it with "k3d cluster start ${cluster.name}"`);
}
/**
 * Runs `work` with a client for the API of a cluster that exists, as its administrator.
 * @throws UserError when the cluster does not run; what `work` throws
 */
async function withKube(engine, cluster, work) {
    const server = runningServer(cluster);
    const url = accessURL(cluster.api ?? { host: '', hostIP: '', port: 0 }, engine);
    const credentials = await readCredentials(engine, server.id, url);
    if (credentials === undefined)
        throw new errors/* UserError */.yo(`cluster "${cluster.name}" has no certificates: it has not come up`);
    const kube = new client/* KubeClient */.B(credentials, RETRIES);
    try {
        return await work(kube, credentials);
    }
    finally {
        kube.close();
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/plan/creation.ts
var creation = __webpack_require__(6346);
;// CONCATENATED MODULE: ./src/cluster/find/creationOwner.ts




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
    const owner = { kind, host: (0,external_node_os_.hostname)(), boot: bootId(), pid, start: startOf(pid) ?? '', run, at: Date.now() };
    return (0,creation/* formatCreation */.R)({ id: (0,external_node_crypto_.randomUUID)(), owner });
}
/** Which boot of the machine this is, and which namespace of process ids; empty where the system does not tell. */
function bootId() {
    try {
        const boot = (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        return `${boot}/${(0,external_node_fs_.readlinkSync)('/proc/self/ns/pid').replace(/\D/g, '')}`;
    }
    catch {
        return '';
    }
}
/** When a process was started, in ticks since the boot (proc(5): field 22). @returns undefined when there is none */
function startOf(pid) {
    try {
        const text = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
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
    const sameMachine = owner.host === (0,external_node_os_.hostname)() && owner.boot !== '' && boot !== '';
    // Another boot of the same machine: it has been started anew since.
    if (sameMachine && owner.boot.split('/')[0] !== boot.split('/')[0])
        return true;
    return now - owner.at > LONGEST_JOB_MS;
}

// EXTERNAL MODULE: ./src/config/merge.ts
var merge = __webpack_require__(8858);
// EXTERNAL MODULE: ./src/plan/caCertificates.ts
var caCertificates = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/plan/clone.ts
var clone = __webpack_require__(1150);
// EXTERNAL MODULE: ./src/plan/files.ts + 2 modules
var files = __webpack_require__(9031);
// EXTERNAL MODULE: ./src/plan/ipFamily.ts
var plan_ipFamily = __webpack_require__(8090);
// EXTERNAL MODULE: ./src/plan/loadBalancer.ts
var loadBalancer = __webpack_require__(9477);
// EXTERNAL MODULE: ./src/plan/publish.ts
var publish = __webpack_require__(5216);
// EXTERNAL MODULE: ./src/plan/registry.ts
var registry = __webpack_require__(1088);
;// CONCATENATED MODULE: ./src/cluster/find/describe.ts












/** Where values come from that were read off a cluster, for error messages. */
const WHERE = 'the cluster';
const OWN_VARIABLE = new RegExp(`^(K3S_(TOKEN|URL|KUBECONFIG_OUTPUT)|${plan_ipFamily/* FAMILY_VARIABLE */.Gd})=`);
/**
 * The config that makes a cluster like one that exists, ours or k3d's, as far as its containers tell. Files that were
 * brought into nodes are not among it, nor is what is mounted from the host checked.
 */
async function describeCluster(engine, cluster) {
    const servers = await membersOf(engine, cluster, 'server');
    const agents = await membersOf(engine, cluster, 'agent');
    const balancers = await membersOf(engine, cluster, 'loadbalancer');
    const k3sNodes = [...servers, ...agents];
    const all = [...k3sNodes, ...balancers];
    const [first] = servers;
    const { details, node } = first;
    const images = await imagesOf(engine, all);
    const values = await valuesOf(engine, balancers[0]);
    const isEtcd = node.labels[contract_labels/* LABEL */.d_.serverInit] === 'true';
    const registries = await Promise.all(nodesOf(cluster, 'registry').map((node) => describeRegistry(engine, cluster, node)));
    const settings = await (0,readFiles/* readFile */.TA)(engine, node.id, files/* REGISTRIES_PATH */.yY);
    const aliases = node.labels[contract_labels/* LABEL */.d_.hostAliases];
    return (0,merge/* mergeLayers */.J)({
        name: cluster.name,
        servers: servers.length,
        agents: agents.length,
        image: details.image,
        apiHostIP: cluster.api?.hostIP,
        ipFamily: (0,plan_ipFamily/* familyIn */.yH)(details.env),
        ...(isEtcd ? { datastore: { kind: 'etcd' } } : {}),
        network: cluster.network.external ? cluster.network.name : undefined,
        loadBalancer: balancers.length > 0 ? 'on' : 'off',
        loadBalancerImage: balancers[0]?.details.image,
        loadBalancerOverrides: values === undefined ? [] : (0,loadBalancer/* overridesIn */.l_)(values.settings),
        imageVolume: Boolean(node.labels[contract_labels/* LABEL */.d_.imageVolume]),
        ports: [
            ...k3sNodes.flatMap((member) => portsOf(member)),
            ...balancers.flatMap((member) => portsOf(member, behind(member, values, k3sNodes))),
        ],
        volumes: all.flatMap((member) => perNode(member, member.details.binds.filter((bind) => !isImageVolume(node, bind) && !(0,clone/* showsMemory */.AS)(bind)))),
        env: all.flatMap((member) => perNode(member, variablesOf(member, images.get(member.details.image)))),
        k3sArgs: k3sNodes.flatMap((member) => perNode(member, argsOf(member, isEtcd || servers.length > 1))),
        runtimeLabels: all.flatMap((member) => perNode(member, labelsOf(member, images.get(member.details.image)))),
        hostAliases: aliases === undefined ? [] : JSON.parse(aliases),
        ulimits: details.ulimits,
        serversMemory: details.memory || undefined,
        agentsMemory: agents[0]?.details.memory || undefined,
        hostPidMode: details.hostPid,
        dockerInit: details.init,
        gpus: details.gpus,
        caCertificates: await (0,readFiles/* readFile */.TA)(engine, node.id, caCertificates/* CA_PATH */.r),
        localImages: node.labels[contract_labels/* LABEL */.d_.localImages],
        registriesCreate: registries,
        registriesYaml: settings,
    });
}
async function membersOf(engine, cluster, role) {
    const members = [];
    for (const [index, node] of nodesOf(cluster, role).entries()) {
        const details = await engine.containers.inspect(node.id);
        const filter = role === 'loadbalancer' ? role : `${role}:${index}`;
        if (details !== undefined)
            members.push({ node, details, filter });
    }
    return members;
}
const perNode = ({ filter }, values) => values.map((value) => ({ value, nodeFilters: [filter], where: WHERE }));
/** The images of nodes, by their names: what containers have of them is nothing that somebody asked for. */
async function imagesOf(engine, members) {
    const names = [...new Set(members.map(({ details }) => details.image))];
    const found = await Promise.all(names.map((name) => engine.images.inspect(name)));
    return new Map(names.flatMap((name, at) => (found[at] === undefined ? [] : [[name, found[at]]])));
}
const variablesOf = ({ details }, image) => details.env.filter((entry) => !OWN_VARIABLE.test(entry) && !image?.env.includes(entry));
const labelsOf = ({ node }, image) => Object.entries(node.labels)
    .filter(([key, value]) => !(0,contract_labels/* isReservedLabel */.JA)(key) && image?.labels[key] !== value)
    .map(([key, value]) => `${key}=${value}`);
/** What a load balancer passes on to whom, and its settings. @returns undefined: there is none, or it says nothing */
async function valuesOf(engine, balancer) {
    const text = balancer && (await (0,readFiles/* readFile */.TA)(engine, balancer.node.id, loadBalancer/* VALUES_PATH */.bW));
    return text === undefined ? undefined : (0,loadBalancer/* parseValues */.Qc)(text);
}
/** @param server whose label says how the volume is called: it is in all nodes */
function isImageVolume(server, bind) {
    const volume = server.labels[contract_labels/* LABEL */.d_.imageVolume];
    return Boolean(volume) && bind.startsWith(`${volume}:`);
}
/** The arguments that are the user's: the role, and what makes the API known by its names, is added to every node. */
function argsOf({ details: { command } }, isEtcd) {
    const args = command.slice(1);
    return args.filter((word, index) => {
        if (word === '--tls-san' || args[index - 1] === '--tls-san')
            return false;
        return !(word === '--cluster-init' && isEtcd);
    });
}
/** @param filters what means the nodes behind a port of the load balancer; undefined: it is another node */
function portsOf({ details, filter }, filters) {
    const ipFamily = (0,plan_ipFamily/* familyIn */.yH)(details.env);
    return (0,plan_ipFamily/* withoutTwins */.oc)({ ipFamily }, details.portBindings)
        .filter(({ containerPort }) => containerPort !== names/* API_PORT */.lL)
        .map((port) => ({
        value: (0,publish/* formatPort */.TF)(port),
        nodeFilters: filters?.(port) ?? [`${filter}:direct`],
        where: WHERE,
    }));
}
/**
 * What means the nodes behind a port: roles of which each node is, and others one by one. k3d's load balancers don't say
 * which roles: those all of whose nodes are there.
 * @param values what the load balancer passes on to whom
 */
function behind(balancer, values, nodes) {
    const open = JSON.parse(balancer.node.labels[contract_labels/* LABEL */.d_.openPorts] ?? '{}');
    return (port) => {
        const named = values?.ports.get((0,names/* portKey */.ls)(port)) ?? [];
        const isNamed = ({ node }) => named.includes(node.name);
        const whole = ['server', 'agent'].filter((role) => nodes.filter(({ node }) => node.role === role).every(isNamed));
        const roles = open[(0,names/* portKey */.ls)(port)] ?? whole;
        const others = nodes.filter((member) => isNamed(member) && !roles.includes(member.node.role));
        const filters = [...roles.map((role) => `${role}s:*:proxy`), ...others.map(({ filter }) => `${filter}:proxy`)];
        return roles.length === 2 || filters.length === 0 ? ['loadbalancer'] : filters;
    };
}
async function describeRegistry(engine, cluster, node) {
    const details = await engine.containers.inspect(node.id);
    const variable = (name) => details?.env.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
    const remoteURL = variable(registry/* PROXY_URL_VARIABLE */.WL);
    const { labels } = node;
    return {
        name: node.name === (0,names/* clusterRegistryName */.nB)(cluster.name) ? undefined : node.name,
        hostIP: labels[contract_labels/* LABEL */.d_.registryHostIP] ?? '',
        hostPort: Number(labels[contract_labels/* LABEL */.d_.registryPortExternal]) || undefined,
        image: details?.image ?? node.image,
        proxy: remoteURL === ''
            ? undefined
            : { remoteURL, username: variable('REGISTRY_PROXY_USERNAME'), password: variable('REGISTRY_PROXY_PASSWORD') },
        volumes: details?.binds ?? [],
        enforcePortMatch: labels[contract_labels/* LABEL */.d_.registryPortExternal] === labels[contract_labels/* LABEL */.d_.registryPortInternal],
        deleteEnabled: variable('REGISTRY_STORAGE_DELETE_ENABLED') === 'true',
        where: WHERE,
    };
}

;// CONCATENATED MODULE: ./src/cluster/find/family.ts


/** The families of addresses that a cluster has. */
async function familyOf(engine, cluster) {
    const [server] = nodesOf(cluster, 'server');
    const details = server && (await engine.containers.inspect(server.id));
    return (0,plan_ipFamily/* familyIn */.yH)(details?.env ?? []);
}

;// CONCATENATED MODULE: ./src/cluster/find/listed.ts




/*
 * What `list -o json|yaml` says, in the words and the order of k3d (pkg/types/types.go), which scripts read.
 */
/** Leaves out what Go's `omitempty` does. */
const some = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => {
    if (Array.isArray(value))
        return value.length > 0;
    if (typeof value === 'object' && value !== null)
        return Object.keys(value).length > 0;
    return value !== '' && value !== false && value !== undefined;
}));
/** A node, as k3d reads it off its container. */
function nodeValue(node, details) {
    const { labels } = details;
    const network = labels[contract_labels/* LABEL */.d_.network] ?? '';
    const own = Object.keys(details.addresses).filter((name) => name.startsWith(`k3d-${node.cluster}`));
    const others = Object.keys(details.addresses).filter((name) => !own.includes(name));
    const address = details.addresses[network] ?? '';
    const isInit = labels[contract_labels/* LABEL */.d_.serverInit] === 'true' && details.command.includes('--cluster-init');
    return {
        ...some({ name: node.name, role: node.role, image: details.image, volumes: details.binds, env: details.env }),
        Cmd: details.command,
        ...some({
            portMappings: details.portMappings,
            restart: /^(always|unless-stopped)$/.test(details.restartPolicy),
            created: details.created,
            runtimeLabels: Object.fromEntries(Object.entries(labels).filter(([key]) => key.startsWith('k3d'))),
        }),
        Networks: [...own, ...others],
        ExtraHosts: null,
        serverOpts: {
            ...some({ isInitializingServer: isInit }),
            kubeAPI: {
                Port: '',
                Binding: { HostIp: labels[contract_labels/* LABEL */.d_.apiHostIP] ?? '', HostPort: labels[contract_labels/* LABEL */.d_.apiPort] ?? '' },
                ...some({ host: labels[contract_labels/* LABEL */.d_.apiHost] ?? '' }),
            },
        },
        agentOpts: {},
        GPURequest: '',
        Memory: details.memory === 0 ? '' : humanSize(details.memory),
        State: { Running: details.running, Status: details.state, Started: new Date(details.startedAt).toISOString() },
        IP: { IP: address, Static: address !== '' && Boolean(labels[contract_labels/* LABEL */.d_.staticIP]) },
        K3dEntrypoint: false,
    };
}
/** An amount of bytes as Docker writes it: thousands, four digits (docker/go-units). */
function humanSize(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let [value, unit] = [bytes, 0];
    while (value >= 1000 && unit < units.length - 1)
        [value, unit] = [value / 1000, unit + 1];
    return `${Number(value.toPrecision(4))}${units[unit]}`;
}
/** Nodes, in their order; one that has gone meanwhile is left out. */
async function nodeValues(engine, nodes) {
    const all = await Promise.all(nodes.map((node) => engine.containers.inspect(node.id)));
    return nodes.flatMap((node, index) => {
        const details = all[index];
        return details === undefined ? [] : [nodeValue(node, details)];
    });
}
/** A cluster, as k3d's list has it. */
async function clusterValue(engine, cluster, { token, named }) {
    const nodes = await nodeValues(engine, cluster.nodes);
    const count = (role) => nodesOf(cluster, role).length;
    const up = (role) => nodesOf(cluster, role).filter(({ state }) => state === 'running').length;
    const [balancer] = nodesOf(cluster, 'loadbalancer');
    const label = (key) => cluster.nodes.map(({ labels }) => labels[key]).find(Boolean) ?? '';
    return {
        name: cluster.name,
        network: {
            ...some({ name: cluster.network.name }),
            id: '',
            ...some({ isExternal: cluster.network.external }),
            ipam: { ipPrefix: '', Managed: false },
            Members: null,
        },
        ...some({ clusterToken: token ? cluster.token : '' }),
        nodes,
        InitNode: null,
        ...(named && balancer !== undefined
            ? {
                serverLoadBalancer: {
                    ...nodes.find(({ name }) => name === balancer.name),
                    config: await configOf(engine, balancer),
                },
            }
            : {}),
        ...some({ imageVolume: label(contract_labels/* LABEL */.d_.imageVolume), volumes: named ? await volumesOf(engine, cluster) : [] }),
        serversRunning: up('server'),
        serversCount: count('server'),
        agentsRunning: up('agent'),
        agentsCount: count('agent'),
        ...some({ hasLoadbalancer: balancer !== undefined }),
    };
}
async function volumesOf(engine, cluster) {
    return (await engine.volumes.list([`${contract_labels/* LABEL */.d_.cluster}=${cluster.name}`])).map(({ name }) => name);
}
/** What a load balancer passes on, as its file says it. */
async function configOf(engine, balancer) {
    const text = (await (0,readFiles/* readFiles */.Ul)(engine, balancer.id, loadBalancer/* VALUES_PATH */.bW))?.get('values.yaml') ?? '';
    const { ports, settings } = (0,loadBalancer/* parseValues */.Qc)(text);
    const isGiven = text.includes('defaultProxyTimeout');
    return {
        ports: Object.fromEntries(ports),
        settings: {
            workerConnections: settings.workerConnections,
            ...(isGiven ? { defaultProxyTimeout: settings.defaultProxyTimeout } : {}),
        },
    };
}

// EXTERNAL MODULE: ./src/kubernetes/conditions.ts
var conditions = __webpack_require__(7344);
// EXTERNAL MODULE: ./src/kubernetes/nodeNames.ts
var nodeNames = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/kubernetes/podState.ts
var podState = __webpack_require__(6330);
// EXTERNAL MODULE: ./src/cluster/localImages/index.ts + 3 modules
var localImages = __webpack_require__(8528);
;// CONCATENATED MODULE: ./src/cluster/find/show.ts









/** How long the API may take, in milliseconds: a screen is no place to wait. */
const PATIENCE_MS = 4000;
/** Looks at a cluster, ours or k3d's, as it is now. What Kubernetes does not say is left out, with the reason. */
async function viewCluster(engine, cluster) {
    const network = await engine.networks.inspect(cluster.network.name);
    const addresses = new Map(network?.containers.map(({ name, ip }) => [name, ip]));
    const known = await askKubernetes(engine, cluster);
    const soughtNode = (node) => ({
        name: (0,contract_labels/* kubernetesName */.gg)(node),
        addresses: [addresses.get(node.name) ?? ''],
    });
    const { api, nodes } = cluster;
    return {
        name: cluster.name,
        network: cluster.network.name,
        apiURL: api === undefined ? undefined : apiURL(api.host, api.port),
        k3sVersion: known.nodes[0]?.status?.nodeInfo?.kubeletVersion,
        problem: known.problem,
        nodes: nodes
            .filter(({ role }) => role !== 'registry')
            .map((node) => {
            const inKubernetes = isK3sNode(node) ? (0,nodeNames/* nodeFor */.O)(soughtNode(node), known.nodes) : undefined;
            const isReady = inKubernetes && ((0,conditions/* isTrue */.H)(inKubernetes, 'Ready') ? 'Ready' : 'NotReady');
            return {
                name: node.name,
                role: node.role,
                state: node.state === 'running' && isK3sNode(node) ? (isReady ?? 'running') : node.state,
                address: addresses.get(node.name) ?? '',
                version: inKubernetes?.status?.nodeInfo?.kubeletVersion ?? '',
            };
        }),
        ports: nodes.filter(({ role }) => role !== 'registry').flatMap(show_portsOf),
        registries: nodes
            .filter(({ role }) => role === 'registry')
            .map((node) => ({ name: node.name, state: node.state, host: show_portsOf(node)[0]?.host ?? '' })),
        images: show_imagesOf(known.nodes),
        pods: known.pods.map(viewPod),
        localImages: await viewLocalImages(engine, cluster.name),
    };
}
async function viewLocalImages(engine, name) {
    const state = await (0,localImages/* whatIsServed */.As)(engine, name);
    if (state === undefined)
        return undefined;
    const { address, port, which, images, bytes } = state;
    return { address: `${address}:${port}`, which, images, bytes };
}
/** Published ports, once where they are so for IPv4 and IPv6. */
function show_portsOf({ name, ports }) {
    const found = new Map();
    for (const { ip, hostPort, containerPort, protocol } of ports) {
        const port = `${containerPort}/${protocol}`;
        const key = `${hostPort} ${port}`;
        if (!found.has(key))
            found.set(key, { host: `${ip.includes(':') ? `[${ip}]` : ip}:${hostPort}`, node: name, port });
    }
    return [...found.values()];
}
async function askKubernetes(engine, cluster) {
    const read = async (kube) => {
        const [nodes, pods] = await Promise.all([
            kube.get('/api/v1/nodes'),
            kube.get('/api/v1/pods'),
        ]);
        return { nodes: nodes?.items ?? [], pods: pods?.items ?? [], problem: undefined };
    };
    try {
        const late = AbortSignal.timeout(PATIENCE_MS);
        const tooLate = new Promise((_, reject) => late.addEventListener('abort', () => reject(new Error(`it does not answer within ${PATIENCE_MS / 1000} s`))));
        return await Promise.race([withKube(engine, cluster, read), tooLate]);
    }
    catch (error) {
        return { nodes: [], pods: [], problem: (0,errors/* messageOf */.bD)(error) };
    }
}
/**
 * Images of all nodes, the largest first, each by its shortest name with a tag. One whose names went to others has null
 * there, and is passed over.
 */
function show_imagesOf(nodes) {
    const found = new Map();
    for (const { names, sizeBytes = 0 } of nodes.flatMap(({ status }) => status?.images ?? [])) {
        if (!names?.length)
            continue;
        const tagged = names.filter((one) => !one.includes('@')).sort((a, b) => a.length - b.length);
        const name = (tagged[0] ?? names[0] ?? '').replace(/^docker\.io\/(library\/)?/, '');
        const before = found.get(name);
        found.set(name, { name, bytes: sizeBytes, nodes: (before?.nodes ?? 0) + 1 });
    }
    return [...found.values()].sort((a, b) => b.bytes - a.bytes);
}
function viewPod(pod) {
    const { metadata, spec } = pod;
    return {
        namespace: metadata.namespace ?? '',
        name: metadata.name,
        node: spec?.nodeName ?? '',
        ...stateOf(pod),
        restarts: (0,podState/* restartsOf */.wN)(pod),
    };
}
function stateOf(pod) {
    if (pod.metadata.deletionTimestamp !== undefined)
        return { state: 'terminating' };
    if (!(0,podState/* isSettled */.Is)(pod))
        return { state: (0,podState/* reasonOf */.A3)(pod), why: (0,podState/* whyNotReady */.$R)(pod) };
    return { state: pod.status?.phase === 'Succeeded' ? 'done' : 'ready' };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./src/docker/engine.ts
var docker_engine = __webpack_require__(6556);
// EXTERNAL MODULE: ./src/plan/expectations.ts
var expectations = __webpack_require__(4964);
// EXTERNAL MODULE: ./src/plan/assumed.ts
var assumed = __webpack_require__(4089);
// EXTERNAL MODULE: ./src/plan/nodeSettings.ts
var nodeSettings = __webpack_require__(6034);
;// CONCATENATED MODULE: ./src/cluster/find/toldNodes.ts







/** What to expect of nodes, which need not run: their containers and the config files in these say it. @throws UserError for settings that can't be had */
async function expectationsFor(engine, containers) {
    const told = await Promise.all(containers.map((name) => toldNode(engine, name)));
    const nodes = told.filter((node) => node !== undefined);
    for (const { container, settings } of nodes)
        (0,assumed/* checkSettings */.EW)(settings, (flag) => `node ${container}, setting "${flag}"`);
    return (0,expectations/* expectationsOf */.x)(nodes);
}
async function toldNode(engine, name) {
    const details = await engine.containers.inspect(name);
    if (details === undefined)
        return undefined;
    const { command, env, labels } = details;
    return {
        container: details.name,
        role: labels[contract_labels/* LABEL */.d_.role] === 'agent' ? 'agent' : 'server',
        usualName: (0,contract_labels/* kubernetesName */.gg)(details),
        addresses: addressesOf(details),
        settings: (0,nodeSettings/* nodeSettings */.A5)({ command, env, files: await configFiles(engine, name) }),
    };
}
/** The addresses of a container, those that it will have when it runs among them. */
function addressesOf({ addresses, fixedAddresses }) {
    return [...new Set([...Object.values(addresses), ...Object.values(fixedAddresses)])].filter((one) => one !== '');
}
/** Where config files are: k3s's own place, and its drop-ins. */
const FOLDER = nodeSettings/* K3S_CONFIG_PATH */.Vf.slice(0, nodeSettings/* K3S_CONFIG_PATH */.Vf.lastIndexOf('/'));
async function configFiles(engine, container) {
    const files = new Map();
    const archive = await engine.containers.getArchive(container, FOLDER);
    if (archive === undefined)
        return files;
    for await (const entry of (0,readFiles/* unpack */.l1)(archive)) {
        const path = entry.header.name.split('/').slice(1).join('/');
        // Not the kubeconfig or certificates beside them.
        if (entry.header.type !== 'file' || !/^config\.yaml(\.d\/[^/]+)?$/.test(path))
            entry.resume();
        else
            files.set(`${FOLDER}/${path}`, (await (0,docker_engine/* readAll */.y)(external_node_stream_.Readable.from(entry))).toString('utf8'));
    }
    return files;
}

;// CONCATENATED MODULE: ./src/cluster/find/index.ts
// What the labels say exists, and how it is reached: clusters, nodes, owners, kubeconfigs, credentials.













/***/ }),

/***/ 8528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P0: () => (/* reexport */ beginLocalImages),
  l2: () => (/* reexport */ newPrefix),
  TT: () => (/* reexport */ reviveLocalImages),
  gJ: () => (/* reexport */ serveAgain),
  oT: () => (/* reexport */ serveNewCluster),
  G7: () => (/* reexport */ tellOutcome),
  As: () => (/* reexport */ whatIsServed)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/localImages/client.ts + 2 modules
var client = __webpack_require__(8108);
// EXTERNAL MODULE: ./src/localImages/place.ts
var place = __webpack_require__(6434);
// EXTERNAL MODULE: ./src/plan/hostNetwork.ts
var hostNetwork = __webpack_require__(3579);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/plan/localImages.ts
var localImages = __webpack_require__(254);
;// CONCATENATED MODULE: ./src/cluster/localImages/prefix.ts


/** What the path of a new registry begins with: nobody can guess it, and logs don't show it. */
function newPrefix(reporter) {
    const password = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    reporter.secret(password);
    return (0,localImages/* localImagesPrefix */.YG)(password);
}

;// CONCATENATED MODULE: ./src/cluster/localImages/begin.ts





/** What is said when nodes can't pull the engine's images: nothing fails by it. */
const offBecause = (why) => `Local images are off: ${why}; import images instead ("k3d image import", or the input "images")`;
/** Has the server come up that shows an engine's images to nodes. @returns undefined when it does not; that has been said */
async function beginLocalImages(config, { engine, reporter }) {
    if (config.localImages === 'off')
        return undefined;
    try {
        const { host, description } = sourceOf(engine).endpoint;
        if (host !== undefined) {
            reporter.info(offBecause(`the engine is elsewhere (${description})`));
            return undefined;
        }
        const client = await clientFor(engine);
        await client.start();
        return client;
    }
    catch (error) {
        reporter.info(offBecause((0,errors/* messageOf */.bD)(error)));
        return undefined;
    }
}
/** The engine whose images are served: a job builds on its own one, wherever the clusters are. */
const sourceOf = (engine) => engine.outer?.engine ?? engine;
/** The container that an engine runs in, for a server outside; empty: none. */
const holderOf = (engine) => engine.outer?.container ?? '';
/** The server of an engine, or of the one that it is in a container of; it need not run. */
async function clientFor(engine) {
    const source = sourceOf(engine);
    return new client/* LocalImagesClient */.v((await source.system()).id || source.endpoint.description, process.env);
}
/**
 * Has a cluster served that is about to be made.
 * @returns the URL at which its nodes ask, which nobody else may know; undefined when they can't; that has been said
 */
async function serveNewCluster(client, config, network, { engine, reporter, timeline }) {
    const { localImages: which } = config;
    if (client === undefined || which === 'off')
        return undefined;
    return await timeline.run('local images', async () => {
        const prefix = newPrefix(reporter);
        const holder = holderOf(engine);
        const wish = { cluster: config.name, holder, port: 0, prefix, which };
        const addresses = engine.outer === undefined
            ? (0,place/* addressesForNodes */.L)(engine, network, (0,hostNetwork/* isOnHost */.a)(config))
            : (0,place/* addressesForContainer */.r)(engine.outer.engine, holder);
        let why = `network ${network.name} has no address of this machine`;
        for (const address of await addresses) {
            try {
                return `http://${address}:${await client.serve({ ...wish, address })}${prefix}`;
            }
            catch (error) {
                why = /EADDRNOTAVAIL/.test((0,errors/* messageOf */.bD)(error))
                    ? `nodes on network ${network.name} have no way to this process`
                    : (0,errors/* messageOf */.bD)(error);
            }
        }
        reporter.info(offBecause(why));
        return undefined;
    });
}
/** Says so when no node has found the registry: a firewall may be between. */
async function tellOutcome(client, url, cluster, { engine, reporter }) {
    if (url === undefined)
        return;
    const state = (await client?.state())?.find((one) => one.cluster === cluster && one.holder === holderOf(engine));
    if (state?.reached === false)
        reporter.info(offBecause(`nodes don't reach ${state.address}:${state.port} on this machine, e.g. for a firewall`));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/docker/readFiles.ts
var readFiles = __webpack_require__(5455);
// EXTERNAL MODULE: ./src/localImages/control.ts
var control = __webpack_require__(1044);
;// CONCATENATED MODULE: ./src/cluster/localImages/revive.ts







/** Has a cluster served that exists, at the place where its nodes ask. Never throws: its images can be imported. */
async function serveAgain(engine, cluster) {
    try {
        const { name, server, which } = cluster;
        const url = (0,localImages/* localImagesURL */.LY)((await (0,readFiles/* readFile */.TA)(engine, server, localImages/* LOCAL_IMAGES_PATH */.Bj)) ?? '');
        if (url === undefined || sourceOf(engine).endpoint.host !== undefined)
            return;
        const { hostname: address, port, pathname: prefix } = new URL(url);
        const client = await clientFor(engine);
        await client.start();
        await client.serve({ cluster: name, holder: holderOf(engine), which, address, port: Number(port), prefix });
    }
    catch {
        // Nodes find nobody there, and go on to the real registries.
    }
}
/**
 * Starts the server again when it should run and does not: it may have been killed. When nobody needs it any more, what it
 * has left goes. Costs next to nothing where there has been none.
 */
async function reviveLocalImages(engine) {
    if (!hasFolders())
        return;
    const client = await clientFor(engine);
    const nodes = await engine.containers.list([contract_labels/* LABEL */.d_.localImages, `${contract_labels/* LABEL */.d_.role}=server`]);
    const running = nodes.filter(({ state }) => state === 'running');
    if (running.length === 0)
        return client.removeRemains();
    const holder = holderOf(engine);
    const state = await client.state();
    const served = new Set(state?.filter((one) => one.holder === holder).map(({ cluster }) => cluster));
    for (const { id, labels } of running) {
        const name = labels[contract_labels/* LABEL */.d_.cluster] ?? '';
        if (served.has(name))
            continue;
        served.add(name);
        await serveAgain(engine, { name, server: id, which: labels[contract_labels/* LABEL */.d_.localImages] });
    }
}
/** Whether this user has, or had, a server of any engine. */
function hasFolders() {
    const example = (0,control/* serverFolder */.qf)('');
    const beginning = (0,external_node_path_.basename)(example).replace(/[0-9a-f]+$/, '');
    try {
        return (0,external_node_fs_.readdirSync)((0,external_node_path_.dirname)(example)).some((name) => name.startsWith(beginning));
    }
    catch {
        return false;
    }
}
/** What has been served to the nodes of a cluster, wherever they are. @returns undefined: it is not served */
async function whatIsServed(engine, cluster) {
    if (!hasFolders())
        return undefined;
    return (await (await clientFor(engine)).state())?.find((one) => one.cluster === cluster);
}

;// CONCATENATED MODULE: ./src/cluster/localImages/index.ts





/***/ }),

/***/ 4131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ isMapping)
/* harmony export */ });
/** Whether a value that was read is a mapping: an object, and neither null nor a list. */
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 8858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mergeLayers)
/* harmony export */ });
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1954);

/**
 * One configuration from several layers, the later ones winning: defaults < file < environment < inputs or flags.
 * Single values replace each other; lists grow, as k3d's flags add to what the file has.
 */
function mergeLayers(...layers) {
    const merged = { ..._defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULTS */ .zY };
    for (const layer of layers) {
        for (const [key, value] of Object.entries(layer)) {
            if (value === undefined)
                continue;
            const before = merged[key];
            merged[key] =
                Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
        }
    }
    // A flag that says where the API is takes the name of the file back.
    if (merged.apiHost === '')
        merged.apiHost = undefined;
    merged.imageChosen = layers.some(({ image }) => image !== undefined);
    return merged;
}


/***/ }),

/***/ 7479:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ checkNodeLabel),
/* harmony export */   a: () => (/* binding */ labelWithValue)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);

/** A name, and what may stand before it (Kubernetes: apimachinery/pkg/util/validation). */
const NAME = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
/** Domains whose labels a kubelet may not give itself, but for these (Kubernetes: pkg/kubelet/apis/well_known_labels.go). */
const RESERVED = /(^|\.)(kubernetes|k8s)\.io$/;
const OWN_DOMAINS = /(^|\.)(kubelet|node)\.kubernetes\.io$/;
const OWN_LABELS = new Set([
    ...['hostname', 'os', 'arch', 'instance-type'].map((name) => `kubernetes.io/${name}`),
    ...['os', 'arch', 'instance-type'].map((name) => `beta.kubernetes.io/${name}`),
    ...['zone', 'region'].map((name) => `topology.kubernetes.io/${name}`),
    ...['zone', 'region'].map((name) => `failure-domain.beta.kubernetes.io/${name}`),
]);
/** A label as k3s takes it: one without a value has an empty one. */
const labelWithValue = (text) => (text.includes('=') ? text : `${text}=`);
/**
 * Checks a label that a node gives itself: `KEY[=VALUE]`.
 * @throws UserError when Kubernetes would not let a node in that has it
 */
function checkNodeLabel(text, where) {
    const at = text.indexOf('=');
    const [key, value] = at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
    const refuse = (why) => {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: label "${text}" is none that Kubernetes takes: ${why}`);
    };
    const slash = key.lastIndexOf('/');
    const [prefix, name] = slash === -1 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
    if (!NAME.test(name) || (prefix !== undefined && !PREFIX.test(prefix)))
        refuse('its key has to be at most 63 letters, digits, "-", "_" and ".", after a domain and "/" if need be');
    if (value !== '' && !NAME.test(value))
        refuse('its value has to be at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends');
    if (prefix !== undefined && RESERVED.test(prefix) && !OWN_DOMAINS.test(prefix) && !OWN_LABELS.has(key))
        refuse(`nodes may not give themselves labels of ${prefix}; set it with "kubectl label node" when the cluster is there`);
}


/***/ }),

/***/ 2143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ FIXES),
/* harmony export */   g: () => (/* binding */ SCRIPT_FIXES)
/* harmony export */ });
/** What k3d repairs in nodes before k3s starts, by a script. */
const SCRIPT_FIXES = ['cgroupv2', 'dns', 'mounts'];
/** Each can be switched off by `K3D_FIX_<NAME>=0`. `early`: network and DNS of a new cluster are not waited for but brought. */
const FIXES = [...SCRIPT_FIXES, 'early'];


/***/ }),

/***/ 8794:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ readVersion),
/* harmony export */   Az: () => (/* binding */ kubernetesOf),
/* harmony export */   MU: () => (/* binding */ isRelease)
/* harmony export */ });
/* unused harmony export readK3sVersion */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1954);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6167);




/**
 * The full release of k3s that a text names: `v1.33.5` and `1.33.5` mean their first k3s build.
 * @returns e.g. `v1.33.5+k3s1`
 * @throws UserError when it is no release
 */
function readK3sVersion(text, where) {
    const match = /^v?(\d+\.\d+\.\d+)(-rc\d+)?(?:[+-](k3s\d+))?$/.exec(text);
    if (match === null) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${where}: "${text}" is no release of k3s: expected e.g. v1.33.5 or v1.33.5+k3s1`);
    }
    return `v${match[1]}${match[2] ?? ''}+${match[3] ?? 'k3s1'}`;
}
/** The release of Kubernetes that an image's tag names, e.g. `1.33.5`. @returns undefined when it names none */
const kubernetesOf = (image) => /:v(\d+\.\d+\.\d+)/.exec(image)?.[1];
/** Whether an image's tag names a release within a range, as semver has them. */
function isRelease(image, range) {
    const release = kubernetesOf(image);
    return release !== undefined && semver__WEBPACK_IMPORTED_MODULE_0___default().satisfies(release, range);
}
/** `stable`, `latest`, `testing`, a minor, or one of k3s's other channels. */
const CHANNEL = /^(stable|latest|testing|v?1\.\d+(-testing)?)$/;
/**
 * The image of the nodes that a text means: a release, a channel (`stable`, `v1.33`), a range (`>=1.31 <1.34`), or an
 * image. Channels and ranges are looked up later: they come as `+` and the text.
 * @throws UserError when it is none of them
 */
function readVersion(text, where) {
    if (/^v?1$/.test(text))
        return '+1.x';
    if (CHANNEL.test(text))
        return `+${text.replace(/^(?=1)/, 'v')}`;
    if (/^v?\d+\.\d+\.\d+(-rc\d+)?([+-]k3s\d+)?$/.test(text))
        return (0,_defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .k3sImage */ .Tt)(readK3sVersion(text, where));
    if (/[/:]/.test(text))
        return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .readImage */ .AM)(text, where);
    if (/[<>=^~|*x\s]/.test(text) && semver__WEBPACK_IMPORTED_MODULE_0___default().validRange(text) !== null)
        return `+${text}`;
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${where}: "${text}" is no release of k3s, channel, range or image: expected e.g. v1.33.5, v1.33, stable, ">=1.31 <1.34" or rancher/k3s:v1.33.5-k3s1`);
}


/***/ }),

/***/ 6556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ EngineError),
/* harmony export */   y: () => (/* binding */ readAll)
/* harmony export */ });
/** An engine's refusal: HTTP status and its own words. */
class EngineError extends Error {
    name = 'EngineError';
    status;
    constructor(status, message, options) {
        super(message, options);
        this.status = status;
    }
}
/** Collects a stream of bytes. */
async function readAll(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 8977:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hQ: () => (/* binding */ ownAddresses),
/* harmony export */   jY: () => (/* binding */ gatewayFromHere)
/* harmony export */ });
/* unused harmony export ownContainer */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7662);


/** Docker mounts files of a container's own into it, from a folder that its id names. */
const OWN_FOLDER = /\/containers\/([0-9a-f]{64})\/(?:hostname|resolv\.conf|hosts) /;
/** The id of the container that this process is in, from the text of /proc/self/mountinfo. */
function ownContainer(mountinfo) {
    return OWN_FOLDER.exec(mountinfo)?.[1];
}
/**
 * Where the engine's machine is reached from here, when this process runs in one of the engine's own containers (a job in
 * a container with the socket mounted): at the gateway of the container's network.
 * @returns undefined when it does not
 */
async function gatewayFromHere(engine) {
    for (const [network, address] of Object.entries(await ownAddresses(engine))) {
        // On the host's own network there is none, and the loopback address is the host's.
        const gateway = address === '' ? '' : (await engine.networks.inspect(network))?.gateway;
        if (gateway !== undefined && gateway !== '' && gateway !== _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws)
            return gateway;
    }
    return undefined;
}
/** This process's addresses by name of network, when it runs in one of the engine's own containers; else none. */
async function ownAddresses(engine) {
    const id = ownContainer(readMounts());
    return (id === undefined ? undefined : await engine.containers.inspect(id))?.addresses ?? {};
}
function readMounts() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/self/mountinfo', 'utf8');
    }
    catch {
        return ''; // no Linux
    }
}


/***/ }),

/***/ 5455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TA: () => (/* binding */ readFile),
/* harmony export */   Ul: () => (/* binding */ readFiles),
/* harmony export */   l1: () => (/* binding */ unpack)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6118);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6556);




/** The entries of a tar, which end with an error where the tar does. */
function unpack(archive) {
    const unpacked = archive.pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)());
    archive.on('error', (error) => unpacked.destroy(error));
    return unpacked;
}
/** Reads one file of a container, which need not run. @returns undefined when it is not there */
async function readFile(engine, container, path) {
    return (await readFiles(engine, container, path))?.get(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
}
/**
 * Reads a file, or the files directly in a folder, of a container, which need not run.
 * @returns their texts by file name; undefined when there is no such path
 */
async function readFiles(engine, container, path) {
    const archive = await engine.containers.getArchive(container, path);
    if (archive === undefined)
        return undefined;
    const files = new Map();
    for await (const entry of unpack(archive)) {
        const parts = entry.header.name.split('/');
        const wanted = entry.header.type === 'file' && parts.length <= 2;
        const content = wanted ? await (0,_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .readAll */ .y)(node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from(entry)) : void entry.resume();
        if (content !== undefined)
            files.set(parts.at(-1), content.toString('utf8'));
    }
    return files;
}


/***/ }),

/***/ 7369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ KubeClient),
/* harmony export */   a: () => (/* binding */ KubeError)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8601);


/** The API's refusal. Network failures are not of this class. */
class KubeError extends Error {
    name = 'KubeError';
    status;
    constructor(status, message, options) {
        super(message, options);
        this.status = status;
    }
}
/** A request that gets no answer for so long has failed, in milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Pause before a request is made again, in milliseconds. */
const RETRY_AFTER_MS = 300;
/** A small client for the Kubernetes API: JSON over one kept connection, with a client certificate. */
class KubeClient {
    #server;
    #agent;
    #auth;
    #retries;
    /**
     * @param retries how often a request is made again, over a new connection, when there was no answer or the server
     *   could not give one: behind a load balancer another server may
     */
    constructor(credentials, retries = 0) {
        this.#retries = retries;
        this.#server = credentials.server;
        if ('token' in credentials) {
            // What agents send: the user "node" with the token as password (k3s: pkg/clientaccess).
            this.#auth = { authorization: `Basic ${Buffer.from(`node:${credentials.token}`).toString('base64')}` };
            this.#agent = new node_https__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true, ca: credentials.ca });
        }
        else {
            const { ca, cert, key } = credentials;
            this.#auth = {};
            this.#agent = new node_https__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true, ca, cert, key });
        }
    }
    /** @returns undefined when the object does not exist @throws KubeError; the network's error when there is no answer */
    async get(path) {
        try {
            return (await this.#send('GET', path));
        }
        catch (error) {
            if (error instanceof KubeError && error.status === 404)
                return undefined;
            throw error;
        }
    }
    /** An answer that is not JSON: a log. @throws KubeError; the network's error when there is no answer */
    async getText(path) {
        return (await this.#send('GET', path));
    }
    /** A strategic merge patch. @throws KubeError; the network's error when there is no answer */
    async patch(path, body) {
        await this.#send('PATCH', path, JSON.stringify(body), 'application/strategic-merge-patch+json');
    }
    /** @throws KubeError; the network's error when there is no answer */
    async post(path, body) {
        await this.#send('POST', path, JSON.stringify(body), 'application/json');
    }
    /** An object that is gone is no error. @throws KubeError; the network's error when there is no answer */
    async delete(path) {
        try {
            await this.#send('DELETE', path);
        }
        catch (error) {
            if (!(error instanceof KubeError && error.status === 404))
                throw error;
        }
    }
    /** Closes the kept connection; another request opens a new one. */
    close() {
        this.#agent.destroy();
    }
    async #send(method, path, body, contentType) {
        for (let left = this.#retries;; left--) {
            try {
                return await this.#sendOnce(method, path, body, contentType);
            }
            catch (error) {
                if (left === 0 || (error instanceof KubeError && error.status < 500))
                    throw error;
                this.close();
                await (0,_common_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(RETRY_AFTER_MS);
            }
        }
    }
    #sendOnce(method, path, body, contentType) {
        const content = body === undefined ? {} : { 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
        const headers = { ...this.#auth, ...content };
        return new Promise((resolve, reject) => {
            const url = new URL(path, this.#server);
            const call = (0,node_https__WEBPACK_IMPORTED_MODULE_0__.request)(url, { method, agent: this.#agent, headers, timeout: REQUEST_TIMEOUT_MS }, (response) => {
                const chunks = [];
                response.on('data', (chunk) => chunks.push(chunk));
                response.on('error', reject);
                response.on('end', () => {
                    const text = Buffer.concat(chunks).toString('utf8');
                    const status = response.statusCode ?? 0;
                    if (status >= 400)
                        reject(new KubeError(status, `${method} ${path}: ${status} ${reasonOf(text)}`));
                    else {
                        try {
                            resolve(parseBody(text, response.headers['content-type']));
                        }
                        catch (error) {
                            const what = `${method} ${path}: the answer is no JSON, as it says it is`;
                            reject(new KubeError(status, what, { cause: error }));
                        }
                    }
                });
            });
            call.on('error', reject);
            call.on('timeout', () => call.destroy(new Error(`${method} ${url.href}: no answer within ${REQUEST_TIMEOUT_MS / 1000} s`)));
            call.end(body);
        });
    }
}
function parseBody(text, contentType) {
    return contentType?.includes('json') ? JSON.parse(text) : text;
}
function reasonOf(text) {
    try {
        return JSON.parse(text).message ?? text;
    }
    catch {
        return text.slice(0, 300);
    }
}


/***/ }),

/***/ 7344:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isTrue),
/* harmony export */   r: () => (/* binding */ conditionOf)
/* harmony export */ });
/** The condition of that type; undefined when nothing has been said of it. */
function conditionOf({ status }, type) {
    return status?.conditions?.find((one) => one.type === type);
}
/** Whether a condition holds. */
function isTrue(object, type) {
    return conditionOf(object, type)?.status === 'True';
}


/***/ }),

/***/ 9741:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ parseKubeconfig),
/* harmony export */   TM: () => (/* binding */ withoutCluster),
/* harmony export */   Vj: () => (/* binding */ conflictingEntry),
/* harmony export */   hS: () => (/* binding */ formatKubeconfig),
/* harmony export */   jf: () => (/* binding */ kubeconfigFor),
/* harmony export */   mS: () => (/* binding */ mergeKubeconfig),
/* harmony export */   xc: () => (/* binding */ emptyKubeconfig)
/* harmony export */ });
/* unused harmony export secretsOf */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_mapping_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4131);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7662);





/** A kubeconfig with nothing in it. */
function emptyKubeconfig() {
    return { apiVersion: 'v1', kind: 'Config', clusters: [], users: [], contexts: [] };
}
/**
 * Reads a kubeconfig. An empty text is an empty kubeconfig, as kubectl has it.
 * @throws UserError when it is no YAML or no kubeconfig
 */
function parseKubeconfig(text, where) {
    let value;
    try {
        value = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(text);
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where} is no valid YAML: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error).split('\n')[0]}`, { cause: error });
    }
    if (value === null || value === undefined)
        return emptyKubeconfig();
    if (!(0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .p)(value))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where} is no kubeconfig: expected a mapping`);
    const config = { ...emptyKubeconfig(), ...value };
    for (const key of ['clusters', 'users', 'contexts']) {
        if (config[key] === null)
            config[key] = [];
        if (!Array.isArray(config[key]))
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where} is no kubeconfig: "${key}" must be a list`);
        if (!config[key].every((entry) => (0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .p)(entry) && typeof entry.name === 'string')) {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${where} is no kubeconfig: each of "${key}" must have a name`);
        }
    }
    return config;
}
/** The text of a kubeconfig file. */
function formatKubeconfig(config) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(config, { lineWidth: 0 });
}
/** The kubeconfig of one cluster, with k3d's names. */
function kubeconfigFor(cluster, credentials) {
    const encode = (pem) => Buffer.from(pem, 'utf8').toString('base64');
    const name = (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .contextName */ .fW)(cluster);
    const user = {
        'client-certificate-data': encode(credentials.cert),
        'client-key-data': encode(credentials.key),
    };
    return {
        ...emptyKubeconfig(),
        clusters: [{ name, cluster: { 'certificate-authority-data': encode(credentials.ca), server: credentials.server } }],
        users: [{ name: (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .userName */ .nT)(cluster), user }],
        contexts: [{ name, context: { cluster: name, user: (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .userName */ .nT)(cluster) } }],
        'current-context': name,
    };
}
/** `into` with the entries of `from`, which replace those of the same name; the rest is kept. */
function mergeKubeconfig(into, from, switchContext) {
    const merge = (old, added) => [
        ...old.filter((entry) => !added.some((other) => other.name === entry.name)),
        ...added,
    ];
    const merged = {
        ...into,
        clusters: merge(into.clusters, from.clusters),
        users: merge(into.users, from.users),
        contexts: merge(into.contexts, from.contexts),
    };
    const current = from['current-context'];
    if (current !== undefined && (switchContext || !into['current-context']))
        merged['current-context'] = current;
    return merged;
}
/** The first entry of `into` that has the name of one of `from` and is another, e.g. `context k3d-dev`. */
function conflictingEntry(into, from) {
    for (const kind of ['cluster', 'user', 'context']) {
        const added = from[`${kind}s`];
        const present = into[`${kind}s`];
        const other = added.find((entry) => present.some((one) => one.name === entry.name && !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(one, entry)));
        if (other !== undefined)
            return `${kind} ${other.name}`;
    }
    return undefined;
}
/** `config` without a cluster's entries. A current context that pointed to it is left empty, as k3d does. */
function withoutCluster(config, cluster) {
    const name = (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .contextName */ .fW)(cluster);
    const rest = {
        ...config,
        clusters: config.clusters.filter((entry) => entry.name !== name),
        users: config.users.filter((entry) => entry.name !== (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .userName */ .nT)(cluster)),
        contexts: config.contexts.filter((entry) => entry.name !== name),
    };
    // As k3d does, on to another one, if there is one.
    if (rest['current-context'] === name)
        rest['current-context'] = rest.contexts[0]?.name ?? '';
    return rest;
}
/** Values of a kubeconfig that must be masked: the key, singly, since masking works by line. */
function secretsOf(config) {
    return config.users.flatMap((entry) => {
        const data = entry.user['client-key-data'];
        return data === undefined ? [] : [data, Buffer.from(data, 'base64').toString('utf8')];
    });
}


/***/ }),

/***/ 1036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ nodeFor)
/* harmony export */ });
/**
 * The Node of a container: the one of its name, else the one that has its address. Of several, the one that came last:
 * the others are left from containers that are gone.
 */
function nodeFor({ name, hasId = false, addresses }, nodes) {
    const named = nodes.filter(({ metadata }) => isCalled(metadata.name, name, hasId));
    if (named.length > 0)
        return latest(named);
    const ofAddress = nodes.filter(({ status }) => status?.addresses?.some(({ type, address }) => type === 'InternalIP' && addresses.includes(address)));
    return latest(ofAddress);
}
/** Whether a Node bears a name, or the name with k3s's digits (k3s: pkg/agent/config/config.go). */
function isCalled(actual, name, hasId) {
    if (!hasId)
        return actual === name;
    return actual.startsWith(`${name}-`) && /^[0-9a-f]{8}$/.test(actual.slice(name.length + 1));
}
const latest = (nodes) => [...nodes].sort((a, b) => born(b) - born(a))[0];
const born = ({ metadata }) => Date.parse(metadata.creationTimestamp ?? '') || 0;


/***/ }),

/***/ 6330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ whyNotReady),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   Wo: () => (/* binding */ isPastCreation),
/* harmony export */   oB: () => (/* binding */ crashing),
/* harmony export */   sT: () => (/* binding */ describePods),
/* harmony export */   wN: () => (/* binding */ restartsOf)
/* harmony export */ });
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7344);
/* harmony import */ var _pullMessage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3334);


/** Whether a pod has become what it is to be: ready, or ended well. */
function isSettled(pod) {
    return pod.metadata.deletionTimestamp !== undefined || (0,_conditions_js__WEBPACK_IMPORTED_MODULE_0__/* .isTrue */ .H)(pod, 'Ready') || pod.status?.phase === 'Succeeded';
}
/** All containers of a pod, those that run first being the first. */
function containersOf({ status }) {
    return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}
/** How often containers of a pod have been started again, those that run first included: a pod may not get past them. */
const restartsOf = (pod) => containersOf(pod).reduce((sum, { restartCount = 0 }) => sum + restartCount, 0);
/**
 * Why a pod is not ready, in the words of whoever knows best: kubelet of its containers, the scheduler of a pod without
 * a node.
 */
function whyNotReady(pod) {
    const { status } = pod;
    const reasons = containersOf(pod).flatMap((container) => {
        const why = whyContainer(container);
        return why === undefined ? [] : [why];
    });
    if (reasons.length > 0)
        return reasons.join('; ');
    const unscheduled = (0,_conditions_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .r)(pod, 'PodScheduled');
    if (unscheduled?.status === 'False' && unscheduled.message !== undefined)
        return `not scheduled: ${unscheduled.message}`;
    if (status?.message !== undefined)
        return `${status.reason ?? status.phase}: ${status.message}`;
    if (status?.phase === 'Running')
        return 'running, not ready: its readiness probe has not passed yet';
    return status?.phase ?? 'unknown';
}
/**
 * Why a pod is not ready, in a word or two for a column, with the container that it is about: `ImagePullBackOff (web)`,
 * `exit code 3 (web)`, `not scheduled`.
 */
function reasonOf(pod) {
    const { status } = pod;
    const container = containersOf(pod).find((one) => whyContainer(one) !== undefined);
    if (container !== undefined)
        return `${reasonOfContainer(container)} (${container.name})`;
    if ((0,_conditions_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .r)(pod, 'PodScheduled')?.status === 'False')
        return 'not scheduled';
    if (status?.phase === 'Running')
        return 'not ready';
    return status?.reason ?? status?.phase ?? 'unknown';
}
function reasonOfContainer({ state, lastState }) {
    const waiting = state?.waiting?.reason;
    if (waiting !== undefined && !UNDER_WAY.test(waiting))
        return waiting;
    const ended = state?.terminated ?? lastState?.terminated;
    if (ended?.reason === 'OOMKilled')
        return ended.reason;
    return ended === undefined ? 'waiting' : `exit code ${ended.exitCode}`;
}
/** Words that say what is going on, and not what is wrong. */
const UNDER_WAY = /^(ContainerCreating|PodInitializing)$/;
function whyContainer({ name, image, ready, state, lastState }) {
    const ended = state?.terminated ?? lastState?.terminated;
    const how = ended === undefined ? undefined : describeEnd(ended);
    if (state?.waiting !== undefined)
        return whyWaiting(name, image, state.waiting, how);
    if (ended === undefined || ended.exitCode === 0 || ready)
        return undefined;
    // Between two ends it runs, which says nothing.
    return `container ${name} ${how}${state?.running === undefined ? '' : ', and has been started again'}`;
}
/** @param how its last run ended, if there was one */
function whyWaiting(name, image, { reason = 'waiting', message }, how) {
    if (UNDER_WAY.test(reason) && message === undefined)
        return how && `container ${name} ${how}`;
    const short = message === undefined ? undefined : (0,_pullMessage_js__WEBPACK_IMPORTED_MODULE_1__/* .pullMessage */ .R)(message);
    const named = image === undefined || short?.includes(image) === true;
    const of = /Image/.test(reason) && !named ? ` of image ${image}` : '';
    const said = short === undefined ? '' : `: ${short}`;
    return `container ${name}: ${reason}${of}${said}${how === undefined ? '' : ` (it ${how})`}`;
}
function describeEnd({ exitCode, reason, message }) {
    const why = reason === undefined || reason === 'Error' ? '' : `, ${reason}`;
    return `ended with exit code ${exitCode}${why}${message === undefined ? '' : `: ${message.trim()}`}`;
}
/** Whether a container of the pod keeps ending, so that its log says why. */
function crashing(pod) {
    return containersOf(pod).find(({ ready, state, lastState }) => {
        if (ready && state?.running !== undefined)
            return false;
        return (state?.terminated?.exitCode ?? lastState?.terminated?.exitCode ?? 0) !== 0;
    });
}
/** Whether a container of the pod is beyond its creation: then the pod has its node, its sandbox and its volumes. */
function isPastCreation(pod) {
    return containersOf(pod).some(({ state, lastState }) => {
        if ((state?.running ?? state?.terminated ?? lastState?.terminated) !== undefined)
            return true;
        const reason = state?.waiting?.reason;
        return reason !== undefined && !UNDER_WAY.test(reason);
    });
}
/** The pods, each with what it waits for, in brackets behind a subject. */
function describePods(pods) {
    if (pods.length === 0)
        return ' (it has no pod yet)';
    return ` (${pods.map((pod) => `pod ${pod.metadata.name}: ${whyNotReady(pod)}`).join('; ')})`;
}


/***/ }),

/***/ 3334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ pullMessage)
/* harmony export */ });
/** What kubelet and containerd put around the reason of a failed pull, each naming the image once more. */
const AROUND = [
    /^Back-off pulling image "[^"]*": /,
    /rpc error: code = \w+ desc = /g,
    /failed to pull and unpack image "[^"]*": /g,
    /failed to resolve reference "[^"]*": /g,
    /failed to do request: \w+ "[^"]*": /g,
];
/** The reason of a failed pull in what the kubelet says of it: `ghcr.io/acme/api:v7: not found`. Other texts stay. */
const pullMessage = (message) => AROUND.reduce((text, around) => text.replace(around, ''), message);


/***/ }),

/***/ 6434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ addressesForNodes),
/* harmony export */   r: () => (/* binding */ addressesForContainer)
/* harmony export */ });
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7662);
/* harmony import */ var _docker_ownContainer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8977);


/** Addresses that may be reached from a container, and from whatever is behind it: see below. */
async function addressesForContainer(engine, name) {
    const networks = Object.keys((await engine.containers.inspect(name))?.addresses ?? {});
    const found = await Promise.all(networks.map(async (network) => {
        const info = await engine.networks.inspect(network);
        return info === undefined ? [] : addressesForNodes(engine, info, false);
    }));
    return found.flat();
}
/**
 * Addresses that nodes on a network may reach this process at and the world does not: the network's gateway, which is this
 * machine's when the engine is on it; this container's own when it is on the network; the loopback address for nodes on the
 * host's own network. Whether an address is this process's, an attempt to listen on it tells: an interface that nobody is
 * on yet is not among those that the system lists.
 */
async function addressesForNodes(engine, { name, gateway }, isOnHost) {
    const candidates = isOnHost ? [_contract_names_js__WEBPACK_IMPORTED_MODULE_0__/* .LOOPBACK */ .Ws] : [gateway, (await (0,_docker_ownContainer_js__WEBPACK_IMPORTED_MODULE_1__/* .ownAddresses */ .hQ)(engine))[name]];
    return candidates.filter((address) => Boolean(address));
}


/***/ }),

/***/ 4089:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ checkSettings),
/* harmony export */   ar: () => (/* binding */ checkArgs)
/* harmony export */ });
/* unused harmony export ASSUMED */
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7662);
/* harmony import */ var _nodeSettings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6034);



const ENDS = 'k3s would end at once';
/** Arguments that can't be had (docs.k3s.io/cli/server and agent were read whole; any other argument is k3s's own affair). */
const ASSUMED = [
    {
        flags: ['https-listen-port'],
        isFine: (value) => value === String(_contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .API_PORT */ .lL),
        instead: `the Kubernetes API is published, and nodes find it, at port ${_contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .API_PORT */ .lL} of the servers; its port on this machine is chosen with --api-port`,
    },
    {
        flags: ['bind-address'],
        isFine: (value) => ['0.0.0.0', '::', ''].includes(value),
        instead: 'the API would not be reached from outside of the node; its address on this machine is chosen with --api-port HOST:PORT',
    },
    {
        flags: ['data-dir', 'd'],
        isFine: (value) => value === _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .K3S_DATA_PATH */ .Tt,
        instead: `certificates, images and manifests of nodes are at ${_contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .K3S_DATA_PATH */ .Tt}; to keep them elsewhere, mount a volume there`,
    },
    { flags: ['token', 't', 'token-file'], instead: 'all nodes have to know the same token: choose it with --token' },
    { flags: ['server', 's'], instead: 'nodes are told their server by themselves' },
    { flags: ['docker', 'rootless'], instead: 'nodes run containerd, as root of their container' },
    { flags: ['cluster-reset', 'cluster-reset-restore-path'], instead: ENDS },
    { flags: ['help', 'h', 'version'], instead: ENDS },
];
/** @throws UserError for an argument that can't be had, naming where it was written */
function checkArgs(role, args, written) {
    const settings = (0,_nodeSettings_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeSettings */ .A5)({ command: [role, ...args], env: [], files: new Map() });
    checkSettings(settings, (flag) => {
        const entry = written.find(({ value }) => new RegExp(`^--?${flag}(=|$)`).test(value));
        return entry?.where ?? 'arguments of k3s';
    });
}
/**
 * @param whereOf says where a flag was set
 * @throws UserError for a setting that can't be had
 */
function checkSettings(settings, whereOf) {
    for (const { flags, isFine, instead } of ASSUMED) {
        for (const flag of flags) {
            const value = settings.value(flag);
            if (value === undefined || isFine?.(value))
                continue;
            const text = `${flag.length === 1 ? '-' : '--'}${flag}`;
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${whereOf(flag)}: "${text}" of k3s can't be set here: ${instead}`);
        }
    }
}


/***/ }),

/***/ 6367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ caFiles),
/* harmony export */   r: () => (/* binding */ CA_PATH)
/* harmony export */ });
/**
 * A folder of which Go's programs (k3s, containerd, dockerd, a registry) trust every certificate, besides the one file
 * that a system has (crypto/x509: root_linux.go). What is there already is not touched.
 */
const CA_PATH = '/etc/ssl/certs/k3d-extra-ca.pem';
/** Extra certificates as a file of a container. @param pem undefined: none */
const caFiles = (pem) => pem === undefined ? [] : [{ path: CA_PATH, content: pem, mode: 0o644 }];


/***/ }),

/***/ 1150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ showsMemory),
/* harmony export */   Ox: () => (/* binding */ hasEndpoint),
/* harmony export */   mS: () => (/* binding */ planAddedNode),
/* harmony export */   nf: () => (/* binding */ planRemoteAgent)
/* harmony export */ });
/* harmony import */ var _config_nodeLabels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7479);
/* harmony import */ var _config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(613);
/* harmony import */ var _datastore_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(458);
/* harmony import */ var _entrypoint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8026);
/* harmony import */ var _contract_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(251);
/* harmony import */ var _contract_containers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2032);






/** Labels that belong to the one server that is copied. */
const OWN_LABELS = [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.serverInit, _contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.staticIP, _contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.nodeName];
/** Where k3d mounts what shows a node its own memory limit. */
const OWN_MOUNTS = ['/proc/meminfo', '/sys/devices/system/edac'];
/** Whether a bind is of that kind: it is one node's, and made anew for another. */
const showsMemory = (bind) => OWN_MOUNTS.includes((0,_config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_1__/* .bindTarget */ .PE)(bind));
/** Variables that a node has of its own. */
const OWN_VARIABLES = /^K3S_(URL|KUBECONFIG_OUTPUT|TOKEN)=/;
/** What a server knows and an agent has no use for: the password of its database. */
const isEndpoint = (entry) => entry.startsWith(`${_datastore_js__WEBPACK_IMPORTED_MODULE_2__/* .ENDPOINT_VARIABLE */ .nb}=`);
/**
 * The container of a node that joins an existing cluster: a copy of one of its nodes, as in k3d, without published
 * ports and without what began the cluster. Only labels that begin with `k3d` are copied.
 * @param model a node of the same role, or for a cluster's first agent a server
 * @param kubeconfigPath where a server writes its kubeconfig
 */
function planAddedNode(model, node, kubeconfigPath) {
    const sameRole = model.labels[_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.role] === node.role;
    const isServer = node.role === 'server';
    const copied = Object.entries(model.labels).filter(([key]) => key.startsWith('k3d') && !OWN_LABELS.includes(key) && (isServer || !key.startsWith('k3d.server.')));
    const token = node.token ?? model.labels[_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.clusterToken] ?? '';
    return {
        ...emptyNode(node),
        image: node.image ?? model.image,
        command: [...(sameRole ? commandOf(model) : [node.role]), ...ownArgs(node)],
        env: envOf(model, node, token, kubeconfigPath),
        labels: {
            ...node.runtimeLabels,
            ...Object.fromEntries(copied),
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app]: _contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .APP */ .uq,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.version]: _contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .K3D_CONTRACT_VERSION */ .Pm,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.role]: node.role,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.serverLoadBalancer]: model.labels[_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.serverLoadBalancer] ?? '',
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.clusterToken]: token,
            // It joins what another one has begun.
            ...(isServer && _contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.serverInit in model.labels ? { [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.serverInit]: 'false' } : {}),
        },
        network: model.labels[_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.network] ?? '',
        // k3d shows a node its memory limit by files of that one node's; a new node gets its own.
        binds: model.binds.filter((bind) => !showsMemory(bind)),
        extraHosts: model.extraHosts,
        ulimits: node.ulimits.length > 0 ? [...node.ulimits] : model.ulimits,
        memory: node.memory ?? (sameRole && model.memory > 0 ? model.memory : undefined),
        hostPid: model.hostPid,
        gpus: model.gpus,
    };
}
function envOf(model, node, token, kubeconfigPath) {
    const isServer = node.role === 'server';
    return [
        ...model.env.filter((entry) => !OWN_VARIABLES.test(entry) && (isServer || !isEndpoint(entry))),
        `K3S_TOKEN=${token}`,
        ...(isServer && hasEndpoint(model.env) ? [] : [`K3S_URL=${node.url}`]),
        ...(isServer ? [`K3S_KUBECONFIG_OUTPUT=${kubeconfigPath}`] : []),
    ];
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
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.app]: _contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .APP */ .uq,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.version]: _contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .K3D_CONTRACT_VERSION */ .Pm,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.role]: node.role,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.cluster]: '',
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .LABEL */ .d_.clusterURL]: node.url,
        },
        network,
        ulimits: [...node.ulimits],
        memory: node.memory,
    };
}
/** What all nodes of k3s have in common. */
const emptyNode = ({ name }) => (0,_contract_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .plainContainer */ .M)({ name, image: '', entrypoint: [_entrypoint_js__WEBPACK_IMPORTED_MODULE_3__/* .NODE_ENTRYPOINT */ .Qj], tmpfs: ['/run', '/var/run'], privileged: true });
const ownArgs = (node) => [
    ...node.k3sArgs,
    ...node.nodeLabels.flatMap((label) => ['--node-label', (0,_config_nodeLabels_js__WEBPACK_IMPORTED_MODULE_0__/* .labelWithValue */ .a)(label)]),
];
/** Only one server begins a cluster; the rest is copied, labels among it, as k3d does. */
const commandOf = ({ command }) => command.filter((word) => word !== '--cluster-init');


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


/***/ }),

/***/ 458:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ READY_COMMANDS),
/* harmony export */   Kw: () => (/* binding */ checkDatastore),
/* harmony export */   Lw: () => (/* binding */ planDatastore),
/* harmony export */   X5: () => (/* binding */ endpointOf),
/* harmony export */   cI: () => (/* binding */ databaseKind),
/* harmony export */   nb: () => (/* binding */ ENDPOINT_VARIABLE)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _config_datastore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4411);
/* harmony import */ var _hostNetwork_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3579);
/* harmony import */ var _contract_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(251);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7662);
/* harmony import */ var _contract_containers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2032);






/** Variable that gives k3s its datastore; in an argument a password would be in every process list. */
const ENDPOINT_VARIABLE = 'K3S_DATASTORE_ENDPOINT';
/** Name of user and database. */
const NAME = 'k3s';
/**
 * Each server opens as many connections as it has questions, and of those that a database refuses (usually above 100) it
 * does not recover as a whole.
 */
const MOST_CONNECTIONS = 1000;
/** What differs between databases: as their official images and k3s's drivers (kine) have it. */
const DATABASES = {
    postgres: {
        command: ['-c', `max_connections=${MOST_CONNECTIONS}`],
        env: (password) => [`POSTGRES_USER=${NAME}`, `POSTGRES_PASSWORD=${password}`, `POSTGRES_DB=${NAME}`],
        endpoint: (login, host) => `postgres://${login}@${host}:5432/${NAME}?sslmode=disable`,
    },
    mysql: {
        command: [`--max-connections=${MOST_CONNECTIONS}`],
        env: (password) => [
            `MYSQL_USER=${NAME}`,
            `MYSQL_PASSWORD=${password}`,
            `MYSQL_DATABASE=${NAME}`,
            'MYSQL_RANDOM_ROOT_PASSWORD=yes',
        ],
        endpoint: (login, host) => `mysql://${login}@tcp(${host}:3306)/${NAME}`,
    },
};
/**
 * Commands that succeed in a database's container once it can be used. Over TCP: while an image sets its database up,
 * the database listens on a socket only.
 */
const READY_COMMANDS = {
    postgres: ['pg_isready', '--host=127.0.0.1', `--username=${NAME}`, `--dbname=${NAME}`],
    // MariaDB's image has dropped the old name.
    mysql: [
        'sh',
        '-c',
        `exec "$(command -v mariadb-admin || command -v mysqladmin)" --protocol=tcp --host=127.0.0.1 --user=${NAME} --password="$MYSQL_PASSWORD" ping`,
    ],
};
/** The kind of database that a container's label names; undefined: it is none. */
function databaseKind(labels) {
    const kind = labels[_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.datastore];
    return kind === 'postgres' || kind === 'mysql' ? kind : undefined;
}
/** The endpoint for k3s. @returns undefined when k3s has its own datastore */
function endpointOf(config, password) {
    const { datastore, name } = config;
    if (!(0,_config_datastore_js__WEBPACK_IMPORTED_MODULE_1__/* .isExternal */ .ge)(datastore))
        return undefined;
    if (datastore.kind === 'url')
        return datastore.url;
    return DATABASES[datastore.kind].endpoint(`${NAME}:${password}`, (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_4__/* .datastoreName */ .XX)(name));
}
/** @throws UserError when the cluster can't have its datastore */
function checkDatastore({ datastore, servers, ...config }) {
    if (datastore?.kind === 'sqlite' && servers > 1)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`datastore sqlite is for one server alone, and ${servers} are asked for: choose etcd, postgres or mysql, or one server`);
    if ((0,_config_datastore_js__WEBPACK_IMPORTED_MODULE_1__/* .isExternal */ .ge)(datastore) && datastore.kind !== 'url' && (0,_hostNetwork_js__WEBPACK_IMPORTED_MODULE_2__/* .isOnHost */ .a)({ ...config, datastore, servers }))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`datastore ${datastore.kind} is reached by its name on a network of the cluster's own, and "network" is host: give another network, or the URL of a database`);
}
/** The container of a cluster's database. @returns undefined when it has none of its own */
function planDatastore({ name: cluster, datastore }, { network, creation, password }) {
    if (!(0,_config_datastore_js__WEBPACK_IMPORTED_MODULE_1__/* .isExternal */ .ge)(datastore) || datastore.kind === 'url')
        return undefined;
    const { kind, image } = datastore;
    return (0,_contract_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .plainContainer */ .M)({
        name: (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_4__/* .datastoreName */ .XX)(cluster),
        image,
        command: DATABASES[kind].command,
        env: DATABASES[kind].env(password),
        labels: {
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.app]: _contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .APP */ .uq,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.version]: _contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .K3D_CONTRACT_VERSION */ .Pm,
            // k3d does not know of it, and removes it with the cluster all the same.
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.role]: 'noRole',
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.cluster]: cluster,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.datastore]: kind,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.creation]: creation,
        },
        network,
    });
}


/***/ }),

/***/ 8026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ entrypointFiles),
/* harmony export */   Il: () => (/* binding */ entrypointScript),
/* harmony export */   Qj: () => (/* binding */ NODE_ENTRYPOINT),
/* harmony export */   Zc: () => (/* binding */ FIND_DEVICE)
/* harmony export */ });
/* harmony import */ var _config_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2143);
/* harmony import */ var _ipFamily_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8090);
/* harmony import */ var _nodeSettings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6034);



const MEMINFO_PATH = '/etc/k3d-meminfo';
/** A line of shell: `device` is the one by which a node reaches the others. */
const FIND_DEVICE = `device=$(ip -4 route show default | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1)`;
/**
 * What runs in a node before k3s, as k3d has it: a wrapper that runs each fix and then becomes k3s.
 * Unlike k3d's, it does not drain the node when it is stopped: a stopped CI node is not coming back for its pods,
 * and a node that is started again finds them where they were.
 */
const WRAPPER = `#!/bin/sh
# Runs the fixes beside this file, then k3s in place of itself, so that signals reach k3s.
set -eu
for fix in /bin/k3d-entrypoint-*.sh; do
  [ -e "$fix" ] || continue
  said=$(sh "$fix" 2>&1) || echo "k3d: $fix failed: $(echo "$said" | tr '\\n' ' ')" >&2
  [ -z "$said" ] || echo "$fix: $said" >>/var/log/k3d-entrypoints.log
done
exec /bin/k3s "$@"
`;
/** cgroup v2 allows no processes in a group that has children with controllers, so the root's move to a leaf. */
const CGROUP_V2 = `#!/bin/sh
set -eu
root=\${CGROUP_ROOT:-/sys/fs/cgroup}
[ -f "$root/cgroup.controllers" ] || exit 0
mkdir -p "$root/init"
# The list is read whole, because it changes while processes move; new ones may come meanwhile, so again until none is left.
round=0
while [ "$round" -lt 10 ] && pids=$(cat "$root/cgroup.procs") && [ -n "$pids" ]; do
  for pid in $pids; do
    # 0 is a process of another namespace, and written it would mean this shell. One may have ended since.
    [ "$pid" = 0 ] || { echo "$pid" >"$root/init/cgroup.procs"; } 2>/dev/null || true
  done
  round=$((round + 1))
done
enable=
for controller in $(cat "$root/cgroup.controllers"); do enable="$enable +$controller"; done
echo "\${enable# }" >"$root/cgroup.subtree_control"
`;
/** Kubernetes needs mounts that propagate into pods. */
const MOUNTS = `#!/bin/sh
set -eu
mount --make-rshared /
`;
/**
 * Docker's name server answers on 127.0.0.11, an address that means nothing inside a pod. Its NAT rules are written
 * again for the gateway's address and for forwarded packets, and resolv.conf, which CoreDNS forwards to, names that.
 */
const DNS = `#!/bin/sh
set -eu
docker_dns=127.0.0.11
resolv=\${RESOLV_CONF:-/etc/resolv.conf}
grep -q "$docker_dns" "$resolv" || exit 0
gateway=$(ip -4 route show default | sed -n 's/.* via \\([0-9.]*\\).*/\\1/p' | head -n 1)
[ -n "$gateway" ] || { echo "no default gateway: pods can't use Docker's DNS"; exit 0; }
# Docker writes its rules with the host's kind of iptables; take whichever kind here shows them.
for kind in iptables iptables-nft iptables-legacy; do
  command -v "$kind-save" >/dev/null 2>&1 || continue
  rules=$("$kind-save" -t nat 2>/dev/null) || continue
  case $rules in *"$docker_dns"*) ;; *) continue ;; esac
  printf '%s\\n' "$rules" | sed \\
    -e "s/-d $docker_dns/-d $gateway/g" \\
    -e 's/^-A OUTPUT \\(.*\\) -j DOCKER_OUTPUT$/&\\n-A PREROUTING \\1 -j DOCKER_OUTPUT/' \\
    -e "s/--to-source :53/--to-source $gateway:53/g" | "$kind-restore"
  sed "s/$docker_dns/$gateway/g" "$resolv" >/tmp/resolv.conf
  cat /tmp/resolv.conf >"$resolv" # in place: Docker mounts the file
  rm -f /tmp/resolv.conf
  exit 0
done
echo "no NAT rules for $docker_dns found: pods can't use Docker's DNS"
`;
/**
 * Shows a node with a memory limit the memory that it has: kubelet and cAdvisor read the machine's from /proc/meminfo,
 * and its banks from edac. k3d mounts files of the host over them; made inside, it works with any engine.
 */
const MEMORY = `#!/bin/sh
set -eu
[ -f ${MEMINFO_PATH} ] || exit 0
mount --bind ${MEMINFO_PATH} /proc/meminfo
[ ! -d /sys/devices/system/edac ] || mount -t tmpfs -o ro,size=4k none /sys/devices/system/edac
`;
/**
 * Tells k3s both addresses of a node, or that of IPv6: by itself it takes the one of IPv4 (docs.k3s.io/networking). They
 * may be others at each start.
 */
const IP_FAMILY = `#!/bin/sh
set -eu
family=\${${_ipFamily_js__WEBPACK_IMPORTED_MODULE_1__/* .FAMILY_VARIABLE */ .Gd}:-ipv4}
[ "$family" != ipv4 ] || exit 0
${FIND_DEVICE}
address() { ip "-$1" addr show dev "$device" scope global | sed -n 's/^ *inet6\\{0,1\\} \\([0-9a-f.:]*\\).*/\\1/p' | head -n 1; }
four=$(address 4)
six=$(address 6)
[ -n "$six" ] || { echo "$device has no IPv6 address"; exit 1; }
mkdir -p ${_nodeSettings_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_FOLDER */ .EX}
case $family in dual) both=$four,$six ;; *) both=$six ;; esac
echo "node-ip: '$both'" >${_nodeSettings_js__WEBPACK_IMPORTED_MODULE_2__/* .FAMILY_SETTINGS_PATH */ .b6}
`;
/** The command that containers of nodes run. */
const NODE_ENTRYPOINT = '/bin/k3d-entrypoint.sh';
const FIX_SCRIPTS = { cgroupv2: CGROUP_V2, dns: DNS, mounts: MOUNTS };
/**
 * The files of the fixes, by k3d's names, so that k3d replaces them by its own when it starts a node of ours.
 * @param disabled fixes that are not wanted
 * @param memory the node's limit in bytes, if it has one
 */
function entrypointFiles(disabled, memory) {
    const fixes = _config_types_js__WEBPACK_IMPORTED_MODULE_0__/* .SCRIPT_FIXES */ .g.filter((fix) => !disabled.includes(fix)).map((fix) => entrypointScript(`-${fix}`, FIX_SCRIPTS[fix]));
    const limit = memory === undefined ? [] : [entrypointScript('-memory', MEMORY), meminfo(memory)];
    return [entrypointScript('', WRAPPER), ...fixes, entrypointScript('-ip-family', IP_FAMILY), ...limit];
}
/** A script that the wrapper runs. @param name empty: the wrapper itself */
function entrypointScript(name, content) {
    return { path: `/bin/k3d-entrypoint${name}.sh`, content, mode: 0o744 };
}
function meminfo(bytes) {
    const kilobytes = Math.floor(bytes / 1024);
    const all = ['MemTotal', 'MemFree', 'MemAvailable'].map((key) => `${key}: ${kilobytes} kB\n`);
    // Kubelets since 1.32 end where there is no word of swap.
    const none = ['Buffers', 'Cached', 'SwapCached', 'SwapTotal', 'SwapFree'].map((key) => `${key}: 0 kB\n`);
    return { path: MEMINFO_PATH, content: [...all, ...none].join(''), mode: 0o444 };
}


/***/ }),

/***/ 4964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ possibleLayers),
/* harmony export */   x: () => (/* binding */ expectationsOf)
/* harmony export */ });
/** Taints that the system's pods bear (k3s: manifests/coredns.yaml). */
const BORNE = /^(node-role\.kubernetes\.io\/(control-plane|master)|CriticalAddonsOnly)\b/;
/** What to expect of nodes that were told so. */
function expectationsOf(nodes) {
    const servers = nodes.filter(({ role }) => role === 'server').map(({ settings }) => settings);
    const withKubelet = nodes.filter(({ role, settings }) => role === 'agent' || !settings.isOn('disable-agent'));
    const isOff = (flag) => servers.length > 0 && servers.every((settings) => settings.isOn(flag));
    const hasNetwork = !servers.some((settings) => settings.value('flannel-backend') === 'none');
    const takesPods = withKubelet.some(({ settings }) => !settings.all('node-taint').some(repels));
    return {
        nodes: withKubelet.map(({ container, role, usualName, addresses, settings }) => ({
            container,
            name: settings.value('node-name') ?? usualName,
            hasId: settings.isOn('with-node-id'),
            addresses,
            choosesAddress: settings.value('node-ip') !== undefined,
            getsRole: role === 'server' && !settings.isOn('disable-apiserver'),
        })),
        hasNetwork,
        hasWorkloads: takesPods && !servers.some((one) => one.isOn('disable-kube-proxy')) && !isOff('disable-scheduler'),
        hasServerNode: withKubelet.some(({ role }) => role === 'server'),
        hasControllers: !isOff('disable-controller-manager'),
        serverArgs: servers.flatMap(({ args }) => args),
    };
}
const repels = (taint) => /:(NoSchedule|NoExecute)$/.test(taint) && !BORNE.test(taint);
/**
 * First minor release of Kubernetes 1 in which k3s is taken to schedule pods though no server is a node. In 1.23 its
 * scheduler waits for ever for the server's own (seen); in 1.33 it does not.
 */
const SCHEDULES_WITHOUT_NODE = 33;
/**
 * The layers that can come about, of those that are wanted.
 * @param isUp whether nodes are Ready, by whatever network
 * @param minor release of Kubernetes 1
 */
function possibleLayers(wanted, expected, isUp, minor) {
    const schedules = expected.hasServerNode || minor >= SCHEDULES_WITHOUT_NODE;
    const runs = isUp && schedules && expected.hasWorkloads && expected.hasControllers && expected.nodes.length > 0;
    return new Set([...wanted].filter((layer) => {
        if (layer === 'nodes')
            return true;
        return layer === 'service-account' ? expected.hasControllers : runs;
    }));
}


/***/ }),

/***/ 9031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yY: () => (/* binding */ REGISTRIES_PATH),
  jP: () => (/* binding */ planFiles),
  Wi: () => (/* binding */ registriesFile)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/text.ts
var common_text = __webpack_require__(2450);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/config/globs.ts



/**
 * The files that a glob names, sorted, as paths below `cwd`.
 * @throws UserError when it names none
 */
function globs_filesNamed({ value, where }, cwd) {
    const found = globSync(value, { cwd }).filter((path) => statSync(join(cwd, path)).isFile());
    if (found.length === 0)
        throw new UserError(`${where}: "${value}" matches no file`);
    return found.sort();
}

// EXTERNAL MODULE: ./src/config/target.ts
var target = __webpack_require__(5165);
;// CONCATENATED MODULE: ./src/config/manifests.ts







/** Stands in a file of a node for a range of addresses that its network leaves free. */
const ADDRESS_POOL = '${K3D_ADDRESS_POOL}';
/** Kinds whose objects do something, and are waited for until they do. */
const AWAITED = (/* unused pure expression or super */ null && (['deployment', 'daemonset', 'statefulset', 'job', 'crd']));
/**
 * Reads manifests by path, glob or URL. A URL has the digest of what is there behind it: `https://…#sha256=…`.
 * @param entries one a line, relative to `cwd`
 * @throws UserError naming the entry, or the file, line and document that is wrong
 */
function readManifests(entries, cwd) {
    const local = [];
    const remote = [];
    for (const { value, where } of entries) {
        if (/^https?:\/\//.test(value)) {
            remote.push(readRemote(value, where));
            continue;
        }
        for (const path of filesNamed({ value, where }, cwd))
            local.push(toManifest(basename(path), textOf(join(cwd, path), where), path));
    }
    return { local, remote };
}
function textOf(path, where) {
    try {
        return readText(path);
    }
    catch (error) {
        throw new UserError(`${where}: ${path} can't be read: ${messageOf(error)}`, { cause: error });
    }
}
function readRemote(value, where) {
    const [url = '', digest = ''] = value.split('#');
    const sha256 = /^sha256=([0-9a-f]{64})$/.exec(digest)?.[1];
    if (sha256 === undefined || !URL.canParse(url))
        throw new UserError(`${where}: "${value}" lacks the digest of what is there: expected URL#sha256=…, as "curl URL | sha256sum" says it`);
    return { url, sha256, where };
}
/**
 * A manifest of a text.
 * @param where its path or URL
 * @throws UserError with file and line for malformed YAML, or for what is no object of Kubernetes
 */
const toManifest = (name, content, where) => ({
    name,
    content,
    where,
    targets: targetsOf(content, where),
});
/** What the parser has to say of malformed YAML, without the place, which is said before it. */
const sentenceOf = ({ message }) => (message.split('\n')[0] ?? '').replace(/ at line.*$/, '');
function targetsOf(content, where) {
    const lines = new LineCounter();
    const documents = parseAllDocuments(content, { lineCounter: lines, logLevel: 'error' });
    const targets = [];
    for (const [index, document] of [...documents].entries()) {
        const [problem] = document.errors;
        if (problem !== undefined)
            throw new UserError(`${where}:${problem.linePos?.[0].line ?? 1}: ${sentenceOf(problem)}`);
        const object = document.toJS();
        if (object === null || object === undefined)
            continue;
        const { line } = lines.linePos(document.contents?.range?.[0] ?? 0);
        targets.push(...targetsIn(object, `${where}:${line}: document ${index + 1}`));
    }
    return targets;
}
function targetsIn(object, where) {
    if (!isMapping(object))
        throw new UserError(`${where} is not a Kubernetes object: expected apiVersion, kind and metadata`);
    const { apiVersion, kind, metadata, items } = object;
    for (const [key, value] of Object.entries({ apiVersion, kind }))
        if (typeof value !== 'string' || value === '')
            throw new UserError(`${where} has no "${key}"`);
    if (String(kind).endsWith('List') && Array.isArray(items))
        return items.flatMap((item) => targetsIn(item, where));
    const { name, namespace = 'default' } = metadata ?? {};
    if (typeof name !== 'string' || name === '')
        throw new UserError(`${where} has no "metadata.name"`);
    return targetOf(String(kind).toLowerCase(), name, String(namespace));
}
function targetOf(kind, name, namespace) {
    // k3s installs a chart by a job of that name.
    if (kind === 'helmchart')
        return [{ kind: 'job', name: `helm-install-${name}`, namespace }];
    const found = AWAITED.find((one) => one === kind || TARGET_KINDS[one].aliases.includes(kind));
    return found === undefined ? [] : [{ kind: found, name, namespace }];
}
/**
 * A folder whose files k3s applies after its own, in the order of their names: a claim that comes before there is a
 * storage class gets none until Kubernetes 1.28.
 */
const FOLDER = 'k3s-manifests/zz-k3d';
/** Files of the first server, which k3s applies in their order. */
const manifestFiles = (manifests) => manifests.map(({ name, content, where }, index) => ({
    // A text with a line break is content, and no path.
    source: content.endsWith('\n') ? content : `${content}\n`,
    destination: `${FOLDER}/${String(index).padStart(2, '0')}-${name.replace(/\.(ya?ml|json)$/, '')}.yaml`,
    nodeFilters: ['server:0'],
    where,
}));
/**
 * Reads `NAME=REPOSITORY/CHART[@VERSION] [-n NAMESPACE]` or `NAME=oci://…[@VERSION]`.
 * @throws UserError when it is malformed
 */
function readChart(text, where) {
    const match = /^([a-z0-9][a-z0-9-]*)=((?:https?|oci):\/\/\S+?)(?:@(v?\d\S*))?(?:\s+-n\s+([a-z0-9-]+))?$/.exec(text);
    const [, name = '', url = '', version, namespace = 'default'] = match ?? [];
    if (match === null || !URL.canParse(url))
        throw new UserError(`${where}: malformed chart "${text}": expected NAME=REPOSITORY/CHART[@VERSION] [-n NAMESPACE], e.g. podinfo=https://stefanprodan.github.io/podinfo/podinfo@6.9.2 -n demo`);
    const isWhole = url.startsWith('oci://') || url.endsWith('.tgz');
    const cut = url.lastIndexOf('/');
    const [repo, chart] = isWhole ? ['', url] : [url.slice(0, cut), url.slice(cut + 1)];
    return { name, repo, chart, version, namespace };
}
/** Namespaces that each cluster has from its beginning. */
const PRESENT_NAMESPACES = (/* unused pure expression or super */ null && (['default', 'kube-system', 'kube-public', 'kube-node-lease']));
/** The objects by which k3s installs a chart (docs.k3s.io/helm). */
function chartManifest({ name, repo, chart, version, namespace, values, bootstrap }) {
    const spec = {
        ...(repo === '' ? {} : { repo }),
        chart,
        ...(version === undefined ? {} : { version }),
        targetNamespace: namespace,
        ...(bootstrap ? { bootstrap } : {}),
        ...(values === undefined ? {} : { valuesContent: stringify(values) }),
    };
    const metadata = { name, namespace: 'kube-system' };
    // Its field for that is unknown to releases before 1.24, and what is unknown is dropped without a word.
    const space = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
    const helmChart = { apiVersion: 'helm.cattle.io/v1', kind: 'HelmChart', metadata, spec };
    const objects = PRESENT_NAMESPACES.includes(namespace) ? [helmChart] : [space, helmChart];
    const content = objects.map((object) => stringify(object)).join('---\n');
    return toManifest(`${name}.yaml`, content, `chart ${name}`);
}

// EXTERNAL MODULE: ./src/config/nodeFilter.ts
var nodeFilter = __webpack_require__(7002);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
// EXTERNAL MODULE: ./src/plan/localImages.ts
var localImages = __webpack_require__(254);
// EXTERNAL MODULE: ./src/plan/registry.ts
var registry = __webpack_require__(1088);
;// CONCATENATED MODULE: ./src/plan/files.ts





/** Where k3s reads its registry settings from. */
const REGISTRIES_PATH = volumeSpec/* PATH_SHORTCUTS */.OZ['k3s-registry-config'];
/**
 * The user's files, and registries.yaml, for each node. By now a file's source is its content: reading is done before.
 * @param addresses a range that the network leaves free
 * @param mounts of each node: settings of registries that are mounted are known to the node alone
 * @throws UserError for malformed filters
 */
function planFiles(config, nodes, { registries, localImagesURL }, addresses = '', mounts = new Map()) {
    const perNode = new Map(nodes.map((node) => [node.name, []]));
    for (const file of config.files) {
        const matched = file.nodeFilters.length === 0 ? nodes : (0,nodeFilter/* matchFilters */.XN)(file.nodeFilters, nodes, file.where);
        for (const node of matched) {
            perNode.get(node.name)?.push({
                path: (0,volumeSpec/* expandDestination */.ZT)(file.destination),
                content: file.source.replaceAll(ADDRESS_POOL, addresses),
                mode: 0o644,
            });
        }
    }
    const settings = (0,registry/* registriesYaml */.zj)(registries, config.registriesYaml);
    for (const node of nodes) {
        if (settings !== undefined)
            perNode.get(node.name)?.push(registriesFile(settings));
        if (node.role === 'server' && node.index === 0)
            perNode.get(node.name)?.push(...(0,registry/* hostingManifest */.M$)(registries));
    }
    if (localImagesURL !== undefined)
        addLocalImages(perNode, localImagesURL, registries, mounts);
    return perNode;
}
function addLocalImages(perNode, url, registries, mounts) {
    const names = registries.map(({ name }) => name);
    for (const [node, files] of perNode) {
        if ((0,volumeSpec/* isMounted */.BX)(REGISTRIES_PATH, mounts.get(node) ?? []))
            continue;
        // The last one is what the node has in the end: a file of the user's may have that path too.
        const own = files.findLast(({ path }) => path === REGISTRIES_PATH);
        files.push(...(0,localImages/* localImagesFiles */.jz)(own && String(own.content), url, names));
    }
}
/** k3s's registry settings as a file of a node. It may hold passwords. */
function registriesFile(content) {
    return { path: REGISTRIES_PATH, content, mode: 0o600 };
}


/***/ }),

/***/ 3579:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ checkHostNetwork),
/* harmony export */   a: () => (/* binding */ isOnHost)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7662);


/** Whether the cluster's nodes are on the host's own network, where nothing has to be published. */
function isOnHost(config) {
    return config.network === _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .HOST_NETWORK */ .Ae;
}
/**
 * On the host's network there is room for one server: a second node would want the same ports (k3d: pkg/config).
 * @throws UserError for a configuration that asks for more
 */
function checkHostNetwork(config) {
    if (!isOnHost(config))
        return;
    const refuse = (what) => {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`network "host": ${what}`);
    };
    if (config.servers !== 1 || config.agents !== 0)
        refuse('there is room for one server and no agents');
    if (config.ports.length > 0)
        refuse("ports can't be published, and need not be: all are the host's own");
    if (config.apiPort !== undefined && config.apiPort !== _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .API_PORT */ .lL)
        refuse(`the API's port is ${_contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .API_PORT */ .lL} there`);
    if (config.registriesCreate.length + config.registriesUse.length > 0) {
        refuse("registries of the cluster can't be reached by name there: name them in registries.yaml by address");
    }
}


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ hasIPv6),
/* harmony export */   Gd: () => (/* binding */ FAMILY_VARIABLE),
/* harmony export */   SI: () => (/* binding */ familyArgs),
/* harmony export */   VH: () => (/* binding */ hostIPOf),
/* harmony export */   nO: () => (/* binding */ checkFamily),
/* harmony export */   oc: () => (/* binding */ withoutTwins),
/* harmony export */   ss: () => (/* binding */ inFamilies),
/* harmony export */   ug: () => (/* binding */ familyEnv),
/* harmony export */   wA: () => (/* binding */ rangesOf),
/* harmony export */   yH: () => (/* binding */ familyIn)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _contract_ipFamily_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9437);
/* harmony import */ var _config_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8794);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7662);
/* harmony import */ var _hostNetwork_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3579);





/** The variable by which a container of the cluster knows the family of its addresses. */
const FAMILY_VARIABLE = 'K3D_IP_FAMILY';
/** What pods and services get of IPv6: private ranges, in the sizes that k3s's documentation uses (docs.k3s.io/networking). */
const POD_NETWORK_V6 = 'fd00:42::/56';
const SERVICE_NETWORK_V6 = 'fd00:43::/112';
/** Releases of k3s whose network policies refuse to start with IPv6 (seen: v1.23.1). */
const WITHOUT_POLICIES = '<1.24';
/** Releases of k3s that end where pods have no IPv4 (seen: v1.23.1). */
const WITHOUT_SIX_ALONE = '<1.24';
/** Releases of k3s that know `--flannel-ipv6-masq` (k3s: release notes of v1.23.4 and v1.24). */
const WITH_MASQUERADE = '>=1.24';
/** Whether the cluster has addresses of IPv6. */
const hasIPv6 = ({ ipFamily }) => ipFamily !== 'ipv4';
/** The ranges of pods and of services unless somebody chooses others. */
function rangesOf({ ipFamily }) {
    const pick = (four, six) => ({ ipv4: four, dual: `${four},${six}`, ipv6: six })[ipFamily];
    return { pods: pick(_contract_names_js__WEBPACK_IMPORTED_MODULE_2__/* .POD_NETWORK */ .jB, POD_NETWORK_V6), services: pick(_contract_names_js__WEBPACK_IMPORTED_MODULE_2__/* .SERVICE_NETWORK */ .Re, SERVICE_NETWORK_V6) };
}
/**
 * What servers of k3s are told for the sake of IPv6; ranges that the user chooses are left to him.
 * @param args the user's own arguments of the server
 */
function familyArgs(config, args) {
    if (!hasIPv6(config))
        return [];
    const { pods, services } = rangesOf(config);
    const isSaid = (flag) => args.some((arg) => arg === flag || arg.startsWith(`${flag}=`));
    const flags = [
        ['--cluster-cidr', pods, true],
        ['--service-cidr', services, true],
        // Pods leave the cluster by their node's address, as with IPv4.
        ['--flannel-ipv6-masq', undefined, (0,_config_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isRelease */ .MU)(config.image, WITH_MASQUERADE)],
        ['--disable-network-policy', undefined, (0,_config_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isRelease */ .MU)(config.image, WITHOUT_POLICIES)],
    ];
    return flags
        .filter(([flag, , wanted]) => wanted && !isSaid(flag))
        .map(([flag, value]) => (value === undefined ? flag : `${flag}=${value}`));
}
/** By what the containers of a cluster know its family. */
const familyEnv = (config) => hasIPv6(config) ? [`${FAMILY_VARIABLE}=${config.ipFamily}`] : [];
/** The family of a cluster that exists, by the variables of one of its containers. */
const familyIn = (env) => _contract_ipFamily_js__WEBPACK_IMPORTED_MODULE_4__/* .IP_FAMILIES */ .D.find((family) => env.includes(`${FAMILY_VARIABLE}=${family}`)) ?? 'ipv4';
/** Where ports are published that nobody wants elsewhere. @param publishIP where the engine does that for IPv4 */
const hostIPOf = ({ ipFamily }, publishIP) => ipFamily === 'ipv6' && publishIP === _contract_names_js__WEBPACK_IMPORTED_MODULE_2__/* .LOOPBACK */ .Ws ? _contract_names_js__WEBPACK_IMPORTED_MODULE_2__/* .LOOPBACK_V6 */ .X3 : publishIP;
/** A port on the machine's own address, there for both families where the cluster has both. */
function inFamilies(config, mapping) {
    const isTwofold = config.ipFamily === 'dual' && mapping.hostIP === _contract_names_js__WEBPACK_IMPORTED_MODULE_2__/* .LOOPBACK */ .Ws && mapping.hostPort && mapping.hostPortEnd === undefined;
    return isTwofold ? [mapping, { ...mapping, hostIP: _contract_names_js__WEBPACK_IMPORTED_MODULE_2__/* .LOOPBACK_V6 */ .X3 }] : [mapping];
}
/** Ports without those that come with another of them by `inFamilies`. */
function withoutTwins(config, ports) {
    const twins = ports.flatMap((port) => inFamilies(config, port).slice(1));
    return ports.filter((port) => !twins.some((twin) => twin.hostIP === port.hostIP && twin.hostPort === port.hostPort && (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_2__/* .portKey */ .ls)(twin) === (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_2__/* .portKey */ .ls)(port)));
}
/** @throws UserError for what can't go with IPv6, or can't go without */
function checkFamily(config) {
    if (!hasIPv6(config)) {
        if (config.subnetV6 === undefined)
            return;
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`subnet "${config.subnetV6}": an IPv6 subnet needs the IP family dual or ipv6`);
    }
    const what = `IP family "${config.ipFamily}"`;
    if ((0,_hostNetwork_js__WEBPACK_IMPORTED_MODULE_3__/* .isOnHost */ .a)(config))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${what}: nodes on the network "host" have the host's own addresses`);
    if (config.ipFamily === 'ipv6' && (0,_config_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isRelease */ .MU)(config.image, WITHOUT_SIX_ALONE)) {
        const release = (0,_config_version_js__WEBPACK_IMPORTED_MODULE_1__/* .kubernetesOf */ .Az)(config.image);
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${what}: k3s ${release} can't do without IPv4; choose dual, or k3s 1.24 or later`);
    }
}


/***/ }),

/***/ 9477:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ loadBalancerContainer),
/* harmony export */   Qc: () => (/* binding */ parseValues),
/* harmony export */   S9: () => (/* binding */ loadBalancerFiles),
/* harmony export */   WG: () => (/* binding */ settingsWith),
/* harmony export */   bW: () => (/* binding */ VALUES_PATH),
/* harmony export */   l_: () => (/* binding */ overridesIn),
/* harmony export */   p4: () => (/* binding */ valuesFile)
/* harmony export */ });
/* unused harmony export formatValues */
/* harmony import */ var _common_mapping_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4131);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _contract_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(251);
/* harmony import */ var _ipFamily_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8090);
/* harmony import */ var _contract_containers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2032);





/** The file that says what is passed on to whom, by k3d's name and in k3d's format, so that k3d can drive it too. */
const VALUES_PATH = '/etc/confd/values.yaml';
const LOAD_BALANCER_ENTRYPOINT = '/bin/k3d-loadbalancer.sh';
const DEFAULT_SETTINGS = { workerConnections: 1024, defaultProxyTimeout: 600 };
/** The defaults with what the user has set otherwise. */
function settingsWith(overrides) {
    return { ...DEFAULT_SETTINGS, ...Object.fromEntries(overrides.map(({ key, value }) => [key, value])) };
}
/** The settings that are not the defaults: what `settingsWith` was given. */
function overridesIn(settings) {
    const keys = Object.keys(DEFAULT_SETTINGS);
    return keys.flatMap((key) => (settings[key] === DEFAULT_SETTINGS[key] ? [] : [{ key, value: settings[key] }]));
}
/** The text of values.yaml. */
function formatValues({ ports, settings }) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ ports: Object.fromEntries(ports), settings });
}
/** Reads values.yaml, ours or k3d's. */
function parseValues(text) {
    const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    const { ports, settings } = (0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_3__/* .isMapping */ .p)(value) ? value : {};
    const entries = Object.entries((0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_3__/* .isMapping */ .p)(ports) ? ports : {});
    return {
        ports: new Map(entries.map(([port, nodes]) => [port, Array.isArray(nodes) ? nodes.map(String) : []])),
        settings: { ...DEFAULT_SETTINGS, ...((0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_3__/* .isMapping */ .p)(settings) ? settings : {}) },
    };
}
/**
 * Turns values.yaml into nginx's configuration, now and whenever that file or a node's address changes. Names are
 * resolved here and not by nginx, which would refuse to start for a node that does not run, and keep an address for
 * ever. nginx says "start worker processes" when it starts and reloads, which k3d waits for.
 */
const ENTRYPOINT = `#!/bin/sh
set -u
values=\${VALUES:-${VALUES_PATH}}
conf=\${CONF:-/etc/nginx/nginx.conf}
work=\${WORK:-/tmp}

# The address of a name in the family in which nodes of k3s listen. On a network with both "hosts" may tell the other one
# only, and not every getent knows "ahostsv4".
case \${${_ipFamily_js__WEBPACK_IMPORTED_MODULE_2__/* .FAMILY_VARIABLE */ .Gd}:-} in
  ipv6) database=ahostsv6 type=aaaa pattern='^[0-9a-f]*:[0-9a-f:]*$' ;;
  *) database=ahostsv4 type=a pattern='^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$' ;;
esac
known() {
  { getent $database "$1" || getent hosts "$1" || true; } 2>/dev/null | awk -v pattern="$pattern" '$1 ~ pattern { print $1; exit }'
}
looked_up() {
  nslookup -type=$type "$1" 2>/dev/null | awk -v pattern="$pattern" '/^Name:/ { found = 1 } found && /^Address/ && $NF ~ pattern { print $NF; exit }'
}
# Where this container has an address of IPv6, its ports are open for both families.
six=
awk '$4 == "00" { found = 1 } END { exit !found }' "\${IF_INET6:-/proc/net/if_inet6}" 2>/dev/null && six=1

# One line a node that has an address: NAME ADDRESS.
addresses() {
  sed -n 's/^ *- *"\\{0,1\\}\\([A-Za-z0-9._-]*\\)"\\{0,1\\} *$/\\1/p' "$values" | sort -u | while read -r name; do
    address=$(known "$name")
    [ -n "$address" ] || address=$(looked_up "$name")
    [ -z "$address" ] || echo "$name $address"
  done
}

render() {
  for module in /usr/lib/nginx/modules/ngx_stream_module.so; do [ ! -e "$module" ] || echo "load_module $module;"; done
  addresses >"$work/addresses"
  awk -v six="$six" '
    FILENAME != ARGV[2] { address[$1] = $2; next }
    /^ *workerConnections:/ { connections = $2; next }
    /^ *defaultProxyTimeout:/ { timeout = $2; next }
    match($0, /[0-9]+\\.(tcp|udp)/) { port = substr($0, RSTART, RLENGTH); order[++count] = port; next }
    /^ *- / { name = $2; gsub(/"/, "", name); if (name in address) nodes[port] = nodes[port] " " name }
    END {
      print "worker_processes auto;\\nerror_log /dev/stderr notice;\\npid /tmp/nginx.pid;"
      print "events { worker_connections " (connections ? connections : 1024) "; }\\nstream {"
      for (i = 1; i <= count; i++) {
        if (nodes[order[i]] == "") continue
        split(order[i], part, ".")
        print "  upstream " part[1] "_" part[2] " {"
        n = split(nodes[order[i]], list, " ")
        for (j = 1; j <= n; j++)
          print "    server " (address[list[j]] ~ /:/ ? "[" address[list[j]] "]" : address[list[j]]) ":" part[1] " max_fails=1 fail_timeout=10s; # " list[j]
        print "  }"
        print "  server {\\n    listen " part[1] (part[2] == "udp" ? " udp" : "") ";"
        if (six) print "    listen [::]:" part[1] (part[2] == "udp" ? " udp" : "") ";"
        print "    proxy_pass " part[1] "_" part[2] ";\\n    proxy_timeout " (timeout ? timeout : 600) ";"
        print "    proxy_connect_timeout 2s;\\n  }"
      }
      print "}"
    }' "$work/addresses" "$values"
}

render >"$conf"
[ -z "\${RENDER_ONLY:-}" ] || exit 0
nginx -c "$conf" -g 'daemon off;' &
nginx=$!
trap 'kill -QUIT $nginx' TERM INT QUIT
while kill -0 $nginx 2>/dev/null; do
  sleep 0.4
  render >"$work/next"
  cmp -s "$work/next" "$conf" && continue
  nginx -t -q -c "$work/next" || continue
  cat "$work/next" >"$conf"
  nginx -c "$conf" -s reload
done
wait $nginx
`;
/** The file that a running load balancer watches. */
function valuesFile(values) {
    return { path: VALUES_PATH, content: formatValues(values), mode: 0o644 };
}
/** The files of a load balancer. */
function loadBalancerFiles(values) {
    return [valuesFile(values), { path: LOAD_BALANCER_ENTRYPOINT, content: ENTRYPOINT, mode: 0o755 }];
}
/** The container of a load balancer. */
function loadBalancerContainer({ open, labels, ...parts }) {
    return (0,_contract_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .plainContainer */ .M)({
        ...parts,
        labels: { ...labels, [_contract_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_.openPorts]: JSON.stringify(Object.fromEntries(open)) },
        entrypoint: [LOAD_BALANCER_ENTRYPOINT],
    });
}


/***/ }),

/***/ 254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ LOCAL_IMAGES_PATH),
/* harmony export */   CX: () => (/* binding */ localImagesFilesLike),
/* harmony export */   LY: () => (/* binding */ localImagesURL),
/* harmony export */   N7: () => (/* binding */ REGISTRY_REACHED),
/* harmony export */   YG: () => (/* binding */ localImagesPrefix),
/* harmony export */   jz: () => (/* binding */ localImagesFiles)
/* harmony export */ });
/* harmony import */ var _entrypoint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8026);
/* harmony import */ var _config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(613);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1088);



/** Settings of registries with the engine's images in front, in nodes. Its first line is a comment: the URL. */
const LOCAL_IMAGES_PATH = '/etc/k3d-local-images.yaml';
/** What the path of a registry of local images begins with; the rest is a password. */
const PREFIX = '/k3d-';
/** @param password hex digits */
const localImagesPrefix = (password) => `${PREFIX}${password}`;
/** A function for scripts in nodes: whether the registry at a URL is reached, on the node's own network. */
const REGISTRY_REACHED = `unset http_proxy HTTP_PROXY # it is on the node's own network
if command -v wget >/dev/null 2>&1; then fetch=wget; else fetch="busybox wget"; fi
registry_reached() { timeout 3 $fetch -q -T 2 -O /dev/null "$1"; }`;
/**
 * Puts the settings over the usual ones, if the registry is reached: a node that has to wait for an address that does not
 * answer would be slower than one without. They are mounted and not written, so that what the user has said stays as it is,
 * and so that nothing is left of it when the node is started without.
 */
const SCRIPT_NAME = '-local-images';
const SCRIPT = `#!/bin/sh
set -eu
settings=${LOCAL_IMAGES_PATH}
target=${_config_volumeSpec_js__WEBPACK_IMPORTED_MODULE_1__/* .PATH_SHORTCUTS */ .OZ['k3s-registry-config']}
[ -f "$settings" ] || exit 0
url=$(sed -n '1s/^# //p' "$settings")
${REGISTRY_REACHED}
if ! registry_reached "$url/v2/" 2>/dev/null; then
  echo "the registry of local images is not reached: images have to be imported"
  exit 0
fi
mkdir -p "\${target%/*}"
[ -e "$target" ] || : >"$target"
mount --bind "$settings" "$target"
`;
/**
 * The files that make a node ask for images at a registry first.
 * @param own the node's other settings of registries
 * @param url of that registry, without `/v2`
 * @param untouched names of registries that are left alone
 */
function localImagesFiles(own, url, untouched) {
    return localImagesFilesLike(`# ${url}\n${(0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .withFirstEndpoint */ .em)(own, `${url}/v2`, untouched)}`);
}
/** The same files for a node that is like another one. @param settings text of that one's settings */
function localImagesFilesLike(settings) {
    return [{ path: LOCAL_IMAGES_PATH, content: settings, mode: 0o600 }, (0,_entrypoint_js__WEBPACK_IMPORTED_MODULE_0__/* .entrypointScript */ .Il)(SCRIPT_NAME, SCRIPT)];
}
/** The URL at which a node asks, without `/v2`, from the text of its settings. */
const localImagesURL = (settings) => /^# (http:\/\/\S+)$/m.exec(settings)?.[1];


/***/ }),

/***/ 6034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ nodeSettings),
/* harmony export */   EX: () => (/* binding */ CONFIG_FOLDER),
/* harmony export */   Vf: () => (/* binding */ K3S_CONFIG_PATH),
/* harmony export */   b6: () => (/* binding */ FAMILY_SETTINGS_PATH)
/* harmony export */ });
/* unused harmony export NodeSettings */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _common_mapping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4131);


/** Where k3s reads settings beside its command line, unless it is told otherwise (docs.k3s.io/installation/configuration). */
const K3S_CONFIG_PATH = '/etc/rancher/k3s/config.yaml';
/** A folder of more of them (k3s: pkg/configfilearg). */
const CONFIG_FOLDER = `${K3S_CONFIG_PATH}.d`;
/** Where a node of ours tells k3s its own addresses at each start, which nobody has told it. */
const FAMILY_SETTINGS_PATH = `${CONFIG_FOLDER}/10-k3d-ip-family.yaml`;
/** Variables that stand for flags (docs.k3s.io/cli). */
const VARIABLES = {
    K3S_NODE_NAME: 'node-name',
    K3S_CLUSTER_INIT: 'cluster-init',
    K3S_DATASTORE_ENDPOINT: 'datastore-endpoint',
    K3S_DATA_DIR: 'data-dir',
};
/** Flags that take no word after them. */
const SWITCHES = new Set([
    'cluster-init',
    'disable-agent',
    'disable-apiserver',
    'disable-cloud-controller',
    'disable-controller-manager',
    'disable-etcd',
    'disable-helm-controller',
    'disable-kube-proxy',
    'disable-network-policy',
    'disable-scheduler',
    'with-node-id',
]);
/** What a node of k3s was told, wherever it was said: values by flag, without dashes, the one that counts last. */
class NodeSettings {
    #values;
    constructor(values) {
        this.#values = values;
    }
    /** The value that counts; undefined: nothing was said. */
    value(flag) {
        return this.#values.get(flag)?.at(-1);
    }
    /** All values of a flag that can be given more than once. */
    all(flag) {
        return this.#values.get(flag) ?? [];
    }
    /** Whether a switch is on. */
    isOn(flag) {
        const value = this.value(flag);
        return value !== undefined && !/^(false|0|f)$/i.test(value);
    }
    /** All of it as a command line would have it: `--FLAG=VALUE`. A switch that is off is not among it. */
    get args() {
        const said = [...this.#values].filter(([flag]) => !SWITCHES.has(flag) || this.isOn(flag));
        return said.flatMap(([flag, values]) => values.map((value) => `--${flag}=${value}`));
    }
}
/**
 * Reads what a node was told. Like k3s, a variable gives way to a file, and a file to the command line; a drop-in
 * replaces what was said before it, or adds to it where its key ends with `+` (k3s: pkg/configfilearg).
 */
function nodeSettings({ command, env, files }) {
    const given = flagsOf(command);
    const variables = new Map(env.map((entry) => [entry.split('=')[0], entry.slice(entry.indexOf('=') + 1)]));
    const path = given.get('config')?.at(-1) ?? variables.get('K3S_CONFIG_FILE') ?? K3S_CONFIG_PATH;
    const found = new Map();
    for (const [name, flag] of Object.entries(VARIABLES)) {
        const value = variables.get(name);
        if (value)
            found.set(flag, [value]);
    }
    for (const [flag, values] of fromFiles(files, path))
        found.set(flag, values);
    for (const [flag, values] of given)
        found.set(flag, [...(found.get(flag) ?? []), ...values]);
    return new NodeSettings(found);
}
function flagsOf(command) {
    const found = new Map();
    for (let at = 0; at < command.length; at++) {
        const word = command[at];
        const [, flag, , inline] = /^--?([a-z][\w-]*)(=([^]*))?$/i.exec(word) ?? [];
        if (flag === undefined)
            continue;
        const next = command[at + 1];
        const takesNext = inline === undefined && !SWITCHES.has(flag) && next !== undefined && !next.startsWith('-');
        const value = inline ?? (takesNext ? next : 'true');
        if (takesNext)
            at++;
        found.set(flag, [...(found.get(flag) ?? []), value]);
    }
    return found;
}
function fromFiles(files, path) {
    const dropIns = [...files.keys()]
        .filter((name) => name.startsWith(`${path}.d/`) && /\.ya?ml$/.test(name) && name !== FAMILY_SETTINGS_PATH)
        .sort();
    const found = new Map();
    for (const name of [path, ...dropIns]) {
        for (const [key, values] of settingsIn(files.get(name) ?? '')) {
            const flag = key.replace(/\+$/, '');
            found.set(flag, key.endsWith('+') ? [...(found.get(flag) ?? []), ...values] : values);
        }
    }
    return found;
}
/** A file that is no YAML is k3s's to complain of. */
function settingsIn(text) {
    let value;
    try {
        value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    }
    catch {
        return [];
    }
    return (0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .p)(value) ? Object.entries(value).map(([key, one]) => [key, [one].flat().map(String)]) : [];
}


/***/ }),

/***/ 5216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ nestCluster),
/* harmony export */   TF: () => (/* binding */ formatPort),
/* harmony export */   YN: () => (/* binding */ publishedOn),
/* harmony export */   cc: () => (/* binding */ portsOn)
/* harmony export */ });
/* harmony import */ var _config_portSpec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8628);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7662);
/* harmony import */ var _ipFamily_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8090);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1088);




/** A mapping as Docker's `--publish` writes it. */
function formatPort({ hostIP, hostPort, hostPortEnd, containerPort, protocol }) {
    const ip = hostIP.includes(':') ? `[${hostIP}]:` : hostIP && `${hostIP}:`;
    const range = hostPortEnd === undefined ? '' : `-${hostPortEnd}`;
    return `${ip}${hostPort ?? ''}${range}:${containerPort}/${protocol}`;
}
/** A port entry as one entry a port, changed by `change`. */
function eachPort(entry, hostIP, change) {
    return (0,_config_portSpec_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePortSpec */ .qy)(entry.value, hostIP, entry.where).map((mapping) => ({
        ...entry,
        value: formatPort(change(mapping)),
    }));
}
const isUnsaid = (config) => config.apiHost === undefined && config.apiHostIP === _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws;
/** Ports, each on an address: `hostIP` where the user names none. */
function portsOn(entries, hostIP) {
    return entries.flatMap((entry) => eachPort(entry, hostIP, (mapping) => mapping));
}
/** The same cluster, with all ports that nobody wants elsewhere published where an engine does that, `publishIP`. */
function publishedOn(config, publishIP) {
    const hostIP = (0,_ipFamily_js__WEBPACK_IMPORTED_MODULE_2__/* .hostIPOf */ .VH)(config, publishIP);
    if (hostIP === _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws)
        return config;
    return {
        ...config,
        apiHostIP: isUnsaid(config) ? hostIP : config.apiHostIP,
        ports: portsOn(config.ports, hostIP),
        registriesCreate: config.registriesCreate.map((spec) => (spec.hostIP === _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws ? { ...spec, hostIP } : spec)),
    };
}
/**
 * The same cluster for an engine inside a container: each port has the same number in the container as outside of it,
 * so that an address means the same in both places.
 * @param hostIP where the container's ports are published unless the user names an address
 * @param reachedAt where they are reached
 * @param freePort gives a free port for each that nobody has chosen
 */
function nestCluster(config, hostIP, reachedAt, freePort) {
    const published = [];
    const publish = (mapping) => {
        // Of several host ports the first: inside and outside have to agree on one.
        const port = mapping.hostPort || freePort();
        published.push({ ...mapping, hostPort: port, hostPortEnd: undefined, containerPort: port });
        return port;
    };
    const inside = (mapping) => ({
        ...mapping,
        hostIP: _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .ANY_ADDRESS */ .A4,
        hostPort: publish(mapping),
        hostPortEnd: undefined,
    });
    const tcp = (ip, hostPort, containerPort) => ({
        hostIP: ip,
        hostPort,
        containerPort,
        protocol: 'tcp',
    });
    const ports = config.ports.flatMap((entry) => eachPort(entry, hostIP, inside));
    const apiIP = isUnsaid(config) ? hostIP : config.apiHostIP;
    const apiPort = publish(tcp(apiIP, config.apiPort, _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .API_PORT */ .lL));
    const registriesCreate = config.registriesCreate.map((spec) => {
        const ip = spec.hostIP === _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOPBACK */ .Ws ? hostIP : spec.hostIP;
        return { ...spec, hostIP: _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .ANY_ADDRESS */ .A4, hostPort: publish(tcp(ip, spec.hostPort, _registry_js__WEBPACK_IMPORTED_MODULE_3__/* .REGISTRY_PORT */ .ik)) };
    });
    const apiHost = config.apiHost ?? reachedAt;
    return { config: { ...config, ports, apiHost, apiHostIP: _contract_names_js__WEBPACK_IMPORTED_MODULE_1__/* .ANY_ADDRESS */ .A4, apiPort, registriesCreate }, published };
}


/***/ }),

/***/ 1088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ hostingManifest),
/* harmony export */   MA: () => (/* binding */ registryAddress),
/* harmony export */   RO: () => (/* binding */ planRegistry),
/* harmony export */   WL: () => (/* binding */ PROXY_URL_VARIABLE),
/* harmony export */   df: () => (/* binding */ REGISTRY_DATA_PATH),
/* harmony export */   em: () => (/* binding */ withFirstEndpoint),
/* harmony export */   ik: () => (/* binding */ REGISTRY_PORT),
/* harmony export */   jP: () => (/* binding */ registryFacts),
/* harmony export */   ol: () => (/* binding */ nameOfRegistry),
/* harmony export */   zj: () => (/* binding */ registriesYaml)
/* harmony export */ });
/* unused harmony export withMirrors */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _common_mapping_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4131);
/* harmony import */ var _contract_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(251);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7662);
/* harmony import */ var _contract_containers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2032);






/** Port on which a registry listens unless it is told otherwise. */
const REGISTRY_PORT = 5000;
/** Where a registry keeps images. */
const REGISTRY_DATA_PATH = '/var/lib/registry';
/** Where a registry's program is told the URL of the registry that it passes requests on to. */
const PROXY_URL_VARIABLE = 'REGISTRY_PROXY_REMOTEURL';
/** The container's name of a registry that is made with a cluster. */
function nameOfRegistry(spec, cluster) {
    return spec.name ?? (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .clusterRegistryName */ .nB)(cluster);
}
/** @param hostPort host port that it gets */
function registryFacts(spec, cluster, hostPort) {
    return {
        name: nameOfRegistry(spec, cluster),
        internalPort: spec.enforcePortMatch ? hostPort : REGISTRY_PORT,
        externalPort: hostPort,
        hostIP: spec.hostIP,
        proxyURL: spec.proxy?.remoteURL,
    };
}
/** The container of a registry, with k3d's labels. */
function planRegistry(spec, placement) {
    const { cluster, network, creation, hostPort, proxies = [] } = placement;
    const { name, internalPort } = registryFacts(spec, cluster, hostPort);
    const env = [];
    if (internalPort !== REGISTRY_PORT)
        env.push(`REGISTRY_HTTP_ADDR=:${internalPort}`);
    if (spec.deleteEnabled)
        env.push('REGISTRY_STORAGE_DELETE_ENABLED=true');
    if (spec.proxy !== undefined) {
        env.push(`${PROXY_URL_VARIABLE}=${spec.proxy.remoteURL}`, ...proxies);
        if (spec.proxy.username !== '') {
            env.push(`REGISTRY_PROXY_USERNAME=${spec.proxy.username}`, `REGISTRY_PROXY_PASSWORD=${spec.proxy.password}`);
        }
    }
    return (0,_contract_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .plainContainer */ .M)({
        name,
        image: spec.image,
        env,
        labels: {
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.app]: _contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .APP */ .uq,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.version]: _contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .K3D_CONTRACT_VERSION */ .Pm,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.role]: 'registry',
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.cluster]: cluster,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.registryHost]: spec.hostIP,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.registryHostIP]: spec.hostIP,
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.registryPortExternal]: String(hostPort),
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.registryPortInternal]: String(internalPort),
            [_contract_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .LABEL */ .d_.creation]: creation,
        },
        network,
        ports: [{ hostIP: spec.hostIP, hostPort, containerPort: internalPort, protocol: 'tcp' }],
        binds: spec.volumes,
    });
}
/**
 * k3s's `registries.yaml`: each registry is found under its name with either port and, so that one reference fits the
 * host and the cluster, under `localhost` with its host port. A pull-through cache stands in for what it is a cache of.
 * @param own the user's own settings, which win
 * @returns undefined when there is nothing to say
 * @throws UserError when the user's settings are malformed
 */
function registriesYaml(registries, own) {
    const settings = own === undefined ? {} : parseOwn(own);
    if (registries.length === 0)
        return own;
    const mirrors = {};
    for (const { name, internalPort, externalPort, proxyURL } of registries) {
        const mirror = { endpoint: [`http://${name}:${internalPort}`] };
        for (const host of new Set([`${name}:${externalPort}`, `${name}:${internalPort}`, `localhost:${externalPort}`])) {
            mirrors[host] = mirror;
        }
        if (proxyURL !== undefined) {
            const upstream = mirroredHost(proxyURL);
            mirrors[upstream] = { endpoint: [...(mirrors[upstream]?.endpoint ?? []), ...mirror.endpoint] };
        }
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ ...settings, mirrors: { ...mirrors, ...settings.mirrors } }, { aliasDuplicateObjects: false });
}
/**
 * Settings of `registries.yaml` with places to ask for images of Docker Hub before Docker Hub itself.
 * @param own the user's other settings; what those say of Docker Hub comes after
 * @param where they were written, for messages
 * @throws UserError when they are malformed
 */
function withMirrors(own, urls, where) {
    const wrong = urls.find((url) => !/^https?:\/\/[^/\s]+(\/\S*)?$/.test(url));
    if (wrong !== undefined)
        throw new UserError(`${where}: "${wrong}" is no URL of a registry: expected e.g. http://10.0.0.5:5000`);
    const settings = own === undefined ? {} : parseOwn(own);
    const hub = withEndpoints(urls, settings.mirrors?.['docker.io']);
    return stringify({ ...settings, mirrors: { ...settings.mirrors, 'docker.io': hub } });
}
/** A mirror as it was, with places to ask before the others. */
function withEndpoints(urls, mirror) {
    const before = (0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(mirror) ? mirror : {};
    return { ...before, endpoint: [...urls, ...endpointsOf(before)] };
}
const endpointsOf = (mirror) => (0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(mirror) && Array.isArray(mirror.endpoint) ? mirror.endpoint : [];
/**
 * Settings of `registries.yaml` with a place to ask for every image first. What the user has said of a registry comes after
 * it, and what stands for all others has it too.
 *
 * Mirrors that are rewritten are left alone: the names that they are asked for are not the engine's. So are those of the
 * cluster's registries, into which images are pushed.
 * @param own the settings as they are otherwise
 * @param url of the registry that is asked first
 * @param untouched names of registries that are left alone
 * @throws UserError when the settings are malformed
 */
function withFirstEndpoint(own, url, untouched) {
    const settings = own === undefined ? {} : parseOwn(own);
    const mirrors = settings.mirrors ?? {};
    // A registry with a login or certificates of its own has settings of its own in containerd, which the wildcard's are not in.
    const hosts = new Set([...Object.keys(mirrors), ...Object.keys(settings.configs ?? {}), '*']);
    const entries = [...hosts].map((host) => {
        const before = mirrors[host];
        const isOwn = endpointsOf(before).some((one) => untouched.some((name) => one.startsWith(`http://${name}:`)));
        const isRewritten = (0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(before) && before.rewrite !== undefined;
        return [host, isOwn || isRewritten ? before : withEndpoints([url], before)];
    });
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ ...settings, mirrors: Object.fromEntries(entries) }, { aliasDuplicateObjects: false });
}
/** The name under which containerd knows what a URL leads to: Docker Hub has a host name that no reference has. */
function mirroredHost(url) {
    if (url === '*')
        return url;
    const { host } = new URL(url);
    return /^(registry-1|index)\.docker\.io$/.test(host) ? 'docker.io' : host;
}
function parseOwn(text) {
    let value;
    try {
        value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`registries.yaml is malformed: ${error.message.split('\n')[0]}`, { cause: error });
    }
    if (value === null)
        return {};
    if (!(0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(value))
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('registries.yaml must be a mapping with "mirrors" and "configs"');
    const settings = value;
    for (const [key, part] of Object.entries(settings)) {
        if (key !== 'mirrors' && key !== 'configs' && key !== 'auths') {
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`registries.yaml: unknown key "${key}": "mirrors" and "configs" are known`);
        }
        if (part !== null && !(0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(part))
            throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`registries.yaml: "${key}" must be a mapping`);
    }
    return settings;
}
/** Where k3s finds manifests that it applies by itself. */
const HOSTING_MANIFEST = `${_contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .MANIFESTS_PATH */ .Lx}/k3d-local-registry-hosting.yaml`;
/**
 * Tells tools in the cluster which registry to push to, as KEP-1755 has it: a manifest that k3s applies. The document
 * can name one registry; it is the first that takes pushes.
 */
function hostingManifest(registries) {
    const registry = registries.find(({ proxyURL }) => proxyURL === undefined);
    if (registry === undefined)
        return [];
    const inside = `${registry.name}:${registry.internalPort}`;
    const hosting = {
        host: registryAddress(registry.hostIP, registry.externalPort),
        hostFromClusterNetwork: inside,
        hostFromContainerRuntime: inside,
        help: 'https://k3d.io/stable/usage/registries/',
    };
    const manifest = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'local-registry-hosting', namespace: 'kube-public' },
        data: { 'localRegistryHosting.v1': (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(hosting) },
    };
    return [{ path: HOSTING_MANIFEST, content: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(manifest), mode: 0o600 }];
}
/** Where a registry is reached from the host. */
function registryAddress(hostIP, port) {
    return `${hostIP === '0.0.0.0' || hostIP === _contract_names_js__WEBPACK_IMPORTED_MODULE_3__/* .LOOPBACK */ .Ws ? 'localhost' : hostIP}:${port}`;
}


/***/ })

};
