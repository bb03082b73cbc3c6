import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { readChannels, resolveImage } from '../../../../src/cluster/create/k3sChannel.ts';
import { chooseReleases, KNOWN_CHANNELS } from '../../../../src/config/releases.ts';

/** k3s's server of channels, as far as it is asked. @returns the environment that leads to it */
async function server(t: TestContext): Promise<NodeJS.ProcessEnv> {
  const data = [
    { name: 'stable', latest: 'v1.33.5+k3s1' },
    { name: 'v1.34', latest: 'v1.34.1+k3s1' },
    { name: 'v1.33', latest: 'v1.33.5+k3s1' },
    { name: 'v1.32', latest: 'v1.32.9+k3s1' },
    { name: 'v1.32-testing', latest: 'v1.32.10-rc1+k3s1' },
  ];
  const listening = createServer((_request, response) => response.end(JSON.stringify({ type: 'collection', data })));
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  t.after(() => listening.close());
  return { K3D_CHANNELS_URL: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/channels` };
}

test('a channel stands for the release that it is at, a range for the newest in it', async (t) => {
  const env = await server(t);
  assert.equal(await resolveImage('stable', env), 'rancher/k3s:v1.33.5-k3s1');
  assert.equal(await resolveImage('+v1.32', env), 'rancher/k3s:v1.32.9-k3s1');
  assert.equal(await resolveImage('+>=1.31 <1.34', env), 'rancher/k3s:v1.33.5-k3s1');
  assert.equal(await resolveImage('+1.32.x', env), 'rancher/k3s:v1.32.9-k3s1');
  assert.equal(await resolveImage('rancher/k3s:v1.2.3-k3s1', {}), 'rancher/k3s:v1.2.3-k3s1');
  const refused = (image: string, message: string) =>
    assert.rejects(resolveImage(image, env), { name: 'UserError', message });
  await refused('+v1.3', 'k3s has no channel "v1.3": did you mean "v1.34"?');
  await refused(
    '+<1.20',
    'no release of k3s is in the range "<1.20": the newest of each minor are v1.34.1+k3s1, v1.33.5+k3s1, v1.32.9+k3s1, …',
  );
});

test('where the server can not be asked, the releases that the program knows are used, and it is said', async () => {
  const said: string[] = [];
  const env = { K3D_CHANNELS_URL: 'http://127.0.0.1:1/' };
  assert.equal(await resolveImage('+v1.31', env, (message) => said.push(message)), 'rancher/k3s:v1.31.14-k3s1');
  assert.match(
    said.join(),
    /^The channels of k3s can't be read from http:\/\/127\.0\.0\.1:1\/: .*; the releases of \d+/,
  );
});

test('a matrix gets the newest release of each minor', async (t) => {
  const channels = await readChannels(await server(t), () => undefined);
  const all = { last: undefined, supported: false, minimum: undefined };
  assert.deepEqual(chooseReleases(channels, all), ['v1.34.1+k3s1', 'v1.33.5+k3s1', 'v1.32.9+k3s1']);
  assert.deepEqual(chooseReleases(channels, { ...all, last: 2 }), ['v1.34.1+k3s1', 'v1.33.5+k3s1']);
  assert.deepEqual(chooseReleases(channels, { ...all, minimum: 'v1.33' }), ['v1.34.1+k3s1', 'v1.33.5+k3s1']);
  assert.equal(chooseReleases(KNOWN_CHANNELS, { ...all, supported: true }).length, 3);
  assert.deepEqual(chooseReleases(channels, { ...all, minimum: 'v1.40' }), []);
});
