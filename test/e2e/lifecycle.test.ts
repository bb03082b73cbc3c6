import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { docker, eventually, freePort, image, LEAN, run, type Stage, stage, workload } from './bed.ts';

const cliPath = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const APP = 'k3d-e2e/app:1';

/** An image of its own, so that no node has it: a file more than the workload's. */
async function makeImage(s: Stage): Promise<void> {
  const container = await docker('create', workload);
  writeFileSync(join(s.folder, 'marker'), 'made by the test\n');
  await docker('cp', join(s.folder, 'marker'), `${container}:/marker`);
  await docker('commit', container, APP);
  await docker('rm', container);
  s.defer(async () => void (await docker('rmi', APP)));
}

const MANIFESTS = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** An image for two platforms, pulled from a registry, so that the engine has the layers of its own platform alone. */
async function pullForTwoPlatforms(s: Stage, name: string): Promise<void> {
  const port = await freePort();
  await s.k3dOk(['registry', 'create', 'platforms', '--port', `127.0.0.1:${port}`]);
  s.defer(async () => void (await s.k3dOk(['registry', 'delete', 'platforms'])));
  const repository = `localhost:${port}/two`;
  const [own, other] = process.arch === 'arm64' ? ['arm64', 'amd64'] : ['amd64', 'arm64'];
  await docker('tag', workload, `${repository}:${own}`);
  const tar = join(s.folder, 'other.tar');
  await run('tar', ['-C', s.folder, '-cf', tar, 'marker']);
  await docker('import', '--platform', `linux/${other}`, tar, `${repository}:${other}`);
  const manifests: object[] = [];
  for (const architecture of [own, other]) {
    await docker('push', `${repository}:${architecture}`);
    const answer = await fetch(`http://127.0.0.1:${port}/v2/two/manifests/${architecture}`, {
      headers: { accept: MANIFESTS.join(', ') },
    });
    const body = await answer.text();
    manifests.push({
      mediaType: answer.headers.get('content-type'),
      digest: answer.headers.get('docker-content-digest'),
      size: Buffer.byteLength(body),
      platform: { architecture, os: 'linux' },
    });
    await docker('rmi', `${repository}:${architecture}`);
  }
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const put = await fetch(`http://127.0.0.1:${port}/v2/two/manifests/both`, {
    method: 'PUT',
    headers: { 'content-type': mediaType },
    body: JSON.stringify({ schemaVersion: 2, mediaType, manifests }),
  });
  assert.equal(put.status, 201, await put.text());
  await docker('pull', `${repository}:both`);
  await docker('tag', `${repository}:both`, name);
  await docker('rmi', `${repository}:both`);
  s.defer(async () => void (await docker('rmi', '--force', name)));
}

async function nodesOf(s: Stage): Promise<string[]> {
  const names = await s.kubectl('get', 'nodes', '-o', 'jsonpath={.items[*].metadata.name}');
  return names.split(' ').sort();
}

async function addresses(s: Stage, names: string[]): Promise<(string | undefined)[]> {
  const found = await Promise.all(names.map((name) => s.engine.containers.inspect(name)));
  return found.map((details) => details?.addresses['k3d-life']);
}

/** A pod that comes with each node. */
const EVERYWHERE = `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: everywhere }
spec:
  selector: { matchLabels: { app: everywhere } }
  template:
    metadata: { labels: { app: everywhere } }
    spec: { containers: [{ name: main, image: ${workload}, command: [sleep, "3600"] }] }
`;

