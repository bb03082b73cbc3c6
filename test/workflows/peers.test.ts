import assert from 'node:assert/strict';
import { test } from 'node:test';
import { image } from '../e2e/bed.ts';
import { channelServer } from './channels.ts';
import { workflowStage } from './act.ts';

test('workflows that were written for other actions run as they are', async (t) => {
  const stage = await workflowStage(t);
  const { status, output } = await stage.run('peers.yml', { K3D_CHANNELS_URL: await channelServer(t) });
  assert.equal(status, 0, output);
  assert.match(output, /\| ABSA nw01 172\.29\.77\.0\/24/);
  assert.match(output, /\| test-cluster-2-a +1\/1/);
  assert.match(output, /\| CONFIGURED node\/k3d-test-cluster-3-server-0 $/m);
  assert.match(output, /\| NOLAR v1\.23\.1\+k3s1 v1\.23\.1 v5\.\d+\.\d+/);
  assert.match(output, /"cluster-name" \(of AbsaOSS\/k3d-action\) is here "name"/);
  assert.match(output, /\| KIND localhost:15432 127\.0\.0\.1:18090/);
});

test('workflows that projects have published for other actions run as they are', async (t) => {
  const stage = await workflowStage(t);
  const env = { K3D_CHANNELS_URL: await channelServer(t), K3D_IMAGE: image };
  const { status, output } = await stage.run('peers-published.yml', env);
  assert.equal(status, 0, output);
  assert.match(output, /\| deployment "todo-api" successfully rolled out/);
  assert.match(output, /k3d-kube-server-0 +Ready .* v1\.22\.4[^]*k3d-kube-server-0 +Ready .* v1\.23\.1/);
  assert.match(output, /k3d-by-hand-server-0 +Ready/);
  assert.match(output, /\| k3d-chart-testing$/m);
  assert.match(output, /\| FORWARDED 1$/m);
});
