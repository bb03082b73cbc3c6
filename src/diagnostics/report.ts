import { table } from '../common/table.ts';
import type { Phase } from '../common/timeline.ts';
import { isTrue } from '../kubernetes/conditions.ts';
import { isSettled, restartsOf, whyNotReady } from '../kubernetes/podState.ts';
import type { KubeNode, Pod } from '../kubernetes/types.ts';
import { warnings } from '../kubernetes/blocker.ts';
import { type Finding, ownFirst, subjectsOf } from './findings.ts';
import type { KubeState } from './kubernetes.ts';
import { kubeNodeOf, type NodeState } from './nodes.ts';

/** All that is told of one cluster. */
export interface Report {
  cluster: string;
  /** What went wrong, if something is known to have. */
  error: string | undefined;
  findings: readonly Finding[];
  nodes: readonly NodeState[];
  kube: KubeState;
  /** The machine and its engine, as rows. */
  surroundings: readonly [string, string][];
  /** Where creation's time went, and when it began (milliseconds since 1970). */
  phases: readonly Phase[];
  begun: number | undefined;
  /** The job that it was in, if it was one. */
  job: JobRun | undefined;
  /** What could not be had. */
  problems: readonly string[];
}

/** A job of a CI system, and the page that shows its run. */
export interface JobRun {
  name: string;
  url: string;
}

/** A part of the report for a job's log. */
export interface Section {
  title: string;
  text: string;
}

/** Lines of a log that stand below a finding. */
export const LOG_LINES = 10;
/** Events that are shown. */
const MOST_EVENTS = 15;

/** Findings as text, each with the last lines of its log. */
export function findingsText(findings: readonly Finding[]): string {
  if (findings.length === 0)
    return 'Nothing was found to be wrong: all nodes are Ready, all pods are as they should be.';
  return findings
    .map((finding) => {
      const { why, log } = finding;
      const subject = subjectsOf(finding);
      const lines = log.trimEnd().split('\n').slice(-LOG_LINES);
      return log === ''
        ? `- ${subject}: ${why}`
        : `- ${subject}: ${why}\n${lines.map((line) => `    | ${line}`).join('\n')}`;
    })
    .join('\n');
}

/** What stands below the findings in a job's log: enough to see the cluster's state, not more. */
export function sections({ nodes, kube, surroundings, problems }: Report): Section[] {
  const parts: Section[] = [
    { title: 'Nodes', text: nodesTable(nodes, kube.nodes) },
    { title: 'Pods', text: kube.answers ? podsTable(kube.pods) : 'the API does not answer' },
    { title: 'Warning events', text: eventsTable(kube) },
    { title: 'Host', text: table(['', ''], surroundings, false) },
    { title: 'Not collected', text: problems.join('\n') },
  ];
  return parts.filter(({ text }) => text !== '');
}

export function nodeRow({ node, details }: NodeState, kubeNodes: readonly KubeNode[]): string[] {
  const found = kubeNodeOf({ node, details }, kubeNodes);
  const state = details?.running === false ? `${details.state} (${details.exitCode})` : node.state;
  return [node.name, node.role, state, found === undefined ? '-' : isTrue(found, 'Ready') ? 'Ready' : 'NotReady'];
}

function nodesTable(nodes: readonly NodeState[], kubeNodes: readonly KubeNode[]): string {
  return table(
    ['NAME', 'ROLE', 'CONTAINER', 'KUBERNETES'],
    nodes.map((state) => nodeRow(state, kubeNodes)),
  );
}

/**
 * A pod's row, those in trouble first, of these the user's own.
 * @param why says what is wrong with one in trouble
 */
export function podRows(pods: readonly Pod[], why: (pod: Pod) => string): string[][] {
  return [...pods]
    .sort((a, b) => Number(isSettled(a)) - Number(isSettled(b)) || ownFirst(a, b))
    .map((pod) => {
      const statuses = pod.status?.containerStatuses ?? [];
      const state = isSettled(pod) ? (pod.status?.phase ?? '') : why(pod);
      const ready = `${statuses.filter((one) => one.ready).length}/${statuses.length}`;
      return [pod.metadata.namespace ?? '', pod.metadata.name, ready, String(restartsOf(pod)), state];
    });
}

function podsTable(pods: readonly Pod[]): string {
  return table(['NAMESPACE', 'NAME', 'READY', 'RESTARTS', 'STATE'], podRows(pods, whyNotReady));
}

/** Warnings, the last ones first. */
export function eventRows({ events }: KubeState): string[][] {
  return warnings(events)
    .slice(0, MOST_EVENTS)
    .map(({ involvedObject: { kind, namespace, name }, reason, message, count }) => [
      `${kind?.toLowerCase()} ${namespace === undefined ? '' : `${namespace}/`}${name}`,
      `${reason ?? ''}${count !== undefined && count > 1 ? ` (${count} times)` : ''}`,
      (message ?? '').trim().replaceAll('\n', ' '),
    ]);
}

function eventsTable(kube: KubeState): string {
  const rows = eventRows(kube);
  return rows.length === 0 ? '' : table(['OBJECT', 'REASON', 'MESSAGE'], rows);
}
