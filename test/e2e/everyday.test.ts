import assert from 'node:assert/strict';
import { chmodSync, chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { docker, eventually, image, LEAN, run, stage, workload } from './bed.ts';

/*
 * What users do every day, and what went wrong with it.
 */

test('a volume of the user’s, names of one address, a memory limit, and archives of all kinds', async (t) => {
  const s = await stage(t);
  s.owns('daily');
  s.defer(async () => void (await run('docker', ['volume', 'rm', 'e2e-mine'])));
  // sudo -E: the kubeconfig is somebody else's.
  writeFileSync(s.kubeconfig, '');
  chmodSync(s.kubeconfig, 0o640);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(s.kubeconfig, 1234, 2345);
  await s.k3dOk([
    ...['cluster', 'create', 'daily', '--no-lb', '--image', image, ...LEAN],
    ...['--volume', 'e2e-mine:/mine', '--volume', 'k3d-e2e-own:/own', '--servers-memory', '2g'],
    ...['--host-alias', '10.9.8.7:git.corp.example,artifacts.corp.example'],
  ]);

  await t.test('all names of an address are known when create returns', async () => {
    for (const name of ['git.corp.example', 'artifacts.corp.example', 'host.k3d.internal'])
      await docker('exec', 'k3d-daily-server-0', 'nslookup', '-type=a', name, '10.43.0.10');
  });

  await t.test('the node has the memory that it was given', async () => {
    assert.equal(await s.kubectl('get', 'nodes', '--output', 'jsonpath={.items[0].status.capacity.memory}'), '2Gi');
  });

  await t.test('no disk that is nearly full makes the kubelet delete images or evict pods', async () => {
    const path = '/api/v1/nodes/k3d-daily-server-0/proxy/configz';
    const { kubeletconfig } = JSON.parse(await s.kubectl('get', '--raw', path)) as {
      kubeletconfig: { imageGCHighThresholdPercent: number; evictionHard: Record<string, string> };
    };
    assert.equal(kubeletconfig.imageGCHighThresholdPercent, 100);
    for (const disk of ['imagefs.available', 'nodefs.available', 'nodefs.inodesFree'])
      assert.match(kubeletconfig.evictionHard[disk] ?? '', /^0%?$/, disk);
  });

  await t.test('archives are imported, compressed or not, and images stay though no pod uses them', async () => {
    const tags = ['plain', 'gzip', 'zstd'].map((kind) => `e2e/${kind}:1`);
    s.defer(async () => void (await run('docker', ['rmi', ...tags])));
    for (const [index, program] of ['cat', 'gzip', 'zstd'].entries()) {
      const tag = tags[index] as string;
      const path = join(s.folder, 'archive.tar.any');
      await docker('tag', workload, tag);
      const packed = await run('sh', ['-c', `docker save "$0" | ${program} >"$1"`, tag, path]);
      assert.equal(packed.status, 0, packed.stderr);
      await s.k3dOk(['image', 'import', path, '--cluster', 'daily']);
      const { stdout } = await s.engine.containers.exec('k3d-daily-server-0', [
        ...['ctr', '--namespace', 'k8s.io', 'images', 'ls', `name==docker.io/${tag}`],
      ]);
      assert.match(stdout, new RegExp(`${tag}.*io\\.cri-containerd\\.pinned=pinned`), program);
    }
    const cut = join(s.folder, 'cut.tar.gz');
    const made = await run('sh', ['-c', 'docker save "$0" | gzip | head -c 100000 >"$1"', workload, cut]);
    assert.equal(made.status, 0, made.stderr);
    const failed = await s.k3d(['image', 'import', cut, '--cluster', 'daily']);
    assert.match(failed.stderr, /^Error: \S+cut\.tar\.gz can't be read as an image archive: /m);
    assert.equal(failed.status, 1);
  });

  await t.test('what is no archive and no image is one sentence', async () => {
    mkdirSync(join(s.folder, 'folder'));
    const id = (await docker('image', 'inspect', '--format', '{{.Id}}', workload)).replace('sha256:', '').slice(0, 12);
    const cases: [string, RegExp][] = [
      ['.', /^Error: \. is a folder: give the name of an image/m],
      ['..', /^Error: \.\. is a folder/m],
      ['/', /^Error: \/ is a folder/m],
      [join(s.folder, 'folder'), /folder is a folder/],
      ['a b', /^Error: a b is neither an archive nor the name of an image/m],
      ['nobody/has:this', /^Error: image nobody\/has:this is not in the engine/m],
      [id, /^Error: \S+ is the id of an image, and nodes know images by their names/m],
    ];
    for (const [word, message] of cases) {
      const { status, stderr } = await s.k3d(['image', 'import', word, '--cluster', 'daily']);
      assert.match(stderr, message);
      assert.deepEqual([status, stderr.trim().split('\n').length], [1, 1], stderr);
    }
  });

  await s.k3dOk(['cluster', 'delete', 'daily']);
  assert.equal(await docker('volume', 'inspect', '--format', '{{json .Labels}}', 'e2e-mine'), 'null');
  assert.equal(await docker('volume', 'ls', '--quiet', '--filter', 'name=e2e-own'), '', 'one with our prefix is ours');
  const { mode, uid, gid } = statSync(s.kubeconfig);
  assert.equal(mode & 0o777, 0o640);
  if (isRoot) assert.deepEqual([uid, gid], [1234, 2345]);
});

test('without k3s’s own network nodes are waited for until they have registered, also by a file of the user’s', async (t) => {
  const s = await stage(t);
  const file = s.config('settings.yaml', 'flannel-backend: none\ndisable-network-policy: true\n');
  const ways: string[][] = [
    ['--k3s-arg', '--flannel-backend=none@server:*', '--k3s-arg', '--disable-network-policy@server:*'],
    ['--volume', `${file}:/etc/rancher/k3s/config.yaml@server:*`],
  ];
  for (const way of ways) {
    await s.k3dOk(['cluster', 'create', 'bare', '--no-lb', '--image', image, '--agents', '1', ...LEAN, ...way]);
    const ready = () =>
      s.kubectl('get', 'nodes', '--output', 'jsonpath={.items[*].status.conditions[?(@.type=="Ready")].status}');
    assert.equal(await ready(), 'False False');
    await s.kubectl('get', 'serviceaccount', 'default');
    if (way === ways[0]) {
      await s.k3dOk(['node', 'create', 'more', '--cluster', 'bare']);
      await s.k3dOk(['cluster', 'stop', 'bare']);
      await s.k3dOk(['cluster', 'start', 'bare']);
      assert.equal((await ready()).split(' ').length, 3);
      // Whoever has installed a network waits for all of it.
      const waiting = await s.k3d(['cluster', 'wait', 'bare', '--timeout', '5s']);
      assert.match(waiting.stderr, /still waiting for node \S+ to become Ready \(/);
    }
    await s.k3dOk(['cluster', 'delete', 'bare']);
  }
});

test('a server that is no node, and nodes with names of their own, are what is waited for and removed', async (t) => {
  const s = await stage(t);
  await s.k3dOk([
    ...['cluster', 'create', 'named', '--no-lb', '--image', image, '--agents', '2', ...LEAN],
    ...['--k3s-arg', '--disable-agent@server:0', '--k3s-arg', '--node-name=worker@agent:0'],
    ...['--k3s-arg', '--with-node-id@agent:1'],
  ]);
  const names = async () => (await s.kubectl('get', 'nodes', '--output', 'name')).split('\n').sort();
  const [withId = '', worker] = await names();
  assert.match(withId, /^node\/k3d-named-agent-1-[0-9a-f]{8}$/);
  assert.equal(worker, 'node/worker');
  const screen = await s.k3dOk(['cluster', 'show', 'named']);
  for (const agent of [0, 1]) assert.match(screen, new RegExp(`^k3d-named-agent-${agent} +agent +Ready`, 'm'));
  await s.k3dOk(['node', 'delete', 'k3d-named-agent-0']);
  assert.deepEqual(await names(), [withId]);
  await s.k3dOk(['cluster', 'stop', 'named']);
  await s.k3dOk(['cluster', 'start', 'named', '--wait=nodes']);
  await s.k3dOk(['node', 'delete', 'k3d-named-agent-1']);
  assert.deepEqual(await names(), ['']);
  await s.k3dOk(['cluster', 'delete', 'named']);
});

test('on a network with IPv6 a cluster with a load balancer comes up', async (t) => {
  const s = await stage(t);
  s.defer(async () => void (await run('docker', ['network', 'rm', 'e2e-six'])));
  await docker('network', 'create', '--ipv6', '--subnet', 'fd00:e2e::/64', 'e2e-six');
  const flags = ['--image', image, '--network', 'e2e-six', '--wait=nodes', ...LEAN];
  await s.k3dOk(['cluster', 'create', 'six', '--lb-config-override', 'settings.workerConnections=512', ...flags]);
  assert.match(await s.kubectl('get', 'nodes', '--no-headers'), / Ready /);
  await s.k3dOk(['cluster', 'delete', 'six']);
});

test('a cluster that is deleted while it is made is said to be', async (t) => {
  const s = await stage(t);
  const create = s.k3d(['cluster', 'create', 'brief', '--no-lb', '--image', image, ...LEAN]);
  await eventually(async () => assert.ok((await s.engine.containers.inspect('k3d-brief-server-0'))?.running) ?? true);
  await s.k3dOk(['cluster', 'delete', 'brief']);
  const { status, stderr } = await create;
  assert.equal(status, 1, stderr);
  assert.match(stderr, /^Error: node k3d-brief-server-0 was deleted while the cluster was coming up/m);
});

test('labels and arguments that can’t work are refused before anything is made', async (t) => {
  const s = await stage(t);
  const cases: [string[], RegExp][] = [
    [['--k3s-node-label', 'team=ü ö@server:0'], /^Error: flag --k3s-node-label: label "team=ü ö" is none/m],
    [['--k3s-arg', '--https-listen-port=7443@server:0'], /^Error: flag --k3s-arg: "--https-listen-port" of k3s can't/m],
  ];
  for (const [flags, message] of cases) {
    const { status, stderr } = await s.k3d(['cluster', 'create', 'wrong', '--image', image, ...flags]);
    assert.match(stderr, message);
    assert.equal(status, 1);
  }
  // What is only seen inside of a node is refused as soon as it is.
  const file = s.config('settings.yaml', 'node-label: ["te am=x"]\n');
  const late = await s.k3d([
    'cluster',
    'create',
    'wrong',
    '--no-lb',
    '--image',
    image,
    ...LEAN,
    '--volume',
    `${file}:/etc/rancher/k3s/config.yaml`,
  ]);
  assert.match(late.stderr, /^Error: node k3d-wrong-server-0 (can't register with Kubernetes|ended)/m);
});
