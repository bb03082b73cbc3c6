import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pullMessage } from '../../../src/kubernetes/pullMessage.ts';

test('of a failed pull the reason is left, as old and new releases say it', () => {
  const image = 'ghcr.io/acme/api:v7';
  const around = `failed to pull and unpack image "${image}": failed to resolve reference "${image}"`;
  const request = `failed to do request: Head "https://ghcr.io/v2/acme/api/manifests/v7"`;
  const cases: [string, string][] = [
    [`rpc error: code = NotFound desc = ${around}: ${image}: not found`, `${image}: not found`],
    [
      `rpc error: code = Unknown desc = ${around}: ${request}: dial tcp: lookup ghcr.io: no such host`,
      'dial tcp: lookup ghcr.io: no such host',
    ],
    [
      `Back-off pulling image "${image}": ErrImagePull: rpc error: code = NotFound desc = ${around}: ${image}: not found`,
      `ErrImagePull: ${image}: not found`,
    ],
    [`Back-off pulling image "${image}"`, `Back-off pulling image "${image}"`],
    ['secret "settings" not found', 'secret "settings" not found'],
  ];
  for (const [said, reason] of cases) assert.equal(pullMessage(said), reason);
});
