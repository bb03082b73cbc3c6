import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { docker, imageWithComponents, needed, run, workload } from '../e2e/bed.ts';
import { workflowStage } from './act.ts';
import { yamlExamples } from './examples.ts';

/** The manifest of a CNI in docs/components.md. */
const manifest = yamlExamples('docs/components.md').find((text) => /^kind: DaemonSet$/m.test(text)) as string;

const workflow = `
name: a CNI of our own
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          cat > cni.yaml <<'MANIFEST'
${manifest.replace(/^(?=.)/gm, '          ')}
          MANIFEST
      - uses: ./
        with:
          image: \${{ env.K3S_IMAGE }}
          name: own-cni
          cni: cni.yaml
          ingress: none
          loadbalancer-class: none
          storage: none
          metrics: false
      - run: |
          echo "ADDRESS $(kubectl get pods -n kube-system -l k8s-app=kube-dns -o jsonpath='{.items[*].status.podIP}')"
          echo "LINKS $(docker exec k3d-own-cni-server-0 ls /sys/class/net | tr '\\n' ' ')"
`;

test('the CNI that docs/components.md has replaces flannel', async (t) => {
  const stage = await workflowStage(t);
  const { status, output } = await stage.run(workflow);
  assert.equal(status, 0, output);
  assert.match(output, /Waiting for daemonset\/bridge-cni -n kube-system/);
  assert.match(output, /\| ADDRESS 10\.42\.0\.\d+/);
  assert.match(output, /\| LINKS .*\bcni0 /);
  assert.doesNotMatch(output, /flannel\.1/);
});

/** A server with a chart that makes a deployment, in two releases. @returns its URL */
async function chartServer(t: TestContext): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-chart-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const source = join(folder, 'own');
  mkdirSync(join(source, 'templates'), { recursive: true });
  writeFileSync(join(source, 'Chart.yaml'), 'apiVersion: v2\nname: own\nversion: 0.0.0\n');
  writeFileSync(
    join(source, 'templates', 'web.yaml'),
    `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: { release: "{{ .Chart.Version }}" } }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "${workload}", command: [httpd, -f, -p, "8080"] }]
`,
  );
  const helm = needed('K3D_TEST_HELM');
  for (const version of ['0.1.0', '0.2.0']) {
    const { status, stderr } = await run(helm, ['package', source, '--version', version, '--destination', folder]);
    assert.equal(status, 0, stderr);
  }
  const { status, stderr } = await run(helm, ['repo', 'index', folder]);
  assert.equal(status, 0, stderr);
  const server = createServer((request, response) => {
    const path = join(folder, basename(request.url ?? ''));
    if (existsSync(path)) response.end(readFileSync(path));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  t.after(() => server.close());
  server.unref(); // so that nothing waits for it when an earlier step of the clean-up fails
  const gateway = await docker('network', 'inspect', 'bridge', '--format', '{{(index .IPAM.Config 0).Gateway}}');
  return `http://${gateway.trim()}:${(server.address() as AddressInfo).port}`;
}

/** A job with a chart. @param wish what `charts` says, @param after steps that follow */
const withChart = (wish: string, after: string, timeout = '3m'): string => `
name: a chart
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ./
        with:
          image: \${{ env.COMPONENTS }}
          name: charted
          ingress: none
          loadbalancer-class: none
          storage: none
          metrics: false
          timeout: ${timeout}
          charts: ${wish}
${after}`;

test('a chart is installed in its release and namespace, and waited for', async (t) => {
  const stage = await workflowStage(t);
  const url = await chartServer(t);
  const after = `      - run: kubectl get deployment web -n shop -o jsonpath='RELEASE {.metadata.labels.release}'`;
  const vars = { COMPONENTS: imageWithComponents };
  const { status, output } = await stage.run(withChart(`own=${url}/own@0.1.0 -n shop`, after), vars);
  assert.equal(status, 0, output);
  assert.match(output, /Waiting for job\/helm-install-own -n kube-system/);
  assert.match(output, /\| RELEASE 0\.1\.0/);
});

test('a chart that is not there fails the step with what helm says of its URL', async (t) => {
  const stage = await workflowStage(t);
  const url = await chartServer(t);
  const { status, output } = await stage.run(withChart(`own=${url}/other@0.1.0`, '', '90s'), {
    COMPONENTS: imageWithComponents,
  });
  assert.notEqual(status, 0);
  const [error = ''] = /::error::.*/.exec(output) ?? [];
  assert.match(
    error,
    /job\/helm-install-own -n kube-system .*its last words are "Error: .*chart "other".* not found in http:/,
  );
});
