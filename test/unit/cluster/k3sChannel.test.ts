import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { resolveImage } from '../../../src/cluster/k3sChannel.ts';

test('a channel stands for the release that it is at', async (t) => {
  const data = [
    { name: 'stable', latest: 'v1.33.5+k3s1' },
    { name: 'v1.32', latest: 'v1.32.9+k3s1' },
  ];
  const server = createServer((_request, response) => response.end(JSON.stringify({ type: 'collection', data })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const env = { K3D_CHANNELS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/channels` };
  assert.equal(await resolveImage('stable', env), 'rancher/k3s:v1.33.5-k3s1');
  assert.equal(await resolveImage('+v1.32', env), 'rancher/k3s:v1.32.9-k3s1');
  assert.equal(await resolveImage('rancher/k3s:v1.2.3-k3s1', {}), 'rancher/k3s:v1.2.3-k3s1');
  await assert.rejects(resolveImage('+v1.3', env), {
    name: 'UserError',
    message: 'k3s has no channel "v1.3": did you mean "v1.32"?',
  });
  await assert.rejects(resolveImage('latest', { K3D_CHANNELS_URL: 'http://127.0.0.1:1/' }), {
    name: 'UserError',
    message: /^the channels of k3s can't be read from http:\/\/127\.0\.0\.1:1\/: .*; name a release instead/,
  });
});
