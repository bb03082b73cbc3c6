import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf, subjectsOf, withOneCauseOnce } from '../../../src/diagnostics/findings.ts';
import { lastWarning } from '../../../src/kubernetes/blocker.ts';
import type { ContainerStatus, KubeEvent, Pod } from '../../../src/kubernetes/types.ts';

const pod = (namespace: string, name: string, container: Partial<ContainerStatus>): Pod => ({
  metadata: { namespace, name },
  status: { phase: 'Pending', containerStatuses: [{ name: 'main', ready: false, ...container }] },
});
const pull = (namespace: string, name: string, reason: string, why: string): Pod =>
  pod(namespace, name, { name, image: `r.example/${name}:1`, state: { waiting: { reason, message: why } } });
const NO_HOST = 'dial tcp: lookup r.example on 127.0.0.11:53: no such host';

const found = (pods: Pod[], logs = new Map<string, string>()) =>
  findingsOf({ nodes: [], kube: { nodes: [], pods, events: [], answers: true }, logs, pulls: new Map() });

test('pods that suffer from one cause are one finding, and the user’s pods come first', () => {
  const pods = [
    pull('kube-system', 'coredns', 'ImagePullBackOff', NO_HOST),
    pull('kube-system', 'metrics', 'ErrImagePull', NO_HOST),
    pod('shop', 'web', {
      name: 'web',
      image: 'r.example/web:v2',
      state: { waiting: { reason: 'ErrImagePull', message: NO_HOST } },
    }),
    pull('shop', 'db', 'ErrImagePull', 'not found'),
  ];
  const [first, second, ...none] = found(pods);
  assert.ok(first !== undefined && second !== undefined);
  assert.equal(subjectsOf(first), 'pod shop/web and 2 others (kube-system/coredns, kube-system/metrics)');
  assert.match(first.why, /^container web: ErrImagePull of image r\.example\/web:v2: dial tcp: .*no such host$/);
  assert.equal(subjectsOf(second), 'pod shop/db');
  assert.deepEqual(none, []);
});

test('a pause between pulls has the reason of the pull that failed, and is one finding with it', () => {
  const paused = pull('shop', 'web', 'ImagePullBackOff', 'Back-off pulling image "r.example/web:1"');
  const failed = (name: string, image: string): KubeEvent => ({
    metadata: { name: 'e' },
    type: 'Warning',
    reason: 'Failed',
    message: `Failed to pull image "${image}": rpc error: code = Unknown desc = ${NO_HOST}`,
    involvedObject: { kind: 'Pod', namespace: 'shop', name },
  });
  const of = (events: KubeEvent[]) =>
    findingsOf({
      nodes: [],
      kube: { nodes: [], pods: [paused, pull('shop', 'api', 'ErrImagePull', NO_HOST)], events, answers: true },
      logs: new Map(),
      pulls: new Map(),
    });
  const [first, ...none] = of([failed('web', 'r.example/web:1')]);
  assert.equal(first?.why, `container web: ImagePullBackOff: Back-off pulling image "r.example/web:1"; ${NO_HOST}`);
  assert.deepEqual([first?.others, none], [['pod shop/api'], []]);
  // The failures of another pod, or of another image, are not its own.
  for (const other of [failed('db', 'r.example/web:1'), failed('web', 'r.example/sidecar:1')])
    assert.equal(of([other])[0]?.why, 'container web: ImagePullBackOff: Back-off pulling image "r.example/web:1"');
});

test('pods of k3s’s service load balancer are not the user’s, wherever they are', () => {
  const balancer = pull('shop', 'svclb-web', 'ErrImagePull', NO_HOST);
  balancer.metadata.labels = { app: 'svclb-web', 'svccontroller.k3s.cattle.io/svcname': 'web' };
  const [first] = found([balancer, pull('shop', 'web', 'ErrImagePull', NO_HOST)]);
  assert.deepEqual([first?.subject, first?.others], ['pod shop/web', ['pod shop/svclb-web']]);
});

test('containers that end stay apart, each with its own log', () => {
  const crash = { state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: { terminated: { exitCode: 1 } } };
  const pods = [pod('a', 'one', crash), pod('a', 'two', crash)];
  const logs = new Map(pods.map(({ metadata }) => [`a/${metadata.name}`, `log of ${metadata.name}`]));
  assert.deepEqual(
    found(pods, logs).map(({ subject, others, log }) => [subject, others, log]),
    [
      ['pod a/one', [], 'log of one'],
      ['pod a/two', [], 'log of two'],
    ],
  );
});

test('many of one cause are counted, and things of another kind are not among them', () => {
  const why = 'same';
  const findings = [
    ...Array.from({ length: 8 }, (_, index) => ({ subject: `pod a/p${index}`, others: [], why, log: '' })),
    { subject: 'node n', others: [], why, log: '' },
  ];
  assert.deepEqual(withOneCauseOnce(findings).map(subjectsOf), [
    'pod a/p0 and 7 others (a/p1, a/p2, a/p3, a/p4, a/p5, 2 more)',
    'node n',
  ]);
});

test('what kept a container from being made is over once it pulls its image or runs', () => {
  const events = (reason: string): KubeEvent[] => [
    {
      metadata: { name: 'e' },
      type: 'Warning',
      reason,
      message: 'it was so',
      involvedObject: { kind: 'Pod', namespace: 'a', name: 'p' },
    },
  ];
  const told = (container: Partial<ContainerStatus>, reason: string) =>
    lastWarning(pod('a', 'p', container), events(reason));
  const creating = { state: { waiting: { reason: 'ContainerCreating' } } };
  const pulling = { state: { waiting: { reason: 'ErrImagePull', message: NO_HOST } } };
  for (const reason of ['FailedMount', 'FailedCreatePodSandBox', 'FailedScheduling']) {
    assert.deepEqual(told(creating, reason), [`${reason}: it was so`]);
    assert.deepEqual(told(pulling, reason), []);
    assert.deepEqual(told({ state: { running: {} } }, reason), []);
  }
  assert.deepEqual(told({ state: { running: {} } }, 'Unhealthy'), ['Unhealthy: it was so']);
});
