import type { KubeState } from './kubernetes.ts';
import { isTrue } from '../kubernetes/conditions.ts';
import { isSettled, reasonOf } from '../kubernetes/podState.ts';
import type { Pod } from '../kubernetes/types.ts';
import { subjectsOf, type Finding } from './findings.ts';
import type { Written } from './folder.ts';
import { escape, folded, htmlLog, htmlTable, timeText } from './html.ts';
import { STYLE } from './pageStyle.ts';
import { timeline } from './pageTimeline.ts';
import { eventRows, LOG_LINES, nodeRow, podRows, type Report } from './report.ts';

/** Characters of a cause that stand in the open; longer ones are unfolded by who wants to read them. */
const MOST_CAUSE = 280;

/** A part of the page: the id that links lead to, its heading, its body as HTML. */
type Part = [id: string, heading: string, body: string];

/**
 * The index of a diagnostics folder: one file that needs nothing else, readable without a network.
 * @param files what lies beside it
 */
export function renderPage(report: Report, files: readonly Written[], now: Date): string {
  const { cluster, error, findings, nodes, kube, surroundings, problems } = report;
  const events = eventRows(kube);
  const parts: Part[] = [
    [
      'findings',
      'Findings',
      findings.map((finding) => findingBox(finding, files)).join('\n') || '<p>Nothing was found to be wrong.</p>',
    ],
    ['timeline', 'Timeline', timeline(report, now.getTime())],
    [
      'nodes',
      'Nodes',
      htmlTable(
        ['Name', 'Role', 'Container', 'Kubernetes'],
        nodes.map((node) => nodeRow(node, kube.nodes)),
      ),
    ],
    ['pods', 'Pods', kube.answers ? podTable(kube) : '<p class="bad">The API does not answer.</p>'],
    [
      'events',
      'Warning events',
      events.length === 0
        ? '<p>none</p>'
        : folded(`the last ${events.length}`, htmlTable(['Object', 'Reason', 'Message'], events)),
    ],
    ['host', 'Host', htmlTable([], surroundings)],
    ['files', 'Files', fileTable(files)],
  ];
  if (problems.length > 0)
    parts.push([
      'missing',
      'Not collected',
      htmlTable(
        [],
        problems.map((text) => [text]),
      ),
    ]);
  const title = `Cluster ${escape(cluster)}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}: diagnostics</title><style>${STYLE}</style></head><body>
<h1>${title} ${badge(findings, error)}</h1>
<p class="facts">${facts(report, now)}</p>
<nav>${parts.map(([id, heading]) => `<a href="#${id}">${heading}</a>`).join(' ')}</nav>
${error === undefined ? '' : `<div class="error">${escape(error)}</div>`}
${parts.map(([id, heading, body]) => `<section id="${id}"><h2>${heading}</h2>\n${body}</section>`).join('\n')}
</body></html>
`;
}

function badge(findings: readonly Finding[], error: string | undefined): string {
  if (findings.length > 0)
    return `<span class="badge bad">${findings.length} problem${findings.length === 1 ? '' : 's'}</span>`;
  return error === undefined
    ? '<span class="badge ok">no problem found</span>'
    : '<span class="badge bad">failed</span>';
}

/** One line that says what the cluster is and how it is. */
function facts({ kube, begun, job }: Report, now: Date): string {
  const version = kube.nodes[0]?.status?.nodeInfo?.kubeletVersion;
  const ready = kube.nodes.filter((node) => isTrue(node, 'Ready')).length;
  const unsettled = kube.pods.filter((pod) => !isSettled(pod)).length;
  const told = [
    ...(version === undefined ? [] : [`k3s ${escape(version)}`]),
    ...(kube.answers
      ? [`${ready} of ${kube.nodes.length} nodes Ready`, `${unsettled} of ${kube.pods.length} pods not ready`]
      : []),
    ...(begun === undefined ? [] : [`created ${timeText(begun)}`]),
    `seen ${timeText(now.getTime())}`,
    ...(job === undefined ? [] : [`<a href="${escape(job.url)}">${escape(job.name)}</a>`]),
  ];
  return told.join(' · ');
}

function findingBox(finding: Finding, files: readonly Written[]): string {
  const { subject, others, why, log } = finding;
  const cause =
    why.length <= MOST_CAUSE
      ? escape(why)
      : `${escape(why.slice(0, MOST_CAUSE))}… ${folded('the whole text', `<p>${escape(why)}</p>`)}`;
  const logs = [subject, ...others].flatMap((one) => logsOf(one, files));
  const links = logs.map((path) => link(path, path.split('/').slice(1).join('/'))).join(', ');
  return `<div class="finding"><b>${escape(subjectsOf(finding))}</b><p>${cause}</p>${
    log === '' ? '' : htmlLog(log, LOG_LINES)
  }${links === '' ? '' : `<p class="logs">logs: ${links}</p>`}</div>`;
}

/** The logs of what a finding concerns, which lie where diagnostics put those of a pod or of a node. */
function logsOf(subject: string, files: readonly Written[]): string[] {
  const [, kind, name] = /^(pod|node) (\S+)$/.exec(subject) ?? [];
  return files.map(({ path }) => path).filter((path) => path.startsWith(`${kind}s/${name}/`) && path.endsWith('.log'));
}

const link = (path: string, text: string): string =>
  `<a href="${escape(path.split('/').map(encodeURIComponent).join('/'))}">${escape(text)}</a>`;

/** Pods, what is wrong with each in a word: the rest stands in the findings. Those that are well are folded. */
function podTable({ pods }: KubeState): string {
  const tableOf = (some: readonly Pod[]): string =>
    htmlTable(
      ['Name', 'State', 'Ready', 'Restarts', 'Namespace'],
      podRows(some, reasonOf).map(([namespace = '', name = '', ready = '', restarts = '', state = '']) => [
        name,
        state,
        ready,
        restarts,
        namespace,
      ]),
    );
  const broken = pods.filter((pod) => !isSettled(pod));
  const well = pods.filter((pod) => isSettled(pod));
  return [
    ...(broken.length > 0 || well.length === 0 ? [tableOf(broken)] : []),
    ...(well.length > 0
      ? [folded(`${well.length} ${well.length === 1 ? 'pod is' : 'pods are'} well`, tableOf(well))]
      : []),
  ].join('\n');
}

function fileTable(files: readonly Written[]): string {
  const rows = [...files]
    .sort((a, b) => a.path.localeCompare(b.path))
    .map(({ path, bytes, cut }) => [
      { html: link(path, path) },
      `${(bytes / 1024).toFixed(1)} KiB${cut ? ', its end only' : ''}`,
    ]);
  return htmlTable(['File', 'Size'], rows);
}
