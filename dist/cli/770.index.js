export const id = 770;
export const ids = [770];
export const modules = {

/***/ 3886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Td: () => (/* binding */ SNAPSHOT_FORMAT),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   ir: () => (/* binding */ MANIFEST_NAME)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_mapping_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4131);
/* harmony import */ var _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6497);
/* harmony import */ var _contract_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7662);
/* harmony import */ var _images_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7048);







/** Changes whenever an older snapshot can't be used any more. Part of every key. */
const SNAPSHOT_FORMAT = 2;
const MANIFEST_NAME = 'manifest.json';
/**
 * Reads and checks a snapshot's manifest. The files that it names are checked when they are used.
 * @param prefix what the names of its files begin with
 * @param platform the engine's, which has to be the snapshot's
 * @throws SeedError when there is none, or none that can be used here
 */
async function readManifest(folder, prefix, platform) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, prefix + MANIFEST_NAME), 'utf8');
    }
    catch (error) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the snapshot has no manifest: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
    const manifest = parse(text);
    if (manifest.format !== SNAPSHOT_FORMAT) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the snapshot has format ${String(manifest.format)}, not ${SNAPSHOT_FORMAT}`);
    }
    if (manifest.platform !== platform) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the snapshot is for ${String(manifest.platform)}, not ${platform}`);
    }
    const problem = problemOf(manifest);
    if (problem !== undefined)
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the snapshot's manifest is damaged: ${problem}`);
    return manifest;
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        if ((0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_6__/* .isMapping */ .p)(value))
            return value;
    }
    catch {
        // said below
    }
    throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u("the snapshot's manifest is damaged: it is no JSON object");
}
function problemOf({ token, nodes, config, image, subnet }) {
    for (const [name, value] of Object.entries({ token, image, subnet }))
        if (typeof value !== 'string')
            return `no ${name}`;
    if (!(0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_6__/* .isMapping */ .p)(config) || typeof config.name !== 'string')
        return 'no config';
    if (!Array.isArray(nodes) || !nodes.every(_common_mapping_js__WEBPACK_IMPORTED_MODULE_6__/* .isMapping */ .p))
        return 'no nodes';
    if (!nodes.some(({ role }) => role === 'server'))
        return 'no server';
    for (const { nodeName, container, files } of nodes) {
        if (typeof nodeName !== 'string' || !Array.isArray(files))
            return 'a node without name or files';
        if (!isNameOrNone(container))
            return `a node's container ${JSON.stringify(container)}`;
        // A name that leads out of the folder is nothing that we wrote.
        const isOurs = (file) => (0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_6__/* .isMapping */ .p)(file) && (0,_images_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isPlainName */ .sh)(file.name) && typeof file.target === 'string' && file.target.startsWith('/');
        const odd = files.find((file) => !isOurs(file));
        if (odd !== undefined)
            return `file ${(0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_6__/* .isMapping */ .p)(odd) ? String(odd.name) : 'without a name'}`;
    }
    return undefined;
}
const isNameOrNone = (container) => container === undefined || (typeof container === 'string' && (0,_contract_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isContainerName */ .pR)(container));


/***/ }),

/***/ 3920:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ ownFilesOf)
/* harmony export */ });
/* harmony import */ var _plan_upgrade_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5587);

/** What every node of ours is given when it is made, and what is in the snapshot anyway. */
const MADE_ANEW = /^\/((usr\/)?bin\/k3d-|etc\/(rancher|k3d-[^/]*|cni)(\/|$)|(output|root|lib|usr\/libexec)(\/|$))/;
/** Paths of what somebody has put into a node, e.g. by `files` of a config file: it is in no volume. */
async function ownFilesOf(engine, { id, mounts }) {
    const { added } = await engine.containers.changes(id);
    return (0,_plan_upgrade_js__WEBPACK_IMPORTED_MODULE_0__/* .carriedPaths */ .Vl)(added.filter((path) => !MADE_ANEW.test(path)), mounts.map(({ target }) => target));
}


/***/ }),

