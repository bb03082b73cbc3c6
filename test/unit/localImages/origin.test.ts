import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBuilt } from '../../../src/localImages/origin.ts';

const classic = (...repoDigests: string[]) => ({
  ...{ id: 'sha256:config', layers: [], arch: 'amd64', size: 1, env: [], labels: {}, identity: undefined },
  repoDigests,
});
const containerd = (repository: string, pulledFrom?: string[]) => ({
  ...classic(`${repository}@sha256:top`),
  id: 'sha256:top',
  identity: pulledFrom && { pulledFrom },
});

test('in the classic store what has no digest in its repository was built here', () => {
  assert.equal(isBuilt(classic(), 'docker.io/library/myapp:dev', '1.45'), true);
  assert.equal(isBuilt(classic('nginx@sha256:1'), 'docker.io/library/nginx:latest', '1.45'), false);
  assert.equal(isBuilt(classic('user/app@sha256:1'), 'docker.io/user/app:1', '1.45'), false);
  assert.equal(isBuilt(classic('ghcr.io/a/b@sha256:1'), 'ghcr.io/a/b:1', '1.45'), false);
  assert.equal(isBuilt(classic('localhost:5000/b@sha256:1'), 'localhost:5000/b:1', '1.45'), false);
  // Pulled under another name, and named anew here.
  assert.equal(isBuilt(classic('nginx@sha256:1'), 'docker.io/library/myapp:dev', '1.45'), true);
});

test('in containerd’s store the engine tells since Docker 29, and before that nothing is taken for built', () => {
  assert.equal(isBuilt(containerd('myapp', []), 'docker.io/library/myapp:dev', '1.54'), true);
  assert.equal(isBuilt(containerd('nginx', ['docker.io/library/nginx']), 'docker.io/library/nginx:1', '1.54'), false);
  assert.equal(isBuilt(containerd('myapp', ['docker.io/library/nginx']), 'docker.io/library/myapp:1', '1.54'), true);
  assert.equal(isBuilt(containerd('127.0.0.1:5000/a', ['127.0.0.1/a']), '127.0.0.1:5000/a:1', '1.54'), false);
  // Loaded: nothing is said of it.
  assert.equal(isBuilt(containerd('myapp'), 'docker.io/library/myapp:dev', '1.54'), true);
  assert.equal(isBuilt(containerd('myapp'), 'docker.io/library/myapp:dev', '1.48'), false);
});
