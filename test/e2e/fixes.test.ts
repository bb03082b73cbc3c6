import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { entrypointFiles } from '../../src/plan/entrypoint.ts';
import { run } from '../run.ts';

/*
 * What runs in nodes before k3s, under the shells that images have as sh. The kernel's own cgroup v2 hierarchy is there on
 * machines that use v1 as well; on those it has no controllers, and moving processes works alike.
 */

/** What images have as sh. */
const SHELLS = [['busybox', 'ash'], ['dash'], ['bash', '--posix']];

/** Puts four processes and the script itself into a group, which the script takes for the root; says who is where after it. */
const STAGE = `
set -eu
mount -t cgroup2 none "$FOLDER"
group=$FOLDER/k3d-test-$$
mkdir "$group"
pids=
for n in 1 2 3 4; do sleep 60 & pids="$pids $!"; done
trap 'kill $pids; wait; echo $$ >"$FOLDER/cgroup.procs"; rmdir "$group/init" "$group"' EXIT
for pid in $pids $$; do echo "$pid" >"$group/cgroup.procs"; done
CGROUP_ROOT=$group "$@" "$SCRIPT"
echo "root: $(cat "$group/cgroup.procs")"
for pid in $pids $$; do grep -qx "$pid" "$group/init/cgroup.procs" || echo "missing: $pid"; done
`;

for (const shell of SHELLS)
  test(`on cgroup v2 all processes move to a leaf, under ${shell.join(' ')}`, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'k3d-cgroup-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const script = entrypointFiles([], undefined).find(({ path }) => path.endsWith('-cgroupv2.sh'));
    assert.ok(script);
    const env = { FOLDER: join(folder, 'mnt'), SCRIPT: join(folder, 'script.sh') };
    writeFileSync(env.SCRIPT, script.content);
    await run('mkdir', [env.FOLDER]);
    const { status, stdout, stderr } = await run('unshare', ['--mount', 'bash', '-c', STAGE, 'stage', ...shell], env);
    assert.equal(status, 0, stderr);
    assert.equal(stdout, 'root: \n');
  });

for (const shell of SHELLS)
  test(`the scripts of nodes are understood by ${shell.join(' ')}`, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'k3d-scripts-'));
    t.after(() => rmSync(folder, { recursive: true }));
    for (const { path, content } of entrypointFiles([], 1 << 30).filter(({ path }) => path.endsWith('.sh'))) {
      const file = join(folder, 'script.sh');
      writeFileSync(file, content);
      const [program = '', ...args] = shell;
      const { status, stderr } = await run(program, [...args, '-n', file]);
      assert.equal(status, 0, `${path}: ${stderr}`);
    }
  });