/***/ 4173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RX: () => (/* binding */ keptConfig),
/* harmony export */   WH: () => (/* binding */ withRegistryPorts),
/* harmony export */   wX: () => (/* binding */ seedFrom)
/* harmony export */ });
/* harmony import */ var _cluster_containers_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8091);
/* harmony import */ var _cluster_seed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6497);
/* harmony import */ var _config_merge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8858);
/* harmony import */ var _contract_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(251);
/* harmony import */ var _plan_nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2974);
/* harmony import */ var _checkedFile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8393);






/**
 * What a cluster is given to be the one that a snapshot was made of, under its own name and ports.
 * @throws SeedError when the config is for another number of nodes
 */
function seedFrom(folder, manifest, config) {
    const names = namesOf(manifest, config);
    const planned = (0,_plan_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .plannedNodes */ .AM)(config, names).filter(({ role }) => role !== 'loadbalancer');
    const kept = manifest.nodes.filter(({ role }) => role !== 'registry');
    if (planned.length !== kept.length) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_1__/* .SeedError */ .u(`the snapshot has ${kept.length} nodes and the cluster is to have ${planned.length}`);
    }
    const find = ({ role, index }) => manifest.nodes.find((node) => node.role === role && node.index === index);
    const nodes = new Map(planned.map((node) => {
        const { nodeName = node.name, ip } = find(node) ?? {};
        return [node.name, { nodeName, ip }];
    }));
    const { token, subnet, needsSubnet, pods } = manifest;
    return {
        past: { token, subnet, needsSubnet, nodes, names, pods },
        fill: async (node, engine) => {
            const files = find(node)?.files ?? [];
            for (const { volume } of files)
                if (volume !== undefined)
                    await checkVolumeIsNew(volume, node, engine);
            for (const file of files) {
                await (0,_checkedFile_js__WEBPACK_IMPORTED_MODULE_5__/* .sendChecked */ .u)(folder, file, (tar) => engine.containers.putArchive(node.name, file.target, tar));
            }
        },
    };
}
/**
 * The names that nodes had, if the cluster has its own again: a copy beside it gets others. The first server has the one
 * at which the others look for it.
 */
function namesOf({ cluster, nodes }, { name }) {
    const names = new Map();
    if (name !== cluster)
        return names;
    for (const { role, index, container } of nodes)
        if (container !== undefined && !(role === 'server' && index === 0))
            names.set((0,_plan_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .roleAndPosition */ .VC)({ role, index }), container);
    return names;
}
/** @throws SeedError when a volume is not one that was made with the node's cluster: what is in it is somebody else's */
async function checkVolumeIsNew(volume, { name }, engine) {
    const creation = (await engine.containers.inspect(name))?.labels[_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.creation] ?? '';
    const own = await engine.volumes.list([`${_contract_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .LABEL */ .d_.creation}=${creation}`]);
    if (own.some((one) => one.name === volume))
        return;
    throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_1__/* .SeedError */ .u(`volume ${volume} exists already, and what is in it may be somebody else's: remove it first`);
}
/** The config that a snapshot was made from, with the defaults for what it does not say. */
const keptConfig = ({ config }) => ({
    ...(0,_config_merge_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeLayers */ .J)({}),
    ...config,
    imageChosen: true,
});
/**
 * The config with the ports that the snapshot's registries had: workloads name their images by them. One that somebody
 * else has now is left to be chosen anew.
 */
async function withRegistryPorts(config, { nodes }, engine) {
    const registriesCreate = await Promise.all(config.registriesCreate.map(async (spec, index) => {
        const port = nodes.find((node) => node.role === 'registry' && node.index === index)?.port;
        if (spec.hostPort !== undefined || port === undefined)
            return spec;
        const wanted = { hostIP: spec.hostIP, port, protocol: 'tcp' };
        const isFree = await (0,_cluster_containers_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPortsFree */ .fG)(engine, [wanted]).then(() => true, () => false);
        return isFree ? { ...spec, hostPort: port } : spec;
    }));
    return { ...config, registriesCreate };
}


/***/ }),

/***/ 4185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uD: () => (/* binding */ checkPlace),
  ic: () => (/* binding */ keepSnapshot),
  V: () => (/* binding */ needSnapshot),
  ZX: () => (/* binding */ storedSnapshots)
});

