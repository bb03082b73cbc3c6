import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { test } from 'node:test';
import { reservePort } from '../../src/cluster/hostPorts.ts';
import { poll } from '../../src/common/poll.ts';
import { VALUES_PATH } from '../../src/plan/loadBalancer.ts';
import { image, LEAN, stage } from './bed.ts';

test('a load balancer stands before the servers, and follows its file and its nodes', async (t) => {
  const s = await stage(t);
  const { containers } = s.engine;
  const reserved = await reservePort('127.0.0.1');
  await reserved.release();
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
    assert.ok((await starts()) > 0, 'the line that k3d waits for is in its log');
    assert.equal(await s.kubectl('get', 'nodes', 'k3d-front-agent-0', '-o', 'name'), 'node/k3d-front-agent-0');
  });

  await t.test('a port reaches the node behind it', async () => {
    // The kubelet's port is open on every node and needs no workload: that TLS answers shows the way through.
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = createConnection({ host: '127.0.0.1', port: reserved.port, timeout: 5000 }, () =>
        socket.write('GET / HTTP/1.0\r\n\r\n'),
      );
      socket.once('data', (data) => resolve(data.toString('latin1'))).once('error', reject);
      socket.once('timeout', () => reject(new Error('no answer')));
    });
    assert.match(answer, /HTTP\/1\.0 400|HTTP request to an HTTPS server/);
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

  await t.test('stopped and started it stands there again', async () => {
    await s.k3dOk(['cluster', 'restart', 'front', '--no-wait']);
    await poll(() => s.kubectl('get', 'nodes', '-o', 'name').catch(() => undefined), 300, AbortSignal.timeout(30_000));
  });
});
