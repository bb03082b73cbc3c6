import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DEFAULT_K3S_VERSION, DEFAULTS, k3sImage } from '../../../src/config/defaults.ts';
import { chooseReleases, KNOWN_CHANNELS } from '../../../src/config/releases.ts';
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

test('what is used when nobody asks is of a minor that the table has', () => {
  const minors = chooseReleases(KNOWN_CHANNELS, { last: undefined, supported: false, minimum: undefined });
  const minor = DEFAULT_K3S_VERSION.split('.').slice(0, 2).join('.');
  assert.ok(
    minors.some((release) => release.startsWith(`${minor}.`)),
    `${minor} is none of ${minors.join(', ')}`,
  );
  assert.equal(DEFAULTS.image, k3sImage(DEFAULT_K3S_VERSION));
});
