import { conditionOf, isTrue } from '../kubernetes/conditions.ts';
import type { Written } from './folder.ts';
import { isSettled } from '../kubernetes/podState.ts';
import { eventRows, nodeRow, podRows, type Report } from './report.ts';

/** A bar of the timeline: when it began and ended, in milliseconds since 1970. */
interface Bar {
  name: string;
  start: number;
  end: number;
  bad: boolean;
}

/** Pods whose bars are shown at most. */
const MOST_PODS = 40;

const STYLE = `
:root{color-scheme:light dark;--line:#8884;--bad:#c62828;--good:#2e7d32;--bar:#1976d2;--soft:#8881}
@media (prefers-color-scheme:dark){:root{--bad:#ef5350;--good:#66bb6a;--bar:#64b5f6}}
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
.when{opacity:.7}.error{border-left:4px solid var(--bad);background:var(--soft);padding:.6rem 1rem;margin:1rem 0}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid var(--line);padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}
th{font-weight:600}.finding{border:1px solid var(--line);border-radius:6px;padding:.6rem 1rem;margin:.6rem 0}
.finding b{color:var(--bad)}pre{background:var(--soft);overflow-x:auto;padding:.6rem;margin:.5rem 0 0;font-size:13px}
.ok{color:var(--good)}.bad{color:var(--bad)}
.row{display:grid;grid-template-columns:minmax(8rem,18rem) 1fr 5rem;gap:.8rem;align-items:center;font-size:13px}
.row span:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.row span:last-child{text-align:right}
.track{height:.8rem;background:var(--soft);position:relative;border-radius:3px}
.track i{position:absolute;top:0;bottom:0;min-width:2px;background:var(--bar);border-radius:3px}.track i.bad{background:var(--bad)}
`.trim();

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

function htmlTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p>none</p>';
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  return `<div class="scroll"><table>${cells('th', header)}${rows.map((row) => cells('td', row)).join('')}</table></div>`;
}

/**
 * The index of a diagnostics folder: one file that needs nothing else, readable without a network.
 * @param files what lies beside it
 */
export function renderPage(report: Report, files: readonly Written[], now: Date): string {
  const { cluster, error, findings, nodes, kube, surroundings, problems } = report;
  const found = findings.map(
    ({ subject, why, log }) =>
      `<div class="finding"><b>${escape(subject)}</b>: ${escape(why)}${log === '' ? '' : `<pre>${escape(log.trimEnd())}</pre>`}</div>`,
  );
  const parts: [string, string][] = [
    ['Findings', found.join('\n') || '<p class="ok">Nothing was found to be wrong.</p>'],
    ['Timeline', timeline(report, now.getTime())],
    [
      'Nodes',
      htmlTable(
        ['Name', 'Role', 'Container', 'Kubernetes'],
        nodes.map((node) => nodeRow(node, kube.nodes)),
      ),
    ],
    [
      'Pods',
      kube.answers
        ? htmlTable(['Namespace', 'Name', 'Ready', 'Restarts', 'State'], podRows(kube.pods))
        : '<p class="bad">The API does not answer.</p>',
    ],
    ['Last warnings', htmlTable(['Object', 'Reason', 'Message'], eventRows(kube))],
    ['Machine', htmlTable(['', ''], surroundings)],
    ['Files', fileTable(files)],
    ...(problems.length > 0
      ? [
          [
            'What could not be had',
            htmlTable(
              [''],
              problems.map((text) => [text]),
            ),
          ] as [string, string],
        ]
      : []),
  ];
  const title = `Cluster ${escape(cluster)}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}: diagnostics</title><style>${STYLE}</style></head><body>
<h1>${title}</h1><p class="when">${escape(now.toISOString())}</p>
${error === undefined ? '' : `<div class="error">${escape(error)}</div>`}
${parts.map(([heading, body]) => `<h2>${heading}</h2>\n${body}`).join('\n')}
</body></html>
`;
}

function fileTable(files: readonly Written[]): string {
  const rows = [...files]
    .sort((a, b) => a.path.localeCompare(b.path))
    .map(({ path, bytes, cut }) => {
      const href = path.split('/').map(encodeURIComponent).join('/');
      const size = `${(bytes / 1024).toFixed(1)} KiB${cut ? ', its end only' : ''}`;
      return `<tr><td><a href="${escape(href)}">${escape(path)}</a></td><td>${size}</td></tr>`;
    });
  return `<div class="scroll"><table>${rows.join('')}</table></div>`;
}

/** Phases of the creation, then how long each pod took to be ready. */
function bars({ phases, begun, kube }: Report, now: number): Bar[] {
  const own = phases.map(({ name, start, end, failed }) => ({
    name,
    start: (begun ?? 0) + start,
    end: Number.isNaN(end) ? now : (begun ?? 0) + end,
    bad: failed || Number.isNaN(end),
  }));
  const pods = kube.pods.slice(0, MOST_PODS).map((pod) => {
    const ready = isTrue(pod, 'Ready') ? conditionOf(pod, 'Ready') : undefined;
    const start = Date.parse(pod.metadata.creationTimestamp ?? '');
    const settled = isSettled(pod);
    const end = settled ? Date.parse(ready?.lastTransitionTime ?? '') || start : now;
    return { name: `${pod.metadata.namespace}/${pod.metadata.name}`, start, end, bad: !settled };
  });
  return [...own, ...pods].filter(({ start }) => !Number.isNaN(start));
}

function timeline(report: Report, now: number): string {
  const all = bars(report, now);
  if (all.length === 0) return '<p>none</p>';
  const first = Math.min(...all.map(({ start }) => start));
  const span = Math.max(1, Math.max(...all.map(({ end }) => end)) - first);
  const percent = (ms: number): string => `${((ms / span) * 100).toFixed(2)}%`;
  return all
    .map(({ name, start, end, bad }) => {
      const style = `left:${percent(start - first)};width:${percent(Math.max(0, end - start))}`;
      const label = escape(name);
      const seconds = `${((end - start) / 1000).toFixed(1)} s`;
      return `<div class="row"><span title="${label}">${label}</span><span class="track"><i${bad ? ' class="bad"' : ''} style="${style}"></i></span><span>${seconds}</span></div>`;
    })
    .join('\n');
}
