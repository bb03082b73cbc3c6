import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { serverFolder } from '../../src/localImages/control.ts';
import { docker, eventually, image, LEAN, needed, run, type Stage, stage, workload } from './bed.ts';
import { push } from './privateRegistry.ts';

/** Builds an image on the engine: a layer of so many bytes, and one that says what it is. */
async function build(s: Stage, name: string, says: string, bytes = 5_000_000): Promise<void> {
  const folder = join(s.folder, name.replaceAll(/[^a-z]/g, '-'));
  mkdirSync(folder, { recursive: true });
  const blob = join(folder, 'blob');
  if (!existsSync(blob)) writeFileSync(blob, randomBytes(bytes));
  const steps = [`FROM ${workload}`, 'COPY blob /blob', `RUN echo ${says} >/says`, 'CMD ["sleep", "3600"]'];
  writeFileSync(join(folder, 'Dockerfile'), `${steps.join('\n')}\n`);
  await docker('build', '--quiet', '--tag', name, folder);
  s.defer(async () => void (await docker('rmi', '--force', name)));
}

async function says(s: Stage, pod: string): Promise<string> {
  await s.kubectl('wait', '--for=condition=Ready', `pod/${pod}`, '--timeout=60s');
  return s.kubectl('exec', pod, '--', 'cat', '/says');
}

/**
 * What the tests of the distribution specification say of pulling an image, by what they call each part.
 * @param registry host, port and path of the server
 */
async function pullConformance(s: Stage, registry: string, repository: string, tag: string): Promise<object> {
  const answer = await fetch(`http://${registry}/v2/${repository}/manifests/${tag}`);
  const { config, layers } = (await answer.json()) as { config: { digest: string }; layers: { digest: string }[] };
  const off = [
    'API_PUSH',
    'API_BLOBS_DELETE',
    'API_MANIFESTS_DELETE',
    'API_TAGS_DELETE',
    'API_TAGS_LIST',
    'API_REFERRER',
  ];
  const { stdout } = await run(needed('K3D_TEST_OCI'), [], {
    ...Object.fromEntries(off.map((name) => [`OCI_${name}`, 'false'])),
    OCI_REGISTRY: registry,
    OCI_TLS: 'disabled',
    OCI_REPO1: repository,
    OCI_RO_DATA_TAGS: tag,
    OCI_RO_DATA_MANIFESTS: answer.headers.get('docker-content-digest') ?? '',
    OCI_RO_DATA_BLOBS: [config, ...layers].map(({ digest }) => digest).join(' '),
    OCI_RESULTS_DIR: join(s.folder, 'conformance'),
  });
  // Its exit code is that of writing a report to a file, which fails where nothing is pushed.
  assert.match(stdout, /^ *FAIL\.+: +0$/m, stdout);
  assert.match(stdout, /^ *Error\.+: +0$/m, stdout);
  const parts = /^API conformance:\n((?: .*\n)+)/m.exec(stdout)?.[1] ?? '';
  const all = [...parts.matchAll(/^ +(.*?)\.{2,}: +(\S+)$/gm)].map(([, name, state]) => [name, state]);
  return Object.fromEntries(all.filter(([, state]) => state !== 'Disabled')) as object;
}

/** The processes that serve images of this engine's clusters. */
function servers(): number[] {
  const own = readFileSync('/proc/self/mountinfo', 'utf8').match(/^.* \/run .*$/m)?.[0];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isServer = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('\0serve-local-images\0');
        // Of this test's engine, where others have one each.
        return isServer && readFileSync(`/proc/${pid}/mountinfo`, 'utf8').match(/^.* \/run .*$/m)?.[0] === own;
      } catch {
        return false;
      }
    })
    .map(Number);
}

async function servedOf(
  s: Stage,
  cluster: string,
): Promise<{ address: string; images: string[]; bytes: number } | undefined> {
  const view = await s.k3dOk(['cluster', 'show', cluster, '-o', 'json']);
  return (JSON.parse(view) as { localImages?: { address: string; images: string[]; bytes: number } }).localImages;
}

