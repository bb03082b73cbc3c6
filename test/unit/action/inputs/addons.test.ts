import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { addAddons } from '../../../../src/action/inputs/addons.ts';
import { readInputs } from '../../../../src/action/inputs/inputs.ts';
import { variableOf } from '../../../../src/action/peers/translate.ts';
import { CHARTS } from '../../../../src/config/components.ts';
import { readChart } from '../../../../src/config/manifests.ts';
import { targetText } from '../../../../src/config/target.ts';
import { planCluster } from '../../../../src/plan/cluster.ts';
import { silentReporter } from '../../../../src/common/reporter.ts';
import { dryPlan } from '../../../../src/plan/dryPlan.ts';

interface PoolObject {
  kind: string;
  metadata: { namespace: string };
  spec: { version?: string; addresses?: string[] };
}

/** A cluster that is not there yet. */
const NO_FACTS = {
  ...{ creation: '', token: '', apiHost: '', apiPort: 0, registries: [], existingVolumes: new Set<string>() },
  datastoreEndpoint: undefined,
};

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
---
# nothing
---
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: ConfigMap, metadata: { name: settings } }
  - { apiVersion: apps/v1, kind: StatefulSet, metadata: { name: db } }
`;

/** A workspace with files. */
function workspace(t: TestContext, files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-addons-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const read = (inputs: Record<string, string>, cwd = '/') =>
  readInputs(Object.fromEntries(Object.entries(inputs).map(([name, text]) => [variableOf(name), text])), cwd);

/** Flags and files that reach the first server, and what is waited for. */
async function planned(inputs: Record<string, string>, cwd?: string) {
  const { clusters, addons } = read(inputs, cwd);
  const added = await addAddons(clusters, addons, silentReporter);
  const [server] = dryPlan(added.clusters[0] as (typeof clusters)[number]).nodes;
  const files = (server?.files ?? []).filter(({ path }) => path.includes('/server/manifests/zz-k3d/'));
  return {
    command: server?.container.command.slice(1) ?? [],
    files: files.map(({ path, content }) => [path.split('/').at(-1), String(content)] as const),
    targets: added.targets.map(targetText),
  };
}

test('components are flags of k3s', async () => {
  const none = {
    ingress: 'none',
    'loadbalancer-class': 'none',
    storage: 'none',
    metrics: 'false',
    cni: 'flannel:host-gw',
  };
  const { command, files } = await planned(none);
  for (const flag of ['servicelb', 'local-storage', 'metrics-server', 'traefik'].map((name) => `--disable=${name}`))
    assert.ok(command.includes(flag), flag);
  assert.ok(command.includes('--flannel-backend=host-gw'));
  assert.deepEqual(files, []);
  const own = {
    ingress: 'traefik',
    'loadbalancer-class': 'servicelb',
    storage: 'local-path',
    metrics: 'true',
    cni: 'flannel',
  };
  assert.deepEqual((await planned(own)).command, (await planned({})).command);
});

test('what stands in for a component is a chart in a pinned release, waited for', async () => {
  const { command, files, targets } = await planned({ ingress: 'nginx', cni: 'calico' });
  assert.ok(command.includes('--disable=traefik'));
  assert.ok(command.includes('--flannel-backend=none') && command.includes('--disable-network-policy'));
  assert.deepEqual(
    files.map(([name]) => name),
    ['00-ingress-nginx.yaml', '01-calico.yaml'],
  );
  const [nginx, calico] = files.map(
    ([, text]) => parseAllDocuments(text)[1]?.toJS() as { spec: Record<string, unknown> },
  );
  assert.match(files[0]?.[1] ?? '', /kind: Namespace\nmetadata:\n {2}name: ingress-nginx\n/);
  assert.deepEqual(
    [nginx?.spec.repo, nginx?.spec.chart, nginx?.spec.version],
    ['https://kubernetes.github.io/ingress-nginx', 'ingress-nginx', CHARTS['ingress-nginx'].version],
  );
  assert.equal(calico?.spec.bootstrap, true);
  assert.match(String(calico?.spec.valuesContent), /cidr: 10\.42\.0\.0\/16/);
  assert.deepEqual(targets, [
    'job/helm-install-ingress-nginx -n kube-system',
    'job/helm-install-calico -n kube-system',
  ]);
});

test('an ingress controller whose project was retired is installed, with a notice that names others', async () => {
  const { files } = await planned({ ingress: 'haproxy' });
  const [chart] = files.map(([, text]) => parseAllDocuments(text)[1]?.toJS() as { spec: Record<string, unknown> });
  assert.deepEqual(
    [chart?.spec.repo, chart?.spec.chart, chart?.spec.version, chart?.spec.targetNamespace],
    ['https://haproxytech.github.io/helm-charts', 'kubernetes-ingress', CHARTS.haproxy.version, 'haproxy-controller'],
  );
  assert.deepEqual(parse(String(chart?.spec.valuesContent)), CHARTS.haproxy.values);
  const notices = (ingress: string): string[] => read({ ingress }).notices;
  assert.deepEqual(notices('nginx'), [
    'input "ingress": ingress-nginx was retired in March 2026 and gets no security fixes; "traefik" and "haproxy" are maintained',
  ]);
  for (const ingress of ['', 'traefik', 'haproxy', 'none']) assert.deepEqual(notices(ingress), []);
});

test('MetalLB has addresses of the network that nobody else gives out', async () => {
  const { command, files, targets } = await planned({ 'loadbalancer-class': 'metallb' });
  assert.ok(command.includes('--disable=servicelb'));
  const [chart, pool] = files.map(([, text]) => parseAllDocuments(text).map((one) => one.toJS() as PoolObject));
  assert.equal(chart?.[1]?.spec.version, CHARTS.metallb.version);
  assert.deepEqual(
    pool?.map(({ kind, metadata }) => [kind, metadata.namespace]),
    [
      ['IPAddressPool', 'metallb-system'],
      ['L2Advertisement', 'metallb-system'],
    ],
  );
  assert.deepEqual(targets, ['job/helm-install-metallb -n kube-system']);
  const { clusters, addons } = read({ 'loadbalancer-class': 'metallb' });
  const [config] = (await addAddons(clusters, addons, silentReporter)).clusters;
  const network = { name: '', id: '', subnet: '172.18.0.0/16', gateway: '', external: false, fixedAddresses: true };
  const [server] = planCluster(config as (typeof clusters)[number], { ...NO_FACTS, network }).nodes;
  const content = String(server?.files.find(({ path }) => path.endsWith('metallb-pool.yaml'))?.content);
  assert.deepEqual((parseAllDocuments(content)[0]?.toJS() as PoolObject).spec.addresses, [
    '172.18.127.205-172.18.127.254',
  ]);
  const crowd = { clusters: 'a, b, c', 'loadbalancer-class': 'metallb' };
  assert.throws(
    () => read(crowd),
    /^UserError: input "loadbalancer-class": more than two clusters are on network k3d-a/,
  );
});

test('manifests by path and glob, and charts', async (t) => {
  const cwd = workspace(t, { 'a.yaml': WEB, 'b.yml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n' });
  const inputs = {
    manifests: 'a.yaml\n# a comment\n*.yml',
    charts: 'podinfo=https://example.org/charts/podinfo@6.9.2 -n demo',
  };
  const { files, targets } = await planned(inputs, cwd);
  assert.deepEqual(
    files.map(([name]) => name),
    ['00-a.yaml', '01-b.yaml', '02-podinfo.yaml'],
  );
  assert.equal(files[0]?.[1], WEB);
  assert.deepEqual(targets, ['deployment/web -n shop', 'statefulset/db', 'job/helm-install-podinfo -n kube-system']);
  assert.deepEqual((await planned({ ...inputs, wait: 'none' }, cwd)).targets, []);
});

test('charts by repository, registry and archive', () => {
  const chart = (text: string) => readChart(text, 'input "charts", line 1');
  assert.deepEqual(chart('a=oci://ghcr.io/x/y'), {
    name: 'a',
    repo: '',
    chart: 'oci://ghcr.io/x/y',
    version: undefined,
    namespace: 'default',
  });
  assert.equal(chart('a=https://example.org/y-1.0.tgz').chart, 'https://example.org/y-1.0.tgz');
  assert.throws(() => chart('podinfo'), /input "charts", line 1: malformed chart "podinfo": expected NAME=/);
});

test('a manifest from elsewhere is what its digest says', async (t) => {
  const server = createServer((request, response) => {
    if (request.url !== '/web.yaml') response.statusCode = 404;
    response.end(WEB);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const digest = createHash('sha256').update(WEB).digest('hex');
  const { files } = await planned({ manifests: `${base}/web.yaml#sha256=${digest}` });
  assert.deepEqual(files, [['00-web.yaml', WEB]]);
  const other = '0'.repeat(64);
  await assert.rejects(
    planned({ manifests: `${base}/web.yaml#sha256=${other}` }),
    /input "manifests", line 1: http.*web\.yaml could not be downloaded: its digest is sha256=/,
  );
  await assert.rejects(
    planned({ manifests: `${base}/none.yaml#sha256=${digest}` }),
    /none\.yaml could not be downloaded: it answered 404/,
  );
  await assert.rejects(
    planned({ manifests: `${base}/web.yaml` }),
    /lacks the digest of what is there: expected URL#sha256=/,
  );
});

