import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Observed, findingsOf } from '../../src/diagnostics/findings.ts';
import { renderPage } from '../../src/diagnostics/page.ts';
import type { Report } from '../../src/diagnostics/report.ts';
import type { Pod } from '../../src/kubernetes/types.ts';
import { assertFits, openBrowser } from './pages.ts';

const CREATED = '2026-01-01T00:00:00Z';
const NO_HOST =
  'failed to pull and unpack image "registry.example.internal/team-with-a-long-name/service-with-a-long-name:v1": failed to resolve reference: dial tcp: lookup registry.example.internal on 10.43.0.10:53: no such host';
/** As wide as what containers write: structured, with the error at its end. */
const LOG = Array.from(
  { length: 120 },
  (_, line) => `{"line":${line},"trace":"${'0123456789abcdef'.repeat(16)}","error":"connection refused"}`,
).join('\n');

const metadata = (name: string, namespace: string) => ({ name, namespace, creationTimestamp: CREATED });
const waiting = (name: string, namespace: string, reason: string): Pod => ({
  metadata: metadata(name, namespace),
  status: {
    phase: 'Pending',
    containerStatuses: [
      { name, ready: false, image: `acme/${name}:1`, state: { waiting: { reason, message: NO_HOST } } },
    ],
  },
});
const PODS: Pod[] = [
  waiting('coredns-5789895cd-abcde', 'kube-system', 'ImagePullBackOff'),
  waiting('metrics-server-7b9c9c4b9c-abcde', 'kube-system', 'ErrImagePull'),
  waiting('service-7b9c9c4b9c-abcde', 'team-with-a-long-namespace-name', 'ErrImagePull'),
  {
    metadata: metadata('worker-0', 'shop'),
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          name: 'main',
          ready: false,
          restartCount: 4,
          state: { waiting: { reason: 'CrashLoopBackOff' } },
          lastState: { terminated: { exitCode: 3 } },
        },
      ],
    },
  },
  ...Array.from({ length: 30 }, (_, index): Pod => ({
    metadata: metadata(`healthy-deployment-with-a-long-name-${index}`, 'team-with-a-long-namespace-name'),
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:01:00Z' }],
      containerStatuses: [{ name: 'main', ready: true }],
    },
  })),
];

const OBSERVED: Observed = {
  nodes: [],
  kube: { nodes: [], pods: PODS, events: [], answers: true },
  logs: new Map([['shop/worker-0', LOG]]),
  pulls: new Map(),
};
const REPORT: Report = {
  cluster: 'shop',
  error: undefined,
  findings: findingsOf(OBSERVED),
  nodes: [],
  kube: OBSERVED.kube,
  surroundings: [['engine', '29.8.1, API 1.52, linux/amd64']],
  phases: [{ name: 'image docker.io/rancher/k3s:v1.33.5-k3s1', start: 0, end: 20_000, failed: false }],
  begun: Date.parse(CREATED),
  job: { name: 'CI / test', url: 'https://github.com/org/repository/actions/runs/1' },
  problems: [],
};

test('the page of a cluster in trouble fits a screen and a phone, with long names, long lines and many pods', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-page-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'index.html');
  const files = [{ path: 'pods/shop/worker-0/main.log', bytes: 4096, cut: false }];
  writeFileSync(path, renderPage(REPORT, files, new Date('2026-01-01T00:05:00Z')));
  const pages = await openBrowser(t);
  const seen = await assertFits(pages, pathToFileURL(path).href);
  assert.deepEqual(
    seen.headings.map(({ text }) => text),
    ['Cluster shop 2 problems', 'Findings', 'Timeline', 'Nodes', 'Pods', 'Warning events', 'Host', 'Files'],
  );
  // What a phone shows of a pod without scrolling sideways, and of a log its end.
  const texts = await pages.page.evaluate(`({
    state: [...document.querySelectorAll('#pods > table td[data-label="State"]')].map((cell) => {
      const { left, right } = cell.getBoundingClientRect();
      return left < right && left >= 0 && right <= innerWidth;
    }),
    open: document.querySelector('.finding > pre').textContent.split('\\n').length,
    folded: document.querySelector('.finding details pre').checkVisibility(),
  })`);
  const { state, open, folded } = texts as { state: boolean[]; open: number; folded: boolean };
  assert.deepEqual(state, [true, true, true, true], 'the state of each pod in trouble is on the screen');
  assert.deepEqual([open, folded], [10, false]);
});
