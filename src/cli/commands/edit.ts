import type { Command } from 'commander';
import { balancerOf, editPorts } from '../../cluster/balancer/index.ts';
import { needCluster, runningServer } from '../../cluster/find/index.ts';
import { needNode } from '../../cluster/nodes/index.ts';
import { UserError } from '../../common/errors.ts';
import { Timeline } from '../../common/timeline.ts';
import { DEFAULT_CLUSTER_NAME, DEFAULTS } from '../../config/defaults.ts';
import { readFilteredText } from '../../config/layers.ts';
import { parsePortSpec } from '../../config/portSpec.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { bringBack } from '../../cluster/start/index.ts';
import { LOOPBACK } from '../../contract/names.ts';
import { readConfigs } from '../readConfigs.ts';
import { reporterOf, interruptible } from '../session.ts';

/** Flags of `cluster edit` and `node edit`. */
export interface EditOptions {
  portAdd: string[];
  portDelete: string[];
}

/** `k3d cluster edit` */
export async function clusterEdit(name: string | undefined, options: EditOptions, command: Command): Promise<void> {
  await edit(async () => name ?? DEFAULT_CLUSTER_NAME, options, command);
}

/** `k3d node edit`: of a cluster's nodes, load balancers alone can be changed. */
export async function nodeEdit(name: string, options: EditOptions, command: Command): Promise<void> {
  await edit(
    async () => {
      const engine = await connectEngine();
      const node = await needNode(engine, name);
      const cluster = await needCluster(engine, node.cluster);
      if (balancerOf(cluster)?.id === node.id) return cluster.name;
      throw new UserError(`node ${node.name} is no load balancer: its ports can't be changed while it runs`);
    },
    options,
    command,
  );
}

async function edit(findName: () => Promise<string>, options: EditOptions, command: Command): Promise<void> {
  const add = options.portAdd.map((text) => readFilteredText(text, 'flag --port-add'));
  const remove = options.portDelete.map((text) => readFilteredText(text, 'flag --port-delete'));
  if (add.length + remove.length === 0) {
    throw new UserError('nothing to change: give --port-add or --port-delete, e.g. --port-add 8080:80@loadbalancer');
  }
  for (const { value, where } of [...add, ...remove]) parsePortSpec(value, LOOPBACK, where);
  const image = readConfigs(undefined, undefined, []).clusters[0]?.loadBalancerImage ?? DEFAULTS.loadBalancerImage;
  const reporter = reporterOf(command);
  await interruptible(async (signal) => {
    const name = await findName();
    const engine = await connectEngine();
    // An edit before this one may have been killed.
    await bringBack(engine, name);
    const cluster = await needCluster(engine, name);
    runningServer(cluster);
    await editPorts(cluster, { add, remove, image }, { engine, reporter, timeline: new Timeline(), signal });
    reporter.info(`Cluster ${name} is changed`);
  });
}
