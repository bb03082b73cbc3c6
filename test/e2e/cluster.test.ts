import assert from 'node:assert/strict';
import { get } from 'node:http';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Kubeconfig } from '../../src/kubernetes/kubeconfig.ts';
import { docker, freePort, image, LEAN, type Stage, stage, workload } from './bed.ts';

/** Two pods on two nodes, one of which serves its name, and a service with a node port before it. */
function manifests(nodePort: number): string {
  const pod = (name: string, node: string, command: string[]) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { app: name } },
    spec: {
      nodeName: node,
      terminationGracePeriodSeconds: 0,
      containers: [{ name, image: workload, imagePullPolicy: 'IfNotPresent', command }],
    },
  });
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080, nodePort }] },
  };
  const serve = 'mkdir /tmp/www && echo hello from web >/tmp/www/index.html && exec httpd -f -p 8080 -h /tmp/www';
  const pods = [
    pod('web', 'k3d-e2e-agent-0', ['sh', '-c', serve]),
    pod('client', 'k3d-e2e-agent-1', ['sleep', '3600']),
  ];
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...pods, service] });
}

async function fetchText(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, timeout: 3000 }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk))).on('end', () => resolve(text));
    })
      .on('error', reject)
      .on('timeout', function (this: ReturnType<typeof get>) {
        this.destroy(new Error('timeout'));
      });
  });
}

test('one server and two agents: pods, network, DNS and a published port work', async (t) => {
  const s = await stage(t);
  const port = await freePort();
  await s.k3dOk([
    'cluster',
    'create',
    'e2e',
    '--no-lb',
    '--image',
    image,
    '--agents',
    '2',
    ...LEAN,
    '--port',
    `${port}:30080@agent:1:direct`,
    '--k3s-node-label',
    'tier=db@agent:0',
    '--env',
    'MARK=here@agent:*',
    '--host-alias',
    '10.9.8.7:some.where',
    '--runtime-label',
    'team=blue@server:0',
    '--runtime-ulimit',
    'nofile=5000:6000',
  ]);

  await t.test('names of the cluster are found from every node when create returns', async () => {
    const lookup = ['nslookup', '-type=a', 'kubernetes.default.svc.cluster.local', '10.43.0.10'];
    for (const node of ['agent-1', 'agent-0', 'server-0'])
      assert.match(await docker('exec', `k3d-e2e-${node}`, ...lookup), /10\.43\.0\.1$/m, node);
  });

  await t.test('all nodes are Ready when create returns', async () => {
    const ready = await s.kubectl(
      'get',
      'nodes',
      '-o',
      'jsonpath={range .items[*]}{.metadata.name}={.status.conditions[?(@.type=="Ready")].status} {end}',
    );
    assert.deepEqual(ready.split(' ').sort(), [
      'k3d-e2e-agent-0=True',
      'k3d-e2e-agent-1=True',
      'k3d-e2e-server-0=True',
    ]);
    assert.equal(await s.kubectl('get', 'nodes', '-l', 'tier=db', '-o', 'name'), 'node/k3d-e2e-agent-0');
    assert.equal(await s.kubectl('get', 'serviceaccount', 'default', '-o', 'name'), 'serviceaccount/default');
  });

  await t.test('each node has a pod range of its own', async () => {
    const ranges = (await s.kubectl('get', 'nodes', '-o', 'jsonpath={.items[*].spec.podCIDR}')).split(' ');
    assert.equal(new Set(ranges).size, 3);
  });

  await t.test('containers are as asked for', () => containersAreAsAsked(s));

  writeFileSync(join(s.folder, 'pods.json'), manifests(30080));
  await s.kubectl('apply', '-f', join(s.folder, 'pods.json'));
  await s.kubectl('wait', '--for=condition=Ready', 'pod/web', 'pod/client', '--timeout=60s');

  await t.test('a pod reaches a pod on another node', async () => {
    const ip = await s.kubectl('get', 'pod', 'web', '-o', 'jsonpath={.status.podIP}');
    assert.equal(
      await s.kubectl('exec', 'client', '--', 'timeout', '3', 'wget', '-qO-', `http://${ip}:8080/`),
      'hello from web',
    );
  });

  await t.test('names of services resolve inside pods', async () => {
    assert.equal(
      await s.kubectl('exec', 'client', '--', 'timeout', '3', 'wget', '-qO-', 'http://web.default.svc.cluster.local/'),
      'hello from web',
    );
  });

  await t.test('names that only Docker knows resolve inside pods', async () => {
    const found = await s.kubectl('exec', 'client', '--', 'nslookup', 'k3d-e2e-server-0.');
    const server = await s.engine.containers.inspect('k3d-e2e-server-0');
    assert.ok(found.includes(server?.addresses['k3d-e2e'] ?? 'no address'), found);
  });

  await t.test('a published port reaches a pod', async () => {
    assert.equal(await fetchText(port), 'hello from web\n');
  });

  await t.test('commands run in containers, with standard input, both outputs and the exit code', async () => {
    const ran = await s.engine.containers.exec(
      'k3d-e2e-server-0',
      ['sh', '-c', 'cat; echo oops >&2; exit 3'],
      'given\n',
    );
    assert.deepEqual(ran, { exitCode: 3, stdout: 'given\n', stderr: 'oops\n' });
    const quiet = await s.engine.containers.exec('k3d-e2e-server-0', ['true']);
    assert.deepEqual(quiet, { exitCode: 0, stdout: '', stderr: '' });
  });

  await t.test('lists show it', async () => {
    assert.match(
      await s.k3dOk(['cluster', 'list', 'e2e']),
      /^NAME +SERVERS +AGENTS +LOADBALANCER\ne2e +1\/1 +2\/2 +false\n$/,
    );
    assert.match(await s.k3dOk(['cluster', 'list', '--no-headers', 'e2e']), /^e2e +1\/1 +2\/2 +false\n$/);
    const [cluster] = JSON.parse(await s.k3dOk(['cluster', 'list', 'e2e', '-o', 'json'])) as {
      name: string;
      agentsRunning: number;
      nodes: unknown[];
    }[];
    assert.deepEqual([cluster?.name, cluster?.agentsRunning, cluster?.nodes.length], ['e2e', 2, 3]);
    assert.equal(
      (parse(await s.k3dOk(['node', 'list', 'e2e-server-0', 'e2e-agent-0', 'e2e-agent-1', '-o', 'yaml'])) as unknown[])
        .length,
      3,
    );
    assert.match(
      await s.k3dOk(['node', 'list', 'e2e-agent-1', '--no-headers']),
      /^k3d-e2e-agent-1 +agent +e2e +running\n$/,
    );
  });

  await t.test('kubeconfigs are printed and merged', () => kubeconfigs(s));

  await t.test('a name that is taken is refused, and the cluster stays', async () => {
    const { status, stderr } = await s.k3d(['cluster', 'create', 'e2e', '--image', image]);
    assert.equal(status, 1);
    assert.match(stderr, /^Error: cluster "e2e" exists already \(k3d-e2e-.*\): delete it or choose another name\n$/m);
    assert.match(await s.k3dOk(['cluster', 'list', 'e2e', '--no-headers']), /^e2e +1\/1 +2\/2/);
  });

  await t.test('a port that is taken is refused with the name of who has it', async () => {
    const { status, stderr } = await s.k3d([
      'cluster',
      'create',
      'other',
      '--image',
      image,
      '--port',
      `${port}:80@server:0`,
    ]);
    assert.equal(status, 1);
    assert.match(
      stderr,
      new RegExp(
        `^Error: port ${port}/tcp on 127.0.0.1 is taken by container k3d-e2e-agent-1: choose another or remove it\n$`,
        'm',
      ),
    );
  });

  await t.test('deleting removes all of it, and again there is nothing to do', async () => {
    await s.k3dOk(['cluster', 'delete', 'e2e']);
    assert.deepEqual((parse(readFileSync(s.kubeconfig, 'utf8')) as Kubeconfig).contexts, []);
    const { status, stderr } = await s.k3d(['cluster', 'delete', 'e2e']);
    // Scripts delete before they create.
    assert.equal(status, 0);
    assert.doesNotMatch(stderr, /Error|Warning/);
  });
});

