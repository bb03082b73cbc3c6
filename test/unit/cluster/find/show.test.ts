import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imagesOf } from '../../../../src/cluster/find/show.ts';

test('images are told by their shortest names; one that has lost its names to another is passed over', () => {
  const app = { names: ['docker.io/library/app@sha256:1', 'docker.io/library/app:1'], sizeBytes: 5 };
  const nodes = [
    { metadata: { name: 'one' }, spec: {}, status: { images: [app, { names: null, sizeBytes: 9 }, { sizeBytes: 8 }] } },
    { metadata: { name: 'two' }, spec: {}, status: { images: [app] } },
  ];
  assert.deepEqual(imagesOf(nodes), [{ name: 'app:1', bytes: 5, nodes: 2 }]);
});
