import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesInIndex, namesInManifest } from '../../../../src/cluster/images/imageArchive.ts';
import { readTargets } from '../../../../src/cluster/images/nodeImages.ts';

test('names are found in both kinds of archive', () => {
  assert.deepEqual(namesInManifest('[{"RepoTags":["a:1","b:2"]},{"RepoTags":null}]'), ['a:1', 'b:2']);
  // As the containerd image store of Docker 29 writes it: a full name, and a bare tag beside it.
  const index = {
    manifests: [
      {
        annotations: { 'io.containerd.image.name': 'docker.io/library/a:1', 'org.opencontainers.image.ref.name': '1' },
      },
      { annotations: { 'org.opencontainers.image.ref.name': 'latest' } },
      { annotations: { 'org.opencontainers.image.ref.name': 'ghcr.io/me/b:2' } },
      {},
    ],
  };
  assert.deepEqual(namesInIndex(JSON.stringify(index)), ['docker.io/library/a:1', 'ghcr.io/me/b:2']);
  assert.deepEqual([namesInManifest(undefined), namesInIndex(undefined), namesInIndex('{}')], [[], [], []]);
});

test("containerd's own list tells what each name stands for", () => {
  const list = `REF                                            TYPE                                       DIGEST                       SIZE     PLATFORMS   LABELS
docker.io/k3d-e2e/app:1                        application/vnd.oci.image.manifest.v1+json sha256:${'a'.repeat(64)} 1.4 MiB  linux/amd64 io.cri-containerd.image=managed
sha256:${'b'.repeat(64)} application/vnd.oci.image.index.v1+json    sha256:${'c'.repeat(64)} 38.2 MiB linux/amd64 -
`;
  assert.deepEqual(readTargets(list), [
    ['docker.io/k3d-e2e/app:1', `sha256:${'a'.repeat(64)}`],
    [`sha256:${'b'.repeat(64)}`, `sha256:${'c'.repeat(64)}`],
  ]);
  assert.deepEqual(readTargets(''), []);
});