test('what is wrong is one sentence with file, line and document', (t) => {
  const cwd = workspace(t, {
    'broken.yaml': 'apiVersion: v1\nkind: [\n',
    'nameless.yaml': `${WEB}---\napiVersion: v1\nkind: Secret\n`,
    'kindless.yaml': 'apiVersion: v1\nmetadata: { name: x }\n',
    'list.yaml': '- a\n',
  });
  const cases: [Record<string, string>, RegExp][] = [
    [{ manifests: 'broken.yaml' }, /^broken\.yaml:\d: /],
    [{ manifests: 'nameless.yaml' }, /^nameless\.yaml:13: document 4 has no "metadata\.name"$/],
    [{ manifests: 'kindless.yaml' }, /^kindless\.yaml:1: document 1 has no "kind"$/],
    [{ manifests: 'list.yaml' }, /^list\.yaml:1: document 1 is not a Kubernetes object/],
    [{ manifests: 'none/*.yaml' }, /^input "manifests", line 1: "none\/\*\.yaml" matches no file$/],
    [{ cni: 'cilium' }, /^input "cni": "cilium" matches no file$/],
    [{ cni: 'flannel:' }, /^input "cni": "flannel:" is no backend of flannel/],
    [{ ingress: 'ngin' }, /^input "ingress": "ngin" is unknown; did you mean "nginx"\?$/],
    [
      { ingress: 'traefik', 'k3s-args': '--disable=servicelb,traefik@server:*' },
      /^input "ingress" and input "k3s-args", line 1 contradict each other: ingress is traefik, and --disable=traefik leaves it out$/,
    ],
    [
      { cni: 'flannel:host-gw', 'k3s-args': '--flannel-backend=none' },
      /^input "cni" and input "k3s-args", line 1 contradict each other: cni is flannel:host-gw, beside --flannel-backend=none$/,
    ],
    [
      { storage: 'local-path', args: '--k3s-arg --disable=local-storage@server:*' },
      /^input "storage" and input "args": --k3s-arg contradict each other: /,
    ],
    [{ metrics: 'maybe' }, /^input "metrics": "maybe" is unknown/],
  ];
  for (const [inputs, expected] of cases)
    assert.throws(
      () => read(inputs, cwd),
      (error: Error) => expected.test(error.message) || assert.fail(error.message),
    );
});
