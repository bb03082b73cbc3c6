import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { NestedImages } from '../../../../src/cluster/dind/images.ts';
import type { Images } from '../../../../src/docker/engine.ts';

test('an image of the engine outside is brought over once, also when its id is never the same', async () => {
  let loads = 0;
  const inner = {
    inspect: () => Promise.resolve(loads === 0 ? undefined : { id: 'sha256:inner' }),
    load: () => Promise.resolve(void loads++),
  } as unknown as Images;
  const outer = {
    inspect: () => Promise.resolve({ id: 'sha256:outer' }),
    save: () => Promise.resolve(Readable.from(['archive'])),
  } as unknown as Images;
  const images = new NestedImages(inner, outer);
  const found = await Promise.all([images.inspect('a:1'), images.inspect('a:1')]);
  await images.inspect('a:1');
  assert.deepEqual(
    found.map((one) => one?.id),
    ['sha256:inner', 'sha256:inner'],
  );
  assert.equal(loads, 1);
  await images.inspect('b:1');
  assert.equal(loads, 2);
});
