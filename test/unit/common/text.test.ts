import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodeText } from '../../../src/common/text.ts';
import { readConfigFile } from '../../../src/config/file.ts';

const TEXT = 'apiVersion: k3d.io/v1alpha5\nkind: Simple\nmetadata: {name: grüße}\n';
const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]);
const FORMS: Record<string, Buffer> = {
  'UTF-8': Buffer.from(TEXT),
  'UTF-8 with a mark': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)]),
  'UTF-16, little endian': little,
  'UTF-16, big endian': Buffer.from(little).swap16(),
};

test('a byte order mark says how a text is meant', () => {
  for (const [form, bytes] of Object.entries(FORMS)) assert.equal(decodeText(bytes), TEXT, form);
  assert.equal(decodeText(new Uint8Array()), '');
});

test('a config file is understood in each of these forms', () => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-test-'));
  for (const [form, bytes] of Object.entries(FORMS)) {
    writeFileSync(join(folder, 'k3d.yaml'), bytes);
    assert.throws(() => readConfigFile('k3d.yaml', {}, folder), /"grüße" can't be a cluster's name/, form);
  }
  rmSync(folder, { recursive: true });
});