async function containersAreAsAsked(s: Stage): Promise<void> {
  const options = await docker('network', 'inspect', '--format', '{{json .Options}}', 'k3d-e2e');
  // podman hides what is so with it anyway.
  const asAsked = process.env.K3D_BED_PODMAN ? {} : { 'com.docker.network.bridge.enable_ip_masquerade': 'true' };
  assert.deepEqual(JSON.parse(options), asAsked);
  const server = await s.engine.containers.inspect('k3d-e2e-server-0');
  const agent = await s.engine.containers.inspect('k3d-e2e-agent-1');
  assert.equal(server?.labels.team, 'blue');
  assert.equal(agent?.labels.team, undefined);
  assert.ok(agent?.env.includes('MARK=here'));
  assert.equal(server?.labels['k3d.cluster.network.iprange']?.includes('/'), true);
  assert.equal(
    server?.ports.every(({ ip }) => ip === '127.0.0.1'),
    true,
  );
  assert.ok(server?.volumes.includes('k3d-e2e-images'));
  const inside = (command: string) => s.engine.containers.exec('k3d-e2e-agent-0', ['sh', '-c', command]);
  assert.match((await inside('cat /etc/hosts')).stdout, /10\.9\.8\.7\s+some\.where/);
  assert.match((await inside('cat /etc/hosts')).stdout, /host\.k3d\.internal/);
  assert.equal((await inside('ulimit -Sn; ulimit -Hn')).stdout, '5000\n6000\n');
  assert.equal((await inside('cat /var/log/k3d-entrypoints.log')).stdout, '');
}

async function kubeconfigs(s: Stage): Promise<void> {
  assert.equal(statSync(s.kubeconfig).mode & 0o777, 0o600);
  const printed = parse(await s.k3dOk(['kubeconfig', 'get', 'e2e'])) as Kubeconfig;
  assert.equal(printed['current-context'], 'k3d-e2e');
  assert.deepEqual(parse(readFileSync(s.kubeconfig, 'utf8')), printed);
  const target = join(s.folder, 'merged');
  assert.equal(await s.k3dOk(['kubeconfig', 'merge', 'e2e', '-o', target]), `${target}\n`);
  assert.deepEqual(parse(readFileSync(target, 'utf8')), printed);
  assert.equal(await s.k3dOk(['kubeconfig', 'write', '--all', '-o', '-']), await s.k3dOk(['kubeconfig', 'get', '-a']));
  const { status, stderr } = await s.k3d(['kubeconfig', 'get', 'nobody']);
  assert.equal(status, 1);
  assert.match(stderr, /^Error: cluster "nobody" does not exist; there are .*\be2e\b/m);
}
