import { delimiter } from 'node:path';
import { clusterKubeconfig, listClusters } from '../../cluster/find/index.ts';
import { UserError } from '../../common/errors.ts';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { APP, LABEL } from '../../contract/labels.ts';
import type { Engine } from '../../docker/engine.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { emptyKubeconfig, formatKubeconfig, type Kubeconfig, mergeKubeconfig } from '../../kubernetes/kubeconfig.ts';
import {
  defaultKubeconfigPath,
  mergeIntoFile,
  ownKubeconfigPath,
  writeKubeconfig,
} from '../../kubernetes/kubeconfigFile.ts';

/** Flags of `kubeconfig get`. */
export interface GetOptions {
  all?: boolean;
  internal?: boolean;
}

/** Flags of `kubeconfig merge`. */
export interface MergeOptions extends GetOptions {
  output?: string;
  kubeconfigMergeDefault?: boolean;
  update: boolean;
  kubeconfigSwitchContext: boolean;
  overwrite?: boolean;
}

/** `k3d kubeconfig get` */
export async function kubeconfigGet(names: string[], options: GetOptions): Promise<void> {
  process.stdout.write(formatKubeconfig(mergeAll(await kubeconfigsOf(names, options))));
}

/** `k3d kubeconfig merge`: prints the path of each file that it wrote. */
export async function kubeconfigMerge(names: string[], options: MergeOptions): Promise<void> {
  if (options.kubeconfigMergeDefault && options.output !== undefined) {
    throw new UserError('flags --kubeconfig-merge-default and --output contradict each other: give one of them');
  }
  if (options.output === '') throw new UserError('flag --output: a path must not be empty');
  const configs = await kubeconfigsOf(names, options);
  if (options.output === '-') {
    process.stdout.write(formatKubeconfig(mergeAll(configs)));
    return;
  }
  const written = new Set<string>();
  for (const [name, config] of configs) {
    const path = targetPath(name, options);
    if (options.overwrite && !written.has(path)) await writeKubeconfig(path, config);
    else await mergeIntoFile(path, config, options.kubeconfigSwitchContext, options.update);
    written.add(path);
  }
  // One line, for KUBECONFIG.
  console.log([...written].join(delimiter));
}

function targetPath(name: string, options: MergeOptions): string {
  if (options.kubeconfigMergeDefault) return defaultKubeconfigPath(process.env);
  // Without a target k3d writes one file a cluster here.
  return options.output ?? ownKubeconfigPath(name, process.env);
}

async function kubeconfigsOf(names: string[], { all, internal }: GetOptions): Promise<Map<string, Kubeconfig>> {
  const engine = await connectEngine();
  const listed = all ? await newestFirst(engine) : names.filter((name) => name !== '');
  const wanted = all === true || listed.length > 0 ? listed : [DEFAULT_CLUSTER_NAME];
  const configs = await Promise.all(wanted.map((name) => clusterKubeconfig(engine, name, internal === true)));
  return new Map(wanted.map((name, index) => [name, configs[index] as Kubeconfig]));
}

/** All clusters, the newest first, as the engine lists their nodes. */
async function newestFirst(engine: Engine): Promise<string[]> {
  const clusters = new Set((await listClusters(engine)).map(({ name }) => name));
  const containers = await engine.containers.list([`${LABEL.app}=${APP}`]);
  return [...new Set(containers.map(({ labels }) => labels[LABEL.cluster] ?? ''))].filter((name) => clusters.has(name));
}

function mergeAll(configs: ReadonlyMap<string, Kubeconfig>): Kubeconfig {
  return [...configs.values()].reduce((merged, config) => mergeKubeconfig(merged, config, true), emptyKubeconfig());
}