// UNUSED EXPORTS: pathOf

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/common/nearest.ts
var nearest = __webpack_require__(7535);
// EXTERNAL MODULE: ./src/cache/store.ts
var cache_store = __webpack_require__(7631);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/common/settleAll.ts
var settleAll = __webpack_require__(8671);
// EXTERNAL MODULE: ./src/kubernetes/pods.ts
var kubernetes_pods = __webpack_require__(3729);
// EXTERNAL MODULE: ./src/contract/labels.ts
var contract_labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/plan/registry.ts
var registry = __webpack_require__(1088);
// EXTERNAL MODULE: ./src/cache/digest.ts
var digest = __webpack_require__(6652);
// EXTERNAL MODULE: ./src/cache/platform.ts
var platform = __webpack_require__(451);
// EXTERNAL MODULE: ./src/cache/tarFilter.ts
var tarFilter = __webpack_require__(7775);
// EXTERNAL MODULE: ./src/cache/snapshot/manifest.ts
var snapshot_manifest = __webpack_require__(3886);
// EXTERNAL MODULE: ./src/contract/names.ts
var names = __webpack_require__(7662);
;// CONCATENATED MODULE: ./src/cache/snapshot/opaque.ts


/** Where containerd's overlay snapshotter keeps the layers of images. */
const SNAPSHOTS_PATH = `${names/* K3S_DATA_PATH */.Tt}/agent/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots`;
/**
 * Lists the folders of image layers that hide what lower layers have in them ("opaque" ones). They are marked by an
 * attribute that Docker's archives leave out and that no program in a k3s image can read. So overlayfs itself is asked:
 * below each layer goes a tree of the same folders, each with a mark in it, and where the mark can't be seen, the
 * folder is opaque. Layers that a container writes to are left out: no container outlives its node's end.
 */
const PROBE = `
cd "$0" 2>/dev/null || exit 0
work=$(mktemp -d /run/k3d-probe-XXXXXX) || exit 1
for layer in */fs; do
  [ -d "$layer" ] || continue
  grep -q "upperdir=$0/$layer," /proc/mounts && continue
  (cd "$layer" && find . -mindepth 1 -type d) >"$work/folders"
  [ -s "$work/folders" ] || continue
  mkdir "$work/below" "$work/view" || exit 1
  tr '\\n' '\\0' <"$work/folders" | (cd "$work/below" && xargs -0 mkdir -p) || exit 1
  sed 's,$,/.k3d-mark,' "$work/folders" | tr '\\n' '\\0' | (cd "$work/below" && xargs -0 touch) || exit 1
  mount -t overlay k3d-probe -o "ro,lowerdir=$0/$layer:$work/below" "$work/view" || exit 1
  while IFS= read -r folder; do
    [ -e "$work/view/$folder/.k3d-mark" ] || echo "$layer/\${folder#./}"
  done <"$work/folders"
  umount "$work/view" && rm -rf "$work/below" "$work/view" || exit 1
done
rm -rf "$work"
`;
/**
 * The folders of a node's image layers that are opaque, as paths below `/var/lib/rancher`.
 * @throws UserError when it can't be found out
 */
async function opaqueFolders(engine, node) {
    const { exitCode, stdout, stderr } = await engine.containers.exec(node, ['sh', '-c', PROBE, SNAPSHOTS_PATH]);
    if (exitCode !== 0)
        throw new errors/* UserError */.yo(`the image layers of ${node} can't be examined: ${stderr.trim()}`);
    const prefix = SNAPSHOTS_PATH.slice('/var/lib/rancher/'.length);
    return new Set(stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => `${prefix}/${line}`));
}

// EXTERNAL MODULE: ./src/cache/snapshot/ownFiles.ts
var ownFiles = __webpack_require__(3920);
// EXTERNAL MODULE: ./src/config/volumeSpec.ts
var volumeSpec = __webpack_require__(613);
;// CONCATENATED MODULE: ./src/cache/snapshot/parts.ts




