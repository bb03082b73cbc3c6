import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsSummary, fitSummary, gantt, warningsSummary } from '../../../../src/action/report/summary.ts';

test('phases are a chart whose names can not break it, failed ones marked, short ones left out', () => {
  const chart = gantt([
    { name: 'image: pull; #1', start: 0, end: 1500, failed: false },
    { name: 'API answers', start: 1500, end: 3000.4, failed: true },
    { name: 'quick', start: 3000, end: 3000, failed: false },
    { name: 'unfinished', start: 2000, end: Number.NaN, failed: false },
  ]);
  assert.deepEqual(chart.split('\n').slice(1, -1), [
    'gantt',
    '  dateFormat x',
    '  axisFormat %M:%S',
    '  image  pull   1, 1.5 s :0, 1500',
    '  API answers, 1.5 s :crit, 1500, 3000',
    '  unfinished, 1.0 s :2000, 3000',
  ]);
});

test('what comes from outside stands for itself', () => {
  assert.equal(warningsSummary([]), '');
  assert.match(
    warningsSummary(['<b>x</b> | @team', '<b>x</b> | @team']),
    /^#### Warnings\n\n- &#60;b&#62;x&#60;\/b&#62; &#124; &#64;team\n\n$/,
  );
  const finding = { subject: 'pod a/b', why: 'it <i>ended</i>', others: [], log: 'log\n``````\n# not a heading' };
  const failed = { cluster: 'c', error: 'a `b`\nc', findings: [finding], folder: '/diagnostics/c' };
  const findings = findingsSummary(failed, 'org/action');
  assert.match(findings, /^### ❌ What is wrong in cluster `c`\n\n> a &#96;b&#96; c\n/);
  assert.match(findings, /^- \*\*pod a\/b\*\*: it &#60;i&#62;ended&#60;\/i&#62;\n/m);
  assert.equal(findings.match(/``````/g)?.length, 2);
  assert.match(findings, /are in `\/diagnostics\/c`\. See \[.*\]\(https:\/\/github\.com\/org\/action\//);
  const many = Array.from({ length: 1000 }, () => ({ ...finding, log: 'x'.repeat(1000) }));
  const long = findingsSummary({ ...failed, findings: many }, undefined);
  assert.ok(long.length < 9000);
  assert.match(long, /- … and 99\d more\n/);
  assert.match(findingsSummary({ ...failed, findings: [] }, undefined), /nothing was found to be wrong/);
});

test('a summary never is larger than the runner takes', () => {
  const most = 1024 * 1024;
  assert.equal(fitSummary('all', 0), 'all');
  for (const used of [0, most - 40, most - 5, most, most + 1]) {
    const text = fitSummary('ä'.repeat(most), used);
    assert.ok(Buffer.byteLength(text) + Math.min(used, most) <= most, `${used}`);
    assert.ok(!text.includes('\uFFFD'));
  }
});
