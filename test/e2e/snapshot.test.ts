import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SNAPSHOT_FORMAT } from '../../src/cache/snapshot/manifest.ts';
import { saveSnapshot } from '../../src/cache/snapshot/save.ts';
import { describeCluster } from '../../src/cluster/find/describe.ts';
import { silentReporter } from '../../src/common/reporter.ts';
import { Timeline } from '../../src/common/timeline.ts';
import { commandExamples } from '../workflows/examples.ts';
import { docker, eventually, freePort, image, LEAN, run, type Stage, stage, workload } from './bed.ts';
import { needCluster } from '../../src/cluster/find/needCluster.ts';

/** A volume in a node's data, a claim on it, and a pod that writes into it once, on the agent. */
const workloads = (name: string): string => `
apiVersion: v1
kind: PersistentVolume
metadata: { name: data }
spec:
  capacity: { storage: 1Mi }
  accessModes: [ReadWriteOnce]
  hostPath: { path: /var/lib/rancher/k3s/storage/data, type: DirectoryOrCreate }
  claimRef: { namespace: default, name: data }
  nodeAffinity:
    required:
      nodeSelectorTerms: [{ matchExpressions: [{ key: kubernetes.io/hostname, operator: In, values: [k3d-snapone-agent-0] }] }]
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { storageClassName: "", accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Mi } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: store }
spec:
  selector: { matchLabels: { app: store } }
  template:
    metadata: { labels: { app: store } }
    spec:
      terminationGracePeriodSeconds: 0
      containers:
        - name: store
          image: ${name}
          imagePullPolicy: Never
          command: [sh, -c, "[ -e /data/born ] || date +%s%N >/data/born; sleep 100000"]
          readinessProbe: { exec: { command: [cat, /data/born] }, periodSeconds: 1 }
          volumeMounts: [{ name: data, mountPath: /data }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
`;

/** An image of which a layer hides a folder of a lower one. */
async function imageWithOpaqueFolder(s: Stage): Promise<string> {
  const name = 'k3d-e2e/opaque:1';
  const file = join(s.folder, 'Dockerfile');
  writeFileSync(
    file,
    `FROM ${workload}\nRUN mkdir /hidden && echo old >/hidden/old\nRUN rm -r /hidden && mkdir /hidden && echo new >/hidden/new\n`,
  );
  const built = await run('docker', ['build', '--quiet', '--tag', name, '--file', file, s.folder], {
    DOCKER_BUILDKIT: '0',
  });
  assert.equal(built.status, 0, built.stderr);
  s.defer(async () => void (await docker('rmi', name)));
  return name;
}