async function leavesNothing(t: TestContext, s: Stage): Promise<void> {
  const folder = serverFolder((await s.engine.system()).id);
  await t.test('when the last cluster is gone, so is the server with all that it kept', async () => {
    await eventually(async () => {
      assert.deepEqual(servers(), []);
      assert.ok(!existsSync(folder), folder);
      return true;
    });
  });
}

test('what is built on the engine runs in the cluster, on every node, without import or push', async (t) => {
  const s = await stage(t);
  const create = [
    'cluster',
    'create',
    'local',
    '--image',
    image,
    '--agents',
    '1',
    '--no-lb',
    '--local-images',
    ...LEAN,
  ];
  await s.k3dOk(create);

  await t.test('an image that was built after the creation, on both nodes', async () => {
    await build(s, 'myapp:dev', 'one');
    const placed = (node: string): string =>
      JSON.stringify({ spec: { nodeName: node, terminationGracePeriodSeconds: 0 } });
    for (const [pod, node] of [
      ['first', 'k3d-local-server-0'],
      ['second', 'k3d-local-agent-0'],
    ] as const)
      await s.kubectl('run', pod, '--image=myapp:dev', `--overrides=${placed(node)}`);
    assert.equal(await says(s, 'first'), 'one');
    assert.equal(await says(s, 'second'), 'one');
    const served = await servedOf(s, 'local');
    assert.deepEqual(served?.images, ['docker.io/library/myapp:dev']);
    // Once to each node, and nothing twice.
    assert.ok(served.bytes > 10_000_000 && served.bytes < 40_000_000, `${served.bytes} bytes`);
  });

  await t.test('after a change of the last layer that layer alone is sent, and policy Always works', async () => {
    const before = (await servedOf(s, 'local'))?.bytes ?? 0;
    await build(s, 'myapp:dev', 'two');
    // It leaves the engine before anybody asks: nodes have had another one of its name.
    const { id = '' } = (await s.engine.images.inspect('myapp:dev')) ?? {};
    const spool = join(serverFolder((await s.engine.system()).id), 'spool');
    await eventually(async () => assert.ok(existsSync(join(spool, id.replace(':', '-'))), id) ?? true);
    const overrides = JSON.stringify({ spec: { nodeName: 'k3d-local-server-0', terminationGracePeriodSeconds: 0 } });
    await s.kubectl('run', 'third', '--image=myapp:dev', '--image-pull-policy=Always', `--overrides=${overrides}`);
    assert.equal(await says(s, 'third'), 'two');
    const after = (await servedOf(s, 'local'))?.bytes ?? 0;
    assert.ok(after - before < 100_000, `${after - before} bytes`);
  });

  await t.test('the published name of an image that was just built', async () => {
    await build(s, 'ghcr.io/acme/app:1', 'built');
    await s.kubectl('run', 'published', '--image=ghcr.io/acme/app:1');
    assert.equal(await says(s, 'published'), 'built');
  });

  await t.test('an image of buildx, as its default builder makes it', async () => {
    const folder = join(s.folder, 'buildx');
    mkdirSync(folder);
    writeFileSync(join(folder, 'Dockerfile'), `FROM ${workload}\nRUN echo buildx >/says\nCMD ["sleep", "3600"]\n`);
    const built = await run(needed('K3D_TEST_BUILDX'), ['build', '--load', '--tag', 'buildx:dev', folder], {
      BUILDX_CONFIG: join(s.folder, 'buildx-config'),
    });
    assert.equal(built.status, 0, built.stderr);
    s.defer(async () => void (await docker('rmi', '--force', 'buildx:dev')));
    await s.kubectl('run', 'buildx', '--image=buildx:dev');
    assert.equal(await says(s, 'buildx'), 'buildx');
  });

  await t.test("the distribution specification's own tests of pulling pass", async () => {
    const settings = await s.engine.containers.exec('k3d-local-server-0', ['cat', '/etc/rancher/k3s/registries.yaml']);
    const registry = /http:\/\/(\S+)\/v2$/m.exec(settings.stdout)?.[1] ?? '';
    assert.deepEqual(await pullConformance(s, registry, 'library/myapp', 'dev'), {
      'Blob get': 'Pass',
      'Blob head': 'Pass',
      // Not among what can be tried where nothing is pushed.
      'Blob get range': 'Unknown',
      'Manifest get by digest': 'Pass',
      'Manifest get by tag': 'Pass',
      'Manifest head by digest': 'Pass',
      'Manifest head by tag': 'Pass',
      Ping: 'Pass',
    });
  });

  await t.test('a node that is added later has it too', async () => {
    await s.k3dOk(['node', 'create', 'more', '--cluster', 'local', '--timeout', '2m']);
    const overrides = JSON.stringify({ spec: { nodeName: 'k3d-more-0', terminationGracePeriodSeconds: 0 } });
    await s.kubectl('run', 'added', '--image=myapp:dev', `--overrides=${overrides}`);
    assert.equal(await says(s, 'added'), 'two');
  });

  await t.test('a server that was killed is started again by the next command, at its place', async () => {
    const before = await servedOf(s, 'local');
    const [pid] = servers();
    assert.equal(servers().length, 1);
    // While an image is being pulled: the kubelet tries again.
    await build(s, 'later:dev', 'later', 60_000_000);
    await s.kubectl('run', 'later', '--image=later:dev');
    process.kill(pid as number, 'SIGKILL');
    await s.k3dOk(['cluster', 'list']);
    assert.equal((await servedOf(s, 'local'))?.address, before?.address);
    assert.notEqual(servers()[0], pid);
    assert.equal(await says(s, 'later'), 'later');
  });

  await t.test('a node that starts while the server hangs does without it', async () => {
    const [pid] = servers();
    process.kill(pid as number, 'SIGSTOP');
    try {
      await docker('restart', '--time', '1', 'k3d-local-agent-0');
      const said = await eventually(async () => {
        const log = await s.engine.containers.exec('k3d-local-agent-0', ['cat', '/var/log/k3d-entrypoints.log']);
        assert.match(log.stdout, /local images is not reached/);
        return log.stdout;
      });
      assert.doesNotMatch(said, /failed/);
      const settings = await s.engine.containers.exec('k3d-local-agent-0', ['cat', '/etc/rancher/k3s/registries.yaml']);
      assert.equal(settings.stdout, '');
    } finally {
      process.kill(pid as number, 'SIGCONT');
    }
  });

  await t.test('stopped and started, it is served again at its place', async () => {
    const before = await servedOf(s, 'local');
    await s.k3dOk(['cluster', 'stop', 'local']);
    await s.k3dOk(['cluster', 'start', 'local']);
    assert.equal((await servedOf(s, 'local'))?.address, before?.address);
    await build(s, 'again:dev', 'again');
    await s.kubectl('run', 'again', '--image=again:dev');
    assert.equal(await says(s, 'again'), 'again');
  });

  await t.test('reset to a snapshot, its nodes ask at a new place', async () => {
    const before = await servedOf(s, 'local');
    await s.k3dOk(['snapshot', 'save', 'local'], { K3D_SNAPSHOTS: join(s.folder, 'snapshots') });
    await s.k3dOk(['cluster', 'reset', 'local'], { K3D_SNAPSHOTS: join(s.folder, 'snapshots') });
    const after = await servedOf(s, 'local');
    assert.ok(after);
    assert.notEqual(after.address, before?.address);
    await build(s, 'reset:dev', 'reset');
    await s.kubectl('run', 'reset', '--image=reset:dev');
    assert.equal(await says(s, 'reset'), 'reset');
  });

  await s.k3dOk(['cluster', 'delete', 'local']);
  await leavesNothing(t, s);
});