/** What the kubelet keeps, pods' volumes among it. */
const KUBELET_PATH = '/var/lib/kubelet';
/** Holds a node's password, without which no server takes it for the one that it was (k3s: pkg/nodepassword). */
const SETTINGS_PATH = '/etc/rancher';
/**
 * What a node need not keep: images are in containerd already; the servers' addresses that an agent knows are out of
 * date (k3s: pkg/agent/loadbalancer); logs are of no use.
 */
const DISPENSABLE = [
    /^k3s\/agent\/images\//,
    /^k3s\/agent\/etc\/[^/]*load-balancer[^/]*\.json$/,
    /^k3s\/agent\/containerd\/containerd\.log$/,
    // The rest of the settings is made anew.
    /^rancher\/k3s(\/|$)/,
];
/**
 * The folders that make up a node's state.
 * @param ownVolumes names of the volumes that belong to the cluster and have not been taken by another node
 */
function partsOfNode(details, ownVolumes) {
    const volumes = details.mounts.filter(({ kind, source }) => kind === 'volume' && ownVolumes.has(source));
    const brought = details.mounts.filter(({ kind }) => kind === 'bind').map(({ target }) => target);
    const own = [names/* K3S_DATA_PATH */.Tt, KUBELET_PATH, SETTINGS_PATH].filter((path) => !brought.includes(path));
    const roots = [...own, ...volumes.map(({ target }) => target)];
    return [
        ...own.map((path) => ({ path, keep: keepBelow(path, details, roots) })),
        ...volumes.map(({ source, target }) => ({ path: target, volume: source, keep: keepBelow(target, details, roots) })),
    ];
}
/** The folders that make up a registry's state, unless the user has brought them. */
function partsOfRegistry({ binds }) {
    const isBrought = binds.some((bind) => (0,volumeSpec/* bindTarget */.PE)(bind) === registry/* REGISTRY_DATA_PATH */.df);
    return isBrought ? [] : [{ path: registry/* REGISTRY_DATA_PATH */.df, keep: () => true }];
}
/** What is mounted below a folder is a part of its own, or somebody else's. */
function keepBelow(root, { mounts }, roots) {
    const inner = [...mounts.map(({ target }) => target), ...roots]
        .filter((target) => target !== root && target.startsWith(`${root}/`))
        .map((target) => `${nameInTar(target, root)}/`);
    return ({ name }) => !inner.some((prefix) => name.startsWith(prefix)) && !DISPENSABLE.some((pattern) => pattern.test(name));
}
/** Docker's archive of a folder begins with the folder's own name. */
const nameInTar = (path, root) => external_node_path_.posix.relative(external_node_path_.posix.dirname(root), path);

// EXTERNAL MODULE: ./src/common/retry.ts
var retry = __webpack_require__(9183);
;// CONCATENATED MODULE: ./src/cache/snapshot/pause.ts


/** What runc says that has given up freezing a container, which runs on then: on a busy machine it may (runc: cgroups/fs). */
const GAVE_UP = /unable to freeze/;
const TRIES = 5;
/** Before the second try, in milliseconds. */
const PAUSE_MS = 150;
/** Lets a node stand still. @throws what the engine says, which has tried it five times if it was only slow */
function pauseNode({ containers }, id, signal, pauseMs = PAUSE_MS) {
    const isTransient = (error) => GAVE_UP.test((0,errors/* messageOf */.bD)(error));
    const retries = { tries: TRIES, pauseMs, isTransient, signal, onRetry: () => undefined };
    return (0,retry/* retry */.L5)('pausing', retries, () => containers.pause(id));
}

;// CONCATENATED MODULE: ./src/cache/snapshot/save.ts


















/**
 * Keeps the state of a running cluster in a folder. Its nodes stand still while they are copied, and go on then; what
 * is kept is what a power cut would have left, which databases and containerd are made to survive.
 * @returns what was kept, and how long the nodes stood still
 * @throws UserError when the cluster can't be kept; the folder is gone then, and the cluster goes on
 */