test('a cluster goes on from its snapshot under another name and other ports, while the first one runs', async (t) => {
  const s = await stage(t);
  const data = { XDG_DATA_HOME: s.folder };
  const built = await imageWithOpaqueFolder(s);
  const port = await freePort();
  await s.k3dOk([
    ...['cluster', 'create', 'snapone', '--image', image, '--agents', '1', '--no-lb', ...LEAN],
    ...['-p', `${port}:80@server:0:direct`, '--env', 'MARK=blue@agent:0', '--k3s-node-label', 'tier=web@agent:0'],
  ]);
  await s.k3dOk(['image', 'import', built, '-c', 'snapone']);
  const manifest = s.config('store.yaml', workloads(built));
  await s.kubectl('apply', '-f', manifest);
  await s.kubectl('rollout', 'status', 'deployment/store', '--timeout', '60s');
  const born = await s.kubectl('exec', 'deployment/store', '--', 'cat', '/data/born');

  // What files of a config file are: e.g. a policy without which the API server does not start.
  const own = { path: '/opt/own/policy.yaml', content: 'mine', mode: 0o600 };
  await s.engine.containers.putFiles('k3d-snapone-agent-0', [own]);

  const file = join(s.folder, 'one.tar.zst');
  await s.k3dOk(['snapshot', 'save', '--cluster', 'snapone'], data);
  await s.k3dOk(['snapshot', 'save', '--cluster', 'snapone', '--file', file], data);
  const again = await s.k3d(['snapshot', 'save', '--cluster', 'snapone'], data);
  assert.match(again.stderr, /^Error: snapshot .*snapone exists already: choose another name, or .*--overwrite\n$/m);
  const [listed] = JSON.parse(await s.k3dOk(['snapshot', 'list', '-o', 'json'], data)) as Record<string, string>[];
  assert.deepEqual([listed?.name, listed?.cluster, listed?.image], ['snapone', 'snapone', image]);

  // The ports are taken by the cluster that runs.
  const taken = await s.k3d(['snapshot', 'restore', 'snapone', '--cluster', 'snaptwo'], data);
  assert.match(
    taken.stderr,
    new RegExp(`^Error: port ${port}/tcp on 127.0.0.1 is taken by container k3d-snapone-server-0`, 'm'),
  );
  const other = await freePort();
  s.owns('snaptwo');
  await s.k3dOk(
    [
      'snapshot',
      'restore',
      '--file',
      file,
      '--cluster',
      'snaptwo',
      '-p',
      `${other}:80@server:0:direct`,
      '--timeout',
      '3m',
    ],
    data,
  );
  assert.equal(await s.kubectl('config', 'current-context'), 'k3d-snaptwo');
  assert.equal(await s.kubectl('exec', 'deployment/store', '--', 'cat', '/data/born'), born);
  assert.equal(
    await s.kubectl('exec', 'deployment/store', '--', 'ls', '/hidden'),
    'new',
    'what a layer hides stays hidden',
  );
  assert.equal(await s.kubectl('get', 'nodes', '-l', 'tier=web', '-o', 'name'), 'node/k3d-snapone-agent-0');
  assert.match(await docker('port', 'k3d-snaptwo-server-0'), new RegExp(`80/tcp -> 127.0.0.1:${other}`));
  assert.equal(await docker('exec', 'k3d-snaptwo-agent-0', 'printenv', 'MARK'), 'blue');
  assert.equal(await docker('exec', 'k3d-snaptwo-agent-0', 'cat', own.path), own.content);
  // Two clusters, not two views of one.
  await s.kubectl('create', 'configmap', 'only-two');
  assert.equal(
    await s.kubectl('--context', 'k3d-snapone', 'get', 'configmap', '-o', 'name', '--ignore-not-found', 'only-two'),
    '',
  );

  await s.k3dOk(['node', 'delete', 'k3d-snaptwo-agent-0']);
  assert.equal(await s.kubectl('get', 'nodes', '-o', 'name'), 'node/k3d-snapone-server-0');
  await s.k3dOk(['snapshot', 'delete', 'snapone'], data);
  assert.equal(await s.k3dOk(['snapshot', 'list', '--no-headers'], data), '');
  const gone = await s.k3d(['snapshot', 'restore', 'snapone'], data);
  assert.equal(gone.stderr, 'Error: snapshot "snapone" does not exist; there are none\n');
});

test('three servers with etcd go on from their snapshot, in the addresses that they had and in no others', async (t) => {
  const s = await stage(t);
  const data = { XDG_DATA_HOME: s.folder };
  await s.k3dOk(['cluster', 'create', 'snapetcd', '--image', image, '--servers', '3', ...LEAN, '--timeout', '4m']);
  await s.kubectl('create', 'configmap', 'kept', '--from-literal', 'a=b');
  await s.k3dOk(['snapshot', 'save', '--cluster', 'snapetcd'], data);
  const taken = await s.k3d(['snapshot', 'restore', 'snapetcd', '--cluster', 'snapother'], data);
  assert.equal(taken.status, 1);
  assert.match(
    taken.stderr,
    /Error: the members of its etcd know each other by their addresses in [\d.]+\/\d+: .*overlaps/,
  );
  await s.k3dOk(['cluster', 'delete', 'snapetcd']);
  s.owns('snapother');
  await s.k3dOk(['snapshot', 'restore', 'snapetcd', '--cluster', 'snapother'], data);
  assert.equal(await s.kubectl('get', 'configmap', 'kept', '-o', 'jsonpath={.data.a}'), 'b');
  const names = await s.kubectl('get', 'nodes', '-l', 'node-role.kubernetes.io/etcd=true', '-o', 'name');
  assert.deepEqual(
    names.split('\n').sort(),
    [0, 1, 2].map((index) => `node/k3d-snapetcd-server-${index}`),
  );
  // Two of three are enough to decide.
  await docker('stop', '--time', '1', 'k3d-snapother-server-2');
  await eventually(() => s.kubectl('create', 'configmap', 'two-of-three'));
});

