import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withUsualImage } from '../../../src/cluster/create/index.ts';
import { DEFAULT_K3S_VERSION, DEFAULTS, usualImage } from '../../../src/config/defaults.ts';
import { mergeLayers } from '../../../src/config/merge.ts';
import { chooseReleases, KNOWN_CHANNELS } from '../../../src/config/releases.ts';
import type { ConfigLayer } from '../../../src/config/types.ts';
import type { EngineSystem } from '../../../src/docker/engine.ts';
import { run } from '../../run.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

test('the script brings the table of releases up to date, and leaves it alone when nothing can be asked', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-releases-'));
  const file = join(folder, 'releases.ts');
  copyFileSync(join(root, 'src/config/releases.ts'), file);
  const before = readFileSync(file, 'utf8');
  const minors = Array.from({ length: 14 }, (_, index) => `v1.${30 + index}`);
  const data = [
    ...minors.map((name) => ({ name, latest: `${name}.7+k3s1` })),
    { name: 'v1.43-testing', latest: 'v1.43.8-rc1+k3s1' },
    { name: 'latest', latest: 'v1.43.7+k3s1' },
  ];
  const server = createServer((_request, response) => response.end(JSON.stringify({ data })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const update = (url: string) =>
    run(process.execPath, [join(root, 'script/releases.ts'), file], { K3D_CHANNELS_URL: url });

  const refused = await update('http://127.0.0.1:1/');
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /^Error: The channels of k3s can't be read from http:\/\/127\.0\.0\.1:1\//m);
  assert.equal(readFileSync(file, 'utf8'), before);

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  assert.equal((await update(url)).stdout, 'The table has been brought up to date\n');
  const after = readFileSync(file, 'utf8');
  const list = /const RELEASES = \[\n([^\]]*)\] as const;/.exec(after)?.[1]?.split('\n') ?? [];
  assert.deepEqual(
    list.map((line) => line.trim()).filter(Boolean),
    minors
      .slice(4)
      .reverse()
      .map((minor) => `'${minor}.7+k3s1',`),
  );
  assert.match(after, new RegExp(`RELEASES_OF = '${new Date().toISOString().slice(0, 10)}'`));
  assert.equal((await update(url)).stdout, 'The table is up to date\n');
});

test('what is used when nobody asks is supported; on cgroup v1 it is the newest minor that runs there', () => {
  const supported = chooseReleases(KNOWN_CHANNELS, { last: undefined, supported: true, minimum: undefined });
  assert.ok(supported.includes(DEFAULT_K3S_VERSION), `${DEFAULT_K3S_VERSION} is none of ${supported.join(', ')}`);
  assert.match(usualImage(1), /^rancher\/k3s:v1\.34\.\d+-k3s\d+$/);
  assert.equal(usualImage(2), DEFAULTS.image);
});

test('an image that somebody asked for stays; one that nobody did is the machine’s', async () => {
  const on = (cgroupVersion: number) => ({ system: async () => ({ cgroupVersion }) as EngineSystem });
  const said: string[] = [];
  const reporter = { info: (text: string) => void said.push(text) };
  const imageOn = async (version: number, layer: ConfigLayer): Promise<string> =>
    (await withUsualImage(mergeLayers(layer), on(version), reporter)).image;
  assert.equal(await imageOn(2, {}), DEFAULTS.image);
  assert.equal(await imageOn(1, {}), usualImage(1));
  assert.equal(await imageOn(1, { image: DEFAULTS.image }), DEFAULTS.image);
  assert.equal(await imageOn(1, { image: 'own:1' }), 'own:1');
  assert.equal(said.length, 1);
  assert.match(said[0] ?? '', /^This machine has cgroup v1, .*: k3s-default gets k3s v1\.34\.\d+$/);
});
