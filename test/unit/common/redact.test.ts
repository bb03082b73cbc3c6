import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Folder } from '../../../src/diagnostics/folder.ts';
import { redact } from '../../../src/common/redact.ts';

/** A secret of each kind, where it stands in logs and settings. */
const SECRETS: [string, string][] = [
  ['-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIBkeyBytes\n-----END EC PRIVATE KEY-----', 'MHcCAQEEIBkeyBytes'],
  ['token: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl', 'eyJzdWIiOiJhIn0'],
  [`K10${'0'.repeat(64)}::server:s3cretpart`, 's3cretpart'],
  ['"K3S_TOKEN=clusterT0ken",', 'clusterT0ken'],
  ['DB_PASSWORD:  hunter2', 'hunter2'],
  ['"--token", "argT0ken"', 'argT0ken'],
  ['--datastore-endpoint=postgres://user:dbpass@db:5432/k3s', 'dbpass'],
  ['K3S_DATASTORE_ENDPOINT=postgres://user:slash/at@pass@db:5432/k3s', 'at@pass'],
  [`https://AWS:${'k'.repeat(2000)}@registry.example.org/v2/`, 'kkkk'],
  ['K3S_DATASTORE_ENDPOINT=user:noScheme@Pass@tcp(db:3306)/k3s', 'noScheme@Pass'],
  ['Authorization: Bearer abcdefgh12345678', 'abcdefgh12345678'],
  ['client-key-data: LS0tLS1CRUdJTg==', 'LS0tLS1CRUdJTg=='],
  ['aws_secret_access_key = wJalrXUtnFEMI', 'wJalrXUtnFEMI'],
  ['{"apiKey":"k-123456789"}', 'k-123456789'],
];

test('secrets are left out of diagnostics, however they are written', () => {
  for (const [text, secret] of SECRETS) {
    const clean = redact(`before\n${text}\nafter`, []);
    assert.ok(!clean.includes(secret), clean);
    assert.match(clean, /^before\n/);
  }
});

test('what is no secret stays readable', () => {
  const plain = [
    'Mounts: /var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-x (ro)',
    'MountVolume.SetUp failed for volume "c" : secret "missing" not found',
    'level=info msg="Handling backend connection request"',
    'E1123 pod_workers.go:918] "Error syncing pod, skipping" err="failed to pull image: not found"',
    'automountServiceAccountToken: true',
    'pulled from http://localhost:5000/app@sha256:0123',
  ];
  for (const line of plain) assert.equal(redact(line, []), line);
});

test('known secrets go wherever they stand, short ones that are everywhere do not', () => {
  assert.equal(redact('x=clusterT0ken;t', ['clusterT0ken', 't']), 'x=***;t');
});

test('diagnostics are for their owner only, and bounded in size', async (t) => {
  const path = mkdtempSync(join(tmpdir(), 'k3d-folder-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  const folder = new Folder(path);
  await folder.prepare();
  folder.conceal(['s3cret']);
  await folder.write('a/b.log', `${'x'.repeat(3 * 1024 * 1024)} s3cret end`);
  const file = join(path, 'a', 'b.log');
  assert.deepEqual([statSync(path).mode & 0o777, statSync(file).mode & 0o777], [0o700, 0o600]);
  const text = readFileSync(file, 'utf8');
  assert.equal(text.length, 2 * 1024 * 1024);
  assert.ok(text.endsWith('x *** end'), 'the end is kept');
  assert.equal(folder.written[0]?.cut, true);
  for (let index = 0; index < 30; index++) await folder.write(`c${index}`, 'y'.repeat(2 * 1024 * 1024));
  assert.equal(
    folder.written.reduce((sum, { bytes }) => sum + bytes, 0),
    50 * 1024 * 1024,
  );
  assert.match(folder.problems[0] ?? '', /left out/);
});
