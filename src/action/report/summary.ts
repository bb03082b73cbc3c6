import type { CreatedCluster } from '../../cluster/create/index.ts';
import { formatDuration } from '../../common/duration.ts';
import type { Phase } from '../../common/timeline.ts';
import { type Finding, subjectsOf } from '../../diagnostics/findings.ts';

/** Most text that the runner takes from one step, in bytes (GitHub: workflow commands, adding a job summary). */
const MOST_BYTES = 1024 * 1024;
/** Most text of one cluster's findings, in characters: a summary is to be looked at, not read. */
const MOST_FINDINGS = 8000;

/** A phase that takes less than this share of the whole is left out of the chart: one bar in three would be a hair. */
const LEAST_SHARE = 0.02;

/** The part of the job summary that is about one cluster, as Markdown. What is over when the job is, stands nowhere. */
export function clusterSummary(cluster: CreatedCluster, phases: readonly Phase[]): string {
  const count = cluster.nodes.length;
  const state = cluster.nodes.some((node) => !node.ready) ? 'has been started' : 'is ready';
  const facts = [
    `${count} node${count === 1 ? '' : 's'}`,
    ...(cluster.k3sVersion === undefined ? [] : [`k3s ${cluster.k3sVersion}`]),
    formatDuration(cluster.readyMs),
  ];
  return [
    `### ✅ Cluster \`${cluster.name}\` ${state}: ${facts.join(', ')}`,
    '',
    ...(phases.length === 0
      ? []
      : ['<details><summary>Where the time went</summary>', '', gantt(phases), '', '</details>', '']),
    // Behind a tag only an empty line makes Markdown of what follows, such as the next heading.
    '',
  ].join('\n');
}

/** The phases as a chart that GitHub draws (mermaid: gantt; times in milliseconds). */
export function gantt(phases: readonly Phase[]): string {
  const total = Math.max(1, ...phases.map(({ end }) => end || 0));
  const untilOf = ({ end }: Phase): number => (Number.isNaN(end) ? total : end);
  const shown = phases.filter((phase) => phase.failed || untilOf(phase) - phase.start >= total * LEAST_SHARE);
  const lines = shown.map((phase) => {
    const { name, start, failed } = phase;
    const until = untilOf(phase);
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

/** What a job summary says of a cluster that failed. */
export interface FailedCluster {
  cluster: string;
  error: string | undefined;
  findings: readonly Finding[];
  /** Where the rest is. */
  folder: string;
}

/**
 * What was found in a cluster that failed: a line each, with the last lines of a log to be opened.
 * @param repository of the action, `owner/name`, where its guides are; undefined: nobody knows
 */
export function findingsSummary(failed: FailedCluster, repository: string | undefined): string {
  const { cluster, error, findings, folder } = failed;
  const parts = findings.map(findingPart);
  const shown: string[] = [];
  for (const part of parts) if (shown.join('').length + part.length <= MOST_FINDINGS) shown.push(part);
  const more = parts.length - shown.length;
  const guide =
    repository &&
    `[Keep the logs of a failed job](https://github.com/${repository}/blob/HEAD/docs/recipes.md#keep-the-logs-of-a-failed-job)`;
  return [
    findings.length === 0
      ? `### Cluster \`${cluster}\`: nothing was found to be wrong`
      : `### ❌ What is wrong in cluster \`${cluster}\``,
    '',
    ...(error === undefined ? [] : [`> ${escape(error)}`, '']),
    ...shown,
    ...(more > 0 ? [`- … and ${more} more`, ''] : []),
    `All logs, events and states are in \`${folder}\`.${guide ? ` See ${guide}.` : ''}`,
    '',
    '',
  ].join('\n');
}

function findingPart(finding: Finding): string {
  const { why, log } = finding;
  const line = `- **${escape(subjectsOf(finding))}**: ${escape(why)}\n`;
  if (log === '') return line;
  // The fence is longer than any that a log may hold.
  const lines = log.trimEnd().replaceAll(FENCE, '').split('\n');
  const block = [
    '<details><summary>the last lines of its log</summary>',
    '',
    `${FENCE}text`,
    ...lines,
    FENCE,
    '</details>',
  ];
  return `${line}\n${block.map((one) => `  ${one}`.trimEnd()).join('\n')}\n`;
}

const FENCE = '``````';

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
