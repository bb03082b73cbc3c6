import { join } from 'node:path';
import { apiURL, type Cluster, findCluster, nodesOf, readCredentials } from '../cluster/find/index.ts';
import { messageOf } from '../common/errors.ts';
import type { Timeline } from '../common/timeline.ts';
import type { Engine } from '../docker/engine.ts';
import { podLog } from '../kubernetes/blocker.ts';
import { KubeClient } from '../kubernetes/client.ts';
import { crashing } from '../kubernetes/podState.ts';
import type { Pod } from '../kubernetes/types.ts';
import { LABEL } from '../contract/labels.ts';
import { collectAll, type Item, bounded } from './bounded.ts';
import { type Finding, findingsOf } from './findings.ts';
import { Folder } from './folder.ts';
import { lookAround, surroundingsRows } from './host.ts';
import { kubectlItems, type KubeState, logItems, readState } from './kubernetes.ts';
import { nodeItems, type NodeState } from './nodes.ts';
import { renderPage } from './page.ts';
import { findingsText, type JobRun, type Report, type Section, sections } from './report.ts';

/** Bound on collecting all of a cluster, in milliseconds. */
const ALL_MS = 60_000;
/** Lines of a crashing pod's log that are shown with a finding. */
const CRASH_LINES = 20;

/** What was found out about a cluster. */
export interface Diagnosis {
  cluster: string;
  /** The folder, and the page in it that leads through the rest. */
  folder: string;
  index: string;
  /** What is wrong, one by one, and as text. */
  list: Finding[];
  findings: string;
  /** The state of things, for a job's log. */
  sections: Section[];
}

/** What is known besides the cluster itself. */
export interface Circumstances {
  /** The creation that the cluster has to be of; a cluster of that name may be somebody else's. */
  creation?: string | undefined;
  error?: string | undefined;
  timeline?: Timeline | undefined;
  job?: JobRun | undefined;
}

/**
 * Collects what can be known of a cluster, whatever state it is in, into a folder; what was in it before is removed.
 * Bounded in time and size; secrets are left out.
 * @returns undefined when there is no such cluster, or it is another creation's
 */
export async function diagnose(
  engine: Engine,
  name: string,
  path: string,
  { creation, error, timeline, job }: Circumstances = {},
): Promise<Diagnosis | undefined> {
  const cluster = await findCluster(engine, name);
  if (cluster === undefined || !isOf(cluster, creation)) return undefined;
  const folder = new Folder(path);
  await folder.prepare();
  folder.conceal([cluster.token]);
  const signal = AbortSignal.timeout(ALL_MS);
  const nodes: NodeState[] = [];
  const rows: [string, string][] = [];
  const pulls = new Map<string, string>();
  const items: Item[] = cluster.nodes.flatMap((node) => nodeItems(engine, node, folder, nodes, pulls));
  items.push({
    name: 'the machine',
    collect: async () => void rows.push(...surroundingsRows(await lookAround(engine))),
  });
  const server = nodesOf(cluster, 'server').find(({ state }) => state === 'running');
  if (server !== undefined) items.push(...kubectlItems(engine, server.id, folder));
  const [{ kube, logs }] = await Promise.all([
    askKubernetes(engine, cluster, folder, signal),
    collectAll(items, folder, signal),
  ]);
  nodes.sort((a, b) => a.node.name.localeCompare(b.node.name, 'en', { numeric: true }));
  const findings = findingsOf({ nodes, kube, logs, pulls }).map((finding) => ({
    ...finding,
    why: folder.clean(finding.why),
    log: folder.clean(finding.log),
  }));
  const report: Report = {
    cluster: name,
    error: error === undefined ? undefined : folder.clean(error),
    findings,
    nodes,
    kube,
    surroundings: rows,
    phases: timeline?.phases ?? [],
    begun: timeline?.begun,
    job,
    problems: folder.problems,
  };
  return await writeReport(report, folder);
}

const isOf = ({ nodes }: Cluster, creation: string | undefined): boolean =>
  creation === undefined || nodes.some(({ labels }) => labels[LABEL.creation] === creation);

async function writeReport(report: Report, folder: Folder): Promise<Diagnosis> {
  const findings = findingsText(report.findings);
  const parts = sections(report).map(({ title, text }) => ({ title, text: folder.clean(text) }));
  const summary = [findings, ...parts.map(({ title, text }) => `${title}\n${text}`)].join('\n\n');
  await folder.write('summary.txt', `${report.error === undefined ? '' : `${report.error}\n\n`}${summary}\n`);
  await folder.write('index.html', renderPage(report, folder.written, new Date()));
  const index = join(folder.path, 'index.html');
  return { cluster: report.cluster, folder: folder.path, index, list: [...report.findings], findings, sections: parts };
}

/** What the API says, and the logs of pods; what it does not say is among the folder's problems. */
async function askKubernetes(
  engine: Engine,
  cluster: Cluster,
  folder: Folder,
  signal: AbortSignal,
): Promise<{ kube: KubeState; logs: Map<string, string> }> {
  const silent: KubeState = { nodes: [], pods: [], events: [], answers: false };
  const logs = new Map<string, string>();
  const [server] = nodesOf(cluster, 'server').filter(({ state }) => state === 'running');
  if (server === undefined || cluster.api === undefined) return { kube: silent, logs };
  let client: KubeClient | undefined;
  try {
    const url = apiURL(cluster.api.host, cluster.api.port);
    const credentials = await bounded(readCredentials(engine, server.id, url), signal);
    if (credentials === undefined) return { kube: silent, logs };
    folder.conceal([credentials.key]);
    const kube = new KubeClient(credentials);
    client = kube;
    const state = await bounded(readState(kube), signal);
    const crashed = state.pods.flatMap((pod) => crashItem(kube, pod, logs));
    await collectAll([...crashed, ...logItems(kube, state.pods, folder)], folder, signal);
    return { kube: state, logs };
  } catch (error) {
    folder.problems.push(folder.clean(`the Kubernetes API: ${messageOf(error)}`));
    return { kube: silent, logs };
  } finally {
    client?.close();
  }
}

function crashItem(kube: KubeClient, pod: Pod, logs: Map<string, string>): Item[] {
  const container = crashing(pod);
  if (container === undefined) return [];
  const { namespace = 'default', name } = pod.metadata;
  const collect = async (): Promise<void> => {
    logs.set(`${namespace}/${name}`, await podLog(kube, pod, container.name, CRASH_LINES));
  };
  return [{ name: `last lines of ${namespace}/${name}`, collect }];
}
