import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
      if (!/^(drone|woodpecker)/.test(file)) assert.match(mounts, /\/var\/lib\/docker/, file);
    }
  }
  assert.equal(seen, 6);
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

test('GitLab’s job waits for the engine in its service, and ends with the engine’s error where it does not come', (t) => {
  const [jobs] = read('gitlab/.gitlab-ci.yml');
  const { script } = (jobs as Record<string, { script: string[] }>)['with-a-service'] ?? { script: [] };
  const bin = mkdtempSync(join(tmpdir(), 'k3d-gitlab-'));
  t.after(() => rmSync(bin, { recursive: true }));
  const program = (name: string, lines: string): void => writeFileSync(join(bin, name), lines, { mode: 0o755 });
  program('sleep', '#!/bin/sh\n');
  const wait = (docker: string) => {
    program('docker', `#!/bin/sh\necho >>${bin}/calls\n${docker}\n`);
    rmSync(join(bin, 'calls'), { force: true });
    return spawnSync('sh', ['-e', '-c', script[0] ?? ''], {
      env: { PATH: `${bin}:/usr/bin:/bin` },
      encoding: 'utf8',
      timeout: 60_000,
    });
  };
  const never = wait('echo "no certificate in /certs/client" >&2; exit 1');
  assert.equal(never.status, 1, never.stderr);
  assert.equal(never.stderr, 'no certificate in /certs/client\n');
  const soon = wait(`[ "$(wc -l <${bin}/calls)" -gt 2 ]`);
  assert.equal(soon.status, 0, soon.stderr);
});
