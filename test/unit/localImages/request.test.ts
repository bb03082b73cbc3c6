import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRange, readRequest } from '../../../src/localImages/request.ts';

const digest = `sha256:${'0a'.repeat(32)}`;

test('requests of containerd for a mirror are read, and nothing else', () => {
  assert.deepEqual(readRequest('/v2/', null), { kind: 'version' });
  assert.deepEqual(readRequest('/v2/library/myapp/manifests/dev', 'docker.io'), {
    kind: 'tag',
    reference: 'docker.io/library/myapp:dev',
  });
  assert.deepEqual(readRequest('/v2/a/b/c/manifests/1', 'ghcr.io:443'), {
    kind: 'tag',
    reference: 'ghcr.io:443/a/b/c:1',
  });
  assert.deepEqual(readRequest(`/v2/a/manifests/${digest}`, 'x.io'), { kind: 'manifest', digest });
  assert.deepEqual(readRequest(`/v2/a/blobs/${digest}`, 'x.io'), { kind: 'blob', digest });
  for (const path of ['/', '/v2/a/blobs/1', '/v2/a/tags/list', '/v2/a/manifests/sha256:12', '/v2/a/blobs/sha256:../x'])
    assert.equal(readRequest(path, 'docker.io'), undefined, path);
});

test('a range of bytes is read as the RFC has it', () => {
  const cases: [string | undefined, ReturnType<typeof readRange>][] = [
    [undefined, undefined],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=10-1000', { start: 10, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=20-10', undefined],
    ['bytes=0-1,5-6', undefined],
    ['lines=0-1', undefined],
    ['bytes=-', undefined],
  ];
  for (const [header, expected] of cases) assert.deepEqual(readRange(header, 100), expected, header);
});
