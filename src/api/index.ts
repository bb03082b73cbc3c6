import { rm } from 'node:fs/promises';
import { stringify } from 'yaml';
import { planReset, resetCluster } from '../cache/snapshot/reset.ts';
import { checkPlace, keepSnapshot, pathOf, storedSnapshots } from '../cache/snapshot/stored.ts';
import { snapshotsFolder } from '../cache/store.ts';
import { createCluster as create } from '../cluster/create/index.ts';
import { connectEngine } from '../cluster/dind/index.ts';
import { importImages } from '../cluster/images/index.ts';
import {
  type Cluster as Found,
  clusterKubeconfig,
  describeCluster,
  findCluster,
  isK3sNode,
  listClusters as list,
  needCluster,
  newCreationId,
  nodesOf,
  unknownCluster,
} from '../cluster/find/index.ts';
import { startCluster, stopCluster } from '../cluster/start/index.ts';
import { factsOf } from '../cluster/registries/index.ts';
import { deleteCluster } from '../cluster/remove/index.ts';
import { UserError } from '../common/errors.ts';
import { type Reporter, silentReporter } from '../common/reporter.ts';
import { Timeline } from '../common/timeline.ts';
import { DEFAULTS } from '../config/defaults.ts';
import { resolveAndCheck } from '../diagnostics/checkFirst.ts';
import type { Engine } from '../docker/engine.ts';
import type { Kubeconfig } from '../kubernetes/kubeconfig.ts';
import { writeKubeconfig } from '../kubernetes/kubeconfigFile.ts';
import { LABEL } from '../contract/labels.ts';
import { contextName } from '../contract/names.ts';
import { registryAddress } from '../plan/registry.ts';
import { readOptions } from './options.ts';
import type * as Api from './types.ts';
import { dryPlan } from '../plan/dryPlan.ts';

export { UserError as K3dError } from '../common/errors.ts';

const never = new AbortController().signal;

const reporterFor = (onMessage: Api.ClusterOptions['onMessage']): Reporter =>
  onMessage === undefined
    ? silentReporter
    : { ...silentReporter, info: onMessage, warn: (message) => onMessage(`Warning: ${message}`) };

export const createCluster: typeof Api.createCluster = async (options = {}) => {
  const wanted = readOptions(options, process.env, process.cwd());
  const reporter = reporterFor(options.onMessage);
  for (const text of dryPlan(wanted).warnings) reporter.warn(text);
  const engine = await connectEngine();
  const [config = wanted] = await resolveAndCheck(engine, [wanted], reporter);
  const context = { engine, reporter, timeline: new Timeline(), signal: options.signal ?? never };
  await create(config, newCreationId(), context);
  const cluster = await getCluster(config.name);
  try {
    if (options.images?.length) await cluster.importImages(...options.images);
  } catch (error) {
    await cluster.delete();
    throw error;
  }
  return cluster;
};

export const getCluster: typeof Api.getCluster = async (name) => {
  const engine = await connectEngine();
  const found = await findCluster(engine, name);
  if (found === undefined) throw await unknownCluster(engine, name);
  return clusterOf(engine, found, await clusterKubeconfig(engine, name, false));
};

export const listClusters: typeof Api.listClusters = async () =>
  (await list(await connectEngine())).map(({ name }) => name);

async function clusterOf(engine: Engine, found: Found, kubeconfig: Kubeconfig): Promise<Api.Cluster> {
  const { name } = found;
  const context = () => ({ engine, reporter: silentReporter, timeline: new Timeline(), signal: never });
  const place = () => ({ store: snapshotsFolder(process.env), name });
  let kept: string | undefined;
  const remove = async (): Promise<void> => {
    if (kept !== undefined) await rm(kept, { recursive: true, force: true });
    const { problems } = await deleteCluster(engine, name);
    if (problems.length > 0)
      throw new UserError(`cluster "${name}" could not be deleted completely: ${problems.join('; ')}`);
  };
  return {
    name,
    context: contextName(name),
    kubeconfig: stringify(kubeconfig),
    apiURL: kubeconfig.clusters[0]?.cluster.server ?? '',
    network: found.network.name,
    registry: await registryOf(engine, found),
    writeKubeconfig: (path) => writeKubeconfig(path, kubeconfig),
    importImages: async (...names) =>
      importImages(
        engine,
        { kind: 'images', names },
        (await needCluster(engine, name)).nodes.filter(isK3sNode),
        silentReporter,
      ),
    save: async ({ overwrite = false } = {}) => {
      checkPlace(place(), overwrite || kept !== undefined, '{ overwrite: true }');
      const config = await describeCluster(engine, await needCluster(engine, name));
      kept = (await keepSnapshot(config, place(), context())).path;
    },
    reset: async () => {
      if (!(await storedSnapshots(place().store)).includes(name))
        throw new UserError(`cluster "${name}" can't be reset: "save" has kept nothing of it`);
      await resetCluster(await planReset(name, pathOf(place()), DEFAULTS.timeoutMs, engine), context());
    },
    stop: async () => stopCluster(engine, name),
    start: async () =>
      void (await startCluster(name, context(), { wait: DEFAULTS.wait, timeoutMs: DEFAULTS.timeoutMs })),
    delete: remove,
    [Symbol.asyncDispose]: remove,
  };
}

async function registryOf(engine: Engine, cluster: Found): Promise<string | undefined> {
  const [node] = nodesOf(cluster, 'registry');
  if (node === undefined) return undefined;
  const hostIP = engine.endpoint.host ?? node.labels[LABEL.registryHostIP] ?? '';
  return registryAddress(hostIP, (await factsOf(engine, node)).externalPort);
}