async function saveSnapshot({ folder, prefix, config, coldSeconds }, context) {
    const { engine, timeline } = context;
    const cluster = await (0,find/* needCluster */.N0)(engine, config.name);
    const sources = await timeline.run('examine nodes', () => sourcesOf(engine, cluster, config));
    const pods = await (0,find/* withKube */.MT)(engine, cluster, kubernetes_pods/* readyPods */.A);
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    try {
        const started = performance.now();
        const files = await timeline.run('copy volumes', () => copyPaused(sources, `${folder}/${prefix}`, context));
        const pausedMs = performance.now() - started;
        const manifest = await describe(engine, cluster, config, sources, files);
        Object.assign(manifest, { pods, coldSeconds });
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, prefix + snapshot_manifest/* MANIFEST_NAME */.ir), JSON.stringify(manifest), { mode: 0o600 });
        const bytes = manifest.nodes.flatMap((node) => node.files).reduce((sum, { size }) => sum + size, 0);
        return { manifest, bytes, pausedMs };
    }
    catch (error) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw error;
    }
}
async function sourcesOf(engine, cluster, config) {
    const registryNames = config.registriesCreate.map((spec) => (0,registry/* nameOfRegistry */.ol)(spec, cluster.name));
    const volumes = await engine.volumes.list((0,find/* clusterFilter */.tp)(cluster.name));
    const images = cluster.nodes.map(({ labels }) => labels[contract_labels/* LABEL */.d_.imageVolume]);
    const free = new Set(volumes.map(({ name }) => name).filter((name) => !images.includes(name)));
    const sources = [];
    for (const role of ['server', 'agent', 'registry']) {
        for (const [position, node] of (0,find/* nodesOf */.Nh)(cluster, role).entries()) {
            const index = role === 'registry' ? registryNames.indexOf(node.name) : position;
            if (index === -1)
                continue;
            const details = await engine.containers.inspect(node.id);
            if (details === undefined || !details.running)
                throw new errors/* UserError */.yo(`node ${node.name} does not run: start cluster "${cluster.name}" first`);
            const parts = role === 'registry'
                ? partsOfRegistry(details)
                : [...partsOfNode(details, free), ...(await ownParts(engine, details))];
            for (const { source } of details.mounts)
                free.delete(source);
            sources.push({ node, role, index, details, parts, opaque: new Set() });
        }
    }
    checkDatastore(cluster, sources);
    await (0,settleAll/* settleAll */.j)(sources
        .filter(({ role }) => role !== 'registry')
        .map(async (source) => void (source.opaque = await opaqueFolders(engine, source.node.id))));
    return sources;
}
/** What somebody has put into a node. Its paths would not always make different names of files. */
async function ownParts(engine, details) {
    const paths = await (0,ownFiles/* ownFilesOf */.d)(engine, details);
    return paths.map((path, at) => ({ path, name: `-file-${at}`, keep: () => true }));
}
/** @throws UserError when the cluster's state is not in its nodes */
function checkDatastore({ name }, sources) {
    const words = sources.flatMap(({ details }) => [...details.command, ...details.env]);
    const external = words.find((word) => /^(--datastore-endpoint|K3S_DATASTORE_ENDPOINT=)/.test(word));
    if (external === undefined)
        return;
    throw new errors/* UserError */.yo(`cluster "${name}" keeps its state in a database outside, which is in no snapshot`);
}
/** @param path folder of the files, and what their names begin with */
async function copyPaused(sources, path, { engine, signal }) {
    const files = new Map();
    try {
        await (0,settleAll/* settleAll */.j)(sources.map(({ node }) => pauseNode(engine, node.id, signal)));
        await (0,settleAll/* settleAll */.j)(sources.map(async (source) => {
            const copies = [];
            for (const part of source.parts) {
                const copy = await copyPart(source, part, path, engine, signal);
                if (copy !== undefined)
                    copies.push(copy);
            }
            files.set(source, copies);
        }));
    }
    finally {
        await (0,settleAll/* settleAll */.j)(sources.map(({ node }) => engine.containers.unpause(node.id)));
    }
    return files;
}
async function copyPart({ node, role, index, opaque }, { path, name = path.replaceAll('/', '-'), volume, keep }, to, engine, signal) {
    const archive = await engine.containers.getArchive(node.id, path);
    if (archive === undefined)
        return undefined;
    const file = `${to}${role}-${index}${name}.tar`;
    const attributes = (entry) => opaque.has(entry.name) ? ['trusted.overlay.opaque=y'] : [];
    const meter = new digest/* Meter */.kI();
    const output = (0,external_node_fs_.createWriteStream)(file, { mode: 0o600 });
    await (0,external_node_stream_promises_.pipeline)(archive, new tarFilter/* TarFilter */.a({ keep, attributes }), meter, output, { signal });
    return { name: (0,external_node_path_.basename)(file), target: external_node_path_.posix.dirname(path), volume, size: meter.size, sha256: meter.digest() };
}
async function describe(engine, cluster, config, sources, files) {
    const network = await engine.networks.inspect(cluster.network.name);
    const [first] = sources;
    const image = await engine.images.inspect(first.details.image);
    return {
        format: snapshot_manifest/* SNAPSHOT_FORMAT */.Td,
        platform: await (0,platform/* platformOf */.t)(engine),
        created: new Date().toISOString(),
        cluster: cluster.name,
        image: first.details.image,
        imageId: image?.id ?? '',
        token: cluster.token,
        subnet: network?.subnet ?? '',
        needsSubnet: (0,find/* nodesOf */.Nh)(cluster, 'server').length > 1,
        nodes: sources.map((source) => ({
            role: source.role,
            index: source.index,
            nodeName: (0,contract_labels/* kubernetesName */.gg)(source.node),
            container: source.node.name,
            ip: source.details.addresses[cluster.network.name],
            port: source.role === 'registry' ? Number(source.node.labels[contract_labels/* LABEL */.d_.registryPortExternal]) : undefined,
            files: files.get(source) ?? [],
        })),
        pods: [],
        config: withoutWaits(config),
        coldSeconds: 0,
    };
}
/** A config as it is kept. */
function withoutWaits(config) {
    const kept = { ...config };
    delete kept.wait;
    delete kept.waitFor;
    return kept;
}

