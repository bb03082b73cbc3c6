import type { Command } from 'commander';
import { addNodes, addRemoteAgents, deleteNode, needNode } from '../../cluster/nodes/index.ts';
import { resolveImage } from '../../cluster/create/index.ts';
import { STOP_SECONDS } from '../../cluster/start/index.ts';
import { listNodes } from '../../cluster/find/index.ts';
import { UserError } from '../../common/errors.ts';
import { Timeline } from '../../common/timeline.ts';
import { usualImage } from '../../config/defaults.ts';
import { disabledFixes } from '../../config/fields.ts';
import { readUlimit } from '../../config/layers.ts';
import { checkNodeLabel } from '../../config/nodeLabels.ts';
import {
  MAX_NODES,
  readInteger,
  readK3sImage,
  readMemory,
  readName,
  readNetwork,
  readTimeout,
  readToken,
} from '../../config/scalars.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { isReservedLabel } from '../../contract/labels.ts';
import { addedNodeName } from '../../contract/names.ts';
import { startNode } from '../../cluster/containers/index.ts';
import { reporterOf, interruptible } from '../session.ts';

/** Flags of `node create`. */
export interface NodeCreateOptions {
  cluster: string;
  replicas: string;
  role: string;
  image?: string;
  memory?: string;
  network: string[];
  token?: string;
  k3sArg: string[];
  k3sNodeLabel: string[];
  runtimeLabel: string[];
  runtimeUlimit: string[];
  wait: boolean;
  timeout: string;
}

/** `k3d node create` */
export async function nodeCreate(name: string, options: NodeCreateOptions, command: Command): Promise<void> {
  const request = readRequest(name, options);
  const isRemote = options.cluster.includes('://');
  if (isRemote && !(options.cluster.startsWith('https://') && URL.canParse(options.cluster))) {
    throw new UserError(
      `flag --cluster: "${options.cluster}" is no URL of a server: expected e.g. https://10.0.0.5:6443`,
    );
  }
  if (!isRemote) readName(options.cluster, 'flag --cluster');
  const reporter = reporterOf(command);
  await interruptible(async (signal) => {
    const engine = await connectEngine();
    const context = { engine, reporter, timeline: new Timeline(), signal };
    const image = request.image === undefined ? undefined : await resolveImage(request.image, process.env);
    if (isRemote)
      await addRemoteAgents(
        options.cluster,
        { ...request, image: image ?? usualImage((await engine.system()).cgroupVersion) },
        context,
      );
    else await addNodes(options.cluster, { ...request, image }, context);
    reporter.info(`${request.names.join(', ')} ${isRemote ? 'is joining' : 'joined'} ${options.cluster}`);
  });
}

function readRole(text: string): 'agent' | 'server' {
  if (text === 'agent' || text === 'server') return text;
  throw new UserError(`flag --role: expected agent or server, not "${text}"`);
}

function readRequest(name: string, options: NodeCreateOptions) {
  const role = readRole(options.role);
  const base = readName(name, 'argument NAME');
  const replicas = readInteger(1, MAX_NODES)(options.replicas, 'flag --replicas');
  return {
    names: Array.from({ length: replicas }, (_, index) => addedNodeName(base, index)),
    role,
    image: options.image === undefined ? undefined : readK3sImage(options.image, 'flag --image'),
    memory: options.memory === undefined ? undefined : readMemory(options.memory, 'flag --memory'),
    networks: options.network.map((network) => readNetwork(network, 'flag --network')),
    token: options.token === undefined ? undefined : readToken(options.token, 'flag --token'),
    k3sArgs: options.k3sArg.map(readArg),
    nodeLabels: options.k3sNodeLabel.map((label) => readNodeLabel(label)),
    runtimeLabels: Object.fromEntries(options.runtimeLabel.map(readLabel)),
    ulimits: options.runtimeUlimit.map((text) => readUlimit(text, 'flag --runtime-ulimit')),
    disabledFixes: disabledFixes(process.env),
    wait: options.wait,
    timeoutMs: readTimeout(options.timeout, 'flag --timeout'),
  };
}

function readArg(text: string): string {
  if (text === '') throw new UserError('flag --k3s-arg: an argument must not be empty');
  return text;
}

function readNodeLabel(text: string): string {
  checkNodeLabel(text, 'flag --k3s-node-label');
  return text;
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

/** Flags of `node delete`. */
export interface NodeDeleteOptions {
  all?: boolean;
  registries?: boolean;
}

/** `k3d node delete` */
export async function nodeDelete(names: string[], options: NodeDeleteOptions, command: Command): Promise<void> {
  if (names.length === 0 && options.all !== true) throw new UserError('name the nodes to delete, or give --all');
  const engine = await connectEngine();
  const reporter = reporterOf(command);
  const withRegistries = options.registries === true;
  if (options.all) {
    // All at once: there is no cluster left that anything would have to leave.
    const nodes = (await listNodes(engine)).filter(({ role }) => withRegistries || role !== 'registry');
    for (const node of nodes) await engine.containers.remove(node.id);
    reporter.info(`${nodes.length} nodes are deleted`);
    return;
  }
  const nodes = await Promise.all(names.map((name) => needNode(engine, name)));
  const registry = nodes.find(({ role }) => role === 'registry');
  if (registry !== undefined && !withRegistries) {
    throw new UserError(`node ${registry.name} is a registry: give --registries to delete it too`);
  }
  for (const node of nodes) {
    await deleteNode(engine, node, reporter);
    reporter.info(`Node ${node.name} is deleted`);
  }
}
