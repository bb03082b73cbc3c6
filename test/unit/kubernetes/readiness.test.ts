import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress } from '../../../src/cluster/progress.ts';
import { lookOnceMore, waitForLayers } from '../../../src/cluster/start/readiness.ts';
import { readTarget, targetText } from '../../../src/config/target.ts';
import { readWait, WAIT_LAYERS } from '../../../src/config/wait.ts';
import { detailsOf } from '../../../src/kubernetes/blocker.ts';
import { isEnabled, waitForComponent, waitForTarget } from '../../../src/kubernetes/components.ts';
import { clusterDomain, waitForLookup } from '../../../src/kubernetes/dns.ts';
import { reasonOf, restartsOf, whyNotReady } from '../../../src/kubernetes/podState.ts';
import type { Pod } from '../../../src/kubernetes/types.ts';
import { fakeKube, fakeWait, type Objects } from './fakeApi.ts';

const SYSTEM = '/namespaces/kube-system';
const complete = { status: { conditions: [{ type: 'Complete', status: 'True' }] } };
const named = (name: string, more: object = {}) => ({ metadata: { name }, ...more });
const rolledOut = {
  metadata: { name: 'x', generation: 2 },
  spec: { replicas: 1, selector: { matchLabels: { app: 'x' } } },
  status: { observedGeneration: 2, replicas: 1, updatedReplicas: 1, availableReplicas: 1 },
};
const established = { status: { conditions: [{ type: 'Established', status: 'True' }] } };

/** A cluster whose components are all there. */
const READY: Objects = {
  [`/apis/batch/v1${SYSTEM}/jobs/helm-install-traefik-crd`]: complete,
  [`/apis/batch/v1${SYSTEM}/jobs/helm-install-traefik`]: complete,
  [`/apis/apps/v1${SYSTEM}/deployments/traefik`]: rolledOut,
  [`/apis/apps/v1${SYSTEM}/deployments/metrics-server`]: rolledOut,
  [`/apis/apps/v1${SYSTEM}/deployments/local-path-provisioner`]: rolledOut,
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions': {
    items: [named('addons.k3s.cattle.io'), named('ingressroutes.traefik.io', established)],
  },
  '/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io': {
    status: { conditions: [{ type: 'Available', status: 'True' }] },
  },
  '/apis/storage.k8s.io/v1/storageclasses/local-path': named('local-path'),
  '/api/v1/services': {
    items: [
      {
        metadata: { name: 'traefik', namespace: 'kube-system' },
        spec: { type: 'LoadBalancer' },
        status: { loadBalancer: { ingress: [{ ip: '172.18.0.2' }] } },
      },
    ],
  },
  '/apis/discovery.k8s.io/v1/namespaces/kube-system/endpointslices': { items: [{ endpoints: [{ addresses: ['a'] }] }] },
  [`/api/v1${SYSTEM}/services/kube-dns`]: { spec: { clusterIP: '10.43.0.10' } },
};

test('what to wait for is read, and unknown words are named', () => {
  assert.deepEqual([...readWait('none', 'x')], []);
  assert.deepEqual([...readWait('false', 'x')], []);
  assert.deepEqual([...readWait('true', 'x')], ['nodes', 'service-account', 'coredns']);
  assert.deepEqual([...readWait('all', 'x')], [...WAIT_LAYERS]);
  // Without nodes nothing else can be ready.
  assert.deepEqual([...readWait('traefik, coredns', 'x')], ['nodes', 'coredns', 'traefik']);
  assert.deepEqual([...readWait('System, traefik', 'x')], ['nodes', 'service-account', 'coredns', 'traefik']);
  assert.throws(
    () => readWait('trafik', 'input "wait"'),
    /^UserError: input "wait": .*not "trafik"; did you mean "traefik"\?$/,
  );
});

