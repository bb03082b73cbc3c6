import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPage } from '../../../src/diagnostics/page.ts';
import { findingsText, type Report, sections } from '../../../src/diagnostics/report.ts';

const EVIL = '<script>alert(1)</script>"\'&';

const REPORT: Report = {
  cluster: 'demo',
  error: `it failed ${EVIL}`,
  findings: [{ subject: `pod default/${EVIL}`, why: EVIL, others: [], log: `first\n${EVIL}\n` }],
  nodes: [],
  kube: {
    nodes: [],
    pods: [
      {
        metadata: { name: 'web', namespace: 'default', creationTimestamp: '2026-01-01T00:00:00Z' },
        status: { phase: 'Pending' },
      },
    ],
    events: [
      {
        metadata: { name: 'e' },
        type: 'Warning',
        reason: 'Bad',
        message: EVIL,
        involvedObject: { kind: 'Pod', name: 'web' },
      },
    ],
    answers: true,
  },
  surroundings: [['engine', EVIL]],
  phases: [
    { name: `image ${EVIL}`, start: 0, end: 2000, failed: false },
    { name: 'nodes Ready', start: 1000, end: Number.NaN, failed: false },
  ],
  begun: Date.parse('2026-01-01T00:00:00Z'),
  job: { name: EVIL, url: 'https://github.com/org/x/actions/runs/1' },
  problems: [EVIL],
};

test('the page shows what it is given and runs nothing of it', () => {
  const files = [{ path: `nodes/a b/${EVIL}.log`, bytes: 2048, cut: true }];
  const html = renderPage(REPORT, files, new Date('2026-01-01T00:00:10Z'));
  assert.ok(!html.includes('<script'), 'no markup from outside');
  assert.match(html, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
  assert.doesNotMatch(html, /\bsrc=|<link|url\(|@import/, 'nothing from the net');
  assert.match(html, /<a href="https:\/\/github\.com\/org\/x\/actions\/runs\/1">&lt;script/);
  assert.match(html, /href="nodes\/a%20b\/%3Cscript/);
  assert.match(html, /2\.0 KiB, its end only/);
  // The whole is ten seconds: two of them, then what is not over yet.
  assert.match(html, /style="left:0\.00%;width:20\.00%"/);
  assert.match(html, /class="bad" style="left:10\.00%;width:90\.00%".*9\.0 s <b class="bad">not over<\/b>/);
});

test('the extract for a log has findings with their last lines, and the state below', () => {
  assert.match(findingsText(REPORT.findings), /^- pod default\/.*\n {4}\| first\n {4}\| <script>/);
  assert.match(findingsText([]), /^Nothing was found/);
  assert.deepEqual(
    sections(REPORT).map(({ title }) => title),
    ['Nodes', 'Pods', 'Warning events', 'Host', 'Not collected'],
  );
});
