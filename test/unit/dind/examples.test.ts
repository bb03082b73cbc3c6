import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { DIND_IMAGE } from '../../../src/config/defaults.ts';
import { readSettings } from '../../../src/dind/settings.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'dind/examples');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name));

type Value = Record<string, unknown>;

/** All mappings in a value, from the outermost in. */
function mappings(value: unknown): Value[] {
  if (Array.isArray(value)) return value.flatMap(mappings);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Value, ...Object.values(value).flatMap(mappings)];
}

const read = (file: string): Value[] =>
  parseAllDocuments(readFileSync(join(folder, file), 'utf8'), { strict: true }).map((document) => {
    assert.deepEqual(document.errors, [], file);
    return document.toJS() as Value;
  });

test('every example is listed in the docs', () => {
  const text = readFileSync(join(root, 'docs/self-hosted.md'), 'utf8');
  for (const file of [...files, 'jenkins/Jenkinsfile']) assert.ok(text.includes(`\`${file}\``), file);
});

test('containers of our image are of the published one, privileged, and keep their data on a volume', () => {
  let seen = 0;
  for (const file of files.filter((name) => !name.startsWith('gitlab'))) {
    for (const own of mappings(read(file)).filter(({ image }) => String(image).includes('k3d-dind'))) {
      seen += 1;
      assert.equal(own.image, DIND_IMAGE, file);
      const context = own.securityContext as { privileged?: boolean } | undefined;
      assert.equal(own.privileged ?? context?.privileged, true, file);
      const mounts = JSON.stringify(own.volumeMounts ?? own.volumes ?? 'none');
      if (!file.startsWith('drone')) assert.match(mounts, /\/var\/lib\/docker/, file);
    }
  }
  assert.equal(seen, 5);
});

test('every volume that a pod mounts is one of its own', () => {
  for (const file of files) {
    for (const { containers, initContainers = [], volumes } of mappings(read(file)).filter(
      (one) => 'containers' in one,
    )) {
      const mounted = mappings([containers, initContainers]).flatMap(
        ({ volumeMounts = [] }) => volumeMounts as Value[],
      );
      const names = (volumes as Value[]).map(({ name }) => name);
      for (const { name } of mounted) assert.ok(names.includes(name), `${file}: ${String(name)}`);
    }
  }
});

test('what the examples say to the image is understood by it', () => {
  const args = files.flatMap((file) =>
    mappings(read(file)).map((one) => (one.environment ?? one.variables ?? {}) as Value),
  );
  const named = files.flatMap((file) => mappings(read(file)).filter(({ name }) => name === 'K3D_ARGS'));
  const texts = [...args.map(({ K3D_ARGS }) => K3D_ARGS), ...named.map(({ value }) => value)]
    .filter(Boolean)
    .map(String);
  assert.ok(texts.length >= 4);
  for (const text of texts) assert.equal(readSettings([], { K3D_ARGS: text }).cluster?.[0], text.split(' ')[0]);
});
