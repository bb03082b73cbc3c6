import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNodeLabel } from '../../../src/config/nodeLabels.ts';

test('labels that Kubernetes takes are taken', () => {
  for (const label of [
    ...['team=red', 'a.b_c-d=1.2', 'example.com/team=x', 'x=', 'node.kubernetes.io/instance-type=c1'],
    ...[
      'topology.kubernetes.io/zone=a',
      'kubernetes.io/arch=amd64',
      'pool.node.kubernetes.io/x=y',
      `a=${'x'.repeat(63)}`,
    ],
  ])
    checkNodeLabel(label, 'x');
});

test('those that would keep a node from registering are refused, with the reason', () => {
  const wrong: [string, RegExp][] = [
    ['team=ü ö', /^UserError: here: label "team=ü ö" is none that Kubernetes takes: its value has to be/],
    ['team=a=b', /its value/],
    ['team=-a', /its value/],
    [`team=${'x'.repeat(64)}`, /its value/],
    ['=x', /its key/],
    ['te am=x', /its key/],
    ['Example.com/team=x', /its key/],
    ['a/b/c=x', /its key/],
    [
      'node-role.kubernetes.io/worker=true',
      /may not give themselves labels of node-role\.kubernetes\.io; set it with "kubectl label node"/,
    ],
    ['k8s.io/x=y', /may not give themselves/],
  ];
  for (const [label, message] of wrong) assert.throws(() => checkNodeLabel(label, 'here'), message);
});
