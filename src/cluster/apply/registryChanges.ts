import type { FileSpec } from '../../contract/containers.ts';
import { REGISTRIES_PATH, registriesFile } from '../../plan/files.ts';
import { LABEL } from '../../contract/labels.ts';
import { LOCAL_IMAGES_PATH, localImagesFiles, localImagesURL } from '../../plan/localImages.ts';
import { hostingManifest, nameOfRegistry, registriesYaml } from '../../plan/registry.ts';
import { settleAll } from '../../common/settleAll.ts';
import type { WorkContext } from '../context.ts';
import { startCluster, stopCluster } from '../start/index.ts';
import { type Cluster, isK3sNode, needCluster, nodesOf } from '../find/index.ts';
import { readFile } from '../../docker/readFiles.ts';
import { makeRegistry, prepareRegistry } from '../registries/index.ts';
import { proxiesIn } from '../../config/proxy.ts';
import type { Desired } from './desired.ts';
import type { Change } from './change.ts';

/** Registries that come and go, and the nodes' settings for them, which k3s reads when it starts. */
export async function registryChanges(desired: Desired, cluster: Cluster, context: WorkContext): Promise<Change[]> {
  const { engine } = context;
  const network = await engine.networks.inspect(cluster.network.name);
  const wanted = new Set(desired.registries.map(({ name }) => name));
  const gone = nodesOf(cluster, 'registry').filter(({ name }) => !wanted.has(name));
  const made = new Set(desired.missing.map((spec) => nameOfRegistry(spec, cluster.name)));
  const joining = desired.registries.filter(
    ({ name }) => !made.has(name) && !network?.containers.some((one) => one.name === name),
  );
  const { env, caCertificates } = desired.config;
  const placement = {
    cluster: cluster.name,
    network: cluster.network.name,
    creation: nodesOf(cluster, 'server')[0]?.labels[LABEL.creation] ?? '',
    proxies: proxiesIn(env.map(({ value }) => value)),
    caCertificates,
  };
  const changes: Change[] = desired.missing.map((spec) => ({
    text: `+ registry ${nameOfRegistry(spec, cluster.name)}`,
    run: async () => {
      const registry = await prepareRegistry(spec, cluster.name, context);
      await makeRegistry(registry, placement, engine);
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

async function settingsChange(desired: Desired, cluster: Cluster, context: WorkContext): Promise<Change | undefined> {
  const { engine } = context;
  const wanted = registriesYaml(desired.registries, desired.config.registriesYaml) ?? '';
  const [server] = nodesOf(cluster, 'server');
  const present = server && (await readFile(engine, server.id, REGISTRIES_PATH));
  if ((present ?? '') === wanted) return undefined;
  return {
    text: '~ registries.yaml of all nodes, which are restarted for it',
    run: async () => {
      const now = await needCluster(engine, cluster.name);
      const nodes = now.nodes.filter(isK3sNode);
      const local = server && (await readFile(engine, server.id, LOCAL_IMAGES_PATH));
      const url = localImagesURL(local ?? '');
      await settleAll(nodes.map((node) => engine.containers.putFiles(node.id, filesFor(node.id === server?.id, url))));
      await stopCluster(engine, cluster.name);
      const { wait, timeoutMs } = desired.config;
      await startCluster(cluster.name, context, { wait, timeoutMs });
    },
  };

  function filesFor(isFirst: boolean, url: string | undefined): FileSpec[] {
    const names = desired.registries.map(({ name }) => name);
    return [
      registriesFile(wanted),
      ...(url === undefined ? [] : localImagesFiles(wanted, url, names)),
      ...(isFirst ? hostingManifest(desired.registries) : []),
    ];
  }
}
