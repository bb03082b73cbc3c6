import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { docker, eventually, freePort, image, LEAN, run, type Stage, stage } from './bed.ts';

/** A proxy that leads nowhere, on an address that containers reach. @returns its URL, and what it was asked for */
async function deadEnd(place: Stage): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    // Whoever asked may be gone before the answer.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '0.0.0.0', resolve));
  place.defer(async () => void proxy.close());
  const gateway = await docker('network', 'inspect', 'bridge', '--format', '{{(index .IPAM.Config 0).Gateway}}');
  const url = `http://${gateway.trim()}:${(proxy.address() as AddressInfo).port}`;
  return { url, asked };
}

test('nodes pull through the proxy of the environment, and find each other without it', async (t) => {
  const place = await stage(t);
  const { url, asked } = await deadEnd(place);
  place.owns('proxied');
  const flags = ['--image', image, '--agents', '1', ...LEAN];
  await place.k3dOk(['cluster', 'create', 'proxied', ...flags], { HTTP_PROXY: url, HTTPS_PROXY: url });
  for (const node of ['server-0', 'agent-0']) {
    const name = `registry-of-${node}.example`;
    const pull = ['exec', `k3d-proxied-${node}`, 'crictl', 'pull', `${name}/image:1`];
    const { status, stderr } = await run('docker', pull);
    assert.notEqual(status, 0);
    assert.ok(asked.includes(`${name}:443`), `${asked.join(' ')}: ${stderr}`);
  }
  const outside = asked.filter((target) => !/example/.test(target));
  assert.deepEqual(outside, []);
});

test('a pull-through cache asks through the proxy', async (t) => {
  const place = await stage(t);
  const { url, asked } = await deadEnd(place);
  const port = String(await freePort());
  place.defer(async () => void (await place.k3dOk(['registry', 'delete', 'proxied-cache'])));
  const flags = ['--port', port, '--proxy-remote-url', 'https://hub.example', '--no-help'];
  await place.k3dOk(['registry', 'create', 'proxied-cache', ...flags], { HTTPS_PROXY: url });
  await eventually(async (signal) => {
    await fetch(`http://127.0.0.1:${port}/v2/library/image/manifests/1`, { signal }).catch(() => undefined);
    assert.ok(asked.includes('hub.example:443'), asked.join(' '));
    return true;
  });
});
