import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { entrypointFiles } from '../../../src/plan/entrypoint.ts';

/** One of the scripts, in a folder of its own, with stand-ins for the commands that it calls. */
function stage(t: TestContext, name: string, commands: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = entrypointFiles([], undefined).find(({ path }) => path === `/bin/k3d-entrypoint${name}.sh`);
  assert.ok(file);
  writeFileSync(join(folder, 'script.sh'), file.content);
  for (const [command, body] of Object.entries(commands)) {
    writeFileSync(join(folder, command), `#!/bin/sh\n${body}\n`);
    chmodSync(join(folder, command), 0o755);
  }
  const run = (env: NodeJS.ProcessEnv = {}) =>
    execFileSync('sh', [join(folder, 'script.sh')], {
      env: { PATH: `${folder}:/usr/bin:/bin`, ...env },
      encoding: 'utf8',
    });
  return { folder, run };
}

test("the scripts have k3d's names, so that k3d replaces them", () => {
  assert.deepEqual(
    entrypointFiles([], undefined).map(({ path }) => path),
    [
      '/bin/k3d-entrypoint.sh',
      '/bin/k3d-entrypoint-cgroupv2.sh',
      '/bin/k3d-entrypoint-dns.sh',
      '/bin/k3d-entrypoint-mounts.sh',
      '/bin/k3d-entrypoint-ip-family.sh',
    ],
  );
});

test('on cgroup v2 the processes move to a leaf and all controllers are enabled', (t) => {
  const { folder, run } = stage(t, '-cgroupv2');
  const root = join(folder, 'cgroup');
  mkdirSync(root);
  writeFileSync(join(root, 'cgroup.controllers'), 'cpuset cpu io memory pids\n');
  writeFileSync(join(root, 'cgroup.procs'), '1\n17\n');
  run({ CGROUP_ROOT: root });
  // A real cgroup.procs takes one number a write; a plain file keeps the last.
  assert.equal(readFileSync(join(root, 'init', 'cgroup.procs'), 'utf8'), '17\n');
  assert.equal(readFileSync(join(root, 'cgroup.subtree_control'), 'utf8'), '+cpuset +cpu +io +memory +pids\n');
});

test('on cgroup v1 nothing is touched', (t) => {
  const { folder, run } = stage(t, '-cgroupv2');
  const root = join(folder, 'cgroup');
  mkdirSync(root);
  run({ CGROUP_ROOT: root });
  assert.throws(() => readFileSync(join(root, 'cgroup.subtree_control')), /ENOENT/);
});

const RULES = `*nat
:DOCKER_OUTPUT - [0:0]
:DOCKER_POSTROUTING - [0:0]
-A OUTPUT -d 127.0.0.11/32 -j DOCKER_OUTPUT
-A POSTROUTING -d 127.0.0.11/32 -j DOCKER_POSTROUTING
-A DOCKER_OUTPUT -d 127.0.0.11/32 -p tcp -m tcp --dport 53 -j DNAT --to-destination 127.0.0.11:39977
-A DOCKER_POSTROUTING -s 127.0.0.11/32 -p udp -m udp --sport 41209 -j SNAT --to-source :53
COMMIT`;

test("Docker's DNS rules are written again for the gateway, and resolv.conf names it", (t) => {
  const { folder, run } = stage(t, '-dns', {
    ip: 'echo "default via 172.20.0.1 dev eth0"',
    'iptables-save': 'echo "*nat"; echo COMMIT',
    'iptables-nft-save': `cat <<'RULES'\n${RULES}\nRULES`,
    'iptables-nft-restore': `cat >"$(dirname "$0")/restored"`,
    'iptables-restore': 'exit 3',
  });
  const resolv = join(folder, 'resolv.conf');
  writeFileSync(resolv, 'nameserver 127.0.0.11\noptions ndots:0\n');
  run({ RESOLV_CONF: resolv });
  assert.equal(readFileSync(resolv, 'utf8'), 'nameserver 172.20.0.1\noptions ndots:0\n');
  const restored = readFileSync(join(folder, 'restored'), 'utf8').split('\n');
  assert.ok(restored.includes('-A OUTPUT -d 172.20.0.1/32 -j DOCKER_OUTPUT'));
  assert.ok(restored.includes('-A PREROUTING -d 172.20.0.1/32 -j DOCKER_OUTPUT'));
  assert.ok(
    restored.some(
      (line) => line.includes('-d 172.20.0.1/32 -p tcp') && line.endsWith('--to-destination 127.0.0.11:39977'),
    ),
  );
  assert.ok(restored.some((line) => line.endsWith('--to-source 172.20.0.1:53')));
});

test("without Docker's DNS, or without a gateway, resolv.conf stays", (t) => {
  const { folder, run } = stage(t, '-dns', { ip: 'true' });
  const resolv = join(folder, 'resolv.conf');
  for (const text of ['nameserver 10.0.0.2\n', 'nameserver 127.0.0.11\n']) {
    writeFileSync(resolv, text);
    run({ RESOLV_CONF: resolv });
    assert.equal(readFileSync(resolv, 'utf8'), text);
  }
});