test('targets are read as kubectl writes them', () => {
  const text = (given: string) => targetText(readTarget(given, 'x'));
  assert.equal(text('deploy/web'), 'deployment/web');
  assert.equal(text('deployment.apps/web -n shop'), 'deployment/web -n shop');
  assert.equal(text('crd/rings.example.org --namespace=x'), 'crd/rings.example.org');
  assert.equal(text('http://127.0.0.1:8080/healthz'), 'http://127.0.0.1:8080/healthz');
  const wrong: [string, RegExp][] = [
    ['web', /malformed target "web": expected KIND\/NAME/],
    ['deplyment/web', /"deplyment" is no kind that can be waited for; did you mean "deployment"\?/],
    ['pod/a b', /behind the name only -n NAMESPACE can stand/],
    ['pod/Web', /"Web" can't be the name of an object/],
    ['pod/x -n a_b', /"a_b" can't be the name of a namespace/],
    ['http://[', /is no URL/],
  ];
  for (const [given, message] of wrong) assert.throws(() => readTarget(given, 'x'), message);
});

test('components that are disabled are passed over, however that is written', () => {
  assert.equal(isEnabled('traefik', ['--disable=servicelb,traefik']), false);
  assert.equal(isEnabled('traefik', ['--disable', 'traefik']), false);
  assert.equal(isEnabled('traefik', ['--no-deploy=traefik']), false);
  assert.equal(isEnabled('traefik', ['--disable-helm-controller']), false);
  assert.equal(isEnabled('traefik', ['--node-label=x=traefik']), true);
  assert.equal(isEnabled('metrics-server', ['--disable=traefik']), true);
});

test('a cluster with all its components is ready at once, with every layer looked at', async () => {
  const { wait, said } = fakeWait(READY, 5000);
  let asked: string[] = [];
  await waitForLayers(wait, new Set(WAIT_LAYERS), [], async (...what) => ((asked = what), undefined));
  assert.deepEqual(said, []);
  assert.deepEqual(asked, ['kubernetes.default.svc.cluster.local', '10.43.0.10']);
  assert.deepEqual(
    wait.timeline.phases.map(({ name }) => name),
    ['CoreDNS', 'DNS lookup', 'traefik', 'servicelb', 'metrics-server', 'local-storage'],
  );
});

/** What lacks, by component: the object that is taken away or replaced, and how the blocker is named. */
const LACKS: [Parameters<typeof waitForComponent>[1], string, unknown, RegExp][] = [
  [
    'traefik',
    `/apis/batch/v1${SYSTEM}/jobs/helm-install-traefik-crd`,
    { status: {} },
    /^traefik's job\/helm-install-traefik-crd -n kube-system \(it has no pod yet\)$/,
  ],
  [
    'traefik',
    '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    { items: [named('ingressroutes.traefik.containo.us')] },
    /^traefik \(its kind ingressroutes\.traefik\.containo\.us is not established yet\)$/,
  ],
  [
    'traefik',
    `/apis/apps/v1${SYSTEM}/deployments/traefik`,
    { ...rolledOut, status: { ...rolledOut.status, availableReplicas: 0 } },
    /^traefik's deployment\/traefik -n kube-system \(0 of 1 ready\)$/,
  ],
  [
    'servicelb',
    '/api/v1/services',
    { items: [{ metadata: { name: 'web', namespace: 'shop' }, spec: { type: 'LoadBalancer' } }] },
    /^servicelb \(service shop\/web has no address yet\)$/,
  ],
  [
    'metrics-server',
    '/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io',
    { status: { conditions: [{ type: 'Available', status: 'False', message: 'no response from 10.42.0.5' }] } },
    /^metrics-server's apiservice\/v1beta1\.metrics\.k8s\.io \(no response from 10\.42\.0\.5\)$/,
  ],
  [
    'local-storage',
    '/apis/storage.k8s.io/v1/storageclasses/local-path',
    undefined,
    /^local-storage's storageclass\/local-path \(it does not exist yet\)$/,
  ],
];

for (const [component, path, instead, blocker] of LACKS) {
  test(`${component} that lacks ${path.split('/').at(-1)} is the blocker, and named`, async () => {
    const { wait, said } = fakeWait({ ...READY, [path]: instead });
    await assert.rejects(waitForComponent(wait, component), { name: 'TimeoutError' });
    assert.match(said.at(-1) ?? '', blocker);
  });
}

test('a DNS that does not answer is the blocker, with its words; the domain may be another', async () => {
  const { wait, said } = fakeWait(READY);
  const lookup = async () => ';; connection timed out; no servers could be reached';
  await assert.rejects(waitForLookup(wait, clusterDomain(['--cluster-domain=corp.local']), lookup));
  assert.equal(
    said.at(-1),
    'DNS to answer inside the cluster (kubernetes.default.svc.corp.local: ;; connection timed out; no servers could be reached)',
  );
});

const pod = (status: NonNullable<Pod['status']>): Pod => ({ metadata: { name: 'web-1', namespace: 'shop' }, status });
const waitingFor = (reason: string, message?: string, more: object = {}) =>
  pod({
    phase: 'Pending',
    containerStatuses: [
      {
        name: 'web',
        ready: false,
        image: 'shop/web:1',
        state: { waiting: { reason, ...(message && { message }) } },
        ...more,
      },
    ],
  });

test('why a pod is not ready is said in the words of whoever knows', () => {
  assert.equal(
    whyNotReady(waitingFor('ImagePullBackOff', 'Back-off pulling image')),
    'container web: ImagePullBackOff of image shop/web:1: Back-off pulling image',
  );
  const crashed = { lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } } };
  assert.equal(
    whyNotReady(waitingFor('CrashLoopBackOff', 'back-off 10s', crashed)),
    'container web: CrashLoopBackOff: back-off 10s (it ended with exit code 137, OOMKilled)',
  );
  const message = '0/1 nodes are available: 1 Insufficient cpu.';
  assert.equal(
    whyNotReady(pod({ phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', message }] })),
    `not scheduled: ${message}`,
  );
  assert.equal(whyNotReady(pod({ phase: 'Running' })), 'running, not ready: its readiness probe has not passed yet');
  assert.equal(whyNotReady(waitingFor('ContainerCreating')), 'Pending');
  const again = { state: { running: {} }, lastState: { terminated: { exitCode: 3 } } };
  assert.equal(
    whyNotReady(waitingFor('', undefined, again)),
    'container web ended with exit code 3, and has been started again',
  );
});

test('why a pod is not ready fits a column', () => {
  const again = { state: { running: {} }, lastState: { terminated: { exitCode: 3 } } };
  const killed = { state: { terminated: { exitCode: 137, reason: 'OOMKilled' } } };
  const unscheduled = [{ type: 'PodScheduled', status: 'False', message: '0/1 nodes are available' }];
  const told: [Pod, string][] = [
    [waitingFor('ImagePullBackOff', 'Back-off pulling image'), 'ImagePullBackOff (web)'],
    [waitingFor('', undefined, again), 'exit code 3 (web)'],
    [waitingFor('', undefined, killed), 'OOMKilled (web)'],
    [waitingFor('ContainerCreating'), 'Pending'],
    [pod({ phase: 'Pending', conditions: unscheduled }), 'not scheduled'],
    [pod({ phase: 'Running' }), 'not ready'],
    [pod({ phase: 'Failed', reason: 'Evicted', message: 'disk' }), 'Evicted'],
  ];
  for (const [one, reason] of told) assert.equal(reasonOf(one), reason);
});

test('restarts are those of all containers of a pod, also of those that run first', () => {
  const pod: Pod = { metadata: { name: 'web' } };
  assert.equal(restartsOf(pod), 0);
  const status = (name: string, restartCount: number) => ({ name, ready: false, restartCount });
  pod.status = {
    initContainerStatuses: [status('migrate', 3)],
    containerStatuses: [status('web', 1), status('log', 2)],
  };
  assert.equal(restartsOf(pod), 6);
});

test('a failed job ends the wait at once', async () => {
  const failed = [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'too often' }];
  const { wait } = fakeWait(
    { '/apis/batch/v1/namespaces/default/jobs/once': { status: { conditions: failed } } },
    5000,
  );
  await assert.rejects(
    waitForTarget(wait, readTarget('job/once', 'x')),
    /^UserError: job\/once has failed: BackoffLimitExceeded: too often$/,
  );
});

test('behind a blocker stand the last words of a pod that crashes, and what nodes are short of', async () => {
  const crashing = waitingFor('CrashLoopBackOff', undefined, { lastState: { terminated: { exitCode: 1 } } });
  const kube = fakeKube({
    '/api/v1/nodes': {
      items: [
        {
          metadata: { name: 'n1' },
          spec: {},
          status: { conditions: [{ type: 'DiskPressure', status: 'True', message: 'kubelet has disk pressure' }] },
        },
      ],
    },
    '/api/v1/namespaces/shop/pods/web-1/log': 'no such table: users\n',
    // It has run since: what kept it from that is over.
    '/api/v1/events': {
      items: [
        {
          metadata: { name: 'e' },
          type: 'Warning',
          reason: 'FailedMount',
          message: 'not found',
          involvedObject: { kind: 'Pod', name: 'web-1', namespace: 'shop' },
        },
      ],
    },
  });
  const details = await detailsOf(kube, [crashing], new AbortController().signal);
  assert.deepEqual(details, {
    reasons: ['node n1 has DiskPressure: kubelet has disk pressure'],
    log: { of: 'pod shop/web-1', text: 'no such table: users\n' },
  });
});

test('when the time is up, what a target lacks is what it lacks then, and what has come or was not waited for is left', async () => {
  const progress = new Progress();
  const crashing = waitingFor('CrashLoopBackOff', undefined, { lastState: { terminated: { exitCode: 2 } } });
  const { wait } = fakeWait({
    '/apis/apps/v1/namespaces/shop/deployments/web': {
      ...rolledOut,
      status: { ...rolledOut.status, availableReplicas: 0 },
    },
    '/api/v1/namespaces/shop/pods': { items: [crashing] },
    '/apis/apps/v1/namespaces/shop/deployments/done': rolledOut,
  });
  const context = { ...wait, blocker: progress.set.bind(progress) };
  const names = ['deployment/web', 'deployment/done', 'deployment/later'];
  const targets = names.map((name) => readTarget(`${name} -n shop`, 'x'));
  for (const target of targets.slice(0, 2)) {
    progress.set(`${targetText(target)} (it does not exist yet)`, [], targetText(target));
  }
  await lookOnceMore(context, targets, progress);
  assert.equal(
    progress.waitingFor,
    'deployment/web -n shop (0 of 1 ready (pod web-1: container web: CrashLoopBackOff (it ended with exit code 2))), ' +
      'and for deployment/done -n shop (it does not exist yet)',
  );
});
