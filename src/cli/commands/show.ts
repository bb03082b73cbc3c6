import { type ClusterView, findCluster, unknownCluster, viewCluster } from '../../cluster/find/index.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { sleep } from '../../common/poll.ts';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import type { Engine } from '../../docker/engine.ts';
import { type OutputFormat, print } from '../output.ts';
import { CLEAR, fitTable, shorten, widthOf, wrap } from '../screen.ts';
import { interruptible } from '../session.ts';
import { megabytes } from '../../common/size.ts';

/** Flags of `cluster show`. */
export interface ShowOptions {
  watch?: boolean;
  output: OutputFormat;
}

/** How often a screen is drawn anew, in milliseconds. */
const EVERY_MS = 2000;
/** Rows of images and pods that a screen has at most. */
const IMAGES = 8;
const PODS = 20;

/** `k3d cluster show` */
export async function clusterShow(name: string = DEFAULT_CLUSTER_NAME, options: ShowOptions): Promise<void> {
  const engine = await connectEngine();
  const screen = (view: ClusterView): string => screenOf(view, widthOf(process.stdout.columns));
  if (!options.watch) {
    const view = await look(engine, name);
    print(options.output, view, () => screen(view));
    return;
  }
  await interruptible(async (signal) => {
    let before = '';
    while (!signal.aborted) {
      const now = screen(await look(engine, name));
      // Where there is no screen to clear, what has not changed is not said again.
      if (process.stdout.isTTY) process.stdout.write(`${CLEAR}${now}\n`);
      else if (now !== before) process.stdout.write(`${before === '' ? '' : '\n'}${now}\n`);
      before = now;
      await sleep(EVERY_MS, signal).catch(() => undefined);
    }
  });
}

async function look(engine: Engine, name: string): Promise<ClusterView> {
  const cluster = await findCluster(engine, name);
  if (cluster === undefined) throw await unknownCluster(engine, name);
  return viewCluster(engine, cluster);
}

/** One screen on a cluster, readable without colour. @param width in characters */
export function screenOf(view: ClusterView, width: number): string {
  const { nodes, ports, registries } = view;
  const ready = nodes.filter(({ state }) => state === 'Ready').length;
  const ours = nodes.filter(({ role }) => role === 'server' || role === 'agent').length;
  const facts = [`${ready}/${ours} nodes ready`, `network ${view.network}`];
  const head = [
    `Cluster ${view.name}${view.k3sVersion === undefined ? '' : `, k3s ${view.k3sVersion}`}: ${facts.join(', ')}`,
    view.apiURL === undefined ? 'No API endpoint' : `API ${view.apiURL}`,
    ...(view.localImages === undefined ? [] : [localImagesOf(view.localImages)]),
    ...(view.problem === undefined ? [] : [`The Kubernetes API does not respond: ${view.problem}`]),
  ].map((line) => shorten(line, width));
  const parts = [
    fitTable(
      ['NODE', 'ROLE', 'STATE', 'ADDRESS', 'VERSION'],
      nodes.map(({ name, role, state, address, version }) => [name, role, state, address, version]),
      width,
    ),
    listing(
      ['HOST PORT', 'CONTAINER PORT'],
      ports.map(({ host, node, port }) => [host, `${node}:${port}${view.apiURL?.endsWith(host) ? ' (API)' : ''}`]),
      width,
    ),
    listing(
      ['REGISTRY', 'STATE', 'HOST PORT'],
      registries.map(({ name, state, host }) => [name, state, host]),
      width,
    ),
    podsOf(view, width),
    imagesOf(view, width),
  ];
  return [head.join('\n'), ...parts.filter((part) => part !== '')].join('\n\n');
}

const localImagesOf = ({ address, which, images, bytes }: NonNullable<ClusterView['localImages']>): string =>
  `Local images (${which}) at ${address}: ${images.length} pulled, ${megabytes(bytes, 1)}`;

const listing = (header: string[], rows: string[][], width: number): string =>
  rows.length === 0 ? '' : fitTable(header, rows, width);

/** Those first that are not ready, each with the reason in full below it. */
function podsOf({ pods }: ClusterView, width: number): string {
  const sorted = pods.toSorted((a, b) => Number(a.why === undefined) - Number(b.why === undefined)).slice(0, PODS);
  const rows = sorted.map(({ namespace, name, state, restarts }) => [namespace, name, String(restarts), state]);
  if (rows.length === 0) return '';
  const [header, ...lines] = fitTable(['NAMESPACE', 'POD', 'RESTARTS', 'STATE'], rows, width).split('\n');
  const withReasons = lines.flatMap((line, index) => [line, ...wrap(sorted[index]?.why ?? '', width, '  ')]);
  return withRest([header, ...withReasons].join('\n'), pods.length - rows.length, 'pods');
}

function imagesOf({ images }: ClusterView, width: number): string {
  const rows = images.slice(0, IMAGES).map(({ name, bytes, nodes }) => [name, megabytes(bytes, 1), String(nodes)]);
  return withRest(listing(['IMAGE', 'SIZE', 'NODES'], rows, width), images.length - rows.length, 'images');
}

const withRest = (text: string, more: number, what: string): string =>
  more > 0 ? `${text}\n… and ${more} more ${what}` : text;
