import type { Command } from 'commander';
import { addAgents } from '../../cluster/addNodes.ts';
import { startNode } from '../../cluster/bringUp.ts';
import { STOP_SECONDS } from '../../cluster/lifecycle.ts';
import { deleteNode, needNode } from '../../cluster/nodes.ts';
import { UserError } from '../../common/errors.ts';
import { Timeline } from '../../common/timeline.ts';
import { MAX_NODES, readImage, readInteger, readName, readTimeout } from '../../config/scalars.ts';
import { connectEngine } from '../../docker/connect.ts';
import { isReservedLabel } from '../../plan/labels.ts';
import { interruptible, reporterOf } from '../run.ts';

/** Flags of `node create`. */
export interface NodeCreateOptions {
  cluster: string;
  replicas: string;
  role: string;
  image?: string;
  k3sArg: string[];
  k3sNodeLabel: string[];
  runtimeLabel: string[];
  wait: boolean;
  timeout: string;
}

/** `k3d node create` */
export async function nodeCreate(name: string, options: NodeCreateOptions, command: Command): Promise<void> {
  if (options.role !== 'agent') {
    throw new UserError(`flag --role: only agents can be added so far, not "${options.role}"`);
  }
  const request = {
    name: readName(name, 'argument NAME'),
    cluster: options.cluster,
    replicas: readInteger(1, MAX_NODES)(options.replicas, 'flag --replicas'),
    image: options.image === undefined ? undefined : readImage(options.image, 'flag --image'),
    k3sArgs: options.k3sArg,
    nodeLabels: options.k3sNodeLabel,
    runtimeLabels: Object.fromEntries(options.runtimeLabel.map(readLabel)),
    wait: options.wait,
    timeoutMs: readTimeout(options.timeout, 'flag --timeout'),
  };
  const reporter = reporterOf(command);
  await interruptible(async (signal) => {
    const engine = await connectEngine();
    const names = await addAgents(request, { engine, reporter, timeline: new Timeline(), signal });
    reporter.info(`${names.join(', ')} joined cluster ${request.cluster}`);
  });
}

function readLabel(text: string): [string, string] {
  const [key, ...value] = text.split('=') as [string, ...string[]];
  if (isReservedLabel(key)) throw new UserError(`flag --runtime-label: label "${key}" is reserved`);
  return [key, value.join('=')];
}

/** `k3d node start` and `stop` */
export async function nodeSwitch(names: string[], verb: 'start' | 'stop'): Promise<void> {
  const engine = await connectEngine();
  const nodes = await Promise.all(names.map((name) => needNode(engine, name)));
  for (const node of nodes) {
    if (verb === 'start') await startNode(engine, node.name);
    else await engine.containers.stop(node.id, STOP_SECONDS);
  }
}

/** `k3d node delete` */
export async function nodeDelete(names: string[], command: Command): Promise<void> {
  const engine = await connectEngine();
  const reporter = reporterOf(command);
  const nodes = await Promise.all(names.map((name) => needNode(engine, name)));
  for (const node of nodes) {
    await deleteNode(engine, node, reporter);
    reporter.info(`Node ${node.name} is deleted`);
  }
}
