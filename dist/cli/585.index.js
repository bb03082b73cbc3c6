export const id = 585;
export const ids = [585];
export const modules = {

/***/ 1585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clusterReset: () => (/* binding */ clusterReset)
});

// EXTERNAL MODULE: ./src/cache/snapshot/stored.ts + 4 modules
var stored = __webpack_require__(4185);
// EXTERNAL MODULE: ./src/cache/store.ts
var store = __webpack_require__(7631);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/cluster/create/index.ts + 6 modules
var create = __webpack_require__(1369);
// EXTERNAL MODULE: ./src/cluster/find/index.ts + 11 modules
var find = __webpack_require__(2004);
// EXTERNAL MODULE: ./src/cluster/remove/index.ts + 2 modules
var remove = __webpack_require__(7745);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/contract/labels.ts
var labels = __webpack_require__(251);
// EXTERNAL MODULE: ./src/cache/platform.ts
var platform = __webpack_require__(451);
// EXTERNAL MODULE: ./src/cache/snapshot/manifest.ts
var snapshot_manifest = __webpack_require__(3886);
// EXTERNAL MODULE: ./src/cache/snapshot/ownFiles.ts
var ownFiles = __webpack_require__(3920);
// EXTERNAL MODULE: ./src/cache/snapshot/restore.ts
var restore = __webpack_require__(4173);
;// CONCATENATED MODULE: ./src/cache/snapshot/reset.ts














/**
 * What it takes to bring a cluster back to a snapshot of it, under the same name, token and ports.
 * @param folder of the snapshot
 * @throws UserError when there is no such cluster; SeedError when the snapshot can't be used or is of another cluster
 */
async function planReset(name, folder, timeoutMs, engine) {
    const cluster = await (0,find/* needCluster */.N0)(engine, name);
    const manifest = await (0,snapshot_manifest/* readManifest */.WI)(folder, '', await (0,platform/* platformOf */.t)(engine));
    if (manifest.token !== cluster.token) {
        throw new errors/* UserError */.yo(`snapshot ${folder} is of another cluster than "${name}", whose clients could not go on: make a new one of it with "k3d snapshot restore"`);
    }
    await checkNamesFree(manifest, cluster, engine);
    const { api } = cluster;
    const kept = { ...(0,restore/* keptConfig */.RX)(manifest), name, timeoutMs, apiHost: api?.host, apiPort: api?.port };
    const ports = await withChosenPorts(kept.ports, cluster, engine);
    const config = { ...kept, ports, ...(api === undefined ? {} : { apiHostIP: api.hostIP }) };
    const creation = (0,find/* nodesOf */.Nh)(cluster, 'server')[0]?.labels[labels/* LABEL */.d_.creation];
    if (creation === undefined)
        throw new errors/* UserError */.yo(`cluster "${name}" was made by k3d, and can't be reset by this program`);
    return { cluster, folder, manifest, config, creation };
}
/** @throws UserError when the name of a node that comes back is another container's by now */
async function checkNamesFree({ nodes }, cluster, engine) {
    const own = new Set(cluster.nodes.map(({ name }) => name));
    for (const { container } of nodes) {
        if (container === undefined || own.has(container))
            continue;
        if ((await engine.containers.inspect(container)) === undefined)
            continue;
        throw new errors/* UserError */.yo(`node ${container} of the snapshot can't come back: a container that is not of cluster "${cluster.name}" has its name; remove that one first`);
    }
}
/** Ports that the engine has chosen are the ones that it has chosen. */
async function withChosenPorts(ports, cluster, engine) {
    const nodes = await Promise.all(cluster.nodes.map(({ id }) => engine.containers.inspect(id)));
    return ports.map((entry) => {
        const [, ip = '', port = '', protocol] = /^(.*:)?0?:(\d+)\/(\w+)$/.exec(entry.value) ?? [];
        const isPublished = (one) => one.containerPort === Number(port) && one.protocol === protocol;
        const chosen = protocol && nodes.flatMap((node) => node?.ports ?? []).find(isPublished);
        return chosen ? { ...entry, value: `${ip}${chosen.hostPort}:${port}/${protocol}` } : entry;
    });
}
/**
 * Removes the cluster and makes it anew from its snapshot.
 * @throws UserError when it could not be made anew; it is gone then, and the snapshot is still there
 */
