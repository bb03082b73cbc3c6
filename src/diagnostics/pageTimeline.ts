import { formatDuration } from '../common/duration.ts';
import { conditionOf, isTrue } from '../kubernetes/conditions.ts';
import { isSettled } from '../kubernetes/podState.ts';
import { escape, folded, timeText } from './html.ts';
import type { Report } from './report.ts';

/** A bar of the timeline: when it began and ended, in milliseconds since 1970. */
interface Bar {
  name: string;
  /** A pod's. */
  namespace?: string | undefined;
  start: number;
  end: number;
  /** Why it is red, in a word: colour alone tells not everybody. */
  bad: 'failed' | 'not over' | 'not ready' | undefined;
}

/** Pods whose bars are shown at most. */
const MOST_PODS = 40;
/** Parts that the axis is divided into. */
const PARTS = 4;

/** Phases of the creation. */
function phaseBars({ phases, begun = 0 }: Report, now: number): Bar[] {
  return phases.map(({ name, start, end, failed }) => ({
    name,
    start: begun + start,
    end: Number.isNaN(end) ? now : begun + end,
    bad: failed ? 'failed' : Number.isNaN(end) ? 'not over' : undefined,
  }));
}

/** How long each pod took to be ready. */
function podBars({ kube }: Report, now: number): Bar[] {
  const all = kube.pods.map((pod) => {
    const { name, namespace, creationTimestamp = '' } = pod.metadata;
    const settled = isSettled(pod);
    const ready = isTrue(pod, 'Ready') ? conditionOf(pod, 'Ready') : undefined;
    const start = Date.parse(creationTimestamp);
    const end = settled ? Date.parse(ready?.lastTransitionTime ?? '') || start : now;
    return { name, namespace, start, end, bad: settled ? undefined : ('not ready' as const) };
  });
  return all.filter(({ start }) => !Number.isNaN(start)).slice(0, MOST_PODS);
}

/**
 * Bars of what creation did and of how long pods took, below an axis. Pods that are ready are folded: there are many.
 * @param now when it is drawn, in milliseconds since 1970
 */
export function timeline(report: Report, now: number): string {
  const phases = phaseBars(report, now);
  const pods = podBars(report, now);
  const all = [...phases, ...pods];
  if (all.length === 0) return '<p>none</p>';
  const first = Math.min(...all.map(({ start }) => start));
  const span = Math.max(1, Math.max(...all.map(({ end }) => end)) - first);
  const rows = (bars: readonly Bar[]): string => bars.map((bar) => row(bar, first, span)).join('\n');
  const healthy = pods.filter(({ bad }) => bad === undefined);
  return [
    axis(first, span),
    rows(phases),
    rows(pods.filter(({ bad }) => bad !== undefined)),
    healthy.length === 0
      ? ''
      : folded(`${healthy.length} ${healthy.length === 1 ? 'pod is' : 'pods are'} ready`, rows(healthy)),
  ].join('\n');
}

function axis(first: number, span: number): string {
  const ticks = Array.from({ length: PARTS + 1 }, (_, part) => {
    const label = part === 0 ? '0' : formatDuration((span * part) / PARTS);
    return `<span style="left:${(100 * part) / PARTS}%">${label}</span>`;
  });
  return `<div class="row axis"><span>since ${timeText(first)}</span><span class="ticks">${ticks.join('')}</span><span></span></div>`;
}

function row({ name, namespace, start, end, bad }: Bar, first: number, span: number): string {
  const percent = (ms: number): string => `${((ms / span) * 100).toFixed(2)}%`;
  const style = `left:${percent(start - first)};width:${percent(Math.max(0, end - start))}`;
  const label = namespace === undefined ? escape(name) : `${escape(name)} <small>${escape(namespace)}</small>`;
  const title = namespace === undefined ? escape(name) : `${escape(namespace)}/${escape(name)}`;
  const state = bad === undefined ? '' : ` <b class="bad">${bad}</b>`;
  return `<div class="row"><span title="${title}">${label}</span><span class="track"><i${bad === undefined ? '' : ' class="bad"'} style="${style}"></i></span><span>${formatDuration(end - start)}${state}</span></div>`;
}
