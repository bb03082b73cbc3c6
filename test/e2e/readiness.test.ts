import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { assertFits, openBrowser } from '../browser/pages.ts';
import { docker, eventually, image, LEAN, stage, type Stage, workload } from './bed.ts';
import { run } from '../run.ts';
import { shellExamples } from '../workflows/examples.ts';

/** Where no image comes from, so that what needs one that the nodes lack never is ready, here as anywhere. */
const NOWHERE = 'mirrors: {"*": {endpoint: ["http://127.0.0.1:1"]}, docker.io: {endpoint: ["http://127.0.0.1:1"]}}\n';

/** Says that a wait ended in time, naming what it had waited for. */
async function assertBlocked(s: Stage, args: string[], blocker: RegExp, timeout = '3s'): Promise<string> {
  const { status, stderr } = await s.k3d(['cluster', 'wait', 'layers', '--timeout', timeout, ...args]);
  assert.match(stderr, /^Error: cluster "layers" was not ready within \d+\.0 s: still waiting for /m);
  assert.match(stderr, blocker);
  assert.equal(status, 1);
  return stderr;
}

/** Things of the user's own, each broken in a way of its own. */
const BROKEN = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: crash}
spec:
  selector: {matchLabels: {app: crash}}
  template:
    metadata: {labels: {app: crash}}
    spec:
      containers:
        - name: main
          image: ${workload}
          imagePullPolicy: IfNotPresent
          command: [sh, -c, "echo no such table: users; exit 3"]
          readinessProbe: {exec: {command: ["false"]}}
          env: [{name: DB_PASSWORD, value: hunter2-hunter2}]
