import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownWords, pullErrors } from '../../../src/diagnostics/pullErrors.ts';

// As containerd 2.3 has written it.
const LOG = String.raw`
time="T" level=info msg="trying next host after status: 404 Not Found" host="192.168.224.1:42893" method=HEAD url="http://192.168.224.1:42893/k3d-b1d215810593ae0ed66d795513417790/v2/foo/manifests/1?ns=nonexistent.test"
time="T" level=info msg="fetch failed" error="failed to do request: Head \"https://nonexistent.test/v2/foo/manifests/1\": dial tcp: lookup nonexistent.test: no such host" host=nonexistent.test method=HEAD url="https://nonexistent.test/v2/foo/manifests/1"
time="T" level=info msg="fetch failed" error="pull access denied, repository does not exist or may require authorization: server message: invalid_token: authorization failed" host=registry-1.docker.io method=HEAD url="https://registry-1.docker.io/v2/acme/private/manifests/2"
time="T" level=info msg="fetch failed after status: 404 Not Found" host=quay.io method=HEAD url="https://quay.io/v2/a/b/manifests/1"
`;

test('behind a registry that is asked first, the words of the image’s own registry are found', () => {
  const errors = pullErrors(LOG);
  const notFound = (image: string): string => `container a: ErrImagePull: ${image}: not found`;
  assert.equal(
    ownWords(notFound('nonexistent.test/foo:1'), errors),
    'its registry: dial tcp: lookup nonexistent.test: no such host',
  );
  assert.match(ownWords(notFound('docker.io/acme/private:2'), errors) ?? '', /^its registry: pull access denied/);
  assert.equal(ownWords(notFound('quay.io/a/b:1'), errors), undefined);
  assert.equal(ownWords('container a: ErrImagePull: dial tcp: no such host', errors), undefined);
});
