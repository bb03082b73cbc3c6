import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docker, freePort, stage } from './bed.ts';

/** A tag that Docker Hub does not have. */
const NAME = 'registry:k3d-only-in-the-mirror';

test('an image that Docker Hub does not give comes from a mirror, under the name that was asked for', async (t) => {
  const s = await stage(t);
  const port = await freePort();
  const mirrored = `localhost:${port}/library/${NAME}`;
  s.defer(async () => void (await docker('image', 'rm', '--force', NAME, mirrored)));
  await s.k3dOk(['registry', 'create', 'mirror', '--port', `127.0.0.1:${port}`]);
  s.defer(async () => void (await s.k3d(['registry', 'delete', 'mirror', 'second'])));
  await docker('tag', 'registry:2', mirrored);
  await docker('push', '--quiet', mirrored);
  await docker('image', 'rm', mirrored);
  const create = ['registry', 'create', 'second', '--image', NAME];

  const without = await s.k3d(create);
  assert.equal(without.status, 1);
  assert.match(without.stderr, /^Error: image registry:k3d-only-in-the-mirror (does not exist|can't be pulled)/m);

  // A mirror that is not there does not keep the next one from being asked.
  const { status, stderr } = await s.k3d(create, { K3D_IMAGE_MIRRORS: `127.0.0.1:1, localhost:${port}` });
  assert.equal(status, 0, stderr);
  assert.match(stderr, /Warning: Image registry:k3d-only-in-the-mirror can't be pulled: /);
  assert.match(await docker('ps', '--format', '{{.Names}} {{.Image}}'), new RegExp(`^k3d-second ${NAME}$`, 'm'));
});