---
apiVersion: v1
kind: Pod
metadata: {name: nopull}
spec: {containers: [{name: main, image: "example.invalid/none:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: huge}
spec: {containers: [{name: main, image: "${workload}", resources: {requests: {cpu: "2000"}}}]}
---
apiVersion: v1
kind: Pod
metadata: {name: nomap}
spec:
  volumes: [{name: settings, configMap: {name: missing}}]
  containers: [{name: main, image: "${workload}", volumeMounts: [{name: settings, mountPath: /settings}]}]
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {type: LoadBalancer, selector: {app: none}, ports: [{port: 8123}]}
`;

test('each layer of readiness can be the blocker, and is named with its reason', async (t) => {
  const s = await stage(t);
  const mirrors = s.config('registries.yaml', NOWHERE);
  await s.k3dOk(['cluster', 'create', 'layers', '--image', image, '--no-lb', '--registry-config', mirrors]);
  await s.kubectl('apply', '-f', s.config('broken.yaml', BROKEN));

  await t.test('components whose images can not be had', async () => {
    const failed = String.raw`\(pod .*: container .*: (ErrImagePull|ImagePullBackOff)`;
    const missing = new RegExp(`traefik's job/helm-install-traefik-crd -n kube-system ${failed}`);
    await eventually(() => assertBlocked(s, ['--wait=traefik'], missing, '1s'));
    const stalled = (name: string) => new RegExp(`deployment/${name} -n kube-system \\(0 of 1 ready ${failed}`);
    await eventually(() => assertBlocked(s, ['--wait=metrics-server'], stalled('metrics-server'), '1s'));
    await eventually(() => assertBlocked(s, ['--wait=local-storage'], stalled('local-path-provisioner'), '1s'));
    await assertBlocked(s, ['--wait=servicelb'], /servicelb \(service default\/web has no address yet\)/, '3s');
  });

  await t.test("the user's own, each with the words of whoever knows", async () => {
    const said = await eventually(() =>
      assertBlocked(
        s,
        ['--for', 'deployment/crash'],
        /deployment\/crash \(0 of 1 ready \(pod crash-.*CrashLoopBackOff.*exit code 3/,
      ),
    );
    assert.match(said, /^Pod default\/crash-\S+'s last lines were:\n {2}no such table: users\n$/m);
    await assertBlocked(
      s,
      ['--for', 'pod/nopull'],
      /pod\/nopull \(pod nopull: container main: (ErrImagePull|ImagePullBackOff)/,
    );
    await assertBlocked(s, ['--for', 'pod/huge'], /not scheduled: 0\/1 nodes are available: 1 Insufficient cpu/);
    await assertBlocked(s, ['--for', 'pod/nomap'], /pod\/nomap .*; FailedMount: .*configmap "missing" not found/);
    await assertBlocked(
      s,
      ['--for', 'crd/rings.example.org'],
      /crd\/rings\.example\.org \(it does not exist yet\)/,
      '3s',
    );
    await assertBlocked(s, ['--for', 'http://127.0.0.1:9/'], /http:\/\/127\.0\.0\.1:9\/ \(.+\)/, '3s');
  });

  await t.test('what is ready ends the wait', async () => {
    const own = ['deployment/coredns -n kube-system', 'node/k3d-layers-server-0', 'sa/default'];
    await s.k3dOk(['cluster', 'wait', 'layers', ...own.flatMap((target) => ['--for', target])]);
  });

  await t.test('diagnostics find the causes, and hold no secret', async () => {
    const folder = join(s.folder, 'diagnostics');
    const said = await s.k3dOk(['cluster', 'diagnose', 'layers', '--output', folder]);
    const findings = said.split('\n\n')[0] as string;
    assert.match(findings, /pod default\/crash-.*exit code 3.*\n {4}\| no such table: users/);
    // Whatever else can't be pulled for that reason is one finding with it, behind what is the user's.
    assert.match(
      findings,
      /pod default\/nopull( and \d+ others? \(.*\))?: container main: (ErrImagePull|ImagePullBackOff)/,
    );
    assert.match(findings, /pod default\/huge: not scheduled: .*Insufficient cpu/);
    assert.match(findings, /pod default\/nomap: .*configmap "missing" not found/);
    const index = readFileSync(join(folder, 'layers', 'index.html'), 'utf8');
    const linked = [...index.matchAll(/href="([^"#]+)"/g)].map((match) => decodeURIComponent(match[1] as string));
    const wanted = [
      /k3s\.log$/,
      /containerd\.log$/,
      /inspect\.json$/,
      /system\.txt$/,
      /events\.txt$/,
      /previous\.log$/,
    ];
    for (const name of wanted)
      assert.ok(
        linked.some((path) => name.test(path)),
        `${name} among ${linked.join(' ')}`,
      );
    const server = await s.engine.containers.inspect('k3d-layers-server-0');
    const token = server?.labels['k3d.cluster.token'] ?? '';
    assert.ok(token.length > 16);
    const pem = await docker('exec', 'k3d-layers-server-0', 'cat', '/var/lib/rancher/k3s/server/tls/client-admin.key');
    const key = pem.split('\n')[1] ?? '';
    assert.ok(key.length > 32);
    for (const secret of [token, key, 'hunter2']) {
      const { status, stdout } = await run('grep', ['-rlF', '--', secret, folder]);
      assert.deepEqual([status, stdout], [1, ''], `${secret.slice(0, 8)}… is in the diagnostics`);
    }
    for (const path of ['', ...linked]) {
      const { mode } = statSync(join(folder, 'layers', path));
      assert.equal(mode & 0o077, 0, `${path} is for its owner only`);
    }
  });

  // Not every machine has one: Ubuntu has no package of it for arm64.
  const skip = process.env.K3D_TEST_BROWSER ? false : 'there is no browser';
  await t.test('their page is whole in a browser, on a screen and on a phone', { skip }, async (t) => {
    const page = pathToFileURL(join(s.folder, 'diagnostics', 'layers', 'index.html')).href;
    const { headings } = await assertFits(await openBrowser(t), page);
    assert.match(headings[0]?.text ?? '', /^Cluster layers \d+ problems$/);
  });

  await t.test('CoreDNS: not there, and there without answering', async () => {
    await s.kubectl('-n', 'kube-system', 'scale', 'deployment', 'coredns', '--replicas=0');
    await eventually(() => assertBlocked(s, ['--wait=coredns'], /CoreDNS \(it has no pod yet\)/, '1s'));
    // Ready, but it knows no names.
    const patch = JSON.stringify({ data: { Corefile: '.:53 {\n  ready\n  health\n}\n' } });
    await s.kubectl('-n', 'kube-system', 'patch', 'configmap', 'coredns', '--patch', patch);
    await s.kubectl('-n', 'kube-system', 'scale', 'deployment', 'coredns', '--replicas=1');
    const deaf = /DNS to answer inside the cluster \(kubernetes\.default\.svc\.cluster\.local: /;
    await eventually(() => assertBlocked(s, ['--wait=coredns'], deaf));
  });
});

test('a default ServiceAccount that never comes is the blocker of a creation, which leaves nothing', async (t) => {
  const s = await stage(t);
  const without = ['--k3s-arg', '--kube-controller-manager-arg=controllers=*,-serviceaccount@server:*'];
  const args = ['cluster', 'create', 'nobody', '--image', image, '--no-lb', ...LEAN, ...without, '--timeout', '25s'];
  const { status, stderr } = await s.k3d(args);
  assert.match(
    stderr,
    /^Error: cluster "nobody" was not ready within 25\.0 s: still waiting for .*the default ServiceAccount/m,
  );
  assert.equal(status, 1);
});

test('the commands of the guides to readiness, diagnostics and cleanup run as they stand there', async (t) => {
  const s = await stage(t);
  const lines = ['readiness', 'diagnostics', 'cleanup'].flatMap((name) => shellExamples(`docs/${name}.md`));
  assert.ok(lines.length >= 7);
  for (const [program, ...words] of lines) {
    if (program === 'kubectl') await s.kubectl(...words);
    else if (words[0] === 'prune') assert.notEqual(await s.k3dOk(words), '', 'that there is nothing is a result too');
    else await s.k3dOk(words, { K3D_IMAGE: image });
  }
  await run('rm', ['-rf', '/tmp/shop-diagnostics']);
});
