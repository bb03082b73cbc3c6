import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsSummary, fitSummary, gantt, warningsSummary } from '../../../../src/action/report/summary.ts';

test('phases are a chart whose names can not break it, failed ones marked', () => {
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
    '  quick, 0 ms :3000, 3030',
    '  unfinished, 1.0 s :2000, 3000',
  ]);
});

test('what comes from outside stands for itself', () => {
  assert.equal(warningsSummary([]), '');
  assert.match(
    warningsSummary(['<b>x</b> | @team', '<b>x</b> | @team']),
    /^#### Warnings\n\n- &#60;b&#62;x&#60;\/b&#62; &#124; &#64;team\n\n$/,
  );
  const findings = findingsSummary('c', 'a `b`\nc', 'log\n``````\n# not a heading');
  assert.match(findings, /> a &#96;b&#96; c\n/);
  assert.equal(findings.match(/``````/g)?.length, 2);
  assert.ok(findingsSummary('c', undefined, 'x'.repeat(100_000)).length < 9000);
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
