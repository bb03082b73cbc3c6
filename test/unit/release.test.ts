import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

test('a release names its repository everywhere, and is refused until it does', async (t) => {
  const copy = mkdtempSync(join(tmpdir(), 'k3d-release-'));
  t.after(() => rmSync(copy, { recursive: true }));
  const { stdout } = await run('git', ['-C', root, 'ls-files']);
  const files = stdout.split('\n').filter((name) => name !== '' && !name.startsWith('dist/'));
  for (const name of files) cpSync(join(root, name), join(copy, name));
  await run('git', ['-C', copy, 'init', '--quiet']);
  await run('git', ['-C', copy, 'add', '--all']);
  const release = (...args: string[]) => run(join(copy, 'script/release'), args);
  const changelog = readFileSync(join(copy, 'CHANGELOG.md'), 'utf8');
  const refused = async (tag: string, why: RegExp): Promise<void> => {
    const { status, stderr } = await release('check', tag);
    assert.equal(status, 1);
    assert.match(stderr, why);
  };

  await refused('1.0', /^Error: "1\.0" is no tag of a release: expected vX\.Y\.Z\n$/);
  await refused('v99.0.0', /^Error: package\.json names version \S+, the tag names 99\.0\.0\n$/);
  writeFileSync(join(copy, 'CHANGELOG.md'), '# Changelog\n');
  await refused(`v${version}`, /^Error: CHANGELOG\.md has no section for \S+\n$/);
  writeFileSync(join(copy, 'CHANGELOG.md'), `## ${version}\n\n${changelog}`);
  await refused(
    `v${version}`,
    /^Error: \d+ files name no repository but "org\/k3d-action", such as \S+: script\/release name OWNER\/NAME\n$/,
  );

  assert.equal((await release('name', 'nobody')).status, 1);
  assert.equal((await release('name', 'Acme/kube.action')).status, 0);
  const check = await release('check', `v${version}`);
  assert.equal(check.status, 0, check.stderr);
  const read = (name: string): string => readFileSync(join(copy, name), 'utf8');
  assert.match(read('README.md'), /uses: Acme\/kube\.action@v1/);
  assert.match(read('dind/examples/gitlab/.gitlab-ci.yml'), /ghcr\.io\/acme\/k3d-dind:v1/);
  assert.match(read('package.json'), /git\+https:\/\/github\.com\/Acme\/kube\.action\.git/);
  assert.match(read('.github/ISSUE_TEMPLATE/config.yml'), /https:\/\/Acme\.github\.io\/kube\.action\//);
  // It can be named once more.
  assert.equal((await release('name', 'org/k3d-action')).status, 0);
  assert.deepEqual(
    files.filter((name) => name !== 'CHANGELOG.md' && read(name) !== readFileSync(join(root, name), 'utf8')),
    [],
  );
});
