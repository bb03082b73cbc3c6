import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type * as Core from '@actions/core';
import { runPost } from '../../../src/action/post.ts';
import { STATE_KEY } from '../../../src/action/state.ts';
import { LABEL } from '../../../src/contract/labels.ts';
import { emptyKubeconfig, formatKubeconfig } from '../../../src/kubernetes/kubeconfig.ts';
import { addContainer } from '../../fakeEngine/api.ts';
import { fakeEngine } from '../../fakeEngine/start.ts';

test('whatever has become of the user’s kubeconfig, post removes every cluster', async (t) => {
  const { fake, socket } = await fakeEngine(t);
  const folder = mkdtempSync(join(tmpdir(), 'k3d-post-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of ['one', 'two'])
    addContainer(fake.state, `k3d-${name}-server-0`, {
      labels: { app: 'k3d', [LABEL.cluster]: name, [LABEL.role]: 'server', [LABEL.creation]: `id-${name}` },
    });
  addContainer(fake.state, 'of-somebody-else');
  const userKubeconfig = join(folder, 'config');
  writeFileSync(userKubeconfig, 'clusters: [oops');
  writeFileSync(join(folder, 'kubeconfig'), formatKubeconfig(emptyKubeconfig()));
  for (const name of ['one', 'two']) writeFileSync(join(folder, `${name}.yaml`), '');
  const state = {
    version: 3,
    clusters: ['one', 'two'].map((name) => ({
      name,
      creation: `id-${name}`,
      kubeconfig: join(folder, `${name}.yaml`),
    })),
    cleanup: 'always',
    diagnostics: 'never',
    jobKubeconfig: join(folder, 'kubeconfig'),
    userKubeconfig,
  };
  const warnings: string[] = [];
  const core = {
    getState: (key: string) => (key === STATE_KEY ? JSON.stringify(state) : ''),
    info: () => undefined,
    debug: () => undefined,
    warning: (text: string) => void warnings.push(text),
    group: (_: string, work: () => Promise<unknown>) => work(),
  } as unknown as typeof Core;
  await runPost(core, { DOCKER_HOST: `unix://${socket}`, 'INPUT_JOB-STATUS': 'success' });
  assert.deepEqual([...fake.state.containers.keys()], ['of-somebody-else']);
  assert.equal(warnings.length, 2);
  for (const warning of warnings)
    assert.match(warning, /^Cluster (one|two) is removed, its kubeconfig is not: .*config/);
  assert.equal(readFileSync(userKubeconfig, 'utf8'), 'clusters: [oops');
  assert.equal(existsSync(join(folder, 'one.yaml')), false);
});

test('a cluster that the engine does not let go is named, and the other one goes', async (t) => {
  const { fake, socket } = await fakeEngine(t);
  const folder = mkdtempSync(join(tmpdir(), 'k3d-post-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of ['one', 'two'])
    addContainer(fake.state, `k3d-${name}-server-0`, {
      labels: { app: 'k3d', [LABEL.cluster]: name, [LABEL.role]: 'server', [LABEL.creation]: `id-${name}` },
    });
  const { id } = fake.state.containers.get('k3d-two-server-0') ?? { id: '' };
  fake.fault(({ method, path }) => method === 'DELETE' && path.includes(id), {
    kind: 'refuse',
    status: 500,
    message: 'device or resource busy',
  });
  const clusters = ['one', 'two'].map((name) => ({
    name,
    creation: `id-${name}`,
    kubeconfig: join(folder, `${name}.yaml`),
  }));
  const state = { version: 3, clusters, cleanup: 'always', diagnostics: 'never', jobKubeconfig: join(folder, 'all') };
  const warnings: string[] = [];
  const core = {
    getState: (key: string) => (key === STATE_KEY ? JSON.stringify(state) : ''),
    info: () => undefined,
    warning: (text: string) => void warnings.push(text),
    group: (_: string, work: () => Promise<unknown>) => work(),
  } as unknown as typeof Core;
  await runPost(core, { DOCKER_HOST: `unix://${socket}` });
  assert.deepEqual([...fake.state.containers.keys()], ['k3d-two-server-0']);
  assert.ok(warnings.length > 0 && warnings.every((text) => /k3d-two-server-0.*busy/.test(text)), warnings.join('\n'));
});