test('a snapshot that is damaged or for something else makes nothing, and says why', async (t) => {
  const s = await stage(t);
  const data = { XDG_DATA_HOME: s.folder };
  await s.k3dOk([
    'cluster',
    'create',
    'snapbad',
    '--image',
    image,
    '--no-lb',
    '--volume',
    'k3d-snapdata:/data',
    ...LEAN,
  ]);
  await docker('exec', 'k3d-snapbad-server-0', 'sh', '-c', 'echo kept >/data/file');
  await s.k3dOk(['snapshot', 'save', '--cluster', 'snapbad'], data);
  const folder = join(s.folder, 'k3d', 'snapshots', 'snapbad');
  const restore = (...args: string[]) => s.k3d(['snapshot', 'restore', 'snapbad', ...args], data);

  // The volume is the first cluster's, whatever the second is called.
  const volume = await restore('--cluster', 'snapworse');
  assert.match(volume.stderr, /Error: volume k3d-snapdata exists already, and what is in it may be somebody else's/);
  await s.k3dOk(['cluster', 'delete', 'snapbad']);
  s.owns('snapbad');
  const tar = readdirSync(folder).find((name) => name.includes('var-lib-rancher')) as string;
  const whole = readFileSync(join(folder, tar));
  const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
  truncateSync(join(folder, tar), 1_000_000);
  assert.match((await restore()).stderr, new RegExp(`Error: ${tar} is damaged: it is not what was kept`));
  const changed = Buffer.from(whole);
  changed[whole.length >> 1] = (changed[whole.length >> 1] as number) ^ 1;
  writeFileSync(join(folder, tar), changed);
  assert.match((await restore()).stderr, new RegExp(`Error: ${tar} is damaged: it is not what was kept`));
  writeFileSync(join(folder, 'manifest.json'), manifest.replace('"linux/', '"plan9/'));
  assert.match((await restore()).stderr, /Error: the snapshot is for plan9\/\w+, not linux\/\w+\n/);
  writeFileSync(join(folder, 'manifest.json'), manifest.replace(`"format":${SNAPSHOT_FORMAT}`, '"format":99'));
  assert.match((await restore()).stderr, new RegExp(`Error: the snapshot has format 99, not ${SNAPSHOT_FORMAT}\n`));
  assert.equal(await docker('ps', '--all', '--quiet', '--filter', 'label=k3d.cluster=snapbad'), '');

  writeFileSync(join(folder, 'manifest.json'), manifest);
  writeFileSync(join(folder, tar), whole);
  const whole2 = await restore();
  assert.equal(whole2.status, 0, whole2.stderr);
  assert.equal(await docker('exec', 'k3d-snapbad-server-0', 'cat', '/data/file'), 'kept');
});

test('the commands of the guide run as they stand there', async (t) => {
  const s = await stage(t);
  s.owns('demo', 'copy');
  const commands = commandExamples('docs/caching.md');
  assert.ok(commands.length >= 8);
  for (const words of commands) await s.k3dOk(words, { XDG_DATA_HOME: s.folder, K3D_IMAGE: image });
});

test('a disk that is full while a snapshot is taken leaves the cluster running and nothing on the disk', async (t) => {
  const s = await stage(t);
  const small = join(s.folder, 'small');
  await run('mkdir', [small]);
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'none', small]);
  assert.equal(mounted.status, 0, mounted.stderr);
  s.defer(async () => void (await run('umount', [small])));
  await s.k3dOk(['cluster', 'create', 'snapfull', '--image', image, '--no-lb', ...LEAN]);
  const config = await describeCluster(s.engine, await needCluster(s.engine, 'snapfull'));
  const context = {
    engine: s.engine,
    reporter: silentReporter,
    timeline: new Timeline(),
    signal: new AbortController().signal,
  };
  const folder = join(small, 'snapshot');
  await assert.rejects(saveSnapshot({ folder, prefix: '', config, coldSeconds: 0 }, context), /ENOSPC/);
  assert.equal(existsSync(folder), false);
  assert.equal(await s.kubectl('get', 'nodes', '--no-headers', '-o', 'name'), 'node/k3d-snapfull-server-0');
});