test('a cluster is given images, grows, shrinks, stops and starts again', async (t) => {
  const s = await stage(t);
  await makeImage(s);
  await s.k3dOk(['cluster', 'create', 'life', '--image', image, '--agents', '1', ...LEAN]);
  const has = (node: string) =>
    s.engine.containers.exec(node, ['crictl', 'images', '-q', APP]).then(({ stdout }) => stdout.trim() !== '');

  await t.test('an image of the engine reaches all nodes, and is not sent twice', async () => {
    const first = await s.k3d(['--verbose', 'image', 'import', APP, '-c', 'life']);
    assert.match(
      first.stderr,
      /docker\.io\/k3d-e2e\/app:1: imported into 2 of 2 nodes in [\d.]+ s, [\d.]+ [kM]B sent\n/,
    );
    assert.deepEqual([await has('k3d-life-server-0'), await has('k3d-life-agent-0')], [true, true]);
    const second = await s.k3d(['--verbose', 'image', 'import', APP, '-c', 'life']);
    assert.match(second.stderr, /imported into 0 of 2 nodes, already present on the others/);
  });

  await t.test(
    'of an image that is like another one only what is new is sent, whatever registry it names',
    async () => {
      const names = ['k3d-e2e/next:1', 'ghcr.io/k3d-e2e/next:1', 'localhost:5999/next:1'];
      writeFileSync(join(s.folder, 'Dockerfile'), `FROM ${APP}\nRUN echo next >/next\n`);
      await docker('build', '--quiet', ...names.flatMap((name) => ['--tag', name]), s.folder);
      s.defer(async () => void (await docker('rmi', ...names)));
      const { stderr } = await s.k3d(['image', 'import', ...names, '-c', 'life']);
      const [, sent] = /imported into 2 of 2 nodes in [\d.]+ s, (\d+) kB sent\n/.exec(stderr) ?? [];
      assert.ok(Number(sent) < 200, stderr);
      for (const node of ['k3d-life-server-0', 'k3d-life-agent-0']) {
        const { stdout } = await s.engine.containers.exec(node, ['crictl', 'images']);
        for (const name of ['docker.io/k3d-e2e/next', 'ghcr.io/k3d-e2e/next', 'localhost:5999/next'])
          assert.match(stdout, new RegExp(`^${name} +1 `, 'm'));
      }
    },
  );

  await t.test('a node that does not reach the importing process gets an archive', async () => {
    const inNode = (...words: string[]) => docker('exec', 'k3d-life-agent-0', ...words);
    const gateway = (await inNode('ip', 'route')).match(/^default via (\S+)/m)?.[1] ?? '';
    await inNode('ip', 'route', 'add', 'prohibit', gateway);
    await docker('tag', APP, 'k3d-e2e/cut-off:1');
    s.defer(async () => void (await docker('rmi', 'k3d-e2e/cut-off:1')));
    const { stderr } = await s.k3d(['--verbose', 'image', 'import', 'k3d-e2e/cut-off:1', '-c', 'life']);
    await inNode('ip', 'route', 'del', 'prohibit', gateway);
    assert.match(stderr, /k3d-life-agent-0 can't pull: .*wget/);
    assert.match(stderr, /imported into 2 of 2 nodes in [\d.]+ s\n/);
    await s.kubectl('run', 'cut-off', '--image=k3d-e2e/cut-off:1', '--image-pull-policy=Never', '--', 'sleep', '3600');
    await s.kubectl('wait', 'pod/cut-off', '--for=condition=Ready', '--timeout=60s');
    await s.kubectl('delete', 'pod/cut-off', '--grace-period=0', '--force');
  });

  await t.test('an import that is interrupted leaves no files', async () => {
    const temporary = join(s.folder, 'temporary');
    mkdirSync(temporary);
    writeFileSync(join(s.folder, 'blob'), randomBytes(150e6));
    writeFileSync(join(s.folder, 'Dockerfile'), `FROM ${APP}\nCOPY blob /blob\n`);
    await docker('build', '--quiet', '--tag', 'k3d-e2e/large:1', s.folder);
    s.defer(async () => void (await docker('rmi', 'k3d-e2e/large:1')));
    const child = spawn(process.execPath, [cliPath, 'image', 'import', 'k3d-e2e/large:1', '-c', 'life'], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const files = () => readdirSync(temporary, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    await eventually(async () => assert.ok(files().length > 0) ?? true);
    child.kill('SIGINT');
    assert.equal(await ended, 130);
    assert.deepEqual(readdirSync(temporary), []);
  });

  await t.test(
    'an image for several platforms, of which the engine has one, is imported, and not sent twice',
    async () => {
      const name = 'k3d-e2e/two:1';
      await pullForTwoPlatforms(s, name);
      const importIt = async (): Promise<string> => (await s.k3d(['image', 'import', name, '-c', 'life'])).stderr;
      assert.match(await importIt(), /docker\.io\/k3d-e2e\/two:1: imported into 2 of 2 nodes/);
      assert.match(await importIt(), /imported into 0 of 2 nodes, already present on the others/);
      await s.kubectl('run', 'two', `--image=${name}`, '--image-pull-policy=Never', '--', 'sleep', '3600');
      await s.kubectl('wait', 'pod/two', '--for=condition=Ready', '--timeout=60s');
      await s.kubectl('delete', 'pod/two', '--grace-period=0', '--force');
      // The same name for another image.
      await docker('tag', APP, name);
      assert.match(await importIt(), /imported into 2 of 2 nodes/);
      assert.match(await importIt(), /imported into 0 of 2 nodes/);
    },
  );

  await t.test('a pod runs from it without a pull', async () => {
    await s.kubectl(
      'create',
      'deployment',
      'app',
      `--image=${APP}`,
      '--replicas=2',
      '--',
      'sh',
      '-c',
      'trap exit TERM; sleep 3600 & wait',
    );
    await s.kubectl('rollout', 'status', 'deployment/app', '--timeout=60s');
    assert.equal(await s.kubectl('exec', 'deployment/app', '--', 'cat', '/marker'), 'made by the test');
  });

  await t.test('archives are imported from a file and from standard input', async () => {
    const tar = join(s.folder, 'app.tar');
    await docker('tag', APP, 'k3d-e2e/app:2');
    await docker('save', '-o', tar, 'k3d-e2e/app:2');
    await docker('rmi', 'k3d-e2e/app:2');
    const fromFile = await s.k3d(['--verbose', 'image', 'import', tar, '-c', 'life']);
    assert.match(fromFile.stderr, /docker\.io\/k3d-e2e\/app:2: imported into 2 of 2 nodes/);
    const child = spawn(process.execPath, [cliPath, 'image', 'load', '-', '-c', 'life'], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    createReadStream(tar).pipe(child.stdin);
    assert.equal(await new Promise((resolve) => child.on('exit', resolve)), 0);
  });

  await t.test('what can not be imported is one sentence', async () => {
    writeFileSync(join(s.folder, 'broken.tar'), 'this is no archive');
    const cases: [string[], RegExp][] = [
      [['none/such:1', '-c', 'life'], /^Error: image none\/such:1 is not in the engine: pull or build it first\n$/m],
      [[APP, '-c', 'nobody'], /^Error: cluster "nobody" does not exist; there are .*\blife\b/m],
      [
        [join(s.folder, 'broken.tar'), '-c', 'life'],
        /^Error: .*broken\.tar (is no image archive|can't be read as an image archive)/m,
      ],
      [['missing.tar', '-c', 'life'], /^Error: archive missing\.tar does not exist\n$/m],
    ];
    for (const [args, message] of cases) {
      const { status, stderr } = await s.k3d(['image', 'import', ...args]);
      assert.match(stderr, message);
      assert.equal(status, 1);
    }
  });

  await t.test('an agent joins, leaves Kubernetes with its pods when it is deleted, and joins again', async () => {
    await s.kubectl('apply', '-f', s.config('everywhere.yaml', EVERYWHERE));
    for (const round of ['first', 'second']) {
      await s.k3dOk(['node', 'create', 'more', '--cluster', 'life', '--k3s-node-label', `round=${round}`]);
      assert.equal(await s.kubectl('get', 'nodes', '-l', `round=${round}`, '-o', 'name'), 'node/k3d-more-0');
      assert.match(await s.k3dOk(['cluster', 'list', 'life', '--no-headers']), /^life +1\/1 +2\/2/);
      const itsPods = ['get', 'pods', '--field-selector', 'spec.nodeName=k3d-more-0', '-o', 'name'];
      await eventually(async () => {
        assert.match(await s.kubectl(...itsPods), /^pod\/everywhere-/);
        return true;
      });
      await s.k3dOk(['node', 'delete', 'more-0']);
      assert.equal(await s.kubectl(...itsPods), '');
      assert.deepEqual(await nodesOf(s), ['k3d-life-agent-0', 'k3d-life-server-0']);
    }
    const only = await s.k3d(['node', 'delete', 'k3d-life-server-0']);
    assert.match(
      only.stderr,
      /^Error: node k3d-life-server-0 is the only server of cluster "life": delete the cluster instead\n$/m,
    );
  });

  await t.test('stopped and started again it has its state, its addresses and its workloads', async () => {
    const names = ['k3d-life-server-0', 'k3d-life-agent-0'];
    const before = await addresses(s, names);
    await s.kubectl('create', 'configmap', 'kept', '--from-literal=a=b');
    await s.k3dOk(['cluster', 'stop', 'life']);
    assert.match(await s.k3dOk(['cluster', 'list', 'life', '--no-headers']), /^life +0\/1 +0\/1/);
    const refused = await s.k3d(['image', 'import', APP, '-c', 'life']);
    assert.match(refused.stderr, /^Error: node k3d-life-\S+ does not run \(exited\): start cluster "life" first\n$/m);
    await s.k3dOk(['cluster', 'start', 'life']);
    assert.deepEqual(await addresses(s, names), before);
    assert.equal(await s.kubectl('get', 'configmap', 'kept', '-o', 'jsonpath={.data.a}'), 'b');
    await s.kubectl('rollout', 'status', 'deployment/app', '--timeout=60s');
    // Not attached to: a pod that ends before kubectl is there would have said nothing.
    const command = ['nslookup', 'kubernetes.default.svc.cluster.local'];
    await s.kubectl(
      ...['run', 'lookup', `--image=${APP}`, '--restart=Never', '--image-pull-policy=Never', '--', ...command],
    );
    await s.kubectl('wait', '--for=jsonpath={.status.phase}=Succeeded', 'pod/lookup', '--timeout=60s');
    assert.match(await s.kubectl('logs', 'lookup'), /10\.43\.0\.1/);
    await s.kubectl('delete', 'pod', 'lookup', '--now');
  });

  await t.test('single nodes stop and start', async () => {
    await s.k3dOk(['node', 'stop', 'life-agent-0']);
    assert.match(await s.k3dOk(['node', 'list', 'life-agent-0', '--no-headers']), /exited$/m);
    await s.k3dOk(['node', 'start', 'life-agent-0']);
    assert.match(await s.k3dOk(['node', 'list', 'life-agent-0', '--no-headers']), /running$/m);
  });
});
