import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type CreateFlags, declareCreateFlags, flagsLayer } from '../../../src/cli/flags/createFlags.ts';
import { normalizeBooleans } from '../../../src/cli/flags/options.ts';
import { table } from '../../../src/common/table.ts';
import { buildProgram } from '../../../src/cli/program.ts';

const cli = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));
const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', env: { ...process.env, ...env } });

function flags(args: string[]) {
  const command = buildProgram().createCommand('x').argument('[name]').exitOverride();
  const given: CreateFlags = declareCreateFlags(command);
  command.parse(normalizeBooleans(command, args), { from: 'user' });
  return { layer: flagsLayer(given, 'flag', '/work'), args: command.args };
}

test('flags become a layer, and booleans never take the word after them', () => {
  const { layer, args } = flags([
    '--wait',
    'demo',
    '--no-lb',
    '--no-rollback=false',
    '-s',
    '3',
    '-p',
    '1:1',
    '-p',
    '2:2@server:0',
  ]);
  assert.deepEqual(args, ['demo']);
  assert.deepEqual([layer.wait?.size, layer.loadBalancer, layer.rollback, layer.servers], [3, 'off', true, 3]);
  assert.deepEqual(
    layer.ports?.map(({ value }) => value),
    ['1:1', '2:2'],
  );
});

test('wrong flags end with exit code 1 and one sentence, before any engine is looked for', () => {
  const cases: [string[], RegExp][] = [
    [
      ['cluster', 'create', '--agents', 'x'],
      /^Error: flag --agents: expected a whole number from 0 to 100, not "x"\n$/m,
    ],
    [
      ['cluster', 'create', '--wait=none', '--wait-for', 'pod/x'],
      /^Error: pod\/x is to be waited for, and nodes are not \("wait" is none\): leave "wait" at system\n$/m,
    ],
    [['cluster', 'create', '--wait=maybe'], /^Error: flag --wait: expected none, nodes, .*, not "maybe"\n$/m],
    [['cluster', 'create', 'Bad_Name'], /^Error: argument NAME: "Bad_Name" can't be a cluster's name/m],
    [['cluster', 'create', '-c', '/none.yaml'], /^Error: config file \/none\.yaml does not exist\n$/m],
    [['cluster', 'create', '--agnets', '1'], /^Error: unknown option '--agnets'; did you mean "--agents"\?\n$/],
    [['clsuter'], /^Error: unknown command 'clsuter'; did you mean "cluster"\?\n$/],
    [['node', 'create'], /^Error: missing required argument 'name'; see "k3d node create --help"\n$/],
    [['cluster', 'list', '-o', 'xml'], /Allowed choices are table, json, yaml/],
  ];
  for (const [args, message] of cases) {
    const { status, stderr, stdout } = run(args, { DOCKER_HOST: 'unix:///nowhere' });
    assert.match(stderr, message);
    assert.equal(status, 1);
    assert.equal(stdout, '');
  }
});

test('a missing engine is one sentence, with a stack only for --trace', () => {
  const plain = run(['cluster', 'list'], { DOCKER_HOST: 'unix:///nowhere.sock' });
  assert.match(
    plain.stderr,
    /^Error: cannot connect to Docker: there is no socket at unix:\/\/\/nowhere\.sock \(DOCKER_HOST\); start Docker or set DOCKER_HOST\n$/m,
  );
  assert.equal(plain.status, 1);
  assert.match(
    run(['--trace', 'cluster', 'list'], { DOCKER_HOST: 'unix:///nowhere.sock' }).stderr,
    /Caused by: Error: connect ENOENT/,
  );
});

test('every command has its help', () => {
  const visit = (command: ReturnType<typeof buildProgram>, path: string[]): void => {
    const { status, stdout } = run([...path, '--help']);
    assert.equal(status, 0);
    assert.ok(stdout.startsWith(`Usage: ${['k3d', ...path].join(' ')}`), stdout);
    for (const child of command.commands) visit(child, [...path, child.name()]);
  };
  visit(buildProgram(), []);
});

test('the version is printed for people and programs', () => {
  assert.match(
    run(['version']).stdout,
    /^k3d version v5\.\d+\.\d+\nk3s version v1\.\S+ \(default\)\nk3d-action \d+\.\d+\.\d+$/m,
  );
  assert.deepEqual(Object.keys(JSON.parse(run(['version', '-o', 'json']).stdout) as object), [
    'k3d-action',
    'k3d',
    'k3s',
  ]);
});

test('tables have columns of equal width', () => {
  assert.equal(
    table(
      ['NAME', 'N'],
      [
        ['long-name', '1'],
        ['a', '2'],
      ],
    ),
    'NAME        N\nlong-name   1\na           2',
  );
  assert.equal(table(['NAME'], [['a']], false), 'a');
});
