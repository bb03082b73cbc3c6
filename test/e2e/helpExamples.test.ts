import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { EXAMPLES } from '../../src/cli/examples.ts';
import { channelServer } from '../workflows/channels.ts';
import { docker, image, k3sVersionOf, oldImage, run, stage, workload } from './bed.ts';

const cliPath = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const newMinor = k3sVersionOf(image).split('.').slice(0, 2).join('.');

test('the examples of the help run as they stand there', async (t) => {
  const s = await stage(t);
  s.owns('k3s-default', 'dev', 'copy');
  s.defer(async () => {
    await s.k3d(['node', 'delete', '--all']);
    await s.k3d(['registry', 'delete', 'registry.localhost']);
    await run('docker', ['image', 'rm', 'web:dev']);
  });
  await docker('tag', workload, 'web:dev');

  const bin = join(s.folder, 'bin');
  mkdirSync(bin);
  const program = (name: string, script: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  program('k3d', `exec '${process.execPath}' '${cliPath}' "$@"`);
  program('browser', `echo "$1" > '${s.folder}/opened'`);
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    KUBECONFIG: s.kubeconfig,
    BROWSER: join(bin, 'browser'),
    K3D_IMAGE: image,
    K3D_SNAPSHOTS: join(s.folder, 'snapshots'),
    K3D_CHANNELS_URL: await channelServer(t),
    K3D_CLI_K3SARGS: (process.env.K3D_TEST_K3S_ARGS ?? '').replace(/\S+/g, '$&@all'),
  };

  const left = new Set(Object.values(EXAMPLES).flat());
  /** Runs an example, where only what this machine has not is another: a release, and the folder of bash's completions. */
  async function example(line: string, shows: RegExp, more: NodeJS.ProcessEnv = {}): Promise<void> {
    assert.ok(left.delete(line), `${line} is no example, or was one before`);
    const here = line.replace('v1.34', newMinor).replace('/etc/bash_completion.d', s.folder);
    const { status, stdout, stderr } = await run('sh', ['-c', here], { ...env, ...more }, s.folder);
    assert.equal(status, 0, `${line}: ${stderr}`);
    assert.match(stdout + stderr, shows, line);
  }
  const file = (name: string): string => readFileSync(join(s.folder, name), 'utf8');

  await t.test('a file, the machine, completion', async () => {
    await example('k3d config init --output k3d.yaml', /k3d\.yaml/);
    await example('k3d cluster apply --config k3d.yaml --dry-run', /^\+ cluster k3s-default$/m);
    await example('k3d doctor --config k3d.yaml', /memory/i);
    await example('k3d completion bash > /etc/bash_completion.d/k3d', /^$/);
    assert.match(file('k3d'), /complete .*k3d/);
  });

  await t.test('clusters', async () => {
    await example('k3d cluster create', /Cluster k3s-default is ready/);
    await example('docker save web:dev | k3d image import -', /web:dev/);
    await s.k3dOk(['cluster', 'delete', 'k3s-default']);
    await example('k3d cluster create dev --servers 3 --agents 2', /Cluster dev is ready/);
    await s.k3dOk(['cluster', 'delete', 'dev']);
    await example('k3d cluster create dev --registry-create registry.localhost:5000', /Cluster dev is ready/);
    await s.k3dOk(['cluster', 'delete', 'dev']);
    await example('k3d cluster create dev --port 8080:80@loadbalancer', /Cluster dev is ready/, {
      K3D_IMAGE: oldImage,
    });
  });

  await t.test('what is done with one', async () => {
    await example('k3d registry create registry.localhost --port 5000', /registry\.localhost/);
    await example('k3d image import web:dev --cluster dev', /web:dev/);
    await s.kubectl('create', 'namespace', 'shop');
    await s.kubectl('create', 'deployment', 'web', '-n', 'shop', `--image=${workload}`, '--', 'sleep', '600');
    await example('k3d cluster wait dev --for "deployment/web -n shop" --timeout 2m', /Ready after/);
    await example('k3d kubeconfig get dev > dev.kubeconfig', /^$/);
    assert.match(file('dev.kubeconfig'), /current-context: k3d-dev/);
    await example('k3d kubeconfig merge dev --kubeconfig-merge-default', /kubeconfig/);
    await example('k3d cluster diagnose dev --open', /index\.html/);
    assert.match(file('opened'), /dev\/index\.html$/m);
    await example('k3d snapshot save dev', /dev/);
    await example('k3d snapshot save --cluster dev --file dev.tar.zst', /dev\.tar\.zst/);
    await example('k3d snapshot restore dev --cluster copy --no-ports', /Cluster copy is ready/);
    await s.k3dOk(['cluster', 'delete', 'copy']);
    await s.kubectl('delete', 'namespace', 'shop', '--wait=false');
    await example('k3d cluster reset dev', /dev/);
    assert.match(await s.kubectl('get', 'deployment', 'web', '-n', 'shop', '-o', 'name'), /web/);
    await example('k3d cluster edit dev --port-add 8443:443@loadbalancer', /publishes 3 ports/);
    await example('k3d cluster upgrade dev --k3s-version v1.34', new RegExp(newMinor.replace('.', '\\.')));
    assert.match(await s.kubectl('get', 'deployment', 'web', '-n', 'shop', '-o', 'name'), /web/);
    await example('k3d node create worker --cluster dev --replicas 2', /worker-1/);
    // Sorted here: k3s's SQLite lists objects in the order in which they last changed.
    const nodes = (await s.kubectl('get', 'nodes', '-o', 'name')).split('\n').sort();
    assert.deepEqual(nodes, ['node/k3d-dev-server-0', 'node/k3d-worker-0', 'node/k3d-worker-1']);
  });

  assert.deepEqual([...left], []);
});
