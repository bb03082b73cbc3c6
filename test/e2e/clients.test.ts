import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import semver from 'semver';
import { parse } from 'yaml';
import { docker, eventually, freePort, image, stage, workload } from './bed.ts';
import { push, REGISTRY } from './privateRegistry.ts';

/*
 * The calls of tools that drive k3d, as they make them and with what they read of the answers.
 */

test('ctlptl, then tilt and skaffold on its cluster', async (t) => {
  const s = await stage(t);
  const registry = 'e2e-ctlptl';
  const port = await freePort();

  // ctlptl takes the first line less its beginning as a version, and stops when it is none.
  const [first = ''] = (await s.k3dOk(['version'])).split('\n');
  const version = semver.parse(first.replace(/^k3d version v/, ''));
  assert.ok(version !== null && semver.gte(version, '5.5.0'), first);

  // Its registry is a container of its own making, with k3d's role.
  const labels = ['--label', 'dev.tilt.ctlptl.role=registry', '--label', 'k3d.role=registry', '--label', 'app=k3d'];
  await docker('run', '--detach', '--name', registry, ...labels, '--publish', `127.0.0.1:${port}:5000`, REGISTRY);
  s.defer(async () => void (await docker('rm', '--force', '--volumes', registry)));

  // It deletes what may be left of an earlier one, and takes any ending of that.
  await s.k3d(['cluster', 'delete', 'ctl']);
  // One key is without capitals: its encoder does not know that key's name.
  const config = `kind: Simple
apiVersion: k3d.io/v1alpha5
metadata:
    name: ctl
agents: 1
image: ${image}
options:
    k3d:
        wait: false
        disableLoadbalancer: false
        disableImageVolume: false
        disableRollback: false
    k3s:
        extraArgs:
            - arg: --disable=traefik,metrics-server,servicelb,local-storage
              nodeFilters:
                - server:*
    kubeconfig: {}
    runtime:
        hostpidmode: false
registries:
    use:
        - ${registry}
`;
  const created = await s.k3d(['cluster', 'create', 'ctl', '--config', s.config('ctl.yaml', config)]);
  assert.equal(created.status, 0, created.stderr);
  assert.doesNotMatch(created.stderr, /warn|hostpidmode/i);

  const hosting = ['--namespace', 'kube-public', '--output', 'jsonpath={.data.localRegistryHosting\\.v1}'];
  await t.test('tilt finds the registry by the ConfigMap and pushes there', async () => {
    const text = await eventually(async () => {
      const found = await s.kubectl('get', 'configmap', 'local-registry-hosting', ...hosting);
      assert.notEqual(found, '');
      return found;
    });
    const { host, hostFromContainerRuntime } = parse(text) as Record<string, string>;
    assert.equal(host, `localhost:${port}`);
    assert.equal(hostFromContainerRuntime, `${registry}:5000`);
    await push(s, `${host}/tilt/app:1`);
    await s.kubectl('create', 'deployment', 'app', `--image=${registry}:5000/tilt/app:1`, '--', 'sleep', '3600');
    await s.kubectl('rollout', 'status', 'deployment/app', '--timeout=90s'); // nobody has waited for the cluster
    await s.kubectl('create', 'deployment', 'by-host', `--image=${host}/tilt/app:1`, '--', 'sleep', '3600');
    await s.kubectl('rollout', 'status', 'deployment/by-host', '--timeout=60s');
  });

  await t.test('a second apply of ctlptl finds what it would make, and leaves the cluster alone', async () => {
    // It deletes a cluster whose registry is not the one that its file names. It knows clusters by the names of contexts
    // and registries by the port in the ConfigMap.
    const cluster = 'jsonpath={.contexts[?(@.name=="k3d-ctl")].context.cluster}';
    assert.equal(await s.kubectl('config', 'view', '-o', cluster), 'k3d-ctl');
    const { host } = parse(await s.kubectl('get', 'configmap', 'local-registry-hosting', ...hosting)) as {
      host: string;
    };
    const named = /^(?:localhost|127\.0\.0\.1):(\d+)$/.exec(host)?.[1];
    const filters = ['--filter', 'label=dev.tilt.ctlptl.role=registry', '--filter', `publish=${named}`];
    assert.equal(await docker('ps', ...filters, '--format', '{{.Names}}'), registry);
  });

  await t.test('skaffold asks each node for its images and brings those that are missing, one a call', async () => {
    const tag = 'skaffold-app:5f2c1a9';
    await docker('tag', workload, tag);
    try {
      const images = 'jsonpath={@.items[*].status.images[*].names[*]}';
      assert.doesNotMatch(await s.kubectl('get', 'nodes', `-o${images}`), /skaffold-app/);
      await s.k3dOk(['image', 'import', '--cluster', 'ctl', tag]);
    } finally {
      await docker('rmi', tag);
    }
    const flags = ['--image-pull-policy=Never', '--restart=Never'];
    for (const node of ['server-0', 'agent-0']) {
      const overrides = JSON.stringify({ spec: { nodeName: `k3d-ctl-${node}` } });
      await s.kubectl('run', node, `--image=${tag}`, `--overrides=${overrides}`, ...flags, '--', 'sleep', '3600');
      await s.kubectl('wait', '--for=condition=Ready', `pod/${node}`, '--timeout=60s');
    }
  });

  await t.test('ctlptl deletes the cluster; the registry is its own', async () => {
    await s.k3dOk(['cluster', 'delete', 'ctl']);
    assert.equal(await docker('inspect', '--format', '{{.State.Running}}', registry), 'true');
    assert.doesNotMatch(readFileSync(s.kubeconfig, 'utf8'), /k3d-ctl/);
  });
});
