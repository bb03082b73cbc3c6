import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ClusterView } from '../../src/cluster/find/show.ts';
import { eventually, image, k3sVersionOf, LEAN, run, stage, workload } from './bed.ts';

/** The release of k3s, as a pattern. */
const version = k3sVersionOf(image).replace(/[.+]/g, '\\$&');
const root = fileURLToPath(new URL('../..', import.meta.url));
const cliPath = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

test('the commands for the desk run as the guide has them', async (t) => {
  const s = await stage(t);
  s.owns('desk');
  const lines = readFileSync(`${root}docs/getting-started.md`, 'utf8').match(/^node dist\/cli\.js .*$/gm) ?? [];
  assert.equal(lines.length, 3);
  for (const line of lines) {
    const ran = await run('node', line.split(' ').slice(1), { KUBECONFIG: s.kubeconfig, K3D_IMAGE: image }, root);
    assert.equal(ran.status, 0, `${line}: ${ran.stderr}`);
  }
});

test('a cluster on one screen, as it runs and when it does not', async (t) => {
  const s = await stage(t);
  const flags = ['--image', image, '--agents', '1', '--registry-create', 'e2e-shown', ...LEAN];
  await s.k3dOk(['cluster', 'create', 'shown', ...flags]);
  await s.kubectl('create', 'deployment', 'broken', `--image=${workload}`, '--', 'false');

  await t.test('nodes, ports, registries, pods and images in 80 columns', async () => {
    const screen = await eventually(async () => {
      const said = await s.k3dOk(['cluster', 'show', 'shown']);
      assert.match(said, /default +broken-\S+ +\d+ +(CrashLoopBackOff|exit code 1) \(\w+\)\n {2}container /);
      return said;
    });
    for (const line of screen.split('\n')) assert.ok(line.length <= 80, line);
    assert.match(
      screen,
      new RegExp(`^Cluster shown, k3s ${version}: 2/2 nodes ready, network k3d-shown\nAPI https://127\\.`),
    );
    assert.match(screen, new RegExp(`^k3d-shown-agent-0 +agent +Ready +\\d+\\.\\d+\\.\\d+\\.\\d+ +${version}$`, 'm'));
    assert.match(screen, /^127\.0\.0\.1:\d+ +k3d-shown-serverlb:6443\/tcp \(API\)$/m);
    assert.match(screen, /^e2e-shown +running +127\.0\.0\.1:\d+$/m);
    assert.match(screen, /^kube-system +coredns-\S+ +0 +ready$/m);
    assert.match(screen, /^rancher\/mirrored-pause:\S+ +\d+\.\d MB +2$/m);
    const view = JSON.parse(await s.k3dOk(['cluster', 'show', 'shown', '--output', 'json'])) as ClusterView;
    assert.deepEqual([view.nodes.length, view.problem], [3, undefined]);
  });

  await t.test('what changes is drawn again until the user ends it', async () => {
    const child = spawn(process.execPath, [cliPath, 'cluster', 'show', 'shown', '--watch']);
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    await eventually(async () => assert.match(said, /broken-/) ?? true);
    await s.kubectl('create', 'deployment', 'later', `--image=${workload}`, '--', 'sleep', '600');
    await eventually(async () => assert.match(said, /later-/) ?? true);
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  await t.test('the page of its diagnostics is opened', async () => {
    const browser = join(s.folder, 'browser');
    writeFileSync(browser, `#!/bin/sh\nprintf %s "$1" >'${s.folder}/opened'\n`);
    chmodSync(browser, 0o755);
    const diagnose = ['cluster', 'diagnose', 'shown', '--output', join(s.folder, 'found'), '--open'];
    await s.k3dOk(diagnose, { BROWSER: browser });
    const path = await eventually(async () => readFileSync(join(s.folder, 'opened'), 'utf8'));
    assert.ok(existsSync(path) && path.endsWith('/shown/index.html'), path);
    const failed = await s.k3d(diagnose, { BROWSER: join(s.folder, 'none') });
    assert.match(failed.stderr, /^Error: flag --open: \S+\/none can't be run: open \S+\/index\.html by hand\n$/m);
  });

  await s.k3dOk(['cluster', 'stop', 'shown']);
  const stopped = await s.k3dOk(['cluster', 'show', 'shown']);
  assert.match(
    stopped,
    /^Cluster shown: 0\/2 nodes ready.*\n.*\nThe Kubernetes API does not respond: cluster "shown" does not run/,
  );
  assert.match(stopped, /^k3d-shown-server-0 +server +exited$/m);
});
