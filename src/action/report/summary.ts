import type { CreatedCluster } from '../../cluster/create/index.ts';
import { formatDuration } from '../../common/duration.ts';
import type { Phase } from '../../common/timeline.ts';

/** Most text that the runner takes from one step, in bytes (GitHub: workflow commands, adding a job summary). */
const MOST_BYTES = 1024 * 1024;
/** Most text of one cluster's findings, in characters: a summary is to be looked at, not read. */
const MOST_FINDINGS = 8000;

/** The part of the job summary that is about one cluster, as Markdown. */
export function clusterSummary(cluster: CreatedCluster, phases: readonly Phase[]): string {
  const version = cluster.k3sVersion === undefined ? '' : `, k3s ${cluster.k3sVersion}`;
  const state = cluster.nodes.some((node) => !node.ready) ? 'started' : 'ready';
  const rows = cluster.nodes.map(
    (node) => `| ${node.name} | ${node.role} | ${node.ready ? 'Ready' : 'not waited for'} |`,
  );
  return [
    `### Cluster \`${cluster.name}\`: ${state} in ${formatDuration(cluster.readyMs)}${version}`,
    '',
    '| Node | Role | State |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `API \`${cluster.apiURL}\`, network \`${cluster.network}\`, context \`k3d-${cluster.name}\``,
    '',
    ...(phases.length === 0
      ? []
      : ['<details open><summary>Where the time went</summary>', '', gantt(phases), '', '</details>', '']),
    // Behind a tag only an empty line makes Markdown of what follows, such as the next heading.
    '',
  ].join('\n');
}

/** The phases as a chart that GitHub draws (mermaid: gantt; times in milliseconds). */
export function gantt(phases: readonly Phase[]): string {
  const total = Math.max(1, ...phases.map(({ end }) => end || 0));
  const lines = phases.map(({ name, start, end, failed }) => {
    const until = Number.isNaN(end) ? total : end;
    // A colon ends a task's name, a semicolon or a hash begins a comment.
    const label = `${name.replace(/[:;#\n]/g, ' ')}, ${formatDuration(until - start)}`;
    // One that took no time would not be drawn.
    const span = `${Math.round(start)}, ${Math.round(Math.max(until, start + total / 100))}`;
    return `  ${label} :${failed ? 'crit, ' : ''}${span}`;
  });
  return ['```mermaid', 'gantt', '  dateFormat x', '  axisFormat %M:%S', ...lines, '```'].join('\n');
}

/** What is to be known besides; empty when there is nothing. */
export function warningsSummary(warnings: readonly string[]): string {
  const unique = [...new Set(warnings)];
  return unique.length === 0
    ? ''
    : ['#### Warnings', '', ...unique.map((text) => `- ${escape(text)}`), '', ''].join('\n');
}

/** What was found in a cluster that failed. */
export function findingsSummary(cluster: string, error: string | undefined, findings: string): string {
  const shown = findings.length > MOST_FINDINGS ? `${findings.slice(0, MOST_FINDINGS)}\n…` : findings;
  return [
    `### What was found in cluster \`${cluster}\``,
    '',
    ...(error === undefined ? [] : [`> ${escape(error)}`, '']),
    // Longer than any fence that a log may hold.
    '``````text',
    shown.replaceAll('``````', "''''''"),
    '``````',
    '',
    '',
  ].join('\n');
}

/** Text that stands for itself in Markdown, on one line. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|@]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\s*\n\s*/g, ' ');
}

/**
 * As much of `markdown` as a step's summary has room for.
 * @param used bytes that are there already
 */
export function fitSummary(markdown: string, used: number): string {
  const room = MOST_BYTES - used;
  const bytes = Buffer.from(markdown);
  if (bytes.length <= room) return markdown;
  const note = '\n\n(the rest did not fit)\n';
  return room <= note.length
    ? ''
    : `${bytes
        .subarray(0, room - note.length)
        .toString('utf8')
        .replace(/\uFFFD$/, '')}${note}`;
}