;// CONCATENATED MODULE: ./src/cache/snapshot/stored.ts








const pathOf = (place) => ('file' in place ? place.file : (0,external_node_path_.join)(place.store, place.name));
/** Names of the snapshots in a folder of them. */
async function storedSnapshots(store) {
    // One that is being saved has a name that begins with a dot.
    return (await (0,cache_store/* namesIn */.wX)(store)).filter((name) => !name.startsWith('.')).sort();
}
/** The folder of a snapshot that was kept under a name. @throws UserError when there is none, naming the nearest */
async function needSnapshot(store, name) {
    const known = await storedSnapshots(store);
    if (known.includes(name))
        return (0,external_node_path_.join)(store, name);
    const hint = known.length === 0 ? '; there are none' : (0,nearest/* suggestion */.h)(name, known);
    throw new errors/* UserError */.yo(`snapshot "${name}" does not exist${hint}`);
}
/**
 * @param how what replaces a snapshot that is there
 * @throws UserError when there is something already that must not be replaced
 */
function checkPlace(place, overwrite, how) {
    if ((0,external_node_fs_.existsSync)(pathOf(place)) && !overwrite)
        throw new errors/* UserError */.yo(`snapshot ${pathOf(place)} exists already: choose another name, or replace it with ${how}`);
}
/**
 * Keeps a running cluster as it is.
 * @param config what the cluster was made from
 * @throws UserError when it can't be kept; what was there before still is
 */
async function keepSnapshot(config, place, context) {
    const path = pathOf(place);
    // In the folder where it will be, so that it appears there whole or not at all.
    const beside = 'file' in place ? (0,external_node_os_.tmpdir)() : place.store;
    await (0,promises_.mkdir)(beside, { recursive: true, mode: 0o700 });
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(beside, '.saving-'));
    try {
        const { bytes, pausedMs } = await saveSnapshot({ folder, prefix: '', config, coldSeconds: 0 }, context);
        if ('file' in place)
            await (0,cache_store/* packFolder */.C)(folder, place.file);
        else {
            await (0,promises_.rm)(path, { recursive: true, force: true });
            await (0,promises_.rename)(folder, path);
        }
        return { path, bytes, pausedMs };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
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
