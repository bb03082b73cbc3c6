import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { docker, freePort, image, run, type Stage, stage, workload } from './bed.ts';

const cliPath = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** A command `k3d` on a PATH of the test's own. */
function withCommand(s: Stage): NodeJS.ProcessEnv {
  const path = join(s.folder, 'k3d');
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${cliPath}' "$@"\n`);
  chmodSync(path, 0o755);
  return { PATH: `${s.folder}:${process.env.PATH}`, HOME: s.folder };
}

/** How each shell is asked what could stand at the end of a line. */
const ASK: Record<string, (line: string) => string[]> = {
  bash: (line) => [
    '-c',
    `source <(k3d completion bash); read -ra COMP_WORDS <<<'${line}'; [[ '${line}' != *' ' ]] || COMP_WORDS+=('')
     COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _k3d; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  // zsh completes in its line editor only; what stands in for compadd prints what it would be given.
  zsh: (line) => [
    '-fc',
    `compdef() { :; }; source <(k3d completion zsh); compadd() { shift; print -l -- "$@"; }; _files() { :; }
     words=(\${(s: :)\${:-'${line}'}}); [[ '${line}' != *' ' ]] || words+=(''); CURRENT=$#words; _k3d`,
  ],
  fish: (line) => ['--no-config', '-c', `k3d completion fish | source; complete -C '${line}'`],
};

test('shells complete commands, flags and names', async (t) => {
  const s = await stage(t);
  const env = withCommand(s);
  s.owns('shells');
  await s.k3dOk([
    'cluster',
    'create',
    'shells',
    '--image',
    image,
    '--no-lb',
    '--wait=false',
    '--kubeconfig-update-default=false',
  ]);
  for (const [shell, ask] of Object.entries(ASK)) {
    await t.test(shell, async () => {
      const words = async (line: string): Promise<string[]> => {
        const ran = await run(shell, ask(line), env);
        assert.equal(ran.status, 0, ran.stderr);
        return ran.stdout.split('\n').filter(Boolean).sort();
      };
      assert.deepEqual(await words('k3d cl'), ['cluster']);
      assert.deepEqual(await words('k3d cluster re'), ['reset', 'restart']);
      assert.deepEqual(await words('k3d cluster create --registry-'), [
        '--registry-config',
        '--registry-create',
        '--registry-use',
      ]);
      assert.deepEqual(await words('k3d cluster stop sh'), ['shells']);
      assert.deepEqual(await words('k3d node delete k3d-sh'), ['k3d-shells-server-0']);
      assert.deepEqual(await words('k3d image import x --cluster sh'), ['shells']);
      assert.deepEqual(await words('k3d image import x --mode d'), ['direct']);
    });
  }
  const other = await s.k3d(['completion', 'tcsh']);
  assert.match(other.stderr, /^Error: argument SHELL: "tcsh" is not known: give bash, zsh, fish, powershell\n$/m);
});

test('releases are listed from a registry', async (t) => {
  const s = await stage(t);
  const port = await freePort();
  s.defer(async () => void (await s.k3d(['registry', 'delete', 'releases'])));
  await s.k3dOk(['registry', 'create', 'releases', '--port', `${port}`, '--no-help']);
  for (const tag of ['v1.9.0-k3s1', 'v1.10.0-k3s1', 'v1.10.0-rc1-k3s1', 'latest']) {
    await docker('tag', workload, `localhost:${port}/k3s:${tag}`);
    await docker('push', '--quiet', `localhost:${port}/k3s:${tag}`);
    await docker('rmi', `localhost:${port}/k3s:${tag}`);
  }
  const list = (...flags: string[]) => s.k3dOk(['version', 'list', `localhost:${port}/k3s`, ...flags]);
  // k3d's default pattern leaves `latest` out: it ends in "test".
  assert.equal(await list(), 'v1.10.0-k3s1\nv1.9.0-k3s1\n');
  assert.equal(
    await list('--include', '^v', '--limit', '1', '--format', 'repo'),
    `localhost:${port}/k3s:v1.10.0-k3s1\n`,
  );
  assert.equal(await list('--exclude', '^$', '--include', 'rc', '--sort', 'asc'), 'v1.10.0-rc1-k3s1\n');
  const none = await s.k3d(['version', 'list', `localhost:${port}/none`]);
  assert.match(
    none.stderr,
    /^Error: the tags of localhost:\d+\/none can't be read from http:\/\/localhost:\d+: it answered 404\n$/m,
  );
});

test('config files are written and migrated', async (t) => {
  const s = await stage(t);
  const path = join(s.folder, 'new.yaml');
  assert.equal(await s.k3dOk(['config', 'init', '--output', path]), `${path}\n`);
  assert.match(readFileSync(path, 'utf8'), /^# yaml-language-server: \$schema=/);
  const again = await s.k3d(['config', 'init', '--output', path]);
  assert.match(again.stderr, /^Error: flag --output: \S+ exists already: --force replaces it\n$/m);
  await s.k3dOk(['config', 'init', '--output', path, '--force']);
  const old = s.config('old.yaml', '# mine\napiVersion: k3d.io/v1alpha3\nkind: Simple\nname: old\ntoken: $SECRET\n');
  const migrated = await s.k3dOk(['config', 'migrate', old]);
  assert.equal(migrated, '# mine\napiVersion: k3d.io/v1alpha5\nkind: Simple\ntoken: $SECRET\nmetadata:\n  name: old\n');
  await s.k3dOk(['config', 'migrate', old, path]);
  assert.equal(readFileSync(path, 'utf8'), migrated);
  const missing = await s.k3d(['config', 'migrate', 'none.yaml']);
  assert.match(missing.stderr, /^Error: config file none\.yaml does not exist\n$/m);
});

test('commands that are not ours are looked for on the PATH', async (t) => {
  const s = await stage(t);
  const plugin = s.config('k3d-hello', '#!/bin/sh\necho "hello $*"\nexit 7\n');
  chmodSync(plugin, 0o755);
  const ran = await s.k3d(['hello', 'a b', '--flag'], { PATH: `${s.folder}:${process.env.PATH}` });
  assert.deepEqual([ran.status, ran.stdout], [7, 'hello a b --flag\n']);
  assert.equal((await s.k3d(['hello'])).status, 1);
});
