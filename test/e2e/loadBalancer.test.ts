import assert from 'node:assert/strict';
import { createConnection, createServer } from 'node:net';
import { test } from 'node:test';
import { poll } from '../../src/common/poll.ts';
import { VALUES_PATH } from '../../src/plan/loadBalancer.ts';
import { freePort, image, LEAN, objectsOf, stage } from './bed.ts';

/** What a server says to a request in plain HTTP. */
function answerOf(port: number): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port, timeout: 5000 }, () =>
      socket.write('GET / HTTP/1.0\r\n\r\n'),
    );
    socket.once('data', (data) => resolve(data.toString('latin1'))).once('error', reject);
    socket.once('end', () => resolve('')).once('timeout', () => reject(new Error('no answer')));
  });
}

test('a load balancer stands before the servers, and follows its file and its nodes', async (t) => {
  const s = await stage(t);
  const { containers } = s.engine;
  const reserved = { port: await freePort() };
  const apiPort = await freePort();
  await s.k3dOk([
    'cluster',
    'create',
    'front',
    '--image',
    image,
    '--agents',
    '1',
    '--port',
    `${reserved.port}:10250@agent:0`,
    '--api-port',
    `${apiPort}`,
    '--lb-config-override',
    'settings.defaultProxyTimeout=300',
    ...LEAN,
  ]);
  const balancer = 'k3d-front-serverlb';
  const logs = () => containers.logs(balancer, 200);
  const starts = async () =>
    (await logs()).split('\n').filter((line) => line.includes('start worker processes')).length;
  const untilReload = async (before: number) =>
    poll(async () => ((await starts()) > before ? true : undefined), 200, AbortSignal.timeout(15_000));

  await t.test('it is what the others see of the cluster', async () => {
    assert.match(await s.k3dOk(['cluster', 'list', 'front', '--no-headers']), /^front +1\/1 +1\/1 +true\n$/);
    const details = await containers.inspect(balancer);
    assert.equal(details?.labels['k3d.role'], 'loadbalancer');
    assert.deepEqual(details?.ports.map(({ containerPort }) => containerPort).sort(), [10250, 6443]);
    assert.deepEqual((await containers.inspect('k3d-front-server-0'))?.ports, []);
    assert.equal((await containers.inspect('k3d-front-server-0'))?.labels['k3d.server.loadbalancer'], balancer);
    const { stdout } = await containers.exec(balancer, ['cat', '/etc/nginx/nginx.conf']);
    assert.match(stdout, /proxy_timeout 300;/);
    assert.ok((await starts()) > 0, 'the line that k3d waits for is in its log');
    assert.equal(await s.kubectl('get', 'nodes', 'k3d-front-agent-0', '-o', 'name'), 'node/k3d-front-agent-0');
  });

  await t.test('a port reaches the node behind it', async () => {
    // The kubelet's port is open on every node and needs no workload: that TLS answers shows the way through.
    assert.match(await answerOf(reserved.port), /HTTP\/1\.0 400|HTTP request to an HTTPS server/);
  });

  await t.test(
    'a change of its file is taken over without a restart, and connections to other ports stay',
    async () => {
      const before = await starts();
      const open = createConnection({ host: '127.0.0.1', port: reserved.port });
      await new Promise((resolve) => open.once('connect', resolve));
      const content =
        'ports:\n  6443.tcp:\n    - k3d-front-server-0\n  10250.tcp:\n    - k3d-front-server-0\nsettings:\n  workerConnections: 512\n';
      await containers.putFiles(balancer, [{ path: VALUES_PATH, content, mode: 0o644 }]);
      await untilReload(before);
      assert.equal(open.destroyed || open.readableEnded, false);
      open.destroy();
      const { stdout } = await containers.exec(balancer, ['cat', '/etc/nginx/nginx.conf']);
      assert.match(stdout, /worker_connections 512/);
      assert.match(stdout, /upstream 10250_tcp \{\n\s+server [\d.]+:10250 .*# k3d-front-server-0/);
      assert.equal(await s.kubectl('get', 'nodes', 'k3d-front-server-0', '-o', 'name'), 'node/k3d-front-server-0');
    },
  );

  const published = async () => {
    const list = await containers.list(['app=k3d', 'k3d.cluster=front']);
    return list.flatMap(({ ports }) => ports.map(({ hostPort }) => hostPort)).filter((port) => port !== apiPort);
  };
  const [second, third] = [await freePort(), await freePort()];

  await t.test('ports come and go on the one load balancer, which is replaced', async () => {
    const hosts = (await containers.inspect(balancer))?.extraHosts;
    await s.k3dOk(['cluster', 'edit', 'front', '--port-add', `${second}:10250@server:0`]);
    assert.match(await answerOf(second), /HTTP request to an HTTPS server/);
    await s.k3dOk(['node', 'edit', balancer, '--port-add', `${third}:10250@agents:*`]);
    for (const port of [reserved.port, second, third])
      assert.match(await answerOf(port), /HTTP request to an HTTPS server/);
    await s.k3dOk(['cluster', 'update', 'front', '--port-delete', `${second}:10250`]);
    assert.deepEqual((await published()).sort(), [reserved.port, third].sort());
    assert.deepEqual((await containers.inspect(balancer))?.extraHosts, hosts);
    assert.equal(await s.kubectl('get', 'nodes', 'k3d-front-server-0', '-o', 'name'), 'node/k3d-front-server-0');
    const balancers = await containers.list(['k3d.cluster=front', 'k3d.role=loadbalancer']);
    assert.deepEqual(
      balancers.map(({ name }) => name),
      [balancer],
    );
  });

  await t.test('one that has stepped aside for an edit that was killed is back with the next', async () => {
    await containers.rename(balancer, `${balancer}.aside-0a1b2c3d`);
    await s.k3dOk(['cluster', 'edit', 'front', '--port-add', `${second}:10250@server:0`]);
    await s.k3dOk(['cluster', 'edit', 'front', '--port-delete', `${second}:10250`]);
    const balancers = await containers.list(['k3d.cluster=front', 'k3d.role=loadbalancer']);
    assert.deepEqual(
      balancers.map(({ name }) => name),
      [balancer],
    );
  });

  await t.test('what is published already needs nothing', async () => {
    const before = (await containers.inspect(balancer))?.id;
    await s.k3dOk(['node', 'edit', balancer, '--port-add', `${third}:10250`]);
    assert.equal((await containers.inspect(balancer))?.id, before);
  });

  await t.test('a port that is closed is free at once', async () => {
    await s.k3dOk(['cluster', 'edit', 'front', '--port-delete', `${reserved.port}:10250`]);
    const taken = createServer();
    await new Promise<void>((resolve, reject) => {
      taken.once('error', reject);
      taken.listen(reserved.port, '127.0.0.1', resolve);
    });
    await new Promise((resolve) => taken.close(resolve));
  });

  await t.test('what can not be changed is one sentence', async () => {
    const cases: [string[], RegExp][] = [
      [['cluster', 'edit', 'front'], /^Error: nothing to change: give --port-add or --port-delete/m],
      [['cluster', 'edit', 'nobody', '--port-add', '1:1'], /^Error: cluster "nobody" does not exist; there are front/m],
      [['cluster', 'edit', 'front', '--port-add', `${third}:80`], /^Error: port \d+\/tcp on 127\.0\.0\.1 is taken by/m],
      [['cluster', 'edit', 'front', '--port-add', '80@agent:5'], /names node 5, but the cluster has only nodes 0 to 0/],
      [['cluster', 'edit', 'front', '--port-add', '80@agent:0:direct'], /container that runs can't publish more ports/],
      [
        ['cluster', 'edit', 'front', '--port-delete', '9:9'],
        /^Error: flag --port-delete: port "9:9" is not published/m,
      ],
      [['cluster', 'edit', 'front', '--port-delete', '6443'], /the port of the Kubernetes API can't be closed/],
      [['node', 'edit', 'k3d-front-agent-0', '--port-add', '80'], /is no load balancer: its ports can't be changed/],
    ];
    const before = await objectsOf(s.engine);
    for (const [args, message] of cases) {
      const { status, stderr } = await s.k3d(args);
      assert.match(stderr, message);
      assert.equal(status, 1);
    }
    assert.deepEqual(await objectsOf(s.engine), before);
  });

  await t.test('stopped and started it stands there again', async () => {
    await s.k3dOk(['cluster', 'restart', 'front', '--wait=false']);
    assert.deepEqual(await published(), [third]);
    await poll(() => s.kubectl('get', 'nodes', '-o', 'name').catch(() => undefined), 300, AbortSignal.timeout(30_000));
  });
});
