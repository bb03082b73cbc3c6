import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedReleaseFiles, releaseFiles } from '../../../src/plan/releaseFiles.ts';

const image = (release: string): string => `rancher/k3s:${release}-k3s1`;
const NOTHING = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
const NO_RECORD = `${NOTHING}imagePullCredentialsVerificationPolicy: NeverVerify\n`;

test('a kubelet that keeps a record of what it has pulled is told not to, and no other is', () => {
  const isTold = (release: string): boolean =>
    releaseFiles(image(release), []).some(({ content }) => content === NO_RECORD);
  assert.deepEqual(['v1.35.0', 'v1.36.4', 'v1.37.0'].filter(isTold), ['v1.35.0', 'v1.36.4', 'v1.37.0']);
  assert.deepEqual(['v1.23.1', 'v1.34.9', 'latest'].filter(isTold), []);
  assert.deepEqual(releaseFiles(image('v1.36.4'), ['/mine:/var/lib/rancher/k3s']), []);
});

test('what a node was told goes with its release, on its way there and back', () => {
  const content = (from: string, to: string) =>
    changedReleaseFiles(image(from), image(to), []).map((file) => file.content);
  assert.deepEqual(content('v1.34.1', 'v1.35.3'), [NO_RECORD]);
  assert.deepEqual(content('v1.35.3', 'v1.34.1'), [NOTHING]);
  assert.deepEqual(content('v1.35.3', 'v1.36.3'), []);
  assert.deepEqual(content('v1.33.5', 'v1.34.1'), []);
});
