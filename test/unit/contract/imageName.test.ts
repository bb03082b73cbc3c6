import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fullImageName, repositoryOf } from '../../../src/contract/imageName.ts';

test('names are completed as Docker and containerd do it', () => {
  const cases = {
    busybox: 'docker.io/library/busybox:latest',
    'busybox:1.36': 'docker.io/library/busybox:1.36',
    'me/app': 'docker.io/me/app:latest',
    'docker.io/me/app:1': 'docker.io/me/app:1',
    'index.docker.io/me/app:1': 'docker.io/me/app:1',
    'ghcr.io/me/app': 'ghcr.io/me/app:latest',
    'localhost:5000/app:1': 'localhost:5000/app:1',
    'localhost/app': 'localhost/app:latest',
    [`app@sha256:${'a'.repeat(64)}`]: `docker.io/library/app@sha256:${'a'.repeat(64)}`,
  };
  for (const [name, full] of Object.entries(cases)) assert.equal(fullImageName(name), full);
});

test('a repository is a name without its tag or digest', () => {
  const cases = {
    'docker.io/library/app:1': 'docker.io/library/app',
    'localhost:5000/app:1': 'localhost:5000/app',
    'localhost:5000/app': 'localhost:5000/app',
    'docker.io/me/app:1@sha256:0': 'docker.io/me/app',
    [`ghcr.io/me/app@sha256:${'a'.repeat(64)}`]: 'ghcr.io/me/app',
  };
  for (const [name, repository] of Object.entries(cases)) assert.equal(repositoryOf(name), repository);
});