async function resetCluster(plan, context) {
    const { engine, timeline } = context;
    const { name } = plan.cluster;
    const files = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'k3d-reset-'));
    try {
        const carried = await timeline.run('keep files', () => keepFiles(plan.cluster, files, engine));
        context.signal.throwIfAborted();
        const removal = await timeline.run('remove', () => (0,remove/* deleteCluster */.eO)(engine, name));
        if (removal.problems.length > 0)
            throw new errors/* UserError */.yo(removal.problems.join('; '));
        const config = await (0,restore/* withRegistryPorts */.WH)(plan.config, plan.manifest, engine);
        const seed = withFiles((0,restore/* seedFrom */.wX)(plan.folder, plan.manifest, config), carried);
        return await (0,create/* createCluster */.Xn)(config, plan.creation, context, seed);
    }
    catch (error) {
        context.signal.throwIfAborted();
        throw new errors/* UserError */.yo(`cluster "${name}" can't be made anew: ${(0,errors/* messageOf */.bD)(error)}; its snapshot is still in ${plan.folder}`, { cause: error });
    }
    finally {
        await (0,promises_.rm)(files, { recursive: true, force: true });
    }
}
/** Keeps what somebody has put into the nodes since the snapshot was taken: it is in no volume. */
async function keepFiles(cluster, folder, engine) {
    const kept = [];
    for (const { id, name } of cluster.nodes.filter(find/* isK3sNode */.S)) {
        const details = await engine.containers.inspect(id);
        for (const path of details === undefined ? [] : await (0,ownFiles/* ownFilesOf */.d)(engine, details)) {
            const archive = await engine.containers.getArchive(id, path);
            if (archive === undefined)
                continue;
            const tar = (0,external_node_path_.join)(folder, String(kept.length));
            await (0,external_node_stream_promises_.pipeline)(archive, (0,external_node_fs_.createWriteStream)(tar, { mode: 0o600 }));
            kept.push({ node: name, path, tar });
        }
    }
    return kept;
}
function withFiles(seed, files) {
    return {
        ...seed,
        fill: async (node, engine) => {
            await seed.fill(node, engine);
            for (const { path, tar } of files.filter((file) => file.node === node.name))
                await engine.containers.putArchive(node.name, external_node_path_.posix.dirname(path), (0,external_node_fs_.createReadStream)(tar));
        },
    };
}

// EXTERNAL MODULE: ./src/cluster/dind/index.ts + 3 modules
var dind = __webpack_require__(245);
// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/timeline.ts
var common_timeline = __webpack_require__(5750);
// EXTERNAL MODULE: ./src/config/defaults.ts
var defaults = __webpack_require__(1954);
// EXTERNAL MODULE: ./src/config/scalars.ts
var scalars = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/cli/output.ts
var output = __webpack_require__(6657);
// EXTERNAL MODULE: ./src/cli/session.ts + 1 modules
var session = __webpack_require__(1298);
;// CONCATENATED MODULE: ./src/cli/commands/clusterReset.ts











/** `k3d cluster reset` */
async function clusterReset(given, options, command) {
    const name = (0,scalars/* readName */.MQ)(given ?? defaults/* DEFAULT_CLUSTER_NAME */.pb, 'argument NAME');
    const snapshot = options.to === undefined ? name : (0,scalars/* readName */.MQ)(options.to, 'flag --to');
    const timeoutMs = (0,scalars/* readTimeout */.OW)(options.timeout, 'flag --timeout');
    const reporter = (0,session/* reporterOf */.h)(command);
    const folder = await (0,stored/* needSnapshot */.V)((0,store/* snapshotsFolder */.GH)(process.env), snapshot);
    await (0,session/* interruptible */.I)(async (signal) => {
        const timeline = new common_timeline/* Timeline */.K();
        const engine = await (0,dind.connectEngine)();
        const plan = await planReset(name, folder, timeoutMs, engine);
        if (options.dryRun !== true) {
            await resetCluster(plan, { engine, reporter, timeline, signal });
            reporter.debug(`where the time went:\n${(0,common_timeline/* renderTimeline */.s)(timeline.phases)}`);
            reporter.info(`Cluster ${name} is as it was after ${(0,duration/* formatDuration */.a)(timeline.now())}`);
        }
        const verb = options.dryRun === true ? 'would go' : 'is';
        (0,output/* print */.y)(options.output, summaryOf(plan, snapshot), () => asText(plan, snapshot, verb));
    });
}
/** What is done, for programs. */
const summaryOf = ({ cluster, manifest }, snapshot) => ({
    cluster: cluster.name,
    snapshot,
    created: manifest.created,
    removes: cluster.nodes.filter(find/* isK3sNode */.S).map(({ name }) => name),
    nodes: manifest.nodes.filter(({ role }) => role !== 'registry').length,
});
const asText = ({ cluster, manifest }, snapshot, verb) => `cluster ${cluster.name} ${verb} back to snapshot ${snapshot} of ${manifest.created}`;


/***/ })

};