test('two clusters have one server; what was pulled comes from its registry, and the user’s settings stay', async (t) => {
  const s = await stage(t);
  const own = s.config('registries.yaml', 'mirrors:\n  "example.test":\n    endpoint: ["http://10.255.0.1:5000"]\n');
  const flags = ['--image', image, '--no-lb', '--registry-config', own, ...LEAN];
  await s.k3dOk([
    'cluster',
    'create',
    'built',
    ...flags,
    '--local-images',
    '--registry-create',
    'shared.localhost:0.0.0.0',
  ]);
  await s.k3dOk(['cluster', 'create', 'all', ...flags, '--local-images=all', '--network', 'k3d-built']);
  assert.equal(servers().length, 1);

  await t.test('the settings of the user are as they were, and what is mounted over them has them too', async () => {
    const plain = await docker('cp', 'k3d-all-server-0:/etc/rancher/k3s/registries.yaml', '-');
    assert.match(plain, /10\.255\.0\.1:5000/);
    assert.doesNotMatch(plain, /k3d-[0-9a-f]{32}/);
    const inside = await s.engine.containers.exec('k3d-all-server-0', ['cat', '/etc/rancher/k3s/registries.yaml']);
    assert.match(
      inside.stdout,
      /example\.test:\n +endpoint:\n +- http:\/\/[\d.]+:\d+\/k3d-[0-9a-f]{32}\/v2\n +- http:\/\/10\.255\.0\.1:5000/,
    );
  });

  await t.test('a stale image that was once pulled does not win with "built", and does with "all"', async () => {
    const port = (await docker('port', 'shared.localhost', '5000')).split(':').at(-1)?.trim() ?? '';
    const name = `127.0.0.1:${port}/team/stale:1`;
    await push(s, name);
    // Pulled once: the engine knows where from.
    await docker('pull', '--quiet', name);
    s.defer(async () => void (await docker('rmi', '--force', name)));
    const run = ['run', 'stale', `--image=${name}`, '--restart=Never', '--', 'sleep', '3600'];
    await s.kubectl('--context', 'k3d-all', ...run);
    await s.kubectl('--context', 'k3d-all', 'wait', '--for=condition=Ready', 'pod/stale', '--timeout=60s');
    await s.kubectl('--context', 'k3d-built', ...run);
    // Nobody listens at that address in the node: the real registry is asked, and is not there.
    await eventually(async () => {
      const events = await s.kubectl('--context', 'k3d-built', 'get', 'events');
      assert.match(events, /Failed +pod\/stale +Failed to pull/);
      return true;
    });
    assert.deepEqual((await servedOf(s, 'built'))?.images, []);
    assert.deepEqual((await servedOf(s, 'all'))?.images, [name]);
  });

  await t.test('what the engine does not have comes from its registry, as ever', async () => {
    const port = (await docker('port', 'shared.localhost', '5000')).split(':').at(-1)?.trim() ?? '';
    await push(s, `localhost:${port}/team/other:1`);
    const context = ['--context', 'k3d-built'];
    await s.kubectl(...context, 'run', 'other', `--image=localhost:${port}/team/other:1`, '--', 'sleep', '3600');
    await s.kubectl(...context, 'wait', '--for=condition=Ready', 'pod/other', '--timeout=60s');
    assert.deepEqual((await servedOf(s, 'built'))?.images, []);
  });

  await t.test('nobody without the password gets anything, and it listens on the network alone', async () => {
    const address = (await servedOf(s, 'built'))?.address ?? '';
    for (const path of ['/v2/', '/v2/library/busybox/manifests/1.36?ns=docker.io', '/k3d-0/v2/'])
      assert.equal((await fetch(`http://${address}${path}`)).status, 404, path);
    await assert.rejects(fetch(`http://127.0.0.1:${address.split(':')[1]}/v2/`));
  });

  for (const name of ['all', 'built']) await s.k3dOk(['cluster', 'delete', name]);
  await leavesNothing(t, s);
});
