import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { docker, eventually, freePort, image, LEAN_ARG, type Stage, stage } from './bed.ts';
import { PASSWORD, privateRegistry, push, REGISTRY } from './privateRegistry.ts';

/** Runs a pod from an image that has to be pulled. */
async function pull(s: Stage, name: string, reference: string): Promise<void> {
  const flags = ['--image-pull-policy=Always'];
  await s.kubectl('run', name, `--image=${reference}`, ...flags, '--', 'sleep', '3600');
  await s.kubectl('wait', '--for=condition=Ready', `pod/${name}`, '--timeout=60s');
}

async function lookUp(s: Stage, name: string): Promise<string> {
  return eventually(() => s.kubectl('exec', 'plain', '--', 'nslookup', name));
}

test('registries: made, used, private, mirrored, and who goes with whom', async (t) => {
  const s = await stage(t);
  const { containers } = s.engine;
  const [outside, alonePort] = [await freePort(), await freePort()];
  for (const name of ['alone', 'made.localhost']) s.defer(async () => void (await s.k3d(['registry', 'delete', name])));
  const hint = await s.k3dOk(['registry', 'create', 'alone', '--port', `${alonePort}`, '--enforce-port-match']);
  assert.match(hint, new RegExp(`--registry-use k3d-alone:${alonePort}`));
  // A network with what is outside of the cluster, as a user's own containers would be.
  const network = 'e2e-regs';
  await docker('network', 'create', network);
  s.defer(async () => void (await docker('network', 'rm', network)));
  const secure = await privateRegistry(s, 'e2e-private.test', network);
  const upstream = 'e2e-upstream';
  const upstreamPort = await freePort();
  await docker(
    'run',
    '--detach',
    '--name',
    upstream,
    '--network',
    network,
    '--publish',
    `127.0.0.1:${upstreamPort}:5000`,
    REGISTRY,
  );
  s.defer(async () => void (await docker('rm', '--force', '--volumes', upstream)));
  await push(s, `localhost:${upstreamPort}/team/mirrored:1`);

  const config = s.config(
    'regs.yaml',
    `apiVersion: k3d.io/v1alpha5
kind: Simple
metadata: { name: regs }
image: ${image}
network: ${network}
hostAliases: [{ ip: 10.1.2.3, hostnames: [alias.test] }]
registries:
  create:
    - { name: made.localhost, hostPort: "${outside}" }
    - { name: e2e-mirror, proxy: { remoteURL: "http://${upstream}:5000" } }
  use: ["k3d-alone:${alonePort}"]
  config: |
    mirrors:
      private.example:
        endpoint: ["https://e2e-private.test:5000"]
    configs:
      e2e-private.test:5000:
        auth: { username: tester, password: ${PASSWORD} }
        tls: { ca_file: /etc/private-ca.crt }
files:
  - source: |
${secure.ca.replace(/^/gm, '      ')}
    destination: /etc/private-ca.crt
options:
  k3s:
    extraArgs: [{ arg: "${LEAN_ARG}", nodeFilters: ["server:*"] }]
`,
  );
  s.owns('regs', 'guest');
  await s.k3dOk(['cluster', 'create', '--config', config]);

  await t.test('an image is pushed and pulled under one name, and under the name on the network', async () => {
    await push(s, `localhost:${outside}/team/plain:1`);
    await pull(s, 'plain', `localhost:${outside}/team/plain:1`);
    await pull(s, 'by-name', `made.localhost:${outside}/team/plain:1`);
    await push(s, `localhost:${alonePort}/team/alone:1`);
    await pull(s, 'alone', `k3d-alone:${alonePort}/team/alone:1`);
  });

  await t.test('a pull-through cache stands in for what it is a cache of', async () => {
    await pull(s, 'mirrored', `${upstream}:5000/team/mirrored:1`);
    const kept = await containers.exec('e2e-mirror', ['ls', '/var/lib/registry/docker/registry/v2/repositories/team']);
    assert.equal(kept.stdout, 'mirrored\n');
  });

  await t.test('one with login and a certificate of its own is pulled from', async () => {
    mkdirSync(join(s.folder, 'docker'));
    const auth = Buffer.from(`tester:${PASSWORD}`).toString('base64');
    const host = `localhost:${secure.port}`;
    writeFileSync(join(s.folder, 'docker', 'config.json'), JSON.stringify({ auths: { [host]: { auth } } }));
    // The engine takes any certificate of a registry on this machine.
    await push(s, `${host}/team/secret:1`);
    await pull(s, 'secret', 'private.example/team/secret:1');
  });

  await t.test('tools find the registry to push to', async () => {
    const get = () =>
      s.kubectl('get', 'configmap', 'local-registry-hosting', '--namespace=kube-public', '--output=yaml');
    const { data } = parse(await eventually(get)) as { data: Record<string, string> };
    const hosting = parse(data['localRegistryHosting.v1'] ?? '') as Record<string, string>;
    // One that was there before is named before one that is made, as k3d does.
    assert.equal(hosting.host, `localhost:${alonePort}`);
    assert.equal(hosting.hostFromClusterNetwork, `k3d-alone:${alonePort}`);
  });

  await t.test(
    'pods look up the host, aliases and registries, also after nodes were restarted behind our back',
    async () => {
      const check = async () => {
        assert.match(await lookUp(s, 'host.k3d.internal'), /Address:\s*\d+\.\d+\.\d+\.1\b/);
        assert.match(await lookUp(s, 'alias.test'), /10\.1\.2\.3/);
        const made = await containers.inspect('made.localhost');
        assert.ok((await lookUp(s, 'made.localhost')).includes(made?.addresses[network] ?? 'no address'));
      };
      await check();
      await docker('restart', 'k3d-regs-serverlb', 'k3d-regs-server-0');
      await eventually(() => s.kubectl('exec', 'plain', '--', 'true'));
      await check();
      await pull(s, 'again', `localhost:${outside}/team/plain:1`);
    },
  );

  await t.test('lists show them, and wrong names are one sentence', async () => {
    const list = await s.k3dOk(['registry', 'list', '--no-headers']);
    assert.match(list, new RegExp(`^made\\.localhost +registry +regs +running +localhost:${outside}$`, 'm'));
    assert.match(
      list,
      new RegExp(
        `^k3d-alone +registry +running +localhost:${alonePort}$|^k3d-alone +registry + +running +localhost:${alonePort}$`,
        'm',
      ),
    );
    const cases: [string[], RegExp][] = [
      [
        ['cluster', 'create', 'x', '--image', image, '--registry-use', 'none'],
        /^Error: flag --registry-use: registry "none" does not exist; there are /m,
      ],
      [
        ['cluster', 'create', 'x', '--image', image, '--registry-use', 'k3d-alone:1'],
        /^Error: flag --registry-use: registry k3d-alone has port \d+ outside/m,
      ],
      [
        ['cluster', 'create', 'x', '--image', image, '--registry-create', 'made.localhost'],
        /^Error: flag --registry-create: container made\.localhost exists already/m,
      ],
      [['registry', 'create', 'alone'], /^Error: registry create: container k3d-alone exists already/m],
      [
        ['registry', 'create', 'y', '-p', `${outside}`],
        /^Error: port \d+\/tcp on 127\.0\.0\.1 is taken by container made\.localhost/m,
      ],
      [
        ['registry', 'create', 'y', '--default-network', 'no-such-network'],
        /^Error: flag --default-network: network "no-such-network" does not exist/m,
      ],
      [['registry', 'delete', 'none'], /^Error: registry delete: registry "none" does not exist; there are /m],
      [['node', 'delete', 'k3d-alone'], /^Error: node k3d-alone is a registry: give --registries to delete it too/m],
    ];
    for (const [args, message] of cases) {
      const { status, stderr } = await s.k3d(args);
      assert.match(stderr, message);
      assert.equal(status, 1);
    }
  });

  await t.test('a registry that another cluster uses stays when its own cluster goes', async () => {
    await s.k3dOk([
      ...[
        'cluster',
        'create',
        'guest',
        '--image',
        image,
        '--no-lb',
        '--wait=false',
        '--registry-use',
        'made.localhost',
      ],
      '--kubeconfig-update-default=false',
    ]);
    await s.k3dOk(['cluster', 'delete', 'regs']);
    const left = await s.k3dOk(['registry', 'list', '--no-headers']);
    assert.deepEqual(left.match(/^\S+/gm), ['k3d-alone', 'made.localhost']);
    assert.doesNotMatch(await s.k3dOk(['cluster', 'list', '--no-headers']), /^regs/m);
    await s.k3dOk(['cluster', 'delete', 'guest']);
    await s.k3dOk(['registry', 'delete', 'made.localhost']);
    await s.k3dOk(['node', 'delete', '--registries', 'k3d-alone']);
  });
});
